/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every list and every report carries the same numbers in all formats: what the pages, the sheet,
 * the text document and the CSV file say is read back and compared with what the paper was made
 * of, cell by cell. */
#include <math.h>

#include "document/ans-cell-text.h"
#include "document/ans-csv-writer.h"
#include "document/ans-document-private.h"
#include "document/ans-odt-writer.h"
#include "document/ans-page-layout-private.h"
#include "document/ans-xlsx-writer.h"
#include "exchange/ans-workbook.h"
#include "paper-samples.h"
#include "unzip.h"

/* --- what must be there ----------------------------------------------------------------------- */

/* What is written of a table, one line for each row: “column=text” of all cells that hold
 * something. With types a number is told from a text that looks like one. */
typedef struct
{
  AnsDocument *document;
  const AnsTableColumn *columns;
  guint n_columns;
  gboolean typed;
  GPtrArray *lines;
  GPtrArray *texts; /* as printed, in their order */
} Expected;

static void
add_cell (GString *line, guint column, const char *type, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (line, "%s%u=%s%s", line->len > 0 ? "|" : "", column, type, text);
}

static void
add_number (GString *line, guint column, double number)
{
  g_autofree char *text = g_strdup_printf ("%.10g", number);

  add_cell (line, column, "number ", text);
}

static void
expect_cell (Expected *self, GString *line, guint i, const char *cell, guint ordinal)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  AnsColumnKind kind = self->columns[i].kind;
  const char *text = ans_cell_print (kind, cell, ordinal, buffer);
  double number;

  g_ptr_array_add (self->texts, g_strdup (text));
  if (!self->typed)
    add_cell (line, i, "", text);
  else if (kind == ANS_COLUMN_ORDINAL)
    add_number (line, i, ordinal);
  else if ((kind == ANS_COLUMN_INTEGER || kind == ANS_COLUMN_DECIMAL || kind == ANS_COLUMN_MONEY) &&
           cell != NULL && ans_cell_parse_number (cell, &number))
    add_number (line, i, number);
  else if (kind == ANS_COLUMN_DATE && *text != '\0')
    add_cell (line, i, "date ", cell);
  else
    add_cell (line, i, "", text);
}

static void
expect_band (Expected *self, const char *text)
{
  g_ptr_array_add (self->texts, g_strdup (text));
  g_ptr_array_add (self->lines, g_strdup_printf ("0=%s", text));
}

static void
expect_rows (Expected *self, guint first, guint n)
{
  for (guint row = first; row < first + n; row++)
    {
      const char *const *cells =
          ans_table_source_get_row (ans_document_get_table (self->document), row, NULL);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < self->n_columns; i++)
        expect_cell (self, line, i, cells[i], row + 1);
      g_ptr_array_add (self->lines, g_strdup (line->str));
    }
}

static void
expect_total (Expected *self, const AnsTableTotal *total)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (total->label == NULL)
    return;
  add_cell (line, 0, "", total->label);
  g_ptr_array_add (self->texts, g_strdup (total->label));
  for (guint i = 1; total->cells != NULL && i < self->n_columns; i++)
    if (self->columns[i].kind != ANS_COLUMN_ORDINAL)
      expect_cell (self, line, i, total->cells[i], 0);
  g_ptr_array_add (self->lines, g_strdup (line->str));
}

static void
expected_init (Expected *self, AnsDocument *document, gboolean typed, gboolean with_sums)
{
  AnsTableSource *source = ans_document_get_table (document);
  guint n_rows = ans_table_source_get_n_rows (source), row = 0;
  guint n_groups = ans_table_source_get_n_groups (source);
  AnsTableTotal total;

  *self = (Expected) { .document = document, .typed = typed };
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->columns = ans_table_source_get_columns (source, &self->n_columns);
  if (n_rows == 0 && with_sums)
    expect_band (self, document->empty_text);
  if (n_groups == 0 || !with_sums)
    expect_rows (self, 0, n_rows);
  for (guint i = 0; i < n_groups && n_rows > 0 && with_sums; i++)
    {
      AnsTableGroup group;
      g_autofree char *title = NULL;

      ans_table_source_get_group (source, i, &group);
      title = ans_document_group_title (document, i, group.title);
      expect_band (self, title);
      expect_rows (self, row, group.n_rows);
      row += group.n_rows;
      expect_total (self, &group.total);
    }
  ans_table_source_get_total (source, &total);
  if (with_sums)
    expect_total (self, &total);
}

static void
expected_clear (Expected *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Expected, expected_clear)

/* @got may go on after the table: closing lines, signatures. */
static void
compare (const char *what, const char *paper, const GPtrArray *expected, const GPtrArray *got)
{
  for (guint i = 0; i < expected->len; i++)
    if (i >= got->len || !g_str_equal (expected->pdata[i], got->pdata[i]))
      g_error ("%s of %s, row %u:\n  made of %s\n  written %s", what, paper, i + 1,
               (char *) expected->pdata[i], i < got->len ? (char *) got->pdata[i] : "nothing");
}

/* --- the sheet and the CSV file --------------------------------------------------------------- */

typedef struct
{
  const char *first_title;
  guint n_header_rows; /* still to come */
  gboolean begun;
  gboolean typed;
  GPtrArray *lines;
} Sheet;

static gboolean
take_row (const AnsRow *row, gpointer data)
{
  Sheet *self = data;
  g_autoptr (GString) line = g_string_new (NULL);

  if (!self->begun)
    self->begun = g_str_equal (ans_row_get_text (row, 0), self->first_title);
  if (!self->begun || self->n_header_rows > 0)
    {
      self->n_header_rows -= self->begun;
      return TRUE;
    }
  for (guint i = 0; i < row->n_cells; i++)
    {
      const AnsCell *cell = &row->cells[i];

      g_assert_false (cell->is_formula);
      if (self->typed && cell->kind == ANS_CELL_NUMBER)
        add_number (line, cell->column, cell->number);
      else
        add_cell (line, cell->column, self->typed && cell->kind == ANS_CELL_DATE ? "date " : "",
                  cell->text);
    }
  g_ptr_array_add (self->lines, g_strdup (line->str));
  return TRUE;
}

static gboolean
has_group_titles (const Expected *expected)
{
  for (guint i = 0; i < expected->n_columns; i++)
    if (expected->columns[i].group_title != NULL)
      return TRUE;
  return FALSE;
}

static void
compare_sheet (const char *what,
               const char *paper,
               const Expected *expected,
               const char *path,
               guint n_header_rows)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Sheet sheet = { .first_title = expected->columns[0].title,
                  .n_header_rows = n_header_rows,
                  .typed = expected->typed,
                  .lines = lines };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsWorkbook) workbook = ans_workbook_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (ans_workbook_read_sheet (workbook, 0, take_row, &sheet, NULL, &error));
  g_assert_no_error (error);
  compare (what, paper, expected->lines, lines);
}

static void
assert_part (const char *xml, const char *what, const char *paper)
{
  if (strstr (xml, what) == NULL)
    g_error ("the sheet of %s has no %s", paper, what);
}

/* How the sheet prints: A4, as wide as the paper, the header on each page. */
static void
assert_print_set_up (const SamplePaper *paper, const Expected *expected, const char *path)
{
  g_autofree char *sheet = unzip (path, "xl/worksheets/sheet1.xml");
  g_autofree char *book = unzip (path, "xl/workbook.xml");

  assert_part (sheet, "paperSize=\"9\"", paper->name);
  assert_part (sheet, "fitToHeight=\"0\"", paper->name);
  assert_part (book, "_xlnm.Print_Titles", paper->name);
  if (ans_document_get_orientation (paper->document) == ANS_ORIENTATION_LANDSCAPE)
    assert_part (sheet, "orientation=\"landscape\"", paper->name);
  if (has_group_titles (expected))
    assert_part (sheet, "<mergeCell ", paper->name);
  g_assert_null (strstr (sheet, "<f>"));
}

static void
test_xlsx (const SamplePaper *paper, const char *path)
{
  g_auto (Expected) expected = { 0 };
  g_autoptr (GError) error = NULL;

  expected_init (&expected, paper->document, TRUE, TRUE);
  g_assert_true (ans_xlsx_writer_write (paper->document, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  compare_sheet ("sheet", paper->name, &expected, path, has_group_titles (&expected) ? 2 : 1);
  assert_print_set_up (paper, &expected, path);
}

static void
test_csv (const SamplePaper *paper, const char *path)
{
  g_auto (Expected) expected = { 0 };
  g_autoptr (GError) error = NULL;

  expected_init (&expected, paper->document, FALSE, FALSE);
  g_assert_true (ans_csv_writer_write (paper->document, path, ANS_CSV_PRINTED | ANS_CSV_EXACT, NULL,
                                       NULL, NULL, &error));
  g_assert_no_error (error);
  compare_sheet ("CSV file", paper->name, &expected, path, 1);
}

/* --- the text document ------------------------------------------------------------------------ */

typedef struct
{
  gboolean in_list, in_header, in_cell;
  guint column;
  GString *line, *text;
  GPtrArray *lines;
} Odt;

static void
odt_start (GMarkupParseContext *context,
           const char *name,
           const char **attributes,
           const char **values,
           gpointer data,
           GError **error)
{
  Odt *self = data;

  if (g_str_equal (name, "table:table"))
    for (guint i = 0; attributes[i] != NULL; i++)
      self->in_list |= g_str_equal (attributes[i], "table:name") && g_str_equal (values[i], "List");
  self->in_header |= g_str_equal (name, "table:table-header-rows");
  if (g_str_equal (name, "table:table-row"))
    {
      self->column = 0;
      g_string_truncate (self->line, 0);
    }
  if (g_str_equal (name, "table:table-cell"))
    {
      self->in_cell = TRUE;
      g_string_truncate (self->text, 0);
    }
  if (g_str_equal (name, "table:covered-table-cell"))
    self->column++;
  if (self->in_cell && (g_str_equal (name, "text:line-break") ||
                        (g_str_equal (name, "text:p") && self->text->len > 0)))
    g_string_append_c (self->text, '\n');
}

static void
odt_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Odt *self = data;

  if (g_str_equal (name, "table:table"))
    self->in_list = FALSE;
  if (g_str_equal (name, "table:table-header-rows"))
    self->in_header = FALSE;
  if (g_str_equal (name, "table:table-cell"))
    {
      add_cell (self->line, self->column++, "", self->text->str);
      self->in_cell = FALSE;
    }
  if (g_str_equal (name, "table:table-row") && self->in_list && !self->in_header)
    g_ptr_array_add (self->lines, g_strdup (self->line->str));
}

static void
odt_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Odt *self = data;

  if (self->in_cell)
    g_string_append_len (self->text, text, (gssize) length);
}

static void
test_odt (const SamplePaper *paper, const char *path)
{
  static const GMarkupParser parser = { odt_start, odt_end, odt_text, NULL, NULL };
  g_auto (Expected) expected = { 0 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL), text = g_string_new (NULL);
  Odt odt = { .line = line, .text = text, .lines = lines };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &odt, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;

  expected_init (&expected, paper->document, FALSE, TRUE);
  g_assert_true (ans_odt_writer_write (paper->document, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  xml = unzip (path, "content.xml");
  g_assert_true (g_markup_parse_context_parse (context, xml, -1, &error));
  g_assert_no_error (error);
  compare ("text document", paper->name, expected.lines, lines);
  g_assert_cmpuint (lines->len, ==, expected.lines->len);
}

/* --- pages ------------------------------------------------------------------------------------ */

/* Without white space, at which lines are broken. */
static void
append_dense (GString *dense, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (dense, g_utf8_get_char (text));
}

static char *
text_of_pages (AnsDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsPageLayout) layout = ans_page_layout_new (document, NULL, NULL, NULL, &error);
  GString *dense = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint page = 0; page < ans_page_layout_get_n_pages (layout); page++)
    {
      const AnsScene *scene = ans_page_layout_get_scene (layout, page, &error);

      for (guint i = 0; i < scene->marks->len; i++)
        if (g_array_index (scene->marks, AnsMark, i).kind == ANS_MARK_TEXT)
          append_dense (dense, g_array_index (scene->marks, AnsMark, i).text);
    }
  return g_string_free_and_steal (dense);
}

static void
test_pages (const SamplePaper *paper)
{
  g_auto (Expected) expected = { 0 };
  g_autofree char *text = text_of_pages (paper->document);
  const char *at = text;

  expected_init (&expected, paper->document, FALSE, TRUE);
  for (guint i = 0; i < expected.texts->len; i++)
    {
      g_autoptr (GString) dense = g_string_new (NULL);
      const char *found;

      append_dense (dense, expected.texts->pdata[i]);
      found = strstr (at, dense->str);
      if (found == NULL)
        g_error ("“%s” is not on the pages of %s, or not in its place",
                 (char *) expected.texts->pdata[i], paper->name);
      at = found + dense->len;
    }
}

/* ---------------------------------------------------------------------------------------------- */

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "paper", NULL);
  g_autoptr (GPtrArray) papers = NULL;

  fill_papers (fixture->book);
  papers = sample_papers (fixture->book);
  for (guint i = 0; i < papers->len; i++)
    {
      const SamplePaper *paper = papers->pdata[i];

      test_xlsx (paper, path);
      test_csv (paper, path);
      test_odt (paper, path);
      test_pages (paper);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ANS_TODAY", PAPER_DAY, TRUE);
  ans_plan_init ();
  g_test_add ("/paper-files/formats", Fixture, NULL, fixture_set_up, test_formats,
              fixture_tear_down);
  return g_test_run ();
}
