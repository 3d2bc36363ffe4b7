/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "areas/ans-poverty-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "policy/ans-poverty-change.h"
#include "registry/ans-choices.h"
#include "text/ans-date.h"

typedef struct
{
  AnsBook *book;
  AnsConnection *connection;
  const char *start, *day;
  const char *opening; /* day of the list that the period opens with */
  GPtrArray *faults;
} Check;

static void
fault_free (gpointer data)
{
  g_free (((AnsPovertyFault *) data)->text);
  g_free (data);
}

static void
take_fault (Check *self, gint64 household, char *text)
{
  AnsPovertyFault *fault = g_new0 (AnsPovertyFault, 1);

  fault->text = text;
  fault->household = household;
  g_ptr_array_add (self->faults, fault);
}

static char *
display_day (const char *iso)
{
  AnsDate date;

  return ans_date_parse_iso (iso, &date, NULL) ? ans_date_format (date) : g_strdup (iso);
}

/* BS-0012 (Nguyễn Văn Ba) */
static char *
name_household (Check *self, gint64 household)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      self->connection,
      "SELECT h.code, c.full_name FROM household h LEFT JOIN person c ON c.id = h.head "
      "WHERE h.id = ?1",
      NULL);
  const char *head;

  if (select == NULL)
    return g_strdup ("");
  ans_statement_bind_int (select, 1, household);
  if (!ans_statement_step (select, NULL))
    return g_strdup ("");
  head = ans_statement_text (select, 1);
  return head != NULL ? g_strdup_printf ("%s (%s)", ans_statement_text (select, 0), head)
                      : g_strdup (ans_statement_text (select, 0));
}

static gboolean
check_tables (Check *self, GError **error)
{
  const AnsAreaTable *const tables[] = { &ans_poverty_table_by_village,
                                         &ans_poverty_table_deprivations };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (AnsAreaTableResult) result = ans_area_table_run (
          tables[i], self->book, self->connection, self->start, self->day, error);
      g_autoptr (GPtrArray) wrong =
          result != NULL ? ans_area_table_check (result, self->connection, error) : NULL;

      if (wrong == NULL)
        return FALSE;
      for (guint j = 0; j < wrong->len; j++)
        take_fault (self, 0, g_strdup (wrong->pdata[j]));
    }
  return TRUE;
}

/* Whether a household came, went or moved within the period, or its status began with a list of
 * the start or with papers from elsewhere. */
static const char explained_sql[] =
    "SELECT EXISTS (SELECT 1 FROM household_state x WHERE x.household = ?1 AND "
    "(x.from_date > ?2 AND x.from_date <= ?3 OR x.to_date > ?2 AND x.to_date <= ?3)) OR "
    "EXISTS (SELECT 1 FROM household_place x WHERE x.household = ?1 AND "
    "(x.from_date > ?2 AND x.from_date <= ?3 OR x.to_date > ?2 AND x.to_date <= ?3)) OR "
    "EXISTS (SELECT 1 FROM poverty_status x WHERE x.household = ?1 AND x.from_date > ?2 AND "
    "x.from_date <= ?3 AND x.change IN ('DAU_KY', 'CHUYEN_DEN'))";

typedef struct
{
  Check *check;
  AnsStatement *explained;
} Explaining;

static gboolean
explain (gint64 id, const char *const *values, gpointer data)
{
  Explaining *self = data;
  gint64 household = values[0] != NULL ? g_ascii_strtoll (values[0], NULL, 10) : 0;
  gboolean is_explained;

  ans_statement_bind_int (self->explained, 1, household);
  ans_statement_bind_text (self->explained, 2, self->check->opening);
  ans_statement_bind_text (self->explained, 3, self->check->day);
  is_explained =
      ans_statement_step (self->explained, NULL) && ans_statement_int (self->explained, 0) != 0;
  ans_statement_reset (self->explained);
  if (!is_explained)
    {
      g_autofree char *name = name_household (self->check, household);

      take_fault (self->check, household,
                  g_strdup_printf (_ ("%s: joins or leaves the list of poor households, and "
                                      "nothing says why. Look at its statuses."),
                                   name));
    }
  return TRUE;
}

static gboolean
check_others (Check *self, GError **error)
{
  static const char *const columns[] = { "household", NULL };
  static const char *const others[] = { "other-in", "other-out" };
  g_autoptr (AnsAreaTableResult) table = ans_area_table_run (
      &ans_poverty_table_by_village, self->book, self->connection, self->start, self->day, error);
  g_autoptr (AnsStatement) explained =
      ans_connection_prepare (self->connection, explained_sql, error);
  Explaining explaining = { self, explained };

  if (table == NULL || explained == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (AnsListing) list =
          ans_area_table_get_list (table, table->rows->len - 1,
                                   (guint) ans_area_table_find_column (table->table, others[i]));
      g_autoptr (AnsListingResult) result = NULL;

      /* Lists of two standards have no other movements. */
      if (list == NULL)
        continue;
      result = ans_listing_run (list, self->connection, 0, error);
      if (result == NULL ||
          !ans_listing_fetch (list, self->connection, (const gint64 *) (gpointer) result->ids->data,
                              result->ids->len, columns, explain, &explaining, error))
        return FALSE;
    }
  return TRUE;
}

/* The history anew, row by row: not the SQL by which the triggers keep it. */
static gboolean
check_history (Check *self, GError **error)
{
  g_autoptr (AnsStatement) rows = ans_connection_prepare (
      self->connection,
      "SELECT household, from_date, to_date, status, standard, basis, previous, change, "
      "lead (from_date) OVER (PARTITION BY household ORDER BY from_date) FROM poverty_status "
      "ORDER BY household, from_date",
      error);
  AnsPovertyPast past = { 0 };
  gint64 of = 0;

  if (rows == NULL)
    return FALSE;
  while (ans_statement_step (rows, NULL))
    {
      gint64 household = ans_statement_int (rows, 0);
      const char *status = g_intern_string (ans_statement_text (rows, 3));
      const char *standard = g_intern_string (ans_statement_text (rows, 4));
      const char *change;

      if (household != of)
        past = (AnsPovertyPast) { 0 };
      of = household;
      change = ans_poverty_change (&past, status, standard, ans_statement_text (rows, 5));
      if (g_strcmp0 (ans_statement_text (rows, 7), change) != 0 ||
          g_strcmp0 (ans_statement_text (rows, 6), past.status) != 0 ||
          g_strcmp0 (ans_statement_text (rows, 2), ans_statement_text (rows, 8)) != 0)
        {
          g_autofree char *name = name_household (self, household);
          g_autofree char *day = display_day (ans_statement_text (rows, 1));

          take_fault (self, household,
                      g_strdup_printf (_ ("%s: the status from %s does not follow the one before "
                                          "it."),
                                       name, day));
        }
      ans_poverty_past_add (&past, status, standard);
    }
  return TRUE;
}

static gboolean
check_standards (Check *self, GError **error)
{
  const char *const days[] = { self->opening, self->day };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      guint n = 0;

      for (const AnsChoice *choice = ans_poverty_standard_choices; choice->code != NULL; choice++)
        {
          g_autoptr (AnsListing) list =
              ans_listing_new (self->book, ans_listing_info_find ("poor-households"));
          gint64 count;

          ans_listing_set_as_of (list, days[i]);
          ans_listing_set_filter (list, "standard", choice->code);
          count = ans_listing_count (list, self->connection, error);
          if (count < 0)
            return FALSE;
          n += count > 0;
        }
      if (n > 1)
        {
          g_autofree char *day = display_day (days[i]);

          take_fault (self, 0,
                      g_strdup_printf (_ ("The list of poor households of %s has households of two "
                                          "standards. Enter the list under the new one."),
                                       day));
        }
    }
  return TRUE;
}

/* Questions whose rows are households, with a sentence about each. ?1 is the first day, ?2 the
 * day. */
static const struct
{
  const char *sql;
  const char *wrong;
} questions[] = {
  { "SELECT a.household FROM poverty_assessment a JOIN poverty_status s ON s.assessment = a.id "
    "WHERE a.official IS NOT s.status",
    /* Translators: %s is a household */
    N_ ("%s: the status is not the official result of its form.") },
  { "SELECT a.household FROM poverty_assessment a JOIN poverty_round r ON r.id = a.round WHERE "
    "r.step = 'CONG_NHAN' AND (a.official IS NULL OR a.official <> 'KHONG' AND NOT EXISTS (SELECT "
    "1 FROM poverty_status s WHERE s.assessment = a.id))",
    N_ ("%s: the round is decided, but its result is missing or was not made a status.") },
  { "SELECT s.household FROM poverty_status s WHERE s.change IN ('THOAT_CAN', 'THOAT_HET', "
    "'PHAT_SINH', 'PHAT_SINH_CAN', 'TAI_NGHEO') AND s.from_date BETWEEN ?1 AND ?2 AND NOT EXISTS "
    "(SELECT 1 FROM household_state x WHERE x.household = s.household AND "
    "x.from_date <= s.from_date AND (x.to_date IS NULL OR x.to_date > s.from_date) AND "
    "x.status = '" ANS_HOUSEHOLD_LIVING "')",
    N_ ("%s: its status changed on a day on which the household did not live here.") },
  /* Only the list of a year is that of its first day. */
  { "SELECT s.household FROM poverty_status s WHERE s.from_date = ?1 AND ?1 LIKE '%-01-01' AND "
    "s.change IN ('THOAT_CAN', 'THOAT_HET', 'PHAT_SINH', 'PHAT_SINH_CAN', 'TAI_NGHEO')",
    N_ ("%s: its change is dated on the first day, whose list has it already. Write the day of "
        "the decision.") },
  { "SELECT s.household FROM poverty_status s WHERE s.status = 'NGHEO' AND s.from_date <= ?2 AND "
    "(s.to_date IS NULL OR s.to_date > ?2) AND EXISTS (SELECT 1 FROM household_state x WHERE "
    "x.household = s.household AND x.from_date <= ?2 AND (x.to_date IS NULL OR x.to_date > ?2) AND "
    "x.status = '" ANS_HOUSEHOLD_LIVING "') AND NOT EXISTS (SELECT 1 FROM person_home m JOIN "
    "person_residence st ON st.person = m.person WHERE m.household = s.household AND "
    "m.from_date <= ?2 AND (m.to_date IS NULL OR m.to_date > ?2) AND st.from_date <= ?2 AND "
    "(st.to_date IS NULL OR st.to_date > ?2) AND st.residence IN " ANS_RESIDENCE_PRESENT ")",
    N_ ("%s: is in the list of poor households, but nobody lives in it.") },
};

static gboolean
check_questions (Check *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (AnsStatement) select =
          ans_connection_prepare (self->connection, questions[i].sql, error);

      if (select == NULL)
        return FALSE;
      ans_statement_bind_text (select, 1, self->start);
      ans_statement_bind_text (select, 2, self->day);
      while (ans_statement_step (select, NULL))
        {
          gint64 household = ans_statement_int (select, 0);
          g_autofree char *name = name_household (self, household);
          g_auto (GStrv) parts = g_strsplit (_ (questions[i].wrong), "%s", 2);

          take_fault (self, household, g_strjoinv (name, parts));
        }
    }
  return TRUE;
}

GPtrArray *
ans_poverty_check (
    AnsBook *book, AnsConnection *connection, const char *start, const char *day, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (fault_free);
  g_autofree char *opening = start != NULL ? ans_area_table_opening_day (start) : NULL;
  Check self = { book, connection, start, day, opening, faults };

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (start != NULL && day != NULL, NULL);

  if (!check_tables (&self, error) || !check_others (&self, error) ||
      !check_history (&self, error) || !check_standards (&self, error) ||
      !check_questions (&self, error))
    return NULL;
  return g_steal_pointer (&faults);
}
