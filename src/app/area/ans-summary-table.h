/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "areas/ans-area-table.h"

G_BEGIN_DECLS

/**
 * AnsSummaryTable:
 *
 * A summary by village on the screen: villages and their sum as rows, each number a door to its
 * list. The names of the villages stay in sight when the numbers are scrolled; arrows go from
 * number to number, Enter opens. Emits “opened” with row and column of the #AnsAreaTableResult.
 * Property “narrow” (boolean): short of room. Put it into a #GtkScrolledWindow.
 */
#define ANS_TYPE_SUMMARY_TABLE (ans_summary_table_get_type ())
G_DECLARE_FINAL_TYPE (AnsSummaryTable, ans_summary_table, ANS, SUMMARY_TABLE, GtkWidget)

/** ans_summary_table_show: shows @result, which is not needed afterwards. The number with the focus
 * keeps it. */
void ans_summary_table_show (AnsSummaryTable *self, AnsAreaTableResult *result);

/** ans_summary_table_get_cell: Returns: (transfer none) (nullable): the button or label of a
 * number, by row and column of the result; %NULL for a hidden column */
GtkWidget *ans_summary_table_get_cell (AnsSummaryTable *self, guint row, guint column);

G_END_DECLS
