/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "listing/ans-row-model.h"

G_BEGIN_DECLS

/**
 * AnsListCells:
 *
 * Makes the cells of a list: one factory for each column, and the set of rows whose masked values
 * are shown for the moment.
 */
#define ANS_TYPE_LIST_CELLS (ans_list_cells_get_type ())
G_DECLARE_FINAL_TYPE (AnsListCells, ans_list_cells, ANS, LIST_CELLS, GObject)

AnsListCells *ans_list_cells_new (void);

/** ans_list_cells_factory: Returns: (transfer full): for the column @index of the listing */
GtkListItemFactory *ans_list_cells_factory (AnsListCells *self,
                                            const AnsListingColumn *column,
                                            guint index,
                                            gboolean is_name);

/** ans_list_cells_tick_factory: Returns: (transfer full): for the column of check boxes */
GtkListItemFactory *ans_list_cells_tick_factory (void);

/** ans_list_cells_alignment: where values of @column stand: 0 left, 0.5 middle, 1 right. */
float ans_list_cells_alignment (const AnsListingColumn *column);

/** ans_list_cells_toggle: shows or masks the values of row @id; the row tells “changed”. */
void ans_list_cells_toggle (AnsListCells *self, AnsRow *row);

/** ans_list_cells_mask_all: masks everything again. */
void ans_list_cells_mask_all (AnsListCells *self);

/** ans_list_cells_of: Returns: (transfer none) (nullable): the cell whose content @widget is */
GtkColumnViewCell *ans_list_cells_of (GtkWidget *widget);

/** ans_list_cells_is_masked: whether @widget is a cell that hides its value at present. */
gboolean ans_list_cells_is_masked (GtkWidget *widget);

/** ans_list_cells_text: Returns: (transfer full): what stands in a cell */
char *
ans_list_cells_text (AnsListCells *self, AnsRow *row, const AnsListingColumn *column, guint index);

G_END_DECLS
