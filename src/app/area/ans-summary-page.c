/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/area/ans-summary-page.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/area/ans-period-bar.h"
#include "app/area/ans-summary-table.h"
#include "app/list/ans-as-of-button.h"
#include "app/list/ans-list-page.h"
#include "app/print/ans-print-output.h"
#include "app/print/ans-print-page.h"
#include "app/window/ans-page-tabs.h"

/* Milliseconds after which a wait is felt. */
#define SLOW 300

struct _AnsSummaryPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: the page lives in it */
  AnsBook *book;
  const AnsAreaTable *table;
  AnsAreaTableResult *result; /* (nullable) shown */
  AnsJob *job;                /* (nullable) counting */
  guint slow_id;
  gboolean stale;

  AdwWindowTitle *title;
  AnsAsOfButton *as_of;
  AnsPageTabs *tabs;
  GtkStack *stack;
  AnsPeriodBar *period;
  GtkLabel *until;
  GtkWidget *note;
  GtkLabel *note_text;
  GtkScrolledWindow *scrolled;
  GtkWidget *scrollbar;
  AnsSummaryTable *numbers;
  GtkWidget *spinner;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (AnsSummaryPage, ans_summary_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- of which days ---------------------------------------------------------------------------- */

static AnsDate
day_of_window (AnsSummaryPage *self)
{
  AnsDate day = ans_date_today ();
  const char *iso = ans_window_get_as_of (self->window);

  if (iso != NULL)
    ans_date_parse_iso (iso, &day, NULL);
  return day;
}

/* The last day of the period; while it is under way, the day that the window looks at. */
static AnsDate
day_of_numbers (AnsSummaryPage *self)
{
  const AnsReportPeriod period = ans_period_bar_get_period (self->period);
  const AnsDate day = day_of_window (self);

  if (!ans_area_table_has_period (self->table))
    return day;
  return ans_date_compare (period.first, day) <= 0 && ans_date_compare (day, period.last) < 0
             ? day
             : period.last;
}

/* --- counting --------------------------------------------------------------------------------- */

typedef struct
{
  AnsBook *book;
  const AnsAreaTable *table;
  char *start, *day;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->book);
  g_free (asked->start);
  g_free (asked->day);
  g_free (asked);
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Asked *asked = data;
  GError *error = NULL;
  g_autoptr (AnsBookReading) reading = ans_book_read_aside (asked->book, cancellable, &error);
  AnsAreaTableResult *result =
      reading != NULL
          ? ans_area_table_run (asked->table, asked->book, ans_book_get_connection (asked->book),
                                asked->start, asked->day, &error)
          : NULL;

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) ans_area_table_result_free);
  else
    g_task_return_error (task, error);
}

static void
show_note (AnsSummaryPage *self)
{
  g_autofree char *text = NULL;

  if (self->result->before != NULL)
    /* Translators: two poverty standards: that of the list of the start, that of the end */
    text =
        g_strdup_printf (_ ("The list of the start is of “%s”, that of the end of “%s”. They are "
                            "not subtracted from one another: other movements are not counted."),
                         self->result->before, self->result->after);
  gtk_label_set_label (self->note_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

static void
show_until (AnsSummaryPage *self)
{
  const AnsDate day = day_of_numbers (self);
  const AnsReportPeriod period = ans_period_bar_get_period (self->period);
  g_autofree char *shown = ans_date_format (day);
  /* Translators: a day */
  g_autofree char *text = g_strdup_printf (_ ("Numbers as of %s"), shown);

  gtk_label_set_label (self->until, text);
  gtk_widget_set_visible (GTK_WIDGET (self->until), !ans_area_table_has_period (self->table) ||
                                                        ans_date_compare (day, period.last) != 0);
}

static void
stop_waiting (AnsSummaryPage *self)
{
  g_clear_handle_id (&self->slow_id, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
}

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsSummaryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsAreaTableResult) table = ans_job_run_finish (ANS_JOB (source), result, &error);

  /* A newer question may be under way, or the page be gone. */
  if (self->job != ANS_JOB (source))
    return;
  g_clear_object (&self->job);
  stop_waiting (self);
  if (table == NULL)
    {
      adw_status_page_set_description (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  g_clear_pointer (&self->result, ans_area_table_result_free);
  self->result = g_steal_pointer (&table);
  ans_summary_table_show (self->numbers, self->result);
  show_note (self);
  gtk_stack_set_visible_child_name (self->stack, self->result->rows->len > 1 ? "table" : "empty");
}

static gboolean
show_spinner (gpointer user_data)
{
  AnsSummaryPage *self = user_data;

  self->slow_id = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
stop_counting (AnsSummaryPage *self)
{
  if (self->job != NULL)
    ans_job_cancel (self->job);
  g_clear_object (&self->job);
}

static void
ask (AnsSummaryPage *self)
{
  const AnsReportPeriod period = ans_period_bar_get_period (self->period);
  const AnsDate day = day_of_numbers (self);
  Asked *asked;

  self->stale = FALSE;
  stop_counting (self);
  show_until (self);
  if (ans_area_table_has_period (self->table) && ans_date_compare (period.first, day) > 0)
    {
      stop_waiting (self);
      adw_status_page_set_description (self->problem,
                                       _ ("The period ends before it begins. Choose other days."));
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  asked = g_new0 (Asked, 1);
  asked->book = g_object_ref (self->book);
  asked->table = self->table;
  asked->day = ans_date_to_iso (day);
  asked->start = ans_area_table_has_period (self->table) ? ans_date_to_iso (period.first)
                                                         : g_strdup (asked->day);
  self->job = ans_job_new (_ ("Counting"));
  ans_job_run (self->job, count, asked, asked_free, counted, g_object_ref (self));
  if (self->slow_id == 0)
    self->slow_id = g_timeout_add (SLOW, show_spinner, self);
}

static void
refresh (AnsSummaryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask (self);
  else
    self->stale = TRUE;
}

static void
period_changed (AnsSummaryPage *self)
{
  if (self->table != NULL)
    refresh (self);
}

static void
as_of_changed (AnsSummaryPage *self)
{
  /* The window turns to another book, and ours is closed already. */
  if (ans_window_get_book (self->window) != self->book)
    return;
  if (ans_area_table_has_period (self->table))
    ans_period_bar_follow (self->period, day_of_window (self));
  refresh (self);
}

static void
ans_summary_page_map (GtkWidget *widget)
{
  AnsSummaryPage *self = ANS_SUMMARY_PAGE (widget);

  GTK_WIDGET_CLASS (ans_summary_page_parent_class)->map (widget);
  if (self->stale)
    ask (self);
}

/* --- what can be done here -------------------------------------------------------------------- */

gboolean
ans_summary_page_open (AnsSummaryPage *self, guint row, guint column)
{
  const AnsAreaTableColumn *of;
  const AnsAreaTableRow *village;
  g_autoptr (AnsListing) listing = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (ANS_IS_SUMMARY_PAGE (self), FALSE);

  if (self->result == NULL || row >= self->result->rows->len || column >= self->result->n_columns)
    return FALSE;
  listing = ans_area_table_get_list (self->result, row, column);
  if (listing == NULL)
    return FALSE;
  of = &self->table->columns[column];
  village = self->result->rows->pdata[row];
  heading = of->group_title != NULL ? g_strdup_printf ("%s · %s", of->group_title, of->title)
                                    : g_strdup (of->title);
  /* The sum is of the whole commune: its heading alone says so. */
  title = row + 1 < self->result->rows->len ? g_strdup_printf ("%s · %s", village->title, heading)
                                            : g_strdup (heading);
  ans_window_push_page (self->window, ans_list_page_new_of (self->window, listing, title));
  return TRUE;
}

static void
opened (AnsSummaryPage *self, guint row, guint column)
{
  ans_summary_page_open (self, row, column);
}

typedef struct
{
  AnsReportRequest request;
  char *first, *last;
} Paper;

/* The paper of what is shown. Of a period that is under way the paper takes today by itself. */
static const AnsReportInfo *
find_paper (AnsSummaryPage *self, Paper *paper)
{
  const AnsReportPeriod period = ans_period_bar_get_period (self->period);
  const gboolean is_today = ans_window_get_as_of (self->window) == NULL;

  if (ans_area_table_has_period (self->table))
    {
      paper->first = ans_date_to_iso (period.first);
      paper->last = ans_date_to_iso (is_today ? period.last : day_of_numbers (self));
    }
  else
    paper->last = ans_date_to_iso (day_of_numbers (self));
  paper->request = (AnsReportRequest) { .first = paper->first, .last = paper->last };
  return ans_report_find (self->table->id);
}

static void
paper_clear (Paper *paper)
{
  g_free (paper->first);
  g_free (paper->last);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsSummaryPage *self = ANS_SUMMARY_PAGE (widget);
  g_auto (Paper) paper = { 0 };
  const AnsReportInfo *info = find_paper (self, &paper);

  if (info != NULL)
    ans_window_push_full (self->window,
                          ans_print_page_new_report (self->window, info, &paper.request));
}

static void export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsSummaryPage *self = ANS_SUMMARY_PAGE (widget);
  g_auto (Paper) paper = { 0 };
  const AnsReportInfo *info = find_paper (self, &paper);
  g_autoptr (AnsPrintRequest) request =
      info != NULL ? ans_print_request_new_report (self->book, info, &paper.request) : NULL;

  if (request != NULL)
    ans_print_output_save (self->window, request, ANS_PRINT_XLSX);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.find-anything", NULL);
}

static void
choose_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_as_of_button_open (ANS_SUMMARY_PAGE (widget)->as_of);
}

/* --- object ----------------------------------------------------------------------------------- */

static void
ans_summary_page_dispose (GObject *object)
{
  AnsSummaryPage *self = ANS_SUMMARY_PAGE (object);

  g_clear_handle_id (&self->slow_id, g_source_remove);
  stop_counting (self);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_SUMMARY_PAGE);
  g_clear_pointer (&self->result, ans_area_table_result_free);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_summary_page_parent_class)->dispose (object);
}

static void
ans_summary_page_class_init (AnsSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_summary_page_dispose;
  widget_class->map = ans_summary_page_map;

  g_type_ensure (ANS_TYPE_AS_OF_BUTTON);
  g_type_ensure (ANS_TYPE_PAGE_TABS);
  g_type_ensure (ANS_TYPE_PERIOD_BAR);
  g_type_ensure (ANS_TYPE_SUMMARY_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-summary-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnsSummaryPage, name)
  BIND (title);
  BIND (as_of);
  BIND (tabs);
  BIND (stack);
  BIND (period);
  BIND (until);
  BIND (note);
  BIND (note_text);
  BIND (scrolled);
  BIND (scrollbar);
  BIND (numbers);
  BIND (spinner);
  BIND (problem);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, period_changed);
  gtk_widget_class_bind_template_callback (widget_class, opened);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "page.as-of", NULL, choose_day);
}

/* Below the table, not over its last line. */
static void
show_scrollbar (GtkAdjustment *adjustment, AnsSummaryPage *self)
{
  gtk_widget_set_visible (self->scrollbar, gtk_adjustment_get_upper (adjustment) >
                                               gtk_adjustment_get_page_size (adjustment));
}

static void
ans_summary_page_init (AnsSummaryPage *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed",
                           G_CALLBACK (show_scrollbar), self, 0);
}

AdwNavigationPage *
ans_summary_page_new (AnsWindow *window, AnsBook *book, const AnsAreaTable *table)
{
  AnsSummaryPage *self;

  g_return_val_if_fail (ANS_IS_WINDOW (window), NULL);
  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (ANS_TYPE_SUMMARY_PAGE, NULL);
  self->window = window;
  self->book = g_object_ref (book);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (table->label));
  adw_window_title_set_title (self->title, _ (table->label));
  gtk_widget_set_visible (GTK_WIDGET (self->period), ans_area_table_has_period (table));
  ans_page_tabs_set_page (self->tabs, window, table->id);
  self->table = table;
  ans_period_bar_follow (self->period, day_of_window (self));
  g_object_bind_property (window, "as-of", self->as_of, "day",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (window, "notify::as-of", G_CALLBACK (as_of_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (book, "changed", G_CALLBACK (refresh), self);
  return ADW_NAVIGATION_PAGE (self);
}

gboolean
ans_summary_page_is_ready (AnsSummaryPage *self)
{
  g_return_val_if_fail (ANS_IS_SUMMARY_PAGE (self), FALSE);
  return self->result != NULL && self->job == NULL && !self->stale;
}

AnsAreaTableResult *
ans_summary_page_get_result (AnsSummaryPage *self)
{
  g_return_val_if_fail (ANS_IS_SUMMARY_PAGE (self), NULL);
  return self->result;
}
