/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsSummaryShape:
 * @head: width of the first column, which stays in sight
 * @widths: (element-type int): of the others
 * @groups: (element-type guint): for each group of headings how many columns it spans; a column
 *   without a group is one of 0
 * @offset: how far the others are scrolled
 *
 * What the lines of one table have in common; kept by the table.
 */
typedef struct
{
  int head;
  GArray *widths;
  GArray *groups;
  int offset;
} AnsSummaryShape;

/**
 * AnsSummaryLine:
 *
 * A line of an #AnsSummaryTable: its first cell, and beside it as much of the others as there is
 * room for.
 */
#define ANS_TYPE_SUMMARY_LINE (ans_summary_line_get_type ())
G_DECLARE_FINAL_TYPE (AnsSummaryLine, ans_summary_line, ANS, SUMMARY_LINE, GtkWidget)

/** ans_summary_line_new: Returns: (transfer floating): @shape must outlive the line */
AnsSummaryLine *ans_summary_line_new (AnsSummaryShape *shape, GtkWidget *head);

/** ans_summary_line_add: a further cell. */
void ans_summary_line_add (AnsSummaryLine *self, GtkWidget *cell);

/** ans_summary_line_add_group: a heading over columns that were added; in the order of the shape's
 * groups. */
void ans_summary_line_add_group (AnsSummaryLine *self, GtkWidget *heading);

/** ans_summary_line_get_cell: Returns: (transfer none): the further cell at @index */
GtkWidget *ans_summary_line_get_cell (AnsSummaryLine *self, guint index);

/** ans_summary_line_widen: makes the columns of the shape as wide as the cells of the line need. */
void ans_summary_line_widen (AnsSummaryLine *self);

/** ans_summary_line_moved: the offset of the shape is another one. */
void ans_summary_line_moved (AnsSummaryLine *self);

G_END_DECLS
