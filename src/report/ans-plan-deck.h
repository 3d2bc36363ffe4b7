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
 * The slides of one meeting. Title and areas with all targets by standing; of each area its targets
 * and then a slide for each that is late, near its target or has numbers of villages: all others
 * are told by their line; the course of the year where something is to fall; what is to be done
 * first. The years are shown beside a figure that has nothing by village. Nobody's name is on any of
 * them: they are made of figures, of texts of the plan and of bodies.
 *
 * Returns: (transfer full) (nullable): finished; %NULL with a message for the officer
 */
AnsDeck *ans_plan_deck_new (AnsFigures *figures, AnsTheme theme, GError **error);

/** ans_plan_deck_new_full: the same with a slide for every figure that has something to say and one
 * for its years, and with all that remains to be done. */
AnsDeck *ans_plan_deck_new_full (AnsFigures *figures, AnsTheme theme, GError **error);

G_END_DECLS
