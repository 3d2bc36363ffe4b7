/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks into registers: what each row is taken for, and what comes out of it. */
#include <glib/gstdio.h>

#include "book-fixture.h"
#include "exchange/ans-import.h"
#include "exchange/ans-workbook.h"
#include "store/ans-undo.h"

static AnsImport *
open_csv (Fixture *fixture, const char *name, const AnsRegister *reg, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  AnsImport *import;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  import = ans_import_new (fixture->book, reg, path, &error);
  g_assert_no_error (error);
  return import;
}

static void
assert_counts (AnsImport *import, guint added, guint updated, guint rejected, guint skipped)
{
  for (guint i = 0; i < ans_import_get_n_rows (import); i++)
    {
      const AnsImportRow *row = ans_import_get_row (import, i);

      g_test_message ("row %u: %d %s %s",
                      row->row_number,
                      row->verdict,
                      row->reason != NULL ? row->reason : "",
                      row->warning != NULL ? row->warning : "");
    }
  g_assert_cmpuint (ans_import_get_count (import, ANS_IMPORT_ADDED), ==, added);
  g_assert_cmpuint (ans_import_get_count (import, ANS_IMPORT_UPDATED), ==, updated);
  g_assert_cmpuint (ans_import_get_count (import, ANS_IMPORT_REJECTED), ==, rejected);
  g_assert_cmpuint (ans_import_get_n_skipped (import), ==, skipped);
  g_assert_cmpuint (
      ans_import_get_n_rows (import), ==, added + updated + rejected + skipped);
}

static gint64
count (AnsBook *book, const char *sql)
{
  return ans_connection_get_int (ans_book_get_connection (book), sql, -1);
}

static void
run (AnsImport *import, guint added, guint updated, guint rejected, guint skipped)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_import_dry_run (import, NULL, &error));
  g_assert_no_error (error);
  assert_counts (import, added, updated, rejected, skipped);
  g_assert_cmpint (ans_import_apply (import, NULL, &error), >=, 0);
  g_assert_no_error (error);
}

/* The list as offices make it: letterhead, two-line header, villages over their rows, sums. */
static const char official[] =
    "ỦY BAN NHÂN DÂN,,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,,\n"
    "XÃ HOẰNG PHỤ,,,,Độc lập - Tự do - Hạnh phúc,,\n"
    ",,DANH SÁCH NHÂN KHẨU,,,,\n"
    "TT,Họ và tên,Năm sinh,,Số CCCD,Quan hệ với chủ hộ,Mã hộ\n"
    ",,Nam,Nữ,,,\n"
    "I,Thôn Bắc Sơn,,,,,\n"
    "1,Lê Văn Bình,12.03.1980,,038080001234,Chủ hộ,1\n"
    "2,Trần Thị An,,1982,38182001234,Vợ,\n"
    "3,Lê Minh Khôi,2011,,,Con,\n"
    "4,Nguyễn Thị Thêm,,1948,,Chủ hộ,2\n"
    ",Cộng thôn Bắc Sơn: 4 người,,,,,\n"
    "II,Thôn Hợp Tân,,,,,\n"
    "1,Đặng Thị Huệ,,31/02/1990,,Chủ hộ,1\n"
    "2,Vũ Văn Thọ,1955,,3.8138E+10,Chủ hộ,2\n"
    "3,Phạm Văn Đức,1970,,,Chủ hộ,3\n"
    ",Tổng cộng: 7 người,,,,,\n"
    ",,,,\"Hoằng Phụ, ngày 05 tháng 5 năm 2022\",,\n"
    ",NGƯỜI LẬP BIỂU,,KT. CHỦ TỊCH,TM. ỦY BAN NHÂN DÂN,,\n";

static void
test_official_list (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (AnsImport) import =
      open_csv (fixture, "a.csv", &ans_register_people, official);
  guint first, last;
  g_autoptr (GPtrArray) problems = NULL;

  ans_import_get_header (import, &first, &last);
  g_assert_cmpuint (first, ==, 4);
  g_assert_cmpuint (last, ==, 5);
  run (import, 5, 0, 2, 11);

  g_assert_cmpint (count (book, "SELECT count(*) FROM person"), ==, 5);
  g_assert_cmpint (count (book, "SELECT count(*) FROM village"), ==, 2);
  /* Household 1 of one village is not household 1 of the other. */
  g_assert_cmpint (count (book, "SELECT count(*) FROM household"), ==, 3);
  /* Only the first row carries the household; those below belong to it. */
  g_assert_cmpint (count (book,
                          "SELECT count(*) FROM person p JOIN household h ON h.id = p.household "
                          "WHERE h.code = 'BS-0001'"),
                   ==,
                   3);
  g_assert_cmpint (
      count (book, "SELECT count(*) FROM person WHERE id_no = '038182001234' AND sex = 'NU'"),
      ==,
      1);
  g_assert_cmpint (count (book,
                          "SELECT count(*) FROM person WHERE full_name = 'Lê Văn Bình' AND "
                          "birth = '1980-03-12' AND sex = 'NAM' AND relation = 'CHU_HO'"),
                   ==,
                   1);
  problems = ans_book_check (book, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* The same file again does nothing; undo takes all of it back, to the villages. */
static void
test_again_and_undo (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = NULL;

  {
    g_autoptr (AnsImport) import =
        open_csv (fixture, "a.csv", &ans_register_people, official);
    run (import, 5, 0, 2, 11);
  }
  {
    g_autoptr (AnsImport) import =
        open_csv (fixture, "a.csv", &ans_register_people, official);
    run (import, 0, 0, 2, 16);
  }
  report = ans_undo (book, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->conflicts->len, ==, 0);
  g_assert_cmpint (count (book, "SELECT count(*) FROM person"), ==, 0);
  g_assert_cmpint (count (book, "SELECT count(*) FROM household"), ==, 0);
  g_assert_cmpint (count (book, "SELECT count(*) FROM village"), ==, 0);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (AnsImport) first = open_csv (fixture,
                                          "a.csv",
                                          &ans_register_people,
                                          "Họ và tên;Giới tính;Ngày sinh;CCCD;SĐT;Thôn\n"
                                          "Lê Văn Bình;Nam;12/03/1980;038080001234;;Bắc Sơn\n"
                                          "Trần Thị An;Nữ;1982;;0912345678;Bắc Sơn\n");
  g_autoptr (AnsImport) second = NULL;

  run (first, 2, 0, 0, 1);
  second = open_csv (fixture,
                     "b.csv",
                     &ans_register_people,
                     "Họ và tên;Giới tính;Ngày sinh;CCCD;SĐT;Thôn\n"
                     "LÊ VĂN BÌNH;Nam;12/03/1980;038080001234;912000111;Bắc Sơn\n"
                     "Trần Thị An;Nữ;1982;;;Bắc Sơn\n"
                     "Lê Thị Mận;Nữ;1940;038080001234;;Bắc Sơn\n"
                     "Trần Thị Ân;Nữ;1982;;;Bắc Sơn\n"
                     "Trần Thị Ân;Nữ;01/02/1982;;;Bắc Sơn\n"
                     "Trần Thị Ân;Nữ;01/02/1982;;;Bắc Sơn\n"
                     "Không Giới;;1990;;;Bắc Sơn\n");
  run (second, 2, 1, 3, 2);
  g_assert_cmpint (
      count (book, "SELECT count(*) FROM person WHERE phone IN ('0912000111', '0912345678')"),
      ==,
      2);
}

static void
test_mapping_by_hand (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  static const char text[] = "A1,A2,A3\nLê Văn Bình,nam,1980\nTrần Thị An,nữ,1982\n";
  g_autoptr (AnsImport) import = open_csv (fixture, "a.csv", &ans_register_people, text);
  g_autoptr (GError) error = NULL;

  g_assert_false (ans_import_dry_run (import, NULL, &error));
  g_assert_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK);
  g_clear_error (&error);
  g_assert_true (ans_import_set_header (import, 1, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ans_import_find_column (import, "A1"), ==, 0);
  g_assert_cmpint (ans_import_find_column (import, "C"), ==, 2);
  g_assert_cmpint (ans_import_find_column (import, "2"), ==, 1);
  g_assert_false (ans_import_set_mapping (import, 0, "no-such-field"));
  g_assert_true (ans_import_set_mapping (import, 0, "full_name"));
  g_assert_true (ans_import_set_mapping (import, 1, "sex"));
  g_assert_true (ans_import_set_mapping (import, 2, "birth"));
  run (import, 2, 0, 0, 1);
  g_assert_cmpint (count (book, "SELECT count(*) FROM person WHERE sex = 'NU'"), ==, 1);
}

static void
test_rejects_come_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "loi.xlsx", NULL);
  g_autoptr (AnsImport) import =
      open_csv (fixture,
                "a.csv",
                &ans_register_people,
                "Họ và tên,Giới tính,Ngày sinh,Thôn\n=1+1,Nam,31/02/1990,Bắc Sơn\n"
                "Lê Văn Bình,Nam,1990,Bắc Sơn\n");
  g_autoptr (AnsImport) again = NULL;
  g_autoptr (GError) error = NULL;
  const AnsImportRow *row;

  g_assert_true (ans_import_dry_run (import, NULL, &error));
  assert_counts (import, 1, 0, 1, 1);
  g_assert_true (ans_import_save_rejects (import, path, &error));
  g_assert_no_error (error);

  again = ans_import_new (fixture->book, &ans_register_people, path, &error);
  g_assert_no_error (error);
  g_assert_true (ans_import_dry_run (again, NULL, &error));
  assert_counts (again, 0, 0, 1, 1);
  row = ans_import_get_row (again, 1);
  g_assert_cmpstr (row->cells[0], ==, "=1+1");
  g_assert_cmpstr (row->cells[2], ==, "31/02/1990");
}

static void
test_other_registers (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (AnsImport) villages = open_csv (
      fixture, "a.csv", &ans_register_villages, "TT,Tên thôn,Trưởng thôn\n1,Bắc Sơn,Lê Văn A\n2,Hợp Tân,\n");
  g_autoptr (AnsImport) households = NULL;

  run (villages, 2, 0, 0, 1);
  households = open_csv (fixture,
                         "b.csv",
                         &ans_register_households,
                         "Mã hộ,Họ và tên chủ hộ,Thôn,Địa chỉ\nBS-0007,Lê Văn A,Bắc Sơn,Ngõ 1\n"
                         "HT-0002,Trần B,Hợp Tân,\n");
  run (households, 2, 0, 0, 1);
  g_assert_cmpint (count (book,
                          "SELECT count(*) FROM household h JOIN village v ON v.id = h.village "
                          "WHERE h.code = 'BS-0007' AND v.name = 'Bắc Sơn' AND "
                          "h.address = 'Ngõ 1'"),
                   ==,
                   1);
  g_assert_cmpint (count (book, "SELECT count(*) FROM village"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                       \
  g_test_add ("/import/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("official-list", test_official_list);
  ADD ("again-and-undo", test_again_and_undo);
  ADD ("update", test_update);
  ADD ("mapping-by-hand", test_mapping_by_hand);
  ADD ("rejects-come-back", test_rejects_come_back);
  ADD ("other-registers", test_other_registers);
  return g_test_run ();
}
