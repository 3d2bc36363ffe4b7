/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_tour_start:
 * @dir: where the pictures go; made if it is missing
 * @book: (nullable): the book to show; an invented one in memory of the disk otherwise
 * @done: called at the end with 0, or 1 if a page could not be shown or a picture not be saved
 *
 * Walks through all pages, light and dark, wide and narrow, and saves a picture of each.
 */
void ans_tour_start (AnsWindow *window,
                     const char *dir,
                     GFile *book,
                     void (*done) (int status, gpointer user_data),
                     gpointer user_data);

G_END_DECLS
