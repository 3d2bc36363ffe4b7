/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking the changes of one action back, newest first. Whatever was changed since stays. */
#include <glib/gi18n.h>

#include "store/ans-undo-private.h"

/* The job hears of every so manieth change. */
#define REPORT_CHANGES 50

/* From so many changed rows on, the search index is made anew at the end. */
#define MANY_CHANGES 5000

/* A foreign key: column `column` of the table names a row of `parent`. */
typedef struct
{
  char *column;
  int parent;       /* index of its table */
  gboolean is_part; /* never NULL: the row is part of the one it names, as a period of a record */
} Link;

typedef struct
{
  const AnsTableSpec *spec;
  GArray *links;    /* Link */
  GHashTable *kept; /* ids of rows that the action inserted and that stay */
  char *select;     /* SQL: the journaled columns of row ?1 */
  char *insert;     /* SQL: row ?1 from the JSON ?2 */
  char *compute;    /* (nullable) SQL: makes what follows from others in row ?1 right */
} Table;

typedef struct
{
  AnsConnection *connection;
  AnsUndoReport *report;
  GArray *tables;   /* Table */
  AnsJob *job;      /* (nullable) */
  gint64 n_changes; /* of the action */
  gint64 last;      /* the action's last change */
  GArray *worklist; /* Row: kept rows whose neighbours are not yet looked at */
} Undo;

typedef struct
{
  int table;
  gint64 id;
} Row;

static void
link_clear (gpointer data)
{
  g_free (((Link *) data)->column);
}

static void
table_clear (gpointer data)
{
  Table *self = data;

  g_array_unref (self->links);
  g_hash_table_unref (self->kept);
  g_free (self->select);
  g_free (self->insert);
  g_free (self->compute);
}

static Table *
table_at (Undo *undo, int index)
{
  return &g_array_index (undo->tables, Table, index);
}

static int
find_table (Undo *undo, const char *name)
{
  for (guint i = 0; i < undo->tables->len; i++)
    if (g_str_equal (table_at (undo, (int) i)->spec->name, name))
      return (int) i;
  return -1;
}

/* What the book is made of. Names come from the registers, never from the journal, which may be of
 * a book that somebody sent. */

static void
build_sql (Table *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) computed = g_string_new (NULL);
  g_autoptr (GString) expressions = g_string_new (NULL);

  for (const AnsColumnSpec *column = table->spec->columns; column->name != NULL; column++)
    if (!column->derived)
      {
        g_string_append_printf (names, ", %s", column->name);
        g_string_append_printf (values, ", ?2 ->> '$.%1$s' AS %1$s", column->name);
      }
  for (const AnsColumnSpec *column = table->spec->columns; column->name != NULL; column++)
    if (column->expression != NULL)
      {
        const char *comma = computed->len > 0 ? ", " : "";

        g_string_append_printf (computed, "%s%s", comma, column->name);
        g_string_append_printf (expressions, "%s%s", comma, column->expression);
      }
  table->select =
      g_strdup_printf ("SELECT id%s FROM %s WHERE id = ?1", names->str, table->spec->name);
  table->insert = g_strdup_printf (
      "INSERT INTO %1$s (id%2$s%3$s%4$s) SELECT *%3$s%5$s FROM (SELECT ?1 AS id%6$s)",
      table->spec->name, names->str, computed->len > 0 ? ", " : "", computed->str, expressions->str,
      values->str);
  if (computed->len > 0)
    table->compute =
        g_strdup_printf ("UPDATE %1$s SET (%2$s) = (%3$s) WHERE id = ?1 AND (%2$s) IS NOT (%3$s)",
                         table->spec->name, computed->str, expressions->str);
}

static gboolean
read_links (Undo *undo, Table *table, GError **error)
{
  g_autoptr (AnsStatement) keys = ans_connection_prepare (
      undo->connection,
      "SELECT k.\"from\", k.\"table\", c.\"notnull\" FROM pragma_foreign_key_list(?1) k "
      "JOIN pragma_table_info(?1) c ON c.name = k.\"from\"",
      error);
  GError *local = NULL;

  if (keys == NULL)
    return FALSE;
  ans_statement_bind_text (keys, 1, table->spec->name);
  while (ans_statement_step (keys, &local))
    {
      int parent = find_table (undo, ans_statement_text (keys, 1));
      Link link = { NULL, parent, ans_statement_int (keys, 2) != 0 };

      if (parent < 0)
        continue;
      link.column = g_strdup (ans_statement_text (keys, 0));
      g_array_append_val (table->links, link);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_structure (Undo *undo, AnsBook *book, GError **error)
{
  guint n_tables;
  const AnsTableSpec *specs = ans_book_get_tables (book, &n_tables);

  undo->tables = g_array_sized_new (FALSE, TRUE, sizeof (Table), n_tables);
  g_array_set_clear_func (undo->tables, table_clear);
  for (guint i = 0; i < n_tables; i++)
    {
      Table table = { .spec = &specs[i],
                      .links = g_array_new (FALSE, FALSE, sizeof (Link)),
                      .kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };

      g_array_set_clear_func (table.links, link_clear);
      build_sql (&table);
      g_array_append_val (undo->tables, table);
    }
  for (guint i = 0; i < n_tables; i++)
    if (!read_links (undo, table_at (undo, (int) i), error))
      return FALSE;
  return TRUE;
}

/* Rows as {column: text or NULL}. */

static gboolean
merge_json (Undo *undo, const char *json, GHashTable *values, GError **error)
{
  g_autoptr (AnsStatement) each =
      ans_connection_prepare (undo->connection, "SELECT key, value FROM json_each(?1)", error);
  GError *local = NULL;

  if (each == NULL)
    return FALSE;
  ans_statement_bind_text (each, 1, json);
  while (ans_statement_step (each, &local))
    g_hash_table_insert (values, g_strdup (ans_statement_text (each, 0)),
                         g_strdup (ans_statement_text (each, 1)));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static GHashTable *
new_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The journaled columns of a row as it is now; *@exists is %FALSE if there is none. */
static GHashTable *
read_present (Undo *undo, const Table *table, gint64 row, gboolean *exists, GError **error)
{
  g_autoptr (GHashTable) values = new_values ();
  g_autoptr (AnsStatement) select = ans_connection_prepare (undo->connection, table->select, error);
  GError *local = NULL;
  int index = 1;

  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, row);
  *exists = ans_statement_step (select, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  for (const AnsColumnSpec *column = table->spec->columns; *exists && column->name != NULL;
       column++)
    if (!column->derived)
      g_hash_table_insert (values, g_strdup (column->name),
                           g_strdup (ans_statement_text (select, index++)));
  return g_steal_pointer (&values);
}

/* First pass: which rows that the action inserted must stay. */

static void
keep (Undo *undo, int table, gint64 id)
{
  Row row = { table, id };

  if (g_hash_table_add (table_at (undo, table)->kept, g_memdup2 (&id, sizeof id)))
    g_array_append_val (undo->worklist, row);
}

static gboolean
is_kept (Undo *undo, int table, gint64 id)
{
  return g_hash_table_contains (table_at (undo, table)->kept, &id);
}

/* All ids of which @sql tells for the action ?1, its last change ?2 and, if any, the row ?3. */
static GArray *
find_ids (Undo *undo, const char *sql, gint64 row, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AnsStatement) select = ans_connection_prepare (undo->connection, sql, error);
  GError *local = NULL;

  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, undo->report->target);
  ans_statement_bind_int (select, 2, undo->last);
  ans_statement_bind_int (select, 3, row);
  while (ans_statement_step (select, &local))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, local);
  return NULL;
}

/* What the action left in a row that it inserted and may have edited further. It may have deleted
 * another row before and given its number to this one. */
static GHashTable *
read_left (Undo *undo, const Table *table, gint64 row, GError **error)
{
  g_autoptr (GHashTable) left = new_values ();
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (undo->connection,
                              "SELECT new FROM change WHERE tbl = ?1 AND row = ?2 AND action = ?3 "
                              "AND id >= (SELECT max (id) FROM change WHERE tbl = ?1 AND row = ?2 "
                              "AND action = ?3 AND old IS NULL) AND new IS NOT NULL ORDER BY id",
                              error);
  GError *local = NULL;

  if (select == NULL)
    return NULL;
  ans_statement_bind_text (select, 1, table->spec->name);
  ans_statement_bind_int (select, 2, row);
  ans_statement_bind_int (select, 3, undo->report->target);
  while (ans_statement_step (select, &local))
    if (!merge_json (undo, ans_statement_text (select, 0), left, &local))
      break;
  if (local == NULL)
    return g_steal_pointer (&left);
  g_propagate_error (error, local);
  return NULL;
}

/* Keeps an inserted row that was written again since, if that left other values. */
static gboolean
keep_if_differs (Undo *undo, int index, gint64 row, GError **error)
{
  const Table *table = table_at (undo, index);
  gboolean exists, differs = FALSE;
  g_autoptr (GHashTable) present = read_present (undo, table, row, &exists, error);
  g_autoptr (GHashTable) left = NULL;

  if (present == NULL || !exists)
    return present != NULL;
  left = read_left (undo, table, row, error);
  if (left == NULL)
    return FALSE;
  for (const AnsColumnSpec *column = table->spec->columns; column->name != NULL; column++)
    if (!column->derived)
      {
        const char *now = g_hash_table_lookup (present, column->name);
        const char *then = g_hash_table_lookup (left, column->name);

        if (g_strcmp0 (now, then) == 0)
          continue;
        ans_undo_report_add (undo->report, table->spec->name, row, column->name, now, then, NULL);
        differs = TRUE;
      }
  if (differs)
    keep (undo, index, row);
  return TRUE;
}

/* Rows of the action's own table that somebody wrote since. */
static gboolean
keep_changed_rows (Undo *undo, int index, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT DISTINCT c.row FROM change c WHERE c.action = ?1 AND c.tbl = '%s' AND c.old IS NULL "
      "AND EXISTS (SELECT 1 FROM change l WHERE l.tbl = c.tbl AND l.row = c.row AND l.id > ?2)",
      table_at (undo, index)->spec->name);
  g_autoptr (GArray) rows = find_ids (undo, sql, 0, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!keep_if_differs (undo, index, g_array_index (rows, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
keep_for_others (Undo *undo, int table, gint64 id)
{
  if (is_kept (undo, table, id))
    return;
  ans_undo_report_add (undo->report, table_at (undo, table)->spec->name, id, NULL, NULL, NULL,
                       NULL);
  keep (undo, table, id);
}

/* Rows that somebody else's row names since. The action's own row that it made to name one will not
 * do so any more. */
static gboolean
keep_named_rows (Undo *undo, const Table *child, const Link *link, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT DISTINCT c.row FROM change c JOIN %1$s k ON k.%2$s = c.row "
      "WHERE c.action = ?1 AND c.tbl = '%3$s' AND c.old IS NULL AND "
      "EXISTS (SELECT 1 FROM change l WHERE l.tbl = '%1$s' AND l.row = k.id AND l.id > ?2) AND "
      "NOT EXISTS (SELECT 1 FROM change o WHERE o.tbl = '%1$s' AND o.row = k.id AND o.action = ?1 "
      "AND (o.old IS NULL OR (o.new ->> '$.%2$s') = c.row))",
      child->spec->name, link->column, table_at (undo, link->parent)->spec->name);
  g_autoptr (GArray) rows = find_ids (undo, sql, 0, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    keep_for_others (undo, link->parent, g_array_index (rows, gint64, i));
  return TRUE;
}

/* The parts of a kept row stay with it. */
static gboolean
keep_parts (Undo *undo, const Row *row, GError **error)
{
  for (guint t = 0; t < undo->tables->len; t++)
    {
      const Table *child = table_at (undo, (int) t);

      for (guint i = 0; i < child->links->len; i++)
        {
          const Link *link = &g_array_index (child->links, Link, i);
          g_autofree char *sql = NULL;
          g_autoptr (GArray) parts = NULL;

          if (link->parent != row->table || !link->is_part)
            continue;
          sql = g_strdup_printf (
              "SELECT k.id FROM %1$s k WHERE k.%2$s = ?3 AND EXISTS (SELECT 1 FROM change c WHERE "
              "c.tbl = '%1$s' AND c.row = k.id AND c.action = ?1 AND c.old IS NULL)",
              child->spec->name, link->column);
          parts = find_ids (undo, sql, row->id, error);
          if (parts == NULL)
            return FALSE;
          for (guint p = 0; p < parts->len; p++)
            keep_for_others (undo, (int) t, g_array_index (parts, gint64, p));
        }
    }
  return TRUE;
}

/* What a kept row names stays too. */
static gboolean
keep_parents (Undo *undo, const Row *row, GError **error)
{
  const Table *table = table_at (undo, row->table);

  for (guint i = 0; i < table->links->len; i++)
    {
      const Link *link = &g_array_index (table->links, Link, i);
      g_autofree char *sql = g_strdup_printf (
          "SELECT k.%2$s FROM %1$s k WHERE k.id = ?3 AND EXISTS (SELECT 1 FROM change c WHERE "
          "c.tbl = '%3$s' AND c.row = k.%2$s AND c.action = ?1 AND c.old IS NULL)",
          table->spec->name, link->column, table_at (undo, link->parent)->spec->name);
      g_autoptr (GArray) parents = find_ids (undo, sql, row->id, error);

      if (parents == NULL)
        return FALSE;
      for (guint p = 0; p < parents->len; p++)
        keep_for_others (undo, link->parent, g_array_index (parents, gint64, p));
    }
  return TRUE;
}

static gboolean
decide_kept_rows (Undo *undo, GError **error)
{
  for (guint t = 0; t < undo->tables->len; t++)
    if (!keep_changed_rows (undo, (int) t, error))
      return FALSE;
  for (guint t = 0; t < undo->tables->len; t++)
    {
      const Table *child = table_at (undo, (int) t);

      for (guint i = 0; i < child->links->len; i++)
        if (!keep_named_rows (undo, child, &g_array_index (child->links, Link, i), error))
          return FALSE;
    }
  while (undo->worklist->len > 0)
    {
      Row row = g_array_index (undo->worklist, Row, undo->worklist->len - 1);

      g_array_set_size (undo->worklist, undo->worklist->len - 1);
      if (!keep_parts (undo, &row, error) || !keep_parents (undo, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Second pass. */

/* Runs a statement on one row. A rule of the book that it would break (what it names is gone,
 * another period is there now) is a conflict, not an error. */
static gboolean
write_row (Undo *undo, const Table *table, gint64 row, AnsStatement *statement, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ans_statement_run (statement, &local))
    {
      undo->report->restored += sqlite3_changes (ans_connection_get_handle (undo->connection)) > 0;
      return TRUE;
    }
  if (g_error_matches (local, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CONSTRAINT))
    {
      g_debug ("%s %" G_GINT64_FORMAT " stays: %s", table->spec->name, row, local->message);
      ans_undo_report_add (undo->report, table->spec->name, row, NULL, NULL, NULL, NULL);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
undo_insert (Undo *undo, int index, gint64 row, GError **error)
{
  const Table *table = table_at (undo, index);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table->spec->name);
  g_autoptr (AnsStatement) remove = NULL;

  if (is_kept (undo, index, row))
    return TRUE;
  remove = ans_connection_prepare (undo->connection, sql, error);
  if (remove == NULL)
    return FALSE;
  ans_statement_bind_int (remove, 1, row);
  return write_row (undo, table, row, remove, error);
}

static gboolean
undo_delete (Undo *undo, const Table *table, gint64 row, const char *old, GError **error)
{
  g_autoptr (AnsStatement) insert = ans_connection_prepare (undo->connection, table->insert, error);

  if (insert == NULL)
    return FALSE;
  ans_statement_bind_int (insert, 1, row);
  ans_statement_bind_text (insert, 2, old);
  return write_row (undo, table, row, insert, error);
}

/* All columns of the row that go back, in one statement: a period's two days go together. */
static gboolean
write_columns (Undo *undo,
               const Table *table,
               gint64 row,
               GPtrArray *columns,
               GHashTable *wanted,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AnsStatement) update = NULL;
  g_autoptr (AnsStatement) compute = NULL;

  if (columns->len == 0)
    return TRUE;
  g_string_printf (sql, "UPDATE %s SET ", table->spec->name);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? ", " : "", (const char *) columns->pdata[i],
                            i + 2);
  g_string_append (sql, " WHERE id = ?1");
  update = ans_connection_prepare (undo->connection, sql->str, error);
  if (update == NULL)
    return FALSE;
  ans_statement_bind_int (update, 1, row);
  for (guint i = 0; i < columns->len; i++)
    ans_statement_bind_text (update, (int) i + 2, g_hash_table_lookup (wanted, columns->pdata[i]));
  if (!write_row (undo, table, row, update, error))
    return FALSE;
  if (table->compute == NULL)
    return TRUE;
  compute = ans_connection_prepare (undo->connection, table->compute, error);
  if (compute == NULL)
    return FALSE;
  ans_statement_bind_int (compute, 1, row);
  return ans_statement_run (compute, error);
}

static gboolean
undo_update (
    Undo *undo, const Table *table, gint64 row, const char *old, const char *new, GError **error)
{
  g_autoptr (GHashTable) before = new_values ();
  g_autoptr (GHashTable) after = new_values ();
  g_autoptr (GHashTable) present = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  gboolean exists;

  if (!merge_json (undo, old, before, error) || !merge_json (undo, new, after, error))
    return FALSE;
  present = read_present (undo, table, row, &exists, error);
  if (present == NULL)
    return FALSE;
  if (!exists)
    {
      ans_undo_report_add (undo->report, table->spec->name, row, NULL, NULL, NULL, NULL);
      return TRUE;
    }
  for (const AnsColumnSpec *column = table->spec->columns; column->name != NULL; column++)
    if (!column->derived && g_hash_table_contains (before, column->name))
      {
        const char *wanted = g_hash_table_lookup (before, column->name);
        const char *left = g_hash_table_lookup (after, column->name);
        const char *now = g_hash_table_lookup (present, column->name);

        if (g_strcmp0 (now, wanted) == 0)
          continue;
        if (g_strcmp0 (now, left) == 0)
          g_ptr_array_add (columns, (gpointer) column->name);
        else
          ans_undo_report_add (undo->report, table->spec->name, row, column->name, now, left,
                               wanted);
      }
  return write_columns (undo, table, row, columns, before, error);
}

static gboolean
take_one_back (Undo *undo, AnsStatement *change, GError **error)
{
  const char *name = ans_statement_text (change, 0);
  gint64 row = ans_statement_int (change, 1);
  int index = find_table (undo, name);

  if (index < 0)
    {
      ans_undo_report_add (undo->report, name, row, NULL, NULL, NULL, NULL);
      return TRUE;
    }
  if (ans_statement_is_null (change, 2))
    return undo_insert (undo, index, row, error);
  if (ans_statement_is_null (change, 3))
    return undo_delete (undo, table_at (undo, index), row, ans_statement_text (change, 2), error);
  return undo_update (undo, table_at (undo, index), row, ans_statement_text (change, 2),
                      ans_statement_text (change, 3), error);
}

static gboolean
report_progress (Undo *undo, gint64 done, GError **error)
{
  g_autofree char *status = NULL;

  if (undo->job == NULL || done % REPORT_CHANGES != 0)
    return TRUE;
  /* Translators: changes taken back, changes to take back */
  status = g_strdup_printf (_ ("%lld of %lld changes taken back"), (long long) done,
                            (long long) undo->n_changes);
  if (ans_job_report (undo->job, (double) done / (double) undo->n_changes, status))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Stopped. Nothing was taken back."));
  return FALSE;
}

static gboolean
take_all_back (Undo *undo, GError **error)
{
  g_autoptr (AnsStatement) changes = ans_connection_prepare (
      undo->connection, "SELECT tbl, row, old, new FROM change WHERE action = ?1 ORDER BY id DESC",
      error);
  GError *local = NULL;
  gint64 done = 0;

  if (changes == NULL)
    return FALSE;
  ans_statement_bind_int (changes, 1, undo->report->target);
  while (ans_statement_step (changes, &local))
    if (!take_one_back (undo, changes, &local) || !report_progress (undo, ++done, &local))
      break;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* The number of changes of the action, and the last of them. */
static gint64
measure (Undo *undo, GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      undo->connection, "SELECT count(*), max(id) FROM change WHERE action = ?1", error);

  if (select == NULL)
    return -1;
  ans_statement_bind_int (select, 1, undo->report->target);
  if (!ans_statement_step (select, error))
    return -1;
  undo->last = ans_statement_int (select, 1);
  return ans_statement_int (select, 0);
}

gboolean
ans_undo_take_changes_back (AnsBook *book, AnsUndoReport *report, AnsJob *job, GError **error)
{
  Undo undo = { .connection = ans_book_get_connection (book), .report = report, .job = job };
  gboolean done;

  undo.n_changes = measure (&undo, error);
  if (undo.n_changes < 0)
    return FALSE;
  undo.worklist = g_array_new (FALSE, FALSE, sizeof (Row));
  done = read_structure (&undo, book, error) &&
         (undo.n_changes < MANY_CHANGES || ans_book_defer_search (book, TRUE, error)) &&
         decide_kept_rows (&undo, error) && take_all_back (&undo, error);
  g_array_unref (undo.worklist);
  g_array_unref (undo.tables);
  return done;
}
