/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a new book with many rows at once. */
#include <glib/gi18n.h>

#include "store/ans-book-file.h"
#include "store/ans-book-private.h"

static gboolean
load_in_transaction (AnsBook *self,
                     gboolean (*func) (AnsBook *, gpointer, GError **),
                     gpointer data,
                     GError **error)
{
  g_autofree char *application = ans_book_mark_script ();

  return ans_connection_exec (self->connection, "BEGIN IMMEDIATE", error) &&
         ans_table_specs_drop_triggers (self->connection, self->tables, self->n_tables, error) &&
         func (self, data, error) &&
         ans_table_specs_restore (self->connection, self->tables, self->n_tables, error) &&
         ans_connection_exec (self->connection, "COMMIT; ANALYZE", error) &&
         ans_connection_exec (self->connection, application, error) &&
         ans_connection_enable_writing (self->connection, error);
}

gboolean
ans_book_load (AnsBook *self,
               gboolean (*func) (AnsBook *, gpointer, GError **),
               gpointer data,
               GError **error)
{
  g_return_val_if_fail (ANS_IS_BOOK (self), FALSE);
  g_return_val_if_fail (!self->read_only && self->action_thread == NULL, FALSE);

  if (ans_connection_get_int (self->connection, "SELECT EXISTS (SELECT 1 FROM action)", 1) != 0)
    {
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_EXISTS,
                           _ ("The book has entries already; only a new book can be filled."));
      return FALSE;
    }

  ans_connection_set_roomy (self->connection, TRUE);
  /* The file is not a book (application_id 0) until the load has ended, so it may be written
   * without the care that protects people's entries. */
  if (ans_connection_exec (self->connection,
                           "PRAGMA application_id = 0; PRAGMA journal_mode = DELETE;"
                           "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                           "PRAGMA foreign_keys = OFF",
                           error) &&
      load_in_transaction (self, func, data, error))
    {
      ans_connection_set_roomy (self->connection, FALSE);
      return ans_connection_exec (self->connection, "PRAGMA foreign_keys = ON", error);
    }

  /* Without a journal there is nothing to roll back to. */
  ans_book_close (self);
  ans_book_file_remove (self->path);
  return FALSE;
}
