/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of the poverty area on the command line. All people here are invented. */
#include "cli-harness.h"

#define BOOK "a.ansinh"

static void
add (Harness *self, const char *reg, const char *a, const char *b, const char *c, const char *d,
     const char *e, const char *f)
{
  answer_free (harness_expect (self, 0, "add", BOOK, reg, a, b, c, d, e, f, NULL));
}

static void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  answer_free (harness_expect (self, 0, "new", BOOK, NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "villages", "name=Bắc Sơn", NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "villages", "name=Hợp Tân", NULL));
  add (self, "households", "code=BS-0001", "village=Bắc Sơn", NULL, NULL, NULL, NULL);
  add (self, "households", "code=HT-0001", "village=Hợp Tân", NULL, NULL, NULL, NULL);
  add (self, "people", "full_name=Nguyễn Văn Ba", "sex=Nam", "birth=1970", "household=BS-0001",
       "relation=Chủ hộ", NULL);
  add (self, "people", "full_name=Lê Thị Mận", "sex=Nữ", "birth=1940", "household=HT-0001",
       "relation=Chủ hộ", NULL);
  add (self, "poverty-rounds", "kind=Thường xuyên", "year=2022", "month=5", "starts=15/05/2022",
       "ends=30/05/2022", NULL);
  add (self, "poverty-statuses", "household=HT-0001", "from_date=01/01/2022", "status=Hộ nghèo",
       "basis=Danh sách đầu kỳ", NULL, NULL);
}

static void
test_form (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) added = harness_expect (
      self, 0, "add", BOOK, "poverty-assessments", "household=BS-0001",
      "round=Thường xuyên 05/2022", "date=16/05/2022", "b1=140", "d1=x", "d7=x", "d10=x",
      "causes=Thiếu vốn; ốm đau", NULL);
  g_autoptr (Answer) list = harness_expect (
      self, 0, "list", BOOK, "poverty-assessments", "--json", "--columns",
      "household,round,head_name,b1,b2,result,reason,lacks,causes,lack_7,village", "--where",
      "result=Hộ nghèo", NULL);
  g_autoptr (JsonNode) json = answer_json (list);

  assert_at (json, "$.count", "1");
  assert_at (json, "$.rows[*]",
             "[\"BS-0001\",\"Thường xuyên 05/2022\",\"Nguyễn Văn Ba\",140,30,\"Hộ nghèo\","
             "\"B1 140 ≤ 140 và B2 30 ≥ 30 (thiếu hụt 3/12 chỉ số, từ 3 trở lên)\","
             "\"1, 7, 10\",\"Không có vốn sản xuất, kinh doanh; Có người ốm đau, bệnh nặng, tai "
             "nạn…\",true,\"Bắc Sơn\"]");
  answer_free (harness_expect (self, 1, "add", BOOK, "poverty-assessments", "household=BS-0001",
                               "round=Thường xuyên 05/2022", "date=16/05/2022", "b1=-1", NULL));
}

static void
test_statuses (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) before = NULL;
  g_autoptr (Answer) after = NULL;
  g_autoptr (Answer) entries = NULL;
  g_autoptr (Answer) exits = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (JsonNode) came = NULL;
  g_autoptr (JsonNode) went = NULL;

  add (self, "poverty-statuses", "household=BS-0001", "from_date=25/05/2022", "status=Hộ nghèo",
       "decision_no=12/QĐ-UBND", "decision_date=25/05/2022", NULL);
  add (self, "poverty-statuses", "household=HT-0001", "from_date=27/06/2022",
       "status=Hộ cận nghèo", "decision_no=15/QĐ-UBND", "decision_date=27/06/2022", NULL);
  before = harness_expect (self, 0, "list", BOOK, "poor-households", "--json", "--as-of",
                           "2022-05-24", "--columns", "household,head_name,change", NULL);
  first = answer_json (before);
  assert_at (first, "$.rows[*]", "[\"HT-0001\",\"Lê Thị Mận\",\"Đầu kỳ\"]");
  after = harness_expect (self, 0, "list", BOOK, "poor-households", "--json", "--as-of",
                          "2022-12-31", "--columns", "household,standard,to_date", "--village",
                          "Bắc Sơn", NULL);
  second = answer_json (after);
  assert_at (second, "$.rows[*]", "[\"BS-0001\",\"Chuẩn 2022–2025\",null]");
  entries = harness_expect (self, 0, "list", BOOK, "poverty-entries", "--json", "--where",
                            "from_date=01/01/2022..31/12/2022", "--columns",
                            "household,change,previous", NULL);
  came = answer_json (entries);
  assert_at (came, "$.rows[*]", "[\"BS-0001\",\"Nghèo phát sinh mới\",null]");
  exits = harness_expect (self, 0, "list", BOOK, "poverty-exits", "--json", "--search", "man",
                          "--columns", "household,change,previous", NULL);
  went = answer_json (exits);
  assert_at (went, "$.rows[*]", "[\"HT-0001\",\"Thoát nghèo (xuống cận nghèo)\",\"Hộ nghèo\"]");
  /* Two statuses of one day can't be. */
  answer_free (harness_expect (self, 1, "add", BOOK, "poverty-statuses", "household=HT-0001",
                               "from_date=2022-06-27", "status=Hộ nghèo", NULL));
  answer_free (harness_expect (self, 0, "check", BOOK, NULL));
}

/* A household is found through its head, in its own register too. */
static void
test_search (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) list = harness_expect (self, 0, "list", BOOK, "households", "--json",
                                            "--search", "man", "--columns", "code", NULL);
  g_autoptr (JsonNode) json = answer_json (list);

  assert_at (json, "$.rows[*]", "[\"HT-0001\"]");
}

static void
test_printed (Harness *self, gconstpointer data)
{
  static const char *const listings[] = { "poor-households",     "near-poor-households",
                                          "poverty-exits",       "poverty-entries",
                                          "poverty-rounds",      "poverty-assessments",
                                          "household-supports",  "poverty-certificates",
                                          "poverty-statuses" };

  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      answer_free (harness_expect (self, 0, "list", BOOK, listings[i], "--output", "a.pdf", NULL));
      answer_free (harness_expect (self, 0, "list", BOOK, listings[i], "--as-of", "2022-12-31",
                                   "--output", "a.xlsx", NULL));
    }
}

/* The commune's own list, whose columns say neither a day nor “poor”: households are found by head,
 * village and year of birth. Ba has a namesake in another village. */
static void
test_import (Harness *self, gconstpointer data)
{
  static const char text[] =
      "DANH SÁCH HỘ NGHÈO NĂM 2022,,,,,,,,,\n"
      "TT,Họ và tên chủ hộ,Năm sinh,,Dân tộc,Số khẩu,Điểm B1,Điểm B2,Nguyên nhân,Ghi chú\n"
      ",,Nam,Nữ,,,,,,\n"
      "I. Thôn Bắc Sơn,,,,,,,,,\n"
      "1,Nguyễn Văn Ba,1970,,Kinh,1,120,30,Thiếu vốn,ở cuối thôn\n"
      "2,Nguyễn Văn Bá,1970,,Kinh,1,120,30,Thiếu vốn,\n"
      "II. Thôn Hợp Tân,,,,,,,,,\n"
      "3,Nguyễn Văn Ba,1985,,Kinh,1,120,30,Thiếu vốn,\n"
      "4,Lê Thị Mận,,1941,Kinh,1,120,30,Ốm đau,\n"
      "Tổng cộng: 4 hộ,,,,,,,,,\n";
  g_autofree char *path = harness_path (self, "ds.csv");
  g_autoptr (Answer) imported = NULL;
  g_autoptr (Answer) again = NULL;
  g_autoptr (Answer) list = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (JsonNode) rows = NULL;

  add (self, "households", "code=HT-0002", "village=Hợp Tân", NULL, NULL, NULL, NULL);
  add (self, "people", "full_name=Nguyễn Văn Ba", "sex=Nam", "birth=1985-05-05",
       "household=HT-0002", "relation=Chủ hộ", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  /* One row is no household of the book: that is said, and the others come in. */
  imported = harness_expect (self, 1, "import", BOOK, "ds.csv", "--register", "poverty-statuses",
                             "--set", "from_date=28/12/2022", "--set", "status=Hộ nghèo", "--set",
                             "decision_no=300/QĐ-UBND", "--set", "decision_date=28/12/2022",
                             "--json", NULL);
  first = answer_json (imported);
  assert_at (first, "$.added", "3");
  assert_at (first, "$.rejected[*].row", "6");
  list = harness_expect (self, 0, "list", BOOK, "poverty-statuses", "--json", "--where",
                         "from_date=2022-12-28", "--sort", "household", "--columns",
                         "household,status,basis,change,decision_no,note", NULL);
  rows = answer_json (list);
  assert_at (rows, "$.rows[*]",
             "[\"BS-0001\",\"Hộ nghèo\",\"Quyết định công nhận\",\"Nghèo phát sinh mới\","
             "\"300/QĐ-UBND\",\"ở cuối thôn\"],"
             "[\"HT-0001\",\"Hộ nghèo\",\"Quyết định công nhận\",\"Hộ nghèo cũ\","
             "\"300/QĐ-UBND\",null],"
             "[\"HT-0002\",\"Hộ nghèo\",\"Quyết định công nhận\",\"Nghèo phát sinh mới\","
             "\"300/QĐ-UBND\",null]");
  again = harness_expect (self, 1, "import", BOOK, "ds.csv", "--register", "poverty-statuses",
                          "--set", "from_date=28/12/2022", "--set", "status=Hộ nghèo", "--json",
                          NULL);
  second = answer_json (again);
  assert_at (second, "$.added", "0");
  /* The same list brings in the forms: points and deprivations have fields there. */
  answer_free (harness_expect (self, 1, "import", BOOK, "ds.csv", "--register",
                               "poverty-assessments", "--set", "round=Thường xuyên 05/2022", "--set",
                               "date=16/05/2022", NULL));
  answer_free (harness_expect (self, 0, "check", BOOK, NULL));
  answer_free (harness_expect (self, 2, "import", BOOK, "ds.csv", "--register", "poverty-statuses",
                               "--set", "nothing=1", NULL));
  answer_free (harness_expect (self, 1, "import", BOOK, "ds.csv", "--register", "poverty-statuses",
                               "--set", "from_date=40/12/2022", NULL));
}

#define ADD(name, test) g_test_add (name, Harness, NULL, set_up, test, harness_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/poverty/form", test_form);
  ADD ("/cli/poverty/statuses", test_statuses);
  ADD ("/cli/poverty/search", test_search);
  ADD ("/cli/poverty/printed", test_printed);
  ADD ("/cli/poverty/import", test_import);
  return g_test_run ();
}
