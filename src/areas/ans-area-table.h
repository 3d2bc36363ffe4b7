/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-figure-info.h"

G_BEGIN_DECLS

/**
 * AnsTableCellKind:
 * @ANS_TABLE_CELL_START: rows of the part's list when the period opens, see
 *   ans_area_table_opening_day()
 * @ANS_TABLE_CELL_DAY: rows of it on the day
 * @ANS_TABLE_CELL_PERIOD: rows of it dated within the period
 * @ANS_TABLE_CELL_PERCENT: 100 × column @of / column @per, with two decimals
 * @ANS_TABLE_CELL_OTHER_IN: what is on the day of the list of column @end and is explained neither
 *   by that of @start nor by the movements of @plus and @minus: came from elsewhere
 * @ANS_TABLE_CELL_OTHER_OUT: the other way round: moved away, is no more
 *
 * How a column of a summary table is counted.
 */
typedef enum
{
  ANS_TABLE_CELL_START,
  ANS_TABLE_CELL_DAY,
  ANS_TABLE_CELL_PERIOD,
  ANS_TABLE_CELL_PERCENT,
  ANS_TABLE_CELL_OTHER_IN,
  ANS_TABLE_CELL_OTHER_OUT,
} AnsTableCellKind;

/**
 * AnsAreaTableColumn:
 * @id: of the column
 * @title, @group_title: official headings, as in a list
 * @part: the list that is counted, for the first three kinds; @period_column of it is used for
 *   %ANS_TABLE_CELL_PERIOD
 * @of, @per: ids of columns, for a percentage
 * @hidden: needed for others, not shown
 * @print_width: in millimetres
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *group_title;
  AnsTableCellKind kind;
  AnsFigurePart part;
  const char *of;
  const char *per;
  gboolean hidden;
  int print_width;
} AnsAreaTableColumn;

/**
 * AnsAreaTableBalance:
 * @start, @end: ids of columns with the stock, of one list
 * @plus, @minus: ids of columns with the movements, %NULL-terminated
 * @other_in, @other_out: ids of columns of other movements
 * @key: column of all these lists that tells who is meant: household
 * @all: (not nullable): list that has all their rows, for opening other movements
 * @comparable: (nullable): column of the lists of @start and @end that must have one and the same
 *   value in both (the poverty standard): otherwise they are never subtracted from one another, and
 *   there are no other movements
 *
 * What must be: start − Σ minus + Σ plus + other in − other out = end.
 */
typedef struct
{
  const char *start, *end;
  const char *const *plus;
  const char *const *minus;
  const char *other_in, *other_out;
  const char *key;
  const char *all;
  const char *comparable;
} AnsAreaTableBalance;

/**
 * AnsAreaTable:
 * @id: poverty-by-village
 * @title: official Vietnamese title
 * @label: English source (N_())
 * @columns: ends with an id of %NULL
 * @balance: (nullable)
 * @short_label: (nullable): English source of context “tab”, where @label is long
 *
 * A summary by village, described as data: each cell is the length of a list.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *label;
  const AnsAreaTableColumn *columns;
  const AnsAreaTableBalance *balance;
  const char *short_label;
} AnsAreaTable;

/** ans_area_table_has_period: whether @self is about a period, or only about a day. */
gboolean ans_area_table_has_period (const AnsAreaTable *self);

/** AnsAreaTableRow: one village, those without one, or the sum of all. */
typedef struct
{
  gint64 village; /* 0: without a village, or the sum */
  char *title;
  gint64 *values; /* by column: a number of rows, or hundredths of a percent; -1: none */
} AnsAreaTableRow;

/**
 * AnsAreaTableResult:
 * @start, @day: first day of the period and the day, ISO
 * @opening: day of the stocks of the start, ISO
 * @rows: (element-type AnsAreaTableRow): in the order of villages; the sum is the last one
 * @before, @after: (nullable): if the lists of the balance can't be compared, what they are in a
 *   person's words: Chuẩn 2016–2020, Chuẩn 2022–2025
 */
typedef struct
{
  const AnsAreaTable *table;
  AnsBook *book;
  guint n_columns;
  char *start, *day;
  char *opening;
  GPtrArray *rows;
  GPtrArray *others; /* for ans_area_table_get_list() */
  char *before, *after;
} AnsAreaTableResult;

/**
 * ans_area_table_run:
 * @start: ISO, first day of the period: flows are counted from it
 * @day: ISO
 *
 * Returns: (transfer full) (nullable): the table on @day
 */
AnsAreaTableResult *ans_area_table_run (const AnsAreaTable *table, AnsBook *book,
                                        AnsConnection *connection, const char *start,
                                        const char *day, GError **error);
void ans_area_table_result_free (AnsAreaTableResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsAreaTableResult, ans_area_table_result_free)

/**
 * ans_area_table_opening_day:
 * @start: ISO, first day of a period
 *
 * A period opens with what the one before it closed with: the day before its first day, so that
 * what is dated on the first day has moved within it. Only the year opens with its own first day,
 * because the list of a year begins on 1 January (domain.md §2.3).
 *
 * Returns: (transfer full): ISO
 */
char *ans_area_table_opening_day (const char *start);

/** ans_area_table_find_column: Returns: index of the column called @id, -1 if there is none */
int ans_area_table_find_column (const AnsAreaTable *table, const char *id);

/** ans_area_table_get: value of a cell of @row (index), by the id of its column; -1: none. */
gint64 ans_area_table_get (AnsAreaTableResult *self, guint row, const char *column);

/** ans_area_table_display: Returns: (transfer full): a cell as a person reads it: “93”, “4,60”,
 * “–” for none */
char *ans_area_table_display (AnsAreaTableResult *self, guint row, guint column);

/** ans_area_table_get_list: Returns: (transfer full) (nullable): the list whose length the cell is;
 * %NULL for a percentage, and for other movements between lists that can't be compared */
AnsListing *ans_area_table_get_list (AnsAreaTableResult *self, guint row, guint column);

/**
 * ans_area_table_check:
 *
 * Returns: (transfer full) (element-type utf8): what contradicts itself in the table, in the
 *   officer's words: the sum of villages is not the commune, the balance does not hold, rows
 *   without a village
 */
GPtrArray *ans_area_table_check (AnsAreaTableResult *self, AnsConnection *connection,
                                 GError **error);

G_END_DECLS
