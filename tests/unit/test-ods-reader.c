/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-fixture.h"

#include <locale.h>

#define NAMESPACES \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" " \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" " \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" " \
  "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" " \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " \
  "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
#define STYLES \
  "<office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\">" \
  "<style:table-properties table:display=\"false\"/></style:style><style:style " \
  "style:name=\"ce1\" style:family=\"table-cell\"><style:text-properties " \
  "style:font-name=\".VnTime\"/></style:style></office:automatic-styles>"
#define CONTENT(tables) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content " NAMESPACES ">" STYLES \
  "<office:body><office:spreadsheet>" tables \
  "</office:spreadsheet></office:body></office:document-content>"
#define TABLE(rows) "<table:table table:name=\"Nhân khẩu\">" rows "</table:table>"
#define MIMETYPE    "application/vnd.oasis.opendocument.spreadsheet"
#define MANIFEST(entries) \
  "<?xml version=\"1.0\"?><manifest:manifest " \
  "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">" entries \
  "</manifest:manifest>"

static GBytes *
make (const char *content)
{
  return zip_fixture_of ("mimetype", MIMETYPE, "content.xml", content, "META-INF/manifest.xml",
                         MANIFEST ("<manifest:file-entry manifest:full-path=\"/\"/>"), NULL);
}

static void
test_values (void)
{
  g_autoptr (GBytes) bytes = make (CONTENT (TABLE (
      "<table:table-row>"
      "<table:table-cell office:value-type=\"string\"><text:p>Lê Thị Mận</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"38075001234\"><text:p>3,8E+10"
      "</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"38075001234\"><text:p>"
      "038075001234</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"percentage\" office:value=\"0.239\"><text:p>23,90%"
      "</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"currency\" office:currency=\"VND\" "
      "office:value=\"360000\"><text:p>360.000 ₫</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-05-01\"><text:p>01/05/22"
      "</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-05-01\"><text:p>05/2022"
      "</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"1940-01-01\"><text:p>1940"
      "</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-05-01T08:30:00\"><text:p>"
      "x</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"time\" office:time-value=\"PT08H30M00S\"><text:p>08:30:00"
      "</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>ĐÚNG"
      "</text:p></table:table-cell>"
      "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" "
      "calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>"
      "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\">"
      "<text:p>2</text:p></table:table-cell>"
      "<table:table-cell table:formula=\"of:=1+1\"/>"
      "<table:table-cell office:value-type=\"string\" office:string-value=\"chỉ ở đây\"/>"
      "<table:table-cell/></table:table-row>")));

  assert_sheet (bytes, "1: A=T[Lê Thị Mận] B=N[38075001234] C=N0[038075001234] D=N[23,9%] "
                       "E=N[360000] F=D[2022-05-01] G=D[2022-05] H=D[1940] I=D[2022-05-01T08:30] "
                       "J=T[08:30] K=B[TRUE] L=Ef[#DIV/0!] M=Nf[2] N=-f[] O=T[chỉ ở đây]\n");
}

static void
test_text (void)
{
  g_autoptr (GBytes) bytes = make (CONTENT (TABLE (
      "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation>"
      "<dc:date>2022</dc:date><text:p>ghi chú</text:p></office:annotation><text:p>dòng <text:span>"
      "một</text:span></text:p><text:p>dòng<text:line-break/>hai<text:tab/>x<text:s text:c=\"3\"/>y"
      "</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>\n   co  "
      "<text:span> lại </text:span>\n  </text:p><draw:frame><draw:text-box><text:p>khung</text:p>"
      "</draw:text-box></draw:frame></table:table-cell><table:table-cell "
      "office:value-type=\"string\"><text:p><text:a>liên kết</text:a><text:note><text:note-body>"
      "<text:p>chân</text:p></text:note-body></text:note> sau</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"string\"><text:p>a&lt;b&amp;c</text:p><text:p/><text:p>"
      "d</text:p></table:table-cell></table:table-row>")));

  assert_sheet (bytes, "1: A=T[dòng một\ndòng\nhai\tx   y] B=T[co lại] C=T[liên kết sau] "
                       "D=T[a<b&c\n\nd]\n");
}

static void
test_repeats (void)
{
  g_autoptr (GBytes) bytes = make (CONTENT (TABLE (
      "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column "
      "table:visibility=\"collapse\"/><table:table-column table:number-columns-repeated=\"16381\"/>"
      "<table:table-header-rows><table:table-row table:number-rows-repeated=\"4\"><table:table-cell "
      "table:number-columns-repeated=\"16384\"/></table:table-row></table:table-header-rows>"
      "<table:table-row table:number-rows-repeated=\"2\" table:visibility=\"filter\">"
      "<table:table-cell table:number-columns-repeated=\"3\"/><table:table-cell "
      "office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"3\"><text:p>7"
      "</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16378\"/>"
      "</table:table-row><table:table-row-group><table:table-row><table:table-cell "
      "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\" "
      "office:value-type=\"string\"><text:p>gộp</text:p></table:table-cell>"
      "<table:covered-table-cell office:value-type=\"string\"><text:p>ẩn</text:p>"
      "</table:covered-table-cell><table:table-cell office:value-type=\"string\"><text:p>sau</text:p>"
      "</table:table-cell></table:table-row></table:table-row-group>"
      "<table:table-row table:number-rows-repeated=\"1048569\"><table:table-cell "
      "table:number-columns-repeated=\"16384\"/></table:table-row>")));
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);
  AnsSheetLayout *layout = ans_workbook_get_layout (workbook, 0, NULL, NULL);
  const AnsMerge *merge;

  assert_sheet (bytes, "5h: D=N[7] E=N[7] F=N[7]\n6h: D=N[7] E=N[7] F=N[7]\n"
                       "7: A=T[gộp] C=T[sau]\n");
  merge = ans_sheet_layout_find_merge (layout, 9, 1);
  g_assert_nonnull (merge);
  g_assert_cmpuint (merge->first_row, ==, 7);
  g_assert_cmpuint (merge->first_column, ==, 0);
  g_assert_null (ans_sheet_layout_find_merge (layout, 10, 1));
  g_assert_true (ans_sheet_layout_is_column_hidden (layout, 2));
  g_assert_false (ans_sheet_layout_is_column_hidden (layout, 1));
  g_assert_false (ans_sheet_layout_is_column_hidden (layout, 3));
}

static void
test_sheets (void)
{
  g_autoptr (GBytes) bytes = make (CONTENT (
      "<table:tracked-changes><table:table-cell office:value-type=\"string\"><text:p>đã xoá</text:p>"
      "</table:table-cell></table:tracked-changes>" TABLE (
          "<table:shapes><draw:frame><table:table table:name=\"trong hình\"/></draw:frame>"
          "</table:shapes><table:table-row><table:table-cell office:value-type=\"string\"><text:p>một"
          "</text:p><table:table table:is-sub-table=\"true\"><table:table-row><table:table-cell>"
          "<text:p>con</text:p></table:table-cell></table:table-row></table:table>"
          "</table:table-cell></table:table-row>") "<table:table table:name=\"Ẩn\" "
                                                   "table:style-name=\"ta2\"><table:table-row>"
                                                   "<table:table-cell table:style-name=\"ce1\" "
                                                   "office:value-type=\"string\"><text:p>hai</text:p>"
                                                   "</table:table-cell></table:table-row>"
                                                   "</table:table>"));
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);
  g_autofree char *first = describe_sheet (workbook, 0);
  g_autofree char *second = describe_sheet (workbook, 1);
  g_autoptr (GPtrArray) rows = ans_workbook_read_head (workbook, 1, 1, NULL, NULL);

  g_assert_cmpint (ans_workbook_get_format (workbook), ==, ANS_WORKBOOK_FORMAT_ODS);
  g_assert_cmpuint (ans_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (ans_workbook_get_sheet (workbook, 0)->name, ==, "Nhân khẩu");
  g_assert_false (ans_workbook_get_sheet (workbook, 0)->is_hidden);
  g_assert_true (ans_workbook_get_sheet (workbook, 1)->is_hidden);
  g_assert_cmpstr (first, ==, "1: A=T[một]\n");
  g_assert_cmpstr (second, ==, "1: A=T[hai]\n");
  g_assert_cmpint (ans_row_get_cell (rows->pdata[0], 0)->font, ==, ANS_CELL_FONT_TCVN3);
}

static void
test_bombs (void)
{
  /* Full of repeated content: 16384 × 1048576 cells; and rows past the end of any sheet. */
  g_autoptr (GBytes) cells = make (CONTENT (TABLE (
      "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell "
      "table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>"
      "</table:table-row>")));
  g_autoptr (GBytes) wide = make (CONTENT (TABLE (
      "<table:table-row><table:table-cell table:number-columns-repeated=\"16385\" "
      "office:value-type=\"float\" office:value=\"1\"/></table:table-row>")));
  g_autoptr (GBytes) far = make (CONTENT (TABLE (
      "<table:table-row table:number-rows-repeated=\"100000000\"/><table:table-row "
      "table:number-rows-repeated=\"100000000\"/><table:table-row><table:table-cell "
      "office:value-type=\"float\" office:value=\"1\"/></table:table-row>")));
  g_autoptr (GBytes) spaces = make (CONTENT (TABLE (
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a<text:s "
      "text:c=\"99999999\"/>b</text:p></table:table-cell></table:table-row>")));
  g_autoptr (GBytes) senseless = make (CONTENT (TABLE (
      "<table:table-row table:number-rows-repeated=\"-1\"><table:table-cell "
      "table:number-columns-repeated=\"99999999999999999999\" office:value-type=\"float\" "
      "office:value=\"1\"/></table:table-row>")));
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsWorkbook) workbook = open_fixture (cells);
  g_autoptr (GPtrArray) rows = NULL;

  /* Reading only the head of it is possible and quick. */
  rows = ans_workbook_read_head (workbook, 0, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  assert_refused (wide, ANS_WORKBOOK_ERROR_TOO_LARGE);
  assert_refused (far, ANS_WORKBOOK_ERROR_TOO_LARGE);
  assert_refused (spaces, ANS_WORKBOOK_ERROR_TOO_LARGE);
  assert_sheet (senseless, "1: A=N[1]\n");
}

static gboolean
count_cb (const AnsRow *row, gpointer data)
{
  *(guint64 *) data += row->n_cells;
  return TRUE;
}

static void
test_cell_limit (void)
{
  g_autoptr (GBytes) cells = make (CONTENT (TABLE (
      "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell "
      "table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>"
      "</table:table-row>")));
  g_autoptr (AnsWorkbook) workbook = open_fixture (cells);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  g_assert_false (ans_workbook_read_sheet (workbook, 0, count_cb, &n_cells, NULL, &error));
  g_assert_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE);
  g_assert_cmpuint (n_cells, <=, ANS_WORKBOOK_MAX_CELLS);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) encrypted = zip_fixture_of (
      "mimetype", MIMETYPE, "content.xml", "\x01\x02\x03 random", "META-INF/manifest.xml",
      MANIFEST ("<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data "
                "manifest:checksum=\"x\"/></manifest:file-entry>"),
      NULL);
  g_autoptr (GBytes) wrapped = zip_fixture_of (
      "mimetype", MIMETYPE, "encrypted-package", "\x01\x02\x03", "META-INF/manifest.xml",
      MANIFEST ("<manifest:file-entry manifest:full-path=\"encrypted-package\"/>"), NULL);
  g_autoptr (GBytes) letter = zip_fixture_of (
      "mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
      "<office:document-content " NAMESPACES "><office:body><office:text><table:table "
      "table:name=\"Bảng\"><table:table-row/></table:table></office:text></office:body>"
      "</office:document-content>",
      NULL);
  g_autoptr (GBytes) cut = make ("<office:document-content " NAMESPACES "><office:body>"
                                 "<office:spreadsheet>" TABLE ("<table:table-row/>"));
  g_autoptr (GBytes) doctype = make ("<!DOCTYPE a [<!ENTITY b \"c\">]>" TABLE (""));

  assert_refused (encrypted, ANS_WORKBOOK_ERROR_ENCRYPTED);
  assert_refused (wrapped, ANS_WORKBOOK_ERROR_ENCRYPTED);
  assert_refused (letter, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK);
  assert_refused (cut, ANS_WORKBOOK_ERROR_TRUNCATED);
  assert_refused (doctype, ANS_WORKBOOK_ERROR_TRUNCATED);
}

static void
test_flat (void)
{
  static const char flat[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document " NAMESPACES
      " office:mimetype=\"" MIMETYPE "\">" STYLES "<office:body><office:spreadsheet>" TABLE (
          "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>phẳng</text:p>"
          "</table:table-cell></table:table-row>") "</office:spreadsheet></office:body>"
                                                   "</office:document>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (flat, strlen (flat));
  g_autoptr (GBytes) cut = g_bytes_new_static (flat, strlen (flat) - 30);

  assert_sheet (bytes, "1: A=T[phẳng]\n");
  assert_refused (cut, ANS_WORKBOOK_ERROR_TRUNCATED);
}

static void
test_prefixes (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (rows,
                            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>"
                            "Người thử %u</text:p></table:table-cell></table:table-row>",
                            i * 7919 % 1000);
  content = g_strdup_printf (CONTENT (TABLE ("%s")), rows->str);
  bytes = make (content);
  g_assert_no_error (try_to_read (bytes));
  assert_prefixes_refused (bytes);
  try_damaged (bytes, 200);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods-reader/values", test_values);
  g_test_add_func ("/ods-reader/text", test_text);
  g_test_add_func ("/ods-reader/repeats", test_repeats);
  g_test_add_func ("/ods-reader/sheets", test_sheets);
  g_test_add_func ("/ods-reader/bombs", test_bombs);
  g_test_add_func ("/ods-reader/cell-limit", test_cell_limit);
  g_test_add_func ("/ods-reader/refused", test_refused);
  g_test_add_func ("/ods-reader/flat", test_flat);
  g_test_add_func ("/ods-reader/prefixes", test_prefixes);
  return g_test_run ();
}
