/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/ans-print-request.h"

AnsPrintRequest *
ans_print_request_new (AnsListing *listing, const AnsListingDocumentOptions *options)
{
  AnsPrintRequest *self = g_new0 (AnsPrintRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (ans_listing_get_info (listing)->title);
  self->listing = ans_listing_copy (listing);
  self->options = *options;
  self->columns = g_strdupv ((GStrv) options->columns);
  self->date = g_strdup (options->date);
  self->options.columns = (const char *const *) self->columns;
  self->options.date = self->date;
  if (options->rows != NULL)
    self->options.rows = g_array_ref (options->rows);
  return self;
}

AnsPrintRequest *
ans_print_request_new_report (AnsBook *book,
                              const AnsReportInfo *info,
                              const AnsReportRequest *report)
{
  AnsPrintRequest *self = g_new0 (AnsPrintRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (info->title);
  self->book = g_object_ref (book);
  self->info = info;
  self->first = g_strdup (report->first);
  self->last = g_strdup (report->last);
  self->day = g_strdup (report->day);
  self->date = g_strdup (report->date);
  self->report = *report;
  self->report.first = self->first;
  self->report.last = self->last;
  self->report.day = self->day;
  self->report.date = self->date;
  return self;
}

AnsPrintRequest *
ans_print_request_ref (AnsPrintRequest *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ans_print_request_unref (AnsPrintRequest *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->book);
  g_free (self->first);
  g_free (self->last);
  g_free (self->day);
  g_clear_object (&self->listing);
  g_free (self->title);
  g_strfreev (self->columns);
  g_free (self->date);
  g_clear_pointer (&self->options.rows, g_array_unref);
  g_free (self);
}

AnsDocument *
ans_print_request_make_document (AnsPrintRequest *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (AnsBookReading) reading = NULL;

  if (self->info == NULL)
    return ans_listing_document_new (self->listing, &self->options, error);
  reading = ans_book_read_aside (self->book, cancellable, error);
  return reading != NULL ? ans_report_make (self->info, self->book, &self->report, error) : NULL;
}

GPtrArray *
ans_print_request_check (AnsPrintRequest *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (AnsBookReading) reading = NULL;

  g_return_val_if_fail (self->info != NULL, NULL);

  reading = ans_book_read_aside (self->book, cancellable, error);
  return reading != NULL ? ans_report_check (self->info, self->book, &self->report, error) : NULL;
}
