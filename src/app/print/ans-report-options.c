/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/ans-report-options.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/list/ans-list-page.h"
#include "app/record/ans-day-button.h"
#include "app/record/ans-record-cards.h"
#include "plan/ans-plan-check.h"
#include "report/ans-report-period.h"

struct _AnsReportOptions
{
  GtkWidget parent_instance;

  AnsBook *book;
  const AnsReportInfo *info;
  gint64 plan;
  gint64 record;
  gboolean filling;
  AnsJob *checking; /* (nullable) */
  GPtrArray *found; /* (nullable) AnsContradiction, those that are shown */

  GtkWidget *content;
  AdwActionRow *form;
  AdwComboRow *kind;
  AdwActionRow *first_row;
  AnsDayButton *first;
  AdwActionRow *last_row;
  AnsDayButton *last;
  AdwActionRow *date_row;
  AnsDayButton *date;
  GtkBox *checks;
};

static void ans_report_options_iface_init (AnsPrintPanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsReportOptions,
                               ans_report_options,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_PRINT_PANEL,
                                                      ans_report_options_iface_init))

/* Behind the kinds of #AnsReportPeriodKind in the list. */
#define OWN_DAYS ANS_REPORT_N_KINDS

/* --- the period ------------------------------------------------------------------------------ */

static char *
day_of (AnsDayButton *button)
{
  const char *day = ans_day_button_get_day (button);

  return day != NULL ? g_strdup (day) : ans_date_to_iso (ans_date_today ());
}

static void
set_days (AnsReportOptions *self, AnsReportPeriod period)
{
  g_autofree char *first = ans_date_to_iso (period.first);
  g_autofree char *last = ans_date_to_iso (period.last);
  const gboolean filling = self->filling;

  self->filling = TRUE;
  ans_day_button_set_day (self->first, first);
  ans_day_button_set_day (self->last, last);
  self->filling = filling;
}

static void
changed_cb (AnsReportOptions *self)
{
  if (!self->filling)
    ans_print_panel_changed (ANS_PRINT_PANEL (self));
}

/* The month, quarter, … in which the period that was shown begins. */
static void
kind_changed_cb (AnsReportOptions *self)
{
  const guint kind = adw_combo_row_get_selected (self->kind);
  g_autofree char *from = day_of (self->first);
  AnsDate day;

  if (self->filling || kind >= OWN_DAYS || !ans_date_parse_iso (from, &day, NULL))
    return;
  set_days (self, ans_report_period_around ((AnsReportPeriodKind) kind, day));
  changed_cb (self);
}

/* Days may be moved: many offices close their month on the 14th. */
static void
days_changed_cb (AnsReportOptions *self)
{
  g_autofree char *first = day_of (self->first);
  g_autofree char *last = day_of (self->last);
  AnsReportPeriod period;
  guint kind = OWN_DAYS;

  if (self->filling)
    return;
  if (ans_date_parse_iso (first, &period.first, NULL) &&
      ans_date_parse_iso (last, &period.last, NULL))
    kind = ans_report_period_find_kind (&period);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind, kind);
  self->filling = FALSE;
  changed_cb (self);
}

static void
signers_cb (AnsReportOptions *self)
{
  ans_print_panel_ask_signers (ANS_PRINT_PANEL (self));
}

/* --- the panel ------------------------------------------------------------------------------- */

/* What is asked for, in strings of the caller. */
typedef struct
{
  AnsReportRequest request;
  char *first, *last, *date;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->first);
  g_free (asked->last);
  g_free (asked->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static void
ask (AnsReportOptions *self, Asked *asked)
{
  if (self->info->scope == ANS_REPORT_PERIOD)
    asked->first = day_of (self->first);
  if (self->info->scope != ANS_REPORT_RECORD)
    asked->last = day_of (self->last);
  asked->date = g_strdup (ans_day_button_get_day (self->date));
  asked->request = (AnsReportRequest) { .plan = self->plan,
                                        .record = self->record,
                                        .first = asked->first,
                                        .last = asked->last,
                                        .date = asked->date };
}

static AnsPrintRequest *
report_options_request (AnsPrintPanel *panel, GError **error)
{
  AnsReportOptions *self = ANS_REPORT_OPTIONS (panel);
  g_auto (Asked) asked = { 0 };

  ask (self, &asked);
  return ans_print_request_new_report (self->book, self->info, &asked.request);
}

/* --- what contradicts itself ----------------------------------------------------------------- */

/* To its rows, or to its record, over the preview: Back leads to it again. */
static void
look (GtkButton *button, AnsReportOptions *self)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ans-index"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const AnsContradiction *of;

  if (!ANS_IS_WINDOW (root) || self->found == NULL || index >= self->found->len)
    return;
  of = self->found->pdata[index];
  if (of->list != NULL)
    ans_window_push_full (ANS_WINDOW (root),
                          ans_list_page_new_of (ANS_WINDOW (root), of->list, of->message));
  else
    ans_window_open_record (ANS_WINDOW (root), ans_register_find (of->reg), of->record, NULL);
}

static void
show_contradiction (AnsReportOptions *self, guint index)
{
  const AnsContradiction *of = self->found->pdata[index];
  GtkButton *door;

  if (of->list == NULL && (of->reg == NULL || of->record == 0))
    {
      ans_print_panel_add_check (self->checks, FALSE, of->message);
      return;
    }
  door = ans_print_panel_add_door (self->checks, of->message);
  g_object_set_data (G_OBJECT (door), "ans-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (door, "clicked", G_CALLBACK (look), self, 0);
}

static void
check_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *found = ans_print_request_check (data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsReportOptions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ans_job_run_finish (ANS_JOB (source), result, &error);
  GtkWidget *waiting = g_object_get_data (source, "ans-line");

  /* Newer pages are there, or none any more. */
  if (self->checking != ANS_JOB (source))
    return;
  g_clear_object (&self->checking);
  gtk_box_remove (self->checks, waiting);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (found == NULL)
    {
      ans_print_panel_add_check (self->checks, FALSE, error->message);
      return;
    }
  self->found = g_steal_pointer (&found);
  if (self->found->len == 0)
    ans_print_panel_add_check (self->checks, TRUE, _ ("Nothing contradicts itself"));
  for (guint i = 0; i < self->found->len; i++)
    show_contradiction (self, i);
}

static void
stop_checking (AnsReportOptions *self)
{
  if (self->checking != NULL)
    ans_job_cancel (self->checking);
  g_clear_object (&self->checking);
}

/* The lists behind all numbers are counted once more, by another thread. */
static void
find_contradictions (AnsReportOptions *self)
{
  AnsPrintRequest *request = ans_print_panel_request (ANS_PRINT_PANEL (self), NULL);
  GtkWidget *line =
      ans_print_panel_add_check (self->checks, TRUE, _ ("Looking for contradictions…"));

  stop_checking (self);
  self->checking = ans_job_new (_ ("Looking for contradictions…"));
  g_object_set_data (G_OBJECT (self->checking), "ans-line", line);
  ans_job_run (self->checking, check_work, request, (GDestroyNotify) ans_print_request_unref,
               checked, g_object_ref (self));
}

static void
report_options_show_result (AnsPrintPanel *panel, AnsDocument *document, guint n_pages)
{
  AnsReportOptions *self = ANS_REPORT_OPTIONS (panel);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  ans_record_cards_clear (self->checks);
  ans_print_panel_add_check (self->checks, TRUE, pages);
  ans_print_panel_check_signer (self->checks, self->book);
  find_contradictions (self);
}

static void
ans_report_options_iface_init (AnsPrintPanelInterface *iface)
{
  iface->request = report_options_request;
  iface->show_result = report_options_show_result;
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_report_options_dispose (GObject *object)
{
  AnsReportOptions *self = ANS_REPORT_OPTIONS (object);

  self->filling = TRUE;
  stop_checking (self);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_REPORT_OPTIONS);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_report_options_parent_class)->dispose (object);
}

static void
ans_report_options_class_init (AnsReportOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_report_options_dispose;

  g_type_ensure (ANS_TYPE_DAY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-report-options.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, content);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, form);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, kind);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, first_row);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, first);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, last_row);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, last);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, date_row);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, date);
  gtk_widget_class_bind_template_child (widget_class, AnsReportOptions, checks);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, signers_cb);
}

static void
ans_report_options_init (AnsReportOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the request names; otherwise the quarter of the day that is looked at. */
static void
fill (AnsReportOptions *self, const AnsReportRequest *request)
{
  const gboolean has_period = self->info->scope == ANS_REPORT_PERIOD;
  const char *last = request != NULL ? request->last : NULL;
  const char *first = request != NULL ? request->first : NULL;
  AnsDate day;

  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form), self->info->title);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), has_period);
  gtk_widget_set_visible (GTK_WIDGET (self->first_row), has_period);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), self->info->scope != ANS_REPORT_RECORD);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last_row),
                                 has_period ? _ ("Last day") : _ ("Day"));
  if (last == NULL || !ans_date_parse_iso (last, &day, NULL))
    day = ans_date_today ();
  adw_combo_row_set_selected (self->kind, ANS_REPORT_QUARTER);
  set_days (self, ans_report_period_around (ANS_REPORT_QUARTER, day));
  if (first != NULL)
    ans_day_button_set_day (self->first, first);
  if (last != NULL && (first != NULL || !has_period))
    ans_day_button_set_day (self->last, last);
  else if (!has_period)
    ans_day_button_set_day (self->last, NULL);
  ans_day_button_set_day (self->date, request != NULL ? request->date : NULL);
  self->filling = FALSE;
}

AnsReportOptions *
ans_report_options_new (AnsBook *book, const AnsReportInfo *info, const AnsReportRequest *request)
{
  AnsReportOptions *self;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (ANS_TYPE_REPORT_OPTIONS, NULL);
  self->book = g_object_ref (book);
  self->info = info;
  if (request != NULL)
    {
      self->plan = request->plan;
      self->record = request->record;
    }
  fill (self, request);
  return self;
}
