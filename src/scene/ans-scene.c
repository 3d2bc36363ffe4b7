/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/ans-scene.h"

#include <math.h>
#include <string.h>

/**
 * ans_scene_new:
 * @width: of the sheet or picture
 * @height: likewise
 *
 * Returns: (transfer full): an empty scene
 */
AnsScene *
ans_scene_new (double width, double height)
{
  AnsScene *self = g_new0 (AnsScene, 1);

  self->width = width;
  self->height = height;
  self->marks = g_array_new (FALSE, TRUE, sizeof (AnsMark));
  self->points = g_array_new (FALSE, FALSE, sizeof (AnsPoint));
  self->regions = g_array_new (FALSE, FALSE, sizeof (AnsRegion));
  self->strings = g_string_chunk_new (2048);
  return self;
}

/**
 * ans_scene_free:
 */
void
ans_scene_free (AnsScene *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_array_unref (self->points);
  g_array_unref (self->regions);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->shaper, ans_text_shaper_unref);
  g_free (self);
}

void
ans_scene_set_shaper (AnsScene *self, AnsTextShaper *shaper)
{
  AnsTextShaper *old = self->shaper;

  self->shaper = shaper != NULL ? ans_text_shaper_ref (shaper) : NULL;
  g_clear_pointer (&old, ans_text_shaper_unref);
}

static AnsMark *
add (AnsScene *self, AnsMarkKind kind, double x, double y, double width, double height)
{
  AnsMark mark = { .kind = kind, .x = x, .y = y, .width = width, .height = height };

  mark.region = self->region;
  g_array_append_val (self->marks, mark);
  return &g_array_index (self->marks, AnsMark, self->marks->len - 1);
}

static AnsMark *
add_text (AnsScene *self,
          AnsMarkKind kind,
          AnsFace face,
          double size,
          double x,
          double y,
          double width,
          const char *text,
          gssize length)
{
  AnsMark *mark = add (self, kind, x, y, width, 0);

  mark->face = face;
  mark->size = size;
  mark->paint.fill = ANS_COLOUR_BLACK;
  mark->text = g_string_chunk_insert_len (self->strings, text, length);
  return mark;
}

/**
 * ans_scene_add_text:
 * @x: where the text begins
 * @y: its baseline
 * @width: its advance
 * @text: copied
 * @length: its bytes
 *
 * Adds a line of black text that was measured before, unless it is empty.
 */
void
ans_scene_add_text (AnsScene *self,
                    AnsFace face,
                    double size,
                    double x,
                    double y,
                    double width,
                    const char *text,
                    gsize length)
{
  if (length > 0)
    add_text (self, ANS_MARK_TEXT, face, size, x, y, width, text, (gssize) length);
}

double
ans_scene_add_label (AnsScene *self,
                     AnsFace face,
                     double size,
                     AnsColour colour,
                     AnsTextAlign align,
                     double x,
                     double y,
                     const char *text)
{
  AnsTextShaper *shaper = self->shaper != NULL ? self->shaper : ans_text_shaper_get_default ();
  double width;

  if (text == NULL || *text == '\0')
    return 0;
  width = size * ans_text_shaper_width (shaper, face, text, strlen (text));
  if (align != ANS_ALIGN_TEXT_START)
    x -= align == ANS_ALIGN_TEXT_MIDDLE ? width / 2 : width;
  add_text (self, ANS_MARK_TEXT, face, size, x, y, width, text, -1)->paint.fill = colour;
  return width;
}

/**
 * ans_scene_add_watermark:
 * @width: of @text at @size
 *
 * Adds a pale word across the middle of the sheet, behind everything.
 */
void
ans_scene_add_watermark (AnsScene *self, double size, double width, const char *text)
{
  add_text (self, ANS_MARK_WATERMARK, ANS_FACE_BOLD, size, self->width / 2, self->height / 2, width,
            text, -1);
}

/**
 * ans_scene_add_line:
 * @width: 0 for an upright line
 * @height: 0 for a level line
 * @thickness: of the line
 *
 * Adds a black line from @x, @y.
 */
void
ans_scene_add_line (
    AnsScene *self, double x, double y, double width, double height, double thickness)
{
  AnsPaint paint = { .stroke = ANS_COLOUR_BLACK, .line = thickness };

  ans_scene_add_stroke (self, &paint, x, y, width, height);
}

/**
 * ans_scene_add_stroke:
 *
 * Adds a line from @x, @y to @x + @width, @y + @height.
 */
void
ans_scene_add_stroke (
    AnsScene *self, const AnsPaint *paint, double x, double y, double width, double height)
{
  AnsMark *mark = add (self, ANS_MARK_LINE, x, y, width, height);

  mark->paint = *paint;
  mark->size = paint->line;
}

/**
 * ans_scene_add_rect:
 * @radius: of its corners, made smaller where it doesn't fit
 */
void
ans_scene_add_rect (AnsScene *self,
                    const AnsPaint *paint,
                    double x,
                    double y,
                    double width,
                    double height,
                    double radius)
{
  AnsMark *mark = add (self, ANS_MARK_RECT, x, y, width, height);

  mark->paint = *paint;
  mark->size = CLAMP (radius, 0, MIN (width, height) / 2);
}

/**
 * ans_scene_add_circle:
 * @x: its middle
 */
void
ans_scene_add_circle (AnsScene *self, const AnsPaint *paint, double x, double y, double radius)
{
  AnsMark *mark = add (self, ANS_MARK_CIRCLE, x, y, 0, 0);

  mark->paint = *paint;
  mark->size = radius;
}

/**
 * ans_scene_add_wedge:
 * @x: the middle of the ring it is cut from
 * @outer: radius
 * @inner: radius of the hole, 0 for a full wedge
 * @from: angle in radians, clockwise from twelve o'clock
 * @to: greater than @from
 */
void
ans_scene_add_wedge (AnsScene *self,
                     const AnsPaint *paint,
                     double x,
                     double y,
                     double outer,
                     double inner,
                     double from,
                     double to)
{
  AnsMark *mark = add (self, ANS_MARK_WEDGE, x, y, 0, 0);

  mark->paint = *paint;
  mark->size = outer;
  mark->inner = inner;
  mark->from = from;
  mark->to = to;
}

static void
add_points (
    AnsScene *self, AnsMarkKind kind, const AnsPaint *paint, const AnsPoint *points, guint n)
{
  AnsMark *mark;

  if (n == 0)
    return;
  mark = add (self, kind, points[0].x, points[0].y, 0, 0);
  mark->paint = *paint;
  mark->size = paint->line;
  mark->first = self->points->len;
  mark->n_points = n;
  for (guint i = 1; i < n; i++)
    {
      double right = MAX (mark->x + mark->width, points[i].x);
      double bottom = MAX (mark->y + mark->height, points[i].y);

      mark->x = MIN (mark->x, points[i].x);
      mark->y = MIN (mark->y, points[i].y);
      mark->width = right - mark->x;
      mark->height = bottom - mark->y;
    }
  g_array_append_vals (self->points, points, n);
}

/** ans_scene_add_polygon: */
void
ans_scene_add_polygon (AnsScene *self, const AnsPaint *paint, const AnsPoint *points, guint n)
{
  add_points (self, ANS_MARK_POLYGON, paint, points, n);
}

/** ans_scene_add_polyline: */
void
ans_scene_add_polyline (AnsScene *self, const AnsPaint *paint, const AnsPoint *points, guint n)
{
  add_points (self, ANS_MARK_POLYLINE, paint, points, n);
}

guint
ans_scene_begin_region (AnsScene *self,
                        guint series,
                        guint category,
                        const char *label,
                        double x,
                        double y,
                        double width,
                        double height)
{
  AnsRegion region = { series, category, x, y, width, height, NULL };

  region.label = g_string_chunk_insert (self->strings, label);
  g_array_append_val (self->regions, region);
  self->region = self->regions->len;
  return self->regions->len - 1;
}

/** ans_scene_end_region: what is added next belongs to none. */
void
ans_scene_end_region (AnsScene *self)
{
  self->region = 0;
}

/* Whether the region has wedges, and if so whether one of them is at the point. */
static gboolean
misses_wedges (const AnsScene *self, guint region, double x, double y)
{
  gboolean has = FALSE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (self->marks, AnsMark, i);
      double distance, angle;

      if (mark->region != region + 1 || mark->kind != ANS_MARK_WEDGE)
        continue;
      has = TRUE;
      distance = hypot (x - mark->x, y - mark->y);
      angle = atan2 (x - mark->x, mark->y - y);
      while (angle < mark->from)
        angle += 2 * G_PI;
      if (distance >= mark->inner && distance <= mark->size && angle <= mark->to)
        return FALSE;
    }
  return has;
}

int
ans_scene_region_at (const AnsScene *self, double x, double y)
{
  for (guint i = self->regions->len; i-- > 0;)
    {
      const AnsRegion *region = &g_array_index (self->regions, AnsRegion, i);

      if (x >= region->x && x <= region->x + region->width && y >= region->y &&
          y <= region->y + region->height && !misses_wedges (self, i, x, y))
        return (int) i;
    }
  return -1;
}

/** ans_scene_get_region: Returns: (transfer none): valid until another is added */
const AnsRegion *
ans_scene_get_region (const AnsScene *self, guint index)
{
  g_return_val_if_fail (index < self->regions->len, NULL);
  return &g_array_index (self->regions, AnsRegion, index);
}

/** ans_scene_get_n_regions: */
guint
ans_scene_get_n_regions (const AnsScene *self)
{
  return self->regions->len;
}

void
ans_scene_append (AnsScene *self, const AnsScene *other, double x, double y, double scale)
{
  guint first_point = self->points->len, first_region = self->regions->len;

  for (guint i = 0; i < other->points->len; i++)
    {
      AnsPoint point = g_array_index (other->points, AnsPoint, i);

      point.x = x + point.x * scale;
      point.y = y + point.y * scale;
      g_array_append_val (self->points, point);
    }
  for (guint i = 0; i < other->regions->len; i++)
    {
      AnsRegion region = g_array_index (other->regions, AnsRegion, i);

      region.x = x + region.x * scale;
      region.y = y + region.y * scale;
      region.width *= scale;
      region.height *= scale;
      region.label = g_string_chunk_insert (self->strings, region.label);
      g_array_append_val (self->regions, region);
    }
  for (guint i = 0; i < other->marks->len; i++)
    {
      AnsMark mark = g_array_index (other->marks, AnsMark, i);

      mark.x = x + mark.x * scale;
      mark.y = y + mark.y * scale;
      mark.width *= scale;
      mark.height *= scale;
      mark.size *= scale;
      mark.inner *= scale;
      mark.paint.line *= scale;
      mark.first += first_point;
      if (mark.region != 0)
        mark.region += first_region;
      if (mark.text != NULL)
        mark.text = g_string_chunk_insert (self->strings, mark.text);
      g_array_append_val (self->marks, mark);
    }
}
