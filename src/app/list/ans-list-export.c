/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-export.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/import/ans-import-page.h"
#include "app/list/ans-list-words.h"
#include "app/window/ans-file-choice.h"
#include "document/ans-csv-writer.h"
#include "document/ans-listing-document.h"
#include "document/ans-odt-writer.h"
#include "document/ans-pdf-writer.h"
#include "document/ans-xlsx-writer.h"

typedef struct
{
  AnsWindow *window;
  AnsListing *listing;
  GStrv columns;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->window);
  g_clear_object (&export->listing);
  g_strfreev (export->columns);
  g_free (export->path);
  g_free (export);
}

static void
report (double fraction, gpointer data)
{
  g_autofree char *status = g_strdup_printf ("%.0f %%", fraction * 100);

  ans_job_report (data, fraction, status);
}

static gboolean
write_file (
    AnsDocument *document, const char *path, GCancellable *cancellable, AnsJob *job, GError **error)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (small, ".csv"))
    return ans_csv_writer_write (document, path, ANS_CSV_BOM, cancellable, report, job, error);
  if (g_str_has_suffix (small, ".odt"))
    return ans_odt_writer_write (document, path, cancellable, report, job, error);
  if (g_str_has_suffix (small, ".pdf"))
    {
      g_autoptr (AnsPageLayout) layout =
          ans_page_layout_new (document, cancellable, NULL, NULL, error);

      return layout != NULL && ans_pdf_writer_write (layout, path, cancellable, report, job, error);
    }
  return ans_xlsx_writer_write (document, path, cancellable, report, job, error);
}

static void
export_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  AnsListingDocumentOptions options = { .columns = (const char *const *) export->columns };
  GError *error = NULL;
  g_autoptr (AnsDocument) document = ans_listing_document_new (export->listing, &options, &error);

  if (document != NULL &&
      write_file (document, export->path, cancellable, ANS_JOB (source), &error))
    g_task_return_pointer (task, g_strdup (export->path), g_free);
  else
    g_task_return_error (task, error);
}

static void
exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ans_job_run_finish (ANS_JOB (source), result, &error);
  guint64 *rows = g_object_get_data (source, "ans-rows");
  const AnsListingInfo *info = g_object_get_data (source, "ans-info");
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      ans_window_show_error (window, _ ("The list was not exported"), error);
      return;
    }
  name = g_path_get_basename (path);
  count = ans_list_words_count (info, *rows);
  /* Translators: %1$s is a number of people, households …, %2$s the name of a file */
  text = g_strdup_printf (_ ("%1$s written to “%2$s”"), count, name);
  ans_window_toast (window, text, 0);
}

void
ans_list_export_write (AnsWindow *window,
                       AnsListing *listing,
                       const char *const *columns,
                       const char *path)
{
  g_autoptr (AnsJob) job = ans_job_new (_ ("Exporting the list"));
  Export *export = g_new0 (Export, 1);
  gint64 rows =
      ans_listing_count (listing, ans_book_get_connection (ans_listing_get_book (listing)), NULL);

  g_return_if_fail (ANS_IS_WINDOW (window));

  /* A copy: the officer may go on asking while it is written. */
  export->listing = ans_listing_copy (listing);
  export->columns = g_strdupv ((GStrv) columns);
  export->path = g_strdup (path);
  g_object_set_data_full (G_OBJECT (job), "ans-rows", g_memdup2 (&rows, sizeof rows), g_free);
  g_object_set_data (G_OBJECT (job), "ans-info", (gpointer) ans_listing_get_info (listing));
  ans_job_run (job, export_work, export, export_free, exported, g_object_ref (window));
  ans_window_add_job (window, job);
}

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = file != NULL ? ans_file_choice_take (file) : NULL;

  if (path != NULL)
    ans_list_export_write (export->window, export->listing, (const char *const *) export->columns,
                           path);
  else
    ans_window_show_error (export->window, _ ("No file could be chosen"), error);
  export_free (export);
}

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
}

#define SUFFIXES(...) ((const char *const[]) { __VA_ARGS__, NULL })

static GtkFileDialog *
dialog_new (const char *title, GListStore *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autofree char *folder = g_settings_get_string (ans_settings (), "last-folder");

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  if (*folder != '\0' && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_dialog_set_initial_folder (dialog, file);
    }
  return dialog;
}

void
ans_list_export_start (AnsWindow *window, AnsListing *listing, const char *const *columns)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = g_strconcat (ans_listing_get_info (listing)->title, ".xlsx", NULL);
  Export *export = g_new0 (Export, 1);

  g_return_if_fail (ANS_IS_WINDOW (window));

  add_filter (filters, _ ("Workbook (*.xlsx)"), SUFFIXES ("xlsx"));
  add_filter (filters, _ ("Text table (*.csv)"), SUFFIXES ("csv"));
  add_filter (filters, _ ("PDF (*.pdf)"), SUFFIXES ("pdf"));
  add_filter (filters, _ ("Document (*.odt)"), SUFFIXES ("odt"));
  dialog = dialog_new (_ ("Export the list"), filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  export->window = g_object_ref (window);
  export->listing = ans_listing_copy (listing);
  export->columns = g_strdupv ((GStrv) columns);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, file_chosen, export);
}

typedef struct
{
  AnsWindow *window;
  AnsBook *book;
  const AnsRegister *reg;
} Import;

static void
import_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ans_window_push_full (import->window,
                          ans_import_page_new (import->window, import->book, import->reg, file));
  else
    ans_window_show_error (import->window, _ ("No file could be chosen"), error);
  g_object_unref (import->window);
  g_object_unref (import->book);
  g_free (import);
}

void
ans_list_export_import (AnsWindow *window, AnsBook *book, const AnsRegister *reg)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileDialog) dialog = NULL;
  Import *import = g_new0 (Import, 1);

  g_return_if_fail (ANS_IS_WINDOW (window));

  add_filter (filters, _ ("Workbooks and text tables"),
              SUFFIXES ("xlsx", "xlsm", "ods", "csv", "tsv", "txt", "xls"));
  dialog = dialog_new (_ ("Choose a workbook"), filters);
  import->window = g_object_ref (window);
  import->book = g_object_ref (book);
  import->reg = reg;
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, import_chosen, import);
}
