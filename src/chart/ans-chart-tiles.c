/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tile for each village, darker where there is more. Not a map: borders are nobody's to draw. */
#include <math.h>
#include <string.h>

#include "chart/ans-chart-plot.h"

#define N_CLASSES 5

typedef struct
{
  AnsPlot *plot;
  AnsAxis axis; /* its steps are the classes */
  guint columns, lines;
  double width, height, gap;
} Tiles;

/* The number of columns that makes tiles look most like tiles: half as high again as wide is bad,
 * and so is a strip. */
static void
arrange (Tiles *self)
{
  const AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;
  double best = G_MAXDOUBLE, longest = 0;

  for (guint c = 0; c < n; c++)
    longest = MAX (longest, ans_plot_width (self->plot, ANS_FACE_SANS_BOLD, plot->smallest,
                                            ans_plot_category (plot, c)->label));

  for (guint columns = 1; columns <= n; columns++)
    {
      guint lines = (n + columns - 1) / columns;
      double width = (plot->room.width + self->gap) / columns - self->gap;
      double height = (plot->room.height + self->gap) / lines - self->gap;
      double bad =
          fabs (log (MAX (width, 0.1) / MAX (height, 0.1) / 1.7)) + 0.5 * (columns * lines - n) / n;

      /* a name that is cut is worse than a wide tile, up to a point */
      if (width * 0.84 < MIN (longest, plot->smallest * 8))
        bad += 0.7;

      if (bad < best)
        {
          best = bad;
          self->columns = columns;
          self->lines = lines;
        }
    }
  self->width = (plot->room.width + self->gap) / self->columns - self->gap;
  self->height = (plot->room.height + self->gap) / self->lines - self->gap;
  self->height = MIN (self->height, plot->base * 7);
}

static guint
class_of (const Tiles *self, gint64 value)
{
  double part = (ans_plot_value (self->plot, value) - self->axis.low) / self->axis.step;

  return (guint) CLAMP (floor (part + 1e-9), 0, N_CLASSES - 1);
}

static void
measure_classes (Tiles *self)
{
  const AnsPlot *plot = self->plot;
  gint64 low = G_MAXINT64, high = G_MININT64;
  guint wanted = N_CLASSES;

  for (guint c = 0; c < plot->chart->categories->len; c++)
    {
      gint64 value = ans_chart_get_value (plot->chart, 0, c);

      if (value == ANS_CHART_MISSING)
        continue;
      low = MIN (low, value);
      high = MAX (high, value);
    }
  if (low > high)
    low = high = 0;
  do
    ans_axis_init (&self->axis, ans_plot_value (plot, low), ans_plot_value (plot, high),
                   low >= 0 && low < high / 2, wanted, pow (10, -plot->chart->decimals));
  while (self->axis.n > N_CLASSES + 1 && --wanted >= 2);
}

/* Of names that differ by a number at their end (“Thôn số 12”) the end is kept: “…số 12”. */
static char *
shorten (const AnsPlot *plot, const char *name, double ems)
{
  const char *p = name;

  if (*name == '\0' || !g_ascii_isdigit (name[strlen (name) - 1]) ||
      ans_text_shaper_width (plot->shaper, ANS_FACE_SANS, name, strlen (name)) <= ems)
    return ans_text_shaper_ellipsize (plot->shaper, ANS_FACE_SANS, name, ems);
  while ((p = strchr (p, ' ')) != NULL)
    {
      g_autofree char *rest = g_strconcat ("…", ++p, NULL);

      if (ans_text_shaper_width (plot->shaper, ANS_FACE_SANS, rest, strlen (rest)) <= ems)
        return g_steal_pointer (&rest);
    }
  return ans_text_shaper_ellipsize (plot->shaper, ANS_FACE_SANS, name, ems);
}

/* A tile of one line: the name as far as it fits, and the number; the number alone if need be. */
static void
draw_flat (
    Tiles *self, guint c, double x, double y, double width, AnsColour ink, const char *number)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest, line = y + size * 0.36;
  double number_width = ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, number);
  double room = width - number_width - size * 0.6;
  g_autofree char *name = NULL;

  if (self->height < size || number_width > self->width)
    return;
  if (room < size * 3)
    {
      ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, ink, ANS_ALIGN_TEXT_MIDDLE, x + width / 2,
                     line, number);
      return;
    }
  name = shorten (plot, ans_plot_category (plot, c)->label, room / size);
  ans_plot_text (plot, ANS_FACE_SANS, size, ink, ANS_ALIGN_TEXT_START, x, line, name);
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, ink, ANS_ALIGN_TEXT_END, x + width, line, number);
}

static void
draw_tile (Tiles *self, guint c)
{
  AnsPlot *plot = self->plot;
  const AnsChartCategory *category = ans_plot_category (plot, c);
  gint64 value = ans_chart_get_value (plot->chart, 0, c);
  double x = plot->room.x + (self->width + self->gap) * (c % self->columns);
  double y = plot->room.y + (self->height + self->gap) * (c / self->columns);
  double pad = MIN (self->width, self->height) * 0.08;
  double size = plot->smallest, big;
  AnsPaint paint = { .fill = value == ANS_CHART_MISSING
                                 ? plot->theme->track
                                 : plot->theme->tiles[class_of (self, value)] };
  AnsColour ink =
      value == ANS_CHART_MISSING ? plot->theme->ink : ans_chart_theme_text_on (paint.fill);
  g_autofree char *number =
      category->note != NULL ? g_strdup (category->note) : ans_chart_format (plot->chart, value);
  AnsFace face = category->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS;
  g_auto (GStrv) name = NULL;
  guint name_lines;
  double inner = self->width - 2 * pad;

  if (plot->theme->outline != ANS_COLOUR_NONE)
    {
      paint.stroke = plot->theme->outline;
      paint.line = 0.8;
    }
  ans_plot_region (plot, 0, c, (AnsBox) { x, y, self->width, self->height });
  ans_scene_add_rect (plot->scene, &paint, x, y, self->width, self->height, plot->base * 0.25);
  if (category->highlight)
    {
      double line = MAX (2, plot->base / 8);
      AnsPaint frame = { .stroke = plot->theme->outline != ANS_COLOUR_NONE ? plot->theme->ink
                                                                           : plot->theme->series[1],
                         .line = line };

      ans_scene_add_rect (plot->scene, &frame, x + line / 2, y + line / 2, self->width - line,
                          self->height - line, plot->base * 0.25);
      inner -= 2 * line;
    }
  ans_scene_end_region (plot->scene);

  size = CLAMP (MIN (self->height * 0.24, inner / 6), plot->smallest, plot->base);
  big = CLAMP (self->height * 0.34, plot->smallest, plot->base * 1.7);
  big = MIN (big, inner / MAX (ans_plot_width (plot, ANS_FACE_SANS_BOLD, 1, number), 0.1));
  if (big < plot->smallest)
    big = 0;
  name_lines = (guint) MAX (0, (self->height - pad * 2 - big * 1.3) / (size * ANS_LINE_PITCH));
  if (name_lines == 0)
    {
      draw_flat (self, c, x + (self->width - inner) / 2, y + self->height / 2, inner, ink, number);
      return;
    }
  name = ans_plot_fit (plot, face, size, category->label, inner, MIN (name_lines, 2));
  for (guint i = 0; name[i] != NULL; i++)
    ans_plot_text (plot, face, size, ink, ANS_ALIGN_TEXT_START, x + (self->width - inner) / 2,
                   y + pad + size * (ANS_TEXT_ASCENT + i * ANS_LINE_PITCH), name[i]);
  if (big > 0)
    ans_plot_text (plot, ANS_FACE_SANS_BOLD, big, ink, ANS_ALIGN_TEXT_END,
                   x + (self->width + inner) / 2, y + self->height - pad - big * 0.12, number);
}

/* The classes with their bounds, below the tiles. */
static void
draw_key (Tiles *self, double y)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest;
  double x = plot->room.x, width = MIN (size * 5.5, plot->room.width / (N_CLASSES + 1));
  guint n = MIN (self->axis.n - 1, N_CLASSES);

  for (guint i = 0; i < n; i++)
    {
      AnsPaint paint = { .fill = plot->theme->tiles[i] };

      if (plot->theme->outline != ANS_COLOUR_NONE)
        {
          paint.stroke = plot->theme->outline;
          paint.line = 0.8;
        }
      ans_scene_add_rect (plot->scene, &paint, x + i * width, y, width, size * 0.6, 0);
    }
  for (guint i = 0; i <= n; i++)
    {
      g_autofree char *text = ans_axis_format (&self->axis, plot->chart, i);

      ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim,
                         i == 0 ? ANS_ALIGN_TEXT_START : ANS_ALIGN_TEXT_MIDDLE, x + i * width,
                         y + size * 1.75, text);
    }
  if (plot->chart->unit != NULL)
    ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_START,
                       x + n * width + size * 2.2, y + size * 1.75, plot->chart->unit);
}

void
ans_plot_tiles (AnsPlot *self)
{
  Tiles tiles = { .plot = self };
  const double key = self->smallest * 2.4;

  tiles.gap = MAX (2, self->base * 0.2);
  self->room.height -= key;
  arrange (&tiles);
  measure_classes (&tiles);
  for (guint c = 0; c < self->chart->categories->len; c++)
    draw_tile (&tiles, c);
  draw_key (&tiles, self->room.y + tiles.lines * (tiles.height + tiles.gap) + self->smallest * 0.2);
}
