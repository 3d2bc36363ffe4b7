/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-connection.h"

G_BEGIN_DECLS

/**
 * AnsColumnSpec:
 * @name: of the column
 * @declaration: type and constraints; must allow rows that lack it (NULL or a default), since it
 *   may be added to a table that has rows
 * @derived: follows from others: kept right by triggers or written with what it follows from, so
 *   not journaled and never taken back by itself
 * @expression: (nullable): what a derived column is, in SQL over columns of its row and ans_fold()
 *   and its like
 */
typedef struct
{
  const char *name;
  const char *declaration;
  gboolean derived;
  const char *expression;
} AnsColumnSpec;

/**
 * AnsCheckSpec:
 * @sql: a question whose first column is the ids of wrong rows
 * @wrong: what is wrong with them, in English (N_())
 *
 * Something that always holds of the rows of a table. A @sql of %NULL ends a list.
 */
typedef struct
{
  const char *sql;
  const char *wrong;
} AnsCheckSpec;

/**
 * AnsTableSpec:
 * @name: of the table; every table also has `id INTEGER PRIMARY KEY`
 * @columns: ends with a name of %NULL
 * @indexes: %NULL-terminated SQL `CREATE INDEX IF NOT EXISTS …`
 * @triggers: %NULL-terminated SQL `CREATE TRIGGER …`, made anew whenever the book opens for
 *   writing after a change of the program
 * @search_columns: (nullable): %NULL-terminated columns indexed for full-text search in
 *   `NAME_search`
 * @checks: (nullable): what ans_book_check() asks
 *
 * What a table is, as a register describes it.
 */
typedef struct
{
  const char *name;
  const AnsColumnSpec *columns;
  const char *const *indexes;
  const char *const *triggers;
  const char *const *search_columns;
  const AnsCheckSpec *checks;
} AnsTableSpec;

/**
 * ans_table_specs_compare:
 * @missing: (out) (nullable): “table.column” of @specs that the file lacks
 * @unknown: (out) (nullable): “table.column” of the file that @specs lack: it was written by a
 *   program that knows more
 *
 * Only looks. Returns: %FALSE on an error
 */
gboolean ans_table_specs_compare (AnsConnection *connection,
                                  const AnsTableSpec *specs,
                                  guint n_specs,
                                  char **missing,
                                  char **unknown,
                                  GError **error);

/**
 * ans_table_specs_apply:
 *
 * Makes the tables of the file agree with @specs: creates what is missing, adds columns, makes
 * indexes and search tables anew that are described otherwise now, and generates the triggers of
 * journal and search. Runs inside the caller's transaction and does
 * nothing if a fingerprint in the file says that all of it was done.
 */
gboolean ans_table_specs_apply (AnsConnection *connection,
                                const AnsTableSpec *specs,
                                guint n_specs,
                                GError **error);

/**
 * ans_table_specs_defer_search:
 * @whole: all rows, whose index is then made anew; otherwise only rows that are inserted from now
 *   on
 *
 * Leaves the search index of many rows to ans_table_specs_catch_up_search().
 */
gboolean ans_table_specs_defer_search (AnsConnection *connection,
                                       const AnsTableSpec *specs,
                                       guint n_specs,
                                       gboolean whole,
                                       GError **error);
gboolean ans_table_specs_catch_up_search (AnsConnection *connection,
                                          const AnsTableSpec *specs,
                                          guint n_specs,
                                          GError **error);

/** ans_table_specs_drop_triggers: puts all triggers and indexes aside for a bulk load. */
gboolean ans_table_specs_drop_triggers (AnsConnection *connection,
                                        const AnsTableSpec *specs,
                                        guint n_specs,
                                        GError **error);

/** ans_table_spec_make_indexes: makes the indexes that are not there or not as @spec says. */
gboolean
ans_table_spec_make_indexes (AnsConnection *connection, const AnsTableSpec *spec, GError **error);

/** ans_table_spec_drop_indexes: drops those that only make questions quick; unique ones stay. */
gboolean
ans_table_spec_drop_indexes (AnsConnection *connection, const AnsTableSpec *spec, GError **error);

/** ans_table_spec_drop_insert_journal: drops the trigger that journals inserted rows. */
gboolean ans_table_spec_drop_insert_journal (AnsConnection *connection,
                                             const AnsTableSpec *spec,
                                             GError **error);

/** ans_table_spec_make_triggers: makes all triggers of the table anew, in their order. */
gboolean
ans_table_spec_make_triggers (AnsConnection *connection, const AnsTableSpec *spec, GError **error);

/** ans_table_specs_restore: makes indexes and triggers again and fills the search tables. */
gboolean ans_table_specs_restore (AnsConnection *connection,
                                  const AnsTableSpec *specs,
                                  guint n_specs,
                                  GError **error);

G_END_DECLS
