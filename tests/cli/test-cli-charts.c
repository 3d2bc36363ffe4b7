/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts and slides of the command line. */
#include <string.h>

#include "cli-harness.h"

static void
expect_file (Harness *harness, const char *name, const char *begins)
{
  g_autofree char *path = harness_path (harness, name);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, begins));
}

static void
test_charts (Harness *harness, gconstpointer data)
{
  g_autoptr (Answer) made = harness_expect (harness, 0, "new", "so.ansinh", "--practice", "1000",
                                            "--seed", "1", "--plan", "hoang-phu-2022", NULL);
  g_autoptr (Answer) all =
      harness_expect (harness, 0, "charts", "so.ansinh", "--as-of", "2022-09-20", NULL);
  g_autoptr (Answer) json = harness_expect (harness, 0, "chart", "so.ansinh", "poverty-year",
                                            "--as-of", "2022-09-20", "--json", "-o", "a.svg", NULL);
  g_autoptr (Answer) png = harness_expect (harness, 0, "chart", "so.ansinh", "2.3.2", "--as-of",
                                           "2022-09-20", "-o", "a.png", NULL);
  g_autoptr (Answer) slides = harness_expect (harness, 0, "slides", "so.ansinh", "--as-of",
                                              "2022-09-20", "-o", "a.pdf", NULL);
  g_autoptr (Answer) deck = harness_expect (harness, 0, "slides", "so.ansinh", "--as-of",
                                            "2022-09-20", "-o", "b.pdf", "--json", NULL);
  g_autoptr (Answer) full = harness_expect (harness, 0, "slides", "so.ansinh", "--full", "--as-of",
                                            "2022-09-20", "-o", "c.pdf", "--json", NULL);
  g_autoptr (JsonNode) node = answer_json (json);

  assert_contains (all->out, "poverty-deprivations\t");
  assert_contains (all->out, "2.3.2-months\t");
  assert_at (node, "$.chart", "\"poverty-year\"");
  assert_at (node, "$.rows[0].name", "\"Đầu kỳ\"");
  g_assert_null (strstr (deck->out, "qua các năm"));
  assert_contains (full->out, "qua các năm");
  expect_file (harness, "a.svg", "<?xml");
  expect_file (harness, "a.png", "\x89PNG");
  expect_file (harness, "a.pdf", "%PDF");
}

static void
test_errors (Harness *harness, gconstpointer data)
{
  g_autoptr (Answer) made = harness_expect (harness, 0, "new", "so.ansinh", NULL);
  g_autoptr (Answer) unknown = harness_expect (harness, 1, "chart", "so.ansinh", "none", NULL);
  g_autoptr (Answer) ending =
      harness_expect (harness, 2, "chart", "so.ansinh", "poverty-year", "-o", "a.gif", NULL);
  g_autoptr (Answer) theme =
      harness_expect (harness, 2, "chart", "so.ansinh", "poverty-year", "--theme", "pink", NULL);
  g_autoptr (Answer) size =
      harness_expect (harness, 2, "chart", "so.ansinh", "poverty-year", "--size", "9x9", NULL);
  g_autoptr (Answer) no_plan =
      harness_expect (harness, 1, "slides", "so.ansinh", "-o", "a.pdf", NULL);
  g_autoptr (Answer) nowhere = harness_expect (harness, 2, "slides", "so.ansinh", NULL);
  g_autoptr (Answer) empty =
      harness_expect (harness, 0, "chart", "so.ansinh", "poverty-year", NULL);

  assert_contains (unknown->err, "none");
  assert_contains (ending->err, "a.gif");
  assert_contains (theme->err, "pink");
  assert_contains (size->err, "9x9");
  assert_contains (no_plan->err, "plan");
  assert_contains (empty->err, "poverty-year");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-charts/charts", Harness, NULL, harness_set_up, test_charts, harness_tear_down);
  g_test_add ("/cli-charts/errors", Harness, NULL, harness_set_up, test_errors, harness_tear_down);
  return g_test_run ();
}
