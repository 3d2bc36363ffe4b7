/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of villages, valid in time: domain.md §3.4. */
#include <glib/gi18n.h>

#include "registry/ans-choices.h"
#include "registry/ans-record.h"
#include "text/ans-fold.h"
#include "text/ans-sort-key.h"

#define S       ANS_SYNONYMS
#define VILLAGE N_ ("Village")
#define TIME    N_ ("Validity")

static const AnsField fields[] = {
  { "name", "Tên thôn", N_ ("Name"), ANS_FIELD_TEXT,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, VILLAGE, .width = 18, .print_width = 40,
    .synonyms = S ("thôn", "tên", "thôn/tổ dân phố") },
  { "kind", "Loại", N_ ("Kind"), ANS_FIELD_CHOICE, ANS_FIELD_DEFAULT_COLUMN, VILLAGE,
    .choices = ans_choices_village_kind, .default_value = "THON", .width = 12, .print_width = 24 },
  { "code", "Mã thôn", N_ ("Code"), ANS_FIELD_TEXT, 0, VILLAGE, .width = 8, .print_width = 18 },
  { "position", "Thứ tự", N_ ("Order in lists"), ANS_FIELD_INTEGER, 0, VILLAGE, .width = 6,
    .print_width = 14, .synonyms = S ("tt", "stt") },
  { "head_name", "Trưởng thôn", N_ ("Village head"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN,
    VILLAGE, .width = 24, .print_width = 46,
    .synonyms = S ("thôn trưởng", "họ tên trưởng thôn", "tổ trưởng") },
  { "head_phone", "Điện thoại trưởng thôn", N_ ("Phone of the head"), ANS_FIELD_IDENTIFIER,
    ANS_FIELD_SENSITIVE, VILLAGE, .width = 12, .print_width = 26,
    .synonyms = S ("điện thoại", "sđt") },
  { "valid_from", "Có từ ngày", N_ ("Valid from"), ANS_FIELD_DATE, ANS_FIELD_DEFAULT_COLUMN, TIME,
    .width = 11, .print_width = 24 },
  { "valid_to", "Đến hết ngày", N_ ("Valid to"), ANS_FIELD_DATE, ANS_FIELD_DEFAULT_COLUMN, TIME,
    .width = 11, .print_width = 24 },
  { "successor", "Nhập vào thôn", N_ ("Became part of"), ANS_FIELD_REFERENCE, 0, TIME,
    .target = "villages", .width = 14, .print_width = 30 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, VILLAGE, .width = 24,
    .print_width = 40 },
  { "name_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED, .expression = "ans_fold (name)" },
  { "sort_key", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED,
    .expression = "ans_sort_key (name)" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS village_by_uid ON village (uid)",
  "CREATE INDEX IF NOT EXISTS village_by_name ON village (sort_key, id)",
  "CREATE INDEX IF NOT EXISTS village_by_successor ON village (successor)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

static void
prepare (AnsRecord *record)
{
  const char *name = ans_record_get (record, "name");
  g_autofree char *fold = ans_fold (name != NULL ? name : "");
  g_autofree char *key = ans_sort_key (name != NULL ? name : "");

  ans_record_set (record, "name_fold", fold);
  ans_record_set (record, "sort_key", key);
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *from = ans_record_get (record, "valid_from");
  const char *to = ans_record_get (record, "valid_to");

  if (from != NULL && to != NULL && strcmp (to, from) < 0)
    ans_problems_add (
        problems, "valid_to", ANS_PROBLEM_ERROR, _ ("The last day is before the first day."));
  if (ans_record_get_id (record) != 0 &&
      ans_record_get_int (record, "successor") == ans_record_get_id (record))
    ans_problems_add (
        problems, "successor", ANS_PROBLEM_ERROR, _ ("A village can't become part of itself."));
}

const AnsRegister ans_register_villages = {
  .id = "villages",
  .table = "village",
  .alias = "v",
  .title = "Thôn",
  .label = N_ ("Villages"),
  .singular = N_ ("Village"),
  .icon = "ans-village-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "name",
  .key_field = "code",
  .order_by = "printf('%06d', coalesce(t.position, 999999)) || t.sort_key",
  .exists_as_of = "coalesce(v.valid_from, '') <= ?1 AND (v.valid_to IS NULL OR v.valid_to >= ?1)",
  .prepare = prepare,
  .check = check,
};
