/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnsFileLock:
 *
 * Says “this book is being written by me” to other programs: a small file beside the book, locked
 * by the kernel, which a crash releases. It names its owner, so that the second opener can be told.
 */
typedef struct _AnsFileLock AnsFileLock;

typedef enum
{
  ANS_FILE_LOCK_TAKEN,
  ANS_FILE_LOCK_HELD_BY_OTHER,
  ANS_FILE_LOCK_CANT_WRITE,
} AnsFileLockResult;

/**
 * ans_file_lock_take:
 * @path: the book
 * @lock: (out): the lock when taken
 * @owner: (out) (nullable): who holds it otherwise
 */
AnsFileLockResult ans_file_lock_take (const char *path, AnsFileLock **lock, char **owner);
void ans_file_lock_release (AnsFileLock *self);

G_END_DECLS
