/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summaries of poverty by village: domain.md §6.4. */
#include <glib/gi18n.h>

#include "areas/ans-poverty.h"
#include "policy/ans-poverty-change.h"

#define START "Hộ nghèo đầu kỳ"
#define MOVED "Diễn biến trong kỳ"
#define END   "Hộ nghèo cuối kỳ"
#define NEAR  "Hộ cận nghèo cuối kỳ"

static const AnsAreaTableColumn by_village_columns[] = {
  { "households-start", "Tổng số hộ đầu kỳ", NULL, ANS_TABLE_CELL_START, { "households" },
    .hidden = TRUE, .print_width = 16 },
  { "households", "Tổng số hộ", NULL, ANS_TABLE_CELL_DAY, { "households" }, .print_width = 18 },
  { "poor-start", "Số hộ", START, ANS_TABLE_CELL_START, { "poor-households" }, .print_width = 16 },
  { "poor-start-rate", "Tỷ lệ (%)", START, ANS_TABLE_CELL_PERCENT, .of = "poor-start",
    .per = "households-start", .print_width = 16 },
  { "exits", "Thoát nghèo", MOVED, ANS_TABLE_CELL_PERIOD, { "poverty-exits", NULL, "from_date" },
    .print_width = 16 },
  { "relapses", "Tái nghèo", MOVED, ANS_TABLE_CELL_PERIOD,
    { "poverty-entries", "change=" ANS_POVERTY_FILTER_AGAIN, "from_date" }, .print_width = 16 },
  { "new", "Phát sinh", MOVED, ANS_TABLE_CELL_PERIOD,
    { "poverty-entries", "change=" ANS_POVERTY_FILTER_NEW, "from_date" }, .print_width = 16 },
  { "other-in", "Tăng khác", MOVED, ANS_TABLE_CELL_OTHER_IN, .print_width = 16 },
  { "other-out", "Giảm khác", MOVED, ANS_TABLE_CELL_OTHER_OUT, .print_width = 16 },
  { "poor-end", "Số hộ", END, ANS_TABLE_CELL_DAY, { "poor-households" }, .print_width = 16 },
  { "poor-end-rate", "Tỷ lệ (%)", END, ANS_TABLE_CELL_PERCENT, .of = "poor-end",
    .per = "households", .print_width = 16 },
  { "near-poor", "Số hộ", NEAR, ANS_TABLE_CELL_DAY, { "near-poor-households" },
    .print_width = 16 },
  { "near-poor-rate", "Tỷ lệ (%)", NEAR, ANS_TABLE_CELL_PERCENT, .of = "near-poor",
    .per = "households", .print_width = 16 },
  { NULL },
};

static const char *const plus[] = { "relapses", "new", NULL };
static const char *const minus[] = { "exits", NULL };
static const AnsAreaTableBalance balance = {
  "poor-start", "poor-end", plus, minus, "other-in", "other-out", "household", "poverty-statuses",
  "standard"
};

const AnsAreaTable ans_poverty_table_by_village = {
  .id = "poverty-by-village",
  .title = "Tổng hợp hộ nghèo, hộ cận nghèo theo thôn",
  .label = N_ ("Summary by village"),
  .columns = by_village_columns,
  .balance = &balance,
  .short_label = NC_ ("tab", "By village"),
};

#define LACK(n, title_)                                                                           \
  { "lack-" #n, title_, "Số hộ nghèo thiếu hụt từng chỉ số", ANS_TABLE_CELL_DAY,                  \
    { "poor-households", "lack_" #n "=1" }, .print_width = 15 }

static const AnsAreaTableColumn deprivation_columns[] = {
  { "poor", "Số hộ nghèo", NULL, ANS_TABLE_CELL_DAY, { "poor-households" }, .print_width = 16 },
  LACK (1, "Việc làm"),
  LACK (2, "Người phụ thuộc"),
  LACK (3, "Dinh dưỡng"),
  LACK (4, "Bảo hiểm y tế"),
  LACK (5, "Giáo dục người lớn"),
  LACK (6, "Trẻ em đi học"),
  LACK (7, "Chất lượng nhà ở"),
  LACK (8, "Diện tích nhà ở"),
  LACK (9, "Nguồn nước"),
  LACK (10, "Nhà tiêu hợp vệ sinh"),
  LACK (11, "Dịch vụ viễn thông"),
  LACK (12, "Phương tiện thông tin"),
  { NULL },
};

const AnsAreaTable ans_poverty_table_deprivations = {
  .id = "poverty-deprivations",
  .title = "Phân tích mức độ thiếu hụt các dịch vụ xã hội cơ bản của hộ nghèo",
  .label = N_ ("Deprivations by village"),
  .columns = deprivation_columns,
  .short_label = NC_ ("tab", "Deprived"),
};
