/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "scene/ans-scene-private.h"

/* Of the hatching, in the scene's unit on something as wide as a bar. */
#define HATCH_STEP_MIN 4.0
#define HATCH_STEP_MAX 14.0

/** ans_scene_set_colour: */
void
ans_scene_set_colour (cairo_t *cr, AnsColour colour)
{
  cairo_set_source_rgba (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
round_rect_path (cairo_t *cr, const AnsMark *mark)
{
  double x = mark->x, y = mark->y, r = mark->size;
  double right = x + mark->width, bottom = y + mark->height;

  if (r < 0.01)
    {
      cairo_rectangle (cr, x, y, mark->width, mark->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
wedge_path (cairo_t *cr, const AnsMark *mark)
{
  double from = mark->from - G_PI_2, to = mark->to - G_PI_2;
  gboolean whole = mark->to - mark->from > 2 * G_PI - 1e-6;

  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x, mark->y, mark->size, from, to);
  if (whole)
    {
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
    }
  if (mark->inner > 0.01)
    cairo_arc_negative (cr, mark->x, mark->y, mark->inner, to, from);
  else if (!whole)
    cairo_line_to (cr, mark->x, mark->y);
  cairo_close_path (cr);
}

static void
mark_path (const AnsScene *scene, cairo_t *cr, const AnsMark *mark)
{
  switch (mark->kind)
    {
    case ANS_MARK_RECT:
      round_rect_path (cr, mark);
      break;
    case ANS_MARK_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, mark->x, mark->y, mark->size, 0, 2 * G_PI);
      break;
    case ANS_MARK_WEDGE:
      wedge_path (cr, mark);
      break;
    case ANS_MARK_POLYGON:
    case ANS_MARK_POLYLINE:
      for (guint i = 0; i < mark->n_points; i++)
        {
          const AnsPoint *point = &g_array_index (scene->points, AnsPoint, mark->first + i);

          cairo_line_to (cr, point->x, point->y);
        }
      if (mark->kind == ANS_MARK_POLYGON)
        cairo_close_path (cr);
      break;
    case ANS_MARK_LINE:
    case ANS_MARK_TEXT:
    case ANS_MARK_WATERMARK:
    default:
      break;
    }
}

/* Parallel lines across @x1…@x2, @y1…@y2; @slant is how far a line runs sideways on its way down,
 * in heights. Lines stand where they would on the whole sheet, so neighbours match. */
static void
slanted_lines (cairo_t *cr, double x1, double y1, double x2, double y2, double step, double slant)
{
  double height = y2 - y1, run = height * slant;
  double first = floor ((MIN (x1, x1 - run) - slant * -y1) / step) * step + slant * -y1;

  for (double x = first; x < MAX (x2, x2 - run) + step; x += step)
    {
      cairo_move_to (cr, x, y1);
      cairo_line_to (cr, x + run, y2);
    }
}

static void
level_lines (cairo_t *cr, double x1, double y1, double x2, double y2, double step)
{
  for (double y = ceil (y1 / step) * step; y < y2; y += step)
    {
      cairo_move_to (cr, x1, y);
      cairo_line_to (cr, x2, y);
    }
}

static void
dots (cairo_t *cr, double x1, double y1, double x2, double y2, double step)
{
  gboolean odd = FALSE;

  for (double y = floor (y1 / step) * step; y < y2 + step; y += step, odd = !odd)
    for (double x = floor (x1 / step) * step + (odd ? step / 2 : 0); x < x2 + step; x += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, step * 0.2, 0, 2 * G_PI);
      }
}

/* Over the current path, which is kept for its stroke. */
static void
hatch (const AnsScene *scene, cairo_t *cr, const AnsMark *mark)
{
  double step = CLAMP (MIN (scene->width, scene->height) / 70, HATCH_STEP_MIN, HATCH_STEP_MAX);
  double x1, y1, x2, y2;

  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_clip (cr);
  cairo_set_line_width (cr, step / 5);
  cairo_set_dash (cr, NULL, 0, 0);
  ans_scene_set_colour (cr, mark->paint.ink);
  switch (mark->paint.hatch)
    {
    case ANS_HATCH_RISING:
      slanted_lines (cr, x1, y1, x2, y2, step * 1.3, -1);
      break;
    case ANS_HATCH_FALLING:
      slanted_lines (cr, x1, y1, x2, y2, step * 1.3, 1);
      break;
    case ANS_HATCH_CROSSED:
      slanted_lines (cr, x1, y1, x2, y2, step * 1.3, -1);
      slanted_lines (cr, x1, y1, x2, y2, step * 1.3, 1);
      break;
    case ANS_HATCH_LEVEL:
      level_lines (cr, x1, y1, x2, y2, step);
      break;
    case ANS_HATCH_UPRIGHT:
      slanted_lines (cr, x1, y1, x2, y2, step, 0);
      break;
    case ANS_HATCH_DOTS:
      dots (cr, x1, y1, x2, y2, step);
      cairo_fill (cr);
      break;
    case ANS_HATCH_NONE:
    case ANS_N_HATCHES:
    default:
      break;
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
set_stroke (cairo_t *cr, const AnsPaint *paint)
{
  double long_dash[] = { paint->line * 4, paint->line * 3 };
  double dot[] = { paint->line, paint->line * 1.6 };

  cairo_set_line_width (cr, paint->line);
  ans_scene_set_colour (cr, paint->stroke);
  cairo_set_dash (cr, paint->dash == ANS_DASH_LONG ? long_dash : dot,
                  paint->dash == ANS_DASH_NONE ? 0 : 2, 0);
}

static void
paint_mark (const AnsScene *scene, cairo_t *cr, const AnsMark *mark)
{
  cairo_new_path (cr);
  mark_path (scene, cr, mark);
  if (mark->paint.fill != ANS_COLOUR_NONE && mark->kind != ANS_MARK_POLYLINE)
    {
      ans_scene_set_colour (cr, mark->paint.fill);
      cairo_fill_preserve (cr);
    }
  if (mark->paint.hatch != ANS_HATCH_NONE)
    {
      hatch (scene, cr, mark);
      cairo_new_path (cr);
      mark_path (scene, cr, mark);
    }
  if (mark->paint.stroke != ANS_COLOUR_NONE)
    {
      set_stroke (cr, &mark->paint);
      cairo_set_line_cap (cr, mark->paint.dash == ANS_DASH_NONE ? CAIRO_LINE_CAP_ROUND
                                                                : CAIRO_LINE_CAP_BUTT);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static gboolean
same_stroke (const AnsPaint *a, const AnsPaint *b)
{
  return a->stroke == b->stroke && a->dash == b->dash && ABS (a->line - b->line) < 1e-9;
}

/* Lines of one kind that follow each other are one path: a page of a list has hundreds. */
static guint
paint_lines (const AnsScene *scene, cairo_t *cr, guint i)
{
  const AnsMark *first = &g_array_index (scene->marks, AnsMark, i);

  cairo_new_path (cr);
  set_stroke (cr, &first->paint);
  cairo_set_line_cap (cr, first->paint.dash == ANS_DASH_NONE ? CAIRO_LINE_CAP_SQUARE
                                                             : CAIRO_LINE_CAP_BUTT);
  for (; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind == ANS_MARK_TEXT)
        continue;
      if (mark->kind != ANS_MARK_LINE || !same_stroke (&mark->paint, &first->paint))
        break;
      cairo_move_to (cr, mark->x, mark->y);
      cairo_line_to (cr, mark->x + mark->width, mark->y + mark->height);
    }
  cairo_stroke (cr);
  return i;
}

/** ans_scene_paint_shapes: all but the text, in order */
void
ans_scene_paint_shapes (const AnsScene *scene, cairo_t *cr)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < scene->marks->len;)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind == ANS_MARK_LINE)
        {
          i = paint_lines (scene, cr, i);
          continue;
        }
      if (mark->kind != ANS_MARK_TEXT && mark->kind != ANS_MARK_WATERMARK)
        paint_mark (scene, cr, mark);
      i++;
    }
}
