/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that an office adds for itself: rows of the book that widen its tables. */
#include "store/ans-extra-columns.h"

static const AnsColumnSpec columns[] = {
  { "tbl", "TEXT" },  { "name", "TEXT" },    { "title", "TEXT" },
  { "kind", "TEXT" }, { "choices", "TEXT" }, { "position", "INTEGER" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS extra_field_by_name ON extra_field (tbl, name)", NULL
};

const AnsTableSpec ans_extra_columns_table = { .name = ANS_EXTRA_TABLE,
                                               .columns = columns,
                                               .indexes = indexes };

static const char *
declaration_of (const char *kind)
{
  return g_strcmp0 (kind, "number") == 0 || g_strcmp0 (kind, "bool") == 0 ? "INTEGER" : "TEXT";
}

static const AnsColumnSpec *
merge_columns (AnsConnection *connection, const AnsTableSpec *table)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection, "SELECT name, kind FROM " ANS_EXTRA_TABLE " WHERE tbl = ?1 ORDER BY position, id",
      NULL);
  GArray *merged = NULL;

  /* A book of before has no such table. */
  if (select == NULL)
    return table->columns;
  ans_statement_bind_text (select, 1, table->name);
  while (ans_statement_step (select, NULL))
    {
      const char *name = ans_statement_text (select, 0);
      AnsColumnSpec column = { .declaration = declaration_of (ans_statement_text (select, 1)) };

      /* Nothing else may come into the SQL that is made of it. */
      if (!g_str_has_prefix (name, ANS_EXTRA_PREFIX) ||
          strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen (name))
        continue;
      if (merged == NULL)
        {
          merged = g_array_new (TRUE, TRUE, sizeof (AnsColumnSpec));
          for (const AnsColumnSpec *known = table->columns; known->name != NULL; known++)
            g_array_append_vals (merged, known, 1);
        }
      column.name = g_intern_string (name);
      g_array_append_val (merged, column);
    }
  return merged != NULL ? (const AnsColumnSpec *) (gpointer) g_array_free (merged, FALSE)
                        : table->columns;
}

AnsTableSpec *
ans_extra_columns_merge (AnsConnection *connection, const AnsTableSpec *tables, guint n_tables)
{
  AnsTableSpec *merged = g_memdup2 (tables, n_tables * sizeof *tables);

  for (guint i = 0; i < n_tables; i++)
    merged[i].columns = merge_columns (connection, &tables[i]);
  return merged;
}

void
ans_extra_columns_free (AnsTableSpec *merged, const AnsTableSpec *tables, guint n_tables)
{
  for (guint i = 0; merged != NULL && i < n_tables; i++)
    if (merged[i].columns != tables[i].columns)
      g_free ((gpointer) merged[i].columns);
  g_free (merged);
}
