/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-members.h"

#include "registry/ans-choices.h"
#include "registry/ans-period-history.h"
#include "registry/ans-relation.h"

GArray *
ans_members_parse (const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (g_strstrip (parts[i]), NULL, 10);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

static gint64
ask (AnsBook *book, const char *sql, gint64 first, gint64 second)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return 0;
  ans_statement_bind_int (select, 1, first);
  if (second != 0)
    ans_statement_bind_int (select, 2, second);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : 0;
}

gboolean
ans_members_contain (AnsBook *book, gint64 household, gint64 person)
{
  return ask (book,
              "SELECT 1 FROM person WHERE household = ?1 AND id = ?2 AND "
              "residence IN " ANS_RESIDENCE_PRESENT,
              household,
              person);
}

guint
ans_members_count (AnsBook *book, gint64 household)
{
  return (guint) ask (book,
                      "SELECT count(*) FROM person WHERE household = ?1 AND "
                      "residence IN " ANS_RESIDENCE_PRESENT,
                      household,
                      0);
}

GArray *
ans_members_list (AnsBook *book, gint64 household, const char *day)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      day == NULL
          ? "SELECT id FROM person WHERE household = ?1 AND residence IN " ANS_RESIDENCE_PRESENT
            " ORDER BY relation = 'CHU_HO' DESC, coalesce(birth, '9999'), id"
          : "SELECT p.id FROM person_home home JOIN person p ON p.id = home.person "
            "JOIN person_residence stay ON stay.person = p.id "
            "WHERE home.household = ?1 AND home.from_date <= ?2 AND "
            "(home.to_date IS NULL OR home.to_date > ?2) AND stay.from_date <= ?2 AND "
            "(stay.to_date IS NULL OR stay.to_date > ?2) AND "
            "stay.residence IN " ANS_RESIDENCE_PRESENT " AND (p.birth IS NULL OR p.birth <= ?2) "
            "ORDER BY home.relation = 'CHU_HO' DESC, coalesce(p.birth, '9999'), p.id",
      NULL);

  if (select == NULL)
    return ids;
  ans_statement_bind_int (select, 1, household);
  if (day != NULL)
    ans_statement_bind_text (select, 2, day);
  while (ans_statement_step (select, NULL))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

gint64
ans_members_get_head (AnsBook *book, gint64 household)
{
  return ask (book, "SELECT head FROM household WHERE id = ?1", household, 0);
}

static char *
ask_text (AnsBook *book, const char *sql, gint64 id)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, id);
  return ans_statement_step (select, NULL) ? g_strdup (ans_statement_text (select, 0)) : NULL;
}

char *
ans_member_get_relation (AnsBook *book, gint64 person)
{
  return ask_text (book, "SELECT relation FROM person WHERE id = ?1", person);
}

const char *
ans_member_relation_to (AnsBook *book, gint64 person, gint64 head, const char *head_relation)
{
  g_autofree char *relation = ans_member_get_relation (book, person);
  g_autofree char *sex = ask_text (book, "SELECT sex FROM person WHERE id = ?1", person);
  g_autofree char *birth = ask_text (book, "SELECT birth FROM person WHERE id = ?1", person);
  g_autofree char *head_birth = ask_text (book, "SELECT birth FROM person WHERE id = ?1", head);

  /* The answer may be the member's own relation, which is freed here. */
  return g_intern_string (ans_relation_to_new_head (relation,
                                                    head_relation,
                                                    g_strcmp0 (sex, ANS_SEX_FEMALE) == 0,
                                                    birth != NULL && head_birth != NULL &&
                                                        strcmp (birth, head_birth) < 0));
}

gboolean
ans_member_move (AnsBook *book, gint64 person, gint64 household, const char *relation,
                 const char *day, GError **error)
{
  static const char *const fields[] = { "household", "relation", "village", NULL };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, household);
  const char *values[] = { id, relation, NULL, NULL };

  return ans_period_change (book,
                            &ans_register_people,
                            ans_register_get_period (&ans_register_people, "person_home"),
                            person,
                            day,
                            fields,
                            values,
                            error);
}

gboolean
ans_member_set_residence (AnsBook *book, gint64 person, const char *residence, const char *day,
                          GError **error)
{
  static const char *const fields[] = { "residence", NULL };
  const char *values[] = { residence, NULL };
  g_autofree char *present =
      ask_text (book, "SELECT residence FROM person WHERE id = ?1", person);

  if (g_strcmp0 (present, residence) == 0)
    return TRUE;
  return ans_period_change (book,
                            &ans_register_people,
                            ans_register_get_period (&ans_register_people, "person_residence"),
                            person,
                            day,
                            fields,
                            values,
                            error);
}

gboolean
ans_members_set_head (AnsBook *book, gint64 household, gint64 head, const char *day,
                      GError **error)
{
  g_autoptr (GArray) members = ans_members_list (book, household, NULL);
  g_autofree char *head_relation = ans_member_get_relation (book, head);

  if (g_strcmp0 (head_relation, ANS_RELATION_HEAD) == 0)
    return TRUE;
  for (guint i = 0; i < members->len; i++)
    {
      gint64 id = g_array_index (members, gint64, i);
      const char *relation = id == head ? ANS_RELATION_HEAD
                                        : ans_member_relation_to (book, id, head, head_relation);

      if (!ans_member_move (book, id, household, relation, day, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ans_members_end_if_empty (AnsBook *book, gint64 household, const char *status, const char *day,
                          GError **error)
{
  static const char *const fields[] = { "status", NULL };
  const char *values[] = { status, NULL };

  if (ans_members_count (book, household) > 0)
    return TRUE;
  return ans_period_change (book,
                            &ans_register_households,
                            ans_register_get_period (&ans_register_households, "household_state"),
                            household,
                            day,
                            fields,
                            values,
                            error);
}
