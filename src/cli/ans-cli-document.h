/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ans-cli.h"
#include "document/ans-listing-document.h"

G_BEGIN_DECLS

/** ans_cli_document_knows: whether the ending of @path is one that can be written. */
gboolean ans_cli_document_knows (const char *path);

/**
 * ans_cli_document_write:
 *
 * Writes the list as a file; its ending says which kind. A file that is there is replaced when the
 * new one is complete.
 */
AnsCliStatus ans_cli_document_write (AnsCli *cli,
                                     AnsListing *listing,
                                     const AnsListingDocumentOptions *options,
                                     const char *path);

/** ans_cli_document_write_file: writes @document to @path, whose ending ans_cli_document_knows(). */
gboolean ans_cli_document_write_file (AnsCli *cli,
                                      AnsDocument *document,
                                      const char *path,
                                      GError **error);

G_END_DECLS
