/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-book-opening.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/window/ans-early-book.h"
#include "app/window/ans-file-choice.h"
#include "app/window/ans-passphrase-dialog.h"
#include "registry/ans-register.h"

#define MAX_RECENT 8

/* --- recent books ------------------------------------------------------------------------------
 */

GStrv
ans_book_opening_recent (void)
{
  g_auto (GStrv) all = g_settings_get_strv (ans_settings (), "recent-books");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (g_file_test (all[i], G_FILE_TEST_EXISTS))
      g_strv_builder_add (builder, all[i]);
  return g_strv_builder_end (builder);
}

static void
remember (const char *path)
{
  g_auto (GStrv) recent = ans_book_opening_recent ();
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  g_ptr_array_add (list, (gpointer) path);
  for (guint i = 0; recent[i] != NULL && list->len < MAX_RECENT; i++)
    if (!g_str_equal (recent[i], path))
      g_ptr_array_add (list, recent[i]);
  g_ptr_array_add (list, NULL);
  g_settings_set_strv (ans_settings (), "recent-books", (const char *const *) list->pdata);
}

void
ans_book_opening_took (AnsWindow *window, AnsBook *book)
{
  g_return_if_fail (ANS_IS_WINDOW (window));
  g_return_if_fail (ANS_IS_BOOK (book));

  ans_window_set_book (window, book);
  remember (ans_book_get_path (book));
}

/* --- opening -----------------------------------------------------------------------------------
 */

static gboolean
open_path (AnsWindow *window, const char *path, const char *passphrase, AnsPassphraseDialog *asked);

typedef struct
{
  AnsWindow *window;
  char *path;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_object (&asking->window);
  g_free (asking->path);
  g_free (asking);
}

static void
passphrase_given (AnsPassphraseDialog *dialog, const char *passphrase, Asking *asking)
{
  if (open_path (asking->window, asking->path, passphrase, dialog))
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
ask_passphrase (AnsWindow *window, const char *path)
{
  AnsPassphraseDialog *dialog = ans_passphrase_dialog_new (path);
  Asking *asking = g_new0 (Asking, 1);

  asking->window = g_object_ref (window);
  asking->path = g_strdup (path);
  g_signal_connect_data (dialog, "given", G_CALLBACK (passphrase_given), asking, asking_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

/* A wrong passphrase is said in the dialog that asked for it. */
static gboolean
open_path (AnsWindow *window, const char *path, const char *passphrase, AnsPassphraseDialog *asked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = NULL;
  AnsBook *present = ans_window_get_book (window);

  if (present != NULL && g_strcmp0 (ans_book_get_path (present), path) == 0 && asked == NULL)
    return TRUE;
  if (passphrase == NULL)
    book = ans_early_book_take (path);
  if (book == NULL)
    book = ans_registry_open_book (path, passphrase, FALSE, &error);
  if (book != NULL)
    {
      ans_book_opening_took (window, book);
      return TRUE;
    }
  if (g_error_matches (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NEEDS_PASSPHRASE) && asked == NULL)
    ask_passphrase (window, path);
  else if (asked != NULL)
    ans_passphrase_dialog_refuse (asked, error->message);
  else
    ans_window_show_error (window, _ ("The book can't be opened"), error);
  return FALSE;
}

void
ans_book_opening_open (AnsWindow *window, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_if_fail (ANS_IS_WINDOW (window));

  if (path != NULL)
    open_path (window, path, NULL, NULL);
}

/* Returns: (transfer full) (nullable): the book with which the program begins */
static char *
last_book (void)
{
  g_auto (GStrv) recent = ans_book_opening_recent ();

  return g_settings_get_boolean (ans_settings (), "reopen-last-book") ? g_strdup (recent[0]) : NULL;
}

void
ans_book_opening_begin (const char *path)
{
  g_autofree char *last = path == NULL ? last_book () : NULL;

  if (path != NULL || last != NULL)
    ans_early_book_start (path != NULL ? path : last);
}

void
ans_book_opening_reopen_last (AnsWindow *window)
{
  g_autofree char *last = last_book ();

  if (last != NULL)
    open_path (window, last, NULL, NULL);
}

void
ans_book_opening_retry (AnsWindow *window)
{
  AnsBook *present = ans_window_get_book (window);
  g_autofree char *path = g_strdup (ans_book_get_path (present));
  g_autofree char *passphrase = g_strdup (ans_book_get_passphrase (present));
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = ans_registry_open_book (path, passphrase, FALSE, &error);

  if (book == NULL)
    ans_window_show_error (window, _ ("The book can't be opened"), error);
  else if (ans_book_is_read_only (book))
    {
      ans_window_toast (window, ans_book_get_read_only_reason (book), 0);
      ans_book_close (book);
    }
  else
    {
      ans_book_opening_took (window, book);
      ans_window_toast (window, _ ("The book can be changed again"), 0);
    }
}

/* --- choosing files ----------------------------------------------------------------------------
 */

static void
open_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = NULL;

  if (file == NULL)
    {
      ans_window_show_error (window, _ ("No file could be chosen"), error);
      return;
    }
  path = ans_file_choice_take (file);
  if (path != NULL)
    open_path (window, path, NULL, NULL);
}

void
ans_book_opening_choose (AnsWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = ans_file_choice_books (_ ("Open a book"));

  g_return_if_fail (ANS_IS_WINDOW (window));
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, open_chosen, g_object_ref (window));
}
