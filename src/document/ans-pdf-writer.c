/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-pdf-writer.h"

#include <cairo-pdf.h>
#include <errno.h>

#include "document/ans-document-private.h"
#include "scene/ans-output-file.h"
#include "document/ans-page-layout-private.h"
#include "document/ans-page-painter.h"

#define KEPT_MEMORY (16 * 1024 * 1024)

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  return ans_output_file_write (closure, data, length) ? CAIRO_STATUS_SUCCESS
                                                       : CAIRO_STATUS_WRITE_ERROR;
}

static void
describe (cairo_surface_t *surface, AnsDocument *document)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, ANS_PROGRAM_NAME);
  if (document->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->subtitle);
  if (document->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
}

/* Each group becomes an entry in the reader's side bar. */
static void
outline_page (AnsPageLayout *layout, cairo_surface_t *surface, guint page, guint *next_group)
{
  AnsDocument *document = ans_page_layout_get_document (layout);
  guint n_groups = ans_table_source_get_n_groups (document->table);

  if (ans_table_source_get_n_rows (document->table) == 0)
    return;
  for (; *next_group < n_groups; (*next_group)++)
    {
      AnsTableGroup group;
      g_autofree char *title = NULL, *place = NULL;

      if (ans_page_layout_get_group_page (layout, *next_group) != page)
        return;
      ans_table_source_get_group (document->table, *next_group, &group);
      title = ans_document_group_title (document, *next_group, group.title);
      place = g_strdup_printf ("page=%u", page + 1);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, place, 0);
    }
}

static gboolean
write_pages (AnsPageLayout *layout,
             cairo_surface_t *surface,
             GCancellable *cancellable,
             AnsDocumentProgress progress,
             gpointer progress_data,
             GError **error)
{
  guint n_pages = ans_page_layout_get_n_pages (layout);
  guint step = MAX (n_pages / 100, 1);
  guint next_group = 0;
  cairo_t *cr = cairo_create (surface);
  gboolean going = TRUE;

  for (guint page = 0; going && page < n_pages; page++)
    {
      going = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
              ans_page_painter_paint (layout, page, cr, error);
      if (!going)
        break;
      outline_page (layout, surface, page, &next_group);
      cairo_show_page (cr);
      if (progress != NULL && page % step == 0)
        progress ((double) (page + 1) / n_pages, progress_data);
      /* A full disk is noticed early; the reason comes out when the file is committed. */
      if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
        break;
    }
  cairo_destroy (cr);
  return going;
}

/**
 * ans_pdf_writer_write:
 * @layout: the pages
 * @path: the file to make or replace
 * @cancellable: (nullable): looked at before each page
 * @progress: (nullable): told the share of pages that are done
 * @progress_data: given to @progress
 * @error: an #AnsDocumentError, the source's own, or %G_IO_ERROR_CANCELLED
 *
 * Writes real text (searchable, fonts embedded as subsets) with the same painter as the screen. The
 * file appears when it is whole; on failure nothing is left and an older file stays as it was.
 * Works in the calling thread: run it in a #GTask.
 *
 * Returns: whether the file is there
 */
gboolean
ans_pdf_writer_write (AnsPageLayout *layout,
                      const char *path,
                      GCancellable *cancellable,
                      AnsDocumentProgress progress,
                      gpointer progress_data,
                      GError **error)
{
  g_autoptr (AnsOutputFile) file = NULL;
  cairo_surface_t *surface;
  double width, height;
  gboolean written;

  g_return_val_if_fail (ANS_IS_PAGE_LAYOUT (layout), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  file = ans_output_file_new (path, error);
  if (file == NULL)
    return FALSE;
  /* cairo takes and returns about a megabyte for each page. Freeing one large block makes glibc
   * keep such memory instead of handing it to the kernel each time: a third of the whole time. */
  g_free (g_malloc (KEPT_MEMORY));
  ans_page_layout_get_page_size (layout, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, file, width, height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  describe (surface, ans_page_layout_get_document (layout));
  written = write_pages (layout, surface, cancellable, progress, progress_data, error);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    ans_output_file_fail (file,
                          cairo_surface_status (surface) == CAIRO_STATUS_NO_MEMORY ? ENOMEM : EIO);
  cairo_surface_destroy (surface);
  return written && ans_output_file_commit (file, error);
}
