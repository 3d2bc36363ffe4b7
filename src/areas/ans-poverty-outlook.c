/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision on a round would do. */
#include <string.h>

#include "areas/ans-poverty-recognise.h"
#include "policy/ans-poverty-change.h"

/* Statuses that the decision would leave: those of an earlier decision on the round go. */
#define STAYS                                                                                      \
  "NOT (s.round IS ?1 AND s.assessment IN (SELECT x.id FROM poverty_assessment x WHERE "           \
  "x.round = ?1))"
#define EARLIER "s.household = a.household AND s.from_date < ?2 AND " STAYS
#define EVER(status_)                                                                              \
  "EXISTS (SELECT 1 FROM poverty_status s WHERE " EARLIER " AND s.status = '" status_ "')"

/* For each form its result, and what the household is just before. */
static const char
    forms_sql
        [] = "SELECT coalesce (a.official, a.result), a.official IS NULL, b.status, "
             "b.standard, " EVER (ANS_POVERTY_POOR) ", " EVER (
                 ANS_POVERTY_NEAR_POOR) ", "
                                        "EXISTS (SELECT 1 FROM poverty_status s WHERE s.household "
                                        "= a.household AND s.from_date = ?2 "
                                        "AND " STAYS "), r.standard "
                                        "FROM poverty_assessment a JOIN poverty_round r ON r.id = "
                                        "a.round "
                                        "LEFT JOIN poverty_status b ON b.id = (SELECT s.id FROM "
                                        "poverty_status s WHERE " EARLIER
                                        " ORDER BY s.from_date DESC LIMIT 1) WHERE a.round = ?1";

/* Poor and near-poor households that have no form in the round. */
static const char kept_sql[] =
    "SELECT count (*) FROM poverty_status s WHERE s.to_date IS NULL AND s.status IN "
    "('" ANS_POVERTY_POOR "', '" ANS_POVERTY_NEAR_POOR "') AND NOT EXISTS (SELECT 1 FROM "
    "poverty_assessment a WHERE a.round = ?1 AND a.household = s.household)";

static const char replaced_sql[] =
    "SELECT count (*) FROM poverty_status s WHERE s.round = ?1 AND s.assessment IN "
    "(SELECT x.id FROM poverty_assessment x WHERE x.round = ?1)";

static const char twice_sql[] =
    "SELECT count (*) - count (DISTINCT household) FROM poverty_assessment WHERE round = ?1";

static gboolean
ask (AnsConnection *connection, const char *sql, gint64 round, guint *number, GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, sql, error);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, round);
  if (!ans_statement_step (select, error))
    return FALSE;
  *number = (guint) ans_statement_int (select, 0);
  return TRUE;
}

static void
count_change (AnsPovertyOutlook *self, const char *change)
{
  if (strstr (ANS_POVERTY_SQL_EXITS, change) != NULL)
    self->exits++;
  else if (g_str_equal (change, ANS_POVERTY_FILTER_AGAIN))
    self->relapses++;
  else if (g_str_equal (change, "PHAT_SINH") || g_str_equal (change, "PHAT_SINH_CAN"))
    self->entries++;
}

static void
count_form (AnsPovertyOutlook *self, AnsStatement *form)
{
  const char *result = ans_statement_text (form, 0);
  const AnsPovertyPast past = { ans_statement_text (form, 2), ans_statement_text (form, 3),
                                ans_statement_int (form, 4) != 0,
                                ans_statement_int (form, 5) != 0 };
  AnsPovertyRecognition *counts = &self->counts;
  gboolean is_listed;

  self->forms++;
  if (result == NULL)
    {
      self->undecided++;
      return;
    }
  counts->computed += ans_statement_int (form, 1) != 0 ? 1 : 0;
  is_listed = !g_str_equal (result, ANS_POVERTY_NOT_POOR);
  if (!is_listed && (past.status == NULL || g_str_equal (past.status, ANS_POVERTY_NOT_POOR)))
    {
      counts->refused++;
      return;
    }
  self->taken += ans_statement_int (form, 6) != 0 ? 1 : 0;
  if (!is_listed)
    counts->not_poor++;
  else if (g_str_equal (result, ANS_POVERTY_POOR))
    counts->poor++;
  else
    counts->near_poor++;
  if (!self->is_start)
    count_change (self, ans_poverty_change (&past, result, ans_statement_text (form, 7),
                                            ANS_POVERTY_RECOGNISED));
}

static gboolean
find_start (AnsPovertyOutlook *self,
            AnsConnection *connection,
            gint64 round,
            const char *day,
            GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection, "SELECT standard FROM poverty_round WHERE id = ?1", error);
  const char *standard = NULL;

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, round);
  if (ans_statement_step (select, error))
    standard = ans_statement_text (select, 0);
  self->is_start = standard != NULL && g_strcmp0 (day, ans_poverty_standard_starts (standard)) == 0;
  return TRUE;
}

gboolean
ans_poverty_recognise_outlook (AnsBook *book,
                               AnsConnection *connection,
                               gint64 round,
                               const char *effective_date,
                               AnsPovertyOutlook *outlook,
                               GError **error)
{
  g_autoptr (AnsStatement) select = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book) && effective_date != NULL, FALSE);

  memset (outlook, 0, sizeof *outlook);
  if (!find_start (outlook, connection, round, effective_date, error))
    return FALSE;
  select = ans_connection_prepare (connection, forms_sql, error);
  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, round);
  ans_statement_bind_text (select, 2, effective_date);
  while (ans_statement_step (select, &local))
    count_form (outlook, select);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return ask (connection, kept_sql, round, &outlook->counts.kept, error) &&
         ask (connection, replaced_sql, round, &outlook->counts.replaced, error) &&
         ask (connection, twice_sql, round, &outlook->twice, error);
}
