/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list page as an officer uses it. */
#include "app/ans-application.h"
#include "app/list/ans-list-table.h"
#include "app/record/ans-record-form.h"
#include "app/window/ans-window-private.h"
#include "registry/ans-record.h"
#include "ui-fixture.h"

typedef struct
{
  AnsWindow *window;
  AnsListPage *page;
  AnsListTable *table;
  GListModel *rows;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "column-layouts", "sort-orders", "grouped-lists" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (ans_settings (), keys[i]);
  fixture->window = ui_window_new ();
  fixture->page = ui_window_show_list (fixture->window, "people");
  fixture->table = ui_find (fixture->page, ANS_TYPE_LIST_TABLE);
  g_assert_nonnull (fixture->table);
  fixture->rows = G_LIST_MODEL (ans_list_page_get_rows (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (fixture->window);
}

static double
scroll_of (Fixture *fixture)
{
  GtkScrolledWindow *scrolled = ui_find (fixture->table, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scrolled));
}

static const char *
display_of (Fixture *fixture, guint position, const char *column)
{
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (
      ans_listing_get_info (ans_list_page_get_listing (fixture->page)), &n);
  g_autoptr (AnsRow) row = g_list_model_get_item (fixture->rows, position);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (columns[i].id, column))
      return ans_row_get_display (row, i);
  g_assert_not_reached ();
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (fixture->rows), ==, UI_PEOPLE);
  g_assert_true (ui_shows (fixture->table, display_of (fixture, 0, "full_name")));
  g_assert_true (ui_shows (fixture->page, "Total: 300 people"));
  g_assert_true (ui_shows (fixture->page, "Personal number"));
}

/* A number of papers is masked until somebody asks for it. */
static void
test_masked (Fixture *fixture, gconstpointer data)
{
  guint position = 0;
  const char *number;

  while (*(number = display_of (fixture, position, "id_no")) == '\0')
    position++;
  g_assert_cmpuint (strlen (number), ==, 12);
  g_assert_false (ui_shows (fixture->table, number));
  ans_list_table_reveal (fixture->table,
                         ans_row_model_get_id (ANS_ROW_MODEL (fixture->rows), position));
  g_assert_true (ui_shows (fixture->table, number));
  ans_list_table_reveal (fixture->table,
                         ans_row_model_get_id (ANS_ROW_MODEL (fixture->rows), position));
  g_assert_false (ui_shows (fixture->table, number));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup (display_of (fixture, 12, "full_name"));
  guint n;

  ans_list_page_set_search (fixture->page, name);
  ui_settle (UI_QUIET);
  n = g_list_model_get_n_items (fixture->rows);
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <, UI_PEOPLE);
  g_assert_true (ui_shows (fixture->table, name));

  ans_list_page_set_search (fixture->page, "xyzzyx");
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (fixture->page, "Nobody matches"));
  g_assert_true (ui_shows (fixture->page, "“xyzzyx”"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.clear-conditions", NULL);
  ui_settle (UI_QUIET);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->rows), ==, UI_PEOPLE);
  g_assert_true (ui_shows (fixture->page, "Total: 300 people"));
}

/* Enter goes from the search to the list, where the arrows move and Enter opens. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkSearchEntry *search = ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_grab_focus (GTK_WIDGET (search));
  g_assert_cmpuint (ans_list_table_get_cursor (fixture->table), ==, GTK_INVALID_LIST_POSITION);
  g_signal_emit_by_name (search, "activate");
  ui_settle (UI_QUIET);
  g_assert_cmpuint (ans_list_table_get_cursor (fixture->table), ==, 0);
  ans_list_table_focus_row (fixture->table, 250);
  ui_settle (UI_QUIET);
  g_assert_cmpuint (ans_list_table_get_cursor (fixture->table), ==, 250);
}

static GtkColumnViewColumn *
find_column (Fixture *fixture, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (ans_list_table_get_view (fixture->table));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column; /* kept by the view */
    }
  return NULL;
}

/* A click on a header asks the book anew, and starts at the top. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view = ans_list_table_get_view (fixture->table);
  AnsListing *listing = ans_list_page_get_listing (fixture->page);
  gboolean descending;
  g_autofree char *oldest = NULL;

  ans_list_table_focus_row (fixture->table, 200);
  ui_settle (UI_QUIET);
  g_assert_cmpfloat (scroll_of (fixture), >, 1000);
  gtk_column_view_sort_by_column (view, find_column (fixture, "birth"), GTK_SORT_ASCENDING);
  ui_settle (UI_QUIET);
  g_assert_cmpstr (ans_listing_get_sort (listing, &descending), ==, "birth");
  g_assert_false (descending);
  g_assert_cmpfloat (scroll_of (fixture), <, 1);
  oldest = g_strdup (display_of (fixture, 0, "full_name"));

  gtk_column_view_sort_by_column (view, find_column (fixture, "birth"), GTK_SORT_DESCENDING);
  ui_settle (UI_QUIET);
  g_assert_cmpstr (ans_listing_get_sort (listing, &descending), ==, "birth");
  g_assert_true (descending);
  g_assert_cmpstr (display_of (fixture, UI_PEOPLE - 1, "full_name"), ==, oldest);
  g_assert_true (ui_shows (fixture->page, "by date of birth, descending"));
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  const AnsListingGroup *group;
  g_autofree char *count = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.group", NULL);
  ui_settle (UI_QUIET);
  group = ans_row_model_get_group (ANS_ROW_MODEL (fixture->rows), 0);
  g_assert_nonnull (group);
  count = g_strdup_printf ("%u people", group->count);
  g_assert_true (ui_shows (fixture->table, group->title));
  g_assert_true (ui_shows (fixture->table, count));
  g_assert_cmpfloat (scroll_of (fixture), <, 1);
  /* It is remembered for the next time. */
  {
    g_auto (GStrv) grouped = g_settings_get_strv (ans_settings (), "grouped-lists");

    g_assert_true (g_strv_contains ((const char *const *) grouped, "people"));
  }
}

/* An edit far down in the list leaves the eye where it was, and the ticks on their rows. */
static void
test_edit_keeps_place (Fixture *fixture, gconstpointer data)
{
  AnsListSelection *selection = ans_list_page_get_selection (fixture->page);
  AnsRowModel *rows = ANS_ROW_MODEL (fixture->rows);
  gint64 id = ans_row_model_get_id (rows, 195);
  gint64 ticked = ans_row_model_get_id (rows, 192);
  double before;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record =
      ans_record_load (ans_window_get_book (fixture->window), &ans_register_people, id, &error);

  g_assert_no_error (error);
  ans_list_table_focus_row (fixture->table, 200);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 192, FALSE);
  ui_settle (UI_QUIET);
  before = scroll_of (fixture);
  g_assert_cmpfloat (before, >, 1000);

  ans_record_set (record, "birth", "1950-05-05");
  ans_record_save (record, &error);
  g_assert_no_error (error);
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (fixture->table, "05/05/1950"));
  g_assert_cmpfloat_with_epsilon (scroll_of (fixture), before, 2);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection),
                                                  ans_row_model_get_position (rows, ticked)));

  /* A new name takes the row elsewhere; the others stay in sight. */
  ans_record_set (record, "full_name", "An Văn A");
  ans_record_save (record, &error);
  g_assert_no_error (error);
  ui_settle (UI_QUIET);
  g_assert_cmpuint (ans_row_model_get_position (rows, id), <, 190);
  g_assert_true (
      ui_shows (fixture->table,
                display_of (fixture, ans_row_model_get_position (rows, ticked), "full_name")));
  g_assert_cmpuint (ans_list_selection_get_count (selection), ==, 1);

  /* Ctrl+Z, twice. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle (UI_QUIET);
  g_assert_cmpuint (ans_row_model_get_position (rows, id), ==, 195);
}

static void
test_tick (Fixture *fixture, gconstpointer data)
{
  GtkActionBar *bar = ui_find (fixture->page, GTK_TYPE_ACTION_BAR);
  GtkCheckButton *check = ui_find (fixture->table, GTK_TYPE_CHECK_BUTTON);

  g_assert_nonnull (bar);
  g_assert_false (gtk_action_bar_get_revealed (bar));
  gtk_check_button_set_active (check, TRUE);
  g_assert_cmpuint (ans_list_selection_get_count (ans_list_page_get_selection (fixture->page)), ==,
                    1);
  ui_settle (UI_QUIET);
  g_assert_true (gtk_action_bar_get_revealed (bar));
  g_assert_true (ui_shows (bar, "1 person ticked"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.select-all", NULL);
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (bar, "The whole list is ticked: 300 people"));
  gtk_check_button_set_active (check, FALSE);
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (bar, "299 people ticked"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.clear-selection", NULL);
  g_assert_false (gtk_action_bar_get_revealed (bar));
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) layouts = NULL;
  const char *layout;

  g_assert_nonnull (find_column (fixture, "sex"));
  g_assert_null (find_column (fixture, "ethnicity"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.hide-column", "s", "sex");
  g_assert_null (find_column (fixture, "sex"));
  gtk_column_view_column_set_fixed_width (find_column (fixture, "birth"), 150);
  while (!g_variant_lookup ((layouts = g_settings_get_value (ans_settings (), "column-layouts")),
                            "people", "&s", &layout) ||
         strstr (layout, "birth:150") == NULL)
    {
      g_clear_pointer (&layouts, g_variant_unref);
      ui_settle (UI_QUIET);
    }
  g_assert_nonnull (strstr (layout, "-sex"));
  g_assert_nonnull (strstr (layout, "full_name"));
}

static void
test_filter_and_day (Fixture *fixture, gconstpointer data)
{
  AnsListing *listing = ans_list_page_get_listing (fixture->page);
  guint women, later;

  ans_listing_set_filter (listing, "sex", "NU");
  ui_settle (UI_QUIET);
  women = g_list_model_get_n_items (fixture->rows);
  g_assert_cmpuint (women, >, 50);
  g_assert_cmpuint (women, <, 250);
  g_assert_true (ui_shows (fixture->page, "Sex:"));
  g_assert_true (ui_shows (fixture->page, "Nữ"));

  ans_window_set_as_of (fixture->window, "2021-01-01");
  ui_settle (UI_QUIET);
  later = g_list_model_get_n_items (fixture->rows);
  g_assert_cmpuint (later, !=, women);
  g_assert_true (ui_shows (fixture->page, "As of 01/01/2021"));
  ans_window_set_as_of (fixture->window, NULL);
  ui_settle (UI_QUIET);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->rows), ==, women);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  gboolean narrow;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 800);
  ui_settle (UI_QUIET);
  g_object_get (fixture->page, "narrow", &narrow, NULL);
  g_assert_true (narrow);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 410);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_true (ui_shows (fixture->page, display_of (fixture, 0, "full_name")));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  ui_settle (UI_QUIET);
  g_object_get (fixture->page, "narrow", &narrow, NULL);
  g_assert_false (narrow);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (ans_list_table_get_view (fixture->table), "activate", 3);
  ui_settle (UI_QUIET);
  g_assert_true (ans_window_get_page (fixture->window) != ADW_NAVIGATION_PAGE (fixture->page));
  g_assert_true (
      ui_shows (ans_window_get_page (fixture->window), display_of (fixture, 3, "full_name")));
  ans_window_pop (fixture->window);
  ui_settle (UI_QUIET);
  g_assert_true (ans_window_get_page (fixture->window) == ADW_NAVIGATION_PAGE (fixture->page));
}

/* A form that closes gives the focus back to the list, wherever it was opened from. */
static void
test_focus_after_form (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (ans_list_table_get_view (fixture->table));
  AdwDialog *form;
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.add", NULL);
  ui_settle (UI_QUIET);
  form = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ANS_IS_RECORD_FORM (form));
  adw_dialog_force_close (form);
  ui_settle (UI_QUIET);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (focus == view || gtk_widget_is_ancestor (focus, view));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/ui/list-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("shows", test_shows);
  ADD ("masked", test_masked);
  ADD ("search", test_search);
  ADD ("focus", test_focus);
  ADD ("sort", test_sort);
  ADD ("group", test_group);
  ADD ("edit-keeps-place", test_edit_keeps_place);
  ADD ("tick", test_tick);
  ADD ("columns", test_columns);
  ADD ("filter-and-day", test_filter_and_day);
  ADD ("narrow", test_narrow);
  ADD ("activate", test_activate);
  ADD ("focus-after-form", test_focus_after_form);
#undef ADD
  return g_test_run ();
}
