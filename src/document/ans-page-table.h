/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table on paper: widths of columns, the header, and one row at a time. */
#pragma once

#include "document/ans-document-private.h"
#include "scene/ans-scene.h"

G_BEGIN_DECLS

#define ANS_MM          (72.0 / 25.4)
#define ANS_LINE_HEIGHT 1.15 /* of the font size */
#define ANS_CELL_PAD    3.0  /* points at either side */
#define ANS_RULE        0.5  /* thickness of the grid */

typedef struct
{
  const AnsTableColumn *column;
  guint index; /* in the source */
  double x, width;
  AnsColumnAlign align;
} AnsPageColumn;

typedef struct
{
  AnsDocument *document; /* borrowed */
  AnsTextShaper *shaper; /* borrowed */
  AnsPageColumn *columns;
  guint n_columns;
  double left, width;
  double size;  /* of all text, before a cell has to shrink */
  double least; /* size to which it shrinks before it wraps */
  double row_height;
  double header_height;
  double header_split; /* height of the upper titles where there are some, else 0 */
  GArray *lines;       /* AnsTextLine, scratch */
  GString *buffer;     /* scratch */
  GString *clean;      /* scratch */
} AnsPageTable;

/* The upright rules of a table are drawn in one stroke each over as many rows as have them. */
typedef struct
{
  AnsScene *scene;
  const AnsPageTable *table;
  double *since; /* for each of n_columns + 1 rules: where it began, or < 0 */
} AnsPageGrid;

AnsPageTable *ans_page_table_new (
    AnsDocument *document, AnsTextShaper *shaper, double left, double width, GError **error);
void ans_page_table_free (AnsPageTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPageTable, ans_page_table_free)

double ans_page_table_measure_row (AnsPageTable *self,
                                   const char *const *cells,
                                   guint ordinal,
                                   guint *n_lines);
double ans_page_table_lines_height (const AnsPageTable *self, guint n_lines);
double ans_page_table_measure_band (AnsPageTable *self, const char *text);
double ans_page_table_measure_total (AnsPageTable *self, const AnsTableTotal *total);

void
ans_page_grid_begin (AnsPageGrid *grid, AnsScene *scene, const AnsPageTable *table, double y);
void ans_page_grid_end (AnsPageGrid *grid, double y);

void ans_page_table_draw_header (AnsPageTable *self, AnsPageGrid *grid, double y);
void ans_page_table_draw_row (AnsPageTable *self,
                              AnsPageGrid *grid,
                              double y,
                              double height,
                              const char *const *cells,
                              guint ordinal,
                              guint first_line,
                              guint n_lines);
void ans_page_table_draw_band (
    AnsPageTable *self, AnsPageGrid *grid, double y, double height, AnsFace face, const char *text);
void ans_page_table_draw_total (
    AnsPageTable *self, AnsPageGrid *grid, double y, double height, const AnsTableTotal *total);

G_END_DECLS
