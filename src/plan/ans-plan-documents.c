/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of documents that a plan cites or that belong to it. */
#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

#define DOCUMENT N_ ("Document")

static const AnsField fields[] = {
  { "plan", "Kế hoạch", N_ ("Plan"), ANS_FIELD_REFERENCE, ANS_FIELD_REQUIRED | ANS_FIELD_FILTER,
    DOCUMENT, .target = "plans", .width = 20, .print_width = 40 },
  { "role", "Vai trò", N_ ("Role"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, DOCUMENT,
    .choices = ans_choices_document_role, .default_value = "CAN_CU", .width = 14,
    .print_width = 28 },
  { "number", "Số, ký hiệu", N_ ("Number"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, DOCUMENT,
    .width = 18, .print_width = 36 },
  { "date", "Ngày ban hành", N_ ("Date"), ANS_FIELD_PARTIAL_DATE, ANS_FIELD_DEFAULT_COLUMN,
    DOCUMENT, .width = 11, .print_width = 24 },
  { "issuer", "Cơ quan ban hành", N_ ("Issuing body"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN,
    DOCUMENT, .width = 24, .print_width = 46 },
  { "title", "Trích yếu", N_ ("Subject"), ANS_FIELD_TEXT,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, DOCUMENT, .width = 48, .print_width = 100 },
  { "area", "Lĩnh vực", N_ ("Policy area"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER, DOCUMENT,
    .choices = ans_choices_plan_area, .width = 18, .print_width = 34 },
  { "tasks", "Nhiệm vụ viện dẫn", N_ ("Tasks that cite it"), ANS_FIELD_TEXT, 0, DOCUMENT,
    .width = 12, .print_width = 24 },
  { "position", "Thứ tự", N_ ("Order"), ANS_FIELD_INTEGER, 0, DOCUMENT, .width = 6,
    .print_width = 12 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, DOCUMENT, .width = 24,
    .print_width = 40 },
  ANS_PLAN_NAME_FOLD ("concat_ws (' ', number, title)"),
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS plan_document_by_uid ON plan_document (uid)",
  "CREATE INDEX IF NOT EXISTS plan_document_by_plan ON plan_document (plan, position)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

static void
prepare (AnsRecord *record)
{
  const char *number = ans_record_get (record, "number");
  const char *title = ans_record_get (record, "title");
  g_autofree char *both = g_strdup_printf ("%s%s%s",
                                           number != NULL ? number : "",
                                           number != NULL ? " " : "",
                                           title != NULL ? title : "");

  ans_record_set (record, "name_fold", both);
  ans_plan_prepare_fold (record, "name_fold");
}

const AnsRegister ans_register_plan_documents = {
  .id = "plan-documents",
  .table = "plan_document",
  .alias = "pd",
  .title = "Văn bản",
  .label = N_ ("Documents of plans"),
  .singular = N_ ("Document of a plan"),
  .icon = "ans-document-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "title",
  .key_field = "number",
  .order_by = "printf('%06d', coalesce(t.position, 999999))",
  .prepare = prepare,
};

static const char *const print_columns[] = { "role", "number", "date", "issuer", "title", NULL };

const AnsListingInfo ans_listing_plan_documents = {
  .id = "plan-documents",
  .title = "Danh sách văn bản",
  .label = N_ ("Documents of plans"),
  .reg = &ans_register_plan_documents,
  .default_sort = "position",
  .print_columns = print_columns,
  .unit = "văn bản",
};
