/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/list/ans-list-selection.h"

G_BEGIN_DECLS

/**
 * AnsListTable:
 *
 * The dense table of a list: columns as the officer wants them, order by a click on a header,
 * groups with headings, masked cells that show themselves when clicked. Emits “row-activated” with
 * the position, “columns-changed” when columns were moved, resized, hidden or shown.
 */
#define ANS_TYPE_LIST_TABLE (ans_list_table_get_type ())
G_DECLARE_FINAL_TYPE (AnsListTable, ans_list_table, ANS, LIST_TABLE, AdwBin)

AnsListTable *ans_list_table_new (void);

/** ans_list_table_set_rows: shows @rows with the ticks of @selection. */
void ans_list_table_set_rows (AnsListTable *self, AnsRowModel *rows, AnsListSelection *selection);

/** ans_list_table_reload_columns: takes the columns from the settings again. */
void ans_list_table_reload_columns (AnsListTable *self);

/** ans_list_table_show_sort: marks the header by which the list is sorted. */
void ans_list_table_show_sort (AnsListTable *self);

/** ans_list_table_update_grouping: shows or hides the headings of groups. */
void ans_list_table_update_grouping (AnsListTable *self);

void ans_list_table_scroll_to_top (AnsListTable *self);

/** ans_list_table_focus_row: moves the cursor to the row at @position and shows it. */
void ans_list_table_focus_row (AnsListTable *self, guint position);

/** ans_list_table_get_cursor: position of the row with the cursor, or %GTK_INVALID_LIST_POSITION */
guint ans_list_table_get_cursor (AnsListTable *self);

/** ans_list_table_reveal: shows the masked cells of row @id, or masks them again. */
void ans_list_table_reveal (AnsListTable *self, gint64 id);

GtkColumnView *ans_list_table_get_view (AnsListTable *self);

G_END_DECLS
