/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of the poverty review, one for each household and round: domain.md §2.3. */
#include <glib/gi18n.h>
#include <string.h>

#include "areas/ans-poverty.h"
#include "registry/ans-choices.h"

#define S       ANS_SYNONYMS
#define FORM    N_ ("Household reviewed")
#define SCORES  N_ ("Scores")
#define B2      N_ ("Deprivations (form B2)")
#define REASONS N_ ("Causes and wishes")
#define MEETING N_ ("Village meeting and posting")
#define RESULT  N_ ("Official result")

static const AnsChoice meeting_results[] = {
  { "THONG_NHAT", "Thống nhất", S ("nhất trí") },
  { "RA_SOAT_LAI", "Đề nghị rà soát lại", S ("rà soát lại") },
  { NULL },
};

#define DEPRIVATION(number, title_, ...)                                                          \
  { "d" #number, title_, title_, ANS_FIELD_BOOLEAN, ANS_FIELD_FILTER, B2, .width = 4,             \
    .print_width = 7, .synonyms = S (#number, "chỉ số " #number, __VA_ARGS__) }

static const AnsField fields[] = {
  { "household", "Hộ", N_ ("Household"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, FORM, .target = "households", .width = 10,
    .print_width = 20, .synonyms = S ("mã hộ", "số hộ") },
  { "round", "Đợt rà soát", N_ ("Round"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, FORM,
    .target = "poverty-rounds", .width = 20, .print_width = 40 },
  { "date", "Ngày rà soát", N_ ("Date"), ANS_FIELD_DATE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, FORM, .width = 11, .print_width = 24 },
  { "reviewer", "Điều tra viên", N_ ("Reviewer"), ANS_FIELD_TEXT, 0, FORM, .width = 22,
    .print_width = 40, .synonyms = S ("người rà soát", "cán bộ rà soát") },
  { "requested", "Giấy đề nghị rà soát (Mẫu số 01)", N_ ("Household asked for it"),
    ANS_FIELD_BOOLEAN, ANS_FIELD_FILTER, FORM, .width = 8, .print_width = 18 },
  { "area", "Khu vực", N_ ("Area"), ANS_FIELD_CHOICE, ANS_FIELD_REQUIRED, FORM,
    .choices = ans_choices_area, .default_value = ANS_POVERTY_AREA_RURAL, .width = 10,
    .print_width = 20 },
  { "no_labour", "Hộ không có khả năng lao động", N_ ("No capacity to work"), ANS_FIELD_BOOLEAN,
    ANS_FIELD_FILTER, FORM, .width = 8, .print_width = 18,
    .synonyms = S ("không có khả năng lao động") },
  { "ncc", "Hộ có thành viên là người có công", N_ ("Member is a meritorious person"),
    ANS_FIELD_BOOLEAN, ANS_FIELD_FILTER, FORM, .width = 8, .print_width = 18,
    .synonyms = S ("hộ người có công", "ncc") },

  { "b1", "Điểm B1", N_ ("B1 points"), ANS_FIELD_INTEGER, ANS_FIELD_DEFAULT_COLUMN, SCORES,
    .width = 6, .print_width = 11, .synonyms = S ("b1", "tổng điểm b1") },
  DEPRIVATION (1, "Việc làm", "thiếu hụt việc làm"),
  DEPRIVATION (2, "Người phụ thuộc trong hộ", "người phụ thuộc"),
  DEPRIVATION (3, "Dinh dưỡng", "thiếu hụt dinh dưỡng"),
  DEPRIVATION (4, "Bảo hiểm y tế", "bhyt"),
  DEPRIVATION (5, "Trình độ giáo dục của người lớn", "trình độ giáo dục người lớn"),
  DEPRIVATION (6, "Tình trạng đi học của trẻ em", "đi học của trẻ em"),
  DEPRIVATION (7, "Chất lượng nhà ở", "nhà ở"),
  DEPRIVATION (8, "Diện tích nhà ở bình quân đầu người", "diện tích nhà ở"),
  DEPRIVATION (9, "Nguồn nước sinh hoạt", "nước sinh hoạt"),
  DEPRIVATION (10, "Nhà tiêu hợp vệ sinh", "nhà tiêu"),
  DEPRIVATION (11, "Sử dụng dịch vụ viễn thông", "dịch vụ viễn thông"),
  DEPRIVATION (12, "Phương tiện phục vụ tiếp cận thông tin", "tiếp cận thông tin"),
  { "b2", "Điểm B2", N_ ("B2 points"), ANS_FIELD_INTEGER,
    ANS_FIELD_COMPUTED | ANS_FIELD_DEFAULT_COLUMN, SCORES, .width = 6, .print_width = 11 },
  { "result", "Kết quả tính", N_ ("Computed result"), ANS_FIELD_CHOICE,
    ANS_FIELD_COMPUTED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, SCORES,
    .choices = ans_poverty_statuses, .width = 14, .print_width = 26 },
  { "reason", "Vì sao", N_ ("Why"), ANS_FIELD_TEXT, ANS_FIELD_COMPUTED, SCORES, .width = 40,
    .print_width = 70 },
  { "clause", "Căn cứ", N_ ("Legal basis"), ANS_FIELD_TEXT, ANS_FIELD_COMPUTED, SCORES,
    .width = 30, .print_width = 60 },

  { "causes", "Nguyên nhân", N_ ("Causes"), ANS_FIELD_CHOICES,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, REASONS, .choices = ans_poverty_causes,
    .width = 28, .print_width = 44,
    .synonyms = S ("nguyên nhân nghèo", "nguyên nhân chính", "nguyên nhân nghèo, cận nghèo") },
  { "wishes", "Nguyện vọng", N_ ("Wishes"), ANS_FIELD_CHOICES, ANS_FIELD_FILTER, REASONS,
    .choices = ans_poverty_wishes, .width = 24, .print_width = 40,
    .synonyms = S ("nhu cầu hỗ trợ", "nguyện vọng hỗ trợ") },

  { "meeting_result", "Kết quả họp dân", N_ ("Meeting"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER,
    MEETING, .choices = meeting_results, .width = 16, .print_width = 30 },
  { "meeting_attendees", "Số người dự họp", N_ ("Attendees"), ANS_FIELD_INTEGER, 0, MEETING,
    .width = 8, .print_width = 16 },
  { "meeting_agreed", "Tỷ lệ đồng ý (%)", N_ ("Agreed (%)"), ANS_FIELD_DECIMAL, 0, MEETING,
    .width = 8, .print_width = 16 },
  { "posted_from", "Niêm yết từ ngày", N_ ("Posted from"), ANS_FIELD_DATE, 0, MEETING,
    .width = 11, .print_width = 24 },
  { "posted_to", "Niêm yết đến ngày", N_ ("Posted to"), ANS_FIELD_DATE, 0, MEETING, .width = 11,
    .print_width = 24 },

  { "official", "Kết quả chính thức", N_ ("Official result"), ANS_FIELD_CHOICE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, RESULT, .choices = ans_poverty_statuses,
    .width = 14, .print_width = 26, .synonyms = S ("kết quả công nhận") },
  { "decision_no", "Số quyết định", N_ ("Decision number"), ANS_FIELD_TEXT, 0, RESULT,
    .width = 16, .print_width = 30, .synonyms = S ("số qđ") },
  { "decision_date", "Ngày quyết định", N_ ("Decision date"), ANS_FIELD_DATE, 0, RESULT,
    .width = 11, .print_width = 24 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, RESULT, .width = 24,
    .print_width = 26 },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS poverty_assessment_by_uid ON poverty_assessment (uid)",
  "CREATE INDEX IF NOT EXISTS poverty_assessment_by_household ON poverty_assessment "
  "(household, date, round)",
  "CREATE INDEX IF NOT EXISTS poverty_assessment_by_round ON poverty_assessment "
  "(round, date, id)",
  "CREATE INDEX IF NOT EXISTS poverty_assessment_by_date ON poverty_assessment (date, id)",
  NULL,
};

guint
ans_poverty_assessment_deprivations (AnsRecord *assessment)
{
  guint mask = 0;

  for (guint i = 0; i < ANS_POVERTY_N_DEPRIVATIONS; i++)
    if (g_strcmp0 (ans_record_get (assessment, ans_poverty_deprivations[i].field), "1") == 0)
      mask |= 1u << i;
  return mask;
}

/* A value of the round. */
static char *
round_value (AnsRecord *record, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM poverty_round WHERE id = ?1", column);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (ans_record_get_book (record)), sql, NULL);

  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, ans_record_get_int (record, "round"));
  return ans_statement_step (select, NULL) ? g_strdup (ans_statement_text (select, 0)) : NULL;
}

AnsPovertyVerdict *
ans_poverty_assessment_judge (AnsRecord *assessment)
{
  const char *b1 = ans_record_get (assessment, "b1");
  const char *day = ans_record_get (assessment, "date");
  g_autofree char *standard = round_value (assessment, "standard");

  return ans_poverty_classify_under (standard, ans_record_get (assessment, "area"),
                                     b1 != NULL ? (int) ans_record_get_int (assessment, "b1") : -1,
                                     ans_poverty_assessment_deprivations (assessment),
                                     day != NULL ? day : "");
}

static void
prepare (AnsRecord *record)
{
  g_autoptr (AnsPovertyVerdict) verdict = ans_poverty_assessment_judge (record);

  if (verdict->b2 >= 0)
    ans_record_set_int (record, "b2", verdict->b2);
  else
    ans_record_set (record, "b2", NULL);
  ans_record_set (record, "result", verdict->result);
  ans_record_set (record, "reason", verdict->reason);
  ans_record_set (record, "clause", verdict->clause);
}

static void
check_order (AnsProblems *problems, const char *field, const char *before, const char *after,
             const char *message)
{
  if (before != NULL && after != NULL && strcmp (after, before) < 0)
    ans_problems_add (problems, field, ANS_PROBLEM_WARNING, "%s", message);
}

static void
check_dates (AnsRecord *record, AnsProblems *problems)
{
  const char *date = ans_record_get (record, "date");
  g_autofree char *starts = round_value (record, "starts");
  g_autofree char *ends = round_value (record, "ends");

  check_order (problems, "date", starts, date, _ ("The review is dated before its round began."));
  check_order (problems, "date", date, ends, _ ("The review is dated after its round ended."));
  check_order (problems, "posted_from", date, ans_record_get (record, "posted_from"),
               _ ("The result was posted before the household was reviewed."));
  check_order (problems, "posted_to", ans_record_get (record, "posted_from"),
               ans_record_get (record, "posted_to"), _ ("The posting ends before it begins."));
  check_order (problems, "decision_date", date, ans_record_get (record, "decision_date"),
               _ ("The decision is dated before the household was reviewed."));
}

static gboolean
was_assessed (AnsRecord *record)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (ans_record_get_book (record)),
      "SELECT 1 FROM poverty_assessment WHERE household = ?1 AND round = ?2 AND id <> ?3", NULL);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, ans_record_get_int (record, "household"));
  ans_statement_bind_int (select, 2, ans_record_get_int (record, "round"));
  ans_statement_bind_int (select, 3, ans_record_get_id (record));
  return ans_statement_step (select, NULL);
}

static void
check_official (AnsRecord *record, AnsProblems *problems)
{
  const char *official = ans_record_get (record, "official");
  g_autoptr (AnsPovertyVerdict) verdict = NULL;

  if (official == NULL)
    return;
  verdict = ans_poverty_assessment_judge (record);
  if (verdict->result != NULL && strcmp (verdict->result, official) != 0)
    ans_problems_add (problems, "official", ANS_PROBLEM_WARNING,
                      _ ("The official result is not what the scores say: %s."), verdict->reason);
  if (ans_record_get (record, "decision_no") == NULL ||
      ans_record_get (record, "decision_date") == NULL)
    ans_problems_add (problems, "decision_no", ANS_PROBLEM_WARNING,
                      _ ("An official result has the number and date of a decision."));
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  gint64 scaled = ans_record_get_int (record, "meeting_agreed");

  check_dates (record, problems);
  if (was_assessed (record))
    ans_problems_add (problems, "household", ANS_PROBLEM_WARNING,
                      _ ("The household has a form in this round already."));
  if (scaled > 100)
    ans_problems_add (problems, "meeting_agreed", ANS_PROBLEM_ERROR,
                      _ ("Not more than all can agree: 100."));
  check_official (record, problems);
}

static const char *const same_fields[] = { "household", "round", NULL };

const AnsRegister ans_register_poverty_assessments = {
  .id = "poverty-assessments",
  .table = "poverty_assessment",
  .alias = "a",
  .title = "Phiếu rà soát hộ",
  .label = N_ ("Review forms"),
  .singular = N_ ("Review form"),
  .icon = "ans-poverty-symbolic",
  .fields = fields,
  .indexes = indexes,
  .name_field = "household",
  .same_fields = same_fields,
  .order_by = "t.date",
  .search_also = ANS_POVERTY_SEARCH ("a"),
  .prepare = prepare,
  .check = check,
};
