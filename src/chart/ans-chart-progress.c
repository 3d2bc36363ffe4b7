/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values against targets: a track as long as the target, the part that is reached, and a tick where
 * the time of the year would have it. */
#include <math.h>

#include "chart/ans-chart-bars.h"
#include "text/ans-number.h"

/* A bar may pass its target by so much; what is beyond is said by the number. */
#define MOST 1.25

typedef struct
{
  AnsPlot *plot;
  double row, size, top, thick;
  double left, right;            /* of the tracks */
  double names, numbers, shares; /* widths of the columns of text */
  double most;                   /* share at the right end */
} Progress;

static double
share_of (const AnsPlot *plot, guint c)
{
  gint64 value = ans_chart_get_value (plot->chart, 0, c);
  gint64 target = ans_plot_category (plot, c)->target;

  if (value == ANS_CHART_MISSING || target == ANS_CHART_MISSING || target <= 0)
    return NAN;
  return (double) value / (double) target;
}

static char *
numbers_of (const AnsPlot *plot, guint c)
{
  const AnsChartCategory *category = ans_plot_category (plot, c);
  gint64 value = ans_chart_get_value (plot->chart, 0, c);
  g_autofree char *done = NULL;
  g_autofree char *target = NULL;

  if (category->note != NULL)
    return g_strdup (category->note);
  if (category->target == ANS_CHART_MISSING)
    return ans_chart_format (plot->chart, value);
  done = value == ANS_CHART_MISSING ? g_strdup ("–")
                                    : ans_decimal_format (value, plot->chart->decimals);
  target = ans_chart_format (plot->chart, category->target);
  return g_strconcat (done, "/", target, NULL);
}

static char *
percent_of (const AnsPlot *plot, guint c)
{
  gint64 value = ans_chart_get_value (plot->chart, 0, c);
  gint64 target = ans_plot_category (plot, c)->target;

  return isnan (share_of (plot, c)) || value < 0
             ? g_strdup ("")
             : g_strdup_printf ("%" G_GINT64_FORMAT "%%", ans_percent_of (value, target));
}

static gboolean
is_behind (const AnsPlot *plot, guint c)
{
  const AnsChartCategory *category = ans_plot_category (plot, c);
  gint64 value = ans_chart_get_value (plot->chart, 0, c);

  return category->highlight || (category->expected != ANS_CHART_MISSING &&
                                 value != ANS_CHART_MISSING && value < category->expected);
}

static void
measure (Progress *self)
{
  AnsPlot *plot = self->plot;
  const guint n = plot->chart->categories->len;

  self->row = MIN (plot->room.height / n, plot->base * 3);
  self->size = CLAMP (self->row * 0.6, plot->smallest, plot->base);
  self->top = plot->room.y + (plot->room.height - self->row * n) / 2;
  self->thick = CLAMP (self->row * 0.42, 2, plot->base * 1.1);
  self->most = 1;
  for (guint c = 0; c < n; c++)
    {
      g_autofree char *numbers = numbers_of (plot, c);
      g_autofree char *percent = percent_of (plot, c);
      double share = share_of (plot, c);

      if (!isnan (share))
        self->most = MAX (self->most, MIN (share, MOST));
      self->names = MAX (self->names, ans_plot_width (plot, ANS_FACE_SANS_BOLD, self->size,
                                                      ans_plot_category (plot, c)->label));
      self->numbers =
          MAX (self->numbers, ans_plot_width (plot, ANS_FACE_SANS, self->size, numbers));
      self->shares =
          MAX (self->shares, ans_plot_width (plot, ANS_FACE_SANS_BOLD, self->size, percent));
    }
  self->names = MIN (self->names, plot->room.width * ANS_NAMES_SHARE);
  /* on a small card the percents have to do */
  if (self->names + self->numbers + self->shares > plot->room.width * 0.75)
    self->numbers = 0;
  self->left = plot->room.x + self->names + (self->names > 0 ? self->size * 0.6 : 0);
  self->right = plot->room.x + plot->room.width - self->shares - self->numbers -
                (self->shares > 0 ? self->size * 0.6 : 0) -
                (self->numbers > 0 ? self->size * 0.6 : 0);
}

static void
draw_row (Progress *self, guint c)
{
  AnsPlot *plot = self->plot;
  const AnsChartCategory *category = ans_plot_category (plot, c);
  const double width = self->right - self->left;
  const double y = self->top + self->row * (c + 0.5), end = self->left + width / self->most;
  AnsPaint track = { .fill = plot->theme->track };
  AnsPaint bar = ans_chart_theme_fill (plot->theme, is_behind (plot, c) ? 1 : 0);
  AnsPaint tick = { .stroke = plot->theme->ink, .line = MAX (2, plot->base / 10) };
  double share = share_of (plot, c), radius = MIN (self->thick * 0.15, 6);

  if (plot->theme->outline != ANS_COLOUR_NONE)
    {
      track.stroke = plot->theme->axis;
      track.line = 0.6;
    }
  ans_plot_region (plot, 0, c,
                   (AnsBox) { plot->room.x, y - self->row / 2, plot->room.width, self->row });
  if (category->target != ANS_CHART_MISSING)
    ans_scene_add_rect (plot->scene, &track, self->left, y - self->thick / 2, end - self->left,
                        self->thick, radius);
  if (!isnan (share) && share > 0)
    ans_scene_add_rect (plot->scene, &bar, self->left, y - self->thick / 2,
                        width * MIN (share, self->most) / self->most, self->thick, radius);
  /* the target itself, where something passes it */
  if (self->most > 1 && category->target != ANS_CHART_MISSING)
    ans_scene_add_stroke (plot->scene, &tick, end, y - self->thick * 0.75, 0, self->thick * 1.5);
  if (category->expected != ANS_CHART_MISSING && category->target != ANS_CHART_MISSING &&
      category->target > 0 && category->expected >= 0)
    {
      double part = (double) category->expected / (double) category->target;
      AnsPaint thin = { .stroke = plot->theme->ink, .line = MAX (1.5, plot->base / 16) };

      ans_scene_add_stroke (plot->scene, &thin, self->left + width * MIN (part, 1) / self->most,
                            y - self->thick * 0.85, 0, self->thick * 1.7);
    }
  ans_scene_end_region (plot->scene);
}

static void
draw_words (Progress *self, guint c)
{
  AnsPlot *plot = self->plot;
  const AnsChartCategory *category = ans_plot_category (plot, c);
  AnsFace face = category->highlight ? ANS_FACE_SANS_BOLD : ANS_FACE_SANS;
  const double y = self->top + self->row * (c + 0.5);
  g_autofree char *numbers = numbers_of (plot, c);
  g_autofree char *percent = percent_of (plot, c);
  guint max_lines = (guint) MAX (1, self->row / (self->size * ANS_LINE_PITCH));
  g_auto (GStrv) lines = ans_plot_fit (plot, face, self->size, category->label,
                                       MAX (self->names, self->size), MIN (max_lines, 2));

  ans_plot_block (plot, face, self->size, plot->theme->ink, ANS_ALIGN_TEXT_START, plot->room.x, y,
                  lines);
  if (self->numbers > 0)
    ans_plot_text (plot, ANS_FACE_SANS, self->size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                   self->right + self->size * 0.6 + self->numbers, y + self->size * 0.36, numbers);
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, self->size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                 plot->room.x + plot->room.width, y + self->size * 0.36, percent);
}

/* What the thin tick means, below the bars. */
static void
draw_key (Progress *self)
{
  AnsPlot *plot = self->plot;
  const double size = plot->smallest;
  AnsPaint thin = { .stroke = plot->theme->ink, .line = MAX (1.5, plot->base / 16) };
  double y = MIN (self->top + self->row * plot->chart->categories->len + size * 1.3,
                  plot->room.y + plot->room.height + size * 1.5);

  ans_scene_add_stroke (plot->scene, &thin, self->left, y - size, 0, size * 1.2);
  ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_START,
                     self->left + size * 0.5, y, "lẽ ra đến nay");
}

void
ans_plot_progress (AnsPlot *self)
{
  Progress progress = { .plot = self };
  gboolean expected = FALSE;
  guint every;

  for (guint c = 0; c < self->chart->categories->len; c++)
    expected |= ans_plot_category (self, c)->expected != ANS_CHART_MISSING;
  expected = expected && self->chart->categories->len > 1;
  if (expected)
    self->room.height -= self->smallest * 1.8;
  measure (&progress);
  if (progress.right - progress.left < self->base)
    return;
  every = MAX (1, (guint) ceil (progress.size * 1.2 / progress.row - 1e-9));
  for (guint c = 0; c < self->chart->categories->len; c++)
    draw_row (&progress, c);
  for (guint c = 0; c < self->chart->categories->len; c += every)
    draw_words (&progress, c);
  if (expected)
    draw_key (&progress);
}
