/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written while it is read: the book says the same as after a dry run and its applying, and a
 * failure in the middle leaves nothing. Everybody is invented. */
#include "book-fixture.h"
#include "exchange/ans-import.h"
#include "workbook-fixture.h"

#define MAIN    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

static AnsImport *
open_path (AnsBook *book, const char *path)
{
  g_autoptr (GError) error = NULL;
  AnsImport *import = ans_import_new (book, &ans_register_people, path, &error);

  g_assert_no_error (error);
  return import;
}

static char *
dump (AnsBook *book)
{
  static const char *const questions[] = {
    "SELECT concat_ws ('|', id, full_name, sex, birth, id_no, household, relation, village, "
    "address, "
    "phone, note, sort_key, residence) FROM person ORDER BY id",
    "SELECT concat_ws ('|', id, code, head, village, address, status) FROM household ORDER BY id",
    "SELECT concat_ws ('|', id, name) FROM village ORDER BY id",
    "SELECT concat_ws ('|', person, from_date, to_date, household, relation, village) "
    "FROM person_home ORDER BY person, from_date",
    "SELECT concat_ws ('|', tbl, row, json_remove (new, '$.uid')) FROM change "
    "ORDER BY tbl, row",
    "SELECT label FROM action ORDER BY id",
    "SELECT value FROM setting WHERE name LIKE 'import-mapping%'",
    "SELECT rowid FROM person_search WHERE person_search MATCH 'le OR nguyen'",
    "SELECT concat_ws ('|', name, sql) FROM sqlite_schema WHERE type <> 'table' ORDER BY name",
  };
  GString *text = g_string_new (NULL);

  for (guint q = 0; q < G_N_ELEMENTS (questions); q++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsStatement) select =
          ans_connection_prepare (ans_book_get_connection (book), questions[q], &error);

      g_assert_no_error (error);
      while (ans_statement_step (select, &error))
        g_string_append_printf (text, "%s\n", ans_statement_text (select, 0));
      g_assert_no_error (error);
    }
  return g_string_free_and_steal (text);
}

static void
assert_same_counts (AnsImport *one, AnsImport *other)
{
  g_assert_cmpuint (ans_import_get_n_rows (one), ==, ans_import_get_n_rows (other));
  for (guint i = 0; i < ANS_IMPORT_N_VERDICTS; i++)
    g_assert_cmpuint (ans_import_get_count (one, i), ==, ans_import_get_count (other, i));
  for (guint i = 0; i < ans_import_get_n_rows (one); i++)
    {
      g_assert_cmpint (ans_import_get_row (one, i)->verdict, ==,
                       ans_import_get_row (other, i)->verdict);
      g_assert_cmpstr (ans_import_get_row (one, i)->reason, ==,
                       ans_import_get_row (other, i)->reason);
    }
}

/* Both ways into two books, twice: the second time everybody is there. */
static void
check_same (Fixture *fixture, const char *path, guint at_least)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "khac.ansinh", NULL);
  g_autoptr (GError) error = NULL;
  AnsBook *other = ans_registry_create_book (other_path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AnsImport) one = open_path (fixture->book, path);
      g_autoptr (AnsImport) two = open_path (other, path);
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;
      gint64 action;

      g_assert_true (ans_import_dry_run (one, NULL, &error));
      action = ans_import_apply (one, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ans_import_run (two, NULL, &error), ==, action);
      g_assert_no_error (error);
      assert_same_counts (one, two);
      expected = dump (fixture->book);
      found = dump (other);
      g_assert_cmpstr (found, ==, expected);
      if (i == 0)
        g_assert_cmpuint (ans_import_get_count (two, ANS_IMPORT_ADDED), >=, at_least);
    }
  assert_sound (other);
  {
    g_autoptr (AnsUndoReport) report = ans_undo (other, 0, FALSE, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (report->conflicts->len, ==, 0);
    g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (other),
                                             "SELECT (SELECT count (*) FROM person) + "
                                             "(SELECT count (*) FROM household)",
                                             -1),
                     ==, 0);
  }
  ans_book_close (other);
  g_assert_finalize_object (other);
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", data, NULL);

  check_same (fixture, path, 4);
}

static char *
write_many (Fixture *fixture, const char *last)
{
  char *path = g_build_filename (fixture->folder, "nhieu.csv", NULL);
  g_autoptr (GString) text =
      g_string_new ("Họ và tên,Giới tính,Ngày sinh,CCCD,Quan hệ,Mã hộ,Thôn\n");

  /* Some come twice, some are nonsense, some households have two heads. */
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "Lê Văn %c%c,Nam,%02u/%02u/1980,0380800%05u,%s,%u,Bắc Sơn\n",
                            'A' + i % 20, 'a' + i % 7, i % 29 + 1, i % 13 + 1, i - i % 97 / 96,
                            i % 4 == 0 || i % 31 == 0 ? "Chủ hộ" : "Con", i / 4 + 1);
  g_string_append (text, last);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_many (fixture, "");

  check_same (fixture, path, 2500);
}

static void
assert_untouched (AnsBook *book)
{
  AnsConnection *connection = ans_book_get_connection (book);

  g_assert_false (ans_book_in_action (book));
  g_assert_cmpint (ans_connection_get_int (connection,
                                           "SELECT (SELECT count (*) FROM person) + "
                                           "(SELECT count (*) FROM village) + "
                                           "(SELECT count (*) FROM household) + "
                                           "(SELECT count (*) FROM action)",
                                           -1),
                   ==, 0);
  g_assert_cmpint (
      ans_connection_get_int (connection,
                              "SELECT count (*) FROM sqlite_schema WHERE "
                              "type = 'index' AND tbl_name = 'person' AND sql NOT NULL",
                              -1),
      ==, 6);
  assert_sound (book);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_many (fixture, "");
  g_autoptr (AnsImport) import = open_path (fixture->book, path);
  g_autoptr (AnsJob) job = ans_job_new ("Thử");
  g_autoptr (GError) error = NULL;

  ans_job_cancel (job);
  g_assert_cmpint (ans_import_run (import, job, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (fixture->book);
  g_clear_error (&error);
  g_assert_cmpint (ans_import_run (import, NULL, &error), >, 0);
  g_assert_no_error (error);
}

/* A row makes no sense while those before it are being written. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "hong.xlsx", NULL);
  g_autoptr (GString) sheet = g_string_new ("<worksheet xmlns=\"" MAIN "\"><sheetData>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AnsImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append (sheet, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Họ và tên</t></is></c>"
                          "<c r=\"B1\" t=\"inlineStr\"><is><t>Năm sinh</t></is></c>"
                          "<c r=\"C1\" t=\"inlineStr\"><is><t>Giới tính</t></is></c></row>");
  for (guint i = 2; i < 3000; i++)
    g_string_append_printf (
        sheet,
        "<row r=\"%1$u\"><c r=\"A%1$u\" t=\"inlineStr\"><is><t>Lê Văn %2$c%3$c"
        "</t></is></c><c r=\"B%1$u\"><v>%4$u</v></c><c r=\"C%1$u\" t=\"inlineStr\"><is>"
        "<t>Nam</t></is></c></row>",
        i, 'A' + i % 20, 'a' + i % 7, 1940 + i % 70);
  g_string_append (sheet, "<row r=\"3001\"><c r=\"A3001\" t=\"s\"><v>99</v></c></row>"
                          "</sheetData></worksheet>");
  bytes = zip_fixture_of (
      "_rels/.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r\" Type=\"" OFFICE
      "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml",
      "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
      "\"><sheets><sheet name=\"Dân\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" Type=\"" OFFICE
      "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
      "xl/worksheets/sheet1.xml", sheet->str, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), &error));
  import = open_path (fixture->book, path);
  g_assert_cmpint (ans_import_run (import, NULL, &error), ==, -1);
  g_assert_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED);
  g_assert_cmpuint (ans_import_get_count (import, ANS_IMPORT_ADDED), >, 2000);
  assert_untouched (fixture->book);
}

/* Nobody to be found in the file: no empty action stays behind. */
static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rong.csv", NULL);
  g_autoptr (AnsImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Họ và tên,Năm sinh\n,\nCộng: 0 người,\n", -1, NULL));
  import = open_path (fixture->book, path);
  g_assert_cmpint (ans_import_run (import, NULL, &error), ==, 0);
  g_assert_no_error (error);
  assert_untouched (fixture->book);
}

int
main (int argc, char *argv[])
{
  static const char *const samples[] = { "nhan-khau-theo-thon.xlsx", "xau-1-trang-in.ods",
                                         "xau-2-o-gop.xlsx", "xau-4-ma-cu.xlsx" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat ("/import-run/same/", samples[i], NULL);

      g_test_add (name, Fixture, samples[i], fixture_set_up, test_samples, fixture_tear_down);
    }
#define ADD(path, function)                                                                        \
  g_test_add ("/import-run/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("same/many", test_many);
  ADD ("cancelled", test_cancelled);
  ADD ("broken", test_broken);
  ADD ("nobody", test_nobody);
  return g_test_run ();
}
