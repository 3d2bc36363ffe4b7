/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ans-cli.h"
#include "listing/ans-listing.h"

G_BEGIN_DECLS

/** ans_cli_document_knows: whether the ending of @path is one that can be written. */
gboolean ans_cli_document_knows (const char *path);

/**
 * ans_cli_document_write:
 * @columns: (nullable): %NULL-terminated; %NULL for those of the official list
 * @limit: at most so many rows, negative for all
 *
 * Writes the list as a file; its ending says which kind. A file that is there is replaced when the
 * new one is complete.
 */
AnsCliStatus ans_cli_document_write (
    AnsCli *cli, AnsListing *listing, const char *const *columns, int limit, const char *path);

G_END_DECLS
