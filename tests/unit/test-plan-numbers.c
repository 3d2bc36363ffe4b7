/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of every chart of the plan and of the areas: as they were looked at once
 * (tests/golden/numbers), and against the lists on the days they are of. */
#include "chart/ans-chart.h"
#include "golden.h"
#include "paper-samples.h"
#include "report/ans-plan-charts.h"
#include "report/ans-plan-deck.h"

/* --- every chart ------------------------------------------------------------------------------ */

static void
add_number (GString *text, const char *what, gint64 value)
{
  if (value != ANS_CHART_MISSING)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, what, value);
}

static void
dump_category (const AnsChart *chart, guint c, GString *text)
{
  const AnsChartCategory *category = chart->categories->pdata[c];

  g_string_append_printf (text, "  %s:", category->label);
  for (guint s = 0; s < chart->series->len; s++)
    {
      gint64 value = ans_chart_get_value (chart, s, c);

      g_string_append (text, s > 0 ? ", " : " ");
      if (value == ANS_CHART_MISSING)
        g_string_append_c (text, '-');
      add_number (text, "", value);
    }
  add_number (text, ", target ", category->target);
  add_number (text, ", expected ", category->expected);
  if (category->note != NULL)
    g_string_append_printf (text, ", “%s”", category->note);
  g_string_append (text, category->highlight ? ", marked" : "");
  g_string_append (text, category->breaks ? ", not comparable" : "");
  g_string_append_c (text, '\n');
}

static void
dump_chart (const AnsPlanChart *info, const AnsChart *chart, GString *text)
{
  g_string_append_printf (text, "%s %s “%s” (%s, %d)\n", info->id,
                          ans_chart_kind_to_name (chart->kind), chart->title,
                          chart->unit != NULL ? chart->unit : "", chart->decimals);
  for (guint s = 0; s < chart->series->len; s++)
    {
      const AnsChartSeries *series = chart->series->pdata[s];

      g_string_append_printf (text, "  | %s%s\n", series->name != NULL ? series->name : "",
                              series->forecast ? " (forecast)" : "");
    }
  for (guint c = 0; c < chart->categories->len; c++)
    dump_category (chart, c, text);
  add_number (text, "  target ", chart->target);
  if (chart->target != ANS_CHART_MISSING)
    g_string_append_printf (text, " “%s”\n", chart->target_label);
}

static void
test_golden (Fixture *fixture, gconstpointer data)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) commune = g_string_new (NULL), village = g_string_new (NULL);

  fill_papers (fixture->book);
  g_assert_true (ans_chart_source_init (&source, fixture->book, 0, PAPER_DAY, &error));
  g_assert_no_error (error);
  charts = ans_plan_charts (&source);
  g_assert_cmpuint (charts->len, >, 60);
  for (guint i = 0; i < charts->len; i++)
    {
      const AnsPlanChart *info = charts->pdata[i];
      g_autoptr (AnsChart) whole = NULL, part = NULL;

      source.village = 0;
      whole = ans_plan_chart_make (info, &source, &error);
      g_assert_no_error (error);
      dump_chart (info, whole, commune);
      if (info->whole)
        continue;
      source.village = 2;
      part = ans_plan_chart_make (info, &source, &error);
      g_assert_no_error (error);
      dump_chart (info, part, village);
    }
  golden_compare ("numbers", "commune", commune->str);
  golden_compare ("numbers", "village", village->str);
}

/* What the bars of the slide of all areas say. */
static void
test_areas (Fixture *fixture, gconstpointer data)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsDeck) deck = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const AnsScene *scene;

  fill_papers (fixture->book);
  g_assert_true (ans_chart_source_init (&source, fixture->book, 0, PAPER_DAY, &error));
  deck = ans_plan_deck_new (source.figures, ANS_THEME_LIGHT, &error);
  g_assert_no_error (error);
  scene = ans_deck_get_scene (deck, 1);
  for (guint i = 0; i < ans_scene_get_n_regions (scene); i++)
    g_string_append_printf (text, "%s\n", ans_scene_get_region (scene, i)->label);
  g_assert_cmpuint (ans_scene_get_n_regions (scene), >, 10);
  golden_compare ("numbers", "areas", text->str);
}

/* --- against the lists ------------------------------------------------------------------------ */

static gint64
length (AnsBook *book, const char *listing, const char *day)
{
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find (listing));

  ans_listing_set_as_of (list, day);
  return ans_listing_count (list, ans_book_get_connection (book), NULL);
}

static AnsChart *
make (const AnsChartSource *source, const char *id)
{
  g_autoptr (AnsPlanChart) info = ans_plan_chart_find (source, id);
  g_autoptr (GError) error = NULL;
  AnsChart *chart = ans_plan_chart_make (info, source, &error);

  g_assert_no_error (error);
  return chart;
}

/* Each month's point is the list of its last day. */
static void
test_months (Fixture *fixture, gconstpointer data)
{
  static const char *const ends[] = { "2022-01-31", "2022-02-28", "2022-03-31",
                                      "2022-04-30", "2022-05-31", "2022-06-30",
                                      "2022-07-31", "2022-08-31", PAPER_DAY };
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsChart) counts = NULL, rates = NULL;
  g_autoptr (GError) error = NULL;
  gint64 plan;

  ans_practice_fill (fixture->book, 10000, 1, NULL, NULL, &error);
  plan = ans_plan_load (fixture->book, ANS_PLAN_SHIPPED, &error);
  g_assert_true (ans_practice_plan_fill (fixture->book, plan, 1, &error));
  g_assert_true (ans_chart_source_init (&source, fixture->book, 0, PAPER_DAY, &error));
  g_assert_no_error (error);
  counts = make (&source, "2.3.2-months");
  rates = make (&source, "2.3.1-months");
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gint64 poor = length (fixture->book, "poor-households", ends[i]);
      gint64 all = length (fixture->book, "households", ends[i]);

      g_assert_cmpint (ans_chart_get_value (counts, 0, i + 1), ==, poor);
      g_assert_cmpint (ans_chart_get_value (rates, 0, i + 1), ==,
                       ans_rational_round (ans_rational_new (100 * poor, all), 2));
    }
  /* 4,78 % at the start less 2,3 points; 130 less 65. */
  g_assert_cmpint (rates->target, ==, ans_chart_get_value (rates, 0, 0) - 230);
  g_assert_cmpint (counts->target, ==, ans_chart_get_value (counts, 0, 0) - 65);
}

/* Of what is entered by hand each point is an entry of the commune, and a forecast goes on from the
 * last one. */
static void
test_entries (Fixture *fixture, gconstpointer data)
{
  static const gint64 jobs[] = { 8, 18, 31, 42, 53, 64, 75, 86, 97 };
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsChart) chart = NULL, years = NULL;
  g_autoptr (GError) error = NULL;

  fill_papers (fixture->book);
  g_assert_true (ans_chart_source_init (&source, fixture->book, 0, PAPER_DAY, &error));
  chart = make (&source, "2.1.1-months");
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    g_assert_cmpint (ans_chart_get_value (chart, 0, i), ==, jobs[i]);
  g_assert_cmpint (chart->target, ==, 120);
  years = make (&source, "2.1.1-years");
  g_assert_cmpint (ans_chart_get_value (years, 0, 0), ==, 112);
  g_assert_cmpint (ans_chart_get_value (years, 0, 1), ==, 86);
  g_assert_cmpint (ans_chart_get_value (years, 0, 2), ==, 104);
  g_assert_cmpint (ans_chart_get_value (years, 0, 3), ==, 97);
}

/* By village the bars are the figures of the villages, each with its share. */
static void
test_villages (Fixture *fixture, gconstpointer data)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsChart) chart = NULL;
  g_autoptr (GError) error = NULL;
  const GArray *villages;
  AnsFigure *figure;
  gint64 shares = 0;

  fill_papers (fixture->book);
  g_assert_true (ans_chart_source_init (&source, fixture->book, 0, PAPER_DAY, &error));
  figure = ans_figures_find (source.figures, "2.1.1");
  villages = ans_figures_get_villages (source.figures);
  chart = make (&source, "2.1.1");
  g_assert_cmpuint (chart->categories->len, ==, villages->len);
  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureVillage *village = &g_array_index (villages, AnsFigureVillage, i);
      const AnsFigureValue *value = ans_figure_get_village_value (figure, village->id);
      const AnsChartCategory *category = chart->categories->pdata[i];
      g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                               ans_rational_round (value->value, 0),
                                               ans_rational_round (value->target, 0));

      g_assert_cmpstr (category->label, ==, village->name);
      g_assert_cmpint (ans_chart_get_value (chart, 0, i), ==, ans_rational_round (value->value, 0));
      g_assert_cmpstr (category->note, ==, note);
      shares += category->target;
    }
  g_assert_cmpint (shares, ==, 126);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/plan-numbers/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ANS_TODAY", PAPER_DAY, TRUE);
  ans_plan_init ();
  ADD ("golden", test_golden);
  ADD ("areas", test_areas);
  ADD ("months", test_months);
  ADD ("entries", test_entries);
  ADD ("villages", test_villages);
  return g_test_run ();
}
