/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-undo.h"

#include <glib/gi18n.h>

/* From so many changed rows on, the search index is made anew at the end. */
#define MANY_CHANGES 5000

/* One undo at work. Rows are named "table:id". */
typedef struct
{
  AnsBook *book;
  AnsConnection *connection;
  AnsUndoReport *report;
  GHashTable *columns;  /* table → GPtrArray of journaled column names */
  GHashTable *parents;  /* table → GPtrArray of Link from it */
  GHashTable *children; /* table → GPtrArray of Link to it */
  GHashTable *inserted; /* rows that the action inserted */
  GHashTable *kept;     /* of these, rows that must stay */
} Undo;

/* A foreign key: column `column` of `child` names a row of `parent`. */
typedef struct
{
  char *child;
  char *column;
  char *parent;
} Link;

typedef struct
{
  char *table;
  gint64 row;
  char *old_json;
  char *new_json;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->table);
  g_free (self->old_json);
  g_free (self->new_json);
  g_free (self);
}

static void
link_free (gpointer data)
{
  Link *self = data;

  g_free (self->child);
  g_free (self->column);
  g_free (self->parent);
  g_free (self);
}

static void
conflict_free (gpointer data)
{
  AnsUndoConflict *self = data;

  g_free (self->table);
  g_free (self->column);
  g_free (self->present);
  g_free (self->left_by_action);
  g_free (self->wanted);
  g_free (self);
}

void
ans_undo_report_free (AnsUndoReport *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

static char *
row_name (const char *table, gint64 row)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, table, row);
}

static void
add_link (GHashTable *links, const char *table, Link *link)
{
  GPtrArray *list = g_hash_table_lookup (links, table);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (links, g_strdup (table), list);
    }
  g_ptr_array_add (list, link);
}

static void
read_links (Undo *undo, const char *table, GPtrArray *owned)
{
  g_autoptr (AnsStatement) keys =
      ans_connection_prepare (undo->connection,
                              "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)",
                              NULL);

  ans_statement_bind_text (keys, 1, table);
  while (ans_statement_step (keys, NULL))
    {
      Link *link = g_new0 (Link, 1);

      link->child = g_strdup (table);
      link->column = g_strdup (ans_statement_text (keys, 0));
      link->parent = g_strdup (ans_statement_text (keys, 1));
      g_ptr_array_add (owned, link);
      add_link (undo->parents, link->child, link);
      add_link (undo->children, link->parent, link);
    }
}

static void
read_structure (Undo *undo, GPtrArray *owned_links)
{
  guint n_tables;
  const AnsTableSpec *tables = ans_book_get_tables (undo->book, &n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      GPtrArray *columns = g_ptr_array_new ();

      for (const AnsColumnSpec *column = tables[i].columns; column->name != NULL; column++)
        if (!column->derived)
          g_ptr_array_add (columns, (gpointer) column->name);
      g_hash_table_insert (undo->columns, g_strdup (tables[i].name), columns);
      read_links (undo, tables[i].name, owned_links);
    }
}

/* {key: text or NULL} of a JSON object. */
static void
merge_json (Undo *undo, const char *json, GHashTable *values)
{
  g_autoptr (AnsStatement) each = ans_connection_prepare (
      undo->connection, "SELECT key, value FROM json_each(?1)", NULL);

  ans_statement_bind_text (each, 1, json);
  while (ans_statement_step (each, NULL))
    g_hash_table_insert (values,
                         g_strdup (ans_statement_text (each, 0)),
                         g_strdup (ans_statement_text (each, 1)));
}

static GHashTable *
parse_json (Undo *undo, const char *json)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  merge_json (undo, json, values);
  return values;
}

/* The journaled columns of a row as it is now, or NULL if there is no such row. */
static GHashTable *
read_present (Undo *undo, const char *table, gint64 row)
{
  GPtrArray *columns = g_hash_table_lookup (undo->columns, table);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (AnsStatement) select = NULL;
  GHashTable *values;

  if (columns == NULL)
    return NULL;
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, ", %s", (const char *) columns->pdata[i]);
  g_string_append_printf (sql, " FROM %s WHERE id = ?1", table);
  select = ans_connection_prepare (undo->connection, sql->str, NULL);
  if (select == NULL)
    return NULL;
  ans_statement_bind_int (select, 1, row);
  if (!ans_statement_step (select, NULL))
    return NULL;

  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < columns->len; i++)
    g_hash_table_insert (
        values, g_strdup (columns->pdata[i]), g_strdup (ans_statement_text (select, (int) i + 1)));
  return values;
}

static void
add_conflict (Undo *undo, const Change *change, const char *column, const char *present,
              const char *left, const char *wanted)
{
  AnsUndoConflict *conflict = g_new0 (AnsUndoConflict, 1);

  conflict->table = g_strdup (change->table);
  conflict->row = change->row;
  conflict->column = g_strdup (column);
  conflict->present = g_strdup (present);
  conflict->left_by_action = g_strdup (left);
  conflict->wanted = g_strdup (wanted);
  g_ptr_array_add (undo->report->conflicts, conflict);
}

static GPtrArray *
read_changes (Undo *undo, gint64 action)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      undo->connection,
      "SELECT tbl, row, old, new FROM change WHERE action = ?1 ORDER BY id",
      NULL);

  ans_statement_bind_int (select, 1, action);
  while (ans_statement_step (select, NULL))
    {
      Change *change = g_new0 (Change, 1);

      change->table = g_strdup (ans_statement_text (select, 0));
      change->row = ans_statement_int (select, 1);
      change->old_json = g_strdup (ans_statement_text (select, 2));
      change->new_json = g_strdup (ans_statement_text (select, 3));
      g_ptr_array_add (changes, change);
    }
  return changes;
}

/* What the action left in a row that it inserted and may have edited further. */
static GHashTable *
read_final_state (Undo *undo, const Change *change)
{
  GHashTable *state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (undo->connection,
                              "SELECT new FROM change WHERE tbl = ?1 AND row = ?2 AND action = ?3 "
                              "AND new IS NOT NULL ORDER BY id",
                              NULL);

  ans_statement_bind_text (select, 1, change->table);
  ans_statement_bind_int (select, 2, change->row);
  ans_statement_bind_int (select, 3, undo->report->target);
  while (ans_statement_step (select, NULL))
    merge_json (undo, ans_statement_text (select, 0), state);
  return state;
}

static gboolean
has_kept_parent (Undo *undo, const Change *change, GHashTable *values)
{
  GPtrArray *links = g_hash_table_lookup (undo->parents, change->table);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const Link *link = links->pdata[i];
      const char *id = g_hash_table_lookup (values, link->column);

      if (id != NULL)
        {
          g_autofree char *name = g_strconcat (link->parent, ":", id, NULL);

          if (g_hash_table_contains (undo->kept, name))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a row that this action did not insert names the row. */
static gboolean
is_used_by_others (Undo *undo, const Change *change)
{
  GPtrArray *links = g_hash_table_lookup (undo->children, change->table);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const Link *link = links->pdata[i];
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", link->child, link->column);
      g_autoptr (AnsStatement) users = ans_connection_prepare (undo->connection, sql, NULL);

      ans_statement_bind_int (users, 1, change->row);
      while (ans_statement_step (users, NULL))
        {
          g_autofree char *name = row_name (link->child, ans_statement_int (users, 0));

          if (!g_hash_table_contains (undo->inserted, name))
            return TRUE;
        }
    }
  return FALSE;
}

/* First pass, oldest change first, so that parents are decided before their children: which
 * inserted rows can't be removed, because they or rows that need them were changed since. */
static void
decide_kept_rows (Undo *undo, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = changes->pdata[i];

      if (change->old_json == NULL)
        g_hash_table_add (undo->inserted, row_name (change->table, change->row));
    }

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = changes->pdata[i];
      g_autoptr (GHashTable) left = NULL;
      g_autoptr (GHashTable) present = NULL;
      GPtrArray *columns;
      gboolean keep = FALSE;

      if (change->old_json != NULL)
        continue;
      present = read_present (undo, change->table, change->row);
      if (present == NULL)
        continue;
      left = read_final_state (undo, change);
      columns = g_hash_table_lookup (undo->columns, change->table);
      for (guint c = 0; c < columns->len; c++)
        {
          const char *column = columns->pdata[c];
          const char *now = g_hash_table_lookup (present, column);
          const char *then = g_hash_table_lookup (left, column);

          if (g_strcmp0 (now, then) != 0)
            {
              add_conflict (undo, change, column, now, then, NULL);
              keep = TRUE;
            }
        }
      if (!keep && (has_kept_parent (undo, change, present) || is_used_by_others (undo, change)))
        {
          add_conflict (undo, change, NULL, NULL, NULL, NULL);
          keep = TRUE;
        }
      if (keep)
        g_hash_table_add (undo->kept, row_name (change->table, change->row));
    }
}

static gboolean
undo_insert (Undo *undo, const Change *change, GError **error)
{
  g_autofree char *name = row_name (change->table, change->row);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", change->table);
  g_autoptr (AnsStatement) remove = NULL;

  if (g_hash_table_contains (undo->kept, name))
    return TRUE;
  remove = ans_connection_prepare (undo->connection, sql, error);
  if (remove == NULL)
    return FALSE;
  ans_statement_bind_int (remove, 1, change->row);
  if (!ans_statement_run (remove, error))
    return FALSE;
  undo->report->restored++;
  return TRUE;
}

static gboolean
undo_delete (Undo *undo, const Change *change, GError **error)
{
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GHashTable) present = read_present (undo, change->table, change->row);
  g_autoptr (GString) names = g_string_new ("id");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autofree char *sql = NULL;
  g_autoptr (AnsStatement) insert = NULL;
  GHashTableIter iter;
  gpointer key, value;
  int index = 2;

  if (present != NULL)
    {
      add_conflict (undo, change, NULL, NULL, NULL, NULL);
      return TRUE;
    }
  values = parse_json (undo, change->old_json);
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_string_append_printf (names, ", %s", (const char *) key);
      g_string_append_printf (marks, ", ?%d", index++);
    }
  sql = g_strdup_printf (
      "INSERT INTO %s (%s) VALUES (%s)", change->table, names->str, marks->str);
  insert = ans_connection_prepare (undo->connection, sql, error);
  if (insert == NULL)
    return FALSE;
  ans_statement_bind_int (insert, 1, change->row);
  index = 2;
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    ans_statement_bind_text (insert, index++, value);
  if (!ans_statement_run (insert, error))
    return FALSE;
  undo->report->restored++;
  return TRUE;
}

static gboolean
undo_update (Undo *undo, const Change *change, GError **error)
{
  g_autoptr (GHashTable) before = parse_json (undo, change->old_json);
  g_autoptr (GHashTable) after = parse_json (undo, change->new_json);
  g_autoptr (GHashTable) present = read_present (undo, change->table, change->row);
  GHashTableIter iter;
  gpointer column, wanted;
  gboolean any = FALSE;

  if (present == NULL)
    {
      add_conflict (undo, change, NULL, NULL, NULL, NULL);
      return TRUE;
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &column, &wanted))
    {
      const char *left = g_hash_table_lookup (after, column);
      const char *now = g_hash_table_lookup (present, column);
      g_autofree char *sql = NULL;
      g_autoptr (AnsStatement) update = NULL;

      if (g_strcmp0 (now, wanted) == 0)
        continue;
      if (g_strcmp0 (now, left) != 0)
        {
          add_conflict (undo, change, column, now, left, wanted);
          continue;
        }
      sql = g_strdup_printf (
          "UPDATE %s SET %s = ?2 WHERE id = ?1", change->table, (const char *) column);
      update = ans_connection_prepare (undo->connection, sql, error);
      if (update == NULL)
        return FALSE;
      ans_statement_bind_int (update, 1, change->row);
      ans_statement_bind_text (update, 2, wanted);
      if (!ans_statement_run (update, error))
        return FALSE;
      any = TRUE;
    }
  undo->report->restored += any;
  return TRUE;
}

static gboolean
apply_changes (Undo *undo, GPtrArray *changes, GError **error)
{
  /* A restored row may name one that is restored a little later. */
  if (!ans_connection_exec (undo->connection, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  decide_kept_rows (undo, changes);
  for (guint i = changes->len; i-- > 0;)
    {
      const Change *change = changes->pdata[i];
      gboolean done = change->old_json == NULL   ? undo_insert (undo, change, error)
                      : change->new_json == NULL ? undo_delete (undo, change, error)
                                                 : undo_update (undo, change, error);

      if (!done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
mark (AnsConnection *connection, gint64 action, gint64 undone_by, GError **error)
{
  g_autoptr (AnsStatement) update = ans_connection_prepare (
      connection, "UPDATE action SET undone_by = ?2 WHERE id = ?1", error);

  if (update == NULL)
    return FALSE;
  ans_statement_bind_int (update, 1, action);
  ans_statement_bind_id (update, 2, undone_by);
  return ans_statement_run (update, error);
}

typedef struct
{
  char *kind;
  char *label;
  gint64 target;
  gint64 undone_by;
} ActionRow;

static gboolean
read_action (AnsConnection *connection, gint64 id, ActionRow *action, GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection, "SELECT kind, label, target, undone_by FROM action WHERE id = ?1", error);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, id);
  if (!ans_statement_step (select, error))
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_NOT_FOUND,
                   _ ("There is no action number %lld in the history."),
                   (long long) id);
      return FALSE;
    }
  action->kind = g_strdup (ans_statement_text (select, 0));
  action->label = g_strdup (ans_statement_text (select, 1));
  action->target = ans_statement_int (select, 2);
  action->undone_by = ans_statement_int (select, 3);
  return TRUE;
}

/* Takes @target back in a new action of @kind; @origin is the action whose mark changes with it. */
static AnsUndoReport *
take_back (AnsBook *book, gint64 target, const char *label, const char *kind, gint64 origin,
           gboolean preview, GError **error)
{
  g_autoptr (AnsUndoReport) report = g_new0 (AnsUndoReport, 1);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (link_free);
  g_autoptr (GPtrArray) changes = NULL;
  Undo undo = { book, ans_book_get_connection (book), report, NULL, NULL, NULL, NULL, NULL };
  gboolean done;

  report->target = target;
  report->label = g_strdup (label);
  report->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  if (!ans_book_begin_kind (book, label, kind, target, error))
    return NULL;

  undo.columns = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  undo.parents = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  undo.children = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  undo.inserted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  undo.kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_structure (&undo, links);
  changes = read_changes (&undo, target);

  done = (changes->len < MANY_CHANGES || ans_book_defer_search (book, TRUE, error)) &&
         apply_changes (&undo, changes, error);
  if (done && report->restored > 0 && !preview)
    {
      gint64 action = ans_connection_get_int (
          undo.connection, "SELECT action FROM journal_state", 0);

      done = mark (undo.connection, target, action, error) &&
             (origin == target || mark (undo.connection, origin, 0, error));
    }
  if (done && !preview)
    {
      report->action = ans_book_commit (book, error);
      done = report->action >= 0;
    }
  else
    ans_book_rollback (book);

  g_hash_table_unref (undo.columns);
  g_hash_table_unref (undo.parents);
  g_hash_table_unref (undo.children);
  g_hash_table_unref (undo.inserted);
  g_hash_table_unref (undo.kept);
  return done ? g_steal_pointer (&report) : NULL;
}

AnsUndoReport *
ans_undo (AnsBook *book, gint64 action, gboolean preview, GError **error)
{
  ActionRow row = { 0 };
  AnsUndoReport *report = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  if (action == 0)
    action = ans_undo_get_next (book, NULL);
  if (action == 0)
    {
      g_set_error_literal (
          error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
      return NULL;
    }
  if (read_action (ans_book_get_connection (book), action, &row, error))
    {
      if (row.undone_by != 0)
        g_set_error (error,
                     ANS_BOOK_ERROR,
                     ANS_BOOK_ERROR_NOT_FOUND,
                     _ ("“%s” was taken back already."),
                     row.label);
      else if (g_str_equal (row.kind, "undo"))
        report = take_back (book, action, row.label, "redo", row.target, preview, error);
      else if (g_str_equal (row.kind, "redo"))
        {
          ActionRow undone = { 0 };

          /* A redo put back what the first action had left: taking it back is taking that back. */
          if (read_action (ans_book_get_connection (book), row.target, &undone, error))
            report = ans_undo (book, undone.target, preview, error);
          g_free (undone.kind);
          g_free (undone.label);
        }
      else
        report = take_back (book, action, row.label, "undo", action, preview, error);
    }
  g_free (row.kind);
  g_free (row.label);
  return report;
}

AnsUndoReport *
ans_redo (AnsBook *book, GError **error)
{
  gint64 action = ans_redo_get_next (book, NULL);

  if (action == 0)
    {
      g_set_error_literal (
          error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND, _ ("There is nothing to redo."));
      return NULL;
    }
  return ans_undo (book, action, FALSE, error);
}

static gint64
get_next (AnsBook *book, const char *sql, char **label)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (label != NULL)
    *label = NULL;
  if (select == NULL || !ans_statement_step (select, NULL))
    return 0;
  if (label != NULL)
    *label = g_strdup (ans_statement_text (select, 1));
  return ans_statement_int (select, 0);
}

gint64
ans_undo_get_next (AnsBook *book, char **label)
{
  return get_next (book,
                   "SELECT id, label FROM action WHERE kind = 'do' AND undone_by IS NULL "
                   "ORDER BY id DESC LIMIT 1",
                   label);
}

gint64
ans_redo_get_next (AnsBook *book, char **label)
{
  return get_next (book,
                   "SELECT id, label FROM action WHERE kind = 'undo' AND undone_by IS NULL "
                   "AND id > (SELECT coalesce(max(id), 0) FROM action WHERE kind = 'do') "
                   "ORDER BY id DESC LIMIT 1",
                   label);
}
