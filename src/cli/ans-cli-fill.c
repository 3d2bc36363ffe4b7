/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A practice book is made beside its place and put there by a rename. */
#include "cli/ans-cli-fill.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/ans-cli-progress.h"
#include "plan/ans-plan.h"
#include "practice/ans-practice-plan.h"
#include "practice/ans-practice.h"
#include "store/ans-book-file.h"
#include "store/ans-file-lock.h"

static volatile sig_atomic_t interrupted;

typedef struct
{
  AnsCliProgress *progress;
  AnsBook *book;
  const char *part;
} Filling;

static void
note_interrupt (int number)
{
  interrupted = number;
}

static void
tell (double fraction, gpointer data)
{
  Filling *filling = data;

  if (interrupted != 0)
    {
      ans_book_close (filling->book);
      ans_book_file_remove (filling->part);
      ans_cli_progress_free (filling->progress);
      ans_cli_message (_ ("Stopped. No book was made."));
      _exit (ANS_CLI_REFUSED);
    }
  ans_cli_progress_report (filling->progress, fraction, NULL);
}

/* Takes away what a killed program left, unless one is still at work on it. */
static gboolean
clear_place (const char *path, const char *part, GError **error)
{
  AnsFileLock *lock = NULL;
  g_autofree char *owner = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name; nothing was overwritten."), path);
      return FALSE;
    }
  switch (ans_file_lock_take (part, &lock, &owner))
    {
    case ANS_FILE_LOCK_TAKEN:
      ans_book_file_remove (part);
      ans_file_lock_release (lock);
      return TRUE;
    case ANS_FILE_LOCK_HELD_BY_OTHER:
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_IN_USE,
                   _ ("Another program is just making “%s”."), path);
      return FALSE;
    case ANS_FILE_LOCK_CANT_WRITE:
    default:
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY,
                   _ ("A book can't be made at “%s”: check that the folder exists and that you may "
                      "write in it."),
                   path);
      return FALSE;
    }
}

static gboolean
put_in_place (const char *part, const char *path, GError **error)
{
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* Some file systems can't refuse to replace; then the check at the beginning must do. */
  if (errno == EINVAL && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (part, path) == 0)
    return TRUE;
  g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_FAILED, _ ("“%s” can't be written: %s"), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
ans_cli_fill_make_book (AnsCli *cli,
                        const char *path,
                        const char *passphrase,
                        guint64 people,
                        guint64 seed,
                        const char *plan,
                        GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *part_name = g_strdup_printf (".%s.part", name);
  g_autofree char *part = g_build_filename (directory, part_name, NULL);
  struct sigaction action = { .sa_handler = note_interrupt };
  Filling filling = { .part = part };
  gboolean done = TRUE;

  if (!clear_place (path, part, error))
    return FALSE;
  filling.book = ans_registry_create_book (part, passphrase, error);
  if (filling.book == NULL)
    return FALSE;

  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  filling.progress = ans_cli_progress_new (cli, _ ("Inventing a commune"));
  if (people > 0)
    done = ans_practice_fill (filling.book, (guint) people, seed, tell, &filling, error);
  if (done && plan != NULL)
    {
      gint64 id = ans_plan_load (filling.book, plan, error);

      done = id != 0 &&
             (people == 0 || ans_practice_plan_fill (filling.book, id, seed, error));
    }
  ans_cli_progress_free (filling.progress);
  ans_book_close (filling.book);
  g_object_unref (filling.book);

  done = done && put_in_place (part, path, error);
  if (!done)
    ans_book_file_remove (part);
  return done;
}
