/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of those who carry a plan out: domain.md §1.4. */
#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

#define BODY N_ ("Responsible body")

static const AnsField fields[] = {
  { "name", "Tên", N_ ("Name"), ANS_FIELD_TEXT, ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN,
    BODY, .width = 28, .print_width = 56, .synonyms = ANS_SYNONYMS ("đơn vị", "cơ quan") },
  { "kind", "Loại", N_ ("Kind"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, BODY,
    .choices = ans_choices_body_kind, .default_value = "BAN_NGANH", .width = 16,
    .print_width = 30 },
  { "village", "Thôn", N_ ("Village"), ANS_FIELD_REFERENCE, ANS_FIELD_DEFAULT_COLUMN, BODY,
    .target = "villages", .width = 14, .print_width = 28 },
  { "head_name", "Người đứng đầu", N_ ("Headed by"), ANS_FIELD_NAME, ANS_FIELD_DEFAULT_COLUMN, BODY,
    .width = 24, .print_width = 46, .synonyms = ANS_SYNONYMS ("họ và tên", "người phụ trách") },
  { "head_phone", "Điện thoại", N_ ("Phone"), ANS_FIELD_IDENTIFIER, ANS_FIELD_SENSITIVE, BODY,
    .width = 12, .print_width = 26 },
  { "duty", "Nhiệm vụ trong kế hoạch", N_ ("Duty in the plan"), ANS_FIELD_LONG_TEXT,
    ANS_FIELD_DEFAULT_COLUMN, BODY, .width = 40, .print_width = 90 },
  { "position", "Thứ tự", N_ ("Order"), ANS_FIELD_INTEGER, 0, BODY, .width = 6, .print_width = 12 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, BODY, .width = 24, .print_width = 40 },
  ANS_PLAN_NAME_FOLD ("name"),
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS body_by_uid ON body (uid)",
  "CREATE INDEX IF NOT EXISTS body_by_name ON body (name_fold)",
  "CREATE INDEX IF NOT EXISTS body_by_village ON body (village)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

static void
prepare (AnsRecord *record)
{
  ans_plan_prepare_fold (record, "name");
}

const AnsRegister ans_register_bodies = {
  .id = "bodies",
  .table = "body",
  .alias = "b",
  .title = "Đơn vị thực hiện",
  .label = N_ ("Responsible bodies"),
  .singular = N_ ("Responsible body"),
  .icon = "ans-unit-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "name",
  .order_by = "printf('%06d', coalesce(t.position, 999999)) || t.name_fold",
  .prepare = prepare,
};

static const char *const print_columns[] = { "name", "kind", "village", "head_name", "head_phone",
                                             "duty", NULL };

const AnsListingInfo ans_listing_bodies = {
  .id = "bodies",
  .title = "Danh sách đơn vị thực hiện kế hoạch",
  .label = N_ ("Responsible bodies"),
  .reg = &ans_register_bodies,
  .default_sort = "position",
  .print_columns = print_columns,
};
