/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-book.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "store/ans-book-file.h"
#include "store/ans-file-lock.h"
#include "store/ans-migration.h"

struct _AnsBook
{
  GObject parent_instance;

  char *path;
  char *passphrase;
  char *read_only_reason;
  gboolean read_only;
  AnsFileLock *lock;
  AnsConnection *connection;
  AnsTableSpec *tables; /* the book's own, then those of the registers */
  guint n_tables;
  gint64 action; /* under way, or 0 */
  GThread *owner;
  GMainContext *context; /* of the owner: where news are told */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsBook, ans_book, G_TYPE_OBJECT)

static const AnsColumnSpec setting_columns[] = {
  { "name", "TEXT NOT NULL UNIQUE" },
  { "value", "TEXT" },
  { NULL },
};

static const AnsTableSpec setting_table = { .name = "setting", .columns = setting_columns };

static void
ans_book_finalize (GObject *object)
{
  AnsBook *self = ANS_BOOK (object);

  ans_book_close (self);
  g_free (self->path);
  g_free (self->passphrase);
  g_free (self->read_only_reason);
  g_free (self->tables);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (ans_book_parent_class)->finalize (object);
}

static void
ans_book_class_init (AnsBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_book_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   ANS_TYPE_BOOK,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   ANS_TYPE_CHANGES);
}

static void
ans_book_init (AnsBook *self)
{
  self->owner = g_thread_self ();
  self->context = g_main_context_ref_thread_default ();
}

static AnsBook *
book_new (const char *path, const char *passphrase, const AnsTableSpec *tables, guint n_tables)
{
  AnsBook *self = g_object_new (ANS_TYPE_BOOK, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->passphrase = passphrase != NULL && *passphrase != '\0' ? g_strdup (passphrase) : NULL;
  self->n_tables = n_tables + 1;
  self->tables = g_new (AnsTableSpec, self->n_tables);
  self->tables[0] = setting_table;
  if (n_tables > 0)
    memcpy (self->tables + 1, tables, n_tables * sizeof *tables);
  return self;
}

static gboolean
apply_tables (AnsBook *self, GError **error)
{
  if (!ans_connection_exec (self->connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (ans_table_specs_apply (self->connection, self->tables, self->n_tables, error) &&
      ans_connection_exec (self->connection, "COMMIT", error))
    return TRUE;
  ans_connection_exec (self->connection, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
make_schema (AnsBook *self, GError **error)
{
  g_autofree char *application =
      g_strdup_printf ("PRAGMA application_id = %d", ANS_BOOK_APPLICATION_ID);

  self->connection =
      ans_connection_open (self->path, self->passphrase, ANS_CONNECTION_CREATE, error);
  return self->connection != NULL && ans_connection_exec (self->connection, application, error) &&
         ans_connection_enable_writing (self->connection, error) &&
         ans_migration_run (self->connection, 0, error) && apply_tables (self, error);
}

AnsBook *
ans_book_create (const char *path, const char *passphrase, const AnsTableSpec *tables,
                 guint n_tables, GError **error)
{
  g_autoptr (AnsBook) self = NULL;
  g_autofree char *owner = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name; nothing was overwritten."),
                   path);
      return NULL;
    }

  self = book_new (path, passphrase, tables, n_tables);
  if (ans_file_lock_take (self->path, &self->lock, &owner) != ANS_FILE_LOCK_TAKEN)
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_READ_ONLY,
                   _ ("A book can't be made at “%s”: check that the folder exists and that you may "
                      "write in it."),
                   path);
      return NULL;
    }
  if (make_schema (self, error))
    return g_steal_pointer (&self);

  ans_book_close (self);
  ans_book_file_remove (self->path);
  return NULL;
}

/* Sets the connection for reading and makes sure that the file is a book we understand. */
static gboolean
open_for_reading (AnsBook *self, int *version, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->connection =
      ans_connection_open (self->path, self->passphrase, ANS_CONNECTION_READ, &local);
  if (self->connection == NULL)
    {
      if (self->passphrase != NULL &&
          g_error_matches (local, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_A_BOOK))
        g_set_error (error,
                     ANS_BOOK_ERROR,
                     ANS_BOOK_ERROR_WRONG_PASSPHRASE,
                     _ ("The passphrase does not open “%s”. Check the keyboard (Caps Lock, "
                        "Vietnamese typing) and try again."),
                     self->path);
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ans_connection_get_int (self->connection, "PRAGMA application_id", 0) !=
      ANS_BOOK_APPLICATION_ID)
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_NOT_A_BOOK,
                   _ ("“%s” is a database of another program, not a book. It was left as it is."),
                   self->path);
      return FALSE;
    }
  *version = (int) ans_connection_get_int (self->connection, "PRAGMA user_version", 0);
  if (*version > ans_migration_latest ())
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of the program (%d; this one knows %d). "
                      "Update the program; the file was left as it is."),
                   self->path,
                   *version,
                   ans_migration_latest ());
      return FALSE;
    }
  return TRUE;
}

static gboolean
try_lock (AnsBook *self)
{
  g_autofree char *owner = NULL;

  if (g_access (self->path, W_OK) != 0)
    {
      self->read_only_reason = g_strdup (_ ("The book is in a place that can't be written."));
      return FALSE;
    }
  switch (ans_file_lock_take (self->path, &self->lock, &owner))
    {
    case ANS_FILE_LOCK_TAKEN:
      return TRUE;
    case ANS_FILE_LOCK_HELD_BY_OTHER:
      self->read_only_reason =
          owner != NULL ? g_strdup_printf (_ ("%s is writing in this book."), owner)
                        : g_strdup (_ ("Another program is writing in this book."));
      return FALSE;
    case ANS_FILE_LOCK_CANT_WRITE:
    default:
      self->read_only_reason = g_strdup (_ ("The book is in a folder that can't be written."));
      return FALSE;
    }
}

static gboolean
upgrade_to_writing (AnsBook *self, int version, GError **error)
{
  AnsConnection *writer;

  /* Before the copy: closing a file drops the locks that SQLite has on it in this process. */
  g_clear_pointer (&self->connection, ans_connection_close);
  if (version < ans_migration_latest () &&
      !ans_book_file_backup_before_upgrade (self->path, version, error))
    return FALSE;

  writer = ans_connection_open (self->path, self->passphrase, ANS_CONNECTION_WRITE, error);
  if (writer == NULL)
    return FALSE;
  self->connection = writer;
  return ans_connection_enable_writing (writer, error) &&
         ans_migration_run (writer, version, error) && apply_tables (self, error);
}

AnsBook *
ans_book_open (const char *path, const char *passphrase, gboolean read_only,
               const AnsTableSpec *tables, guint n_tables, GError **error)
{
  g_autoptr (AnsBook) self = NULL;
  AnsBookFileKind kind;
  int version = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (!ans_book_file_sniff (path, &kind, error))
    return NULL;
  if (kind == ANS_BOOK_FILE_ENCRYPTED && (passphrase == NULL || *passphrase == '\0'))
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_NEEDS_PASSPHRASE,
                   _ ("“%s” is locked with a passphrase."),
                   path);
      return NULL;
    }

  self = book_new (
      path, kind == ANS_BOOK_FILE_ENCRYPTED ? passphrase : NULL, tables, n_tables);
  if (!open_for_reading (self, &version, error))
    return NULL;

  self->read_only = read_only || !try_lock (self);
  if (!self->read_only)
    {
      if (!upgrade_to_writing (self, version, error))
        return NULL;
    }
  else if (version < ans_migration_latest ())
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_READ_ONLY,
                   _ ("“%s” is of an older version and must be brought up to date first: open it "
                      "once where it can be written."),
                   path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ans_book_close (AnsBook *self)
{
  g_return_if_fail (ANS_IS_BOOK (self));

  if (self->connection != NULL && !self->read_only)
    {
      ans_book_rollback (self);
      ans_connection_exec (self->connection, "PRAGMA optimize", NULL);
      ans_connection_exec (self->connection, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
    }
  g_clear_pointer (&self->connection, ans_connection_close);
  g_clear_pointer (&self->lock, ans_file_lock_release);
}

const char *
ans_book_get_path (AnsBook *self)
{
  return self->path;
}

gboolean
ans_book_is_encrypted (AnsBook *self)
{
  return self->passphrase != NULL;
}

const char *
ans_book_get_passphrase (AnsBook *self)
{
  return self->passphrase;
}

gboolean
ans_book_is_read_only (AnsBook *self)
{
  return self->read_only;
}

const char *
ans_book_get_read_only_reason (AnsBook *self)
{
  return self->read_only_reason;
}

AnsConnection *
ans_book_get_connection (AnsBook *self)
{
  return self->connection;
}

AnsConnection *
ans_book_new_reader (AnsBook *self, GError **error)
{
  return ans_connection_open (self->path, self->passphrase, ANS_CONNECTION_READ, error);
}

char *
ans_book_get_setting (AnsBook *self, const char *name)
{
  g_autoptr (AnsStatement) statement =
      ans_connection_prepare (self->connection, "SELECT value FROM setting WHERE name = ?1", NULL);

  if (statement == NULL)
    return NULL;
  ans_statement_bind_text (statement, 1, name);
  return ans_statement_step (statement, NULL) ? g_strdup (ans_statement_text (statement, 0)) : NULL;
}

gboolean
ans_book_set_setting (AnsBook *self, const char *name, const char *value, GError **error)
{
  g_autoptr (AnsStatement) statement =
      ans_connection_prepare (self->connection,
                              "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                              "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                              error);

  if (statement == NULL)
    return FALSE;
  ans_statement_bind_text (statement, 1, name);
  ans_statement_bind_text (statement, 2, value);
  return ans_statement_run (statement, error);
}

static gboolean
insert_action (AnsBook *self, const char *label, const char *kind, gint64 target, GError **error)
{
  g_autoptr (AnsStatement) insert = NULL;
  g_autoptr (AnsStatement) state = NULL;

  insert = ans_connection_prepare (self->connection,
                                   "INSERT INTO action (at, who, kind, label, target) VALUES "
                                   "(strftime('%Y-%m-%dT%H:%M:%fZ'), ?1, ?2, ?3, ?4)",
                                   error);
  state = ans_connection_prepare (
      self->connection, "UPDATE journal_state SET action = ?1", insert != NULL ? error : NULL);
  if (insert == NULL || state == NULL)
    return FALSE;

  ans_statement_bind_text (insert, 1, g_get_real_name ());
  ans_statement_bind_text (insert, 2, kind);
  ans_statement_bind_text (insert, 3, label);
  ans_statement_bind_id (insert, 4, target);
  if (!ans_statement_run (insert, error))
    return FALSE;
  self->action = sqlite3_last_insert_rowid (ans_connection_get_handle (self->connection));
  ans_statement_bind_int (state, 1, self->action);
  return ans_statement_run (state, error);
}

gboolean
ans_book_begin_kind (AnsBook *self, const char *label, const char *kind, gint64 target,
                     GError **error)
{
  g_return_val_if_fail (ANS_IS_BOOK (self), FALSE);

  if (self->read_only)
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_READ_ONLY,
                   _ ("The book is open for reading only. %s"),
                   self->read_only_reason != NULL ? self->read_only_reason : "");
      return FALSE;
    }
  if (self->action != 0)
    {
      g_set_error_literal (error,
                           ANS_BOOK_ERROR,
                           ANS_BOOK_ERROR_IN_USE,
                           _ ("Another task is writing in the book. Wait until it has finished."));
      return FALSE;
    }
  if (!ans_connection_exec (self->connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!insert_action (self, label, kind, target, error))
    {
      ans_book_rollback (self);
      return FALSE;
    }
  return TRUE;
}

gboolean
ans_book_begin (AnsBook *self, const char *label, GError **error)
{
  return ans_book_begin_kind (self, label, "do", 0, error);
}

gboolean
ans_book_defer_search (AnsBook *self, gboolean whole, GError **error)
{
  g_return_val_if_fail (ANS_IS_BOOK (self) && self->action != 0, FALSE);

  return ans_table_specs_defer_search (
      self->connection, self->tables, self->n_tables, whole, error);
}

gboolean
ans_book_in_action (AnsBook *self)
{
  return self->action != 0;
}

static gboolean
action_has_changes (AnsBook *self)
{
  g_autoptr (AnsStatement) any = ans_connection_prepare (
      self->connection, "SELECT 1 FROM change WHERE action = ?1 LIMIT 1", NULL);

  if (any == NULL)
    return FALSE;
  ans_statement_bind_int (any, 1, self->action);
  return ans_statement_step (any, NULL);
}

gint64
ans_book_commit (AnsBook *self, GError **error)
{
  gint64 action = self->action;

  g_return_val_if_fail (ANS_IS_BOOK (self), -1);
  g_return_val_if_fail (action != 0, -1);

  if (!action_has_changes (self))
    {
      ans_book_rollback (self);
      return 0;
    }
  if (!ans_table_specs_catch_up_search (self->connection, self->tables, self->n_tables, error) ||
      !ans_connection_exec (
          self->connection, "UPDATE journal_state SET action = NULL; COMMIT", error))
    {
      ans_book_rollback (self);
      return -1;
    }
  self->action = 0;
  ans_book_announce (self, action);
  return action;
}

void
ans_book_rollback (AnsBook *self)
{
  self->action = 0;
  /* After a full disk SQLite may have rolled back by itself. */
  if (!sqlite3_get_autocommit (ans_connection_get_handle (self->connection)))
    ans_connection_exec (self->connection, "ROLLBACK", NULL);
}

typedef struct
{
  AnsBook *book;
  AnsChanges *changes;
} News;

static gboolean
tell_news (gpointer data)
{
  News *news = data;

  g_signal_emit (news->book, signals[CHANGED], 0, news->changes);
  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->book);
  ans_changes_unref (news->changes);
  g_free (news);
}

void
ans_book_announce (AnsBook *self, gint64 action)
{
  News *news = g_new (News, 1);

  news->book = g_object_ref (self);
  news->changes = ans_changes_read (self->connection, action);
  if (g_thread_self () == self->owner)
    {
      tell_news (news);
      news_free (news);
    }
  else
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_news, news, news_free);
}

const AnsTableSpec *
ans_book_get_tables (AnsBook *self, guint *n)
{
  *n = self->n_tables;
  return self->tables;
}

static gboolean
load_in_transaction (AnsBook *self, gboolean (*func) (AnsBook *, gpointer, GError **),
                     gpointer data, GError **error)
{
  g_autofree char *application =
      g_strdup_printf ("PRAGMA application_id = %d", ANS_BOOK_APPLICATION_ID);

  return ans_connection_exec (self->connection, "BEGIN IMMEDIATE", error) &&
         ans_table_specs_drop_triggers (self->connection, self->tables, self->n_tables, error) &&
         func (self, data, error) &&
         ans_table_specs_restore (self->connection, self->tables, self->n_tables, error) &&
         ans_connection_exec (self->connection, "COMMIT; ANALYZE", error) &&
         ans_connection_exec (self->connection, application, error) &&
         ans_connection_enable_writing (self->connection, error);
}

gboolean
ans_book_load (AnsBook *self, gboolean (*func) (AnsBook *, gpointer, GError **), gpointer data,
               GError **error)
{
  g_return_val_if_fail (ANS_IS_BOOK (self), FALSE);
  g_return_val_if_fail (!self->read_only && self->action == 0, FALSE);

  if (ans_connection_get_int (self->connection, "SELECT EXISTS (SELECT 1 FROM action)", 1) != 0)
    {
      g_set_error_literal (error,
                           ANS_BOOK_ERROR,
                           ANS_BOOK_ERROR_EXISTS,
                           _ ("The book has entries already; only a new book can be filled."));
      return FALSE;
    }

  /* The file is not a book (application_id 0) until the load has ended, so it may be written
   * without the care that protects people's entries. */
  if (ans_connection_exec (self->connection,
                           "PRAGMA application_id = 0; PRAGMA journal_mode = DELETE;"
                           "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                           "PRAGMA foreign_keys = OFF",
                           error) &&
      load_in_transaction (self, func, data, error))
    return ans_connection_exec (self->connection, "PRAGMA foreign_keys = ON", error);

  /* Without a journal there is nothing to roll back to. */
  ans_book_close (self);
  ans_book_file_remove (self->path);
  return FALSE;
}
