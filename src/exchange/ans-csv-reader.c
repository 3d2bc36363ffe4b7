/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-row-builder.h"
#include "exchange/ans-sheet-reader.h"
#include "exchange/ans-text-source.h"

/* A quoted text that goes on for longer was never closed (Excel allows 253 line ends in a cell). */
#define MAX_QUOTED_LINES 300u
/* A row longer than this is no row. */
#define MAX_RECORD_BYTES (4u * 1024u * 1024u)
#define GUESS_RECORDS    100u

typedef struct
{
  AnsSheetReader parent;
  AnsByteSource *source;
  AnsTextSource *text;
  char delimiter;
  /* There was a line "sep=;", which is no row. */
  gboolean has_separator_line;
} CsvReader;

typedef enum
{
  RECORD_READ,
  RECORD_NEEDS_MORE,
  RECORD_TOO_LONG,
} RecordStatus;

/* A cell of the record: where its text is in @text. */
typedef struct
{
  guint start;
  guint length;
} Field;

typedef struct
{
  GArray *fields;
  GString *text;
} Record;

/* The part of the file that is in memory. */
typedef struct
{
  AnsTextSource *source;
  GString *text;
  gsize at;
  gboolean at_end;
} Window;

static void
record_init (Record *record)
{
  record->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  record->text = g_string_new (NULL);
}

static void
record_clear (Record *record)
{
  g_array_unref (record->fields);
  g_string_free (record->text, TRUE);
}

static gboolean
ends_field (char character, char delimiter)
{
  return character == delimiter || character == '\n' || character == '\r';
}

/*
 * Reads a quoted text from its opening quote on. Returns where it ends, after the closing quote.
 * NULL: it is not closed within what a cell may hold (or more text is needed, then *needs_more).
 */
static const char *
read_quoted (GString *into,
             const char *at,
             const char *end,
             char delimiter,
             gboolean at_end,
             gboolean *needs_more)
{
  const char *open = at++;
  guint lines = 0;

  *needs_more = FALSE;
  while (at < end)
    {
      const char *stop = at;

      while (stop < end && *stop != '"' && *stop != '\n')
        stop++;
      g_string_append_len (into, at, stop - at);
      at = stop;
      if (at - open > (gssize) ANS_SHEET_MAX_CELL_BYTES || lines > MAX_QUOTED_LINES)
        return NULL;
      if (at == end)
        break;
      if (*at == '\n')
        {
          /* "\r\n" inside of a cell is one line end. */
          if (into->len > 0 && into->str[into->len - 1] == '\r')
            g_string_truncate (into, into->len - 1);
          g_string_append_c (into, '\n');
          lines++;
          at++;
          continue;
        }
      if (at + 1 == end && !at_end)
        break;
      if (at + 1 < end && at[1] == '"')
        {
          g_string_append_c (into, '"');
          at += 2;
          continue;
        }
      for (stop = at + 1; stop < end && *stop == ' ';)
        stop++;
      if (stop == end && !at_end)
        break;
      if (stop == end || ends_field (*stop, delimiter))
        return stop;
      /* A quote inside: of a nickname, if the text is on one line; else this quote opens another
       * cell and the first one was never closed. */
      if (lines > 0)
        return NULL;
      g_string_append_c (into, '"');
      at++;
    }
  *needs_more = !at_end;
  return NULL;
}

/* Programs write ="038…" so that Excel keeps the zero; the officer never sees more than 038…. */
static void
unwrap_formula_text (Record *record, Field *field)
{
  const char *text = record->text->str + field->start;

  if (field->length >= 3 && text[0] == '=' && text[1] == '"' && text[field->length - 1] == '"' &&
      memchr (text + 2, '"', field->length - 3) == NULL)
    {
      field->start += 2;
      field->length -= 3;
    }
}

static RecordStatus
read_record (Window *window, char delimiter, Record *record)
{
  const char *start = window->text->str + window->at;
  const char *end = window->text->str + window->text->len;
  const char *at = start;
  /* After a quote that is never closed, quotes up to here are taken as they stand. */
  const char *literal_until = start;

  g_array_set_size (record->fields, 0);
  g_string_truncate (record->text, 0);
  for (;;)
    {
      Field field = { .start = (guint) record->text->len };
      gboolean needs_more = FALSE;
      const char *stop = NULL;

      if (at < end && at >= literal_until && *at == '"')
        {
          stop = read_quoted (record->text, at, end, delimiter, window->at_end, &needs_more);
          if (needs_more)
            return RECORD_NEEDS_MORE;
          if (stop == NULL)
            {
              literal_until = memchr (at, '\n', (gsize) (end - at));
              if (literal_until == NULL)
                literal_until = end;
            }
        }
      if (stop == NULL)
        {
          g_string_truncate (record->text, field.start);
          for (stop = at; stop < end && !ends_field (*stop, delimiter);)
            stop++;
          g_string_append_len (record->text, at, stop - at);
        }
      /* "\r" may be half of "\r\n". */
      if ((stop == end || (*stop == '\r' && stop + 1 == end)) && !window->at_end)
        return end - start > (gssize) MAX_RECORD_BYTES ? RECORD_TOO_LONG : RECORD_NEEDS_MORE;
      field.length = (guint) record->text->len - field.start;
      unwrap_formula_text (record, &field);
      g_array_append_val (record->fields, field);
      if (stop - start > (gssize) MAX_RECORD_BYTES ||
          record->fields->len > ANS_SHEET_MAX_COLUMNS * 4)
        return RECORD_TOO_LONG;
      at = stop;
      if (at == end || *at != delimiter)
        break;
      at++;
    }
  if (at < end && *at == '\r')
    at++;
  if (at < end && *at == '\n')
    at++;
  window->at = (gsize) (at - window->text->str);
  return RECORD_READ;
}

/* Makes room by dropping what was read, then reads on. */
static gboolean
fill_window (Window *window, GError **error)
{
  g_string_erase (window->text, 0, (gssize) window->at);
  window->at = 0;
  return ans_text_source_read (window->source, window->text, &window->at_end, error);
}

static gboolean
is_separator_line (const GString *text, char *delimiter, gsize *length)
{
  const char *at = text->str;
  gboolean is_quoted = *at == '"';

  if (is_quoted)
    at++;
  if (g_ascii_strncasecmp (at, "sep=", 4) != 0 || at[4] == '\0' || strchr (",;\t|", at[4]) == NULL)
    return FALSE;
  *delimiter = at[4];
  at += 5;
  if (is_quoted && *at++ != '"')
    return FALSE;
  if (*at == '\r')
    at++;
  if (*at == '\n')
    at++;
  else if (*at != '\0' && at[-1] != '\r')
    return FALSE;
  *length = (gsize) (at - text->str);
  return TRUE;
}

/* How well the first rows fit a delimiter: many rows with the same number of cells, and many cells.
 */
static double
rate_delimiter (Window *window, char delimiter)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  gsize before = window->at;
  guint rows = 0, usual = 1, usual_rows = 0;
  GHashTableIter iter;
  gpointer key, value;
  Record record;

  record_init (&record);
  for (guint i = 0; i < GUESS_RECORDS && window->at < window->text->len; i++)
    {
      guint n;

      if (read_record (window, delimiter, &record) != RECORD_READ)
        break;
      n = record.fields->len;
      if (n == 1 && record.text->len == 0)
        continue;
      rows++;
      g_hash_table_insert (
          counts, GUINT_TO_POINTER (n),
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (n))) +
                            1));
    }
  window->at = before;
  record_clear (&record);

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint n = GPOINTER_TO_UINT (key), times = GPOINTER_TO_UINT (value);

      if (n > 1 && (times > usual_rows || (times == usual_rows && n > usual)))
        {
          usual = n;
          usual_rows = times;
        }
    }
  if (rows == 0 || usual < 2)
    return 0.0;
  return (double) usual_rows / rows * (1.0 + 0.02 * MIN (usual, 20u));
}

static gboolean
guess_delimiter (CsvReader *self, GError **error)
{
  /* Best first where two fit equally: a comma is often inside of a number or an address. */
  static const char delimiters[] = "\t;,|";
  g_autoptr (GString) text = g_string_new (NULL);
  Window window = { .source = self->text, .text = text };
  double best = 0.0;
  gsize skipped;

  if (!fill_window (&window, error))
    return FALSE;
  if (is_separator_line (text, &self->delimiter, &skipped))
    {
      self->has_separator_line = TRUE;
      return TRUE;
    }
  self->delimiter = ',';
  for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++)
    {
      double rating = rate_delimiter (&window, *delimiter);

      if (rating > best)
        {
          best = rating;
          self->delimiter = *delimiter;
        }
    }
  return TRUE;
}

static gboolean
add_cells (CsvReader *self, AnsRowBuilder *builder, const Record *record, GError **error)
{
  AnsEncoding legacy = ans_text_source_get_legacy (self->text);

  for (guint i = 0; i < record->fields->len; i++)
    {
      const Field *field = &g_array_index (record->fields, Field, i);
      const char *text = record->text->str + field->start;
      AnsCell cell = { .column = i, .kind = ANS_CELL_TEXT, .text = "" };

      if (field->length == 0)
        continue;
      if (legacy != ANS_ENCODING_UTF8)
        {
          g_autofree char *copy = g_strndup (text, field->length);
          g_autofree char *converted = ans_encoding_convert (copy, legacy);

          if (!ans_row_builder_add (builder, &cell, converted, strlen (converted), error))
            return FALSE;
        }
      else if (!ans_row_builder_add (builder, &cell, text, field->length, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_rows (CsvReader *self,
           AnsRowBuilder *builder,
           Window *window,
           Record *record,
           gboolean *is_complete,
           GCancellable *cancellable,
           GError **error)
{
  guint number = 0;

  for (;;)
    {
      RecordStatus status = RECORD_NEEDS_MORE;

      if (window->at < window->text->len)
        status = read_record (window, self->delimiter, record);
      else if (window->at_end)
        break;
      if (status == RECORD_NEEDS_MORE)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
              !fill_window (window, error))
            return FALSE;
          continue;
        }
      number++;
      if (status == RECORD_TOO_LONG || number > ANS_WORKBOOK_MAX_TEXT_ROWS)
        {
          g_set_error (
              error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
              _ ("Row %u of the text file is too long, or there are too many rows. Save it "
                 "from a spreadsheet program."),
              number);
          return FALSE;
        }
      ans_row_builder_begin (builder, number, FALSE);
      if (!add_cells (self, builder, record, error) || !ans_row_builder_count (builder, error))
        return FALSE;
      if (!ans_row_builder_emit (builder))
        {
          *is_complete = FALSE;
          return TRUE;
        }
    }
  *is_complete = TRUE;
  return TRUE;
}

static gboolean
csv_read (AnsSheetReader *reader,
          guint sheet,
          AnsRowFunc func,
          gpointer data,
          AnsSheetLayout *layout,
          gboolean *is_complete,
          GCancellable *cancellable,
          GError **error)
{
  CsvReader *self = (CsvReader *) reader;
  const AnsSheetInfo *info = g_ptr_array_index (reader->sheets, sheet);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AnsRowBuilder) builder = NULL;
  Window window = { .source = self->text, .text = text };
  Record record;
  gboolean is_read;

  *is_complete = TRUE;
  if (func == NULL)
    return TRUE;
  if (!ans_byte_source_check (self->source, error))
    return FALSE;
  ans_text_source_rewind (self->text);
  if (!fill_window (&window, error))
    return FALSE;
  if (self->has_separator_line)
    {
      char delimiter;

      is_separator_line (text, &delimiter, &window.at);
    }
  builder = ans_row_builder_new (info->name, func, data);
  record_init (&record);
  is_read = read_rows (self, builder, &window, &record, is_complete, cancellable, error);
  record_clear (&record);
  return is_read && ans_byte_source_check (self->source, error);
}

static double
csv_get_fraction (AnsSheetReader *reader)
{
  return ans_text_source_get_fraction (((CsvReader *) reader)->text);
}

static void
csv_free (AnsSheetReader *reader)
{
  CsvReader *self = (CsvReader *) reader;

  g_clear_pointer (&self->text, ans_text_source_free);
  g_clear_pointer (&self->source, ans_byte_source_free);
  g_free (self);
}

static const AnsSheetReaderClass csv_class = {
  .free = csv_free,
  .read = csv_read,
  .get_fraction = csv_get_fraction,
};

AnsSheetReader *
ans_csv_reader_new (AnsByteSource *source, const char *name, GError **error)
{
  g_autoptr (AnsSheetReader) reader = NULL;
  CsvReader *self = g_new0 (CsvReader, 1);

  reader = &self->parent;
  ans_sheet_reader_init (reader, &csv_class);
  ans_sheet_reader_add (reader, name, FALSE);
  self->text = ans_text_source_new (source, error);
  if (self->text == NULL || !guess_delimiter (self, error))
    return NULL;
  self->source = source;
  return g_steal_pointer (&reader);
}

void
ans_csv_reader_get_info (AnsSheetReader *reader, const char **encoding, char *delimiter)
{
  CsvReader *self = (CsvReader *) reader;

  if (encoding != NULL)
    *encoding = ans_text_source_get_encoding (self->text);
  if (delimiter != NULL)
    *delimiter = self->delimiter;
}
