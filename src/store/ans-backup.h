/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"

G_BEGIN_DECLS

/** ans_backup_make: copies the open book to @path (must not exist), then opens and checks the
 * copy. Nothing is left at @path when it fails. Encrypted like the book. */
gboolean
ans_backup_make (AnsBook *book, const char *path, GCancellable *cancellable, GError **error);

/** ans_backup_copy: the same of the file that @from is open on; @path is overwritten. */
gboolean ans_backup_copy (AnsConnection *from,
                          const char *passphrase,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error);

/** ans_backup_restore: makes @path (must not exist) from the sound backup @backup. */
gboolean
ans_backup_restore (const char *backup, const char *passphrase, const char *path, GError **error);

/**
 * ans_book_check:
 *
 * SQLite's integrity, foreign keys, search indexes, journal, and what the registers say must hold:
 * periods that do not overlap, derived columns that agree with them.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, empty if nothing
 */
GPtrArray *ans_book_check (AnsBook *book, GCancellable *cancellable);

G_END_DECLS
