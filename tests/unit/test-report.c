/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers made from figures: periods, numbers, and faults that are planted and found. All people are
 * invented. */
#include <string.h>

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

/* Kinds of what is found in the report of a quarter, but for the number of households, which fits
 * the plan's two targets in the real commune only. */
static char *
faults (AnsBook *book)
{
  AnsReportRequest request = { .first = "2022-07-01", .last = "2022-09-30", .day = "2022-09-20" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      ans_report_check (ans_report_find ("results"), book, &request, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const AnsContradiction *one = found->pdata[i];

      if (g_str_equal (one->kind, "equivalent"))
        continue;
      /* Each one says where to look. */
      g_assert_true (one->list != NULL || one->record != 0);
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? ", " : "", one->kind,
                              one->code != NULL ? " " : "", one->code != NULL ? one->code : "");
    }
  return g_string_free_and_steal (text);
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

static void
change (AnsBook *book, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "fault", &error));
  g_assert_true (ans_connection_exec (ans_book_get_connection (book), sql, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ans_book_commit (book, &error), >=, 0);
}

/* One fault of each kind is planted, found, and taken back. */
static void
test_faults (Fixture *self, gconstpointer data)
{
#define INDICATOR(code)                                                                            \
  "(SELECT i.id FROM indicator i JOIN plan p ON p.id = i.plan AND p.year = "                       \
  "2022 WHERE i.code = '" code "')"
  static const struct
  {
    const char *sql, *found;
  } planted[] = {
    { "UPDATE person SET sex = NULL WHERE id = 1", "sexes" },
    { "UPDATE indicator_value SET value = value + 1 WHERE village = 1 AND day = '2022-09-20' AND "
      "indicator = " INDICATOR ("2.2.1"),
      "villages 2.2.1" },
    { "UPDATE allocation SET value = 0 WHERE village <> 1 AND indicator = " INDICATOR ("2.2.1"),
      "allocation 2.2.1" },
    { "UPDATE indicator_value SET value = 3 WHERE village IS NULL AND day = '2022-08-15' AND "
      "indicator = " INDICATOR ("2.9.2"),
      "subset 2.9.2" },
    { "UPDATE indicator_value SET value = 99 WHERE village IS NULL AND day = '2022-08-31' AND "
      "indicator = " INDICATOR ("2.1.1"),
      "movements 2.1.1" },
    { "UPDATE indicator_value SET numerator = 90 WHERE village IS NULL AND day = '2022-09-20' AND "
      "indicator = " INDICATOR ("2.6.3"),
      "share 2.6.3" },
  };
  g_autofree char *sound = NULL;

  fill (self->book);
  sound = faults (self->book);
  g_assert_cmpstr (sound, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      g_autofree char *found = NULL;
      g_autoptr (GError) error = NULL;

      change (self->book, planted[i].sql);
      found = faults (self->book);
      g_test_message ("%s", found);
      g_assert_nonnull (strstr (found, planted[i].found));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_plan_init ();
  g_test_add_func ("/report/periods", test_periods);
  g_test_add ("/report/results", Fixture, NULL, fixture_set_up, test_results, fixture_tear_down);
  g_test_add ("/report/faults", Fixture, NULL, fixture_set_up, test_faults, fixture_tear_down);
  return g_test_run ();
}
