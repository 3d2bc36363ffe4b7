/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plan/ans-number-cell.h"
#include "plan/ans-figure-standing.h"

G_BEGIN_DECLS

/**
 * AnsFigureRow:
 *
 * One indicator in a list: name, target, result, how much of it is reached and how it stands; two
 * lines of it where there is no room. Emits “target-edited” when another target was typed into an
 * editable row.
 */
#define ANS_TYPE_FIGURE_ROW (ans_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigureRow, ans_figure_row, ANS, FIGURE_ROW, GtkListBoxRow)

/** ans_figure_row_new: @editable: with code and unit, and a target that is changed in its place */
GtkWidget *ans_figure_row_new (AnsFigure *figure, gboolean editable);

/** ans_figure_row_get_figure: Returns: (transfer none): whose row it is */
AnsFigure *ans_figure_row_get_figure (AnsFigureRow *self);

/** ans_figure_row_update: shows the figure as it is now. */
void ans_figure_row_update (AnsFigureRow *self, AnsFigures *figures);

void ans_figure_row_set_narrow (AnsFigureRow *self, gboolean narrow);

/** ans_figure_row_get_standing: as it was shown last */
AnsStanding ans_figure_row_get_standing (AnsFigureRow *self);

/** ans_figure_row_get_cell: Returns: (transfer none) (nullable): where the target is typed */
AnsNumberCell *ans_figure_row_get_cell (AnsFigureRow *self);

/** ans_figure_row_set_writable: whether the target may be typed. */
void ans_figure_row_set_writable (AnsFigureRow *self, gboolean writable);

/** ans_figure_header_new: Returns: (transfer floating): the headings over rows */
GtkWidget *ans_figure_header_new (gboolean editable);

G_END_DECLS
