/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meeting mode: its keys, where it begins, and what it saves. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/ans-application.h"
#include "app/meeting/ans-meeting-pages.h"
#include "app/meeting/ans-meeting-save.h"
#include "app/meeting/ans-meeting.h"
#include "app/plan/ans-figure-view.h"
#include "app/plan/ans-plan-page.h"
#include "app/plan/ans-plan-source.h"
#include "app/window/ans-jobs-bar.h"
#include "app/window/ans-window-private.h"
#include "plan/ans-plan.h"
#include "ui-fixture.h"

static gboolean
press (AnsMeetingWindow *meeting, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (meeting));
  g_autoptr (AnsMeetingWindow) kept = g_object_ref (meeting);
  gboolean handled = FALSE;

  g_test_message ("key %s", gdk_keyval_name (key));
  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) ==
              GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

/* A window with the shipped plan, which the practice commune of these tests has not. */
static AnsWindow *
open_plan (void)
{
  AnsWindow *window = ui_window_new ();
  g_autoptr (GError) error = NULL;

  ans_plan_load (ans_window_get_book (window), ANS_PLAN_SHIPPED, &error);
  g_assert_no_error (error);
  ui_settle (UI_QUIET);
  return window;
}

static AnsMeetingWindow *
start (AnsWindow *window)
{
  AnsMeetingWindow *meeting = ans_meeting_start (window);

  g_assert_nonnull (meeting);
  ui_settle (UI_QUIET);
  return meeting;
}

/* A few slides: what is tested here is the same for seventy. */
static AnsMeetingWindow *
start_few (AnsWindow *window)
{
  g_autoptr (AnsDeck) deck = ans_deck_new ("Xã", "Kế hoạch", "Nguồn", ANS_THEME_LIGHT);
  AnsMeetingWindow *meeting = start (window);

  ans_deck_add_title (deck, "Một", NULL, NULL, NULL);
  ans_deck_add_tasks (deck, "Hai", NULL, 0);
  ans_deck_add_tasks (deck, "Ba", NULL, 0);
  ans_deck_finish (deck);
  ans_meeting_window_set_deck (meeting, deck, 0);
  return meeting;
}

static guint
n_slides (AnsMeetingWindow *meeting)
{
  return ans_deck_get_n_slides (ans_meeting_window_get_deck (meeting));
}

static void
test_keys (void)
{
  AnsWindow *window = ui_window_new ();
  g_autoptr (GError) error = NULL;
  AnsMeetingWindow *meeting;
  AnsSlideView *view;
  guint last;

  g_assert_null (ans_meeting_start (window)); /* no plan: a toast */
  ui_window_close (window);
  window = open_plan ();
  g_settings_reset (ans_settings (), "meeting-keys-told");
  meeting = start (window);
  g_object_add_weak_pointer (G_OBJECT (meeting), (gpointer *) &meeting);
  view = ui_find (meeting, ANS_TYPE_SLIDE_VIEW);
  g_assert_nonnull (view);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (meeting)) == GTK_WIDGET (view));
  g_assert_true (ui_shows (meeting, "Esc end")); /* told once */
  g_assert_true (g_settings_get_boolean (ans_settings (), "meeting-keys-told"));
  ui_check_names (meeting, "meeting");

  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_Left);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_Right);
  press (meeting, GDK_KEY_space);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 2);
  press (meeting, GDK_KEY_Page_Up);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 1);
  press (meeting, GDK_KEY_F5); /* a presenter's button for the start */
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 1);
  press (meeting, GDK_KEY_1);
  g_assert_true (ui_shows (meeting, "1 – Enter"));
  press (meeting, GDK_KEY_KP_0);
  press (meeting, GDK_KEY_Return);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 9);
  g_assert_false (ui_shows (meeting, "Enter"));
  press (meeting, GDK_KEY_3);
  press (meeting, GDK_KEY_Escape); /* only what was typed */
  g_assert_nonnull (meeting);
  press (meeting, GDK_KEY_Return);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 10);
  for (guint i = 0; i < 6; i++)
    press (meeting, GDK_KEY_9);
  press (meeting, GDK_KEY_Return);
  last = ans_meeting_window_get_slide (meeting);
  g_assert_cmpuint (last, ==, n_slides (meeting) - 1);
  press (meeting, GDK_KEY_Right);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, last);
  press (meeting, GDK_KEY_b);
  g_assert_true (ans_slide_view_get_black (view));
  press (meeting, GDK_KEY_Left);
  g_assert_false (ans_slide_view_get_black (view));
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, last);
  press (meeting, GDK_KEY_Home);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_Escape);
  ui_settle (UI_QUIET);
  g_assert_null (meeting);

  meeting = start (window);
  g_assert_false (ui_shows (meeting, "Esc end"));
  ui_window_close (window); /* with the book ends what is shown of it */
}

static void
test_pages (void)
{
  AnsWindow *window = open_plan ();
  AnsMeetingWindow *meeting = start (window);
  AnsMeetingPages *pages;
  GtkWidget *grid, *focus;

  press (meeting, GDK_KEY_5);
  press (meeting, GDK_KEY_Return);
  press (meeting, GDK_KEY_Tab);
  ui_settle (UI_QUIET);
  pages = ui_find (meeting, ANS_TYPE_MEETING_PAGES);
  g_assert_nonnull (pages);
  ui_check_names (meeting, "slides of a meeting");
  focus = gtk_window_get_focus (GTK_WINDOW (meeting));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (pages)));
  g_assert_true (ui_shows (focus, "5. "));
  grid = ui_find (pages, GTK_TYPE_GRID_VIEW);
  g_signal_emit_by_name (grid, "activate", 2);
  ui_settle (UI_QUIET);
  g_assert_null (ui_find (meeting, ANS_TYPE_MEETING_PAGES));
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 2);
  press (meeting, GDK_KEY_g);
  press (meeting, GDK_KEY_Escape); /* back to the slide, not out */
  ui_settle (UI_QUIET);
  g_assert_nonnull (ui_find (meeting, ANS_TYPE_SLIDE_VIEW));
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 2);

  /* the same slide on the other ground */
  press (meeting, GDK_KEY_d);
  g_assert_true (g_settings_get_boolean (ans_settings (), "meeting-dark"));
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 2);
  g_assert_cmpuint (ans_deck_get_scene (ans_meeting_window_get_deck (meeting), 2)->background, !=,
                    0xffffffff);
  press (meeting, GDK_KEY_d);
  g_assert_false (g_settings_get_boolean (ans_settings (), "meeting-dark"));
  ui_window_close (window);
}

static void
test_start (void)
{
  AnsWindow *window = open_plan ();
  g_autoptr (AnsPlanSource) source = ans_plan_source_get (window, ans_window_get_book (window));
  AnsFigures *figures = ans_plan_source_evaluate (source);
  AnsMeetingWindow *meeting;
  g_autofree char *text = NULL;
  guint slide;

  ans_window_show_area (window, "overview");
  g_assert_cmpuint (ans_meeting_window_get_slide (start (window)), ==, 0);
  ans_window_push_page (
      window, ans_plan_page_new_figure (window, source, ans_figures_find (figures, "2.3.2")));
  meeting = start (window);
  slide = ans_meeting_window_get_slide (meeting);
  text = ans_deck_get_text (ans_meeting_window_get_deck (meeting), slide);
  g_assert_nonnull (strstr (text, "Chỉ tiêu 2.3.2"));
  g_assert_cmpuint (ui_count_windows (ANS_TYPE_MEETING_WINDOW), ==, 1);
  ans_window_show_area (window, "poverty");
  meeting = start (window);
  g_assert_cmpstr (ans_deck_get_title (ans_meeting_window_get_deck (meeting),
                                       ans_meeting_window_get_slide (meeting)),
                   ==, "Giảm nghèo");
  ans_window_show_area (window, "people");
  g_assert_cmpuint (ans_meeting_window_get_slide (start (window)), ==, 0);
  ui_window_close (window);

  g_assert_cmpuint (ans_meeting_choose_monitor (1, 0), ==, 1);
  g_assert_cmpuint (ans_meeting_choose_monitor (2, 0), ==, 1);
  g_assert_cmpuint (ans_meeting_choose_monitor (2, 1), ==, 0);
  g_assert_cmpuint (ans_meeting_choose_monitor (3, 2), ==, 0);
}

/* --- saving ---------------------------------------------------------------------------------- */

static gboolean
is_idle (gpointer meeting)
{
  return ans_jobs_bar_get_running (ui_find (meeting, ANS_TYPE_JOBS_BAR)) == NULL;
}

static char *
save (AnsMeetingWindow *meeting, AnsMeetingSave what, const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  ans_meeting_save_to (meeting, what, path);
  ui_wait (is_idle, meeting);
  ui_settle (UI_QUIET);
  return path;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_pdf (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_nonnull (g_strrstr_len (data + length - 32, 32, "%%EOF"));
}

static void
assert_picture (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1920);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1080);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove_all (path);
    }
  g_remove (folder);
}

/* What was saved is whole and can be read. */
static void
test_save (void)
{
  AnsWindow *window = open_plan ();
  AnsMeetingWindow *meeting = start_few (window);
  g_autofree char *folder = g_dir_make_tmp ("ans-meeting-XXXXXX", NULL);
  g_autofree char *pdf = save (meeting, ANS_MEETING_PDF, folder, "họp.pdf");
  g_autofree char *picture = save (meeting, ANS_MEETING_PICTURE, folder, "một.png");
  g_autofree char *pictures = g_build_filename (folder, "trinh-chieu-2022-09-20", NULL);
  g_autofree char *again = g_build_filename (folder, "trinh-chieu-2022-09-20 (2)", NULL);
  g_autofree char *last = NULL;

  g_assert_true (ui_shows (meeting, "một.png"));
  assert_pdf (pdf);
  assert_picture (picture);
  g_free (save (meeting, ANS_MEETING_PICTURES, folder, ""));
  g_assert_true (ui_shows (meeting, "trinh-chieu-2022-09-20"));
  g_assert_cmpuint (count_files (pictures), ==, n_slides (meeting));
  last = g_strdup_printf ("%s/trinh-chieu-%02u.png", pictures, n_slides (meeting));
  assert_picture (last);
  /* those of an earlier hour stay as they were */
  g_free (save (meeting, ANS_MEETING_PICTURES, folder, ""));
  g_assert_cmpuint (count_files (again), ==, n_slides (meeting));
  g_assert_cmpuint (count_files (folder), ==, 4);

  ans_meeting_save_copy (meeting);
  g_assert_true (gdk_content_formats_contain_gtype (
      gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (meeting))),
      GDK_TYPE_TEXTURE));
  ui_window_close (window);
  remove_all (folder);
}

static void
assert_refused (AnsMeetingWindow *meeting, const char *why)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (meeting));

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), why));
  /* its keys are its own */
  press (meeting, GDK_KEY_Right);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 0);
  adw_dialog_force_close (dialog);
  ui_settle (UI_QUIET);
}

/* A full disk, and places where nothing may be written: told, and nothing is left. */
static void
test_refused (void)
{
  static const AnsMeetingSave kinds[] = { ANS_MEETING_PDF, ANS_MEETING_PICTURE,
                                          ANS_MEETING_PICTURES };
  static const char *const names[] = { "a.pdf", "a.png", "" };
  AnsWindow *window = open_plan ();
  AnsMeetingWindow *meeting = start_few (window);
  g_autofree char *folder = g_dir_make_tmp ("ans-meeting-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "no-folder", NULL);
  struct rlimit limit, small;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  getrlimit (RLIMIT_FSIZE, &limit);
  signal (SIGXFSZ, SIG_IGN);
  small = limit;
  small.rlim_cur = 8192; /* every file is larger */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_free (save (meeting, kinds[i], file, names[i]));
      assert_refused (meeting, "Choose another place");
      setrlimit (RLIMIT_FSIZE, &small);
      g_free (save (meeting, kinds[i], folder, names[i]));
      setrlimit (RLIMIT_FSIZE, &limit);
      assert_refused (meeting, "not enough room");
      g_assert_cmpuint (count_files (folder), ==, 1);
      if (geteuid () == 0)
        continue; /* may write everywhere */
      g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
      g_free (save (meeting, kinds[i], folder, names[i]));
      g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
      assert_refused (meeting, "Choose another place");
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  ui_window_close (window);
  remove_all (folder);
}

/* Stopped on the way, and a meeting that ends before its pictures are saved. */
static void
test_stopped (void)
{
  AnsWindow *window = open_plan ();
  AnsMeetingWindow *meeting = start_few (window);
  g_autofree char *folder = g_dir_make_tmp ("ans-meeting-XXXXXX", NULL);

  ans_meeting_save_to (meeting, ANS_MEETING_PICTURES, folder);
  ans_jobs_bar_cancel_all (ui_find (meeting, ANS_TYPE_JOBS_BAR));
  ui_wait (is_idle, meeting);
  ui_settle (UI_QUIET);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (meeting)));
  g_assert_cmpuint (count_files (folder), ==, 0);

  ans_meeting_save_to (meeting, ANS_MEETING_PICTURES, folder);
  gtk_window_close (GTK_WINDOW (meeting));
  ui_settle (UI_QUIET);
  ui_wait (is_idle, window);
  ui_settle (UI_QUIET);
  g_assert_true (ui_shows (window, "trinh-chieu-2022-09-20")); /* said where she is now */
  g_assert_cmpuint (count_files (folder), ==, 1);
  ui_window_close (window);
  remove_all (folder);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/meeting/keys", test_keys);
  g_test_add_func ("/meeting/pages", test_pages);
  g_test_add_func ("/meeting/start", test_start);
  g_test_add_func ("/meeting/save", test_save);
  g_test_add_func ("/meeting/refused", test_refused);
  g_test_add_func ("/meeting/stopped", test_stopped);
  return g_test_run ();
}
