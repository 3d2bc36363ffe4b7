/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template of the program can be made, under fatal warnings. */
#include "app/ans-application.h"
#include "ui-fixture.h"

#define UI ANS_RESOURCE_PATH "/ui"

static void
find_class (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            gpointer user_data,
            GError **error)
{
  char **class = user_data;

  if (!g_str_equal (element, "template"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "class"))
      g_set_str (class, values[i]);
}

static char *
class_of (const char *path)
{
  static const GMarkupParser parser = { .start_element = find_class };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);
  char *class = NULL;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &class, NULL);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  return class;
}

static void
test_template (gconstpointer data)
{
  const char *path = data;
  g_autofree char *class = class_of (path);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GtkWidget *widget;
  GType type;

  if (class == NULL)
    return; /* no template: built by its own test */
  type = gtk_builder_get_type_from_name (builder, class);
  g_test_message ("%s", class);
  g_assert_cmpuint (type, !=, G_TYPE_INVALID);
  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
  widget = g_object_new (type, NULL);
  if (ADW_IS_DIALOG (widget))
    g_assert_nonnull (adw_dialog_get_child (ADW_DIALOG (widget)));
  else
    g_assert_nonnull (gtk_widget_get_first_child (widget));
  g_object_ref_sink (widget);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  /* It lets go of all that the template made: nothing is left to warn about. */
  g_assert_finalize_object (widget);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) names = NULL;
  guint templates = 0;

  ui_init (&argc, &argv);
  names = g_resources_enumerate_children (UI, 0, NULL);
  g_assert_nonnull (names);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".ui"))
      {
        char *path = g_strconcat (UI "/", names[i], NULL);
        g_autofree char *test = g_strconcat ("/ui/template/", names[i], NULL);

        g_test_add_data_func_full (test, path, test_template, g_free);
        templates++;
      }
  g_assert_cmpuint (templates, >=, 15);
  return g_test_run ();
}
