/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks as a commune keeps them: the samples of tests/data and short ones beside them. What
 * each row is taken for, and what the book says afterwards. Everybody in them is invented. */
#include "book-fixture.h"
#include "exchange/ans-import.h"

typedef struct
{
  const char *name; /* of the file in tests/data */
  const char *sheet;
  guint added;
  const char *rejected; /* rows, “23 27” */
  guint rows;
} Sample;

static char *
data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", name, NULL);
}

static AnsImport *
open_path (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  AnsImport *import = ans_import_new (fixture->book, &ans_register_people, path, &error);

  g_assert_no_error (error);
  return import;
}

static char *
rejected_rows (AnsImport *import)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < ans_import_get_n_rows (import); i++)
    {
      const AnsImportRow *row = ans_import_get_row (import, i);

      g_test_message ("row %u: %d %s %s", row->row_number, row->verdict,
                      row->reason != NULL ? row->reason : "",
                      row->warning != NULL ? row->warning : "");
      /* Whatever is not imported has a reason. */
      if (row->verdict != ANS_IMPORT_ADDED && row->verdict != ANS_IMPORT_UPDATED)
        g_assert_nonnull (row->reason);
      if (row->verdict == ANS_IMPORT_REJECTED)
        g_string_append_printf (rows, "%s%u", rows->len > 0 ? " " : "", row->row_number);
    }
  return g_string_free_and_steal (rows);
}

static void
run (AnsImport *import, guint added, guint updated, const char *rejected, guint rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_true (ans_import_dry_run (import, NULL, &error));
  g_assert_no_error (error);
  found = rejected_rows (import);
  g_assert_cmpstr (found, ==, rejected);
  g_assert_cmpuint (ans_import_get_count (import, ANS_IMPORT_ADDED), ==, added);
  g_assert_cmpuint (ans_import_get_count (import, ANS_IMPORT_UPDATED), ==, updated);
  g_assert_cmpuint (ans_import_get_n_rows (import), ==, rows);
  g_assert_cmpuint (ans_import_get_n_rows (import), ==,
                    added + updated + ans_import_get_count (import, ANS_IMPORT_REJECTED) +
                        ans_import_get_n_skipped (import));
  g_assert_cmpint (ans_import_apply (import, NULL, &error), >=, 0);
  g_assert_no_error (error);
}

/* The people of the book, a line each. */
static char *
people (AnsBook *book)
{
  GString *text = g_string_new (NULL);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT concat_ws ('|', p.full_name, p.sex, p.birth, coalesce (p.id_no, '-'), "
      "coalesce (p.ethnicity, '-'), coalesce (h.code, '-'), coalesce (p.relation, '-'), "
      "coalesce (v.name, '-'), p.address, p.phone, p.note) FROM person p "
      "LEFT JOIN household h ON h.id = p.household LEFT JOIN village v ON v.id = p.village "
      "ORDER BY p.id",
      NULL);

  g_assert_nonnull (select);
  while (ans_statement_step (select, NULL))
    g_string_append_printf (text, "%s\n", ans_statement_text (select, 0));
  return g_string_free_and_steal (text);
}

/* Imports the sample, looks at the book, and imports it again: nobody is added anew. */
static void
check_sample (Fixture *fixture, const Sample *sample, const char *expected)
{
  g_autofree char *path = data_path (sample->name);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AnsImport) import = open_path (fixture, path);
      g_autofree char *found = NULL;

      for (guint s = 0; sample->sheet != NULL && s < ans_import_get_n_sheets (import); s++)
        if (g_str_equal (ans_import_get_sheet_name (import, s), sample->sheet))
          g_assert_true (ans_import_set_sheet (import, s, NULL));
      run (import, i == 0 ? sample->added : 0, 0, sample->rejected, sample->rows);
      found = people (fixture->book);
      g_assert_cmpstr (found, ==, expected);
    }
  assert_sound (fixture->book);
}

static const char printed_pages[] =
    "Lê Văn Bình|NAM|1980-03-12|038080001234|Kinh|BS-0001|CHU_HO|Bắc Sơn\n"
    "Trần Thị An|NU|1982|038182001235|Kinh|BS-0001|VO|Bắc Sơn\n"
    "Tống Công Minh|NAM|2011|-|Kinh|BS-0001|CHAU|Bắc Sơn\n"
    "Nguyễn Thị Thêm|NU|1948|-|Kinh|BS-0002|CHU_HO|Bắc Sơn|Sống một mình\n"
    "Phạm Văn Đức|NAM|1970|-|Kinh|HT-0001|CHU_HO|Hợp Tân\n";

/* Titles in two rows without merged cells, repeated after each page with their numbers; sums among
 * the years; sentences and signatures in the column of names. “khoảng 1975” is for the officer. */
static void
test_printed_pages (Fixture *fixture, gconstpointer data)
{
  static const Sample sample = { "xau-1-trang-in.xlsx", NULL, 5, "23", 28 };

  check_sample (fixture, &sample, printed_pages);
}

static void
test_printed_pages_ods (Fixture *fixture, gconstpointer data)
{
  static const Sample sample = { "xau-1-trang-in.ods", NULL, 5, "23", 28 };

  check_sample (fixture, &sample, printed_pages);
}

/* Merged cells, “nt”, marks under Nam and Nữ, spoilt numbers, dates in all forms, capitals, NFD. */
static void
test_merged_cells (Fixture *fixture, gconstpointer data)
{
  static const Sample sample = { "xau-2-o-gop.xlsx", NULL, 7, "9 12", 13 };

  check_sample (fixture, &sample,
                "Lê Văn Bình|NAM|1980-03-12|038080001234|Kinh|BS-0001|CHU_HO|Bắc Sơn|Ngõ 1\n"
                "Trần Thị An|NU|1982-03-12|038182001235|Kinh|BS-0001|VO|Bắc Sơn|Ngõ 1\n"
                "Lê Minh Khôi|NAM|2011-06-01|-|Kinh|BS-0001|CON_DE|Bắc Sơn|Ngõ 1\n"
                "Quách Thị Mây|NU|1978|-|Mường|BS-0002|VO|Bắc Sơn|Ngõ 2\n"
                "Đỗ Văn Ẩn|NAM|1969-05-05|038069007777|Kinh|BS-0003|CHU_HO|Bắc Sơn|Ngõ 2\n"
                "Bùi Văn Số|NAM|1953-05-21|-|Kinh|BS-0005|CHU_HO|Bắc Sơn|Ngõ 3\n"
                "Phan Văn Năm|NAM|1940|038040001111|Kinh|BS-0006|CHU_HO|Bắc Sơn|Ngõ 3\n");
}

/* The village stands in the name of the list, of the sheet, or in a line above. */
static void
test_villages (Fixture *fixture, gconstpointer data)
{
  static const char file[] = "xau-3-nhieu-thon.ods";
  static const Sample above = { file, "Bắc Sơn", 2, "", 4 };
  static const Sample tab = { file, "Thôn Hợp Tân", 1, "", 2 };
  static const Sample two = { file, "Hai bảng", 1, "7", 6 };
  g_autofree char *all = NULL;

  check_sample (fixture, &above,
                "Lê Văn Bình|NAM|1980|-|Kinh|-|-|Bắc Sơn|0912345678\n"
                "Trần Thị An|NU|1982|-|Kinh|-|-|Bắc Sơn\n");
  check_sample (fixture, &tab,
                "Lê Văn Bình|NAM|1980|-|Kinh|-|-|Bắc Sơn|0912345678\n"
                "Trần Thị An|NU|1982|-|Kinh|-|-|Bắc Sơn\n"
                "Phạm Văn Đức|NAM|1970|-|Kinh|-|-|Hợp Tân\n");
  /* A second table has its columns in another order: its rows are not guessed at. */
  check_sample (fixture, &two,
                "Lê Văn Bình|NAM|1980|-|Kinh|-|-|Bắc Sơn|0912345678\n"
                "Trần Thị An|NU|1982|-|Kinh|-|-|Bắc Sơn\n"
                "Phạm Văn Đức|NAM|1970|-|Kinh|-|-|Hợp Tân\n"
                "Cao Thị Bảy|NU|1960|-|Kinh|-|-|Xuân Phú\n");
}

static void
test_old_encodings (Fixture *fixture, gconstpointer data)
{
  static const Sample sample = { "xau-4-ma-cu.xlsx", NULL, 4, "", 5 };

  check_sample (fixture, &sample,
                "Lê Văn Bình|NAM|1980|-|Kinh|-|-|Bắc Sơn\n"
                "Đặng Thị Huệ|NU|1982|-|Kinh|-|-|Bắc Sơn\n"
                "Nguyễn Thị Hường|NU|1990|-|Kinh|-|-|Hợp Tân\n"
                "Vũ Đình Thọ|NAM|1955|-|Kinh|-|-|Hợp Tân\n");
}

static void
test_older_samples (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    guint added, rows;
  } samples[] = { { "nhan-khau-theo-thon.xlsx", 134, 150 }, { "danh-sach-ho.ods", 124, 132 } };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = data_path (samples[i].name);
      g_autoptr (AnsImport) import = open_path (fixture, path);
      g_autoptr (GError) error = NULL;
      g_autofree char *rejected = NULL;

      g_assert_true (ans_import_dry_run (import, NULL, &error));
      g_assert_no_error (error);
      rejected = rejected_rows (import);
      g_assert_cmpstr (rejected, ==, "");
      g_assert_cmpuint (ans_import_get_count (import, ANS_IMPORT_ADDED), ==, samples[i].added);
      g_assert_cmpuint (ans_import_get_n_rows (import), ==,
                        samples[i].added + ans_import_get_n_skipped (import));
    }
}

static AnsImport *
open_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return open_path (fixture, path);
}

static void
import_text (Fixture *fixture,
             const char *text,
             guint added,
             guint updated,
             const char *rejected,
             guint rows)
{
  g_autoptr (AnsImport) import = open_text (fixture, text);

  run (import, added, updated, rejected, rows);
}

/* What stands below a list in the column of names is no person. */
static void
test_closing (Fixture *fixture, gconstpointer data)
{
  import_text (fixture,
               "TT,Họ và tên,Giới tính,Năm sinh,Thôn\n"
               "1,Danh Văn Sách,Nam,1980,Bắc Sơn\n"
               "2,Tống Cộng Hòa,Nam,1981,Bắc Sơn\n"
               ",\"Danh sách có 34 hộ, 124 nhân khẩu.\",,,\n"
               ",Ấn định danh sách này có hai người,,,\n"
               ",\"Tổng cộng: 02 người; trong đó nữ: 0\",,,\n"
               ",Tổng số,2,0,\n"
               ",\"Hoằng Phụ, ngày … tháng … năm 2022\",,,\n"
               ",NGƯỜI LẬP BIỂU,,,TM. UBND XÃ\n"
               ",Lê Thị Lập,,,Nguyễn Văn Ký\n"
               "3,Không Giới Tính,,,Bắc Sơn\n",
               2, 0, "11", 11);
}

/* A birth of which only the year stands in its three columns. */
static void
test_date_columns (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  import_text (fixture,
               "TT,Họ và tên,,Ngày sinh,,Giới tính,Quan hệ,Thôn\n"
               ",,Ngày,Tháng,Năm,,với chủ hộ,\n"
               "1,Lê Văn Bình,12,3,1980,Nam,Chủ hộ,Bắc Sơn\n"
               "2,Trần Thị An,,,1982,Nữ,Vợ,Bắc Sơn\n"
               "3,Lê Thị Sai,31,2,2001,Nữ,Con,Bắc Sơn\n",
               2, 0, "5", 5);
  found = people (fixture->book);
  g_assert_cmpstr (found, ==,
                   "Lê Văn Bình|NAM|1980-03-12|-|Kinh|BS-0001|CHU_HO|Bắc Sơn\n"
                   "Trần Thị An|NU|1982|-|Kinh|BS-0001|VO|Bắc Sơn\n");
}

/* People without a number: the year agrees with the day, one row is one person, and what could be
 * two is left to the officer. */
static void
test_without_numbers (Fixture *fixture, gconstpointer data)
{
  import_text (fixture,
               "Họ và tên,Giới tính,Ngày sinh,Thôn,Mã hộ\n"
               "Lê Văn Bình,Nam,12/03/1980,Bắc Sơn,1\n"
               "Lê Văn Bình,Nam,20/07/1980,Bắc Sơn,2\n"
               "Trần Thị Hoà,Nữ,01/02/1990,Bắc Sơn,3\n",
               3, 0, "", 4);
  /* The year only, capitals, and the tone elsewhere. */
  import_text (fixture, "Họ và tên,Giới tính,Năm sinh,Thôn\nTRẦN THỊ HÒA,Nữ,1990,Bắc Sơn\n", 0, 0,
               "", 2);
  /* Of two, each is there already; a third cannot be. */
  import_text (fixture,
               "Họ và tên,Giới tính,Năm sinh,Thôn\nLê Văn Bình,Nam,1980,Bắc Sơn\n"
               "Lê Văn Bình,Nam,1980,Bắc Sơn\nLê Văn Bình,Nam,1980,Bắc Sơn\n",
               0, 0, "4", 4);
  /* Which of two is to change, nobody can tell; the household can. */
  import_text (fixture,
               "Họ và tên,Giới tính,Năm sinh,Thôn,SĐT\nLê Văn Bình,Nam,1980,Bắc Sơn,0912345678\n",
               0, 0, "2", 2);
  import_text (fixture,
               "Họ và tên,Giới tính,Năm sinh,Thôn,Mã hộ,SĐT\n"
               "Lê Văn Bình,Nam,1980,Bắc Sơn,2,0912345678\n"
               "Lê Văn Bình,Nam,1980,Bắc Sơn,9,0912345679\n",
               0, 1, "3", 3);
  /* Of another village is somebody else. */
  import_text (fixture, "Họ và tên,Giới tính,Năm sinh,Thôn\nTrần Thị Hoà,Nữ,1990,Hợp Tân\n", 1, 0,
               "", 2);
  g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (fixture->book),
                                           "SELECT h.code = 'BS-0002' FROM person p JOIN household "
                                           "h ON h.id = p.household WHERE p.phone = '0912345678'",
                                           -1),
                   ==, 1);
  assert_sound (fixture->book);
}

/* A household is one, whichever way the file says its code; and codes that the file leaves out go on
 * from those it gives. */
static void
test_household_codes (Fixture *fixture, gconstpointer data)
{
  import_text (fixture,
               "Họ và tên,Giới tính,Năm sinh,Quan hệ,Mã hộ,Thôn\n"
               "Lê Văn Bình,Nam,1980,Chủ hộ,1,Bắc Sơn\n"
               "Trần Thị An,Nữ,1982,Vợ,BS-0001,Bắc Sơn\n"
               "Vũ Văn Tám,Nam,1950,Chủ hộ,8,Bắc Sơn\n"
               "Lê Văn Hai,Nam,1951,Chủ hộ,BS-0001,Bắc Sơn\n",
               4, 0, "", 5);
  import_text (fixture,
               "Họ và tên,Giới tính,Năm sinh,Quan hệ,Thôn\n"
               "Phạm Văn Ba,Nam,1960,Chủ hộ,Bắc Sơn\n"
               "Phạm Thị Tư,Nữ,1961,Vợ,Bắc Sơn\n"
               "Cao Văn Năm,Nam,1962,Chủ hộ,Bắc Sơn\n",
               3, 0, "", 4);
  {
    g_autofree char *found = people (fixture->book);

    /* The head that is there stays. */
    g_assert_cmpstr (found, ==,
                     "Lê Văn Bình|NAM|1980|-|Kinh|BS-0001|CHU_HO|Bắc Sơn\n"
                     "Trần Thị An|NU|1982|-|Kinh|BS-0001|VO|Bắc Sơn\n"
                     "Vũ Văn Tám|NAM|1950|-|Kinh|BS-0008|CHU_HO|Bắc Sơn\n"
                     "Lê Văn Hai|NAM|1951|-|Kinh|BS-0001|KHAC|Bắc Sơn\n"
                     "Phạm Văn Ba|NAM|1960|-|Kinh|BS-0009|CHU_HO|Bắc Sơn\n"
                     "Phạm Thị Tư|NU|1961|-|Kinh|BS-0009|VO|Bắc Sơn\n"
                     "Cao Văn Năm|NAM|1962|-|Kinh|BS-0010|CHU_HO|Bắc Sơn\n");
  }
  g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (fixture->book),
                                           "SELECT count (*) FROM household", -1),
                   ==, 4);
  assert_sound (fixture->book);
}

/* Thousands of rows go through the other thread and the indexes made anew; stopped half-way, they
 * leave nothing. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Họ và tên,Giới tính,Ngày sinh,CCCD,Quan hệ,Mã hộ,Thôn\n");
  AnsConnection *connection = ans_book_get_connection (fixture->book);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "Lê Văn %c%c,Nam,%02u/%02u/1980,0380800%05u,%s,%u,Bắc Sơn\n",
                            'A' + i % 20, 'a' + i % 7, i % 28 + 1, i % 12 + 1, i,
                            i % 4 == 0 ? "Chủ hộ" : "Con", i / 4 + 1);
  {
    g_autoptr (AnsImport) import = open_text (fixture, text->str);
    g_autoptr (AnsJob) job = ans_job_new ("Thử");
    g_autoptr (GError) error = NULL;

    g_assert_true (ans_import_dry_run (import, NULL, &error));
    ans_job_cancel (job);
    g_assert_cmpint (ans_import_apply (import, job, &error), ==, -1);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint (ans_connection_get_int (connection, "SELECT count (*) FROM person", -1), ==, 0);
  }
  import_text (fixture, text->str, 3000, 0, "", 3001);
  import_text (fixture, text->str, 0, 0, "", 3001);
  g_assert_cmpint (
      ans_connection_get_int (connection, "SELECT count (*) FROM household WHERE head NOT NULL", -1),
      ==, 750);
  g_assert_cmpint (ans_connection_get_int (
                       connection, "SELECT count (*) FROM sqlite_schema WHERE type = 'index' AND "
                                   "tbl_name = 'person' AND sql NOT NULL",
                       -1),
                   ==, 6);
  assert_sound (fixture->book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/import-samples/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("printed-pages", test_printed_pages);
  ADD ("printed-pages-ods", test_printed_pages_ods);
  ADD ("merged-cells", test_merged_cells);
  ADD ("villages", test_villages);
  ADD ("old-encodings", test_old_encodings);
  ADD ("older-samples", test_older_samples);
  ADD ("closing", test_closing);
  ADD ("date-columns", test_date_columns);
  ADD ("without-numbers", test_without_numbers);
  ADD ("household-codes", test_household_codes);
  ADD ("many", test_many);
  return g_test_run ();
}
