/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-state-cell.h"

#include "app/list/ans-cell.h"

struct _AnsStateCell
{
  GtkBox parent_instance;

  const char *css_class;
  GtkImage *icon;
  AnsCell *text;
};

G_DEFINE_FINAL_TYPE (AnsStateCell, ans_state_cell, GTK_TYPE_BOX)

static void
ans_state_cell_class_init (AnsStateCellClass *klass)
{
}

static void
ans_state_cell_init (AnsStateCell *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ans-mark");
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "ans-small-icon");
  self->text = ANS_CELL (ans_cell_new (0));
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
}

GtkWidget *
ans_state_cell_new (void)
{
  return g_object_new (ANS_TYPE_STATE_CELL, NULL);
}

void
ans_state_cell_set (AnsStateCell *self, const char *icon, const char *css_class, const char *text)
{
  const gboolean is_known = text != NULL && *text != '\0';

  g_return_if_fail (ANS_IS_STATE_CELL (self));

  if (self->css_class != css_class)
    {
      if (self->css_class != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
      gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
      self->css_class = css_class;
    }
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), is_known);
  ans_cell_set_text (self->text, text, FALSE);
}
