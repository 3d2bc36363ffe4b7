/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers made from figures: periods, numbers, and faults that are planted and found. All people are
 * invented. */
#include <string.h>

#include "areas/ans-poverty.h"
#include "plan/ans-plan-check.h"
#include "plan/ans-plan.h"
#include "practice/ans-practice-plan.h"
#include "practice/ans-practice.h"
#include "random-actions.h"
#include "report/ans-report-period.h"
#include "report/ans-report.h"

static void
test_periods (void)
{
  static const struct
  {
    const char *text, *title;
  } good[] = {
    { "2022", "Năm 2022" },
    { "2022-H1", "6 tháng đầu năm 2022" },
    { "2022-H2", "6 tháng cuối năm 2022" },
    { "2022-Q3", "Quý III năm 2022" },
    { "2022-9M", "9 tháng đầu năm 2022" },
    { "2022-09", "Tháng 9 năm 2022" },
    { "2022-08-15..2022-09-14", "Tháng 9 năm 2022 (từ ngày 15/08/2022 đến ngày 14/09/2022)" },
    { "2021-12-15..2022-12-14", "Năm 2022 (từ ngày 15/12/2021 đến ngày 14/12/2022)" },
    { "2022-01-05..2022-02-07", "Từ ngày 05/01/2022 đến ngày 07/02/2022" },
  };
  static const char *const bad[] = { "",
                                     "22",
                                     "2022-Q0",
                                     "2022-13",
                                     "2022-00",
                                     "2022-H3",
                                     "2022Q1",
                                     "2022-02-30..2022-03-01",
                                     "2022-03..2022-04",
                                     "x..y" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      AnsReportPeriod period;
      g_autofree char *title = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (ans_report_period_parse (good[i].text, &period, &error));
      g_assert_no_error (error);
      title = ans_report_period_title (&period);
      g_assert_cmpstr (title, ==, good[i].title);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      AnsReportPeriod period;
      g_autoptr (GError) error = NULL;

      g_assert_false (ans_report_period_parse (bad[i], &period, &error));
      g_assert_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST);
    }
}

/* Which kind two days are, and what comes before and after. */
static void
test_steps (void)
{
  static const struct
  {
    const char *text;
    AnsReportPeriodKind kind;
    const char *before, *after;
  } cases[] = {
    { "2022-02", ANS_REPORT_MONTH, "2022-01", "2022-03" },
    { "2022-12", ANS_REPORT_MONTH, "2022-11", "2023-01" },
    { "2022-Q1", ANS_REPORT_QUARTER, "2021-Q4", "2022-Q2" },
    { "2022-H1", ANS_REPORT_HALF, "2021-H2", "2022-H2" },
    { "2022-9M", ANS_REPORT_NINE_MONTHS, "2021-9M", "2023-9M" },
    { "2022", ANS_REPORT_YEAR, "2021", "2023" },
  };
  AnsReportPeriod own;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsReportPeriod period, wanted[2];

      g_assert_true (ans_report_period_parse (cases[i].text, &period, NULL));
      g_assert_true (ans_report_period_parse (cases[i].before, &wanted[0], NULL));
      g_assert_true (ans_report_period_parse (cases[i].after, &wanted[1], NULL));
      g_assert_cmpuint (ans_report_period_find_kind (&period), ==, cases[i].kind);
      for (guint j = 0; j < 2; j++)
        {
          const AnsReportPeriod found = ans_report_period_beside (&period, cases[i].kind, j == 1);

          g_assert_cmpint (ans_date_compare (found.first, wanted[j].first), ==, 0);
          g_assert_cmpint (ans_date_compare (found.last, wanted[j].last), ==, 0);
        }
    }
  g_assert_true (ans_report_period_parse ("2022-08-15..2022-09-14", &own, NULL));
  g_assert_cmpuint (ans_report_period_find_kind (&own), ==, ANS_REPORT_N_KINDS);
}

/* --- in the practice commune ------------------------------------------------------------------ */

static gint64
fill (AnsBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 plan;

  g_assert_true (ans_practice_fill (book, 1200, 3, NULL, NULL, &error));
  g_assert_no_error (error);
  plan = ans_plan_load (book, ANS_PLAN_SHIPPED, &error);
  g_assert_no_error (error);
  g_assert_true (ans_practice_plan_fill (book, plan, 3, &error));
  g_assert_no_error (error);
  return plan;
}

static const char *
cell (AnsDocument *document, const char *name, const char *column)
{
  AnsTableSource *table = ans_document_get_table (document);
  guint n_columns;
  const AnsTableColumn *columns = ans_table_source_get_columns (table, &n_columns);

  for (guint i = 0; i < ans_table_source_get_n_rows (table); i++)
    {
      const char *const *row = ans_table_source_get_row (table, i, NULL);

      for (guint j = 0; strstr (row[1], name) != NULL && j < n_columns; j++)
        if (g_str_equal (columns[j].id, column))
          return row[j];
    }
  g_error ("no “%s” of “%s”", column, name);
}

static void
test_results (Fixture *self, gconstpointer data)
{
  AnsReportRequest quarter = { .first = "2022-07-01", .last = "2022-09-30", .day = "2022-09-20" };
  AnsReportRequest year = { .first = "2022-01-01", .last = "2022-12-31", .day = "2022-09-20" };
  const AnsReportInfo *info = ans_report_find ("results");
  g_autoptr (AnsDocument) paper = NULL;
  g_autoptr (AnsDocument) whole = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  fill (self->book);
  paper = ans_report_make (info, self->book, &quarter, &error);
  g_assert_no_error (error);
  whole = ans_report_make (info, self->book, &year, &error);
  g_assert_no_error (error);
  /* 64 by the end of June, 97 by 20 September; 66 a year before. */
  g_assert_cmpstr (cell (paper, "việc làm mới", "period"), ==, "33");
  g_assert_cmpstr (cell (paper, "việc làm mới", "cumulated"), ==, "97");
  g_assert_cmpstr (cell (paper, "việc làm mới", "percent"), ==, "80.8");
  g_assert_cmpstr (cell (paper, "việc làm mới", "last_year"), ==, "147.0");
  g_assert_cmpstr (cell (paper, "ở nước ngoài", "tt"), ==, NULL);
  g_assert_cmpstr (cell (paper, "Tỷ lệ trẻ em có hoàn cảnh đặc biệt", "percent"), ==, "Đạt");
  g_assert_nonnull (
      strstr (cell (paper, "Tỷ lệ trẻ em có hoàn cảnh đặc biệt", "remark"), "sát ngưỡng (1,021)"));
  g_assert_cmpstr (cell (paper, "trả lương đúng quy định", "percent"), ==, "Chưa đạt");
  g_assert_cmpstr (cell (paper, "nạn nhân bị mua bán", "cumulated"), ==, "–");
  /* From the first day of the year on there is one column less. */
  ans_table_source_get_columns (ans_document_get_table (paper), &n);
  g_assert_cmpuint (n, ==, 9);
  ans_table_source_get_columns (ans_document_get_table (whole), &n);
  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpstr (cell (whole, "việc làm mới", "cumulated"), ==, "97");
}

/* --- faults ----------------------------------------------------------------------------------- */

static GPtrArray *
check (AnsBook *book, const char *report)
{
  AnsReportRequest request = { .first = "2022-07-01", .last = "2022-09-30", .day = "2022-09-20" };
  g_autoptr (GError) error = NULL;
  GPtrArray *found = ans_report_check (ans_report_find (report), book, &request, &error);

  g_assert_no_error (error);
  return found;
}

#define INDICATOR(code)                                                                            \
  "(SELECT i.id FROM indicator i JOIN plan p ON p.id = i.plan AND p.year = "                       \
  "2022 WHERE i.code = '" code "')"
#define BY_HAND(village, day, code)                                                                \
  " WHERE village " village " AND day = '" day "' AND indicator = " INDICATOR (code)
#define POOR "(SELECT household FROM poverty_status WHERE to_date IS NULL AND status = 'NGHEO')"

/* One of each kind: what was done, and what must be said, of what, and where to look: the rows of a
 * list, or a record of a register. */
static const struct
{
  const char *name, *report;
  const char *sql;
  const char *kind, *code, *says;
  const char *listing; /* (nullable): whose rows */
  gint64 n_rows;       /* of it; 0: some */
  const char *reg;     /* (nullable): whose record … */
  const char *record;  /* … SQL: its id */
} planted[] = {
  { "sex missing", "results", "UPDATE person SET sex = NULL WHERE id = 1", "sexes", NULL,
    "the sex is missing", "people", 1 },
  { "a village by hand", "results",
    "UPDATE indicator_value SET value = value + 1" BY_HAND ("= 1", "2022-09-20", "2.2.1"),
    "villages", "2.2.1", "add up to 169, the commune has 168", .reg = "indicators",
    .record = INDICATOR ("2.2.1") },
  { "the commune by hand", "results",
    "UPDATE indicator_value SET value = 170" BY_HAND ("IS NULL", "2022-09-20", "2.2.1"), "villages",
    "2.2.1", "add up to 168, the commune has 170", .reg = "indicators",
    .record = INDICATOR ("2.2.1") },
  { "household without a village", "results", "DELETE FROM household_place WHERE household = " POOR,
    "villages", "2.3.2", "has no village", "poor-households", 1 },
  { "shares", "results",
    "UPDATE allocation SET value = 0 WHERE village <> 1 AND indicator = " INDICATOR ("2.2.1"),
    "allocation", "2.2.1", "less than the target of 210", .reg = "indicators",
    .record = INDICATOR ("2.2.1") },
  { "part larger", "results",
    "UPDATE indicator_value SET value = 3" BY_HAND ("IS NULL", "2022-08-15", "2.9.2"), "subset",
    "2.9.2", "3 is more than 2", .reg = "indicators", .record = INDICATOR ("2.9.2") },
  { "target of a part larger", "results",
    "UPDATE indicator SET target = 121 WHERE id = " INDICATOR ("2.1.2"), "subset", "2.1.2",
    "its target is larger", .reg = "indicators", .record = INDICATOR ("2.1.2") },
  { "part larger in a village", "results",
    "UPDATE indicator_value SET value = 90" BY_HAND ("= 1", "2022-09-20", "2.1.2"), "subset",
    "2.1.2", "is more than it in", .reg = "indicators", .record = INDICATOR ("2.1.2") },
  { "share of a part larger", "results",
    "UPDATE allocation SET value = 90 WHERE village = 1 AND indicator = " INDICATOR ("2.1.2"),
    "subset", "2.1.2", "the share of", .reg = "indicators", .record = INDICATOR ("2.1.2") },
  { "more than all", "results",
    "UPDATE indicator_value SET numerator = 90" BY_HAND ("IS NULL", "2022-09-20", "2.6.3"), "share",
    "2.6.3", "more than all of it", .reg = "indicators", .record = INDICATOR ("2.6.3") },
  { "share by hand", "results",
    "UPDATE indicator_value SET value = 50" BY_HAND ("IS NULL", "2022-09-20", "2.6.3"), "share",
    "2.6.3", "entered as 50", .reg = "indicators", .record = INDICATOR ("2.6.3") },
  { "falls through the year", "results",
    "UPDATE indicator_value SET value = 99" BY_HAND ("IS NULL", "2022-08-31", "2.1.1"), "movements",
    "2.1.1", "fell from 99 to 97", .reg = "indicators", .record = INDICATOR ("2.1.1") },
  { "two targets apart", "results",
    "UPDATE indicator SET target = 60 WHERE id = " INDICATOR ("2.3.2"), "equivalent", "2.3.1",
    "2,4 % are 60 only of", .reg = "indicators", .record = INDICATOR ("2.3.1") },
  { "history", "poverty-by-village",
    "UPDATE poverty_assessment SET official = 'KHONG' WHERE id = (SELECT assessment FROM "
    "poverty_status WHERE status = 'NGHEO' AND assessment > 0)",
    "movements", NULL, "is not the official result", .reg = "households",
    .record = "(SELECT household FROM poverty_status WHERE status = 'NGHEO' AND assessment > 0 "
              "LIMIT 1)" },
  { "history, in the report of results", "results",
    "UPDATE poverty_assessment SET official = 'KHONG' WHERE id = (SELECT assessment FROM "
    "poverty_status WHERE status = 'NGHEO' AND assessment > 0)",
    "movements", NULL, "is not the official result", .reg = "households",
    .record = "(SELECT household FROM poverty_status WHERE status = 'NGHEO' AND assessment > 0 "
              "LIMIT 1)" },
  { "a table without a village", "poverty-deprivations",
    "DELETE FROM household_place WHERE household = " POOR, "movements", NULL,
    "has rows without a village", "poverty-statuses" },
};

static gboolean
is_planted (AnsBook *book, guint i, const AnsContradiction *found)
{
  g_autofree char *record =
      planted[i].record != NULL ? ask (book, "SELECT %s", planted[i].record) : NULL;

  if (!g_str_equal (found->kind, planted[i].kind) ||
      g_strcmp0 (found->code, planted[i].code) != 0 ||
      strstr (found->message, planted[i].says) == NULL)
    return FALSE;
  if (planted[i].listing != NULL)
    {
      gint64 n = found->list != NULL
                     ? ans_listing_count (found->list, ans_book_get_connection (book), NULL)
                     : 0;

      return found->list != NULL &&
             g_str_equal (ans_listing_get_info (found->list)->id, planted[i].listing) && n > 0 &&
             (planted[i].n_rows == 0 || planted[i].n_rows == n);
    }
  return g_strcmp0 (found->reg, planted[i].reg) == 0 &&
         found->record == g_ascii_strtoll (record, NULL, 10);
}

/* @but: (nullable): a kind that may be there */
static void
assert_sound_papers (AnsBook *book, const char *but)
{
  static const char *const reports[] = { "results", "allocation", "poverty-by-village",
                                         "poverty-deprivations" };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (GPtrArray) found = check (book, reports[i]);

      for (guint j = 0; j < found->len; j++)
        if (g_strcmp0 (((AnsContradiction *) found->pdata[j])->kind, but) != 0)
          g_error ("%s of a sound book: %s", reports[i],
                   ((AnsContradiction *) found->pdata[j])->message);
    }
}

static void
write_sql (AnsBook *book, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "fault", &error));
  g_assert_true (ans_connection_exec (ans_book_get_connection (book), sql, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_changes (ans_connection_get_handle (ans_book_get_connection (book))), >,
                   0);
}

/* One fault of each kind is planted, named with its place, and taken back. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (self->book);
  /* 2,3 % are 65 households only of a commune of some 2.800; of the 333 of this one 2,4 % are 8. */
  assert_sound_papers (self->book, "equivalent");
  write_sql (self->book, "UPDATE indicator SET target = iif(code = '2.3.1', 2.4, 8) WHERE id IN "
                         "(" INDICATOR ("2.3.1") ", " INDICATOR ("2.3.2") ")");
  g_assert_cmpint (ans_book_commit (self->book, &error), >=, 0);
  assert_sound_papers (self->book, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      g_autoptr (GPtrArray) found = NULL;
      gboolean is_found = FALSE;

      write_sql (self->book, planted[i].sql);
      found = check (self->book, planted[i].report);
      for (guint j = 0; j < found->len; j++)
        is_found |= is_planted (self->book, i, found->pdata[j]);
      for (guint j = 0; !is_found && j < found->len; j++)
        g_test_message ("  %s %s", ((AnsContradiction *) found->pdata[j])->kind,
                        ((AnsContradiction *) found->pdata[j])->message);
      if (!is_found)
        g_error ("“%s” is not found", planted[i].name);
      ans_book_rollback (self->book);
    }
  assert_sound_papers (self->book, NULL);
}

/* In the usual commune no month contradicts the one before it. */
static void
test_months (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_practice_fill (self->book, 10000, 1, NULL, NULL, &error));
  g_assert_cmpint (ans_plan_load (self->book, ANS_PLAN_SHIPPED, &error), !=, 0);
  g_assert_no_error (error);
  for (int month = 2; month <= 9; month++)
    {
      g_autofree char *first = g_strdup_printf ("2022-%02d-01", month);
      g_autofree char *last =
          g_strdup_printf ("2022-%02d-%02d", month, ans_date_days_in_month (2022, month));
      AnsReportRequest request = { .first = first, .last = last, .day = last };
      g_autoptr (GPtrArray) found =
          ans_report_check (ans_report_find ("results"), self->book, &request, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < found->len; i++)
        if (!g_str_equal (((AnsContradiction *) found->pdata[i])->kind, "equivalent"))
          g_error ("month %d: %s", month, ((AnsContradiction *) found->pdata[i])->message);
    }
}

static gboolean
says (const GPtrArray *texts, const char *what)
{
  for (guint i = 0; i < texts->len; i++)
    if (strstr (texts->pdata[i], what) != NULL)
      return TRUE;
  return FALSE;
}

/* Numbers that are not those of the book any more, as a fault of the program itself would make
 * them: the lists are asked again, and the sums reckoned again. */
static void
test_other_numbers (Fixture *self, gconstpointer data)
{
  gint64 plan = fill (self->book);
  AnsConnection *connection = ans_book_get_connection (self->book);
  g_autoptr (AnsFigures) figures = ans_figures_new (self->book, plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsAreaTableResult) table = ans_area_table_run (
      &ans_poverty_table_by_village, self->book, connection, "2022-01-01", "2022-09-20", &error);
  g_autoptr (GPtrArray) sound = ans_area_table_check (table, connection, &error);
  g_autoptr (GPtrArray) found = NULL, sums = NULL, balance = NULL;
  gboolean is_found = FALSE;
  int end = ans_area_table_find_column (table->table, "poor-end");

  g_assert_no_error (error);
  g_assert_cmpuint (sound->len, ==, 0);
  ans_figures_set_day (figures, "2022-09-20");
  g_assert_true (ans_figures_evaluate (figures, &error));
  /* Not yet done, so that nobody has been told of it. */
  write_sql (self->book, "DELETE FROM poverty_status WHERE id = (SELECT min (id) FROM "
                         "poverty_status WHERE to_date IS NULL AND status = 'NGHEO')");
  found = ans_figures_check (figures, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const AnsContradiction *one = found->pdata[i];

      is_found |= g_str_equal (one->kind, "villages") && g_strcmp0 (one->code, "2.3.2") == 0 &&
                  strstr (one->message, "is not as long as the number says") != NULL;
    }
  g_assert_true (is_found);
  sums = ans_area_table_check (table, connection, &error);
  g_assert_no_error (error);
  g_assert_true (says (sums, "the villages together have"));
  ans_book_rollback (self->book);

  ((AnsAreaTableRow *) table->rows->pdata[0])->values[end]++;
  balance = ans_area_table_check (table, connection, &error);
  g_assert_no_error (error);
  g_assert_true (says (balance, "the list of the start and what moved make"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_plan_init ();
  g_test_add_func ("/report/periods", test_periods);
  g_test_add_func ("/report/steps", test_steps);
  g_test_add ("/report/results", Fixture, NULL, fixture_set_up, test_results, fixture_tear_down);
  g_test_add ("/report/faults", Fixture, NULL, fixture_set_up, test_faults, fixture_tear_down);
  g_test_add ("/report/months", Fixture, NULL, fixture_set_up, test_months, fixture_tear_down);
  g_test_add ("/report/other-numbers", Fixture, NULL, fixture_set_up, test_other_numbers,
              fixture_tear_down);
  return g_test_run ();
}
