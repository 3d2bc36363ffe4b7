/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-page-table.h"

#include <string.h>

#include "document/ans-cell-text.h"
#include "document/ans-page-columns.h"

#define CELL_PAD_Y      2.0
#define HEADER_ROW_MM   7.0
#define HEADER_PAD_Y    3.0
#define SMALLEST_HEADER 9.0

static double
line_height (double size)
{
  return size * ANS_LINE_HEIGHT;
}

/* Baseline of the first of some lines that start at @top. */
static double
baseline (const AnsPageTable *self, double top, double size)
{
  double ascent = ans_text_shaper_get_ascent (self->shaper);
  double descent = ans_text_shaper_get_descent (self->shaper);

  return top + (line_height (size) - (ascent + descent) * size) / 2 + ascent * size;
}

/* Chooses the size and the lines of a cell: at the @size it comes with, else smaller by half
 * points, else wrapped. One line that fits is the case of nearly every cell, so it takes one pass
 * over the words and no array. */
static guint
fit (AnsPageTable *self, AnsFace face, const char *text, double room, double *size)
{
  AnsTextLine line = { 0, (guint) strlen (text), 0 };

  g_array_set_size (self->lines, 0);
  if (line.length == 0)
    return 0;
  if (strchr (text, '\n') == NULL)
    {
      double width = line.width = ans_text_shaper_width (self->shaper, face, text, line.length);

      g_array_append_val (self->lines, line);
      if (width * *size <= room)
        return 1;
      if (width * self->least <= room)
        {
          *size = MAX (self->least, (double) (int) (room / width * 2) / 2);
          return 1;
        }
    }
  *size = self->least;
  ans_text_shaper_wrap (self->shaper, face, text, room / *size, self->lines);
  return self->lines->len;
}

static void
draw_lines (AnsPageTable *self,
            AnsScene *scene,
            AnsFace face,
            double size,
            const char *text,
            double x,
            double width,
            AnsColumnAlign align,
            double top,
            guint first_line,
            guint n_lines)
{
  double y = baseline (self, top, size);

  for (guint i = first_line; i < first_line + n_lines && i < self->lines->len; i++)
    {
      const AnsTextLine *line = &g_array_index (self->lines, AnsTextLine, i);
      double advance = line->width * size;
      double start = x;

      if (align == ANS_ALIGN_CENTRE)
        start += (width - advance) / 2;
      else if (align == ANS_ALIGN_END)
        start += width - advance;
      ans_scene_add_text (scene, face, size, start, y, advance, text + line->start, line->length);
      y += line_height (size);
    }
}

static const char *
printed (AnsPageTable *self, const AnsPageColumn *column, const char *const *cells, guint ordinal)
{
  const char *cell = cells[column->index];
  AnsColumnKind kind = column->column->kind;

  return ans_cell_clean (ans_cell_print (kind, cell, ordinal, self->buffer), self->clean);
}

static AnsFace
column_face (const AnsPageColumn *column)
{
  return column->column->bold ? ANS_FACE_BOLD : ANS_FACE_REGULAR;
}

/* Lines of a header title; @size is where it ended up. */
static guint
fit_title (AnsPageTable *self, const char *title, double room, double *size)
{
  double longest = ans_text_shaper_longest_word (self->shaper, ANS_FACE_BOLD, title);

  *size = self->size;
  if (longest * *size > room)
    *size = CLAMP ((double) (int) (room / longest * 2) / 2, SMALLEST_HEADER, self->size);
  ans_text_shaper_wrap_evenly (self->shaper, ANS_FACE_BOLD, title, room / *size, self->lines);
  return self->lines->len;
}

static double
title_height (AnsPageTable *self, const char *title, double width)
{
  double size;
  guint n = fit_title (self, title, width - 2 * ANS_CELL_PAD, &size);

  return n * line_height (size) + 2 * HEADER_PAD_Y;
}

/* How many columns stand under the same upper title as column @first; 0 = it has none. */
static guint
title_span (const AnsPageTable *self, guint first)
{
  const char *title = self->columns[first].column->group_title;
  guint n = 0;

  while (title != NULL && first + n < self->n_columns &&
         g_strcmp0 (self->columns[first + n].column->group_title, title) == 0)
    n++;
  return n;
}

static double
span_width (const AnsPageTable *self, guint first, guint n)
{
  return self->columns[first + n - 1].x + self->columns[first + n - 1].width -
         self->columns[first].x;
}

/* MAX() would measure twice. */
static double
at_least (double one, double other)
{
  return MAX (one, other);
}

static void
measure_header (AnsPageTable *self)
{
  double upper = 0, lower = 0, whole = HEADER_ROW_MM * ANS_MM;

  for (guint i = 0; i < self->n_columns;)
    {
      guint span = title_span (self, i);

      if (span == 0)
        {
          const AnsPageColumn *column = &self->columns[i++];

          whole = at_least (whole, title_height (self, column->column->title, column->width));
          continue;
        }
      upper = at_least (upper, title_height (self, self->columns[i].column->group_title,
                                             span_width (self, i, span)));
      for (; span > 0; span--, i++)
        lower = at_least (
            lower, title_height (self, self->columns[i].column->title, self->columns[i].width));
    }
  if (upper > 0)
    {
      upper = MAX (upper, HEADER_ROW_MM * ANS_MM);
      lower = MAX (lower, HEADER_ROW_MM * ANS_MM);
      whole = MAX (whole, upper + lower);
      self->header_split = upper + (whole - upper - lower) / 2;
    }
  self->header_height = whole;
}

/**
 * ans_page_table_new:
 * @left: where the table begins, in points
 * @width: how much room it has, in points
 * @error: %ANS_DOCUMENT_ERROR_PAPER when there are too many columns; or the source's own
 *
 * Judges the widths of columns by what they hold, and measures the header.
 *
 * Returns: (transfer full) (nullable): the table's geometry
 */
AnsPageTable *
ans_page_table_new (
    AnsDocument *document, AnsTextShaper *shaper, double left, double width, GError **error)
{
  g_autoptr (AnsPageTable) self = g_new0 (AnsPageTable, 1);

  self->document = document;
  self->shaper = shaper;
  self->left = left;
  self->width = width;
  self->size = document->table_size;
  self->least = MIN (document->least_size, document->table_size);
  self->lines = g_array_new (FALSE, FALSE, sizeof (AnsTextLine));
  self->buffer = g_string_new (NULL);
  self->clean = g_string_new (NULL);
  if (!ans_page_columns_choose (self, error))
    return NULL;
  self->row_height = MAX (document->row_height * ANS_MM, line_height (self->size) + 2 * CELL_PAD_Y);
  measure_header (self);
  return g_steal_pointer (&self);
}

/**
 * ans_page_table_free:
 */
void
ans_page_table_free (AnsPageTable *self)
{
  if (self == NULL)
    return;
  g_free (self->columns);
  g_clear_pointer (&self->lines, g_array_unref);
  if (self->buffer != NULL)
    g_string_free (self->buffer, TRUE);
  if (self->clean != NULL)
    g_string_free (self->clean, TRUE);
  g_free (self);
}

/**
 * ans_page_table_lines_height:
 *
 * Returns: height of a row, in points, that has @n_lines wrapped lines
 */
double
ans_page_table_lines_height (const AnsPageTable *self, guint n_lines)
{
  return MAX (self->row_height, n_lines * line_height (self->least) + 2 * CELL_PAD_Y);
}

/**
 * ans_page_table_measure_row:
 * @ordinal: the row's number, from 1
 * @n_lines: (out): lines of its tallest cell
 *
 * Returns: the row's height in points
 */
double
ans_page_table_measure_row (AnsPageTable *self,
                            const char *const *cells,
                            guint ordinal,
                            guint *n_lines)
{
  guint most = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const AnsPageColumn *column = &self->columns[i];
      const char *text = printed (self, column, cells, ordinal);
      double size = self->size;
      guint n = fit (self, column_face (column), text, column->width - 2 * ANS_CELL_PAD, &size);

      most = MAX (most, n);
    }
  *n_lines = most;
  return ans_page_table_lines_height (self, most);
}

/**
 * ans_page_table_measure_band:
 *
 * Returns: the height of a group row with @text
 */
double
ans_page_table_measure_band (AnsPageTable *self, const char *text)
{
  double size = self->size;

  return ans_page_table_lines_height (
      self, fit (self, ANS_FACE_BOLD, text, self->width - 2 * ANS_CELL_PAD, &size));
}

static gboolean
has_figure (const AnsPageTable *self, const AnsTableTotal *total, guint i)
{
  const char *cell = total->cells != NULL ? total->cells[self->columns[i].index] : NULL;

  return cell != NULL && *cell != '\0';
}

/* The label runs up to the first figure, but always over the first column. */
static guint
label_span (const AnsPageTable *self, const AnsTableTotal *total)
{
  guint n = 1;

  while (n < self->n_columns && !has_figure (self, total, n))
    n++;
  return n;
}

/* A label lines up with the names above it where the first column only counts. */
static double
label_start (const AnsPageTable *self, guint span)
{
  gboolean counted = span > 1 && self->columns[0].column->kind == ANS_COLUMN_ORDINAL;

  return (counted ? self->columns[1].x : self->left) + ANS_CELL_PAD;
}

/**
 * ans_page_table_measure_total:
 *
 * Returns: the height of a subtotal or total row
 */
double
ans_page_table_measure_total (AnsPageTable *self, const AnsTableTotal *total)
{
  guint span = label_span (self, total);
  double start = label_start (self, span);
  double end = self->columns[span - 1].x + self->columns[span - 1].width - ANS_CELL_PAD;
  const char *label = ans_cell_clean (total->label, self->clean);
  double size = self->size;
  guint most = fit (self, ANS_FACE_BOLD, label, end - start, &size);

  for (guint i = span; i < self->n_columns; i++)
    if (has_figure (self, total, i))
      {
        const char *text = printed (self, &self->columns[i], total->cells, 0);
        guint n;

        size = self->size;
        n = fit (self, ANS_FACE_BOLD, text, self->columns[i].width - 2 * ANS_CELL_PAD, &size);
        most = MAX (most, n);
      }
  return ans_page_table_lines_height (self, most);
}

static double
rule_x (const AnsPageTable *table, guint i)
{
  return i < table->n_columns ? table->columns[i].x : table->left + table->width;
}

static void
rule_stop (AnsPageGrid *grid, guint i, double y)
{
  if (grid->since[i] >= 0)
    ans_scene_add_line (grid->scene, rule_x (grid->table, i), grid->since[i], 0, y - grid->since[i],
                        ANS_RULE);
  grid->since[i] = -1;
}

static void
rule_go (AnsPageGrid *grid, guint i, double y)
{
  if (grid->since[i] < 0)
    grid->since[i] = y;
}

static void
level_rule (AnsPageGrid *grid, double y)
{
  ans_scene_add_line (grid->scene, grid->table->left, y, grid->table->width, 0, ANS_RULE);
}

/**
 * ans_page_grid_begin:
 * @y: the table's top edge
 *
 * Starts the rules of a table on a page.
 */
void
ans_page_grid_begin (AnsPageGrid *grid, AnsScene *scene, const AnsPageTable *table, double y)
{
  grid->scene = scene;
  grid->table = table;
  grid->since = g_new (double, table->n_columns + 1);
  for (guint i = 0; i <= table->n_columns; i++)
    grid->since[i] = -1;
  level_rule (grid, y);
}

/**
 * ans_page_grid_end:
 * @y: the table's bottom edge
 *
 * Draws the rules that are still open.
 */
void
ans_page_grid_end (AnsPageGrid *grid, double y)
{
  for (guint i = 0; i <= grid->table->n_columns; i++)
    rule_stop (grid, i, y);
  g_clear_pointer (&grid->since, g_free);
}

static void
draw_title (AnsPageTable *self,
            AnsScene *scene,
            const char *title,
            double x,
            double width,
            double top,
            double height)
{
  double size;
  guint n = fit_title (self, title, width - 2 * ANS_CELL_PAD, &size);

  draw_lines (self, scene, ANS_FACE_BOLD, size, title, x + ANS_CELL_PAD, width - 2 * ANS_CELL_PAD,
              ANS_ALIGN_CENTRE, top + (height - n * line_height (size)) / 2, 0, n);
}

/**
 * ans_page_table_draw_header:
 * @y: its top edge
 *
 * Draws the titles in bold, centred; equal upper titles of neighbours as one.
 */
void
ans_page_table_draw_header (AnsPageTable *self, AnsPageGrid *grid, double y)
{
  double split = y + self->header_split;
  double bottom = y + self->header_height;

  for (guint i = 0; i < self->n_columns;)
    {
      guint span = title_span (self, i);

      rule_go (grid, i, y);
      if (span == 0)
        {
          draw_title (self, grid->scene, self->columns[i].column->title, self->columns[i].x,
                      self->columns[i].width, y, self->header_height);
          i++;
          continue;
        }
      draw_title (self, grid->scene, self->columns[i].column->group_title, self->columns[i].x,
                  span_width (self, i, span), y, self->header_split);
      ans_scene_add_line (grid->scene, self->columns[i].x, split, span_width (self, i, span), 0,
                          ANS_RULE);
      for (; span > 0; span--, i++)
        {
          rule_go (grid, i, split);
          draw_title (self, grid->scene, self->columns[i].column->title, self->columns[i].x,
                      self->columns[i].width, split, bottom - split);
        }
    }
  rule_go (grid, self->n_columns, y);
  level_rule (grid, bottom);
}

/**
 * ans_page_table_draw_row:
 * @first_line: where to begin in wrapped cells: not 0 only in a row that is taller than a page
 * @n_lines: how many of their lines belong here
 *
 * Draws one row, or a part of one.
 */
void
ans_page_table_draw_row (AnsPageTable *self,
                         AnsPageGrid *grid,
                         double y,
                         double height,
                         const char *const *cells,
                         guint ordinal,
                         guint first_line,
                         guint n_lines)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const AnsPageColumn *column = &self->columns[i];
      const char *text = printed (self, column, cells, ordinal);
      double room = column->width - 2 * ANS_CELL_PAD;
      AnsFace face = column_face (column);
      double size = self->size;
      guint n = fit (self, face, text, room, &size);
      guint shown = n > first_line ? MIN (n_lines, n - first_line) : 0;

      rule_go (grid, i, y);
      if (shown > 0)
        draw_lines (self, grid->scene, face, size, text, column->x + ANS_CELL_PAD, room,
                    column->align, y + (height - shown * line_height (size)) / 2, first_line,
                    shown);
    }
  rule_go (grid, self->n_columns, y);
  level_rule (grid, y + height);
}

/**
 * ans_page_table_draw_band:
 * @face: bold for a group's title
 * @text: its text
 *
 * Draws a row that is one cell: a group's title, or the sentence in an empty list.
 */
void
ans_page_table_draw_band (
    AnsPageTable *self, AnsPageGrid *grid, double y, double height, AnsFace face, const char *text)
{
  double room = self->width - 2 * ANS_CELL_PAD;
  double size = self->size;
  guint n = fit (self, face, text, room, &size);

  for (guint i = 1; i < self->n_columns; i++)
    rule_stop (grid, i, y);
  rule_go (grid, 0, y);
  rule_go (grid, self->n_columns, y);
  draw_lines (self, grid->scene, face, size, text, self->left + ANS_CELL_PAD, room,
              face == ANS_FACE_ITALIC ? ANS_ALIGN_CENTRE : ANS_ALIGN_START,
              y + (height - n * line_height (size)) / 2, 0, n);
  level_rule (grid, y + height);
}

/**
 * ans_page_table_draw_total:
 *
 * Draws a subtotal or total row: its label over the columns before the first figure, no rule
 * between cells without a figure.
 */
void
ans_page_table_draw_total (
    AnsPageTable *self, AnsPageGrid *grid, double y, double height, const AnsTableTotal *total)
{
  guint span = label_span (self, total);
  double start = label_start (self, span);
  double end = self->columns[span - 1].x + self->columns[span - 1].width - ANS_CELL_PAD;
  const char *label = ans_cell_clean (total->label, self->clean);
  double size = self->size;
  guint n = fit (self, ANS_FACE_BOLD, label, end - start, &size);

  draw_lines (self, grid->scene, ANS_FACE_BOLD, size, label, start, end - start, ANS_ALIGN_START,
              y + (height - n * line_height (size)) / 2, 0, n);
  rule_go (grid, 0, y);
  for (guint i = 1; i < self->n_columns; i++)
    {
      gboolean figure = has_figure (self, total, i);

      if (i >= span && (figure || i == span || has_figure (self, total, i - 1)))
        rule_go (grid, i, y);
      else
        rule_stop (grid, i, y);
      if (figure && i >= span)
        {
          const AnsPageColumn *column = &self->columns[i];
          double room = column->width - 2 * ANS_CELL_PAD;
          const char *text = printed (self, column, total->cells, 0);

          size = self->size;
          n = fit (self, ANS_FACE_BOLD, text, room, &size);
          draw_lines (self, grid->scene, ANS_FACE_BOLD, size, text, column->x + ANS_CELL_PAD, room,
                      column->align, y + (height - n * line_height (size)) / 2, 0, n);
        }
    }
  rule_go (grid, self->n_columns, y);
  level_rule (grid, y + height);
}
