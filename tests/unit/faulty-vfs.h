/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when told to: SQLite's own file system with a fault at the n-th write, sync or
 * truncation. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultyFile;

static sqlite3_vfs *faulty_real;
static int faulty_countdown = -1; /* operations until the fault; -1: none */
static int faulty_code;
static guint faulty_happened;

/* From the n-th operation on every one fails, as on a disk that is full. */
static inline int
faulty_check (void)
{
  if (faulty_countdown < 0)
    return SQLITE_OK;
  if (faulty_countdown > 0)
    {
      faulty_countdown--;
      return SQLITE_OK;
    }
  faulty_happened++;
  return faulty_code;
}

#define REAL(file)                 (((FaultyFile *) (file))->real)
#define FORWARD(file, method, ...) (REAL (file)->pMethods->method (REAL (file), ##__VA_ARGS__))

static int
faulty_close (sqlite3_file *file)
{
  int code = FORWARD (file, xClose);

  g_free (REAL (file));
  return code;
}

static int
faulty_read (sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
  return FORWARD (file, xRead, to, n, at);
}

static int
faulty_write (sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
  int code = faulty_check ();

  return code != SQLITE_OK ? code : FORWARD (file, xWrite, from, n, at);
}

static int
faulty_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return FORWARD (file, xTruncate, size);
}

static int
faulty_sync (sqlite3_file *file, int flags)
{
  int code = faulty_check ();

  return code != SQLITE_OK ? code : FORWARD (file, xSync, flags);
}

static int
faulty_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return FORWARD (file, xFileSize, size);
}

static int
faulty_lock (sqlite3_file *file, int level)
{
  return FORWARD (file, xLock, level);
}

static int
faulty_unlock (sqlite3_file *file, int level)
{
  return FORWARD (file, xUnlock, level);
}

static int
faulty_check_lock (sqlite3_file *file, int *result)
{
  return FORWARD (file, xCheckReservedLock, result);
}

static int
faulty_control (sqlite3_file *file, int op, void *argument)
{
  return FORWARD (file, xFileControl, op, argument);
}

static int
faulty_sector (sqlite3_file *file)
{
  return FORWARD (file, xSectorSize);
}

static int
faulty_characteristics (sqlite3_file *file)
{
  return FORWARD (file, xDeviceCharacteristics);
}

static int
faulty_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
  return FORWARD (file, xShmMap, page, size, extend, to);
}

static int
faulty_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return FORWARD (file, xShmLock, offset, n, flags);
}

static void
faulty_shm_barrier (sqlite3_file *file)
{
  FORWARD (file, xShmBarrier);
}

static int
faulty_shm_unmap (sqlite3_file *file, int remove)
{
  return FORWARD (file, xShmUnmap, remove);
}

static int
faulty_fetch (sqlite3_file *file, sqlite3_int64 at, int n, void **page)
{
  *page = NULL;
  return SQLITE_OK;
}

static int
faulty_unfetch (sqlite3_file *file, sqlite3_int64 at, void *page)
{
  return SQLITE_OK;
}

static const sqlite3_io_methods faulty_methods = {
  3,
  faulty_close,
  faulty_read,
  faulty_write,
  faulty_truncate,
  faulty_sync,
  faulty_size,
  faulty_lock,
  faulty_unlock,
  faulty_check_lock,
  faulty_control,
  faulty_sector,
  faulty_characteristics,
  faulty_shm_map,
  faulty_shm_lock,
  faulty_shm_barrier,
  faulty_shm_unmap,
  faulty_fetch,
  faulty_unfetch,
};

static int
faulty_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *result)
{
  FaultyFile *self = (FaultyFile *) file;
  int code;

  self->base.pMethods = NULL;
  self->real = g_malloc0 ((gsize) faulty_real->szOsFile);
  code = faulty_real->xOpen (faulty_real, name, self->real, flags, result);
  if (code == SQLITE_OK)
    self->base.pMethods = &faulty_methods;
  else
    g_free (self->real);
  return code;
}

/* Makes it the file system of all books opened from now on in this process. */
static inline void
faulty_vfs_install (void)
{
  static sqlite3_vfs vfs;

  if (faulty_real != NULL)
    return;
  faulty_real = sqlite3_vfs_find (NULL);
  vfs = *faulty_real;
  vfs.zName = "faulty";
  vfs.szOsFile = sizeof (FaultyFile);
  vfs.xOpen = faulty_open;
  vfs.pNext = NULL;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

static inline void
faulty_vfs_arm (int code, int after)
{
  faulty_code = code;
  faulty_happened = 0;
  faulty_countdown = after;
}

static inline void
faulty_vfs_disarm (void)
{
  faulty_countdown = -1;
}
