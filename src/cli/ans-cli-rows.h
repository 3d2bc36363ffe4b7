/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "cli/ans-cli-progress.h"
#include "listing/ans-listing.h"

G_BEGIN_DECLS

/* The column that every listing has beside its own: the number of the record. */
#define ANS_CLI_ROWS_ID "id"

typedef enum
{
  ANS_CLI_ROWS_CSV,
  ANS_CLI_ROWS_JSON,
} AnsCliRowsFormat;

/**
 * ans_cli_rows_write:
 * @ids: the rows, in order
 * @columns: names of columns, %NULL-terminated
 *
 * Writes rows page by page, so that a list of any size needs the memory of one page. Texts are
 * canonical, choices and references as a person reads them.
 */
gboolean ans_cli_rows_write (AnsListing *listing,
                             const GArray *ids,
                             const char *const *columns,
                             AnsCliRowsFormat format,
                             FILE *stream,
                             AnsCliProgress *progress,
                             GError **error);

G_END_DECLS
