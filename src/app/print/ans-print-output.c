/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/ans-print-output.h"

#include <glib/gi18n.h>

#include "document/ans-csv-writer.h"
#include "document/ans-odt-writer.h"
#include "document/ans-page-painter.h"
#include "document/ans-pdf-writer.h"
#include "document/ans-xlsx-writer.h"

static const struct
{
  const char *ending;
  const char *label;
} formats[ANS_PRINT_N_FORMATS] = {
  [ANS_PRINT_PDF] = { "pdf", N_ ("PDF document") },
  [ANS_PRINT_XLSX] = { "xlsx", N_ ("Excel workbook") },
  [ANS_PRINT_ODT] = { "odt", N_ ("Text document") },
  [ANS_PRINT_CSV] = { "csv", N_ ("Comma-separated values") },
};

int
ans_print_output_find_format (const char *name)
{
  for (int i = 0; i < ANS_PRINT_N_FORMATS; i++)
    if (g_str_equal (formats[i].ending, name))
      return i;
  return -1;
}

typedef struct
{
  AnsWindow *window;
  AnsPrintRequest *request;
  AnsPrintFormat format;
  char *path;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->window);
  ans_print_request_unref (save->request);
  g_free (save->path);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* --- writing --------------------------------------------------------------------------------- */

static void
report (double fraction, gpointer data)
{
  ans_job_report (data, fraction, NULL);
}

static gboolean
write_pdf (AnsDocument *document, const char *path, AnsJob *job, GError **error)
{
  GCancellable *cancellable = ans_job_get_cancellable (job);
  g_autoptr (AnsPageLayout) layout = ans_page_layout_new (document, cancellable, NULL, NULL, error);

  return layout != NULL && ans_pdf_writer_write (layout, path, cancellable, report, job, error);
}

static gboolean
write_file (const Save *save, AnsJob *job, GError **error)
{
  g_autoptr (AnsDocument) document = NULL;
  GCancellable *cancellable = ans_job_get_cancellable (job);

  document = ans_print_request_make_document (save->request, cancellable, error);
  if (document == NULL)
    return FALSE;
  switch (save->format)
    {
    case ANS_PRINT_XLSX:
      return ans_xlsx_writer_write (document, save->path, cancellable, report, job, error);
    case ANS_PRINT_ODT:
      return ans_odt_writer_write (document, save->path, cancellable, report, job, error);
    case ANS_PRINT_CSV:
      return ans_csv_writer_write (document, save->path, ANS_CSV_BOM | ANS_CSV_PRINTED, cancellable,
                                   report, job, error);
    case ANS_PRINT_PDF:
    case ANS_PRINT_N_FORMATS:
    default:
      return write_pdf (document, save->path, job, error);
    }
}

static void
save_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (data, source, &error))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, error);
}

static void
save_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_path_get_basename (save->path);
  g_autofree char *text = NULL;

  ans_job_run_finish (ANS_JOB (source), result, &error);
  if (error != NULL)
    {
      ans_window_show_error (save->window, _ ("The List Was Not Saved"), error);
      return;
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_ ("Saved as “%s”"), base);
  ans_window_toast (save->window, text, 0);
}

static Save *
save_copy (const Save *save)
{
  Save *copy = g_new0 (Save, 1);

  copy->window = g_object_ref (save->window);
  copy->request = ans_print_request_ref (save->request);
  copy->format = save->format;
  copy->path = g_strdup (save->path);
  return copy;
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (AnsJob) job = NULL;

  save->path = file != NULL ? g_file_get_path (file) : NULL;
  if (save->path == NULL)
    return;
  job = ans_job_new (_ ("Saving the List"));
  ans_job_run (job, save_work, save_copy (save), (GDestroyNotify) save_free, save_done,
               save_copy (save));
  ans_window_add_job (save->window, job);
}

void
ans_print_output_save (AnsWindow *window, AnsPrintRequest *request, AnsPrintFormat format)
{
  Save *save = g_new0 (Save, 1);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = g_strdup_printf ("%s.%s", request->title, formats[format].ending);

  save->window = g_object_ref (window);
  save->request = ans_print_request_ref (request);
  save->format = format;
  gtk_file_filter_set_name (filter, _ (formats[format].label));
  gtk_file_filter_add_suffix (filter, formats[format].ending);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Save the List"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, file_chosen_cb, save);
}

/* --- printing -------------------------------------------------------------------------------- */

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              AnsPageLayout *layout)
{
  g_autoptr (GError) error = NULL;

  if (!ans_page_painter_paint (layout, (guint) page, gtk_print_context_get_cairo_context (context),
                               &error))
    gtk_print_operation_cancel (operation);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, AnsWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      ans_window_show_error (window, _ ("The List Was Not Printed"), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    ans_window_toast (window, _ ("Sent to the printer"), 0);
}

void
ans_print_output_print (AnsWindow *window, AnsPageLayout *layout)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  double width;
  double height;

  ans_page_layout_get_page_size (layout, &width, &height);
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) ans_page_layout_get_n_pages (layout));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_job_name (operation,
                                    ans_document_get_title (ans_page_layout_get_document (layout)));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (layout),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), window, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (window), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    ans_window_show_error (window, _ ("The List Was Not Printed"), error);
}
