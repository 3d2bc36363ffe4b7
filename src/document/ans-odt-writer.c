/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same list as a text document, for an office that wants to edit before it prints. Column
 * widths are those of the printed page. */
#include "document/ans-odt-writer.h"

#include <string.h>

#include "document/ans-cell-text.h"
#include "document/ans-document-private.h"
#include "document/ans-page-table.h"
#include "document/ans-zip-writer.h"

#define CHUNK        65536
#define CANCEL_EVERY 256
#define MIME_TYPE    "application/vnd.oasis.opendocument.text"
#define SIGN_LINES   4  /* empty lines to sign in */
#define HEADER_MM    10 /* room for the page number inside the margin */

typedef struct
{
  AnsDocument *document;
  AnsTextShaper *shaper;
  AnsPageTable *table;
  AnsZipWriter *zip;
  GString *out; /* of the present part */
  GString *cell, *clean;
  double width; /* of the text, mm */
} Writer;

static void
flush (Writer *w)
{
  ans_zip_writer_add (w->zip, w->out->str, w->out->len);
  g_string_truncate (w->out, 0);
}

static void
raw (Writer *w, const char *xml)
{
  g_string_append (w->out, xml);
}

G_GNUC_PRINTF (2, 3) static void format (Writer *w, const char *xml, ...)
{
  va_list arguments;

  va_start (arguments, xml);
  g_string_append_vprintf (w->out, xml, arguments);
  va_end (arguments);
}

/* Numbers with a point, whatever the locale says. */
static const char *
mm (double value, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", value);
}

static void
escape (Writer *w, const char *text)
{
  for (const char *p = ans_cell_clean (text, w->clean); *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        raw (w, "&amp;");
        break;
      case '<':
        raw (w, "&lt;");
        break;
      case '>':
        raw (w, "&gt;");
        break;
      case '"':
        raw (w, "&quot;");
        break;
      case '\n':
        raw (w, "<text:line-break/>");
        break;
      default:
        g_string_append_c (w->out, *p);
        break;
      }
}

static void
paragraph (Writer *w, const char *style, const char *text)
{
  if (*text == '\0')
    {
      format (w, "<text:p text:style-name=\"%s\"/>", style);
      return;
    }
  format (w, "<text:p text:style-name=\"%s\">", style);
  escape (w, text);
  raw (w, "</text:p>");
}

static void
paragraph_style (Writer *w,
                 const char *name,
                 double size,
                 const char *align,
                 gboolean bold,
                 gboolean italic,
                 const char *more)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  format (w,
          "<style:style style:name=\"%s\" style:family=\"paragraph\" "
          "style:parent-style-name=\"Standard\">"
          "<style:paragraph-properties fo:text-align=\"%s\"%s/>"
          "<style:text-properties fo:font-size=\"%spt\"%s%s/></style:style>",
          name, align, more, mm (size, number), bold ? " fo:font-weight=\"bold\"" : "",
          italic ? " fo:font-style=\"italic\"" : "");
}

/* A rule under a line of the letterhead: an empty paragraph with a border, indented to its length.
 */
static void
rule_style (
    Writer *w, const char *name, double column_mm, const char *text, double size, double share)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *more = NULL;
  double length =
      ans_text_shaper_width (w->shaper, ANS_FACE_BOLD, text, strlen (text)) * size * share / ANS_MM;

  mm (MAX ((column_mm - length) / 2, 0), number);
  more =
      g_strdup_printf (" fo:margin-left=\"%smm\" fo:margin-right=\"%smm\" fo:margin-bottom=\"2mm\""
                       " fo:border-bottom=\"0.75pt solid #000000\"",
                       number, number);
  paragraph_style (w, name, 2, "center", FALSE, FALSE, more);
}

static const char *const namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.2\"";

static void
write_manifest (Writer *w)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };

  ans_zip_writer_begin (w->zip, "META-INF/manifest.xml", TRUE);
  raw (w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest"
          " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
          "manifest:version=\"1.2\">"
          "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""
          " manifest:media-type=\"" MIME_TYPE "\"/>");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    format (w, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"text/xml\"/>",
            parts[i]);
  raw (w, "</manifest:manifest>");
  flush (w);
}

static void
write_meta (Writer *w)
{
  AnsDocument *document = w->document;

  ans_zip_writer_begin (w->zip, "meta.xml", TRUE);
  format (w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta%s><office:meta>",
          namespaces);
  raw (w, "<meta:generator>" ANS_PROGRAM_NAME "</meta:generator>");
  if (document->title != NULL)
    {
      raw (w, "<dc:title>");
      escape (w, document->title);
      raw (w, "</dc:title>");
    }
  if (document->author != NULL)
    {
      raw (w, "<meta:initial-creator>");
      escape (w, document->author);
      raw (w, "</meta:initial-creator>");
    }
  raw (w, "</office:meta></office:document-meta>");
  flush (w);
}

static void
page_layout (Writer *w, const char *name, gboolean header, gboolean footer)
{
  AnsDocument *document = w->document;
  gboolean landscape = document->orientation == ANS_ORIENTATION_LANDSCAPE;
  char top[G_ASCII_DTOSTR_BUF_SIZE], bottom[G_ASCII_DTOSTR_BUF_SIZE];
  char left[G_ASCII_DTOSTR_BUF_SIZE], right[G_ASCII_DTOSTR_BUF_SIZE];

  mm (document->margin_top - (header ? HEADER_MM : 0), top);
  mm (document->margin_bottom - (footer ? HEADER_MM : 0), bottom);
  format (
      w,
      "<style:page-layout style:name=\"%s\"><style:page-layout-properties fo:page-width=\"%dmm\""
      " fo:page-height=\"%dmm\" style:print-orientation=\"%s\" fo:margin-top=\"%smm\""
      " fo:margin-bottom=\"%smm\" fo:margin-left=\"%smm\" fo:margin-right=\"%smm\"/>",
      name, landscape ? 297 : 210, landscape ? 210 : 297, landscape ? "landscape" : "portrait", top,
      bottom, mm (document->margin_left, left), mm (document->margin_right, right));
  if (header)
    format (w,
            "<style:header-style><style:header-footer-properties svg:height=\"%dmm\""
            " fo:margin-bottom=\"0mm\" style:dynamic-spacing=\"false\"/></style:header-style>",
            HEADER_MM);
  if (footer)
    format (w,
            "<style:footer-style><style:header-footer-properties svg:height=\"%dmm\""
            " fo:margin-top=\"0mm\" style:dynamic-spacing=\"false\"/></style:footer-style>",
            HEADER_MM);
  raw (w, "</style:page-layout>");
}

static void
master_page (Writer *w, const char *name, const char *layout, gboolean first)
{
  AnsDocument *document = w->document;
  gboolean number = document->page_numbers == ANS_PAGE_NUMBERS_TOP && !first;

  format (w, "<style:master-page style:name=\"%s\" style:page-layout-name=\"%s\"%s>", name, layout,
          first ? " style:next-style-name=\"Standard\"" : "");
  if (number || document->watermark != NULL)
    {
      raw (w, "<style:header>");
      if (document->watermark != NULL)
        paragraph (w, "Draft", document->watermark);
      if (number)
        raw (w, "<text:p text:style-name=\"Number\"><text:page-number "
                "text:select-page=\"current\"/></text:p>");
      raw (w, "</style:header>");
    }
  if (document->page_numbers == ANS_PAGE_NUMBERS_FOOTER)
    raw (w, "<style:footer><text:p text:style-name=\"Footer\">Trang <text:page-number"
            " text:select-page=\"current\"/>/<text:page-count/></text:p></style:footer>");
  raw (w, "</style:master-page>");
}

static void
write_styles (Writer *w)
{
  AnsDocument *document = w->document;
  gboolean footer = document->page_numbers == ANS_PAGE_NUMBERS_FOOTER;
  gboolean draft = document->watermark != NULL;

  ans_zip_writer_begin (w->zip, "styles.xml", TRUE);
  format (w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles%s>", namespaces);
  raw (w, "<office:font-face-decls><style:font-face style:name=\"Times New Roman\""
          " svg:font-family=\"'Times New Roman',Tinos,'Liberation Serif'\""
          " style:font-family-generic=\"roman\" "
          "style:font-pitch=\"variable\"/></office:font-face-decls>"
          "<office:styles><style:default-style style:family=\"paragraph\"><style:text-properties"
          " style:font-name=\"Times New Roman\" fo:font-size=\"13pt\" fo:language=\"vi\" "
          "fo:country=\"VN\"/>"
          "</style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\""
          " style:class=\"text\"/>");
  paragraph_style (w, "Number", 13, "center", FALSE, FALSE, "");
  paragraph_style (w, "Footer", 10, "end", FALSE, FALSE, "");
  paragraph_style (w, "Draft", 14, "end", TRUE, FALSE, "");
  raw (w, "</office:styles><office:automatic-styles>");
  page_layout (w, "first", draft, footer);
  page_layout (w, "next", draft || document->page_numbers == ANS_PAGE_NUMBERS_TOP, footer);
  raw (w, "</office:automatic-styles><office:master-styles>");
  master_page (w, "Standard", "next", FALSE);
  master_page (w, "First", "first", TRUE);
  raw (w, "</office:master-styles></office:document-styles>");
  flush (w);
}

static void
column_style (Writer *w, const char *prefix, guint number, double width_mm)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  format (w,
          "<style:style style:name=\"%s%u\" "
          "style:family=\"table-column\"><style:table-column-properties"
          " style:column-width=\"%smm\"/></style:style>",
          prefix, number, mm (width_mm, width));
}

static void
table_style (Writer *w, const char *name)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  format (w,
          "<style:style style:name=\"%s\" style:family=\"table\"><style:table-properties "
          "style:width=\"%smm\""
          " table:align=\"left\" fo:margin-left=\"0mm\"/></style:style>",
          name, mm (w->width, width));
}

static double
left_part (const Writer *w)
{
  return w->width * 0.40;
}

static void
write_automatic_styles (Writer *w)
{
  static const struct
  {
    const char *name, *align;
    gboolean bold;
  } cells[] = { { "s", "start", FALSE }, { "c", "center", FALSE }, { "e", "end", FALSE },
                { "sb", "start", TRUE }, { "cb", "center", TRUE }, { "eb", "end", TRUE } };
  AnsDocument *document = w->document;
  guint n_signatures = document->signatures->len;
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  raw (w, "<office:automatic-styles>");
  paragraph_style (w, "Agency", 12, "center", TRUE, FALSE, "");
  paragraph_style (w, "Plain", 12, "center", FALSE, FALSE, "");
  paragraph_style (w, "Motto", 13, "center", TRUE, FALSE, "");
  paragraph_style (w, "Place", 13, "center", FALSE, TRUE, "");
  paragraph_style (w, "Title", 14, "center", TRUE, FALSE, " fo:margin-top=\"3mm\"");
  paragraph_style (w, "Unit", 12, "end", FALSE, TRUE, " fo:keep-with-next=\"always\"");
  paragraph_style (w, "Small", 2, "start", FALSE, FALSE, "");
  paragraph_style (w, "Opening", 13, "start", FALSE, FALSE, "");
  paragraph_style (w, "OpeningItalic", 13, "start", FALSE, TRUE, "");
  paragraph_style (w, "Closing", 12, "start", FALSE, FALSE, " fo:keep-with-next=\"always\"");
  paragraph_style (w, "ClosingItalic", 12, "start", FALSE, TRUE, " fo:keep-with-next=\"always\"");
  paragraph_style (w, "Sign", 13, "center", TRUE, FALSE, " fo:keep-with-next=\"always\"");
  paragraph_style (w, "Note", 12, "center", FALSE, TRUE, " fo:keep-with-next=\"always\"");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    paragraph_style (w, cells[i].name, w->table->size, cells[i].align, cells[i].bold, FALSE, "");
  if (document->agency != NULL && document->agency[0] != NULL)
    {
      guint last = g_strv_length (document->agency) - 1;

      rule_style (w, "AgencyRule", left_part (w), document->agency[last], 12, 0.45);
      rule_style (w, "MottoRule", w->width - left_part (w), ANS_MOTTO_LINE, 13, 1);
    }
  /* The first paragraph chooses the page style of page 1. */
  raw (w, "<style:style style:name=\"Start\" style:family=\"paragraph\" "
          "style:parent-style-name=\"Standard\""
          " style:master-page-name=\"First\"><style:text-properties "
          "fo:font-size=\"2pt\"/></style:style>");

  table_style (w, "List");
  table_style (w, "Frame");
  column_style (w, "Head", 0, left_part (w));
  column_style (w, "Head", 1, w->width - left_part (w));
  for (guint i = 0; i < w->table->n_columns; i++)
    column_style (w, "C", i, w->table->columns[i].width / ANS_MM);
  for (guint i = 0; i < MAX (n_signatures, 2); i++)
    column_style (w, "Sign", i, w->width / MAX (n_signatures, 2));
  format (w,
          "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties"
          " style:min-row-height=\"%smm\" fo:keep-together=\"always\"/></style:style>",
          mm (document->row_height, height));
  raw (w,
       "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties"
       " fo:border=\"0.5pt solid #000000\" fo:padding-left=\"1mm\" fo:padding-right=\"1mm\""
       " fo:padding-top=\"0.5mm\" fo:padding-bottom=\"0.5mm\" "
       "style:vertical-align=\"middle\"/></style:style>"
       "<style:style style:name=\"Open\" style:family=\"table-cell\"><style:table-cell-properties"
       " fo:border=\"none\" fo:padding=\"0mm\"/></style:style></office:automatic-styles>");
}

static void
begin_open_cell (Writer *w)
{
  raw (w, "<table:table-cell table:style-name=\"Open\" office:value-type=\"string\">");
}

static void
write_letterhead (Writer *w)
{
  AnsDocument *document = w->document;

  if (document->agency == NULL || document->agency[0] == NULL)
    return;
  raw (w, "<table:table table:name=\"Letterhead\" table:style-name=\"Frame\">"
          "<table:table-column table:style-name=\"Head0\"/><table:table-column "
          "table:style-name=\"Head1\"/>"
          "<table:table-row>");
  begin_open_cell (w);
  if (document->parent_agency != NULL)
    paragraph (w, "Plain", document->parent_agency);
  for (char **line = document->agency; *line != NULL; line++)
    paragraph (w, "Agency", *line);
  paragraph (w, "AgencyRule", "");
  if (document->number != NULL)
    paragraph (w, "Plain", document->number);
  raw (w, "</table:table-cell>");
  begin_open_cell (w);
  paragraph (w, "Agency", ANS_COUNTRY_LINE);
  paragraph (w, "Motto", ANS_MOTTO_LINE);
  paragraph (w, "MottoRule", "");
  if (document->place_date != NULL)
    paragraph (w, "Place", document->place_date);
  raw (w, "</table:table-cell></table:table-row></table:table>");
}

static void
write_titles (Writer *w)
{
  AnsDocument *document = w->document;

  if (document->title != NULL)
    paragraph (w, "Title", document->title);
  if (document->subtitle != NULL)
    paragraph (w, "Motto", document->subtitle);
  if (document->attachment != NULL)
    paragraph (w, "Place", document->attachment);
  if (document->opening->len > 0)
    paragraph (w, "Small", "");
  for (guint i = 0; i < document->opening->len; i++)
    {
      const AnsClosingLine *line = &g_array_index (document->opening, AnsClosingLine, i);

      paragraph (w, line->italic ? "OpeningItalic" : "Opening", line->text);
    }
  paragraph (w, document->unit_note != NULL ? "Unit" : "Small",
             document->unit_note != NULL ? document->unit_note : "");
}

static void
cell_over (Writer *w, guint columns, guint rows, const char *style, const char *text)
{
  raw (w, "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\"");
  if (columns > 1)
    format (w, " table:number-columns-spanned=\"%u\"", columns);
  if (rows > 1)
    format (w, " table:number-rows-spanned=\"%u\"", rows);
  raw (w, ">");
  paragraph (w, style, text);
  raw (w, "</table:table-cell>");
  for (guint i = 1; i < columns; i++)
    raw (w, "<table:covered-table-cell/>");
}

static void
write_header (Writer *w)
{
  const AnsPageTable *table = w->table;
  gboolean upper = table->header_split > 0;

  raw (w, "<table:table-header-rows><table:table-row table:style-name=\"Row\">");
  for (guint i = 0; i < table->n_columns;)
    {
      const char *title = table->columns[i].column->group_title;
      guint n = 0;

      while (title != NULL && i + n < table->n_columns &&
             g_strcmp0 (table->columns[i + n].column->group_title, title) == 0)
        n++;
      if (n > 0)
        cell_over (w, n, 1, "cb", title);
      else
        cell_over (w, 1, upper ? 2 : 1, "cb", table->columns[i].column->title);
      i += MAX (n, 1);
    }
  raw (w, "</table:table-row>");
  if (upper)
    {
      raw (w, "<table:table-row table:style-name=\"Row\">");
      for (guint i = 0; i < table->n_columns; i++)
        if (table->columns[i].column->group_title != NULL)
          cell_over (w, 1, 1, "cb", table->columns[i].column->title);
        else
          raw (w, "<table:covered-table-cell/>");
      raw (w, "</table:table-row>");
    }
  raw (w, "</table:table-header-rows>");
}

static void
begin_row (Writer *w)
{
  raw (w, "<table:table-row table:style-name=\"Row\">");
}

static void
end_row (Writer *w)
{
  raw (w, "</table:table-row>");
  if (w->out->len >= CHUNK)
    flush (w);
}

static const char *
cell_style (const AnsPageColumn *column, gboolean bold)
{
  static const char *const styles[2][4] = { { "s", "s", "c", "e" }, { "sb", "sb", "cb", "eb" } };

  return styles[bold || column->column->bold][column->align];
}

static void
write_total (Writer *w, const AnsTableTotal *total)
{
  guint span = 1;

  if (total->label == NULL)
    return;
  while (span < w->table->n_columns &&
         (total->cells == NULL || total->cells[w->table->columns[span].index] == NULL ||
          *total->cells[w->table->columns[span].index] == '\0'))
    span++;
  begin_row (w);
  cell_over (w, span, 1, "sb", total->label);
  for (guint i = span; i < w->table->n_columns; i++)
    {
      const AnsPageColumn *column = &w->table->columns[i];
      gboolean counts = column->column->kind == ANS_COLUMN_ORDINAL;

      cell_over (
          w, 1, 1, cell_style (column, TRUE),
          counts ? ""
                 : ans_cell_print (column->column->kind, total->cells[column->index], 0, w->cell));
    }
  end_row (w);
}

static void
write_band (Writer *w, const char *style, const char *text)
{
  begin_row (w);
  cell_over (w, w->table->n_columns, 1, style, text);
  end_row (w);
}

static gboolean
write_rows (Writer *w,
            guint first,
            guint n,
            GCancellable *cancellable,
            AnsDocumentProgress progress,
            gpointer progress_data,
            GError **error)
{
  AnsTableSource *source = w->document->table;
  guint all = ans_table_source_get_n_rows (source);
  guint step = MAX (all / 100, 1);

  for (guint row = first; row < first + n; row++)
    {
      const char *const *cells;

      if (row % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cells = ans_table_source_get_row (source, row, error);
      if (cells == NULL)
        return FALSE;
      begin_row (w);
      for (guint i = 0; i < w->table->n_columns; i++)
        {
          const AnsPageColumn *column = &w->table->columns[i];

          cell_over (w, 1, 1, cell_style (column, FALSE),
                     ans_cell_print (column->column->kind, cells[column->index], row + 1, w->cell));
        }
      end_row (w);
      if (progress != NULL && row % step == 0)
        progress ((double) (row + 1) / all, progress_data);
    }
  return TRUE;
}

static gboolean
write_table (Writer *w,
             GCancellable *cancellable,
             AnsDocumentProgress progress,
             gpointer progress_data,
             GError **error)
{
  AnsTableSource *source = w->document->table;
  guint n_rows = ans_table_source_get_n_rows (source);
  guint n_groups = ans_table_source_get_n_groups (source);
  AnsTableTotal total;
  guint row = 0;

  raw (w, "<table:table table:name=\"List\" table:style-name=\"List\">");
  for (guint i = 0; i < w->table->n_columns; i++)
    format (w, "<table:table-column table:style-name=\"C%u\"/>", i);
  write_header (w);
  if (n_rows == 0)
    write_band (w, "c", w->document->empty_text);
  for (guint i = 0; i < n_groups && n_rows > 0; i++)
    {
      AnsTableGroup group;
      g_autofree char *title = NULL;

      ans_table_source_get_group (source, i, &group);
      title = ans_document_group_title (w->document, i, group.title);
      write_band (w, "sb", title);
      if (!write_rows (w, row, group.n_rows, cancellable, progress, progress_data, error))
        return FALSE;
      row += group.n_rows;
      ans_table_source_get_group (source, i, &group);
      write_total (w, &group.total);
    }
  if (n_groups == 0 && !write_rows (w, 0, n_rows, cancellable, progress, progress_data, error))
    return FALSE;
  ans_table_source_get_total (source, &total);
  write_total (w, &total);
  raw (w, "</table:table>");
  return TRUE;
}

static void
write_signature (Writer *w, const AnsSignature *signature, guint deepest)
{
  guint lines = g_strv_length (signature->heading) + (signature->note != NULL);

  begin_open_cell (w);
  for (char **line = signature->heading; *line != NULL; line++)
    paragraph (w, "Sign", *line);
  if (signature->note != NULL)
    paragraph (w, "Note", signature->note);
  for (guint i = lines; i < deepest + SIGN_LINES; i++)
    paragraph (w, "Sign", "");
  paragraph (w, "Sign", signature->signer != NULL ? signature->signer : "");
  raw (w, "</table:table-cell>");
}

static void
write_tail (Writer *w)
{
  const GArray *closing = w->document->closing;
  const GArray *signatures = w->document->signatures;
  guint deepest = 0;

  for (guint i = 0; i < closing->len; i++)
    {
      const AnsClosingLine *line = &g_array_index (closing, AnsClosingLine, i);

      paragraph (w, line->italic ? "ClosingItalic" : "Closing", line->text);
    }
  paragraph (w, "Closing", "");
  if (signatures->len == 0)
    return;
  for (guint i = 0; i < signatures->len; i++)
    {
      const AnsSignature *signature = &g_array_index (signatures, AnsSignature, i);

      deepest = MAX (deepest, g_strv_length (signature->heading) + (signature->note != NULL));
    }
  raw (w, "<table:table table:name=\"Signatures\" table:style-name=\"Frame\">");
  for (guint i = 0; i < MAX (signatures->len, 2); i++)
    format (w, "<table:table-column table:style-name=\"Sign%u\"/>", i);
  raw (w, "<table:table-row table:style-name=\"Row\">");
  if (signatures->len == 1)
    {
      begin_open_cell (w);
      raw (w, "<text:p/></table:table-cell>");
    }
  for (guint i = 0; i < signatures->len; i++)
    write_signature (w, &g_array_index (signatures, AnsSignature, i), deepest);
  raw (w, "</table:table-row></table:table>");
}

static gboolean
write_content (Writer *w,
               GCancellable *cancellable,
               AnsDocumentProgress progress,
               gpointer progress_data,
               GError **error)
{
  ans_zip_writer_begin (w->zip, "content.xml", TRUE);
  format (w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content%s>", namespaces);
  write_automatic_styles (w);
  raw (w, "<office:body><office:text><text:p text:style-name=\"Start\"/>");
  write_letterhead (w);
  write_titles (w);
  if (!write_table (w, cancellable, progress, progress_data, error))
    return FALSE;
  write_tail (w);
  raw (w,
       "<text:p text:style-name=\"Small\"/></office:text></office:body></office:document-content>");
  flush (w);
  return TRUE;
}

/**
 * ans_odt_writer_write:
 * @document: what to write
 * @path: the file to make or replace
 * @cancellable: (nullable): looked at often
 * @progress: (nullable): told the share of rows that are done
 * @progress_data: given to @progress
 * @error: an #AnsDocumentError, the source's own, or %G_IO_ERROR_CANCELLED
 *
 * An OpenDocument text: letterhead, table with a header that repeats, signatures. Where pages end
 * is the word processor's business. A draft carries its word at the top of each page.
 *
 * Returns: whether the file is there
 */
gboolean
ans_odt_writer_write (AnsDocument *document,
                      const char *path,
                      GCancellable *cancellable,
                      AnsDocumentProgress progress,
                      gpointer progress_data,
                      GError **error)
{
  g_autoptr (AnsOutputFile) file = NULL;
  g_autoptr (AnsTextShaper) shaper = NULL;
  g_autoptr (AnsPageTable) table = NULL;
  Writer w = { .document = document };
  gboolean written;

  g_return_val_if_fail (ANS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!ans_document_check (document, error))
    return FALSE;
  w.width = (document->orientation == ANS_ORIENTATION_LANDSCAPE ? 297 : 210) -
            document->margin_left - document->margin_right;
  w.shaper = shaper = ans_text_shaper_new (document->font);
  w.table = table = ans_page_table_new (document, shaper, 0, w.width * ANS_MM, error);
  if (table == NULL)
    return FALSE;
  file = ans_output_file_new (path, error);
  if (file == NULL)
    return FALSE;

  w.out = g_string_sized_new (CHUNK + 4096);
  w.cell = g_string_new (NULL);
  w.clean = g_string_new (NULL);
  w.zip = ans_zip_writer_new (file);
  /* First and uncompressed: by this a file manager knows what the file is. */
  ans_zip_writer_begin (w.zip, "mimetype", FALSE);
  raw (&w, MIME_TYPE);
  flush (&w);
  write_manifest (&w);
  write_meta (&w);
  write_styles (&w);
  written = write_content (&w, cancellable, progress, progress_data, error);
  ans_zip_writer_finish (w.zip);
  g_string_free (w.out, TRUE);
  g_string_free (w.cell, TRUE);
  g_string_free (w.clean, TRUE);
  return written && ans_output_file_commit (file, error);
}
