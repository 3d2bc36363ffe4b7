/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-figure-entries.h"

#include <glib/gi18n.h>

#include "app/plan/ans-plan-look.h"
#include "plan/ans-plan-choices.h"
#include "registry/ans-record.h"

#define SHOWN 12

struct _AnsFigureEntries
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFigureEntries, ans_figure_entries, ADW_TYPE_BIN)

/* “214 người”, “72,6%”, “Đạt”, with numerator and denominator where they were written. */
static char *
describe (const AnsManualValue *entry, const AnsIndicator *indicator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const AnsChoice *choice = ans_choices_indicator_result; choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, entry->result) == 0)
      g_string_append (text, choice->label);
  if (entry->has_value)
    {
      g_autofree char *number = ans_rational_display (entry->value, indicator->decimals);
      const gboolean percent = g_strcmp0 (indicator->unit, "%") == 0;

      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " · " : "", number,
                              percent ? "" : " ", indicator->unit != NULL ? indicator->unit : "");
    }
  if (entry->numerator >= 0 && entry->denominator >= 0)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                            text->len > 0 ? " · " : "", entry->numerator, entry->denominator);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
make_row (AnsBook *book, const AnsManualValue *entry, const AnsIndicator *indicator)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = ans_date_format (entry->day);
  g_autofree char *what = describe (entry, indicator);
  g_autofree char *village =
      entry->village != 0 ? ans_register_title_of (book, &ans_register_villages, entry->village)
                          : NULL;
  g_autofree char *title = g_strdup_printf ("%s%s%s: %s", day, village != NULL ? ", " : "",
                                            village != NULL ? village : "", what);
  g_autofree char *below =
      g_strdup_printf ("%s%s%s", entry->source != NULL ? entry->source : "",
                       entry->source != NULL && entry->note != NULL ? " · " : "",
                       entry->note != NULL ? entry->note : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               *below != '\0' ? below : _ ("The source was not written down."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ans-chevron-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ans-id", g_memdup2 (&entry->id, sizeof entry->id),
                          g_free);
  return row;
}

void
ans_figure_entries_show (AnsFigureEntries *self, AnsBook *book, AnsFigure *figure)
{
  const AnsIndicator *indicator;
  guint n;

  g_return_if_fail (ANS_IS_FIGURE_ENTRIES (self));
  g_return_if_fail (ANS_IS_FIGURE (figure));

  indicator = ans_figure_get_indicator (figure);
  n = indicator->values->len;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < MIN (n, SHOWN); i++)
    gtk_list_box_append (self->list,
                         make_row (book, indicator->values->pdata[n - 1 - i], indicator));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nothing, n == 0);
}

static void
row_activated (AnsFigureEntries *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "ans-id");

  g_signal_emit (self, signals[OPENED], 0, *id);
}

static void
ans_figure_entries_class_init (AnsFigureEntriesClass *klass)
{
  signals[OPENED] = g_signal_new ("opened", ANS_TYPE_FIGURE_ENTRIES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ans_figure_entries_init (AnsFigureEntries *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = ans_plan_words_label (_ ("Entered by hand"), "heading", NULL);
  GtkWidget *enter = gtk_button_new_with_mnemonic (_ ("Enter a _result…"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (enter), "figure.enter");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), enter);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Entered by hand"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  self->nothing = ans_plan_words_label (_ ("Nothing was entered by hand."), "dimmed", NULL);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->nothing);
  adw_bin_set_child (ADW_BIN (self), box);
}
