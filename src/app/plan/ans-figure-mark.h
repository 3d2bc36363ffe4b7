/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plan/ans-figure-standing.h"

G_BEGIN_DECLS

/**
 * AnsFigureMark:
 *
 * How a figure stands: colour, icon and word, never one of them alone.
 */
#define ANS_TYPE_FIGURE_MARK (ans_figure_mark_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigureMark, ans_figure_mark, ANS, FIGURE_MARK, AdwBin)

GtkWidget *ans_figure_mark_new (void);

/** ans_figure_mark_set: @near: the verdict hangs on rounding: “Sát ngưỡng” stands behind it. */
void ans_figure_mark_set (AnsFigureMark *self, AnsStanding standing, gboolean near);

/** ans_figure_mark_clear: the number is on its way. */
void ans_figure_mark_clear (AnsFigureMark *self);

/** ans_standing_icon: Returns: name of the icon */
const char *ans_standing_icon (AnsStanding standing);

/** ans_standing_css_class: Returns: the class with its colour */
const char *ans_standing_css_class (AnsStanding standing);

/** ans_standing_colour: Returns: what bars are filled with, light or dark as the window is */
GdkRGBA ans_standing_colour (AnsStanding standing);

G_END_DECLS
