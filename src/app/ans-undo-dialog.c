/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ans-undo-dialog.h"

#include <glib/gi18n.h>

#include "app/ans-problem-list.h"
#include "registry/ans-history.h"
#include "store/ans-undo.h"

#define MAX_SHOWN 30 /* conflicts; the rest is counted */

typedef struct
{
  GtkWidget *parent;
  AnsBook *book;
  gint64 action;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->parent);
  g_object_unref (undo->book);
  g_free (undo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undo, undo_free)

void
ans_undo_dialog_toast (GtkWidget *widget, const char *text, gint64 action)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ANS_IS_WINDOW (root))
    ans_window_toast (ANS_WINDOW (root), text, action);
}

static void
show_error (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Nothing Was Taken Back"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
take_back (Undo *undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = ans_undo (undo->book, undo->action, FALSE, &error);
  g_autofree char *text = NULL;

  if (report == NULL)
    {
      show_error (undo->parent, error);
      return;
    }
  /* Translators: %s is what had been done. */
  text = g_strdup_printf (_ ("Taken back: %s"), report->label);
  ans_undo_dialog_toast (undo->parent, text, report->action);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Undo) undo = data;
  const char *choice = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (choice, "undo"))
    take_back (undo);
}

static GtkWidget *
conflict_list (AnsBook *book, GPtrArray *conflicts)
{
  AnsProblemList *list = ans_problem_list_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < MIN (conflicts->len, MAX_SHOWN); i++)
    {
      g_autofree char *sentence = ans_history_describe_conflict (book, conflicts->pdata[i]);

      ans_problem_list_add (list, ANS_PROBLEM_WARNING, sentence);
    }
  if (conflicts->len > MAX_SHOWN)
    {
      const guint rest = conflicts->len - MAX_SHOWN;
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more place", "and %u more places", rest), rest);

      ans_problem_list_add (list, ANS_PROBLEM_WARNING, more);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (list));
  return scrolled;
}

static void
ask (Undo *undo, const AnsUndoReport *preview)
{
  const gboolean useful = preview->restored > 0;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (useful ? _ ("Take Back the Rest?") : _ ("Nothing Left to Take Back"),
                            _ ("These places were changed again since and stay as they are now.")));

  adw_alert_dialog_set_extra_child (dialog, conflict_list (undo->book, preview->conflicts));
  adw_alert_dialog_add_response (dialog, "cancel", useful ? _ ("_Cancel") : _ ("_Close"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
  if (useful)
    {
      adw_alert_dialog_add_response (dialog, "undo", _ ("_Take Back the Rest"));
      adw_alert_dialog_set_response_appearance (dialog, "undo", ADW_RESPONSE_SUGGESTED);
    }
  adw_alert_dialog_choose (dialog, undo->parent, NULL, chosen_cb, undo);
}

void
ans_undo_dialog_run (GtkWidget *parent, AnsBook *book, gint64 action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) preview = NULL;
  g_autoptr (Undo) undo = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (ANS_IS_BOOK (book));

  preview = ans_undo (book, action, TRUE, &error);
  if (preview == NULL)
    {
      show_error (parent, error);
      return;
    }
  undo = g_new0 (Undo, 1);
  undo->parent = g_object_ref (parent);
  undo->book = g_object_ref (book);
  undo->action = action;
  if (preview->conflicts->len == 0)
    take_back (undo);
  else
    ask (g_steal_pointer (&undo), preview);
}
