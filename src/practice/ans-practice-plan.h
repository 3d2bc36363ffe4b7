/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"

G_BEGIN_DECLS

/**
 * ans_practice_plan_fill:
 * @book: a practice commune
 * @plan: id of the shipped plan, as ans_plan_load() has made it
 * @seed: the same seed gives the same numbers of villages
 *
 * Enters what an officer would have entered by hand by 20/09/2022: results of the indicators whose
 * registers the program does not have yet, shares and results of villages, the state of tasks, and
 * plans of the three years before with their results. All of it says that it is practice. One
 * action.
 *
 * Returns: %FALSE with a message for the officer
 */
gboolean ans_practice_plan_fill (AnsBook *book, gint64 plan, guint64 seed, GError **error);

G_END_DECLS
