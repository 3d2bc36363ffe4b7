/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide each column of a printed table is. */
#include "document/ans-page-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document/ans-cell-text.h"

#define ALL_ROWS      2000 /* up to this many, every row is looked at */
#define SAMPLE_RUNS   16   /* above, so many runs of so many rows: a source reads in chunks */
#define SAMPLE_LENGTH 64
#define MOST_TOTALS   200
#define COMMON        0.95 /* share of cells that a text column should hold without shrinking */
#define SIGN_MM       24.0
#define SIGN_LEAST_MM 18.0
#define LEAST_MM      5.0

typedef struct
{
  GArray *widths; /* double: of sampled cells, in ems */
  double word;    /* widest word, in ems */
  double total;   /* widest figure of total rows, in ems */
  double least, wish; /* points */
} Judgement;

static gboolean
is_amount (AnsColumnKind kind)
{
  return kind != ANS_COLUMN_TEXT && kind != ANS_COLUMN_SIGN;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

static gboolean
sample_rows (AnsPageTable *table, Judgement *judgements, guint first, guint n, GError **error)
{
  for (guint row = first; row < first + n; row++)
    {
      const char *const *cells = ans_table_source_get_row (table->document->table, row, error);

      if (cells == NULL)
        return FALSE;
      for (guint i = 0; i < table->n_columns; i++)
        {
          const AnsPageColumn *column = &table->columns[i];
          AnsFace face = column->column->bold ? ANS_FACE_BOLD : ANS_FACE_REGULAR;
          const char *text = ans_cell_clean (
              ans_cell_print (column->column->kind, cells[column->index], row + 1, table->buffer),
              table->clean);
          double width = ans_text_shaper_width (table->shaper, face, text, strlen (text));

          if (*text == '\0')
            continue;
          g_array_append_val (judgements[i].widths, width);
          judgements[i].word =
              MAX (judgements[i].word, ans_text_shaper_longest_word (table->shaper, face, text));
        }
    }
  return TRUE;
}

static gboolean
sample (AnsPageTable *table, Judgement *judgements, GError **error)
{
  guint n_rows = ans_table_source_get_n_rows (table->document->table);

  if (n_rows <= ALL_ROWS)
    return sample_rows (table, judgements, 0, n_rows, error);
  for (guint i = 0; i < SAMPLE_RUNS; i++)
    {
      guint first = (guint) ((guint64) (n_rows - SAMPLE_LENGTH) * i / (SAMPLE_RUNS - 1));

      if (!sample_rows (table, judgements, first, SAMPLE_LENGTH, error))
        return FALSE;
    }
  return TRUE;
}

static void
look_at_total (AnsPageTable *table, Judgement *judgements, const AnsTableTotal *total)
{
  for (guint i = 0; total->label != NULL && total->cells != NULL && i < table->n_columns; i++)
    {
      const AnsPageColumn *column = &table->columns[i];
      const char *text;

      if (column->column->kind == ANS_COLUMN_ORDINAL)
        continue;
      text = ans_cell_clean (
          ans_cell_print (column->column->kind, total->cells[column->index], 0, table->buffer),
          table->clean);
      judgements[i].total =
          MAX (judgements[i].total,
               ans_text_shaper_width (table->shaper, ANS_FACE_BOLD, text, strlen (text)));
    }
}

/* What a column needs at least, and what it would like to have, with its title in at most three lines. */
static void
judge (AnsPageTable *table, Judgement *judgement, const AnsTableColumn *column)
{
  double size = table->size;
  double title_word = ans_text_shaper_longest_word (table->shaper, ANS_FACE_BOLD, column->title);
  double title = ans_text_shaper_width (table->shaper, ANS_FACE_BOLD, column->title, strlen (column->title));
  double common = 0;

  if (judgement->widths->len > 0)
    {
      guint at = judgement->widths->len - 1;

      g_array_sort (judgement->widths, compare_doubles);
      if (!is_amount (column->kind))
        at = (guint) (COMMON * at + 0.5);
      common = g_array_index (judgement->widths, double, at);
    }
  if (column->kind == ANS_COLUMN_ORDINAL)
    {
      char digits[16];

      g_snprintf (digits, sizeof digits, "%u", ans_table_source_get_n_rows (table->document->table));
      common = ans_text_shaper_width (table->shaper, ANS_FACE_REGULAR, digits, strlen (digits));
    }
  if (is_amount (column->kind))
    common = judgement->word = MAX (common, judgement->total);

  judgement->wish = MAX (common, MAX (title_word, title / 2.4)) * size + 2 * ANS_CELL_PAD;
  judgement->least = MAX (judgement->word, title_word) * ANS_SMALLEST_SIZE + 2 * ANS_CELL_PAD;
  if (column->kind == ANS_COLUMN_SIGN)
    {
      judgement->wish = MAX (judgement->wish, SIGN_MM * ANS_MM);
      judgement->least = MAX (judgement->least, SIGN_LEAST_MM * ANS_MM);
    }
  if (column->width_mm > 0)
    judgement->wish = judgement->least = column->width_mm * ANS_MM;
  judgement->least = MIN (judgement->least, judgement->wish);
}

/* Who gets what is left over: those that hold text or signatures; figures only a little. */
static double
appetite (const AnsTableColumn *column)
{
  if (column->width_mm > 0)
    return 0;
  if (column->kind == ANS_COLUMN_TEXT || column->kind == ANS_COLUMN_SIGN)
    return 1;
  return 0.3;
}

static void
share_out (AnsPageTable *table, const Judgement *judgements)
{
  double wish = 0, least = 0, hungry = 0, x = table->left;

  for (guint i = 0; i < table->n_columns; i++)
    {
      wish += judgements[i].wish;
      least += judgements[i].least;
      hungry += judgements[i].wish * appetite (table->columns[i].column);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      const Judgement *judgement = &judgements[i];
      double width = judgement->wish;

      if (wish <= table->width && hungry > 0)
        width += (table->width - wish) * width * appetite (table->columns[i].column) / hungry;
      else if (wish <= table->width || least >= table->width)
        width = (least >= table->width ? judgement->least : width) * table->width /
                (least >= table->width ? least : wish);
      else
        width -= (wish - table->width) * (width - judgement->least) / (wish - least);
      table->columns[i].x = x;
      table->columns[i].width = width;
      x += width;
    }
}

/* Columns under one upper title look right only when they are equally wide. */
static void
even_out (const AnsPageTable *table, Judgement *judgements)
{
  for (guint first = 0, i = 1; i <= table->n_columns; i++)
    {
      const AnsTableColumn *column = table->columns[first].column;
      double least = 0, wish = 0;

      if (i < table->n_columns && column->group_title != NULL &&
          g_strcmp0 (column->group_title, table->columns[i].column->group_title) == 0 &&
          column->kind == table->columns[i].column->kind)
        continue;
      for (guint j = first; j < i; j++)
        {
          least = MAX (least, judgements[j].least);
          wish = MAX (wish, judgements[j].wish);
        }
      for (guint j = first; j < i; j++)
        if (!(table->columns[j].column->width_mm > 0))
          {
            judgements[j].least = least;
            judgements[j].wish = wish;
          }
      first = i;
    }
}

/**
 * ans_page_columns_choose:
 * @table: its columns are filled in
 * @error: %ANS_DOCUMENT_ERROR_PAPER, or the source's own
 *
 * Columns get what their rows need; amounts are never squeezed before text is.
 *
 * Returns: whether they fit the paper
 */
gboolean
ans_page_columns_choose (AnsPageTable *table, GError **error)
{
  AnsDocument *document = table->document;
  g_autofree guint *visible = ans_document_visible_columns (document, &table->n_columns);
  guint n_all, n_groups = ans_table_source_get_n_groups (document->table);
  const AnsTableColumn *all = ans_table_source_get_columns (document->table, &n_all);
  g_autofree Judgement *judgements = g_new0 (Judgement, table->n_columns);
  AnsTableTotal total;
  gboolean sampled;

  table->columns = g_new0 (AnsPageColumn, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->columns[i].index = visible[i];
      table->columns[i].column = &all[visible[i]];
      table->columns[i].align = ans_cell_align (&all[visible[i]]);
    }
  if (table->width / table->n_columns < LEAST_MM * ANS_MM)
    {
      g_set_error (error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_PAPER,
                   _ ("%u columns do not fit on this paper. Choose fewer columns, or lay the paper on "
                      "its long side."),
                   table->n_columns);
      return FALSE;
    }

  for (guint i = 0; i < table->n_columns; i++)
    judgements[i].widths = g_array_new (FALSE, FALSE, sizeof (double));
  sampled = sample (table, judgements, error);
  for (guint i = 0; i < MIN (n_groups, MOST_TOTALS); i++)
    {
      AnsTableGroup group;

      ans_table_source_get_group (document->table, i, &group);
      look_at_total (table, judgements, &group.total);
    }
  ans_table_source_get_total (document->table, &total);
  look_at_total (table, judgements, &total);
  for (guint i = 0; i < table->n_columns; i++)
    {
      judge (table, &judgements[i], table->columns[i].column);
      g_array_unref (judgements[i].widths);
    }
  if (!sampled)
    return FALSE;
  even_out (table, judgements);
  share_out (table, judgements);
  return TRUE;
}
