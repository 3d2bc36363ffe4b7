/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-practice-opening.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/window/ans-book-opening.h"
#include "plan/ans-plan.h"
#include "practice/ans-practice-plan.h"
#include "practice/ans-practice.h"
#include "registry/ans-register.h"
#include "store/ans-book-file.h"

/* Where it lives: it may be thrown away at any time. */
static char *
practice_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "so-an-sinh", "xa-mau" ANS_BOOK_SUFFIX, NULL);
}

static void
report (double fraction, gpointer data)
{
  g_autofree char *status = g_strdup_printf ("%.0f %%", fraction * 100);

  ans_job_report (data, fraction, status);
}

static void
practice_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = data;
  GError *error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *draft = g_strconcat (path, ".new", NULL);
  AnsBook *book;
  gboolean done = FALSE;

  g_mkdir_with_parents (folder, 0700);
  ans_book_file_remove (draft);
  book = ans_registry_create_book (draft, NULL, &error);
  if (book != NULL)
    {
      gint64 plan = 0;

      done = ans_practice_fill (book, ANS_PRACTICE_PEOPLE, 1, report, source, &error) &&
             (plan = ans_plan_load (book, ANS_PLAN_SHIPPED, &error)) != 0 &&
             ans_practice_plan_fill (book, plan, 1, &error);
      ans_book_close (book);
      g_object_unref (book);
    }
  if (done && g_rename (draft, path) != 0)
    {
      g_set_error (&error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_FAILED, _ ("“%s” can't be written."),
                   path);
      done = FALSE;
    }
  if (done)
    g_task_return_pointer (task, g_strdup (path), g_free);
  else
    {
      ans_book_file_remove (draft);
      g_task_return_error (task, error);
    }
}

static void
practice_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ans_job_run_finish (ANS_JOB (source), result, &error);

  if (path == NULL)
    ans_window_show_error (window, _ ("The practice commune can't be made"), error);
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      ans_book_opening_open (window, file);
    }
}

void
ans_practice_opening_start (AnsWindow *window)
{
  g_autofree char *path = practice_path ();
  g_autoptr (AnsJob) job = NULL;

  g_return_if_fail (ANS_IS_WINDOW (window));

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      ans_book_opening_open (window, file);
      return;
    }
  job = ans_job_new (_ ("Inventing the practice commune"));
  ans_job_run (job, practice_work, g_steal_pointer (&path), g_free, practice_made,
               g_object_ref (window));
  ans_window_add_job (window, job);
}
