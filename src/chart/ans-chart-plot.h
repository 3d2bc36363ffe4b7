/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart that is being drawn: the room that is left, where text already stands. Private to the
 * room. */
#pragma once

#include "chart/ans-chart-axis.h"
#include "chart/ans-chart-layout.h"

G_BEGIN_DECLS

#define ANS_LINE_PITCH   1.22 /* from baseline to baseline, in ems */
#define ANS_TEXT_ASCENT  0.95 /* Ễ and its like reach higher than Latin capitals */
#define ANS_TEXT_DESCENT 0.25

/* Of the width, for names beside rows, at most. */
#define ANS_NAMES_SHARE 0.36

typedef struct
{
  double x, y, width, height;
} AnsBox;

typedef struct
{
  const AnsChart *chart;
  AnsScene *scene;
  AnsTextShaper *shaper;
  const AnsChartTheme *theme;
  AnsBox room;     /* for the data */
  double base;     /* size of the data's letters */
  double smallest; /* size */
  double air;      /* beside a text that is only tried */
  GArray *taken;   /* AnsBox, where text stands */
  GArray *strokes; /* AnsBox, lines (x, y, dx, dy) that text keeps off */
} AnsPlot;

void ans_plot_init (AnsPlot *self,
                    const AnsChart *chart,
                    AnsScene *scene,
                    const AnsChartTheme *theme,
                    AnsBox room,
                    double base);
void ans_plot_clear (AnsPlot *self);

double ans_plot_width (AnsPlot *self, AnsFace face, double size, const char *text);

/** ans_plot_text: writes, whatever is there */
void ans_plot_text (AnsPlot *self,
                    AnsFace face,
                    double size,
                    AnsColour colour,
                    AnsTextAlign align,
                    double x,
                    double y,
                    const char *text);

/** ans_plot_try_text: Returns: whether there was room in the picture and nothing was in the way */
gboolean ans_plot_try_text (AnsPlot *self,
                            AnsFace face,
                            double size,
                            AnsColour colour,
                            AnsTextAlign align,
                            double x,
                            double y,
                            const char *text);

/** ans_plot_keep_off: text that is only tried does not cross this line */
void ans_plot_keep_off (AnsPlot *self, double x1, double y1, double x2, double y2);

/**
 * ans_plot_fit:
 * @max_lines: at least 1
 *
 * Returns: (transfer full): the text in lines no wider than @width; the last one ends with “…” if
 * there is more
 */
char **ans_plot_fit (
    AnsPlot *self, AnsFace face, double size, const char *text, double width, guint max_lines);

/** ans_plot_lines: Returns: how high a text of so many lines is */
double ans_plot_lines (double size, guint n);

/** ans_plot_block: writes lines around the middle @y */
void ans_plot_block (AnsPlot *self,
                     AnsFace face,
                     double size,
                     AnsColour colour,
                     AnsTextAlign align,
                     double x,
                     double y,
                     char **lines);

/** ans_plot_message: one line in the middle of the room */
void ans_plot_message (AnsPlot *self, const char *text);

/** ans_plot_value: Returns: @value without its scale */
double ans_plot_value (const AnsPlot *self, gint64 value);

/** ans_plot_region: what is added until ans_scene_end_region() is this datum */
void ans_plot_region (AnsPlot *self, guint series, guint category, AnsBox box);

/** ans_plot_fill: Returns: the paint of a datum: the second colour for one that needs attention,
 * where there is but one series */
AnsPaint ans_plot_fill (const AnsPlot *self, guint series, guint category);

/** ans_plot_thin: shapes of few pixels are not outlined: they would be nothing else */
void ans_plot_thin (AnsPaint *paint, double thickness);

static inline const AnsChartCategory *
ans_plot_category (const AnsPlot *self, guint i)
{
  return g_ptr_array_index (self->chart->categories, i);
}

static inline const AnsChartSeries *
ans_plot_series (const AnsPlot *self, guint i)
{
  return g_ptr_array_index (self->chart->series, i);
}

/* ---- the kinds ---- */

/** ans_plot_legend: names of the series with their fills above the room, which becomes smaller */
void ans_plot_legend (AnsPlot *self);

/** ans_plot_names_beside: names of the series in a column inside @room, each near ys[i], not
 * overlapping; a name is joined to its place by a thin line. @ys may hold NANs */
void ans_plot_names_beside (AnsPlot *self, AnsBox room, double size, const double *ys);

void ans_plot_rows (AnsPlot *self);
void ans_plot_columns (AnsPlot *self);
void ans_plot_line (AnsPlot *self);
void ans_plot_donut (AnsPlot *self);
void ans_plot_progress (AnsPlot *self);
void ans_plot_pyramid (AnsPlot *self);
void ans_plot_tiles (AnsPlot *self);

G_END_DECLS
