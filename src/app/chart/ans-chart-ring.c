/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-chart-ring.h"

#include <adwaita.h>
#include <math.h>

#define AIR    3.0 /* between the datum and its ring */
#define LEAST  6.0 /* a bar of nothing still has a place */
#define MOST   5.0 /* by which a ring may leave the scene */
#define RADIUS 4.0f

static const AnsMark *
find_wedge (const AnsScene *scene, guint region)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->region == region + 1 && mark->kind == ANS_MARK_WEDGE)
        return mark;
    }
  return NULL;
}

static void
add_point (
    GskPathBuilder *builder, const AnsMark *wedge, double radius, double angle, gboolean first)
{
  const float x = (float) (wedge->x + radius * sin (angle));
  const float y = (float) (wedge->y - radius * cos (angle));

  if (first)
    gsk_path_builder_move_to (builder, x, y);
  else
    gsk_path_builder_line_to (builder, x, y);
}

static GskPath *
path_of_wedge (const AnsMark *wedge)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  const double outer = wedge->size + AIR, inner = MAX (wedge->inner - AIR, 0);
  /* as wide at the middle of the ring as it is long at its edges */
  const double wider = AIR / MAX ((outer + inner) / 2, 1);
  const double from = wedge->from - wider, to = MIN (wedge->to + wider, from + 2 * G_PI);
  const guint n = (guint) ceil ((to - from) / 0.03) + 1;

  for (guint i = 0; i <= n; i++)
    add_point (builder, wedge, outer, from + (to - from) * i / n, i == 0);
  for (guint i = n + 1; i-- > 0;)
    add_point (builder, wedge, inner, from + (to - from) * i / n, FALSE);
  gsk_path_builder_close (builder);
  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
path_of_box (const AnsScene *scene, const AnsRegion *region)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  const double width = MAX (region->width, LEAST) + 2 * AIR;
  const double height = MAX (region->height, LEAST) + 2 * AIR;
  const graphene_rect_t all =
      GRAPHENE_RECT_INIT ((float) -MOST, (float) -MOST, (float) (scene->width + 2 * MOST),
                          (float) (scene->height + 2 * MOST));
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (region->x + (region->width - width) / 2),
                                             (float) (region->y + (region->height - height) / 2),
                                             (float) width, (float) height);
  GskRoundedRect outline;

  graphene_rect_intersection (&rect, &all, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, RADIUS);
  gsk_path_builder_add_rounded_rect (builder, &outline);
  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
path_of (const AnsScene *scene, guint region)
{
  const AnsMark *wedge = find_wedge (scene, region);

  return wedge != NULL ? path_of_wedge (wedge)
                       : path_of_box (scene, ans_scene_get_region (scene, region));
}

graphene_rect_t
ans_chart_ring_bounds (const AnsScene *scene, guint region)
{
  g_autoptr (GskPath) path = path_of (scene, region);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  gsk_path_get_bounds (path, &bounds);
  return bounds;
}

void
ans_chart_ring_draw (
    GtkSnapshot *snapshot, const AnsScene *scene, guint region, gboolean dark, float line)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GskPath) path = path_of (scene, region);
  g_autoptr (GskStroke) wide = gsk_stroke_new (line + 2);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (line);
  const GdkRGBA halo = dark ? (GdkRGBA) { 0, 0, 0, 0.7f } : (GdkRGBA) { 1, 1, 1, 0.9f };
  GdkRGBA colour;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), dark, &colour);
  if (adw_style_manager_get_high_contrast (manager))
    colour = dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0, 0, 0, 1 };
  gtk_snapshot_append_stroke (snapshot, path, wide, &halo);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &colour);
}
