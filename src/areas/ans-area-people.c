/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dân cư: people and households, whose registers and lists the rooms below know. Their figures are
 * those that a population register that covers the commune can tell (domain.md §1.2, “H”). */
#include <glib/gi18n.h>

#include "areas/ans-area.h"

/* Economic activity, industry and qualification are kept as they are now, without history. */
#define LABOUR_NOW                                                                                \
  "Tình trạng việc làm, ngành và trình độ lấy theo sổ hiện nay (sổ không giữ diễn biến)"

/* People of working age and what they do; who is looking for work is of the labour force too. */
#define OF_AGE       "age=15.."
#define WORKING      OF_AGE ";labour_status=CO_VIEC_LAM"
#define LABOUR_FORCE OF_AGE ";labour_status=CO_VIEC_LAM|THAT_NGHIEP"
#define ANY          ".."

static const AnsFigureInfo figures[] = {
  { "households", "Tổng số hộ", ANS_FIGURE_COUNT, { "households" } },
  { "people", "Tổng số nhân khẩu", ANS_FIGURE_COUNT, { "people" } },
  { "people-male", "Số nhân khẩu nam", ANS_FIGURE_COUNT, { "people", "sex=NAM" } },
  { "people-female", "Số nhân khẩu nữ", ANS_FIGURE_COUNT, { "people", "sex=NU" } },
  { "labour-agricultural", "Tỷ lệ lao động nông nghiệp trong tổng số lao động", ANS_FIGURE_RATIO,
    { "people", WORKING ";industry=NLTS" }, { "people", WORKING },
    .coverage = { { { "people", OF_AGE ";labour_status=" ANY }, { "people", OF_AGE } },
                  { { "people", WORKING ";industry=" ANY }, { "people", WORKING } } },
    .present_only = LABOUR_NOW },
  { "labour-trained", "Tỷ lệ lao động qua đào tạo", ANS_FIGURE_RATIO,
    { "people", LABOUR_FORCE ";qualification=1|2|3|4|5|6|7" }, { "people", LABOUR_FORCE },
    .coverage = { { { "people", OF_AGE ";labour_status=" ANY }, { "people", OF_AGE } },
                  { { "people", LABOUR_FORCE ";qualification=" ANY }, { "people", LABOUR_FORCE } } },
    .present_only = LABOUR_NOW },
  { "labour-certified", "Tỷ lệ lao động có văn bằng, chứng chỉ", ANS_FIGURE_RATIO,
    { "people", LABOUR_FORCE ";qualification=2|3|4|5|6|7" }, { "people", LABOUR_FORCE },
    .coverage = { { { "people", OF_AGE ";labour_status=" ANY }, { "people", OF_AGE } },
                  { { "people", LABOUR_FORCE ";qualification=" ANY }, { "people", LABOUR_FORCE } } },
    .present_only = LABOUR_NOW },
  { "labour-female", "Tỷ lệ lao động nữ trong nền kinh tế", ANS_FIGURE_RATIO,
    { "people", WORKING ";sex=NU" }, { "people", WORKING },
    .coverage = { { { "people", OF_AGE ";labour_status=" ANY }, { "people", OF_AGE } } },
    .present_only = LABOUR_NOW },
  { NULL },
};

static const AnsAreaChartPart sexes[] = { { "sex=NAM", "Nam" }, { "sex=NU", "Nữ" }, { NULL } };
static const AnsAreaChart charts[] = {
  { "people-pyramid", "Dân số theo tuổi và giới tính", NULL, N_ ("People by age and sex"), "pyramid",
    ANS_AREA_CHART_AGES, .listing = "people", .parts = sexes, .unit = "người" },
  { NULL },
};

static const AnsListingInfo *const listings[] = {
  &ans_listing_people, &ans_listing_households, &ans_listing_villages, &ans_listing_units, NULL,
};

const AnsArea ans_area_people = {
  .id = "population",
  .title = "Dân cư",
  .label = N_ ("Population"),
  .icon = "ans-people-symbolic",
  .listings = listings,
  .figures = figures,
  .charts = charts,
};
