/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart/ans-plan-chart-view.h"
#include "app/plan/ans-plan-view.h"

G_BEGIN_DECLS

/**
 * AnsFigureView:
 *
 * All that is known of one indicator: result, verdict and why, where the number is from, the lists
 * behind it, its villages, its text as issued, and what was entered by hand.
 */
#define ANS_TYPE_FIGURE_VIEW (ans_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigureView, ans_figure_view, ANS, FIGURE_VIEW, AnsPlanView)

void ans_figure_view_set_figure (AnsFigureView *self, AnsFigure *figure);

/** ans_figure_view_get_code: Returns: (transfer none) (nullable): of the indicator */
const char *ans_figure_view_get_code (AnsFigureView *self);

/** ans_figure_view_get_sibling: Returns: (transfer none) (nullable): the indicator @by places
 * further on in the plan */
AnsFigure *ans_figure_view_get_sibling (AnsFigureView *self, int by);

/** ans_figure_view_open_part: shows the list behind a number; @village is 0 for the commune.
 * Returns: %FALSE if there is none */
gboolean ans_figure_view_open_part (AnsFigureView *self, AnsFigurePartKind part, gint64 village);

/** ans_figure_view_get_charts: Returns: (transfer none): by village, over the months and years */
AnsPlanChartView *ans_figure_view_get_charts (AnsFigureView *self);

G_END_DECLS
