/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"

G_BEGIN_DECLS

/**
 * ans_early_book_start:
 * @path: the book that will be asked for
 *
 * Opens it on a thread while the toolkit starts on this one. Without a passphrase; what goes wrong
 * is found again, and said, when it is opened as usual. Once, before other books are opened.
 */
void ans_early_book_start (const char *path);

/**
 * ans_early_book_take:
 *
 * Returns: (transfer full) (nullable): the book that was opened early, if it is that of @path; from
 *   now on this thread's. Any other one is closed.
 */
AnsBook *ans_early_book_take (const char *path);

G_END_DECLS
