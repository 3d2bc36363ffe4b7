/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-listing-counts.h"

#include <string.h>

#include "listing/ans-listing-sql.h"

/* Parameters from this number on are values of one listing. */
#define FIRST_VALUE 5

/* The most different conditions of lists that are scanned at once: bits of one number. */
#define MAX_CONDITIONS 62

/* A list, as the conditions that its rows meet. Lists of one kind share most of them, and some are
 * dear (an age): each is asked once for a row. */
typedef struct
{
  GPtrArray *sql;    /* text of each condition, with the numbers of its own values */
  GPtrArray *keys;   /* text with the values themselves: what makes two of them the same */
  GPtrArray *values; /* bound from FIRST_VALUE on */
  guint64 needed[ANS_LISTINGS_SCAN_MAX];
} Conditions;

static void
conditions_init (Conditions *self)
{
  *self = (Conditions) { 0 };
  self->sql = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
}

static void
conditions_clear (Conditions *self)
{
  g_ptr_array_unref (self->sql);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conditions, conditions_clear)

/* The end of the condition in parentheses that starts at @p. */
static const char *
skip_condition (const char *p)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == '\'')
        quoted = !quoted;
      else if (!quoted && *p == '(')
        depth++;
      else if (!quoted && *p == ')' && --depth == 0)
        return p + 1;
    }
  return p;
}

/* @sql with each value of @values as @put writes it. */
static char *
with_values (const char *sql, GPtrArray *values, char *(*put) (const char *value, gpointer data),
             gpointer data)
{
  GString *text = g_string_new (NULL);

  for (const char *p = sql; *p != '\0';)
    {
      char *end;
      guint64 number;
      g_autofree char *written = NULL;

      if (*p != '?')
        {
          g_string_append_c (text, *p++);
          continue;
        }
      number = g_ascii_strtoull (p + 1, &end, 10);
      if (number < FIRST_VALUE)
        g_string_append_len (text, p, end - p);
      else
        {
          written = put (values->pdata[number - FIRST_VALUE], data);
          g_string_append (text, written);
        }
      p = end;
    }
  return g_string_free_and_steal (text);
}

static char *
put_itself (const char *value, gpointer data)
{
  return g_strdup_printf ("\001%s\001", value);
}

static char *
put_parameter (const char *value, gpointer data)
{
  Conditions *self = data;

  g_ptr_array_add (self->values, g_strdup (value));
  return g_strdup_printf ("?%u", FIRST_VALUE + self->values->len - 1);
}

/* Returns: the number of @condition, made if nobody has asked it; MAX_CONDITIONS if there are too
 * many */
static guint
find_condition (Conditions *self, const char *condition, GPtrArray *values)
{
  g_autofree char *key = with_values (condition, values, put_itself, NULL);
  guint index;

  if (g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &index))
    return index;
  if (self->keys->len == MAX_CONDITIONS)
    return MAX_CONDITIONS;
  g_ptr_array_add (self->keys, g_steal_pointer (&key));
  g_ptr_array_add (self->sql, with_values (condition, values, put_parameter, self));
  return self->keys->len - 1;
}

/* “(A) AND (B) AND …” of one list. */
static gboolean
take_conditions (Conditions *self, guint list, AnsListingSql *part)
{
  const char *p = part->where->str;

  while (*p != '\0')
    {
      const char *end = skip_condition (p);
      g_autofree char *condition = g_strndup (p, (gsize) (end - p));
      guint index = find_condition (self, condition, part->values);

      if (index == MAX_CONDITIONS)
        return FALSE;
      self->needed[list] |= G_GUINT64_CONSTANT (1) << index;
      p = g_str_has_prefix (end, " AND ") ? end + strlen (" AND ") : end;
    }
  return TRUE;
}

static char *
json_of (const GArray *ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (
        json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

/* What all lists ask of their rows is a condition of the question, for which there may be an index;
 * the rest is told of each row. */
static char *
build_sql (Conditions *conditions, guint n, AnsListingSql *first, const char *column,
           gboolean some)
{
  const AnsRegister *reg = first->listing->info->reg;
  g_autoptr (GString) mask = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (NULL);
  guint64 common = G_MAXUINT64;

  for (guint i = 0; i < n; i++)
    common &= conditions->needed[i];
  for (guint i = 0; i < conditions->sql->len; i++)
    {
      const char *sql = conditions->sql->pdata[i];

      if ((common >> i & 1) != 0)
        g_string_append_printf (where, "%s%s", where->len > 0 ? " AND " : "", sql);
      else
        g_string_append_printf (
            mask, "%s((%s IS TRUE) << %u)", mask->len > 0 ? " | " : "", sql, i);
    }
  for (guint i = 0; i < n; i++)
    conditions->needed[i] &= ~common;
  if (some)
    g_string_append_printf (where,
                            "%s%s.id IN (SELECT value FROM json_each(?4))",
                            where->len > 0 ? " AND " : "",
                            reg->alias);
  return g_strdup_printf ("SELECT %s.id, %s, %s, %s FROM %s%s%s",
                          reg->alias,
                          first->village != NULL ? first->village : "0",
                          mask->len > 0 ? mask->str : "0",
                          column != NULL ? column : "NULL",
                          first->from,
                          where->len > 0 ? " WHERE " : "",
                          where->str);
}

/* In which lists a row is that meets the conditions @met. */
static guint32
lists_of (const Conditions *conditions, guint n, guint64 met)
{
  guint32 mask = 0;

  for (guint i = 0; i < n; i++)
    if ((met & conditions->needed[i]) == conditions->needed[i])
      mask |= (guint32) 1 << i;
  return mask;
}

gboolean
ans_listings_scan (AnsListing *const *listings,
                   guint n,
                   const char *column,
                   const GArray *ids,
                   AnsConnection *connection,
                   AnsListingScanFunc func,
                   gpointer data,
                   GError **error)
{
  g_auto (Conditions) conditions = { 0 };
  g_autoptr (AnsListingSql) first = NULL;
  g_autoptr (AnsStatement) select = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *json = ids != NULL ? json_of (ids) : NULL;
  const AnsListingColumn *known = NULL;
  GError *local = NULL;

  g_return_val_if_fail (n > 0 && n <= ANS_LISTINGS_SCAN_MAX, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  conditions_init (&conditions);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsListingSql) part = ans_listing_sql_new (listings[i]);

      g_return_val_if_fail (listings[i]->info == listings[0]->info, FALSE);
      g_return_val_if_fail (g_strcmp0 (listings[i]->as_of, listings[0]->as_of) == 0, FALSE);
      g_return_val_if_fail (listings[i]->search == NULL && listings[i]->village == 0, FALSE);
      g_return_val_if_fail (take_conditions (&conditions, i, part), FALSE);
    }
  if (column != NULL)
    {
      known = ans_listing_info_get_column (listings[0]->info, column);
      g_return_val_if_fail (known != NULL, FALSE);
    }
  first = ans_listing_sql_new (listings[0]);
  sql = build_sql (&conditions,
                   n,
                   first,
                   known != NULL ? ans_listing_sql_column (listings[0], known) : NULL,
                   ids != NULL);
  select = ans_connection_prepare (connection, sql, error);
  if (select == NULL)
    return FALSE;
  ans_statement_bind_text (select, 1, listings[0]->as_of);
  ans_statement_bind_text (select, 4, json);
  for (guint i = 0; i < conditions.values->len; i++)
    ans_statement_bind_text (select, (int) (FIRST_VALUE + i), conditions.values->pdata[i]);
  while (ans_statement_step (select, &local))
    {
      guint32 mask = lists_of (&conditions, n, (guint64) ans_statement_int (select, 2));

      if (mask != 0)
        func (ans_statement_int (select, 0),
              ans_statement_int (select, 1),
              mask,
              known != NULL ? ans_statement_text (select, 3) : NULL,
              data);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
