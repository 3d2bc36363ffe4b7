/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-document.h"
#include "document/ans-letterhead.h"
#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * AnsListingDocumentOptions:
 * @columns: (nullable): ids of columns, %NULL-terminated; %NULL for the official ones
 * @rows: (nullable) (element-type gint64): only these rows of the list, in its order; %NULL for all
 * @date: (nullable): ISO day of the document; %NULL for the listing's day, or today
 * @posting: a “bản niêm yết”: without numbers of papers, phones, accounts
 * @sign: with an empty column to sign in
 * @portrait: upright paper instead of landscape
 * @row_height: in millimetres, 0 for the usual
 * @limit: at most so many rows, 0 for all
 * @draft: with “DỰ THẢO” across the pages
 */
typedef struct
{
  const char *const *columns;
  GArray *rows;
  const char *date;
  gboolean posting;
  gboolean sign;
  gboolean portrait;
  double row_height;
  guint limit;
  gboolean draft;
} AnsListingDocumentOptions;

/**
 * ans_listing_document_new:
 * @listing: what is listed; copied. Grouped lists get subtotals by village
 * @options: (nullable): %NULL for the official form
 *
 * The official sheet of a list: letterhead of the units valid on its day, title, table, totals,
 * signatures. Rows are read from the book as they are needed, so the document may be laid out on
 * another thread as long as the book is open.
 *
 * Returns: (transfer full) (nullable): the document
 */
AnsDocument *ans_listing_document_new (AnsListing *listing,
                                       const AnsListingDocumentOptions *options, GError **error);

G_END_DECLS
