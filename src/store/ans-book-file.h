/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  ANS_BOOK_FILE_PLAIN,
  ANS_BOOK_FILE_ENCRYPTED,
} AnsBookFileKind;

/**
 * ans_book_file_sniff:
 *
 * Looks at the first bytes of @path without changing anything.
 *
 * Returns: %FALSE if it is certainly not a book (an encrypted file shows only with its passphrase)
 */
gboolean ans_book_file_sniff (const char *path, AnsBookFileKind *kind, GError **error);

/** ans_book_file_remove: removes a book that failed to be made, with its side files. */
void ans_book_file_remove (const char *path);

G_END_DECLS
