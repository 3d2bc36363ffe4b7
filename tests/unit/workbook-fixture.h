/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Makes small packages from literal parts, and reads sheets back as lines to compare. */

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

#include "exchange/ans-workbook.h"

typedef struct
{
  struct archive *archive;
  GByteArray *bytes;
} ZipFixture;

static inline la_ssize_t
zip_fixture_write_cb (struct archive *archive, void *data, const void *bytes, size_t size)
{
  g_byte_array_append (((ZipFixture *) data)->bytes, bytes, (guint) size);
  return (la_ssize_t) size;
}

static inline void
zip_fixture_begin_as (ZipFixture *zip, const char *compression)
{
  g_autofree char *options = g_strconcat ("zip:compression=", compression, NULL);

  zip->bytes = g_byte_array_new ();
  zip->archive = archive_write_new ();
  archive_write_set_format_zip (zip->archive);
  g_assert_cmpint (archive_write_set_options (zip->archive, options), ==, ARCHIVE_OK);
  archive_write_set_bytes_per_block (zip->archive, 0);
  g_assert_cmpint (archive_write_open (zip->archive, zip, NULL, zip_fixture_write_cb, NULL), ==,
                   ARCHIVE_OK);
}

static inline void
zip_fixture_begin (ZipFixture *zip)
{
  zip_fixture_begin_as (zip, "deflate");
}

static inline void
zip_fixture_add (ZipFixture *zip, const char *name, const void *bytes, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  g_assert_cmpint (archive_write_header (zip->archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip->archive, bytes, size), ==, (la_ssize_t) size);
  archive_entry_free (entry);
}

static inline GBytes *
zip_fixture_end (ZipFixture *zip)
{
  g_assert_cmpint (archive_write_close (zip->archive), ==, ARCHIVE_OK);
  archive_write_free (zip->archive);
  return g_byte_array_free_to_bytes (g_steal_pointer (&zip->bytes));
}

/* From pairs of name and text, ended by NULL. */
static inline GBytes *
zip_fixture_of (const char *name, ...)
{
  ZipFixture zip;
  va_list args;

  zip_fixture_begin (&zip);
  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    {
      const char *text = va_arg (args, const char *);

      zip_fixture_add (&zip, name, text, strlen (text));
    }
  va_end (args);
  return zip_fixture_end (&zip);
}

static inline const char *
cell_kind_letter (AnsCellKind kind)
{
  static const char *const letters[] = { "-", "T", "N", "D", "B", "E" };

  return letters[kind];
}

static inline gboolean
describe_row_cb (const AnsRow *row, gpointer data)
{
  GString *lines = data;

  g_string_append_printf (lines, "%u%s:", row->number, row->is_hidden ? "h" : "");
  for (guint i = 0; i < row->n_cells; i++)
    {
      const AnsCell *cell = &row->cells[i];
      g_autofree char *column = ans_column_name (cell->column);

      g_assert_true (g_utf8_validate (cell->text, -1, NULL));
      if (i > 0)
        g_assert_cmpuint (cell->column, >, row->cells[i - 1].column);
      g_string_append_printf (lines, " %s=%s%s%s%s[%s]", column, cell_kind_letter (cell->kind),
                              cell->is_formula ? "f" : "", cell->is_imprecise ? "!" : "",
                              cell->is_padded ? "0" : "", cell->text);
    }
  g_string_append_c (lines, '\n');
  return TRUE;
}

/* "2h: A=T[text] C=N[12]" for each row; letters as in cell_kind_letter(), f for a formula. */
static inline char *
describe_sheet (AnsWorkbook *workbook, guint sheet)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  ans_workbook_read_sheet (workbook, sheet, describe_row_cb, lines, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static inline AnsWorkbook *
open_fixture (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AnsWorkbook *workbook = ans_workbook_open_bytes (bytes, "ds.csv", &error);

  g_assert_no_error (error);
  g_assert_nonnull (workbook);
  return workbook;
}

static inline void
assert_sheet (GBytes *bytes, const char *expected)
{
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);
  g_autofree char *lines = describe_sheet (workbook, 0);

  g_assert_cmpstr (lines, ==, expected);
}

/* Opens and reads all sheets; the first error, or NULL. */
static inline GError *
try_to_read (GBytes *bytes)
{
  GError *error = NULL;
  g_autoptr (AnsWorkbook) workbook = ans_workbook_open_bytes (bytes, "ds.csv", &error);

  for (guint i = 0; error == NULL && i < ans_workbook_get_n_sheets (workbook); i++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);

      if (ans_workbook_read_sheet (workbook, i, describe_row_cb, lines, NULL, &error))
        ans_workbook_get_layout (workbook, i, NULL, &error);
    }
  return error;
}

static inline void
assert_refused (GBytes *bytes, AnsWorkbookError code)
{
  g_autoptr (GError) error = try_to_read (bytes);

  g_assert_error (error, ANS_WORKBOOK_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

/*
 * Every sampled prefix of a good package is an error; none is taken for the whole file, none
 * crashes. A package whose last bytes are an empty comment has no shorter valid form.
 */
static inline void
assert_prefixes_refused (GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 0; length<size; length += length + 300> size ? 1 : 1 + size / 400)
    {
      g_autoptr (GBytes) prefix = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;

      if (length < 4)
        continue;
      error = try_to_read (prefix);
      g_assert_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED);
    }
}

/* Bytes changed at random give an error or rows, never a crash or a hang. */
static inline void
try_damaged (GBytes *bytes, guint rounds)
{
  for (guint i = 0; i < rounds; i++)
    {
      gsize size;
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GError) error = NULL;

      size = g_bytes_get_size (bytes);
      for (guint k = 0; k < 1 + i % 5; k++)
        copy[(guint) g_test_rand_int_range (0, (int) size)] =
            (guint8) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new_take (copy, size);
      error = try_to_read (damaged);
      if (error != NULL)
        g_assert_cmpuint (error->domain, ==, ANS_WORKBOOK_ERROR);
    }
}
