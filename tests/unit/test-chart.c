/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts: golden scenes of what people see, properties of any data. */
#include <math.h>
#include <string.h>

#include "chart/ans-chart-axis.h"
#include "golden.h"
#include "slide-samples.h"

#if defined(__SANITIZE_ADDRESS__)
const char *__lsan_default_suppressions (void);

/* fontconfig keeps what it read from its configuration until the process ends. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}
#endif

/* bench-chart FOLDER draws all of them. */
static void
compare_golden (const AnsScene *scene, const char *name)
{
  g_autoptr (GString) dump = g_string_new (NULL);

  ans_scene_dump (scene, dump);
  golden_compare ("chart", name, dump->str);
}

/* ---- what holds for every picture ---- */

static void
assert_texts (const AnsScene *scene, double least)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind != ANS_MARK_TEXT)
        continue;
      if (mark->x < -0.5 || mark->x + mark->width > scene->width + 0.5 ||
          mark->y - mark->size * 0.8 < -0.5 || mark->y + mark->size * 0.25 > scene->height + 0.5)
        g_error ("“%s” leaves the picture of %.0f × %.0f: at %.1f, %.1f, %.1f wide", mark->text,
                 scene->width, scene->height, mark->x, mark->y, mark->width);
      if (mark->size < least - 1e-9)
        g_error ("“%s” is too small: %.1f", mark->text, mark->size);
      for (guint j = 0; j < texts->len; j++)
        {
          const AnsMark *other = g_ptr_array_index (texts, j);

          if (mark->x + 0.3 < other->x + other->width && other->x + 0.3 < mark->x + mark->width &&
              mark->y - mark->size * 0.7 < other->y + other->size * 0.18 &&
              other->y - other->size * 0.7 < mark->y + mark->size * 0.18)
            g_error ("“%s” (%.1f, %.1f, %.1f) lies on “%s” (%.1f, %.1f, %.1f) in %.0f × %.0f",
                     mark->text, mark->x, mark->y, mark->width, other->text, other->x, other->y,
                     other->width, scene->width, scene->height);
        }
      g_ptr_array_add (texts, (gpointer) mark);
    }
}

/* Every bar is as long as its value says, by one measure for the whole chart. */
static void
assert_lengths (const AnsChart *chart, const AnsScene *scene)
{
  gboolean upright = chart->kind == ANS_CHART_COLUMNS || chart->kind == ANS_CHART_STACKED_COLUMNS;
  double measure = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);
      const AnsRegion *region;
      double length, value;

      if (mark->region == 0 || mark->kind != ANS_MARK_RECT)
        continue;
      region = ans_scene_get_region (scene, mark->region - 1);
      value = fabs ((double) ans_chart_get_value (chart, region->series, region->category));
      length = upright ? mark->height : mark->width;
      g_assert_cmpfloat (value, >, 0);
      if (length < 3)
        continue;
      if (measure <= 0)
        measure = length / value;
      g_assert_cmpfloat_with_epsilon (length / value / measure, 1, 1e-6);
    }
}

/* What is known can be pointed at, and says itself. */
static void
assert_regions (const AnsChart *chart, const AnsScene *scene)
{
  guint known = 0;

  for (guint s = 0; s < chart->series->len; s++)
    for (guint c = 0; c < chart->categories->len; c++)
      if (ans_chart_get_value (chart, s, c) != ANS_CHART_MISSING)
        known++;
  if (ans_scene_get_n_regions (scene) == 0)
    return; /* no room for any data, or none */
  g_assert_cmpuint (ans_scene_get_n_regions (scene), >=, known);
  for (guint i = 0; i < ans_scene_get_n_regions (scene); i++)
    {
      const AnsRegion *region = ans_scene_get_region (scene, i);
      g_autofree char *label = ans_chart_describe_value (chart, region->series, region->category);

      g_assert_cmpstr (region->label, ==, label);
      if (region->width > 0.1 && region->height > 0.1)
        g_assert_cmpint (ans_scene_region_at (scene, region->x + region->width / 2,
                                              region->y + region->height / 2),
                         >=, 0);
    }
}

static void
test_golden (void)
{
  SampleChart samples[N_SAMPLE_CHARTS];
  guint n = sample_charts (samples);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsScene) light = ans_chart_layout (samples[i].chart, 640, 400, ANS_THEME_LIGHT);
      g_autoptr (AnsScene) print = ans_chart_layout (samples[i].chart, 640, 400, ANS_THEME_PRINT);
      g_autofree char *print_name = g_strconcat (samples[i].name, "-print", NULL);

      compare_golden (light, samples[i].name);
      compare_golden (print, print_name);
      ans_chart_free (samples[i].chart);
    }
}

/* The same samples on all the sizes that the program has, where nothing may collide. */
static void
test_samples_fit (void)
{
  static const double sizes[][2] = {
    { 300, 200 }, { 360, 240 },   { 392, 300 }, { 640, 400 },
    { 900, 500 }, { 1920, 1080 }, { 400, 700 },
  };
  SampleChart samples[N_SAMPLE_CHARTS];
  guint n = sample_charts (samples);

  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          g_autoptr (AnsScene) scene =
              ans_chart_layout (samples[i].chart, sizes[k][0], sizes[k][1], ANS_THEME_DARK);

          g_test_message ("%s, %.0f × %.0f", samples[i].name, sizes[k][0], sizes[k][1]);
          assert_texts (scene, ANS_CHART_FONT_MIN);
        }
      ans_chart_free (samples[i].chart);
    }
}

static char *
random_words (GRand *random, int most)
{
  static const char *const words[] = { "thôn", "Hồng", "Kỳ",   "người", "khuyết", "tật", "đặc",
                                       "biệt", "nặng", "2022", "hộ",    "nghèo",  "Ấp",  "x" };
  GString *out = g_string_new (NULL);

  for (int i = g_rand_int_range (random, 1, most); i > 0; i--)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (out, FALSE);
}

static AnsChart *
random_chart (GRand *random, gboolean *positive)
{
  AnsChartKind kind = (AnsChartKind) g_rand_int_range (random, 0, ANS_N_CHART_KINDS);
  g_autofree char *title = random_words (random, 20);
  g_autofree char *source = random_words (random, 12);
  gboolean one = kind == ANS_CHART_DONUT || kind == ANS_CHART_PROGRESS || kind == ANS_CHART_TILES;
  gboolean pair = kind == ANS_CHART_PYRAMID;
  int n_series = one ? 1 : pair ? 2 : g_rand_int_range (random, 1, 6);
  int n = g_rand_int_range (random, 0, 8) == 0 ? g_rand_int_range (random, 0, 61)
                                               : g_rand_int_range (random, 1, 13);
  gint64 most = (gint64) pow (10, g_rand_double_range (random, 0, 10));
  gboolean negative = !one && !pair && g_rand_int_range (random, 0, 4) == 0;
  AnsChart *chart = ans_chart_new (kind, title, g_rand_boolean (random) ? "%" : "người",
                                   g_rand_int_range (random, 0, 3));

  *positive = !negative;
  ans_chart_set_source (chart, source);
  if (g_rand_boolean (random))
    ans_chart_set_subtitle (chart, title);
  for (int c = 0; c < n; c++)
    {
      g_autofree char *label = random_words (random, g_rand_boolean (random) ? 3 : 9);

      ans_chart_add_category (chart, label);
      if (g_rand_int_range (random, 0, 5) == 0)
        ans_chart_set_highlight (chart, (guint) c);
      if (n_series == 1 && (kind == ANS_CHART_PROGRESS || g_rand_boolean (random)))
        ans_chart_set_category_target (chart, (guint) c,
                                       (gint64) g_rand_double_range (random, 0, (double) most + 1));
      if (kind == ANS_CHART_PROGRESS && g_rand_boolean (random))
        ans_chart_set_category_expected (
            chart, (guint) c, (gint64) g_rand_double_range (random, 0, (double) most + 1));
      if (kind == ANS_CHART_LINE && g_rand_int_range (random, 0, 6) == 0)
        ans_chart_set_break (chart, (guint) c, "chuẩn mới");
    }
  for (int s = 0; s < n_series; s++)
    {
      g_autofree char *name = random_words (random, 6);

      ans_chart_add_series (chart, name);
      for (int c = 0; c < n; c++)
        if (g_rand_int_range (random, 0, 8) != 0)
          ans_chart_set_value (
              chart, (guint) s, (guint) c,
              (gint64) g_rand_double_range (random, negative ? -(double) most : 0, (double) most));
    }
  if (g_rand_int_range (random, 0, 3) == 0)
    ans_chart_set_target (chart, (gint64) g_rand_double_range (random, 0, (double) most), NULL);
  if (kind == ANS_CHART_LINE && g_rand_int_range (random, 0, 3) == 0)
    ans_chart_set_band (chart, most / 4, most / 2, "mức phấn đấu");
  return chart;
}

static void
test_properties (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);
  const guint rounds = g_test_thorough () ? 20000 : 2500;

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < rounds; round++)
    {
      gboolean positive;
      g_autoptr (AnsChart) chart = random_chart (random, &positive);
      double width = g_rand_int_range (random, 300, 1921);
      double height = g_rand_int_range (random, 200, 1081);
      g_autoptr (AnsScene) scene = NULL;
      g_autofree char *words = ans_chart_describe (chart);
      g_autoptr (AnsChartTable) table = ans_chart_table (chart);
      g_autofree char *csv = ans_chart_table_to_text (table, ";");

      g_test_message ("seed %u, round %u: %s, %u × %u, %.0f × %.0f", seed, round,
                      ans_chart_kind_to_name (chart->kind), chart->series->len,
                      chart->categories->len, width, height);
      scene = ans_chart_layout (chart, width, height, ANS_THEME_LIGHT);
      assert_texts (scene, ANS_CHART_FONT_MIN);
      if (chart->kind != ANS_CHART_DONUT)
        assert_regions (chart, scene);
      if (chart->kind == ANS_CHART_BARS || chart->kind == ANS_CHART_COLUMNS ||
          chart->kind == ANS_CHART_STACKED_BARS || chart->kind == ANS_CHART_STACKED_COLUMNS ||
          chart->kind == ANS_CHART_PYRAMID)
        assert_lengths (chart, scene);
      g_assert_true (g_utf8_validate (words, -1, NULL));
      g_assert_true (g_str_has_suffix (words, "."));
      g_assert_cmpuint (table->rows->len, ==, chart->categories->len);
    }
  g_rand_free (random);
}

static void
test_axis (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 20000; round++)
    {
      double size = pow (10, g_rand_double_range (random, -2, 12));
      double low = g_rand_double_range (random, -size, size);
      double high = g_rand_int_range (random, 0, 10) == 0
                        ? low
                        : low + g_rand_double_range (random, 0, 2 * size);
      gboolean zero = g_rand_boolean (random);
      guint wanted = (guint) g_rand_int_range (random, 2, 9);
      double finest = pow (10, -g_rand_int_range (random, 0, 3));
      double mantissa, slack = 1e-6 * MAX (size, 1);
      AnsAxis axis;

      ans_axis_init (&axis, low, high, zero, wanted, finest);
      g_assert_cmpfloat (axis.low, <=, low + slack);
      g_assert_cmpfloat (axis.high, >=, high - slack);
      g_assert_cmpfloat (axis.high, >, axis.low);
      if (zero)
        {
          g_assert_cmpfloat (axis.low, <=, 0);
          g_assert_cmpfloat (axis.high, >=, 0);
        }
      g_assert_cmpuint (axis.n, >=, 2);
      g_assert_cmpuint (axis.n, <=, wanted + 2);
      g_assert_cmpfloat_with_epsilon (ans_axis_tick (&axis, axis.n - 1), axis.high, slack);
      mantissa = axis.step / pow (10, floor (log10 (axis.step) + 1e-9));
      g_assert_true (fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 ||
                     fabs (mantissa - 5) < 1e-6);
      g_assert_cmpfloat (axis.step, >=, finest - 1e-12);
    }
  g_rand_free (random);
}

static void
assert_tick (double low, double high, const char *unit, guint tick, const char *expected)
{
  g_autoptr (AnsChart) chart = ans_chart_new (ANS_CHART_COLUMNS, NULL, unit, 2);
  g_autofree char *text = NULL;
  AnsAxis axis;

  ans_axis_init (&axis, low, high, TRUE, 5, 0.01);
  text = ans_axis_format (&axis, chart, tick);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_axis_numbers (void)
{
  assert_tick (0, 5, "%", 1, "1%");
  assert_tick (0, 1, "%", 1, "0,2%");
  assert_tick (0, 4800, "hộ", 1, "1.000");
  assert_tick (0, 1204500000, "đồng", 1, "0,5 tỷ");
  assert_tick (0, 183960000, "đồng", 1, "50 triệu");
  assert_tick (-40, 40, "hộ", 0, "-40");
}

static void
test_words (void)
{
  g_autoptr (AnsChart) poor = sample_poor (ANS_CHART_BARS);
  g_autoptr (AnsChart) trend = sample_trend ();
  g_autoptr (AnsChart) plain = sample_plain (ANS_CHART_COLUMNS);
  g_autoptr (AnsChart) none = ans_chart_new (ANS_CHART_DONUT, NULL, NULL, 0);
  g_autoptr (AnsChartTable) table = ans_chart_table (poor);
  g_autofree char *poor_words = ans_chart_describe (poor);
  g_autofree char *trend_words = ans_chart_describe (trend);
  g_autofree char *plain_words = ans_chart_describe (plain);
  g_autofree char *none_words = ans_chart_describe (none);
  g_autofree char *datum = ans_chart_describe_value (poor, 0, 3);
  g_autofree char *missing = ans_chart_describe_value (plain, 0, 4);
  g_autofree char *csv = ans_chart_table_to_text (table, ";");

  g_assert_cmpstr (poor_words, ==,
                   "Biểu đồ thanh ngang “Hộ nghèo giảm theo thôn”: 7 mục; cao nhất Bắc Sơn 8 hộ, "
                   "thấp nhất Tân Tiến 3 hộ; cần chú ý: Xuân Phụ, Tân Tiến.");
  g_assert_cmpstr (trend_words, ==,
                   "Biểu đồ đường “Tỷ lệ hộ nghèo đã giảm 1,3 điểm, cần giảm 2,3 điểm”: 11 mốc; Tỷ "
                   "lệ hộ nghèo từ 4,60% (31/12/21) xuống 3,29% (hiện nay, 20/9); nếu "
                   "giữ nhịp hiện nay: 2,78% (31/12/22); mục tiêu cuối năm 2,30%.");
  g_assert_cmpstr (plain_words, ==,
                   "Biểu đồ cột “Số hộ nghèo theo thôn”: 7 mục; cao nhất Hồng Kỳ 21 hộ, thấp nhất "
                   "Xuân Phụ 0 hộ; cần chú ý: Hồng Kỳ; 1 mục chưa có số liệu.");
  g_assert_cmpstr (none_words, ==, "Biểu đồ vành khuyên: 0 mục, chưa có số liệu.");
  g_assert_cmpstr (datum, ==, "Xuân Phụ, đã giảm: 4 hộ, chỉ tiêu 9 hộ");
  g_assert_cmpstr (missing, ==, "Đông Hải: chưa có số liệu");
  g_assert_true (g_str_has_prefix (csv, "Mục;đã giảm (hộ);Chỉ tiêu\nBắc Sơn;8;13\n"));
}

static void
test_table_quotes (void)
{
  g_autoptr (AnsChart) chart = ans_chart_new (ANS_CHART_BARS, NULL, "%", 1);
  g_autoptr (AnsChartTable) table = NULL;
  g_autofree char *text = NULL;

  ans_chart_add_series (chart, NULL);
  ans_chart_add_category (chart, "một; \"hai\"");
  ans_chart_add_category (chart, "ba");
  ans_chart_set_value (chart, 0, 0, 12345);
  table = ans_chart_table (chart);
  text = ans_chart_table_to_text (table, ";");
  g_assert_cmpstr (text, ==, "Mục;Giá trị (%)\n\"một; \"\"hai\"\"\";1.234,5\nba;\n");
}

/* No number is written across the line of a target, however many bars stand beside each other. */
static void
test_target_line (void)
{
  for (guint n_series = 1; n_series <= 3; n_series += 2)
    for (gint64 target = -40; target <= 60; target += 5)
      {
        g_autoptr (AnsChart) chart = ans_chart_new (ANS_CHART_BARS, "Theo thôn", "hộ", 0);
        g_autoptr (AnsScene) scene = NULL;
        double line = NAN;

        for (guint s = 0; s < n_series; s++)
          ans_chart_add_series (chart, "Số hộ");
        for (guint c = 0; c < 12; c++)
          {
            ans_chart_add_category (chart, "Thôn");
            for (guint s = 0; s < n_series; s++)
              ans_chart_set_value (chart, s, c, (gint64) (c * 9 + s * 4) - 44);
          }
        ans_chart_set_target (chart, target, NULL);
        scene = ans_chart_layout_bare (chart, 640, 800, 13, ANS_THEME_LIGHT);
        for (guint i = 0; i < scene->marks->len; i++)
          {
            const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

            if (mark->kind == ANS_MARK_LINE && mark->paint.line >= 2)
              line = mark->x;
          }
        g_assert_false (isnan (line));
        for (guint i = 0; i < scene->marks->len; i++)
          {
            const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

            if (mark->kind == ANS_MARK_TEXT && g_ascii_strtoll (mark->text, NULL, 10) != 0 &&
                line > mark->x && line < mark->x + mark->width)
              g_error ("“%s” lies under the line of %d", mark->text, (int) target);
          }
      }
}

/* A gap stays a gap: no line runs over a missing value or a change of standard. */
static void
test_line_gaps (void)
{
  g_autoptr (AnsChart) chart = sample_years ();
  g_autoptr (AnsScene) scene = ans_chart_layout (chart, 640, 400, ANS_THEME_LIGHT);
  guint runs = 0, points = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind != ANS_MARK_POLYLINE)
        continue;
      runs++;
      points += mark->n_points;
    }
  /* 2016–2018 and 2021–2023; 2020 stands alone between a gap and the new standard */
  g_assert_cmpuint (runs, ==, 2);
  g_assert_cmpuint (points, ==, 6);
}

static void
test_shares_add_up (void)
{
  g_autoptr (AnsChart) chart = sample_donut (10);
  g_autoptr (AnsScene) scene = ans_chart_layout (chart, 640, 400, ANS_THEME_LIGHT);
  double angle = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind != ANS_MARK_WEDGE)
        continue;
      g_assert_cmpfloat_with_epsilon (mark->from, angle, 1e-9);
      angle = mark->to;
    }
  g_assert_cmpfloat_with_epsilon (angle, 2 * G_PI, 1e-9);
}

static void
test_kind_names (void)
{
  AnsChartKind kind;

  for (guint i = 0; i < ANS_N_CHART_KINDS; i++)
    {
      g_assert_true (ans_chart_kind_from_name (ans_chart_kind_to_name ((AnsChartKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ans_chart_kind_from_name ("pie-in-the-sky", &kind));
}

static void
test_slides (void)
{
  static const char *const themes[] = { "light", "dark", "print", "contrast" };

  for (guint t = 0; t < ANS_N_THEMES; t++)
    {
      g_autoptr (AnsDeck) deck = sample_deck ((AnsTheme) t);
      guint found = 0;

      g_assert_cmpuint (ans_deck_get_n_slides (deck), ==, 8);
      g_assert_true (ans_deck_find (deck, "2.3.2", &found));
      g_assert_cmpuint (found, ==, 1);
      g_assert_true (ans_deck_find (deck, "Việc làm, đào tạo nghề", &found));
      g_assert_cmpuint (found, ==, 5);
      g_assert_false (ans_deck_find (deck, "2.3.9", NULL));
      g_assert_cmpstr (ans_deck_get_title (deck, 1), ==, "Số hộ nghèo giảm trong năm");
      for (guint i = 0; i < ans_deck_get_n_slides (deck); i++)
        {
          const AnsScene *scene = ans_deck_get_scene (deck, i);
          g_autofree char *name = g_strdup_printf ("slide-%u-%s", i + 1, themes[t]);

          /* 28 px of 1080 is what can be read at ten metres on a wall of two */
          assert_texts (scene, 28);
          if (t == ANS_THEME_LIGHT || t == ANS_THEME_PRINT)
            compare_golden (scene, name);
        }
    }
}

/* The slides of random words: nothing may collide either. */
static void
test_slide_properties (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (AnsDeck) deck = NULL;
      g_autofree char *unit = random_words (random, 5), *plan = random_words (random, 5);
      g_autofree char *source = random_words (random, 40), *name = random_words (random, 30);
      g_autofree char *area = random_words (random, 12), *closing = random_words (random, 40);
      g_autofree char *verdict = random_words (random, 6), *remark = random_words (random, 15);
      g_autofree char *target = random_words (random, 8);
      g_autoptr (AnsChart) chart =
          sample_many (ANS_CHART_BARS, (guint) g_rand_int_range (random, 1, 30));
      AnsSlideRow rows[20];
      AnsSlideTask tasks[20];
      guint n = (guint) g_rand_int_range (random, 0, 20);
      AnsSlideIndicator indicator = {
        .area = area,
        .code = "2.3.2",
        .name = name,
        .value = g_rand_boolean (random) ? "1.234.567" : "7",
        .target = g_rand_boolean (random) ? target : "65 hộ",
        .state = (AnsState) g_rand_int_range (random, 0, ANS_N_STATES),
        .verdict = verdict,
        .remark = remark,
        .done = g_rand_double_range (random, 0, 2),
        .expected = g_rand_double_range (random, 0, 1),
        .expected_text = "lẽ ra 47 hộ",
        .target_text = "65",
        .closing = closing,
        .chart = g_rand_boolean (random) ? chart : NULL,
        .chart_title = remark,
      };

      g_test_message ("seed %u, round %u", seed, round);
      for (guint i = 0; i < n; i++)
        {
          rows[i] = (AnsSlideRow) {
            name,    "2.207.520.000", "1.655.640.000", (AnsState) (i % ANS_N_STATES),
            verdict, i % 3 == 1
          };
          tasks[i] = (AnsSlideTask) { i % 4 == 0 ? NULL : "14/10", closing, area,
                                      (AnsState) (i % ANS_N_STATES), verdict };
        }
      deck = ans_deck_new (unit, plan, source, ANS_THEME_LIGHT);
      ans_deck_add_title (deck, name, remark, NULL, NULL);
      ans_deck_add_indicator (deck, &indicator);
      ans_deck_add_area (deck, area, rows, n, closing);
      ans_deck_add_tasks (deck, name, tasks, n);
      ans_deck_finish (deck);
      for (guint i = 0; i < ans_deck_get_n_slides (deck); i++)
        assert_texts (ans_deck_get_scene (deck, i), 24);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* a face that every test machine has */
  ans_text_shaper_set_sans_families ("Liberation Sans");
  g_test_add_func ("/chart/golden", test_golden);
  g_test_add_func ("/chart/samples-fit", test_samples_fit);
  g_test_add_func ("/chart/properties", test_properties);
  g_test_add_func ("/chart/axis", test_axis);
  g_test_add_func ("/chart/axis-numbers", test_axis_numbers);
  g_test_add_func ("/chart/words", test_words);
  g_test_add_func ("/chart/target-line", test_target_line);
  g_test_add_func ("/chart/table-quotes", test_table_quotes);
  g_test_add_func ("/chart/line-gaps", test_line_gaps);
  g_test_add_func ("/chart/shares-add-up", test_shares_add_up);
  g_test_add_func ("/chart/kind-names", test_kind_names);
  g_test_add_func ("/slide/golden", test_slides);
  g_test_add_func ("/slide/properties", test_slide_properties);
  return g_test_run ();
}
