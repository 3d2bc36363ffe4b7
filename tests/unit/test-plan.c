/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans as data: the one that comes with the program, another year's, deadlines, and the faults that
 * a self-check must find. All people are invented. */
#include <string.h>

#include "book-fixture.h"
#include "plan/ans-deadlines.h"
#include "plan/ans-plan-check.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"
#include "practice/ans-practice.h"
#include "text/ans-fold.h"

static gint64
load_plan (AnsBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 plan = ans_plan_load (book, ANS_PLAN_SHIPPED, &error);

  g_assert_no_error (error);
  g_assert_cmpint (plan, >, 0);
  return plan;
}

static gint64
id_of (AnsBook *book, const char *code)
{
  g_autofree char *id = ask (book, "SELECT id FROM indicator WHERE code = '%s' ORDER BY id", code);

  return g_ascii_strtoll (id, NULL, 10);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  gint64 plan = load_plan (book);

  assert_asked ("1", book, "SELECT count(*) FROM action");
  assert_asked ("29", book, "SELECT count(*) FROM indicator");
  assert_asked ("18", book, "SELECT count(*) FROM task");
  assert_asked ("8", book, "SELECT count(*) FROM plan_document");
  assert_asked ("2.1.1", book,
                "SELECT x.code FROM indicator i JOIN indicator x ON x.id = i.subset_of "
                "WHERE i.code = '2.1.2'");
  /* Targets are what the plan says; text as issued beside them. */
  assert_asked ("120|40|23.9|210|73|29|2.3|65|100|100|100|100|70|92|1|95|0|100|39|1|1", book,
                "SELECT target FROM indicator WHERE target NOT NULL AND code <> '1.1' "
                "ORDER BY position");
  assert_asked ("1–2", book, "SELECT target || '–' || target_high FROM indicator WHERE code = '1.1'");
  assert_asked ("0", book, "SELECT count(*) FROM indicator WHERE issued_text IS NULL");
  assert_asked ("0", book, "SELECT count(*) FROM task WHERE issued_text IS NULL OR owner IS NULL");
  /* Where the plan contradicts itself, it is said. */
  assert_asked ("1.1|2.3.1|2.3.2|2.4.1|2.5.2|2.7.3|2.7.4", book,
                "SELECT code FROM indicator WHERE flag NOT NULL ORDER BY position");
  /* Slips of the text are not copied into what the program says itself. */
  assert_asked ("0", book,
                "SELECT count(*) FROM task WHERE text LIKE '%%chật đóng%%' OR text LIKE '%%Đối mới%%'");
  /* Every figure that an indicator names is one that the program knows, or a mean. */
  {
    g_autofree char *names =
        ask (book, "SELECT figure FROM indicator WHERE figure NOT NULL AND figure NOT LIKE 'mean(%%' "
                   "UNION SELECT figure_gross FROM indicator WHERE figure_gross NOT NULL");
    g_auto (GStrv) figures = g_strsplit (names, "|", -1);

    g_assert_cmpuint (g_strv_length (figures), ==, 9);
    for (guint i = 0; figures[i] != NULL; i++)
      g_assert_nonnull (ans_area_find_figure (figures[i], NULL));
  }
  assert_sound (book);

  g_assert_cmpint (ans_plan_load (book, ANS_PLAN_SHIPPED, &error), ==, 0);
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  assert_asked ("29", book, "SELECT count(*) FROM indicator");
  g_assert_cmpint (ans_plan_load (book, "no-such-plan", &error), ==, 0);
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND);

  g_assert_cmpint (ans_plan_find_year (book, 2022), ==, plan);
  g_assert_cmpint (ans_plan_find_year (book, 2023), ==, 0);
  g_assert_cmpint (ans_plan_find_current (book, "2022-05-01"), ==, plan);
  g_assert_cmpint (ans_plan_find_current (book, "2025-05-01"), ==, plan);
  report = ans_undo (book, 0, FALSE, NULL);
  assert_asked ("0", book, "SELECT count(*) FROM plan");
  assert_asked ("0", book, "SELECT count(*) FROM deadline");
  assert_sound (book);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GError) error = NULL;
  gint64 plan = load_plan (book), village = add_village (book, "Bắc Mẫu"), next;
  g_autoptr (AnsRecord) share = ans_record_new (book, &ans_register_allocations);
  g_autoptr (AnsRecord) value = ans_record_new (book, &ans_register_indicator_values);
  g_autoptr (AnsRecord) task = NULL;

  ans_record_set_int (share, "indicator", id_of (book, "2.1.1"));
  ans_record_set_int (share, "village", village);
  ans_record_set (share, "value", "130");
  save_record (share);
  ans_record_set_int (value, "indicator", id_of (book, "2.1.1"));
  ans_record_set (value, "day", "2022-06-30");
  ans_record_set (value, "value", "60");
  save_record (value);
  task = ans_record_load (book, &ans_register_tasks,
                          ans_connection_get_int (ans_book_get_connection (book),
                                                  "SELECT id FROM task WHERE code = '4.3'", 0),
                          NULL);
  ans_record_set (task, "status", ANS_TASK_DONE);
  ans_record_set (task, "done_on", "2022-07-26");
  save_record (task);

  next = ans_plan_copy_to_year (book, plan, 2024, &error);
  g_assert_no_error (error);
  assert_asked ("2024-01-01 2024-12-31", book,
                "SELECT starts || ' ' || ends FROM plan WHERE id = %" G_GINT64_FORMAT, next);
  assert_asked ("Kế hoạch triển khai thực hiện nhiệm vụ thuộc lĩnh vực lao động, người có công và "
                "xã hội xã Hoằng Phụ năm 2024",
                book, "SELECT title FROM plan WHERE id = %" G_GINT64_FORMAT, next);
  assert_asked ("29", book, "SELECT count(*) FROM indicator WHERE plan = %" G_GINT64_FORMAT, next);
  /* Parts are parts of the new wholes. */
  assert_asked ("0", book,
                "SELECT count(*) FROM indicator i JOIN indicator x ON x.id = i.subset_of "
                "WHERE i.plan <> x.plan");
  assert_asked ("3", book,
                "SELECT count(*) FROM indicator WHERE plan = %" G_GINT64_FORMAT
                " AND subset_of NOT NULL",
                next);
  assert_asked ("130|130", book, "SELECT value FROM allocation");
  assert_asked ("60", book, "SELECT value FROM indicator_value");
  assert_asked ("CHUA 2024-07-27 -", book,
                "SELECT status || ' ' || due || ' ' || coalesce (done_on, '-') FROM task "
                "WHERE code = '4.3' AND plan = %" G_GINT64_FORMAT,
                next);
  assert_asked ("2", book, "SELECT count(*) FROM task WHERE code = '4.3'");
  assert_sound (book);

  g_assert_cmpint (ans_plan_copy_to_year (book, plan, 2024, &error), ==, 0);
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID);
  g_assert_false (ans_book_in_action (book));
}

static void
test_deadlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) july = NULL, winter = NULL, turn = NULL;
  const AnsDeadline *deadline;
  guint reports = 0;

  load_plan (fixture->book);
  july = ans_deadlines_between (fixture->book, (AnsDate) { 2022, 7, 20 }, (AnsDate) { 2022, 7, 31 },
                                NULL);
  for (guint i = 0; i < july->len; i++)
    {
      deadline = july->pdata[i];
      g_assert_cmpint (deadline->due.month, ==, 7);
      if (i > 0)
        g_assert_cmpint (
            ans_date_compare (((AnsDeadline *) july->pdata[i - 1])->due, deadline->due), <=, 0);
      if (strstr (deadline->title, "27/7") != NULL)
        {
          reports++;
          g_assert_cmpint (deadline->due.day, ==, 27);
          g_assert_cmpint (deadline->starts.day, ==, 1);
        }
    }
  g_assert_cmpuint (reports, ==, 1);

  /* The yearly review is under way between its days. */
  winter = ans_deadlines_between (fixture->book, (AnsDate) { 2022, 10, 10 },
                                  (AnsDate) { 2022, 10, 10 }, NULL);
  g_assert_cmpuint (winter->len, ==, 1);
  deadline = winter->pdata[0];
  g_assert_true (deadline->verified);
  g_assert_cmpint (deadline->starts.month, ==, 9);
  g_assert_cmpint (deadline->due.month, ==, 12);
  g_assert_cmpint (deadline->due.day, ==, 14);
  /* Both sides of the turn of a year; the last day of any month. */
  turn = ans_deadlines_between (fixture->book, (AnsDate) { 2022, 12, 28 }, (AnsDate) { 2023, 3, 2 },
                                NULL);
  reports = 0;
  for (guint i = 0; i < turn->len; i++)
    {
      deadline = turn->pdata[i];
      if (g_str_has_prefix (deadline->title, "Quyết toán"))
        {
          static const guint8 days[] = { 31, 31, 28, 31 };

          g_assert_cmpint (deadline->due.day, ==, days[reports++]);
        }
    }
  g_assert_cmpuint (reports, ==, 3);
}

/* --- faults ----------------------------------------------------------------------------------- */

static guint
count_kind (AnsBook *book, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ans_plan_check (book, "2022-09-20", &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const AnsContradiction *contradiction = found->pdata[i];

      g_test_message ("%s: %s", contradiction->kind, contradiction->message);
      g_assert_true (g_utf8_validate (contradiction->message, -1, NULL));
      n += g_strcmp0 (contradiction->kind, kind) == 0;
    }
  return n;
}

static void
add_value (AnsBook *book, const char *code, gint64 village, const char *day, const char *value,
           const char *numerator, const char *denominator)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_indicator_values);

  ans_record_set_int (record, "indicator", id_of (book, code));
  if (village != 0)
    ans_record_set_int (record, "village", village);
  ans_record_set (record, "day", day);
  ans_record_set (record, "value", value);
  ans_record_set (record, "numerator", numerator);
  ans_record_set (record, "denominator", denominator);
  ans_record_set (record, "source", "Báo cáo mẫu");
  save_record (record);
}

static void
add_share (AnsBook *book, const char *code, gint64 village, const char *value)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_allocations);

  ans_record_set_int (record, "indicator", id_of (book, code));
  ans_record_set_int (record, "village", village);
  ans_record_set (record, "value", value);
  save_record (record);
}

/* What no form lets through, as a damaged or foreign file has it. */
static void
spoil (AnsBook *book, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "spoil", NULL));
  ans_connection_exec (ans_book_get_connection (book), sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ans_book_commit (book, NULL), >, 0);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GError) error = NULL;
  gint64 north, south;

  ans_practice_fill (book, 2000, 5, NULL, NULL, &error);
  g_assert_no_error (error);
  load_plan (book);
  north = ans_connection_get_int (ans_book_get_connection (book), "SELECT min(id) FROM village", 0);
  south = ans_connection_get_int (ans_book_get_connection (book), "SELECT max(id) FROM village", 0);
  g_assert_cmpuint (count_kind (book, "sexes"), ==, 0);
  g_assert_cmpuint (count_kind (book, "villages"), ==, 0);
  g_assert_cmpuint (count_kind (book, "movements"), ==, 0);
  g_assert_cmpuint (count_kind (book, "subset"), ==, 0);
  /* A commune of this size is not the one of which 65 households are 2,3 %. */
  g_assert_cmpuint (count_kind (book, "equivalent"), ==, 1);

  spoil (book, "UPDATE person SET sex = NULL WHERE id = (SELECT id FROM person WHERE "
               "residence = 'THUONG_TRU' LIMIT 1)");
  g_assert_cmpuint (count_kind (book, "sexes"), ==, 1);

  /* 2.9.1, entered by hand: villages 3, commune 4. */
  add_value (book, "2.9.1", north, "2022-09-01", "1", NULL, NULL);
  add_value (book, "2.9.1", south, "2022-09-01", "2", NULL, NULL);
  add_value (book, "2.9.1", 0, "2022-09-01", "4", NULL, NULL);
  g_assert_cmpuint (count_kind (book, "villages"), ==, 1);

  add_share (book, "2.1.1", north, "60");
  add_share (book, "2.1.1", south, "50");
  g_assert_cmpuint (count_kind (book, "allocation"), ==, 1);

  /* The part larger than the whole: in all, and in the share of a village. */
  add_value (book, "2.9.2", 0, "2022-09-01", "5", NULL, NULL);
  g_assert_cmpuint (count_kind (book, "subset"), ==, 1);
  add_share (book, "2.1.2", north, "70");
  g_assert_cmpuint (count_kind (book, "subset"), ==, 2);

  add_value (book, "2.6.4", 0, "2022-09-01", "92", "91", "100");
  g_assert_cmpuint (count_kind (book, "share"), ==, 1);
  add_value (book, "2.6.3", 0, "2022-09-01", NULL, "11", "10");
  g_assert_cmpuint (count_kind (book, "share"), ==, 2);

  add_value (book, "2.2.1", 0, "2022-03-01", "90", NULL, NULL);
  add_value (book, "2.2.1", 0, "2022-06-01", "80", NULL, NULL);
  g_assert_cmpuint (count_kind (book, "movements"), ==, 1);

  /* A poor household that is in no village. */
  spoil (book, "UPDATE household_place SET village = NULL WHERE to_date IS NULL AND household = "
               "(SELECT household FROM poverty_status WHERE status = 'NGHEO' AND to_date IS NULL "
               "LIMIT 1)");
  g_assert_cmpuint (count_kind (book, "villages"), >=, 2);
}

#define ADD_TEST(path, func)                                                                       \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_plan_init ();
  ADD_TEST ("/plan/load", test_load);
  ADD_TEST ("/plan/copy", test_copy);
  ADD_TEST ("/plan/deadlines", test_deadlines);
  ADD_TEST ("/plan/faults", test_faults);
  return g_test_run ();
}
