/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ANS_BOOK_ERROR:
 *
 * What can go wrong with the book file. Every message names what happened and what to do.
 */
#define ANS_BOOK_ERROR (ans_book_error_quark ())
GQuark ans_book_error_quark (void);

typedef enum
{
  ANS_BOOK_ERROR_NOT_FOUND,         /* no such file, record or action */
  ANS_BOOK_ERROR_NOT_A_BOOK,        /* another program's file, or garbage */
  ANS_BOOK_ERROR_NEWER,             /* written by a newer program */
  ANS_BOOK_ERROR_NEEDS_PASSPHRASE,  /* encrypted, no passphrase given */
  ANS_BOOK_ERROR_WRONG_PASSPHRASE,  /* encrypted, the passphrase does not open it */
  ANS_BOOK_ERROR_READ_ONLY,         /* the place or the opening forbids writing */
  ANS_BOOK_ERROR_IN_USE,            /* somebody else is writing */
  ANS_BOOK_ERROR_EXISTS,            /* would overwrite a file */
  ANS_BOOK_ERROR_DISK_FULL,         /* no room left; nothing was written */
  ANS_BOOK_ERROR_DAMAGED,           /* fails SQLite's own checks */
  ANS_BOOK_ERROR_CONSTRAINT,        /* would break a rule of the book */
  ANS_BOOK_ERROR_CANCELLED,         /* the officer stopped it */
  ANS_BOOK_ERROR_FAILED,            /* anything else; the message has the details */
} AnsBookError;

G_END_DECLS
