/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-book-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/ans-book.h"

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
  } known[] = { { "PK\003\004", 4 }, { "%PDF", 4 },         { "\xd0\xcf\x11\xe0", 4 },
                { "\x89PNG", 4 },    { "\xff\xd8\xff", 3 }, { "\x1f\x8b", 2 },
                { "{\\rtf", 5 },     { "<?xml", 5 } };
  gsize printable = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= known[i].length && memcmp (head, known[i].magic, known[i].length) == 0)
      return TRUE;
  for (gsize i = 0; i < length; i++)
    printable += g_ascii_isprint (head[i]) || g_ascii_isspace (head[i]);
  return printable == length;
}

/* Reads the beginning of @path through SQLite: were the file opened and closed beside it, the locks
 * that this process has on a book that is open would be gone (POSIX locks). */
static int
read_head (const char *path, guchar *head, int *length, sqlite3_int64 *size)
{
  sqlite3 *handle = NULL;
  sqlite3_file *file = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, size);
  if (code == SQLITE_OK)
    {
      *length = (int) MIN (*length, *size);
      code = file->pMethods->xRead (file, head, *length, 0);
    }
  sqlite3_close (handle);
  return code;
}

static gboolean
is_there (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_A_BOOK,
                   _ ("“%s” is a folder, not a book."), path);
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      int reason = errno;

      g_set_error (error, ANS_BOOK_ERROR,
                   reason == ENOENT || reason == ENOTDIR ? ANS_BOOK_ERROR_NOT_FOUND
                                                         : ANS_BOOK_ERROR_FAILED,
                   _ ("“%s” can't be read: %s"), path, g_strerror (reason));
      return FALSE;
    }
  return TRUE;
}

gboolean
ans_book_file_sniff (const char *path, AnsBookFileKind *kind, GError **error)
{
  guchar head[100] = { 0 }; /* the header of a database */
  int length = sizeof head;
  sqlite3_int64 size = 0;
  int code;

  if (!is_there (path, error))
    return FALSE;
  code = read_head (path, head, &length, &size);
  if (code != SQLITE_OK)
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_FAILED, _ ("“%s” can't be read: %s"), path,
                   sqlite3_errstr (code));
      return FALSE;
    }

  if (length == sizeof head && memcmp (head, sqlite_magic, sizeof sqlite_magic) == 0)
    {
      guint32 application;

      /* https://www.sqlite.org/fileformat.html#database_header: 4 bytes, the highest first. */
      memcpy (&application, head + 68, sizeof application);
      if (GUINT32_FROM_BE (application) == ANS_BOOK_APPLICATION_ID)
        {
          *kind = ANS_BOOK_FILE_PLAIN;
          return TRUE;
        }
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_A_BOOK,
                   _ ("“%s” is a database of another program, not a book. It was left as it is."),
                   path);
      return FALSE;
    }
  if (size >= CIPHER_PAGE && size % CIPHER_PAGE == 0 && !is_known_format (head, (gsize) length))
    {
      *kind = ANS_BOOK_FILE_ENCRYPTED;
      return TRUE;
    }
  g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_A_BOOK,
               _ ("“%s” is not a book of this program. It was left as it is."), path);
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
