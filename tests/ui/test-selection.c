/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticks are a predicate over ids. */
#include "app/list/ans-list-selection.h"
#include "registry/ans-record.h"
#include "ui-fixture.h"

typedef struct
{
  AnsBook *book;
  AnsListing *listing;
  AnsRowModel *rows;
  AnsListSelection *selection;
  GtkSelectionModel *model;
  guint changes;
} Fixture;

static void
changed (Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = ui_commune_path ();
  g_autoptr (AnsSectionModel) sections = NULL;

  fixture->book = ans_registry_open_book (path, NULL, FALSE, NULL);
  g_assert_nonnull (fixture->book);
  fixture->listing = ans_listing_new (fixture->book, ans_listing_info_find ("people"));
  fixture->rows = ans_row_model_new (fixture->listing);
  sections = ans_section_model_new (fixture->rows);
  fixture->selection = ans_list_selection_new (sections);
  fixture->model = GTK_SELECTION_MODEL (fixture->selection);
  g_signal_connect_swapped (fixture->model, "selection-changed", G_CALLBACK (changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->rows);
  g_object_unref (fixture->listing);
  ans_book_close (fixture->book);
  g_object_unref (fixture->book);
}

static guint
n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->selection));
}

/* A click on a row is not a tick: it must not undo the ticks of half an hour. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_selection_model_select_item (fixture->model, 3, FALSE));
  g_assert_true (gtk_selection_model_select_item (fixture->model, 5, FALSE));
  g_assert_false (gtk_selection_model_select_item (fixture->model, 7, TRUE));
  g_assert_true (gtk_selection_model_is_selected (fixture->model, 3));
  g_assert_true (gtk_selection_model_is_selected (fixture->model, 5));
  g_assert_false (gtk_selection_model_is_selected (fixture->model, 7));
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, 2);
  g_assert_cmpuint (fixture->changes, ==, 2);
}

static void
test_all_but (Fixture *fixture, gconstpointer data)
{
  guint n = n_rows (fixture);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) exceptions = NULL;

  g_assert_cmpuint (n, ==, UI_PEOPLE);
  gtk_selection_model_select_all (fixture->model);
  g_assert_true (ans_list_selection_is_all (fixture->selection));
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, n);
  gtk_selection_model_unselect_item (fixture->model, 4);
  g_assert_true (ans_list_selection_is_all (fixture->selection));
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, n - 1);
  g_assert_false (gtk_selection_model_is_selected (fixture->model, 4));
  ids = ans_list_selection_get_ids (fixture->selection);
  g_assert_cmpuint (ids->len, ==, n - 1);
  exceptions = ans_list_selection_get_exceptions (fixture->selection);
  g_assert_cmpuint (exceptions->len, ==, 1);
  g_assert_cmpint (g_array_index (exceptions, gint64, 0), ==,
                   ans_row_model_get_id (fixture->rows, 4));

  /* The listing can say the same, for the printer. */
  {
    g_autoptr (AnsListing) listing = ans_listing_copy (fixture->listing);
    AnsConnection *connection = ans_book_get_connection (fixture->book);
    gint64 left_out = ans_row_model_get_id (fixture->rows, 4);

    ans_listing_set_rows (listing, exceptions, TRUE);
    g_assert_cmpint (ans_listing_count (listing, connection, NULL), ==, n - 1);
    g_assert_false (ans_listing_contains (listing, connection, left_out));
    ans_listing_set_rows (listing, exceptions, FALSE);
    g_assert_cmpint (ans_listing_count (listing, connection, NULL), ==, 1);
    g_assert_true (ans_listing_contains (listing, connection, left_out));
    ans_listing_set_rows (listing, NULL, FALSE);
    g_assert_cmpint (ans_listing_count (listing, connection, NULL), ==, n);
  }
}

/* Single ticks outlive a search, “all” means the list that was seen. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  gint64 id = ans_row_model_get_id (fixture->rows, 2);
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_item (fixture->model, 2, FALSE);
  ans_listing_set_search (fixture->listing, "zzzz");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, 1);
  g_assert_cmpuint (ans_list_selection_get_hidden (fixture->selection), ==, 1);
  ids = ans_list_selection_get_ids (fixture->selection);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, id);
  ans_listing_set_search (fixture->listing, NULL);
  g_assert_true (gtk_selection_model_is_selected (fixture->model, 2));
  g_assert_cmpuint (ans_list_selection_get_hidden (fixture->selection), ==, 0);

  gtk_selection_model_select_all (fixture->model);
  ans_listing_set_sort (fixture->listing, "birth", TRUE);
  ans_listing_set_grouped (fixture->listing, TRUE);
  g_assert_true (ans_list_selection_is_all (fixture->selection));
  ans_listing_set_filter (fixture->listing, "sex", "NU");
  g_assert_false (ans_list_selection_is_all (fixture->selection));
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, 0);
}

/* A tick follows its row to its new place. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  gint64 id = ans_row_model_get_id (fixture->rows, 10);
  g_autoptr (AnsRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  guint position;

  gtk_selection_model_select_item (fixture->model, 10, FALSE);
  record = ans_record_load (fixture->book, &ans_register_people, id, &error);
  g_assert_no_error (error);
  ans_record_set (record, "full_name", "Võ Thị Yến");
  ans_record_save (record, &error);
  g_assert_no_error (error);
  position = ans_row_model_get_position (fixture->rows, id);
  g_assert_cmpuint (position, !=, 10);
  g_assert_true (gtk_selection_model_is_selected (fixture->model, position));
  g_assert_false (gtk_selection_model_is_selected (fixture->model, 10));
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, 1);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBitset) bits = NULL;

  gtk_selection_model_select_range (fixture->model, 5, 4, TRUE);
  bits = gtk_selection_model_get_selection_in_range (fixture->model, 0, 20);
  g_assert_cmpuint (gtk_bitset_get_size (bits), ==, 4);
  g_assert_cmpuint (gtk_bitset_get_minimum (bits), ==, 5);
  g_assert_cmpuint (gtk_bitset_get_maximum (bits), ==, 8);
  ans_list_selection_clear (fixture->selection);
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, 0);
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  GtkSectionModel *sections = GTK_SECTION_MODEL (fixture->selection);
  guint position = 0, n = n_rows (fixture), count = 0;

  ans_listing_set_grouped (fixture->listing, TRUE);
  while (position < n)
    {
      guint start, end;
      const AnsListingGroup *group = ans_row_model_get_group (fixture->rows, position);

      gtk_section_model_get_section (sections, position, &start, &end);
      g_assert_cmpuint (start, ==, position);
      g_assert_cmpuint (end, >, start);
      g_assert_cmpuint (end - start, ==, group->count);
      position = end;
      count++;
    }
  g_assert_cmpuint (position, ==, n);
  g_assert_cmpuint (count, >, 1);
}

/* Rows come a step at a time; what is asked of the whole list is answered for the whole list. */
static void
test_growing (Fixture *fixture, gconstpointer data)
{
  AnsSectionModel *sections = ans_list_selection_get_sections (fixture->selection);
  g_autoptr (GArray) ids = NULL;
  guint start, end;

  ans_listing_set_grouped (fixture->listing, TRUE);
  ans_section_model_set_step (sections, 30);
  g_assert_true (ans_section_model_is_growing (sections));
  g_assert_cmpuint (n_rows (fixture), ==, 30);
  gtk_section_model_get_section (GTK_SECTION_MODEL (fixture->selection), 29, &start, &end);
  g_assert_cmpuint (end, ==, 30);
  gtk_selection_model_select_all (fixture->model);
  g_assert_cmpuint (ans_list_selection_get_count (fixture->selection), ==, UI_PEOPLE);
  ids = ans_list_selection_get_ids (fixture->selection);
  g_assert_cmpuint (ids->len, ==, UI_PEOPLE);

  ans_section_model_grow (sections);
  g_assert_cmpuint (n_rows (fixture), ==, 60);
  while (ans_section_model_is_growing (sections))
    ans_section_model_grow (sections);
  g_assert_cmpuint (n_rows (fixture), ==, UI_PEOPLE);

  /* A new order is a new list; few rows are shown at once. */
  ans_listing_set_sort (fixture->listing, "birth", TRUE);
  g_assert_cmpuint (n_rows (fixture), ==, 30);
  ans_listing_set_search (fixture->listing, "zzzz");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_false (ans_section_model_is_growing (sections));
  ans_listing_set_search (fixture->listing, NULL);
  g_assert_cmpuint (n_rows (fixture), ==, 30);
  ans_section_model_show_all (sections);
  g_assert_cmpuint (n_rows (fixture), ==, UI_PEOPLE);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/ui/selection/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("click", test_click);
  ADD ("all-but", test_all_but);
  ADD ("question", test_question);
  ADD ("edit", test_edit);
  ADD ("range", test_range);
  ADD ("sections", test_sections);
  ADD ("growing", test_growing);
#undef ADD
  return g_test_run ();
}
