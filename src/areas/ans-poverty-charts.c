/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of poverty reduction, of its summaries by village: domain.md §6.6. */
#include <glib/gi18n.h>

#include "areas/ans-poverty.h"

#define NOT_POOR "Hộ không nghèo"

static const AnsAreaChartPart classes[] = {
  { "poor-end", "Hộ nghèo" }, { "near-poor", "Hộ cận nghèo" }, { NULL },
};
static const AnsAreaChartPart rate[] = { { "poor-end-rate", "Tỷ lệ hộ nghèo" }, { NULL } };
static const AnsAreaChartPart year[] = {
  { "poor-start", "Đầu kỳ" },    { "exits", "Thoát nghèo" },  { "other-out", "Giảm khác" },
  { "relapses", "Tái nghèo" },   { "new", "Phát sinh" },      { "other-in", "Tăng khác" },
  { "poor-end", "Hiện nay" },    { NULL },
};
static const AnsAreaChartPart moves[] = {
  { "exits", "Thoát nghèo" }, { "relapses", "Tái nghèo" }, { "new", "Phát sinh" }, { NULL },
};
static const AnsAreaChartPart lacks[] = {
  { "lack-1", "Việc làm" },           { "lack-2", "Người phụ thuộc trong hộ" },
  { "lack-3", "Dinh dưỡng" },         { "lack-4", "Bảo hiểm y tế" },
  { "lack-5", "Giáo dục người lớn" }, { "lack-6", "Trẻ em đi học" },
  { "lack-7", "Chất lượng nhà ở" },   { "lack-8", "Diện tích nhà ở" },
  { "lack-9", "Nguồn nước" },         { "lack-10", "Nhà tiêu hợp vệ sinh" },
  { "lack-11", "Dịch vụ viễn thông" }, { "lack-12", "Phương tiện thông tin" },
  { NULL },
};

const AnsAreaChart ans_poverty_charts[] = {
  { "poverty-households", "Hộ nghèo, hộ cận nghèo trong tổng số hộ", NULL,
    N_ ("Households by class"), "donut", ANS_AREA_CHART_PARTS, &ans_poverty_table_by_village,
    .parts = classes, .whole = "households", .rest = NOT_POOR, .unit = "hộ" },
  { "poverty-classes", "Hộ nghèo và hộ cận nghèo theo thôn", NULL,
    N_ ("Poor and near-poor by village"), "stacked-bars", ANS_AREA_CHART_VILLAGES,
    &ans_poverty_table_by_village, .parts = classes, .unit = "hộ" },
  { "poverty-classes-share", "Tỷ trọng hộ nghèo, hộ cận nghèo theo thôn",
    "Trong tổng số hộ của thôn", N_ ("Shares of the classes by village"), "share-bars",
    ANS_AREA_CHART_VILLAGES, &ans_poverty_table_by_village, .parts = classes,
    .whole = "households", .rest = NOT_POOR, .unit = "hộ" },
  { "poverty-rate", "Tỷ lệ hộ nghèo theo thôn", NULL, N_ ("Poverty rate by village"), "tiles",
    ANS_AREA_CHART_VILLAGES, &ans_poverty_table_by_village, .parts = rate, .unit = "%" },
  { "poverty-year", "Diễn biến hộ nghèo từ đầu kỳ đến nay", NULL, N_ ("Movements of the year"),
    "columns", ANS_AREA_CHART_PARTS, &ans_poverty_table_by_village, .parts = year, .unit = "hộ" },
  { "poverty-movements", "Thoát nghèo, tái nghèo, phát sinh theo thôn", NULL,
    N_ ("Movements by village"), "bars", ANS_AREA_CHART_VILLAGES, &ans_poverty_table_by_village,
    .parts = moves, .unit = "hộ" },
  { "poverty-deprivations", "Hộ nghèo thiếu hụt từng chỉ số", "Mười hai chỉ số dịch vụ xã hội cơ bản",
    N_ ("Deprivations of poor households"), "bars", ANS_AREA_CHART_PARTS,
    &ans_poverty_table_deprivations, .parts = lacks, .unit = "hộ" },
  { NULL },
};
