/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The poverty area: history of statuses, forms, lists. All people are invented. */
#include <string.h>

#include "areas/ans-area.h"
#include "areas/ans-poverty.h"
#include "book-fixture.h"

static gint64
add_full_household (AnsBook *book, gint64 village, const char *head, const char *sex)
{
  gint64 household = add_household (book, village);

  add_person (book, household, head, sex, "1970-02-03", ANS_RELATION_HEAD);
  return household;
}

static AnsRecord *
new_status (AnsBook *book, gint64 household, const char *from, const char *status,
            const char *basis)
{
  AnsRecord *record = ans_record_new (book, &ans_register_poverty_statuses);

  ans_record_set_int (record, "household", household);
  ans_record_set (record, "from_date", from);
  ans_record_set (record, "status", status);
  ans_record_set (record, "basis", basis);
  return record;
}

static gint64
add_status (AnsBook *book, gint64 household, const char *from, const char *status,
            const char *basis)
{
  g_autoptr (AnsRecord) record = new_status (book, household, from, status, basis);

  return save_record (record);
}

static gint64
count (AnsBook *book, const char *listing, const char *as_of, const char *filter,
       const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find (listing));
  g_autoptr (AnsListingResult) result = NULL;
  gint64 n;

  ans_listing_set_as_of (list, as_of);
  if (filter != NULL)
    g_assert_true (ans_listing_set_filter (list, filter, value));
  n = ans_listing_count (list, ans_book_get_connection (book), &error);
  g_assert_no_error (error);
  result = ans_listing_run (list, ans_book_get_connection (book), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->ids->len, ==, n);
  return n;
}

/* --- history ------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 id;
  char *household, *from, *status, *standard, *basis, *to, *previous, *change;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->household);
  g_free (row->from);
  g_free (row->status);
  g_free (row->standard);
  g_free (row->basis);
  g_free (row->to);
  g_free (row->previous);
  g_free (row->change);
  g_free (row);
}

static GPtrArray *
read_rows (AnsBook *book)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT id, household, from_date, status, standard, basis, to_date, previous, change "
      "FROM poverty_status",
      NULL);

  while (ans_statement_step (select, NULL))
    {
      Row *row = g_new0 (Row, 1);

      row->id = ans_statement_int (select, 0);
      row->household = g_strdup (ans_statement_text (select, 1));
      row->from = g_strdup (ans_statement_text (select, 2));
      row->status = g_strdup (ans_statement_text (select, 3));
      row->standard = g_strdup (ans_statement_text (select, 4));
      row->basis = g_strdup (ans_statement_text (select, 5));
      row->to = g_strdup (ans_statement_text (select, 6));
      row->previous = g_strdup (ans_statement_text (select, 7));
      row->change = g_strdup (ans_statement_text (select, 8));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* What the change should be, said anew and naively: look at every other row. */
static const char *
expected_change (GPtrArray *rows, const Row *row, const Row **before, const Row **after)
{
  gboolean ever_poor = FALSE, ever_near = FALSE;
  const char *was;

  *before = *after = NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *other = rows->pdata[i];

      if (strcmp (other->household, row->household) != 0 || other == row)
        continue;
      if (strcmp (other->from, row->from) < 0)
        {
          ever_poor |= strcmp (other->status, "NGHEO") == 0;
          ever_near |= strcmp (other->status, "CAN_NGHEO") == 0;
          if (*before == NULL || strcmp (other->from, (*before)->from) > 0)
            *before = other;
        }
      else if (*after == NULL || strcmp (other->from, (*after)->from) < 0)
        *after = other;
    }
  was = *before != NULL ? (*before)->status : "KHONG";
  if (strcmp (row->basis, "DAU_KY") == 0)
    return "DAU_KY";
  if (strcmp (row->basis, "CHUYEN_DEN") == 0)
    return "CHUYEN_DEN";
  if (strcmp (was, "KHONG") != 0 && g_strcmp0 ((*before)->standard, row->standard) != 0)
    return "DAU_KY";
  if (strcmp (was, "NGHEO") == 0)
    return strcmp (row->status, "NGHEO") == 0       ? "HO_CU"
           : strcmp (row->status, "CAN_NGHEO") == 0 ? "THOAT_CAN"
                                                    : "THOAT_HET";
  if (strcmp (row->status, "NGHEO") == 0 && ever_poor)
    return "TAI_NGHEO";
  if (strcmp (was, "CAN_NGHEO") == 0)
    return strcmp (row->status, "NGHEO") == 0       ? "PHAT_SINH_CAN"
           : strcmp (row->status, "CAN_NGHEO") == 0 ? "CAN_CU"
                                                    : "THOAT_CAN_NGHEO";
  return strcmp (row->status, "NGHEO") == 0       ? "PHAT_SINH"
         : strcmp (row->status, "CAN_NGHEO") != 0 ? "KHONG_DOI"
         : ever_near                              ? "TAI_CAN"
                                                  : "CAN_PHAT_SINH";
}

static void
assert_history (AnsBook *book)
{
  g_autoptr (GPtrArray) rows = read_rows (book);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i], *before, *after;
      const char *change = expected_change (rows, row, &before, &after);

      g_assert_cmpstr (row->change, ==, change);
      g_assert_cmpstr (row->to, ==, after != NULL ? after->from : NULL);
      g_assert_cmpstr (row->previous, ==, before != NULL ? before->status : NULL);
    }
}

static char *
dump (AnsBook *book)
{
  return ask (book, "SELECT concat_ws (',', id, household, from_date, to_date, status, standard, "
                    "basis, previous, previous_standard, change) FROM poverty_status ORDER BY id");
}

static char *
draw_day (GRand *rand)
{
  static const char *const edges[] = { "2021-12-31", "2022-01-01", "2022-01-02", "2026-12-31",
                                       "2027-01-01" };

  if (g_rand_int_range (rand, 0, 4) == 0)
    return g_strdup (edges[g_rand_int_range (rand, 0, G_N_ELEMENTS (edges))]);
  return g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 2019, 2029),
                          g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

static const char *
draw_choice (GRand *rand, const AnsChoice *choices)
{
  guint n = 0;

  while (choices[n].code != NULL)
    n++;
  return choices[g_rand_int_range (rand, 0, (gint32) n)].code;
}

/* One random change of the history; FALSE if it was refused. */
static gboolean
change_something (AnsBook *book, GRand *rand, const gint64 *households, guint n)
{
  g_autofree char *ids = ask (book, "SELECT id FROM poverty_status ORDER BY id");
  g_auto (GStrv) list = g_strsplit (ids, "|", -1);
  guint n_rows = g_strv_length (list);
  int what = g_rand_int_range (rand, 0, 10);
  g_autoptr (AnsRecord) record = NULL;
  g_autofree char *day = draw_day (rand);

  if (n_rows == 0 || what < 5)
    {
      record = new_status (book, households[g_rand_int_range (rand, 0, (gint32) n)], day,
                           draw_choice (rand, ans_poverty_statuses),
                           draw_choice (rand, ans_poverty_bases));
      if (g_rand_boolean (rand))
        ans_record_set (record, "standard", draw_choice (rand, ans_poverty_standard_choices));
      return ans_record_save (record, NULL);
    }
  record = ans_record_load (
      book, &ans_register_poverty_statuses,
      g_ascii_strtoll (list[g_rand_int_range (rand, 0, (gint32) n_rows)], NULL, 10), NULL);
  if (what == 5)
    return ans_record_delete (record, NULL);
  switch (what)
    {
    case 6:
      ans_record_set (record, "from_date", day);
      break;
    case 7:
      ans_record_set (record, "status", draw_choice (rand, ans_poverty_statuses));
      break;
    case 8:
      ans_record_set (record, "standard", draw_choice (rand, ans_poverty_standard_choices));
      break;
    default:
      ans_record_set_int (record, "household",
                          households[g_rand_int_range (rand, 0, (gint32) n)]);
    }
  return ans_record_save (record, NULL);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint64 village = add_village (fixture->book, "Bắc Sơn");
  gint64 households[4];
  guint done = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (households); i++)
    households[i] = add_household (fixture->book, village);
  for (guint step = 0; step < 400; step++)
    {
      g_autofree char *before = dump (fixture->book);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autoptr (AnsUndoReport) report = NULL;
      g_autoptr (AnsUndoReport) again = NULL;
      g_autoptr (GError) error = NULL;

      if (!change_something (fixture->book, rand, households, G_N_ELEMENTS (households)))
        continue;
      assert_history (fixture->book);
      after = dump (fixture->book);
      if (g_str_equal (before, after) || step % 4 != 0)
        continue;
      report = ans_undo (fixture->book, 0, FALSE, &error);
      g_assert_no_error (error);
      undone = dump (fixture->book);
      g_assert_cmpstr (undone, ==, before);
      again = ans_redo (fixture->book, &error);
      g_assert_no_error (error);
      redone = dump (fixture->book);
      g_assert_cmpstr (redone, ==, after);
      done++;
    }
  g_assert_cmpuint (done, >, 30);
  assert_sound (fixture->book);
}

static void
test_same_day (Fixture *fixture, gconstpointer data)
{
  gint64 household = add_household (fixture->book, add_village (fixture->book, "Bắc Sơn"));
  g_autoptr (AnsRecord) twice = NULL;
  g_autoptr (GError) error = NULL;

  add_status (fixture->book, household, "2022-05-01", "NGHEO", "CONG_NHAN");
  twice = new_status (fixture->book, household, "2022-05-01", "KHONG", "CONG_NHAN");
  g_assert_false (ans_record_save (twice, &error));
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID);
  assert_asked ("NGHEO", fixture->book, "SELECT status FROM poverty_status");
}

/* --- forms -------------------------------------------------------------------------------------- */

static gint64
add_round (AnsBook *book, const char *kind, int year, int month, const char *starts,
           const char *ends)
{
  g_autoptr (AnsRecord) round = ans_record_new (book, &ans_register_poverty_rounds);

  ans_record_set (round, "kind", kind);
  ans_record_set_int (round, "year", year);
  if (month > 0)
    ans_record_set_int (round, "month", month);
  ans_record_set (round, "starts", starts);
  ans_record_set (round, "ends", ends);
  return save_record (round);
}

static gboolean
has_problem (AnsRecord *record, const char *field)
{
  g_autoptr (AnsProblems) problems = ans_record_check (record);

  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    if (g_strcmp0 (ans_problems_get (problems, i)->field, field) == 0)
      return TRUE;
  return FALSE;
}

static AnsRecord *
new_form (AnsBook *book, gint64 household, gint64 round, const char *date)
{
  AnsRecord *form = ans_record_new (book, &ans_register_poverty_assessments);

  ans_record_set_int (form, "household", household);
  ans_record_set_int (form, "round", round);
  ans_record_set (form, "date", date);
  return form;
}

static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  add_round (fixture->book, "DINH_KY", 2021, 0, "2021-09-01", "2021-12-14");
  add_round (fixture->book, "THUONG_XUYEN", 2021, 10, "2021-10-15", "2021-10-30");
  add_round (fixture->book, "THUONG_XUYEN", 2022, 5, "2022-05-15", "2022-05-30");
  add_round (fixture->book, "DINH_KY", 2026, 0, "2026-09-01", "2026-12-14");
  assert_asked ("Định kỳ 2021|Thường xuyên 10/2021|Thường xuyên 05/2022|Định kỳ 2026",
                fixture->book, "SELECT name FROM poverty_round ORDER BY id");
  assert_asked ("CN2022|CN2016|CN2022|CN2027", fixture->book,
                "SELECT standard FROM poverty_round ORDER BY id");
}

static void
test_form (Fixture *fixture, gconstpointer data)
{
  gint64 village = add_village (fixture->book, "Bắc Sơn");
  gint64 household = add_full_household (fixture->book, village, "Nguyễn Văn Ba", "NAM");
  gint64 round = add_round (fixture->book, "DINH_KY", 2021, 0, "2021-09-01", "2021-12-14");
  g_autoptr (AnsRecord) form = new_form (fixture->book, household, round, "2021-10-05");
  g_autoptr (AnsRecord) again = NULL;
  g_autofree char *title = NULL;

  save_record (form);
  g_assert_cmpstr (ans_record_get (form, "result"), ==, NULL);
  g_assert_cmpstr (ans_record_get (form, "reason"), ==, "Chưa có điểm B1");
  ans_record_set (form, "b1", "135");
  ans_record_set (form, "d1", "1");
  ans_record_set (form, "d4", "1");
  ans_record_set (form, "d12", "1");
  ans_record_set (form, "d2", "0");
  save_record (form);
  g_assert_cmphex (ans_poverty_assessment_deprivations (form), ==, 0x809);
  g_assert_cmpstr (ans_record_get (form, "b2"), ==, "30");
  g_assert_cmpstr (ans_record_get (form, "result"), ==, "NGHEO");
  g_assert_true (g_str_has_prefix (ans_record_get (form, "clause"), "NĐ 07/2021/NĐ-CP Điều 3"));
  title = ans_record_get_title (form);
  g_assert_cmpstr (title, ==, "BS-0001");

  /* Warnings, none of which keeps it from being saved. */
  g_assert_false (has_problem (form, "official"));
  ans_record_set (form, "official", "CAN_NGHEO");
  g_assert_true (has_problem (form, "official"));
  g_assert_true (has_problem (form, "decision_no"));
  ans_record_set (form, "official", "NGHEO");
  ans_record_set (form, "decision_no", "215/QĐ-UBND");
  ans_record_set (form, "decision_date", "2021-10-04");
  g_assert_false (has_problem (form, "official"));
  g_assert_false (has_problem (form, "decision_no"));
  g_assert_true (has_problem (form, "decision_date"));
  ans_record_set (form, "decision_date", "2021-12-28");
  g_assert_false (has_problem (form, "decision_date"));
  ans_record_set (form, "posted_from", "2021-11-10");
  ans_record_set (form, "posted_to", "2021-11-09");
  g_assert_true (has_problem (form, "posted_to"));
  save_record (form);
  again = new_form (fixture->book, household, round, "2022-01-05");
  g_assert_true (has_problem (again, "household"));
  g_assert_true (has_problem (again, "date"));
  save_record (again);
  assert_sound (fixture->book);
}

/* --- lists -------------------------------------------------------------------------------------- */

/* A small commune: two villages, six households. */
typedef struct
{
  gint64 villages[2];
  gint64 households[6];
} Commune;

static Commune
make_commune (AnsBook *book)
{
  static const char *const heads[] = { "Nguyễn Văn Ba", "Lê Thị Mận",  "Trần Văn An",
                                       "Vũ Thị Nhàn",   "Phạm Đình Thao", "Chu Thị Thơm" };
  Commune self;

  self.villages[0] = add_village (book, "Bắc Sơn");
  self.villages[1] = add_village (book, "Hợp Tân");
  for (guint i = 0; i < 6; i++)
    self.households[i] = add_full_household (book, self.villages[i / 3], heads[i],
                                             strstr (heads[i], "Thị") != NULL ? "NU" : "NAM");
  /* Poor all the year; out in May; out to near-poor in June, poor again in August; newly poor in
   * March; near-poor all the year; poor under the old standard only. */
  add_status (book, self.households[0], "2021-01-01", "NGHEO", "DAU_KY");
  add_status (book, self.households[0], "2022-01-01", "NGHEO", "DAU_KY");
  add_status (book, self.households[1], "2022-01-01", "NGHEO", "DAU_KY");
  add_status (book, self.households[1], "2022-05-20", "KHONG", "CONG_NHAN");
  add_status (book, self.households[2], "2022-01-01", "NGHEO", "DAU_KY");
  add_status (book, self.households[2], "2022-06-20", "CAN_NGHEO", "CONG_NHAN");
  add_status (book, self.households[2], "2022-08-25", "NGHEO", "CONG_NHAN");
  add_status (book, self.households[3], "2022-03-28", "NGHEO", "CONG_NHAN");
  add_status (book, self.households[4], "2022-01-01", "CAN_NGHEO", "DAU_KY");
  add_status (book, self.households[5], "2021-01-01", "NGHEO", "DAU_KY");
  add_status (book, self.households[5], "2022-01-01", "KHONG", "DAU_KY");
  return self;
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  Commune commune = make_commune (book);
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find ("poor-households"));
  g_autoptr (GHashTable) by_village = NULL;
  g_autoptr (AnsListingResult) result = NULL;

  g_assert_cmpint (count (book, "poor-households", "2020-12-31", NULL, NULL), ==, 0);
  g_assert_cmpint (count (book, "poor-households", "2021-12-31", NULL, NULL), ==, 2);
  g_assert_cmpint (count (book, "poor-households", "2021-12-31", "standard", "CN2016"), ==, 2);
  g_assert_cmpint (count (book, "poor-households", "2022-01-01", NULL, NULL), ==, 3);
  g_assert_cmpint (count (book, "poor-households", "2022-01-01", "standard", "CN2022"), ==, 3);
  g_assert_cmpint (count (book, "poor-households", "2022-03-27", NULL, NULL), ==, 3);
  g_assert_cmpint (count (book, "poor-households", "2022-03-28", NULL, NULL), ==, 4);
  g_assert_cmpint (count (book, "poor-households", "2022-05-20", NULL, NULL), ==, 3);
  g_assert_cmpint (count (book, "poor-households", "2022-06-20", NULL, NULL), ==, 2);
  g_assert_cmpint (count (book, "poor-households", "2022-12-31", NULL, NULL), ==, 3);
  g_assert_cmpint (count (book, "poor-households", NULL, NULL, NULL), ==, 3);
  g_assert_cmpint (count (book, "near-poor-households", "2022-07-01", NULL, NULL), ==, 2);
  g_assert_cmpint (count (book, "near-poor-households", NULL, NULL, NULL), ==, 1);
  g_assert_cmpint (count (book, "poverty-exits", "2022-12-31", NULL, NULL), ==, 2);
  g_assert_cmpint (count (book, "poverty-exits", "2022-06-19", NULL, NULL), ==, 1);
  g_assert_cmpint (count (book, "poverty-exits", NULL, "from_date", "2022-06-01..2022-06-30"), ==,
                   1);
  g_assert_cmpint (count (book, "poverty-entries", NULL, "change", "TAI_NGHEO"), ==, 1);
  g_assert_cmpint (count (book, "poverty-entries", NULL, "change", "PHAT_SINH_CAN|PHAT_SINH"), ==,
                   1);
  g_assert_cmpint (count (book, "poverty-statuses", NULL, NULL, NULL), ==, 11);

  ans_listing_set_as_of (list, "2022-12-31");
  by_village = ans_listing_count_by_village (list, ans_book_get_connection (book), NULL);
  g_assert_cmpuint (g_hash_table_size (by_village), ==, 2);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (by_village, &commune.villages[0]), ==, 2);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (by_village, &commune.villages[1]), ==, 1);
  ans_listing_set_grouped (list, TRUE);
  result = ans_listing_run (list, ans_book_get_connection (book), 0, NULL);
  g_assert_cmpuint (result->groups->len, ==, 2);
  g_assert_cmpstr (((AnsListingGroup *) result->groups->pdata[0])->title, ==, "Bắc Sơn");
  g_assert_cmpuint (((AnsListingGroup *) result->groups->pdata[0])->count, ==, 2);
  g_assert_cmpuint (((AnsListingGroup *) result->groups->pdata[1])->start, ==, 2);
  /* An (Trần Văn) before Ba (Nguyễn Văn). */
  g_assert_cmpint (g_array_index (result->ids, gint64, 0), ==, 7);
  assert_sound (book);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnsListing) list = NULL;
  static const struct
  {
    const char *text;
    gint64 n;
  } searches[] = { { "nguyen van", 1 }, { "Trần", 1 }, { "nhan", 1 }, { "bs-0001", 1 },
                   { "bs", 2 },         { "man", 0 },  { "zz", 0 } };

  make_commune (fixture->book);
  list = ans_listing_new (fixture->book, ans_listing_info_find ("poor-households"));
  ans_listing_set_as_of (list, "2022-12-31");
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("%s", searches[i].text);
      ans_listing_set_search (list, searches[i].text);
      g_assert_cmpint (
          ans_listing_count (list, ans_book_get_connection (fixture->book), NULL), ==,
          searches[i].n);
    }
}

/* Households in a list are of the commune and the village of the day. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  Commune commune = make_commune (book);
  g_autoptr (AnsRecord) away =
      ans_record_load (book, &ans_register_households, commune.households[0], NULL);
  g_autoptr (AnsRecord) moved =
      ans_record_load (book, &ans_register_households, commune.households[2], NULL);
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find ("poor-households"));

  ans_record_set (away, "status", ANS_HOUSEHOLD_MOVED_AWAY);
  ans_record_set_effective_date (away, "2022-10-01");
  save_record (away);
  ans_record_set_int (moved, "village", commune.villages[1]);
  ans_record_set_effective_date (moved, "2022-07-01");
  save_record (moved);
  g_assert_cmpint (count (book, "poor-households", "2022-09-30", NULL, NULL), ==, 3);
  g_assert_cmpint (count (book, "poor-households", "2022-10-01", NULL, NULL), ==, 2);
  ans_listing_set_village (list, commune.villages[1]);
  ans_listing_set_as_of (list, "2022-06-01");
  g_assert_cmpint (ans_listing_count (list, ans_book_get_connection (book), NULL), ==, 1);
  ans_listing_set_as_of (list, "2022-09-01");
  g_assert_cmpint (ans_listing_count (list, ans_book_get_connection (book), NULL), ==, 2);
}

/* A changed form, head or status asks a list anew. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  guint n;
  const AnsListingInfo *const *infos = ans_listing_infos (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; infos[i]->depends != NULL && infos[i]->depends[j] != NULL; j++)
      {
        g_autofree char *found = ask (
            fixture->book, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '%s'",
            infos[i]->depends[j]);

        g_assert_cmpstr (found, ==, "1");
      }
}

/* --- questions ---------------------------------------------------------------------------------- */

static int
keep_sql (unsigned type, void *data, void *statement, void *text)
{
  char *sql = sqlite3_expanded_sql (statement);

  if (g_str_has_prefix (sql, "SELECT"))
    g_ptr_array_add (data, g_strdup (sql));
  sqlite3_free (sql);
  return 0;
}

static void
assert_indexed (AnsBook *book, const char *id, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (AnsStatement) plan =
      ans_connection_prepare (ans_book_get_connection (book), explain, NULL);

  while (ans_statement_step (plan, NULL))
    {
      const char *step = ans_statement_text (plan, 3);

      if (g_str_has_prefix (step, "SCAN ") && strstr (step, "USING") == NULL &&
          strstr (step, "CONSTANT ROW") == NULL && strstr (step, "SCAN (") == NULL && strstr (step, "VIRTUAL TABLE") == NULL)
        g_error ("%s: %s\n%s", id, step, sql);
    }
}

static void
test_indexed (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { NULL, "2022-09-20" };
  AnsConnection *connection = ans_book_get_connection (fixture->book);

  make_commune (fixture->book);
  for (guint i = 0; ans_area_poverty.listings[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (days); j++)
      {
        const AnsListingInfo *info = ans_area_poverty.listings[i];
        g_autoptr (AnsListing) list = ans_listing_new (fixture->book, info);
        g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (AnsListingResult) result = NULL;
        g_autoptr (AnsListingResult) grouped = NULL;

        ans_listing_set_as_of (list, days[j]);
        sqlite3_trace_v2 (ans_connection_get_handle (connection), SQLITE_TRACE_STMT, keep_sql,
                          asked);
        result = ans_listing_run (list, connection, 0, NULL);
        ans_listing_count (list, connection, NULL);
        sqlite3_trace_v2 (ans_connection_get_handle (connection), 0, NULL, NULL);
        g_assert_cmpuint (asked->len, ==, 2);
        /* To count everything, everything is looked at. */
        for (guint k = 0; k < (info->where_now == NULL && days[j] == NULL ? 1 : asked->len); k++)
          assert_indexed (fixture->book, info->id, asked->pdata[k]);
      }
}

/* Every figure names a list, its columns and its filters. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  static const char *const named[] = { "poverty-rate-fall", "poverty-count-fall", "poverty-exits",
                                       "poverty-relapses",  "poverty-new",        "poor-households",
                                       "near-poor-households", "poverty-rate" };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    g_assert_nonnull (ans_area_find_figure (named[i], NULL));
  for (const AnsFigureInfo *figure = ans_area_poverty.figures; figure->id != NULL; figure++)
    {
      const AnsFigurePart *parts[] = { &figure->numerator, &figure->denominator };

      for (guint i = 0; i < 2; i++)
        {
          const AnsListingInfo *info;
          g_auto (GStrv) filters = NULL;

          if (parts[i]->listing == NULL)
            continue;
          info = ans_listing_info_find (parts[i]->listing);
          g_assert_nonnull (info);
          g_assert_nonnull (ans_listing_info_get_column (info, "village"));
          if (parts[i]->period_column != NULL)
            g_assert_nonnull (ans_listing_info_get_column (info, parts[i]->period_column));
          filters = g_strsplit (parts[i]->filters != NULL ? parts[i]->filters : "", ";", -1);
          for (guint j = 0; filters[j] != NULL; j++)
            {
              g_auto (GStrv) sides = g_strsplit (filters[j], "=", 2);

              g_assert_nonnull (ans_listing_info_get_column (info, sides[0]));
            }
        }
      if (figure->comparable != NULL)
        g_assert_nonnull (ans_listing_info_get_column (
            ans_listing_info_find (figure->numerator.listing), figure->comparable));
    }
  for (guint i = 0; ans_area_poverty.listings[i] != NULL; i++)
    {
      const AnsListingInfo *info = ans_area_poverty.listings[i];

      for (guint j = 0; info->print_columns[j] != NULL; j++)
        g_assert_nonnull (ans_listing_info_get_column (info, info->print_columns[j]));
      g_assert_nonnull (ans_listing_info_get_column (info, info->default_sort));
      g_assert_true (ans_listing_info_find (info->id) == info);
    }
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ans_areas_init ();
  ADD ("/poverty/history", test_history);
  ADD ("/poverty/same-day", test_same_day);
  ADD ("/poverty/rounds", test_rounds);
  ADD ("/poverty/form", test_form);
  ADD ("/poverty/lists", test_lists);
  ADD ("/poverty/search", test_search);
  ADD ("/poverty/moves", test_moves);
  ADD ("/poverty/touched", test_touched);
  ADD ("/poverty/indexed", test_indexed);
  ADD ("/poverty/figures", test_figures);
  return g_test_run ();
}
