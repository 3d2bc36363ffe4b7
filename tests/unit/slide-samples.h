/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deck as a commune would show it. Every number in it is invented. */
#pragma once

#include <math.h>

#include "chart-samples.h"
#include "chart/ans-slide.h"

static inline AnsDeck *
sample_deck (AnsTheme theme)
{
  static const char *const words[] = { "đạt", "đúng tiến độ", "chậm", "quá hạn", "chờ số liệu" };
  static const guint counts[] = { 10, 5, 6, 0, 1 };
  static const AnsSlideRow rows[] = {
    { "Lao động có việc làm mới", "120", "96", ANS_STATE_ON_TIME, "Đúng tiến độ", FALSE },
    { "trong đó: xuất khẩu lao động", "40", "23", ANS_STATE_BEHIND, "Chậm", TRUE },
    { "Tỷ lệ lao động nông nghiệp trong tổng số lao động đang làm việc trên địa bàn", "≤ 23,9%",
      "24,6%", ANS_STATE_BEHIND, "Sát ngưỡng", FALSE },
    { "Tuyển sinh đào tạo, truyền nghề", "210", "214", ANS_STATE_REACHED, "Đạt", FALSE },
    { "Doanh nghiệp trả lương đúng", "100%", NULL, ANS_STATE_NO_DATA, "Chưa có số liệu", FALSE },
    { "Vận động xây nhà tình nghĩa", "4", "1", ANS_STATE_OVERDUE, "Quá hạn", FALSE },
    { "Kinh phí chi trả trợ giúp xã hội", "2.207.520.000", "1.655.640.000", ANS_STATE_ON_TIME,
      "Đúng tiến độ", FALSE },
    { "Hộ người có công có mức sống từ trung bình trở lên", "100%", "98,9%", ANS_STATE_BEHIND,
      "Chậm", FALSE },
  };
  static const AnsSlideTask tasks[] = {
    { "18/9", "Dừng chi trả: 1 người đã mất", "Công chức LĐ-TB&XH", ANS_STATE_OVERDUE,
      "quá 2 ngày" },
    { "25/9", "Chốt danh sách chi trả tháng 10", "Công chức LĐ-TB&XH", ANS_STATE_BEHIND,
      "còn 5 ngày" },
    { "14/10", "Báo cáo 9 tháng công tác lao động, người có công và xã hội gửi Phòng LĐ-TB&XH",
      "UBND xã", ANS_STATE_ON_TIME, "còn 24 ngày" },
    { "14/12", "Rà soát hộ nghèo, hộ cận nghèo định kỳ", "Ban chỉ đạo giảm nghèo",
      ANS_STATE_ON_TIME, "còn 85 ngày" },
  };
  g_autoptr (AnsChart) villages = sample_poor (ANS_CHART_BARS);
  g_autoptr (AnsChart) trend = sample_trend ();
  AnsSlideIndicator indicator = {
    .area = "Giảm nghèo",
    .code = "2.3.2",
    .name = "Số hộ nghèo giảm trong năm",
    .value = "37",
    .target = "65 hộ",
    .state = ANS_STATE_BEHIND,
    .verdict = "Chậm",
    .remark = "đạt 57% kế hoạch",
    .done = 37 / 65.0,
    .expected = 47 / 65.0,
    .expected_text = "lẽ ra 47 hộ",
    .target_text = "65",
    .closing = "Còn thiếu 28 hộ trong 102 ngày; Tân Tiến và Xuân Phụ chưa được nửa chỉ tiêu giao.",
    .chart = villages,
    .chart_title = "Theo thôn: đã giảm / chỉ tiêu giao",
  };
  AnsDeck *deck = ans_deck_new ("Xã Hoằng Phụ", "Kế hoạch năm 2022", SAMPLE_SOURCE, theme);

  ans_deck_add_title (deck,
                      "Tình hình thực hiện Kế hoạch công tác lao động, người có công và xã hội",
                      "Họp giao ban tháng 9, ngày 20/9/2022", counts, words);
  ans_deck_add_indicator (deck, &indicator);
  indicator = (AnsSlideIndicator) { .area = "Trợ giúp xã hội",
                                    .code = "2.6.1",
                                    .name = "Kinh phí chi trả trợ cấp hằng tháng cho các đối tượng "
                                            "bảo trợ xã hội trên địa bàn xã",
                                    .value = "2.384.121.600",
                                    .target = "2.207.520.000 đồng",
                                    .state = ANS_STATE_REACHED,
                                    .verdict = "Đạt",
                                    .remark = "đạt 108% kế hoạch",
                                    .done = 1.08,
                                    .expected = 0.72,
                                    .target_text = "2.207.520.000",
                                    .closing = "Đã chi đủ." };
  ans_deck_add_indicator (deck, &indicator);
  indicator = (AnsSlideIndicator) { .area = "Người có công",
                                    .code = "2.5.2",
                                    .name = "Xã làm tốt công tác thương binh, liệt sĩ",
                                    .target = "Đạt",
                                    .state = ANS_STATE_NO_DATA,
                                    .verdict = "Chờ quyết định",
                                    .done = NAN,
                                    .expected = NAN };
  ans_deck_add_indicator (deck, &indicator);
  ans_deck_add_chart (deck, "Giảm nghèo", "2.3.1", trend,
                      "Muốn đạt mục tiêu, mỗi tháng còn lại phải giảm 8,3 hộ – gần gấp đôi nhịp "
                      "hiện nay.");
  ans_deck_add_area (deck, "Việc làm, đào tạo nghề", rows, G_N_ELEMENTS (rows),
                     "2/8 chỉ tiêu đã đạt; 3 chỉ tiêu chậm.");
  ans_deck_add_tasks (deck, "Việc phải làm đến cuối năm", tasks, G_N_ELEMENTS (tasks));
  ans_deck_finish (deck);
  return deck;
}
