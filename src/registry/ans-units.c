/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of administrative units, valid in time: commune, district (to 2025), province. */
#include <glib/gi18n.h>

#include "registry/ans-choices.h"
#include "registry/ans-record.h"
#include "text/ans-fold.h"

#define S    ANS_SYNONYMS
#define UNIT N_ ("Administrative unit")
#define TIME N_ ("Validity")

static const AnsField fields[] = {
  { "name", "Tên đơn vị", N_ ("Name"), ANS_FIELD_TEXT,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, UNIT, .width = 24, .print_width = 60,
    .synonyms = S ("tên", "tên đơn vị hành chính") },
  { "level", "Cấp", N_ ("Level"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, UNIT,
    .choices = ans_choices_unit_level, .width = 8, .print_width = 20 },
  { "code", "Mã đơn vị", N_ ("Code"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, UNIT, .width = 8,
    .print_width = 20 },
  { "parent", "Thuộc", N_ ("Part of"), ANS_FIELD_REFERENCE, ANS_FIELD_DEFAULT_COLUMN, UNIT,
    .target = "units", .width = 24, .print_width = 60 },
  { "valid_from", "Có từ ngày", N_ ("Valid from"), ANS_FIELD_DATE, ANS_FIELD_DEFAULT_COLUMN, TIME,
    .width = 11, .print_width = 24 },
  { "valid_to", "Đến hết ngày", N_ ("Valid to"), ANS_FIELD_DATE, ANS_FIELD_DEFAULT_COLUMN, TIME,
    .width = 11, .print_width = 24 },
  { "note", "Căn cứ", N_ ("Legal basis"), ANS_FIELD_LONG_TEXT, 0, TIME, .width = 24,
    .print_width = 40 },
  { "name_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED, .expression = "ans_fold (name)" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS unit_by_uid ON unit (uid)",
  "CREATE INDEX IF NOT EXISTS unit_by_parent ON unit (parent)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

static void
prepare (AnsRecord *record)
{
  const char *name = ans_record_get (record, "name");
  g_autofree char *fold = ans_fold (name != NULL ? name : "");

  ans_record_set (record, "name_fold", fold);
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *from = ans_record_get (record, "valid_from");
  const char *to = ans_record_get (record, "valid_to");

  if (from != NULL && to != NULL && strcmp (to, from) < 0)
    ans_problems_add (
        problems, "valid_to", ANS_PROBLEM_ERROR, _ ("The last day is before the first day."));
}

const AnsRegister ans_register_units = {
  .id = "units",
  .table = "unit",
  .alias = "u",
  .title = "Đơn vị hành chính",
  .label = N_ ("Administrative units"),
  .singular = N_ ("Administrative unit"),
  .icon = "ans-unit-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "name",
  .key_field = "code",
  .order_by = "t.name_fold",
  .exists_as_of = "coalesce(u.valid_from, '') <= ?1 AND (u.valid_to IS NULL OR u.valid_to >= ?1)",
  .prepare = prepare,
  .check = check,
};
