/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_book_opening_open:
 *
 * Opens @file in @window: asks for a passphrase where needed, says in plain words what is wrong
 * otherwise.
 */
void ans_book_opening_open (AnsWindow *window, GFile *file);

/** ans_book_opening_choose: asks which book to open. */
void ans_book_opening_choose (AnsWindow *window);

/**
 * ans_book_opening_begin:
 * @path: (nullable): the book that was asked for; %NULL for that of last time
 *
 * Begins to open the first book, before there is a window.
 */
void ans_book_opening_begin (const char *path);

/** ans_book_opening_reopen_last: opens the book of last time, if the settings say so. */
void ans_book_opening_reopen_last (AnsWindow *window);

/** ans_book_opening_retry: opens the present book again, hoping that it can be written now. */
void ans_book_opening_retry (AnsWindow *window);

/** ans_book_opening_took: tells the recent books and @window of a book that was just opened. */
void ans_book_opening_took (AnsWindow *window, AnsBook *book);

/** ans_book_opening_recent: Returns: (transfer full): paths of recent books that still exist */
GStrv ans_book_opening_recent (void);

G_END_DECLS
