/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts that the law asks for, and what their values are called. */
#include "policy/ans-law-facts.h"

#define MANY  100000
#define MONEY G_GINT64_CONSTANT (1000000000000)

#define CHOICES(...)    ((const AnsFactChoice[]) { __VA_ARGS__, { NULL } })
#define YES_NO(yes, no) CHOICES ({ "no", "Không", no }, { "yes", "Có", yes })

/* The eleven cases of article 5.1 (domain.md §4.2). */
static const AnsFactChoice orphans[] = {
  { "none", "Không thuộc trường hợp nào",
    "Không thuộc trường hợp trẻ em không có nguồn nuôi dưỡng" },
  { "a", "a) Bị bỏ rơi chưa có người nhận làm con nuôi",
    "Bị bỏ rơi chưa có người nhận làm con nuôi (trường hợp a)" },
  { "b", "b) Mồ côi cả cha và mẹ", "Mồ côi cả cha và mẹ (trường hợp b)" },
  { "c", "c) Mồ côi cha hoặc mẹ, người kia bị tuyên bố mất tích",
    "Mồ côi cha hoặc mẹ, người kia bị tuyên bố mất tích (trường hợp c)" },
  { "d", "d) Mồ côi cha hoặc mẹ, người kia được nuôi dưỡng tại cơ sở trợ giúp xã hội, nhà xã hội",
    "Mồ côi cha hoặc mẹ, người kia được nuôi dưỡng tại cơ sở trợ giúp xã hội, nhà xã hội (trường "
    "hợp d)" },
  { "đ", "đ) Mồ côi cha hoặc mẹ, người kia đang chấp hành án phạt tù hoặc biện pháp xử lý",
    "Mồ côi cha hoặc mẹ, người kia đang chấp hành án phạt tù hoặc biện pháp xử lý (trường hợp đ)" },
  { "e", "e) Cả cha và mẹ mất tích", "Cả cha và mẹ bị tuyên bố mất tích (trường hợp e)" },
  { "g", "g) Cả cha và mẹ ở cơ sở trợ giúp xã hội",
    "Cả cha và mẹ được nuôi dưỡng tại cơ sở trợ giúp xã hội (trường hợp g)" },
  { "h", "h) Cả cha và mẹ đang chấp hành án phạt tù hoặc biện pháp xử lý",
    "Cả cha và mẹ đang chấp hành án phạt tù hoặc biện pháp xử lý (trường hợp h)" },
  { "i", "i) Cha hoặc mẹ mất tích, người kia ở cơ sở trợ giúp xã hội",
    "Cha hoặc mẹ mất tích, người kia ở cơ sở trợ giúp xã hội (trường hợp i)" },
  { "k", "k) Cha hoặc mẹ mất tích, người kia đang chấp hành án phạt tù hoặc biện pháp xử lý",
    "Cha hoặc mẹ mất tích, người kia đang chấp hành án phạt tù hoặc biện pháp xử lý (trường hợp "
    "k)" },
  { "l", "l) Cha hoặc mẹ ở cơ sở trợ giúp xã hội, người kia đang chấp hành án hoặc biện pháp xử lý",
    "Cha hoặc mẹ ở cơ sở trợ giúp xã hội, người kia đang chấp hành án hoặc biện pháp xử lý (trường "
    "hợp l)" },
  { NULL },
};

static const AnsFactInfo infos[ANS_FACT_N] = {
  [ANS_FACT_BIRTH] = { "birth", "Ngày sinh", ANS_FACT_KIND_PARTIAL_DATE,
                       .format = "YYYY[-MM[-DD]]" },
  [ANS_FACT_SEX] = { "sex", "Giới tính", ANS_FACT_KIND_CHOICE,
                     CHOICES ({ "nam", "Nam", "Nam" }, { "nu", "Nữ", "Nữ" }) },
  [ANS_FACT_HOUSEHOLD] = { "household", "Hộ nghèo, hộ cận nghèo", ANS_FACT_KIND_CHOICE,
                           CHOICES ({ "ngheo", "Hộ nghèo", "Thuộc hộ nghèo" },
                                    { "can_ngheo", "Hộ cận nghèo", "Thuộc hộ cận nghèo" },
                                    { "khong", "Không", "Không thuộc hộ nghèo, hộ cận nghèo" }) },
  [ANS_FACT_SUPPORTER] = { "supporter", "Người có nghĩa vụ và quyền phụng dưỡng",
                           ANS_FACT_KIND_CHOICE,
                           YES_NO ("Có người có nghĩa vụ và quyền phụng dưỡng",
                                   "Không có người có nghĩa vụ và quyền phụng dưỡng") },
  [ANS_FACT_PENSION] = { "pension", "Lương hưu, trợ cấp BHXH hằng tháng", ANS_FACT_KIND_CHOICE,
                         CHOICES (
                             { "none", "Không", "Không có lương hưu, trợ cấp BHXH hằng tháng" },
                             { "luong_huu", "Lương hưu", "Đang hưởng lương hưu" },
                             { "bhxh", "Trợ cấp BHXH", "Đang hưởng trợ cấp BHXH hằng tháng" },
                             { "tuat", "Tuất", "Đang hưởng trợ cấp tuất hằng tháng" }) },
  [ANS_FACT_PENSION_AMOUNT] = { "pension_amount", "Mức lương hưu, trợ cấp BHXH (đồng/tháng)",
                                ANS_FACT_KIND_NUMBER, .format = "0, 1, 2 …", .max = MONEY },
  [ANS_FACT_DISABILITY] = { "disability", "Mức độ khuyết tật", ANS_FACT_KIND_CHOICE,
                            CHOICES ({ "none", "Không khuyết tật", "Không khuyết tật" },
                                     { "nhe", "Nhẹ", "Khuyết tật nhẹ" },
                                     { "n", "Nặng", "Khuyết tật nặng" },
                                     { "dbn", "Đặc biệt nặng", "Khuyết tật đặc biệt nặng" }) },
  [ANS_FACT_CERTIFICATE] = { "certificate", "Ngày cấp giấy xác nhận khuyết tật",
                             ANS_FACT_KIND_DATE, .format = "YYYY-MM-DD" },
  [ANS_FACT_ORPHAN] = { "orphan", "Trẻ em không có nguồn nuôi dưỡng (trường hợp)",
                        ANS_FACT_KIND_CHOICE, orphans },
  [ANS_FACT_ADOPTED] = { "adopted", "Đã được nhận làm con nuôi", ANS_FACT_KIND_CHOICE,
                         YES_NO ("Đã được nhận làm con nuôi", "Chưa được nhận làm con nuôi") },
  [ANS_FACT_STUDYING] = { "studying",
                          "Đang học phổ thông, nghề, trung cấp, cao đẳng, đại học văn bằng thứ "
                          "nhất",
                          ANS_FACT_KIND_CHOICE, YES_NO ("Đang học", "Không đi học") },
  [ANS_FACT_STUDY_END] = { "study_end", "Ngày kết thúc học", ANS_FACT_KIND_DATE,
                           .format = "YYYY-MM-DD" },
  [ANS_FACT_SINGLE_PARENT] = { "single_parent", "Đơn thân đang nuôi con", ANS_FACT_KIND_CHOICE,
                               YES_NO ("Đơn thân đang nuôi con",
                                       "Không phải người đơn thân nuôi con") },
  [ANS_FACT_CHILDREN] = { "children", "Con (ngày sinh, đang học)", ANS_FACT_KIND_CHILDREN,
                          .format = "YYYY[-MM[-DD]][/hoc],… none" },
  [ANS_FACT_SINGLE_PARENT_CHILD] = { "single_parent_child",
                                     "Con của người đơn thân nghèo đang hưởng trợ cấp (5.4)",
                                     ANS_FACT_KIND_CHOICE,
                                     YES_NO ("Là con của người đơn thân nghèo đang hưởng trợ cấp",
                                             "Không phải con của người đơn thân nghèo đang hưởng "
                                             "trợ cấp") },
  [ANS_FACT_HIV] = { "hiv", "Nhiễm HIV/AIDS", ANS_FACT_KIND_CHOICE,
                     YES_NO ("Nhiễm HIV/AIDS", "Không nhiễm HIV/AIDS") },
  [ANS_FACT_INCOME] = { "income", "Có thu nhập ổn định hằng tháng", ANS_FACT_KIND_CHOICE,
                        YES_NO ("Có nguồn thu nhập ổn định hằng tháng",
                                "Không có nguồn thu nhập ổn định hằng tháng") },
  [ANS_FACT_TAKEN_IN] = { "taken_in", "Được hộ, cá nhân khác nhận chăm sóc, nuôi dưỡng",
                          ANS_FACT_KIND_CHOICE,
                          YES_NO ("Được hộ, cá nhân khác nhận chăm sóc, nuôi dưỡng",
                                  "Gia đình đang trực tiếp chăm sóc, nuôi dưỡng") },
  [ANS_FACT_PREGNANT] = { "pregnant", "Đang mang thai", ANS_FACT_KIND_CHOICE,
                          YES_NO ("Đang mang thai", "Không mang thai") },
  [ANS_FACT_SPECIAL_AREA] = { "special_area",
                              "Sống ở xã, thôn đặc biệt khó khăn vùng dân tộc thiểu số và miền núi",
                              ANS_FACT_KIND_CHOICE,
                              YES_NO ("Sống ở xã, thôn đặc biệt khó khăn vùng dân tộc thiểu số và "
                                      "miền núi",
                                      "Không sống ở xã, thôn đặc biệt khó khăn vùng dân tộc thiểu "
                                      "số và miền núi") },
  [ANS_FACT_CATEGORY] = { "category", "Loại đối tượng người có công", ANS_FACT_KIND_CATEGORIES,
                          .format = "THUONG_BINH, BB, HH, BMVNAH, LS_TUAT … (A+B)" },
  [ANS_FACT_RATE] = { "rate", "Tỷ lệ tổn thương cơ thể (%)", ANS_FACT_KIND_NUMBERS,
                      .format = "0–100 (A+B)", .max = 100 },
  [ANS_FACT_SPECIAL] = { "special", "Thương tật, bệnh tật đặc biệt nặng", ANS_FACT_KIND_CHOICE,
                         YES_NO ("Có thương tật, bệnh tật đặc biệt nặng",
                                 "Không có thương tật, bệnh tật đặc biệt nặng") },
  [ANS_FACT_CARER] = { "carer", "Có người phục vụ ở gia đình", ANS_FACT_KIND_CHOICE,
                       YES_NO ("Có người phục vụ ở gia đình",
                               "Không có người phục vụ ở gia đình") },
  [ANS_FACT_ALONE] = { "alone", "Sống cô đơn (mồ côi cả cha mẹ)", ANS_FACT_KIND_CHOICE,
                       YES_NO ("Sống cô đơn hoặc mồ côi cả cha mẹ", "Không sống cô đơn") },
  [ANS_FACT_MARTYRS] = { "martyrs", "Số liệt sĩ", ANS_FACT_KIND_NUMBER, .format = "0, 1, 2 …",
                         .max = 50 },
  [ANS_FACT_SENIORITY] = { "seniority", "Số thâm niên hưởng phụ cấp", ANS_FACT_KIND_NUMBER,
                           .format = "0, 1, 2 …", .max = 50 },
  [ANS_FACT_AREA] = { "area", "Khu vực", ANS_FACT_KIND_CHOICE,
                      CHOICES ({ "NT", "Nông thôn", "Khu vực nông thôn" },
                               { "TT", "Thành thị", "Khu vực thành thị" }) },
  [ANS_FACT_B1] = { "b1", "Điểm B1", ANS_FACT_KIND_NUMBER, .format = "0, 1, 2 …", .max = 10000 },
  [ANS_FACT_DEPRIVATIONS] = { "deprivations", "Số chỉ số thiếu hụt", ANS_FACT_KIND_NUMBER,
                              .format = "0–12", .max = 12 },
  [ANS_FACT_INJURED] = { "injured", "Số người bị thương nặng, điều trị từ 03 ngày",
                         ANS_FACT_KIND_NUMBER, .format = "0, 1, 2 …", .max = MANY },
  [ANS_FACT_VICTIMS] = { "victims", "Số người chết, mất tích", ANS_FACT_KIND_NUMBER,
                         .format = "0, 1, 2 …", .max = MANY },
  [ANS_FACT_HOUSE] = { "house", "Nhà ở", ANS_FACT_KIND_CHOICE,
                       CHOICES ({ "khong", "Không hư hỏng", "Nhà ở không hư hỏng nặng" },
                                { "mat", "Đổ, sập, trôi, cháy hoàn toàn",
                                  "Nhà ở đổ, sập, trôi, cháy hoàn toàn, không còn nơi ở" },
                                { "di_doi", "Phải di dời khẩn cấp", "Nhà ở phải di dời khẩn cấp" },
                                { "hu_hong", "Hư hỏng nặng", "Nhà ở hư hỏng nặng" }) },
  [ANS_FACT_HARDSHIP] = { "hardship", "Hộ có hoàn cảnh khó khăn", ANS_FACT_KIND_CHOICE,
                          YES_NO ("Hộ có hoàn cảnh khó khăn", "Hộ không có hoàn cảnh khó khăn") },
  [ANS_FACT_HUNGRY] = { "hungry", "Thiếu đói", ANS_FACT_KIND_CHOICE,
                        CHOICES ({ "khong", "Không", "Không thiếu đói" },
                                 { "tet", "Dịp Tết Nguyên đán", "Thiếu đói dịp Tết Nguyên đán" },
                                 { "giap_hat", "Thiên tai, hỏa hoạn, mất mùa, giáp hạt",
                                   "Thiếu đói do thiên tai, hỏa hoạn, mất mùa, giáp hạt" }) },
  [ANS_FACT_PERSONS] = { "persons", "Số nhân khẩu", ANS_FACT_KIND_NUMBER, .format = "0, 1, 2 …",
                         .max = MANY },
  [ANS_FACT_MONTHS] = { "months", "Số tháng hỗ trợ gạo", ANS_FACT_KIND_NUMBER, .format = "1, 2, 3",
                        .min = 1, .max = 3 },
  [ANS_FACT_PROTECTED_DAYS] = { "protected_days", "Số ngày bảo vệ khẩn cấp", ANS_FACT_KIND_NUMBER,
                                .format = "0, 1, 2 …", .max = 3660 },
  [ANS_FACT_DECISION] = { "decision", "Ngày ký quyết định", ANS_FACT_KIND_DATE,
                          .format = "YYYY-MM-DD" },
  [ANS_FACT_DEATH] = { "death", "Ngày chết", ANS_FACT_KIND_DATE, .format = "YYYY-MM-DD" },
  [ANS_FACT_SUSPENDED] = { "suspended", "Tạm dừng từ", ANS_FACT_KIND_MONTH, .format = "YYYY-MM" },
  [ANS_FACT_RESUMED] = { "resumed", "Hưởng lại từ", ANS_FACT_KIND_MONTH, .format = "YYYY-MM" },
  [ANS_FACT_LAW] = { "law", "Văn bản áp dụng", ANS_FACT_KIND_CHOICE,
                     CHOICES ({ "2021", "NĐ 20/2021/NĐ-CP", "Áp dụng NĐ 20/2021/NĐ-CP" },
                              { "2026", "NĐ 335/2026/NĐ-CP", "Áp dụng NĐ 335/2026/NĐ-CP" }) },
  [ANS_FACT_KNOWN] = { "known", "Chỉ tính văn bản có hiệu lực đến ngày", ANS_FACT_KIND_DATE,
                       .format = "YYYY-MM-DD" },
};

const AnsFactInfo *
ans_fact_info (AnsFact fact)
{
  g_return_val_if_fail (fact < ANS_FACT_N, NULL);

  return &infos[fact];
}

AnsFact
ans_fact_find (const char *name)
{
  for (guint i = 0; i < ANS_FACT_N; i++)
    if (g_strcmp0 (infos[i].name, name) == 0)
      return (AnsFact) i;
  return ANS_FACT_N;
}

int
ans_fact_find_choice (AnsFact fact, const char *code)
{
  const AnsFactChoice *choices = infos[fact].choices;

  for (int i = 0; choices != NULL && choices[i].code != NULL; i++)
    if (g_str_equal (choices[i].code, code))
      return i;
  return -1;
}
