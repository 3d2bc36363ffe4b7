/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work of a review round: whom to review and in which order, what a household was before, what
 * a decision would do, and lists of two standards. All people are invented. */
#include <string.h>

#include "areas/ans-area.h"
#include "areas/ans-poverty-recognise.h"
#include "areas/ans-poverty-review.h"
#include "book-fixture.h"
#include "practice/ans-practice.h"

#define PEOPLE 4000
#define YEARLY 10 /* round of autumn 2022, under way */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  ans_practice_fill (fixture->book, PEOPLE, 11, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
number (AnsBook *book, const char *sql)
{
  return ans_connection_get_int (ans_book_get_connection (book), sql, -1);
}

static void
change_book (AnsBook *book, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "Sửa", &error));
  g_assert_true (ans_connection_exec (ans_book_get_connection (book), sql, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ans_book_commit (book, &error), >, 0);
}

static GPtrArray *
progress (AnsBook *book, gint64 round)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows =
      ans_poverty_review_progress (book, ans_book_get_connection (book), round, &error);

  g_assert_no_error (error);
  return rows;
}

/* --- how far a round is ------------------------------------------------------------------------
 */

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GPtrArray) rows = progress (book, YEARLY);
  const AnsPovertyProgress *sum = rows->pdata[rows->len - 1];
  g_autoptr (GPtrArray) after = NULL;
  guint wanted = 0, reviewed = 0;

  for (guint i = 0; i + 1 < rows->len; i++)
    {
      const AnsPovertyProgress *row = rows->pdata[i];

      g_assert_cmpint (row->village, !=, 0);
      g_assert_cmpuint (row->reviewed, <=, row->wanted);
      g_assert_cmpuint (row->poor + row->near_poor + row->not_poor, ==, row->reviewed);
      wanted += row->wanted;
      reviewed += row->reviewed;
    }
  g_assert_cmpuint (sum->wanted, ==, wanted);
  g_assert_cmpuint (sum->reviewed, ==, reviewed);
  g_assert_cmpint (sum->reviewed, ==,
                   number (book, "SELECT count(*) FROM poverty_assessment WHERE round = 10"));
  g_assert_cmpuint (sum->open, ==, sum->reviewed);
  g_assert_cmpuint (sum->wanted, >, sum->reviewed);

  /* A household of the list that had moved away before the round began is not waited for; one that
   * goes later is. */
  change_book (book,
               "UPDATE household_state SET status = 'CHUYEN_DI' WHERE household = (SELECT "
               "s.household FROM poverty_status s WHERE s.to_date IS NULL AND s.status = 'NGHEO' "
               "AND s.from_date = '2022-01-01' AND NOT EXISTS (SELECT 1 FROM poverty_assessment a "
               "WHERE a.round = 10 AND a.household = s.household) ORDER BY s.id LIMIT 1)");
  after = progress (book, YEARLY);
  g_assert_cmpuint (((AnsPovertyProgress *) after->pdata[after->len - 1])->wanted, ==, wanted - 1);
}

/* Rounds of a month review those who asked, and nobody else. */
static void
test_progress_of_month (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  const AnsPovertyProgress *sum;

  ans_practice_fill (fixture->book, 10000, 1, NULL, NULL, NULL);
  rows = progress (fixture->book, 9);
  sum = rows->pdata[rows->len - 1];
  g_assert_cmpint (
      sum->wanted, ==,
      number (fixture->book, "SELECT count(*) FROM poverty_assessment WHERE round = 9"));
  g_assert_cmpuint (sum->wanted, >, 0);
}

/* From one household to the next, until all have a form: each once, village by village. */
static void
test_next (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GPtrArray) rows = progress (book, YEARLY);
  const AnsPovertyProgress *sum = rows->pdata[rows->len - 1];
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const guint waiting = sum->wanted - sum->reviewed;
  gint64 household = 0, village = 0;
  guint n = 0;

  /* The month of September began after the yearly round; both are under way. */
  g_assert_cmpint (ans_poverty_review_current (book), ==, 9);
  while ((household = ans_poverty_review_next (book, YEARLY, household)) != 0)
    {
      g_autoptr (AnsRecord) draft = ans_poverty_review_draft (book, YEARLY, household);
      g_autoptr (AnsRecord) of = ans_record_load (book, &ans_register_households, household, NULL);
      const gint64 here = ans_record_get_int (of, "village");

      g_assert_cmpint (ans_record_get_int (draft, "round"), ==, YEARLY);
      g_assert_cmpint (ans_poverty_review_find (book, YEARLY, household), ==, 0);
      if (here != village)
        {
          g_assert_false (g_hash_table_contains (left, &here));
          if (village != 0)
            g_hash_table_add (left, g_memdup2 (&village, sizeof village));
          village = here;
        }
      ans_record_set_int (draft, "b1", 130);
      save_record (draft);
      g_assert_cmpint (ans_poverty_review_find (book, YEARLY, household), ==,
                       ans_record_get_id (draft));
      g_assert_cmpuint (++n, <=, waiting);
    }
  g_assert_cmpuint (n, ==, waiting);
}

/* Who begins in the middle of a village is led through all of it before another one. */
static void
test_next_stays (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  const gint64 first = ans_poverty_review_next (book, YEARLY, 0);
  g_autoptr (AnsRecord) of = ans_record_load (book, &ans_register_households, first, NULL);
  gint64 household = first;
  guint n = 0;

  do
    {
      g_autoptr (AnsRecord) at = NULL;

      household = ans_poverty_review_next (book, YEARLY, household);
      at = ans_record_load (book, &ans_register_households, household, NULL);
      g_assert_cmpint (ans_record_get_int (at, "village"), ==, ans_record_get_int (of, "village"));
      g_assert_cmpuint (++n, <, 1000);
    }
  while (household != first);
  g_assert_cmpuint (n, >, 1);
}

/* --- what a household was ----------------------------------------------------------------------
 */

/* What the form would call the movement is what the history calls it once it is written. */
static void
test_standing (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (AnsStatement) rows = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT household, date (from_date, '-1 day'), status, standard, change, previous, "
      "assessment, from_date FROM poverty_status WHERE basis = 'CONG_NHAN'",
      NULL);
  guint n = 0;

  while (ans_statement_step (rows, NULL))
    {
      const gint64 household = ans_statement_int (rows, 0), form = ans_statement_int (rows, 6);
      g_autoptr (AnsPovertyStanding) standing =
          ans_poverty_standing_on (book, household, ans_statement_text (rows, 1), 0);
      g_autoptr (AnsPovertyStanding) same_day =
          ans_poverty_standing_on (book, household, ans_statement_text (rows, 7), form);

      g_assert_cmpstr (standing->status, ==, ans_statement_text (rows, 5));
      g_assert_cmpstr (ans_poverty_standing_change (standing, ans_statement_text (rows, 2),
                                                    ans_statement_text (rows, 3)),
                       ==, ans_statement_text (rows, 4));
      /* The form's own result is not what was before it. */
      if (form != 0)
        g_assert_cmpint (same_day->id, ==, standing->id);
      n++;
    }
  g_assert_cmpuint (n, >, 5);
}

static void
test_poor_until (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  const gint64 household =
      number (book, "SELECT household FROM poverty_status WHERE change IN ('THOAT_CAN', "
                    "'THOAT_HET') ORDER BY id LIMIT 1");
  g_autofree char *sql =
      g_strdup_printf ("SELECT from_date FROM poverty_status WHERE household = %" G_GINT64_FORMAT
                       " AND change IN ('THOAT_CAN', 'THOAT_HET') ORDER BY from_date DESC LIMIT 1",
                       household);
  g_autofree char *left = ask (book, "%s", sql);
  g_autoptr (AnsPovertyStanding) now = ans_poverty_standing_on (book, household, "2022-12-31", 0);
  g_autoptr (AnsPovertyStanding) early = ans_poverty_standing_on (book, household, "1990-01-01", 0);

  g_assert_true (now->was_poor);
  g_assert_cmpstr (now->poor_until, ==, left);
  g_assert_cmpint (early->id, ==, 0);
  g_assert_null (early->status);
  g_assert_false (early->was_poor);
}

/* --- what a decision would do ------------------------------------------------------------------
 */

static AnsPovertyOutlook
look_ahead (AnsBook *book, gint64 round, const char *day)
{
  AnsPovertyOutlook outlook;
  g_autoptr (GError) error = NULL;

  ans_poverty_recognise_outlook (book, ans_book_get_connection (book), round, day, &outlook,
                                 &error);
  g_assert_no_error (error);
  return outlook;
}

static gint64
moved (AnsBook *book, int round, const char *changes)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM poverty_status WHERE round = %d AND change IN (%s)", round, changes);

  return number (book, sql);
}

static void
assert_foreseen (AnsBook *book, int round, const char *decided, const char *effective)
{
  AnsPovertyOutlook outlook = look_ahead (book, round, effective);
  AnsPovertyRecognition counts;
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_poverty_recognise (book, round, "300/QĐ-UBND", decided, effective, TRUE,
                                        &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (outlook.counts.poor, ==, counts.poor);
  g_assert_cmpuint (outlook.counts.near_poor, ==, counts.near_poor);
  g_assert_cmpuint (outlook.counts.not_poor, ==, counts.not_poor);
  g_assert_cmpuint (outlook.counts.refused, ==, counts.refused);
  g_assert_cmpuint (outlook.counts.kept, ==, counts.kept);
  g_assert_cmpuint (outlook.counts.replaced, ==, counts.replaced);
  g_assert_cmpuint (outlook.counts.computed, ==, counts.computed);
  g_assert_cmpuint (outlook.undecided + outlook.twice + outlook.taken, ==, 0);
  g_assert_cmpint (outlook.exits, ==, moved (book, round, "'THOAT_CAN', 'THOAT_HET'"));
  g_assert_cmpint (outlook.relapses, ==, moved (book, round, "'TAI_NGHEO'"));
  g_assert_cmpint (outlook.entries, ==, moved (book, round, "'PHAT_SINH', 'PHAT_SINH_CAN'"));
}

static void
test_outlook (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsPovertyOutlook outlook = look_ahead (book, YEARLY, "2022-12-21");

  g_assert_cmpuint (outlook.exits, >, 0);
  g_assert_false (outlook.is_start);
  assert_foreseen (book, YEARLY, "2022-12-20", "2022-12-21");
  /* A second decision sees through the first. */
  outlook = look_ahead (book, YEARLY, "2022-12-28");
  g_assert_cmpuint (outlook.counts.replaced, >, 0);
  g_assert_cmpuint (outlook.counts.computed, ==, 0);
  assert_foreseen (book, YEARLY, "2022-12-27", "2022-12-28");
}

/* Stopped, nothing of the decision is kept. */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  const AnsPovertyDecision decision = { YEARLY, "300/QĐ-UBND", "2022-12-20", "2022-12-21", TRUE };
  const gint64 actions = number (book, "SELECT count(*) FROM action");
  const gint64 statuses = number (book, "SELECT count(*) FROM poverty_status");
  g_autoptr (AnsJob) job = ans_job_new ("Quyết định");
  g_autoptr (AnsJob) other = ans_job_new ("Quyết định");
  AnsPovertyRecognition counts;
  g_autoptr (GError) error = NULL;

  ans_job_cancel (job);
  g_assert_false (ans_poverty_recognise_with_job (book, &decision, job, &counts, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (ans_book_in_action (book));
  g_assert_cmpint (number (book, "SELECT count(*) FROM action"), ==, actions);
  g_assert_cmpint (number (book, "SELECT count(*) FROM poverty_status"), ==, statuses);
  g_assert_true (ans_poverty_recognise_with_job (book, &decision, other, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (number (book, "SELECT count(*) FROM poverty_status"), >, statuses);
}

static void
test_outlook_of_requests (Fixture *fixture, gconstpointer data)
{
  ans_practice_fill (fixture->book, 10000, 1, NULL, NULL, NULL);
  g_assert_cmpuint (look_ahead (fixture->book, 9, "2022-09-28").counts.refused, >, 0);
  assert_foreseen (fixture->book, 9, "2022-09-28", "2022-09-28");
}

/* What would be refused is counted; the first day of a standard has no movements. */
static void
test_outlook_of_faults (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsPovertyOutlook outlook;

  change_book (book, "UPDATE poverty_assessment SET result = NULL WHERE id = (SELECT max(id) FROM "
                     "poverty_assessment WHERE round = 10); "
                     "UPDATE poverty_assessment SET household = (SELECT household FROM "
                     "poverty_assessment WHERE round = 10 ORDER BY id LIMIT 1) WHERE id = (SELECT "
                     "id FROM poverty_assessment WHERE round = 10 ORDER BY id LIMIT 1 OFFSET 1)");
  outlook = look_ahead (book, YEARLY, "2022-01-01");
  g_assert_cmpuint (outlook.undecided, ==, 1);
  g_assert_cmpuint (outlook.twice, ==, 1);
  g_assert_cmpuint (outlook.taken, >, 0);
  g_assert_true (outlook.is_start);
  g_assert_cmpuint (outlook.exits + outlook.relapses + outlook.entries, ==, 0);
}

/* --- two standards -----------------------------------------------------------------------------
 */

static void
test_two_standards (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsConnection *connection = ans_book_get_connection (book);
  g_autoptr (AnsAreaTableResult) one = NULL;
  g_autoptr (AnsAreaTableResult) two = NULL;
  g_autoptr (GPtrArray) wrong = NULL;
  guint total, column;
  g_autofree char *shown = NULL;

  one = ans_area_table_run (&ans_poverty_table_by_village, book, connection, "2022-01-01",
                            "2022-09-20", NULL);
  g_assert_null (one->before);
  two = ans_area_table_run (&ans_poverty_table_by_village, book, connection, "2021-12-31",
                            "2022-09-20", NULL);
  total = two->rows->len - 1;
  g_assert_cmpint (ans_area_table_get (two, total, "poor-start"), >, 0);
  g_assert_cmpstr (two->before, ==, "Chuẩn 2016–2020");
  g_assert_cmpstr (two->after, ==, "Chuẩn 2022–2025");
  column = (guint) ans_area_table_find_column (two->table, "other-in");
  g_assert_cmpint (ans_area_table_get (two, total, "other-in"), ==, -1);
  g_assert_cmpint (ans_area_table_get (two, total, "other-out"), ==, -1);
  shown = ans_area_table_display (two, total, column);
  g_assert_cmpstr (shown, ==, "–");
  g_assert_null (ans_area_table_get_list (two, total, column));
  /* Not to be compared is no contradiction. */
  wrong = ans_area_table_check (two, connection, NULL);
  g_assert_cmpuint (wrong->len, ==, 0);
}

static void
test_limits (void)
{
  AnsPovertyLimits limits;

  g_assert_true (ans_poverty_limits ("CN2022", "NT", "2021-10-01", &limits));
  g_assert_cmpint (limits.b1, ==, 140);
  g_assert_cmpint (limits.b2, ==, 30);
  g_assert_cmpint (limits.points, ==, 10);
  g_assert_true (ans_poverty_limits ("CN2022", "TT", "2022-10-01", &limits));
  g_assert_cmpint (limits.b1, ==, 175);
  g_assert_false (ans_poverty_limits ("CN2022", NULL, "2022-10-01", &limits));
  g_assert_false (ans_poverty_limits ("CN2016", "NT", "2021-10-01", &limits));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_areas_init ();
#define ADD(name, set_up, test)                                                                    \
  g_test_add ("/poverty-review/" name, Fixture, NULL, set_up, test, fixture_tear_down)
  ADD ("progress", set_up, test_progress);
  ADD ("progress-of-month", fixture_set_up, test_progress_of_month);
  ADD ("next", set_up, test_next);
  ADD ("next-stays", set_up, test_next_stays);
  ADD ("standing", set_up, test_standing);
  ADD ("poor-until", set_up, test_poor_until);
  ADD ("outlook", set_up, test_outlook);
  ADD ("stop", set_up, test_stop);
  ADD ("outlook-of-requests", fixture_set_up, test_outlook_of_requests);
  ADD ("outlook-of-faults", set_up, test_outlook_of_faults);
  ADD ("two-standards", set_up, test_two_standards);
#undef ADD
  g_test_add_func ("/poverty-review/limits", test_limits);
  return g_test_run ();
}
