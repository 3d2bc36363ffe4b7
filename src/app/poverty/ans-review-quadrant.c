/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-review-quadrant.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEIGHT 190
#define LEFT   34 /* room for the numbers of B2 */
#define BOTTOM 22 /* and of B1 */
#define B1_TOP 200
#define B2_TOP 120

typedef struct
{
  int b1, b2;
  char *label;
} Point;

struct _AnsReviewQuadrant
{
  GtkWidget parent_instance;

  int b1_limit, b2_limit;
  Point now, before;
};

G_DEFINE_FINAL_TYPE (AnsReviewQuadrant, ans_review_quadrant, GTK_TYPE_WIDGET)

/* Fields of the map; ink and points. Readable on each other in both schemes. */
typedef struct
{
  const char *poor, *near_poor, *not_poor, *ink, *point;
} Colours;

static const Colours light = { "#f4dcc8", "#dcd9cf", "#dff1f2", "#1d1d20", "#c65d00" };
static const Colours dark = { "#5a3a1c", "#46443d", "#213f41", "#f2f2f2", "#ff9d45" };

static const Colours *
colours (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? &dark : &light;
}

static void
fill (GtkSnapshot *snapshot, const char *colour, double x, double y, double width, double height)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, colour);
  gtk_snapshot_append_color (
      snapshot, &rgba,
      &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) MAX (width, 0), (float) MAX (height, 0)));
}

/* @x_align, @y_align: which part of the text lies on the point, 0 to 1 */
static void
write_text (AnsReviewQuadrant *self,
            GtkSnapshot *snapshot,
            const char *text,
            gboolean bold,
            double x,
            double y,
            double x_align,
            double y_align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;
  GdkRGBA ink;

  gdk_rgba_parse (&ink, colours ()->ink);
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - width * x_align),
                                                          (float) (y - height * y_align)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

typedef struct
{
  double x, y, width, height; /* of the map */
} Map;

static double
x_of (const Map *map, int b1)
{
  return map->x + map->width * CLAMP (b1, 0, B1_TOP) / B1_TOP;
}

static double
y_of (const Map *map, int b2)
{
  return map->y + map->height * (1 - (double) CLAMP (b2, 0, B2_TOP) / B2_TOP);
}

static void
draw_point (AnsReviewQuadrant *self, cairo_t *cr, const Map *map, const Point *point, gboolean full)
{
  GdkRGBA rgba;

  if (point->b1 < 0 || point->label == NULL)
    return;
  cairo_arc (cr, x_of (map, point->b1), y_of (map, point->b2), 5.5, 0, 2 * G_PI);
  gdk_rgba_parse (&rgba, full ? colours ()->point : colours ()->near_poor);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_fill_preserve (cr);
  gdk_rgba_parse (&rgba, colours ()->ink);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_points (AnsReviewQuadrant *self, GtkSnapshot *snapshot, const Map *map)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                            (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);
  const gboolean both =
      self->now.b1 >= 0 && self->before.b1 >= 0 && self->before.label != NULL;
  GdkRGBA ink;

  gdk_rgba_parse (&ink, colours ()->ink);
  if (both)
    {
      const double dashes[] = { 3, 3 };

      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_set_line_width (cr, 1);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_move_to (cr, x_of (map, self->before.b1), y_of (map, self->before.b2));
      cairo_line_to (cr, x_of (map, self->now.b1), y_of (map, self->now.b2));
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  draw_point (self, cr, map, &self->before, FALSE);
  draw_point (self, cr, map, &self->now, TRUE);
  cairo_destroy (cr);
}

static void
name_point (AnsReviewQuadrant *self, GtkSnapshot *snapshot, const Map *map, const Point *point)
{
  if (point->b1 >= 0 && point->label != NULL)
    write_text (self, snapshot, point->label, point == &self->now, x_of (map, point->b1) - 10,
                y_of (map, point->b2), 1, 0.5);
}

static void
ans_review_quadrant_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsReviewQuadrant *self = ANS_REVIEW_QUADRANT (widget);
  const Map map = { LEFT, 8, gtk_widget_get_width (widget) - LEFT - 8,
                    gtk_widget_get_height (widget) - 8 - BOTTOM };
  const double right = map.x + map.width, bottom = map.y + map.height;
  const double x = x_of (&map, self->b1_limit), y = y_of (&map, self->b2_limit);
  g_autofree char *b1 = g_strdup_printf ("%d", self->b1_limit);
  g_autofree char *b2 = g_strdup_printf ("%d", self->b2_limit);

  if (self->b1_limit < 0 || map.width < 60)
    return;
  fill (snapshot, colours ()->poor, map.x, map.y, x - map.x, y - map.y);
  fill (snapshot, colours ()->near_poor, map.x, y, x - map.x, bottom - y);
  fill (snapshot, colours ()->not_poor, x, map.y, right - x, map.height);
  fill (snapshot, colours ()->ink, x - 1, map.y, 2, map.height);
  fill (snapshot, colours ()->ink, map.x, y - 1, x - map.x, 2);
  write_text (self, snapshot, "HỘ NGHÈO", TRUE, map.x + 6, map.y + 4, 0, 0);
  write_text (self, snapshot, "CẬN NGHÈO", TRUE, map.x + 6, bottom - 3, 0, 1);
  write_text (self, snapshot, "KHÔNG\nNGHÈO", TRUE, x + 6, map.y + 4, 0, 0);
  write_text (self, snapshot, "B2", TRUE, map.x - 6, map.y, 1, 0);
  write_text (self, snapshot, b2, FALSE, map.x - 6, y, 1, 0.5);
  write_text (self, snapshot, b1, FALSE, x, bottom + 3, 0.5, 0);
  write_text (self, snapshot, "B1", TRUE, right, bottom + 3, 1, 0);
  draw_points (self, snapshot, &map);
  name_point (self, snapshot, &map, &self->before);
  name_point (self, snapshot, &map, &self->now);
}

static void
ans_review_quadrant_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : HEIGHT;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = 300;
}

static void
ans_review_quadrant_finalize (GObject *object)
{
  g_free (ANS_REVIEW_QUADRANT (object)->now.label);
  g_free (ANS_REVIEW_QUADRANT (object)->before.label);
  G_OBJECT_CLASS (ans_review_quadrant_parent_class)->finalize (object);
}

static void
ans_review_quadrant_class_init (AnsReviewQuadrantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ans_review_quadrant_finalize;
  widget_class->measure = ans_review_quadrant_measure;
  widget_class->snapshot = ans_review_quadrant_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ans_review_quadrant_init (AnsReviewQuadrant *self)
{
  self->b1_limit = self->b2_limit = self->now.b1 = self->before.b1 = -1;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
point_set (Point *point, const AnsReviewScore *score)
{
  point->b1 = score != NULL ? score->b1 : -1;
  point->b2 = score != NULL ? score->b2 : 0;
  g_set_str (&point->label, score != NULL ? score->label : NULL);
}

void
ans_review_quadrant_set (AnsReviewQuadrant *self,
                         int b1_limit,
                         int b2_limit,
                         const AnsReviewScore *now,
                         const AnsReviewScore *before)
{
  g_autofree char *label = NULL;

  g_return_if_fail (ANS_IS_REVIEW_QUADRANT (self));

  self->b1_limit = b1_limit;
  self->b2_limit = b2_limit;
  point_set (&self->now, now);
  point_set (&self->before, before);
  gtk_widget_set_visible (GTK_WIDGET (self), b1_limit >= 0);
  label = now != NULL && now->b1 >= 0
              /* Translators: scores of a household and what they are compared with */
              ? g_strdup_printf (_ ("B1 is %d, its limit %d; B2 is %d, poor from %d on"), now->b1,
                                 b1_limit, now->b2, b2_limit)
              : g_strdup_printf (_ ("The limit of B1 is %d; poor from B2 of %d on"), b1_limit,
                                 b2_limit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
