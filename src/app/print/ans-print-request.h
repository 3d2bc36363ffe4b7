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
  char *title;
  AnsDocument *document; /* (nullable): it is there already, instead of a list */
  AnsListing *listing;   /* (nullable) */
  GStrv columns;         /* (nullable) */
  char *date;            /* (nullable) */
  AnsListingDocumentOptions options;
} AnsPrintRequest;

/** ans_print_request_new: all arguments are copied. */
AnsPrintRequest *ans_print_request_new (AnsListing *listing,
                                        const AnsListingDocumentOptions *options);

/** ans_print_request_new_document: a paper that is made already, called @title. */
AnsPrintRequest *ans_print_request_new_document (AnsDocument *document, const char *title);
AnsPrintRequest *ans_print_request_ref (AnsPrintRequest *self);
void ans_print_request_unref (AnsPrintRequest *self);

/** ans_print_request_make_document: Returns: (transfer full) (nullable): the document; from any
 * thread */
AnsDocument *ans_print_request_make_document (AnsPrintRequest *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPrintRequest, ans_print_request_unref)

G_END_DECLS
