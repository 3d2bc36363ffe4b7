/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsNumberCell:
 *
 * A number in a table that is changed where it stands, as in a spreadsheet: typing replaces it,
 * Enter and Tab keep what was typed, Escape takes it back, arrows go to the neighbours. Emits
 * “committed” when the number is another one, “move” (int columns, int rows) when the neighbour is
 * asked for.
 */
#define ANS_TYPE_NUMBER_CELL (ans_number_cell_get_type ())
G_DECLARE_FINAL_TYPE (AnsNumberCell, ans_number_cell, ANS, NUMBER_CELL, GtkWidget)

/**
 * ans_number_cell_new:
 * @decimals: how many are kept
 * @name: what the number is, for screen readers
 */
GtkWidget *ans_number_cell_new (int decimals, const char *name);

/** ans_number_cell_set_value: @canonical: (nullable): 23.9; what is being typed stays. */
void ans_number_cell_set_value (AnsNumberCell *self, const char *canonical);

/** ans_number_cell_get_value: Returns: (transfer none) (nullable): canonical text */
const char *ans_number_cell_get_value (AnsNumberCell *self);

void ans_number_cell_set_editable (AnsNumberCell *self, gboolean editable);

/** ans_number_cell_set_suffix: @suffix: (nullable): stands behind the number while it is not
 * edited: “%” */
void ans_number_cell_set_suffix (AnsNumberCell *self, const char *suffix);

/** ans_number_cell_type: as if @text had been typed and Enter pressed. Returns: whether it was
 * understood */
gboolean ans_number_cell_type (AnsNumberCell *self, const char *text);

G_END_DECLS
