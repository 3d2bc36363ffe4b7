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
ans_print_request_new_document (AnsDocument *document, const char *title)
{
  AnsPrintRequest *self = g_new0 (AnsPrintRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->document = g_object_ref (document);
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
  g_clear_object (&self->document);
  g_clear_object (&self->listing);
  g_free (self->title);
  g_strfreev (self->columns);
  g_free (self->date);
  g_clear_pointer (&self->options.rows, g_array_unref);
  g_free (self);
}

AnsDocument *
ans_print_request_make_document (AnsPrintRequest *self, GError **error)
{
  if (self->document != NULL)
    return g_object_ref (self->document);
  return ans_listing_document_new (self->listing, &self->options, error);
}
