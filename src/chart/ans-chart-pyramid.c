/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two series back to back, ages in the middle, the youngest at the bottom. */
#include <math.h>

#include "chart/ans-chart-plot.h"

typedef struct
{
  AnsPlot *plot;
  AnsAxis axis;
  double row, size, bottom, top;
  double middle_left, middle_right; /* of the names */
  double half;                      /* longest bar */
  guint every;
  gboolean numbers;
} Pyramid;

static double
length_of (const Pyramid *self, gint64 value)
{
  return value == ANS_CHART_MISSING || value <= 0
             ? 0
             : ans_plot_value (self->plot, value) / self->axis.high * self->half;
}

/* The second colour asks for attention, which women do not need more than men. */
static guint
side_colour (guint series)
{
  return series == 0 ? 0 : 2;
}

static void
draw_side (Pyramid *self, guint series)
{
  AnsPlot *plot = self->plot;
  const gboolean left = series == 0;
  AnsPaint paint = ans_chart_theme_fill (plot->theme, side_colour (series));

  ans_plot_thin (&paint, self->row);
  for (guint c = 0; c < plot->chart->categories->len; c++)
    {
      gint64 value = ans_chart_get_value (plot->chart, series, c);
      double length = length_of (self, value), y = self->bottom - self->row * (c + 1);
      double gap = MIN (self->row * 0.12, plot->base * 0.2);
      double x = left ? self->middle_left - length : self->middle_right;
      const double size = MAX (self->size * 0.85, plot->smallest);

      ans_plot_region (
          plot, series, c,
          (AnsBox) { left ? self->middle_left - self->half : x, y, self->half, self->row });
      if (length > 0.05)
        ans_scene_add_rect (plot->scene, &paint, x, y + gap / 2, length, self->row - gap, 0);
      ans_scene_end_region (plot->scene);
      if (self->numbers)
        {
          g_autofree char *text = ans_chart_format (plot->chart, value);

          ans_plot_text (plot, ANS_FACE_SANS, size, plot->theme->ink,
                         left ? ANS_ALIGN_TEXT_END : ANS_ALIGN_TEXT_START,
                         left ? x - size * 0.4 : x + length + size * 0.4,
                         y + self->row / 2 + size * 0.36, text);
        }
    }
}

static void
draw_heads (Pyramid *self)
{
  AnsPlot *plot = self->plot;
  const double size = plot->base;

  for (guint s = 0; s < MIN (plot->chart->series->len, 2); s++)
    {
      gint64 sum = 0;
      AnsPaint swatch = ans_chart_theme_fill (plot->theme, side_colour (s));
      g_autofree char *total = NULL;
      g_autofree char *text = NULL;
      g_autofree char *fit = NULL;
      double edge = s == 0 ? self->middle_left : self->middle_right;
      double square = size * 0.8;
      double room = self->middle_left - plot->room.x - square - size * 0.5;

      for (guint c = 0; c < plot->chart->categories->len; c++)
        sum += MAX (ans_chart_get_value (plot->chart, s, c), 0);
      total = ans_chart_format_with_unit (plot->chart, sum);
      text = g_strdup_printf ("%s: %s", ans_plot_series (plot, s)->name, total);
      /* where it is narrow, better without the unit than without the number */
      if (ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, text) > room)
        {
          g_autofree char *number = ans_chart_format (plot->chart, sum);

          g_free (text);
          text = g_strdup_printf ("%s: %s", ans_plot_series (plot, s)->name, number);
        }
      fit = ans_text_shaper_ellipsize (plot->shaper, ANS_FACE_SANS_BOLD, text,
                                       MAX (room, size) / size);
      ans_scene_add_rect (plot->scene, &swatch, s == 0 ? edge - square : edge,
                          self->top - size * 1.45, square, square, size * 0.1);
      ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink,
                     s == 0 ? ANS_ALIGN_TEXT_END : ANS_ALIGN_TEXT_START,
                     s == 0 ? edge - square - size * 0.4 : edge + square + size * 0.4,
                     self->top - size * 0.75, fit);
    }
}

static void
draw_axis (Pyramid *self)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest;
  AnsPaint grid = { .stroke = plot->theme->grid, .line = MAX (1, plot->base / 28) };

  for (guint i = 0; i < self->axis.n; i++)
    {
      double x = ans_axis_tick (&self->axis, i) / self->axis.high * self->half;
      g_autofree char *text = ans_axis_format (&self->axis, plot->chart, i);

      ans_scene_add_stroke (plot->scene, &grid, self->middle_left - x, self->top, 0,
                            self->bottom - self->top);
      ans_scene_add_stroke (plot->scene, &grid, self->middle_right + x, self->top, 0,
                            self->bottom - self->top);
      ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_MIDDLE,
                         self->middle_left - x, self->bottom + size * 1.3, text);
      ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_MIDDLE,
                         self->middle_right + x, self->bottom + size * 1.3, text);
    }
}

void
ans_plot_pyramid (AnsPlot *self)
{
  Pyramid pyramid = { .plot = self };
  const guint n = self->chart->categories->len;
  const double x = self->room.x + self->room.width / 2;
  gint64 most = 0;
  double names = 0, numbers = 0;

  for (guint s = 0; s < MIN (self->chart->series->len, 2); s++)
    for (guint c = 0; c < n; c++)
      most = MAX (most, ans_chart_get_value (self->chart, s, c));
  pyramid.top = self->room.y + self->base * 1.7;
  pyramid.bottom = self->room.y + self->room.height;
  pyramid.row = MIN ((pyramid.bottom - pyramid.top) / n, self->base * 2);
  pyramid.size = CLAMP (pyramid.row * 0.8, self->smallest, self->base);
  pyramid.every = MAX (1, (guint) ceil (pyramid.size * 1.2 / pyramid.row - 1e-9));
  pyramid.numbers = pyramid.every == 1;
  if (!pyramid.numbers)
    {
      pyramid.bottom -= self->smallest * 1.6;
      pyramid.row = (pyramid.bottom - pyramid.top) / n;
      pyramid.every = MAX (1, (guint) ceil (pyramid.size * 1.2 / pyramid.row - 1e-9));
    }
  pyramid.bottom = pyramid.top + pyramid.row * n;
  for (guint c = 0; c < n; c++)
    {
      names = MAX (names, ans_plot_width (self, ANS_FACE_SANS, pyramid.size,
                                          ans_plot_category (self, c)->label));
      for (guint s = 0; s < MIN (self->chart->series->len, 2); s++)
        {
          g_autofree char *text =
              ans_chart_format (self->chart, ans_chart_get_value (self->chart, s, c));

          numbers = MAX (numbers, ans_plot_width (self, ANS_FACE_SANS, pyramid.size, text));
        }
    }
  names = MIN (names, self->room.width * 0.3) + pyramid.size;
  pyramid.middle_left = x - names / 2;
  pyramid.middle_right = x + names / 2;
  pyramid.half = self->room.width / 2 - names / 2;
  if (pyramid.numbers && numbers + pyramid.size > pyramid.half * 0.4)
    {
      pyramid.numbers = FALSE;
      pyramid.bottom = self->room.y + self->room.height - self->smallest * 1.6;
      pyramid.row = MIN ((pyramid.bottom - pyramid.top) / n, pyramid.row);
      pyramid.every = MAX (1, (guint) ceil (pyramid.size * 1.2 / pyramid.row - 1e-9));
      pyramid.bottom = pyramid.top + pyramid.row * n;
    }
  pyramid.half -=
      MIN (pyramid.numbers ? numbers + pyramid.size * 0.5 : numbers / 2, pyramid.half * 0.4);
  ans_axis_init (&pyramid.axis, 0, ans_plot_value (self, most), TRUE,
                 (guint) CLAMP (pyramid.half / (self->smallest * 5), 2, 5),
                 pow (10, -self->chart->decimals));
  if (pyramid.numbers)
    pyramid.axis.high = MAX (ans_plot_value (self, most), pow (10, -self->chart->decimals));
  else
    draw_axis (&pyramid);
  draw_heads (&pyramid);
  for (guint s = 0; s < MIN (self->chart->series->len, 2); s++)
    draw_side (&pyramid, s);
  for (guint c = 0; c < n; c += pyramid.every)
    {
      g_autofree char *name = ans_text_shaper_ellipsize (
          self->shaper, ANS_FACE_SANS, ans_plot_category (self, c)->label,
          (names - pyramid.size * 0.4) / pyramid.size);

      ans_plot_text (self, ANS_FACE_SANS, pyramid.size, self->theme->ink, ANS_ALIGN_TEXT_MIDDLE, x,
                     pyramid.bottom - pyramid.row * (c + 0.5) + pyramid.size * 0.36, name);
    }
}
