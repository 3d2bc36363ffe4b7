/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart/ans-plan-chart-view.h"
#include "areas/ans-area.h"

G_BEGIN_DECLS

/**
 * AnsChartPage:
 *
 * The charts of an area as cards, in the order of the catalogue. Follows the book and the day.
 */
#define ANS_TYPE_CHART_PAGE (ans_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsChartPage, ans_chart_page, ANS, CHART_PAGE, AdwNavigationPage)

/** ans_chart_page_new: @id: of the page among the tabs of its area */
AdwNavigationPage *
ans_chart_page_new (AnsWindow *window, AnsBook *book, const AnsArea *area, const char *id);

/** ans_chart_page_find: Returns: (transfer none) (nullable): the card of the chart called @id */
AnsPlanChartView *ans_chart_page_find (AnsChartPage *self, const char *id);

/** ans_chart_page_is_ready: whether all cards show what they will. */
gboolean ans_chart_page_is_ready (AnsChartPage *self);

G_END_DECLS
