/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers leave on disk: read back with other tools than the ones that wrote it. */
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "counter-source.h"
#include "document-samples.h"
#include "document/ans-cell-text.h"
#include "document/ans-csv-writer.h"
#include "document/ans-odt-writer.h"
#include "document/ans-page-layout.h"
#include "document/ans-page-painter.h"
#include "scene/ans-output-file.h"
#include "document/ans-pdf-writer.h"
#include "document/ans-xlsx-writer.h"
#include "unzip.h"

/* ---- a folder for each test ---- */

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("ans-document-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "danh sách", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->path);
  /* Whatever happened, no unfinished file may be left beside it. */
  g_assert_cmpuint (count_files (place->folder), ==, 0);
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

/* ---- the four writers behind one call ---- */

typedef gboolean (*Write) (AnsDocument *document,
                           const char *path,
                           GCancellable *cancellable,
                           AnsDocumentProgress progress,
                           gpointer progress_data,
                           GError **error);

static gboolean
write_pdf (AnsDocument *document,
           const char *path,
           GCancellable *cancellable,
           AnsDocumentProgress progress,
           gpointer progress_data,
           GError **error)
{
  g_autoptr (AnsPageLayout) layout = ans_page_layout_new (document, NULL, NULL, NULL, error);

  return layout != NULL &&
         ans_pdf_writer_write (layout, path, cancellable, progress, progress_data, error);
}

static gboolean
write_csv (AnsDocument *document,
           const char *path,
           GCancellable *cancellable,
           AnsDocumentProgress progress,
           gpointer progress_data,
           GError **error)
{
  return ans_csv_writer_write (document, path, ANS_CSV_BOM, cancellable, progress, progress_data,
                               error);
}

static const Write writers[] = { write_pdf, write_csv, ans_xlsx_writer_write,
                                 ans_odt_writer_write };

static char *
read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static char *
run (const char *program, const char *first, const char *path, const char *last)
{
  const char *const argv[] = { program, first, path, last, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

/* memmem, because a sanitizer's strstr measures the whole text at each call. */
static guint
count (const char *text, const char *what)
{
  const char *end = text + strlen (text);
  gsize length = strlen (what);
  guint n = 0;

  while ((text = memmem (text, (gsize) (end - text), what, length)) != NULL)
    {
      text += length;
      n++;
    }
  return n;
}

static void
assert_well_formed (const char *xml)
{
  static const GMarkupParser nothing = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

/* ---- cells ---- */

static void
test_cell_text (void)
{
  static const struct
  {
    AnsColumnKind kind;
    const char *cell, *printed;
  } cases[] = {
    { ANS_COLUMN_TEXT, "Lê Ẩn", "Lê Ẩn" },
    { ANS_COLUMN_TEXT, NULL, "" },
    { ANS_COLUMN_TEXT, "a\xff", "a\xef\xbf\xbd" },
    { ANS_COLUMN_INTEGER, "0", "0" },
    { ANS_COLUMN_INTEGER, "999", "999" },
    { ANS_COLUMN_INTEGER, "1000", "1.000" },
    { ANS_COLUMN_INTEGER, "-1234567", "-1.234.567" },
    { ANS_COLUMN_INTEGER, "12a", "12a" },
    { ANS_COLUMN_MONEY, "183960000", "183.960.000" },
    { ANS_COLUMN_MONEY, "123456789012345678901", "123.456.789.012.345.678.901" },
    { ANS_COLUMN_DECIMAL, "2.5", "2,5" },
    { ANS_COLUMN_DECIMAL, "1234.75", "1.234,75" },
    { ANS_COLUMN_DECIMAL, "1.", "1." },
    { ANS_COLUMN_DATE, "2022-05-31", "31/05/2022" },
    { ANS_COLUMN_DATE, "2022-02-30", "2022-02-30" },
    { ANS_COLUMN_DATE, "hôm qua", "hôm qua" },
    { ANS_COLUMN_PARTIAL_DATE, "1940", "1940" },
    { ANS_COLUMN_PARTIAL_DATE, "1940-03", "03/1940" },
    { ANS_COLUMN_PARTIAL_DATE, "1940-13", "1940-13" },
    { ANS_COLUMN_PARTIAL_DATE, "1940-03-09", "09/03/1940" },
    { ANS_COLUMN_ID, "038075001234", "038075001234" },
    { ANS_COLUMN_BOOL, "1", "x" },
    { ANS_COLUMN_BOOL, "0", "" },
    { ANS_COLUMN_SIGN, "anything", "" },
    { ANS_COLUMN_ORDINAL, "anything", "17" },
  };
  g_autoptr (GString) buffer = g_string_new (NULL);
  char roman[ANS_ROMAN_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ans_cell_print (cases[i].kind, cases[i].cell, 17, buffer), ==,
                     cases[i].printed);
  g_assert_cmpstr (ans_cell_roman (1, roman), ==, "I");
  g_assert_cmpstr (ans_cell_roman (14, roman), ==, "XIV");
  g_assert_cmpstr (ans_cell_roman (3888, roman), ==, "MMMDCCCLXXXVIII");
  g_assert_cmpstr (ans_cell_roman (4000, roman), ==, "4000");
  /* Decomposed letters are composed, control characters go. */
  g_assert_cmpstr (ans_cell_clean ("Nguye\xcc\x82\xcc\x83n\x01\tA", buffer), ==, "Nguyễn  A");
}

/* ---- pdf ---- */

static void
test_pdf_text (Place *place, gconstpointer data)
{
  /* "Nguyễn Thị Ẩn" with letters and marks apart, as some programs write it. */
  const char *apart = "Nguye\xcc\x82\xcc\x83n Thi\xcc\xa3 A\xcc\x82\xcc\x89n";
  const char *cells[] = { NULL,           apart,     "1940",    NULL,
                          "038040000001", "Bắc Sơn", "khoản 6", "1.5",
                          "540000",       "540000",  "",        NULL };
  g_autoptr (AnsMemoryTable) table = sample_payees (40, 20);
  g_autoptr (AnsDocument) document = NULL;
  g_autoptr (AnsPageLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL, *text = NULL, *fonts = NULL, *info = NULL;
  g_auto (GStrv) lines = NULL;

  program = g_find_program_in_path ("pdftotext");
  if (program == NULL)
    {
      g_test_fail_printf ("pdftotext is missing: install poppler-utils");
      return;
    }
  ans_memory_table_begin_group (table, "Thôn Sao Vàng");
  ans_memory_table_add_row (table, cells);
  document = sample_document (ANS_TABLE_SOURCE (table));
  ans_document_set_watermark (document, ANS_DOCUMENT_DRAFT);
  layout = ans_page_layout_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ans_pdf_writer_write (layout, place->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  text = run ("pdftotext", "-layout", place->path, "-");
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  g_assert_nonnull (strstr (text, "DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI HẰNG THÁNG"));
  g_assert_nonnull (strstr (text, "III. Thôn Sao Vàng"));
  g_assert_nonnull (strstr (text, "Cộng thôn Hợp Tân: 20 người"));
  g_assert_nonnull (strstr (text, "Bằng chữ: Một trăm tám mươi ba triệu"));
  g_assert_cmpuint (count (text, "Nguyễn Thị Ẩn"), ==, 2); /* the one above and sample 0 */
  g_assert_cmpuint (count (text, "Họ và tên"), ==, ans_page_layout_get_n_pages (layout));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = sample_name (i);

      g_assert_nonnull (strstr (text, name));
    }

  fonts = run ("pdffonts", "-l", "99", place->path);
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 5);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_nonnull (strstr (lines[i], "+LiberationSerif"));
      g_assert_nonnull (strstr (lines[i], "yes yes yes")); /* embedded, a subset, with Unicode */
    }
  info = run ("pdfinfo", "-enc", "UTF-8", place->path);
  g_assert_nonnull (strstr (info, "DANH SÁCH CHI TRẢ"));
  g_assert_nonnull (strstr (info, "UBND xã Hoằng Phụ"));
  g_assert_nonnull (strstr (info, "A4"));
}

/* The screen goes through the same painter: there is ink where the scene says, none in the margins.
 */
static void
test_paint_image (void)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (3, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (AnsPageLayout) layout = ans_page_layout_new (document, NULL, NULL, NULL, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 595);
  cairo_t *cr = cairo_create (surface);
  guint inside = 0, outside = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  g_assert_true (ans_page_painter_paint (layout, 0, cr, NULL));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 595; y++)
    for (int x = 0; x < 842; x++)
      {
        const guchar *row = cairo_image_surface_get_data (surface) +
                            (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
        gboolean ink = row[x * 4] < 128;

        if (x < 54 || x > 803 || y < 50)
          outside += ink;
        else
          inside += ink;
      }
  cairo_surface_destroy (surface);
  g_assert_cmpuint (outside, ==, 0);
  g_assert_cmpuint (inside, >, 3000);
}

/* ---- csv ---- */

static const AnsTableColumn danger_columns[] = {
  { .id = "name", .title = "Họ và tên", .kind = ANS_COLUMN_TEXT },
  { .id = "phone", .title = "Điện thoại", .kind = ANS_COLUMN_ID, .sensitive = TRUE },
  { .id = "money", .title = "Số tiền", .kind = ANS_COLUMN_MONEY },
  { .id = "born", .title = "Sinh", .group_title = "Ngày", .kind = ANS_COLUMN_PARTIAL_DATE },
  { .id = "paid", .title = "Chi", .group_title = "Ngày", .kind = ANS_COLUMN_DATE },
};

static AnsDocument *
danger_document (void)
{
  static const char *const rows[][5] = {
    { "=1+1", "+84912345678", "-5", "1940-03", "2022-05-31" },
    { "a \"b\", c", "0912345678", "=2", "1940", "1899-12-31" },
    { "@SUM(A1)\r\nx", "\tx", "12345678901234567890", "1940-03-09", "-1" },
    { "<&>\x01", NULL, NULL, NULL, NULL },
  };
  g_autoptr (AnsMemoryTable) table =
      ans_memory_table_new (danger_columns, G_N_ELEMENTS (danger_columns));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ans_memory_table_add_row (table, rows[i]);
  return ans_document_new (ANS_TABLE_SOURCE (table));
}

static char *
csv_text (AnsDocument *document, AnsCsvFlags flags)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  ans_csv_writer_write_stream (document, stream, flags, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_csv (Place *place, gconstpointer data)
{
  g_autoptr (AnsDocument) document = danger_document ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = csv_text (document, ANS_CSV_NONE);
  g_autofree char *exact = csv_text (document, ANS_CSV_EXACT);
  g_autofree char *printed = csv_text (document, ANS_CSV_PRINTED);
  g_autofree char *posted = NULL, *file = NULL;

  g_assert_cmpstr (text, ==,
                   "Họ và tên,Điện thoại,Số tiền,Ngày - Sinh,Ngày - Chi\r\n"
                   "'=1+1,'+84912345678,-5,1940-03,2022-05-31\r\n"
                   "\"a \"\"b\"\", c\",0912345678,'=2,1940,1899-12-31\r\n"
                   "\"'@SUM(A1)\r\nx\",\"'\tx\",12345678901234567890,1940-03-09,'-1\r\n"
                   "<&>\x01,,,,\r\n");
  g_assert_nonnull (strstr (exact, "\r\n=1+1,+84912345678,-5,"));
  g_assert_nonnull (strstr (printed, ",-5,03/1940,31/05/2022\r\n"));

  ans_csv_writer_write (document, place->path, ANS_CSV_BOM, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  file = read_file (place->path, NULL);
  g_assert_true (g_str_has_prefix (file, "\xef\xbb\xbfHọ và tên,"));
  g_assert_cmpstr (file + 3, ==, text);

  ans_document_set_hide_sensitive (document, TRUE);
  posted = csv_text (document, ANS_CSV_NONE);
  g_assert_true (g_str_has_prefix (posted, "Họ và tên,Số tiền,"));
  g_assert_null (strstr (posted, "912345678"));
}

/* ---- xlsx ---- */

static void
test_xlsx_types (Place *place, gconstpointer data)
{
  g_autoptr (AnsDocument) document = danger_document ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sheet = NULL, *strings = NULL, *styles = NULL, *book = NULL;

  ans_document_set_title (document, "DANH SÁCH");
  ans_document_set_watermark (document, ANS_DOCUMENT_DRAFT);
  ans_xlsx_writer_write (document, place->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = unzip (place->path, "xl/worksheets/sheet1.xml");
  strings = unzip (place->path, "xl/sharedStrings.xml");
  styles = unzip (place->path, "xl/styles.xml");
  book = unzip (place->path, "xl/workbook.xml");
  assert_well_formed (sheet);
  assert_well_formed (strings);

  /* Row 1 title, row 2 empty, rows 3 and 4 header, rows 5 to 8 data. */
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (strings, "<t>=1+1</t>"));
  g_assert_nonnull (strstr (strings, "<t>+84912345678</t>"));
  g_assert_nonnull (strstr (strings, "<t>12.345.678.901.234.567.890</t>")); /* no double holds it */
  g_assert_nonnull (strstr (strings, "<t>03/1940</t>"));
  g_assert_nonnull (strstr (strings, "<t>31/12/1899</t>")); /* before Excel's calendar */
  g_assert_true (g_regex_match_simple ("<c r=\"A5\" s=\"\\d+\" t=\"s\">", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<c r=\"B6\" s=\"\\d+\" t=\"s\">", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<c r=\"C5\" s=\"\\d+\"><v>-5</v>", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<c r=\"D6\" s=\"\\d+\" t=\"s\">", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<c r=\"E5\" s=\"\\d+\"><v>44712</v>", sheet, 0, 0));
  g_assert_nonnull (strstr (styles, "quotePrefix=\"1\""));
  g_assert_nonnull (strstr (styles, "formatCode=\"dd/mm/yyyy\""));
  g_assert_nonnull (strstr (styles, "numFmtId=\"49\"")); /* "@" */
  g_assert_nonnull (strstr (styles, "numFmtId=\"3\""));  /* "#,##0" */
  g_assert_nonnull (strstr (sheet, "<mergeCell ref=\"D3:E3\"/>"));
  g_assert_nonnull (strstr (sheet, "<mergeCell ref=\"A3:A4\"/>"));
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A4:E8\"/>"));
  g_assert_nonnull (strstr (sheet, "ySplit=\"4\""));
  g_assert_nonnull (strstr (sheet, "paperSize=\"9\""));
  g_assert_nonnull (strstr (sheet, "DỰ THẢO"));
  g_assert_nonnull (strstr (book, "_xlnm.Print_Titles"));
  g_assert_nonnull (strstr (book, "$3:$4"));
}

static void
test_xlsx_document (Place *place, gconstpointer data)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (40, 20);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (GError) error = NULL;
  g_autofree char *sheet = NULL, *strings = NULL;

  ans_document_set_hide_sensitive (document, TRUE);
  ans_xlsx_writer_write (document, place->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = unzip (place->path, "xl/worksheets/sheet1.xml");
  strings = unzip (place->path, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (strings, "XÃ HOẰNG PHỤ"));
  g_assert_nonnull (strstr (strings, "Độc lập - Tự do - Hạnh phúc"));
  g_assert_nonnull (strstr (strings, "II. Thôn Hợp Tân"));
  g_assert_nonnull (strstr (strings, "Cộng thôn Bắc Sơn: 20 người"));
  g_assert_nonnull (strstr (strings, "TỔNG CỘNG: 40 người"));
  g_assert_nonnull (strstr (strings, "Nguyễn Thị Hạnh"));
  g_assert_null (strstr (strings, "CCCD"));
  g_assert_null (strstr (strings, "038001000037"));
  g_assert_nonnull (strstr (sheet, "orientation=\"landscape\""));
  g_assert_cmpuint (count (sheet, "<v>183960000</v>"), ==, 2);
}

static void
test_xlsx_split (Place *place, gconstpointer data)
{
  g_autoptr (AnsDocument) document = counter_document (200, G_MAXUINT, 0);
  g_autoptr (GError) error = NULL;
  guint rows = 0, sheets = 0;

  ans_xlsx_writer_write_split (document, place->path, 70, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 1; i < 10; i++)
    {
      g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", i);
      g_autofree char *sheet = unzip (place->path, part);
      guint n = sheet != NULL ? count (sheet, "<row ") : 0;

      if (sheet == NULL)
        break;
      sheets++;
      g_assert_cmpuint (n, <=, 70);
      rows += n - 1; /* without the header; there is no title and no tail */
      g_assert_nonnull (strstr (sheet, "<autoFilter"));
    }
  g_assert_cmpuint (rows, ==, 200);
  g_assert_cmpuint (sheets, >=, 3);
}

/* Above 200,000 rows the library keeps nothing in memory: the sheet must come out the same. */
static void
test_xlsx_large (Place *place, gconstpointer data)
{
  g_autoptr (AnsDocument) document = counter_document (200001, G_MAXUINT, 200001);
  g_autoptr (GError) error = NULL;
  g_autofree char *sheet = NULL;

  ans_document_set_title (document, "DANH SÁCH");
  ans_xlsx_writer_write (document, place->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = unzip (place->path, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "DANH SÁCH"));
  g_assert_nonnull (strstr (sheet, ">Thôn<"));
  g_assert_nonnull (strstr (sheet, ">0000000<"));
  g_assert_nonnull (strstr (sheet, ">0200000<"));
  g_assert_cmpuint (count (sheet, ">Bắc Sơn<"), ==, 200001);
}

static void
test_xlsx_long_text (Place *place, gconstpointer data)
{
  g_autofree char *text = g_strnfill (32768, 'x');
  const char *cells[] = { text, NULL, NULL, NULL, NULL };
  g_autoptr (AnsMemoryTable) table =
      ans_memory_table_new (danger_columns, G_N_ELEMENTS (danger_columns));
  g_autoptr (AnsDocument) document = ans_document_new (ANS_TABLE_SOURCE (table));
  g_autoptr (GError) error = NULL;

  ans_memory_table_add_row (table, cells);
  g_assert_false (ans_xlsx_writer_write (document, place->path, NULL, NULL, NULL, &error));
  g_assert_error (error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_SOURCE);
}

/* ---- odt ---- */

static void
test_odt (Place *place, gconstpointer data)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (40, 20);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL, *content = NULL, *styles = NULL, *manifest = NULL, *meta = NULL;
  const char *header, *end;
  gsize length;

  ans_document_set_watermark (document, ANS_DOCUMENT_DRAFT);
  ans_document_set_hide_sensitive (document, TRUE);
  ans_document_set_page_numbers (document, ANS_PAGE_NUMBERS_TOP);
  ans_odt_writer_write (document, place->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  /* OpenDocument 1.2, part 3, 3.3: the type can be read at fixed places. */
  bytes = read_file (place->path, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (bytes, 4, "PK\003\004", 4);
  g_assert_cmpmem (bytes + 30, 47, "mimetypeapplication/vnd.oasis.opendocument.text", 47);

  content = unzip (place->path, "content.xml");
  styles = unzip (place->path, "styles.xml");
  manifest = unzip (place->path, "META-INF/manifest.xml");
  meta = unzip (place->path, "meta.xml");
  assert_well_formed (content);
  assert_well_formed (styles);
  assert_well_formed (manifest);
  assert_well_formed (meta);
  g_assert_nonnull (strstr (meta, "DANH SÁCH CHI TRẢ"));
  g_assert_nonnull (strstr (styles, "fo:page-width=\"297mm\""));
  g_assert_nonnull (strstr (styles, "<text:page-number"));
  g_assert_nonnull (strstr (styles, "DỰ THẢO"));

  header = strstr (content, "<table:table-header-rows>");
  g_assert_nonnull (header);
  end = strstr (header, "</table:table-header-rows>");
  g_assert_true (strstr (header, "Họ và tên") < end);
  g_assert_true (strstr (header, "table:number-columns-spanned=\"2\"") < end);
  /* Letterhead 1, header 2, groups 2, sums 2 + 1, people 40, signatures 1. */
  g_assert_cmpuint (count (content, "<table:table-row"), ==, 1 + 2 + 2 + 3 + 40 + 1);
  g_assert_null (strstr (content, "038001000037"));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = sample_name (i);

      g_assert_nonnull (strstr (content, name));
    }
  g_assert_nonnull (strstr (content, "PHÓ CHỦ TỊCH"));
}

/* Every row has the same number of cells, covered ones counted: otherwise a word processor shifts
 * them. */
static void
test_odt_grid (Place *place, gconstpointer data)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (9, 3);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autofree char *content = NULL;
  const char *row;
  guint n = 0;

  g_assert_true (ans_odt_writer_write (document, place->path, NULL, NULL, NULL, NULL));
  content = unzip (place->path, "content.xml");
  row = strstr (content, "<table:table table:name=\"List\"");
  while ((row = strstr (row + 1, "<table:table-row")) != NULL)
    {
      g_autofree char *one = g_strndup (row, (gsize) (strstr (row, "</table:table-row>") - row));

      if (strstr (one, "NGƯỜI LẬP BIỂU") != NULL)
        break;
      g_assert_cmpuint (count (one, "<table:table-cell") + count (one, "<table:covered-table-cell"),
                        ==, 12);
      n++;
    }
  g_assert_cmpuint (n, ==, 2 + 3 + 9 + 3 + 1);
}

/* Control characters, < and & from data never break the XML. */
static void
test_odt_escapes (Place *place, gconstpointer data)
{
  g_autoptr (AnsDocument) document = danger_document ();
  g_autofree char *content = NULL;

  ans_document_set_title (document, "A & <B>");
  g_assert_true (ans_odt_writer_write (document, place->path, NULL, NULL, NULL, NULL));
  content = unzip (place->path, "content.xml");
  assert_well_formed (content);
  g_assert_nonnull (strstr (content, "A &amp; &lt;B&gt;"));
  g_assert_nonnull (strstr (content, "&lt;&amp;&gt; "));
  g_assert_null (strchr (content, '\x01'));
}

/* ---- failures ---- */

static void
test_unwritable (Place *place, gconstpointer data)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (40, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autofree char *nowhere = g_build_filename (place->folder, "không có", "x", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (writers[i](document, nowhere, NULL, NULL, NULL, &error));
      g_assert_error (error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "không có"));
      g_clear_error (&error);
      g_assert_false (writers[i](document, place->folder, NULL, NULL, NULL, &error));
      g_assert_error (error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_WRITE);
    }
}

/* A limit on the size of files stands for a full disk: the write in the middle fails. */
static void
test_full_disk (Place *place, gconstpointer data)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (3000, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  struct rlimit before, little;

  g_file_set_contents (place->path, "older", -1, NULL);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  little = before;
  little.rlim_cur = 20000;
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      gboolean written;

      setrlimit (RLIMIT_FSIZE, &little);
      written = writers[i](document, place->path, NULL, NULL, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_false (written);
      g_assert_error (error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_NO_SPACE);
      kept = read_file (place->path, NULL);
      g_assert_cmpstr (kept, ==, "older");
      g_assert_cmpuint (count_files (place->folder), ==, 1);
    }
}

static void
cancel_half_way (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  if (fraction > 0.4)
    g_cancellable_cancel (data);
}

static void
test_cancel (Place *place, gconstpointer data)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (3000, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (
          writers[i](document, place->path, cancellable, cancel_half_way, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (place->folder), ==, 0);
    }
}

static void
test_bad_source (Place *place, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (AnsDocument) failing = counter_document (3000, 2500, 0);
      g_autoptr (AnsDocument) lying = counter_document (10, G_MAXUINT, 9);
      g_autoptr (GError) error = NULL;

      g_assert_false (writers[i](failing, place->path, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
      g_clear_error (&error);
      g_assert_false (writers[i](lying, place->path, NULL, NULL, NULL, &error));
      g_assert_error (error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_SOURCE);
      g_assert_cmpuint (count_files (place->folder), ==, 0);
    }
}

/* An older file is replaced, through a link too; a decimal comma in the locale changes nothing. */
static void
test_replace (Place *place, gconstpointer data)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (3, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autofree char *link = g_build_filename (place->folder, "link", NULL);
  g_autofree char *text = NULL;

  g_file_set_contents (place->path, "older", -1, NULL);
  g_assert_cmpint (symlink (place->path, link), ==, 0);
  g_assert_true (write_csv (document, link, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  text = read_file (place->path, NULL);
  g_assert_nonnull (strstr (text, "Trần Thị Hằng"));
  g_unlink (link);
}

#define ADD(path, func) g_test_add (path, Place, NULL, place_set_up, func, place_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-writers/cell-text", test_cell_text);
  g_test_add_func ("/document-writers/paint-image", test_paint_image);
  ADD ("/document-writers/pdf/text", test_pdf_text);
  ADD ("/document-writers/csv", test_csv);
  ADD ("/document-writers/xlsx/types", test_xlsx_types);
  ADD ("/document-writers/xlsx/document", test_xlsx_document);
  ADD ("/document-writers/xlsx/split", test_xlsx_split);
  ADD ("/document-writers/xlsx/large", test_xlsx_large);
  ADD ("/document-writers/xlsx/long-text", test_xlsx_long_text);
  ADD ("/document-writers/odt/document", test_odt);
  ADD ("/document-writers/odt/grid", test_odt_grid);
  ADD ("/document-writers/odt/escapes", test_odt_escapes);
  ADD ("/document-writers/unwritable", test_unwritable);
  ADD ("/document-writers/full-disk", test_full_disk);
  ADD ("/document-writers/cancel", test_cancel);
  ADD ("/document-writers/bad-source", test_bad_source);
  ADD ("/document-writers/replace", test_replace);
  return g_test_run ();
}
