/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-todo.h"

#include "plan/ans-deadlines.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"
#include "text/ans-number.h"

/* How far ahead one looks, in days. */
#define AHEAD       60
#define TASKS_AHEAD 30

/* Ages at which something begins or ends: allowance of children, old age, old age without a
 * pension. */
static const struct
{
  int age;
  const char *why;
} ages[] = {
  { 16, "rà soát chế độ trẻ em" },
  { 60, "người cao tuổi" },
  { 80, "trợ cấp xã hội hằng tháng" },
};

void
ans_todo_free (AnsTodo *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->detail);
  g_clear_object (&self->list);
  g_free (self);
}

static void
add (GPtrArray *todos, AnsTodo *todo)
{
  g_ptr_array_add (todos, todo);
}

static void
add_deadlines (GPtrArray *todos, AnsBook *book, AnsDate today)
{
  g_autoptr (GPtrArray) times =
      ans_deadlines_between (book, today, ans_date_add_days (today, AHEAD), NULL);

  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      const AnsDeadline *time = times->pdata[i];
      AnsTodo *todo = g_new0 (AnsTodo, 1);
      g_autofree char *from = ans_date_format (time->starts);

      todo->starts = time->starts;
      todo->due = time->due;
      todo->title = g_strdup (time->title);
      if (ans_date_compare (time->starts, time->due) != 0)
        todo->detail = g_strdup_printf ("từ %s", from);
      else if (!time->verified)
        todo->detail = g_strdup ("hạn theo quy định của địa phương");
      todo->reg = &ans_register_deadlines;
      todo->id = time->id;
      add (todos, todo);
    }
}

static void
add_tasks (GPtrArray *todos, AnsBook *book, gint64 plan, AnsDate today)
{
  g_autofree char *until = ans_date_to_iso (ans_date_add_days (today, TASKS_AHEAD));
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT id, code, text, due FROM task WHERE plan = ?1 AND due NOT NULL AND due <= ?2 AND "
      "coalesce(status, '') <> ?3 ORDER BY due, position LIMIT 20",
      NULL);

  if (row == NULL)
    return;
  ans_statement_bind_int (row, 1, plan);
  ans_statement_bind_text (row, 2, until);
  ans_statement_bind_text (row, 3, ANS_TASK_DONE);
  while (ans_statement_step (row, NULL))
    {
      AnsTodo *todo = g_new0 (AnsTodo, 1);
      AnsDate due;

      if (!ans_date_parse_iso (ans_statement_text (row, 3), &due, NULL))
        due = today;
      todo->starts = todo->due = ans_date_last_day (due);
      todo->title = g_strdup (ans_statement_text (row, 2));
      todo->detail = g_strdup_printf ("nhiệm vụ %s", ans_statement_text (row, 1));
      todo->reg = &ans_register_tasks;
      todo->id = ans_statement_int (row, 0);
      add (todos, todo);
    }
}

/* Who reaches the age between the two days. */
static AnsListing *
people_of_age (AnsBook *book, int age, AnsDate from, AnsDate to)
{
  AnsListing *people = ans_listing_new (book, ans_listing_info_find ("people"));
  g_autofree char *first = ans_date_to_iso (ans_date_add_years (from, -age));
  g_autofree char *last = ans_date_to_iso (ans_date_add_years (to, -age));
  g_autofree char *range = g_strdup_printf ("%s..%s", first, last);

  ans_listing_set_filter (people, "birth", range);
  return people;
}

/* Of next month as a whole: that is how lists of changes are made. */
static void
add_ages (GPtrArray *todos, AnsBook *book, AnsDate today)
{
  const AnsDate next = ans_date_add_months (ans_date_new (today.year, today.month, 1), 1);
  const AnsDate last = ans_date_last_day (ans_date_new (next.year, next.month, 0));

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autoptr (AnsListing) people = people_of_age (book, ages[i].age, next, last);
      const gint64 n = ans_listing_count (people, ans_book_get_connection (book), NULL);
      g_autofree char *number = NULL;
      AnsTodo *todo;

      if (n <= 0)
        continue;
      number = ans_number_format (n);
      todo = g_new0 (AnsTodo, 1);
      todo->starts = todo->due = next;
      todo->title =
          g_strdup_printf ("%s người đủ %d tuổi trong tháng %d", number, ages[i].age, next.month);
      todo->detail = g_strdup (ages[i].why);
      todo->list = g_steal_pointer (&people);
      add (todos, todo);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AnsTodo *left = *(AnsTodo *const *) a, *right = *(AnsTodo *const *) b;

  return ans_date_compare (left->due, right->due);
}

GPtrArray *
ans_todo_collect (AnsBook *book, gint64 plan, AnsDate today)
{
  GPtrArray *todos = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_todo_free);

  g_return_val_if_fail (ANS_IS_BOOK (book), todos);
  g_return_val_if_fail (ans_date_is_full (today), todos);

  if (plan != 0)
    add_tasks (todos, book, plan, today);
  add_deadlines (todos, book, today);
  add_ages (todos, book, today);
  g_ptr_array_sort (todos, compare);
  return todos;
}

char *
ans_todo_remaining (const AnsTodo *self, AnsDate today)
{
  const int days = ans_date_days_between (today, self->due);

  if (days < 0)
    return g_strdup_printf ("quá %d ngày", -days);
  return days == 0 ? g_strdup ("hôm nay") : g_strdup_printf ("còn %d ngày", days);
}
