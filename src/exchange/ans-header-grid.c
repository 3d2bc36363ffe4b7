/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-header-grid.h"

#include <string.h>

#include "text/ans-fold.h"
#include "text/ans-legacy-encoding.h"

/* No title stands over more columns than this without being merged. */
#define MAX_REACH 64u

struct _AnsHeaderGrid
{
  AnsSheetLayout *layout;
  /* Number → row. */
  GHashTable *rows;
  /* The old encoding that the sheet as a whole is in, if any. */
  AnsEncoding legacy;
  /* Text of a cell → the same cleaned up. */
  GHashTable *texts;
};

AnsHeaderGrid *
ans_header_grid_new (const AnsRow *const *rows, guint n_rows, AnsSheetLayout *layout)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  AnsHeaderGrid *grid = g_new0 (AnsHeaderGrid, 1);

  grid->layout = layout;
  grid->rows = g_hash_table_new (NULL, NULL);
  grid->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < n_rows; i++)
    {
      g_hash_table_insert (grid->rows, GUINT_TO_POINTER (rows[i]->number), (gpointer) rows[i]);
      for (guint k = 0; k < rows[i]->n_cells; k++)
        if (rows[i]->cells[k].kind == ANS_CELL_TEXT)
          g_ptr_array_add (texts, (gpointer) rows[i]->cells[k].text);
    }
  grid->legacy = ans_encoding_guess_many ((const char *const *) texts->pdata, texts->len);
  return grid;
}

void
ans_header_grid_free (AnsHeaderGrid *grid)
{
  if (grid == NULL)
    return;
  g_hash_table_unref (grid->rows);
  g_hash_table_unref (grid->texts);
  g_free (grid);
}

const AnsRow *
ans_header_grid_row (AnsHeaderGrid *grid, guint number)
{
  return g_hash_table_lookup (grid->rows, GUINT_TO_POINTER (number));
}

const AnsMerge *
ans_header_grid_merge (AnsHeaderGrid *grid, guint row, guint column)
{
  return grid->layout != NULL ? ans_sheet_layout_find_merge (grid->layout, row, column) : NULL;
}

static gboolean
is_old_text (AnsHeaderGrid *grid, const AnsCell *cell, AnsEncoding *encoding)
{
  *encoding = grid->legacy;
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
const char *
ans_header_grid_clean (AnsHeaderGrid *grid, const AnsCell *cell)
{
  char *clean = g_hash_table_lookup (grid->texts, cell->text);
  AnsEncoding encoding;

  if (*cell->text == '\0')
    return "";
  if (clean != NULL)
    return clean;
  if (is_old_text (grid, cell, &encoding))
    {
      g_autofree char *converted = ans_encoding_convert (cell->text, encoding);

      clean = ans_normalize (converted);
    }
  else
    clean = ans_normalize (cell->text);
  g_hash_table_insert (grid->texts, (gpointer) cell->text, clean);
  return clean;
}

static const char *
text_at (AnsHeaderGrid *grid, guint row_number, guint column)
{
  const AnsRow *row = ans_header_grid_row (grid, row_number);

  return row != NULL ? ans_header_grid_clean (grid, ans_row_get_cell (row, column)) : "";
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

gboolean
ans_header_is_ordinal_title (const char *title)
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
gboolean
ans_header_is_data (const AnsCell *cell)
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
guint
ans_header_grid_reach (AnsHeaderGrid *grid, guint first_row, guint last_row)
{
  guint reach = last_row;

  for (guint number = first_row; number <= reach && reach - first_row < ANS_HEADER_MAX_TITLE_ROWS;
       number++)
    {
      const AnsRow *row = ans_header_grid_row (grid, number);

      for (guint i = 0;
           row != NULL && i < row->n_cells && row->cells[i].column < ANS_HEADER_MAX_COLUMNS; i++)
        {
          const AnsMerge *merge = ans_header_grid_merge (grid, number, row->cells[i].column);

          if (merge != NULL && merge->first_row == number)
            reach = MAX (reach, merge->last_row);
        }
    }
  return reach;
}

/* Whether row @number has a title of its own at @column: not one that reaches down from above. */
static gboolean
has_own_title (AnsHeaderGrid *grid, guint number, guint column)
{
  const AnsMerge *merge = ans_header_grid_merge (grid, number, column);

  if (merge != NULL && (merge->first_row != number || merge->first_column != column))
    return FALSE;
  return *text_at (grid, number, column) != '\0';
}

/* A title that was typed over the middle one of the titles below it, and not over the first. */
static const char *
title_in_the_middle (AnsHeaderGrid *grid, guint number, guint column, guint *stands_in)
{
  guint first = column, middle = column, last;

  while (column - first < MAX_REACH && first > 0 && has_own_title (grid, number + 1, first - 1) &&
         *text_at (grid, number, first - 1) == '\0')
    first--;
  while (middle - column < MAX_REACH && *text_at (grid, number, middle) == '\0')
    {
      if (!has_own_title (grid, number + 1, middle) ||
          ans_header_grid_merge (grid, number, middle) != NULL)
        return "";
      middle++;
    }
  if (middle - column >= MAX_REACH || !has_own_title (grid, number + 1, middle) ||
      ans_header_grid_merge (grid, number, middle) != NULL)
    return "";
  for (last = middle; last - middle < MAX_REACH && has_own_title (grid, number + 1, last + 1) &&
                      *text_at (grid, number, last + 1) == '\0';)
    last++;
  if (middle - first > last - middle + 1 || last - middle > middle - first + 1)
    return "";
  *stands_in = middle;
  return text_at (grid, number, middle);
}

/*
 * The title over @column in row @number, and the column it stands in. Without merged areas a title
 * reaches right over empty cells as long as there are titles below all of them.
 */
const char *
ans_header_grid_title_over (
    AnsHeaderGrid *grid, guint number, guint column, guint last_row, guint *stands_in)
{
  const AnsMerge *merge = ans_header_grid_merge (grid, number, column);
  const char *text;

  *stands_in = column;
  if (merge != NULL)
    {
      *stands_in = merge->first_column;
      return text_at (grid, merge->first_row, merge->first_column);
    }
  text = text_at (grid, number, column);
  if (*text != '\0' || number >= last_row)
    return text;
  for (guint left = column; column - left < MAX_REACH && has_own_title (grid, number + 1, left);
       left--)
    {
      if (ans_header_grid_merge (grid, number, left) != NULL)
        return "";
      text = text_at (grid, number, left);
      if (*text != '\0')
        {
          *stands_in = left;
          return text;
        }
      if (left == 0)
        break;
    }
  return title_in_the_middle (grid, number, column, stands_in);
}

guint
ans_header_grid_last_column (AnsHeaderGrid *grid, guint first_row, guint last_row)
{
  guint last = 0;

  for (guint number = first_row; number <= last_row; number++)
    {
      const AnsRow *row = ans_header_grid_row (grid, number);

      for (guint i = 0;
           row != NULL && i < row->n_cells && row->cells[i].column < ANS_HEADER_MAX_COLUMNS; i++)
        {
          const AnsMerge *merge = ans_header_grid_merge (grid, number, row->cells[i].column);

          last = MAX (last, row->cells[i].column);
          if (merge != NULL)
            last = MAX (last, MIN (merge->last_column, ANS_HEADER_MAX_COLUMNS - 1));
        }
    }
  return last;
}

/* How many of the columns from the title at @column on it stands over. */
static guint
width_of_title (AnsHeaderGrid *grid, guint number, guint column, guint last_row, guint right_end)
{
  const AnsMerge *merge = ans_header_grid_merge (grid, number, column);
  guint width = 1, stands_in;

  if (merge != NULL)
    return merge->last_column - merge->first_column + 1;
  while (column + width <= right_end &&
         *ans_header_grid_title_over (grid, number, column + width, last_row, &stands_in) != '\0' &&
         stands_in == column)
    width++;
  return width;
}

/* Whether the title is one in the middle of those below it. */
static gboolean
stands_over_neighbours (AnsHeaderGrid *grid, guint number, guint column)
{
  guint stands_in = column + 1;

  return column > 0 && *text_at (grid, number, column - 1) == '\0' &&
         has_own_title (grid, number + 1, column - 1) &&
         *title_in_the_middle (grid, number, column - 1, &stands_in) != '\0' && stands_in == column;
}

gboolean
ans_header_grid_continues (AnsHeaderGrid *grid, guint number, guint column, guint last_row)
{
  guint right_end = ans_header_grid_last_column (grid, number - 1, last_row);

  return ans_header_grid_merge (grid, number, column) == NULL &&
         ans_header_grid_merge (grid, number - 1, column) == NULL &&
         *text_at (grid, number, column) != '\0' && *text_at (grid, number - 1, column) != '\0' &&
         width_of_title (grid, number - 1, column, last_row, right_end) < 2 &&
         !stands_over_neighbours (grid, number - 1, column);
}

/*
 * Whether the rows from @first_row to @last_row can be the titles of one header: in a lower row
 * titles stand only below a title that is wider than one column, or where there is none above, or
 * as the second half of one that was typed into two rows.
 */
gboolean
ans_header_grid_is_well_built (AnsHeaderGrid *grid, guint first_row, guint last_row)
{
  guint right_end = ans_header_grid_last_column (grid, first_row, last_row);

  for (guint number = first_row; number <= last_row; number++)
    {
      const AnsRow *row = ans_header_grid_row (grid, number);
      guint n_titles = 0, misplaced = 0, widest = 0, letterheads = 0;

      for (guint i = 0;
           row != NULL && i < row->n_cells && row->cells[i].column < ANS_HEADER_MAX_COLUMNS; i++)
        {
          guint column = row->cells[i].column, stands_in;
          const char *text = ans_header_grid_clean (grid, &row->cells[i]);

          if (*text == '\0')
            continue;
          letterheads += is_letterhead (text);
          n_titles++;
          if (number < last_row)
            widest = MAX (widest, width_of_title (grid, number, column, last_row, right_end));
          if (number > first_row && !ans_header_grid_continues (grid, number, column, last_row) &&
              *ans_header_grid_title_over (grid, number - 1, column, last_row, &stands_in) !=
                  '\0' &&
              width_of_title (grid, number - 1, stands_in, last_row, right_end) < 2)
            misplaced++;
        }
      /* "Mức quà của Chủ tịch nước" is a title among many; a letterhead has next to nothing else.
       */
      if (letterheads > 0 && letterheads * 2 >= n_titles)
        return FALSE;
      /* A name of the list stands alone over all of it. */
      if (number < last_row && n_titles == 1 && (widest < 2 || widest * 10 > (right_end + 1) * 6))
        return FALSE;
      if (misplaced * 3 > n_titles)
        return FALSE;
      /* A blank row ends a header, unless titles reach down through it. */
      if (number > first_row && n_titles == 0 &&
          ans_header_grid_reach (grid, first_row, number - 1) < number)
        return FALSE;
    }
  return TRUE;
}
