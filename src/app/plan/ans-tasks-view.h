/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-plan-view.h"

G_BEGIN_DECLS

/**
 * AnsTasksView:
 *
 * The tasks of the plan by area, with who does them, until when, and how far they are, which is
 * changed in its place.
 */
#define ANS_TYPE_TASKS_VIEW (ans_tasks_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsTasksView, ans_tasks_view, ANS, TASKS_VIEW, AnsPlanView)

/** ans_tasks_view_set_state: as if @status had been picked for the task @id. */
gboolean ans_tasks_view_set_state (AnsTasksView *self, gint64 id, const char *status);

G_END_DECLS
