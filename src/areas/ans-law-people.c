/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the registers know of a person that the law asks for. */
#include "areas/ans-law-people.h"

#include <glib/gi18n.h>

#include "policy/ans-poverty-terms.h"
#include "registry/ans-choices.h"
#include "registry/ans-record.h"

#define ON(alias) alias ".from_date <= ?1 AND (" alias ".to_date IS NULL OR " alias ".to_date > ?1)"

/* Children of the head who live in the household. */
#define CHILDREN                                                                                   \
  "CASE WHEN home.relation = '" ANS_RELATION_HEAD "' THEN (SELECT group_concat(c.birth, ',') "     \
  "FROM person_home ch JOIN person c ON c.id = ch.person WHERE ch.household = home.household AND " \
  "ch.relation IN ('CON_DE', 'CON_NUOI') AND " ON (                                                \
      "ch") " AND (c.death IS NULL OR c.death > ?1)) END"

#define SELECT(columns)                                                                            \
  "SELECT p.id, p.birth, p.sex, p.death, p.has_pension, p.pension_amount, s.status, "              \
  "home.household "                                                                                \
  "NOT NULL, " columns " FROM person p LEFT JOIN person_home home ON home.person = p.id AND " ON ( \
      "home") " LEFT JOIN poverty_status s ON s.household = home.household AND " ON ("s")

static const char one_sql[] = SELECT (
    CHILDREN ", a.area, a.b1, coalesce(a.d1, 0) + coalesce(a.d2, 0) + coalesce(a.d3, 0) + "
             "coalesce(a.d4, 0) + coalesce(a.d5, 0) + coalesce(a.d6, 0) + coalesce(a.d7, 0) + "
             "coalesce(a.d8, 0) + coalesce(a.d9, 0) + coalesce(a.d10, 0) + coalesce(a.d11, 0) + "
             "coalesce(a.d12, 0)") " LEFT JOIN poverty_assessment a ON a.id = (SELECT x.id FROM "
                                   "poverty_assessment x WHERE x.household = home.household AND "
                                   "x.date <= ?1 ORDER BY x.date DESC, x.round DESC LIMIT 1) "
                                   "WHERE p.id = ?2";

static const char all_sql[] = SELECT (CHILDREN) " WHERE p.residence IN " ANS_RESIDENCE_PRESENT;

/* Whether a list of poor households is kept on the day. */
static gboolean
has_list (AnsConnection *connection, const char *day)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection,
      "SELECT EXISTS (SELECT 1 FROM poverty_status s WHERE s.status = '" ANS_POVERTY_POOR
      "' AND " ON ("s") ")",
      NULL);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_text (select, 1, day);
  return ans_statement_step (select, NULL) && ans_statement_int (select, 0) != 0;
}

static void
set (AnsLawFacts *facts, AnsFact fact, const char *value)
{
  g_autoptr (GError) error = NULL;

  /* A value that the law can't read is one that it doesn't know. */
  if (value != NULL && !ans_law_facts_set (facts, ans_fact_info (fact)->name, value, &error))
    g_debug ("%s", error->message);
}

static void
set_choice (AnsLawFacts *facts, AnsFact fact, const char *code)
{
  static const struct
  {
    AnsFact fact;
    const char *code, *value;
  } values[] = {
    { ANS_FACT_SEX, ANS_SEX_MALE, "nam" },
    { ANS_FACT_SEX, ANS_SEX_FEMALE, "nu" },
    { ANS_FACT_PENSION, "KHONG", "none" },
    { ANS_FACT_PENSION, "LUONG_HUU", "luong_huu" },
    { ANS_FACT_PENSION, "TRO_CAP_BHXH", "bhxh" },
    { ANS_FACT_PENSION, "TUAT", "tuat" },
    { ANS_FACT_HOUSEHOLD, ANS_POVERTY_POOR, "ngheo" },
    { ANS_FACT_HOUSEHOLD, ANS_POVERTY_NEAR_POOR, "can_ngheo" },
    { ANS_FACT_HOUSEHOLD, ANS_POVERTY_NOT_POOR, "khong" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].fact == fact && g_strcmp0 (values[i].code, code) == 0)
      set (facts, fact, values[i].value);
}

static void
read_row (AnsStatement *row, gboolean list, AnsLawFacts *facts)
{
  const char *death = ans_statement_text (row, 3);
  const char *status = ans_statement_text (row, 6);
  AnsDate day;

  *facts = (AnsLawFacts) { 0 };
  set (facts, ANS_FACT_BIRTH, ans_statement_text (row, 1));
  set_choice (facts, ANS_FACT_SEX, ans_statement_text (row, 2));
  if (death != NULL && ans_date_parse_iso (death, &day, NULL))
    {
      g_autofree char *first = ans_date_to_iso (ans_date_first_day (day));

      set (facts, ANS_FACT_DEATH, first);
    }
  set_choice (facts, ANS_FACT_PENSION, ans_statement_text (row, 4));
  set (facts, ANS_FACT_PENSION_AMOUNT, ans_statement_text (row, 5));
  if (status == NULL && list && ans_statement_int (row, 7) != 0)
    status = ANS_POVERTY_NOT_POOR;
  set_choice (facts, ANS_FACT_HOUSEHOLD, status);
  set (facts, ANS_FACT_CHILDREN, ans_statement_text (row, 8));
}

gboolean
ans_law_facts_of_person (
    AnsConnection *connection, gint64 person, const char *day, AnsLawFacts *facts, GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, one_sql, error);
  g_autoptr (GError) problem = NULL;

  if (select == NULL)
    return FALSE;
  ans_statement_bind_text (select, 1, day);
  ans_statement_bind_int (select, 2, person);
  if (!ans_statement_step (select, &problem))
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error_literal (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND,
                             _ ("This person is not in the book."));
      return FALSE;
    }
  read_row (select, has_list (connection, day), facts);
  set (facts, ANS_FACT_AREA, ans_statement_text (select, 9));
  set (facts, ANS_FACT_B1, ans_statement_text (select, 10));
  if (!ans_statement_is_null (select, 9))
    set (facts, ANS_FACT_DEPRIVATIONS, ans_statement_text (select, 11));
  return TRUE;
}

gboolean
ans_law_each_person (AnsConnection *connection,
                     const char *day,
                     AnsLawPersonFunc func,
                     gpointer data,
                     GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, all_sql, error);
  gboolean list = has_list (connection, day);
  g_autoptr (GError) problem = NULL;

  if (select == NULL)
    return FALSE;
  ans_statement_bind_text (select, 1, day);
  while (ans_statement_step (select, &problem))
    {
      AnsLawFacts facts;

      read_row (select, list, &facts);
      if (!func (ans_statement_int (select, 0), &facts, data))
        return TRUE;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
