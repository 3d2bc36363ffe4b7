/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-backup.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "store/ans-book-file.h"

/* Pages copied between two looks at the cancellable. */
#define STEP_PAGES 1024

static gboolean
copy_pages (AnsConnection *from, AnsConnection *to, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (ans_connection_get_handle (to), "main",
                                                ans_connection_get_handle (from), "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    {
      ans_connection_set_error (to, sqlite3_errcode (ans_connection_get_handle (to)), error);
      return FALSE;
    }
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, STEP_PAGES);
  sqlite3_backup_finish (backup);

  if (code == SQLITE_DONE)
    return TRUE;
  ans_connection_set_error (to, code == SQLITE_OK ? SQLITE_INTERRUPT : code, error);
  return FALSE;
}

static gboolean
is_sound (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (AnsConnection) copy =
      ans_connection_open (path, passphrase, ANS_CONNECTION_READ, error);
  g_autoptr (AnsStatement) check = NULL;

  if (copy == NULL)
    return FALSE;
  check = ans_connection_prepare (copy, "PRAGMA quick_check(1)", error);
  if (check == NULL)
    return FALSE;
  if (ans_statement_step (check, NULL) && g_strcmp0 (ans_statement_text (check, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_DAMAGED,
               _ ("The copy “%s” is not sound. Make another one on another disk."), path);
  return FALSE;
}

/* Into a temporary file beside @path, which gets its name only when all is well. */
gboolean
ans_backup_copy (AnsConnection *from,
                 const char *passphrase,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  g_autoptr (GError) local = NULL;
  AnsConnection *to;
  gboolean done;

  ans_book_file_remove (temporary);
  to = ans_connection_open (temporary, passphrase, ANS_CONNECTION_CREATE, &local);
  if (to == NULL)
    {
      /* They asked for @path. */
      if (g_error_matches (local, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND))
        g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY,
                     _ ("“%s” can't be written. Check that its folder exists and that you may "
                        "write in it, or choose another place."),
                     path);
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  done = copy_pages (from, to, cancellable, error) &&
         /* A copy is one file: no write-ahead log beside it. */
         ans_connection_exec (to, "PRAGMA journal_mode = DELETE", error);
  ans_connection_close (to);
  done = done && is_sound (temporary, passphrase, error);
  if (done && g_rename (temporary, path) != 0)
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_FAILED, _ ("“%s” can't be written: %s"),
                   path, g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    ans_book_file_remove (temporary);
  return done;
}

static gboolean
copy_book (AnsBook *book, const char *path, GCancellable *cancellable, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name; nothing was overwritten."), path);
      return FALSE;
    }
  return ans_backup_copy (ans_book_get_connection (book), ans_book_get_passphrase (book), path,
                          cancellable, error);
}

gboolean
ans_backup_make (AnsBook *book, const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);
  /* It would copy half an action. */
  g_return_val_if_fail (!ans_book_in_action (book), FALSE);

  return copy_book (book, path, cancellable, error);
}

gboolean
ans_backup_restore (const char *backup, const char *passphrase, const char *path, GError **error)
{
  g_autoptr (AnsBook) book = ans_book_open (backup, passphrase, TRUE, NULL, 0, error);

  return book != NULL && is_sound (backup, ans_book_get_passphrase (book), error) &&
         copy_book (book, path, NULL, error);
}

static void
collect (AnsConnection *connection, const char *sql, const char *good, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsStatement) check = ans_connection_prepare (connection, sql, &error);

  while (check != NULL && ans_statement_step (check, &error))
    if (good == NULL || g_strcmp0 (ans_statement_text (check, 0), good) != 0)
      g_ptr_array_add (problems, g_strdup (ans_statement_text (check, 0)));
  if (error != NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
}

/* One sentence for each wrong row would bury the reader. */
#define MAX_WRONG_ROWS 20

static void
check_rows (AnsConnection *connection,
            const char *table,
            const AnsCheckSpec *spec,
            GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsStatement) check = ans_connection_prepare (connection, spec->sql, &error);
  guint n = 0;

  while (check != NULL && ans_statement_step (check, &error))
    if (++n <= MAX_WRONG_ROWS)
      g_ptr_array_add (problems, g_strdup_printf ("%s %s: %s", table, ans_statement_text (check, 0),
                                                  _ (spec->wrong)));
  if (n > MAX_WRONG_ROWS)
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("%s: %u rows in all: %s"), table, n, _ (spec->wrong)));
  if (error != NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
}

static void
check_computed (AnsConnection *connection, const AnsTableSpec *spec, GPtrArray *problems)
{
  for (const AnsColumnSpec *column = spec->columns; column->name != NULL; column++)
    if (column->expression != NULL)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s IS NOT (%s)",
                                                spec->name, column->name, column->expression);
        AnsCheckSpec check = { sql, N_ ("What searching and sorting go by is out of date.") };

        check_rows (connection, spec->name, &check, problems);
      }
}

static void
check_search (AnsConnection *connection,
              const AnsTableSpec *spec,
              gboolean read_only,
              GPtrArray *problems)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  if (spec->search_columns == NULL)
    return;
  if (read_only)
    {
      /* Without writing, it shows which rows are in the index, not under which words. */
      g_autofree char *sql_of_rows =
          g_strdup_printf ("SELECT id FROM (SELECT id FROM %1$s EXCEPT SELECT id FROM "
                           "%1$s_search_docsize) UNION ALL SELECT id FROM (SELECT id FROM "
                           "%1$s_search_docsize EXCEPT SELECT id FROM %1$s)",
                           spec->name);
      AnsCheckSpec check = { sql_of_rows, N_ ("The search index does not agree with the entry.") };

      check_rows (connection, spec->name, &check, problems);
      return;
    }
  /* Rank 1 compares the index with the table that it is made from. */
  sql = g_strdup_printf (
      "INSERT INTO %1$s_search (%1$s_search, rank) VALUES ('integrity-check', 1)", spec->name);
  if (!ans_connection_exec (connection, sql, &error))
    g_ptr_array_add (problems, g_strdup_printf (_ ("The search index of %s is wrong: %s"),
                                                spec->name, error->message));
}

GPtrArray *
ans_book_check (AnsBook *book, GCancellable *cancellable)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  AnsConnection *connection = ans_book_get_connection (book);
  guint n_tables;
  const AnsTableSpec *tables = ans_book_get_tables (book, &n_tables);

  ans_connection_set_cancellable (connection, cancellable);
  collect (connection, "PRAGMA integrity_check", "ok", problems);
  collect (connection,
           "SELECT printf('%s %d names a missing %s', \"table\", rowid, parent) "
           "FROM pragma_foreign_key_check",
           NULL, problems);
  collect (connection,
           "SELECT printf('change %d belongs to no action', id) FROM change "
           "WHERE action NOT IN (SELECT id FROM action)",
           NULL, problems);
  if (!ans_book_in_action (book))
    collect (connection,
             "SELECT printf('action %d never ended', action) FROM journal_state "
             "WHERE action IS NOT NULL",
             NULL, problems);
  for (guint i = 0; i < n_tables; i++)
    {
      for (const AnsCheckSpec *check = tables[i].checks; check != NULL && check->sql != NULL;
           check++)
        check_rows (connection, tables[i].name, check, problems);
      check_computed (connection, &tables[i], problems);
      check_search (connection, &tables[i], ans_book_is_read_only (book), problems);
    }
  ans_connection_set_cancellable (connection, NULL);
  return problems;
}
