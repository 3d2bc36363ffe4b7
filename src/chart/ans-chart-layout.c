/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-chart-layout.h"

#include <math.h>

#include "chart/ans-chart-plot.h"

/* What stands around the data, in heights of the data's letters. */
#define SIZE_SOURCE 0.75

static double
base_of (double width, double height)
{
  return MAX (ANS_CHART_FONT_MIN, MIN (width / 48, height / 27));
}

/* A title is 1.65 times as large as the data on a slide, little larger on a card. */
static double
title_size (double base)
{
  return base * (1.2 + 0.45 * CLAMP ((base - 12) / 28, 0, 1));
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Puts a text at the top of the room, which becomes smaller. */
static void
head (AnsPlot *plot, AnsFace face, double size, AnsColour colour, const char *text, guint max_lines)
{
  g_auto (GStrv) lines = NULL;
  guint n;

  if (is_empty (text))
    return;
  lines = ans_plot_fit (plot, face, size, text, plot->room.width, max_lines);
  n = g_strv_length (lines);
  for (guint i = 0; i < n; i++)
    ans_plot_text (plot, face, size, colour, ANS_ALIGN_TEXT_START, plot->room.x,
                   plot->room.y + size * (ANS_TEXT_ASCENT + i * ANS_LINE_PITCH), lines[i]);
  plot->room.y += ans_plot_lines (size, n);
  plot->room.height -= ans_plot_lines (size, n);
}

static void
foot (AnsPlot *plot)
{
  const double size = MAX (plot->base * SIZE_SOURCE, ANS_CHART_FONT_MIN);
  g_auto (GStrv) lines = NULL;
  double y;
  guint n;

  if (is_empty (plot->chart->source))
    return;
  lines = ans_plot_fit (plot, ANS_FACE_SANS, size, plot->chart->source, plot->room.width, 2);
  n = g_strv_length (lines);
  y = plot->room.y + plot->room.height - ans_plot_lines (size, n);
  for (guint i = 0; i < n; i++)
    ans_plot_text (plot, ANS_FACE_SANS, size, plot->theme->dim, ANS_ALIGN_TEXT_START, plot->room.x,
                   y + size * (ANS_TEXT_ASCENT + i * ANS_LINE_PITCH), lines[i]);
  plot->room.height -= ans_plot_lines (size, n) + size * 0.6;
}

static void
draw_data (AnsPlot *plot)
{
  if (!ans_chart_has_data (plot->chart))
    {
      ans_plot_message (plot, "Chưa có số liệu");
      return;
    }
  switch (plot->chart->kind)
    {
    case ANS_CHART_BARS:
    case ANS_CHART_STACKED_BARS:
    case ANS_CHART_SHARE_BARS:
      ans_plot_rows (plot);
      break;
    case ANS_CHART_COLUMNS:
    case ANS_CHART_STACKED_COLUMNS:
    case ANS_CHART_SHARE_COLUMNS:
      ans_plot_columns (plot);
      break;
    case ANS_CHART_LINE:
      ans_plot_line (plot);
      break;
    case ANS_CHART_DONUT:
      ans_plot_donut (plot);
      break;
    case ANS_CHART_PROGRESS:
      ans_plot_progress (plot);
      break;
    case ANS_CHART_PYRAMID:
      ans_plot_pyramid (plot);
      break;
    case ANS_CHART_TILES:
      ans_plot_tiles (plot);
      break;
    case ANS_N_CHART_KINDS:
    default:
      break;
    }
}

AnsScene *
ans_chart_layout (const AnsChart *chart, double width, double height, AnsTheme theme)
{
  const double base = base_of (width, height), margin = base * 0.9;
  const AnsChartTheme *colours = ans_chart_theme_get (theme);
  AnsScene *scene;
  AnsPlot plot;

  g_return_val_if_fail (chart != NULL, NULL);

  scene = ans_scene_new (MAX (width, 40), MAX (height, 40));
  scene->background = colours->ground;
  ans_plot_init (
      &plot, chart, scene, colours,
      (AnsBox) { margin, margin * 0.7, scene->width - 2 * margin, scene->height - 1.5 * margin },
      base);
  head (&plot, ANS_FACE_SANS_BOLD, title_size (base), colours->ink, chart->title, 2);
  head (&plot, ANS_FACE_SANS, base, colours->dim, chart->subtitle, 2);
  if (!is_empty (chart->title) || !is_empty (chart->subtitle))
    {
      plot.room.y += base * 0.6;
      plot.room.height -= base * 0.6;
    }
  foot (&plot);
  if (plot.room.height > base * 2)
    draw_data (&plot);
  ans_plot_clear (&plot);
  return scene;
}

AnsScene *
ans_chart_layout_bare (
    const AnsChart *chart, double width, double height, double base, AnsTheme theme)
{
  const AnsChartTheme *colours = ans_chart_theme_get (theme);
  AnsScene *scene;
  AnsPlot plot;

  g_return_val_if_fail (chart != NULL, NULL);

  scene = ans_scene_new (MAX (width, 40), MAX (height, 20));
  scene->background = colours->ground;
  ans_plot_init (&plot, chart, scene, colours, (AnsBox) { 0, 0, scene->width, scene->height },
                 base);
  draw_data (&plot);
  ans_plot_clear (&plot);
  return scene;
}

/* ---- how high ---- */

/* No picture is higher, in letters: a screen could not hold it in one piece. */
#define MOST_HIGH 160.0

/* A row for each category, higher where its name needs several lines. */
static double
rows_height (AnsPlot *plot, double least, guint max_lines)
{
  double height = 0;

  for (guint c = 0; c < plot->chart->categories->len; c++)
    {
      g_auto (GStrv) lines =
          ans_plot_fit (plot, ANS_FACE_SANS_BOLD, plot->base, ans_plot_category (plot, c)->label,
                        plot->room.width * ANS_NAMES_SHARE, max_lines);

      height = MAX (height, MAX (least, g_strv_length (lines) * ANS_LINE_PITCH + 0.7) * plot->base);
    }
  return height * plot->chart->categories->len;
}

/* What stands above the data. */
static double
legend_height (const AnsChart *chart, double base)
{
  return (chart->series->len > 1 ? base * 2.4 : 0) +
         (chart->target != ANS_CHART_MISSING ? base * 1.8 : 0);
}

double
ans_chart_natural_height (const AnsChart *chart, double width, double base)
{
  g_autoptr (AnsScene) scene = NULL;
  const guint n = chart->categories->len;
  double height = 0;
  AnsPlot plot;

  g_return_val_if_fail (chart != NULL, 0);

  scene = ans_scene_new (MAX (width, 40), 40);
  ans_plot_init (&plot, chart, scene, ans_chart_theme_get (ANS_THEME_LIGHT),
                 (AnsBox) { 0, 0, scene->width, scene->height }, base);
  base = plot.base;
  switch (chart->kind)
    {
    case ANS_CHART_BARS:
      height =
          rows_height (&plot, chart->series->len > 1 ? chart->series->len * 1.45 + 0.8 : 2.2, 3) +
          legend_height (chart, base);
      break;
    case ANS_CHART_STACKED_BARS:
    case ANS_CHART_SHARE_BARS:
      height = rows_height (&plot, 2.2, 3) + legend_height (chart, base);
      break;
    case ANS_CHART_PROGRESS:
      height = rows_height (&plot, 2.4, 2) + base * 2;
      break;
    case ANS_CHART_PYRAMID:
      height = n * base * 1.6 + base * 4;
      break;
    case ANS_CHART_TILES:
      height = ceil (n / MAX (1, floor (width / (base * 9)))) * base * 5 + base * 2.6;
      break;
    case ANS_CHART_COLUMNS:
    case ANS_CHART_STACKED_COLUMNS:
    case ANS_CHART_SHARE_COLUMNS:
    case ANS_CHART_LINE:
    case ANS_CHART_DONUT:
    case ANS_N_CHART_KINDS:
    default:
      /* whatever the width: what is wider never needs to be higher, which toolkits rely upon */
      height = base * 22;
      break;
    }
  ans_plot_clear (&plot);
  return CLAMP (height, base * 8, base * MOST_HIGH);
}
