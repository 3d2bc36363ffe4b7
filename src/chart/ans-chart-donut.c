/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a whole as a ring; the whole stands in its middle. */
#include <math.h>
#include <string.h>

#include "chart/ans-chart-bars.h"
#include "text/ans-number.h"

/* More parts can't be told apart: the smallest become one. */
#define MAX_PARTS 7

typedef struct
{
  guint category; /* of the first one, if it stands for several */
  guint n;
  gint64 value;
  double from, to; /* angles */
} Part;

static int
greater_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const AnsPlot *plot = data;
  gint64 one = ans_chart_get_value (plot->chart, 0, *(const guint *) a);
  gint64 two = ans_chart_get_value (plot->chart, 0, *(const guint *) b);

  return one > two ? -1 : one < two ? 1 : (int) *(const guint *) a - (int) *(const guint *) b;
}

/* Parts in the order of the description, or if there are too many the greatest first. */
static GArray *
make_parts (AnsPlot *plot, guint max_parts, gint64 *whole)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  double angle = 0;

  *whole = 0;
  for (guint c = 0; c < plot->chart->categories->len; c++)
    if (ans_chart_get_value (plot->chart, 0, c) > 0)
      {
        *whole += ans_chart_get_value (plot->chart, 0, c);
        g_array_append_val (order, c);
      }
  if (order->len > max_parts)
    g_array_sort_with_data (order, greater_first, plot);
  for (guint i = 0; i < order->len; i++)
    {
      guint c = g_array_index (order, guint, i);
      Part part = { c, 1, ans_chart_get_value (plot->chart, 0, c), 0, 0 };

      if (order->len > max_parts && i >= max_parts)
        {
          Part *rest = &g_array_index (parts, Part, parts->len - 1);

          rest->value += part.value;
          rest->n++;
          continue;
        }
      g_array_append_val (parts, part);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      part->from = angle;
      angle += 2 * G_PI * (double) part->value / (double) *whole;
      part->to = i + 1 == parts->len ? 2 * G_PI : angle;
    }
  return parts;
}

static AnsPaint
paint_of (const AnsPlot *plot, const GArray *parts, guint i)
{
  const Part *part = &g_array_index (parts, Part, i);
  AnsPaint paint = ans_chart_theme_fill (plot->theme, i);

  if (part->n > 1 || i >= ANS_N_SERIES_COLOURS)
    {
      paint.fill = plot->theme->axis;
      paint.hatch = ANS_HATCH_NONE;
      if (plot->theme->outline != ANS_COLOUR_NONE)
        {
          paint.fill = plot->theme->panel;
          paint.hatch = ANS_HATCH_LEVEL;
        }
    }
  if (plot->theme->outline == ANS_COLOUR_NONE)
    {
      paint.stroke = plot->theme->ground;
      paint.line = MAX (1.5, plot->base / 12);
    }
  return paint;
}

static char *
name_of (const AnsPlot *plot, const Part *part)
{
  return part->n > 1 ? g_strdup_printf ("%u mục còn lại", part->n)
                     : g_strdup (ans_plot_category (plot, part->category)->label);
}

/* Whether names would be cut if values stood beside them: shares are enough then. */
static gboolean
must_be_brief (AnsPlot *plot, const GArray *parts, gint64 whole, double width, double size)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_autofree char *share = ans_share_format (part->value, whole);
      g_autofree char *value = ans_chart_format (plot->chart, part->value);
      g_autofree char *name = name_of (plot, part);
      g_autofree char *all = g_strdup_printf ("%s%s (%s)", name, value, share);

      if (ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, all) + size * 1.9 > width)
        return TRUE;
    }
  return FALSE;
}

/* @pitch: from this label to the next; a name may take two lines. */
static void
draw_label (AnsPlot *plot,
            const GArray *parts,
            guint i,
            gint64 whole,
            AnsBox room,
            double size,
            double pitch,
            gboolean brief)
{
  const Part *part = &g_array_index (parts, Part, i);
  AnsPaint swatch = paint_of (plot, parts, i);
  g_autofree char *share = ans_share_format (part->value, whole);
  g_autofree char *value = ans_chart_format (plot->chart, part->value);
  g_autofree char *numbers = brief ? g_strdup (share) : g_strdup_printf ("%s (%s)", value, share);
  g_autofree char *name = name_of (plot, part);
  g_auto (GStrv) lines = NULL;
  const double indent = size * 1.3, gap = size * 0.6;
  double number_width = ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, numbers);

  ans_scene_add_rect (plot->scene, &swatch, room.x, room.y - size * 0.4, size * 0.8, size * 0.8,
                      size * 0.1);
  lines = ans_plot_fit (plot, ANS_FACE_SANS, size, name,
                        MAX (room.width - indent - number_width - gap, size),
                        pitch > size * 2.4 ? 2 : 1);
  ans_plot_block (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_START,
                  room.x + indent, room.y, lines);
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                 room.x + room.width, room.y + size * 0.36, numbers);
}

static void
draw_middle (AnsPlot *plot, gint64 whole, double x, double y, double radius)
{
  const char *unit = plot->chart->unit;
  g_autofree char *text = ans_chart_format (plot->chart, whole);
  gboolean percent = g_strcmp0 (unit, "%") == 0;
  double size = MIN (plot->base * 2,
                     radius * 1.5 / MAX (ans_plot_width (plot, ANS_FACE_SANS_BOLD, 1, text), 0.1));
  double small = MIN (plot->base, size);

  if (size < plot->smallest)
    return;
  if (unit == NULL || percent || radius < size + small * 1.3 ||
      ans_plot_width (plot, ANS_FACE_SANS, small, unit) > radius * 1.4)
    {
      ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, ANS_ALIGN_TEXT_MIDDLE, x,
                     y + size * 0.36, text);
      return;
    }
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, ANS_ALIGN_TEXT_MIDDLE, x,
                 y + size * 0.15, text);
  ans_plot_text (plot, ANS_FACE_SANS, small, plot->theme->dim, ANS_ALIGN_TEXT_MIDDLE, x,
                 y + size * 0.15 + small * 1.3, unit);
}

void
ans_plot_donut (AnsPlot *self)
{
  const double pitch = self->base * ANS_LINE_PITCH * 1.25;
  double size = self->base, gap = self->base * 1.6, outer, inner, x, y, labels;
  gboolean brief, below = self->room.height > self->room.width * 1.2;
  g_autoptr (GArray) parts = NULL;
  gint64 whole;
  double step, width;
  guint max_parts = (guint) CLAMP (
      self->room.height * (below ? 0.45 : 1) / (self->smallest * ANS_LINE_PITCH), 2, MAX_PARTS);

  parts = make_parts (self, max_parts, &whole);
  if (parts->len == 0)
    {
      ans_plot_message (self, "Không phát sinh");
      return;
    }
  if (below)
    outer = MIN (self->room.width / 2, (self->room.height - pitch * parts->len - gap) / 2);
  else
    outer = MIN (self->room.height / 2, self->room.width * 0.2);
  outer = MAX (outer, 8);
  inner = outer * 0.6;
  x = below ? self->room.x + self->room.width / 2 : self->room.x + outer;
  y = below ? self->room.y + outer : self->room.y + self->room.height / 2;
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      AnsPaint paint = paint_of (self, parts, i);

      ans_plot_region (self, 0, part->category,
                       (AnsBox) { x - outer, y - outer, 2 * outer, 2 * outer });
      ans_scene_add_wedge (self->scene, &paint, x, y, outer, inner, part->from, part->to);
      ans_scene_end_region (self->scene);
    }
  draw_middle (self, whole, x, y, inner);

  labels = below ? self->room.x : self->room.x + 2 * outer + gap;
  step =
      below ? (self->room.height - 2 * outer - gap) / parts->len : self->room.height / parts->len;
  step = MIN (step, self->base * 2.6);
  size = CLAMP (step / ANS_LINE_PITCH, self->smallest, size);
  /* a column of names as wide as a page can't be read across */
  width = MIN (self->room.x + self->room.width - labels, size * 26);
  brief = must_be_brief (self, parts, whole, width, size);
  for (guint i = 0; i < parts->len; i++)
    {
      double first = below ? y + outer + gap : y - step * (parts->len - 1) / 2.0;

      draw_label (self, parts, i, whole, (AnsBox) { labels, first + step * i, width, step }, size,
                  step, brief);
    }
}
