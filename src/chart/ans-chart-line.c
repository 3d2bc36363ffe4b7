/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines over time, with a target, a band, and gaps where figures can't be compared. */
#include <math.h>

#include "chart/ans-chart-plot.h"

typedef struct
{
  AnsPlot *plot;
  AnsAxis axis;
  double left, right, top, bottom; /* of the data */
  double first, last;              /* positions there */
  double size;
  gboolean zero;
} Lines;

static double
x_at (const Lines *self, guint category)
{
  double span = self->last - self->first;
  double position = ans_plot_category (self->plot, category)->position;

  return span > 1e-12 ? self->left + (position - self->first) / span * (self->right - self->left)
                      : (self->left + self->right) / 2;
}

static double
y_at (const Lines *self, gint64 value)
{
  return self->bottom - (ans_plot_value (self->plot, value) - self->axis.low) /
                            (self->axis.high - self->axis.low) * (self->bottom - self->top);
}

static void
reach (gint64 value, gint64 *low, gint64 *high)
{
  if (value == ANS_CHART_MISSING)
    return;
  *low = *low == ANS_CHART_MISSING ? value : MIN (*low, value);
  *high = *high == ANS_CHART_MISSING ? value : MAX (*high, value);
}

static void
measure (Lines *self)
{
  AnsPlot *plot = self->plot;
  const AnsChart *chart = plot->chart;
  gint64 low = ANS_CHART_MISSING, high = ANS_CHART_MISSING;

  for (guint s = 0; s < chart->series->len; s++)
    for (guint c = 0; c < chart->categories->len; c++)
      reach (ans_chart_get_value (chart, s, c), &low, &high);
  reach (chart->target, &low, &high);
  reach (chart->band_low, &low, &high);
  reach (chart->band_high, &low, &high);
  /* From 0, unless all happens far from it: 97 to 99 % would be a level line. */
  self->zero = low <= 0 || low == high || (double) low < 0.7 * (double) high;
  ans_axis_init (&self->axis, ans_plot_value (plot, low), ans_plot_value (plot, high), self->zero,
                 (guint) CLAMP ((self->bottom - self->top) / (plot->smallest * 2.4), 2, 7),
                 pow (10, -chart->decimals));
  self->first = G_MAXDOUBLE;
  self->last = -G_MAXDOUBLE;
  for (guint c = 0; c < chart->categories->len; c++)
    {
      self->first = MIN (self->first, ans_plot_category (plot, c)->position);
      self->last = MAX (self->last, ans_plot_category (plot, c)->position);
    }
}

static void
draw_grid (Lines *self)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest;
  AnsPaint grid = { .stroke = plot->theme->grid, .line = MAX (1, plot->base / 28) };
  AnsPaint zero = { .stroke = plot->theme->axis, .line = MAX (1, plot->base / 20) };

  for (guint i = 0; i < self->axis.n; i++)
    {
      g_autofree char *text = ans_axis_format (&self->axis, plot->chart, i);
      double value = ans_axis_tick (&self->axis, i);
      double y = self->bottom - (value - self->axis.low) / (self->axis.high - self->axis.low) *
                                    (self->bottom - self->top);

      ans_scene_add_stroke (plot->scene, fabs (value) < 1e-12 ? &zero : &grid, self->left, y,
                            self->right - self->left, 0);
      ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_END,
                         self->left - size * 0.9, y + size * 0.36, text);
    }
}

/* Highlighted ones and the ends first, then as many as have room. */
static void
draw_names (Lines *self)
{
  AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;
  const double y = self->bottom + self->size * 1.65, air = plot->air;

  plot->air = self->size * 0.6;

  for (guint pass = 0; pass < 3; pass++)
    for (guint c = 0; c < n; c++)
      {
        const AnsChartCategory *category = ans_plot_category (plot, c);
        guint mine = category->highlight ? 0 : c == 0 || c + 1 == n ? 1 : 2;
        AnsFace face = category->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS;
        g_autofree char *name = NULL;
        double half;

        if (mine != pass)
          continue;
        name = ans_text_shaper_ellipsize (plot->shaper, face, category->label,
                                          (plot->room.width * 0.4) / self->size);
        half = ans_plot_width (plot, face, self->size, name) / 2;
        ans_plot_try_text (plot, face, self->size,
                           category->highlight ? plot->theme->series[0] : plot->theme->dim,
                           ANS_ALIGN_TEXT_MIDDLE,
                           CLAMP (x_at (self, c), MIN (half, plot->scene->width / 2),
                                  MAX (plot->scene->width - half, plot->scene->width / 2)),
                           y, name);
      }
  plot->air = air;
}

static gboolean
joins (const AnsPlot *plot, guint series, guint c)
{
  return c > 0 && !ans_plot_category (plot, c)->breaks &&
         ans_chart_get_value (plot->chart, series, c) != ANS_CHART_MISSING &&
         ans_chart_get_value (plot->chart, series, c - 1) != ANS_CHART_MISSING;
}

static AnsPaint
stroke_of (const AnsPlot *plot, guint series)
{
  static const AnsDash dashes[] = { ANS_DASH_NONE, ANS_DASH_LONG, ANS_DASH_DOTS };
  gboolean forecast = ans_plot_series (plot, series)->forecast;
  gboolean paper = plot->theme->outline != ANS_COLOUR_NONE;
  AnsPaint paint = { .line = MAX (2, plot->base / 6) };

  paint.stroke = paper      ? plot->theme->ink
                 : forecast ? plot->theme->series[1]
                            : plot->theme->series[series % ANS_N_SERIES_COLOURS];
  if (forecast)
    {
      paint.dash = ANS_DASH_LONG;
      paint.line *= 0.75;
    }
  else if (paper)
    {
      paint.dash = dashes[series % G_N_ELEMENTS (dashes)];
      paint.line *= series % 2 == 0 ? 1 : 0.6;
    }
  return paint;
}

static void
draw_area (Lines *self, guint series)
{
  AnsPlot *plot = self->plot;
  AnsPaint area = { .fill = plot->theme->area };
  const guint n = plot->chart->categories->len;
  double floor_y = y_at (self, 0);

  for (guint c = 0; c < n;)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AnsPoint));
      guint start = c;

      do
        {
          gint64 value = ans_chart_get_value (plot->chart, series, c);
          AnsPoint point = { x_at (self, c), value == ANS_CHART_MISSING ? 0 : y_at (self, value) };

          if (value != ANS_CHART_MISSING)
            g_array_append_val (points, point);
          c++;
        }
      while (c < n && joins (plot, series, c));
      if (points->len > 1)
        {
          AnsPoint end = { x_at (self, c - 1), floor_y }, begin = { x_at (self, start), floor_y };

          g_array_append_val (points, end);
          g_array_append_val (points, begin);
          ans_scene_add_polygon (plot->scene, &area, (AnsPoint *) points->data, points->len);
        }
    }
}

static void
draw_line (Lines *self, guint series)
{
  AnsPlot *plot = self->plot;
  AnsPaint paint = stroke_of (plot, series);
  const guint n = plot->chart->categories->len;

  for (guint c = 0; c < n;)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AnsPoint));

      do
        {
          gint64 value = ans_chart_get_value (plot->chart, series, c);
          AnsPoint point = { x_at (self, c), value == ANS_CHART_MISSING ? 0 : y_at (self, value) };

          if (value != ANS_CHART_MISSING)
            g_array_append_val (points, point);
          c++;
        }
      while (c < n && joins (plot, series, c));
      if (points->len > 1)
        ans_scene_add_polyline (plot->scene, &paint, (AnsPoint *) points->data, points->len);
      for (guint i = 1; i < points->len; i++)
        {
          const AnsPoint *a = &g_array_index (points, AnsPoint, i - 1), *b = a + 1;

          ans_plot_keep_off (plot, a->x, a->y, b->x, b->y);
        }
    }
}

/* A ring at the ends of each run, at what is highlighted, and where nothing joins a point. */
static void
draw_points (Lines *self, guint series)
{
  AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;
  AnsPaint ring = stroke_of (plot, series);
  double radius = MAX (3, plot->base * 0.28);
  gboolean few = n <= 6 && plot->chart->series->len == 1;

  ring.dash = ANS_DASH_NONE;
  ring.line = MAX (1.5, plot->base / 7);
  ring.fill = plot->theme->ground;
  for (guint c = 0; c < n; c++)
    {
      gint64 value = ans_chart_get_value (plot->chart, series, c);
      gboolean end = !joins (plot, series, c) || c + 1 == n || !joins (plot, series, c + 1);
      double x, y, reach_x = radius * 2.5;

      if (value == ANS_CHART_MISSING)
        continue;
      x = x_at (self, c);
      y = y_at (self, value);
      ans_plot_region (plot, series, c,
                       (AnsBox) { x - reach_x, y - reach_x, 2 * reach_x, 2 * reach_x });
      /* a forecast begins where the line of what is known ends: one ring is enough */
      if ((end || few || ans_plot_category (plot, c)->highlight) &&
          !(ans_plot_series (plot, series)->forecast && c + 1 < n &&
            ans_chart_get_value (plot->chart, 0, c) == value))
        ans_scene_add_circle (plot->scene, &ring, x, y, radius);
      else
        {
          AnsPaint nothing = { .fill = ring.stroke };

          ans_scene_add_circle (plot->scene, &nothing, x, y, 0.01);
        }
      ans_scene_end_region (plot->scene);
    }
}

/* Right of the first point, as the axis is to its left; of the last, as its line is. */
static gboolean
try_right (AnsPlot *plot,
           AnsFace face,
           double size,
           AnsColour colour,
           double x,
           double y,
           const char *text)
{
  const double off = plot->base * 0.5;

  return ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_START, x + off * 0.4, y - off,
                            text) ||
         ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_START, x + off * 0.6,
                            y + off + size * 0.95, text);
}

static gboolean
try_around (AnsPlot *plot,
            AnsFace face,
            double size,
            AnsColour colour,
            double x,
            double y,
            const char *text)
{
  const double off = plot->base * 0.5;

  return ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_MIDDLE, x, y - off, text) ||
         ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_MIDDLE, x,
                            y + off + size * 0.95, text) ||
         ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_START, x + off * 0.4, y - off,
                            text) ||
         ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_START, x + off * 0.6,
                            y + off + size * 0.95, text) ||
         ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_END, x - off * 0.4, y - off,
                            text) ||
         ans_plot_try_text (plot, face, size, colour, ANS_ALIGN_TEXT_START, x + off,
                            y + size * 0.36, text);
}

static void
draw_numbers (Lines *self, guint series, guint pass)
{
  AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;
  AnsColour colour = ans_plot_series (plot, series)->forecast ? plot->theme->attention
                     : plot->theme->outline != ANS_COLOUR_NONE
                         ? plot->theme->ink
                         : plot->theme->series[series % ANS_N_SERIES_COLOURS];
  guint first = n, last = 0;

  for (guint c = 0; c < n; c++)
    if (ans_chart_get_value (plot->chart, series, c) != ANS_CHART_MISSING)
      {
        first = MIN (first, c);
        last = c;
      }
  for (guint c = first; c < n && c <= last; c++)
    {
      gint64 value = ans_chart_get_value (plot->chart, series, c);
      const AnsChartCategory *category = ans_plot_category (plot, c);
      gboolean main = c == last || category->highlight;
      guint mine = main ? 0 : c == first || category->breaks ? 1 : 2;
      double size = main ? plot->base * 1.1 : MAX (plot->base * 0.85, plot->smallest);
      g_autofree char *text = NULL;

      if (value == ANS_CHART_MISSING || mine != pass || (pass == 2 && plot->chart->series->len > 1))
        continue;
      /* said once, where two lines meet */
      if (ans_plot_series (plot, series)->forecast && c != last)
        continue;
      text = category->note != NULL && series == 0 ? g_strdup (category->note)
                                                   : ans_chart_format (plot->chart, value);
      if ((c == first || main) && n > 1 &&
          try_right (plot, main ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS, size, colour, x_at (self, c),
                     y_at (self, value), text))
        continue;
      try_around (plot, main ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS, size, colour, x_at (self, c),
                  y_at (self, value), text);
    }
}

static void
draw_band (Lines *self)
{
  AnsPlot *plot = self->plot;
  AnsPaint band = { .fill = plot->theme->band };
  double top, bottom;

  if (plot->chart->band_low == ANS_CHART_MISSING || plot->chart->band_high == ANS_CHART_MISSING)
    return;
  top = y_at (self, plot->chart->band_high);
  bottom = y_at (self, plot->chart->band_low);
  if (plot->theme->outline != ANS_COLOUR_NONE)
    {
      band.hatch = ANS_HATCH_DOTS;
      band.ink = plot->theme->grid;
      band.fill = plot->theme->ground;
    }
  ans_scene_add_rect (plot->scene, &band, self->left, top, self->right - self->left, bottom - top,
                      0);
}

static void
draw_band_label (Lines *self)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest;
  double y;

  if (plot->chart->band_high == ANS_CHART_MISSING || plot->chart->band_label == NULL)
    return;
  y = y_at (self, plot->chart->band_high) + size * 1.15;
  if (!ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_START,
                          self->left + size * 0.5, y, plot->chart->band_label))
    ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                       self->right - size * 0.5, y, plot->chart->band_label);
}

static void
draw_target_line (Lines *self)
{
  AnsPlot *plot = self->plot;
  AnsPaint line = { .stroke = plot->theme->ink, .line = MAX (2, plot->base / 9) };
  double y = y_at (self, plot->chart->target);

  ans_scene_add_stroke (plot->scene, &line, self->left, y, self->right - self->left, 0);
  ans_plot_keep_off (plot, self->left, y, self->right, y);
}

static void
draw_target_label (Lines *self)
{
  AnsPlot *plot = self->plot;
  const double size = MAX (plot->base * 0.9, plot->smallest);
  g_autofree char *value = ans_chart_format_with_unit (plot->chart, plot->chart->target);
  g_autofree char *text = g_strdup_printf (
      "%s: %s", plot->chart->target_label != NULL ? plot->chart->target_label : "Mục tiêu", value);
  double y = y_at (self, plot->chart->target);
  const double xs[] = { self->left + size * 0.4, (self->left + self->right) / 2, self->right };
  static const AnsTextAlign aligns[] = { ANS_ALIGN_TEXT_START, ANS_ALIGN_TEXT_MIDDLE,
                                         ANS_ALIGN_TEXT_END };

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    if (ans_plot_try_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, aligns[i], xs[i],
                           y + size * 1.15, text) ||
        ans_plot_try_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, aligns[i], xs[i],
                           y - size * 0.45, text))
      return;
  /* the value alone, then, where the line ends */
  ans_plot_try_text (plot, ANS_FACE_SANS_BOLD, plot->smallest, plot->theme->ink,
                     ANS_ALIGN_TEXT_START, self->right + size * 0.3, y + plot->smallest * 0.36,
                     value);
}

/* An upright dotted line where the standard changed, and its name. */
static void
draw_breaks (Lines *self)
{
  AnsPlot *plot = self->plot;
  AnsPaint line = { .stroke = plot->theme->axis,
                    .line = MAX (1.5, plot->base / 16),
                    .dash = ANS_DASH_LONG };

  for (guint c = 1; c < plot->chart->categories->len; c++)
    {
      const AnsChartCategory *category = ans_plot_category (plot, c);
      const double size = plot->smallest;
      double x;

      if (!category->breaks)
        continue;
      x = (x_at (self, c - 1) + x_at (self, c)) / 2;
      ans_scene_add_stroke (plot->scene, &line, x, self->top, 0, self->bottom - self->top);
      ans_plot_keep_off (plot, x, self->top, x, self->bottom);
      if (category->break_label == NULL)
        continue;
      if (!ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_START,
                              x + size * 0.4, self->top + size, category->break_label) &&
          !ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_END,
                              x - size * 0.4, self->top + size, category->break_label))
        ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_START,
                           x + size * 0.4, self->bottom - size * 0.4, category->break_label);
    }
}

/* Names of several series stand where their lines end. */
static double
room_for_names (AnsPlot *plot)
{
  double widest = 0;

  if (plot->chart->series->len < 2)
    return 0;
  for (guint s = 0; s < plot->chart->series->len; s++)
    widest = MAX (widest, ans_plot_width (plot, ANS_FACE_SANS, plot->smallest,
                                          ans_plot_series (plot, s)->name));
  widest = MIN (widest + plot->smallest * 1.8, plot->room.width * 0.28);
  return plot->room.width > plot->smallest * 26 ? widest : 0;
}

static void
draw_series_names (Lines *self, double width)
{
  AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;
  g_autofree double *ys = g_new (double, plot->chart->series->len);

  for (guint s = 0; s < plot->chart->series->len; s++)
    {
      ys[s] = NAN;
      for (guint c = n; c-- > 0;)
        if (ans_chart_get_value (plot->chart, s, c) != ANS_CHART_MISSING)
          {
            ys[s] = y_at (self, ans_chart_get_value (plot->chart, s, c));
            break;
          }
    }
  ans_plot_names_beside (plot,
                         (AnsBox) { plot->room.x + plot->room.width - width, self->top, width,
                                    self->bottom - self->top },
                         plot->smallest, ys);
}

/* What the forecast assumes stands below its last value. */
static void
draw_forecast_name (Lines *self, double width)
{
  AnsPlot *plot = self->plot;
  const double size = MAX (plot->base * 0.78, plot->smallest), off = plot->base * 0.6;
  const guint n = plot->chart->categories->len;
  g_auto (GStrv) lines = NULL;
  g_autofree char *number = NULL;
  double x, y;

  if (width <= 0 || ans_chart_get_value (plot->chart, 1, n - 1) == ANS_CHART_MISSING)
    return;
  x = x_at (self, n - 1) + off;
  y = y_at (self, ans_chart_get_value (plot->chart, 1, n - 1));
  number = ans_chart_format (plot->chart, ans_chart_get_value (plot->chart, 1, n - 1));
  lines = ans_plot_fit (plot, ANS_FACE_SANS, size, ans_plot_series (plot, 1)->name, width, 3);
  y = MIN (y + plot->base * 0.2,
           self->bottom - g_strv_length (lines) * size * ANS_LINE_PITCH - size * 0.3);
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, plot->base * 1.1, plot->theme->attention,
                 ANS_ALIGN_TEXT_START, x, y, number);
  for (guint i = 0; lines[i] != NULL; i++)
    ans_plot_text (plot, ANS_FACE_SANS, size, plot->theme->attention, ANS_ALIGN_TEXT_START, x,
                   y + size * ANS_LINE_PITCH * (i + 1) + plot->base * 0.1, lines[i]);
}

static gboolean
only_forecast_beside (const AnsPlot *plot)
{
  return plot->chart->series->len == 2 && ans_plot_series (plot, 1)->forecast;
}

void
ans_plot_line (AnsPlot *self)
{
  Lines lines = { .plot = self, .size = MAX (self->base * 0.8, self->smallest) };
  double names = only_forecast_beside (self) ? 0 : room_for_names (self);
  double numbers = 0, ticks = 0, forecast = 0;

  if (names <= 0 && !only_forecast_beside (self))
    ans_plot_legend (self);
  lines.top = self->room.y + self->smallest * 0.8;
  lines.bottom = self->room.y + self->room.height - lines.size * 1.95;
  if (lines.bottom < lines.top + 8)
    return;
  measure (&lines);
  for (guint i = 0; i < lines.axis.n; i++)
    {
      g_autofree char *text = ans_axis_format (&lines.axis, self->chart, i);

      ticks = MAX (ticks, ans_plot_width (self, ANS_FACE_SANS, self->smallest, text));
    }
  for (guint c = 0; c < self->chart->categories->len && names <= 0; c++)
    for (guint s = 0; s < self->chart->series->len; s++)
      {
        g_autofree char *text =
            ans_chart_format (self->chart, ans_chart_get_value (self->chart, s, c));

        numbers = MAX (numbers, ans_plot_width (self, ANS_FACE_SANS_BOLD, self->base * 1.1, text));
      }
  lines.left = self->room.x + ticks + self->smallest * 1.1;
  if (only_forecast_beside (self) && self->room.width > self->smallest * 30)
    forecast = MAX (numbers + self->base, self->base * 6.5);
  lines.right = self->room.x + self->room.width -
                (names > 0      ? names + self->base * 0.5
                 : forecast > 0 ? forecast
                 : only_forecast_beside (self)
                     ? MIN (numbers + self->base * 0.8, self->room.width * 0.25)
                     : MIN (numbers * 0.6 + self->base * 0.3, self->room.width * 0.2));
  if (lines.zero && self->chart->series->len <= 2 &&
      (self->chart->series->len == 1 || ans_plot_series (self, 1)->forecast))
    draw_area (&lines, 0);
  draw_band (&lines);
  draw_grid (&lines);
  if (names > 0)
    draw_series_names (&lines, names);
  draw_breaks (&lines);
  for (guint s = self->chart->series->len; s-- > 0;)
    draw_line (&lines, s);
  if (self->chart->target != ANS_CHART_MISSING)
    draw_target_line (&lines);
  for (guint s = self->chart->series->len; s-- > 0;)
    draw_points (&lines, s);
  draw_names (&lines);
  draw_forecast_name (&lines, forecast - self->base * 0.8);
  for (guint s = 0; s < self->chart->series->len; s++)
    if (forecast <= 0 || s == 0)
      draw_numbers (&lines, s, 0);
  if (self->chart->target != ANS_CHART_MISSING)
    draw_target_label (&lines);
  for (guint pass = 1; pass < 3; pass++)
    for (guint s = 0; s < self->chart->series->len; s++)
      draw_numbers (&lines, s, pass);
  draw_band_label (&lines);
}
