/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slides of a meeting, made from the plan on a day. */
#pragma once

#include "chart/ans-slide.h"
#include "plan/ans-figures.h"

G_BEGIN_DECLS

/**
 * ans_plan_deck_new:
 * @figures: of the day; what is not computed yet is computed, on the calling thread
 * @theme: %ANS_THEME_LIGHT for a projector
 *
 * Title with all targets by standing; of each area its targets and then one slide for each that has
 * something to say, with the course of the year where something is to fall; what remains to be done.
 * Nobody's name is on any of them: they are made of figures, of texts of the plan and of bodies.
 *
 * Returns: (transfer full) (nullable): finished; %NULL with a message for the officer
 */
AnsDeck *ans_plan_deck_new (AnsFigures *figures, AnsTheme theme, GError **error);

G_END_DECLS
