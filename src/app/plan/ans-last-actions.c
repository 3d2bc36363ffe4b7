/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-last-actions.h"

#include <glib/gi18n.h>

#include "app/plan/ans-plan-look.h"
#include "app/window/ans-history-list.h"
#include "app/window/ans-undo-dialog.h"

#define SHOWN 4

struct _AnsLastActions
{
  AdwBin parent_instance;

  AnsBook *book;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (AnsLastActions, ans_last_actions, ADW_TYPE_BIN)

static void
undo_clicked (GtkButton *button, AnsLastActions *self)
{
  const gint64 *action = g_object_get_data (G_OBJECT (button), "ans-action");

  ans_undo_dialog_run (GTK_WIDGET (self), self->book, *action);
}

static GtkWidget *
make_row (AnsLastActions *self, const AnsHistoryEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = ans_plan_words_label (entry->label, NULL);
  g_autofree char *time = ans_history_format_time (entry->at);
  g_autofree char *when = entry->undone ? g_strdup_printf ("%s · %s", time, _ ("taken back"))
                                        : g_strdup_printf ("%s · %s", time, entry->who);
  GtkWidget *below = ans_plan_words_label (when, "ans-secondary", "numeric", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (title, entry->label);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), below);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  if (!entry->undone && !ans_book_is_read_only (self->book))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("ans-undo-symbolic");
      /* Translators: %s is what had been done. */
      g_autofree char *label = g_strdup_printf (_ ("Take back: %s"), entry->label);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      g_object_set_data_full (G_OBJECT (button), "ans-action",
                              g_memdup2 (&entry->action, sizeof entry->action), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (undo_clicked), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  else
    gtk_widget_add_css_class (title, "dimmed");
  gtk_widget_add_css_class (box, "ans-todo");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
fill (AnsLastActions *self)
{
  g_autoptr (GPtrArray) entries = ans_history_of_book (self->book, SHOWN);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, entries->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), entries->len > 0);
  gtk_widget_set_visible (self->nothing, entries->len == 0);
}

static void
book_changed (AnsLastActions *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
ans_last_actions_map (GtkWidget *widget)
{
  if (ANS_LAST_ACTIONS (widget)->book != NULL)
    fill (ANS_LAST_ACTIONS (widget));
  GTK_WIDGET_CLASS (ans_last_actions_parent_class)->map (widget);
}

static void
ans_last_actions_dispose (GObject *object)
{
  g_clear_object (&ANS_LAST_ACTIONS (object)->book);
  G_OBJECT_CLASS (ans_last_actions_parent_class)->dispose (object);
}

static void
ans_last_actions_class_init (AnsLastActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_last_actions_dispose;
  GTK_WIDGET_CLASS (klass)->map = ans_last_actions_map;
}

static void
ans_last_actions_init (AnsLastActions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = ans_plan_words_label (_ ("Last changes"), "title-4", NULL);
  GtkWidget *all = gtk_button_new_with_label (_ ("History"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "win.show-area");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (all), "s", "history");
  gtk_widget_set_tooltip_text (all, _ ("Everything that was done in this book"));
  gtk_widget_add_css_class (all, "flat");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), all);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Last changes"), -1);
  self->nothing =
      ans_plan_words_label (_ ("Nothing was changed since the book was filled."), "dimmed", NULL);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->nothing);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
ans_last_actions_show (AnsLastActions *self, AnsBook *book)
{
  g_return_if_fail (ANS_IS_LAST_ACTIONS (self));
  g_return_if_fail (ANS_IS_BOOK (book));

  if (self->book == NULL)
    {
      self->book = g_object_ref (book);
      g_signal_connect_object (book, "changed", G_CALLBACK (book_changed), self, G_CONNECT_SWAPPED);
    }
  fill (self);
}
