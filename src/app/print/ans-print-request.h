/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-listing-document.h"

G_BEGIN_DECLS

/**
 * AnsPrintRequest:
 *
 * What shall be printed and how: a copy of all that a worker thread needs for it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  AnsListing *listing;   /* (nullable): of a list */
  AnsDocument *document; /* (nullable): of a report */
  GError *error;         /* (nullable): why there is neither */
  char *title;           /* of a report */
  GStrv columns; /* (nullable) */
  char *date;    /* (nullable) */
  AnsListingDocumentOptions options;
} AnsPrintRequest;

/** ans_print_request_new_report: @document is a paper whose rows are in memory; @title names its
 * file. */
AnsPrintRequest *ans_print_request_new_report (AnsDocument *document, const char *title);

/** ans_print_request_new_failed: a paper that could not be made: asking for it gives @error. */
AnsPrintRequest *ans_print_request_new_failed (const GError *error);

/** ans_print_request_get_title: what the paper is called */
const char *ans_print_request_get_title (AnsPrintRequest *self);

/** ans_print_request_new: all arguments are copied. */
AnsPrintRequest *ans_print_request_new (AnsListing *listing,
                                        const AnsListingDocumentOptions *options);
AnsPrintRequest *ans_print_request_ref (AnsPrintRequest *self);
void ans_print_request_unref (AnsPrintRequest *self);

/** ans_print_request_make_document: Returns: (transfer full) (nullable): a document of its own */
AnsDocument *ans_print_request_make_document (AnsPrintRequest *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPrintRequest, ans_print_request_unref)

G_END_DECLS
