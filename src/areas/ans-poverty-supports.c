/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What poor and near-poor households were given, and their certificates: domain.md §2.3. */
#include <glib/gi18n.h>
#include <string.h>

#include "areas/ans-poverty.h"
#include "registry/ans-choices.h"

#define S           ANS_SYNONYMS
#define SUPPORT     N_ ("Support")
#define DECISION    N_ ("Decision")
#define CERTIFICATE N_ ("Certificate")

static const AnsChoice kinds[] = {
  { "BHYT", "Thẻ bảo hiểm y tế", S ("bảo hiểm y tế", "thẻ bhyt") },
  { "TIEN_DIEN", "Tiền điện", S ("hỗ trợ tiền điện") },
  { "NHA_O", "Nhà ở", S ("hỗ trợ nhà ở", "xây, sửa nhà") },
  { "VAY_VON", "Vay vốn ưu đãi", S ("vay vốn") },
  { "SINH_KE", "Hỗ trợ sinh kế", S ("sinh kế", "con giống", "cây giống") },
  { "HOC_PHI", "Miễn, giảm học phí", S ("học phí", "hỗ trợ học phí", "chi phí học tập") },
  { "QUA_TET", "Quà Tết", S ("tết") },
  { "DICH_BENH", "Hỗ trợ dịch bệnh", S ("dịch bệnh", "covid-19") },
  { "KHAC", "Hỗ trợ khác", S ("khác") },
  { NULL },
};

static const AnsChoice sources[] = {
  { "NSNN", "Ngân sách nhà nước", S ("ngân sách") },
  { "MTTQ", "Mặt trận Tổ quốc, quỹ Vì người nghèo", S ("mttq", "quỹ vì người nghèo") },
  { "NHCSXH", "Ngân hàng Chính sách xã hội", S ("nhcsxh", "ngân hàng chính sách") },
  { "DN", "Doanh nghiệp, nhà hảo tâm", S ("doanh nghiệp", "nhà hảo tâm") },
  { "KHAC", "Nguồn khác", S ("khác") },
  { NULL },
};

static const AnsField support_fields[] = {
  { "household", "Hộ", N_ ("Household"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, SUPPORT, .target = "households", .width = 10,
    .print_width = 20, .synonyms = S ("mã hộ", "số hộ") },
  { "kind", "Loại hỗ trợ", N_ ("Kind"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, SUPPORT, .choices = kinds,
    .width = 20, .print_width = 36, .synonyms = S ("nội dung hỗ trợ", "chính sách") },
  { "date", "Ngày hỗ trợ", N_ ("Date"), ANS_FIELD_DATE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, SUPPORT, .width = 11, .print_width = 24,
    .synonyms = S ("ngày", "ngày nhận") },
  { "amount", "Số tiền (đồng)", N_ ("Amount (đồng)"), ANS_FIELD_MONEY, ANS_FIELD_DEFAULT_COLUMN,
    SUPPORT, .width = 14, .print_width = 28, .synonyms = S ("số tiền", "mức hỗ trợ", "giá trị") },
  { "value", "Hiện vật", N_ ("In kind"), ANS_FIELD_TEXT, 0, SUPPORT, .width = 20,
    .print_width = 36 },
  { "source", "Nguồn", N_ ("Source"), ANS_FIELD_CHOICE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, SUPPORT, .choices = sources, .width = 22,
    .print_width = 40, .synonyms = S ("nguồn kinh phí") },
  { "decision_no", "Số quyết định", N_ ("Decision number"), ANS_FIELD_TEXT, 0, DECISION,
    .width = 16, .print_width = 30, .synonyms = S ("số qđ", "quyết định") },
  { "decision_date", "Ngày quyết định", N_ ("Decision date"), ANS_FIELD_DATE, 0, DECISION,
    .width = 11, .print_width = 24 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, SUPPORT, .width = 24,
    .print_width = 30 },
  { NULL },
};

static const char *const support_indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS household_support_by_uid ON household_support (uid)",
  "CREATE INDEX IF NOT EXISTS household_support_by_household ON household_support "
  "(household, date, amount)",
  "CREATE INDEX IF NOT EXISTS household_support_by_date ON household_support (date, id)",
  NULL,
};

static void
support_check (AnsRecord *record, AnsProblems *problems)
{
  const char *date = ans_record_get (record, "date");
  const char *decision = ans_record_get (record, "decision_date");

  if (ans_record_get (record, "amount") == NULL && ans_record_get (record, "value") == NULL)
    ans_problems_add (problems, "amount", ANS_PROBLEM_WARNING,
                      _ ("Neither an amount nor a thing was given."));
  if (date != NULL && decision != NULL && strcmp (date, decision) < 0)
    ans_problems_add (problems, "date", ANS_PROBLEM_WARNING,
                      _ ("The support was given before the day of its decision."));
}

static const char *const same_supports[] = { "household", "kind", "date", NULL };

const AnsRegister ans_register_household_supports = {
  .id = "household-supports",
  .table = "household_support",
  .alias = "u",
  .title = "Hỗ trợ hộ nghèo, cận nghèo",
  .label = N_ ("Supports"),
  .singular = N_ ("Support"),
  .icon = "ans-assistance-symbolic",
  .fields = support_fields,
  .indexes = support_indexes,
  .name_field = "household",
  .same_fields = same_supports,
  .order_by = "t.date",
  .search_also = ANS_POVERTY_SEARCH ("u"),
  .check = support_check,
};

/* A certificate is of a poor or a near-poor household. */
static const AnsChoice certificate_statuses[] = {
  { ANS_POVERTY_POOR, "Hộ nghèo", S ("nghèo") },
  { ANS_POVERTY_NEAR_POOR, "Hộ cận nghèo", S ("cận nghèo") },
  { NULL },
};

static const AnsField certificate_fields[] = {
  { "household", "Hộ", N_ ("Household"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, CERTIFICATE, .target = "households",
    .width = 10, .print_width = 20, .synonyms = S ("mã hộ", "số hộ") },
  { "status", "Loại giấy", N_ ("Certificate of"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, CERTIFICATE,
    .choices = certificate_statuses, .width = 14, .print_width = 28 },
  { "number", "Số giấy chứng nhận", N_ ("Certificate number"), ANS_FIELD_TEXT,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN | ANS_FIELD_UNIQUE, CERTIFICATE, .width = 16,
    .print_width = 32, .synonyms = S ("số giấy", "số gcn") },
  { "issued", "Ngày cấp", N_ ("Issued on"), ANS_FIELD_DATE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, CERTIFICATE, .width = 11, .print_width = 24 },
  { "year", "Năm có giá trị", N_ ("Valid in the year"), ANS_FIELD_INTEGER,
    ANS_FIELD_YEAR | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, CERTIFICATE, .width = 8,
    .print_width = 18 },
  { "received", "Ngày giao", N_ ("Handed over on"), ANS_FIELD_DATE, 0, CERTIFICATE, .width = 11,
    .print_width = 24 },
  { "receiver", "Người nhận", N_ ("Received by"), ANS_FIELD_TEXT, 0, CERTIFICATE, .width = 22,
    .print_width = 40 },
  { "withdrawn", "Ngày thu hồi", N_ ("Withdrawn on"), ANS_FIELD_DATE, 0, CERTIFICATE, .width = 11,
    .print_width = 24 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, CERTIFICATE, .width = 24,
    .print_width = 30 },
  { NULL },
};

static const char *const certificate_indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS poverty_certificate_by_uid ON poverty_certificate (uid)",
  "CREATE INDEX IF NOT EXISTS poverty_certificate_by_household ON poverty_certificate "
  "(household, issued)",
  "CREATE INDEX IF NOT EXISTS poverty_certificate_by_number ON poverty_certificate (number, id)",
  "CREATE INDEX IF NOT EXISTS poverty_certificate_by_date ON poverty_certificate (issued, id)",
  NULL,
};

static void
certificate_prepare (AnsRecord *record)
{
  const char *issued = ans_record_get (record, "issued");

  if (ans_record_get (record, "year") == NULL && issued != NULL)
    {
      int year = (int) g_ascii_strtoll (issued, NULL, 10);

      /* Those of December are of the list of the next year. */
      ans_record_set_int (record, "year", strncmp (issued + 4, "-12", 3) == 0 ? year + 1 : year);
    }
}

/* Whether the household had that status on the day of issue or soon after. */
static gboolean
has_status (AnsRecord *record)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (ans_record_get_book (record)),
      "SELECT 1 FROM poverty_status WHERE household = ?1 AND status = ?2 AND "
      "from_date <= date(?3, '+1 month') AND (to_date IS NULL OR to_date > ?3)",
      NULL);

  if (select == NULL)
    return TRUE;
  ans_statement_bind_int (select, 1, ans_record_get_int (record, "household"));
  ans_statement_bind_text (select, 2, ans_record_get (record, "status"));
  ans_statement_bind_text (select, 3, ans_record_get (record, "issued"));
  return ans_statement_step (select, NULL);
}

static void
certificate_check (AnsRecord *record, AnsProblems *problems)
{
  const char *issued = ans_record_get (record, "issued");
  const char *received = ans_record_get (record, "received");
  const char *withdrawn = ans_record_get (record, "withdrawn");

  if (issued == NULL)
    return;
  if (ans_record_get (record, "household") != NULL && ans_record_get (record, "status") != NULL &&
      !has_status (record))
    ans_problems_add (problems, "status", ANS_PROBLEM_WARNING,
                      _ ("The household is not recognised as such on that day."));
  if (received != NULL && strcmp (received, issued) < 0)
    ans_problems_add (problems, "received", ANS_PROBLEM_WARNING,
                      _ ("The certificate was handed over before it was issued."));
  if (withdrawn != NULL && strcmp (withdrawn, issued) < 0)
    ans_problems_add (problems, "withdrawn", ANS_PROBLEM_WARNING,
                      _ ("The certificate was withdrawn before it was issued."));
}

static const char *const same_certificates[] = { "household", "number", NULL };

const AnsRegister ans_register_poverty_certificates = {
  .id = "poverty-certificates",
  .table = "poverty_certificate",
  .alias = "g",
  .title = "Giấy chứng nhận hộ nghèo, cận nghèo",
  .label = N_ ("Certificates"),
  .singular = N_ ("Certificate"),
  .icon = "ans-poverty-symbolic",
  .fields = certificate_fields,
  .indexes = certificate_indexes,
  .name_field = "household",
  .same_fields = same_certificates,
  .key_field = "number",
  .order_by = "t.issued",
  .search_also = ANS_POVERTY_SEARCH ("g"),
  .prepare = certificate_prepare,
  .check = certificate_check,
};
