/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-table-spec.h"

#include "store/ans-extra-columns.h"

static void
append_table (GString *sql, const AnsTableSpec *spec)
{
  /* AUTOINCREMENT: the number of a deleted row never names another one in the journal. */
  g_string_append_printf (
      sql, "CREATE TABLE IF NOT EXISTS %s (id INTEGER PRIMARY KEY AUTOINCREMENT", spec->name);
  for (const AnsColumnSpec *column = spec->columns; column->name != NULL; column++)
    g_string_append_printf (sql, ", %s %s", column->name, column->declaration);
  g_string_append (sql, ");\n");
}

static char *
join_columns (const char *const *columns, const char *prefix)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (list, "%s%s%s", i > 0 ? ", " : "", prefix, columns[i]);
  return g_string_free_and_steal (list);
}

static char *
build_search (const AnsTableSpec *spec)
{
  g_autofree char *columns = join_columns (spec->search_columns, "");

  /* The columns hold folded text, so the tokenizer has nothing to fold (and could not: no
   * tokenizer maps đ to d). */
  return g_strdup_printf ("CREATE VIRTUAL TABLE IF NOT EXISTS %1$s_search USING fts5(%2$s, "
                          "content='%1$s', content_rowid='id', detail=column, "
                          "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')",
                          spec->name, columns);
}

/* The full-text index writes to disk at every statement with triggers, however small, so that many
 * rows one by one take seconds: an action of many rows leaves them to its end. */
static char *
deferred_condition (const AnsTableSpec *spec, const char *row)
{
  return g_strdup_printf (
      "NOT EXISTS (SELECT 1 FROM search_state WHERE tbl = '%s' AND %s.id >= from_id)", spec->name,
      row);
}

static void
append_search_triggers (GString *sql, const AnsTableSpec *spec)
{
  g_autofree char *columns = NULL;
  g_autofree char *old_values = NULL;
  g_autofree char *new_values = NULL;
  g_autofree char *remove = NULL;
  g_autofree char *add = NULL;
  g_autofree char *unless_new = NULL;
  g_autofree char *unless_old = NULL;

  if (spec->search_columns == NULL)
    return;

  unless_new = deferred_condition (spec, "NEW");
  unless_old = deferred_condition (spec, "OLD");
  columns = join_columns (spec->search_columns, "");
  old_values = join_columns (spec->search_columns, "OLD.");
  new_values = join_columns (spec->search_columns, "NEW.");
  remove = g_strdup_printf ("INSERT INTO %1$s_search (%1$s_search, rowid, %2$s) "
                            "VALUES ('delete', OLD.id, %3$s);",
                            spec->name, columns, old_values);
  add = g_strdup_printf ("INSERT INTO %s_search (rowid, %s) VALUES (NEW.id, %s);", spec->name,
                         columns, new_values);
  g_string_append_printf (sql,
                          "CREATE TRIGGER %1$s_search_insert AFTER INSERT ON %1$s WHEN %5$s "
                          "BEGIN %2$s END;\n"
                          "CREATE TRIGGER %1$s_search_delete AFTER DELETE ON %1$s WHEN %6$s "
                          "BEGIN %3$s END;\n"
                          "CREATE TRIGGER %1$s_search_update AFTER UPDATE OF %4$s ON %1$s "
                          "WHEN %5$s BEGIN %3$s %2$s END;\n",
                          spec->name, add, remove, columns, unless_new, unless_old);
}

/* `{column: PREFIX.column, …}` without the empty ones, which keeps the journal small. As text: to
 * make an object of all columns and take the empty ones out again costs nearly twice as much. */
static char *
whole_row_json (const AnsTableSpec *spec, const char *prefix)
{
  GString *json = g_string_new ("'{' || substr (concat (");
  gboolean first = TRUE;

  for (const AnsColumnSpec *column = spec->columns; column->name != NULL; column++)
    if (!column->derived)
      {
        g_string_append_printf (json,
                                "%1$sCASE WHEN %2$s.%3$s NOT NULL THEN ',\"%3$s\":' || json_quote "
                                "(%2$s.%3$s) END",
                                first ? "" : ", ", prefix, column->name);
        first = FALSE;
      }
  g_string_append (json, "), 2) || '}'");
  return g_string_free_and_steal (json);
}

/* The same of the columns that an update changed only; an emptied one is kept as null. */
static char *
changed_json (const AnsTableSpec *spec, const char *prefix)
{
  GString *json = g_string_new ("(SELECT json_group_object(k, v) FROM (");
  gboolean first = TRUE;

  for (const AnsColumnSpec *column = spec->columns; column->name != NULL; column++)
    if (!column->derived)
      {
        g_string_append_printf (json, "%sSELECT '%s' AS k, %s.%s AS v WHERE OLD.%s IS NOT NEW.%s",
                                first ? "" : " UNION ALL ", column->name, prefix, column->name,
                                column->name, column->name);
        first = FALSE;
      }
  g_string_append (json, "))");
  return g_string_free_and_steal (json);
}

static void
append_journal_triggers (GString *sql, const AnsTableSpec *spec)
{
  g_autofree char *new_row = whole_row_json (spec, "NEW");
  g_autofree char *old_row = whole_row_json (spec, "OLD");
  g_autofree char *old_values = changed_json (spec, "OLD");
  g_autofree char *new_values = changed_json (spec, "NEW");
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) differs = g_string_new (NULL);

  for (const AnsColumnSpec *column = spec->columns; column->name != NULL; column++)
    if (!column->derived)
      {
        g_string_append_printf (columns, "%s%s", columns->len > 0 ? ", " : "", column->name);
        g_string_append_printf (differs, "%sOLD.%s IS NOT NEW.%s", differs->len > 0 ? " OR " : "",
                                column->name, column->name);
      }

  g_string_append_printf (sql,
                          "CREATE TRIGGER %1$s_journal_insert AFTER INSERT ON %1$s BEGIN "
                          "INSERT INTO change (action, tbl, row, new) VALUES "
                          "((SELECT action FROM journal_state), '%1$s', NEW.id, %2$s); END;\n"
                          "CREATE TRIGGER %1$s_journal_delete AFTER DELETE ON %1$s BEGIN "
                          "INSERT INTO change (action, tbl, row, old) VALUES "
                          "((SELECT action FROM journal_state), '%1$s', OLD.id, %3$s); END;\n",
                          spec->name, new_row, old_row);
  g_string_append_printf (
      sql,
      "CREATE TRIGGER %1$s_journal_update AFTER UPDATE OF %2$s ON %1$s "
      "WHEN %3$s BEGIN INSERT INTO change (action, tbl, row, old, new) VALUES "
      "((SELECT action FROM journal_state), '%1$s', NEW.id, %4$s, %5$s); END;\n",
      spec->name, columns->str, differs->str, old_values, new_values);
}

static void
append_lines (GString *sql, const char *const *lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    g_string_append_printf (sql, "%s;\n", lines[i]);
}

static char *
build_tables (const AnsTableSpec *specs, guint n_specs)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < n_specs; i++)
    append_table (sql, &specs[i]);
  return g_string_free_and_steal (sql);
}

static char *
build_indexes (const AnsTableSpec *specs, guint n_specs)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < n_specs; i++)
    append_lines (sql, specs[i].indexes);
  return g_string_free_and_steal (sql);
}

static char *
build_triggers (const AnsTableSpec *specs, guint n_specs)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < n_specs; i++)
    {
      append_journal_triggers (sql, &specs[i]);
      append_search_triggers (sql, &specs[i]);
      append_lines (sql, specs[i].triggers);
    }
  return g_string_free_and_steal (sql);
}

/* Names of the columns of a table of the file; empty if there is no such table. */
static GHashTable *
read_columns (AnsConnection *connection, const char *table, GError **error)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AnsStatement) info =
      ans_connection_prepare (connection, "SELECT name FROM pragma_table_info(?1)", error);
  GError *local = NULL;

  if (info == NULL)
    return NULL;
  ans_statement_bind_text (info, 1, table);
  while (ans_statement_step (info, &local))
    g_hash_table_add (columns, g_strdup (ans_statement_text (info, 0)));
  if (local == NULL)
    return g_steal_pointer (&columns);
  g_propagate_error (error, local);
  return NULL;
}

static gboolean
add_missing_columns (AnsConnection *connection, const AnsTableSpec *spec, GError **error)
{
  g_autoptr (GHashTable) present = read_columns (connection, spec->name, error);

  if (present == NULL)
    return FALSE;
  for (const AnsColumnSpec *column = spec->columns; column->name != NULL; column++)
    if (!g_hash_table_contains (present, column->name))
      {
        g_autofree char *sql = g_strdup_printf ("ALTER TABLE %s ADD COLUMN %s %s", spec->name,
                                                column->name, column->declaration);

        if (!ans_connection_exec (connection, sql, error))
          return FALSE;
      }
  return TRUE;
}

/* Runs @create (CREATE … IF NOT EXISTS NAME …) unless the file has just that; what it has under the
 * name otherwise is dropped first. */
static gboolean
create_anew_if_changed (AnsConnection *connection,
                        const char *type,
                        const char *create,
                        gboolean *created,
                        GError **error)
{
  static const char unless[] = "IF NOT EXISTS ";
  const char *name = strstr (create, unless);
  g_autofree char *bare = NULL;
  g_autoptr (AnsStatement) present = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  /* SQLite keeps the text as it was, without these words. */
  name += strlen (unless);
  bare = g_strndup (name, strcspn (name, " "));
  present = ans_connection_prepare (
      connection, "SELECT ltrim(substr(sql, instr(sql, ?1))) FROM sqlite_schema WHERE name = ?1",
      error);
  if (present == NULL)
    return FALSE;
  ans_statement_bind_text (present, 1, bare);
  *created = TRUE;
  if (ans_statement_step (present, NULL))
    {
      *created = g_strcmp0 (ans_statement_text (present, 0), name) != 0;
      g_clear_pointer (&present, ans_statement_release);
      if (*created)
        {
          g_autofree char *drop = g_strdup_printf ("DROP %s %s", type, bare);

          if (!ans_connection_exec (connection, drop, error))
            return FALSE;
        }
    }
  return !*created || ans_connection_exec (connection, create, error);
}

static gboolean
make_search (AnsConnection *connection, const AnsTableSpec *spec, GError **error)
{
  g_autofree char *create = NULL;
  g_autofree char *fill = NULL;
  gboolean created;

  if (spec->search_columns == NULL)
    return TRUE;
  create = build_search (spec);
  if (!create_anew_if_changed (connection, "TABLE", create, &created, error))
    return FALSE;
  fill = g_strdup_printf ("INSERT INTO %1$s_search (%1$s_search) VALUES ('rebuild')", spec->name);
  return !created || ans_connection_exec (connection, fill, error);
}

gboolean
ans_table_spec_make_indexes (AnsConnection *connection, const AnsTableSpec *spec, GError **error)
{
  gboolean created;

  for (guint i = 0; spec->indexes != NULL && spec->indexes[i] != NULL; i++)
    if (!create_anew_if_changed (connection, "INDEX", spec->indexes[i], &created, error))
      return FALSE;
  return TRUE;
}

gboolean
ans_table_spec_drop_indexes (AnsConnection *connection, const AnsTableSpec *spec, GError **error)
{
  static const char plain[] = "CREATE INDEX IF NOT EXISTS ";

  for (guint i = 0; spec->indexes != NULL && spec->indexes[i] != NULL; i++)
    if (g_str_has_prefix (spec->indexes[i], plain))
      {
        const char *name = spec->indexes[i] + strlen (plain);
        g_autofree char *sql =
            g_strdup_printf ("DROP INDEX IF EXISTS %.*s", (int) strcspn (name, " "), name);

        if (!ans_connection_exec (connection, sql, error))
          return FALSE;
      }
  return TRUE;
}

/* Drops every object of @type on the tables of @specs that was made by SQL of ours. */
static gboolean
drop_all (AnsConnection *connection,
          const AnsTableSpec *specs,
          guint n_specs,
          const char *type,
          GError **error)
{
  for (guint i = 0; i < n_specs; i++)
    {
      g_autoptr (AnsStatement) list = NULL;
      g_autoptr (GString) sql = g_string_new (NULL);

      list =
          ans_connection_prepare (connection,
                                  "SELECT name FROM sqlite_schema "
                                  "WHERE type = lower (?1) AND tbl_name = ?2 AND sql IS NOT NULL",
                                  error);
      if (list == NULL)
        return FALSE;
      ans_statement_bind_text (list, 1, type);
      ans_statement_bind_text (list, 2, specs[i].name);
      while (ans_statement_step (list, NULL))
        g_string_append_printf (sql, "DROP %s %s;\n", type, ans_statement_text (list, 0));
      g_clear_pointer (&list, ans_statement_release);
      if (!ans_connection_exec (connection, sql->str, error))
        return FALSE;
    }
  return TRUE;
}

/* Of all that the tables are made of. */
static char *
fingerprint_of (const AnsTableSpec *specs, guint n_specs)
{
  g_autofree char *tables = build_tables (specs, n_specs);
  g_autofree char *indexes = build_indexes (specs, n_specs);
  g_autofree char *triggers = build_triggers (specs, n_specs);
  g_autoptr (GString) all = g_string_new (tables);

  g_string_append (all, indexes);
  g_string_append (all, triggers);
  for (guint i = 0; i < n_specs; i++)
    if (specs[i].search_columns != NULL)
      {
        g_autofree char *search = build_search (&specs[i]);

        g_string_append (all, search);
      }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all->str, -1);
}

static gboolean
has_fingerprint (AnsConnection *connection, const char *fingerprint)
{
  g_autoptr (AnsStatement) state = ans_connection_prepare (
      connection, "SELECT 1 FROM schema_state WHERE fingerprint = ?1", NULL);

  if (state == NULL)
    return FALSE;
  ans_statement_bind_text (state, 1, fingerprint);
  return ans_statement_step (state, NULL);
}

gboolean
ans_table_specs_compare (AnsConnection *connection,
                         const AnsTableSpec *specs,
                         guint n_specs,
                         char **missing,
                         char **unknown,
                         GError **error)
{
  g_autofree char *fingerprint = fingerprint_of (specs, n_specs);

  *missing = *unknown = NULL;
  if (has_fingerprint (connection, fingerprint))
    return TRUE;
  for (guint i = 0; i < n_specs; i++)
    {
      g_autoptr (GHashTable) columns = read_columns (connection, specs[i].name, error);
      GHashTableIter iter;
      gpointer name;

      if (columns == NULL)
        return FALSE;
      for (const AnsColumnSpec *column = specs[i].columns; column->name != NULL; column++)
        if (!g_hash_table_remove (columns, column->name) && *missing == NULL)
          *missing = g_strdup_printf ("%s.%s", specs[i].name, column->name);
      g_hash_table_remove (columns, "id");
      g_hash_table_iter_init (&iter, columns);
      while (*unknown == NULL && g_hash_table_iter_next (&iter, &name, NULL))
        /* A field of the office that was taken back leaves its column. */
        if (!g_str_has_prefix (name, ANS_EXTRA_PREFIX))
          *unknown = g_strdup_printf ("%s.%s", specs[i].name, (char *) name);
    }
  return TRUE;
}

gboolean
ans_table_specs_apply (AnsConnection *connection,
                       const AnsTableSpec *specs,
                       guint n_specs,
                       GError **error)
{
  g_autofree char *fingerprint = fingerprint_of (specs, n_specs);
  g_autofree char *tables = NULL;
  g_autofree char *triggers = NULL;
  g_autoptr (AnsStatement) state = NULL;

  if (has_fingerprint (connection, fingerprint))
    return TRUE;

  tables = build_tables (specs, n_specs);
  triggers = build_triggers (specs, n_specs);
  if (!drop_all (connection, specs, n_specs, "TRIGGER", error) ||
      !ans_connection_exec (connection, tables, error))
    return FALSE;
  for (guint i = 0; i < n_specs; i++)
    if (!add_missing_columns (connection, &specs[i], error) ||
        !make_search (connection, &specs[i], error) ||
        !ans_table_spec_make_indexes (connection, &specs[i], error))
      return FALSE;
  if (!ans_connection_exec (connection, triggers, error))
    return FALSE;

  state = ans_connection_prepare (connection, "UPDATE schema_state SET fingerprint = ?1", error);
  if (state == NULL)
    return FALSE;
  ans_statement_bind_text (state, 1, fingerprint);
  return ans_statement_run (state, error);
}

gboolean
ans_table_specs_defer_search (AnsConnection *connection,
                              const AnsTableSpec *specs,
                              guint n_specs,
                              gboolean whole,
                              GError **error)
{
  for (guint i = 0; i < n_specs; i++)
    if (specs[i].search_columns != NULL)
      {
        g_autofree char *sql =
            g_strdup_printf (whole ? "INSERT INTO search_state (tbl, from_id) VALUES ('%1$s', 0)"
                                   : "INSERT INTO search_state (tbl, from_id) "
                                     "SELECT '%1$s', coalesce(max(id), 0) + 1 FROM %1$s",
                             specs[i].name);

        if (!ans_connection_exec (connection, sql, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
ans_table_specs_catch_up_search (AnsConnection *connection,
                                 const AnsTableSpec *specs,
                                 guint n_specs,
                                 GError **error)
{
  for (guint i = 0; i < n_specs; i++)
    if (specs[i].search_columns != NULL)
      {
        g_autofree char *columns = join_columns (specs[i].search_columns, "");
        g_autofree char *ask =
            g_strdup_printf ("SELECT from_id FROM search_state WHERE tbl = '%s'", specs[i].name);
        gint64 from = ans_connection_get_int (connection, ask, -1);
        g_autofree char *sql = NULL;

        if (from < 0)
          continue;
        if (from == 0)
          sql = g_strdup_printf ("INSERT INTO %1$s_search (%1$s_search) VALUES ('rebuild')",
                                 specs[i].name);
        else
          sql = g_strdup_printf ("INSERT INTO %1$s_search (rowid, %2$s) SELECT id, %2$s FROM %1$s "
                                 "WHERE id >= %3$" G_GINT64_FORMAT,
                                 specs[i].name, columns, from);
        if (!ans_connection_exec (connection, sql, error))
          return FALSE;
      }
  return ans_connection_exec (connection, "DELETE FROM search_state", error);
}

gboolean
ans_table_specs_drop_triggers (AnsConnection *connection,
                               const AnsTableSpec *specs,
                               guint n_specs,
                               GError **error)
{
  return drop_all (connection, specs, n_specs, "TRIGGER", error) &&
         drop_all (connection, specs, n_specs, "INDEX", error);
}

gboolean
ans_table_spec_drop_insert_journal (AnsConnection *connection,
                                    const AnsTableSpec *spec,
                                    GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DROP TRIGGER %s_journal_insert", spec->name);

  return ans_connection_exec (connection, sql, error);
}

gboolean
ans_table_spec_make_triggers (AnsConnection *connection, const AnsTableSpec *spec, GError **error)
{
  g_autofree char *triggers = build_triggers (spec, 1);

  return drop_all (connection, spec, 1, "TRIGGER", error) &&
         ans_connection_exec (connection, triggers, error);
}

gboolean
ans_table_specs_restore (AnsConnection *connection,
                         const AnsTableSpec *specs,
                         guint n_specs,
                         GError **error)
{
  g_autofree char *indexes = build_indexes (specs, n_specs);
  g_autofree char *triggers = build_triggers (specs, n_specs);

  if (!ans_connection_exec (connection, indexes, error) ||
      !ans_connection_exec (connection, triggers, error))
    return FALSE;
  for (guint i = 0; i < n_specs; i++)
    if (specs[i].search_columns != NULL)
      {
        g_autofree char *sql = g_strdup_printf (
            "INSERT INTO %1$s_search (%1$s_search) VALUES ('rebuild')", specs[i].name);

        if (!ans_connection_exec (connection, sql, error))
          return FALSE;
      }
  return TRUE;
}
