/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of households: domain.md §3.3. */
#include <glib/gi18n.h>

#include "registry/ans-choices.h"
#include "registry/ans-household-events.h"
#include "registry/ans-record.h"
#include "text/ans-fold.h"

#define S         ANS_SYNONYMS
#define HOUSEHOLD N_ ("Household")

static const AnsField fields[] = {
  { "code", "Mã hộ", N_ ("Code"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN | ANS_FIELD_UNIQUE,
    HOUSEHOLD, .width = 10, .print_width = 20,
    .synonyms = S ("mã số hộ", "số hộ", "hộ số", "mã hộ gia đình", "số sổ hộ khẩu") },
  { "head", "Họ và tên chủ hộ", N_ ("Head"), ANS_FIELD_REFERENCE,
    ANS_FIELD_DERIVED | ANS_FIELD_DEFAULT_COLUMN, HOUSEHOLD, .target = "people",
    .as_of = "(SELECT m.person FROM person_home m WHERE m.household = h.id AND "
             "m.relation = 'CHU_HO' AND m.from_date <= ?1 AND "
             "(m.to_date IS NULL OR m.to_date > ?1))",
    .synonyms = S ("chủ hộ", "tên chủ hộ", "họ tên chủ hộ", "chủ hộ: họ và tên") },
  { "village", "Thôn", N_ ("Village"), ANS_FIELD_REFERENCE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, HOUSEHOLD, .target = "villages",
    .period = "household_place", .width = 12, .print_width = 24,
    .synonyms = S ("địa chỉ (thôn)", "thôn/xóm", "thôn, xóm", "thôn/tổ dân phố", "xóm",
                   "tên thôn", "tổ dân phố") },
  { "address", "Địa chỉ", N_ ("Address"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, HOUSEHOLD,
    .period = "household_place", .width = 24,
    .synonyms = S ("nơi ở", "chỗ ở hiện nay", "địa chỉ thường trú", "nơi thường trú") },
  { "area", "Khu vực", N_ ("Area"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER, HOUSEHOLD,
    .choices = ans_choices_area, .default_value = "NT", .width = 10, .print_width = 20 },
  { "status", "Tình trạng", N_ ("Status"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER, HOUSEHOLD, .choices = ans_choices_household_status,
    .period = "household_state", .default_value = ANS_HOUSEHOLD_LIVING, .width = 12,
    .print_width = 20, .synonyms = S ("tình trạng hộ", "trạng thái") },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, HOUSEHOLD, .width = 24 },
  { "code_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED, .expression = "ans_fold (code)" },
  { NULL },
};

static const AnsPeriod periods[] = {
  { "household_place", "household", "place", "Nơi cư trú của hộ" },
  { "household_state", "household", "state", "Tình trạng hộ" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS household_by_uid ON household (uid)",
  "CREATE INDEX IF NOT EXISTS household_by_code ON household (code, id, status)",
  "CREATE INDEX IF NOT EXISTS household_by_code_fold ON household (code_fold)",
  "CREATE INDEX IF NOT EXISTS household_by_village ON household "
  "(village, code, id, status)",
  "CREATE INDEX IF NOT EXISTS household_by_head ON household (head)",
  NULL,
};

/* When a household moves, its members move with it; without a village of its own, they are where
 * they say. */
static const char *const triggers[] = {
  "CREATE TRIGGER household_village_members AFTER UPDATE OF village ON household "
  "WHEN OLD.village IS NOT NEW.village BEGIN "
  "UPDATE person SET village = coalesce(NEW.village, (SELECT x.village FROM person_home x WHERE "
  "x.person = person.id AND x.to_date IS NULL)) WHERE household = NEW.id; END",
  NULL,
};

static const AnsCheckSpec checks[] = {
  { "SELECT h.id FROM household h WHERE h.head IS NOT (SELECT x.person FROM person_home x WHERE "
    "x.household = h.id AND x.relation = 'CHU_HO' AND x.to_date IS NULL ORDER BY x.id LIMIT 1)",
    N_ ("The head of the household is not the member who is one.") },
  { NULL },
};

static const char *const search_columns[] = { "code_fold", NULL };

char *
ans_household_code_beginning (AnsBook *book, gint64 village)
{
  g_autofree char *name = ans_register_title_of (book, &ans_register_villages, village);
  g_autofree char *initials = name != NULL ? ans_fold_initials (name) : g_strdup ("h");
  g_autofree char *upper = g_ascii_strup (initials, -1);

  return g_strconcat (upper, "-", NULL);
}

gint64
ans_household_last_number (AnsBook *book, const char *beginning)
{
  g_autofree char *until = g_strdup (beginning);
  g_autoptr (AnsStatement) highest =
      ans_connection_prepare (ans_book_get_connection (book),
                              "SELECT max(CAST(substr(code, ?3) AS INTEGER)) FROM household "
                              "WHERE code >= ?1 AND code < ?2",
                              NULL);
  gsize n = strlen (beginning);

  if (highest == NULL || n == 0)
    return 0;
  until[n - 1] = '.'; /* follows '-' */
  ans_statement_bind_text (highest, 1, beginning);
  ans_statement_bind_text (highest, 2, until);
  ans_statement_bind_int (highest, 3, (gint64) n + 1);
  return ans_statement_step (highest, NULL) ? ans_statement_int (highest, 0) : 0;
}

char *
ans_household_format_code (const char *beginning, gint64 number)
{
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT, beginning, number);
}

/* BS-0124 for the next household of Bắc Sơn. */
static char *
next_code (AnsRecord *record)
{
  AnsBook *book = ans_record_get_book (record);
  g_autofree char *beginning =
      ans_household_code_beginning (book, ans_record_get_int (record, "village"));

  return ans_household_format_code (beginning, ans_household_last_number (book, beginning) + 1);
}

static void
prepare (AnsRecord *record)
{
  g_autofree char *fold = NULL;

  if (ans_record_get (record, "code") == NULL)
    {
      g_autofree char *code = next_code (record);

      ans_record_set (record, "code", code);
    }
  fold = ans_fold (ans_record_get (record, "code"));
  ans_record_set (record, "code_fold", fold);
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  if (ans_record_get (record, "village") == NULL)
    ans_problems_add (
        problems, "village", ANS_PROBLEM_WARNING, _ ("The household has no village."));
  if (ans_record_get_id (record) != 0 && ans_record_get (record, "head") == NULL &&
      g_strcmp0 (ans_record_get (record, "status"), ANS_HOUSEHOLD_LIVING) == 0)
    ans_problems_add (problems,
                      "head",
                      ANS_PROBLEM_WARNING,
                      _ ("The household has no living head. Choose one with “New head”."));
}

const AnsRegister ans_register_households = {
  .id = "households",
  .table = "household",
  .alias = "h",
  .title = "Hộ",
  .label = N_ ("Households"),
  .singular = N_ ("Household"),
  .icon = "ans-household-symbolic",
  .fields = fields,
  .periods = periods,
  .indexes = indexes,
  .triggers = triggers,
  .checks = checks,
  .search_columns = search_columns,
  .name_field = "code",
  .key_field = "code",
  .order_by = "t.code",
  .search_also = "h.head IN (SELECT rowid FROM person_search WHERE person_search MATCH ?3)",
  .exists_field = "status",
  .exists_now = "h.status = 'DANG_CU_TRU'",
  .exists_as_of = "state.status = 'DANG_CU_TRU'",
  .prepare = prepare,
  .check = check,
};
