/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-harness.h"

#include <glib/gstdio.h>

#include "app/ans-application.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

void
ui_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ans_application_prepare_display ();
}

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
  self->household = ui_add (book, &ans_register_households, "code", "BS-0001", "village",
                            "Bắc Sơn", "address", "Ngõ 3", NULL);
  self->mother = ui_add (book, &ans_register_people, "full_name", "Lê Thị Mận", "sex", "Nữ",
                         "birth", "10/3/1940", "id_no", "038140000417", "household", "BS-0001",
                         "relation", "Chủ hộ", NULL);
  self->son = ui_add (book, &ans_register_people, "full_name", "Lê Văn Tám", "sex", "Nam",
                      "birth", "1965", "household", "BS-0001", "relation", "Con đẻ", NULL);
  self->grandson = ui_add (book, &ans_register_people, "full_name", "Lê Minh Khôi", "sex", "Nam",
                           "birth", "2011", "household", "BS-0001", "relation", "Cháu", NULL);
}

UiFixture *
ui_fixture_new (int width, int height)
{
  UiFixture *self = g_new0 (UiFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("ans-ui-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "book.ansinh", NULL);
  self->book = ans_registry_create_book (path, NULL, &error);
  g_assert_no_error (error);
  fill (self);

  self->window = GTK_WINDOW (g_object_ref_sink (adw_window_new ()));
  self->pages = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_set_animate_transitions (self->pages, FALSE);
  adw_navigation_view_push (self->pages,
                            adw_navigation_page_new (adw_toolbar_view_new (), "root"));
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->pages));
  gtk_window_set_default_size (self->window, width, height);
  gtk_window_present (self->window);
  ui_settle (50);
  return self;
}

void
ui_fixture_free (UiFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "book.ansinh", NULL);

  gtk_window_destroy (self->window);
  ui_settle (20);
  g_assert_finalize_object (self->window);
  ans_book_close (self->book);
  g_assert_finalize_object (self->book);
  g_unlink (path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

void
ui_settle (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (g_get_monotonic_time () < end)
        g_usleep (2000);
    }
  while (g_get_monotonic_time () < end);
}

void
ui_wait (gboolean (*done) (gpointer data), gpointer data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!done (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("What was waited for did not happen.");
      ui_settle (5);
    }
  ui_settle (5);
}

gpointer
ui_child (gpointer widget, const char *type, const char *name)
{
  GObject *child =
      gtk_widget_get_template_child (GTK_WIDGET (widget), g_type_from_name (type), name);

  g_assert_nonnull (child);
  return child;
}

guint
ui_count (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ui_count (child, type);
  return n;
}

gboolean
ui_find_text (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_visible (root) &&
      strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && ui_find_text (child, text))
      return TRUE;
  return FALSE;
}

gint64
ui_count_actions (AnsBook *book)
{
  return ans_connection_get_int (
      ans_book_get_connection (book), "SELECT count(*) FROM action", -1);
}

/* A button that shows only a picture has its name from a tooltip or an accessible label. */
static gboolean
is_nameless (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) ||
      GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_ENTRY (widget))
    return !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL) &&
           !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
           gtk_widget_get_tooltip_text (widget) == NULL &&
           !(GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL);
  return FALSE;
}

void
ui_check_names (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (is_nameless (root) && !ui_find_text (root, ""))
    g_error ("A %s in a %s has no name for screen readers.",
             G_OBJECT_TYPE_NAME (root),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
  /* What they are made of is not ours. */
  if (GTK_IS_MENU_BUTTON (root) || GTK_IS_DROP_DOWN (root) || GTK_IS_ENTRY (root) ||
      GTK_IS_SPIN_BUTTON (root) || GTK_IS_CALENDAR (root) || ADW_IS_SPLIT_BUTTON (root) ||
      GTK_IS_SEARCH_ENTRY (root))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_check_names (child);
}
