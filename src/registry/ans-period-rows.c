/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-period-rows.h"

#include <glib/gi18n.h>

#include "text/ans-date.h"

void
ans_period_row_free (AnsPeriodRow *self)
{
  g_free (self->from);
  g_free (self->to);
  g_strfreev (self->values);
  g_free (self);
}

void
ans_stay_free (AnsStay *self)
{
  g_free (self->relation);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

GPtrArray *
ans_period_rows (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period, gint64 owner_id)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_period_row_free);
  g_autoptr (GString) sql = g_string_new ("SELECT id, from_date, to_date");
  g_autoptr (AnsStatement) select = NULL;
  int n = 0;

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->period, period->name) == 0)
      {
        g_string_append_printf (sql, ", %s", field->name);
        n++;
      }
  g_string_append_printf (sql, " FROM %s WHERE %s = ?1 ORDER BY from_date DESC, id DESC",
                          period->name, period->owner);
  select = ans_connection_prepare (ans_book_get_connection (book), sql->str, NULL);
  if (select == NULL)
    return rows;
  ans_statement_bind_int (select, 1, owner_id);
  while (ans_statement_step (select, NULL))
    {
      AnsPeriodRow *row = g_new0 (AnsPeriodRow, 1);

      row->id = ans_statement_int (select, 0);
      row->from = g_strdup (ans_statement_text (select, 1));
      row->to = g_strdup (ans_statement_text (select, 2));
      row->values = g_new0 (char *, n + 1);
      for (int i = 0; i < n; i++)
        {
          const char *value = ans_statement_text (select, i + 3);

          row->values[i] = g_strdup (value != NULL ? value : "");
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

char *
ans_period_row_describe (AnsBook *book,
                         const AnsRegister *reg,
                         const AnsPeriod *period,
                         const AnsPeriodRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int i = 0;

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->period, period->name) == 0)
      {
        const char *value = row->values[i++];
        g_autofree char *display =
            *value != '\0' ? ans_field_display (book, field, value) : g_strdup ("");

        if (*display != '\0')
          g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", display);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_day (const char *iso, int plus)
{
  AnsDate date;

  if (iso == NULL || *iso == '\0' || !ans_date_parse_iso (iso, &date, NULL))
    return NULL;
  return ans_date_format (plus != 0 ? ans_date_add_days (date, plus) : date);
}

char *
ans_period_describe_span (const char *from, const char *to)
{
  g_autofree char *first = format_day (from, 0);
  g_autofree char *last = format_day (to, -1);

  if (first != NULL && last != NULL)
    /* Translators: first and last day of a period */
    return g_strdup_printf (_ ("%s – %s"), first, last);
  if (first != NULL)
    return g_strdup_printf (_ ("since %s"), first);
  if (last != NULL)
    return g_strdup_printf (_ ("until %s"), last);
  return g_strdup ("");
}

GPtrArray *
ans_stays_ended (AnsBook *book, gint64 household, const char *day)
{
  GPtrArray *stays = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_stay_free);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT h.person, h.relation, h.from_date, h.to_date FROM person_home h "
      "WHERE h.household = ?1 AND h.to_date <= ?2 AND NOT EXISTS (SELECT 1 FROM person_home other "
      "WHERE other.person = h.person AND other.household = ?1 AND other.from_date <= ?2 AND "
      "(other.to_date IS NULL OR other.to_date > ?2)) "
      "AND NOT EXISTS (SELECT 1 FROM person_home later WHERE later.person = h.person AND "
      "later.household = ?1 AND later.from_date > h.from_date AND later.to_date <= ?2) "
      "ORDER BY h.to_date DESC, h.person",
      NULL);

  if (select == NULL)
    return stays;
  ans_statement_bind_int (select, 1, household);
  ans_statement_bind_text (select, 2, day);
  while (ans_statement_step (select, NULL))
    {
      AnsStay *stay = g_new0 (AnsStay, 1);

      stay->person = ans_statement_int (select, 0);
      stay->relation = g_strdup (ans_statement_text (select, 1));
      stay->from = g_strdup (ans_statement_text (select, 2));
      stay->to = g_strdup (ans_statement_text (select, 3));
      g_ptr_array_add (stays, stay);
    }
  return stays;
}
