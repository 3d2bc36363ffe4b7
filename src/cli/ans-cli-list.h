/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ans-cli.h"
#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * ans_cli_list_write:
 * @columns: (nullable): names between commas; %NULL for all that are not hidden
 * @limit: at most so many rows, -1 for all
 *
 * Writes the rows of a listing on standard output: CSV, or JSON with --json.
 */
AnsCliStatus ans_cli_list_write (AnsCli *cli, AnsListing *listing, const char *columns, int limit);

/** ans_cli_list_find_village: Returns: the village that is called @text (name, code, “#number”), 0
 * with @error if there is none */
gint64 ans_cli_list_find_village (AnsBook *book, const char *text, GError **error);

G_END_DECLS
