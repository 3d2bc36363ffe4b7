/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "plan/ans-figure-standing.h"

G_BEGIN_DECLS

/**
 * AnsPlanSource:
 *
 * The figures that all pages of the window share: of the plan that is shown, on the day of the
 * window. They are computed when a page asks, after it was painted, and follow the book. Emits
 * “changed” whenever there is another plan or there are other numbers to show.
 */
#define ANS_TYPE_PLAN_SOURCE (ans_plan_source_get_type ())
G_DECLARE_FINAL_TYPE (AnsPlanSource, ans_plan_source, ANS, PLAN_SOURCE, GObject)

/** ans_plan_source_get: Returns: (transfer full): the one of @book in @window */
AnsPlanSource *ans_plan_source_get (AnsWindow *window, AnsBook *book);

AnsBook *ans_plan_source_get_book (AnsPlanSource *self);

/** ans_plan_source_get_plan: Returns: id of the plan that is shown, 0 if the book has none */
gint64 ans_plan_source_get_plan (AnsPlanSource *self);

/** ans_plan_source_set_plan: shows another plan; 0 for that of the day. */
void ans_plan_source_set_plan (AnsPlanSource *self, gint64 plan);

/** ans_plan_source_get_year: Returns: year of the plan that is shown, 0 if there is none */
int ans_plan_source_get_year (AnsPlanSource *self);

/**
 * ans_plan_source_peek:
 *
 * Returns: (transfer none) (nullable): the figures if they are those of the plan and the day that
 *   are to be shown; %NULL before they are computed. Never computes
 */
AnsFigures *ans_plan_source_peek (AnsPlanSource *self);

/** ans_plan_source_request: @page is shown: computes what is missing after its next frame. */
void ans_plan_source_request (AnsPlanSource *self, GtkWidget *page);

/** ans_plan_source_evaluate: Returns: (transfer none) (nullable): the figures, computed at once */
AnsFigures *ans_plan_source_evaluate (AnsPlanSource *self);

G_END_DECLS
