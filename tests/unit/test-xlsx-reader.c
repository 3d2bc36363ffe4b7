/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "exchange/ans-number-format.h"

#define MAIN     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE  "http://schemas.openxmlformats.org/package/2006/relationships"
#define HEAD     "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

#define ROOT_RELS \
  HEAD "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" RELATION \
       "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
#define WORKBOOK(properties) \
  HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATION "\">" properties \
       "<sheets><sheet name=\"Nhân khẩu\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
#define WORKBOOK_RELS \
  HEAD "<Relationships xmlns=\"" PACKAGE "\">" \
       "<Relationship Id=\"rId1\" Type=\"" RELATION "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" \
       "<Relationship Id=\"rId2\" Type=\"" RELATION "/sharedStrings\" Target=\"sharedStrings.xml\"/>" \
       "<Relationship Id=\"rId3\" Type=\"" RELATION "/styles\" Target=\"styles.xml\"/>" \
       "</Relationships>"
#define SHEET(rest)  HEAD "<worksheet xmlns=\"" MAIN "\">" rest "</worksheet>"
#define DATA(rows)   SHEET ("<sheetData>" rows "</sheetData>")
#define STRINGS(all) HEAD "<sst xmlns=\"" MAIN "\">" all "</sst>"
#define STYLES(all)  HEAD "<styleSheet xmlns=\"" MAIN "\">" all "</styleSheet>"

static GBytes *
make (const char *workbook, const char *sheet, const char *strings, const char *styles)
{
  return zip_fixture_of ("_rels/.rels", ROOT_RELS, "xl/workbook.xml", workbook,
                         "xl/_rels/workbook.xml.rels", WORKBOOK_RELS, "xl/worksheets/sheet1.xml",
                         sheet, "xl/sharedStrings.xml", strings, "xl/styles.xml", styles, NULL);
}

static GBytes *
make_plain (const char *sheet)
{
  return make (WORKBOOK (""), sheet, STRINGS (""), STYLES (""));
}

static void
test_cell_types (void)
{
  g_autoptr (GBytes) bytes = make (
      WORKBOOK (""),
      DATA ("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Thôn "
            "Bắc Sơn</t></is></c><c r=\"C2\" t=\"str\"><f>A2&amp;B2</f><v>ghép</v></c>"
            "<c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
            "<c r=\"F2\"><v>38075001234</v></c><c r=\"G2\" t=\"n\"><v>3.8075001234E10</v></c>"
            "<c r=\"H2\" t=\"d\"><v>2022-05-01T00:00:00Z</v></c><c r=\"I2\"><v>2.35</v></c>"
            "<c r=\"J2\"><v>0.00005</v></c><c r=\"K2\"><v>-12</v></c><c r=\"L2\"><v>0.1</v></c></row>"
            "<row r=\"9\"><c r=\"C9\"><f>SUM(A1:A8)</f></c><c r=\"D9\" t=\"s\"><v>0</v></c>"
            "<c r=\"E9\"><v>380750012345678901</v></c><c r=\"F9\" t=\"str\"><f>X</f><v></v></c>"
            "<c r=\"G9\"><v>rác</v></c></row>"),
      STRINGS ("<si><t>đầu</t></si><si><t>Lê Thị Mận</t></si>"), STYLES (""));

  assert_sheet (bytes, "2: A=T[Lê Thị Mận] B=T[Thôn Bắc Sơn] C=Tf[ghép] D=B[TRUE] E=Ef[#DIV/0!] "
                       "F=N[38075001234] G=N[38075001234] H=D[2022-05-01] I=N[2,35] J=N[0,00005] "
                       "K=N[-12] L=N[0,1]\n"
                       "9: C=-f[] D=T[đầu] E=N![380750012345678912] G=T[rác]\n");
}

static void
test_strings (void)
{
  g_autoptr (GBytes) bytes = make (
      WORKBOOK (""),
      DATA ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\">"
            "<v>4</v></c><c r=\"F1\" t=\"inlineStr\"><is><r><t>hai </t></r><r><t "
            "xml:space=\"preserve\"> run</t></r></is></c><c r=\"G1\" t=\"s\"><v>5</v></c>"
            "<c r=\"H1\" t=\"s\"><v>6</v></c></row>"),
      STRINGS ("<si><r><t xml:space=\"preserve\">Nguyễn </t></r><r><rPr><b/><rFont "
               "val=\"Times\"/></rPr><t>Thị Đào</t></r></si>"
               "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr "
               "fontId=\"1\"/></si>"
               "<si><t>một_x000D_\nhai_x005F_x000D__x0041__xZZZZ_ _x00e9_</t></si>"
               "<si><t>\n   thò ra ngoài  \n</t></si><si><t xml:space=\"preserve\"> giữ </t></si>"
               "<si/><si><t>_xD83D__xDE00_&lt;&#x1F600;&gt;_x0000__x0007_</t></si>"),
      STYLES (""));

  assert_sheet (bytes, "1: A=T[Nguyễn Thị Đào] B=T[東京] C=T[một\nhai_x000D_A_xZZZZ_ é] "
                       "D=T[thò ra ngoài] E=T[ giữ ] F=T[hai run] H=T[😀<😀>]\n");
}

static void
test_dates (void)
{
  static const char styles[] = STYLES (
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" "
      "formatCode=\"mm/yyyy\"/><numFmt numFmtId=\"166\" formatCode=\"yyyy\"/><numFmt "
      "numFmtId=\"167\" formatCode=\"[$-42A]&quot;ngày &quot;dd&quot; tháng &quot;mm\"/><numFmt "
      "numFmtId=\"168\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"169\" formatCode=\"#,##0&quot; "
      "đồng&quot;;[Red]-#,##0\"/><numFmt numFmtId=\"170\" formatCode=\"000000000000\"/><numFmt "
      "numFmtId=\"171\" formatCode=\"0000\\ 000\\ 000\"/><numFmt numFmtId=\"172\" "
      "formatCode=\"&quot;0&quot;#########\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
      "numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"168\"/><xf "
      "numFmtId=\"169\"/><xf numFmtId=\"10\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/><xf "
      "numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"17\"/><xf numFmtId=\"49\"/><xf "
      "numFmtId=\"172\"/></cellXfs>");
#define CELL(ref, style, value) "<c r=\"" ref "\" s=\"" style "\"><v>" value "</v></c>"
  static const char sheet[] = DATA (
      "<row r=\"1\">" CELL ("A1", "0", "44682") CELL ("B1", "1", "44682") CELL ("C1", "2", "44682")
          CELL ("D1", "3", "44682") CELL ("E1", "4", "44562") CELL ("F1", "5", "44682")
              CELL ("G1", "6", "1.5") CELL ("H1", "7", "360000") CELL ("I1", "8", "0.239")
                  CELL ("J1", "9", "44682.354166666664") CELL ("K1", "10", "0.354166666666667")
                      CELL ("L1", "11", "38075001234") CELL ("M1", "12", "912345678")
                          CELL ("N1", "13", "44682") CELL ("O1", "14", "44682")
                              CELL ("P1", "15", "912345678") "</row>"
      /* The year 1900, and what is no date. */
      "<row r=\"2\">" CELL ("A2", "1", "1") CELL ("B2", "1", "59") CELL ("C2", "1", "60")
          CELL ("D2", "1", "61") CELL ("E2", "1", "0") CELL ("F2", "1", "-5")
              CELL ("G2", "1", "2958465") CELL ("H2", "1", "2958466")
                  CELL ("I2", "2", "44681.999999") CELL ("J2", "3", "44690")
                      CELL ("K2", "4", "44690") CELL ("L2", "99", "44690") "</row>");
  g_autoptr (GBytes) bytes = make (WORKBOOK (""), sheet, STRINGS (""), styles);
  g_autoptr (GBytes) mac = make (
      WORKBOOK ("<workbookPr date1904=\"true\"/>"),
      DATA ("<row r=\"1\">" CELL ("A1", "1", "43220") CELL ("B1", "1", "0") CELL ("C1", "6", "0.5")
            "</row>"),
      STRINGS (""), styles);

  assert_sheet (bytes, "1: A=N[44682] B=D[2022-05-01] C=D[2022-05-01] D=D[2022-05] E=D[2022] "
                       "F=D[2022-05-01] G=T[36:00] H=N[360000] I=N[23,9%] J=D[2022-05-01T08:30] "
                       "K=T[08:30] L=N0[038075001234] M=N0[0912 345 678] N=D[2022-05] O=N[44682] "
                       "P=N0[0912345678]\n"
                       "2: A=D[1900-01-01] B=D[1900-02-28] C=N[60] D=D[1900-03-01] E=N[0] F=N[-5] "
                       "G=D[9999-12-31] H=N[2958466] I=D[2022-05-01] J=D[2022-05-09] "
                       "K=D[2022-05-09] L=N[44690]\n");
  assert_sheet (mac, "1: A=D[2022-05-01] B=D[1904-01-01] C=T[12:00]\n");
}

static void
test_date_formats (void)
{
  static const struct
  {
    const char *code;
    const char *parts;
  } formats[] = {
    { "General", "" },
    { "0", "" },
    { "#,##0.00", "" },
    { "0.00E+00", "" },
    { "yyyy-mm-dd", "ymd" },
    { "d/m/yy h:mm", "ymdt" },
    { "mm:ss", "t" },
    { "h:mm:ss AM/PM", "t" },
    { "[mm]:ss", "te" },
    { "mmm-yy", "ym" },
    { "[Red]0;[Blue]-0", "" },
    { "\"d/m/y\"0", "" },
    { "\\d0", "" },
    { "_d0", "" },
    { "0 \"đồng\"", "" },
    { "[$-F800]dddd, mmmm dd, yyyy", "ymd" },
    { "[$₫-42A]#,##0", "" },
    { "@", "" },
    { "0;yyyy", "" },
    { "\"năm \"yyyy", "y" },
    { "ge.m.d", "ymd" },
    { "[>=100]0.0;0", "" },
    { "\"chưa đóng", "" },
    { "[chưa đóng", "" },
    { "\\", "" },
    { "h", "t" },
    { "0%", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GString) parts = g_string_new (NULL);
      AnsNumberFormat format;

      ans_number_format_parse (&format, formats[i].code);
      g_assert_true (format.is_date ==
                     (!format.is_elapsed &&
                      (format.has_year || format.has_month || format.has_day)));
      g_string_append (parts, format.has_year ? "y" : "");
      g_string_append (parts, format.has_month ? "m" : "");
      g_string_append (parts, format.has_day ? "d" : "");
      g_string_append (parts, format.is_time ? "t" : "");
      g_string_append (parts, format.is_elapsed ? "e" : "");
      g_test_message ("%s", formats[i].code);
      g_assert_cmpstr (parts->str, ==, formats[i].parts);
      ans_number_format_clear (&format);
    }
  for (guint id = 0; id < 70; id++)
    {
      AnsNumberFormat format;
      gboolean is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
                         (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

      ans_number_format_parse (&format, ans_number_format_builtin (id));
      g_assert_cmpint (format.is_date || format.is_time, ==, is_date);
      ans_number_format_clear (&format);
    }
}

static void
test_shapes (void)
{
  g_autoptr (GBytes) bytes = make_plain (SHEET (
      "<dimension ref=\"A1:B2\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" "
      "max=\"16384\" hidden=\"true\"/></cols><sheetData>"
      /* No r at all; then a gap; then a row whose number only its cell knows; then disorder. */
      "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row hidden=\"1\"><c><v>4</v></c></row>"
      "<row r=\"1000\"><c r=\"XFD1000\"><v>5</v></c></row><row><c r=\"C1005\"><v>6</v></c><c>"
      "<v>7</v></c></row><row r=\"1048576\"><c r=\"D1048576\"><v>8</v></c><c r=\"B1048576\"><v>9</v>"
      "</c><c r=\"D1048576\"><v>10</v></c></row></sheetData><mergeCells count=\"3\"><mergeCell "
      "ref=\"A1:C1\"/><mergeCell ref=\"A10:A12\"/><mergeCell ref=\"rác\"/><mergeCell "
      "ref=\"B20\"/></mergeCells>"));
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);
  g_autofree char *lines = NULL;
  AnsSheetLayout *layout;
  const AnsMerge *merge;
  guint n_merges;

  layout = ans_workbook_get_layout (workbook, 0, NULL, NULL);
  g_assert_nonnull (layout);
  ans_sheet_layout_get_merges (layout, &n_merges);
  g_assert_cmpuint (n_merges, ==, 2);
  merge = ans_sheet_layout_find_merge (layout, 11, 0);
  g_assert_nonnull (merge);
  g_assert_cmpuint (merge->first_row, ==, 10);
  g_assert_null (ans_sheet_layout_find_merge (layout, 11, 1));
  g_assert_nonnull (ans_sheet_layout_find_merge (layout, 1, 2));
  g_assert_null (ans_sheet_layout_find_merge (layout, 1, 3));
  g_assert_false (ans_sheet_layout_is_column_hidden (layout, 0));
  g_assert_true (ans_sheet_layout_is_column_hidden (layout, 1));
  g_assert_true (ans_sheet_layout_is_column_hidden (layout, 2));
  g_assert_false (ans_sheet_layout_is_column_hidden (layout, 3));
  g_assert_true (ans_sheet_layout_is_column_hidden (layout, 16383));

  lines = describe_sheet (workbook, 0);
  g_assert_cmpstr (lines, ==,
                   "1: A=N[1] C=N[3]\n2h: A=N[4]\n1000: XFD=N[5]\n1005: C=N[6] D=N[7]\n"
                   "1048576: B=N[9] D=N[10]\n");
}

static void
assert_one_merge (const char *sheet, gboolean hidden)
{
  g_autoptr (GBytes) bytes = make_plain (sheet);
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);
  g_autoptr (GError) error = NULL;
  AnsSheetLayout *layout = ans_workbook_get_layout (workbook, 0, NULL, &error);
  guint n_merges;

  g_assert_no_error (error);
  ans_sheet_layout_get_merges (layout, &n_merges);
  g_assert_cmpuint (n_merges, ==, 1);
  g_assert_cmpint (ans_sheet_layout_is_column_hidden (layout, 1), ==, hidden);
}

/* The layout alone is read around the cells, however they are written. */
static void
test_layout_alone (void)
{
  static const char after[] = "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>";
  g_autoptr (GString) large = g_string_new ("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
                                            "<sheetData a='1'>");
  g_autofree char *sheet = NULL;

  /* Over the edges of all pieces that it may come in. */
  for (guint row = 1; row <= 30000; row++)
    g_string_append_printf (large, "<row r=\"%u\"><c r=\"A%u\"><v>%u</v></c></row>", row, row, row);
  g_string_append_printf (large, "</sheetData >%s", after);
  sheet = g_strconcat (HEAD "<worksheet xmlns=\"" MAIN "\">", large->str, "</worksheet>", NULL);
  assert_one_merge (sheet, TRUE);

  sheet = (g_free (sheet), g_strconcat (HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData/>", after,
                                        "</worksheet>", NULL));
  assert_one_merge (sheet, FALSE);
  /* With a prefix; and with such words in a text, which is then read whole. */
  assert_one_merge (HEAD "<x:worksheet xmlns:x=\"" MAIN "\"><x:sheetData><x:row><x:c><x:v>1</x:v>"
                         "</x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:B1\"/>"
                         "</x:mergeCells></x:worksheet>",
                    FALSE);
  assert_one_merge (SHEET ("<sheetData><row><c t=\"str\"><v><![CDATA[</sheetData>]]></v></c></row>"
                           "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"),
                    FALSE);
  assert_one_merge (SHEET ("<!-- <sheetData> --><sheetData><row><c><v>1</v></c></row></sheetData>"
                           "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"),
                    FALSE);
}

static void
test_many_merges (void)
{
  g_autoptr (AnsSheetLayout) layout = ans_sheet_layout_new ();

  /* One tall area in front of many small ones. */
  ans_sheet_layout_add_merge (layout, (AnsMerge){ 1, 1000000, 9, 9 });
  for (guint i = 0; i < 5000; i++)
    for (guint column = 0; column < 3; column++)
      ans_sheet_layout_add_merge (layout, (AnsMerge){ i * 10 + 1, i * 10 + 4, column, column });
  for (guint row = 1; row <= 50000; row++)
    {
      const AnsMerge *merge = ans_sheet_layout_find_merge (layout, row, 2);

      if ((row - 1) % 10 < 4)
        {
          g_assert_nonnull (merge);
          g_assert_cmpuint (merge->first_row, ==, (row - 1) / 10 * 10 + 1);
          g_assert_cmpuint (merge->first_column, ==, 2);
        }
      else
        g_assert_null (merge);
      g_assert_nonnull (ans_sheet_layout_find_merge (layout, row, 9));
    }
}

static void
test_fonts (void)
{
  g_autoptr (GBytes) bytes = make (
      WORKBOOK (""),
      DATA ("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>0</v></c>"
            "<c r=\"C1\" t=\"s\"><v>1</v></c></row>"),
      STRINGS ("<si><t>NguyÔn ThÞ Thªm</t></si><si><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>Nguyeãn"
               "</t></r></si>"),
      STYLES ("<fonts><font><name val=\"Arial\"/></font><font><name val=\".VnTime\"/></font></fonts>"
              "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>"));
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);
  g_autoptr (GPtrArray) rows = ans_workbook_read_head (workbook, 0, 5, NULL, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (ans_row_get_cell (rows->pdata[0], 0)->font, ==, ANS_CELL_FONT_TCVN3);
  g_assert_cmpint (ans_row_get_cell (rows->pdata[0], 1)->font, ==, ANS_CELL_FONT_UNICODE);
  g_assert_cmpint (ans_row_get_cell (rows->pdata[0], 2)->font, ==, ANS_CELL_FONT_VNI);
}

static void
test_strict_and_prefixed (void)
{
  /* "Strict" namespaces, prefixes, an absolute path, a backslash, other cases, strings after the
   * sheet, an unknown element with the name of a known one. */
  g_autoptr (GBytes) bytes = zip_fixture_of (
      "XL\\Worksheets\\Sheet1.XML",
      HEAD "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
           "xmlns:o=\"urn:other\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v><o:v>9"
           "</o:v></x:c><o:c r=\"B1\"><o:v>1</o:v></o:c></x:row></x:sheetData></x:worksheet>",
      "_rels/.rels",
      HEAD "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r\" "
           "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
           "Target=\"/xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml",
      HEAD "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
           "xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets>"
           "<x:sheet name=\"ẩn\" sheetId=\"4\" state=\"veryHidden\" q:id=\"a\"/><x:sheet name=\"biểu "
           "đồ\" sheetId=\"5\" q:id=\"c\"/></x:sheets></x:workbook>",
      "xl/_rels/workbook.xml.rels",
      HEAD "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" "
           "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
           "Target=\"/xl/worksheets/../worksheets/sheet1.xml\"/><Relationship Id=\"b\" "
           "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings\" "
           "Target=\"./sharedstrings.xml\"/><Relationship Id=\"c\" "
           "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/chartsheet\" "
           "Target=\"chartsheets/sheet1.xml\"/></Relationships>",
      "xl/sharedStrings.xml",
      HEAD "<y:sst xmlns:y=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><y:si><y:t>đúng</y:t>"
           "</y:si></y:sst>",
      NULL);
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);

  g_assert_cmpuint (ans_workbook_get_n_sheets (workbook), ==, 1);
  g_assert_cmpstr (ans_workbook_get_sheet (workbook, 0)->name, ==, "ẩn");
  g_assert_true (ans_workbook_get_sheet (workbook, 0)->is_hidden);
  g_assert_cmpint (ans_workbook_find_sheet (workbook, "ẩn"), ==, 0);
  g_assert_cmpint (ans_workbook_find_sheet (workbook, "khác"), ==, -1);
  assert_sheet (bytes, "1: A=T[đúng]\n");
}

static void
test_utf16_part (void)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet xmlns=\"" MAIN
                             "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Đặng "
                             "Thị Huệ</t></is></c></row></sheetData></worksheet>";
  gsize size;
  g_autofree char *utf16 =
      g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &size, NULL);
  g_autoptr (GByteArray) part = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  ZipFixture zip;

  g_byte_array_append (part, (const guint8 *) "\xFF\xFE", 2);
  g_byte_array_append (part, (const guint8 *) utf16, (guint) size);
  zip_fixture_begin (&zip);
  zip_fixture_add (&zip, "_rels/.rels", ROOT_RELS, strlen (ROOT_RELS));
  zip_fixture_add (&zip, "xl/workbook.xml", WORKBOOK (""), strlen (WORKBOOK ("")));
  zip_fixture_add (&zip, "xl/_rels/workbook.xml.rels", WORKBOOK_RELS, strlen (WORKBOOK_RELS));
  zip_fixture_add (&zip, "xl/worksheets/sheet1.xml", part->data, part->len);
  zip_fixture_add (&zip, "xl/sharedStrings.xml", STRINGS (""), strlen (STRINGS ("")));
  zip_fixture_add (&zip, "xl/styles.xml", STYLES (""), strlen (STYLES ("")));
  bytes = zip_fixture_end (&zip);
  assert_sheet (bytes, "1: A=T[Đặng Thị Huệ]\n");
}

static gboolean
stop_at_three_cb (const AnsRow *row, gpointer data)
{
  guint *n = data;

  return ++*n < 3;
}

static gboolean
cancel_cb (const AnsRow *row, gpointer data)
{
  g_cancellable_cancel (data);
  return TRUE;
}

static void
test_stop_and_cancel (void)
{
  g_autoptr (GString) rows = g_string_new (HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AnsWorkbook) workbook = NULL;
  guint n = 0;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (rows, "<row r=\"%u\"><c><v>%u</v></c><c><v>1</v></c></row>", i + 1, i);
  g_string_append (rows, "</sheetData></worksheet>");
  bytes = make_plain (rows->str);
  workbook = open_fixture (bytes);
  g_assert_true (ans_workbook_read_sheet (workbook, 0, stop_at_three_cb, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_false (
      ans_workbook_read_sheet (workbook, 0, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_damaged (void)
{
  /* A string that is not there. */
  g_autoptr (GBytes) no_string = make_plain (
      DATA ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"));
  g_autoptr (GBytes) doctype = make_plain (
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
      "<worksheet xmlns=\"" MAIN "\"><sheetData><row r=\"1\"><c t=\"str\"><v>&b;</v></c></row>"
      "</sheetData></worksheet>");
  g_autoptr (GBytes) cut = make_plain (HEAD "<worksheet xmlns=\"" MAIN
                                            "\"><sheetData><row r=\"1\"><c><v>1</v></c></row>");
  g_autoptr (GBytes) column = make_plain (
      DATA ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"));
  g_autoptr (GBytes) row = make_plain (
      DATA ("<row r=\"1048577\"><c><v>1</v></c></row>"));
  g_autoptr (GBytes) no_sheet =
      zip_fixture_of ("_rels/.rels", ROOT_RELS, "xl/workbook.xml", WORKBOOK (""),
                      "xl/_rels/workbook.xml.rels", WORKBOOK_RELS, NULL);
  g_autoptr (GBytes) letter = zip_fixture_of (
      "_rels/.rels",
      HEAD "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r\" Type=\"" RELATION
           "/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
      "word/document.xml", "<w:document xmlns:w=\"urn:w\"/>", NULL);
  g_autoptr (GBytes) folder = zip_fixture_of ("ảnh.txt", "x", NULL);
  g_autoptr (GBytes) binary = zip_fixture_of (
      "_rels/.rels",
      HEAD "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r\" Type=\"" RELATION
           "/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>",
      "xl/workbook.bin", "x", NULL);

  assert_refused (no_string, ANS_WORKBOOK_ERROR_TRUNCATED);
  assert_refused (doctype, ANS_WORKBOOK_ERROR_TRUNCATED);
  assert_refused (cut, ANS_WORKBOOK_ERROR_TRUNCATED);
  assert_refused (column, ANS_WORKBOOK_ERROR_TRUNCATED);
  assert_refused (row, ANS_WORKBOOK_ERROR_TRUNCATED);
  assert_refused (no_sheet, ANS_WORKBOOK_ERROR_TRUNCATED);
  assert_refused (letter, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK);
  assert_refused (folder, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK);
  assert_refused (binary, ANS_WORKBOOK_ERROR_UNSUPPORTED);
}

static GBytes *
make_longer (void)
{
  g_autoptr (GString) rows = g_string_new (HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData>");
  g_autoptr (GString) strings = g_string_new (HEAD "<sst xmlns=\"" MAIN "\">");

  for (guint i = 0; i < 300; i++)
    {
      g_string_append_printf (rows,
                              "<row r=\"%u\"><c r=\"A%u\" t=\"s\"><v>%u</v></c><c r=\"B%u\" s=\"1\">"
                              "<v>%u</v></c></row>",
                              i + 1, i + 1, i, i + 1, 20000 + i * 37);
      g_string_append_printf (strings, "<si><t>Người thử %u</t></si>", i * 7919 % 1000);
    }
  g_string_append (rows, "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"
                         "</worksheet>");
  g_string_append (strings, "</sst>");
  return make (WORKBOOK (""), rows->str, strings->str,
               STYLES ("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"));
}

static void
test_prefixes (void)
{
  g_autoptr (GBytes) bytes = make_longer ();

  g_assert_no_error (try_to_read (bytes));
  assert_prefixes_refused (bytes);
}

static void
test_random_damage (void)
{
  g_autoptr (GBytes) bytes = make_longer ();

  try_damaged (bytes, 300);
}

static void
test_checksum (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) damaged = NULL;
  guint8 *copy, *at;
  gsize size;
  ZipFixture zip;

  /* Stored, not packed: only the checksum can tell. */
  zip_fixture_begin_as (&zip, "store");
  zip_fixture_add (&zip, "_rels/.rels", ROOT_RELS, strlen (ROOT_RELS));
  zip_fixture_add (&zip, "xl/workbook.xml", WORKBOOK (""), strlen (WORKBOOK ("")));
  zip_fixture_add (&zip, "xl/_rels/workbook.xml.rels", WORKBOOK_RELS, strlen (WORKBOOK_RELS));
  zip_fixture_add (&zip, "xl/worksheets/sheet1.xml",
                   DATA ("<row r=\"1\"><c><v>123454321</v></c></row>"),
                   strlen (DATA ("<row r=\"1\"><c><v>123454321</v></c></row>")));
  zip_fixture_add (&zip, "xl/sharedStrings.xml", STRINGS (""), strlen (STRINGS ("")));
  zip_fixture_add (&zip, "xl/styles.xml", STYLES (""), strlen (STYLES ("")));
  bytes = zip_fixture_end (&zip);
  assert_sheet (bytes, "1: A=N[123454321]\n");

  size = g_bytes_get_size (bytes);
  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  at = memmem (copy, size, "123454321", 9);
  g_assert_nonnull (at);
  at[4] = '7';
  damaged = g_bytes_new_take (copy, size);
  assert_refused (damaged, ANS_WORKBOOK_ERROR_TRUNCATED);
}

static void
test_bombs (void)
{
  g_autofree char *blanks = g_malloc (1 << 20);
  ZipFixture zip;

  memset (blanks, ' ', 1 << 20);
  for (guint kind = 0; kind < 3; kind++)
    {
      static const char row[] = "<row><c t=\"str\"><v>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</v></c></row>";
      g_autoptr (GString) piece = g_string_new (NULL);
      struct archive_entry *entry = archive_entry_new ();
      GBytes *bytes;
      gint64 start;

      for (guint i = 0; i < 10000; i++)
        g_string_append (piece, row);
      zip_fixture_begin (&zip);
      zip_fixture_add (&zip, "_rels/.rels", ROOT_RELS, strlen (ROOT_RELS));
      zip_fixture_add (&zip, "xl/workbook.xml", WORKBOOK (""), strlen (WORKBOOK ("")));
      zip_fixture_add (&zip, "xl/_rels/workbook.xml.rels", WORKBOOK_RELS, strlen (WORKBOOK_RELS));
      zip_fixture_add (&zip, "xl/sharedStrings.xml", STRINGS (""), strlen (STRINGS ("")));
      zip_fixture_add (&zip, "xl/styles.xml", STYLES (""), strlen (STYLES ("")));
      archive_entry_set_pathname (entry, "xl/worksheets/sheet1.xml");
      archive_entry_set_filetype (entry, AE_IFREG);
      /* Its size is not told beforehand. */
      g_assert_cmpint (archive_write_header (zip.archive, entry), ==, ARCHIVE_OK);
      if (kind == 2)
        archive_write_data (zip.archive, "<worksheet xmlns=\"", 18);
      else
        archive_write_data (zip.archive, HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData>",
                            strlen (HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData>"));
      for (guint i = 0; i < 100; i++)
        if (kind == 1)
          archive_write_data (zip.archive, piece->str, piece->len);
        else
          archive_write_data (zip.archive, blanks, 1 << 20);
      archive_entry_free (entry);
      bytes = zip_fixture_end (&zip);

      start = g_get_monotonic_time ();
      assert_refused (bytes, ANS_WORKBOOK_ERROR_TOO_LARGE);
      /* Generous: it takes a fraction of a second, the whole of a real bomb takes minutes. */
      g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
      g_bytes_unref (bytes);
    }
}

static void
test_ole (void)
{
  static const struct
  {
    const char *name;
    AnsWorkbookError code;
  } streams[] = {
    { "EncryptedPackage", ANS_WORKBOOK_ERROR_ENCRYPTED },
    { "Workbook", ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "Book", ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "WordDocument", ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "Khác", ANS_WORKBOOK_ERROR_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      guint8 file[4096] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
      g_autoptr (GBytes) bytes = NULL;

      for (guint k = 0; streams[i].name[k] != '\0'; k++)
        file[1024 + 128 + 2 * k] = (guint8) streams[i].name[k];
      bytes = g_bytes_new (file, sizeof file);
      assert_refused (bytes, streams[i].code);
    }
}

static void
test_files (void)
{
  g_autoptr (GBytes) bytes = make_longer ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ans-test-XXXXXX.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  /* The name says csv, the content xlsx. */
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  workbook = ans_workbook_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ans_workbook_get_format (workbook), ==, ANS_WORKBOOK_FORMAT_XLSX);
  rows = ans_workbook_read_head (workbook, 0, 1000, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 300);
  g_unlink (path);

  g_assert_null (ans_workbook_open (path, &error));
  g_assert_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (ans_workbook_open (g_get_tmp_dir (), &error));
  g_assert_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_IO);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-reader/cell-types", test_cell_types);
  g_test_add_func ("/xlsx-reader/layout-alone", test_layout_alone);
  g_test_add_func ("/xlsx-reader/strings", test_strings);
  g_test_add_func ("/xlsx-reader/dates", test_dates);
  g_test_add_func ("/xlsx-reader/date-formats", test_date_formats);
  g_test_add_func ("/xlsx-reader/shapes", test_shapes);
  g_test_add_func ("/xlsx-reader/many-merges", test_many_merges);
  g_test_add_func ("/xlsx-reader/fonts", test_fonts);
  g_test_add_func ("/xlsx-reader/strict-and-prefixed", test_strict_and_prefixed);
  g_test_add_func ("/xlsx-reader/utf16-part", test_utf16_part);
  g_test_add_func ("/xlsx-reader/stop-and-cancel", test_stop_and_cancel);
  g_test_add_func ("/xlsx-reader/damaged", test_damaged);
  g_test_add_func ("/xlsx-reader/prefixes", test_prefixes);
  g_test_add_func ("/xlsx-reader/random-damage", test_random_damage);
  g_test_add_func ("/xlsx-reader/checksum", test_checksum);
  g_test_add_func ("/xlsx-reader/bombs", test_bombs);
  g_test_add_func ("/xlsx-reader/ole", test_ole);
  g_test_add_func ("/xlsx-reader/files", test_files);
  return g_test_run ();
}
