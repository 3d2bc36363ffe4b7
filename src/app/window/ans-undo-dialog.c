/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-undo-dialog.h"

#include <glib/gi18n.h>

#include "app/record/ans-problem-list.h"
#include "registry/ans-history.h"
#include "store/ans-undo.h"

#define MAX_SHOWN 30 /* conflicts; the rest is counted */

/* More changes than that are taken back by a worker, while the window lives on. */
#define QUICK_CHANGES 300

typedef struct
{
  GtkWidget *parent;
  AnsBook *book;
  gint64 action;
  AnsUndoMode mode;
  gboolean again; /* what is taken back is an undo */
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->parent);
  g_object_unref (undo->book);
  g_free (undo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undo, undo_free)

static void run (Undo *undo);

void
ans_undo_dialog_toast (GtkWidget *widget, const char *text, gint64 action)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ANS_IS_WINDOW (root))
    ans_window_toast (ANS_WINDOW (root), text, action);
}

static void
show_error (const Undo *undo, const GError *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ans_undo_dialog_toast (undo->parent, error->message, 0);
      return;
    }
  dialog = adw_alert_dialog_new (
      undo->again ? _ ("This can't be done again") : _ ("Nothing Was Taken Back"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, undo->parent);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Undo) undo = data;
  const char *choice = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (choice, "undo"))
    return;
  undo->mode = ANS_UNDO_REST;
  run (g_steal_pointer (&undo));
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

/* Takes @undo. */
static void
finish (Undo *taken, const AnsUndoReport *report, const GError *error)
{
  g_autoptr (Undo) undo = taken;
  g_autofree char *text = NULL;

  if (report == NULL)
    show_error (undo, error);
  else if (undo->mode == ANS_UNDO_UNLESS_CONFLICTS && report->conflicts->len > 0)
    ask (g_steal_pointer (&undo), report);
  else
    {
      /* Translators: %s is what was done, as the history says it */
      text = g_strdup_printf (undo->again ? _ ("Done again: %s") : _ ("Taken back: %s"),
                              report->label);
      ans_undo_dialog_toast (undo->parent, text, report->action);
    }
}

static void
free_report (gpointer report)
{
  ans_undo_report_free (report);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Undo *undo = data;
  GError *error = NULL;
  AnsUndoReport *report = ans_undo_run (undo->book, undo->action, undo->mode, source, &error);

  if (report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, report, free_report);
}

static void
done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = ans_job_run_finish (ANS_JOB (source), result, &error);

  finish (data, report, error);
}

static void
run_as_job (Undo *undo)
{
  GtkRoot *root = gtk_widget_get_root (undo->parent);
  g_autoptr (AnsJob) job = ans_job_new (undo->again ? _ ("Doing again") : _ ("Taking back"));

  /* The callback has the last word on @undo; the worker only reads it before that. */
  ans_job_run (job, work, undo, NULL, done, undo);
  if (ANS_IS_WINDOW (root))
    ans_window_add_job (ANS_WINDOW (root), job);
}

/* Takes @undo. */
static void
run (Undo *undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = NULL;

  if (ans_undo_count_changes (undo->book, undo->action, QUICK_CHANGES) >= QUICK_CHANGES)
    {
      run_as_job (undo);
      return;
    }
  report = ans_undo_run (undo->book, undo->action, undo->mode, NULL, &error);
  finish (undo, report, error);
}

static void
start (GtkWidget *parent, AnsBook *book, gint64 action, AnsUndoMode mode, gboolean again)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->parent = g_object_ref (parent);
  undo->book = g_object_ref (book);
  undo->action = action;
  undo->mode = mode;
  undo->again = again;
  run (undo);
}

void
ans_undo_dialog_run (GtkWidget *parent, AnsBook *book, gint64 action)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (ANS_IS_BOOK (book));
  start (parent, book, action, ANS_UNDO_UNLESS_CONFLICTS, FALSE);
}

void
ans_undo_dialog_redo (GtkWidget *parent, AnsBook *book)
{
  gint64 action;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (ANS_IS_BOOK (book));

  action = ans_redo_get_next (book, NULL);
  if (action != 0)
    start (parent, book, action, ANS_UNDO_REST, TRUE);
}
