/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide each column of a printed table is. */
#include "document/ans-page-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document/ans-cell-text.h"

#define ALL_ROWS       2000 /* up to this many, every row is looked at */
#define SAMPLE_RUNS    16   /* above, so many runs of so many rows: a source reads in chunks */
#define SAMPLE_LENGTH  64
#define MOST_TOTALS    200
#define COMMON         0.95 /* share of cells that a text column should hold without shrinking */
#define ONE_LINE_CELL  13.0 /* ems; longer text may as well wrap */
#define LONG_CELL      9.0  /* ems that such text wishes */
#define EMPTY_CELL     6.0  /* ems for a text column without text */
#define ONE_LINE_TITLE 4.3  /* ems */
#define SIGN_MM        24.0
#define SIGN_LEAST_MM  18.0
#define LEAST_MM       5.0

typedef struct
{
  GArray *widths; /* double: of sampled cells */
  double word;    /* widest word */
  double total;   /* widest figure of total rows */
  double common;  /* nearly all cells keep within this */
  double wish;    /* common cells in one line (unless they are long), the title in few lines */
  double snug;    /* the same for cells only */
  double least;   /* no word is broken */
  double fixed;   /* points, without the padding; 0 = free */
} Judgement;      /* widths in ems where nothing else is said */

/* The same in points at a size, with the padding. */
typedef struct
{
  double wish, snug, least;
} Widths;

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
          if (column->column->kind == ANS_COLUMN_TEXT)
            width = ans_text_shaper_longest_word (table->shaper, face, text);
          judgements[i].word = MAX (judgements[i].word, width);
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
      double width;

      if (column->column->kind == ANS_COLUMN_ORDINAL)
        continue;
      text = ans_cell_clean (
          ans_cell_print (column->column->kind, total->cells[column->index], 0, table->buffer),
          table->clean);
      width = ans_text_shaper_width (table->shaper, ANS_FACE_BOLD, text, strlen (text));
      judgements[i].total = MAX (judgements[i].total, width);
    }
}

static void
judge (AnsPageTable *table, Judgement *judgement, const AnsTableColumn *column)
{
  double title_word = ans_text_shaper_longest_word (table->shaper, ANS_FACE_BOLD, column->title);
  double title =
      ans_text_shaper_width (table->shaper, ANS_FACE_BOLD, column->title, strlen (column->title));
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

      g_snprintf (digits, sizeof digits, "%u",
                  ans_table_source_get_n_rows (table->document->table));
      common = ans_text_shaper_width (table->shaper, ANS_FACE_REGULAR, digits, strlen (digits));
    }
  if (judgement->widths->len == 0 && column->kind == ANS_COLUMN_TEXT)
    common = EMPTY_CELL;
  if (is_amount (column->kind))
    common = judgement->word = MAX (common, judgement->total);

  /* A short title stands in one line, with a little air; others take two or three. */
  title = MAX (title_word, title <= ONE_LINE_TITLE ? title : title / 2.2) + 0.4;
  judgement->common = common;
  judgement->least = MAX (judgement->word, title_word);
  judgement->snug = MAX (judgement->least, common <= ONE_LINE_CELL ? common : 0);
  judgement->wish =
      MAX (MAX (judgement->least, title), common <= ONE_LINE_CELL ? common : LONG_CELL);
  judgement->fixed = MAX (column->width_mm * ANS_MM - 2 * ANS_CELL_PAD, 0);
}

static Widths
widths_at (const AnsPageTable *table, const Judgement *judgements, guint i, double size)
{
  const Judgement *judgement = &judgements[i];
  const AnsTableColumn *column = table->columns[i].column;
  double small = MIN (size, table->least);
  Widths widths = { judgement->wish * size, judgement->snug * small, judgement->least * small };

  if (column->kind == ANS_COLUMN_SIGN)
    {
      widths.wish = MAX (widths.wish, SIGN_MM * ANS_MM);
      widths.snug = widths.least = MAX (widths.least, SIGN_LEAST_MM * ANS_MM);
    }
  if (judgement->fixed > 0)
    widths.wish = widths.snug = judgement->fixed;
  widths.snug = MIN (widths.snug, widths.wish) + 2 * ANS_CELL_PAD;
  widths.least = MIN (widths.least + 2 * ANS_CELL_PAD, widths.snug);
  widths.wish += 2 * ANS_CELL_PAD;
  return widths;
}

static Widths
sum_at (const AnsPageTable *table, const Judgement *judgements, double size)
{
  Widths sum = { 0 };

  for (guint i = 0; i < table->n_columns; i++)
    {
      Widths widths = widths_at (table, judgements, i, size);

      sum.wish += widths.wish;
      sum.snug += widths.snug;
      sum.least += widths.least;
    }
  return sum;
}

/* Who gets what is left over: those that hold text or signatures; figures only a little. */
static double
appetite (const AnsPageTable *table, const AnsTableColumn *column, const Judgement *judgement)
{
  if (judgement->fixed > 0)
    return 0;
  if (column->kind == ANS_COLUMN_SIGN)
    return SIGN_MM * ANS_MM / table->least;
  return (column->kind == ANS_COLUMN_TEXT ? 1 : 0.4) * MAX (judgement->common, judgement->wish);
}

/* Between @low and @high as far as the sums of all columns say. */
static double
between (double low, double high, double sum_low, double sum_high, double sum)
{
  return high - (high - low) * (sum_high - sum) / MAX (sum_high - sum_low, 1e-9);
}

/* All text in one size, the largest at which every column has what it wishes; failing that the
 * smallest, and long text wraps. */
static void
share_out (AnsPageTable *table, const Judgement *judgements)
{
  Widths sum = sum_at (table, judgements, table->size);
  double hungry = 0, x = table->left;

  while (sum.wish > table->width && table->size - 0.5 >= table->least)
    {
      table->size -= 0.5;
      sum = sum_at (table, judgements, table->size);
    }
  for (guint i = 0; i < table->n_columns; i++)
    hungry += appetite (table, table->columns[i].column, &judgements[i]);
  for (guint i = 0; i < table->n_columns; i++)
    {
      Widths own = widths_at (table, judgements, i, table->size);
      double width = own.wish;

      if (table->width >= sum.wish && hungry > 0)
        width += (table->width - sum.wish) *
                 appetite (table, table->columns[i].column, &judgements[i]) / hungry;
      else if (table->width >= sum.wish)
        width *= table->width / sum.wish;
      else if (table->width >= sum.snug)
        width = between (own.snug, own.wish, sum.snug, sum.wish, table->width);
      else if (table->width >= sum.least)
        width = between (own.least, own.snug, sum.least, sum.snug, table->width);
      else
        width = own.least * table->width / sum.least;
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
      double least = 0, snug = 0, wish = 0;

      if (i < table->n_columns && column->group_title != NULL &&
          g_strcmp0 (column->group_title, table->columns[i].column->group_title) == 0 &&
          column->kind == table->columns[i].column->kind)
        continue;
      for (guint j = first; j < i; j++)
        {
          least = MAX (least, judgements[j].least);
          snug = MAX (snug, judgements[j].snug);
          wish = MAX (wish, judgements[j].wish);
        }
      for (guint j = first; j < i; j++)
        if (!(table->columns[j].column->width_mm > 0))
          {
            judgements[j].least = least;
            judgements[j].snug = snug;
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
      g_set_error (
          error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_PAPER,
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
