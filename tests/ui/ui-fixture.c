/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include <glib/gstdio.h>

#include "app/ans-application.h"
#include "app/ans-cell.h"
#include "app/ans-window-private.h"
#include "practice/ans-practice.h"
#include "registry/ans-register.h"

/* The main loop counts as idle when it had nothing to do for so long. */
#define QUIET_MS 120

static char *master; /* made once, copied for each test */

static void
make_master (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("ans-ui-XXXXXX", &error);
  AnsBook *book;

  g_assert_no_error (error);
  master = g_build_filename (dir, "master.ansinh", NULL);
  book = ans_registry_create_book (master, NULL, &error);
  g_assert_no_error (error);
  ans_practice_fill (book, UI_PEOPLE, 7, NULL, NULL, &error);
  g_assert_no_error (error);
  ans_book_close (book);
  g_object_unref (book);
}

void
ui_fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  ans_application_prepare_display ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
quiet (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_fixture_settle (void)
{
  gboolean done = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, QUIET_MS, quiet, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

char *
ui_fixture_book_path (void)
{
  static guint number;
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = NULL;
  g_autofree char *name = g_strdup_printf ("book-%u.ansinh", ++number);
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;

  if (master == NULL)
    make_master ();
  dir = g_path_get_dirname (master);
  path = g_build_filename (dir, name, NULL);
  g_file_get_contents (master, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

AnsWindow *
ui_fixture_window (void)
{
  AnsWindow *window = ans_window_new (NULL);
  g_autofree char *path = ui_fixture_book_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = ans_registry_open_book (path, NULL, FALSE, &error);

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  ans_window_set_book (window, book);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_fixture_settle ();
  return window;
}

void
ui_fixture_close (AnsWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_fixture_settle ();
  g_assert_null (window);
}

AnsListPage *
ui_fixture_list (AnsWindow *window, const char *area)
{
  AdwNavigationPage *page;

  ans_window_show_area (window, area);
  ui_fixture_settle ();
  page = ans_window_get_page (window);
  g_assert_true (ANS_IS_LIST_PAGE (page));
  return ANS_LIST_PAGE (page);
}

gpointer
ui_fixture_find (gpointer root, GType type)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, root);
  while (!g_queue_is_empty (queue))
    {
      GtkWidget *widget = g_queue_pop_head (queue);

      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

gboolean
ui_fixture_shows (gpointer root, const char *text)
{
  GtkWidget *widget = root;
  const char *own = GTK_IS_LABEL (widget)         ? gtk_label_get_label (GTK_LABEL (widget))
                    : GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (root)
                  : ANS_IS_CELL (widget)        ? ans_cell_get_text (root)
                                                  : NULL;

  if (own != NULL && strstr (own, text) != NULL && gtk_widget_get_mapped (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ui_fixture_shows (child, text))
      return TRUE;
  return FALSE;
}
