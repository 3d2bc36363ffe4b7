/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-round-dialog.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/list/ans-list-page.h"
#include "app/poverty/ans-review-form.h"
#include "app/print/ans-print-page.h"
#include "app/record/ans-day-button.h"
#include "app/record/ans-record-form.h"
#include "app/window/ans-window-private.h"
#include "areas/ans-poverty-recognise.h"
#include "areas/ans-poverty-review.h"
#include "store/ans-undo.h"
#include "text/ans-date.h"

struct _AnsRoundDialog
{
  AdwDialog parent_instance;

  AnsWindow *window; /* not owned: the dialog is shown in it */
  AnsBook *book;
  gint64 round;
  GPtrArray *rows; /* of the villages, borrowed */
  AnsJob *job;     /* (nullable) recording the decision */
  gboolean is_decided;

  AdwWindowTitle *title;
  AdwPreferencesGroup *progress;
  AdwEntryRow *decision_no;
  AnsDayButton *decision_date;
  AnsDayButton *effective_date;
  AdwSwitchRow *computed;
  GtkLabel *outlook;
  GtkLabel *problem;
  AdwPreferencesGroup *decision;
  GtkWidget *working;
  GtkWidget *stop_button;
  GtkProgressBar *fraction;
};

G_DEFINE_FINAL_TYPE (AnsRoundDialog, ans_round_dialog, ADW_TYPE_DIALOG)

static char *
day_of (AnsDayButton *button)
{
  const char *day = ans_day_button_get_day (button);

  return day != NULL ? g_strdup (day) : ans_date_to_iso (ans_date_today ());
}

/* --- how far it is --------------------------------------------------------------------------- */

static GtkWidget *
make_row (const AnsPovertyProgress *progress, gboolean is_sum)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *done = g_strdup_printf ("%u/%u", progress->reviewed, progress->wanted);
  GtkWidget *label = gtk_label_new (done);
  /* Translators: numbers of households by their result so far */
  g_autofree char *text = g_strdup_printf (_ ("poor %u · near-poor %u · not poor %u"),
                                           progress->poor, progress->near_poor, progress->not_poor);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 is_sum ? _ ("All villages") : progress->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, is_sum ? "heading" : "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
show_progress (AnsRoundDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = ans_poverty_review_progress (
      self->book, ans_book_get_connection (self->book), self->round, &error);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->progress, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; villages != NULL && i < villages->len; i++)
    {
      GtkWidget *row = make_row (villages->pdata[i], i + 1 == villages->len);

      adw_preferences_group_add (self->progress, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_description (
      self->progress,
      error != NULL ? error->message : _ ("Households reviewed, of those to review"));
}

/* --- what the decision would do -------------------------------------------------------------- */

static void
show_problem (AnsRoundDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
add_line (GString *lines, guint n, const char *text)
{
  if (n > 0)
    g_string_append_printf (lines, "%s%s: %u", lines->len > 0 ? "\n" : "", text, n);
}

static void
show_outlook (AnsRoundDialog *self)
{
  AnsPovertyOutlook outlook = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *from = day_of (self->effective_date);

  show_problem (self, NULL);
  if (!ans_poverty_recognise_outlook (self->book, ans_book_get_connection (self->book), self->round,
                                      from, &outlook, &error))
    {
      gtk_label_set_label (self->outlook, error->message);
      return;
    }
  add_line (lines, outlook.counts.poor, _ ("Poor households"));
  add_line (lines, outlook.counts.near_poor, _ ("Near-poor households"));
  add_line (lines, outlook.counts.not_poor, _ ("No longer poor or near-poor"));
  add_line (lines, outlook.exits, _ ("Leave poverty"));
  add_line (lines, outlook.relapses, _ ("Poor again"));
  add_line (lines, outlook.entries, _ ("Newly poor"));
  add_line (lines, outlook.counts.computed, _ ("Results taken from the scores"));
  add_line (lines, outlook.counts.kept, _ ("Without a form in this round, unchanged"));
  add_line (lines, outlook.counts.replaced, _ ("Statuses of an earlier decision replaced"));
  add_line (lines, outlook.undecided, _ ("Forms without any result: enter it first"));
  add_line (lines, outlook.twice, _ ("Households with two forms in the round"));
  add_line (lines, outlook.taken, _ ("Households with another status from that very day"));
  if (outlook.is_start)
    g_string_append_printf (
        lines, "\n%s", _ ("It is the list with which the standard starts: it has no movements."));
  if (outlook.forms == 0)
    g_string_assign (lines, _ ("The round has no form yet."));
  gtk_label_set_label (self->outlook, lines->str);
}

static void
update_actions (AnsRoundDialog *self)
{
  const gboolean writable = !ans_book_is_read_only (self->book);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.print", self->is_decided);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.recognise", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.review", writable);
}

/* --- recording it ---------------------------------------------------------------------------- */

typedef struct
{
  AnsBook *book;
  AnsPovertyDecision decision;
  char *number, *decided, *from;
  AnsPovertyRecognition counts;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->book);
  g_free (work->number);
  g_free (work->decided);
  g_free (work->from);
  g_free (work);
}

static void
recognise_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (ans_poverty_recognise_with_job (work->book, &work->decision, source, &work->counts, &error))
    g_task_return_pointer (task, g_memdup2 (&work->counts, sizeof work->counts), g_free);
  else
    g_task_return_error (task, error);
}

static void
set_working (AnsRoundDialog *self, gboolean is_working)
{
  static const char *const actions[] = { "round.recognise", "round.review", "round.forms",
                                         "round.edit", "round.print" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_working);
  gtk_widget_set_visible (self->working, is_working);
  /* What can't be used any more must not keep the focus. */
  if (is_working)
    gtk_widget_grab_focus (self->stop_button);
  gtk_widget_set_sensitive (GTK_WIDGET (self->decision), !is_working);
  adw_dialog_set_can_close (ADW_DIALOG (self), !is_working);
}

static void
recognised (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsRoundDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree AnsPovertyRecognition *counts = ans_job_run_finish (ANS_JOB (source), result, &error);
  g_autofree char *text = NULL;

  g_clear_object (&self->job);
  if (self->working == NULL) /* gone meanwhile */
    return;
  set_working (self, FALSE);
  update_actions (self);
  if (counts == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  /* Translators: numbers of households by the decision */
  text = g_strdup_printf (_ ("Recognised: %u poor, %u near-poor, %u no longer"), counts->poor,
                          counts->near_poor, counts->not_poor);
  if (ans_window_get_book (self->window) == self->book)
    ans_window_toast (self->window, text, ans_undo_get_next (self->book, NULL));
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
fraction_to_progress (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, MAX (0, g_value_get_double (from)));
  return TRUE;
}

static void
start (AnsRoundDialog *self, const char *number)
{
  Work *work = g_new0 (Work, 1);
  const gboolean computed = adw_switch_row_get_active (self->computed);

  work->book = g_object_ref (self->book);
  work->number = g_strdup (number);
  work->decided = day_of (self->decision_date);
  work->from = day_of (self->effective_date);
  work->decision =
      (AnsPovertyDecision) { self->round, work->number, work->decided, work->from, computed };
  self->job = ans_job_new (_ ("Recording the decision"));
  g_object_bind_property_full (self->job, "fraction", self->fraction, "fraction", G_BINDING_DEFAULT,
                               fraction_to_progress, NULL, NULL, NULL);
  g_object_bind_property (self->job, "status", self->fraction, "text", G_BINDING_DEFAULT);
  g_object_set_data_full (G_OBJECT (self->job), "ans-window", g_object_ref (self->window),
                          g_object_unref);
  set_working (self, TRUE);
  ans_job_run (self->job, recognise_work, work, work_free, recognised, g_object_ref (self));
  /* The window asks before it closes meanwhile. */
  ans_window_add_job (self->window, self->job);
}

gboolean
ans_round_dialog_recognise (AnsRoundDialog *self)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (ANS_IS_ROUND_DIALOG (self), FALSE);

  if (self->job != NULL)
    return FALSE;
  number = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->decision_no))));
  gtk_widget_remove_css_class (GTK_WIDGET (self->decision_no), "error");
  show_problem (self, NULL);
  if (*number == '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->decision_no), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->decision_no));
      show_problem (self, _ ("The number of the decision is missing."));
      return FALSE;
    }
  start (self, number);
  return TRUE;
}

gboolean
ans_round_dialog_is_working (AnsRoundDialog *self)
{
  g_return_val_if_fail (ANS_IS_ROUND_DIALOG (self), FALSE);
  return self->job != NULL;
}

static void
recognise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_round_dialog_recognise (ANS_ROUND_DIALOG (widget));
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ANS_ROUND_DIALOG (widget)->job != NULL)
    ans_job_cancel (ANS_ROUND_DIALOG (widget)->job);
}

static void
stop_answered (AdwAlertDialog *question, const char *response, AnsRoundDialog *self)
{
  if (g_str_equal (response, "stop") && self->job != NULL)
    ans_job_cancel (self->job);
}

/* Esc, or the window closes, while it is being recorded. */
static void
ans_round_dialog_close_attempt (AdwDialog *dialog)
{
  AnsRoundDialog *self = ANS_ROUND_DIALOG (dialog);
  AdwDialog *question;

  if (self->job == NULL)
    return;
  question = adw_alert_dialog_new (_ ("Stop recording the decision?"),
                                   _ ("If it is stopped now, nothing of it is kept."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "wait", _ ("_Keep working"), "stop",
                                  _ ("_Stop"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "stop",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "wait");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "wait");
  g_signal_connect_object (question, "response", G_CALLBACK (stop_answered), self, 0);
  adw_dialog_present (question, GTK_WIDGET (self));
}

/* --- where one goes from here ---------------------------------------------------------------- */

static void
review_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRoundDialog *self = ANS_ROUND_DIALOG (widget);
  g_autoptr (AnsRecord) draft = ans_poverty_review_draft (
      self->book, self->round, ans_poverty_review_next (self->book, self->round, 0));
  AnsWindow *window = self->window;

  adw_dialog_force_close (ADW_DIALOG (self));
  ans_review_form_present (GTK_WIDGET (window), draft);
}

static void
forms_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRoundDialog *self = ANS_ROUND_DIALOG (widget);
  g_autofree char *round = g_strdup_printf ("%" G_GINT64_FORMAT, self->round);
  AnsWindow *window = self->window;
  AdwNavigationPage *page;

  adw_dialog_force_close (ADW_DIALOG (self));
  ans_window_show_area (window, "poverty-assessments");
  page = ans_window_get_page (window);
  if (ANS_IS_LIST_PAGE (page))
    ans_listing_set_filter (ans_list_page_get_listing (ANS_LIST_PAGE (page)), "round", round);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRoundDialog *self = ANS_ROUND_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record =
      ans_record_load (self->book, &ans_register_poverty_rounds, self->round, &error);
  AnsWindow *window = self->window;

  if (record == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  ans_record_form_present (GTK_WIDGET (window), record, NULL, NULL);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRoundDialog *self = ANS_ROUND_DIALOG (widget);
  const AnsReportInfo *report = ans_report_find ("poverty-recognition");
  const AnsReportRequest request = { .record = self->round };
  AnsWindow *window = self->window;

  if (report == NULL)
    return;
  adw_dialog_force_close (ADW_DIALOG (self));
  ans_window_push_full (window, ans_print_page_new_report (window, report, &request));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_round_dialog_dispose (GObject *object)
{
  AnsRoundDialog *self = ANS_ROUND_DIALOG (object);

  /* libadwaita 1.7 keeps the sheet of a closed dialog, and what is in it. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_ROUND_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->job);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_round_dialog_parent_class)->dispose (object);
}

static void
ans_round_dialog_class_init (AnsRoundDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_round_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = ans_round_dialog_close_attempt;

  g_type_ensure (ANS_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-round-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, decision_no);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, decision_date);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, effective_date);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, computed);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, outlook);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, working);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, AnsRoundDialog, fraction);
  gtk_widget_class_bind_template_callback (widget_class, show_outlook);

  gtk_widget_class_install_action (widget_class, "round.recognise", NULL, recognise_cb);
  gtk_widget_class_install_action (widget_class, "round.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "round.review", NULL, review_cb);
  gtk_widget_class_install_action (widget_class, "round.forms", NULL, forms_cb);
  gtk_widget_class_install_action (widget_class, "round.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "round.print", NULL, print_cb);
}

static void
ans_round_dialog_init (AnsRoundDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (AnsRoundDialog *self, AnsRecord *round)
{
  g_autofree char *name = ans_record_get_title (round);
  g_autofree char *step = ans_record_display (round, "step");
  const char *number = ans_record_get (round, "decision_no");
  const char *date = ans_record_get (round, "decision_date");

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, step);
  gtk_editable_set_text (GTK_EDITABLE (self->decision_no), number != NULL ? number : "");
  ans_day_button_set_day (self->decision_date, date);
  ans_day_button_set_day (self->effective_date, date);
  show_progress (self);
  show_outlook (self);
  self->is_decided = number != NULL;
  update_actions (self);
}

AdwDialog *
ans_round_dialog_present (AnsWindow *window, gint64 round)
{
  AnsRoundDialog *self;
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record = NULL;

  g_return_val_if_fail (book != NULL, NULL);

  record = ans_record_load (book, &ans_register_poverty_rounds, round, &error);
  if (record == NULL)
    {
      ans_window_show_error (window, _ ("The record can't be opened"), error);
      return NULL;
    }
  self = g_object_new (ANS_TYPE_ROUND_DIALOG, NULL);
  self->window = window;
  self->book = g_object_ref (book);
  self->round = round;
  fill (self, record);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
  return ADW_DIALOG (self);
}
