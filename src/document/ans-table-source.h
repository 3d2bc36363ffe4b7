/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AnsColumnKind:
 * @ANS_COLUMN_TEXT: any text
 * @ANS_COLUMN_INTEGER: a plain integer ("1234"), printed with dot groups
 * @ANS_COLUMN_DECIMAL: a number with a decimal point ("1.5"), printed with a comma
 * @ANS_COLUMN_MONEY: whole đồng, as INTEGER; the unit stands in the unit note, never in a cell
 * @ANS_COLUMN_DATE: "2022-05-31", printed 31/05/2022
 * @ANS_COLUMN_PARTIAL_DATE: "1940", "1940-03" or a full date; printed 1940, 03/1940, dd/mm/yyyy.
 *   A birth year is of this kind too, so that no dot group gets into it
 * @ANS_COLUMN_ID: a number that is a name (CCCD, phone, account): always text
 * @ANS_COLUMN_BOOL: "1" prints "x"; anything else prints nothing
 * @ANS_COLUMN_SIGN: an empty cell to sign in; its cell text is ignored
 * @ANS_COLUMN_ORDINAL: "TT": numbered through the whole list by the writer; cell text is ignored
 *
 * What the canonical text in a cell means.
 */
typedef enum
{
  ANS_COLUMN_TEXT,
  ANS_COLUMN_INTEGER,
  ANS_COLUMN_DECIMAL,
  ANS_COLUMN_MONEY,
  ANS_COLUMN_DATE,
  ANS_COLUMN_PARTIAL_DATE,
  ANS_COLUMN_ID,
  ANS_COLUMN_BOOL,
  ANS_COLUMN_SIGN,
  ANS_COLUMN_ORDINAL,
} AnsColumnKind;

/**
 * AnsColumnAlign:
 * @ANS_ALIGN_AUTO: by kind: text at the start, amounts at the end, the rest in the middle
 */
typedef enum
{
  ANS_ALIGN_AUTO,
  ANS_ALIGN_START,
  ANS_ALIGN_CENTRE,
  ANS_ALIGN_END,
} AnsColumnAlign;

/**
 * AnsTableColumn:
 * @id: the field's name, for machines (ASCII)
 * @title: the official Vietnamese title; a "\n" in it breaks the line
 * @group_title: (nullable): title over several columns ("Năm sinh" over Nam, Nữ): equal titles of
 *   adjacent columns merge
 * @width_mm: width on paper in mm; 0 = by the weight of what it holds
 * @align: how cells stand; titles are always centred
 * @kind: what the text means
 * @sensitive: left out of a "bản niêm yết" (domain: level 2 data)
 * @bold: cells are printed bold (the amount to be paid)
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *group_title;
  double width_mm;
  AnsColumnAlign align;
  AnsColumnKind kind;
  gboolean sensitive;
  gboolean bold;
} AnsTableColumn;

/**
 * AnsTableTotal:
 * @label: (nullable): "Cộng thôn Phú Cường: 35 người"; %NULL = no such row
 * @cells: (nullable) (array): one canonical text for each column, %NULL or "" where there is no sum
 *
 * A subtotal or total row. The strings belong to the source and stay valid as long as it does not
 * change.
 */
typedef struct
{
  const char *label;
  const char *const *cells;
} AnsTableTotal;

/**
 * AnsTableGroup:
 * @title: "Thôn Bắc Sơn", without a number
 * @n_rows: how many rows of the list belong to it; groups follow each other in the order of rows
 * @total: the subtotal row after them
 */
typedef struct
{
  const char *title;
  guint n_rows;
  AnsTableTotal total;
} AnsTableGroup;

#define ANS_TYPE_TABLE_SOURCE (ans_table_source_get_type ())
G_DECLARE_INTERFACE (AnsTableSource, ans_table_source, ANS, TABLE_SOURCE, GObject)

/**
 * AnsTableSourceInterface:
 * @get_columns: the columns and their number; must not change while a document is made
 * @get_n_rows: number of data rows
 * @get_row: the canonical texts of one row, one for each column (%NULL = empty). Valid until the
 * next call. On failure %NULL with @error set. Rows are mostly asked for in ascending order, so
 * that a source may read in chunks; none needs to stay in memory. Column widths are judged first
 * from some runs of rows across the list.
 * @get_n_groups: (nullable): number of groups; 0 or no function = an ungrouped list
 * @get_group: (nullable): fills in one group
 * @get_total: (nullable): fills in the "TỔNG CỘNG" row
 *
 * A list to be printed or written, pulled row by row: a million rows need no memory. All calls come
 * from the thread that lays out, paints or writes, never from two at once.
 */
struct _AnsTableSourceInterface
{
  GTypeInterface parent_iface;

  const AnsTableColumn *(*get_columns) (AnsTableSource *self, guint *n_columns);
  guint (*get_n_rows) (AnsTableSource *self);
  const char *const *(*get_row) (AnsTableSource *self, guint index, GError **error);
  guint (*get_n_groups) (AnsTableSource *self);
  void (*get_group) (AnsTableSource *self, guint index, AnsTableGroup *group);
  void (*get_total) (AnsTableSource *self, AnsTableTotal *total);
};

const AnsTableColumn *ans_table_source_get_columns (AnsTableSource *self, guint *n_columns);
guint ans_table_source_get_n_rows (AnsTableSource *self);
const char *const *ans_table_source_get_row (AnsTableSource *self, guint index, GError **error);
guint ans_table_source_get_n_groups (AnsTableSource *self);
void ans_table_source_get_group (AnsTableSource *self, guint index, AnsTableGroup *group);
void ans_table_source_get_total (AnsTableSource *self, AnsTableTotal *total);

G_END_DECLS
