/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages about the plan, over the practice commune on 20/09/2022, whose figures are known. */
#include "app/ans-application.h"
#include "app/plan/ans-figure-view.h"
#include "app/plan/ans-overview.h"
#include "app/plan/ans-plan-page.h"
#include "app/plan/ans-shares.h"
#include "app/plan/ans-targets.h"
#include "app/plan/ans-tasks-view.h"
#include "app/record/ans-record-form.h"
#include "app/tour/ans-tour-folder.h"
#include "app/window/ans-window-private.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"
#include "plan/ans-plan.h"
#include "plan/ans-todo.h"
#include "practice/ans-practice.h"
#include "registry/ans-record.h"
#include "ui-fixture.h"

#define PEOPLE 10000

/* Of seed 1: see tests/unit/test-practice-poverty.c. */
#define POOR       93
#define POOR_FIRST 130

static char *master; /* made once, copied for each test */

/* Nothing was entered by hand, given to villages or done yet. */
static void
forget_work (AnsBook *book)
{
  AnsConnection *connection;
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "Làm lại từ đầu", &error));
  connection = ans_book_get_connection (book);
  g_assert_true (ans_connection_exec (connection, "DELETE FROM indicator_value", &error));
  g_assert_true (ans_connection_exec (connection, "DELETE FROM allocation", &error));
  g_assert_true (ans_connection_exec (
      connection, "UPDATE task SET status = 'CHUA', done_on = NULL", &error));
  g_assert_cmpint (ans_book_commit (book, &error), >=, 0);
  g_assert_no_error (error);
}

static void
make_master (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = ans_tour_folder_new (&error);
  AnsBook *book;

  g_assert_no_error (error);
  master = g_build_filename (dir, "plan.ansinh", NULL);
  book = ans_registry_create_book (master, NULL, &error);
  g_assert_no_error (error);
  ans_practice_fill (book, PEOPLE, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  if (ans_plan_find_current (book, NULL) == 0)
    g_assert_cmpint (ans_plan_load (book, ANS_PLAN_SHIPPED, &error), !=, 0);
  g_assert_no_error (error);
  forget_work (book);
  ans_book_close (book);
  g_object_unref (book);
}

static AnsWindow *
open_window (void)
{
  static guint number;
  AnsWindow *window = ans_window_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = NULL;

  if (master == NULL)
    make_master ();
  path = g_strdup_printf ("%s-%u.ansinh", master, ++number);
  g_file_get_contents (master, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
  book = ans_registry_open_book (path, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_settings_reset (ans_settings (), "last-area");
  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  ans_window_set_book (window, book);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle (UI_QUIET);
  return window;
}

static gboolean
is_ready (gpointer window)
{
  AdwNavigationPage *page = ans_window_get_page (window);

  return ANS_IS_PLAN_PAGE (page) && ans_plan_page_is_ready (ANS_PLAN_PAGE (page));
}

static gpointer
view_of (AnsWindow *window)
{
  g_assert_true (ANS_IS_PLAN_PAGE (ans_window_get_page (window)));
  return ans_plan_page_get_view (ANS_PLAN_PAGE (ans_window_get_page (window)));
}

static gpointer
go_to (AnsWindow *window, const char *area)
{
  ans_window_show_area (window, area);
  ui_wait (is_ready, window);
  ui_settle (UI_QUIET);
  return view_of (window);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
length_of_list (AnsWindow *window)
{
  AdwNavigationPage *page = ans_window_get_page (window);

  g_assert_true (ANS_IS_LIST_PAGE (page));
  ui_settle (UI_QUIET);
  return g_list_model_get_n_items (G_LIST_MODEL (ans_list_page_get_rows (ANS_LIST_PAGE (page))));
}

static void
undo (AnsWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  ui_settle (UI_QUIET);
}

/* --- overview -------------------------------------------------------------------------------- */

/* A book that has a plan begins with it, and what it says is known. */
static void
test_overview (void)
{
  AnsWindow *window = open_window ();
  AnsOverview *view;
  AnsFigureList *list;

  ui_wait (is_ready, window);
  ui_settle (UI_QUIET);
  view = ANS_OVERVIEW (view_of (window));
  list = ans_overview_get_list (view);
  g_assert_true (ui_would_show (view, "29 targets of the plan of 2022"));
  g_assert_true (ui_would_show (ans_figure_list_find (list, "2.3.2"), "37"));
  g_assert_true (ui_would_show (ans_figure_list_find (list, "2.3.2"), "57%"));
  g_assert_cmpint (ans_figure_row_get_standing (ans_figure_list_find (list, "2.3.2")), ==,
                   ANS_STANDING_LATE);
  /* Nobody knows is not 0. */
  g_assert_cmpint (ans_figure_row_get_standing (ans_figure_list_find (list, "2.1.1")), ==,
                   ANS_STANDING_NO_DATA);
  g_assert_true (ui_would_show (ans_figure_list_find (list, "2.1.1"), "Chưa có số liệu"));
  g_assert_true (ui_would_show (view, "Thăm hỏi, tặng quà"));
  g_assert_true (ui_would_show (view, "quá 55 ngày"));
  ui_check_names (view, "overview");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (ans_window_get_page (window)), "page.find", NULL));
  ui_settle (UI_QUIET);
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  ans_overview_set_filter (view, ANS_FIGURES_LATE);
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (list, "Số hộ nghèo giảm trong năm"));
  g_assert_false (ui_shows (list, "Số hộ tái nghèo"));
  ui_window_close (window);
}

/* Enter opens the figure, and its numbers their lists, which are as long as the numbers say. */
static void
test_figure (void)
{
  AnsWindow *window = open_window ();
  AnsOverview *view = go_to (window, "overview");
  AnsFigureRow *row = ans_figure_list_find (ans_overview_get_list (view), "2.3.2");
  GtkWidget *page, *button;
  g_autofree char *now = g_strdup_printf ("Tại ngày tính: %d", POOR);
  g_autofree char *first = g_strdup_printf ("Đầu kỳ: %d", POOR_FIRST);

  g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
  ui_settle (UI_QUIET);
  g_assert_true (ANS_IS_FIGURE_VIEW (view_of (window)));
  page = view_of (window);
  g_assert_true (ui_would_show (page, "Thực hiện 37 hộ, yêu cầu từ 65 hộ trở lên."));
  g_assert_true (ui_would_show (page, "Tính từ sổ"));
  g_assert_true (ui_would_show (page, "Kế hoạch không nói tính theo số giảm ròng"));
  ui_check_names (page, "figure");

  button = find_button (page, now);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (length_of_list (window), ==, POOR);
  ans_window_pop (window);
  ui_settle (UI_QUIET);
  button = find_button (view_of (window), first);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (length_of_list (window), ==, POOR_FIRST);
  ans_window_pop (window);
  ui_settle (UI_QUIET);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (ans_window_get_page (window)), "page.next", NULL));
  ui_settle (UI_QUIET);
  g_assert_cmpstr (adw_navigation_page_get_title (ans_window_get_page (window)), ==,
                   "Indicator 2.3.3");
  g_assert_true (ui_would_show (view_of (window), "Số hộ tái nghèo"));
  ui_window_close (window);
}

/* The villages of the table make the commune, each with its own list. */
static void
test_villages (void)
{
  AnsWindow *window = open_window ();
  AnsOverview *view = go_to (window, "overview");
  AnsFigures *figures = ans_plan_view_get_figures (ANS_PLAN_VIEW (view));
  AnsFigure *figure = ans_figures_find (figures, "2.3.2");
  const GArray *villages = ans_figures_get_villages (figures);
  guint sum = 0;

  ans_plan_view_open_figure (ANS_PLAN_VIEW (view), figure);
  ui_settle (UI_QUIET);
  for (guint i = 0; i < villages->len; i++)
    {
      const gint64 village = g_array_index (villages, AnsFigureVillage, i).id;

      g_assert_true (ans_figure_view_open_part (view_of (window), ANS_PART_NUMERATOR, village));
      sum += length_of_list (window);
      ans_window_pop (window);
      ui_settle (UI_QUIET);
    }
  g_assert_cmpuint (sum, ==, POOR);
  ui_window_close (window);
}

/* What is entered by hand is the figure at once. */
static void
test_by_hand (void)
{
  AnsWindow *window = open_window ();
  AnsOverview *view = go_to (window, "overview");
  AnsBook *book = ans_window_get_book (window);
  AnsFigureRow *row = ans_figure_list_find (ans_overview_get_list (view), "2.1.1");
  g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_indicator_values);
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;
  AnsRecord *entry;

  ans_record_set_int (record, "indicator",
                      ans_figure_get_indicator (ans_figure_row_get_figure (row))->id);
  ans_record_set (record, "day", "2022-09-15");
  ans_record_set (record, "value", "96");
  ans_record_set (record, "source", "Báo cáo của các thôn");
  g_assert_true (ans_record_save (record, &error));
  g_assert_no_error (error);
  ui_settle (UI_QUIET);
  row = ans_figure_list_find (ans_overview_get_list (view), "2.1.1");
  g_assert_cmpint (ans_figure_row_get_standing (row), ==, ANS_STANDING_ON_TIME);
  g_assert_true (ui_would_show (row, "80%"));

  g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
  ui_settle (UI_QUIET);
  g_assert_true (ui_would_show (view_of (window), "15/09/2022: 96 người"));
  g_assert_true (ui_would_show (view_of (window), "còn thiếu 24 người, cần 8 người/tháng"));
  g_assert_true (ui_would_show (view_of (window), "nguồn: Báo cáo của các thôn"));

  /* The form of another one knows which indicator and which day it is of. */
  g_assert_true (gtk_widget_activate_action (view_of (window), "figure.enter", NULL));
  ui_settle (UI_QUIET);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ANS_IS_RECORD_FORM (dialog));
  entry = ans_record_form_get_record (ANS_RECORD_FORM (dialog));
  g_assert_cmpint (ans_record_get_int (entry, "indicator"), ==,
                   ans_record_get_int (record, "indicator"));
  g_assert_cmpstr (ans_record_get (entry, "day"), ==, "2022-09-20");
  adw_dialog_force_close (dialog);
  ui_window_close (window);
}

static void
test_no_plan (void)
{
  AnsWindow *window = ui_window_new ();
  AnsPlanPage *page;

  ans_window_show_area (window, "overview");
  ui_settle (UI_QUIET);
  page = ANS_PLAN_PAGE (ans_window_get_page (window));
  g_assert_true (ui_shows (page, "The book has no plan yet"));
  ui_check_names (page, "no plan");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (page), "page.load-plan", "s", ANS_PLAN_SHIPPED));
  ui_wait (is_ready, window);
  ui_settle (UI_QUIET);
  g_assert_nonnull (ans_figure_list_find (ans_overview_get_list (view_of (window)), "2.3.2"));
  undo (window);
  g_assert_true (ui_shows (page, "The book has no plan yet"));
  ui_window_close (window);
}

/* --- plan ------------------------------------------------------------------------------------ */

/* Another target is typed where it stands: the verdict moves, and undo brings it back. */
static void
test_target (void)
{
  AnsWindow *window = open_window ();
  AnsTargets *view = go_to (window, "plan-targets");
  AnsFigureRow *row = ans_figure_list_find (ans_targets_get_list (view), "2.3.2");
  AnsNumberCell *cell = ans_figure_row_get_cell (row);
  const gint64 actions = ui_count_actions (ans_window_get_book (window));

  g_assert_cmpstr (ans_number_cell_get_value (cell), ==, "65");
  ui_check_names (view, "targets");
  g_assert_false (ans_number_cell_type (cell, "ba mươi"));
  g_assert_cmpint (ui_count_actions (ans_window_get_book (window)), ==, actions);
  g_assert_true (ans_number_cell_type (cell, "30"));
  ui_settle (UI_QUIET);
  g_assert_cmpint (ui_count_actions (ans_window_get_book (window)), ==, actions + 1);
  g_assert_cmpint (ans_figure_row_get_standing (row), ==, ANS_STANDING_MET);
  undo (window);
  g_assert_cmpint (ans_figure_row_get_standing (row), ==, ANS_STANDING_LATE);
  g_assert_cmpstr (ans_number_cell_get_value (cell), ==, "65");
  /* An indicator that asks for something can't be without a target. */
  ans_number_cell_type (cell, "");
  ui_settle (UI_QUIET);
  g_assert_cmpstr (ans_number_cell_get_value (cell), ==, "65");
  ui_window_close (window);
}

/* The plan contradicts itself: it is told, with where. */
static void
test_clashes (void)
{
  AnsWindow *window = open_window ();
  AnsTargets *view = go_to (window, "plan-targets");

  g_assert_true (ui_would_show (view, "Kế hoạch nêu hai mức"));
  g_assert_true (ui_would_show (view, "trên địa bàn huyện"));
  ui_window_close (window);
}

static gint64
find_task (AnsBook *book, const char *code)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM task WHERE code = '%s'", code);

  return ans_connection_get_int (ans_book_get_connection (book), sql, 0);
}

static void
test_tasks (void)
{
  AnsWindow *window = open_window ();
  AnsTasksView *view = go_to (window, "plan-tasks");
  const gint64 task = find_task (ans_window_get_book (window), "4.3");

  g_assert_true (ui_would_show (view, "18 nhiệm vụ · 0 hoàn thành · 1 quá hạn"));
  g_assert_true (ui_would_show (view, "hạn 27/07/2022, quá 55 ngày"));
  ui_check_names (view, "tasks");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (view), "tasks.state", "(xs)", task, ANS_TASK_DONE));
  ui_settle (UI_QUIET);
  g_assert_true (ui_would_show (view, "18 nhiệm vụ · 1 hoàn thành · 0 quá hạn"));
  undo (window);
  g_assert_true (ui_would_show (view, "18 nhiệm vụ · 0 hoàn thành · 1 quá hạn"));
  ui_window_close (window);
}

static void
test_shares (void)
{
  AnsWindow *window = open_window ();
  AnsShares *view = go_to (window, "plan-shares");
  AnsFigures *figures = ans_plan_view_get_figures (ANS_PLAN_VIEW (view));
  const GArray *villages = ans_figures_get_villages (figures);
  const gint64 first = g_array_index (villages, AnsFigureVillage, 0).id;
  const gint64 second = g_array_index (villages, AnsFigureVillage, 1).id;
  AnsNumberCell *cell = ans_shares_get_cell (view, "2.1.1", first);

  g_assert_nonnull (cell);
  g_assert_null (ans_shares_get_cell (view, "2.1.3", first)); /* shares don't add up */
  g_assert_cmpstr (ans_shares_get_warning (view, "2.1.1"), ==, "chưa giao");
  ui_check_names (view, "shares");
  g_assert_true (ans_number_cell_type (cell, "100"));
  ui_settle (UI_QUIET);
  g_assert_cmpstr (ans_shares_get_sum (view, "2.1.1"), ==, "100");
  g_assert_cmpstr (ans_shares_get_warning (view, "2.1.1"), ==, "thiếu 20");
  g_assert_true (ui_shows (view, "less than the target of 120"));
  ans_number_cell_type (ans_shares_get_cell (view, "2.1.1", second), "25");
  ui_settle (UI_QUIET);
  g_assert_cmpstr (ans_shares_get_sum (view, "2.1.1"), ==, "125");
  g_assert_cmpstr (ans_shares_get_warning (view, "2.1.1"), ==, "vượt 5");
  /* A part is not more than its whole. */
  ans_number_cell_type (ans_shares_get_cell (view, "2.1.2", second), "26");
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (view, "2.1.2 is a part of 2.1.1, but the share of"));
  undo (window);
  undo (window);
  g_assert_cmpstr (ans_shares_get_sum (view, "2.1.1"), ==, "100");
  /* An emptied cell is no share, and not one of 0. */
  ans_number_cell_type (cell, "");
  ui_settle (UI_QUIET);
  g_assert_cmpstr (ans_shares_get_warning (view, "2.1.1"), ==, "chưa giao");
  g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (ans_window_get_book (window)),
                                           "SELECT count(*) FROM allocation", -1),
                   ==, 0);
  undo (window);
  g_assert_cmpstr (ans_number_cell_get_value (cell), ==, "100");
  ui_window_close (window);
}

/* The plan of the next year: shares come along, results don't. */
static void
test_copy (void)
{
  AnsWindow *window = open_window ();
  AnsShares *view = go_to (window, "plan-shares");
  AnsBook *book = ans_window_get_book (window);
  const GArray *villages =
      ans_figures_get_villages (ans_plan_view_get_figures (ANS_PLAN_VIEW (view)));
  const gint64 first = g_array_index (villages, AnsFigureVillage, 0).id;
  AdwDialog *dialog;
  GtkWidget *button;

  ans_number_cell_type (ans_shares_get_cell (view, "2.1.1", first), "17");
  ui_settle (UI_QUIET);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ans_window_get_page (window)),
                                             "page.copy-plan", NULL));
  ui_settle (UI_QUIET);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  button = find_button (GTK_WIDGET (dialog), "C_opy");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_wait (is_ready, window);
  ui_settle (UI_QUIET);
  g_assert_cmpint (ans_plan_find_year (book, 2023), !=, 0);
  g_assert_cmpint (ans_plan_source_get_year (ans_plan_view_get_source (ANS_PLAN_VIEW (view))), ==,
                   2023);
  g_assert_cmpstr (ans_number_cell_get_value (ans_shares_get_cell (view, "2.1.1", first)), ==,
                   "17");
  /* And back to this year's. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ans_window_get_page (window)),
                                             "page.show-plan", "x",
                                             ans_plan_find_year (book, 2022)));
  ui_wait (is_ready, window);
  g_assert_cmpint (ans_plan_source_get_year (ans_plan_view_get_source (ANS_PLAN_VIEW (view))), ==,
                   2022);
  ui_window_close (window);
}

/* Arrows go from cell to cell, as in a spreadsheet. */
static void
test_keys (void)
{
  AnsWindow *window = open_window ();
  AnsShares *view = go_to (window, "plan-shares");
  const GArray *villages =
      ans_figures_get_villages (ans_plan_view_get_figures (ANS_PLAN_VIEW (view)));
  const gint64 first = g_array_index (villages, AnsFigureVillage, 0).id;
  const gint64 second = g_array_index (villages, AnsFigureVillage, 1).id;
  GtkWidget *cell = GTK_WIDGET (ans_shares_get_cell (view, "2.1.1", first));

  g_signal_emit_by_name (cell, "move", 0, 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (ans_shares_get_cell (view, "2.1.1", second))));
  g_signal_emit_by_name (ans_shares_get_cell (view, "2.1.1", second), "move", 1, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (ans_shares_get_cell (view, "2.1.2", second))));
  ui_window_close (window);
}

/* Everything finds room in a window of 400 pixels. */
static void
test_narrow (void)
{
  static const char *const areas[] = { "overview", "plan-targets", "plan-tasks", "plan-shares" };
  AnsWindow *window = open_window ();
  int minimum;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 800);
  ui_settle (UI_QUIET);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      GtkWidget *view = go_to (window, areas[i]);

      g_assert_cmpint (ans_plan_view_get_layout (ANS_PLAN_VIEW (view)), ==, ANS_PLAN_NARROW);
      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 400);
    }
  ui_window_close (window);
}

/* Another day of the window is another day of the figures. */
static void
test_day (void)
{
  AnsWindow *window = open_window ();
  AnsOverview *view = go_to (window, "overview");

  ans_window_set_as_of (window, "2022-01-01");
  ui_wait (is_ready, window);
  ui_settle (UI_QUIET);
  g_assert_true (
      ui_would_show (ans_figure_list_find (ans_overview_get_list (view), "2.3.2"), "0%"));
  ans_window_set_as_of (window, NULL);
  ui_wait (is_ready, window);
  ui_settle (UI_QUIET);
  g_assert_true (
      ui_would_show (ans_figure_list_find (ans_overview_get_list (view), "2.3.2"), "57%"));
  ui_window_close (window);
}

static void
test_todo (void)
{
  AnsWindow *window = open_window ();
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (GPtrArray) todos =
      ans_todo_collect (book, ans_plan_find_current (book, NULL), ans_date_new (2022, 9, 20));
  guint ages = 0;

  for (guint i = 0; i < todos->len; i++)
    {
      const AnsTodo *todo = todos->pdata[i];

      if (i > 0)
        g_assert_cmpint (ans_date_compare (((AnsTodo *) todos->pdata[i - 1])->due, todo->due), <=,
                         0);
      g_assert_true (todo->reg != NULL || todo->list != NULL);
      if (todo->list == NULL)
        continue;
      /* The number of the title is the length of the list. */
      g_assert_cmpint (g_ascii_strtoll (todo->title, NULL, 10), ==,
                       ans_listing_count (todo->list, ans_book_get_connection (book), NULL));
      ages++;
    }
  g_assert_cmpuint (ages, >=, 1);
  ui_window_close (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/plan-pages/overview", test_overview);
  g_test_add_func ("/ui/plan-pages/figure", test_figure);
  g_test_add_func ("/ui/plan-pages/villages", test_villages);
  g_test_add_func ("/ui/plan-pages/by-hand", test_by_hand);
  g_test_add_func ("/ui/plan-pages/no-plan", test_no_plan);
  g_test_add_func ("/ui/plan-pages/target", test_target);
  g_test_add_func ("/ui/plan-pages/clashes", test_clashes);
  g_test_add_func ("/ui/plan-pages/tasks", test_tasks);
  g_test_add_func ("/ui/plan-pages/shares", test_shares);
  g_test_add_func ("/ui/plan-pages/copy", test_copy);
  g_test_add_func ("/ui/plan-pages/keys", test_keys);
  g_test_add_func ("/ui/plan-pages/narrow", test_narrow);
  g_test_add_func ("/ui/plan-pages/day", test_day);
  g_test_add_func ("/ui/plan-pages/todo", test_todo);
  return g_test_run ();
}
