/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/ans-sheet.h"

G_BEGIN_DECLS

/**
 * SECTION:ans-header-finder
 *
 * Finds the titles of the columns in the first rows of a list: below the letterhead, the name of
 * the list and blank rows, in one to three rows of which the upper ones may stand over several
 * columns ("Năm sinh" over "Nam" and "Nữ"). Says what each column is by a table of synonyms.
 */

/** How many rows with content are worth giving to ans_header_find(). */
#define ANS_HEADER_HEAD_ROWS 60u

/**
 * AnsHeaderTerm:
 * @field: name of the field
 * @synonyms: (array zero-terminated=1): what its column may be called, in any spelling and case:
 *   diacritics and punctuation are not compared, but a title with the same diacritics is the
 *   better match. " / " stands between the titles of a column with more than one: with
 *   "Năm sinh / Nam" only the column "Nam" below "Năm sinh" is meant
 */
typedef struct
{
  const char *field;
  const char *const *synonyms;
} AnsHeaderTerm;

/** A match below this is not made. */
#define ANS_HEADER_MIN_SCORE 60u

/**
 * AnsHeaderColumn:
 * @column: column, from 0
 * @title: its titles from top to bottom, " / " between them: "Năm sinh / Nam"
 * @is_ordinal: numbers the rows: TT, STT
 * @continues: stands under the same merged title as a column further left and belongs to the same
 *   field: what is in both is to be joined, such as "họ đệm" and "tên" under "Họ và tên"
 * @field: (nullable): the field, as in the table; %NULL where none fits
 * @part: (nullable): set when only the upper title is the field's, and so for several columns:
 *   the lower title, which says which part of the field this is: "Nam"
 * @score: how well it fits: 100 the same, down to %ANS_HEADER_MIN_SCORE; 0 without field
 * @keys: ans_header_key() of each of its titles
 */
typedef struct
{
  guint column;
  char *title;
  gboolean is_ordinal;
  gboolean continues;
  const char *field;
  char *part;
  guint score;
  char **keys;
} AnsHeaderColumn;

/**
 * AnsHeader:
 * @first_row: number of the first row with titles
 * @last_row: number of the last row of the header, the row that numbers the columns included
 * @numbering_row: number of the row "(1) (2) (3)", 0 without
 * @n_fields: how many different fields were found
 * @columns: (element-type AnsHeaderColumn): the columns with titles, from left to right
 */
typedef struct
{
  guint first_row;
  guint last_row;
  guint numbering_row;
  guint n_fields;
  GPtrArray *columns;
} AnsHeader;

/**
 * ans_header_find:
 * @rows: (array length=n_rows): the first rows of a sheet, without gaps: as of
 *   ans_workbook_read_head()
 * @n_rows: how many
 * @layout: (nullable): for merged areas
 * @terms: (array length=n_terms): the fields to look for
 * @n_terms: how many
 *
 * Returns: (transfer full) (nullable): the header, or %NULL when there is none to be sure of
 */
AnsHeader *ans_header_find (const AnsRow *const *rows,
                            guint n_rows,
                            AnsSheetLayout *layout,
                            const AnsHeaderTerm *terms,
                            guint n_terms);

/**
 * ans_header_at:
 * @first_row: number of the first row of titles, as chosen by the officer
 * @last_row: number of the last one
 *
 * Like ans_header_find(), for a header whose place is known.
 */
AnsHeader *ans_header_at (const AnsRow *const *rows,
                          guint n_rows,
                          AnsSheetLayout *layout,
                          const AnsHeaderTerm *terms,
                          guint n_terms,
                          guint first_row,
                          guint last_row);

void ans_header_free (AnsHeader *header);

/**
 * ans_header_find_field:
 *
 * Returns: (transfer none) (nullable): the best column of the field
 */
const AnsHeaderColumn *ans_header_find_field (const AnsHeader *header, const char *field);

/**
 * ans_header_is_repeat:
 *
 * Whether a row below repeats the titles, as sheets that were pasted together do on each page.
 */
gboolean ans_header_is_repeat (const AnsHeader *header, const AnsRow *row);

/**
 * ans_header_is_numbering:
 *
 * Whether a row numbers the columns: "(1) (2) (3)", "1 2 3", "A B 1 2", also with sums as in
 * "(5)=(3)+(4)".
 */
gboolean ans_header_is_numbering (const AnsRow *row);

/**
 * ans_header_key:
 *
 * Returns: (transfer full): a title for comparing: folded, letters and digits only, one space
 *   between words
 */
char *ans_header_key (const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsHeader, ans_header_free)

G_END_DECLS
