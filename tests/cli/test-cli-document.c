/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers made from figures, on the command line. All people here are invented. */
#include <string.h>

#include "cli-harness.h"

#define BOOK "a.ansinh"

static void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  answer_free (harness_expect (self, 0, "new", BOOK, "--practice", "400", "--seed", "1", "--plan",
                               "hoang-phu-2022", NULL));
}

static void
test_list (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) answer = harness_expect (self, 0, "document", "--list", "--json", NULL);
  g_autoptr (JsonNode) all = answer_json (answer);

  assert_at (all, "$[0].id", "\"results\"");
  assert_at (all, "$[0].of", "\"period\"");
  /* The summaries of an area are papers by themselves. */
  assert_contains (answer->out, "\"poverty-by-village\"");
  assert_contains (answer->out, "\"poverty-deprivations\"");
}

static void
test_files (Harness *self, gconstpointer data)
{
  static const char *const files[] = { "a.pdf", "a.xlsx", "a.odt" };
  static const char *const periods[] = { "2022",    "2022-H1", "2022-Q3",
                                         "2022-9M", "2022-09", "2022-08-15..2022-09-14" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = harness_path (self, files[i]);

      answer_free (
          harness_expect (self, 0, "document", BOOK, "poverty-by-village", "-o", files[i], NULL));
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (Answer) answer = harness_expect (self, 0, "document", BOOK, "results", "--period",
                                                  periods[i], "-o", "b.csv", "--json", NULL);
      g_autoptr (JsonNode) told = answer_json (answer);

      assert_at (told, "$.count", "29");
    }
}

static void
test_refused (Harness *self, gconstpointer data)
{
  static const struct
  {
    int status;
    const char *line, *why;
  } wrong[] = {
    { 2, "document a.ansinh", "--list" },
    { 2, "document a.ansinh nothing -o a.pdf", "“nothing”" },
    { 2, "document a.ansinh results", "-o FILE" },
    { 2, "document a.ansinh results -o a.txt", "“a.txt”" },
    { 2, "document a.ansinh results --period 2022-Q5 -o a.pdf", "“2022-Q5”" },
    { 2, "document a.ansinh results --period 2022-13 -o a.pdf", "“2022-13”" },
    { 2, "document a.ansinh results --period 2022-09-14..2022-08-15 -o a.pdf", "ends before" },
    { 2, "document a.ansinh results --record 1 -o a.pdf", "--record" },
    { 2, "document a.ansinh allocation --period 2022 -o a.pdf", "--period" },
    { 2, "document a.ansinh poverty-certificate -o a.pdf", "--record" },
    { 1, "document a.ansinh poverty-certificate --record 99999 -o a.pdf", "99999" },
    { 1, "document a.ansinh results --period 2025 -o a.pdf", "no plan" },
    { 1, "document a.ansinh results --period 2022-Q1 --as-of 2022-09-01 -o a.pdf", "01/09/2022" },
  };
  g_autofree char *path = harness_path (self, "a.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (GStrv) w = g_strsplit (wrong[i].line, " ", -1);
      guint n = g_strv_length (w);
#define W(k) (n > (k) ? w[k] : NULL)
      g_autoptr (Answer) answer = harness_expect (self, wrong[i].status, W (0), W (1), W (2), W (3),
                                                  W (4), W (5), W (6), W (7), W (8), NULL);

      assert_contains (answer->err, wrong[i].why);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* What contradicts itself is told, and the paper is made all the same. */
static void
test_warnings (Harness *self, gconstpointer data)
{
  g_autofree char *path = harness_path (self, "w.pdf");
  g_autoptr (Answer) answer = NULL;
  g_autoptr (JsonNode) told = NULL;

  answer_free (harness_expect (self, 0, "add", BOOK, "indicator-values", "indicator=2.1.1",
                               "day=15/08/2022", "value=40", "source=a", NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "indicator-values", "indicator=2.9.2",
                               "day=01/09/2022", "value=5", "source=a", NULL));
  answer = harness_expect (self, 0, "document", BOOK, "results", "--period", "2022-Q3", "-o",
                           "w.pdf", "--json", NULL);
  told = answer_json (answer);
  assert_contains (answer->err, "2.1.1");
  assert_contains (answer->out, "\"movements\"");
  assert_contains (answer->out, "\"subset\"");
  assert_contains (answer->out, "\"indicators\"");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
#define ADD(name, func)                                                                            \
  g_test_add ("/cli-document/" name, Harness, NULL, set_up, func, harness_tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("files", test_files);
  ADD ("refused", test_refused);
  ADD ("warnings", test_warnings);
  return g_test_run ();
}
