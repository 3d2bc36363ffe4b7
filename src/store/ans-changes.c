/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-changes.h"

G_DEFINE_BOXED_TYPE (AnsChanges, ans_changes, ans_changes_ref, ans_changes_unref)

static void
free_rows (gpointer rows)
{
  g_array_unref (rows);
}

AnsChanges *
ans_changes_read (AnsConnection *connection, gint64 action)
{
  AnsChanges *self = g_new0 (AnsChanges, 1);
  g_autoptr (AnsStatement) changes = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->action = action;
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_rows);

  changes = ans_connection_prepare (
      connection, "SELECT tbl, row FROM change WHERE action = ?1 LIMIT ?2", NULL);
  if (changes == NULL)
    {
      self->many = TRUE;
      return self;
    }
  ans_statement_bind_int (changes, 1, action);
  ans_statement_bind_int (changes, 2, ANS_CHANGES_MAX_ROWS + 1);
  for (guint n = 0; ans_statement_step (changes, NULL); n++)
    {
      const char *table = ans_statement_text (changes, 0);
      gint64 row = ans_statement_int (changes, 1);
      GArray *rows = g_hash_table_lookup (self->tables, table);

      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (self->tables, g_strdup (table), rows);
        }
      g_array_append_val (rows, row);
      self->many = n >= ANS_CHANGES_MAX_ROWS;
    }
  return self;
}

AnsChanges *
ans_changes_ref (AnsChanges *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ans_changes_unref (AnsChanges *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_hash_table_unref (self->tables);
      g_free (self);
    }
}

const GArray *
ans_changes_get_rows (AnsChanges *self, const char *table)
{
  return g_hash_table_lookup (self->tables, table);
}
