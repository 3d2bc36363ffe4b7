/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include <glib/gstdio.h>

#include "app/tour/ans-tour-folder.h"
#include "app/window/ans-window-private.h"
#include "practice/ans-practice.h"
#include "registry/ans-register.h"

/* --- a family of three -------------------------------------------------------------------------
 */

gint64
ui_add (AnsBook *book, const AnsRegister *reg, ...)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, reg);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list args;

  va_start (args, reg);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      ans_record_set_typed (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  ans_record_save (record, &error);
  g_assert_no_error (error);
  return ans_record_get_id (record);
}

static void
fill (UiFixture *self)
{
  AnsBook *book = self->book;

  self->village = ui_add (book, &ans_register_villages, "name", "Bắc Sơn", NULL);
  self->other_village = ui_add (book, &ans_register_villages, "name", "Hợp Tân", NULL);
  self->household = ui_add (book, &ans_register_households, "code", "BS-0001", "village", "Bắc Sơn",
                            "address", "Ngõ 3", NULL);
  self->mother = ui_add (book, &ans_register_people, "full_name", "Lê Thị Mận", "sex", "Nữ",
                         "birth", "10/3/1940", "id_no", "038140000417", "household", "BS-0001",
                         "relation", "Chủ hộ", NULL);
  self->son = ui_add (book, &ans_register_people, "full_name", "Lê Văn Tám", "sex", "Nam", "birth",
                      "1965", "household", "BS-0001", "relation", "Con đẻ", NULL);
  self->grandson = ui_add (book, &ans_register_people, "full_name", "Lê Minh Khôi", "sex", "Nam",
                           "birth", "2011", "household", "BS-0001", "relation", "Cháu", NULL);
}

UiFixture *
ui_fixture_new (int width, int height)
{
  UiFixture *self = g_new0 (UiFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = ans_tour_folder_new (&error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "book.ansinh", NULL);
  self->book = ans_registry_create_book (path, NULL, &error);
  g_assert_no_error (error);
  fill (self);

  self->window = GTK_WINDOW (g_object_ref_sink (adw_window_new ()));
  self->pages = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_set_animate_transitions (self->pages, FALSE);
  adw_navigation_view_push (self->pages, adw_navigation_page_new (adw_toolbar_view_new (), "root"));
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->pages));
  gtk_window_set_default_size (self->window, width, height);
  gtk_window_present (self->window);
  ui_settle (50);
  return self;
}

void
ui_fixture_free (UiFixture *self)
{
  gtk_window_destroy (self->window);
  ui_settle (20);
  g_assert_finalize_object (self->window);
  ans_book_close (self->book);
  g_assert_finalize_object (self->book);
  g_free (self->folder);
  g_free (self);
}

gint64
ui_count_actions (AnsBook *book)
{
  return ans_connection_get_int (ans_book_get_connection (book), "SELECT count(*) FROM action", -1);
}

/* --- a practice commune ------------------------------------------------------------------------
 */

static char *master; /* made once, copied for each test */

static void
make_master (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = ans_tour_folder_new (&error);
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

char *
ui_commune_path (void)
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
ui_window_new (void)
{
  AnsWindow *window = ans_window_new (NULL);
  g_autofree char *path = ui_commune_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = ans_registry_open_book (path, NULL, FALSE, &error);

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  ans_window_set_book (window, book);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle (UI_QUIET);
  return window;
}

void
ui_window_close (AnsWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle (UI_QUIET);
  g_assert_null (window);
}

AnsListPage *
ui_window_show_list (AnsWindow *window, const char *area)
{
  AdwNavigationPage *page;

  ans_window_show_area (window, area);
  ui_settle (UI_QUIET);
  page = ans_window_get_page (window);
  g_assert_true (ANS_IS_LIST_PAGE (page));
  return ANS_LIST_PAGE (page);
}
