/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of plans, one for each year: domain.md §1. */
#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

#define PLAN N_ ("Plan")
#define TEXT N_ ("Text as issued")

static const AnsField fields[] = {
  { "year", "Năm", N_ ("Year"), ANS_FIELD_INTEGER,
    ANS_FIELD_YEAR | ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN,
    PLAN, .width = 6, .print_width = 14 },
  { "title", "Tên kế hoạch", N_ ("Title"), ANS_FIELD_TEXT,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, PLAN, .width = 48, .print_width = 120 },
  { "number", "Số, ký hiệu", N_ ("Number"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, PLAN,
    .width = 14, .print_width = 30 },
  { "date", "Ngày ban hành", N_ ("Date"), ANS_FIELD_DATE, ANS_FIELD_DEFAULT_COLUMN, PLAN,
    .width = 11, .print_width = 24 },
  { "signer_title", "Chức vụ người ký", N_ ("Title of the signer"), ANS_FIELD_TEXT, 0, PLAN,
    .width = 24, .print_width = 46 },
  { "signer", "Người ký", N_ ("Signed by"), ANS_FIELD_NAME, ANS_FIELD_DEFAULT_COLUMN, PLAN,
    .width = 20, .print_width = 40 },
  { "starts", "Kỳ kế hoạch từ ngày", N_ ("First day"), ANS_FIELD_DATE, ANS_FIELD_REQUIRED, PLAN,
    .width = 11, .print_width = 24 },
  { "ends", "Kỳ kế hoạch đến ngày", N_ ("Last day"), ANS_FIELD_DATE, ANS_FIELD_REQUIRED, PLAN,
    .width = 11, .print_width = 24 },
  { "poverty_definition", "Cách tính số hộ nghèo giảm", N_ ("How the fall of poor households counts"),
    ANS_FIELD_CHOICE, ANS_FIELD_REQUIRED, PLAN, .choices = ans_choices_poverty_definition,
    .default_value = ANS_POVERTY_NET, .width = 24, .print_width = 50 },
  { "section_1", "Phần I", N_ ("Section I"), ANS_FIELD_LONG_TEXT, ANS_FIELD_HIDDEN, TEXT,
    .width = 40 },
  { "section_2", "Phần II", N_ ("Section II"), ANS_FIELD_LONG_TEXT, ANS_FIELD_HIDDEN, TEXT,
    .width = 40 },
  { "section_3", "Phần III", N_ ("Section III"), ANS_FIELD_LONG_TEXT, ANS_FIELD_HIDDEN, TEXT,
    .width = 40 },
  { "section_4", "Phần IV", N_ ("Section IV"), ANS_FIELD_LONG_TEXT, ANS_FIELD_HIDDEN, TEXT,
    .width = 40 },
  { "section_5", "Phần V", N_ ("Section V"), ANS_FIELD_LONG_TEXT, ANS_FIELD_HIDDEN, TEXT,
    .width = 40 },
  { "recipients", "Nơi nhận", N_ ("Recipients"), ANS_FIELD_LONG_TEXT, ANS_FIELD_HIDDEN, TEXT,
    .width = 30 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, PLAN, .width = 24, .print_width = 40 },
  ANS_PLAN_NAME_FOLD ("title"),
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS plan_by_uid ON plan (uid)",
  "CREATE INDEX IF NOT EXISTS plan_by_year ON plan (year, id)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

/* A year is the calendar's unless somebody says otherwise. */
static void
prepare (AnsRecord *record)
{
  gint64 year = ans_record_get_int (record, "year");

  if (year >= 1900 && year <= 2199)
    {
      g_autofree char *first = g_strdup_printf ("%04d-01-01", (int) year);
      g_autofree char *last = g_strdup_printf ("%04d-12-31", (int) year);

      if (ans_record_get (record, "starts") == NULL)
        ans_record_set (record, "starts", first);
      if (ans_record_get (record, "ends") == NULL)
        ans_record_set (record, "ends", last);
    }
  ans_plan_prepare_fold (record, "title");
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *starts = ans_record_get (record, "starts");
  const char *ends = ans_record_get (record, "ends");
  const char *year = ans_record_get (record, "year");

  if (year != NULL && strlen (year) != 4)
    ans_problems_add (problems, "year", ANS_PROBLEM_ERROR, _ ("“%s” is not a year."), year);
  if (starts != NULL && ends != NULL && strcmp (ends, starts) < 0)
    ans_problems_add (
        problems, "ends", ANS_PROBLEM_ERROR, _ ("The last day is before the first day."));
  if (year != NULL &&
      ans_plan_find_other (record,
                           "SELECT id FROM plan WHERE id <> ?1 AND year = CAST(?2 AS INTEGER)",
                           year,
                           NULL,
                           NULL))
    ans_problems_add (problems,
                      "year",
                      ANS_PROBLEM_ERROR,
                      _ ("The book has a plan of %s already. Change that one."),
                      year);
}

const AnsRegister ans_register_plans = {
  .id = "plans",
  .table = "plan",
  .alias = "pl",
  .title = "Kế hoạch",
  .label = N_ ("Plans"),
  .singular = N_ ("Plan"),
  .icon = "ans-plan-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "title",
  .key_field = "year",
  .order_by = "t.year",
  .prepare = prepare,
  .check = check,
};

static const char *const print_columns[] = { "year", "title", "number", "date", "signer", NULL };

const AnsListingInfo ans_listing_plans = {
  .id = "plans",
  .title = "Danh sách kế hoạch",
  .label = N_ ("Plans"),
  .reg = &ans_register_plans,
  .default_sort = "year",
  .print_columns = print_columns,
  .unit = "kế hoạch",
};
