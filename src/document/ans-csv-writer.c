/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-csv-writer.h"

#include <string.h>

#include "document/ans-cell-text.h"
#include "document/ans-document-private.h"
#include "scene/ans-output-file.h"

#define CHUNK        65536
#define CANCEL_EVERY 256

/* Takes what has been gathered; empties the string. */
typedef gboolean (*Sink) (gpointer data, GString *text, GCancellable *cancellable, GError **error);

static gboolean
is_number_kind (AnsColumnKind kind)
{
  return kind == ANS_COLUMN_INTEGER || kind == ANS_COLUMN_DECIMAL || kind == ANS_COLUMN_MONEY;
}

/* A cell that begins like this is run as a formula by spreadsheets; the last four are full-width
 * forms of the first four. */
static gboolean
looks_like_formula (const char *cell)
{
  static const char *const starts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (cell, starts[i]))
      return TRUE;
  return FALSE;
}

/* One field (RFC 4180): quoted where a comma, a quote or a line end asks for it. */
static void
add_field (GString *out, const char *text, gboolean neutralise)
{
  gboolean quoted;

  neutralise = neutralise && looks_like_formula (text);
  quoted = strpbrk (text, ",\"\r\n\t") != NULL;
  if (quoted)
    g_string_append_c (out, '"');
  if (neutralise)
    g_string_append_c (out, '\'');
  for (const char *quote; quoted && (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (out, text, quote - text + 1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, text);
  if (quoted)
    g_string_append_c (out, '"');
}

static void
add_header (GString *out, const AnsTableColumn *columns, const guint *visible, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const AnsTableColumn *column = &columns[visible[i]];
      g_autofree char *title = column->group_title != NULL
                                   ? g_strdup_printf ("%s - %s", column->group_title, column->title)
                                   : g_strdup (column->title);

      if (i > 0)
        g_string_append_c (out, ',');
      g_strdelimit (title, "\n", ' ');
      add_field (out, title, TRUE);
    }
  g_string_append (out, "\r\n");
}

static const char *
cell_text (
    const AnsTableColumn *column, const char *cell, guint row, AnsCsvFlags flags, GString *buffer)
{
  if ((flags & ANS_CSV_PRINTED) != 0 || column->kind == ANS_COLUMN_ORDINAL)
    return ans_cell_print (column->kind, cell, row + 1, buffer);
  if (cell == NULL || column->kind == ANS_COLUMN_SIGN)
    return "";
  if (!g_utf8_validate (cell, -1, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (cell, -1);

      g_string_assign (buffer, valid);
      return buffer->str;
    }
  return cell;
}

static void
add_row (GString *out,
         const AnsTableColumn *columns,
         const guint *visible,
         guint n,
         const char *const *cells,
         guint row,
         AnsCsvFlags flags,
         GString *buffer)
{
  for (guint i = 0; i < n; i++)
    {
      const AnsTableColumn *column = &columns[visible[i]];
      const char *cell = cells[visible[i]];
      /* "-5" in a column of numbers is a number; anything else there is not trusted. */
      gboolean number = is_number_kind (column->kind) && cell != NULL && ans_cell_is_number (cell);

      if (i > 0)
        g_string_append_c (out, ',');
      add_field (out, cell_text (column, cell, row, flags, buffer),
                 !number && (flags & ANS_CSV_EXACT) == 0);
    }
  g_string_append (out, "\r\n");
}

static gboolean
write_rows (AnsDocument *document,
            AnsCsvFlags flags,
            Sink sink,
            gpointer sink_data,
            GCancellable *cancellable,
            AnsDocumentProgress progress,
            gpointer progress_data,
            GError **error)
{
  AnsTableSource *source = document->table;
  guint n_all, n_visible, n_rows = ans_table_source_get_n_rows (source);
  guint step = MAX (n_rows / 100, 1);
  const AnsTableColumn *columns = ans_table_source_get_columns (source, &n_all);
  g_autofree guint *visible = ans_document_visible_columns (document, &n_visible);
  g_autoptr (GString) out = g_string_sized_new (CHUNK + 1024);
  g_autoptr (GString) buffer = g_string_new (NULL);

  if ((flags & ANS_CSV_BOM) != 0)
    g_string_append (out, "\xef\xbb\xbf");
  add_header (out, columns, visible, n_visible);
  for (guint row = 0; row < n_rows; row++)
    {
      const char *const *cells;

      if (row % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cells = ans_table_source_get_row (source, row, error);
      if (cells == NULL)
        return FALSE;
      add_row (out, columns, visible, n_visible, cells, row, flags, buffer);
      if (out->len >= CHUNK && !sink (sink_data, out, cancellable, error))
        return FALSE;
      if (progress != NULL && row % step == 0)
        progress ((double) (row + 1) / n_rows, progress_data);
    }
  return sink (sink_data, out, cancellable, error);
}

static gboolean
sink_file (gpointer data, GString *text, GCancellable *cancellable, GError **error)
{
  /* A failed write is reported by the commit, which must come in any case. */
  ans_output_file_write (data, text->str, text->len);
  g_string_truncate (text, 0);
  return TRUE;
}

static gboolean
sink_stream (gpointer data, GString *text, GCancellable *cancellable, GError **error)
{
  gboolean done = g_output_stream_write_all (data, text->str, text->len, NULL, cancellable, error);

  g_string_truncate (text, 0);
  return done;
}

/**
 * ans_csv_writer_write:
 * @document: its table is written: one line of titles, then the rows. No letterhead, no groups, no
 * sums: the number of lines is the number of rows + 1
 * @path: the file to make or replace
 * @flags: %ANS_CSV_BOM for a file that Excel will open
 * @error: an #AnsDocumentError, the source's own, or %G_IO_ERROR_CANCELLED
 *
 * RFC 4180: commas, quotes doubled, CRLF. A text that begins with = + - @ TAB, CR, LF or a
 * full-width form of the first four gets an apostrophe before it, because a spreadsheet would run
 * it as a formula (phone numbers with +84 too); numbers in columns of numbers are left alone.
 *
 * Returns: whether the file is there
 */
gboolean
ans_csv_writer_write (AnsDocument *document,
                      const char *path,
                      AnsCsvFlags flags,
                      GCancellable *cancellable,
                      AnsDocumentProgress progress,
                      gpointer progress_data,
                      GError **error)
{
  g_autoptr (AnsOutputFile) file = NULL;

  g_return_val_if_fail (ANS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!ans_document_check (document, error))
    return FALSE;
  file = ans_output_file_new (path, error);
  if (file == NULL)
    return FALSE;
  return write_rows (document, flags, sink_file, file, cancellable, progress, progress_data,
                     error) &&
         ans_output_file_commit (file, error);
}

/**
 * ans_csv_writer_write_stream:
 * @stream: where to, for example standard output; not closed
 * @error: the stream's or the source's own, or %G_IO_ERROR_CANCELLED
 *
 * As ans_csv_writer_write(), to a stream.
 *
 * Returns: whether everything was written
 */
gboolean
ans_csv_writer_write_stream (AnsDocument *document,
                             GOutputStream *stream,
                             AnsCsvFlags flags,
                             GCancellable *cancellable,
                             AnsDocumentProgress progress,
                             gpointer progress_data,
                             GError **error)
{
  g_return_val_if_fail (ANS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  return ans_document_check (document, error) &&
         write_rows (document, flags, sink_stream, stream, cancellable, progress, progress_data,
                     error);
}
