/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that say nothing themselves: of a merged area only the first one does, and “nt” (như trên)
 * or ″ means what stands above. */
#include "exchange/ans-import-scan.h"
#include "text/ans-fold.h"

static void
cell_free (gpointer data)
{
  AnsCell *cell = data;

  if (cell == NULL)
    return;
  g_free ((char *) cell->text);
  g_free (cell);
}

/* What all members of a household, or all rows of a village, have in common. */
static gboolean
is_shared (const char *target)
{
  static const char *const targets[] = { "household", "village", "address", ANS_TARGET_HEAD_NAME,
                                         NULL };

  return g_strv_contains (targets, target);
}

static gboolean
means_above (const char *text)
{
  static const char *const words[] = { "nt", "n.t", "-nt-",     "- nt -", "\"", "''", ",,",
                                       "″",  "〃",  "nhu tren", "“",      "”",  "//", NULL };
  g_autofree char *folded = NULL;

  /* Most cells are none of these. */
  if (strchr ("nN\"',-/", *text) == NULL && *text != '\xe2' && *text != '\xe3')
    return FALSE;
  if (strlen (text) > 12)
    return FALSE;
  folded = ans_fold (text);
  return g_strv_contains (words, folded);
}

/* Remembers the first cell of a merged area that goes down. */
static void
remember (AnsImportScan *scan, const AnsCell *cell, guint column)
{
  AnsCell *kept = g_memdup2 (cell, sizeof *cell);

  kept->text = g_strdup (cell->text);
  cell_free (scan->above->pdata[column]);
  scan->above->pdata[column] = kept;
}

static const AnsCell *
of_merged_area (AnsImportScan *scan, const AnsRow *row, guint column, const AnsCell *cell)
{
  const AnsMerge *merge = ans_sheet_layout_find_merge (scan->layout, row->number, column);

  if (merge == NULL || merge->first_row == merge->last_row || merge->first_column != column)
    return cell;
  if (merge->first_row == row->number)
    remember (scan, cell, column);
  else if (cell->kind == ANS_CELL_EMPTY && scan->above->pdata[column] != NULL)
    return scan->above->pdata[column];
  return cell;
}

static const AnsCell *
of_row_above (AnsImportScan *scan, guint column, AnsCell *place)
{
  GPtrArray *rows = scan->import->rows;

  /* The row itself is not among them yet. */
  for (guint i = rows->len; i > 0 && scan->repeated[column] == NULL; i--)
    {
      const AnsImportRow *before = rows->pdata[i - 1];
      const char *text = before->cells[column];

      if (before->verdict < ANS_IMPORT_SKIPPED)
        continue;
      if (text == NULL && scan->above->pdata[column] != NULL)
        text = ((AnsCell *) scan->above->pdata[column])->text;
      if (text == NULL || means_above (text))
        break;
      scan->repeated[column] = g_strdup (text);
    }
  *place = (AnsCell) { .column = column, .kind = ANS_CELL_EMPTY, .text = "" };
  if (scan->repeated[column] != NULL)
    {
      place->kind = ANS_CELL_TEXT;
      place->text = scan->repeated[column];
    }
  return place;
}

const AnsCell *
ans_import_carry (AnsImportScan *scan, const AnsRow *row, guint column, AnsCell *place)
{
  const AnsCell *cell = ans_row_get_cell (row, column);

  if (scan->shared[column])
    cell = of_merged_area (scan, row, column, cell);
  if (cell->kind == ANS_CELL_TEXT && means_above (cell->text))
    return of_row_above (scan, column, place);
  if (cell->kind != ANS_CELL_EMPTY)
    g_clear_pointer (&scan->repeated[column], g_free);
  return cell;
}

void
ans_import_carry_init (AnsImportScan *scan)
{
  AnsImport *import = scan->import;

  scan->repeated = g_new0 (char *, import->n_columns);
  scan->shared = g_new0 (gboolean, import->n_columns);
  scan->above = g_ptr_array_new ();
  g_ptr_array_set_size (scan->above, (int) import->n_columns);
  for (guint i = 0; i < import->n_columns; i++)
    scan->shared[i] =
        scan->layout != NULL && import->mapping[i] != NULL && is_shared (import->mapping[i]);
}

void
ans_import_carry_clear (AnsImportScan *scan)
{
  for (guint i = 0; i < scan->import->n_columns; i++)
    {
      g_free (scan->repeated[i]);
      cell_free (scan->above->pdata[i]);
    }
  g_free (scan->repeated);
  g_free (scan->shared);
  g_ptr_array_unref (scan->above);
}
