/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of results that were entered by hand, each with its day and where it is from:
 * domain.md §1.2. */
#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

#define RESULT N_ ("Result")
#define ORIGIN N_ ("Where it is from")

static const AnsField fields[] = {
  { "indicator", "Chỉ tiêu", N_ ("Indicator"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, RESULT,
    .target = "indicators", .width = 40, .print_width = 80 },
  { "village", "Thôn", N_ ("Village"), ANS_FIELD_REFERENCE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, RESULT, .target = "villages", .width = 14,
    .print_width = 30 },
  { "day", "Tính đến ngày", N_ ("As of"), ANS_FIELD_DATE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, RESULT, .width = 11, .print_width = 24 },
  { "value", "Thực hiện", N_ ("Value"), ANS_FIELD_DECIMAL, ANS_FIELD_DEFAULT_COLUMN, RESULT,
    .width = 9, .print_width = 20, .synonyms = ANS_SYNONYMS ("kết quả", "TH", "số liệu") },
  { "result", "Đánh giá", N_ ("Outcome"), ANS_FIELD_CHOICE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, RESULT, .choices = ans_choices_indicator_result,
    .width = 12, .print_width = 24 },
  { "numerator", "Tử số", N_ ("Numerator"), ANS_FIELD_INTEGER, 0, RESULT, .width = 8,
    .print_width = 18 },
  { "denominator", "Mẫu số", N_ ("Denominator"), ANS_FIELD_INTEGER, 0, RESULT, .width = 8,
    .print_width = 18 },
  { "source", "Nguồn số liệu", N_ ("Source"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, ORIGIN,
    .width = 26, .print_width = 50 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, ANS_FIELD_DEFAULT_COLUMN, ORIGIN,
    .width = 24, .print_width = 40 },
  { "source_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED,
    .expression = "nullif (ans_fold (concat_ws (' ', source, note)), '')" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS indicator_value_by_uid ON indicator_value (uid)",
  "CREATE INDEX IF NOT EXISTS indicator_value_by_indicator ON indicator_value "
  "(indicator, village, day)",
  "CREATE INDEX IF NOT EXISTS indicator_value_by_village ON indicator_value (village)",
  NULL,
};

static const char *const search_columns[] = { "source_fold", NULL };

static void
prepare (AnsRecord *record)
{
  const char *source = ans_record_get (record, "source");
  const char *note = ans_record_get (record, "note");
  g_autofree char *both =
      g_strdup_printf ("%s%s%s",
                       source != NULL ? source : "",
                       source != NULL && note != NULL ? " " : "",
                       note != NULL ? note : "");

  ans_record_set (record, "source_fold", both);
  ans_plan_prepare_fold (record, "source_fold");
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *value = ans_record_get (record, "value");
  const char *result = ans_record_get (record, "result");
  const char *numerator = ans_record_get (record, "numerator");
  const char *denominator = ans_record_get (record, "denominator");

  if (value == NULL && result == NULL && (numerator == NULL || denominator == NULL))
    ans_problems_add (problems,
                      "value",
                      ANS_PROBLEM_ERROR,
                      _ ("Write the number, or numerator and denominator, or the outcome."));
  if (denominator != NULL && ans_record_get_int (record, "denominator") == 0 && value != NULL)
    ans_problems_add (problems,
                      "value",
                      ANS_PROBLEM_ERROR,
                      _ ("Of nothing there is no share: leave the number out."));
  if (ans_plan_find_other (record,
                           "SELECT id FROM indicator_value WHERE id <> ?1 AND "
                           "indicator = CAST(?2 AS INTEGER) AND village IS CAST(?3 AS INTEGER) AND "
                           "day = ?4",
                           ans_record_get (record, "indicator"),
                           ans_record_get (record, "village"),
                           ans_record_get (record, "day")))
    ans_problems_add (problems,
                      "day",
                      ANS_PROBLEM_ERROR,
                      _ ("There is a result of this day already. Correct that one."));
  if (ans_record_get (record, "source") == NULL)
    ans_problems_add (
        problems, "source", ANS_PROBLEM_WARNING, _ ("Say where the number is from."));
}

const AnsRegister ans_register_indicator_values = {
  .id = "indicator-values",
  .table = "indicator_value",
  .alias = "iv",
  .title = "Số liệu nhập tay",
  .label = N_ ("Results entered by hand"),
  .singular = N_ ("Result entered by hand"),
  .icon = "ans-indicator-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "indicator",
  .order_by = "t.day",
  .prepare = prepare,
  .check = check,
};

static const AnsField plan_field = { "plan", "Kế hoạch", N_ ("Plan"), ANS_FIELD_REFERENCE, 0,
                                     .target = "plans" };

static const AnsListingColumn extra[] = {
  { .id = "plan", .title = "Kế hoạch", .label = N_ ("Plan"), .kind = ANS_FIELD_REFERENCE,
    .flags = ANS_FIELD_FILTER, .field = &plan_field, .width = 20, .print_width = 40,
    .sql_now = "(SELECT x.plan FROM indicator x WHERE x.id = iv.indicator)" },
  { .id = "code", .title = "Mã", .label = N_ ("Code"), .kind = ANS_FIELD_IDENTIFIER,
    .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 7, .print_width = 14,
    .sql_now = "(SELECT x.code FROM indicator x WHERE x.id = iv.indicator)" },
  { NULL },
};

static const char *const print_columns[] = { "code",  "indicator", "village", "day",
                                             "value", "result",    "source",  "note", NULL };

const AnsListingInfo ans_listing_indicator_values = {
  .id = "indicator-values",
  .title = "Số liệu chỉ tiêu nhập tay",
  .label = N_ ("Results entered by hand"),
  .reg = &ans_register_indicator_values,
  .extra = extra,
  .default_sort = "day",
  .print_columns = print_columns,
  .unit = "số liệu",
};
