/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year of the poverty area: summaries by village, decisions, and contradictions that are found.
 * All people are invented. */
#include <string.h>

#include "areas/ans-area.h"
#include "areas/ans-poverty-check.h"
#include "areas/ans-poverty-recognise.h"
#include "book-fixture.h"
#include "practice/ans-practice.h"

#define START "2022-01-01"
#define END   "2022-09-20"

#define PEOPLE 4000

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  ans_practice_fill (fixture->book, PEOPLE, 11, NULL, NULL, &error);
  g_assert_no_error (error);
}

static AnsAreaTableResult *
run (AnsBook *book, const AnsAreaTable *table, const char *day)
{
  g_autoptr (GError) error = NULL;
  AnsAreaTableResult *result =
      ans_area_table_run (table, book, ans_book_get_connection (book), START, day, &error);

  g_assert_no_error (error);
  return result;
}

/* --- tables ------------------------------------------------------------------------------------- */

/* Every cell is the length of the list that it opens. */
static void
assert_cells (AnsBook *book, AnsAreaTableResult *result)
{
  for (guint i = 0; i < result->rows->len; i++)
    for (guint j = 0; j < result->n_columns; j++)
      {
        const AnsAreaTableRow *row = result->rows->pdata[i];
        g_autoptr (AnsListing) list = ans_area_table_get_list (result, i, j);

        if (list == NULL)
          g_assert_cmpint (result->table->columns[j].kind, ==, ANS_TABLE_CELL_PERCENT);
        else
          g_assert_cmpint (ans_listing_count (list, ans_book_get_connection (book), NULL), ==,
                           row->values[j]);
      }
}

static void
assert_no_faults (AnsBook *book, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults =
      ans_poverty_check (book, ans_book_get_connection (book), START, day, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((AnsPovertyFault *) faults->pdata[i])->text);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { START, "2022-05-31", END, "2022-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (AnsAreaTableResult) one =
          run (fixture->book, &ans_poverty_table_by_village, days[i]);
      g_autoptr (AnsAreaTableResult) two =
          run (fixture->book, &ans_poverty_table_deprivations, days[i]);

      assert_cells (fixture->book, one);
      assert_cells (fixture->book, two);
      assert_no_faults (fixture->book, days[i]);
      g_assert_cmpuint (one->rows->len, ==, two->rows->len);
    }
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  AnsPracticeCounts counts;
  g_autoptr (AnsAreaTableResult) result = NULL;
  g_autoptr (AnsAreaTableResult) lacks = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *expected = NULL;

  ans_practice_fill_counted (fixture->book, 10000, 1, NULL, NULL, &counts, NULL);
  result = run (fixture->book, &ans_poverty_table_by_village, END);
  lacks = run (fixture->book, &ans_poverty_table_deprivations, END);
  g_assert_cmpuint (result->rows->len, ==, counts.n_villages + 1);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const AnsPracticePoverty *of =
          i < counts.n_villages ? &counts.villages[i] : &counts.commune;

      g_assert_cmpint (ans_area_table_get (result, i, "households"), ==, of->households_end);
      g_assert_cmpint (ans_area_table_get (result, i, "poor-start"), ==, of->poor_start);
      g_assert_cmpint (ans_area_table_get (result, i, "exits"), ==, of->exits);
      g_assert_cmpint (ans_area_table_get (result, i, "relapses"), ==, of->relapses);
      g_assert_cmpint (ans_area_table_get (result, i, "new"), ==, of->new_poor);
      g_assert_cmpint (ans_area_table_get (result, i, "other-in"), ==, of->moved_in);
      g_assert_cmpint (ans_area_table_get (result, i, "other-out"), ==, 0);
      g_assert_cmpint (ans_area_table_get (result, i, "poor-end"), ==, of->poor_end);
      g_assert_cmpint (ans_area_table_get (result, i, "near-poor"), ==, of->near_poor_end);
      g_assert_cmpint (ans_area_table_get (lacks, i, "poor"), ==, of->poor_end);
      for (guint j = 0; j < 12; j++)
        {
          g_autofree char *id = g_strdup_printf ("lack-%u", j + 1);

          g_assert_cmpint (ans_area_table_get (lacks, i, id), ==, of->lacks[j]);
        }
    }
  /* Half up, of whole numbers. */
  expected = g_strdup_printf ("%u,%02u",
                              (counts.commune.poor_end * 20000 + counts.commune.households_end) /
                                  (2 * counts.commune.households_end) / 100,
                              (counts.commune.poor_end * 20000 + counts.commune.households_end) /
                                  (2 * counts.commune.households_end) % 100);
  rate = ans_area_table_display (
      result, result->rows->len - 1,
      (guint) ans_area_table_find_column (result->table, "poor-end-rate"));
  g_assert_cmpstr (rate, ==, expected);
  g_assert_cmpstr (((AnsAreaTableRow *) result->rows->pdata[counts.n_villages])->title, ==,
                   "Tổng cộng");
}

/* --- other movements ---------------------------------------------------------------------------- */

static gint64
number (AnsBook *book, const char *sql)
{
  g_autofree char *text = ask (book, "%s", sql);

  return g_ascii_strtoll (text, NULL, 10);
}

#define POOR_ALL_YEAR                                                                              \
  "SELECT s.household FROM poverty_status s WHERE s.from_date = '2022-01-01' AND "                 \
  "s.to_date IS NULL AND s.status = 'NGHEO' ORDER BY s.id LIMIT 1 OFFSET "

/* A poor household that moves away and one that goes to the next village are other movements. */
static void
test_other_movements (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 first = number (book, POOR_ALL_YEAR "0"), second = number (book, POOR_ALL_YEAR "1");
  g_autoptr (AnsRecord) away = ans_record_load (book, &ans_register_households, first, NULL);
  g_autoptr (AnsRecord) moved = ans_record_load (book, &ans_register_households, second, NULL);
  g_autoptr (AnsAreaTableResult) before = run (book, &ans_poverty_table_by_village, END);
  g_autoptr (AnsAreaTableResult) after = NULL;
  gint64 from = ans_record_get_int (moved, "village"), to = from == 1 ? 2 : 1;
  guint total = before->rows->len - 1;

  ans_record_set (away, "status", ANS_HOUSEHOLD_MOVED_AWAY);
  ans_record_set_effective_date (away, "2022-04-10");
  save_record (away);
  ans_record_set_int (moved, "village", to);
  ans_record_set_effective_date (moved, "2022-06-10");
  save_record (moved);
  after = run (book, &ans_poverty_table_by_village, END);
  g_assert_cmpint (ans_area_table_get (after, total, "other-out"), ==,
                   ans_area_table_get (before, total, "other-out") + 2);
  g_assert_cmpint (ans_area_table_get (after, total, "other-in"), ==,
                   ans_area_table_get (before, total, "other-in") + 1);
  g_assert_cmpint (ans_area_table_get (after, (guint) to - 1, "other-in"), ==,
                   ans_area_table_get (before, (guint) to - 1, "other-in") + 1);
  g_assert_cmpint (ans_area_table_get (after, total, "poor-end"), ==,
                   ans_area_table_get (before, total, "poor-end") - 1);
  assert_cells (book, after);
  assert_no_faults (book, END);
  assert_no_faults (book, "2022-05-01");
}

/* --- decisions ----------------------------------------------------------------------------------- */

#define YEARLY 10 /* round of autumn 2022, under way */

static gboolean
recognise (AnsBook *book, const char *number_, const char *date, const char *effective,
           gboolean computed, AnsPovertyRecognition *counts, GError **error)
{
  return ans_poverty_recognise (book, YEARLY, number_, date, effective, computed, counts, error);
}

#define assert_refused(...)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error_ = NULL;                                                              \
    g_assert_false (recognise (book, __VA_ARGS__, NULL, &error_));                                 \
    g_assert_error (error_, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID);                           \
    g_test_message ("%s", error_->message);                                                        \
  }                                                                                                \
  G_STMT_END

#define STATUSES                                                                                   \
  "SELECT concat_ws (',', household, from_date, to_date, status, standard, basis, previous, "      \
  "change, round, assessment, decision_no, decision_date) FROM poverty_status "                    \
  "ORDER BY household, from_date"
#define FORMS "SELECT concat_ws (',', id, official, decision_no, decision_date) FROM poverty_assessment"

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autofree char *before = ask (book, STATUSES);
  g_autofree char *after = NULL;

  /* No result without being asked; no number; wrong days; 1 January. */
  assert_refused ("300/QĐ-UBND", "2022-12-20", "2022-12-20", FALSE);
  assert_refused ("", "2022-12-20", "2022-12-20", TRUE);
  assert_refused ("300/QĐ-UBND", "2022-08-20", "2022-12-20", TRUE);
  assert_refused ("300/QĐ-UBND", "2022-12-20", "2022-12-19", TRUE);
  assert_refused ("300/QĐ-UBND", "2022-12-20", "2022-12", TRUE);
  assert_refused ("300/QĐ-UBND", "2022-12-20", "2023-01-01", TRUE);
  after = ask (book, STATUSES);
  g_assert_cmpstr (after, ==, before);
}

static void
test_recognise (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsPovertyRecognition counts, again;
  g_autoptr (GError) error = NULL;
  g_autofree char *statuses = ask (book, STATUSES);
  g_autofree char *forms = ask (book, FORMS);
  g_autofree char *done = NULL;
  g_autofree char *done_forms = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *undone_forms = NULL;
  g_autofree char *n_forms = NULL;
  g_autofree char *written = NULL;
  g_autofree char *all = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  gint64 listed = number (book, "SELECT count(*) FROM poverty_status WHERE to_date IS NULL AND "
                                "status <> 'KHONG'");
  gint64 n;

  g_assert_true (recognise (book, "300/QĐ-UBND", "2022-12-20", "2022-12-21", TRUE, &counts, &error));
  g_assert_no_error (error);
  n = number (book, "SELECT count(*) FROM poverty_assessment WHERE round = 10");
  g_assert_cmpint (n, >, 10);
  g_assert_cmpint (counts.poor + counts.near_poor + counts.not_poor + counts.refused, ==, n);
  g_assert_cmpuint (counts.computed, ==, n);
  g_assert_cmpuint (counts.replaced, ==, 0);
  /* All of them were on a list, so each has a new status; the others keep theirs. */
  g_assert_cmpuint (counts.refused, ==, 0);
  g_assert_cmpint (counts.kept, ==, listed - n);
  assert_asked ("0", book, "SELECT count(*) FROM poverty_assessment WHERE round = 10 AND "
                           "(official IS NOT result OR decision_no <> '300/QĐ-UBND')");
  written = g_strdup_printf ("%u|%u|%u", counts.near_poor, counts.not_poor, counts.poor);
  all = ask (book, "SELECT concat_ws ('', '', sum (status = 'CAN_NGHEO')) || '|' || "
                   "sum (status = 'KHONG') || '|' || sum (status = 'NGHEO') FROM poverty_status "
                   "WHERE round = 10 AND from_date = '2022-12-21' AND basis = 'CONG_NHAN'");
  g_assert_cmpstr (all, ==, written);
  assert_asked ("CONG_NHAN", book, "SELECT step FROM poverty_round WHERE id = 10");
  assert_no_faults (book, "2022-12-31");
  assert_sound (book);

  /* The same decision again replaces itself. */
  done = ask (book, STATUSES);
  done_forms = ask (book, FORMS);
  g_assert_true (recognise (book, "300/QĐ-UBND", "2022-12-20", "2022-12-21", TRUE, &again, &error));
  g_assert_cmpuint (again.replaced, ==, counts.poor + counts.near_poor + counts.not_poor);
  redone = ask (book, STATUSES);
  g_assert_cmpstr (redone, ==, done);

  /* One action each. */
  ans_undo_report_free (ans_undo (book, 0, FALSE, NULL));
  report = ans_undo (book, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->conflicts->len, ==, 0);
  undone = ask (book, STATUSES);
  undone_forms = ask (book, FORMS);
  g_assert_cmpstr (undone, ==, statuses);
  g_assert_cmpstr (undone_forms, ==, forms);
  assert_no_faults (book, END);
}

/* A second decision of another day moves the statuses; one on a day that is taken is refused. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsPovertyRecognition counts;

  g_assert_true (
      recognise (book, "300/QĐ-UBND", "2022-12-20", "2022-12-20", TRUE, NULL, NULL));
  g_assert_true (
      recognise (book, "305/QĐ-UBND", "2022-12-26", "2022-12-27", TRUE, &counts, NULL));
  g_assert_cmpuint (counts.replaced, >, 0);
  g_assert_cmpuint (counts.computed, ==, 0);
  assert_asked ("2022-12-27", book,
                "SELECT DISTINCT from_date FROM poverty_status WHERE round = 10");
  assert_asked ("305/QĐ-UBND", book,
                "SELECT DISTINCT decision_no FROM poverty_status WHERE round = 10");
  assert_no_faults (book, "2022-12-31");
}

/* Whoever asked, and is not poor and was not, needs no status; the newly poor are movements. */
static void
test_requests (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsPovertyRecognition counts;
  g_autoptr (GError) error = NULL;
  gint64 poor, not_poor;

  ans_practice_fill (book, 10000, 1, NULL, NULL, NULL);
  poor = number (book, "SELECT count(*) FROM poverty_assessment WHERE round = 9 AND "
                       "result = 'NGHEO'");
  not_poor = number (book, "SELECT count(*) FROM poverty_assessment WHERE round = 9 AND "
                           "result = 'KHONG'");
  g_assert_cmpint (poor, >, 0);
  g_assert_cmpint (not_poor, >, 0);
  g_assert_true (ans_poverty_recognise (book, 9, "183/QĐ-UBND", "2022-09-28", "2022-09-28", TRUE,
                                        &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.poor, ==, poor);
  g_assert_cmpint (counts.refused, ==, not_poor);
  g_assert_cmpint (number (book, "SELECT count(*) FROM poverty_status WHERE round = 9 AND "
                                 "change = 'PHAT_SINH'"),
                   ==, poor);
  assert_no_faults (book, "2022-09-30");
}

/* The first list under a new standard is a list of the start, not a year of movements. */
static void
test_new_standard (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "Sửa", NULL));
  g_assert_true (ans_connection_exec (ans_book_get_connection (book),
                                      "UPDATE poverty_round SET standard = 'CN2027' WHERE id = 10; "
                                      "UPDATE poverty_assessment SET official = result",
                                      &error));
  ans_book_commit (book, NULL);
  g_assert_true (
      recognise (book, "300/QĐ-UBND", "2026-12-20", "2027-01-01", FALSE, NULL, &error));
  g_assert_no_error (error);
  assert_asked ("DAU_KY", book, "SELECT DISTINCT change FROM poverty_status WHERE round = 10");
  assert_asked ("DAU_KY", book, "SELECT DISTINCT basis FROM poverty_status WHERE round = 10");
}

/* --- contradictions ------------------------------------------------------------------------------- */

#define FOLLOWS  "does not follow the one before it"
#define JOINS    "joins or leaves the list of poor households, and nothing says why"
#define OFFICIAL "is not the official result of its form"
#define DECIDED  "its result is missing or was not made a status"

/* The household of the first status with that. */
#define OF(where) "(SELECT household FROM poverty_status WHERE " where " LIMIT 1)"
#define IN_YEAR   " AND from_date > '2022-01-01'"

/* Faults as a broken file, a careless hand or a foreign tool could make them. */
static const struct
{
  const char *name;
  const char *who; /* (nullable): the household that must be named; NULL: the whole list is wrong */
  const char *sql;
  const char *says;
  gboolean raw; /* the triggers are put aside */
} faults[] = {
  { "change", OF ("change = 'THOAT_HET'" IN_YEAR),
    "UPDATE poverty_status SET change = 'HO_CU' WHERE id = (SELECT id FROM poverty_status WHERE "
    "change = 'THOAT_HET'" IN_YEAR ")",
    FOLLOWS, TRUE },
  { "change is no movement", OF ("change = 'THOAT_HET'" IN_YEAR),
    "UPDATE poverty_status SET change = 'HO_CU' WHERE id = (SELECT id FROM poverty_status WHERE "
    "change = 'THOAT_HET'" IN_YEAR ")",
    JOINS, TRUE },
  { "change to exit", OF ("change = 'THOAT_CAN_NGHEO'"),
    "UPDATE poverty_status SET change = 'THOAT_HET' WHERE id = (SELECT id FROM poverty_status "
    "WHERE change = 'THOAT_CAN_NGHEO')",
    JOINS, TRUE },
  { "relapse as new", OF ("change = 'TAI_NGHEO' OR change = 'PHAT_SINH_CAN'"),
    "UPDATE poverty_status SET change = 'PHAT_SINH' WHERE id = (SELECT id FROM poverty_status "
    "WHERE change = 'TAI_NGHEO' OR change = 'PHAT_SINH_CAN')",
    FOLLOWS, TRUE },
  { "end too early", OF ("to_date IS NULL AND status = 'NGHEO'"),
    "UPDATE poverty_status SET to_date = '2022-03-01' WHERE id = (SELECT id FROM poverty_status "
    "WHERE to_date IS NULL AND status = 'NGHEO')",
    FOLLOWS, TRUE },
  { "never ends", OF ("to_date > '2022-02-01' AND status = 'NGHEO'"),
    "UPDATE poverty_status SET to_date = NULL WHERE id = (SELECT id FROM poverty_status WHERE "
    "to_date > '2022-02-01' AND status = 'NGHEO')",
    FOLLOWS, TRUE },
  { "previous", OF ("change = 'THOAT_CAN'" IN_YEAR),
    "UPDATE poverty_status SET previous = NULL WHERE id = (SELECT id FROM poverty_status WHERE "
    "change = 'THOAT_CAN'" IN_YEAR ")",
    FOLLOWS, TRUE },
  { "row gone", OF ("change = 'THOAT_HET'" IN_YEAR),
    "DELETE FROM poverty_status WHERE id = (SELECT id FROM poverty_status WHERE change = "
    "'THOAT_HET'" IN_YEAR ")",
    JOINS, TRUE },
  { "status of a row", OF ("from_date = '2022-01-01' AND status = 'NGHEO'"),
    "UPDATE poverty_status SET status = 'CAN_NGHEO' WHERE id = (SELECT id FROM poverty_status "
    "WHERE from_date = '2022-01-01' AND status = 'NGHEO')",
    OFFICIAL, FALSE },
  { "official of a form", OF ("status = 'NGHEO' AND assessment > 0"),
    "UPDATE poverty_assessment SET official = 'KHONG' WHERE id = (SELECT assessment FROM "
    "poverty_status WHERE status = 'NGHEO' AND assessment > 0)",
    OFFICIAL, FALSE },
  { "official taken away", "(SELECT household FROM poverty_assessment WHERE round = 1 LIMIT 1)",
    "UPDATE poverty_assessment SET official = NULL WHERE id = (SELECT id FROM poverty_assessment "
    "WHERE round = 1)",
    DECIDED, FALSE },
  { "decided without status", OF ("change = 'THOAT_CAN' AND round > 1"),
    "DELETE FROM poverty_status WHERE id = (SELECT id FROM poverty_status WHERE change = "
    "'THOAT_CAN' AND round > 1)",
    DECIDED, FALSE },
  { "old standard", NULL,
    "UPDATE poverty_status SET standard = 'CN2016' WHERE id = (SELECT id FROM poverty_status "
    "WHERE to_date IS NULL AND status = 'NGHEO')",
    "20/09/2022 has households of two standards", FALSE },
  { "exit on the first day", OF ("from_date = '2022-01-01' AND status = 'KHONG'"),
    "UPDATE poverty_status SET basis = 'CONG_NHAN', standard = 'CN2022' WHERE from_date = "
    "'2022-01-01' AND status = 'KHONG'; UPDATE poverty_status SET standard = 'CN2022' WHERE "
    "household IN (SELECT household FROM poverty_status WHERE from_date = '2022-01-01' AND "
    "status = 'KHONG')",
    "its change is dated on the first day", FALSE },
  { "no village", NULL,
    "DELETE FROM household_place WHERE household = " OF ("to_date IS NULL AND status = 'NGHEO'"),
    "has rows without a village", FALSE },
  { "not living when it left", OF ("change = 'THOAT_CAN'" IN_YEAR),
    "UPDATE household_state SET from_date = '2022-09-01' WHERE household = " OF (
        "change = 'THOAT_CAN'" IN_YEAR),
    "on a day on which the household did not live here", FALSE },
  { "nobody lives there",
    OF ("to_date IS NULL AND status = 'NGHEO' AND from_date = '2022-01-01'"),
    "UPDATE person_home SET to_date = '2022-02-01' WHERE to_date IS NULL AND household = " OF (
        "to_date IS NULL AND status = 'NGHEO' AND from_date = '2022-01-01'"),
    "but nobody lives in it", FALSE },
};

static void
plant (AnsBook *book, guint i)
{
  g_autoptr (GError) error = NULL;
  AnsConnection *connection = ans_book_get_connection (book);
  g_autofree char *names = faults[i].raw ? ask (book, "SELECT name FROM sqlite_schema WHERE type = "
                                                      "'trigger' AND tbl_name = 'poverty_status'")
                                         : g_strdup ("");
  g_auto (GStrv) triggers = g_strsplit (names, "|", -1);

  g_test_message ("%s", faults[i].name);
  g_assert_true (ans_book_begin (book, "Làm sai", NULL));
  for (guint j = 0; triggers[j] != NULL; j++)
    {
      g_autofree char *drop = g_strdup_printf ("DROP TRIGGER %s", triggers[j]);

      g_assert_true (ans_connection_exec (connection, drop, &error));
    }
  ans_connection_exec (connection, faults[i].sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_changes (ans_connection_get_handle (connection)), >, 0);
  g_assert_true (ans_connection_exec (connection, "SAVEPOINT planted", &error));
}

/* Somebody is told what is wrong, and of whom. */
static void
assert_named (guint i, gint64 household, const GPtrArray *found)
{
  for (guint j = 0; j < found->len; j++)
    {
      const AnsPovertyFault *fault = found->pdata[j];

      if (fault->household == household && strstr (fault->text, faults[i].says) != NULL)
        return;
    }
  for (guint j = 0; j < found->len; j++)
    g_test_message ("  %s", ((AnsPovertyFault *) found->pdata[j])->text);
  g_error ("“%s” of household %" G_GINT64_FORMAT " is not found as “%s”", faults[i].name, household,
           faults[i].says);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  ans_practice_fill (fixture->book, 10000, 1, NULL, NULL, NULL);
  assert_no_faults (fixture->book, END);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *who =
          faults[i].who != NULL ? ask (fixture->book, "SELECT %s", faults[i].who) : g_strdup ("0");

      plant (fixture->book, i);
      found = ans_poverty_check (fixture->book, ans_book_get_connection (fixture->book), START,
                                 END, &error);
      g_assert_no_error (error);
      assert_named (i, g_ascii_strtoll (who, NULL, 10), found);
      ans_book_rollback (fixture->book);
    }
  assert_no_faults (fixture->book, END);
}

#define ADD(name, set_up, test) g_test_add (name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ans_areas_init ();
  ADD ("/poverty-year/tables", set_up, test_tables);
  ADD ("/poverty-year/counts", fixture_set_up, test_counts);
  ADD ("/poverty-year/other-movements", set_up, test_other_movements);
  ADD ("/poverty-year/refusals", set_up, test_refusals);
  ADD ("/poverty-year/recognise", set_up, test_recognise);
  ADD ("/poverty-year/again", set_up, test_again);
  ADD ("/poverty-year/new-standard", set_up, test_new_standard);
  ADD ("/poverty-year/requests", fixture_set_up, test_requests);
  ADD ("/poverty-year/faults", fixture_set_up, test_faults);
  return g_test_run ();
}
