/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists on standard output. All people here are invented. */
#include "cli-harness.h"

#define BOOK "a.ansinh"

static void
add_person (Harness *self,
            const char *name,
            const char *sex,
            const char *birth,
            const char *village,
            const char *note)
{
  g_autofree char *n = g_strconcat ("full_name=", name, NULL);
  g_autofree char *s = g_strconcat ("sex=", sex, NULL);
  g_autofree char *b = g_strconcat ("birth=", birth, NULL);
  g_autofree char *v = g_strconcat ("village=", village, NULL);
  g_autofree char *o = g_strconcat ("note=", note, NULL);

  answer_free (harness_expect (self, 0, "add", BOOK, "people", n, s, b, v, o, NULL));
}

static void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  answer_free (harness_expect (self, 0, "new", BOOK, NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "villages", "name=Bắc Sơn", "code=7", NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "villages", "name=Hợp Tân", NULL));
  add_person (self, "Nguyễn Thị An", "Nữ", "1990", "Bắc Sơn", "");
  add_person (self, "Lê Văn Bình", "Nam", "1985-02-03", "Hợp Tân", "nói \"vâng\", rồi đi");
  add_person (self, "Đặng Thị Đào", "Nữ", "2001-12", "Bắc Sơn", "dòng một\ndòng hai");
}

/* The first column of each line after the head, joined by spaces. */
static char *
first_column (Answer *answer)
{
  g_auto (GStrv) lines = g_strsplit (answer->out, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (text, "%s%.*s", i > 1 ? " " : "", (int) strcspn (lines[i], ","),
                            lines[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_ids(expected, ...)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (Answer) answer_ =                                                                   \
        harness_expect (self, 0, "list", BOOK, "people", "--columns", "id", __VA_ARGS__, NULL);    \
    g_autofree char *ids_ = first_column (answer_);                                                \
    g_assert_cmpstr (ids_, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_json (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) list = harness_expect (
      self, 0, "list", BOOK, "people", "--json", "--limit", "2", "--columns",
      "id,full_name,sex,birth,village,phone,age,note", "--as-of", "2022-05-31", NULL);
  g_autoptr (JsonNode) json = answer_json (list);
  g_autoptr (Answer) all = harness_expect (self, 0, "list", BOOK, "people", "--json", NULL);
  g_autoptr (JsonNode) whole = answer_json (all);
  g_autoptr (Answer) none =
      harness_expect (self, 0, "list", BOOK, "people", "--json", "--search", "zzz", NULL);
  g_autoptr (JsonNode) empty = answer_json (none);

  assert_at (json, "$.listing", "\"people\"");
  assert_at (json, "$.title", "\"Danh sách nhân khẩu\"");
  assert_at (json, "$.as_of", "\"2022-05-31\"");
  assert_at (json, "$.count", "3");
  assert_at (json, "$.columns[*]",
             "\"id\",\"full_name\",\"sex\",\"birth\",\"village\",\"phone\",\"age\",\"note\"");
  assert_at (json, "$.rows[*]",
             "[1,\"Nguyễn Thị An\",\"Nữ\",\"1990\",\"Bắc Sơn\",null,32,null],"
             "[2,\"Lê Văn Bình\",\"Nam\",\"1985-02-03\",\"Hợp Tân\",null,37,"
             "\"nói \\\"vâng\\\", rồi đi\"]");
  assert_at (whole, "$.as_of", "\"2026-11-24\"");
  assert_at (whole, "$.count", "3");
  assert_at (whole, "$.rows[*][0]", "1,2,3");
  assert_at (empty, "$.count", "0");
  assert_at (empty, "$.rows", "[]");
}

static void
test_csv (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) list =
      harness_expect (self, 0, "list", BOOK, "people", "--columns", "full_name,birth,note", NULL);

  g_assert_cmpstr (list->out, ==,
                   "full_name,birth,note\n"
                   "Nguyễn Thị An,1990,\n"
                   "Lê Văn Bình,1985-02-03,\"nói \"\"vâng\"\", rồi đi\"\n"
                   "Đặng Thị Đào,2001-12,\"dòng một\ndòng hai\"\n");
  g_assert_cmpstr (list->err, ==, "");
}

static void
test_questions (Harness *self, gconstpointer data)
{
  assert_ids ("1 2 3", NULL);
  assert_ids ("3", "--search", "dang thi dao");
  assert_ids ("3", "--search", "đtđ");
  assert_ids ("1 3", "--village", "Bắc Sơn");
  assert_ids ("1 3", "--village", "bac son");
  assert_ids ("1 3", "--village", "7");
  assert_ids ("2", "--village", "#2");
  assert_ids ("1 3", "--where", "sex=nữ");
  assert_ids ("1 3", "--where", "sex=NU");
  assert_ids ("1 2 3", "--where", "sex=nữ|nam");
  assert_ids ("2", "--where", "village=Hợp Tân", "--where", "sex=Nam");
  assert_ids ("", "--where", "village=Hợp Tân", "--where", "sex=Nữ");
  assert_ids ("1 2 3", "--where", "phone=");
  assert_ids ("1", "--where", "note=");
  assert_ids ("2", "--where", "birth=3/2/1985");
  assert_ids ("2 1 3", "--sort", "birth");
  assert_ids ("3 1 2", "--sort", "-birth");
  assert_ids ("3", "--sort=-birth", "--limit", "1");
  assert_ids ("", "--limit", "0");
  assert_ids ("1 3 2", "--group");
  assert_ids ("1 2", "--as-of", "2001-11-30");
}

static void
test_households (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) list = NULL;
  g_autoptr (JsonNode) json = NULL;

  answer_free (harness_expect (self, 0, "add", BOOK, "households", "village=Hợp Tân", NULL));
  answer_free (harness_expect (self, 0, "set", BOOK, "people", "2", "household=HT-0001",
                               "relation=Chủ hộ", NULL));
  answer_free (harness_expect (self, 0, "set", BOOK, "people", "3", "household=HT-0001",
                               "relation=Con dâu", NULL));
  list = harness_expect (self, 0, "list", BOOK, "households", "--json", NULL);
  json = answer_json (list);
  assert_at (json, "$.title", "\"Danh sách hộ\"");
  {
    g_autoptr (Answer) named = harness_expect (self, 0, "list", BOOK, "households", "--columns",
                                               "code,head,village,members", NULL);
    g_autoptr (Answer) members = harness_expect (self, 0, "list", BOOK, "people", "--columns", "id",
                                                 "--where", "household=HT-0001", NULL);

    g_assert_cmpstr (named->out, ==, "code,head,village,members\nHT-0001,Lê Văn Bình,Hợp Tân,2\n");
    g_assert_cmpstr (members->out, ==, "id\n2\n3\n");
  }
}

static void
test_refused (Harness *self, gconstpointer data)
{
  answer_free (harness_expect (self, 2, "list", BOOK, "people", "--columns", "id,fax", NULL));
  answer_free (harness_expect (self, 2, "list", BOOK, "people", "--sort", "fax", NULL));
  answer_free (harness_expect (self, 2, "list", BOOK, "people", "--where", "fax=1", NULL));
  answer_free (harness_expect (self, 2, "list", BOOK, "people", "--where", "sex", NULL));
  answer_free (harness_expect (self, 2, "list", BOOK, "people", "--where", "sex=Nam", "--where",
                               "sex=Nữ", NULL));
  answer_free (harness_expect (self, 1, "list", BOOK, "people", "--where", "sex=x", NULL));
  answer_free (harness_expect (self, 1, "list", BOOK, "people", "--village", "Xuân Phụ", NULL));
  answer_free (harness_expect (self, 1, "list", BOOK, "people", "--as-of", "2022-13-01", NULL));
  answer_free (harness_expect (self, 1, "list", BOOK, "people", "--as-of", "2022-02-30", NULL));
  answer_free (harness_expect (self, 1, "list", BOOK, "people", "--as-of", "2022", NULL));
}

/* Nothing of the language gets into the data, and text of any alphabet works in any locale. */
static void
test_locale (Harness *self, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("LC_ALL"));

  g_setenv ("LC_ALL", "C", TRUE);
  {
    g_autoptr (Answer) list = harness_expect (self, 0, "list", BOOK, "people", "--search", "Đặng",
                                              "--columns", "full_name,sex", NULL);
    g_autoptr (Answer) lost =
        harness_expect (self, 1, "list", BOOK, "people", "--village", "Xuân Phụ", NULL);

    g_assert_cmpstr (list->out, ==, "full_name,sex\nĐặng Thị Đào,Nữ\n");
    assert_contains (lost->err, "Xuân Phụ");
  }
  if (before != NULL)
    g_setenv ("LC_ALL", before, TRUE);
  else
    g_unsetenv ("LC_ALL");
}

/* An answer that could not be written was not given. */
static void
test_full_disk (Harness *self, gconstpointer data)
{
  g_assert_cmpint (harness_run_into (self, "/dev/full", "list", BOOK, "people", NULL), ==, 1);
  g_assert_cmpint (
      harness_run_into (self, "/dev/full", "show", BOOK, "people", "1", "--json", NULL), ==, 1);
  g_assert_cmpint (harness_run_into (self, "/dev/null", "list", BOOK, "people", NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/list/" name, Harness, NULL, set_up, function, harness_tear_down)
  ADD ("json", test_json);
  ADD ("csv", test_csv);
  ADD ("questions", test_questions);
  ADD ("households", test_households);
  ADD ("refused", test_refused);
  ADD ("locale", test_locale);
  ADD ("full-disk", test_full_disk);
  return g_test_run ();
}
