/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-byte-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/ans-workbook.h"

struct _AnsByteSource
{
  /* Either of the two. A file is not mapped: a pulled-out USB stick must be an error, not SIGBUS.
   */
  GBytes *bytes;
  int fd;

  guint64 size;
  struct timespec modified;
};

static gboolean
check_size (guint64 size, GError **error)
{
  if (size <= ANS_WORKBOOK_MAX_FILE_BYTES)
    return TRUE;
  g_set_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
               _ ("The file is larger than %u MB. Split it into smaller ones."),
               (guint) (ANS_WORKBOOK_MAX_FILE_BYTES >> 20));
  return FALSE;
}

static void
set_io_error (GError **error, int code)
{
  g_set_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_IO,
               /* Translators: %s is the reason given by the system. */
               _ ("The file cannot be read: %s."), g_strerror (code));
}

AnsByteSource *
ans_byte_source_open (const char *path, GError **error)
{
  g_autoptr (AnsByteSource) source = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);

  source = g_new0 (AnsByteSource, 1);
  /* O_NONBLOCK: never wait for somebody to write into a pipe. */
  source->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (source->fd < 0 || fstat (source->fd, &status) != 0)
    {
      set_io_error (error, errno);
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      set_io_error (error, S_ISDIR (status.st_mode) ? EISDIR : ESPIPE);
      return NULL;
    }
  source->size = (guint64) status.st_size;
  source->modified = status.st_mtim;
  if (!check_size (source->size, error))
    return NULL;
  return g_steal_pointer (&source);
}

AnsByteSource *
ans_byte_source_new (GBytes *bytes, GError **error)
{
  AnsByteSource *source;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_size (g_bytes_get_size (bytes), error))
    return NULL;
  source = g_new0 (AnsByteSource, 1);
  source->fd = -1;
  source->bytes = g_bytes_ref (bytes);
  source->size = g_bytes_get_size (bytes);
  return source;
}

void
ans_byte_source_free (AnsByteSource *source)
{
  if (source == NULL)
    return;
  if (source->fd >= 0)
    close (source->fd);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source);
}

guint64
ans_byte_source_get_size (AnsByteSource *source)
{
  g_return_val_if_fail (source != NULL, 0);

  return source->size;
}

gssize
ans_byte_source_read (
    AnsByteSource *source, guint64 offset, gpointer buffer, gsize size, GError **error)
{
  gsize done = 0;

  g_return_val_if_fail (source != NULL, -1);

  if (offset >= source->size)
    return 0;
  size = MIN (size, source->size - offset);
  if (source->bytes != NULL)
    {
      memcpy (buffer, (const guint8 *) g_bytes_get_data (source->bytes, NULL) + offset, size);
      return (gssize) size;
    }

  while (done < size)
    {
      gssize got =
          pread (source->fd, (guint8 *) buffer + done, size - done, (off_t) (offset + done));

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          set_io_error (error, errno);
          return -1;
        }
      if (got == 0)
        break;
      done += (gsize) got;
    }
  return (gssize) done;
}

gboolean
ans_byte_source_check (AnsByteSource *source, GError **error)
{
  struct stat status;

  g_return_val_if_fail (source != NULL, FALSE);

  if (source->fd < 0)
    return TRUE;
  if (fstat (source->fd, &status) != 0)
    {
      set_io_error (error, errno);
      return FALSE;
    }
  if ((guint64) status.st_size == source->size &&
      status.st_mtim.tv_sec == source->modified.tv_sec &&
      status.st_mtim.tv_nsec == source->modified.tv_nsec)
    return TRUE;
  g_set_error_literal (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_IO,
                       _ ("Another program has just changed the file. Close it there and open the "
                          "file again."));
  return FALSE;
}
