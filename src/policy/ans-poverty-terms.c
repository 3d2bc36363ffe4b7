/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms of NĐ 07/2021/NĐ-CP and of its forms (domain.md §2.3 and §4.6). */
#include "policy/ans-poverty-terms.h"

#include "registry/ans-choices.h"

#define S ANS_SYNONYMS

const AnsChoice ans_poverty_statuses[] = {
  { ANS_POVERTY_POOR, "Hộ nghèo", S ("nghèo", "hn") },
  { ANS_POVERTY_NEAR_POOR, "Hộ cận nghèo", S ("cận nghèo", "hcn") },
  { ANS_POVERTY_NOT_POOR, "Hộ không nghèo", S ("không nghèo", "không", "thoát nghèo") },
  { NULL },
};

const AnsChoice ans_poverty_standard_choices[] = {
  { "CN2016", "Chuẩn 2016–2020", S ("2016-2020", "2016", "2021") },
  { "CN2022", "Chuẩn 2022–2025", S ("2022-2025", "2022", "2022-2026") },
  { "CN2027", "Chuẩn 2027–2030", S ("2027-2030", "2027") },
  { NULL },
};

const AnsChoice ans_poverty_bases[] = {
  { ANS_POVERTY_BASELINE, "Danh sách đầu kỳ", S ("đầu kỳ", "đầu năm") },
  { ANS_POVERTY_RECOGNISED, "Quyết định công nhận", S ("công nhận", "quyết định") },
  { ANS_POVERTY_MOVED_IN, "Chuyển đến" },
  { NULL },
};

/* The eight causes that are reported. */
const AnsChoice ans_poverty_causes[] = {
  { "DAT", "Không có đất sản xuất", S ("thiếu đất sản xuất", "không có đất") },
  { "VON", "Không có vốn sản xuất, kinh doanh", S ("thiếu vốn", "không có vốn") },
  { "LAO_DONG", "Không có lao động", S ("thiếu lao động") },
  { "CONG_CU", "Không có công cụ/phương tiện sản xuất",
    S ("thiếu phương tiện sản xuất", "không có phương tiện", "không có công cụ") },
  { "KIEN_THUC", "Không có kiến thức về sản xuất", S ("thiếu kiến thức") },
  { "KY_NANG", "Không có kỹ năng lao động, sản xuất", S ("thiếu kỹ năng", "không có kỹ năng") },
  { "OM_DAU", "Có người ốm đau, bệnh nặng, tai nạn…",
    S ("ốm đau", "ốm đau, bệnh nặng, tai nạn", "bệnh nặng", "tai nạn") },
  { "KHAC", "Nguyên nhân khác", S ("khác") },
  { NULL },
};

const AnsChoice ans_poverty_wishes[] = {
  { "VAY_VON", "Vay vốn" },
  { "DAO_TAO", "Đào tạo nghề", S ("học nghề") },
  { "VIEC_LAM", "Giới thiệu việc làm", S ("việc làm") },
  { "NHA_O", "Hỗ trợ nhà ở", S ("nhà ở") },
  { "BHYT", "Bảo hiểm y tế", S ("thẻ BHYT") },
  { "CON_GIONG", "Con giống, cây giống", S ("con giống", "cây giống", "giống") },
  { "HOC_PHI", "Hỗ trợ học phí", S ("học phí", "học tập") },
  { "KHAC", "Nguyện vọng khác", S ("khác") },
  { NULL },
};

/* What a status is, seen from the one before it: the table of transitions of domain.md §2.3. */
const AnsChoice ans_poverty_changes[] = {
  { "DAU_KY", "Đầu kỳ" },
  { "HO_CU", "Hộ nghèo cũ" },
  { "THOAT_CAN", "Thoát nghèo (xuống cận nghèo)" },
  { "THOAT_HET", "Thoát nghèo (vượt chuẩn cận nghèo)" },
  { "PHAT_SINH_CAN", "Nghèo phát sinh (từ cận nghèo)" },
  { "PHAT_SINH", "Nghèo phát sinh mới" },
  { "TAI_NGHEO", "Tái nghèo" },
  { "CAN_CU", "Hộ cận nghèo cũ" },
  { "THOAT_CAN_NGHEO", "Thoát cận nghèo" },
  { "CAN_PHAT_SINH", "Cận nghèo phát sinh" },
  { "TAI_CAN", "Tái cận nghèo" },
  { "KHONG_DOI", "Hộ không nghèo" },
  { "CHUYEN_DEN", "Chuyển đến" },
  { NULL },
};

/* Names and order were checked; the wording of “text” is that of public notes on the decree, of
 * 11 and 12 from general knowledge: it is shown beside the official form, not instead of it. */
const AnsPovertyDeprivation ans_poverty_deprivations[ANS_POVERTY_N_DEPRIVATIONS] = {
  { 1, "d1", "Việc làm", "Việc làm",
    "Có ít nhất một người trong độ tuổi lao động, có khả năng lao động mà không có việc làm, hoặc "
    "làm công ăn lương không có hợp đồng lao động",
    "partly" },
  { 2, "d2", "Việc làm", "Người phụ thuộc trong hộ",
    "Số người phụ thuộc chiếm trên một nửa số nhân khẩu của hộ", "partly" },
  { 3, "d3", "Y tế", "Dinh dưỡng", "Có ít nhất một trẻ em dưới 16 tuổi suy dinh dưỡng", "partly" },
  { 4, "d4", "Y tế", "Bảo hiểm y tế",
    "Có ít nhất một người từ đủ 6 tuổi trở lên không có bảo hiểm y tế", "partly" },
  { 5, "d5", "Giáo dục", "Trình độ giáo dục của người lớn",
    "Có ít nhất một người từ 16 đến 30 tuổi không có trình độ phù hợp với độ tuổi và không đang "
    "được đào tạo",
    "partly" },
  { 6, "d6", "Giáo dục", "Tình trạng đi học của trẻ em",
    "Có ít nhất một trẻ em từ 3 đến dưới 16 tuổi không được học đúng bậc, cấp học phù hợp với độ "
    "tuổi",
    "partly" },
  { 7, "d7", "Nhà ở", "Chất lượng nhà ở",
    "Ít nhất hai trong ba kết cấu chính (cột, mái, tường) của nhà không bền chắc", "partly" },
  { 8, "d8", "Nhà ở", "Diện tích nhà ở bình quân đầu người",
    "Diện tích nhà ở bình quân đầu người dưới 8 m²", "partly" },
  { 9, "d9", "Nước sinh hoạt và vệ sinh", "Nguồn nước sinh hoạt",
    "Không tiếp cận được nguồn nước sạch trong sinh hoạt", "partly" },
  { 10, "d10", "Nước sinh hoạt và vệ sinh", "Nhà tiêu hợp vệ sinh",
    "Không sử dụng nhà tiêu hợp vệ sinh", "partly" },
  { 11, "d11", "Thông tin", "Sử dụng dịch vụ viễn thông",
    "Không có thành viên nào sử dụng dịch vụ internet", "unverified" },
  { 12, "d12", "Thông tin", "Phương tiện phục vụ tiếp cận thông tin",
    "Không có phương tiện nào phục vụ tiếp cận thông tin (ti vi, máy thu thanh, máy tính, điện "
    "thoại thông minh…)",
    "unverified" },
};
