/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-column-chooser.h"

#include <glib/gi18n.h>

#include "app/list/ans-column-layout.h"

struct _AnsColumnChooser
{
  GtkPopover parent_instance;

  const AnsListingInfo *info;
  GArray *places; /* AnsColumnPlace */
  GtkListBox *list;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsColumnChooser, ans_column_chooser, GTK_TYPE_POPOVER)

static void fill (AnsColumnChooser *self);

static void
take (AnsColumnChooser *self)
{
  ans_column_layout_save (self->info, self->places);
  g_signal_emit (self, signals[CHANGED], 0);
}

static guint
row_of (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static guint
count_visible (AnsColumnChooser *self)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    n += g_array_index (self->places, AnsColumnPlace, i).visible ? 1 : 0;
  return n;
}

static void
toggled (GtkCheckButton *check, AnsColumnChooser *self)
{
  AnsColumnPlace *place =
      &g_array_index (self->places, AnsColumnPlace, row_of (GTK_WIDGET (check)));
  gboolean wanted = gtk_check_button_get_active (check);

  if (wanted == place->visible)
    return;
  /* A table without columns would show nothing at all. */
  if (!wanted && count_visible (self) == 1)
    {
      gtk_check_button_set_active (check, TRUE);
      return;
    }
  place->visible = wanted;
  take (self);
}

static void
move (AnsColumnChooser *self, guint from, int step)
{
  guint to = (guint) ((int) from + step);
  AnsColumnPlace place = g_array_index (self->places, AnsColumnPlace, from);
  GtkWidget *row;

  g_array_remove_index (self->places, from);
  g_array_insert_val (self->places, to, place);
  take (self);
  fill (self);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) to));
  /* The same button again, so that it can be pressed several times. */
  if (step < 0)
    gtk_widget_child_focus (gtk_widget_get_last_child (gtk_widget_get_first_child (row)),
                            GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (row, GTK_DIR_TAB_BACKWARD);
}

static void
up_clicked (GtkWidget *button, AnsColumnChooser *self)
{
  move (self, row_of (button), -1);
}

static void
down_clicked (GtkWidget *button, AnsColumnChooser *self)
{
  move (self, row_of (button), 1);
}

static GtkWidget *
arrow_new (AnsColumnChooser *self,
           const char *icon,
           const char *tip,
           gboolean possible,
           GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ans-small-button");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_sensitive (button, possible);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
row_new (AnsColumnChooser *self, guint index)
{
  const AnsColumnPlace *place = &g_array_index (self->places, AnsColumnPlace, index);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrows = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (_ (place->column->label));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), place->visible);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled), self);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_box_append (GTK_BOX (arrows), arrow_new (self, "go-up-symbolic", _ ("Further to the left"),
                                               index > 0, G_CALLBACK (up_clicked)));
  gtk_box_append (GTK_BOX (arrows),
                  arrow_new (self, "go-down-symbolic", _ ("Further to the right"),
                             index + 1 < self->places->len, G_CALLBACK (down_clicked)));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), arrows);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
fill (AnsColumnChooser *self)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->places->len; i++)
    gtk_list_box_append (self->list, row_new (self, i));
}

static void
load (AnsColumnChooser *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  self->places = ans_column_layout_load (self->info);
  fill (self);
}

static void
default_clicked (AnsColumnChooser *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  self->places = ans_column_layout_default (self->info);
  fill (self);
  take (self);
}

static void
ans_column_chooser_finalize (GObject *object)
{
  g_clear_pointer (&ANS_COLUMN_CHOOSER (object)->places, g_array_unref);
  G_OBJECT_CLASS (ans_column_chooser_parent_class)->finalize (object);
}

static void
ans_column_chooser_class_init (AnsColumnChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_column_chooser_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_COLUMN_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ans_column_chooser_init (AnsColumnChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *standard = gtk_button_new_with_mnemonic (_ ("_Proposed columns"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "ans-values");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 460);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (standard, "flat");
  g_signal_connect_object (standard, "clicked", G_CALLBACK (default_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), standard);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (load), NULL);
}

GtkWidget *
ans_column_chooser_new (const AnsListingInfo *info)
{
  AnsColumnChooser *self = g_object_new (ANS_TYPE_COLUMN_CHOOSER, NULL);

  self->info = info;
  return GTK_WIDGET (self);
}
