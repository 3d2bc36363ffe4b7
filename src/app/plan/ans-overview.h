/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-figure-list.h"
#include "app/plan/ans-plan-view.h"

G_BEGIN_DECLS

/**
 * AnsOverview:
 *
 * “Are we on time, and what must I do this week?”: all indicators by area, what is due, what was
 * done last.
 */
#define ANS_TYPE_OVERVIEW (ans_overview_get_type ())
G_DECLARE_FINAL_TYPE (AnsOverview, ans_overview, ANS, OVERVIEW, AnsPlanView)

/** ans_overview_get_list: Returns: (transfer none): the indicators */
AnsFigureList *ans_overview_get_list (AnsOverview *self);

/** ans_overview_is_ready: whether all of it is shown; what is to be done comes after the numbers.
 */
gboolean ans_overview_is_ready (AnsOverview *self);

/** ans_overview_set_filter: as if the tab of @filter had been clicked. */
void ans_overview_set_filter (AnsOverview *self, AnsFigureFilter filter);

G_END_DECLS
