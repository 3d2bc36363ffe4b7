/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-plan-view.h"

G_BEGIN_DECLS

/**
 * AnsPlanPage:
 *
 * The frame of a page about the plan: day, year, papers and menu above an #AnsPlanView, or, in a
 * book without a plan, the ways to one. Property “layout” (int): #AnsPlanLayout.
 */
#define ANS_TYPE_PLAN_PAGE (ans_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsPlanPage, ans_plan_page, ANS, PLAN_PAGE, AdwNavigationPage)

/* The pages of the sidebar. */
AdwNavigationPage *ans_plan_page_new_overview (AnsWindow *window, AnsBook *book);
AdwNavigationPage *ans_plan_page_new_targets (AnsWindow *window, AnsBook *book);
AdwNavigationPage *ans_plan_page_new_tasks (AnsWindow *window, AnsBook *book);
AdwNavigationPage *ans_plan_page_new_shares (AnsWindow *window, AnsBook *book);

/** ans_plan_page_new_figure: Returns: (transfer floating): all that is known of @figure */
AdwNavigationPage *
ans_plan_page_new_figure (AnsWindow *window, AnsPlanSource *source, AnsFigure *figure);

/** ans_plan_page_get_view: Returns: (transfer none): what the frame holds */
AnsPlanView *ans_plan_page_get_view (AnsPlanPage *self);

/** ans_plan_page_is_ready: whether its numbers are shown. */
gboolean ans_plan_page_is_ready (AnsPlanPage *self);

G_END_DECLS
