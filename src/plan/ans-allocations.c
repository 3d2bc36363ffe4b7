/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of what each village is asked to reach, the annex “phụ biểu” of a plan: domain.md
 * §1.4. */
#include <glib/gi18n.h>

#include "plan/ans-plan-registers.h"

#define ALLOCATION N_ ("Share of a village")

static const AnsField fields[] = {
  { "indicator", "Chỉ tiêu", N_ ("Indicator"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, ALLOCATION,
    .target = "indicators", .width = 40, .print_width = 80 },
  { "village", "Thôn", N_ ("Village"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, ALLOCATION,
    .target = "villages", .width = 14, .print_width = 30 },
  { "value", "Chỉ tiêu giao", N_ ("Target"), ANS_FIELD_DECIMAL,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, ALLOCATION, .width = 9, .print_width = 20 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, ANS_FIELD_DEFAULT_COLUMN, ALLOCATION,
    .width = 24, .print_width = 40 },
  { "note_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED,
    .expression = "nullif (ans_fold (note), '')" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS allocation_by_uid ON allocation (uid)",
  "CREATE INDEX IF NOT EXISTS allocation_by_indicator ON allocation (indicator, village)",
  "CREATE INDEX IF NOT EXISTS allocation_by_village ON allocation (village)",
  NULL,
};

static const char *const search_columns[] = { "note_fold", NULL };

static void
prepare (AnsRecord *record)
{
  ans_plan_prepare_fold (record, "note");
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *indicator = ans_record_get (record, "indicator");
  const char *village = ans_record_get (record, "village");
  const char *value = ans_record_get (record, "value");

  if (value != NULL && *value == '-')
    ans_problems_add (
        problems, "value", ANS_PROBLEM_ERROR, _ ("“%s” is not a number of 0 or more."), value);
  if (ans_plan_find_other (record,
                           "SELECT id FROM allocation WHERE id <> ?1 AND "
                           "indicator = CAST(?2 AS INTEGER) AND village = CAST(?3 AS INTEGER)",
                           indicator,
                           village,
                           NULL))
    ans_problems_add (problems,
                      "village",
                      ANS_PROBLEM_ERROR,
                      _ ("The village has a share of this indicator already. Change that one."));
  if (ans_plan_find_other (record,
                           "SELECT id FROM indicator WHERE ?1 = ?1 AND id = CAST(?2 AS INTEGER) "
                           "AND NOT coalesce(additive, 0)",
                           indicator,
                           NULL,
                           NULL))
    ans_problems_add (problems,
                      "indicator",
                      ANS_PROBLEM_WARNING,
                      _ ("The villages of this indicator don't add up, so that it has no shares."));
}

const AnsRegister ans_register_allocations = {
  .id = "allocations",
  .table = "allocation",
  .alias = "al",
  .title = "Giao chỉ tiêu cho thôn",
  .label = N_ ("Shares of villages"),
  .singular = N_ ("Share of a village"),
  .icon = "ans-village-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "indicator",
  .order_by = "t.indicator",
  .prepare = prepare,
  .check = check,
};

static const AnsField plan_field = { "plan", "Kế hoạch", N_ ("Plan"), ANS_FIELD_REFERENCE, 0,
                                     .target = "plans" };

static const AnsListingColumn extra[] = {
  { .id = "plan", .title = "Kế hoạch", .label = N_ ("Plan"), .kind = ANS_FIELD_REFERENCE,
    .flags = ANS_FIELD_FILTER, .field = &plan_field, .width = 20, .print_width = 40,
    .sql_now = "(SELECT x.plan FROM indicator x WHERE x.id = al.indicator)" },
  { .id = "code", .title = "Mã", .label = N_ ("Code"), .kind = ANS_FIELD_IDENTIFIER,
    .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 7, .print_width = 14,
    .sql_now = "(SELECT x.code FROM indicator x WHERE x.id = al.indicator)" },
  { NULL },
};

static const char *const print_columns[] = { "code", "indicator", "village", "value", "note",
                                             NULL };

const AnsListingInfo ans_listing_allocations = {
  .id = "allocations",
  .title = "Giao chỉ tiêu kế hoạch cho các thôn",
  .label = N_ ("Shares of villages"),
  .reg = &ans_register_allocations,
  .extra = extra,
  .default_sort = "indicator",
  .print_columns = print_columns,
  .unit = "mức giao",
};
