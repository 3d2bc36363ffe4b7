/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: books, areas, undo, jobs. */
#include <glib/gstdio.h>

#include "app/ans-application.h"
#include "app/window/ans-book-opening.h"
#include "app/window/ans-jobs-bar.h"
#include "app/window/ans-passphrase-dialog.h"
#include "app/window/ans-places.h"
#include "app/window/ans-search-dialog.h"
#include "app/window/ans-welcome-page.h"
#include "app/window/ans-window-private.h"
#include "registry/ans-record.h"
#include "ui-fixture.h"

static AdwDialog *
dialog_of (AnsWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
test_welcome (void)
{
  AnsWindow *window;
  g_autofree char *path = ui_commune_path ();
  const char *recent[] = { path, "/nowhere/gone.ansinh", NULL };

  g_settings_set_strv (ans_settings (), "recent-books", recent);
  window = ans_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (UI_QUIET);
  g_assert_true (ANS_IS_WELCOME_PAGE (ans_window_get_page (window)));
  g_assert_true (ui_shows (window, "Recent"));
  /* What is gone is not offered. */
  g_assert_false (ui_shows (window, "gone.ansinh"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-recent", "s", path);
  ui_settle (UI_QUIET);
  g_assert_nonnull (ans_window_get_book (window));
  g_assert_true (ANS_IS_LIST_PAGE (ans_window_get_page (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-book", NULL);
  ui_settle (UI_QUIET);
  g_assert_null (ans_window_get_book (window));
  ui_window_close (window);
  g_settings_reset (ans_settings (), "recent-books");
}

static void
test_refused (void)
{
  AnsWindow *window = ans_window_new (NULL);
  g_autofree char *path = ui_commune_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_set_contents (path, "this is not a book at all, it is a letter", -1, NULL);
  gtk_window_present (GTK_WINDOW (window));
  ans_book_opening_open (window, file);
  ui_settle (UI_QUIET);
  g_assert_null (ans_window_get_book (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog_of (window)));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog_of (window))), !=, "");
  adw_dialog_force_close (dialog_of (window));
  ui_window_close (window);
}

static void
test_passphrase (void)
{
  AnsWindow *window = ans_window_new (NULL);
  g_autofree char *path = ui_commune_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AnsBook *book;
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  book = ans_registry_create_book (path, "con mèo ngủ", &error);
  g_assert_no_error (error);
  ans_book_close (book);
  g_object_unref (book);

  gtk_window_present (GTK_WINDOW (window));
  ans_book_opening_open (window, file);
  ui_settle (UI_QUIET);
  g_assert_true (ANS_IS_PASSPHRASE_DIALOG (dialog_of (window)));
  g_signal_emit_by_name (dialog_of (window), "given", "con chó ngủ");
  ui_settle (UI_QUIET);
  /* The wrong one is refused in the dialog that asked. */
  g_assert_null (ans_window_get_book (window));
  g_assert_true (ANS_IS_PASSPHRASE_DIALOG (dialog_of (window)));
  g_signal_emit_by_name (dialog_of (window), "given", "con mèo ngủ");
  ui_settle (UI_QUIET);
  g_assert_nonnull (ans_window_get_book (window));
  g_assert_null (dialog_of (window));
  ui_window_close (window);
}

static const char *
shown_page (AnsWindow *window)
{
  return adw_navigation_page_get_tag (ans_window_get_page (window));
}

/* Every page of every place of the sidebar is there; a place opens on the page that was shown last,
 * and the tabs can be walked in a circle. */
static void
test_areas (void)
{
  AnsWindow *window = ui_window_new ();
  guint n;
  const AnsPlace *places = ans_places (&n);

  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i < n; i++)
    {
      const AnsPlace *place = &places[i];

      for (guint j = 0; j < place->n_pages; j++)
        {
          ans_window_show_area (window, place->pages[j].id);
          ui_settle (UI_QUIET);
          g_assert_cmpstr (shown_page (window), ==, place->pages[j].id);
        }
      ans_window_show_area (window, places[(i + 1) % n].id);
      ui_settle (UI_QUIET);
      g_assert_cmpstr (shown_page (window), !=, place->pages[place->n_pages - 1].id);
      ans_window_show_area (window, place->id);
      ui_settle (UI_QUIET);
      g_assert_cmpstr (shown_page (window), ==, place->pages[place->n_pages - 1].id);
    }
  ans_window_show_area (window, places[0].pages[0].id);
  for (guint j = 1; j <= places[0].n_pages; j++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-tab", NULL));
      ui_settle (UI_QUIET);
      g_assert_cmpstr (shown_page (window), ==, places[0].pages[j % places[0].n_pages].id);
    }
  ui_window_close (window);
}

static void
test_undo (void)
{
  AnsWindow *window = ui_window_new ();
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, 1, &error);
  g_autofree char *before = NULL;

  g_assert_no_error (error);
  before = g_strdup (ans_record_get (record, "note"));
  ans_record_set (record, "note", "một");
  g_assert_true (ans_record_save (record, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  ui_settle (UI_QUIET);
  ans_record_reload (record, NULL);
  g_assert_cmpstr (ans_record_get (record, "note"), ==, before);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  ui_settle (UI_QUIET);
  ans_record_reload (record, NULL);
  g_assert_cmpstr (ans_record_get (record, "note"), ==, "một");
  ui_window_close (window);
}

/* Writes a note to everybody, as an import would. */
static void
write_notes (AnsBook *book)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "Ghi chú cho cả xã", &error));
  for (gint64 id = 1; id <= UI_PEOPLE; id++)
    {
      g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, id, &error);

      ans_record_set (record, "note", "cả xã");
      ans_record_set (record, "other_name", "cả xã");
      g_assert_true (ans_record_save (record, &error));
    }
  g_assert_cmpint (ans_book_commit (book, &error), >, 0);
  g_assert_no_error (error);
}

static gint64
count_notes (AnsBook *book)
{
  return ans_connection_get_int (ans_book_get_connection (book),
                                 "SELECT count(*) FROM person WHERE note = 'cả xã'", -1);
}

static gboolean
no_job (gpointer bar)
{
  return ans_jobs_bar_get_running (bar) == NULL;
}

/* A large one is the work of a job that can be stopped; the window lives on. */
static void
test_large_undo (void)
{
  AnsWindow *window = ui_window_new ();
  AnsBook *book = ans_window_get_book (window);
  AnsJobsBar *bar = ui_find (window, ANS_TYPE_JOBS_BAR);
  gint64 before = count_notes (book);

  g_assert_cmpint (before, ==, 0);
  write_notes (book);
  g_assert_cmpint (count_notes (book), ==, UI_PEOPLE);

  /* On a busy machine the job may have ended before it is told to stop: then once more. */
  for (guint i = 0; i < 20; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
      g_assert_nonnull (ans_jobs_bar_get_running (bar));
      ans_job_cancel (ans_jobs_bar_get_running (bar));
      ui_wait (no_job, bar);
      ui_settle (UI_QUIET);
      if (count_notes (book) == UI_PEOPLE)
        break;
      gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
      ui_wait (no_job, bar);
    }
  g_assert_cmpint (count_notes (book), ==, UI_PEOPLE);
  g_assert_true (ui_shows (window, "Nothing was taken back"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_wait (no_job, bar);
  ui_settle (UI_QUIET);
  g_assert_cmpint (count_notes (book), ==, 0);
  g_assert_true (ui_shows (window, "Taken back: Ghi chú cho cả xã"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_nonnull (ans_jobs_bar_get_running (bar));
  ui_wait (no_job, bar);
  ui_settle (UI_QUIET);
  g_assert_cmpint (count_notes (book), ==, UI_PEOPLE);
  ui_window_close (window);
}

static void
test_search_dialog (void)
{
  AnsWindow *window = ui_window_new ();
  AnsBook *book = ans_window_get_book (window);
  g_autofree char *name = ans_register_title_of (book, &ans_register_people, 5);
  AnsSearchDialog *dialog = ans_search_dialog_present (window, book);

  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (dialog, "Find anyone"));
  ans_search_dialog_set_text (dialog, name);
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (dialog, name));
  ans_search_dialog_set_text (dialog, "zzzzzz");
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (dialog, "Nobody and nothing found"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_window_close (window);
}

static void
wait_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  while (ans_job_report (source, 0.5, "half"))
    g_usleep (2000);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
}

static void
wait_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ans_job_run_finish (ANS_JOB (source), result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

/* Work is shown, and a window does not close under it unasked. */
static void
test_jobs (void)
{
  AnsWindow *window = ui_window_new ();
  AnsJobsBar *bar = ui_find (window, ANS_TYPE_JOBS_BAR);
  g_autoptr (AnsJob) job = ans_job_new ("Counting sheep");
  gboolean done = FALSE;

  ans_job_run (job, wait_work, NULL, NULL, wait_done, &done);
  ans_window_add_job (window, job);
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (bar, "Counting sheep"));
  g_assert_true (ui_shows (bar, "half"));

  gtk_window_close (GTK_WINDOW (window));
  ui_settle (UI_QUIET);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog_of (window)));
  g_assert_true (ans_job_is_running (job));
  g_signal_emit_by_name (dialog_of (window), "response", "wait");
  adw_dialog_force_close (dialog_of (window));
  ui_settle (UI_QUIET);
  g_assert_true (ans_job_is_running (job));

  ans_job_cancel (job);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  ui_settle (UI_QUIET);
  g_assert_null (ans_jobs_bar_get_running (bar));
  g_assert_false (ui_shows (bar, "Counting sheep"));
  ui_window_close (window);
}

static void
test_read_only (void)
{
  AnsWindow *window = ui_window_new ();
  AnsWindow *second = ans_window_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = ans_registry_open_book (
      ans_book_get_path (ans_window_get_book (window)), NULL, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (ans_book_is_read_only (book));
  ans_window_set_book (second, book);
  gtk_window_present (GTK_WINDOW (second));
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (second, ans_book_get_read_only_reason (book)));
  g_assert_true (ui_shows (second, "Try again"));
  ui_window_close (window);
  /* The first one is gone: now it can be written. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (second), "win.retry-book", NULL));
  ui_settle (UI_QUIET);
  g_assert_false (ans_book_is_read_only (ans_window_get_book (second)));
  ui_window_close (second);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/window/welcome", test_welcome);
  g_test_add_func ("/ui/window/refused", test_refused);
  g_test_add_func ("/ui/window/passphrase", test_passphrase);
  g_test_add_func ("/ui/window/areas", test_areas);
  g_test_add_func ("/ui/window/undo", test_undo);
  g_test_add_func ("/ui/window/large-undo", test_large_undo);
  g_test_add_func ("/ui/window/search-dialog", test_search_dialog);
  g_test_add_func ("/ui/window/jobs", test_jobs);
  g_test_add_func ("/ui/window/read-only", test_read_only);
  return g_test_run ();
}
