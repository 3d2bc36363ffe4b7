/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds of the poverty review: domain.md §2.3; QĐ 24/2021/QĐ-TTg Điều 3–5. */
#include <glib/gi18n.h>
#include <string.h>

#include "areas/ans-poverty.h"
#include "registry/ans-choices.h"
#include "text/ans-fold.h"

#define S        ANS_SYNONYMS
#define ROUND    N_ ("Review round")
#define DECISION N_ ("Decision")

static const AnsChoice kinds[] = {
  { ANS_POVERTY_ROUND_YEARLY, "Định kỳ", S ("định kỳ hằng năm", "cuối năm") },
  { ANS_POVERTY_ROUND_REGULAR, "Thường xuyên", S ("thường xuyên hằng năm", "hằng tháng") },
  { NULL },
};

/* The six steps of QĐ 24/2021/QĐ-TTg Điều 4. */
static const AnsChoice steps[] = {
  { "LAP_DANH_SACH", "Lập danh sách hộ cần rà soát" },
  { "RA_SOAT", "Rà soát, phân loại hộ" },
  { "HOP_DAN", "Họp dân" },
  { "NIEM_YET", "Niêm yết, thông báo công khai" },
  { "XIN_Y_KIEN", "Báo cáo, xin ý kiến Chủ tịch UBND huyện" },
  { "CONG_NHAN", "Đã công nhận" },
  { NULL },
};

static const AnsField fields[] = {
  { "year", "Năm", N_ ("Year"), ANS_FIELD_INTEGER,
    ANS_FIELD_YEAR | ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, ROUND,
    .width = 6, .print_width = 14 },
  { "kind", "Loại rà soát", N_ ("Kind"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, ROUND, .choices = kinds,
    .default_value = ANS_POVERTY_ROUND_YEARLY, .width = 14, .print_width = 30 },
  { "month", "Tháng", N_ ("Month"), ANS_FIELD_INTEGER, ANS_FIELD_DEFAULT_COLUMN, ROUND,
    .width = 6, .print_width = 14 },
  { "name", "Đợt rà soát", N_ ("Name"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, ROUND,
    .width = 24, .print_width = 50, .synonyms = S ("tên đợt") },
  { "starts", "Từ ngày", N_ ("From"), ANS_FIELD_DATE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, ROUND, .width = 11, .print_width = 24 },
  { "ends", "Đến ngày", N_ ("To"), ANS_FIELD_DATE, ANS_FIELD_DEFAULT_COLUMN, ROUND, .width = 11,
    .print_width = 24 },
  { "standard", "Chuẩn nghèo", N_ ("Poverty standard"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER, ROUND,
    .choices = ans_poverty_standard_choices, .width = 16, .print_width = 34 },
  { "step", "Bước", N_ ("Step"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN,
    ROUND, .choices = steps, .default_value = "LAP_DANH_SACH", .width = 26, .print_width = 50 },
  { "decision_no", "Số quyết định", N_ ("Decision number"), ANS_FIELD_TEXT, 0, DECISION,
    .width = 16, .print_width = 30, .synonyms = S ("số qđ", "quyết định") },
  { "decision_date", "Ngày quyết định", N_ ("Decision date"), ANS_FIELD_DATE, 0, DECISION,
    .width = 11, .print_width = 24 },
  { "effective_date", "Ngày áp dụng kết quả", N_ ("Result holds from"), ANS_FIELD_DATE, 0,
    DECISION, .width = 11, .print_width = 24 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, ROUND, .width = 24 },
  { "name_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED, .expression = "ans_fold (name)" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS poverty_round_by_uid ON poverty_round (uid)",
  "CREATE INDEX IF NOT EXISTS poverty_round_by_start ON poverty_round (starts, id)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

char *
ans_poverty_round_name (const char *kind, int year, int month)
{
  if (g_strcmp0 (kind, ANS_POVERTY_ROUND_REGULAR) == 0 && month > 0)
    return g_strdup_printf ("Thường xuyên %02d/%d", month, year);
  if (g_strcmp0 (kind, ANS_POVERTY_ROUND_REGULAR) == 0)
    return g_strdup_printf ("Thường xuyên %d", year);
  return g_strdup_printf ("Định kỳ %d", year);
}

/* The yearly review of a year makes the list that is managed in the next: it applies the standard
 * of then, as that of 2021 did. */
static const char *
usual_standard (AnsRecord *record)
{
  if (g_strcmp0 (ans_record_get (record, "kind"), ANS_POVERTY_ROUND_YEARLY) == 0)
    {
      g_autofree char *day =
          g_strdup_printf ("%04d-01-01", (int) ans_record_get_int (record, "year") + 1);

      return ans_poverty_standard_on (day);
    }
  return ans_record_get (record, "starts") != NULL
             ? ans_poverty_standard_on (ans_record_get (record, "starts"))
             : NULL;
}

static void
prepare (AnsRecord *record)
{
  g_autofree char *fold = NULL;

  if (ans_record_get (record, "name") == NULL)
    {
      g_autofree char *name = ans_poverty_round_name (ans_record_get (record, "kind"),
                                                      (int) ans_record_get_int (record, "year"),
                                                      (int) ans_record_get_int (record, "month"));

      ans_record_set (record, "name", name);
    }
  if (ans_record_get (record, "standard") == NULL)
    ans_record_set (record, "standard", usual_standard (record));
  fold = ans_fold (ans_record_get (record, "name"));
  ans_record_set (record, "name_fold", fold);
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *starts = ans_record_get (record, "starts");
  const char *ends = ans_record_get (record, "ends");
  const char *decision = ans_record_get (record, "decision_date");
  gint64 month = ans_record_get_int (record, "month");
  gint64 year = ans_record_get_int (record, "year");

  if (ans_record_get (record, "month") != NULL && (month < 1 || month > 12))
    ans_problems_add (problems, "month", ANS_PROBLEM_ERROR, _ ("A month is from 1 to 12."));
  if (ans_record_get (record, "year") != NULL && (year < 2000 || year > 2100))
    ans_problems_add (problems, "year", ANS_PROBLEM_ERROR,
                      _ ("The year of a round is from 2000 to 2100."));
  if (starts != NULL && ends != NULL && strcmp (ends, starts) < 0)
    ans_problems_add (problems, "ends", ANS_PROBLEM_ERROR,
                      _ ("The round ends before it begins."));
  if (starts != NULL && decision != NULL && strcmp (decision, starts) < 0)
    ans_problems_add (problems, "decision_date", ANS_PROBLEM_WARNING,
                      _ ("The decision is dated before the round began."));
}

const AnsRegister ans_register_poverty_rounds = {
  .id = "poverty-rounds",
  .table = "poverty_round",
  .alias = "r",
  .title = "Đợt rà soát",
  .label = N_ ("Review rounds"),
  .singular = N_ ("Review round"),
  .icon = "ans-calendar-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "name",
  .key_field = "name",
  .order_by = "t.starts",
  .prepare = prepare,
  .check = check,
};
