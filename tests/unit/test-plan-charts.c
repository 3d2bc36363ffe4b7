/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts and slides made of figures, over the practice commune of seed 1 on 20/09/2022. */
#include <math.h>
#include <string.h>

#include "book-fixture.h"
#include "chart/ans-chart-layout.h"
#include "golden.h"
#include "plan/ans-plan.h"
#include "practice/ans-practice-plan.h"
#include "practice/ans-practice.h"
#include "report/ans-plan-charts.h"
#include "report/ans-plan-deck.h"

#define PEOPLE 10000
#define DAY    "2022-09-20"

static AnsBook *commune; /* made once, only read */
static char *commune_folder;
static gint64 commune_plan;

static AnsBook *
get_commune (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (commune != NULL)
    return commune;
  commune_folder = g_dir_make_tmp ("ans-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (commune_folder, BOOK_NAME, NULL);
  commune = ans_registry_create_book (path, NULL, &error);
  g_assert_no_error (error);
  ans_practice_fill (commune, PEOPLE, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  commune_plan = ans_plan_load (commune, ANS_PLAN_SHIPPED, &error);
  g_assert_no_error (error);
  return commune;
}

/* Nothing of it stays behind. */
static void
drop_commune (void)
{
  g_autofree char *path = NULL;

  if (commune == NULL)
    return;
  path = g_build_filename (commune_folder, BOOK_NAME, NULL);
  ans_book_close (commune);
  g_assert_finalize_object (commune);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (commune_folder), ==, 0);
  g_free (commune_folder);
}

static AnsChart *
make (const AnsChartSource *source, const char *id)
{
  g_autoptr (AnsPlanChart) info = ans_plan_chart_find (source, id);
  g_autoptr (GError) error = NULL;
  AnsChart *chart;

  g_assert_nonnull (info);
  chart = ans_plan_chart_make (info, source, &error);
  g_assert_no_error (error);
  return chart;
}

static gint64
sum (const AnsChart *chart, guint series)
{
  gint64 all = 0;

  for (guint c = 0; c < chart->categories->len; c++)
    if (ans_chart_get_value (chart, series, c) != ANS_CHART_MISSING)
      all += ans_chart_get_value (chart, series, c);
  return all;
}

static gint64
at (const AnsChart *chart, guint series, const char *label)
{
  for (guint c = 0; c < chart->categories->len; c++)
    if (g_str_equal (((AnsChartCategory *) chart->categories->pdata[c])->label, label))
      return ans_chart_get_value (chart, series, c);
  g_error ("“%s” is not in “%s”", label, chart->title);
}

static void
open_source (AnsChartSource *source)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_chart_source_init (source, get_commune (), 0, DAY, &error));
  g_assert_no_error (error);
  g_assert_nonnull (source->figures);
}

/* The numbers of pictures are those of the figures, and add up. */
static void
test_numbers (void)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsChart) villages = NULL, months = NULL, classes = NULL, year = NULL, all = NULL;
  AnsFigure *figure;

  open_source (&source);
  figure = ans_figures_find (source.figures, "2.3.2");
  villages = make (&source, "2.3.2");
  g_assert_cmpint (sum (villages, 0), ==, ans_figure_get_value (figure)->value.num);
  g_assert_cmpint (sum (villages, 0), ==, 37);
  classes = make (&source, "poverty-classes");
  g_assert_cmpint (sum (classes, 0), ==, 93);
  year = make (&source, "poverty-year");
  g_assert_cmpint (at (year, 0, "Đầu kỳ"), ==, 130);
  g_assert_cmpint (at (year, 0, "Hiện nay"), ==, 93);
  g_assert_cmpint (at (year, 0, "Đầu kỳ") - at (year, 0, "Thoát nghèo") -
                       at (year, 0, "Giảm khác") + at (year, 0, "Tái nghèo") +
                       at (year, 0, "Phát sinh") + at (year, 0, "Tăng khác"),
                   ==, 93);
  months = make (&source, "2.3.2-months");
  g_assert_cmpint (at (months, 0, "1/1/22"), ==, 130);
  g_assert_cmpint (at (months, 0, "20/9"), ==, 93);
  g_assert_cmpint (months->target, ==, 130 - 65);
  all = make (&source, "standings");
  g_assert_cmpint (sum (all, 0), ==, g_list_model_get_n_items (G_LIST_MODEL (source.figures)));
}

/* Every datum that opens a list is the length of it. */
static void
test_lists (void)
{
  static const char *const ids[] = { "2.3.3",
                                     "poverty-classes",
                                     "poverty-households",
                                     "people-pyramid",
                                     "poverty-deprivations",
                                     "poverty-year",
                                     "poverty-movements" };
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  guint lists = 0;

  open_source (&source);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (AnsPlanChart) info = ans_plan_chart_find (&source, ids[i]);
      g_autoptr (AnsChart) chart = make (&source, ids[i]);

      for (guint s = 0; s < chart->series->len; s++)
        for (guint c = 0; c < chart->categories->len; c += i == 3 ? 5 : 1)
          {
            g_autoptr (AnsListing) list = ans_plan_chart_list (info, &source, s, c);

            if (list == NULL)
              continue;
            lists++;
            g_assert_cmpint (
                ans_listing_count (list, ans_book_get_connection (source.book), &error), ==,
                ans_chart_get_value (chart, s, c));
            g_assert_no_error (error);
          }
    }
  g_assert_cmpuint (lists, >, 50);
}

/* All of them can be made and drawn; each says where it is from. */
static void
test_catalogue (void)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  open_source (&source);
  charts = ans_plan_charts (&source);
  g_assert_cmpuint (charts->len, >, 60);
  for (guint i = 0; i < charts->len; i++)
    {
      const AnsPlanChart *info = charts->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsChart) chart = ans_plan_chart_make (info, &source, &error);
      g_autoptr (AnsScene) scene = NULL;

      g_assert_no_error (error);
      g_assert_true (g_hash_table_add (ids, info->id));
      g_assert_cmpstr (chart->source, ==, "Nguồn: UBND xã Hoằng Phụ, tính đến 20/9/2022");
      scene = ans_chart_layout (chart, 360, 240, ANS_THEME_DARK);
      g_assert_cmpuint (scene->marks->len, >, 0);
    }
}

static void
compare_scene (const AnsScene *scene, const char *name)
{
  g_autoptr (GString) dump = g_string_new (NULL);

  ans_scene_dump (scene, dump);
  golden_compare ("plan-chart", name, dump->str);
}

/* What every chart of the catalogue looks like; those that have nothing to show are named. */
static void
test_golden (void)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (AnsScene) empty = ans_scene_new (640, 400);

  open_source (&source);
  charts = ans_plan_charts (&source);
  for (guint i = 0; i < charts->len; i++)
    {
      const AnsPlanChart *info = charts->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsChart) chart = ans_plan_chart_make (info, &source, &error);
      g_autoptr (AnsScene) scene = NULL;

      g_assert_no_error (error);
      if (!ans_chart_has_data (chart))
        {
          ans_scene_add_label (empty, ANS_FACE_SANS, 12, ANS_COLOUR_BLACK, ANS_ALIGN_TEXT_START, 0,
                               0, info->id);
          continue;
        }
      scene = ans_chart_layout (chart, 640,
                                MAX (400, ceil (ans_chart_natural_height (chart, 640, 13) + 130)),
                                ANS_THEME_LIGHT);
      compare_scene (scene, info->id);
    }
  compare_scene (empty, "without-numbers");
}

/* What is written in a bubble is what the page and the table say. */
static void
test_units (void)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsChart) chart = NULL;
  g_autoptr (AnsChartTable) table = NULL;
  g_autofree char *said = NULL, *words = NULL, *months_words = NULL;
  g_autoptr (AnsChart) months = NULL;

  open_source (&source);
  chart = make (&source, "targets-poverty");
  said = ans_chart_describe_value (chart, 0, 2);
  g_assert_cmpstr (said, ==,
                   "Số hộ nghèo giảm trong năm, Thực hiện: 37 hộ, chỉ tiêu 65 hộ, lẽ ra 47 hộ");
  table = ans_chart_table (chart);
  g_assert_cmpstr (((char **) table->rows->pdata[2])[1], ==, "37 hộ");
  words = ans_chart_describe (chart);
  g_assert_nonnull (strstr (words, "đã bằng hoặc vượt chỉ tiêu"));
  months = make (&source, "2.3.2-months");
  months_words = ans_chart_describe (months);
  g_assert_nonnull (strstr (months_words, "xuống 93 hộ (hiện nay, 20/9)"));
  g_assert_null (strstr (months_words, "cần chú ý"));
}

/* A late indicator of which villages have shares says most; without shares a computed one. */
static void
test_overview (void)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsPlanChart) chart = NULL;

  open_source (&source);
  chart = ans_plan_chart_for_overview (&source);
  g_assert_nonnull (chart);
  g_assert_cmpstr (chart->id, ==, chart->code);
  g_assert_true (ans_plan_chart_has_lists (chart));
  g_assert_false (ans_plan_chart_asks (chart));
}

/* One village: what belongs to it; what shows all of them is refused. */
static void
test_village (void)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsChart) all = NULL, part = NULL, refused = NULL;
  g_autoptr (AnsPlanChart) info = NULL;
  g_autoptr (GError) error = NULL;

  open_source (&source);
  all = make (&source, "poverty-classes");
  source.village =
      g_array_index (ans_figures_get_villages (source.figures), AnsFigureVillage, 0).id;
  part = make (&source, "poverty-households");
  g_assert_cmpint (at (part, 0, "Hộ nghèo"), ==, ans_chart_get_value (all, 0, 0));
  info = ans_plan_chart_find (&source, "poverty-classes");
  refused = ans_plan_chart_make (info, &source, &error);
  g_assert_null (refused);
  g_assert_nonnull (error);
}

/* A book that knows nothing has pictures without numbers, never zeros. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  gboolean plan = GPOINTER_TO_INT (data);
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (GError) error = NULL;

  if (plan)
    g_assert_cmpint (ans_plan_load (fixture->book, ANS_PLAN_SHIPPED, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_true (ans_chart_source_init (&source, fixture->book, 0, DAY, &error));
  g_assert_no_error (error);
  g_assert_true ((source.figures != NULL) == plan);
  charts = ans_plan_charts (&source);
  g_assert_cmpuint (charts->len, >, 0);
  for (guint i = 0; i < charts->len; i++)
    {
      const AnsPlanChart *info = charts->pdata[i];
      g_autoptr (AnsChart) chart = ans_plan_chart_make (info, &source, &error);

      g_assert_no_error (error);
      if (!g_str_equal (info->id, "standings"))
        g_assert_false (ans_chart_has_data (chart));
    }
  if (plan)
    {
      g_autoptr (AnsDeck) deck = ans_plan_deck_new (source.figures, ANS_THEME_LIGHT, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ans_deck_get_n_slides (deck), >, 10);
    }
}

/* All that is written on the slides, one text a line. */
static char *
texts_of (const AnsDeck *deck)
{
  GString *texts = g_string_new ("\n");

  for (guint i = 0; i < ans_deck_get_n_slides (deck); i++)
    {
      const AnsScene *scene = ans_deck_get_scene (deck, i);

      for (guint m = 0; m < scene->marks->len; m++)
        if (g_array_index (scene->marks, AnsMark, m).kind == ANS_MARK_TEXT)
          g_string_append_printf (texts, "%s ", g_array_index (scene->marks, AnsMark, m).text);
      for (guint r = 0; r < ans_scene_get_n_regions (scene); r++)
        g_string_append_printf (texts, "%s ", ans_scene_get_region (scene, r)->label);
    }
  return g_string_free_and_steal (texts);
}

/* Nobody's name is on a slide: neither of the registers nor of those who head a body. */
static void
test_deck (void)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsDeck) deck = NULL;
  g_autoptr (AnsStatement) row = NULL;
  g_autofree char *texts = NULL;
  guint names = 0;

  open_source (&source);
  deck = ans_plan_deck_new (source.figures, ANS_THEME_LIGHT, &error);
  g_assert_no_error (error);
  texts = texts_of (deck);
  g_assert_nonnull (strstr (texts, "Số hộ nghèo giảm trong năm"));
  g_assert_nonnull (strstr (texts, "Còn thiếu 28 hộ"));
  g_assert_nonnull (strstr (texts, "lẽ ra 47 hộ"));
  row = ans_connection_prepare (ans_book_get_connection (source.book),
                                "SELECT full_name FROM person UNION SELECT head_name FROM body "
                                "WHERE head_name NOT NULL",
                                &error);
  g_assert_no_error (error);
  while (ans_statement_step (row, NULL))
    {
      names++;
      if (strstr (texts, ans_statement_text (row, 0)) != NULL)
        g_error ("“%s” is on a slide", ans_statement_text (row, 0));
    }
  g_assert_cmpuint (names, >, 1000);
}

static guint
count_titles (const AnsDeck *deck, const char *what)
{
  guint found = 0;

  for (guint i = 0; i < ans_deck_get_n_slides (deck); i++)
    found += strstr (ans_deck_get_title (deck, i), what) != NULL;
  return found;
}

/* The slides of a meeting are few, but no indicator is left out; the full deck has one for each and
 * one for its years. */
static void
test_deck_lengths (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsFigures) figures = NULL;
  g_autoptr (AnsDeck) deck = NULL, full = NULL;
  g_autofree char *texts = NULL;
  gint64 plan;

  ans_practice_fill (fixture->book, 1500, 1, NULL, NULL, &error);
  plan = ans_plan_load (fixture->book, ANS_PLAN_SHIPPED, &error);
  g_assert_true (ans_practice_plan_fill (fixture->book, plan, 1, &error));
  g_assert_no_error (error);
  figures = ans_figures_new (fixture->book, plan);
  ans_figures_set_day (figures, DAY);
  deck = ans_plan_deck_new (figures, ANS_THEME_LIGHT, &error);
  full = ans_plan_deck_new_full (figures, ANS_THEME_LIGHT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ans_deck_get_n_slides (deck), <=, 32);
  g_assert_cmpuint (ans_deck_get_n_slides (full), >=, 2 * ans_deck_get_n_slides (deck));
  g_assert_cmpuint (count_titles (deck, "qua các năm"), ==, 0);
  g_assert_cmpuint (count_titles (full, "qua các năm"), >, 20);
  /* What is late has a slide, what is met and has no villages is a line of its area. */
  g_assert_cmpuint (count_titles (deck, "trả lương đúng quy định"), ==, 1);
  g_assert_cmpuint (count_titles (deck, "gặp khó khăn đột xuất"), ==, 0);
  g_assert_cmpuint (count_titles (full, "gặp khó khăn đột xuất"), ==, 2);
  texts = texts_of (deck);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (figures)); i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);
      const char *name = ans_figure_get_indicator (figure)->name;
      g_autofree char *start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 20));

      if (strstr (texts, start) == NULL)
        g_error ("“%s” is on no slide", name);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("ANS_TODAY", DAY, TRUE);
  ans_plan_init ();
  g_test_add_func ("/plan-charts/numbers", test_numbers);
  g_test_add_func ("/plan-charts/lists", test_lists);
  g_test_add_func ("/plan-charts/catalogue", test_catalogue);
  g_test_add_func ("/plan-charts/golden", test_golden);
  g_test_add_func ("/plan-charts/units", test_units);
  g_test_add_func ("/plan-charts/overview", test_overview);
  g_test_add_func ("/plan-charts/village", test_village);
  g_test_add ("/plan-charts/empty-book", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up,
              test_nothing, fixture_tear_down);
  g_test_add ("/plan-charts/empty-plan", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up,
              test_nothing, fixture_tear_down);
  g_test_add_func ("/plan-charts/deck", test_deck);
  g_test_add ("/plan-charts/deck-lengths", Fixture, NULL, fixture_set_up, test_deck_lengths,
              fixture_tear_down);
  result = g_test_run ();
  drop_commune ();
  return result;
}
