/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the kinds of slides. */
#pragma once

#include "chart/ans-chart-plot.h"
#include "chart/ans-slide.h"

G_BEGIN_DECLS

#define ANS_SLIDE_LEFT   96.0
#define ANS_SLIDE_RIGHT  (ANS_SLIDE_WIDTH - 96.0)
#define ANS_SLIDE_TOP    250.0 /* of what a slide is about */
#define ANS_SLIDE_BOTTOM 830.0
#define ANS_SLIDE_DATA   42.0 /* size of letters */
#define ANS_SLIDE_SMALL  32.0

struct _AnsDeck
{
  char *unit, *plan, *source;
  AnsTheme theme;
  const AnsChartTheme *colours;
  GPtrArray *scenes;   /* AnsScene */
  GPtrArray *titles;   /* char * */
  GPtrArray *subjects; /* char *: the code of an indicator, else what the slides of it are called */
  gboolean finished;
};

/** ans_slide_begin: @code: (nullable). Returns: (transfer none): a new slide with head and title;
 * the plot writes on it and must be cleared */
AnsScene *ans_slide_begin (
    AnsDeck *deck, AnsPlot *plot, const char *area, const char *code, const char *title);

/** ans_slide_set_subject: what the last slide is found by, where that isn't its title */
void ans_slide_set_subject (AnsDeck *deck, const char *subject);

/** ans_slide_closing: the sentence to remember in its box */
void ans_slide_closing (AnsPlot *plot, const char *text);

/** ans_slide_lines: writes what fits from the top @y; Returns: its height */
double ans_slide_lines (AnsPlot *plot,
                        AnsFace face,
                        double size,
                        AnsColour colour,
                        double x,
                        double y,
                        double width,
                        guint max_lines,
                        const char *text);

/** ans_slide_state: icon and word; Returns: their width */
double ans_slide_state (AnsPlot *plot,
                        AnsState state,
                        const char *word,
                        double x,
                        double y,
                        double size,
                        double max_width);

G_END_DECLS
