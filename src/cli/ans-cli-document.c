/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a file. */
#include "cli/ans-cli-document.h"

#include <glib/gi18n.h>

#include "cli/ans-cli-output.h"
#include "cli/ans-cli-progress.h"
#include "document/ans-csv-writer.h"
#include "document/ans-odt-writer.h"
#include "document/ans-pdf-writer.h"
#include "document/ans-xlsx-writer.h"
#include "text/ans-date.h"

/* Laying the pages out takes about as long as writing them. */
#define LAYOUT_PART 0.5

typedef struct
{
  AnsCliProgress *progress;
  double start;
  double part;
} Report;

static void
report (double fraction, gpointer data)
{
  Report *self = data;

  ans_cli_progress_report (self->progress, self->start + fraction * self->part, NULL);
}

static gboolean
write_csv (AnsDocument *document, const char *path, AnsCliProgress *progress, GError **error)
{
  Report whole = { progress, 0, 1 };

  /* A file is opened in a spreadsheet, which needs the mark to see that it is UTF-8. */
  return ans_csv_writer_write (document, path, ANS_CSV_BOM, NULL, report, &whole, error);
}

static gboolean
write_xlsx (AnsDocument *document, const char *path, AnsCliProgress *progress, GError **error)
{
  Report whole = { progress, 0, 1 };

  return ans_xlsx_writer_write (document, path, NULL, report, &whole, error);
}

static gboolean
write_odt (AnsDocument *document, const char *path, AnsCliProgress *progress, GError **error)
{
  Report whole = { progress, 0, 1 };

  return ans_odt_writer_write (document, path, NULL, report, &whole, error);
}

static gboolean
write_pdf (AnsDocument *document, const char *path, AnsCliProgress *progress, GError **error)
{
  Report first = { progress, 0, LAYOUT_PART };
  Report second = { progress, LAYOUT_PART, 1 - LAYOUT_PART };
  g_autoptr (AnsPageLayout) layout = ans_page_layout_new (document, NULL, report, &first, error);

  return layout != NULL && ans_pdf_writer_write (layout, path, NULL, report, &second, error);
}

static const struct
{
  const char *ending;
  gboolean (*write) (AnsDocument *, const char *, AnsCliProgress *, GError **);
} writers[] = {
  { ".csv", write_csv },
  { ".xlsx", write_xlsx },
  { ".pdf", write_pdf },
  { ".odt", write_odt },
};

static int
find_writer (const char *path)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_has_suffix (small, writers[i].ending))
      return (int) i;
  return -1;
}

gboolean
ans_cli_document_knows (const char *path)
{
  return find_writer (path) >= 0;
}

static void
tell_file (AnsListing *listing, AnsDocument *document, const char *path)
{
  const AnsListingInfo *info = ans_listing_get_info (listing);
  const char *as_of = ans_listing_get_as_of (listing);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "listing", info->id);
  ans_cli_json_text (builder, "title", info->title);
  ans_cli_json_text (builder, "as_of", as_of != NULL ? as_of : today);
  ans_cli_json_int (builder, "count",
                    ans_table_source_get_n_rows (ans_document_get_table (document)));
  ans_cli_json_text (builder, "path", path);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

gboolean
ans_cli_document_write_file (AnsCli *cli, AnsDocument *document, const char *path, GError **error)
{
  g_autoptr (AnsCliProgress) progress = ans_cli_progress_new (cli, _ ("Writing the paper"));

  return writers[find_writer (path)].write (document, path, progress, error);
}

AnsCliStatus
ans_cli_document_write (AnsCli *cli,
                        AnsListing *listing,
                        const AnsListingDocumentOptions *options,
                        const char *path)
{
  g_autoptr (AnsCliProgress) progress = ans_cli_progress_new (cli, _ ("Writing the list"));
  GError *error = NULL;
  g_autoptr (AnsDocument) document = ans_listing_document_new (listing, options, &error);

  if (document == NULL || !writers[find_writer (path)].write (document, path, progress, &error))
    return ans_cli_refuse (error);
  if (cli->json)
    tell_file (listing, document, path);
  return ANS_CLI_DONE;
}
