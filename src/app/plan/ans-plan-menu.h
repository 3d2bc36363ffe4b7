/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-plan-view.h"

G_BEGIN_DECLS

/** ans_plan_menu_new: Returns: (transfer full): which year is shown, papers, and what can be done
 * with plans; the actions are those of #AnsPlanPage */
GMenuModel *ans_plan_menu_new (AnsPlanSource *source);

/** ans_plan_menu_load: writes the shipped plan @id into the book and shows it. */
void ans_plan_menu_load (AnsPlanView *view, const char *id);

/** ans_plan_menu_copy: asks for a year and makes its plan after the one that is shown. */
void ans_plan_menu_copy (AnsPlanView *view);

G_END_DECLS
