/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-chart-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "app/chart/ans-chart-bubble.h"
#include "app/chart/ans-chart-ring.h"
#include "app/chart/ans-scene-texture.h"
#include "chart/ans-chart-layout.h"

#define NARROWEST 200
#define NATURAL   420
#define WIDEST    8192

/* Around the picture, so that a ring has its place also at the edge. */
#define PAD 5

#define NONE (-1)

struct _AnsChartCanvas
{
  GtkWidget parent_instance;

  const AnsChart *chart;
  gboolean openable;

  AnsScene *scene; /* (nullable) of the size, letters and colours below */
  double width, height, base;
  AnsTheme theme;
  GdkTexture *texture; /* (nullable) of @scene, at @scale */
  double scale;

  int cursor; /* index of a region; NONE */
  int hover;  /* under the pointer */
  char *spoken;
};

enum
{
  DATUM_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsChartCanvas, ans_chart_canvas, GTK_TYPE_WIDGET)

/* --- the scene ------------------------------------------------------------------------------- */

/* The letters of the chart are those of its surroundings, as large as the person wants them. */
static double
letters (AnsChartCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72.0;
  return MAX (size * 0.9, ANS_CHART_FONT_MIN);
}

static AnsTheme
current_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? ANS_THEME_CONTRAST : ANS_THEME_PRINT;
  return dark ? ANS_THEME_DARK : ANS_THEME_LIGHT;
}

static void
drop_scene (AnsChartCanvas *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->scene, ans_scene_free);
}

static const AnsScene *
get_scene (AnsChartCanvas *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD;
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PAD;
  const double base = letters (self);
  const AnsTheme theme = current_theme ();

  if (self->chart == NULL || width < 1 || height < 1)
    return NULL;
  if (self->scene != NULL && fabs (self->width - width) < 0.5 &&
      fabs (self->height - height) < 0.5 && fabs (self->base - base) < 0.01 && self->theme == theme)
    return self->scene;
  drop_scene (self);
  self->width = width;
  self->height = height;
  self->base = base;
  self->theme = theme;
  self->scene = ans_chart_layout_bare (self->chart, width, height, base, theme);
  /* the card has its own */
  self->scene->background = ANS_COLOUR_NONE;
  return self->scene;
}

static const AnsRegion *
get_region (AnsChartCanvas *self, int index)
{
  const AnsScene *scene = get_scene (self);

  return scene != NULL && index >= 0 && index < (int) ans_scene_get_n_regions (scene)
             ? ans_scene_get_region (scene, (guint) index)
             : NULL;
}

static int
find_region (const AnsScene *scene, guint series, guint category)
{
  for (guint i = 0; i < ans_scene_get_n_regions (scene); i++)
    {
      const AnsRegion *region = ans_scene_get_region (scene, i);

      if (region->series == series && region->category == category)
        return (int) i;
    }
  return NONE;
}

/* The first or the last datum, as the data run: a line's later series are painted first. */
static int
find_edge (const AnsScene *scene, gboolean last)
{
  int best = NONE;

  for (guint i = 0; scene != NULL && i < ans_scene_get_n_regions (scene); i++)
    {
      const AnsRegion *region = ans_scene_get_region (scene, i);
      const AnsRegion *other = best != NONE ? ans_scene_get_region (scene, (guint) best) : NULL;
      const gboolean before =
          other != NULL &&
          (region->category < other->category ||
           (region->category == other->category && region->series < other->series));

      if (other == NULL || before != last)
        best = (int) i;
    }
  return best;
}

/* --- what is said ---------------------------------------------------------------------------- */

static gboolean
has_cursor (AnsChartCanvas *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self));
}

static int
shown_region (AnsChartCanvas *self)
{
  if (self->hover != NONE)
    return self->hover;
  return has_cursor (self) ? self->cursor : NONE;
}

/* The context that GTK has for tests is mute, and crashes when it is to speak. */
static gboolean
can_speak (AnsChartCanvas *self)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (self));

  return context != NULL && g_strcmp0 (G_OBJECT_TYPE_NAME (context), "GtkTestATContext") != 0;
}

static void
say (AnsChartCanvas *self, gboolean aloud)
{
  const AnsRegion *region = get_region (self, shown_region (self));
  const char *text = region != NULL ? region->label : NULL;

  if (g_set_str (&self->spoken, text) && aloud && text != NULL && can_speak (self))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- the cursor ------------------------------------------------------------------------------ */

/* A tall chart is seen in parts. */
static void
scroll_to (AnsChartCanvas *self, const AnsRegion *region)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_point_t place;

  if (window == NULL || !gtk_widget_compute_point (
                            GTK_WIDGET (self), window,
                            &GRAPHENE_POINT_INIT ((float) region->x, (float) region->y), &place))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  place.y += (float) gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, (double) place.y - self->base * 2,
                             (double) place.y + region->height + self->base * 2);
}

static void
set_cursor (AnsChartCanvas *self, int cursor)
{
  const AnsRegion *region = get_region (self, cursor);

  if (region == NULL)
    return;
  self->cursor = cursor;
  self->hover = NONE;
  scroll_to (self, region);
  say (self, TRUE);
}

/* Charts whose categories run from top to bottom. */
static gboolean
is_upright (const AnsChart *chart)
{
  return chart->kind == ANS_CHART_BARS || chart->kind == ANS_CHART_STACKED_BARS ||
         chart->kind == ANS_CHART_SHARE_BARS || chart->kind == ANS_CHART_PROGRESS ||
         chart->kind == ANS_CHART_PYRAMID;
}

/* The next category, in the same series if any further one has it: a forecast goes on where what is
 * known ends. */
static int
next_category (AnsChartCanvas *self, const AnsRegion *from, int by)
{
  const int n = (int) self->chart->categories->len;

  for (int c = (int) from->category + by; c >= 0 && c < n; c += by)
    {
      int found = find_region (self->scene, from->series, (guint) c);

      if (found != NONE)
        return found;
    }
  for (int c = (int) from->category + by; c >= 0 && c < n; c += by)
    for (guint s = 0; s < self->chart->series->len; s++)
      {
        int found = find_region (self->scene, s, (guint) c);

        if (found != NONE)
          return found;
      }
  return NONE;
}

static int
next_series (AnsChartCanvas *self, const AnsRegion *from, int by)
{
  const int n = (int) self->chart->series->len;

  for (int s = (int) from->series + by; s >= 0 && s < n; s += by)
    {
      int found = find_region (self->scene, (guint) s, from->category);

      if (found != NONE)
        return found;
    }
  return NONE;
}

/* The tile above or below. */
static int
next_line (AnsChartCanvas *self, const AnsRegion *from, int by)
{
  int best = NONE;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < ans_scene_get_n_regions (self->scene); i++)
    {
      const AnsRegion *other = ans_scene_get_region (self->scene, i);
      const double down = (other->y - from->y) * by;
      const double far = down + fabs (other->x - from->x) * 4;

      if (down > 1 && far < least)
        {
          least = far;
          best = (int) i;
        }
    }
  return best;
}

/* Where an arrow leads; along a lone row or line both pairs of arrows go on. */
static int
neighbour (AnsChartCanvas *self, GtkDirectionType direction)
{
  const AnsRegion *from = get_region (self, self->cursor);
  const gboolean vertical = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  int by = direction == GTK_DIR_RIGHT || direction == GTK_DIR_DOWN ? 1 : -1;
  gboolean along;

  if (from == NULL)
    return find_edge (self->scene, FALSE);
  if (!vertical && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    by = -by;
  if (self->chart->kind == ANS_CHART_TILES && vertical)
    return next_line (self, from, by);
  along = self->chart->series->len < 2 || self->chart->kind == ANS_CHART_DONUT ||
          self->chart->kind == ANS_CHART_TILES || vertical == is_upright (self->chart);
  /* the youngest are at the bottom of a pyramid */
  if (self->chart->kind == ANS_CHART_PYRAMID && vertical)
    by = -by;
  return along ? next_category (self, from, by) : next_series (self, from, by);
}

static gboolean
move (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  AnsChartCanvas *self = ANS_CHART_CANVAS (widget);
  const AnsScene *scene = get_scene (self);
  const char *where = g_variant_get_string (parameter, NULL);
  int to = NONE;

  if (scene == NULL || ans_scene_get_n_regions (scene) == 0)
    return GDK_EVENT_PROPAGATE;
  if (g_str_equal (where, "first"))
    to = find_edge (scene, FALSE);
  else if (g_str_equal (where, "last"))
    to = find_edge (scene, TRUE);
  else
    to = neighbour (self, g_str_equal (where, "left")    ? GTK_DIR_LEFT
                          : g_str_equal (where, "right") ? GTK_DIR_RIGHT
                          : g_str_equal (where, "up")    ? GTK_DIR_UP
                                                         : GTK_DIR_DOWN);
  if (to == NONE)
    gtk_widget_error_bell (widget);
  else
    set_cursor (self, to);
  return GDK_EVENT_STOP;
}

static void
activate_region (AnsChartCanvas *self, int index)
{
  const AnsRegion *region = get_region (self, index);

  if (region != NULL)
    g_signal_emit (self, signals[DATUM_ACTIVATED], 0, region->series, region->category);
}

static gboolean
activate (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  AnsChartCanvas *self = ANS_CHART_CANVAS (widget);

  activate_region (self, self->cursor);
  return GDK_EVENT_STOP;
}

/* The first datum is under the cursor as soon as the keyboard comes; the pointer brings its own. */
static void
focus_changed (AnsChartCanvas *self)
{
  if (self->cursor == NONE && has_cursor (self) && self->hover == NONE)
    self->cursor = find_edge (get_scene (self), FALSE);
  say (self, TRUE);
}

/* --- the pointer ----------------------------------------------------------------------------- */

static int
region_at (AnsChartCanvas *self, double x, double y)
{
  const AnsScene *scene = get_scene (self);

  return scene != NULL ? ans_scene_region_at (scene, x - PAD, y - PAD) : NONE;
}

static void
set_hover (AnsChartCanvas *self, int hover)
{
  if (self->hover == hover)
    return;
  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   hover != NONE && self->openable ? "pointer" : NULL);
  say (self, FALSE);
}

static void
moved (GtkEventControllerMotion *controller, double x, double y, AnsChartCanvas *self)
{
  set_hover (self, region_at (self, x, y));
}

static void
left (GtkEventControllerMotion *controller, AnsChartCanvas *self)
{
  set_hover (self, NONE);
}

static void
clicked (GtkGestureClick *gesture, int n, double x, double y, AnsChartCanvas *self)
{
  const int at = region_at (self, x, y);

  if (at == NONE)
    return;
  self->cursor = at;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_region (self, at);
}

/* A menu is about the datum that it was asked for on. */
static void
pressed_for_menu (GtkGestureClick *gesture, int n, double x, double y, AnsChartCanvas *self)
{
  const int at = region_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (at != NONE)
    self->cursor = at;
  gtk_widget_activate_action (GTK_WIDGET (self), "chart.menu-at", "(dd)", x, y);
}

/* --- painting -------------------------------------------------------------------------------- */

static void
draw_picture (AnsChartCanvas *self, GtkSnapshot *snapshot)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  const double scale = surface != NULL ? gdk_surface_get_scale (surface) : 1;

  if (self->texture == NULL || fabs (self->scale - scale) > 0.001)
    {
      g_clear_object (&self->texture);
      self->texture = ans_scene_to_texture (self->scene, scale);
      self->scale = scale;
    }
  gtk_snapshot_append_texture (
      snapshot, self->texture,
      &GRAPHENE_RECT_INIT (0, 0, (float) (gdk_texture_get_width (self->texture) / scale),
                           (float) (gdk_texture_get_height (self->texture) / scale)));
}

static void
ans_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsChartCanvas *self = ANS_CHART_CANVAS (widget);
  const AnsRegion *region;
  int cursor, shown;
  gboolean dark;

  if (get_scene (self) == NULL)
    return;
  dark = self->theme == ANS_THEME_DARK || self->theme == ANS_THEME_CONTRAST;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PAD, PAD));
  draw_picture (self, snapshot);
  cursor = has_cursor (self) && get_region (self, self->cursor) != NULL ? self->cursor : NONE;
  shown = shown_region (self);
  region = get_region (self, shown);
  if (region != NULL && shown != cursor)
    ans_chart_ring_draw (snapshot, self->scene, (guint) shown, dark, 1);
  if (cursor != NONE)
    ans_chart_ring_draw (snapshot, self->scene, (guint) cursor, dark,
                         gtk_widget_has_visible_focus (widget) ? 3 : 2);
  if (region != NULL)
    {
      graphene_rect_t ring = ans_chart_ring_bounds (self->scene, (guint) shown);

      ans_chart_bubble_draw (widget, snapshot, self->scene, &ring, region->label);
    }
  gtk_snapshot_restore (snapshot);
}

/* For any width: the least of all. */
static double
height_for (AnsChartCanvas *self, int width)
{
  if (self->chart == NULL)
    return 0;
  return ans_chart_natural_height (self->chart, (width >= 0 ? width : WIDEST) - 2 * PAD,
                                   letters (self)) +
         2 * PAD;
}

/* The least width at which it is no higher. */
static int
width_for (AnsChartCanvas *self, int height)
{
  int low = NARROWEST, high = WIDEST;

  if (height < 0)
    return NARROWEST;
  while (low < high)
    {
      const int middle = (low + high) / 2;

      if (height_for (self, middle) <= height)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
ans_chart_canvas_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width_for (ANS_CHART_CANVAS (widget), for_size);
      *natural = MAX (*minimum, NATURAL);
    }
  else
    *minimum = *natural = (int) ceil (height_for (ANS_CHART_CANVAS (widget), for_size));
}

static GtkSizeRequestMode
ans_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Also in a window that is not the active one. */
static gboolean
ans_chart_canvas_grab_focus (GtkWidget *widget)
{
  const gboolean grabbed = GTK_WIDGET_CLASS (ans_chart_canvas_parent_class)->grab_focus (widget);

  focus_changed (ANS_CHART_CANVAS (widget));
  return grabbed;
}

static void
ans_chart_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ans_chart_canvas_parent_class)->css_changed (widget, change);
  if (ANS_CHART_CANVAS (widget)->scene != NULL &&
      fabs (letters (ANS_CHART_CANVAS (widget)) - ANS_CHART_CANVAS (widget)->base) > 0.01)
    gtk_widget_queue_resize (widget);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
ans_chart_canvas_dispose (GObject *object)
{
  AnsChartCanvas *self = ANS_CHART_CANVAS (object);

  self->chart = NULL;
  drop_scene (self);
  g_clear_pointer (&self->spoken, g_free);
  G_OBJECT_CLASS (ans_chart_canvas_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    const char *where;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, "left" },  { GDK_KEY_Right, GDK_KEY_KP_Right, "right" },
    { GDK_KEY_Up, GDK_KEY_KP_Up, "up" },        { GDK_KEY_Down, GDK_KEY_KP_Down, "down" },
    { GDK_KEY_Home, GDK_KEY_KP_Home, "first" }, { GDK_KEY_End, GDK_KEY_KP_End, "last" },
  };
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                      GDK_KEY_space, GDK_KEY_KP_Space };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, move, "s", keys[i].where);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, move, "s", keys[i].where);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (widget_class, activating[i], 0, activate, NULL);
}

static void
ans_chart_canvas_class_init (AnsChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_chart_canvas_dispose;
  widget_class->snapshot = ans_chart_canvas_snapshot;
  widget_class->measure = ans_chart_canvas_measure;
  widget_class->get_request_mode = ans_chart_canvas_get_request_mode;
  widget_class->grab_focus = ans_chart_canvas_grab_focus;
  widget_class->css_changed = ans_chart_canvas_css_changed;
  signals[DATUM_ACTIVATED] =
      g_signal_new ("datum-activated", ANS_TYPE_CHART_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "ans-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (AnsChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_changed), self);
  g_signal_connect (click, "released", G_CALLBACK (clicked), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (pressed_for_menu), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

static void
ans_chart_canvas_init (AnsChartCanvas *self)
{
  static const char *const follows[] = { "notify::dark", "notify::high-contrast",
                                         "notify::accent-color" };

  self->cursor = self->hover = NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  for (guint i = 0; i < G_N_ELEMENTS (follows); i++)
    g_signal_connect_object (adw_style_manager_get_default (), follows[i],
                             G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
ans_chart_canvas_set_chart (AnsChartCanvas *self, const AnsChart *chart)
{
  const AnsRegion *before;
  guint series = 0, category = 0;
  gboolean had;

  g_return_if_fail (ANS_IS_CHART_CANVAS (self));

  before = self->scene != NULL ? get_region (self, self->cursor) : NULL;
  had = before != NULL;
  if (had)
    {
      series = before->series;
      category = before->category;
    }
  drop_scene (self);
  self->chart = chart;
  self->cursor = self->hover = NONE;
  if (had && get_scene (self) != NULL)
    self->cursor = find_region (self->scene, series, category);
  if (chart != NULL)
    {
      g_autofree char *words = ans_chart_describe (chart);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      chart->title != NULL ? chart->title : _ ("Chart"),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  say (self, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ans_chart_canvas_set_openable (AnsChartCanvas *self, gboolean openable)
{
  g_return_if_fail (ANS_IS_CHART_CANVAS (self));
  self->openable = openable;
}

gboolean
ans_chart_canvas_get_cursor (AnsChartCanvas *self, guint *series, guint *category)
{
  const AnsRegion *region;

  g_return_val_if_fail (ANS_IS_CHART_CANVAS (self), FALSE);

  region = get_region (self, self->cursor);
  if (region == NULL)
    return FALSE;
  *series = region->series;
  *category = region->category;
  return TRUE;
}

const char *
ans_chart_canvas_get_spoken (AnsChartCanvas *self)
{
  g_return_val_if_fail (ANS_IS_CHART_CANVAS (self), NULL);
  return self->spoken;
}

gboolean
ans_chart_canvas_get_places (AnsChartCanvas *self, graphene_rect_t *datum, graphene_rect_t *bubble)
{
  const AnsRegion *region;

  g_return_val_if_fail (ANS_IS_CHART_CANVAS (self), FALSE);

  region = get_region (self, self->cursor);
  if (region == NULL)
    return FALSE;
  *datum = ans_chart_ring_bounds (self->scene, (guint) self->cursor);
  ans_chart_bubble_place (GTK_WIDGET (self), self->scene, datum, region->label, bubble);
  graphene_rect_offset (datum, PAD, PAD);
  graphene_rect_offset (bubble, PAD, PAD);
  return TRUE;
}
