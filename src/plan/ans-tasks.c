/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of tasks of a plan: domain.md §1.3. */
#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

#define S        ANS_SYNONYMS
#define TASK     N_ ("Task")
#define PROGRESS N_ ("Progress")

static const AnsField fields[] = {
  { "plan", "Kế hoạch", N_ ("Plan"), ANS_FIELD_REFERENCE, ANS_FIELD_REQUIRED | ANS_FIELD_FILTER,
    TASK, .target = "plans", .width = 20, .print_width = 40 },
  { "code", "Mã", N_ ("Code"), ANS_FIELD_TEXT, ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, TASK,
    .width = 6, .print_width = 12, .synonyms = S ("mã nhiệm vụ", "số") },
  { "text", "Nội dung nhiệm vụ", N_ ("Text"), ANS_FIELD_LONG_TEXT,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, TASK, .width = 48, .print_width = 90,
    .synonyms = S ("nhiệm vụ", "nội dung") },
  { "area", "Lĩnh vực", N_ ("Policy area"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, TASK,
    .choices = ans_choices_plan_area, .width = 18, .print_width = 34 },
  { "owner", "Chủ trì", N_ ("Owner"), ANS_FIELD_REFERENCE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, TASK, .target = "bodies", .width = 20,
    .print_width = 40, .synonyms = S ("đơn vị chủ trì", "người phụ trách") },
  { "partners", "Phối hợp", N_ ("Partners"), ANS_FIELD_TEXT, ANS_FIELD_DEFAULT_COLUMN, TASK,
    .width = 26, .print_width = 46, .synonyms = S ("đơn vị phối hợp") },
  { "documents", "Văn bản", N_ ("Documents"), ANS_FIELD_TEXT, 0, TASK, .width = 26,
    .print_width = 46 },
  { "indicators", "Chỉ tiêu liên quan", N_ ("Indicators"), ANS_FIELD_TEXT, 0, TASK, .width = 16,
    .print_width = 30 },
  { "position", "Thứ tự", N_ ("Order"), ANS_FIELD_INTEGER, 0, TASK, .width = 6, .print_width = 12 },

  { "start", "Bắt đầu", N_ ("Start"), ANS_FIELD_DATE, 0, PROGRESS, .width = 11, .print_width = 22 },
  { "due", "Hạn hoàn thành", N_ ("Due"), ANS_FIELD_DATE, ANS_FIELD_DEFAULT_COLUMN, PROGRESS,
    .width = 11, .print_width = 24, .synonyms = S ("hạn", "thời hạn") },
  { "status", "Trạng thái", N_ ("Status"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, PROGRESS,
    .choices = ans_choices_task_status, .default_value = ANS_TASK_NOT_STARTED, .width = 14,
    .print_width = 26, .synonyms = S ("tình trạng", "tiến độ") },
  { "done_on", "Hoàn thành ngày", N_ ("Done on"), ANS_FIELD_DATE, 0, PROGRESS, .width = 11,
    .print_width = 24 },
  { "progress_note", "Kết quả, tiến độ", N_ ("Progress"), ANS_FIELD_LONG_TEXT, 0, PROGRESS,
    .width = 30, .print_width = 60 },
  { "issued_text", "Nguyên văn trong kế hoạch", N_ ("Text as issued"), ANS_FIELD_LONG_TEXT,
    ANS_FIELD_HIDDEN, PROGRESS, .width = 40, .print_width = 80 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, PROGRESS, .width = 24,
    .print_width = 40 },
  ANS_PLAN_NAME_FOLD ("text"),
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS task_by_uid ON task (uid)",
  "CREATE INDEX IF NOT EXISTS task_by_plan ON task (plan, position)",
  "CREATE INDEX IF NOT EXISTS task_by_owner ON task (owner)",
  "CREATE INDEX IF NOT EXISTS task_by_due ON task (due)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

static void
prepare (AnsRecord *record)
{
  ans_plan_prepare_fold (record, "text");
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  const char *start = ans_record_get (record, "start");
  const char *due = ans_record_get (record, "due");
  gboolean done = g_strcmp0 (ans_record_get (record, "status"), ANS_TASK_DONE) == 0;

  if (start != NULL && due != NULL && strcmp (due, start) < 0)
    ans_problems_add (
        problems, "due", ANS_PROBLEM_ERROR, _ ("The task is due before it starts."));
  if (ans_record_get (record, "done_on") != NULL && !done)
    ans_problems_add (problems,
                      "status",
                      ANS_PROBLEM_WARNING,
                      _ ("There is a day on which it was done, but the status says that it is not."));
  if (ans_plan_find_other (record,
                           "SELECT id FROM task WHERE id <> ?1 AND plan = CAST(?2 AS INTEGER) AND "
                           "code = ?3",
                           ans_record_get (record, "plan"),
                           ans_record_get (record, "code"),
                           NULL))
    ans_problems_add (problems,
                      "code",
                      ANS_PROBLEM_ERROR,
                      _ ("The plan has a task “%s” already."),
                      ans_record_get (record, "code"));
}

const AnsRegister ans_register_tasks = {
  .id = "tasks",
  .table = "task",
  .alias = "k",
  .title = "Nhiệm vụ",
  .label = N_ ("Tasks"),
  .singular = N_ ("Task"),
  .icon = "ans-task-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "text",
  .key_field = "code",
  .meant = ANS_PLAN_MEANT,
  .order_by = "printf('%06d', coalesce(t.position, 999999)) || t.code",
  .prepare = prepare,
  .check = check,
};

/* A task that is not done when its day has passed is late, whatever was said of it. */
#define LATE(day)                                                                                 \
  "CASE WHEN k.status = '" ANS_TASK_DONE "' THEN k.status WHEN k.due < " day                      \
  " THEN '" ANS_TASK_LATE "' ELSE k.status END"

static const AnsField state_field = { "state", "Tình trạng đến nay", N_ ("State"),
                                      ANS_FIELD_CHOICE, 0, .choices = ans_choices_task_status };

static const AnsListingColumn extra[] = {
  { .id = "state", .title = "Tình trạng đến nay", .label = N_ ("State"),
    .kind = ANS_FIELD_CHOICE, .flags = ANS_FIELD_FILTER, .field = &state_field, .width = 14,
    .print_width = 26, .sql_now = LATE ("date('now', 'localtime')"), .sql_as_of = LATE ("?1") },
  { NULL },
};

static const char *const print_columns[] = { "code", "text",  "owner",         "partners",
                                             "due",  "state", "progress_note", NULL };

const AnsListingInfo ans_listing_tasks = {
  .id = "tasks",
  .title = "Danh sách nhiệm vụ",
  .label = N_ ("Tasks"),
  .reg = &ans_register_tasks,
  .extra = extra,
  .default_sort = "position",
  .print_columns = print_columns,
  .unit = "nhiệm vụ",
};
