/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ans-cli.h"

G_BEGIN_DECLS

/**
 * ans_cli_fill_make_book:
 * @people: how many, 0 for none
 * @plan: (nullable): id of a plan that comes with the program
 *
 * Makes a book with an invented commune, a plan, or both. It appears at @path when it is complete; ended early,
 * nothing is there.
 */
gboolean ans_cli_fill_make_book (AnsCli *cli,
                                 const char *path,
                                 const char *passphrase,
                                 guint64 people,
                                 guint64 seed,
                                 const char *plan,
                                 GError **error);

G_END_DECLS
