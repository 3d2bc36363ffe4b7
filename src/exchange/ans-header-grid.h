/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-header-finder.h"

G_BEGIN_DECLS

/** Wider than any list; what stands farther right is no part of one. */
#define ANS_HEADER_MAX_COLUMNS 512u
/** Rows of titles, the row of numbers not counted. */
#define ANS_HEADER_MAX_TITLE_ROWS 4u

/**
 * AnsHeaderGrid: the first rows of a sheet as places with titles: texts cleaned up, merged areas
 * looked through; inside of this room only.
 */
typedef struct _AnsHeaderGrid AnsHeaderGrid;

/** ans_header_grid_new: what it is given must live as long as it. */
AnsHeaderGrid *
ans_header_grid_new (const AnsRow *const *rows, guint n_rows, AnsSheetLayout *layout);
void ans_header_grid_free (AnsHeaderGrid *grid);

/** Returns: (transfer none) (nullable): the row with this number, NULL where it has no content */
const AnsRow *ans_header_grid_row (AnsHeaderGrid *grid, guint number);

/** Returns: (transfer none) (nullable): the merged area over the place */
const AnsMerge *ans_header_grid_merge (AnsHeaderGrid *grid, guint row, guint column);

/** Returns: (transfer none): the text of a cell of these rows, in Unicode, with single spaces */
const char *ans_header_grid_clean (AnsHeaderGrid *grid, const AnsCell *cell);

/** Whether it is "TT", "STT" or the like. */
gboolean ans_header_is_ordinal_title (const char *title);

/** Whether it is what stands below titles: a number, a date, a string of digits. A year is not. */
gboolean ans_header_is_data (const AnsCell *cell);

/** Returns: the last row that merged titles beginning in these rows reach down to */
guint ans_header_grid_reach (AnsHeaderGrid *grid, guint first_row, guint last_row);

/** Returns: the last column with anything in these rows */
guint ans_header_grid_last_column (AnsHeaderGrid *grid, guint first_row, guint last_row);

/**
 * ans_header_grid_title_over:
 * @last_row: last row of the header
 * @stands_in: (out): the column that the title is written in
 *
 * The title over @column in row @number. Without merged areas a title reaches right over empty
 * cells as long as there are titles below all of them.
 *
 * Returns: (transfer none): the title, "" where there is none
 */
const char *ans_header_grid_title_over (
    AnsHeaderGrid *grid, guint number, guint column, guint last_row, guint *stands_in);

/** Whether the title at the place is the second half of the one above: "Họ và" over "tên". */
gboolean
ans_header_grid_continues (AnsHeaderGrid *grid, guint number, guint column, guint last_row);

/**
 * ans_header_grid_is_well_built:
 *
 * Whether these rows can be the titles of one header: nothing of a letterhead, and in a lower row
 * titles only below a title that is wider than one column, where there is none above, or as the
 * second half of one that was typed into two rows.
 */
gboolean ans_header_grid_is_well_built (AnsHeaderGrid *grid, guint first_row, guint last_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsHeaderGrid, ans_header_grid_free)

G_END_DECLS
