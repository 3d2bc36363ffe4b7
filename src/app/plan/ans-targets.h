/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-figure-list.h"
#include "app/plan/ans-plan-view.h"

G_BEGIN_DECLS

/**
 * AnsTargets:
 *
 * The targets of the plan as a table whose targets are changed in their place, and what does not
 * agree with itself in it.
 */
#define ANS_TYPE_TARGETS (ans_targets_get_type ())
G_DECLARE_FINAL_TYPE (AnsTargets, ans_targets, ANS, TARGETS, AnsPlanView)

/** ans_targets_get_list: Returns: (transfer none): the indicators */
AnsFigureList *ans_targets_get_list (AnsTargets *self);

G_END_DECLS
