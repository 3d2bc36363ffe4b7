/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-header-finder.h"

#include <string.h>

#include "exchange/ans-header-grid.h"
#include "exchange/ans-header-match.h"

#define MAX_TITLE_CHARS 90

typedef struct
{
  AnsHeaderGrid *grid;
  const AnsRow *const *rows;
  guint n_rows;
  const AnsHeaderTerm *terms;
  guint n_terms;
  AnsTitleMatcher *matcher;
} Finder;

/* A column of a possible header. */
typedef struct
{
  guint column;
  GPtrArray *titles;
  GPtrArray *joined; /* of them, those that stand in two rows */
  /* Column that the uppermost title stands in, and the one of the lowest. */
  guint upper_column;
  guint lower_column;
  gboolean is_ordinal;
  int term;
  guint score;
  gboolean by_upper;
} Candidate;

typedef struct
{
  guint first_row;
  guint last_row;
  GPtrArray *columns;
  double score;
  guint n_fields;
  guint n_titles;
  gboolean has_ordinal;
} Block;

static void
candidate_free (Candidate *candidate)
{
  g_ptr_array_unref (candidate->titles);
  g_ptr_array_unref (candidate->joined);
  g_free (candidate);
}

static void
block_free (Block *block)
{
  if (block == NULL)
    return;
  g_ptr_array_unref (block->columns);
  g_free (block);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Block, block_free)

static Candidate *
build_column (Finder *finder, guint first_row, guint last_row, guint column)
{
  Candidate *candidate = g_new0 (Candidate, 1);
  const AnsMerge *before = NULL;

  candidate->column = column;
  candidate->term = -1;
  candidate->titles = g_ptr_array_new ();
  candidate->joined = g_ptr_array_new_with_free_func (g_free);
  for (guint number = first_row; number <= last_row; number++)
    {
      const AnsMerge *merge = ans_header_grid_merge (finder->grid, number, column);
      guint stands_in;
      const char *title;

      if (merge != NULL && (merge == before || merge->first_row < first_row))
        continue;
      before = merge;
      title = ans_header_grid_title_over (finder->grid, number, column, last_row, &stands_in);
      if (*title == '\0')
        continue;
      if (number > first_row && candidate->titles->len > 0 && stands_in == column &&
          ans_header_grid_continues (finder->grid, number, column, last_row))
        {
          gpointer *half = &candidate->titles->pdata[candidate->titles->len - 1];

          *half = g_strdup_printf ("%s %s", (const char *) *half, title);
          g_ptr_array_add (candidate->joined, *half);
          continue;
        }
      if (candidate->titles->len == 0)
        candidate->upper_column = stands_in;
      candidate->lower_column = stands_in;
      g_ptr_array_add (candidate->titles, (gpointer) title);
    }
  candidate->is_ordinal = candidate->titles->len == 1 &&
                          ans_header_is_ordinal_title (g_ptr_array_index (candidate->titles, 0));
  g_ptr_array_add (candidate->titles, NULL);
  if (candidate->titles->len > 1)
    return candidate;
  candidate_free (candidate);
  return NULL;
}

typedef struct
{
  Candidate *candidate;
  AnsTitleMatch match;
} Claim;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *first = a, *second = b;

  if (first->match.score != second->match.score)
    return first->match.score > second->match.score ? -1 : 1;
  if (first->match.by_upper != second->match.by_upper)
    return first->match.by_upper ? 1 : -1;
  if (first->candidate->column != second->candidate->column)
    return first->candidate->column < second->candidate->column ? -1 : 1;
  return (int) first->match.term - (int) second->match.term;
}

/* The best claims first; each field once, but for the columns below one upper title. */
static void
assign_fields (Finder *finder, Block *block)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autofree Candidate **owners = g_new0 (Candidate *, finder->n_terms + 1);

  for (guint i = 0; i < block->columns->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (block->columns, i);
      GArray *matches;

      /* A title over several columns claims its field once. */
      if (candidate->lower_column != candidate->column)
        continue;
      matches =
          ans_title_matcher_match (finder->matcher, (const char *const *) candidate->titles->pdata);
      for (guint k = 0; k < matches->len; k++)
        {
          Claim claim = { candidate, g_array_index (matches, AnsTitleMatch, k) };

          g_array_append_val (claims, claim);
        }
    }
  g_array_sort (claims, compare_claims);

  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);
      Candidate *candidate = claim->candidate, *owner = owners[claim->match.term];

      if (candidate->term >= 0)
        continue;
      if (owner != NULL && !(claim->match.by_upper && owner->by_upper &&
                             owner->upper_column == candidate->upper_column))
        continue;
      candidate->term = (int) claim->match.term;
      candidate->score = claim->match.score;
      candidate->by_upper = claim->match.by_upper;
      if (owner == NULL)
        {
          owners[claim->match.term] = candidate;
          block->n_fields++;
        }
    }
}

/* Whether a row below has the titles again. */
static gboolean
repeats_block (Finder *finder, const Block *block, const AnsRow *row)
{
  guint same = 0, others = 0;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (block->columns, i);
      const char *text =
          ans_header_grid_clean (finder->grid, ans_row_get_cell (row, candidate->column));
      gboolean is_title = FALSE;

      if (*text == '\0')
        continue;
      for (guint k = 0; k + 1 < candidate->titles->len && !is_title; k++)
        is_title = strcmp (text, g_ptr_array_index (candidate->titles, k)) == 0;
      same += is_title;
      others += !is_title;
    }
  return same >= 2 && same > others * 2;
}

/* A text that comes again and again in its column is a value, not a title. */
static guint
count_recurring (Finder *finder, const Block *block)
{
  guint recurring = 0;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (block->columns, i);
      const char *title = g_ptr_array_index (candidate->titles, candidate->titles->len - 2);
      guint times = 0;

      for (guint k = 0; k < finder->n_rows; k++)
        {
          const AnsRow *row = finder->rows[k];

          if ((row->number < block->first_row || row->number > block->last_row) &&
              !repeats_block (finder, block, row) &&
              strcmp (
                  ans_header_grid_clean (finder->grid, ans_row_get_cell (row, candidate->column)),
                  title) == 0)
            times++;
        }
      recurring += times >= 2;
    }
  return recurring;
}

static double
rate_block (Finder *finder, Block *block)
{
  double score = 0.0;
  guint upper = G_MAXUINT;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (block->columns, i);

      if (candidate->lower_column != candidate->column)
        continue;
      block->n_titles++;
      if (candidate->is_ordinal && !block->has_ordinal)
        {
          block->has_ordinal = TRUE;
          score += 0.9;
        }
      else if (candidate->term >= 0 && candidate->by_upper)
        score += candidate->score / 200.0;
      else if (candidate->term >= 0)
        score += candidate->score / 100.0;
      else
        score += 0.1;
      /* Titles in levels are worth keeping together, though each fits a little less. */
      if (candidate->titles->len > 2)
        {
          score += 0.05;
          if (candidate->upper_column != upper)
            score += 0.1;
          upper = candidate->upper_column;
        }
    }
  for (guint number = block->first_row; number <= block->last_row; number++)
    {
      const AnsRow *row = ans_header_grid_row (finder->grid, number);

      for (guint i = 0; row != NULL && i < row->n_cells; i++)
        {
          if (ans_header_is_data (&row->cells[i]))
            score -= 0.7;
          else if (g_utf8_strlen (row->cells[i].text, -1) > MAX_TITLE_CHARS)
            score -= 0.5;
        }
    }
  return score - 0.8 * count_recurring (finder, block) -
         0.02 * (block->last_row - block->first_row);
}

static Block *
build_block (Finder *finder, guint first_row, guint last_row)
{
  Block *block = g_new0 (Block, 1);
  guint right_end = ans_header_grid_last_column (finder->grid, first_row, last_row);

  block->first_row = first_row;
  block->last_row = last_row;
  block->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  for (guint column = 0; column <= right_end; column++)
    {
      Candidate *candidate = build_column (finder, first_row, last_row, column);

      if (candidate != NULL)
        g_ptr_array_add (block->columns, candidate);
    }
  assign_fields (finder, block);
  block->score = rate_block (finder, block);
  return block;
}

static gboolean
is_sure (const Block *block)
{
  if (block->n_titles < 2)
    return FALSE;
  if (block->n_fields >= 2 || (block->n_fields == 1 && block->has_ordinal))
    return block->score >= 1.4;
  /* Nothing is known but that the rows are numbered: still better than nothing. */
  return block->has_ordinal && block->n_titles >= 3 && block->score >= 1.0;
}

static void
finder_init (Finder *finder,
             const AnsRow *const *rows,
             guint n_rows,
             AnsSheetLayout *layout,
             const AnsHeaderTerm *terms,
             guint n_terms)
{
  *finder = (Finder) { .rows = rows, .n_rows = n_rows, .terms = terms, .n_terms = n_terms };
  finder->grid = ans_header_grid_new (rows, n_rows, layout);
  finder->matcher = ans_title_matcher_new (terms, n_terms);
}

static void
finder_clear (Finder *finder)
{
  ans_title_matcher_free (finder->matcher);
  ans_header_grid_free (finder->grid);
}

static void
column_free (AnsHeaderColumn *column)
{
  g_free (column->title);
  g_free (column->part);
  g_strfreev (column->keys);
  g_free (column);
}

static AnsHeaderColumn *
header_column (Finder *finder, const Candidate *candidate)
{
  AnsHeaderColumn *column = g_new0 (AnsHeaderColumn, 1);

  column->column = candidate->column;
  column->title = g_strjoinv (" / ", (char **) candidate->titles->pdata);
  column->is_ordinal = candidate->is_ordinal;
  column->keys = g_strsplit (column->title, " / ", -1);
  for (guint i = 0; column->keys[i] != NULL; i++)
    {
      char *title = column->keys[i];

      column->keys[i] = ans_header_key (title);
      g_free (title);
    }
  if (candidate->term < 0)
    return column;
  column->field = finder->terms[candidate->term].field;
  column->score = candidate->score;
  if (candidate->by_upper)
    column->part = g_strdup (g_ptr_array_index (candidate->titles, candidate->titles->len - 2));
  return column;
}

/* The cells to the right under the same merged title hold the rest of it: "họ đệm" and "tên". */
static void
continue_columns (const Block *block, AnsHeader *header)
{
  for (guint i = 0; i < block->columns->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (block->columns, i);
      AnsHeaderColumn *column = g_ptr_array_index (header->columns, i);

      if (candidate->lower_column == candidate->column)
        continue;
      for (guint k = 0; k < i; k++)
        {
          const AnsHeaderColumn *first = g_ptr_array_index (header->columns, k);

          if (first->column != candidate->lower_column)
            continue;
          column->continues = TRUE;
          column->field = first->field;
          column->score = first->score;
          column->part = g_strdup (first->part);
        }
    }
}

static AnsHeader *
header_new (Finder *finder, const Block *block)
{
  AnsHeader *header = g_new0 (AnsHeader, 1);
  const AnsRow *below = ans_header_grid_row (finder->grid, block->last_row + 1);

  header->first_row = block->first_row;
  header->last_row = block->last_row;
  header->n_fields = block->n_fields;
  header->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  for (guint i = 0; i < block->columns->len; i++)
    g_ptr_array_add (header->columns,
                     header_column (finder, g_ptr_array_index (block->columns, i)));
  continue_columns (block, header);
  if (below != NULL && ans_header_is_numbering (below))
    {
      header->numbering_row = below->number;
      header->last_row = below->number;
    }
  return header;
}

AnsHeader *
ans_header_find (const AnsRow *const *rows,
                 guint n_rows,
                 AnsSheetLayout *layout,
                 const AnsHeaderTerm *terms,
                 guint n_terms)
{
  g_autoptr (Block) best = NULL;
  AnsHeader *header = NULL;
  Finder finder;

  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (terms != NULL || n_terms == 0, NULL);

  n_rows = MIN (n_rows, ANS_HEADER_HEAD_ROWS);
  finder_init (&finder, rows, n_rows, layout, terms, n_terms);
  for (guint i = 0; i < n_rows; i++)
    {
      guint first_row = rows[i]->number, tried = 0;

      for (guint height = 1; height < ANS_HEADER_MAX_TITLE_ROWS; height++)
        {
          guint last_row = ans_header_grid_reach (finder.grid, first_row, first_row + height - 1);
          g_autoptr (Block) block = NULL;

          if (last_row - first_row >= ANS_HEADER_MAX_TITLE_ROWS || last_row == tried ||
              !ans_header_grid_is_well_built (finder.grid, first_row, last_row))
            continue;
          tried = last_row;
          block = build_block (&finder, first_row, last_row);
          if (is_sure (block) && (best == NULL || block->score > best->score + 0.001))
            {
              block_free (best);
              best = g_steal_pointer (&block);
            }
        }
    }
  if (best != NULL)
    header = header_new (&finder, best);
  finder_clear (&finder);
  return header;
}

AnsHeader *
ans_header_at (const AnsRow *const *rows,
               guint n_rows,
               AnsSheetLayout *layout,
               const AnsHeaderTerm *terms,
               guint n_terms,
               guint first_row,
               guint last_row)
{
  g_autoptr (Block) block = NULL;
  AnsHeader *header;
  Finder finder;

  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (first_row <= last_row && last_row - first_row < 64, NULL);

  finder_init (&finder, rows, n_rows, layout, terms, n_terms);
  block = build_block (&finder, first_row, last_row);
  header = header_new (&finder, block);
  finder_clear (&finder);
  return header;
}
