/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summaries by village: numbers, their doors, their period, and what they follow. */
#include "app/area/ans-period-bar.h"
#include "app/area/ans-summary-page.h"
#include "app/area/ans-summary-table.h"
#include "app/print/ans-report-options.h"
#include "app/record/ans-day-button.h"
#include "app/window/ans-window-private.h"
#include "areas/ans-poverty.h"
#include "store/ans-undo.h"
#include "ui-fixture.h"

static gboolean
is_ready (gpointer page)
{
  return ans_summary_page_is_ready (page);
}

static AnsSummaryPage *
show (AnsWindow *window, const char *table)
{
  AdwNavigationPage *page;

  ans_window_show_area (window, table);
  ui_settle (50);
  page = ans_window_get_page (window);
  g_assert_true (ANS_IS_SUMMARY_PAGE (page));
  ui_wait (is_ready, page);
  return ANS_SUMMARY_PAGE (page);
}

static AnsSummaryTable *
table_of (AnsSummaryPage *page)
{
  return ui_child (page, "AnsSummaryPage", "numbers");
}

static AnsPeriodBar *
period_of (AnsSummaryPage *page)
{
  return ui_child (page, "AnsSummaryPage", "period");
}

static gboolean
list_is_there (gpointer page)
{
  return !ans_row_model_is_loading (ans_list_page_get_rows (page));
}

/* Rows of the list that the number opened. */
static guint
count_opened (AnsWindow *window)
{
  AdwNavigationPage *page = ans_window_get_page (window);

  g_assert_true (ANS_IS_LIST_PAGE (page));
  ui_wait (list_is_there, page);
  return g_list_model_get_n_items (G_LIST_MODEL (ans_list_page_get_rows (ANS_LIST_PAGE (page))));
}

/* Each number of the first village and of the sum that has a list is the length of it. */
static guint
check_doors (AnsWindow *window, AnsSummaryPage *page)
{
  AnsAreaTableResult *result = ans_summary_page_get_result (page);
  guint n = 0;

  for (guint i = 0; i < result->rows->len; i += result->rows->len - 1)
    for (guint j = 0; j < result->n_columns; j++)
      {
        GtkWidget *cell = ans_summary_table_get_cell (table_of (page), i, j);
        const gint64 value = ((AnsAreaTableRow *) result->rows->pdata[i])->values[j];
        const gboolean has_list = result->table->columns[j].kind != ANS_TABLE_CELL_PERCENT;

        if (cell == NULL)
          continue;
        g_assert_cmpint (GTK_IS_BUTTON (cell), ==, has_list && value >= 0);
        if (!GTK_IS_BUTTON (cell))
          {
            g_assert_false (ans_summary_page_open (page, i, j));
            continue;
          }
        g_signal_emit_by_name (cell, "clicked");
        g_assert_cmpint (count_opened (window), ==, value);
        ans_window_pop (window);
        ui_settle (5);
        n++;
      }
  return n;
}

static void
test_numbers (void)
{
  AnsWindow *window = ui_window_new ();
  AnsSummaryPage *page;
  AnsAreaTableResult *result;

  ans_window_set_as_of (window, "2022-09-20");
  page = show (window, "poverty-by-village");
  ui_check_names (page, G_STRFUNC);
  result = ans_summary_page_get_result (page);
  g_assert_cmpstr (result->start, ==, "2022-01-01");
  g_assert_cmpstr (result->day, ==, "2022-09-20");
  g_assert_cmpuint (result->rows->len, >, 2);
  g_assert_cmpint (ans_area_table_get (result, result->rows->len - 1, "poor-end"), >, 0);
  g_assert_cmpuint (check_doors (window, page), >, 16);
  page = show (window, "poverty-deprivations");
  g_assert_cmpuint (check_doors (window, page), >, 16);
  ui_window_close (window);
}

/* --- keys --------------------------------------------------------------------------------------
 */

static void
assert_focus (AnsWindow *window, AnsSummaryPage *page, guint row, const char *column)
{
  const int index = ans_area_table_find_column (ans_summary_page_get_result (page)->table, column);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 ans_summary_table_get_cell (table_of (page), row, (guint) index));
}

static void
test_keys (void)
{
  AnsWindow *window = ui_window_new ();
  AnsSummaryPage *page;
  GtkWidget *table;
  GtkAdjustment *adjustment;

  ans_window_set_as_of (window, "2022-09-20");
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 800);
  page = show (window, "poverty-by-village");
  table = GTK_WIDGET (table_of (page));
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (table));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment));
  g_assert_true (gtk_widget_grab_focus (table));
  assert_focus (window, page, 0, "households");
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_RIGHT));
  assert_focus (window, page, 0, "poor-start");
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_DOWN));
  assert_focus (window, page, 1, "poor-start");
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_LEFT));
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_LEFT));
  assert_focus (window, page, 1, "households");
  for (guint i = 0; i < 20; i++)
    g_assert_true (gtk_widget_child_focus (table, GTK_DIR_RIGHT));
  assert_focus (window, page, 1, "near-poor-rate");
  /* What has the focus is in sight, and the villages stay so. */
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  g_assert_true (ui_shows (page, "Bắc Sơn"));
  /* The table is one stop for Tab. */
  g_assert_false (gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD));
  ui_window_close (window);
}

/* --- what it follows ---------------------------------------------------------------------------
 */

static gint64
poor_at_end (AnsSummaryPage *page)
{
  AnsAreaTableResult *result = ans_summary_page_get_result (page);

  return ans_area_table_get (result, result->rows->len - 1, "poor-end");
}

static void
test_follow (void)
{
  AnsWindow *window = ui_window_new ();
  AnsBook *book = ans_window_get_book (window);
  AnsSummaryPage *page;
  g_autoptr (AnsRecord) status = ans_record_new (book, &ans_register_poverty_statuses);
  g_autoptr (GError) error = NULL;
  gint64 before;

  ans_window_set_as_of (window, "2022-09-20");
  page = show (window, "poverty-by-village");
  before = poor_at_end (page);
  ans_record_set_int (status, "household",
                      ans_connection_get_int (ans_book_get_connection (book),
                                              "SELECT h.id FROM household h WHERE h.status = "
                                              "'DANG_CU_TRU' AND NOT EXISTS (SELECT 1 FROM "
                                              "poverty_status s WHERE s.household = h.id) LIMIT 1",
                                              0));
  ans_record_set (status, "from_date", "2022-08-01");
  ans_record_set (status, "status", ANS_POVERTY_POOR);
  ans_record_save (status, &error);
  g_assert_no_error (error);
  ui_wait (is_ready, page);
  g_assert_cmpint (poor_at_end (page), ==, before + 1);
  ans_undo_report_free (ans_undo (book, 0, FALSE, &error));
  g_assert_no_error (error);
  ui_wait (is_ready, page);
  g_assert_cmpint (poor_at_end (page), ==, before);

  /* Another day of the window is another period, unless the days are her own. */
  ans_window_set_as_of (window, "2021-05-10");
  ui_wait (is_ready, page);
  g_assert_cmpstr (ans_summary_page_get_result (page)->start, ==, "2021-01-01");
  g_assert_cmpstr (ans_summary_page_get_result (page)->day, ==, "2021-05-10");
  ui_window_close (window);
}

static void
test_period (void)
{
  AnsWindow *window = ui_window_new ();
  AnsSummaryPage *page;
  GtkWidget *note;

  ans_window_set_as_of (window, "2022-09-20");
  page = show (window, "poverty-by-village");
  note = ui_child (page, "AnsSummaryPage", "note");
  g_assert_false (gtk_widget_get_visible (note));
  ans_period_bar_set_period (period_of (page), (AnsReportPeriod) { ans_date_new (2022, 4, 1),
                                                                   ans_date_new (2022, 6, 30) });
  ui_wait (is_ready, page);
  g_assert_cmpstr (ans_summary_page_get_result (page)->day, ==, "2022-06-30");
  gtk_widget_activate_action (GTK_WIDGET (period_of (page)), "period.next", NULL);
  ui_wait (is_ready, page);
  g_assert_cmpstr (ans_summary_page_get_result (page)->start, ==, "2022-07-01");
  g_assert_cmpstr (ans_summary_page_get_result (page)->day, ==, "2022-09-20");

  /* Lists of two standards are not subtracted, and the page says so. */
  ans_period_bar_set_period (period_of (page), (AnsReportPeriod) { ans_date_new (2021, 12, 31),
                                                                   ans_date_new (2022, 9, 14) });
  ui_wait (is_ready, page);
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_true (ui_shows (page, "2016–2020"));
  g_assert_cmpint (ans_area_table_get (ans_summary_page_get_result (page), 0, "other-in"), ==, -1);
  ui_window_close (window);
}

/* --- the paper ---------------------------------------------------------------------------------
 */

static gboolean
has_paper (gpointer page)
{
  return ui_find (page, ANS_TYPE_REPORT_OPTIONS) != NULL &&
         g_str_equal (gtk_stack_get_visible_child_name (ui_child (page, "AnsPrintPage", "stack")),
                      "pages");
}

static gboolean
is_checked (gpointer panel)
{
  return !ui_shows (panel, "Looking for contradictions");
}

/* The preview is of the period that the page shows. */
static void
test_print (void)
{
  AnsWindow *window = ui_window_new ();
  AnsSummaryPage *page;
  AdwNavigationPage *preview;
  GtkWidget *panel;

  ans_window_set_as_of (window, "2022-09-20");
  page = show (window, "poverty-by-village");
  ans_period_bar_set_period (period_of (page), (AnsReportPeriod) { ans_date_new (2022, 4, 1),
                                                                   ans_date_new (2022, 6, 30) });
  ui_wait (is_ready, page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.print", NULL));
  preview = ans_window_get_page (window);
  ui_wait (has_paper, preview);
  panel = ui_find (preview, ANS_TYPE_REPORT_OPTIONS);
  g_assert_cmpstr (ans_day_button_get_day (ui_child (panel, "AnsReportOptions", "first")), ==,
                   "2022-04-01");
  g_assert_cmpstr (ans_day_button_get_day (ui_child (panel, "AnsReportOptions", "last")), ==,
                   "2022-06-30");
  ui_wait (is_checked, panel);
  ui_window_close (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/summary/numbers", test_numbers);
  g_test_add_func ("/ui/summary/keys", test_keys);
  g_test_add_func ("/ui/summary/follow", test_follow);
  g_test_add_func ("/ui/summary/period", test_period);
  g_test_add_func ("/ui/summary/print", test_print);
  return g_test_run ();
}
