/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists about households, such as who is poor: a change of anybody who lives there may change their
 * rows, but only theirs. */
#include "listing/ans-listing-private.h"

/* So many households are still told one by one. */
#define MAX_HOUSEHOLDS 200

/* Adds the first column of what @sql finds for each of @rows. */
static void
add_found (AnsConnection *connection, GHashTable *found, const char *sql, const GArray *rows)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, sql, NULL);

  for (guint i = 0; select != NULL && i < rows->len; i++)
    {
      ans_statement_bind_int (select, 1, g_array_index (rows, gint64, i));
      while (ans_statement_step (select, NULL))
        {
          gint64 id = ans_statement_int (select, 0);

          if (id != 0)
            g_hash_table_add (found, g_memdup2 (&id, sizeof id));
        }
      ans_statement_reset (select);
    }
}

static gboolean
has_column (AnsConnection *connection, const char *table, const char *column)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection, "SELECT 1 FROM pragma_table_info (?1) WHERE name = ?2", NULL);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_text (select, 1, table);
  ans_statement_bind_text (select, 2, column);
  return ans_statement_step (select, NULL);
}

/* What the changed rows of @table name in @column: now, and as the journal says before and after.
 */
static void
add_named (AnsConnection *connection,
           GHashTable *found,
           const char *table,
           const char *column,
           gint64 action,
           const GArray *rows)
{
  g_autofree char *now = NULL, *journal = NULL;
  g_autoptr (GArray) actions = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!has_column (connection, table, column))
    return;
  now = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", column, table);
  add_found (connection, found, now, rows);
  journal = g_strdup_printf (
      "SELECT json_extract (old, '$.%1$s') FROM change WHERE action = ?1 AND tbl = '%2$s' UNION "
      "SELECT json_extract (new, '$.%1$s') FROM change WHERE action = ?1 AND tbl = '%2$s'",
      column, table);
  g_array_append_val (actions, action);
  add_found (connection, found, journal, actions);
}

static GArray *
array_of (GHashTable *ids)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (array, *(gint64 *) id);
  return array;
}

/* All households that the changes of @tables concern. */
static GArray *
find_households (AnsConnection *connection, const char *const *tables, AnsChanges *changes)
{
  g_autoptr (GHashTable) households =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) persons = NULL;

  for (guint i = 0; tables[i] != NULL; i++)
    {
      const GArray *rows = ans_changes_get_rows (changes, tables[i]);
      gboolean is_person = g_str_equal (tables[i], "person");
      gboolean is_household = g_str_equal (tables[i], "household");

      if (rows == NULL)
        continue;
      for (guint j = 0; (is_person || is_household) && j < rows->len; j++)
        g_hash_table_add (is_person ? people : households,
                          g_memdup2 (&g_array_index (rows, gint64, j), sizeof (gint64)));
      if (is_person || is_household)
        continue;
      add_named (connection, households, tables[i], "household", changes->action, rows);
      add_named (connection, people, tables[i], "person", changes->action, rows);
    }
  persons = array_of (people);
  add_found (connection, households, "SELECT household FROM person_home WHERE person = ?1",
             persons);
  return array_of (households);
}

gboolean
ans_listing_touched_households (AnsListing *self,
                                AnsConnection *connection,
                                AnsChanges *changes,
                                GArray *ids)
{
  const AnsRegister *reg = self->info->reg;
  const AnsField *household = ans_register_get_field (reg, "household");
  g_autoptr (GArray) households = NULL;
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *sql = NULL;

  if (household == NULL || household->period != NULL ||
      g_strcmp0 (household->target, "households") != 0)
    return FALSE;
  households = find_households (connection, self->info->depends, changes);
  if (households->len > MAX_HOUSEHOLDS)
    return FALSE;
  found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sql = g_strdup_printf ("SELECT id FROM %s WHERE household = ?1", reg->table);
  add_found (connection, found, sql, households);
  rows = array_of (found);
  g_array_append_vals (ids, rows->data, rows->len);
  return TRUE;
}
