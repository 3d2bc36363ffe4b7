/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: search, filters, order, groups, days, and the row model under changes. */
#include <glib/gstdio.h>

#include "listing/ans-listing-sql.h"
#include "listing/ans-row-model.h"
#include "registry/ans-choices.h"
#include "store/ans-undo.h"

typedef struct
{
  char *folder;
  AnsBook *book;
  gint64 north;
  gint64 south;
  gint64 household;
} Fixture;

static gint64
add (AnsBook *book, const AnsRegister *reg, ...)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, reg);
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, reg);
  for (const char *field = va_arg (arguments, const char *); field != NULL;
       field = va_arg (arguments, const char *))
    {
      g_assert_true (
          ans_record_set_typed (record, field, va_arg (arguments, const char *), &error));
      g_assert_no_error (error);
    }
  va_end (arguments);
  g_assert_true (ans_record_save (record, &error));
  g_assert_no_error (error);
  return ans_record_get_id (record);
}

static gint64
add_person (Fixture *fixture, const char *name, const char *sex, const char *birth,
            const char *village)
{
  return add (fixture->book, &ans_register_people, "full_name", name, "sex", sex, "birth", birth,
              "village", village, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ans-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "so.ansinh", NULL);
  fixture->book = ans_registry_create_book (path, NULL, &error);
  g_assert_no_error (error);
  fixture->north = add (fixture->book, &ans_register_villages, "name", "Bắc Sơn", "position", "1", NULL);
  fixture->south = add (fixture->book, &ans_register_villages, "name", "Hợp Tân", "position", "2", NULL);
  fixture->household =
      add (fixture->book, &ans_register_households, "village", "Hợp Tân", NULL);
  add_person (fixture, "Trần Văn An", "Nam", "1950", "Bắc Sơn");
  add_person (fixture, "Lê Văn Bình", "Nam", "12/3/1980", "Hợp Tân");
  add_person (fixture, "Nguyễn Thị An", "Nữ", "1962", "Hợp Tân");
  add_person (fixture, "Nguyễn Thị Ân", "Nữ", "1990", "Bắc Sơn");
  add_person (fixture, "Đặng Thị Huệ", "Nữ", "2001", "Bắc Sơn");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "so.ansinh", NULL);

  ans_book_close (fixture->book);
  g_assert_finalize_object (fixture->book);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static gboolean
append_name (gint64 id, const char *const *values, gpointer data)
{
  GString *names = data;

  g_string_append_printf (names, "%s%s", names->len > 0 ? "|" : "", values[0]);
  return TRUE;
}

static char *
names_of (AnsListing *listing)
{
  AnsConnection *connection = ans_book_get_connection (ans_listing_get_book (listing));
  static const char *const columns[] = { "full_name", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsListingResult) result = ans_listing_run (listing, connection, 0, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (ans_listing_count (listing, connection, &error), ==, result->ids->len);
  g_assert_no_error (error);
  ans_listing_fetch (listing,
                     connection,
                     (const gint64 *) result->ids->data,
                     result->ids->len,
                     columns,
                     append_name,
                     names,
                     &error);
  g_assert_no_error (error);
  return g_string_free_and_steal (names);
}

#define assert_names(listing, expected)                                                           \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autofree char *names_ = names_of (listing);                                                 \
    g_assert_cmpstr (names_, ==, expected);                                                       \
  }                                                                                               \
  G_STMT_END

static AnsListing *
people (Fixture *fixture)
{
  return ans_listing_new (fixture->book, ans_listing_info_find ("people"));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnsListing) listing = people (fixture);

  assert_names (listing, "Nguyễn Thị An|Trần Văn An|Nguyễn Thị Ân|Lê Văn Bình|Đặng Thị Huệ");
  g_assert_true (ans_listing_set_sort (listing, "birth", TRUE));
  assert_names (listing, "Đặng Thị Huệ|Nguyễn Thị Ân|Lê Văn Bình|Nguyễn Thị An|Trần Văn An");
  g_assert_false (ans_listing_set_sort (listing, "no-such-column", FALSE));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnsListing) listing = people (fixture);

  ans_listing_set_search (listing, "nguyen thi an");
  assert_names (listing, "Nguyễn Thị An|Nguyễn Thị Ân");
  /* The marks that were typed decide what comes first. */
  ans_listing_set_search (listing, "nguyễn thị ân");
  assert_names (listing, "Nguyễn Thị Ân|Nguyễn Thị An");
  ans_listing_set_search (listing, "nta");
  assert_names (listing, "Nguyễn Thị An|Nguyễn Thị Ân");
  ans_listing_set_search (listing, "dang hue");
  assert_names (listing, "Đặng Thị Huệ");
  ans_listing_set_search (listing, "ĐẶNG");
  assert_names (listing, "Đặng Thị Huệ");
  ans_listing_set_search (listing, "khong co ai");
  assert_names (listing, "");
  ans_listing_set_search (listing, "…");
  assert_names (listing, "");
  ans_listing_set_search (listing, "\"*) OR (");
  assert_names (listing, "");
}

static void
test_filters_and_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnsListing) listing = people (fixture);
  g_autoptr (AnsListingResult) result = NULL;
  const AnsListingGroup *group;

  g_assert_true (ans_listing_set_filter (listing, "sex", "NU"));
  assert_names (listing, "Nguyễn Thị An|Nguyễn Thị Ân|Đặng Thị Huệ");
  g_assert_true (ans_listing_set_filter (listing, "birth", "1962|1990"));
  assert_names (listing, "Nguyễn Thị An|Nguyễn Thị Ân");
  g_assert_true (ans_listing_set_filter (listing, "birth", "1960..1990"));
  assert_names (listing, "Nguyễn Thị An|Nguyễn Thị Ân");
  g_assert_true (ans_listing_set_filter (listing, "birth", NULL));
  ans_listing_set_village (listing, fixture->north);
  assert_names (listing, "Nguyễn Thị Ân|Đặng Thị Huệ");

  ans_listing_clear_filters (listing);
  ans_listing_set_grouped (listing, TRUE);
  assert_names (listing, "Trần Văn An|Nguyễn Thị Ân|Đặng Thị Huệ|Nguyễn Thị An|Lê Văn Bình");
  result = ans_listing_run (listing, ans_book_get_connection (fixture->book), 0, NULL);
  g_assert_cmpuint (result->groups->len, ==, 2);
  group = result->groups->pdata[1];
  g_assert_cmpstr (group->title, ==, "Hợp Tân");
  g_assert_cmpuint (group->start, ==, 3);
  g_assert_cmpuint (group->count, ==, 2);
}

/* Whoever moved or died is where they were on the day asked for. */
static void
test_as_of (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnsListing) listing = people (fixture);
  gint64 id = add_person (fixture, "Vũ Thị Mơ", "Nữ", "1950", "Bắc Sơn");
  g_autoptr (AnsRecord) record = ans_record_load (fixture->book, &ans_register_people, id, NULL);
  g_autoptr (GError) error = NULL;

  ans_record_set_int (record, "village", fixture->south);
  ans_record_set_effective_date (record, "2021-06-01");
  g_assert_true (ans_record_save (record, &error));
  g_assert_true (ans_record_set_typed (record, "death", "3/8/2022", &error));
  g_assert_true (ans_record_save (record, &error));
  g_assert_no_error (error);

  ans_listing_set_search (listing, "mo");
  assert_names (listing, "");
  ans_listing_set_as_of (listing, "2022-08-02");
  assert_names (listing, "Vũ Thị Mơ");
  ans_listing_set_as_of (listing, "2022-08-03");
  assert_names (listing, "");
  ans_listing_set_as_of (listing, "2021-05-31");
  ans_listing_set_village (listing, fixture->north);
  assert_names (listing, "Vũ Thị Mơ");
  ans_listing_set_as_of (listing, "2021-06-01");
  assert_names (listing, "");
  ans_listing_set_village (listing, fixture->south);
  assert_names (listing, "Vũ Thị Mơ");
  ans_listing_set_as_of (listing, "1949-12-31");
  assert_names (listing, "");
}

static void
test_every_column_sorts_and_filters (Fixture *fixture, gconstpointer data)
{
  guint n_infos;
  const AnsListingInfo *const *infos = ans_listing_infos (&n_infos);
  AnsConnection *connection = ans_book_get_connection (fixture->book);
  static const char *const days[] = { NULL, "2022-05-01" };

  for (guint i = 0; i < n_infos; i++)
    {
      guint n;
      const AnsListingColumn *columns = ans_listing_info_get_columns (infos[i], &n);

      for (guint c = 0; c < n; c++)
        for (guint d = 0; d < G_N_ELEMENTS (days); d++)
          {
            g_autoptr (AnsListing) listing = ans_listing_new (fixture->book, infos[i]);
            g_autoptr (AnsListingResult) all = NULL;
            g_autoptr (AnsListingResult) some = NULL;
            g_autoptr (GError) error = NULL;

            ans_listing_set_as_of (listing, days[d]);
            g_assert_true (ans_listing_set_sort (listing, columns[c].id, TRUE));
            all = ans_listing_run (listing, connection, 0, &error);
            g_assert_no_error (error);
            for (guint row = 1; row < all->ids->len; row++)
              g_assert_cmpint (ans_listing_compare (listing,
                                                    connection,
                                                    g_array_index (all->ids, gint64, row - 1),
                                                    g_array_index (all->ids, gint64, row)),
                               <,
                               0);
            g_assert_true (ans_listing_set_filter (listing, columns[c].id, "1"));
            some = ans_listing_run (listing, connection, 0, &error);
            g_assert_no_error (error);
            g_assert_cmpuint (some->ids->len, <=, all->ids->len);
          }
    }
}

/* A model told of changes one by one holds what a fresh question finds. */
static void
test_row_model_follows (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "An", "Ân", "Bình", "Huệ", "Đào", "Yến", "Ánh" };
  guint32 seed = g_test_rand_int () & G_MAXINT32;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (AnsListing) listing = people (fixture);
  g_autoptr (AnsRowModel) model = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint depth = 0; /* actions of the loop that can be taken back: the fixture's stay */

  g_test_message ("seed %u", seed);
  ans_listing_set_search (listing, "thi");
  model = ans_row_model_new (listing);
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (AnsListingResult) fresh = NULL;
      g_autofree char *name = g_strdup_printf ("Lê %s %s",
                                               g_rand_boolean (rand) ? "Thị" : "Văn",
                                               names[g_rand_int_range (rand, 0, 7)]);
      int what = g_rand_int_range (rand, 0, 4);

      if (what == 0 || ids->len == 0)
        {
          gint64 id = add_person (fixture, name, "Nữ", "1970", "Bắc Sơn");

          g_array_append_val (ids, id);
          depth++;
        }
      else if (what == 1)
        {
          if (depth == 0)
            continue;
          depth--;

          g_autoptr (AnsUndoReport) report = ans_undo (fixture->book, 0, FALSE, NULL);

          g_assert_nonnull (report);
        }
      else
        {
          gint64 id = g_array_index (ids, gint64, g_rand_int_range (rand, 0, (gint32) ids->len));
          g_autoptr (AnsRecord) record =
              ans_record_load (fixture->book, &ans_register_people, id, NULL);

          if (record == NULL)
            continue;
          ans_record_set (record, what == 2 ? "full_name" : "death", what == 2 ? name : "2020");
          if (!ans_record_is_changed (record, NULL))
            continue;
          g_assert_true (ans_record_save (record, NULL));
          depth++;
        }
      fresh = ans_listing_run (listing, ans_book_get_connection (fixture->book), 0, NULL);
      g_assert_cmpuint (
          g_list_model_get_n_items (G_LIST_MODEL (model)), ==, fresh->ids->len);
      for (guint row = 0; row < fresh->ids->len; row++)
        {
          g_autoptr (AnsRow) item = g_list_model_get_item (G_LIST_MODEL (model), row);

          g_assert_cmpint (ans_row_get_id (item), ==, g_array_index (fresh->ids, gint64, row));
          g_assert_nonnull (strstr (ans_row_get_display (item, 0), "Thị"));
        }
    }
}

static void
assert_led_by_index (Fixture *fixture, const char *query)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", query, NULL);
  g_autoptr (AnsStatement) plan =
      ans_connection_prepare (ans_book_get_connection (fixture->book), sql, NULL);

  g_assert_nonnull (plan);
  while (ans_statement_step (plan, NULL))
    {
      const char *detail = ans_statement_text (plan, 3);

      g_test_message ("%s: %s", query, detail);
      g_assert_null (strstr (detail, "TEMP B-TREE"));
      g_assert_nonnull (strstr (detail, "USING"));
    }
}

/* No default view may read a whole table where an index leads. */
static void
test_query_plans (Fixture *fixture, gconstpointer data)
{
  static const char *const large[] = { "people", "households" };
  static const char *const queries[] = {
    "SELECT id FROM person WHERE household = ?1",
    "SELECT id FROM change WHERE tbl = 'person' AND row = ?1",
    /* of the table of the search */
    "SELECT p.id FROM person p ORDER BY p.sort_key, p.id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    for (guint descending = 0; descending < 2; descending++)
      for (guint village = 0; village < 2; village++)
        {
          const AnsListingInfo *info = ans_listing_info_find (large[i]);
          g_autoptr (AnsListing) listing = ans_listing_new (fixture->book, info);
          g_autoptr (AnsListingSql) parts = NULL;
          g_autofree char *query = NULL;

          ans_listing_set_sort (listing, NULL, descending != 0);
          ans_listing_set_village (listing, village != 0 ? fixture->north : 0);
          parts = ans_listing_sql_new (listing);
          query = g_strdup_printf ("SELECT %s.id FROM %s WHERE %s ORDER BY %s", info->reg->alias,
                                   parts->from, parts->where->str, parts->order);
          assert_led_by_index (fixture, query);
        }
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    assert_led_by_index (fixture, queries[i]);
}

/* A value of another record is read when somebody looks at it, and anew after a change. */
static void
test_values_of_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnsListing) listing = people (fixture);
  g_autoptr (AnsRowModel) model = NULL;
  g_autoptr (AnsRow) row = NULL;
  g_autofree char *household = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->household);
  gint64 head = add (fixture->book, &ans_register_people, "full_name", "Lò Thị Chủ", "sex", "Nữ",
                     "birth", "1950", NULL);
  g_autoptr (AnsRecord) record = ans_record_load (fixture->book, &ans_register_people, head, NULL);
  guint n, column = 0;
  const AnsListingColumn *columns =
      ans_listing_info_get_columns (ans_listing_get_info (listing), &n);

  while (!g_str_equal (columns[column].id, "head_name"))
    column++;
  ans_listing_set_search (listing, "lo thi chu");
  model = ans_row_model_new (listing);
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpint (ans_row_get_id (row), ==, head);
  g_assert_cmpstr (ans_row_get_display (row, column), ==, "");

  ans_record_set (record, "household", household);
  ans_record_set (record, "relation", "CHU_HO");
  g_assert_true (ans_record_save (record, NULL));
  g_assert_cmpstr (ans_row_get_value (row, column), ==, "Lò Thị Chủ");
  g_assert_cmpstr (ans_row_get_display (row, column), ==, "Lò Thị Chủ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                       \
  g_test_add ("/listing/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("order", test_order);
  ADD ("search", test_search);
  ADD ("filters-and-groups", test_filters_and_groups);
  ADD ("as-of", test_as_of);
  ADD ("every-column", test_every_column_sorts_and_filters);
  ADD ("row-model-follows", test_row_model_follows);
  ADD ("query-plans", test_query_plans);
  ADD ("values-of-others", test_values_of_others);
  return g_test_run ();
}
