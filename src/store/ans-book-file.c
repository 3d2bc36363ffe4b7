/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-book-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* SQLCipher encrypts whole pages of this size, the header included. */
#define CIPHER_PAGE 4096

static const char sqlite_magic[16] = "SQLite format 3";

/* An encrypted book looks like noise; these do not. */
static gboolean
is_known_format (const guchar *head, gsize length)
{
  static const struct
  {
    const char *magic;
    gsize length;
  } known[] = { { "PK\003\004", 4 },           { "%PDF", 4 },        { "\xd0\xcf\x11\xe0", 4 },
                { "\x89PNG", 4 },              { "\xff\xd8\xff", 3 }, { "\x1f\x8b", 2 },
                { "{\\rtf", 5 },               { "<?xml", 5 } };
  gsize printable = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= known[i].length && memcmp (head, known[i].magic, known[i].length) == 0)
      return TRUE;
  for (gsize i = 0; i < length; i++)
    printable += g_ascii_isprint (head[i]) || g_ascii_isspace (head[i]);
  return printable == length;
}

gboolean
ans_book_file_sniff (const char *path, AnsBookFileKind *kind, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;
  guchar head[64];
  gsize length = 0;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_NOT_A_BOOK,
                   _ ("“%s” is a folder, not a book."),
                   path);
      return FALSE;
    }
  stream = g_file_read (file, NULL, &local);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &length, NULL, &local))
    {
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                       ? ANS_BOOK_ERROR_NOT_FOUND
                       : ANS_BOOK_ERROR_FAILED,
                   _ ("“%s” can't be read: %s"),
                   path,
                   local->message);
      return FALSE;
    }

  if (length >= sizeof sqlite_magic && memcmp (head, sqlite_magic, sizeof sqlite_magic) == 0)
    {
      *kind = ANS_BOOK_FILE_PLAIN;
      return TRUE;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  if (info != NULL && g_file_info_get_size (info) >= CIPHER_PAGE &&
      g_file_info_get_size (info) % CIPHER_PAGE == 0 && !is_known_format (head, length))
    {
      *kind = ANS_BOOK_FILE_ENCRYPTED;
      return TRUE;
    }
  g_set_error (error,
               ANS_BOOK_ERROR,
               ANS_BOOK_ERROR_NOT_A_BOOK,
               _ ("“%s” is not a book of this program. It was left as it is."),
               path);
  return FALSE;
}

void
ans_book_file_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

gboolean
ans_book_file_backup_before_upgrade (const char *path, int version, GError **error)
{
  g_autofree char *copy_path = g_strdup_printf ("%s.v%d.bak", path, version);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr (GError) local = NULL;

  if (g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &local))
    return TRUE;
  g_set_error (error,
               ANS_BOOK_ERROR,
               ANS_BOOK_ERROR_FAILED,
               _ ("The copy that is made before the book is brought up to date failed: %s. The book "
                  "was left as it is."),
               local->message);
  return FALSE;
}
