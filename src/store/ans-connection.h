/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "store/ans-store-error.h"

G_BEGIN_DECLS

/**
 * AnsConnection:
 *
 * One SQLite connection with its cache of prepared statements. Statements may be prepared and run
 * from several threads (each its own), but a transaction belongs to the connection: while a job
 * writes on its thread, others see what it has written so far and must not write.
 */
typedef struct _AnsConnection AnsConnection;

typedef enum
{
  ANS_CONNECTION_CREATE,
  ANS_CONNECTION_WRITE,
  ANS_CONNECTION_READ,
  ANS_CONNECTION_LOOK, /* for a moment, at a file that may be another program's: a reader of a WAL
                          file would leave files beside it */
} AnsConnectionMode;

/**
 * ans_connection_open:
 * @path: the file
 * @passphrase: (nullable): key of an encrypted file
 * @mode: create, write, read or look
 *
 * Opens @path and sets what every connection needs (key, foreign keys, WAL for writers). Does not
 * look at what the file holds beyond making sure that SQLite can read it.
 *
 * Returns: (transfer full) (nullable): the connection
 */
AnsConnection *ans_connection_open (const char *path,
                                    const char *passphrase,
                                    AnsConnectionMode mode,
                                    GError **error);
void ans_connection_close (AnsConnection *self);

/**
 * ans_connection_enable_writing:
 *
 * Switches the file to write-ahead logging with full durability. Changes the file: call it only
 * once it is known to be a book.
 */
gboolean ans_connection_enable_writing (AnsConnection *self, GError **error);
sqlite3 *ans_connection_get_handle (AnsConnection *self);

/**
 * ans_connection_set_cancellable:
 *
 * While @cancellable is set, a running statement stops soon after it is cancelled and reports
 * %ANS_BOOK_ERROR_CANCELLED. Pass %NULL to end.
 */
void ans_connection_set_cancellable (AnsConnection *self, GCancellable *cancellable);

/**
 * ans_connection_set_deadline:
 * @time: on g_get_monotonic_time(), 0 for none
 *
 * Stops questions that are still under way at that time, as if cancelled. A transaction that writes
 * must not run meanwhile.
 */
void ans_connection_set_deadline (AnsConnection *self, gint64 time);

/** ans_connection_is_late: whether the deadline has stopped a question. */
gboolean ans_connection_is_late (AnsConnection *self);

/** ans_connection_exec: runs a script that takes no parameters (DDL, pragmas, transactions). */
gboolean ans_connection_exec (AnsConnection *self, const char *sql, GError **error);

/** ans_connection_get_int: first column of the first row, or @fallback. No parameters. */
gint64 ans_connection_get_int (AnsConnection *self, const char *sql, gint64 fallback);

/** ans_connection_set_error: translates SQLite's last error into the officer's words. */
void ans_connection_set_error (AnsConnection *self, int code, GError **error);

/**
 * AnsStatement:
 *
 * A prepared statement lent by its connection; give it back with ans_statement_release() (or
 * g_autoptr), which resets it and keeps it for the next use of the same SQL.
 */
typedef struct _AnsStatement AnsStatement;

/** ans_connection_prepare: Returns: (transfer full) (nullable): the statement for @sql */
AnsStatement *ans_connection_prepare (AnsConnection *self, const char *sql, GError **error);
void ans_statement_release (AnsStatement *self);

/* Parameters count from 1. Text is copied; a NULL text binds NULL. */
void ans_statement_bind_int (AnsStatement *self, int index, gint64 value);
void ans_statement_bind_text (AnsStatement *self, int index, const char *value);
void ans_statement_bind_null (AnsStatement *self, int index);

/** ans_statement_bind_id: like bind_int, but 0 binds NULL. */
void ans_statement_bind_id (AnsStatement *self, int index, gint64 id);

/**
 * ans_statement_step:
 *
 * Returns: %TRUE while there is a row. %FALSE at the end, or on an error: @error tells them apart.
 */
gboolean ans_statement_step (AnsStatement *self, GError **error);

/** ans_statement_run: steps to the end; for statements without rows. %FALSE on an error. */
gboolean ans_statement_run (AnsStatement *self, GError **error);

/** ans_statement_reset: makes the statement ready for new parameters. */
void ans_statement_reset (AnsStatement *self);

/* Columns count from 0. Text belongs to the statement until the next step. */
int ans_statement_n_columns (AnsStatement *self);
gint64 ans_statement_int (AnsStatement *self, int column);
const char *ans_statement_text (AnsStatement *self, int column);
gboolean ans_statement_is_null (AnsStatement *self, int column);
sqlite3_stmt *ans_statement_get_handle (AnsStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsStatement, ans_statement_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsConnection, ans_connection_close)

G_END_DECLS
