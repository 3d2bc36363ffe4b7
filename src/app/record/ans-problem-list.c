/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-problem-list.h"

#include <glib/gi18n.h>

struct _AnsProblemList
{
  GtkWidget parent_instance;

  guint n;
};

G_DEFINE_FINAL_TYPE (AnsProblemList, ans_problem_list, GTK_TYPE_WIDGET)

static void
ans_problem_list_dispose (GObject *object)
{
  ans_problem_list_clear (ANS_PROBLEM_LIST (object));
  G_OBJECT_CLASS (ans_problem_list_parent_class)->dispose (object);
}

static void
ans_problem_list_class_init (AnsProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_problem_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ans_problem_list_init (AnsProblemList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Problems"), -1);
}

AnsProblemList *
ans_problem_list_new (void)
{
  return g_object_new (ANS_TYPE_PROBLEM_LIST, NULL);
}

void
ans_problem_list_clear (AnsProblemList *self)
{
  GtkWidget *child;

  g_return_if_fail (ANS_IS_PROBLEM_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->n = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ans_problem_list_add (AnsProblemList *self, AnsProblemSeverity severity, const char *message)
{
  const gboolean is_error = severity == ANS_PROBLEM_ERROR;
  GtkWidget *row;
  GtkWidget *icon;
  GtkWidget *label;

  g_return_if_fail (ANS_IS_PROBLEM_LIST (self));

  row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 9,
                      NULL);
  icon =
      gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  label = gtk_label_new (message);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_add_css_class (icon, is_error ? "ans-bad" : "ans-late");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  self->n++;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

guint
ans_problem_list_get_n (AnsProblemList *self)
{
  return self->n;
}
