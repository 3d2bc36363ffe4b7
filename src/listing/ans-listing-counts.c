/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-listing-counts.h"

#include <string.h>

#include "listing/ans-listing-sql.h"

/* Parameters from this number on are values of one listing. */
#define FIRST_VALUE 5

/* @sql with the numbers of its values moved on by @shift. */
static char *
renumber (const char *sql, guint shift)
{
  GString *text = g_string_new (NULL);

  for (const char *p = sql; *p != '\0';)
    {
      char *end;
      guint64 number;

      g_string_append_c (text, *p);
      if (*p++ != '?')
        continue;
      number = g_ascii_strtoull (p, &end, 10);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT,
                              number < FIRST_VALUE ? number : number + shift);
      p = end;
    }
  return g_string_free_and_steal (text);
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

/* One list alone is asked by its own condition, for which there may be an index; of several every
 * row is looked at once. */
static char *
build_sql (GPtrArray *parts, const char *column, gboolean some)
{
  AnsListingSql *first = parts->pdata[0];
  const AnsRegister *reg = first->listing->info->reg;
  g_autoptr (GString) mask = g_string_new (NULL);
  g_autofree char *alone = NULL;
  GString *sql = g_string_new (NULL);
  guint shift = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      AnsListingSql *part = parts->pdata[i];
      g_autofree char *condition = renumber (part->where->len > 0 ? part->where->str : "1", shift);

      shift += part->values->len;
      g_string_append_printf (mask, "%s(((%s) IS TRUE) << %u)", i > 0 ? " | " : "", condition, i);
      if (parts->len == 1)
        alone = g_steal_pointer (&condition);
    }
  g_string_append_printf (sql, "SELECT %s.id, %s, %s, %s FROM %s", reg->alias,
                          first->village != NULL ? first->village : "0",
                          alone != NULL ? "1" : mask->str, column != NULL ? column : "NULL",
                          first->from);
  if (alone != NULL)
    g_string_append_printf (sql, " WHERE (%s)", alone);
  if (some)
    g_string_append_printf (sql, " %s %s.id IN (SELECT value FROM json_each(?4))",
                            alone != NULL ? "AND" : "WHERE", reg->alias);
  return g_string_free_and_steal (sql);
}

static void
bind (AnsStatement *select, GPtrArray *parts, const char *ids_json)
{
  AnsListingSql *first = parts->pdata[0];
  int index = FIRST_VALUE;

  ans_statement_bind_text (select, 1, first->listing->as_of);
  ans_statement_bind_text (select, 4, ids_json);
  for (guint i = 0; i < parts->len; i++)
    {
      AnsListingSql *part = parts->pdata[i];

      for (guint j = 0; j < part->values->len; j++)
        ans_statement_bind_text (select, index++, part->values->pdata[j]);
    }
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
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ans_listing_sql_free);
  g_autoptr (AnsStatement) select = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *json = ids != NULL ? json_of (ids) : NULL;
  const AnsListingColumn *known = NULL;
  GError *local = NULL;

  g_return_val_if_fail (n > 0 && n <= ANS_LISTINGS_SCAN_MAX, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  for (guint i = 0; i < n; i++)
    {
      g_return_val_if_fail (listings[i]->info == listings[0]->info, FALSE);
      g_return_val_if_fail (g_strcmp0 (listings[i]->as_of, listings[0]->as_of) == 0, FALSE);
      g_return_val_if_fail (listings[i]->search == NULL && listings[i]->village == 0, FALSE);
      g_ptr_array_add (parts, ans_listing_sql_new (listings[i]));
    }
  if (column != NULL)
    {
      known = ans_listing_info_get_column (listings[0]->info, column);
      g_return_val_if_fail (known != NULL, FALSE);
    }
  sql = build_sql (parts, known != NULL ? ans_listing_sql_column (listings[0], known) : NULL,
                   ids != NULL);
  select = ans_connection_prepare (connection, sql, error);
  if (select == NULL)
    return FALSE;
  bind (select, parts, json);
  while (ans_statement_step (select, &local))
    {
      guint32 mask = (guint32) ans_statement_int (select, 2);

      if (mask != 0)
        func (ans_statement_int (select, 0), ans_statement_int (select, 1), mask,
              known != NULL ? ans_statement_text (select, 3) : NULL, data);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
