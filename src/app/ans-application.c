/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ans-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/tour/ans-tour.h"
#include "app/window/ans-book-opening.h"
#include "app/window/ans-window.h"

struct _AnsApplication
{
  AdwApplication parent_instance;

  char *first_book; /* (nullable): named on the command line */
  char *tour_dir;
  int exit_status;
};

G_DEFINE_FINAL_TYPE (AnsApplication, ans_application, ADW_TYPE_APPLICATION)

GSettings *
ans_settings (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (ANS_APPLICATION_ID);
  return settings;
}

/* At scale 1 GTK's own placing of glyphs cuts the tops of small letters with two marks: “Nguyễn”
 * would read “Nguyên”. Manual rendering follows the font's hinting and keeps them. */
static void
choose_font_rendering (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  gboolean fine = g_list_model_get_n_items (monitors) > 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      fine = fine && gdk_monitor_get_scale (monitor) > 1.01;
    }
  g_object_set (gtk_settings_get_default (), "gtk-font-rendering",
                fine ? GTK_FONT_RENDERING_AUTOMATIC : GTK_FONT_RENDERING_MANUAL, NULL);
}

/* Fonts of the desktop that isn't there would be replaced by any font; these have all marks. */
static void
choose_font (void)
{
  static const char *const known[] = { "Adwaita Sans", "Inter", "Noto Sans" };
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  g_autofree char *wanted = NULL;
  g_autoptr (PangoFontDescription) description = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &wanted, NULL);
  description = pango_font_description_from_string (wanted != NULL ? wanted : "Sans 11");
  if (pango_font_map_get_family (map, pango_font_description_get_family (description)) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (pango_font_map_get_family (map, known[i]) != NULL)
      {
        g_autofree char *name = NULL;

        pango_font_description_set_family_static (description, known[i]);
        name = pango_font_description_to_string (description);
        g_object_set (gtk_settings_get_default (), "gtk-font-name", name, NULL);
        return;
      }
}

static gboolean
scheme_from_setting (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *scheme = g_variant_get_string (variant, NULL);

  g_value_set_enum (value, g_str_equal (scheme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                           : g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                           : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

void
ans_application_prepare_display (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());

  choose_font_rendering ();
  choose_font ();
  g_signal_connect (monitors, "items-changed", G_CALLBACK (choose_font_rendering), NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    ANS_RESOURCE_PATH "/icons");
  g_settings_bind_with_mapping (ans_settings (), "color-scheme", adw_style_manager_get_default (),
                                "color-scheme", G_SETTINGS_BIND_GET, scheme_from_setting, NULL,
                                NULL, NULL);
}

/* The active window may be that of a meeting. */
static AnsWindow *
find_window (AnsApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ANS_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static AnsWindow *
get_window (AnsApplication *self)
{
  AnsWindow *window = find_window (self);

  return window != NULL ? window : ans_window_new (GTK_APPLICATION (self));
}

static void
tour_done (int status, gpointer user_data)
{
  AnsApplication *self = user_data;

  self->exit_status = status;
  g_application_quit (G_APPLICATION (self));
}

static void
ans_application_activate (GApplication *application)
{
  AnsApplication *self = ANS_APPLICATION (application);
  gboolean is_new = find_window (self) == NULL;
  AnsWindow *window = get_window (self);

  if (self->tour_dir != NULL)
    {
      ans_tour_start (window, self->tour_dir, NULL, tour_done, self);
      return;
    }
  if (is_new)
    ans_book_opening_reopen_last (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
ans_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AnsApplication *self = ANS_APPLICATION (application);
  AnsWindow *window = get_window (self);

  if (self->tour_dir != NULL)
    {
      ans_tour_start (window, self->tour_dir, files[0], tour_done, self);
      return;
    }
  ans_book_opening_open (window, files[0]);
  gtk_window_present (GTK_WINDOW (window));
}

/* The book can be opened while the toolkit starts. */
static gboolean
ans_application_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  AnsApplication *self = ANS_APPLICATION (application);

  if ((*arguments)[0] != NULL && (*arguments)[1] != NULL && *(*arguments)[1] != '-')
    self->first_book = g_strdup ((*arguments)[1]);
  return G_APPLICATION_CLASS (ans_application_parent_class)
      ->local_command_line (application, arguments, exit_status);
}

static int
ans_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  AnsApplication *self = ANS_APPLICATION (application);

  if (g_variant_dict_lookup (options, "tour", "^ay", &self->tour_dir))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

AdwDialog *
ans_application_show_about (GtkWidget *parent)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", "Sổ An Sinh", "application-icon", ANS_APPLICATION_ID,
                "version", ANS_VERSION, "comments",
                _ ("The working book of a commune's social-affairs officer. All data stay in "
                   "one file on this computer."),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: put your names here, one a line */
                "translator-credits", _ ("translator-credits"), NULL);
  adw_dialog_present (dialog, parent);
  return dialog;
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnsWindow *window = find_window (user_data);

  ans_application_show_about (GTK_WIDGET (window));
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnsWindow *window = find_window (user_data);

  /* Through the window, which asks when work is under way. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static gboolean
signalled (gpointer user_data)
{
  AnsApplication *self = user_data;
  AnsWindow *window = find_window (self);

  if (window != NULL)
    ans_window_set_book (window, NULL);
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

static void
add_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.open-book", { "<Control>o" } },
    { "win.find-anything", { "<Control>k" } },
    { "win.shortcuts", { "<Control>question", "<Control>slash" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.present", { "F5" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

static void
ans_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_activated },
    { "quit", quit_activated },
  };
  AnsApplication *self = ANS_APPLICATION (application);

  if (self->tour_dir == NULL)
    ans_book_opening_begin (self->first_book);
  G_APPLICATION_CLASS (ans_application_parent_class)->startup (application);
  ans_application_prepare_display ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  add_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (ANS_APPLICATION_ID);
  g_unix_signal_add (SIGTERM, signalled, application);
  g_unix_signal_add (SIGINT, signalled, application);
}

static void
ans_application_finalize (GObject *object)
{
  AnsApplication *self = ANS_APPLICATION (object);

  g_free (self->first_book);
  g_free (self->tour_dir);
  G_OBJECT_CLASS (ans_application_parent_class)->finalize (object);
}

static void
ans_application_class_init (AnsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ans_application_finalize;
  application_class->activate = ans_application_activate;
  application_class->open = ans_application_open;
  application_class->startup = ans_application_startup;
  application_class->local_command_line = ans_application_local_command_line;
  application_class->handle_local_options = ans_application_handle_local_options;
}

static void
ans_application_init (AnsApplication *self)
{
  static const GOptionEntry entries[] = {
    { "tour", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Walk through all pages, save a picture of each in DIR, and leave"), N_ ("DIR") },
    { NULL },
  };
  g_autofree char *version = g_strconcat ("Sổ An Sinh ", ANS_VERSION, NULL);

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[BOOK]"));
  g_application_set_version (G_APPLICATION (self), version);
}

AnsApplication *
ans_application_new (void)
{
  return g_object_new (ANS_TYPE_APPLICATION, "application-id", ANS_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", ANS_RESOURCE_PATH, NULL);
}

int
ans_application_get_exit_status (AnsApplication *self)
{
  g_return_val_if_fail (ANS_IS_APPLICATION (self), 1);
  return self->exit_status;
}
