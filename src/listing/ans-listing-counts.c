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
  GPtrArray *sql;      /* text of each condition, with the numbers of its own values */
  GPtrArray *keys;     /* text with the values themselves: what makes two of them the same */
  GPtrArray *values;   /* bound from FIRST_VALUE on */
  GHashTable *choices; /* #AnsListingColumn → GArray of #Choosing */
  guint64 needed[ANS_LISTINGS_SCAN_MAX];
} Conditions;

/* A filter of a column of choices: bit @index is set where it is met. */
typedef struct
{
  char *value;
  guint index;
} Choosing;

static void
choosing_clear (gpointer data)
{
  g_free (((Choosing *) data)->value);
}

static void
conditions_init (Conditions *self)
{
  *self = (Conditions) { 0 };
  self->sql = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->choices = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

static void
conditions_clear (Conditions *self)
{
  g_ptr_array_unref (self->sql);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->values);
  g_hash_table_unref (self->choices);
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
with_values (const char *sql,
             GPtrArray *values,
             char *(*put) (const char *value, gpointer data),
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

/* Whether @value is made of codes of the column, nothing, or anything. */
static gboolean
is_of_choices (const AnsListingColumn *column, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "|", -1);

  if (column->kind != ANS_FIELD_CHOICE || column->field == NULL || column->field->choices == NULL ||
      *value == '\0')
    return FALSE;
  for (const AnsChoice *choice = column->field->choices; choice->code != NULL; choice++)
    if (strchr (choice->code, '\'') != NULL)
      return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_str_equal (parts[i], "..") && ans_field_get_choice (column->field, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Filters of columns of choices become one CASE for each column, which compares a row's code once
 * instead of with each code of each filter; that halves the time. Takes them off @listing. */
static gboolean
take_choices (Conditions *self, guint list, AnsListing *listing)
{
  const AnsListingInfo *info = listing->info;
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (info, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *value = ans_listing_get_filter (listing, columns[i].id);
      g_autofree char *key = NULL;
      guint index;

      if (value == NULL || !is_of_choices (&columns[i], value) ||
          g_strcmp0 (columns[i].id, info->reg->exists_field) == 0)
        continue;
      key = g_strdup_printf ("\001%s=%s", columns[i].id, value);
      if (!g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &index))
        {
          GArray *choosings = g_hash_table_lookup (self->choices, &columns[i]);
          Choosing choosing = { g_strdup (value), self->keys->len };

          index = self->keys->len;
          if (choosings == NULL)
            {
              choosings = g_array_new (FALSE, FALSE, sizeof (Choosing));
              g_array_set_clear_func (choosings, choosing_clear);
              g_hash_table_insert (self->choices, (gpointer) &columns[i], choosings);
            }
          g_array_append_val (choosings, choosing);
          g_ptr_array_add (self->keys, g_steal_pointer (&key));
          g_ptr_array_add (self->sql, NULL);
          if (index >= MAX_CONDITIONS)
            return FALSE;
        }
      self->needed[list] |= G_GUINT64_CONSTANT (1) << index;
      ans_listing_set_filter (listing, columns[i].id, NULL);
    }
  return TRUE;
}

static gboolean
chooses (const Choosing *choosing, const char *code)
{
  g_auto (GStrv) parts = g_strsplit (choosing->value, "|", -1);

  return g_strv_contains ((const char *const *) parts, "..") ||
         (code != NULL && g_strv_contains ((const char *const *) parts, code));
}

/* The bits that a code sets (NULL: a code that the program does not know). */
static guint64
bits_of (const GArray *choosings, const char *code)
{
  guint64 bits = 0;

  for (guint i = 0; i < choosings->len; i++)
    if (chooses (&g_array_index (choosings, Choosing, i), code))
      bits |= G_GUINT64_CONSTANT (1) << g_array_index (choosings, Choosing, i).index;
  return bits;
}

static void
append_choices (Conditions *self, AnsListing *listing, GString *mask)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const AnsListingColumn *column = key;
      const char *sql = ans_listing_sql_column (listing, column);

      g_string_append_printf (mask, "%sCASE %s", mask->len > 0 ? " | " : "", sql);
      for (const AnsChoice *choice = column->field->choices; choice->code != NULL; choice++)
        g_string_append_printf (mask, " WHEN '%s' THEN %" G_GUINT64_FORMAT, choice->code,
                                bits_of (value, choice->code));
      g_string_append_printf (mask, " ELSE iif (%s IS NULL, 0, %" G_GUINT64_FORMAT ") END", sql,
                              bits_of (value, NULL));
    }
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
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

static char *
not_indexed (AnsListingSql *first)
{
  const AnsRegister *reg = first->listing->info->reg;
  g_autofree char *table = g_strdup_printf ("%s %s", reg->table, reg->alias);

  g_return_val_if_fail (g_str_has_prefix (first->from, table), g_strdup (first->from));
  return g_strdup_printf ("%s NOT INDEXED%s", table, first->from + strlen (table));
}

/* What all lists ask of their rows is a condition of the question, for which there may be an index;
 * the rest is told of each row. */
static char *
build_sql (Conditions *conditions, guint n, AnsListingSql *first, const char *column, gboolean some)
{
  const AnsRegister *reg = first->listing->info->reg;
  g_autoptr (GString) mask = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (NULL);
  g_autofree char *from = NULL;
  guint64 common = G_MAXUINT64;

  for (guint i = 0; i < n; i++)
    common &= conditions->needed[i];
  for (guint i = 0; i < conditions->sql->len; i++)
    {
      const char *sql = conditions->sql->pdata[i];

      if (sql == NULL)
        common &= ~(G_GUINT64_CONSTANT (1) << i);
      else if ((common >> i & 1) != 0)
        g_string_append_printf (where, "%s%s", where->len > 0 ? " AND " : "", sql);
      else
        g_string_append_printf (mask, "%s((%s IS TRUE) << %u)", mask->len > 0 ? " | " : "", sql, i);
    }
  append_choices (conditions, first->listing, mask);
  for (guint i = 0; i < n; i++)
    conditions->needed[i] &= ~common;
  if (some)
    g_string_append_printf (where, "%s%s.id IN (SELECT value FROM json_each(?4))",
                            where->len > 0 ? " AND " : "", reg->alias);
  /* In the order of the table, unless one list may have an index of its own. */
  from = n > 1 && !some ? not_indexed (first) : g_strdup (first->from);
  return g_strdup_printf ("SELECT %s.id, %s, %s, %s FROM %s%s%s", reg->alias,
                          first->village != NULL ? first->village : "0",
                          mask->len > 0 ? mask->str : "0", column != NULL ? column : "NULL", from,
                          where->len > 0 ? " WHERE " : "", where->str);
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
      g_autoptr (AnsListing) listing = ans_listing_copy (listings[i]);
      g_autoptr (AnsListingSql) part = NULL;

      g_return_val_if_fail (listings[i]->info == listings[0]->info, FALSE);
      g_return_val_if_fail (g_strcmp0 (listings[i]->as_of, listings[0]->as_of) == 0, FALSE);
      g_return_val_if_fail (listings[i]->search == NULL && listings[i]->village == 0, FALSE);
      g_return_val_if_fail (n == 1 || take_choices (&conditions, i, listing), FALSE);
      part = ans_listing_sql_new (listing);
      g_return_val_if_fail (take_conditions (&conditions, i, part), FALSE);
    }
  if (column != NULL)
    {
      known = ans_listing_info_get_column (listings[0]->info, column);
      g_return_val_if_fail (known != NULL, FALSE);
    }
  first = ans_listing_sql_new (listings[0]);
  sql = build_sql (&conditions, n, first,
                   known != NULL ? ans_listing_sql_column (listings[0], known) : NULL, ids != NULL);
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
        func (ans_statement_int (select, 0), ans_statement_int (select, 1), mask,
              known != NULL ? ans_statement_text (select, 3) : NULL, data);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
