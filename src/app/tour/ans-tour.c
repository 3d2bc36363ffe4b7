/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tour/ans-tour.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/ans-application.h"
#include "app/tour/ans-tour-folder.h"
#include "app/tour/ans-tour-meeting.h"
#include "app/tour/ans-tour-stops.h"
#include "app/window/ans-book-opening.h"
#include "practice/ans-practice.h"
#include "registry/ans-register.h"

/* People of the commune that is invented when no book was given. */
#define PEOPLE 600

/* Frames that a page gets to settle, and the longest wait for one, in milliseconds. */
#define SETTLE_MS  350
#define SETTLE_MAX 8000

typedef struct
{
  const char *name;
  int width;
  int height;
  AdwColorScheme scheme;
} Look;

static const Look looks[] = {
  { "light", 1440, 900, ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", 1440, 900, ADW_COLOR_SCHEME_FORCE_DARK },
  { "narrow", 400, 800, ADW_COLOR_SCHEME_FORCE_LIGHT },
};

typedef struct
{
  AnsWindow *window;
  char *dir;
  char *book; /* path */
  guint look;
  guint stop;
  guint pictures;
  guint failures;
  gint64 since;
  void (*done) (int status, gpointer user_data);
  gpointer user_data;
} Tour;

static void
fail (Tour *tour, const char *stop, const char *message)
{
  g_printerr ("%s (%s): %s\n", stop, looks[tour->look].name, message);
  tour->failures++;
}

/* --- pictures ----------------------------------------------------------------------------------
 */

/* What a stop shows: the window, or that of a meeting over it. */
static GtkWidget *
shown (Tour *tour)
{
  GtkWidget *meeting = ans_tour_meeting_find ();

  return meeting != NULL ? meeting : GTK_WIDGET (tour->window);
}

/* Popovers are surfaces of their own, beside the window's. */
static void
add_popovers (GtkSnapshot *snapshot, GtkWidget *widget, GtkNative *window)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child))
        continue;
      if (GTK_IS_POPOVER (child))
        {
          GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (child)));
          g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (child);
          double own_x, own_y, window_x, window_y, x, y;
          int width = gtk_widget_get_width (child), height = gtk_widget_get_height (child);

          gtk_native_get_surface_transform (GTK_NATIVE (child), &own_x, &own_y);
          gtk_native_get_surface_transform (window, &window_x, &window_y);
          x = gdk_popup_get_position_x (popup) + own_x - window_x;
          y = gdk_popup_get_position_y (popup) + own_y - window_y;
          /* What a popover has outside of the window would be missing. */
          x = CLAMP (x, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (window)) - width - 8));
          y = CLAMP (y, 0, MAX (0, gtk_widget_get_height (GTK_WIDGET (window)) - height - 8));
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
          gdk_paintable_snapshot (paintable, snapshot, width, height);
          gtk_snapshot_restore (snapshot);
        }
      add_popovers (snapshot, child, window);
    }
}

static void
save_picture (Tour *tour, const char *name)
{
  GtkWidget *widget = shown (tour);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, looks[tour->look].name);
  g_autofree char *path = g_build_filename (tour->dir, file, NULL);
  GskRenderNode *node;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (widget));
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  add_popovers (snapshot, widget, GTK_NATIVE (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || renderer == NULL)
    {
      fail (tour, name, "nothing was drawn");
      g_clear_pointer (&node, gsk_render_node_unref);
      return;
    }
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_render_node_unref (node);
  if (texture == NULL || !gdk_texture_save_to_png (texture, path))
    fail (tour, name, "the picture could not be saved");
  else
    tour->pictures++;
  if (width != looks[tour->look].width)
    {
      g_autofree char *message = g_strdup_printf ("the page needs %d pixels of width, there are %d",
                                                  width, looks[tour->look].width);

      fail (tour, name, message);
    }
}

/* --- the walk ----------------------------------------------------------------------------------
 */

static void
finish (Tour *tour)
{
  int status = tour->failures > 0 ? 1 : 0;
  void (*done) (int, gpointer) = tour->done;
  gpointer user_data = tour->user_data;

  g_print ("%u pictures in %s, %u failures\n", tour->pictures, tour->dir, tour->failures);
  ans_window_set_book (tour->window, NULL);
  g_free (tour->book);
  g_free (tour->dir);
  g_object_unref (tour->window);
  g_free (tour);
  done (status, user_data);
}

static void next_stop (Tour *tour);

/* ANS_TOUR_ONLY takes pictures of the stops with this in their names. */
static gboolean
is_wanted (guint stop)
{
  const char *only = g_getenv ("ANS_TOUR_ONLY");
  guint n;

  return only == NULL || strstr (ans_tour_stops (&n)[stop].name, only) != NULL;
}

/* To the next stop that is wanted; after the last one to the next look. */
static void
go_on (Tour *tour)
{
  guint n;

  ans_tour_stops (&n);
  do
    if (++tour->stop == n)
      {
        tour->stop = 0;
        tour->look++;
      }
  while (tour->look < G_N_ELEMENTS (looks) && !is_wanted (tour->stop));
}

/* Only right after a frame does every widget hold what it drew. */
static void
painted (GdkFrameClock *clock, Tour *tour)
{
  guint n;
  const AnsTourStop *stops = ans_tour_stops (&n);

  g_signal_handlers_disconnect_by_func (clock, painted, tour);
  save_picture (tour, stops[tour->stop].name);
  ans_tour_tidy (tour->window);
  go_on (tour);
  next_stop (tour);
}

static gboolean
picture_time (gpointer user_data)
{
  Tour *tour = user_data;
  guint n;
  const AnsTourStop *stop = &ans_tour_stops (&n)[tour->stop];
  gint64 waited = (g_get_monotonic_time () - tour->since) / 1000;

  if (stop->ready != NULL && !stop->ready (tour->window))
    {
      if (waited < SETTLE_MAX)
        return G_SOURCE_CONTINUE;
      fail (tour, stop->name, "the page did not become ready");
    }
  g_signal_connect (gtk_widget_get_frame_clock (shown (tour)), "after-paint", G_CALLBACK (painted),
                    tour);
  gtk_widget_queue_draw (shown (tour));
  return G_SOURCE_REMOVE;
}

static void
set_look (Tour *tour)
{
  const Look *look = &looks[tour->look];

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), look->scheme);
  /* Again at each stop: a page that needs more has made the window wider. */
  gtk_window_set_default_size (GTK_WINDOW (tour->window), look->width, look->height);
  gtk_window_present (GTK_WINDOW (tour->window));
}

static gboolean
visit (gpointer user_data)
{
  Tour *tour = user_data;
  guint n;
  const AnsTourStop *stop = &ans_tour_stops (&n)[tour->stop];
  g_autoptr (GError) error = NULL;

  if (!stop->show (tour->window, tour->book, &error))
    {
      fail (tour, stop->name, error != NULL ? error->message : "the page is missing");
      g_clear_error (&error);
    }
  tour->since = g_get_monotonic_time ();
  g_timeout_add (SETTLE_MS, picture_time, tour);
  return G_SOURCE_REMOVE;
}

static void
next_stop (Tour *tour)
{
  if (tour->look == G_N_ELEMENTS (looks))
    {
      finish (tour);
      return;
    }
  set_look (tour);
  /* A closed dialog, or a new size, takes a while to settle. */
  g_timeout_add (tour->stop == 0 ? 400 : 250, visit, tour);
}

/* The frame that GTK draws where no window manager does. */
static void
remove_frame (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_string (
      provider, "window.solid-csd { padding: 0; border: none; box-shadow: none; }");
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static char *
invent_book (GError **error)
{
  g_autofree char *folder = ans_tour_folder_new (error);
  g_autofree char *path = NULL;
  AnsBook *book;
  gboolean done;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "xa-mau" ANS_BOOK_SUFFIX, NULL);
  book = ans_registry_create_book (path, NULL, error);
  if (book == NULL)
    return NULL;
  done = ans_practice_fill (book, PEOPLE, 1, NULL, NULL, error);
  ans_book_close (book);
  g_object_unref (book);
  return done ? g_steal_pointer (&path) : NULL;
}

void
ans_tour_start (AnsWindow *window,
                const char *dir,
                GFile *book,
                void (*done) (int status, gpointer user_data),
                gpointer user_data)
{
  Tour *tour = g_new0 (Tour, 1);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ANS_IS_WINDOW (window));

  tour->window = g_object_ref (window);
  tour->dir = g_strdup (dir);
  tour->done = done;
  tour->user_data = user_data;
  /* Pages must not slide while their picture is taken. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-decoration-layout", ":close", NULL);
  /* What the desktop of our floor is set in. */
  if (pango_font_map_get_family (pango_cairo_font_map_get_default (), "Inter") != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-font-name", "Inter 11", NULL);
  remove_frame ();
  if (g_mkdir_with_parents (dir, 0755) != 0)
    {
      fail (tour, "start", "the folder can't be made");
      finish (tour);
      return;
    }
  if (book != NULL)
    tour->book = g_file_get_path (book);
  else
    tour->book = invent_book (&error);
  if (tour->book == NULL)
    {
      fail (tour, "start", error != NULL ? error->message : "there is no book");
      finish (tour);
      return;
    }
  if (!is_wanted (0))
    go_on (tour);
  next_stop (tour);
}
