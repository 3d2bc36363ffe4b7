/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Upright bars: names below, numbers above. */
#include <math.h>

#include "chart/ans-chart-bars.h"

typedef struct
{
  AnsPlot *plot;
  AnsBars bars;
  double slot;        /* width of a category */
  double lane;        /* width of a bar */
  double left;        /* of the first slot */
  double top, bottom; /* of the bars */
  double low, high;   /* values there */
  double size;        /* of names and numbers */
  guint every;        /* every how many-th slot has a name */
  guint name_lines;
  gboolean numbers; /* at each bar */
  gboolean axis;
} Columns;

static double
at (const Columns *self, double value)
{
  return self->bottom - (value - self->low) / (self->high - self->low) * (self->bottom - self->top);
}

static double
widest_number (Columns *self, double size)
{
  double widest = 0;

  for (guint i = 0; i < self->bars.bars->len; i++)
    {
      const AnsBar *bar = &g_array_index (self->bars.bars, AnsBar, i);
      g_autofree char *end = ans_bars_end_label (&self->bars, self->plot, bar->category);

      widest = MAX (widest, ans_plot_width (self->plot, ANS_FACE_SANS_BOLD, size,
                                            end != NULL ? end : bar->label));
    }
  return widest;
}

/* Names wrap if each of their words has room, else every so many-th is written. */
static void
measure_names (Columns *self)
{
  AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;
  const double room = self->slot - self->size * 0.3;
  double word = 0, whole = 0;
  guint lines = 1;

  for (guint c = 0; c < n; c++)
    {
      const char *name = ans_plot_category (plot, c)->label;
      g_auto (GStrv) fit = NULL;

      word = MAX (word, self->size *
                            ans_text_shaper_longest_word (plot->shaper, ANS_FACE_SANS_BOLD, name));
      whole = MAX (whole, ans_plot_width (plot, ANS_FACE_SANS_BOLD, self->size, name));
      fit = ans_plot_fit (plot, ANS_FACE_SANS_BOLD, self->size, name, MAX (room, 1), 3);
      lines = MAX (lines, g_strv_length (fit));
    }
  self->every = 1;
  if (word > room && n > 2)
    {
      /* a step that gives a short name its room, a long one two lines */
      double wish = whole <= self->size * 8 ? whole : MAX (word, whole / 2);

      wish = MIN (wish, self->size * 12) + self->size * 0.6;

      self->every = MAX (1, (guint) ceil (wish / self->slot));
      lines = whole > wish ? 2 : 1;
    }
  self->name_lines = MIN (lines, 3);
}

static void
draw_names (Columns *self)
{
  AnsPlot *plot = self->plot;

  for (guint c = 0; c < plot->chart->categories->len; c += self->every)
    {
      AnsFace face = ans_plot_category (plot, c)->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS;
      double middle = self->left + self->slot * (c + 0.5);
      double width = self->slot * self->every - self->size * 0.3;
      double half,
          y = plot->room.y + plot->room.height - ans_plot_lines (self->size, self->name_lines);
      g_auto (GStrv) lines = ans_plot_fit (
          plot, face, self->size, ans_plot_category (plot, c)->label, width, self->name_lines);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          half = ans_plot_width (plot, face, self->size, lines[i]) / 2;
          ans_plot_try_text (plot, face, self->size, plot->theme->ink, ANS_ALIGN_TEXT_MIDDLE,
                             CLAMP (middle, MIN (half, plot->scene->width / 2),
                                    MAX (plot->scene->width - half, plot->scene->width / 2)),
                             y + self->size * (ANS_TEXT_ASCENT + i * ANS_LINE_PITCH), lines[i]);
        }
    }
}

static void
measure_axis (Columns *self, AnsAxis *axis)
{
  AnsPlot *plot = self->plot;
  double widest = 0;

  ans_bars_axis (&self->bars, plot,
                 (guint) CLAMP ((self->bottom - self->top) / (plot->smallest * 2.6), 2, 7), axis);
  self->low = axis->low;
  self->high = axis->high;
  for (guint i = 0; i < axis->n; i++)
    {
      g_autofree char *text = ans_bars_tick (&self->bars, plot, axis, i);

      widest = MAX (widest, ans_plot_width (plot, ANS_FACE_SANS, plot->smallest, text));
    }
  self->left += widest + plot->smallest * 0.6;
}

static void
draw_axis (Columns *self, const AnsAxis *axis)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest;
  AnsPaint grid = { .stroke = plot->theme->grid, .line = MAX (1, plot->base / 28) };
  double width = self->slot * plot->chart->categories->len;

  for (guint i = 0; i < axis->n; i++)
    {
      g_autofree char *text = ans_bars_tick (&self->bars, plot, axis, i);
      double y = at (self, ans_axis_tick (axis, i));

      ans_scene_add_stroke (plot->scene, &grid, self->left, y, width, 0);
      ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_END,
                         self->left - size * 0.5, y + size * 0.36, text);
    }
}

static void
draw_inner_number (Columns *self, const AnsBar *bar, AnsBox box)
{
  AnsPlot *plot = self->plot;
  const double size = self->size;
  AnsPaint paint = ans_chart_theme_fill (plot->theme, bar->series);
  double width = ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, bar->label);

  if (box.height < size * 1.3 || *bar->label == '\0' || box.width < width + size * 0.2)
    return;
  if (paint.hatch != ANS_HATCH_NONE)
    {
      AnsPaint plate = { .fill = paint.fill };

      ans_scene_add_rect (plot->scene, &plate, box.x + (box.width - width) / 2 - size * 0.15,
                          box.y + box.height / 2 - size * 0.55, width + size * 0.3, size * 1.1, 0);
    }
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, ans_chart_theme_text_on (paint.fill),
                 ANS_ALIGN_TEXT_MIDDLE, box.x + box.width / 2, box.y + box.height / 2 + size * 0.36,
                 bar->label);
}

static void
draw_category_target (Columns *self, guint category)
{
  AnsPlot *plot = self->plot;
  gint64 target = ans_plot_category (plot, category)->target;
  AnsPaint tick = { .stroke = plot->theme->ink, .line = MAX (2, plot->base / 9) };
  double middle = self->left + self->slot * (category + 0.5);
  double reach = MIN (self->lane * self->bars.lanes * 0.62, self->slot * 0.47);

  if (target != ANS_CHART_MISSING && !self->bars.share)
    ans_scene_add_stroke (plot->scene, &tick, middle - reach,
                          at (self, ans_plot_value (plot, target)), 2 * reach, 0);
}

/* The number of one bar, or of the whole category at its top. */
static void
draw_number (Columns *self, guint category, double middle, double value, const char *text)
{
  AnsPlot *plot = self->plot;
  AnsFace face = ans_plot_category (plot, category)->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS;
  gint64 target = ans_plot_category (plot, category)->target;
  double y = at (self, value);

  if (target != ANS_CHART_MISSING && value >= 0)
    {
      double tick = at (self, ans_plot_value (plot, target));

      /* a number does not stand on the tick of its target */
      if (tick < y && y - tick < self->size * 1.5)
        y = tick - plot->base / 18;
    }
  ans_plot_try_text (plot, face, self->size, plot->theme->ink, ANS_ALIGN_TEXT_MIDDLE, middle,
                     value < 0 ? y + self->size * 1.1 : y - self->size * 0.4, text);
}

static void
draw_track (Columns *self, guint category)
{
  AnsPlot *plot = self->plot;
  gint64 target = ans_plot_category (plot, category)->target;
  AnsPaint track = { .fill = plot->theme->track };
  double middle = self->left + self->slot * (category + 0.5), y, width;

  if (target == ANS_CHART_MISSING || self->bars.share)
    return;
  y = at (self, ans_plot_value (plot, target));
  width = self->lane * self->bars.lanes;
  ans_scene_add_rect (plot->scene, &track, middle - width / 2, MIN (y, at (self, 0)), width,
                      fabs (y - at (self, 0)), 0);
}

static void
draw_bars (Columns *self)
{
  AnsPlot *plot = self->plot;
  const guint lanes = self->bars.lanes;

  for (guint c = 0; c < plot->chart->categories->len; c++)
    draw_track (self, c);

  for (guint i = 0; i < self->bars.bars->len; i++)
    {
      const AnsBar *bar = &g_array_index (self->bars.bars, AnsBar, i);
      double middle = self->left + self->slot * (bar->category + 0.5) +
                      self->lane * (bar->lane - (lanes - 1) / 2.0);
      double from = at (self, bar->from), to = at (self, bar->to);
      double width = MAX (self->lane * (lanes > 1 ? 0.92 : 1), 1);
      AnsBox box = { middle - width / 2, MIN (from, to), width, fabs (to - from) };
      AnsBox hit = { box.x, self->top, box.width, self->bottom - self->top };
      AnsPaint paint = ans_plot_fill (plot, bar->series, bar->category);

      ans_plot_thin (&paint, self->lane);
      ans_plot_region (plot, bar->series, bar->category, self->bars.stacked ? box : hit);
      if (box.height > 0.05)
        ans_scene_add_rect (plot->scene, &paint, box.x, box.y, box.width, box.height, 0);
      if (self->bars.stacked)
        draw_inner_number (self, bar, box);
      ans_scene_end_region (plot->scene);
    }
}

static void
draw_numbers (Columns *self)
{
  AnsPlot *plot = self->plot;
  const guint lanes = self->bars.lanes;
  double top = 0;

  for (guint i = 0; i < self->bars.bars->len; i++)
    {
      const AnsBar *bar = &g_array_index (self->bars.bars, AnsBar, i);
      g_autofree char *end = NULL;
      double middle = self->left + self->slot * (bar->category + 0.5);

      if (!self->bars.stacked)
        {
          if (lanes == 1)
            end = ans_bars_end_label (&self->bars, plot, bar->category);
          draw_number (self, bar->category, middle + self->lane * (bar->lane - (lanes - 1) / 2.0),
                       bar->to, end != NULL ? end : bar->label);
          continue;
        }
      top = bar->series == 0 ? MAX (bar->to, 0) : MAX (top, bar->to);
      if (bar->series + 1 < plot->chart->series->len)
        continue;
      end = ans_bars_end_label (&self->bars, plot, bar->category);
      if (end != NULL)
        draw_number (self, bar->category, middle, top, end);
    }
}

static void
draw_target (Columns *self)
{
  AnsPlot *plot = self->plot;
  AnsPaint line = { .stroke = plot->theme->ink, .line = MAX (2, plot->base / 9) };
  double y = at (self, ans_plot_value (plot, plot->chart->target));
  double right = self->left + self->slot * plot->chart->categories->len;

  ans_scene_add_stroke (plot->scene, &line, self->left, y, right - self->left, 0);
  ans_plot_keep_off (plot, self->left, y, right, y);
}

/* Above the line or below it, where there is room beside the numbers: first at the right. */
static void
draw_target_label (Columns *self)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest;
  const double right = self->left + self->slot * plot->chart->categories->len;
  g_autofree char *value = ans_chart_format_with_unit (plot->chart, plot->chart->target);
  g_autofree char *text = NULL;
  double y = at (self, ans_plot_value (plot, plot->chart->target));
  double width;

  text = g_strdup_printf (
      "%s: %s", plot->chart->target_label != NULL ? plot->chart->target_label : "Chỉ tiêu", value);
  width = ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, text);
  for (guint i = 0; i < 8; i++)
    {
      double x = right - (right - self->left - width) * i / 7;

      if (ans_plot_try_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                             x, y - size * 0.45, text) ||
          ans_plot_try_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                             x, y + size * 1.2, text))
        return;
    }
}

/* More than two series of a stack are named beside its last column, where it can be read. */
static gboolean
names_beside (Columns *self, double *width)
{
  AnsPlot *plot = self->plot;

  *width = 0;
  if (!self->bars.stacked || plot->chart->series->len < 3)
    return FALSE;
  for (guint s = 0; s < plot->chart->series->len; s++)
    *width = MAX (*width, ans_plot_width (plot, ANS_FACE_SANS, plot->smallest,
                                          ans_plot_series (plot, s)->name));
  *width = MIN (*width + plot->smallest * 1.8, plot->room.width * 0.3);
  return plot->room.width > plot->smallest * 30 &&
         plot->room.height > plot->smallest * 1.3 * plot->chart->series->len;
}

static void
draw_names_beside (Columns *self, double width)
{
  AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;
  g_autofree double *ys = g_new (double, plot->chart->series->len);

  for (guint i = 0; i < self->bars.bars->len; i++)
    {
      const AnsBar *bar = &g_array_index (self->bars.bars, AnsBar, i);

      if (bar->category + 1 == n)
        ys[bar->series] = at (self, (bar->from + bar->to) / 2);
    }
  ans_plot_names_beside (plot,
                         (AnsBox) { self->left + self->slot * (n - 0.5) + self->lane / 2, self->top,
                                    width, self->bottom - self->top },
                         plot->smallest, ys);
}

void
ans_plot_columns (AnsPlot *self)
{
  Columns columns = { .plot = self };
  AnsPaint zero = { .stroke = self->theme->axis, .line = MAX (1, self->base / 20) };
  const guint n = self->chart->categories->len;
  double right, beside_width, numbers_room = 0;
  gboolean beside, target;
  AnsAxis axis;

  ans_bars_init (&columns.bars, self);
  beside = names_beside (&columns, &beside_width);
  if (!beside)
    ans_plot_legend (self);
  columns.size = MAX (self->smallest, n * columns.bars.lanes > 12 ? 0 : self->base * 0.85);
  columns.left = self->room.x;
  right = self->room.x + self->room.width - (beside ? beside_width : 0);
  columns.slot = (right - columns.left) / n;
  columns.lane = columns.slot * (columns.bars.lanes > 1 ? 0.84 : 0.62) / columns.bars.lanes;
  columns.numbers =
      widest_number (&columns, columns.size) <=
      (columns.bars.stacked || columns.bars.lanes == 1 ? columns.slot : columns.lane) *
          (columns.bars.lanes > 1 ? 1.0 : 0.96);
  columns.axis = !columns.numbers || columns.bars.share;
  measure_names (&columns);
  columns.top = self->room.y + (columns.axis ? self->smallest * 0.5 : 0);
  columns.bottom = self->room.y + self->room.height -
                   ans_plot_lines (columns.size, columns.name_lines) -
                   columns.size * (columns.axis ? 0.7 : 0.35);
  columns.low = columns.bars.low;
  columns.high = columns.bars.high;
  numbers_room = columns.numbers && !columns.bars.share ? columns.size * 1.4 : 0;
  columns.top += numbers_room;
  if (columns.bars.low < 0)
    columns.bottom -= numbers_room;
  if (columns.bottom < columns.top + 4)
    columns.top = columns.bottom - 4;
  if (columns.axis)
    {
      measure_axis (&columns, &axis);
      columns.slot = (right - columns.left) / n;
      columns.lane = columns.slot * (columns.bars.lanes > 1 ? 0.84 : 0.62) / columns.bars.lanes;
      measure_names (&columns);
      columns.bottom = MIN (columns.bottom, self->room.y + self->room.height -
                                                ans_plot_lines (columns.size, columns.name_lines) -
                                                columns.size * 0.3);
    }
  /* one or two columns are no walls */
  columns.lane = MIN (columns.lane, self->base * 4);
  if (columns.axis)
    draw_axis (&columns, &axis);
  draw_bars (&columns);
  for (guint c = 0; c < n; c++)
    draw_category_target (&columns, c);
  ans_scene_add_stroke (self->scene, &zero, columns.left, at (&columns, 0), columns.slot * n, 0);
  target = self->chart->target != ANS_CHART_MISSING && !columns.bars.share;
  if (target)
    draw_target (&columns);
  if (beside)
    draw_names_beside (&columns, beside_width);
  if (columns.numbers && !columns.bars.share)
    draw_numbers (&columns);
  if (target)
    draw_target_label (&columns);
  draw_names (&columns);
  ans_bars_clear (&columns.bars);
}
