/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-listing-document.h"
#include "report/ans-report.h"

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
  AnsBook *book;             /* (nullable): of a paper made from figures, instead of a list */
  const AnsReportInfo *info; /* (nullable) */
  AnsReportRequest report;
  char *first, *last, *day; /* (nullable) */
  AnsListing *listing;      /* (nullable) */
  GStrv columns;            /* (nullable) */
  char *date;               /* (nullable) */
  AnsListingDocumentOptions options;
} AnsPrintRequest;

/** ans_print_request_new: all arguments are copied. */
AnsPrintRequest *ans_print_request_new (AnsListing *listing,
                                        const AnsListingDocumentOptions *options);

/** ans_print_request_new_report: a paper made from figures. @report is copied. */
AnsPrintRequest *ans_print_request_new_report (AnsBook *book,
                                               const AnsReportInfo *info,
                                               const AnsReportRequest *report);
AnsPrintRequest *ans_print_request_ref (AnsPrintRequest *self);
void ans_print_request_unref (AnsPrintRequest *self);

/** ans_print_request_make_document: Returns: (transfer full) (nullable): the document; from a
 * worker thread, which reads the book for itself */
AnsDocument *
ans_print_request_make_document (AnsPrintRequest *self, GCancellable *cancellable, GError **error);

/** ans_print_request_check: Returns: (transfer full) (nullable) (element-type AnsContradiction):
 * what contradicts itself in a paper made from figures; from a worker thread as well */
GPtrArray *
ans_print_request_check (AnsPrintRequest *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPrintRequest, ans_print_request_unref)

G_END_DECLS
