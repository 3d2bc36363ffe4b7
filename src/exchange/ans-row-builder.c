/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-row-builder.h"

#include <glib/gi18n.h>
#include <string.h>

#define TEXT_BLOCK 65536

struct _AnsRowBuilder
{
  const char *sheet_name;
  AnsRowFunc func;
  gpointer data;

  GArray *cells;
  GStringChunk *texts;
  gsize text_bytes; /* of this row */
  gsize kept_bytes; /* of rows before, not yet cleared away */
  guint64 total_cells;
  guint number;
  gboolean is_hidden;
  gboolean is_unordered;
};

AnsRowBuilder *
ans_row_builder_new (const char *sheet_name, AnsRowFunc func, gpointer data)
{
  AnsRowBuilder *builder = g_new0 (AnsRowBuilder, 1);

  builder->sheet_name = sheet_name;
  builder->func = func;
  builder->data = data;
  builder->cells = g_array_new (FALSE, FALSE, sizeof (AnsCell));
  builder->texts = g_string_chunk_new (TEXT_BLOCK);
  return builder;
}

void
ans_row_builder_free (AnsRowBuilder *builder)
{
  if (builder == NULL)
    return;
  g_array_unref (builder->cells);
  g_string_chunk_free (builder->texts);
  g_free (builder);
}

void
ans_row_builder_begin (AnsRowBuilder *builder, guint number, gboolean is_hidden)
{
  builder->number = number;
  builder->is_hidden = is_hidden;
  builder->is_unordered = FALSE;
  g_array_set_size (builder->cells, 0);
  builder->kept_bytes += builder->text_bytes;
  builder->text_bytes = 0;
  /* Clearing gives the memory back, which costs more than some rows in it. */
  if (builder->kept_bytes > TEXT_BLOCK / 2)
    {
      g_string_chunk_clear (builder->texts);
      builder->kept_bytes = 0;
    }
}

void
ans_row_builder_set_number (AnsRowBuilder *builder, guint number)
{
  builder->number = number;
}

static gboolean
fail (AnsRowBuilder *builder, const char *reason, GError **error)
{
  g_set_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
               /* Translators: the last %s is a sentence that says what is wrong there. */
               _ ("Sheet “%s”, row %u: %s"), builder->sheet_name, builder->number, reason);
  return FALSE;
}

gboolean
ans_row_builder_add (
    AnsRowBuilder *builder, const AnsCell *cell, const char *text, gsize length, GError **error)
{
  AnsCell lasting = *cell;

  if (length > ANS_SHEET_MAX_CELL_BYTES)
    return fail (builder, _ ("a cell holds more text than any program allows."), error);
  builder->text_bytes += length + 1;
  if (builder->text_bytes > ANS_WORKBOOK_MAX_ROW_BYTES)
    return fail (builder, _ ("the row holds too much text."), error);
  lasting.text = g_string_chunk_insert_len (builder->texts, text, (gssize) length);
  return ans_row_builder_add_lasting (builder, &lasting, error);
}

gboolean
ans_row_builder_add_lasting (AnsRowBuilder *builder, const AnsCell *cell, GError **error)
{
  if (cell->column >= ANS_SHEET_MAX_COLUMNS || builder->cells->len >= ANS_SHEET_MAX_COLUMNS)
    return fail (builder, _ ("there are too many columns."), error);
  if (builder->cells->len > 0 &&
      g_array_index (builder->cells, AnsCell, builder->cells->len - 1).column >= cell->column)
    builder->is_unordered = TRUE;
  g_array_append_val (builder->cells, *cell);
  return TRUE;
}

gboolean
ans_row_builder_repeat_last (AnsRowBuilder *builder, guint times, GError **error)
{
  AnsCell cell;

  g_return_val_if_fail (builder->cells->len > 0, FALSE);

  cell = g_array_index (builder->cells, AnsCell, builder->cells->len - 1);
  for (guint i = 0; i < times; i++)
    {
      cell.column++;
      if (!ans_row_builder_add_lasting (builder, &cell, error))
        return FALSE;
    }
  return TRUE;
}

guint
ans_row_builder_get_n_cells (AnsRowBuilder *builder)
{
  return builder->cells->len;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const AnsCell *first = a, *second = b;

  return first->column < second->column ? -1 : first->column > second->column;
}

/* Badly made files give cells in any order and even twice; of two the later one counts. */
static void
put_in_order (AnsRowBuilder *builder)
{
  AnsCell *cells = (AnsCell *) (void *) builder->cells->data;
  guint kept = 0;

  /* g_array_sort() is stable. */
  g_array_sort (builder->cells, compare_columns);
  for (guint i = 0; i < builder->cells->len; i++)
    {
      if (kept > 0 && cells[kept - 1].column == cells[i].column)
        kept--;
      cells[kept++] = cells[i];
    }
  g_array_set_size (builder->cells, kept);
  builder->is_unordered = FALSE;
}

gboolean
ans_row_builder_emit (AnsRowBuilder *builder)
{
  AnsRow row;

  if (builder->cells->len == 0 || builder->func == NULL)
    return TRUE;
  if (builder->is_unordered)
    put_in_order (builder);
  row = (AnsRow) {
    .number = builder->number,
    .is_hidden = builder->is_hidden,
    .n_cells = builder->cells->len,
    .cells = (const AnsCell *) (void *) builder->cells->data,
  };
  return builder->func (&row, builder->data);
}

gboolean
ans_row_builder_count (AnsRowBuilder *builder, GError **error)
{
  builder->total_cells += builder->cells->len;
  if (builder->total_cells <= ANS_WORKBOOK_MAX_CELLS)
    return TRUE;
  return fail (builder, _ ("the sheet holds too many cells."), error);
}
