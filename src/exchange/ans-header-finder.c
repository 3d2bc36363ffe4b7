/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-header-finder.h"

#include <string.h>

#include "exchange/ans-header-match.h"
#include "text/ans-fold.h"
#include "text/ans-legacy-encoding.h"

/* Wider than any list; what stands farther right is no part of one. */
#define MAX_COLUMNS 512u
/* Rows of titles, the row of numbers not counted. */
#define MAX_TITLE_ROWS  4u
#define MAX_TITLE_CHARS 90

typedef struct
{
  const AnsRow *const *rows;
  guint n_rows;
  AnsSheetLayout *layout;
  const AnsHeaderTerm *terms;
  AnsTitleMatcher *matcher;
  AnsEncoding legacy;
  /* AnsCell → its text cleaned up. */
  GHashTable *texts;
} Finder;

/* A column of a possible header. */
typedef struct
{
  guint column;
  GPtrArray *titles;
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

static const AnsRow *
find_row (Finder *finder, guint number)
{
  for (guint i = 0; i < finder->n_rows; i++)
    if (finder->rows[i]->number == number)
      return finder->rows[i];
  return NULL;
}

static const AnsMerge *
find_merge (Finder *finder, guint row, guint column)
{
  return finder->layout != NULL ? ans_sheet_layout_find_merge (finder->layout, row, column) : NULL;
}

static gboolean
is_old_text (Finder *finder, const AnsCell *cell, AnsEncoding *encoding)
{
  *encoding = finder->legacy;
  if (cell->font == ANS_CELL_FONT_TCVN3)
    *encoding = ANS_ENCODING_TCVN3;
  else if (cell->font == ANS_CELL_FONT_VNI)
    *encoding = ANS_ENCODING_VNI;
  if (*encoding == ANS_ENCODING_UTF8)
    return FALSE;
  /* Letters such as ế are never the sign of an old byte: this cell was typed in Unicode. */
  for (const char *at = cell->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);

      if (code >= 0x1EA0 && code <= 0x1EF9)
        return FALSE;
    }
  return TRUE;
}

/* The text of a cell in Unicode, with single spaces. */
static const char *
clean_text (Finder *finder, const AnsCell *cell)
{
  char *clean = g_hash_table_lookup (finder->texts, cell->text);
  AnsEncoding encoding;

  if (*cell->text == '\0')
    return "";
  if (clean != NULL)
    return clean;
  if (is_old_text (finder, cell, &encoding))
    {
      g_autofree char *converted = ans_encoding_convert (cell->text, encoding);

      clean = ans_normalize (converted);
    }
  else
    clean = ans_normalize (cell->text);
  g_hash_table_insert (finder->texts, (gpointer) cell->text, clean);
  return clean;
}

static const char *
text_at (Finder *finder, guint row_number, guint column)
{
  const AnsRow *row = find_row (finder, row_number);

  return row != NULL ? clean_text (finder, ans_row_get_cell (row, column)) : "";
}

/* Texts of the letterhead and of what stands above and around a list. */
static gboolean
is_letterhead (const char *text)
{
  static const char *const phrases[] = {
    "uy ban nhan dan",
    "ubnd",
    "cong hoa xa hoi",
    "doc lap tu do",
    "hanh phuc",
    "danh sach",
    "phu luc",
    "mau so",
    "bieu so",
    "kem theo",
    "ban hanh",
    "don vi tinh",
    "dvt",
    "tong hop",
    "nguoi lap",
    "chu tich",
    "can cu",
    "kinh gui",
  };
  g_autofree char *folded = ans_fold (text);
  g_autofree char *key = ans_header_key (text);
  g_autofree char *padded = g_strconcat (" ", key, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *phrase = g_strconcat (" ", phrases[i], " ", NULL);

      if (strstr (padded, phrase) != NULL)
        return TRUE;
    }
  /* "Hoằng Phụ, ngày … tháng … năm …" */
  return strstr (folded, ", ngay") != NULL;
}

static gboolean
is_ordinal_title (const char *title)
{
  static const char *const titles[] = {
    "tt", "stt", "so tt", "so thu tu", "thu tu", "s t t", "no"
  };
  g_autofree char *key = ans_header_key (title);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (key, titles[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Numbers, dates and long strings of digits are what stands below titles. A year may be one. */
static gboolean
is_data (const AnsCell *cell)
{
  guint digits = 0, others = 0;

  if (cell->kind == ANS_CELL_NUMBER)
    return !(cell->number >= 1990 && cell->number <= 2100);
  if (cell->kind == ANS_CELL_DATE || cell->kind == ANS_CELL_BOOL || cell->kind == ANS_CELL_ERROR)
    return TRUE;
  for (const char *at = cell->text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      digits++;
    else if (!g_ascii_isspace (*at) && strchr ("/.-,", *at) == NULL)
      others++;
  return digits > 0 && others == 0 && !(digits == 4 && g_str_has_prefix (cell->text, "20"));
}

/* The last row that titles beginning in the block reach down to. */
static guint
reach_of_merges (Finder *finder, guint first_row, guint last_row)
{
  guint reach = last_row;

  for (guint number = first_row; number <= reach && reach - first_row < MAX_TITLE_ROWS; number++)
    {
      const AnsRow *row = find_row (finder, number);

      for (guint i = 0; row != NULL && i < row->n_cells && row->cells[i].column < MAX_COLUMNS; i++)
        {
          const AnsMerge *merge = find_merge (finder, number, row->cells[i].column);

          if (merge != NULL && merge->first_row == number)
            reach = MAX (reach, merge->last_row);
        }
    }
  return reach;
}

/* Whether row @number has a title of its own at @column: not one that reaches down from above. */
static gboolean
has_own_title (Finder *finder, guint number, guint column)
{
  const AnsMerge *merge = find_merge (finder, number, column);

  if (merge != NULL && (merge->first_row != number || merge->first_column != column))
    return FALSE;
  return *text_at (finder, number, column) != '\0';
}

/*
 * The title over @column in row @number, and the column it stands in. Without merged areas a title
 * reaches right over empty cells as long as there are titles below all of them.
 */
static const char *
title_over (Finder *finder, guint number, guint column, guint last_row, guint *stands_in)
{
  const AnsMerge *merge = find_merge (finder, number, column);
  const char *text;

  *stands_in = column;
  if (merge != NULL)
    {
      *stands_in = merge->first_column;
      return text_at (finder, merge->first_row, merge->first_column);
    }
  text = text_at (finder, number, column);
  if (*text != '\0' || number >= last_row)
    return text;
  for (guint left = column; has_own_title (finder, number + 1, left); left--)
    {
      if (find_merge (finder, number, left) != NULL)
        return "";
      text = text_at (finder, number, left);
      if (*text != '\0')
        {
          *stands_in = left;
          return text;
        }
      if (left == 0)
        break;
    }
  return "";
}

static Candidate *
build_column (Finder *finder, guint first_row, guint last_row, guint column)
{
  Candidate *candidate = g_new0 (Candidate, 1);
  const AnsMerge *before = NULL;

  candidate->column = column;
  candidate->term = -1;
  candidate->titles = g_ptr_array_new ();
  for (guint number = first_row; number <= last_row; number++)
    {
      const AnsMerge *merge = find_merge (finder, number, column);
      guint stands_in;
      const char *title;

      if (merge != NULL && (merge == before || merge->first_row < first_row))
        continue;
      before = merge;
      title = title_over (finder, number, column, last_row, &stands_in);
      if (*title == '\0')
        continue;
      if (candidate->titles->len == 0)
        candidate->upper_column = stands_in;
      candidate->lower_column = stands_in;
      g_ptr_array_add (candidate->titles, (gpointer) title);
    }
  candidate->is_ordinal =
      candidate->titles->len == 1 && is_ordinal_title (g_ptr_array_index (candidate->titles, 0));
  g_ptr_array_add (candidate->titles, NULL);
  if (candidate->titles->len > 1)
    return candidate;
  candidate_free (candidate);
  return NULL;
}

static guint
last_column (Finder *finder, guint first_row, guint last_row)
{
  guint last = 0;

  for (guint number = first_row; number <= last_row; number++)
    {
      const AnsRow *row = find_row (finder, number);

      for (guint i = 0; row != NULL && i < row->n_cells && row->cells[i].column < MAX_COLUMNS; i++)
        {
          const AnsMerge *merge = find_merge (finder, number, row->cells[i].column);

          last = MAX (last, row->cells[i].column);
          if (merge != NULL)
            last = MAX (last, MIN (merge->last_column, MAX_COLUMNS - 1));
        }
    }
  return last;
}

/* How many of the columns from the title at @column on it stands over. */
static guint
width_of_title (Finder *finder, guint number, guint column, guint last_row, guint right_end)
{
  const AnsMerge *merge = find_merge (finder, number, column);
  guint width = 1, stands_in;

  if (merge != NULL)
    return merge->last_column - merge->first_column + 1;
  while (column + width <= right_end &&
         *title_over (finder, number, column + width, last_row, &stands_in) != '\0' &&
         stands_in == column)
    width++;
  return width;
}

/*
 * Whether the rows from @first_row to @last_row can be the titles of one header: in a lower row
 * titles stand only below a title that is wider than one column, or where there is none above.
 */
static gboolean
is_well_built (Finder *finder, guint first_row, guint last_row)
{
  guint right_end = last_column (finder, first_row, last_row);

  for (guint number = first_row; number <= last_row; number++)
    {
      const AnsRow *row = find_row (finder, number);
      guint n_titles = 0, misplaced = 0, widest = 0;

      for (guint i = 0; row != NULL && i < row->n_cells && row->cells[i].column < MAX_COLUMNS; i++)
        {
          guint column = row->cells[i].column, stands_in;
          const char *text = clean_text (finder, &row->cells[i]);

          if (*text == '\0')
            continue;
          if (is_letterhead (text))
            return FALSE;
          n_titles++;
          if (number < last_row)
            widest = MAX (widest, width_of_title (finder, number, column, last_row, right_end));
          if (number > first_row &&
              *title_over (finder, number - 1, column, last_row, &stands_in) != '\0' &&
              width_of_title (finder, number - 1, stands_in, last_row, right_end) < 2)
            misplaced++;
        }
      /* A name of the list stands alone over all of it. */
      if (number < last_row && n_titles == 1 && (widest < 2 || widest * 10 > (right_end + 1) * 6))
        return FALSE;
      if (misplaced * 3 > n_titles)
        return FALSE;
      /* A blank row ends a header, unless titles reach down through it. */
      if (number > first_row && n_titles == 0 &&
          reach_of_merges (finder, first_row, number - 1) < number)
        return FALSE;
    }
  return TRUE;
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
assign_fields (Finder *finder, Block *block, guint n_terms)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autofree Candidate **owners = g_new0 (Candidate *, n_terms + 1);

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
      const char *text = clean_text (finder, ans_row_get_cell (row, candidate->column));
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
              strcmp (clean_text (finder, ans_row_get_cell (row, candidate->column)), title) == 0)
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
      const AnsRow *row = find_row (finder, number);

      for (guint i = 0; row != NULL && i < row->n_cells; i++)
        {
          if (is_data (&row->cells[i]))
            score -= 0.7;
          else if (g_utf8_strlen (row->cells[i].text, -1) > MAX_TITLE_CHARS)
            score -= 0.5;
        }
    }
  return score - 0.8 * count_recurring (finder, block) -
         0.02 * (block->last_row - block->first_row);
}

static Block *
build_block (Finder *finder, guint first_row, guint last_row, guint n_terms)
{
  Block *block = g_new0 (Block, 1);
  guint right_end = last_column (finder, first_row, last_row);

  block->first_row = first_row;
  block->last_row = last_row;
  block->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  for (guint column = 0; column <= right_end; column++)
    {
      Candidate *candidate = build_column (finder, first_row, last_row, column);

      if (candidate != NULL)
        g_ptr_array_add (block->columns, candidate);
    }
  assign_fields (finder, block, n_terms);
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
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  *finder = (Finder) { .rows = rows, .n_rows = n_rows, .layout = layout, .terms = terms };
  finder->matcher = ans_title_matcher_new (terms, n_terms);
  finder->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; k < rows[i]->n_cells; k++)
      if (rows[i]->cells[k].kind == ANS_CELL_TEXT)
        g_ptr_array_add (texts, (gpointer) rows[i]->cells[k].text);
  finder->legacy = ans_encoding_guess_many ((const char *const *) texts->pdata, texts->len);
}

static void
finder_clear (Finder *finder)
{
  ans_title_matcher_free (finder->matcher);
  g_hash_table_unref (finder->texts);
}

static void
column_free (AnsHeaderColumn *column)
{
  g_free (column->title);
  g_free (column->part);
  g_free (column);
}

static AnsHeaderColumn *
header_column (Finder *finder, const Candidate *candidate)
{
  AnsHeaderColumn *column = g_new0 (AnsHeaderColumn, 1);

  column->column = candidate->column;
  column->title = g_strjoinv (" / ", (char **) candidate->titles->pdata);
  column->is_ordinal = candidate->is_ordinal;
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
  const AnsRow *below = find_row (finder, block->last_row + 1);

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

      for (guint height = 1; height < MAX_TITLE_ROWS; height++)
        {
          guint last_row = reach_of_merges (&finder, first_row, first_row + height - 1);
          g_autoptr (Block) block = NULL;

          if (last_row - first_row >= MAX_TITLE_ROWS || last_row == tried ||
              !is_well_built (&finder, first_row, last_row))
            continue;
          tried = last_row;
          block = build_block (&finder, first_row, last_row, n_terms);
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
  block = build_block (&finder, first_row, last_row, n_terms);
  header = header_new (&finder, block);
  finder_clear (&finder);
  return header;
}

void
ans_header_free (AnsHeader *header)
{
  if (header == NULL)
    return;
  g_ptr_array_unref (header->columns);
  g_free (header);
}

const AnsHeaderColumn *
ans_header_find_field (const AnsHeader *header, const char *field)
{
  const AnsHeaderColumn *best = NULL;

  g_return_val_if_fail (header != NULL && field != NULL, NULL);

  for (guint i = 0; i < header->columns->len; i++)
    {
      const AnsHeaderColumn *column = g_ptr_array_index (header->columns, i);

      if (g_strcmp0 (column->field, field) == 0 && (best == NULL || column->score > best->score))
        best = column;
    }
  return best;
}

gboolean
ans_header_is_repeat (const AnsHeader *header, const AnsRow *row)
{
  guint same = 0, others = 0;

  g_return_val_if_fail (header != NULL && row != NULL, FALSE);

  for (guint i = 0; i < header->columns->len; i++)
    {
      const AnsHeaderColumn *column = g_ptr_array_index (header->columns, i);
      const char *text = ans_row_get_text (row, column->column);
      g_auto (GStrv) titles = NULL;
      g_autofree char *key = NULL;
      gboolean is_title = FALSE;

      if (*text == '\0')
        continue;
      key = ans_header_key (text);
      titles = g_strsplit (column->title, " / ", -1);
      for (guint k = 0; titles[k] != NULL && !is_title; k++)
        {
          g_autofree char *title_key = ans_header_key (titles[k]);

          is_title = strcmp (key, title_key) == 0;
        }
      same += is_title;
      others += !is_title;
    }
  return same >= 2 && same > others * 2;
}

/* Reads "(3)", "3", "[3]", "3=1+2" as 3, and "A" as -1; 0 is anything else. */
static int
column_number (const char *text)
{
  g_autofree char *bare = NULL;
  guint number = 0;
  const char *at;

  if (strlen (text) > 40)
    return 0;
  bare = g_strdup (text);
  g_strdelimit (bare, "()[]. ", ' ');
  g_strstrip (bare);
  at = bare;
  if (g_ascii_isalpha (at[0]) && at[1] == '\0')
    return -1;
  for (; g_ascii_isdigit (*at) && number < 1000; at++)
    number = number * 10 + (guint) (*at - '0');
  while (*at == ' ')
    at++;
  /* How the column is reckoned may follow. */
  if (*at == '=')
    while (*at != '\0' && strchr ("=+-*/x: 0123456789", *at) != NULL)
      at++;
  return *at == '\0' ? (int) number : 0;
}

gboolean
ans_header_is_numbering (const AnsRow *row)
{
  int expected = 0;
  guint n_numbers = 0;

  g_return_val_if_fail (row != NULL, FALSE);

  for (guint i = 0; i < row->n_cells; i++)
    {
      int number;

      if (*row->cells[i].text == '\0')
        continue;
      number = column_number (row->cells[i].text);
      if (number == 0)
        return FALSE;
      if (number < 0)
        {
          /* Letters stand before the numbers. */
          if (n_numbers > 0)
            return FALSE;
          continue;
        }
      if (n_numbers == 0 ? number > 3 : number != expected)
        return FALSE;
      expected = number + 1;
      n_numbers++;
    }
  return n_numbers >= 2 && row->n_cells >= 3;
}
