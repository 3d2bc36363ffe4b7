/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a datum, beside it. A tooltip of GTK would lie over the numbers of the neighbours
 * and come only to the pointer. */
#include "app/chart/ans-chart-bubble.h"

#include <adwaita.h>

#define PAD_X  10
#define PAD_Y  6
#define GAP    5
#define RADIUS 7
#define WIDEST 320

static PangoLayout *
lay_out (GtkWidget *widget, const AnsScene *scene, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  const double room = MIN (WIDEST, scene->width - 2 * PAD_X - 2);

  pango_layout_set_width (layout, (int) (MAX (room, 20) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* How bad it is to hide a thing, by its area. */
#define TEXT_WEIGHT  3.0
#define OWN_WEIGHT   2.0
#define SHAPE_WEIGHT 0.15

static graphene_rect_t
bounds (const AnsMark *mark)
{
  switch (mark->kind)
    {
    case ANS_MARK_TEXT:
      return GRAPHENE_RECT_INIT ((float) mark->x, (float) (mark->y - mark->size),
                                 (float) mark->width, (float) (mark->size * 1.25));
    case ANS_MARK_RECT:
      return GRAPHENE_RECT_INIT ((float) mark->x, (float) mark->y, (float) mark->width,
                                 (float) mark->height);
    case ANS_MARK_CIRCLE:
    case ANS_MARK_WEDGE:
      return GRAPHENE_RECT_INIT ((float) (mark->x - mark->size), (float) (mark->y - mark->size),
                                 (float) (2 * mark->size), (float) (2 * mark->size));
    case ANS_MARK_LINE:
    case ANS_MARK_WATERMARK:
    case ANS_MARK_POLYGON:
    case ANS_MARK_POLYLINE:
    default:
      return GRAPHENE_RECT_INIT (0, 0, 0, 0);
    }
}

/* What a bubble there would hide: numbers and names first of all, then the datum itself. */
static double
hidden_by (const AnsScene *scene, const graphene_rect_t *place, const graphene_rect_t *datum)
{
  double hidden = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);
      const graphene_rect_t thing = bounds (mark);
      graphene_rect_t part;

      if (!graphene_rect_intersection (place, &thing, &part))
        continue;
      hidden += (double) (part.size.width * part.size.height) *
                (mark->kind == ANS_MARK_TEXT ? TEXT_WEIGHT
                 : mark->kind == ANS_MARK_RECT && graphene_rect_contains_rect (datum, &thing)
                     ? OWN_WEIGHT
                     : SHAPE_WEIGHT);
    }
  return hidden;
}

static void
choose (const AnsScene *scene,
        const graphene_rect_t *datum,
        float width,
        float height,
        graphene_rect_t *place)
{
  const float left = datum->origin.x, top = datum->origin.y;
  const float right = left + datum->size.width, bottom = top + datum->size.height;
  const float middle_x = (left + right - width) / 2, middle_y = (top + bottom - height) / 2;
  const float far_x = (float) scene->width - width, far_y = (float) scene->height - height;
  const graphene_point_t wishes[] = {
    { middle_x, top - GAP - height },
    { middle_x, bottom + GAP },
    { right + GAP, middle_y },
    { left - GAP - width, middle_y },
    { left, top - GAP - height },
    { right - width, top - GAP - height },
    { left, bottom + GAP },
    { right - width, bottom + GAP },
    { right - width - GAP, middle_y },
    { (float) scene->width / 2, top - GAP - height },
    { (float) scene->width / 2, bottom + GAP },
  };
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      const float x = CLAMP (wishes[i].x, 0, MAX (far_x, 0));
      const float y = CLAMP (wishes[i].y, 0, MAX (far_y, 0));
      graphene_rect_t tried = GRAPHENE_RECT_INIT (x, y, width, height);
      /* the first of equals */
      const double hidden = hidden_by (scene, &tried, datum);

      if (hidden < least - 0.5)
        {
          least = hidden;
          *place = tried;
        }
    }
}

static void
place_layout (const AnsScene *scene,
              const graphene_rect_t *datum,
              PangoLayout *layout,
              graphene_rect_t *place)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  choose (scene, datum, (float) (width + 2 * PAD_X), (float) (height + 2 * PAD_Y), place);
}

void
ans_chart_bubble_place (GtkWidget *widget,
                        const AnsScene *scene,
                        const graphene_rect_t *datum,
                        const char *text,
                        graphene_rect_t *place)
{
  g_autoptr (PangoLayout) layout = lay_out (widget, scene, text);

  place_layout (scene, datum, layout, place);
}

void
ans_chart_bubble_draw (GtkWidget *widget,
                       GtkSnapshot *snapshot,
                       const AnsScene *scene,
                       const graphene_rect_t *datum,
                       const char *text)
{
  const GdkRGBA ground = { 0.1f, 0.1f, 0.11f, 0.96f }, ink = { 1, 1, 1, 1 };
  const GdkRGBA edge = { 1, 1, 1, 0.35f };
  g_autoptr (PangoLayout) layout = lay_out (widget, scene, text);
  graphene_rect_t place;
  GskRoundedRect outline;

  place_layout (scene, datum, layout, &place);
  gsk_rounded_rect_init_from_rect (&outline, &place, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &place);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { edge, edge, edge, edge });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (place.origin.x + PAD_X, place.origin.y + PAD_Y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}
