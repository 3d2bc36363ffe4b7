/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes as text, for tests. */
#include "scene/ans-scene.h"

#include <math.h>

/* Half a tenth is nothing to the eye, but -0.0 would differ from 0.0 in a golden file. */
static double
tenth (double value)
{
  double rounded = (double) (long) (value * 10 + (value < 0 ? -0.5 : 0.5)) / 10;

  return rounded + 0.0;
}

static void
dump_colour (GString *out, const char *name, AnsColour colour)
{
  if (colour == ANS_COLOUR_NONE)
    return;
  g_string_append_printf (out, " %s #%06x", name, colour >> 8);
  if ((colour & 0xff) != 0xff)
    g_string_append_printf (out, "/%02x", colour & 0xff);
}

static void
dump_paint (GString *out, const AnsPaint *paint)
{
  static const char *const dashes[ANS_N_DASHES] = { "", " dashed", " dotted" };
  static const char *const hatches[ANS_N_HATCHES] = { "",       " rising",  " falling", " crossed",
                                                      " level", " upright", " dots" };

  dump_colour (out, "fill", paint->fill);
  dump_colour (out, "stroke", paint->stroke);
  if (paint->stroke != ANS_COLOUR_NONE)
    g_string_append_printf (out, " %.1f%s", tenth (paint->line), dashes[paint->dash]);
  g_string_append (out, hatches[paint->hatch]);
  g_string_append_c (out, '\n');
}

static void
dump_text (GString *out, const AnsMark *mark)
{
  static const char *const faces[ANS_N_FACES] = {
    "regular", "bold", "italic", "bold-italic", "sans", "sans-bold",
  };

  g_string_append_printf (out, "%s %.1f %.1f %.1f %s %.1f \"%s\"",
                          mark->kind == ANS_MARK_TEXT ? "text" : "watermark", tenth (mark->x),
                          tenth (mark->y), tenth (mark->width), faces[mark->face], mark->size,
                          mark->text);
  if (mark->paint.fill != ANS_COLOUR_BLACK)
    dump_colour (out, "in", mark->paint.fill);
  g_string_append_c (out, '\n');
}

static void
dump_points (const AnsScene *self, GString *out, const AnsMark *mark)
{
  g_string_append (out, mark->kind == ANS_MARK_POLYGON ? "polygon" : "polyline");
  for (guint i = 0; i < mark->n_points; i++)
    {
      const AnsPoint *point = &g_array_index (self->points, AnsPoint, mark->first + i);

      g_string_append_printf (out, " %.1f,%.1f", tenth (point->x), tenth (point->y));
    }
  dump_paint (out, &mark->paint);
}

/**
 * ans_scene_dump:
 * @out: appended to: one mark a line, in tenths of the unit
 *
 * For tests: what is in the scene, comparable as text. Black text and plain black lines say no
 * colour.
 */
void
ans_scene_dump (const AnsScene *self, GString *out)
{
  guint region = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (self->marks, AnsMark, i);

      if (mark->region != region && mark->region != 0)
        {
          const AnsRegion *r = &g_array_index (self->regions, AnsRegion, mark->region - 1);

          g_string_append_printf (out, "region %u.%u %.1f %.1f %.1f %.1f \"%s\"\n", r->series,
                                  r->category, tenth (r->x), tenth (r->y), tenth (r->width),
                                  tenth (r->height), r->label);
        }
      region = mark->region;
      switch (mark->kind)
        {
        case ANS_MARK_LINE:
          g_string_append_printf (out, "line %.1f %.1f %+.1f %+.1f", tenth (mark->x),
                                  tenth (mark->y), tenth (mark->width), tenth (mark->height));
          if (mark->paint.stroke == ANS_COLOUR_BLACK && mark->paint.dash == ANS_DASH_NONE)
            g_string_append_c (out, '\n');
          else
            dump_paint (out, &mark->paint);
          break;
        case ANS_MARK_RECT:
          g_string_append_printf (out, "rect %.1f %.1f %.1f %.1f r%.1f", tenth (mark->x),
                                  tenth (mark->y), tenth (mark->width), tenth (mark->height),
                                  tenth (mark->size));
          dump_paint (out, &mark->paint);
          break;
        case ANS_MARK_CIRCLE:
          g_string_append_printf (out, "circle %.1f %.1f %.1f", tenth (mark->x), tenth (mark->y),
                                  tenth (mark->size));
          dump_paint (out, &mark->paint);
          break;
        case ANS_MARK_WEDGE:
          g_string_append_printf (out, "wedge %.1f %.1f %.1f-%.1f %.1f°-%.1f°", tenth (mark->x),
                                  tenth (mark->y), tenth (mark->inner), tenth (mark->size),
                                  tenth (mark->from * 180 / G_PI), tenth (mark->to * 180 / G_PI));
          dump_paint (out, &mark->paint);
          break;
        case ANS_MARK_POLYGON:
        case ANS_MARK_POLYLINE:
          dump_points (self, out, mark);
          break;
        case ANS_MARK_TEXT:
        case ANS_MARK_WATERMARK:
        default:
          dump_text (out, mark);
          break;
        }
    }
}
