/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:ans-sheet
 *
 * What a spreadsheet holds, whatever file it came from: rows of cells, and the layout around them
 * (merged areas, hidden columns). Columns are counted from 0, rows carry the number the officer
 * sees beside them, from 1.
 */

/** The widest row and the longest sheet of any spreadsheet program of today. */
#define ANS_SHEET_MAX_COLUMNS 16384u
#define ANS_SHEET_MAX_ROWS    1048576u

/** Longest text of one cell, in bytes of UTF-8 (Excel allows 32,767 characters). */
#define ANS_SHEET_MAX_CELL_BYTES (256u * 1024u)

/**
 * AnsCellKind:
 * @ANS_CELL_EMPTY: nothing, or a formula that its program never calculated (see
 * #AnsCell.is_formula)
 * @ANS_CELL_TEXT: text; also a time of day or a length of time
 * @ANS_CELL_NUMBER: a number
 * @ANS_CELL_DATE: a calendar date
 * @ANS_CELL_BOOL: true or false
 * @ANS_CELL_ERROR: an error value such as `#N/A`
 */
typedef enum
{
  ANS_CELL_EMPTY,
  ANS_CELL_TEXT,
  ANS_CELL_NUMBER,
  ANS_CELL_DATE,
  ANS_CELL_BOOL,
  ANS_CELL_ERROR,
} AnsCellKind;

/**
 * AnsCellFont:
 *
 * The family of the cell's font, where it tells that the text is not Unicode: `.VnTime` and its
 * kin hold TCVN3 bytes, `VNI-Times` and its kin hold VNI.
 */
typedef enum
{
  ANS_CELL_FONT_UNICODE,
  ANS_CELL_FONT_TCVN3,
  ANS_CELL_FONT_VNI,
} AnsCellFont;

/**
 * AnsCell:
 * @column: column, from 0
 * @kind: what the cell holds
 * @font: family of the font, for old encodings
 * @is_formula: the value was calculated; with %ANS_CELL_EMPTY the result is missing from the file
 * @is_imprecise: a whole number of more than 15 digits: the program that saved it may already
 *   have lost the last ones
 * @is_padded: the number is stored without its leading zeros, which @text shows only because of
 *   the cell's format
 * @text: the value as the officer reads it, never %NULL. Whole numbers without exponent or
 *   separators (`38075001234`), other numbers with a decimal comma, percentages as `23,9%`; dates
 *   as ISO `2022-05-01`, shortened to `2022-05` or `2022` where the format shows no more and the
 *   rest is 1; booleans `TRUE`/`FALSE`
 * @number: the stored number; for dates the day counted as Excel does (1 = 1 January 1900)
 */
typedef struct
{
  guint column;
  AnsCellKind kind : 8;
  AnsCellFont font : 8;
  guint is_formula : 1;
  guint is_imprecise : 1;
  guint is_padded : 1;
  const char *text;
  double number;
} AnsCell;

/**
 * AnsRow:
 * @number: the number beside the row, from 1
 * @is_hidden: the officer does not see it (hidden by hand or by a filter)
 * @n_cells: how many cells are not empty
 * @cells: these cells, by ascending column
 */
typedef struct
{
  guint number;
  gboolean is_hidden;
  guint n_cells;
  const AnsCell *cells;
} AnsRow;

/**
 * AnsMerge: a merged area, both ends included; rows from 1, columns from 0.
 */
typedef struct
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
} AnsMerge;

/**
 * ans_row_get_cell:
 * @row: a row
 * @column: column, from 0
 *
 * Returns: (transfer none): the cell there; where there is none, an empty one
 */
const AnsCell *ans_row_get_cell (const AnsRow *row, guint column);

/**
 * ans_row_get_text:
 *
 * Returns: (transfer none): the text of the cell at @column, "" where there is none
 */
const char *ans_row_get_text (const AnsRow *row, guint column);

/**
 * ans_row_copy:
 *
 * A row given to an #AnsRowFunc lives only as long as the call; this one stays.
 *
 * Returns: (transfer full): a copy, to be freed with ans_row_free()
 */
AnsRow *ans_row_copy (const AnsRow *row);

/** ans_row_free: frees what ans_row_copy() made; %NULL is allowed. */
void ans_row_free (AnsRow *row);

/**
 * ans_column_name:
 *
 * Returns: (transfer full): the letters over the column: 0 → "A", 27 → "AB"
 */
char *ans_column_name (guint column);

/**
 * AnsSheetLayout: merged areas and hidden columns of one sheet.
 */
typedef struct _AnsSheetLayout AnsSheetLayout;

AnsSheetLayout *ans_sheet_layout_new (void);
AnsSheetLayout *ans_sheet_layout_ref (AnsSheetLayout *layout);
void ans_sheet_layout_unref (AnsSheetLayout *layout);

/**
 * ans_sheet_layout_add_merge:
 *
 * Adds a merged area. Areas of one cell are left out, ends given in the wrong order are turned.
 *
 * Returns: %FALSE when there are already more areas than any real sheet has (200,000)
 */
gboolean ans_sheet_layout_add_merge (AnsSheetLayout *layout, AnsMerge merge);

/** ans_sheet_layout_hide_columns: marks the columns from @first to @last, both included. */
void ans_sheet_layout_hide_columns (AnsSheetLayout *layout, guint first, guint last);

/** ans_sheet_layout_is_column_hidden: whether the officer does not see @column. */
gboolean ans_sheet_layout_is_column_hidden (const AnsSheetLayout *layout, guint column);

/**
 * ans_sheet_layout_get_merges:
 * @n_merges: (out): how many
 *
 * Returns: (transfer none): the merged areas, by first row, then first column
 */
const AnsMerge *ans_sheet_layout_get_merges (AnsSheetLayout *layout, guint *n_merges);

/**
 * ans_sheet_layout_find_merge:
 * @row: row number, from 1
 * @column: column, from 0
 *
 * The value of a merged area is held by its first cell (@first_row, @first_column of the result);
 * the other cells are empty. Fast enough to be asked for every cell.
 *
 * Returns: (transfer none) (nullable): the area that covers the cell
 */
const AnsMerge *ans_sheet_layout_find_merge (AnsSheetLayout *layout, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsRow, ans_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsSheetLayout, ans_sheet_layout_unref)

G_END_DECLS
