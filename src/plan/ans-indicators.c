/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of indicators, the targets of a plan taken apart: domain.md §1.1 and §1.2. */
#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

#define S         ANS_SYNONYMS
#define INDICATOR N_ ("Indicator")
#define TARGET    N_ ("Target")
#define RESULT    N_ ("How the result is found")
#define TEXT      N_ ("Text as issued")

static const AnsField fields[] = {
  { "plan", "Kế hoạch", N_ ("Plan"), ANS_FIELD_REFERENCE, ANS_FIELD_REQUIRED | ANS_FIELD_FILTER,
    INDICATOR, .target = "plans", .width = 20, .print_width = 40 },
  { "code", "Mã", N_ ("Code"), ANS_FIELD_TEXT, ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN,
    INDICATOR, .width = 7, .print_width = 14, .synonyms = S ("mã chỉ tiêu", "số") },
  { "name", "Chỉ tiêu", N_ ("Name"), ANS_FIELD_TEXT, ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN,
    INDICATOR, .width = 48, .print_width = 90, .synonyms = S ("tên chỉ tiêu") },
  { "area", "Lĩnh vực", N_ ("Policy area"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, INDICATOR,
    .choices = ans_choices_plan_area, .width = 18, .print_width = 36 },
  { "kind", "Loại chỉ tiêu", N_ ("Kind"), ANS_FIELD_CHOICE, ANS_FIELD_REQUIRED | ANS_FIELD_FILTER,
    INDICATOR, .choices = ans_choices_indicator_kind, .width = 16, .print_width = 32 },
  { "subset_of", "Là một phần của", N_ ("Part of"), ANS_FIELD_REFERENCE, 0, INDICATOR,
    .target = "indicators", .width = 30, .print_width = 50 },
  { "position", "Thứ tự", N_ ("Order"), ANS_FIELD_INTEGER, 0, INDICATOR, .width = 6,
    .print_width = 12 },

  { "unit", "Đơn vị tính", N_ ("Unit"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, TARGET,
    .width = 8, .print_width = 20, .synonyms = S ("đvt") },
  { "direction", "Yêu cầu", N_ ("Direction"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER, TARGET, .choices = ans_choices_indicator_direction,
    .default_value = ">=", .width = 16, .print_width = 30 },
  { "target", "Kế hoạch giao", N_ ("Target"), ANS_FIELD_DECIMAL, ANS_FIELD_DEFAULT_COLUMN, TARGET,
    .width = 9, .print_width = 20, .synonyms = S ("chỉ tiêu giao", "KH") },
  { "target_high", "Mức trên của khoảng", N_ ("Upper end of the target"), ANS_FIELD_DECIMAL, 0,
    TARGET, .width = 9, .print_width = 20 },
  { "decimals", "Số chữ số thập phân", N_ ("Decimals"), ANS_FIELD_INTEGER, 0, TARGET,
    .default_value = "0", .width = 6, .print_width = 16 },
  { "target_text", "Yêu cầu bằng lời", N_ ("Target in words"), ANS_FIELD_TEXT, 0, TARGET,
    .width = 20, .print_width = 36 },
  { "equivalent", "Tương đương với chỉ tiêu", N_ ("Said again by indicator"), ANS_FIELD_TEXT, 0,
    TARGET, .width = 8, .print_width = 16 },

  { "source", "Nguồn số liệu", N_ ("Source"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, RESULT,
    .choices = ans_choices_indicator_source, .default_value = "manual", .width = 14,
    .print_width = 30 },
  { "figure", "Số liệu của sổ", N_ ("Figure of the book"), ANS_FIELD_TEXT, 0, RESULT, .width = 18,
    .print_width = 34 },
  { "figure_gross", "Số liệu khi tính theo hộ thoát nghèo", N_ ("Figure if gross"), ANS_FIELD_TEXT,
    ANS_FIELD_HIDDEN, RESULT, .width = 18, .print_width = 34 },
  { "additive", "Cộng được theo thôn", N_ ("Villages add up"), ANS_FIELD_BOOLEAN, ANS_FIELD_FILTER,
    RESULT, .default_value = "0", .width = 8, .print_width = 18 },
  { "numerator_text", "Cách tính, tử số", N_ ("Definition, numerator"), ANS_FIELD_LONG_TEXT, 0,
    RESULT, .width = 30, .print_width = 60 },
  { "denominator_text", "Mẫu số", N_ ("Denominator"), ANS_FIELD_LONG_TEXT, 0, RESULT, .width = 24,
    .print_width = 50 },

  { "issued_text", "Nguyên văn trong kế hoạch", N_ ("Text as issued"), ANS_FIELD_LONG_TEXT, 0,
    TEXT, .width = 40, .print_width = 80 },
  { "flag", "Điểm cần làm rõ", N_ ("To be made clear"), ANS_FIELD_LONG_TEXT, 0, TEXT, .width = 30,
    .print_width = 60 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, TEXT, .width = 24, .print_width = 40 },
  ANS_PLAN_NAME_FOLD ("code || ' ' || name"),
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS indicator_by_uid ON indicator (uid)",
  "CREATE INDEX IF NOT EXISTS indicator_by_plan ON indicator (plan, position)",
  "CREATE INDEX IF NOT EXISTS indicator_by_whole ON indicator (subset_of)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

static void
prepare (AnsRecord *record)
{
  const char *code = ans_record_get (record, "code");
  const char *name = ans_record_get (record, "name");
  g_autofree char *both = g_strdup_printf ("%s %s", code != NULL ? code : "", name != NULL ? name : "");

  ans_record_set (record, "name_fold", both);
  ans_plan_prepare_fold (record, "name_fold");
}

static void
check_target (AnsRecord *record, AnsProblems *problems)
{
  const char *direction = ans_record_get (record, "direction");
  const char *target = ans_record_get (record, "target");
  const char *high = ans_record_get (record, "target_high");
  gboolean compares = g_strcmp0 (direction, ">=") == 0 || g_strcmp0 (direction, "<=") == 0 ||
                      g_strcmp0 (direction, "=") == 0;

  if (compares && target == NULL && g_strcmp0 (ans_record_get (record, "kind"), "qualitative") != 0)
    ans_problems_add (problems,
                      "target",
                      ANS_PROBLEM_ERROR,
                      _ ("The target is missing. Where there is none, let it only be watched."));
  if (high != NULL && (target == NULL || g_ascii_strtod (high, NULL) < g_ascii_strtod (target, NULL)))
    ans_problems_add (problems,
                      "target_high",
                      ANS_PROBLEM_ERROR,
                      _ ("The upper end of the target is below the lower end."));
  if (ans_record_get_int (record, "decimals") > ANS_FIELD_DECIMALS)
    ans_problems_add (problems,
                      "decimals",
                      ANS_PROBLEM_ERROR,
                      _ ("Results are kept with at most %d decimals."),
                      ANS_FIELD_DECIMALS);
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *plan = ans_record_get (record, "plan");
  const char *code = ans_record_get (record, "code");
  const char *whole = ans_record_get (record, "subset_of");

  check_target (record, problems);
  if (plan != NULL && code != NULL &&
      ans_plan_find_other (record,
                           "SELECT id FROM indicator WHERE id <> ?1 AND "
                           "plan = CAST(?2 AS INTEGER) AND code = ?3",
                           plan,
                           code,
                           NULL))
    ans_problems_add (problems,
                      "code",
                      ANS_PROBLEM_ERROR,
                      _ ("The plan has an indicator “%s” already."),
                      code);
  if (whole == NULL)
    return;
  if (ans_record_get_int (record, "subset_of") == ans_record_get_id (record))
    ans_problems_add (problems,
                      "subset_of",
                      ANS_PROBLEM_ERROR,
                      _ ("An indicator can't be a part of itself."));
  else if (plan != NULL &&
           ans_plan_find_other (record,
                                "SELECT id FROM indicator WHERE id = CAST(?3 AS INTEGER) AND "
                                "plan <> CAST(?2 AS INTEGER) AND ?1 = ?1",
                                plan,
                                whole,
                                NULL))
    ans_problems_add (problems,
                      "subset_of",
                      ANS_PROBLEM_ERROR,
                      _ ("It can only be a part of an indicator of the same plan."));
}

const AnsRegister ans_register_indicators = {
  .id = "indicators",
  .table = "indicator",
  .alias = "i",
  .title = "Chỉ tiêu",
  .label = N_ ("Indicators"),
  .singular = N_ ("Indicator"),
  .icon = "ans-indicator-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "name",
  .key_field = "code",
  .meant = ANS_PLAN_MEANT,
  .order_by = "printf('%06d', coalesce(t.position, 999999)) || t.code",
  .prepare = prepare,
  .check = check,
};

static const char *const print_columns[] = { "code",   "name",        "unit",       "direction",
                                             "target", "target_text", "source",     "flag", NULL };

const AnsListingInfo ans_listing_indicators = {
  .id = "indicators",
  .title = "Danh sách chỉ tiêu kế hoạch",
  .label = N_ ("Indicators"),
  .reg = &ans_register_indicators,
  .default_sort = "position",
  .print_columns = print_columns,
  .unit = "chỉ tiêu",
};
