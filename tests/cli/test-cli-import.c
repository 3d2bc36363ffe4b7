/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks in, lists out as files. All people here are invented. */
#include <glib/gstdio.h>

#include "cli-harness.h"

#define BOOK "a.ansinh"

static const char workbook[] =
    "ỦY BAN NHÂN DÂN XÃ MẪU,,,,,,\n"
    "DANH SÁCH NHÂN KHẨU (DỮ LIỆU MẪU),,,,,,\n"
    ",,,,,,\n"
    "STT,Mã hộ,Họ tên,Giới,Ngày tháng năm sinh,QH với chủ hộ,Thôn,Liên hệ\n"
    "1,5,Nguyễn Văn An,Nam,10/03/1950,Chủ hộ,Bắc Sơn,0912345678\n"
    "2,,Lê Thị Bình,Nữ,1952,Vợ,Bắc Sơn,\n"
    "3,6,Đặng Thị Đào,Nữ,31/02/1980,Chủ hộ,Bắc Sơn,\n"
    "4,7,Trần Văn Khánh,Nam,05/06/1971,Chủ hộ,Hợp Tân,0987654321\n"
    ",,,,,,\n"
    ",,Người lập biểu,,,,\n";

static void
put (Harness *self, const char *name, const char *text)
{
  g_autofree char *path = harness_path (self, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  answer_free (harness_expect (self, 0, "new", BOOK, NULL));
  put (self, "people.csv", workbook);
}

static gint64
member (JsonNode *node, const char *name)
{
  return json_object_get_int_member (json_node_get_object (node), name);
}

static guint
length (JsonNode *node, const char *name)
{
  return json_array_get_length (json_object_get_array_member (json_node_get_object (node), name));
}

static void
assert_adds_up (JsonNode *report)
{
  g_assert_cmpint (member (report, "read"), ==,
                   member (report, "added") + member (report, "updated") +
                       length (report, "rejected") + length (report, "skipped"));
}

static void
assert_people (Harness *self, const char *expected)
{
  g_autoptr (Answer) list = harness_expect (self, 0, "list", BOOK, "people", "--columns",
                                            "full_name", "--sort", "full_name", NULL);

  g_assert_cmpstr (list->out, ==, expected);
}

static void
test_import (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) dry = harness_expect (self, 1, "import", BOOK, "people.csv", "--register",
                                           "people", "--dry-run", "--json", NULL);
  g_autoptr (JsonNode) d = answer_json (dry);

  assert_people (self, "full_name\n");
  assert_at (d, "$.header_row", "4");
  assert_at (d, "$.mapping.full_name", "\"Họ tên\"");
  assert_at (d, "$.mapping.birth", "\"Ngày tháng năm sinh\"");
  assert_at (d, "$.added", "3");
  assert_at (d, "$.rejected[*].row", "7");
  assert_at (d, "$.dry_run", "true");
  assert_at (d, "$.action", "null");
  assert_adds_up (d);
  {
    g_autoptr (Answer) done =
        harness_expect (self, 1, "import", BOOK, "people.csv", "--register", "people", "--map",
                        "phone=Liên hệ", "--rejects", "rejects.xlsx", "--json", NULL);
    g_autoptr (JsonNode) json = answer_json (done);
    g_autofree char *rejects = harness_path (self, "rejects.xlsx");
    g_autofree char *reason = json_at (json, "$.rejected[0].reason");

    assert_at (json, "$.action", "1");
    assert_at (json, "$.added", "3");
    assert_contains (reason, "31");
    assert_adds_up (json);
    g_assert_true (g_file_test (rejects, G_FILE_TEST_EXISTS));
  }
  assert_people (self, "full_name\nNguyễn Văn An\nLê Thị Bình\nTrần Văn Khánh\n");
  {
    g_autoptr (Answer) list = harness_expect (self, 0, "list", BOOK, "people", "--columns",
                                              "full_name,birth,phone,relation,village", "--where",
                                              "village=Hợp Tân", NULL);
    g_autoptr (Answer) households =
        harness_expect (self, 0, "list", BOOK, "households", "--columns", "head,members", NULL);

    g_assert_cmpstr (list->out, ==,
                     "full_name,birth,phone,relation,village\n"
                     "Trần Văn Khánh,1971-06-05,0987654321,Chủ hộ,Hợp Tân\n");
    /* Only the first row of a household carries its number. */
    assert_contains (households->out, "Nguyễn Văn An,2\n");
  }
  /* Again: nothing new. Then all of it is taken back. */
  {
    g_autoptr (Answer) again = harness_expect (self, 1, "import", BOOK, "people.csv", "--register",
                                               "people", "--json", NULL);
    g_autoptr (JsonNode) json = answer_json (again);

    assert_at (json, "$.added", "0");
    assert_adds_up (json);
  }
  answer_free (harness_expect (self, 0, "undo", BOOK, "1", NULL));
  assert_people (self, "full_name\n");
  answer_free (harness_expect (self, 0, "check", BOOK, NULL));
}

/* Columns by letters and number; a field left out; a header that is told. */
static void
test_mapping (Harness *self, gconstpointer data)
{
  put (self, "bare.csv", "Nguyễn Văn An,Nam,1950,x\nLê Thị Bình,Nữ,1952,y\n");
  {
    g_autoptr (Answer) done =
        harness_expect (self, 0, "import", BOOK, "bare.csv", "--register", "people", "--map",
                        "full_name=A", "--map", "sex=b", "--map", "birth=3", "--json", NULL);
    g_autoptr (JsonNode) json = answer_json (done);

    assert_at (json, "$.header_row", "null");
    assert_at (json, "$.added", "2");
  }
  {
    g_autoptr (Answer) without =
        harness_expect (self, 1, "import", BOOK, "people.csv", "--register", "people", "--header",
                        "4", "--map", "birth=", "--dry-run", "--json", NULL);
    g_autoptr (JsonNode) json = answer_json (without);

    assert_at (json, "$.mapping.birth", "");
    g_assert_cmpuint (length (json, "rejected"), >, 0);
  }
}

/* What the program prints and writes comes back as what it is: nobody is added or changed. */
static void
test_own_lists (Harness *self, gconstpointer data)
{
  static const struct
  {
    const char *option;
    const char *file;
  } lists[] = { { "--group", "own.xlsx" },   { "--posting", "own.xlsx" },
                { "--sign", "own.xlsx" },    { "--group", "own.csv" },
                { "--posting", "own.csv" } };

  answer_free (harness_expect (self, 0, "new", "practice.ansinh", "--practice", "600", "--seed", "7",
                               NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      answer_free (harness_expect (self, 0, "list", "practice.ansinh", "people", "--group",
                                   lists[i].option, "-o", lists[i].file, NULL));
      for (guint times = 0; times < 2; times++)
        {
          g_autoptr (Answer) answer = harness_expect (self, 0, "import", "practice.ansinh",
                                                      lists[i].file, "--register", "people",
                                                      "--json", NULL);
          g_autoptr (JsonNode) json = answer_json (answer);

          assert_at (json, "$.added", "0");
          assert_at (json, "$.updated", "0");
          g_assert_cmpuint (length (json, "rejected"), ==, 0);
          g_assert_cmpint (member (json, "read"), >=, 590);
          assert_adds_up (json);
        }
    }
}

static void
test_refused (Harness *self, gconstpointer data)
{
  put (self, "letter.xlsx", "Kính gửi");
  put (self, "letter.csv", "Kính gửi,ông\nTrưởng,thôn\n");
#define REFUSED(status, ...)                                                                       \
  answer_free (harness_expect (self, status, "import", BOOK, __VA_ARGS__, NULL))
  REFUSED (2, "people.csv");
  REFUSED (2, "people.csv", "--register", "nobody");
  REFUSED (2, "people.csv", "--register", "people", "--map", "fax=C");
  REFUSED (2, "people.csv", "--register", "people", "--map", "phone");
  REFUSED (2, "people.csv", "--register", "people", "--header", "x");
  REFUSED (2, "people.csv", "--register", "people", "--rejects", "rejects.csv");
  REFUSED (1, "people.csv", "--register", "people", "--map", "phone=Không có");
  REFUSED (1, "people.csv", "--register", "people", "--sheet", "Không có");
  REFUSED (1, "no.csv", "--register", "people");
  REFUSED (1, "letter.xlsx", "--register", "people");
  REFUSED (1, "letter.csv", "--register", "people");
  assert_people (self, "full_name\n");
  {
    g_autoptr (Answer) history = harness_expect (self, 0, "history", BOOK, NULL);

    g_assert_cmpstr (history->out, ==, "");
  }
}

static char *
read_bytes (Harness *self, const char *name, gsize *size)
{
  g_autofree char *path = harness_path (self, name);
  char *bytes = NULL;

  if (!g_file_get_contents (path, &bytes, size, NULL))
    g_error ("“%s” was not written", name);
  return bytes;
}

static void
test_files (Harness *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *magic;
  } files[] = {
    { "list.csv", "\xef\xbb\xbfTT," },
    { "list.XLSX", "PK" },
    { "list.pdf", "%PDF-" },
    { "list.odt", "PK" },
  };

  answer_free (
      harness_expect (self, 1, "import", BOOK, "people.csv", "--register", "people", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (Answer) answer = harness_expect (self, 0, "list", BOOK, "people", "--group", "-o",
                                                  files[i].name, "--json", NULL);
      g_autoptr (JsonNode) json = answer_json (answer);
      gsize size;
      g_autofree char *bytes = read_bytes (self, files[i].name, &size);

      assert_at (json, "$.count", "3");
      g_assert_cmpuint (size, >, strlen (files[i].magic));
      g_assert_cmpint (memcmp (bytes, files[i].magic, strlen (files[i].magic)), ==, 0);
    }
  {
    gsize size;
    g_autofree char *bytes = NULL;

    answer_free (harness_expect (self, 0, "list", BOOK, "people", "--columns",
                                 "full_name,birth,phone", "--limit", "1", "--posting", "-o",
                                 "list.csv", NULL));
    bytes = read_bytes (self, "list.csv", &size);
    g_assert_cmpstr (bytes + 3, ==, "TT,Họ và tên,Ngày sinh\r\n1,Nguyễn Văn An,1950-03-10\r\n");
  }
  answer_free (harness_expect (self, 1, "list", BOOK, "people", "-o", "no/such/list.pdf", NULL));
  answer_free (
      harness_expect (self, 2, "list", BOOK, "people", "--columns", "id", "-o", "l.pdf", NULL));
  answer_free (
      harness_expect (self, 2, "list", BOOK, "people", "--limit", "0", "-o", "l.pdf", NULL));
  answer_free (harness_expect (self, 2, "list", BOOK, "people", "--sign", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/import/" name, Harness, NULL, set_up, function, harness_tear_down)
  ADD ("import", test_import);
  ADD ("mapping", test_mapping);
  ADD ("refused", test_refused);
  ADD ("own-lists", test_own_lists);
  ADD ("files", test_files);
  return g_test_run ();
}
