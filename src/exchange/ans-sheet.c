/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-sheet.h"

#include <string.h>

#define MAX_MERGES 200000u

struct _AnsSheetLayout
{
  gatomicrefcount ref_count;
  GArray *merges;
  /* The last row of any area in the subtree of each element, see find_in(). */
  guint *deepest;
  gboolean is_sorted;
  guint8 *hidden_columns;
};

static const AnsCell empty_cell = { .kind = ANS_CELL_EMPTY, .text = "" };

const AnsCell *
ans_row_get_cell (const AnsRow *row, guint column)
{
  guint low = 0, high;

  g_return_val_if_fail (row != NULL, &empty_cell);

  /* Most rows have no gaps. */
  if (column < row->n_cells && row->cells[column].column == column)
    return &row->cells[column];

  high = row->n_cells;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (row->cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < row->n_cells && row->cells[low].column == column)
    return &row->cells[low];
  return &empty_cell;
}

const char *
ans_row_get_text (const AnsRow *row, guint column)
{
  return ans_row_get_cell (row, column)->text;
}

AnsRow *
ans_row_copy (const AnsRow *row)
{
  gsize size, cells_size;
  AnsRow *copy;
  AnsCell *cells;
  char *text;

  g_return_val_if_fail (row != NULL, NULL);

  cells_size = row->n_cells * sizeof (AnsCell);
  size = sizeof (AnsRow) + cells_size;
  for (guint i = 0; i < row->n_cells; i++)
    size += strlen (row->cells[i].text) + 1;

  /* One block: the row, its cells, their texts. */
  copy = g_malloc (size);
  *copy = *row;
  cells = (AnsCell *) (copy + 1);
  text = (char *) cells + cells_size;
  copy->cells = cells;
  for (guint i = 0; i < row->n_cells; i++)
    {
      gsize length = strlen (row->cells[i].text) + 1;

      cells[i] = row->cells[i];
      memcpy (text, row->cells[i].text, length);
      cells[i].text = text;
      text += length;
    }
  return copy;
}

void
ans_row_free (AnsRow *row)
{
  g_free (row);
}

char *
ans_column_name (guint column)
{
  char letters[8];
  guint at = sizeof letters;
  guint64 rest = (guint64) column + 1;

  letters[--at] = '\0';
  while (rest > 0)
    {
      rest--;
      letters[--at] = (char) ('A' + rest % 26);
      rest /= 26;
    }
  return g_strdup (letters + at);
}

AnsSheetLayout *
ans_sheet_layout_new (void)
{
  AnsSheetLayout *layout = g_new0 (AnsSheetLayout, 1);

  g_atomic_ref_count_init (&layout->ref_count);
  layout->merges = g_array_new (FALSE, FALSE, sizeof (AnsMerge));
  return layout;
}

AnsSheetLayout *
ans_sheet_layout_ref (AnsSheetLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  g_atomic_ref_count_inc (&layout->ref_count);
  return layout;
}

void
ans_sheet_layout_unref (AnsSheetLayout *layout)
{
  g_return_if_fail (layout != NULL);

  if (!g_atomic_ref_count_dec (&layout->ref_count))
    return;
  g_array_unref (layout->merges);
  g_free (layout->deepest);
  g_free (layout->hidden_columns);
  g_free (layout);
}

gboolean
ans_sheet_layout_add_merge (AnsSheetLayout *layout, AnsMerge merge)
{
  AnsMerge turned;

  g_return_val_if_fail (layout != NULL, FALSE);

  turned.first_row = MIN (merge.first_row, merge.last_row);
  turned.last_row = MAX (merge.first_row, merge.last_row);
  turned.first_column = MIN (merge.first_column, merge.last_column);
  turned.last_column = MAX (merge.first_column, merge.last_column);
  if (turned.first_row == turned.last_row && turned.first_column == turned.last_column)
    return TRUE;
  if (layout->merges->len >= MAX_MERGES)
    return FALSE;
  g_array_append_val (layout->merges, turned);
  layout->is_sorted = FALSE;
  return TRUE;
}

void
ans_sheet_layout_hide_columns (AnsSheetLayout *layout, guint first, guint last)
{
  g_return_if_fail (layout != NULL);

  if (first >= ANS_SHEET_MAX_COLUMNS || first > last)
    return;
  if (layout->hidden_columns == NULL)
    layout->hidden_columns = g_new0 (guint8, ANS_SHEET_MAX_COLUMNS);
  last = MIN (last, ANS_SHEET_MAX_COLUMNS - 1);
  memset (layout->hidden_columns + first, 1, last - first + 1);
}

gboolean
ans_sheet_layout_is_column_hidden (const AnsSheetLayout *layout, guint column)
{
  g_return_val_if_fail (layout != NULL, FALSE);

  return layout->hidden_columns != NULL && column < ANS_SHEET_MAX_COLUMNS &&
         layout->hidden_columns[column] != 0;
}

static int
compare_merges (gconstpointer a, gconstpointer b)
{
  const AnsMerge *first = a, *second = b;

  if (first->first_row != second->first_row)
    return first->first_row < second->first_row ? -1 : 1;
  if (first->first_column != second->first_column)
    return first->first_column < second->first_column ? -1 : 1;
  return 0;
}

/* The sorted array is read as a balanced tree: the middle of [low, high) is the root. */
static guint
fill_deepest (const AnsMerge *merges, guint *deepest, guint low, guint high)
{
  guint middle, last;

  if (low >= high)
    return 0;
  middle = low + (high - low) / 2;
  last = merges[middle].last_row;
  last = MAX (last, fill_deepest (merges, deepest, low, middle));
  last = MAX (last, fill_deepest (merges, deepest, middle + 1, high));
  deepest[middle] = last;
  return last;
}

static void
sort_merges (AnsSheetLayout *layout)
{
  if (layout->is_sorted)
    return;
  g_array_sort (layout->merges, compare_merges);
  g_free (layout->deepest);
  layout->deepest = g_new0 (guint, layout->merges->len);
  fill_deepest ((const AnsMerge *) (void *) layout->merges->data, layout->deepest, 0,
                layout->merges->len);
  layout->is_sorted = TRUE;
}

const AnsMerge *
ans_sheet_layout_get_merges (AnsSheetLayout *layout, guint *n_merges)
{
  g_return_val_if_fail (layout != NULL, NULL);

  sort_merges (layout);
  if (n_merges != NULL)
    *n_merges = layout->merges->len;
  return (const AnsMerge *) (void *) layout->merges->data;
}

static const AnsMerge *
find_in (
    const AnsMerge *merges, const guint *deepest, guint low, guint high, guint row, guint column)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const AnsMerge *merge = &merges[middle];
      const AnsMerge *found;

      if (deepest[middle] < row)
        return NULL;
      found = find_in (merges, deepest, low, middle, row, column);
      if (found != NULL)
        return found;
      if (merge->first_row > row)
        return NULL;
      if (row <= merge->last_row && column >= merge->first_column && column <= merge->last_column)
        return merge;
      low = middle + 1;
    }
  return NULL;
}

const AnsMerge *
ans_sheet_layout_find_merge (AnsSheetLayout *layout, guint row, guint column)
{
  g_return_val_if_fail (layout != NULL, NULL);

  sort_merges (layout);
  return find_in ((const AnsMerge *) (void *) layout->merges->data, layout->deepest, 0,
                  layout->merges->len, row, column);
}
