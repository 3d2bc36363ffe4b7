/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the book: ids, counts, rows, order. */
#include "listing/ans-listing-quick.h"
#include "listing/ans-listing-sql.h"

/* A search with at most so many matches is answered from their set; with more, names are walked in
 * order until a page is full, since matches are then dense. */
#define FEW_MATCHES 3000

static char *
match_condition (AnsListingSql *parts)
{
  const AnsRegister *reg = parts->listing->info->reg;
  g_autofree char *own = NULL;

  if (reg->search_columns == NULL)
    return g_strdup (reg->search_also);
  own = g_strdup_printf (
      "%1$s.id IN (SELECT rowid FROM %2$s_search WHERE %2$s_search MATCH ?3)",
      reg->alias,
      reg->table);

  if (reg->search_also == NULL)
    return g_steal_pointer (&own);
  return g_strdup_printf ("(%s OR %s)", own, reg->search_also);
}

static gboolean
append_ids (AnsListingSql *parts, AnsConnection *connection, const char *sql, gint64 village,
            const char *ids_json, GArray *ids, GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, sql, error);
  GError *local = NULL;

  if (select == NULL)
    return FALSE;
  ans_listing_sql_bind (parts, select, village, ids_json);
  while (ans_statement_step (select, &local))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* The ids that the full-text index finds, as JSON; NULL if there are many. */
static char *
find_few (AnsListingSql *parts, AnsConnection *connection)
{
  const AnsRegister *reg = parts->listing->info->reg;
  g_autofree char *sql = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) json = NULL;

  if (reg->search_also != NULL)
    return NULL;
  sql = g_strdup_printf ("SELECT rowid FROM %1$s_search WHERE %1$s_search MATCH ?3 LIMIT %2$d",
                         reg->table,
                         FEW_MATCHES + 1);
  if (!append_ids (parts, connection, sql, 0, NULL, ids, NULL) || ids->len > FEW_MATCHES)
    return NULL;
  json = g_string_new ("[");
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (
        json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

/* The best rank that any row has. */
static AnsSearchRank
best_rank (AnsListingSql *parts, AnsConnection *connection)
{
  const char *table = parts->listing->info->reg->table;
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM %1$s_search WHERE %1$s_search MATCH ?1 LIMIT 1", table);
  g_autoptr (AnsStatement) select = NULL;

  if (parts->search->has_marks)
    return ANS_SEARCH_RANK_EXACT;
  select = ans_connection_prepare (connection, sql, NULL);
  if (select == NULL)
    return ANS_SEARCH_RANK_NAME;
  ans_statement_bind_text (select, 1, parts->search->name_match);
  return ans_statement_step (select, NULL) ? ANS_SEARCH_RANK_NAME : ANS_SEARCH_RANK_OTHER;
}

/* Walks the rows in order until there is a page of the best rank. */
static gboolean
walk (AnsListingSql *parts, AnsConnection *connection, guint limit, GArray *ids, GError **error)
{
  AnsSearchRank best = best_rank (parts, connection);
  g_auto (AnsListingRanks) ranks = { NULL };
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AnsStatement) select = NULL;
  GError *local = NULL;

  g_string_printf (sql, "SELECT %s.id, %s FROM %s", parts->listing->info->reg->alias,
                   parts->rank, parts->from);
  ans_listing_sql_append_where (parts, sql, NULL);
  g_string_append_printf (sql, " ORDER BY %s", parts->order);
  select = ans_connection_prepare (connection, sql->str, error);
  if (select == NULL)
    return FALSE;
  ans_listing_sql_bind (parts, select, parts->listing->village, NULL);

  ans_listing_ranks_init (&ranks);
  while (ranks.ids[best]->len < limit && ans_statement_step (select, &local))
    {
      gint64 id = ans_statement_int (select, 0);

      if (!ans_statement_is_null (select, 1))
        g_array_append_val (ranks.ids[ans_statement_int (select, 1)], id);
    }
  ans_listing_ranks_append_to (&ranks, ids, limit);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
run_search (AnsListingSql *parts, AnsConnection *connection, guint limit,
            AnsListingResult *result, GError **error)
{
  g_autofree char *few = find_few (parts, connection);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *match = NULL;

  if (few == NULL && limit > 0 && parts->rank != NULL)
    return walk (parts, connection, limit, result->ids, error);

  match = few != NULL ? g_strdup_printf ("%s.id IN (SELECT value FROM json_each(?4))",
                                         parts->listing->info->reg->alias)
                      : match_condition (parts);
  g_string_printf (sql, "SELECT %s.id FROM %s", parts->listing->info->reg->alias, parts->from);
  ans_listing_sql_append_where (parts, sql, match);
  g_string_append_printf (sql,
                          " ORDER BY %s%s%s",
                          parts->rank != NULL ? parts->rank : "",
                          parts->rank != NULL ? ", " : "",
                          parts->order);
  if (limit > 0)
    g_string_append_printf (sql, " LIMIT %u", limit);
  return append_ids (
      parts, connection, sql->str, parts->listing->village, few, result->ids, error);
}

static gboolean
run_plain (AnsListingSql *parts, AnsConnection *connection, guint limit,
           AnsListingResult *result, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT %s.id FROM %s", parts->listing->info->reg->alias, parts->from);
  ans_listing_sql_append_where (parts, sql, NULL);
  g_string_append_printf (sql, " ORDER BY %s", parts->order);
  if (limit > 0)
    g_string_append_printf (sql, " LIMIT %u", limit);
  return append_ids (
      parts, connection, sql->str, parts->listing->village, NULL, result->ids, error);
}

static void
village_clear (gpointer data)
{
  g_free (((AnsListingVillage *) data)->name);
}

GArray *
ans_listing_list_villages (AnsConnection *connection)
{
  GArray *villages = g_array_new (FALSE, FALSE, sizeof (AnsListingVillage));
  g_autofree char *sql =
      g_strdup_printf ("SELECT t.id, t.name FROM village t ORDER BY %s, t.id",
                       ans_register_villages.order_by);
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, sql, NULL);
  AnsListingVillage none = { 0, NULL };

  g_array_set_clear_func (villages, village_clear);
  while (select != NULL && ans_statement_step (select, NULL))
    {
      AnsListingVillage village = { ans_statement_int (select, 0),
                          g_strdup (ans_statement_text (select, 1)) };

      g_array_append_val (villages, village);
    }
  none.name = g_strdup ("Chưa rõ thôn");
  g_array_append_val (villages, none);
  return villages;
}

/* The village of a row comes through others, so that no index has it: one question for all. */
static gboolean
run_grouped_at_once (AnsListingSql *parts, AnsConnection *connection, guint limit,
                     AnsListingResult *result, GError **error)
{
  AnsListing *listing = parts->listing;
  const AnsListingColumn *village = ans_listing_info_get_column (listing->info, "village");
  g_autofree char *match = parts->search != NULL ? match_condition (parts) : NULL;
  g_autoptr (GArray) villages = ans_listing_list_villages (connection);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AnsStatement) select = NULL;
  AnsListingGroup *group = NULL;
  GError *local = NULL;

  g_string_printf (sql,
                   "SELECT %s.id, coalesce(%s, 0) FROM %s",
                   listing->info->reg->alias,
                   parts->village,
                   parts->from);
  ans_listing_sql_append_where (parts, sql, match);
  g_string_append_printf (sql,
                          " ORDER BY %s IS NULL, %s, %s%s%s",
                          parts->village,
                          ans_listing_sql_sort (listing, village),
                          parts->rank != NULL ? parts->rank : "",
                          parts->rank != NULL ? ", " : "",
                          parts->order);
  if (limit > 0)
    g_string_append_printf (sql, " LIMIT %u", limit);
  select = ans_connection_prepare (connection, sql->str, error);
  if (select == NULL)
    return FALSE;
  ans_listing_sql_bind (parts, select, listing->village, NULL);
  while (ans_statement_step (select, &local))
    {
      gint64 id = ans_statement_int (select, 0), of = ans_statement_int (select, 1);

      if (group == NULL || group->village != of)
        {
          const char *name = "";

          for (guint i = 0; i < villages->len; i++)
            if (g_array_index (villages, AnsListingVillage, i).id == of)
              name = g_array_index (villages, AnsListingVillage, i).name;
          group = ans_listing_result_add_group (result, of, name);
        }
      g_array_append_val (result->ids, id);
      group->count++;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* One question for each village: its index gives the rows in order, so a first page is quick. */
static gboolean
run_grouped (AnsListingSql *parts, AnsConnection *connection, guint limit,
             AnsListingResult *result, GError **error)
{
  g_autoptr (GArray) villages = ans_listing_list_villages (connection);
  g_autofree char *match = parts->search != NULL ? match_condition (parts) : NULL;

  for (guint i = 0; i < villages->len; i++)
    {
      const AnsListingVillage *village = &g_array_index (villages, AnsListingVillage, i);
      g_autoptr (GString) sql = g_string_new (NULL);
      g_autofree char *condition = g_strdup_printf ("%s %s%s%s",
                                                    parts->village,
                                                    village->id != 0 ? "= ?2" : "IS NULL",
                                                    match != NULL ? " AND " : "",
                                                    match != NULL ? match : "");
      guint start = result->ids->len;

      if (parts->listing->village != 0 && parts->listing->village != village->id)
        continue;
      g_string_printf (
          sql, "SELECT %s.id FROM %s", parts->listing->info->reg->alias, parts->from);
      ans_listing_sql_append_where (parts, sql, condition);
      g_string_append_printf (sql,
                              " ORDER BY %s%s%s",
                              parts->rank != NULL ? parts->rank : "",
                              parts->rank != NULL ? ", " : "",
                              parts->order);
      if (limit > 0)
        g_string_append_printf (sql, " LIMIT %u", limit - start);
      if (!append_ids (parts, connection, sql->str, village->id, NULL, result->ids, error))
        return FALSE;
      if (result->ids->len > start)
        {
          AnsListingGroup *group =
              ans_listing_result_add_group (result, village->id, village->name);

          group->start = start;
          group->count = result->ids->len - start;
        }
      if (limit > 0 && result->ids->len >= limit)
        break;
    }
  return TRUE;
}

static gboolean
run (AnsListingSql *parts, AnsConnection *connection, guint limit, AnsListingResult *result,
     GError **error)
{
  gboolean handled;

  if (!ans_search_add_function (connection, error) ||
      !ans_listing_run_quick (parts, connection, limit, result, &handled, error))
    return FALSE;
  if (handled)
    return TRUE;
  if (parts->listing->grouped)
    return ans_register_get_field (parts->listing->info->reg, "village") != NULL
               ? run_grouped (parts, connection, limit, result, error)
               : run_grouped_at_once (parts, connection, limit, result, error);
  return parts->search != NULL ? run_search (parts, connection, limit, result, error)
                               : run_plain (parts, connection, limit, result, error);
}

AnsListingResult *
ans_listing_run (AnsListing *self, AnsConnection *connection, guint limit, GError **error)
{
  g_autoptr (AnsListingSql) parts = NULL;
  g_autoptr (AnsListingResult) result = ans_listing_result_new ();
  GError *local = NULL;

  g_return_val_if_fail (ANS_IS_LISTING (self), NULL);
  g_return_val_if_fail (connection != NULL, NULL);

  parts = ans_listing_sql_new (self);
  /* Something was typed, but no word: “…” finds nothing. */
  if (self->search != NULL && parts->search == NULL)
    return g_steal_pointer (&result);
  if (!run (parts, connection, limit, result, &local))
    {
      if (!ans_connection_is_late (connection))
        {
          g_propagate_error (error, local);
          return NULL;
        }
      g_error_free (local);
    }
  result->complete =
      !ans_connection_is_late (connection) && (limit == 0 || result->ids->len < limit);
  return g_steal_pointer (&result);
}

/* What is counted. Joins of which nothing is asked are left out by SQLite, but not from a question
 * that counts: then the rows are asked for within it, and LIMIT keeps the two questions apart. */
static char *
count_sql (AnsListing *self, AnsListingSql *parts, const char *key)
{
  g_autofree char *match = parts->search != NULL ? match_condition (parts) : NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  gboolean joins = self->info->join_now != NULL || self->info->join_as_of != NULL;

  g_string_printf (rows, "FROM %s", parts->from);
  ans_listing_sql_append_where (parts, rows, match);
  if (!joins && key == NULL)
    return g_strdup_printf ("SELECT count(*) %s", rows->str);
  if (!joins)
    return g_strdup_printf ("SELECT coalesce(%s, 0), count(*) %s GROUP BY 1", key, rows->str);
  if (key == NULL)
    return g_strdup_printf (
        "SELECT count(*) FROM (SELECT %s.id %s LIMIT -1)", self->info->reg->alias, rows->str);
  return g_strdup_printf (
      "SELECT k, count(*) FROM (SELECT coalesce(%s, 0) AS k %s LIMIT -1) GROUP BY 1",
      key,
      rows->str);
}

gint64
ans_listing_count (AnsListing *self, AnsConnection *connection, GError **error)
{
  g_autoptr (AnsListingSql) parts = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (AnsStatement) count = NULL;

  g_return_val_if_fail (ANS_IS_LISTING (self), -1);

  parts = ans_listing_sql_new (self);
  if (self->search != NULL && parts->search == NULL)
    return 0;
  sql = count_sql (self, parts, NULL);
  count = ans_connection_prepare (connection, sql, error);
  if (count == NULL)
    return -1;
  ans_listing_sql_bind (parts, count, self->village, NULL);
  return ans_statement_step (count, error) ? ans_statement_int (count, 0) : -1;
}

GHashTable *
ans_listing_count_by_village (AnsListing *self, AnsConnection *connection, GError **error)
{
  g_autoptr (AnsListingSql) parts = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (AnsStatement) select = NULL;
  GError *local = NULL;

  g_return_val_if_fail (ANS_IS_LISTING (self), NULL);

  parts = ans_listing_sql_new (self);
  if (parts->village == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (self->search != NULL && parts->search == NULL)
    return g_steal_pointer (&counts);
  sql = count_sql (self, parts, parts->village);
  select = ans_connection_prepare (connection, sql, error);
  if (select == NULL)
    return NULL;
  ans_listing_sql_bind (parts, select, self->village, NULL);
  while (ans_statement_step (select, &local))
    {
      gint64 village = ans_statement_int (select, 0), count = ans_statement_int (select, 1);

      g_hash_table_insert (counts,
                           g_memdup2 (&village, sizeof village),
                           g_memdup2 (&count, sizeof count));
    }
  if (local == NULL)
    return g_steal_pointer (&counts);
  g_propagate_error (error, local);
  return NULL;
}

/* Rows asked of the database at a time. */
#define FETCH_ROWS 256

static gboolean
fetch_some (AnsListing *self, AnsStatement *select, AnsListingSql *parts, const gint64 *ids,
            guint n_ids, AnsListingRowFunc func, gpointer data, gboolean *go_on, GError **error)
{
  int n_columns = ans_statement_n_columns (select) - 1;
  g_autofree const char **values = g_new0 (const char *, (gsize) n_columns + 1);
  g_autoptr (GString) json = g_string_new ("[");
  GError *local = NULL;

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');

  ans_listing_sql_bind (parts, select, self->village, json->str);
  while (*go_on && ans_statement_step (select, &local))
    {
      for (int i = 0; i < n_columns; i++)
        values[i] = ans_statement_text (select, i + 1);
      *go_on = func (ans_statement_int (select, 0), values, data);
    }
  ans_statement_reset (select);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

gboolean
ans_listing_fetch (AnsListing *self, AnsConnection *connection, const gint64 *ids, guint n_ids,
                   const char *const *columns, AnsListingRowFunc func, gpointer data,
                   GError **error)
{
  g_autoptr (AnsListingSql) parts = NULL;
  g_autoptr (GString) sql = NULL;
  g_autoptr (AnsStatement) select = NULL;
  const AnsRegister *reg;
  gboolean go_on = TRUE;
  guint n_all;
  const AnsListingColumn *all;

  g_return_val_if_fail (ANS_IS_LISTING (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  reg = self->info->reg;
  parts = ans_listing_sql_new (self);
  all = ans_listing_info_get_columns (self->info, &n_all);
  sql = g_string_new (NULL);
  g_string_printf (sql, "SELECT %s.id", reg->alias);
  if (columns == NULL)
    for (guint i = 0; i < n_all; i++)
      g_string_append_printf (sql, ", %s", ans_listing_sql_column (self, &all[i]));
  else
    for (guint i = 0; columns[i] != NULL; i++)
      {
        const AnsListingColumn *column = ans_listing_info_get_column (self->info, columns[i]);

        g_return_val_if_fail (column != NULL, FALSE);
        g_string_append_printf (sql, ", %s", ans_listing_sql_column (self, column));
      }
  /* CROSS JOIN: the ids in their order outside, each row found by its key. */
  g_string_append_printf (sql,
                          " FROM json_each(?4) ids CROSS JOIN %s WHERE %s.id = ids.value "
                          "ORDER BY ids.key",
                          parts->from,
                          reg->alias);
  select = ans_connection_prepare (connection, sql->str, error);
  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < n_ids && go_on; i += FETCH_ROWS)
    if (!fetch_some (self,
                     select,
                     parts,
                     ids + i,
                     MIN (FETCH_ROWS, n_ids - i),
                     func,
                     data,
                     &go_on,
                     error))
      return FALSE;
  return TRUE;
}

gboolean
ans_listing_contains (AnsListing *self, AnsConnection *connection, gint64 id)
{
  g_autoptr (AnsListingSql) parts = ans_listing_sql_new (self);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *match = NULL;
  g_autofree char *condition = NULL;
  g_autoptr (AnsStatement) select = NULL;

  if (self->search != NULL && parts->search == NULL)
    return FALSE;
  if (!ans_search_add_function (connection, NULL))
    return FALSE;
  g_string_printf (sql, "SELECT 1 FROM %s", parts->from);
  /* One row is better read than looked for among all that are found. */
  if (parts->rank_call != NULL)
    match = g_strconcat (parts->rank_call, " IS NOT NULL", NULL);
  else if (parts->search != NULL)
    match = match_condition (parts);
  condition = g_strdup_printf ("%s.id = CAST(?4 AS INTEGER)%s%s",
                               self->info->reg->alias,
                               match != NULL ? " AND " : "",
                               match != NULL ? match : "");
  ans_listing_sql_append_where (parts, sql, condition);
  select = ans_connection_prepare (connection, sql->str, NULL);
  if (select == NULL)
    return FALSE;
  {
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

    ans_listing_sql_bind (parts, select, self->village, text);
  }
  return ans_statement_step (select, NULL);
}

/* Which of two SQLite values sorts first: NULL, then numbers, then text byte by byte. */
static int
compare_values (sqlite3_value *a, sqlite3_value *b)
{
  int type_a = sqlite3_value_type (a), type_b = sqlite3_value_type (b);

  if (type_a == SQLITE_NULL || type_b == SQLITE_NULL)
    return (type_a != SQLITE_NULL) - (type_b != SQLITE_NULL);
  if (type_a == SQLITE_INTEGER && type_b == SQLITE_INTEGER)
    {
      sqlite3_int64 left = sqlite3_value_int64 (a), right = sqlite3_value_int64 (b);

      return (left > right) - (left < right);
    }
  if (type_a == SQLITE_INTEGER || type_b == SQLITE_INTEGER)
    return type_a == SQLITE_INTEGER ? -1 : 1;
  return strcmp ((const char *) sqlite3_value_text (a), (const char *) sqlite3_value_text (b));
}

int
ans_listing_compare (AnsListing *self, AnsConnection *connection, gint64 a, gint64 b)
{
  g_autoptr (AnsListingSql) parts = ans_listing_sql_new (self);
  const AnsListingColumn *fallback =
      ans_listing_info_get_column (self->info, self->info->default_sort);
  const AnsListingColumn *village = ans_listing_info_get_column (self->info, "village");
  g_autofree char *sql = NULL;
  g_autofree char *json = g_strdup_printf ("[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", a, b);
  g_autoptr (AnsStatement) select = NULL;
  sqlite3_value *first[4] = { NULL };
  int order = 0;

  sql = g_strdup_printf (
      "SELECT %s, %s, %s, %s FROM json_each(?4) ids CROSS JOIN %s WHERE %s.id = ids.value "
      "ORDER BY ids.key",
      self->grouped && village != NULL ? ans_listing_sql_sort (self, village) : "0",
      parts->rank != NULL ? parts->rank : "0",
      ans_listing_sql_sort (self, self->sort),
      ans_listing_sql_sort (self, fallback),
      parts->from,
      self->info->reg->alias);
  if (!ans_search_add_function (connection, NULL))
    return 0;
  select = ans_connection_prepare (connection, sql, NULL);
  if (select == NULL)
    return 0;
  ans_listing_sql_bind (parts, select, self->village, json);
  if (!ans_statement_step (select, NULL))
    return 0;
  for (int i = 0; i < 4; i++)
    first[i] = sqlite3_value_dup (sqlite3_column_value (ans_statement_get_handle (select), i));
  if (ans_statement_step (select, NULL))
    for (int i = 0; i < 4 && order == 0; i++)
      {
        sqlite3_value *second = sqlite3_column_value (ans_statement_get_handle (select), i);

        /* People without a village come last. */
        if (i == 0 && (sqlite3_value_type (first[0]) == SQLITE_NULL) !=
                          (sqlite3_value_type (second) == SQLITE_NULL))
          order = sqlite3_value_type (first[0]) == SQLITE_NULL ? 1 : -1;
        else
          order = compare_values (first[i], second);
        if (i == 2 && self->descending)
          order = -order;
      }
  for (int i = 0; i < 4; i++)
    sqlite3_value_free (first[i]);
  if (order == 0)
    {
      order = (a > b) - (a < b);
      if (self->descending && self->sort == fallback)
        order = -order;
    }
  return order;
}
