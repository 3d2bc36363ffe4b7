/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official status of households as history: one row from one day on, until the next. What a
 * row is against the one before it (end, previous status, change) follows from all rows of the
 * household and is kept by triggers, in whatever order they are written, corrected or taken away.
 * The rules are those of ans_poverty_change(), said in SQL; a test compares the two. */
#include <glib/gi18n.h>
#include <string.h>

#include "areas/ans-poverty.h"
#include "policy/ans-poverty-change.h"
#include "registry/ans-choices.h"

#define S        ANS_SYNONYMS
#define STATUS   N_ ("Status")
#define DECISION N_ ("Decision")

static const AnsField fields[] = {
  { "household", "Hộ", N_ ("Household"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, STATUS, .target = "households", .width = 10,
    .print_width = 20, .synonyms = S ("mã hộ", "số hộ", "mã số hộ") },
  { "from_date", "Từ ngày", N_ ("From"), ANS_FIELD_DATE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, STATUS, .width = 11, .print_width = 24 },
  { "to_date", "Đến trước ngày", N_ ("Until"), ANS_FIELD_DATE, ANS_FIELD_DERIVED, STATUS,
    .width = 11, .print_width = 24 },
  { "status", "Phân loại hộ", N_ ("Status"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER, STATUS, .choices = ans_poverty_statuses, .width = 14,
    .print_width = 28, .synonyms = S ("kết quả", "loại hộ", "diện hộ", "kết quả rà soát") },
  { "standard", "Chuẩn nghèo", N_ ("Poverty standard"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER, STATUS,
    .choices = ans_poverty_standard_choices, .width = 16, .print_width = 34 },
  { "basis", "Căn cứ ghi", N_ ("How it is known"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER, STATUS, .choices = ans_poverty_bases,
    .default_value = ANS_POVERTY_RECOGNISED, .width = 18, .print_width = 34 },
  { "previous", "Trước đó", N_ ("Status before"), ANS_FIELD_CHOICE, ANS_FIELD_DERIVED, STATUS,
    .choices = ans_poverty_statuses, .width = 14, .print_width = 28 },
  { "previous_standard", "Chuẩn trước đó", N_ ("Standard before"), ANS_FIELD_CHOICE,
    ANS_FIELD_DERIVED | ANS_FIELD_HIDDEN, STATUS, .choices = ans_poverty_standard_choices,
    .width = 16, .print_width = 34 },
  { "change", "Diễn biến", N_ ("Movement"), ANS_FIELD_CHOICE,
    ANS_FIELD_DERIVED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, STATUS,
    .choices = ans_poverty_changes, .width = 22, .print_width = 58 },
  { "round", "Đợt rà soát", N_ ("Round"), ANS_FIELD_REFERENCE, ANS_FIELD_FILTER, DECISION,
    .target = "poverty-rounds", .width = 20, .print_width = 40 },
  { "assessment", "Phiếu rà soát", N_ ("Review form"), ANS_FIELD_REFERENCE, ANS_FIELD_HIDDEN,
    DECISION, .target = "poverty-assessments", .width = 12, .print_width = 24 },
  { "decision_no", "Số quyết định", N_ ("Decision number"), ANS_FIELD_TEXT, 0, DECISION,
    .width = 16, .print_width = 32, .synonyms = S ("số qđ", "quyết định") },
  { "decision_date", "Ngày quyết định", N_ ("Decision date"), ANS_FIELD_DATE, 0, DECISION,
    .width = 11, .print_width = 24 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, DECISION, .width = 24,
    .print_width = 26 },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS poverty_status_by_uid ON poverty_status (uid)",
  "CREATE UNIQUE INDEX IF NOT EXISTS poverty_status_by_household ON poverty_status "
  "(household, from_date)",
  "CREATE INDEX IF NOT EXISTS poverty_status_by_status ON poverty_status "
  "(status, from_date, to_date, household)",
  "CREATE INDEX IF NOT EXISTS poverty_status_by_change ON poverty_status "
  "(change, from_date, household)",
  "CREATE INDEX IF NOT EXISTS poverty_status_by_date ON poverty_status (from_date, id)",
  "CREATE INDEX IF NOT EXISTS poverty_status_by_round ON poverty_status (round) "
  "WHERE round IS NOT NULL",
  "CREATE INDEX IF NOT EXISTS poverty_status_by_assessment ON poverty_status (assessment) "
  "WHERE assessment IS NOT NULL",
  NULL,
};

/* Whether the household had @status at any time before. */
#define EVER(status_)                                                                             \
  "EXISTS (SELECT 1 FROM poverty_status x WHERE x.household = poverty_status.household AND "      \
  "x.from_date < poverty_status.from_date AND x.status = '" status_ "')"

#define DERIVE(row)                                                                               \
  "UPDATE poverty_status SET to_date = (SELECT min(x.from_date) FROM poverty_status x WHERE "     \
  "x.household = poverty_status.household AND x.from_date > poverty_status.from_date), "          \
  "(previous, previous_standard) = (SELECT x.status, x.standard FROM poverty_status x WHERE "     \
  "x.household = poverty_status.household AND x.from_date < poverty_status.from_date "            \
  "ORDER BY x.from_date DESC LIMIT 1) WHERE household = " row ".household; "                      \
  "UPDATE poverty_status SET change = CASE "                                                      \
  "WHEN basis = 'DAU_KY' THEN 'DAU_KY' "                                                          \
  "WHEN basis = 'CHUYEN_DEN' THEN 'CHUYEN_DEN' "                                                  \
  "WHEN previous IN ('NGHEO', 'CAN_NGHEO') AND previous_standard IS NOT standard THEN 'DAU_KY' "  \
  "WHEN status = 'NGHEO' THEN CASE "                                                              \
  "WHEN previous = 'NGHEO' THEN 'HO_CU' "                                                         \
  "WHEN " EVER ("NGHEO") " THEN 'TAI_NGHEO' "                                                     \
  "WHEN previous = 'CAN_NGHEO' THEN 'PHAT_SINH_CAN' ELSE 'PHAT_SINH' END "                        \
  "WHEN status = 'CAN_NGHEO' THEN CASE "                                                          \
  "WHEN previous = 'NGHEO' THEN 'THOAT_CAN' "                                                     \
  "WHEN previous = 'CAN_NGHEO' THEN 'CAN_CU' "                                                    \
  "WHEN " EVER ("CAN_NGHEO") " THEN 'TAI_CAN' ELSE 'CAN_PHAT_SINH' END "                          \
  "ELSE CASE previous WHEN 'NGHEO' THEN 'THOAT_HET' WHEN 'CAN_NGHEO' THEN 'THOAT_CAN_NGHEO' "     \
  "ELSE 'KHONG_DOI' END END WHERE household = " row ".household;"

static const char *const triggers[] = {
  "CREATE TRIGGER poverty_status_derive_insert AFTER INSERT ON poverty_status "
  "BEGIN " DERIVE ("NEW") " END",
  "CREATE TRIGGER poverty_status_derive_update AFTER UPDATE OF household, from_date, status, "
  "standard, basis ON poverty_status BEGIN " DERIVE ("NEW") " END",
  "CREATE TRIGGER poverty_status_derive_move AFTER UPDATE OF household ON poverty_status "
  "WHEN OLD.household <> NEW.household BEGIN " DERIVE ("OLD") " END",
  "CREATE TRIGGER poverty_status_derive_delete AFTER DELETE ON poverty_status "
  "BEGIN " DERIVE ("OLD") " END",
  NULL,
};

static const AnsCheckSpec checks[] = {
  { "SELECT id FROM (SELECT id, to_date, previous, lead (from_date) OVER w AS next, "
    "lag (status) OVER w AS before FROM poverty_status WINDOW w AS (PARTITION BY household "
    "ORDER BY from_date)) WHERE to_date IS NOT next OR previous IS NOT before",
    N_ ("The poverty status does not follow the one before it.") },
  { NULL },
};

static void
prepare (AnsRecord *record)
{
  if (ans_record_get (record, "standard") == NULL && ans_record_get (record, "from_date") != NULL)
    ans_record_set (record, "standard",
                    ans_poverty_standard_on (ans_record_get (record, "from_date")));
}

static gboolean
has_status_from (AnsRecord *record)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (ans_record_get_book (record)),
      "SELECT 1 FROM poverty_status WHERE household = ?1 AND from_date = ?2 AND id <> ?3", NULL);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, ans_record_get_int (record, "household"));
  ans_statement_bind_text (select, 2, ans_record_get (record, "from_date"));
  ans_statement_bind_int (select, 3, ans_record_get_id (record));
  return ans_statement_step (select, NULL);
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *from = ans_record_get (record, "from_date");
  const char *decision = ans_record_get (record, "decision_date");
  const char *basis = ans_record_get (record, "basis");

  if (from == NULL)
    return;
  if (has_status_from (record))
    ans_problems_add (problems, "from_date", ANS_PROBLEM_ERROR,
                      _ ("The household has a status from this very day. Correct that one."));
  if (decision != NULL && strcmp (from, decision) < 0 &&
      g_strcmp0 (basis, ANS_POVERTY_RECOGNISED) == 0)
    ans_problems_add (problems, "from_date", ANS_PROBLEM_WARNING,
                      _ ("The status begins before the day of its decision."));
  /* Otherwise it would be in the opening list and be counted as a movement of the year too. */
  if (g_str_has_suffix (from, "-01-01") && g_strcmp0 (basis, ANS_POVERTY_RECOGNISED) == 0)
    ans_problems_add (problems, "from_date", ANS_PROBLEM_WARNING,
                      _ ("A change on 1 January counts in the new year, whose list at the start "
                         "has it already. Write the day of the decision."));
}

static const char *const same_fields[] = { "household", "from_date", NULL };

const AnsRegister ans_register_poverty_statuses = {
  .id = "poverty-statuses",
  .table = "poverty_status",
  .alias = "s",
  .title = "Phân loại hộ nghèo, cận nghèo",
  .label = N_ ("Poverty statuses"),
  .singular = N_ ("Poverty status"),
  .icon = "ans-poverty-symbolic",
  .fields = fields,
  .indexes = indexes,
  .triggers = triggers,
  .checks = checks,
  .name_field = "household",
  .same_fields = same_fields,
  .order_by = "t.from_date",
  .search_also = ANS_POVERTY_SEARCH ("s"),
  .prepare = prepare,
  .check = check,
};
