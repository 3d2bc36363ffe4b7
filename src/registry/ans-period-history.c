/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-period-history.h"

#include <glib/gi18n.h>

#include "registry/ans-record.h"
#include "text/ans-date.h"

/* Fields of @reg that @period keeps. */
static GPtrArray *
period_fields (const AnsRegister *reg, const AnsPeriod *period)
{
  GPtrArray *names = g_ptr_array_new ();

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->period, period->name) == 0)
      g_ptr_array_add (names, (gpointer) field->name);
  return names;
}

static gboolean
run_with_id (AnsBook *book, const char *sql, gint64 id, const char *text, GError **error)
{
  g_autoptr (AnsStatement) statement =
      ans_connection_prepare (ans_book_get_connection (book), sql, error);

  if (statement == NULL)
    return FALSE;
  ans_statement_bind_int (statement, 1, id);
  if (text != NULL)
    ans_statement_bind_text (statement, 2, text);
  return ans_statement_run (statement, error);
}

/* The period that covers @day: its id, start and end; 0 if there is none. */
static gint64
find_covering (AnsBook *book, const AnsPeriod *period, gint64 owner_id, const char *day,
               char **from, char **to)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, from_date, to_date FROM %1$s WHERE %2$s = ?1 AND "
                       "from_date <= ?2 AND (to_date IS NULL OR to_date > ?2) "
                       "ORDER BY from_date DESC LIMIT 1",
                       period->name,
                       period->owner);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  *from = *to = NULL;
  if (select == NULL)
    return 0;
  ans_statement_bind_int (select, 1, owner_id);
  ans_statement_bind_text (select, 2, day);
  if (!ans_statement_step (select, NULL))
    return 0;
  *from = g_strdup (ans_statement_text (select, 1));
  *to = g_strdup (ans_statement_text (select, 2));
  return ans_statement_int (select, 0);
}

/* First day of the next period after @day, or NULL. */
static char *
find_next_start (AnsBook *book, const AnsPeriod *period, gint64 owner_id, const char *day)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT min(from_date) FROM %s WHERE %s = ?1 AND from_date > ?2", period->name, period->owner);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, owner_id);
  ans_statement_bind_text (select, 2, day);
  return ans_statement_step (select, NULL) ? g_strdup (ans_statement_text (select, 0)) : NULL;
}

static gboolean
update_period (AnsBook *book, const AnsPeriod *period, gint64 id, const char *const *fields,
               const char *const *values, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AnsStatement) update = NULL;

  g_string_printf (sql, "UPDATE %s SET ", period->name);
  for (guint i = 0; fields[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? ", " : "", fields[i], i + 2);
  g_string_append (sql, " WHERE id = ?1");
  update = ans_connection_prepare (ans_book_get_connection (book), sql->str, error);
  if (update == NULL)
    return FALSE;
  ans_statement_bind_int (update, 1, id);
  for (guint i = 0; fields[i] != NULL; i++)
    ans_statement_bind_text (update, (int) i + 2, values[i]);
  return ans_statement_run (update, error);
}

/* Inserts [from, to) with @values; fields not named come from the period @like, if any. */
static gboolean
insert_period (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period, gint64 owner_id,
               const char *from, const char *to, gint64 like, const char *const *fields,
               const char *const *values, GError **error)
{
  g_autoptr (GPtrArray) all = period_fields (reg, period);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_autoptr (AnsStatement) insert = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      g_string_append_printf (names, ", %s", (const char *) all->pdata[i]);
      if (g_strv_contains (fields, all->pdata[i]))
        g_string_append_printf (marks, ", ?%u", i + 5);
      else
        g_string_append_printf (marks,
                                ", (SELECT %s FROM %s WHERE id = ?4)",
                                (const char *) all->pdata[i],
                                period->name);
    }
  sql = g_strdup_printf ("INSERT INTO %s (%s, from_date, to_date%s) VALUES (?1, ?2, ?3%s)",
                         period->name,
                         period->owner,
                         names->str,
                         marks->str);
  insert = ans_connection_prepare (ans_book_get_connection (book), sql, error);
  if (insert == NULL)
    return FALSE;
  ans_statement_bind_int (insert, 1, owner_id);
  ans_statement_bind_text (insert, 2, from);
  ans_statement_bind_text (insert, 3, to);
  if (sqlite3_bind_parameter_count (ans_statement_get_handle (insert)) >= 4)
    ans_statement_bind_id (insert, 4, like);
  for (guint i = 0; i < all->len; i++)
    for (guint f = 0; fields[f] != NULL; f++)
      if (g_str_equal (fields[f], all->pdata[i]))
        ans_statement_bind_text (insert, (int) i + 5, values[f]);
  return ans_statement_run (insert, error);
}

static gboolean
is_day (const char *iso, GError **error)
{
  AnsDate date;

  if (*iso == '\0' || (ans_date_parse_iso (iso, &date, NULL) && ans_date_is_full (date)))
    return TRUE;
  g_set_error (error,
               ANS_RECORD_ERROR,
               ANS_RECORD_ERROR_BAD_VALUE,
               _ ("“%s” is not a full date: type day, month and year, such as 05/03/2022."),
               iso);
  return FALSE;
}

gboolean
ans_period_change (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period,
                   gint64 owner_id, const char *from, const char *const *fields,
                   const char *const *values, GError **error)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *sql = NULL;
  gint64 covering;

  if (!is_day (from, error))
    return FALSE;
  covering = find_covering (book, period, owner_id, from, &start, &end);
  if (covering == 0)
    {
      g_autofree char *until = find_next_start (book, period, owner_id, from);

      return insert_period (
          book, reg, period, owner_id, from, until, 0, fields, values, error);
    }
  if (g_str_equal (start, from))
    return update_period (book, period, covering, fields, values, error);

  sql = g_strdup_printf ("UPDATE %s SET to_date = ?2 WHERE id = ?1", period->name);
  return run_with_id (book, sql, covering, from, error) &&
         insert_period (
             book, reg, period, owner_id, from, end, covering, fields, values, error);
}

gboolean
ans_period_begin (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period, gint64 owner_id,
                  const char *from, const char *const *fields, const char *const *values,
                  GError **error)
{
  return insert_period (book, reg, period, owner_id, from, NULL, 0, fields, values, error);
}

static gint64
find_open (AnsBook *book, const AnsPeriod *period, gint64 owner_id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s WHERE %s = ?1 AND to_date IS NULL", period->name, period->owner);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return 0;
  ans_statement_bind_int (select, 1, owner_id);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : 0;
}

gboolean
ans_period_correct (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period,
                    gint64 owner_id, const char *const *fields, const char *const *values,
                    GError **error)
{
  gint64 open = find_open (book, period, owner_id);

  if (open != 0)
    return update_period (book, period, open, fields, values, error);
  else
    {
      /* After the last ended period, or since always. */
      g_autofree char *sql = g_strdup_printf (
          "SELECT coalesce(max(to_date), '') FROM %s WHERE %s = ?1", period->name, period->owner);
      g_autoptr (AnsStatement) last =
          ans_connection_prepare (ans_book_get_connection (book), sql, error);
      g_autofree char *from = NULL;

      if (last == NULL)
        return FALSE;
      ans_statement_bind_int (last, 1, owner_id);
      from = ans_statement_step (last, NULL) ? g_strdup (ans_statement_text (last, 0))
                                             : g_strdup ("");
      return insert_period (
          book, reg, period, owner_id, from, NULL, 0, fields, values, error);
    }
}

gboolean
ans_period_end (AnsBook *book, const AnsPeriod *period, gint64 owner_id, const char *day,
                GError **error)
{
  g_autofree char *remove = g_strdup_printf (
      "DELETE FROM %s WHERE %s = ?1 AND from_date >= ?2", period->name, period->owner);
  g_autofree char *close = g_strdup_printf (
      "UPDATE %s SET to_date = ?2 WHERE %s = ?1 AND (to_date IS NULL OR to_date > ?2)",
      period->name,
      period->owner);

  /* A period that would have no day left never was. */
  return is_day (day, error) && run_with_id (book, remove, owner_id, day, error) &&
         run_with_id (book, close, owner_id, day, error);
}

/* What @sql says of the record ?1. */
static char *
ask_of (AnsBook *book, const char *sql, gint64 owner_id)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, owner_id);
  return ans_statement_step (select, NULL) ? g_strdup (ans_statement_text (select, 0)) : NULL;
}

char *
ans_period_open_start (AnsBook *book, const AnsPeriod *period, gint64 owner_id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT from_date FROM %s WHERE %s = ?1 AND to_date IS NULL", period->name, period->owner);

  return ask_of (book, sql, owner_id);
}

char *
ans_period_last_change (AnsBook *book, const AnsPeriod *period, gint64 owner_id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT nullif (max (max (from_date, coalesce (to_date, ''))), '') FROM %s "
                       "WHERE %s = ?1",
                       period->name,
                       period->owner);

  return ask_of (book, sql, owner_id);
}

gboolean
ans_period_move_start (AnsBook *book, const AnsPeriod *period, gint64 owner_id, const char *day,
                       GError **error)
{
  g_autofree char *start = ans_period_open_start (book, period, owner_id);
  g_autofree char *move = g_strdup_printf (
      "UPDATE %s SET from_date = ?2 WHERE %s = ?1 AND to_date IS NULL", period->name, period->owner);
  g_autofree char *stretch = NULL;
  g_autofree char *remove = NULL;
  g_autofree char *cut = NULL;

  if (!is_day (day, error))
    return FALSE;
  if (start == NULL || g_str_equal (start, day))
    return TRUE;
  if (strcmp (day, start) > 0)
    {
      stretch = g_strdup_printf ("UPDATE %s SET to_date = ?2 WHERE %s = ?1 AND to_date = '%s'",
                                 period->name,
                                 period->owner,
                                 start);
      return run_with_id (book, move, owner_id, day, error) &&
             run_with_id (book, stretch, owner_id, day, error);
    }
  remove = g_strdup_printf (
      "DELETE FROM %s WHERE %s = ?1 AND from_date >= ?2 AND to_date IS NOT NULL",
      period->name,
      period->owner);
  cut = g_strdup_printf ("UPDATE %s SET to_date = ?2 WHERE %s = ?1 AND to_date > ?2",
                         period->name,
                         period->owner);
  return run_with_id (book, remove, owner_id, day, error) &&
         run_with_id (book, cut, owner_id, day, error) &&
         run_with_id (book, move, owner_id, day, error);
}

char *
ans_period_value_on (AnsBook *book, const AnsPeriod *period, gint64 owner_id, const char *field,
                     const char *day)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1 AND from_date <= ?2 AND "
                                          "(to_date IS NULL OR to_date > ?2)",
                                          field,
                                          period->name,
                                          period->owner);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, owner_id);
  ans_statement_bind_text (select, 2, day);
  return ans_statement_step (select, NULL) ? g_strdup (ans_statement_text (select, 0)) : NULL;
}
