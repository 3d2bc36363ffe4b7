/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-connection.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "text/ans-fold.h"
#include "text/ans-sort-key.h"

/* How many idle statements a connection keeps; the program has far fewer distinct ones. */
#define MAX_CACHED 400

struct _AnsConnection
{
  sqlite3 *handle;
  GMutex mutex;     /* guards idle: a job on a thread and the main thread may share the writer */
  GHashTable *idle; /* SQL → AnsStatement that nobody uses at the moment */
  GCancellable *cancellable;
  gint64 deadline;  /* 0 for none */
  gboolean is_late;
};

struct _AnsStatement
{
  AnsConnection *connection;
  sqlite3_stmt *handle;
};

G_DEFINE_QUARK (ans - book - error - quark, ans_book_error)

static void
statement_free (gpointer data)
{
  AnsStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

static int
stop_when_cancelled (void *data)
{
  AnsConnection *self = data;

  if (self->deadline != 0 && g_get_monotonic_time () > self->deadline)
    self->is_late = TRUE;
  return self->is_late ||
         (self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable));
}

/* A full disk says so when a page is written, but not when the files beside the book are made. */
static int
primary_code (AnsConnection *self, int code)
{
  int reason = sqlite3_system_errno (self->handle);

  if (code == SQLITE_IOERR_SHMSIZE ||
      ((code & 0xff) == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)))
    return SQLITE_FULL;
  return code & 0xff;
}

void
ans_connection_set_error (AnsConnection *self, int code, GError **error)
{
  const char *detail = sqlite3_errmsg (self->handle);

  switch (primary_code (self, code))
    {
    case SQLITE_FULL:
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_DISK_FULL,
                           _ ("There is no room left on the disk. Nothing was changed; free some "
                              "space and try again."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY,
                           _ ("The book can't be written here. Copy it to a folder where you may "
                              "write, and open that copy."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_IN_USE,
                           _ ("Another program is writing to the book. Wait for it to finish, or "
                              "close it, and try again."));
      break;
    case SQLITE_NOTADB:
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_A_BOOK,
                           _ ("The file is not a book of this program."));
      break;
    case SQLITE_CORRUPT:
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_DAMAGED,
                           _ ("The book file is damaged. Restore the latest backup."));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CONSTRAINT,
                   _ ("The change would break a rule of the book: %s"), detail);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CANCELLED,
                           _ ("Stopped. Nothing was changed."));
      break;
    case SQLITE_IOERR:
      g_set_error (
          error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_FAILED,
          _ ("The disk could not be read or written (%s). Check the disk, then try again."),
          detail);
      break;
    default:
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_FAILED, _ ("Database error: %s"), detail);
    }
}

/* ans_fold(text) and its like for the program's own questions. They are not for
 * triggers and indexes: other tools must be able to open the file. */
static void
fold_in_sql (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char *(*fold) (const char *) = (char *(*) (const char *) ) sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, fold (text), -1, g_free);
}

static int
add_functions (sqlite3 *handle)
{
  static const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  static const struct
  {
    const char *name;
    char *(*function) (const char *);
  } functions[] = {
    { "ans_fold", ans_fold },
    { "ans_fold_marks", ans_fold_marks },
    { "ans_fold_initials", ans_fold_initials },
    { "ans_sort_key", ans_sort_key },
    { "ans_sort_key_name", ans_sort_key_name },
  };
  int code = SQLITE_OK;

  for (guint i = 0; i < G_N_ELEMENTS (functions) && code == SQLITE_OK; i++)
    code =
        sqlite3_create_function_v2 (handle, functions[i].name, 1, flags,
                                    (void *) functions[i].function, fold_in_sql, NULL, NULL, NULL);
  return code;
}

static gboolean
has_beside (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

/* Whether a log beside the file holds something; a program that was stopped by a full disk leaves
 * an empty one. */
static gboolean
has_log (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

/* Whether the file can be read as one that nobody changes, so that nothing appears beside it. */
static gboolean
is_immutable (const char *path, AnsConnectionMode mode)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (has_beside (path, "-wal") || has_beside (path, "-journal"))
    return FALSE;
  /* A reader of a WAL file needs its -shm beside it. Where that can't be made and nobody writes,
   * the file is as good as immutable; where it can be made, but the file not be written, the -shm
   * would stay behind for good. */
  return mode == ANS_CONNECTION_LOOK ||
         (mode == ANS_CONNECTION_READ &&
          (g_access (directory, W_OK) != 0 || g_access (path, W_OK) != 0));
}

/* Counting every piece of memory costs two locks each; nobody asks for the counts. Has no effect if
 * something of the process uses SQLite already. */
static void
configure_once (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&once, 1);
    }
}

/* Opens @self->handle, which is there after a failure, too. Returns: SQLite's code */
static int
open_file (AnsConnection *self, const char *path, AnsConnectionMode mode, gboolean is_immutable)
{
  int flags = SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  g_autofree char *uri = is_immutable ? g_filename_to_uri (path, NULL, NULL) : NULL;
  g_autofree char *immutable = uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;

  configure_once ();
  if (is_immutable)
    flags |= SQLITE_OPEN_READONLY;
  else
    /* Readers too: one that may not write would leave the files of the log behind when it is the
     * last to close. */
    flags |= SQLITE_OPEN_READWRITE | (mode == ANS_CONNECTION_CREATE ? SQLITE_OPEN_CREATE : 0);
  return sqlite3_open_v2 (immutable != NULL ? immutable : path, &self->handle, flags, NULL);
}

static int
set_up (AnsConnection *self, const char *passphrase, AnsConnectionMode mode)
{
  /* The programs of our triggers need more than the usual 1,200 bytes at a time. */
  int code = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_LOOKASIDE, NULL, 8192, 128);

  if (code == SQLITE_OK && passphrase != NULL && *passphrase != '\0')
    code = sqlite3_key (self->handle, passphrase, (int) strlen (passphrase));
  /* A wrong passphrase is no news for the terminal. The first key of the program sets SQLCipher
   * up, and its log with it: silence comes after. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_busy_timeout (self->handle, 2000);
      sqlite3_progress_handler (self->handle, 4000, stop_when_cancelled, self);
      code = sqlite3_exec (self->handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    }
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle,
                         "PRAGMA foreign_keys = ON;"
                         "PRAGMA secure_delete = ON;"
                         "PRAGMA temp_store = MEMORY;"
                         "PRAGMA recursive_triggers = OFF;"
                         "PRAGMA trusted_schema = OFF;",
                         NULL, NULL, NULL);
  /* Readers go once through much; the main connection comes back to the same pages all day. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle,
                         mode == ANS_CONNECTION_READ ? "PRAGMA cache_size = -8000"
                                                     : "PRAGMA cache_size = -48000",
                         NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = add_functions (self->handle);
  if (code == SQLITE_OK && (mode == ANS_CONNECTION_READ || mode == ANS_CONNECTION_LOOK))
    code = sqlite3_exec (self->handle, "PRAGMA query_only = ON", NULL, NULL, NULL);
  return code;
}

/* Where there is no room for the -shm of a reader, and no log to be read with it, the file alone
 * is the whole book. */
static gboolean
can_do_without_log (const char *path, AnsConnectionMode mode, int code)
{
  return (mode == ANS_CONNECTION_READ || mode == ANS_CONNECTION_LOOK) &&
         ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_FULL) && !has_log (path);
}

AnsConnection *
ans_connection_open (const char *path,
                     const char *passphrase,
                     AnsConnectionMode mode,
                     GError **error)
{
  g_autoptr (AnsConnection) self = g_new0 (AnsConnection, 1);
  gboolean immutable = is_immutable (path, mode);
  int code;

  g_mutex_init (&self->mutex);
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);

  code = open_file (self, path, mode, immutable);
  if (code == SQLITE_OK)
    code = set_up (self, passphrase, mode);
  if (code != SQLITE_OK && !immutable && can_do_without_log (path, mode, code))
    {
      sqlite3_close_v2 (self->handle);
      code = open_file (self, path, mode, TRUE);
      if (code == SQLITE_OK)
        code = set_up (self, passphrase, mode);
    }
  if (code == SQLITE_OK)
    return g_steal_pointer (&self);

  if ((code & 0xff) == SQLITE_CANTOPEN)
    g_set_error (error, ANS_BOOK_ERROR,
                 g_file_test (path, G_FILE_TEST_EXISTS) ? ANS_BOOK_ERROR_READ_ONLY
                                                        : ANS_BOOK_ERROR_NOT_FOUND,
                 _ ("“%s” can't be opened. Check that the file is there and that you may read and "
                    "write it and its folder."),
                 path);
  else
    ans_connection_set_error (self, code, error);
  return NULL;
}

gboolean
ans_connection_enable_writing (AnsConnection *self, GError **error)
{
  return ans_connection_exec (self,
                              "PRAGMA journal_mode = WAL;"
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA journal_size_limit = 67108864;",
                              error);
}

void
ans_connection_close (AnsConnection *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->idle, g_hash_table_unref);
  g_mutex_clear (&self->mutex);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
ans_connection_get_handle (AnsConnection *self)
{
  return self->handle;
}

void
ans_connection_set_cancellable (AnsConnection *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

void
ans_connection_set_deadline (AnsConnection *self, gint64 time)
{
  self->deadline = time;
  self->is_late = FALSE;
}

gboolean
ans_connection_is_late (AnsConnection *self)
{
  return self->is_late;
}

gboolean
ans_connection_exec (AnsConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  ans_connection_set_error (self, code, error);
  return FALSE;
}

gint64
ans_connection_get_int (AnsConnection *self, const char *sql, gint64 fallback)
{
  g_autoptr (AnsStatement) statement = ans_connection_prepare (self, sql, NULL);

  if (statement != NULL && ans_statement_step (statement, NULL))
    return ans_statement_int (statement, 0);
  return fallback;
}

AnsStatement *
ans_connection_prepare (AnsConnection *self, const char *sql, GError **error)
{
  AnsStatement *statement;
  char *key;
  sqlite3_stmt *handle;
  gboolean found;
  int code;

  g_mutex_lock (&self->mutex);
  found = g_hash_table_steal_extended (self->idle, sql, (gpointer *) &key, (gpointer *) &statement);
  g_mutex_unlock (&self->mutex);
  if (found)
    {
      g_free (key);
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      ans_connection_set_error (self, code, error);
      return NULL;
    }
  statement = g_new0 (AnsStatement, 1);
  statement->connection = self;
  statement->handle = handle;
  return statement;
}

void
ans_statement_release (AnsStatement *self)
{
  AnsConnection *connection;
  const char *sql;

  if (self == NULL)
    return;

  connection = self->connection;
  sql = sqlite3_sql (self->handle);
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  g_mutex_lock (&connection->mutex);
  if (g_hash_table_size (connection->idle) < MAX_CACHED &&
      !g_hash_table_contains (connection->idle, sql))
    {
      g_hash_table_insert (connection->idle, g_strdup (sql), self);
      self = NULL;
    }
  g_mutex_unlock (&connection->mutex);
  if (self != NULL)
    statement_free (self);
}

void
ans_statement_bind_int (AnsStatement *self, int index, gint64 value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

void
ans_statement_bind_text (AnsStatement *self, int index, const char *value)
{
  sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT);
}

void
ans_statement_bind_null (AnsStatement *self, int index)
{
  sqlite3_bind_null (self->handle, index);
}

void
ans_statement_bind_id (AnsStatement *self, int index, gint64 id)
{
  if (id != 0)
    sqlite3_bind_int64 (self->handle, index, id);
  else
    sqlite3_bind_null (self->handle, index);
}

gboolean
ans_statement_step (AnsStatement *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    ans_connection_set_error (self->connection, code, error);
  return FALSE;
}

gboolean
ans_statement_run (AnsStatement *self, GError **error)
{
  int code;

  while ((code = sqlite3_step (self->handle)) == SQLITE_ROW)
    ;
  if (code == SQLITE_DONE)
    {
      sqlite3_reset (self->handle);
      return TRUE;
    }
  ans_connection_set_error (self->connection, code, error);
  sqlite3_reset (self->handle);
  return FALSE;
}

void
ans_statement_reset (AnsStatement *self)
{
  sqlite3_reset (self->handle);
}

int
ans_statement_n_columns (AnsStatement *self)
{
  return sqlite3_column_count (self->handle);
}

gint64
ans_statement_int (AnsStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
ans_statement_text (AnsStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

gboolean
ans_statement_is_null (AnsStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

sqlite3_stmt *
ans_statement_get_handle (AnsStatement *self)
{
  return self->handle;
}
