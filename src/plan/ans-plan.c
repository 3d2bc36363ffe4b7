/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-plan.h"

#include "plan/ans-plan-registers.h"
#include "text/ans-date.h"
#include "text/ans-fold.h"

static const struct
{
  const AnsRegister *reg;
  const AnsListingInfo *listing;
} known[] = {
  /* Referenced registers before those that name them. */
  { &ans_register_bodies, &ans_listing_bodies },
  { &ans_register_plans, &ans_listing_plans },
  { &ans_register_indicators, &ans_listing_indicators },
  { &ans_register_tasks, &ans_listing_tasks },
  { &ans_register_allocations, &ans_listing_allocations },
  { &ans_register_indicator_values, &ans_listing_indicator_values },
  { &ans_register_plan_documents, &ans_listing_plan_documents },
  { &ans_register_deadlines, &ans_listing_deadlines },
};

void
ans_plan_init (void)
{
  ans_areas_init ();
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (ans_register_find (known[i].reg->id) == NULL)
        ans_registers_add (known[i].reg);
      if (ans_listing_info_find (known[i].listing->id) == NULL)
        ans_listing_infos_add (known[i].listing);
    }
}

void
ans_plan_prepare_fold (AnsRecord *record, const char *field)
{
  const AnsRegister *reg = ans_record_get_register (record);
  const char *text = ans_record_get (record, field);
  g_autofree char *fold = ans_fold (text != NULL ? text : "");

  ans_record_set (record, reg->search_columns[0], fold);
}

gboolean
ans_plan_find_other (
    AnsRecord *record, const char *sql, const char *first, const char *second, const char *third)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (ans_record_get_book (record)), sql, NULL);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, ans_record_get_id (record));
  ans_statement_bind_text (select, 2, first);
  ans_statement_bind_text (select, 3, second);
  ans_statement_bind_text (select, 4, third);
  return ans_statement_step (select, NULL);
}

static gint64
find_plan (AnsBook *book, const char *sql, const char *day, gint64 year)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return 0;
  if (day != NULL)
    ans_statement_bind_text (select, 1, day);
  else
    ans_statement_bind_int (select, 1, year);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : 0;
}

gint64
ans_plan_find_year (AnsBook *book, int year)
{
  g_return_val_if_fail (ANS_IS_BOOK (book), 0);

  return find_plan (book, "SELECT id FROM plan WHERE year = ?1 ORDER BY id LIMIT 1", NULL, year);
}

gint64
ans_plan_find_current (AnsBook *book, const char *day)
{
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  g_return_val_if_fail (ANS_IS_BOOK (book), 0);

  return find_plan (book,
                    "SELECT id FROM plan ORDER BY (starts <= ?1 AND ends >= ?1) DESC, "
                    "(starts <= ?1) DESC, CASE WHEN starts <= ?1 THEN -year ELSE year END, id "
                    "LIMIT 1",
                    day != NULL ? day : today, 0);
}
