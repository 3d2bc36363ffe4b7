/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _AnsFileLock
{
  char *path;
  int fd;
};

static char *
read_owner (int fd)
{
  char text[256];
  ssize_t n = pread (fd, text, sizeof text - 1, 0);

  if (n <= 0)
    return NULL;
  text[n] = '\0';
  return g_utf8_validate (text, -1, NULL) ? g_strdup (g_strstrip (text)) : NULL;
}

AnsFileLockResult
ans_file_lock_take (const char *path, AnsFileLock **lock, char **owner)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock_name = g_strdup_printf (".%s.lock", name);
  g_autofree char *lock_path = g_build_filename (directory, lock_name, NULL);

  /* A holder that ends removes its file; if that happened between our open and our lock, we hold
   * a file that nobody else will see, so try again. */
  for (int attempt = 0; attempt < 5; attempt++)
    {
      int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      struct stat opened, present;

      if (fd < 0)
        return ANS_FILE_LOCK_CANT_WRITE;
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          int reason = errno;

          *owner = read_owner (fd);
          close (fd);
          return reason == EWOULDBLOCK ? ANS_FILE_LOCK_HELD_BY_OTHER : ANS_FILE_LOCK_CANT_WRITE;
        }
      if (fstat (fd, &opened) == 0 && stat (lock_path, &present) == 0 &&
          opened.st_ino == present.st_ino && opened.st_dev == present.st_dev)
        {
          g_autofree char *text =
              g_strdup_printf ("%s · %s\n", g_get_real_name (), g_get_host_name ());

          if (ftruncate (fd, 0) != 0 || write (fd, text, strlen (text)) < 0)
            g_debug ("the lock file can't name its owner");
          *lock = g_new0 (AnsFileLock, 1);
          (*lock)->path = g_steal_pointer (&lock_path);
          (*lock)->fd = fd;
          return ANS_FILE_LOCK_TAKEN;
        }
      close (fd);
    }
  return ANS_FILE_LOCK_CANT_WRITE;
}

void
ans_file_lock_release (AnsFileLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
