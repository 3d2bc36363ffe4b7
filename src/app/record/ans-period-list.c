/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-period-list.h"

#include <glib/gi18n.h>

#include "app/record/ans-timeline-mark.h"
#include "registry/ans-period-rows.h"

struct _AnsPeriodList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AnsPeriodList, ans_period_list, GTK_TYPE_WIDGET)

static void
ans_period_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ans_period_list_parent_class)->dispose (object);
}

static void
ans_period_list_class_init (AnsPeriodListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_period_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ans_period_list_init (AnsPeriodList *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
text_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

static GtkWidget *
row_new (const char *what, const char *span, gboolean first, gboolean last, gboolean current)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 9, NULL);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = text_label (what);
  GtkWidget *when = text_label (span);

  if (current)
    gtk_widget_add_css_class (title, "ans-strong");
  gtk_widget_add_css_class (when, "caption");
  gtk_widget_add_css_class (when, "dimmed");
  gtk_widget_add_css_class (when, "numeric");
  gtk_widget_set_visible (when, *span != '\0');
  gtk_box_append (GTK_BOX (text), title);
  gtk_box_append (GTK_BOX (text), when);
  gtk_widget_set_margin_bottom (text, last ? 0 : 8);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), ans_timeline_mark_new (first, last, current));
  gtk_box_append (GTK_BOX (row), text);
  return row;
}

AnsPeriodList *
ans_period_list_new_empty (const char *title)
{
  AnsPeriodList *self = g_object_new (ANS_TYPE_PERIOD_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return self;
}

void
ans_period_list_add (
    AnsPeriodList *self, const char *what, const char *span, gboolean is_last, gboolean is_current)
{
  const gboolean is_first = gtk_widget_get_first_child (GTK_WIDGET (self)) == NULL;

  g_return_if_fail (ANS_IS_PERIOD_LIST (self));
  gtk_widget_set_parent (row_new (what, span, is_first, is_last, is_current), GTK_WIDGET (self));
}

GtkWidget *
ans_period_list_new (AnsBook *book,
                     const AnsRegister *reg,
                     const AnsPeriod *period,
                     gint64 owner_id)
{
  AnsPeriodList *self = ans_period_list_new_empty (period->title);
  g_autoptr (GPtrArray) rows = ans_period_rows (book, reg, period, owner_id);

  for (guint i = 0; i < rows->len; i++)
    {
      const AnsPeriodRow *row = rows->pdata[i];
      g_autofree char *what = ans_period_row_describe (book, reg, period, row);
      g_autofree char *span = ans_period_describe_span (row->from, row->to);

      ans_period_list_add (self, *what != '\0' ? what : "–", span, i == rows->len - 1,
                           row->to == NULL);
    }
  if (rows->len == 0)
    {
      GtkWidget *label = text_label (_ ("Nothing is known."));

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}
