/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of a plan on the command line, and the lists behind them. All people here are invented. */
#include <string.h>

#include "cli-harness.h"

#define BOOK "a.ansinh"

static void
add (Harness *self, const char *reg, const char *a, const char *b, const char *c, const char *d)
{
  answer_free (harness_expect (self, 0, "add", BOOK, reg, a, b, c, d, NULL));
}

/* Four households in two villages; two are poor at the start, one leaves. */
static void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  answer_free (harness_expect (self, 0, "new", BOOK, "--plan", "hoang-phu-2022", NULL));
  add (self, "villages", "name=Bắc Sơn", NULL, NULL, NULL);
  add (self, "villages", "name=Hợp Tân", NULL, NULL, NULL);
  add (self, "households", "code=BS-0001", "village=Bắc Sơn", NULL, NULL);
  add (self, "households", "code=BS-0002", "village=Bắc Sơn", NULL, NULL);
  add (self, "households", "code=HT-0001", "village=Hợp Tân", NULL, NULL);
  add (self, "households", "code=HT-0002", "village=Hợp Tân", NULL, NULL);
  for (int i = 1; i <= 2; i++)
    add (self, "poverty-statuses", i == 1 ? "household=BS-0001" : "household=HT-0001",
         "from_date=01/01/2022", "status=Hộ nghèo", "basis=Danh sách đầu kỳ");
  add (self, "poverty-statuses", "household=BS-0001", "from_date=10/12/2022", "status=KHONG", NULL);
}

static JsonNode *
figures (Harness *self, const char *a, const char *b, const char *c)
{
  g_autoptr (Answer) answer = harness_expect (self, 0, "figures", BOOK, "--json", a, b, c, NULL);

  return answer_json (answer);
}

/* One member of the figure with @code. */
static char *
member (JsonNode *all, const char *code, const char *name)
{
  JsonArray *array = json_node_get_array (all);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *figure = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (figure, "code"), code))
        {
          g_autoptr (JsonNode) node = json_node_copy (json_object_get_member (figure, name));

          return json_to_string (node, FALSE);
        }
    }
  g_assert_not_reached ();
}

#define assert_member(all, code, name, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *member_ = member (all, code, name);                                           \
    g_assert_cmpstr (member_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_figures (Harness *self, gconstpointer data)
{
  g_autoptr (JsonNode) year = figures (self, "--by-village", NULL, NULL);
  g_autoptr (JsonNode) june = figures (self, "--as-of", "2022-06-30", NULL);
  g_autoptr (JsonNode) autumn = NULL;
  g_autoptr (Answer) csv = harness_expect (self, 0, "figures", BOOK, "--plan", "2022", NULL);
  g_auto (GStrv) lines = g_strsplit (csv->out, "\n", -1);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (year)), ==, 29);
  assert_member (year, "2.3.1", "value", "25");
  assert_member (year, "2.3.1", "target", "2.2999999999999998");
  assert_member (year, "2.3.1", "numerator", "1");
  assert_member (year, "2.3.1", "denominator", "4");
  assert_member (year, "2.3.1", "start", "{\"numerator\":2,\"denominator\":4}");
  assert_member (year, "2.3.1", "verdict", "\"met\"");
  assert_member (year, "2.3.1", "source", "\"computed\"");
  assert_member (year, "2.3.1", "as_of", "\"2022-12-31\"");
  assert_member (year, "2.3.2", "villages", "{\"Bắc Sơn\":1,\"Hợp Tân\":0}");
  assert_member (year, "2.3.2", "gap", "\"còn thiếu 64 hộ\"");
  /* Nobody knows is not 0. */
  assert_member (year, "2.1.1", "value", "null");
  assert_member (year, "2.1.1", "state", "\"no-data\"");
  assert_member (year, "2.1.1", "verdict", "null");
  assert_member (june, "2.3.2", "value", "0");

  answer_free (harness_expect (self, 0, "add", BOOK, "indicator-values", "indicator=2.1.1",
                               "day=30/09/2022", "value=97", "source=Báo cáo quý III", NULL));
  autumn = figures (self, "--as-of", "2022-09-30", NULL);
  assert_member (autumn, "2.1.1", "value", "97");
  assert_member (autumn, "2.1.1", "shown", "\"manual\"");
  assert_member (autumn, "2.1.1", "entry_source", "\"Báo cáo quý III\"");
  {
    g_autofree char *forecast = member (autumn, "2.1.1", "forecast");

    assert_contains (forecast, "còn thiếu 23 người, cần 8 người/tháng");
  }
  g_assert_cmpuint (g_strv_length (lines), ==, 31); /* a header, and nothing after the last line */
  g_assert_true (g_str_has_prefix (lines[0], "code,name,unit,"));
}

static void
test_list (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) now =
      harness_expect (self, 0, "figure", BOOK, "2.3.1", "--json", "--columns", "household", NULL);
  g_autoptr (Answer) before =
      harness_expect (self, 0, "figure", BOOK, "2.3.1", "--part", "start-numerator", "--village",
                      "Hợp Tân", "--json", "--columns", "household", NULL);
  g_autoptr (Answer) all = harness_expect (self, 0, "figure", BOOK, "2.3.1", "--part",
                                           "denominator", "--columns", "code", NULL);
  g_autoptr (JsonNode) numerator = answer_json (now);
  g_autoptr (JsonNode) start = answer_json (before);

  assert_at (numerator, "$.count", "1");
  assert_at (numerator, "$.rows[*]", "[\"HT-0001\"]");
  assert_at (start, "$.count", "1");
  assert_at (start, "$.as_of", "\"2022-01-01\"");
  g_assert_cmpstr (all->out, ==, "code\nBS-0001\nBS-0002\nHT-0001\nHT-0002\n");
}

static void
test_refused (Harness *self, gconstpointer data)
{
  static const struct
  {
    int status;
    const char *command[6];
    const char *says;
  } cases[] = {
    { 1, { "figure", BOOK, "9.9" }, "no indicator “9.9”" },
    { 1, { "figure", BOOK, "2.1.1" }, "no number for “2.1.1”" },
    { 1, { "figure", BOOK, "1.1" }, "reckoned from other figures" },
    { 1, { "figure", BOOK, "2.3.3", "--part", "denominator" }, "has no denominator" },
    { 2, { "figure", BOOK, "2.3.1", "--part", "half" }, "“half”" },
    { 1, { "figure", BOOK, "2.3.1", "--village", "Không Có" }, "Không Có" },
    { 1, { "figures", BOOK, "--plan", "2020" }, "There are: 2022" },
    { 2, { "figures", BOOK, "--plan", "x" }, "“x”" },
    { 1, { "figures", BOOK, "--as-of", "30/6/2022" }, "30/6/2022" },
    { 1, { "figures", BOOK, "--as-of", "2021-05-05" }, "2022-01-01" },
    { 1, { "figures", BOOK, "--period", "2022-01-01" }, "FROM..TO" },
    { 1, { "figures", BOOK, "--period", "2022-05-01..2022-01-01" }, "before it begins" },
    { 2, { "figures" }, "missing" },
    { 2, { "new", "b.ansinh", "--plan", "elsewhere" }, "hoang-phu-2022" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *c = cases[i].command;
      g_autoptr (Answer) answer =
          harness_expect (self, cases[i].status, c[0], c[1], c[2], c[3], c[4], NULL);

      assert_contains (answer->err, cases[i].says);
      g_assert_cmpstr (answer->out, ==, "");
    }
}

static void
test_empty (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) answer = NULL;

  answer_free (harness_expect (self, 0, "new", "empty.ansinh", NULL));
  answer = harness_expect (self, 1, "figures", "empty.ansinh", NULL);
  assert_contains (answer->err, "has no plan");
}

/* Warnings of what does not agree; the book is sound all the same. */
static void
test_check (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) answer = NULL;
  g_autoptr (JsonNode) json = NULL;

  add (self, "allocations", "indicator=2.1.1", "village=Bắc Sơn", "value=100", NULL);
  answer = harness_expect (self, 0, "check", BOOK, "--as-of", "2022-06-30", "--json", NULL);
  json = answer_json (answer);
  assert_at (json, "$.sound", "true");
  assert_contains (answer->out, "less than the target of 120");
}

#define ADD_TEST(path, set_up_, func)                                                              \
  g_test_add (path, Harness, NULL, set_up_, func, harness_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/cli/figures/figures", set_up, test_figures);
  ADD_TEST ("/cli/figures/list", set_up, test_list);
  ADD_TEST ("/cli/figures/refused", set_up, test_refused);
  ADD_TEST ("/cli/figures/empty", harness_set_up, test_empty);
  ADD_TEST ("/cli/figures/check", set_up, test_check);
  return g_test_run ();
}
