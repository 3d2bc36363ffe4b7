/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-book-care.h"

#include <glib/gi18n.h>

#include "app/window/ans-backup-state.h"
#include "app/window/ans-book-opening.h"
#include "app/window/ans-file-choice.h"
#include "app/window/ans-passphrase-dialog.h"
#include "app/window/ans-window-private.h"
#include "registry/ans-register.h"
#include "store/ans-backup.h"
#include "store/ans-book-file.h"

/* --- backup ------------------------------------------------------------------------------------
 */

typedef struct
{
  char *from;
  char *to;
  char *passphrase;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->from);
  g_free (copy->to);
  g_free (copy->passphrase);
  g_free (copy);
}

static void
back_up_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;
  g_autoptr (AnsBook) book = ans_registry_open_book (copy->from, copy->passphrase, TRUE, &error);

  if (book != NULL && ans_backup_make (book, copy->to, cancellable, &error))
    g_task_return_pointer (task, g_strdup (copy->to), g_free);
  else
    g_task_return_error (task, error);
}

static void
backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ans_job_run_finish (ANS_JOB (source), result, &error);
  AnsBook *book = ans_window_get_book (window);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      ans_window_show_error (window, _ ("No backup was made"), error);
      return;
    }
  if (book != NULL)
    ans_backup_state_record (book);
  ans_window_backed_up (window);
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Backed up to “%s” and checked"), name);
  ans_window_toast (window, text, 0);
}

static void
backup_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (AnsJob) job = NULL;
  Copy *copy;

  if (file == NULL || book == NULL)
    {
      ans_window_show_error (window, _ ("No file could be chosen"), error);
      return;
    }
  job = ans_job_new (_ ("Making a backup"));
  copy = g_new0 (Copy, 1);
  copy->from = g_strdup (ans_book_get_path (book));
  copy->passphrase = g_strdup (ans_book_get_passphrase (book));
  copy->to = ans_file_choice_take (file);
  /* The file dialog has asked whether to replace it. */
  if (g_strcmp0 (copy->from, copy->to) != 0)
    g_file_delete (file, NULL, NULL);
  ans_job_run (job, back_up_work, copy, copy_free, backed_up, g_object_ref (window));
  ans_window_add_job (window, job);
}

void
ans_book_care_back_up (AnsWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = ans_file_choice_books (_ ("Make a backup"));
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *base = NULL;
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = NULL;

  g_return_if_fail (ANS_IS_BOOK (book));

  base = g_path_get_basename (ans_book_get_path (book));
  if (g_str_has_suffix (base, ANS_BOOK_SUFFIX))
    base[strlen (base) - strlen (ANS_BOOK_SUFFIX)] = '\0';
  name = g_strdup_printf ("%s %s%s", base, day, ANS_BOOK_SUFFIX);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, backup_chosen, g_object_ref (window));
}

/* --- checking ----------------------------------------------------------------------------------
 */

static void
check_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;
  g_autoptr (AnsBook) book = ans_registry_open_book (copy->from, copy->passphrase, TRUE, &error);

  if (book != NULL)
    g_task_return_pointer (task, ans_book_check (book, cancellable),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ans_job_run_finish (ANS_JOB (source), result, &error);

  if (findings == NULL)
    ans_window_show_error (window, _ ("The book could not be checked"), error);
  else if (findings->len == 0)
    ans_window_toast (window, _ ("The book is sound"), 0);
  else
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < MIN (findings->len, 20); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                                (const char *) g_ptr_array_index (findings, i));
      g_set_error_literal (&error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_DAMAGED, text->str);
      ans_window_show_error (window, _ ("Restore the book from a backup"), error);
    }
}

void
ans_book_care_check (AnsWindow *window)
{
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (AnsJob) job = ans_job_new (_ ("Checking the book"));
  Copy *copy;

  g_return_if_fail (ANS_IS_BOOK (book));

  copy = g_new0 (Copy, 1);
  copy->from = g_strdup (ans_book_get_path (book));
  copy->passphrase = g_strdup (ans_book_get_passphrase (book));
  ans_job_run (job, check_work, copy, copy_free, checked, g_object_ref (window));
  ans_window_add_job (window, job);
}

/* --- restoring ---------------------------------------------------------------------------------
 */

static void
restore_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;

  if (ans_backup_restore (copy->from, copy->passphrase, copy->to, &error))
    g_task_return_pointer (task, g_strdup (copy->to), g_free);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  AnsWindow *window;
  Copy copy;
  AnsPassphraseDialog *asked; /* (nullable) */
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_clear_object (&restoring->window);
  g_clear_object (&restoring->asked);
  g_free (restoring->copy.from);
  g_free (restoring->copy.to);
  g_free (restoring->copy.passphrase);
  g_free (restoring);
}

static void restore_start (Restoring *restoring);

static void
restore_passphrase_given (AnsPassphraseDialog *dialog, const char *passphrase, Restoring *restoring)
{
  g_set_str (&restoring->copy.passphrase, passphrase);
  restore_start (restoring);
}

static void
restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ans_job_run_finish (ANS_JOB (source), result, &error);

  if (path == NULL && restoring->asked != NULL)
    {
      ans_passphrase_dialog_refuse (restoring->asked, error->message);
      return;
    }
  if (path != NULL)
    {
      g_autoptr (AnsBook) book =
          ans_registry_open_book (path, restoring->copy.passphrase, FALSE, &error);

      if (book != NULL)
        {
          ans_book_opening_took (restoring->window, book);
          ans_window_toast (restoring->window, _ ("The book was restored from the backup"), 0);
        }
    }
  if (restoring->asked != NULL)
    adw_dialog_force_close (ADW_DIALOG (restoring->asked));
  if (error != NULL)
    ans_window_show_error (restoring->window, _ ("The backup can't be restored"), error);
  if (restoring->asked == NULL)
    restoring_free (restoring);
}

static void
restore_start (Restoring *restoring)
{
  g_autoptr (AnsJob) job = ans_job_new (_ ("Restoring the book"));
  Copy *copy = g_new0 (Copy, 1);

  copy->from = g_strdup (restoring->copy.from);
  copy->to = g_strdup (restoring->copy.to);
  copy->passphrase = g_strdup (restoring->copy.passphrase);
  ans_job_run (job, restore_work, copy, copy_free, restored, restoring);
  ans_window_add_job (restoring->window, job);
}

static void
restore_dialog_closed (AdwDialog *dialog, Restoring *restoring)
{
  restoring_free (restoring);
}

static void
restore_target_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  AnsBookFileKind kind;

  if (file == NULL)
    ans_window_show_error (restoring->window, _ ("No file could be chosen"), error);
  else if (!ans_book_file_sniff (restoring->copy.from, &kind, &error))
    ans_window_show_error (restoring->window, _ ("The backup can't be restored"), error);
  else
    {
      restoring->copy.to = ans_file_choice_take (file);
      if (kind == ANS_BOOK_FILE_PLAIN)
        {
          restore_start (restoring);
          return;
        }
      restoring->asked = g_object_ref_sink (ans_passphrase_dialog_new (restoring->copy.from));
      g_signal_connect (restoring->asked, "given", G_CALLBACK (restore_passphrase_given),
                        restoring);
      g_signal_connect (restoring->asked, "closed", G_CALLBACK (restore_dialog_closed), restoring);
      adw_dialog_present (ADW_DIALOG (restoring->asked), GTK_WIDGET (restoring->window));
      return;
    }
  restoring_free (restoring);
}

static void
restore_backup_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GtkFileDialog) next = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  Restoring *restoring;

  if (file == NULL)
    {
      ans_window_show_error (window, _ ("No file could be chosen"), error);
      return;
    }
  restoring = g_new0 (Restoring, 1);
  restoring->window = g_steal_pointer (&window);
  restoring->copy.from = ans_file_choice_take (file);
  base = g_file_get_basename (file);
  if (g_str_has_suffix (base, ANS_BOOK_SUFFIX))
    base[strlen (base) - strlen (ANS_BOOK_SUFFIX)] = '\0';
  /* Translators: name of the file of a restored book; %s is the name of the backup */
  name = g_strdup_printf (_ ("%s (restored)%s"), base, ANS_BOOK_SUFFIX);
  next = ans_file_choice_books (_ ("Where shall the restored book be?"));
  gtk_file_dialog_set_initial_name (next, name);
  gtk_file_dialog_save (next, GTK_WINDOW (restoring->window), NULL, restore_target_chosen,
                        restoring);
}

void
ans_book_care_restore (AnsWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = ans_file_choice_books (_ ("Choose a backup"));

  g_return_if_fail (ANS_IS_WINDOW (window));
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, restore_backup_chosen,
                        g_object_ref (window));
}
