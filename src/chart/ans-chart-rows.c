/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Level bars: a row for each category, names to the left, numbers to the right. */
#include <math.h>

#include "chart/ans-chart-bars.h"

#define NAME_LINES 3

typedef struct
{
  AnsPlot *plot;
  AnsBars bars;
  double row;         /* height of a category */
  double lane;        /* height of a bar */
  double top;         /* of the first row */
  double size;        /* of names */
  guint every;        /* every how many-th row has a name */
  double names;       /* where names end */
  double left, right; /* of the bars */
  double low, high;   /* values there */
  gboolean numbers;   /* at each bar */
  gboolean column;    /* numbers stand below each other at the right edge */
} Rows;

static double
at (const Rows *rows, double value)
{
  return rows->left + (value - rows->low) / (rows->high - rows->low) * (rows->right - rows->left);
}

static AnsFace
face_of (const AnsPlot *plot, guint category)
{
  return ans_plot_category (plot, category)->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS;
}

/* How high rows are, which have names, whether bars have numbers. */
static void
measure_rows (Rows *rows)
{
  AnsPlot *plot = rows->plot;
  const guint n = plot->chart->categories->len, lanes = rows->bars.lanes;
  double most = plot->base * (lanes == 1 ? 3.0 : lanes * 1.5 + 1.0);

  /* rows may be higher where names need it */
  for (guint c = 0; c < n; c++)
    {
      g_auto (GStrv) lines =
          ans_plot_fit (plot, face_of (plot, c), plot->base, ans_plot_category (plot, c)->label,
                        plot->room.width * ANS_NAMES_SHARE, NAME_LINES);

      most = MAX (most, plot->base * (g_strv_length (lines) * ANS_LINE_PITCH + 0.9));
    }
  rows->row = MIN (plot->room.height / n, most);
  rows->top = plot->room.y + (plot->room.height - rows->row * n) / 2;
  rows->size = CLAMP (rows->row * 0.62, plot->smallest, plot->base);
  rows->every = MAX (1, (guint) ceil (rows->size * 1.2 / rows->row - 1e-9));
  rows->lane = MIN (rows->row *
                        (rows->every > 1 ? 0.8
                         : lanes > 1     ? 0.78
                                         : 0.6) /
                        lanes,
                    plot->base * 1.7);
  rows->numbers = rows->every == 1 && (lanes == 1 || rows->lane >= plot->smallest * 1.16);
}

static double
number_size (const Rows *rows)
{
  return rows->bars.lanes == 1 ? rows->size
                               : CLAMP (rows->lane * 0.86, rows->plot->smallest, rows->size);
}

static double
longest_number (const Rows *rows, gboolean below_zero)
{
  AnsPlot *plot = rows->plot;
  double longest = 0;

  for (guint i = 0; i < rows->bars.bars->len; i++)
    {
      const AnsBar *bar = &g_array_index (rows->bars.bars, AnsBar, i);
      g_autofree char *end = ans_bars_end_label (&rows->bars, plot, bar->category);

      if (!rows->column && (bar->to < 0) != below_zero)
        continue;
      longest = MAX (longest, ans_plot_width (plot, ANS_FACE_SANS_BOLD, number_size (rows),
                                              end != NULL ? end : bar->label));
    }
  return longest;
}

static void
measure_columns (Rows *rows)
{
  AnsPlot *plot = rows->plot;
  const double gap = rows->size * 0.5;
  double names = 0;

  for (guint c = 0; c < plot->chart->categories->len; c++)
    names = MAX (names, ans_plot_width (plot, face_of (plot, c), rows->size,
                                        ans_plot_category (plot, c)->label));
  names = MIN (names, plot->room.width * ANS_NAMES_SHARE);
  rows->names = plot->room.x + names;
  /* a line across all rows would cross numbers that end where bars do */
  rows->column = rows->bars.targets || rows->bars.stacked ||
                 (rows->bars.lanes == 1 && plot->chart->target != ANS_CHART_MISSING);
  rows->left = plot->room.x + names + gap;
  rows->right = plot->room.x + plot->room.width;
  if (rows->numbers && !rows->bars.share)
    {
      double numbers = longest_number (rows, FALSE);

      /* numbers that would leave no bars are left to the table */
      if (numbers > (rows->right - rows->left) * 0.6)
        rows->numbers = FALSE;
      else
        {
          rows->right -= numbers > 0 ? numbers + gap * (rows->bars.targets ? 2 : 1) : 0;
          if (rows->bars.low < 0 && !rows->column)
            rows->left += longest_number (rows, TRUE) + gap;
        }
    }
  rows->low = rows->bars.low;
  rows->high = rows->bars.high;
}

/* Where bars have no numbers, the axis has. */
static void
draw_axis (Rows *rows)
{
  AnsPlot *plot = rows->plot;
  const double size = plot->smallest, bottom = plot->room.y + plot->room.height;
  AnsPaint grid = { .stroke = plot->theme->grid, .line = MAX (1, plot->base / 28) };
  double room = 0;
  AnsAxis axis;
  gboolean skip = FALSE;

  ans_bars_axis (&rows->bars, plot, (guint) CLAMP ((rows->right - rows->left) / (size * 6), 2, 7),
                 &axis);
  rows->low = axis.low;
  rows->high = axis.high;
  for (guint i = 0; i < axis.n; i++)
    {
      g_autofree char *text = ans_bars_tick (&rows->bars, plot, &axis, i);

      room = MAX (room, ans_plot_width (plot, ANS_FACE_SANS, size, text));
    }
  rows->right -= MIN (room / 2, (rows->right - rows->left) / 4);
  skip = (rows->right - rows->left) / MAX (axis.n - 1, 1) < room + size * 0.5;
  for (guint i = 0; i < axis.n; i++)
    {
      g_autofree char *text = ans_bars_tick (&rows->bars, plot, &axis, i);
      double x = at (rows, ans_axis_tick (&axis, i));

      ans_scene_add_stroke (plot->scene, &grid, x, rows->top, 0, bottom - size * 1.6 - rows->top);
      if (!skip || i == 0 || i == axis.n - 1)
        ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_MIDDLE, x,
                           bottom - size * 0.3, text);
    }
}

static void
draw_name (Rows *rows, guint category)
{
  AnsPlot *plot = rows->plot;
  const double y = rows->top + rows->row * (category + 0.5);
  double width = rows->names - plot->room.x;
  guint max_lines = (guint) MAX (1, rows->row / (rows->size * ANS_LINE_PITCH));
  g_auto (GStrv) lines = NULL;

  lines =
      ans_plot_fit (plot, face_of (plot, category), rows->size,
                    ans_plot_category (plot, category)->label, width, MIN (max_lines, NAME_LINES));
  ans_plot_block (plot, face_of (plot, category), rows->size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                  plot->room.x + width, y, lines);
}

static void
draw_number (Rows *rows, const AnsBar *bar, double y)
{
  AnsPlot *plot = rows->plot;
  const double size = number_size (rows), gap = size * 0.4;
  AnsFace face =
      ans_plot_category (plot, bar->category)->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS;
  double x = at (rows, bar->to) + (bar->to < 0 ? -gap : gap);

  if (plot->chart->target != ANS_CHART_MISSING)
    {
      double line = at (rows, ans_plot_value (plot, plot->chart->target));
      double width = ans_plot_width (plot, face, size, bar->label);

      /* beyond the line, not under it */
      if (bar->to >= 0 && line > x - gap * 0.5 && line < x + width + gap * 0.5)
        x = line + gap;
      else if (bar->to < 0 && line < x + gap * 0.5 && line > x - width - gap * 0.5)
        x = line - gap;
    }
  ans_plot_text (plot, face, size, plot->theme->ink,
                 bar->to < 0 ? ANS_ALIGN_TEXT_END : ANS_ALIGN_TEXT_START, x, y + size * 0.36,
                 bar->label);
}

/* Inside its part of a stack, if it fits. */
static void
draw_inner_number (Rows *rows, const AnsBar *bar, AnsBox box)
{
  AnsPlot *plot = rows->plot;
  const double size = CLAMP (box.height * 0.62, plot->smallest, plot->base);
  AnsPaint paint = ans_chart_theme_fill (plot->theme, bar->series);

  if (box.height < size * 1.1 || *bar->label == '\0' ||
      box.width < ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, bar->label) + size * 0.6)
    return;
  if (paint.hatch != ANS_HATCH_NONE)
    {
      AnsPaint plate = { .fill = paint.fill };
      double width = ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, bar->label) + size * 0.3;

      ans_scene_add_rect (plot->scene, &plate, box.x + (box.width - width) / 2,
                          box.y + box.height / 2 - size * 0.55, width, size * 1.1, 0);
    }
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, ans_chart_theme_text_on (paint.fill),
                 ANS_ALIGN_TEXT_MIDDLE, box.x + box.width / 2, box.y + box.height / 2 + size * 0.36,
                 bar->label);
}

static void
draw_track (Rows *rows, guint category, double thickness)
{
  AnsPlot *plot = rows->plot;
  const AnsChartCategory *found = ans_plot_category (plot, category);
  AnsPaint track = { .fill = plot->theme->track };
  double x, y = rows->top + rows->row * (category + 0.5);

  if (found->target == ANS_CHART_MISSING || rows->bars.share)
    return;
  x = at (rows, ans_plot_value (plot, found->target));
  ans_scene_add_rect (plot->scene, &track, MIN (x, at (rows, 0)), y - thickness / 2,
                      fabs (x - at (rows, 0)), thickness, 0);
}

static void
draw_tick (Rows *rows, guint category, double thickness)
{
  AnsPlot *plot = rows->plot;
  const AnsChartCategory *found = ans_plot_category (plot, category);
  AnsPaint tick = { .stroke = plot->theme->ink, .line = MAX (2, plot->base / 9) };
  double x, y = rows->top + rows->row * (category + 0.5);
  double reach = MIN (thickness * 0.72, rows->row * 0.46);

  if (found->target == ANS_CHART_MISSING || rows->bars.share)
    return;
  x = at (rows, ans_plot_value (plot, found->target));
  ans_scene_add_stroke (plot->scene, &tick, x, y - reach, 0, 2 * reach);
}

static void
draw_bars (Rows *rows)
{
  AnsPlot *plot = rows->plot;
  const guint lanes = rows->bars.lanes;

  for (guint c = 0; c < plot->chart->categories->len; c++)
    draw_track (rows, c, rows->lane * lanes);
  for (guint i = 0; i < rows->bars.bars->len; i++)
    {
      const AnsBar *bar = &g_array_index (rows->bars.bars, AnsBar, i);
      double middle = rows->top + rows->row * (bar->category + 0.5) +
                      rows->lane * (bar->lane - (lanes - 1) / 2.0);
      double from = at (rows, bar->from), to = at (rows, bar->to);
      AnsBox box = { MIN (from, to), middle - rows->lane / 2, fabs (to - from),
                     MAX (rows->lane * (lanes > 1 ? 0.9 : 1), 1) };
      AnsBox hit = { rows->left, box.y, rows->right - rows->left, box.height };
      AnsPaint paint = ans_plot_fill (plot, bar->series, bar->category);

      ans_plot_thin (&paint, rows->lane);
      ans_plot_region (plot, bar->series, bar->category, rows->bars.stacked ? box : hit);
      if (box.width > 0.05)
        ans_scene_add_rect (plot->scene, &paint, box.x, box.y, box.width, box.height, 0);
      if (rows->numbers && !rows->column)
        draw_number (rows, bar, middle);
      else if (rows->bars.stacked)
        draw_inner_number (rows, bar, box);
      ans_scene_end_region (plot->scene);
    }
  for (guint c = 0; c < plot->chart->categories->len; c++)
    draw_tick (rows, c, rows->lane * lanes);
}

/* A line across all rows, its name above them. */
static void
draw_target (Rows *rows)
{
  AnsPlot *plot = rows->plot;
  AnsPaint line = { .stroke = plot->theme->ink, .line = MAX (2, plot->base / 9) };
  g_autofree char *value = ans_chart_format_with_unit (plot->chart, plot->chart->target);
  g_autofree char *text = NULL;
  double x = at (rows, ans_plot_value (plot, plot->chart->target)), half;

  text = g_strdup_printf (
      "%s: %s", plot->chart->target_label != NULL ? plot->chart->target_label : "Chỉ tiêu", value);
  half = ans_plot_width (plot, ANS_FACE_SANS_BOLD, plot->smallest, text) / 2;
  ans_scene_add_stroke (plot->scene, &line, x, rows->top - plot->smallest * 0.2, 0,
                        rows->row * plot->chart->categories->len + plot->smallest * 0.2);
  ans_plot_try_text (plot, ANS_FACE_SANS_BOLD, plot->smallest, plot->theme->ink,
                     ANS_ALIGN_TEXT_MIDDLE,
                     CLAMP (x, MIN (half, plot->scene->width / 2),
                            MAX (plot->scene->width - half, plot->scene->width / 2)),
                     rows->top - plot->smallest * 0.5, text);
}

void
ans_plot_rows (AnsPlot *self)
{
  Rows rows = { .plot = self };
  AnsPaint zero = { .stroke = self->theme->axis, .line = MAX (1, self->base / 20) };
  gboolean target =
      self->chart->target != ANS_CHART_MISSING && self->chart->kind != ANS_CHART_SHARE_BARS;
  const double full = self->room.y + self->room.height;

  ans_bars_init (&rows.bars, self);
  ans_plot_legend (self);
  if (target)
    {
      self->room.y += self->smallest * 1.6;
      self->room.height -= self->smallest * 1.6;
    }
  measure_rows (&rows);
  if (rows.numbers || rows.bars.share)
    measure_columns (&rows);
  if (!rows.numbers && !rows.bars.share)
    {
      /* an axis then, below the rows */
      self->room.height -= self->smallest * 1.9;
      measure_rows (&rows);
      rows.numbers = FALSE;
      self->room.height = full - self->room.y;
      measure_columns (&rows);
      draw_axis (&rows);
    }
  for (guint c = 0; c < self->chart->categories->len; c += rows.every)
    draw_name (&rows, c);
  draw_bars (&rows);
  ans_scene_add_stroke (self->scene, &zero, at (&rows, 0), rows.top, 0,
                        rows.row * self->chart->categories->len);
  if (rows.numbers && rows.column)
    for (guint c = 0; c < self->chart->categories->len; c++)
      {
        g_autofree char *text = ans_bars_end_label (&rows.bars, self, c);

        if (text != NULL)
          ans_plot_text (
              self, ans_plot_category (self, c)->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS,
              rows.size, self->theme->ink, ANS_ALIGN_TEXT_END, self->room.x + self->room.width,
              rows.top + rows.row * (c + 0.5) + rows.size * 0.36, text);
      }
  if (target)
    draw_target (&rows);
  ans_bars_clear (&rows.bars);
}
