/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart/ans-chart-view.h"
#include "app/window/ans-window.h"
#include "report/ans-plan-charts.h"

G_BEGIN_DECLS

/**
 * AnsPlanChartView:
 *
 * Charts of the plan in one place, one of them shown, with tabs if there are several. A datum opens
 * the list behind it.
 */
#define ANS_TYPE_PLAN_CHART_VIEW (ans_plan_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsPlanChartView, ans_plan_chart_view, ANS, PLAN_CHART_VIEW, AdwBin)

GtkWidget *ans_plan_chart_view_new (void);

/**
 * ans_plan_chart_view_show:
 * @source: of what they are, now; copied
 * @ids: of the charts; which one was chosen is kept, also when others than before are given
 *
 * Called again after every change. What the figures know is shown at once; the rest when it has
 * been counted, and what was seen before stays until then.
 */
void ans_plan_chart_view_show (AnsPlanChartView *self,
                               AnsWindow *window,
                               const AnsChartSource *source,
                               const char *const *ids);

/** ans_plan_chart_view_choose: shows the chart called @id, one of those that were given. */
void ans_plan_chart_view_choose (AnsPlanChartView *self, const char *id);

/** ans_plan_chart_view_get_view: Returns: (transfer none) */
AnsChartView *ans_plan_chart_view_get_view (AnsPlanChartView *self);

/** ans_plan_chart_view_is_ready: whether nothing is being counted. */
gboolean ans_plan_chart_view_is_ready (AnsPlanChartView *self);

G_END_DECLS
