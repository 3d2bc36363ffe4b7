/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-book-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "store/ans-backup.h"
#include "store/ans-book-file.h"
#include "store/ans-extra-columns.h"
#include "store/ans-migration.h"

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
  ans_extra_columns_free (self->tables, self->described, self->n_tables);
  g_free (self->described);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ended);
  G_OBJECT_CLASS (ans_book_parent_class)->finalize (object);
}

static void
ans_book_class_init (AnsBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_book_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ANS_TYPE_CHANGES);
}

static void
ans_book_init (AnsBook *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ended);
  self->owner = g_thread_self ();
  self->context = g_main_context_ref_thread_default ();
}

static AnsBook *
book_new (const char *path, const char *passphrase, const AnsTableSpec *tables, guint n_tables)
{
  AnsBook *self = g_object_new (ANS_TYPE_BOOK, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->passphrase = passphrase != NULL && *passphrase != '\0' ? g_strdup (passphrase) : NULL;
  self->n_tables = n_tables + 2;
  self->described = g_new (AnsTableSpec, self->n_tables);
  self->described[0] = setting_table;
  self->described[1] = ans_extra_columns_table;
  if (n_tables > 0)
    memcpy (self->described + 2, tables, n_tables * sizeof *tables);
  self->tables = g_memdup2 (self->described, self->n_tables * sizeof *self->tables);
  return self;
}

void
ans_book_merge_extra_columns (AnsBook *self)
{
  AnsTableSpec *old = self->tables;

  self->tables = ans_extra_columns_merge (self->connection, self->described, self->n_tables);
  ans_extra_columns_free (old, self->described, self->n_tables);
  self->extra_generation++;
}

guint
ans_book_get_extra_generation (AnsBook *self)
{
  return self->extra_generation;
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

char *
ans_book_mark_script (void)
{
  return g_strdup_printf ("PRAGMA application_id = %d", ANS_BOOK_APPLICATION_ID);
}

static gboolean
make_schema (AnsBook *self, GError **error)
{
  g_autofree char *application = ans_book_mark_script ();

  self->connection =
      ans_connection_open (self->path, self->passphrase, ANS_CONNECTION_CREATE, error);
  return self->connection != NULL && ans_connection_exec (self->connection, application, error) &&
         ans_connection_enable_writing (self->connection, error) &&
         ans_migration_run (self->connection, 0, error) && apply_tables (self, error);
}

AnsBook *
ans_book_create (const char *path,
                 const char *passphrase,
                 const AnsTableSpec *tables,
                 guint n_tables,
                 GError **error)
{
  g_autoptr (AnsBook) self = NULL;
  g_autofree char *owner = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name; nothing was overwritten."), path);
      return NULL;
    }

  self = book_new (path, passphrase, tables, n_tables);
  if (ans_file_lock_take (self->path, &self->lock, &owner) != ANS_FILE_LOCK_TAKEN)
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY,
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

static gboolean
refuse_newer (AnsBook *self, GError **error)
{
  g_set_error (
      error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NEWER,
      _ ("“%s” was written by a newer version of the program. Update the program; the file "
         "was left as it is."),
      self->path);
  return FALSE;
}

/* Whether the file is a book that we understand; its version, and whether it lacks columns that
 * this program asks for. */
static gboolean
is_ours (AnsBook *self, int *version, gboolean *incomplete, GError **error)
{
  g_autofree char *missing = NULL;
  g_autofree char *unknown = NULL;

  if (ans_connection_get_int (self->connection, "PRAGMA application_id", 0) !=
      ANS_BOOK_APPLICATION_ID)
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_A_BOOK,
                   _ ("“%s” is a database of another program, not a book. It was left as it is."),
                   self->path);
      return FALSE;
    }
  *version = (int) ans_connection_get_int (self->connection, "PRAGMA user_version", 0);
  if (*version > ans_migration_latest ())
    return refuse_newer (self, error);
  ans_book_merge_extra_columns (self);
  if (!ans_table_specs_compare (self->connection, self->tables, self->n_tables, &missing, &unknown,
                                error))
    return FALSE;
  /* We would write rows without journaling what we do not know of. */
  if (unknown != NULL && *version == ans_migration_latest ())
    {
      g_debug ("%s is unknown", unknown);
      return refuse_newer (self, error);
    }
  *incomplete = missing != NULL || *version < ans_migration_latest ();
  return TRUE;
}

/* Opens the file for a look and makes sure that it is a book we understand. */
static gboolean
look (AnsBook *self, int *version, gboolean *incomplete, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->connection =
      ans_connection_open (self->path, self->passphrase, ANS_CONNECTION_LOOK, &local);
  if (self->connection == NULL)
    {
      if (self->passphrase != NULL &&
          g_error_matches (local, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_A_BOOK))
        g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_WRONG_PASSPHRASE,
                     _ ("The passphrase does not open “%s”. Check the keyboard (Caps Lock, "
                        "Vietnamese typing) and try again."),
                     self->path);
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return is_ours (self, version, incomplete, error);
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
      self->read_only_reason = owner != NULL
                                   ? g_strdup_printf (_ ("%s is writing in this book."), owner)
                                   : g_strdup (_ ("Another program is writing in this book."));
      return FALSE;
    case ANS_FILE_LOCK_CANT_WRITE:
    default:
      self->read_only_reason = g_strdup (_ ("The book is in a folder that can't be written."));
      return FALSE;
    }
}

/* A copy beside the book: NAME.vN.bak. */
static gboolean
back_up_before_upgrade (AnsBook *self, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.v%d.bak", self->path, version);
  g_autoptr (GError) local = NULL;

  if (ans_backup_copy (self->connection, self->passphrase, path, NULL, &local))
    return TRUE;
  g_set_error (error, ANS_BOOK_ERROR, local->code,
               _ ("The copy that is made before the book is brought up to date failed: %s The book "
                  "was left as it is."),
               local->message);
  return FALSE;
}

static gboolean
reopen (AnsBook *self, AnsConnectionMode mode, GError **error)
{
  g_clear_pointer (&self->connection, ans_connection_close);
  self->connection = ans_connection_open (self->path, self->passphrase, mode, error);
  return self->connection != NULL;
}

/* Before anything is written, all is looked at again: somebody else may have upgraded the file
 * until we had the lock. */
static gboolean
open_for_writing (AnsBook *self, GError **error)
{
  int version;
  gboolean incomplete;

  return reopen (self, ANS_CONNECTION_WRITE, error) &&
         is_ours (self, &version, &incomplete, error) &&
         (version == ans_migration_latest () || back_up_before_upgrade (self, version, error)) &&
         ans_migration_run (self->connection, version, error) && apply_tables (self, error) &&
         ans_connection_enable_writing (self->connection, error);
}

static gboolean
open_for_reading (AnsBook *self, gboolean incomplete, GError **error)
{
  if (!incomplete)
    return reopen (self, ANS_CONNECTION_READ, error);
  g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY,
               _ ("“%s” is of an older version and must be brought up to date first: open it "
                  "once where it can be written."),
               self->path);
  return FALSE;
}

AnsBook *
ans_book_open (const char *path,
               const char *passphrase,
               gboolean read_only,
               const AnsTableSpec *tables,
               guint n_tables,
               GError **error)
{
  g_autoptr (AnsBook) self = NULL;
  AnsBookFileKind kind;
  int version;
  gboolean incomplete;

  g_return_val_if_fail (path != NULL, NULL);

  if (!ans_book_file_sniff (path, &kind, error))
    return NULL;
  if (kind == ANS_BOOK_FILE_ENCRYPTED && (passphrase == NULL || *passphrase == '\0'))
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NEEDS_PASSPHRASE,
                   _ ("“%s” is locked with a passphrase."), path);
      return NULL;
    }

  self = book_new (path, kind == ANS_BOOK_FILE_ENCRYPTED ? passphrase : NULL, tables, n_tables);
  if (!look (self, &version, &incomplete, error))
    return NULL;

  self->read_only = read_only || !try_lock (self);
  if (self->read_only ? open_for_reading (self, incomplete, error) : open_for_writing (self, error))
    return g_steal_pointer (&self);

  /* Nothing is written any more. */
  self->read_only = TRUE;
  return NULL;
}

void
ans_book_close (AnsBook *self)
{
  g_return_if_fail (ANS_IS_BOOK (self));

  ans_book_wait_for_others (self);
  if (self->connection != NULL && !self->read_only)
    {
      ans_book_rollback (self);
      ans_connection_exec (self->connection, "PRAGMA optimize", NULL);
      ans_connection_exec (self->connection, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
    }
  g_clear_pointer (&self->beside, ans_connection_close);
  g_clear_pointer (&self->connection, ans_connection_close);
  g_clear_pointer (&self->lock, ans_file_lock_release);
}

void
ans_book_adopt (AnsBook *self)
{
  g_return_if_fail (ANS_IS_BOOK (self));

  self->owner = g_thread_self ();
  g_main_context_unref (self->context);
  self->context = g_main_context_ref_thread_default ();
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
  AnsConnection *connection = ans_book_reading_find (self);

  if (connection != NULL)
    return connection;
  g_mutex_lock (&self->mutex);
  connection = self->connection;
  if (self->action_thread != NULL && self->action_thread != g_thread_self ())
    {
      if (self->beside == NULL)
        self->beside = ans_book_new_reader (self, NULL);
      if (self->beside != NULL)
        connection = self->beside;
    }
  g_mutex_unlock (&self->mutex);
  return connection;
}

AnsConnection *
ans_book_new_reader (AnsBook *self, GError **error)
{
  return ans_connection_open (self->path, self->passphrase, ANS_CONNECTION_READ, error);
}

const AnsTableSpec *
ans_book_get_tables (AnsBook *self, guint *n)
{
  *n = self->n_tables;
  return self->tables;
}
