/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ans-conflict-dialog.h"

#include <glib/gi18n.h>

#include "registry/ans-history.h"

/* More are counted, not listed. */
#define MAX_LISTED 100

static GtkWidget *
conflict_list (AnsBook *book, const AnsUndoReport *report)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was left as it is"), -1);
  for (guint i = 0; i < MIN (report->conflicts->len, MAX_LISTED); i++)
    {
      g_autofree char *text =
          ans_history_describe_conflict (book, g_ptr_array_index (report->conflicts, i));
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_widget_set_margin_start (list, 2);
  gtk_widget_set_margin_end (list, 2);
  gtk_widget_set_margin_top (list, 2);
  gtk_widget_set_margin_bottom (list, 2);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  return scrolled;
}

AdwDialog *
ans_conflict_dialog_present (AnsWindow *window, AnsBook *book, const AnsUndoReport *report)
{
  AdwDialog *dialog;
  g_autofree char *restored = NULL;
  g_autofree char *kept = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  restored = g_strdup_printf (
      /* Translators: rows of the book that an undo put back */
      ngettext ("%u row was put back.", "%u rows were put back.", report->restored),
      report->restored);
  kept = g_strdup_printf (
      ngettext ("%u value was changed again since and was left as it is.",
                "%u values were changed again since and were left as they are.",
                report->conflicts->len),
      report->conflicts->len);

  dialog = adw_alert_dialog_new (_ ("Not all was taken back"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), "%s\n%s %s", report->label, restored,
                                kept);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), conflict_list (book, report));
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (dialog), TRUE);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  return dialog;
}
