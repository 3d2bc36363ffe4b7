/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plan/ans-figure-standing.h"

G_BEGIN_DECLS

/**
 * AnsFigureVillages:
 *
 * The table of an indicator by village, each number a door to its list. Emits “opened” (uint:
 * #AnsFigurePartKind, gint64: village).
 */
#define ANS_TYPE_FIGURE_VILLAGES (ans_figure_villages_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigureVillages, ans_figure_villages, ANS, FIGURE_VILLAGES, AdwBin)

/** ans_figure_villages_show: Returns: whether there is anything to show by village */
gboolean ans_figure_villages_show (AnsFigureVillages *self, AnsFigures *figures, AnsFigure *figure);

/** ans_figure_villages_set_narrow: leaves out what there is no room for. */
void ans_figure_villages_set_narrow (AnsFigureVillages *self, gboolean narrow);

G_END_DECLS
