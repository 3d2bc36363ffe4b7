/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/ans-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_QUARK (ans - output - error - quark, ans_output_error)

#define BUFFER_SIZE 65536

struct _AnsOutputFile
{
  char *path;
  char *temporary;
  int fd;
  int code; /* errno of the first failure */
  gsize used;
  char buffer[BUFFER_SIZE];
};

void
ans_output_error_set (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (
        error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_NO_SPACE,
        _ ("There is not enough room on the disk for “%s”. Nothing was written. Make room, or "
           "choose another place."),
        name);
  else
    g_set_error (error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_WRITE,
                 /* Translators: the second %s is the system's reason */
                 _ ("“%s” cannot be written: %s. Choose another place."), name, g_strerror (code));
}

/**
 * ans_output_file_new:
 * @path: where the file is to appear; a symbolic link is followed
 * @error: an #AnsOutputError
 *
 * Returns: (transfer full) (nullable): a file to write to; freeing it before the commit leaves
 * nothing
 */
AnsOutputFile *
ans_output_file_new (const char *path, GError **error)
{
  g_autoptr (AnsOutputFile) self = g_new0 (AnsOutputFile, 1);
  g_autofree char *folder = NULL, *base = NULL;
  char *real = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? realpath (path, NULL) : NULL;

  self->fd = -1;
  self->path = g_strdup (real != NULL ? real : path);
  free (real);
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      ans_output_error_set (error, path, EISDIR);
      return NULL;
    }
  folder = g_path_get_dirname (self->path);
  base = g_path_get_basename (self->path);
  for (guint try = 0; try < 100 && self->fd < 0; try++)
    {
      g_free (self->temporary);
      self->temporary = g_strdup_printf ("%s/.%.80s.%08x", folder, base, g_random_int ());
      /* Not mkstemp: the file gets the rights that the user's umask says. */
      self->fd = g_open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (self->fd < 0 && errno != EEXIST)
        break;
    }
  if (self->fd < 0)
    {
      ans_output_error_set (error, path, errno);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * ans_output_file_free:
 *
 * Removes what was written, unless it was committed.
 */
void
ans_output_file_free (AnsOutputFile *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

/**
 * ans_output_file_get_temporary:
 *
 * Returns: (transfer none): the path of the unfinished file, for libraries that open files by
 * themselves
 */
const char *
ans_output_file_get_temporary (AnsOutputFile *self)
{
  return self->temporary;
}

static gboolean
flush (AnsOutputFile *self)
{
  gsize done = 0;

  while (self->code == 0 && done < self->used)
    {
      gssize n = write (self->fd, self->buffer + done, self->used - done);

      if (n >= 0)
        done += (gsize) n;
      else if (errno != EINTR)
        self->code = errno;
    }
  self->used = 0;
  return self->code == 0;
}

/**
 * ans_output_file_write:
 * @length: bytes of @data
 *
 * Returns: %FALSE when this or an earlier write failed; ans_output_file_commit() then says why
 */
gboolean
ans_output_file_write (AnsOutputFile *self, const void *data, gsize length)
{
  const char *from = data;

  while (length > 0 && self->code == 0)
    {
      gsize n = MIN (length, BUFFER_SIZE - self->used);

      memcpy (self->buffer + self->used, from, n);
      self->used += n;
      from += n;
      length -= n;
      if (self->used == BUFFER_SIZE)
        flush (self);
    }
  return self->code == 0;
}

/**
 * ans_output_file_fail:
 * @code: an errno
 *
 * Marks the file as failed for a reason that the writer found out.
 */
void
ans_output_file_fail (AnsOutputFile *self, int code)
{
  if (self->code == 0)
    self->code = code != 0 ? code : EIO;
}

/**
 * ans_output_file_commit:
 * @error: an #AnsOutputError
 *
 * Puts the file in its place, replacing an older one in one step, after it has reached the disk.
 *
 * Returns: whether it is there; if not, the older file is untouched
 */
gboolean
ans_output_file_commit (AnsOutputFile *self, GError **error)
{
  if (flush (self) && fsync (self->fd) != 0 && errno != EINVAL)
    self->code = errno;
  if (close (self->fd) != 0 && self->code == 0)
    self->code = errno;
  self->fd = -1;
  if (self->code == 0 && g_rename (self->temporary, self->path) != 0)
    self->code = errno;
  if (self->code != 0)
    {
      ans_output_error_set (error, self->path, self->code);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}
