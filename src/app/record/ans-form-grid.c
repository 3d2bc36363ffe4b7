/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-form-grid.h"

#include "app/record/ans-form-layout.h"

struct _AnsFormGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AnsFormGrid, ans_form_grid, GTK_TYPE_WIDGET)

static void
ans_form_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ans_form_grid_parent_class)->dispose (object);
}

static void
ans_form_grid_class_init (AnsFormGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_form_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), ANS_TYPE_FORM_LAYOUT);
}

static void
ans_form_grid_init (AnsFormGrid *self)
{
}

AnsFormGrid *
ans_form_grid_new (void)
{
  return g_object_new (ANS_TYPE_FORM_GRID, NULL);
}

void
ans_form_grid_append (AnsFormGrid *self, GtkWidget *child, gboolean wide)
{
  g_return_if_fail (ANS_IS_FORM_GRID (self));

  ans_form_layout_set_wide (child, wide);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
