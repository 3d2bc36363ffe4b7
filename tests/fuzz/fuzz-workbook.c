/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that is done with a file before a row of it is taken over. The first byte says what
 * the rest is: a whole file ("f"), or one part of a package made around it, for changes to a packed
 * file seldom get past its checksums: the sheet ("x"), shared strings ("s"), styles ("t") or
 * workbook ("w") of an .xlsx, or the content of an .ods ("o").
 */
#include <gio/gio.h>
#include <string.h>

#include "../unit/workbook-fixture.h"
#include "ans-fuzz.h"
#include "exchange/ans-header-finder.h"

#define MAIN     "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

const char *const ans_fuzz_words[] = {
  "x<worksheet " MAIN "><sheetData>",
  "</sheetData></worksheet>",
  "<row r=\"",
  "<row>",
  "</row>",
  "<c r=\"A1\" s=\"1\"><v>",
  "<c t=\"s\"><v>0</v></c>",
  "<c t=\"inlineStr\"><is><t>",
  "</t></is></c>",
  "<c t=\"str\"><f>",
  "</v></c>",
  "<v>44682.5</v>",
  "1E308",
  "-1",
  "XFD1048576",
  "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>",
  "<cols><col min=\"1\" max=\"3\" hidden=\"1\"/></cols>",
  "s<sst " MAIN "><si><t>",
  "</t></si></sst>",
  "<r><rPr><rFont val=\".VnTime\"/></rPr><t>",
  "<rPh><t>x</t></rPh>",
  "_x000D_",
  "_xD83D_",
  "t<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"164\" formatCode=\"",
  "\"/></numFmts><cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
  "dd/mm/yyyy",
  "[h]:mm:ss",
  "000000",
  "&quot;",
  "o<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:spreadsheet>",
  "<table:table table:name=\"a\">",
  "<table:table-row table:number-rows-repeated=\"3\">",
  "<table:table-cell table:number-columns-repeated=\"9\" office:value-type=\"float\" "
  "office:value=\"7\">",
  "<text:p>",
  "<text:s text:c=\"9\"/>",
  "</text:p>",
  "</table:table-cell>",
  "</table:table-row>",
  "</table:table>",
  "f",
  "fTT;Họ và tên;Năm sinh\n",
  "sep=;\n",
  "\"",
  ";",
  ",",
  "\t",
  "\r\n",
  "Nam",
  "Nữ",
  "(1)",
  "PK\x03\x04",
  "\xFF\xFE",
  "\xEF\xBB\xBF",
  "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
  "<html>",
  "<!DOCTYPE a [<!ENTITY b \"c\">]>",
  "<![CDATA[",
  "]]>",
  "&#xFFFF;",
  NULL,
};

#define ROOT_RELATIONS                                                                             \
  "<Relationships><Relationship Id=\"a\" Type=\"" RELATION                                         \
  "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
#define WORKBOOK                                                                                   \
  "<workbook " MAIN " xmlns:r=\"" RELATION "\"><sheets><sheet name=\"a\" r:id=\"a\"/></sheets>"    \
  "</workbook>"
#define RELATIONS                                                                                  \
  "<Relationships><Relationship Id=\"a\" Type=\"" RELATION                                         \
  "/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"b\" Type=\"" RELATION                     \
  "/sharedStrings\" Target=\"strings.xml\"/><Relationship Id=\"c\" Type=\"" RELATION               \
  "/styles\" Target=\"styles.xml\"/></Relationships>"
#define SHEET                                                                                      \
  "<worksheet " MAIN "><sheetData><row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>44682</v></c></row>"   \
  "</sheetData></worksheet>"
#define STRINGS "<sst " MAIN "><si><t>a</t></si></sst>"
#define STYLES  "<styleSheet " MAIN "><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"

static void
add (ZipFixture *zip,
     const char *name,
     const char *usual,
     gboolean is_given,
     const uint8_t *data,
     size_t size)
{
  if (is_given)
    zip_fixture_add (zip, name, data, size);
  else
    zip_fixture_add (zip, name, usual, strlen (usual));
}

static GBytes *
make_file (char kind, const uint8_t *data, size_t size)
{
  ZipFixture zip;

  if (strchr ("xstwo", kind) == NULL || kind == '\0')
    return g_bytes_new (data, size);
  zip_fixture_begin_as (&zip, "store");
  if (kind == 'o')
    zip_fixture_add (&zip, "content.xml", data, size);
  else
    {
      add (&zip, "_rels/.rels", ROOT_RELATIONS, FALSE, NULL, 0);
      add (&zip, "xl/workbook.xml", WORKBOOK, kind == 'w', data, size);
      add (&zip, "xl/_rels/workbook.xml.rels", RELATIONS, FALSE, NULL, 0);
      add (&zip, "xl/sheet.xml", SHEET, kind == 'x', data, size);
      add (&zip, "xl/strings.xml", STRINGS, kind == 's', data, size);
      add (&zip, "xl/styles.xml", STYLES, kind == 't', data, size);
    }
  return zip_fixture_end (&zip);
}

/* Bounded, for a few bytes of .ods may stand for millions of cells. */
typedef struct
{
  guint n_rows;
  guint n_cells;
} Count;

static gboolean
check_row_cb (const AnsRow *row, gpointer data)
{
  Count *count = data;

  g_assert_cmpuint (row->number, >=, 1);
  g_assert_cmpuint (row->n_cells, >=, 1);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const AnsCell *cell = &row->cells[i];

      g_assert_true (g_utf8_validate (cell->text, -1, NULL));
      g_assert_cmpuint (cell->column, <, ANS_SHEET_MAX_COLUMNS);
      g_assert_true (i == 0 || cell->column > row->cells[i - 1].column);
      g_assert_true ((cell->kind == ANS_CELL_EMPTY) == (*cell->text == '\0'));
      g_assert_true (ans_row_get_cell (row, cell->column) == cell);
    }
  count->n_cells += row->n_cells;
  return ++count->n_rows < 2000 && count->n_cells < 200000;
}

static void
check_header (AnsWorkbook *workbook, guint sheet)
{
  static const char *const name[] = { "Họ và tên", NULL };
  static const char *const male[] = { "Năm sinh / Nam", NULL };
  static const AnsHeaderTerm terms[] = { { "name", name }, { "male", male } };
  g_autoptr (GPtrArray) rows = ans_workbook_read_head (workbook, sheet, 20, NULL, NULL);
  AnsSheetLayout *layout = ans_workbook_get_layout (workbook, sheet, NULL, NULL);
  g_autoptr (AnsHeader) header = NULL;

  if (rows == NULL || layout == NULL)
    return;
  header = ans_header_find ((const AnsRow *const *) rows->pdata, rows->len, layout, terms,
                            G_N_ELEMENTS (terms));
  if (header != NULL)
    g_assert_cmpuint (header->first_row, <=, header->last_row);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AnsWorkbook) workbook = NULL;

  if (size == 0)
    return 0;
  bytes = make_file ((char) data[0], data + 1, size - 1);
  workbook = ans_workbook_open_bytes (bytes, "a.csv", &error);
  g_assert_true ((workbook == NULL) == (error != NULL));
  if (workbook == NULL)
    {
      g_assert_true (error->domain == ANS_WORKBOOK_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  for (guint i = 0; i < MIN (ans_workbook_get_n_sheets (workbook), 3); i++)
    {
      g_autoptr (GError) read_error = NULL;
      Count count = { 0 };

      if (!ans_workbook_read_sheet (workbook, i, check_row_cb, &count, NULL, &read_error))
        g_assert_true (read_error->domain == ANS_WORKBOOK_ERROR);
      check_header (workbook, i);
    }
  return 0;
}
