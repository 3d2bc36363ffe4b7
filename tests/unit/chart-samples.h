/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts for tests, pictures and measuring. Every village's number in them is invented. */
#pragma once

#include "chart/ans-chart-layout.h"

#define SAMPLE_SOURCE "Nguồn: UBND xã, tính đến 20/9/2022 (dữ liệu mẫu)"

static const char *const sample_villages[] = { "Bắc Sơn",  "Hợp Tân",  "Hồng Kỳ",  "Xuân Phụ",
                                               "Đông Hải", "Tân Tiến", "Phú Cường" };

static inline AnsChart *
sample_poor (AnsChartKind kind)
{
  static const int done[] = { 8, 7, 5, 4, 5, 3, 5 }, targets[] = { 13, 10, 10, 9, 8, 8, 7 };
  AnsChart *chart = ans_chart_new (kind, "Hộ nghèo giảm theo thôn", "hộ", 0);

  ans_chart_set_subtitle (chart, "Đã giảm / chỉ tiêu giao");
  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "đã giảm");
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    {
      ans_chart_add_category (chart, sample_villages[i]);
      ans_chart_set_value (chart, 0, i, done[i]);
      ans_chart_set_category_target (chart, i, targets[i]);
    }
  ans_chart_set_highlight (chart, 3);
  ans_chart_set_highlight (chart, 5);
  return chart;
}

static inline AnsChart *
sample_plain (AnsChartKind kind)
{
  static const int values[] = { 16, 14, 21, 0, 12, 9, 21 };
  AnsChart *chart = ans_chart_new (kind, "Số hộ nghèo theo thôn", "hộ", 0);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      ans_chart_add_category (chart, sample_villages[i]);
      ans_chart_set_value (chart, 0, i, i == 4 ? ANS_CHART_MISSING : values[i]);
    }
  ans_chart_set_highlight (chart, 2);
  return chart;
}

static inline AnsChart *
sample_groups (AnsChartKind kind, guint n_series)
{
  static const char *const names[] = { "Hộ nghèo", "Hộ cận nghèo", "Thoát nghèo",
                                       "Tái nghèo, phát sinh", "Hộ mới chuyển đến" };
  static const int values[][7] = { { 16, 14, 11, 16, 12, 9, 15 },
                                   { 21, 18, 25, 9, 17, 12, 16 },
                                   { 8, 7, 5, 4, 5, 3, 5 },
                                   { 1, 0, 2, 1, 0, 3, 1 },
                                   { 3, 2, 4, 1, 6, 2, 2 } };
  AnsChart *chart = ans_chart_new (kind, "Hộ nghèo và hộ cận nghèo", "hộ", 0);

  ans_chart_set_subtitle (chart, "Theo thôn, chuẩn 2022–2025");
  ans_chart_set_source (chart, SAMPLE_SOURCE);
  for (guint s = 0; s < n_series; s++)
    {
      ans_chart_add_series (chart, names[s]);
      for (guint i = 0; i < G_N_ELEMENTS (sample_villages); i++)
        {
          if (s == 0)
            ans_chart_add_category (chart, sample_villages[i]);
          ans_chart_set_value (chart, s, i, values[s][i]);
        }
    }
  return chart;
}

/* The rate over a year with what it comes to if nothing changes; days of the year as positions. */
static inline AnsChart *
sample_trend (void)
{
  static const struct
  {
    const char *label;
    int day, value;
  } points[] = { { "31/12/21", 0, 460 }, { "T1", 31, 460 },      { "T2", 59, 445 },
                 { "T3", 90, 432 },      { "T4", 120, 421 },     { "T5", 151, 401 },
                 { "T6", 181, 382 },     { "T7", 212, 362 },     { "T8", 243, 347 },
                 { "20/9", 263, 329 },   { "31/12/22", 365, -1 } };
  AnsChart *chart =
      ans_chart_new (ANS_CHART_LINE, "Tỷ lệ hộ nghèo đã giảm 1,3 điểm, cần giảm 2,3 điểm", "%", 2);
  guint n = G_N_ELEMENTS (points);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "Tỷ lệ hộ nghèo");
  ans_chart_add_series (chart, "Nếu giữ nhịp hiện nay");
  ans_chart_set_forecast (chart, 1);
  for (guint i = 0; i < n; i++)
    {
      ans_chart_add_category (chart, points[i].label);
      ans_chart_set_category_position (chart, i, points[i].day);
      if (points[i].value >= 0)
        ans_chart_set_value (chart, 0, i, points[i].value);
    }
  ans_chart_set_value (chart, 1, n - 2, 329);
  ans_chart_set_value (chart, 1, n - 1, 278);
  ans_chart_set_highlight (chart, n - 2);
  ans_chart_set_target (chart, 230, "Mục tiêu cuối năm");
  return chart;
}

/* Years on both sides of a change of standard, one without a number, and a band. */
static inline AnsChart *
sample_years (void)
{
  static const int values[] = { 820, 655, 510, -1, 312, 790, 640, 460 };
  AnsChart *chart = ans_chart_new (ANS_CHART_LINE, "Tỷ lệ hộ nghèo qua các năm", "%", 2);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2016 + i);

      ans_chart_add_category (chart, year);
      if (values[i] >= 0)
        ans_chart_set_value (chart, 0, i, values[i]);
    }
  ans_chart_set_break (chart, 5, "chuẩn nghèo mới");
  ans_chart_set_band (chart, 200, 350, "mức phấn đấu của huyện");
  return chart;
}

static inline AnsChart *
sample_lines (void)
{
  AnsChart *chart = ans_chart_new (ANS_CHART_LINE, "Người hưởng trợ cấp theo nhóm", "người", 0);
  static const char *const names[] = { "Người cao tuổi", "Người khuyết tật",
                                       "Trẻ em không nguồn nuôi dưỡng", "Đơn thân nuôi con" };
  static const int starts[] = { 190, 120, 18, 22 };

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  for (guint s = 0; s < G_N_ELEMENTS (names); s++)
    {
      ans_chart_add_series (chart, names[s]);
      for (guint i = 0; i < 9; i++)
        {
          g_autofree char *month = g_strdup_printf ("T%u", i + 1);

          if (s == 0)
            ans_chart_add_category (chart, month);
          ans_chart_set_value (chart, s, i, starts[s] + (int) (i * (s + 1) * 7 % 23) - (int) s);
        }
    }
  return chart;
}

static inline AnsChart *
sample_donut (guint n)
{
  static const char *const names[] = { "Người cao tuổi từ đủ 80 tuổi",
                                       "Người khuyết tật đặc biệt nặng",
                                       "Người khuyết tật nặng",
                                       "Đơn thân nghèo nuôi con",
                                       "Trẻ em không nguồn nuôi dưỡng",
                                       "Người nhiễm HIV thuộc hộ nghèo",
                                       "Nhận chăm sóc, nuôi dưỡng",
                                       "Trẻ dưới 3 tuổi hộ nghèo",
                                       "Khác",
                                       "Chưa phân loại" };
  static const int values[] = { 143, 38, 96, 22, 17, 4, 25, 3, 2, 1 };
  AnsChart *chart =
      ans_chart_new (ANS_CHART_DONUT, "351 người hưởng trợ cấp hằng tháng", "người", 0);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "");
  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (names)); i++)
    {
      ans_chart_add_category (chart, names[i]);
      ans_chart_set_value (chart, 0, i, values[i]);
    }
  return chart;
}

static inline AnsChart *
sample_progress (void)
{
  static const struct
  {
    const char *name;
    int value, target, expected;
  } rows[] = { { "Lao động có việc làm mới", 96, 120, 86 },
               { "– trong đó: xuất khẩu lao động", 23, 40, 29 },
               { "Tuyển sinh đào tạo, truyền nghề", 214, 210, 151 },
               { "Số hộ nghèo giảm trong năm", 37, 65, 47 },
               { "Xây nhà tình nghĩa", -1, 4, 3 } };
  AnsChart *chart = ans_chart_new (ANS_CHART_PROGRESS, "Tiến độ các chỉ tiêu", NULL, 0);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "thực hiện");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ans_chart_add_category (chart, rows[i].name);
      if (rows[i].value >= 0)
        ans_chart_set_value (chart, 0, i, rows[i].value);
      ans_chart_set_category_target (chart, i, rows[i].target);
      ans_chart_set_category_expected (chart, i, rows[i].expected);
    }
  return chart;
}

static inline AnsChart *
sample_pyramid (guint n)
{
  AnsChart *chart = ans_chart_new (ANS_CHART_PYRAMID, "Dân số theo tuổi và giới tính", "người", 0);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "Nam");
  ans_chart_add_series (chart, "Nữ");
  for (guint i = 0; i < n; i++)
    {
      guint step = n > 20 ? 1 : 5;
      g_autofree char *label = n > 20       ? g_strdup_printf ("%u", i)
                               : i + 1 == n ? g_strdup_printf ("%u+", i * step)
                                            : g_strdup_printf ("%u–%u", i * step, i * step + 4);
      guint bulge = (i * 37 % 11) * 7;

      ans_chart_add_category (chart, label);
      ans_chart_set_value (chart, 0, i, (gint64) (420 - 400 * i / n + bulge));
      ans_chart_set_value (chart, 1, i, (gint64) (400 - 350 * i / n + bulge));
    }
  return chart;
}

static inline AnsChart *
sample_many (AnsChartKind kind, guint n)
{
  AnsChart *chart = ans_chart_new (kind, "Rất nhiều mục", "người", 0);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Thôn số %u", i + 1);

      ans_chart_add_category (chart, label);
      ans_chart_set_value (chart, 0, i, (gint64) ((i + 5) * 7919 % 97));
    }
  return chart;
}

static inline AnsChart *
sample_negative (AnsChartKind kind)
{
  static const int values[] = { 12, -35, 0, 48, -7, 20, -52 };
  AnsChart *chart = ans_chart_new (kind, "Tăng, giảm so với cùng kỳ năm trước", "%", 1);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      ans_chart_add_category (chart, sample_villages[i]);
      ans_chart_set_value (chart, 0, i, values[i]);
    }
  return chart;
}

static inline AnsChart *
sample_money (AnsChartKind kind)
{
  static const gint64 values[] = { 183960000, 181440000, 176300000, 1204500000 };
  static const char *const names[] = {
    "Chi trợ giúp xã hội hằng tháng theo Nghị định của Chính phủ",
    "Chi thường xuyên cho người có công với cách mạng trên địa "
    "bàn toàn xã và các thôn",
    "Mai táng phí", "Cộng"
  };
  AnsChart *chart = ans_chart_new (
      kind,
      "Kinh phí đã chi trả cho các đối tượng trên địa bàn xã từ đầu năm đến nay theo nguồn "
      "và theo nội dung chi của Nhà nước",
      "đồng", 0);

  ans_chart_set_source (chart, SAMPLE_SOURCE);
  ans_chart_add_series (chart, "");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      ans_chart_add_category (chart, names[i]);
      ans_chart_set_value (chart, 0, i, values[i]);
    }
  return chart;
}

typedef struct
{
  const char *name;
  AnsChart *chart;
} SampleChart;

#define N_SAMPLE_CHARTS 30

/* All of them; free with ans_chart_free(). */
static inline guint
sample_charts (SampleChart samples[N_SAMPLE_CHARTS])
{
  guint n = 0;

  samples[n++] = (SampleChart) { "bars-targets", sample_poor (ANS_CHART_BARS) };
  samples[n++] = (SampleChart) { "bars", sample_plain (ANS_CHART_BARS) };
  samples[n++] = (SampleChart) { "columns", sample_plain (ANS_CHART_COLUMNS) };
  samples[n++] = (SampleChart) { "columns-targets", sample_poor (ANS_CHART_COLUMNS) };
  samples[n++] = (SampleChart) { "grouped-bars", sample_groups (ANS_CHART_BARS, 2) };
  samples[n++] = (SampleChart) { "grouped-columns", sample_groups (ANS_CHART_COLUMNS, 3) };
  samples[n++] = (SampleChart) { "stacked-bars", sample_groups (ANS_CHART_STACKED_BARS, 3) };
  samples[n++] = (SampleChart) { "stacked-columns", sample_groups (ANS_CHART_STACKED_COLUMNS, 5) };
  samples[n++] = (SampleChart) { "share-bars", sample_groups (ANS_CHART_SHARE_BARS, 4) };
  samples[n++] = (SampleChart) { "share-columns", sample_groups (ANS_CHART_SHARE_COLUMNS, 2) };
  samples[n++] = (SampleChart) { "line-trend", sample_trend () };
  samples[n++] = (SampleChart) { "line-years", sample_years () };
  samples[n++] = (SampleChart) { "lines", sample_lines () };
  samples[n++] = (SampleChart) { "donut", sample_donut (4) };
  samples[n++] = (SampleChart) { "donut-many", sample_donut (10) };
  samples[n++] = (SampleChart) { "progress", sample_progress () };
  samples[n++] = (SampleChart) { "pyramid", sample_pyramid (17) };
  samples[n++] = (SampleChart) { "pyramid-years", sample_pyramid (90) };
  samples[n++] = (SampleChart) { "tiles", sample_poor (ANS_CHART_TILES) };
  samples[n++] = (SampleChart) { "tiles-many", sample_many (ANS_CHART_TILES, 60) };
  samples[n++] = (SampleChart) { "bars-60", sample_many (ANS_CHART_BARS, 60) };
  samples[n++] = (SampleChart) { "columns-60", sample_many (ANS_CHART_COLUMNS, 60) };
  samples[n++] = (SampleChart) { "bars-negative", sample_negative (ANS_CHART_BARS) };
  samples[n++] = (SampleChart) { "columns-negative", sample_negative (ANS_CHART_COLUMNS) };
  samples[n++] = (SampleChart) { "bars-money", sample_money (ANS_CHART_BARS) };
  samples[n++] = (SampleChart) { "columns-money", sample_money (ANS_CHART_COLUMNS) };
  samples[n++] = (SampleChart) { "bars-one", sample_many (ANS_CHART_BARS, 1) };
  samples[n++] = (SampleChart) { "columns-one", sample_many (ANS_CHART_COLUMNS, 1) };
  samples[n++] = (SampleChart) { "line-one", sample_many (ANS_CHART_LINE, 1) };
  samples[n++] =
      (SampleChart) { "columns-none", ans_chart_new (ANS_CHART_COLUMNS, "Chưa có gì", "hộ", 0) };
  return n;
}
