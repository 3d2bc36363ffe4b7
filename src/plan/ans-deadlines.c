/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of what recurs in the officer's year: domain.md §2.11 and appendix A. */
#include "plan/ans-deadlines.h"

#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

#define WHAT N_ ("What")
#define WHEN N_ ("When")

static const AnsField fields[] = {
  { "title", "Nội dung", N_ ("Title"), ANS_FIELD_TEXT,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, WHAT, .width = 44, .print_width = 90 },
  { "kind", "Loại", N_ ("Kind"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, WHAT,
    .choices = ans_choices_deadline_kind, .default_value = "CONG_VIEC", .width = 16,
    .print_width = 32 },
  { "area", "Lĩnh vực", N_ ("Policy area"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN,
    WHAT, .choices = ans_choices_plan_area, .width = 18, .print_width = 34 },
  { "months", "Đến hạn trong các tháng", N_ ("Due in the months"), ANS_FIELD_CHOICES,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, WHEN, .choices = ans_choices_month, .width = 16,
    .print_width = 40 },
  { "day", "Ngày đến hạn", N_ ("Due on day"), ANS_FIELD_INTEGER,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, WHEN, .width = 6, .print_width = 16 },
  { "from_month", "Bắt đầu từ tháng", N_ ("Starts in month"), ANS_FIELD_INTEGER, 0, WHEN,
    .width = 6, .print_width = 16 },
  { "from_day", "Bắt đầu từ ngày", N_ ("Starts on day"), ANS_FIELD_INTEGER, 0, WHEN, .width = 6,
    .print_width = 16 },
  { "lead", "Nhắc trước (ngày)", N_ ("Remind so many days before"), ANS_FIELD_INTEGER, 0, WHEN,
    .default_value = "7", .width = 6, .print_width = 16 },
  { "active", "Đang dùng", N_ ("Switched on"), ANS_FIELD_BOOLEAN, ANS_FIELD_FILTER, WHEN,
    .default_value = "1", .width = 6, .print_width = 14 },
  { "basis", "Căn cứ", N_ ("Legal basis"), ANS_FIELD_TEXT, 0, WHAT, .width = 30,
    .print_width = 60 },
  { "checked", "Đối chiếu", N_ ("Compared with the text"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER,
    WHAT, .choices = ans_choices_deadline_check, .default_value = "DIA_PHUONG", .width = 20,
    .print_width = 40 },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, WHAT, .width = 24, .print_width = 40 },
  ANS_PLAN_NAME_FOLD ("title"),
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS deadline_by_uid ON deadline (uid)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", NULL };

static void
prepare (AnsRecord *record)
{
  ans_plan_prepare_fold (record, "title");
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  gint64 day = ans_record_get_int (record, "day");
  gint64 from_month = ans_record_get_int (record, "from_month");
  gint64 from_day = ans_record_get_int (record, "from_day");

  if (ans_record_get (record, "day") != NULL && (day < 1 || day > 31))
    ans_problems_add (problems, "day", ANS_PROBLEM_ERROR, _ ("A day is a number from 1 to 31."));
  if (from_day > 31)
    ans_problems_add (
        problems, "from_day", ANS_PROBLEM_ERROR, _ ("A day is a number from 1 to 31."));
  if (from_month > 12)
    ans_problems_add (
        problems, "from_month", ANS_PROBLEM_ERROR, _ ("A month is a number from 1 to 12."));
  if ((from_month == 0) != (from_day == 0))
    ans_problems_add (problems,
                      "from_day",
                      ANS_PROBLEM_ERROR,
                      _ ("A beginning has both a day and a month."));
}

const AnsRegister ans_register_deadlines = {
  .id = "deadlines",
  .table = "deadline",
  .alias = "dl",
  .title = "Lịch công tác",
  .label = N_ ("Deadlines"),
  .singular = N_ ("Deadline"),
  .icon = "ans-calendar-symbolic",
  .fields = fields,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "title",
  .order_by = "t.name_fold",
  .prepare = prepare,
  .check = check,
};

static const char *const print_columns[] = { "title", "kind", "area", "months", "day", "basis",
                                             "note",  NULL };

const AnsListingInfo ans_listing_deadlines = {
  .id = "deadlines",
  .title = "Lịch công tác trong năm",
  .label = N_ ("Deadlines"),
  .reg = &ans_register_deadlines,
  .default_sort = "title",
  .print_columns = print_columns,
  .unit = "việc",
};

void
ans_deadline_free (AnsDeadline *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->kind);
  g_free (self->area);
  g_free (self);
}

/* The 31st of a shorter month is its last day. */
static AnsDate
day_of (int year, int month, int day)
{
  return ans_date_new (year, month, MIN (day, ans_date_days_in_month (year, month)));
}

static void
add_times (GPtrArray *times, AnsStatement *row, AnsDate from, AnsDate to)
{
  g_auto (GStrv) months = g_strsplit (ans_statement_text (row, 4), "|", -1);
  int day = (int) ans_statement_int (row, 5);
  int from_month = (int) ans_statement_int (row, 6), from_day = (int) ans_statement_int (row, 7);

  /* A campaign that starts before the turn of a year ends after it. */
  for (int year = from.year; year <= to.year + 1; year++)
    for (guint i = 0; months[i] != NULL; i++)
      {
        int month = (int) g_ascii_strtoll (months[i], NULL, 10);
        AnsDate due = day_of (year, month, day), starts = due;
        AnsDeadline *time;

        if (from_month > 0)
          {
            starts = day_of (year, from_month, from_day);
            if (ans_date_compare (starts, due) > 0)
              starts = day_of (year - 1, from_month, from_day);
          }
        if (ans_date_compare (due, from) < 0 || ans_date_compare (starts, to) > 0)
          continue;
        time = g_new0 (AnsDeadline, 1);
        time->id = ans_statement_int (row, 0);
        time->title = g_strdup (ans_statement_text (row, 1));
        time->kind = g_strdup (ans_statement_text (row, 2));
        time->area = g_strdup (ans_statement_text (row, 3));
        time->starts = starts;
        time->due = due;
        time->verified = g_strcmp0 (ans_statement_text (row, 8), "DA_DOI_CHIEU") == 0;
        g_ptr_array_add (times, time);
      }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const AnsDeadline *left = *(AnsDeadline *const *) a, *right = *(AnsDeadline *const *) b;
  int order = ans_date_compare (left->due, right->due);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

GPtrArray *
ans_deadlines_between (AnsBook *book, AnsDate from, AnsDate to, GError **error)
{
  g_autoptr (AnsStatement) rows = NULL;
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_deadline_free);
  GError *local = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (ans_date_is_full (from) && ans_date_is_full (to), NULL);

  rows = ans_connection_prepare (ans_book_get_connection (book),
                                 "SELECT id, title, kind, area, months, day, coalesce(from_month, 0), "
                                 "coalesce(from_day, 0), checked FROM deadline WHERE "
                                 "coalesce(active, 1) AND months NOT NULL AND day BETWEEN 1 AND 31",
                                 error);
  if (rows == NULL)
    return NULL;
  while (ans_statement_step (rows, &local))
    add_times (times, rows, from, to);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  g_ptr_array_sort (times, compare_times);
  return g_steal_pointer (&times);
}
