/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-chart-layout.h"

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
