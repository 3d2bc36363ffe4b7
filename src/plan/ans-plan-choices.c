/* SPDX-License-Identifier: GPL-3.0-or-later */
/* domain.md §1.1, §1.3, §2.11. Kinds, directions and sources have the codes that machines see. */
#include "plan/ans-plan-choices.h"

#define S ANS_SYNONYMS

const AnsChoice ans_choices_plan_area[] = {
  { "employment", "Việc làm", S ("việc làm, xuất khẩu lao động", "XKLĐ") },
  { "training", "Đào tạo nghề", S ("giáo dục nghề nghiệp") },
  { "poverty", "Giảm nghèo" },
  { "enterprises", "Doanh nghiệp, tiền lương, BHXH, ATVSLĐ", S ("doanh nghiệp", "BHXH") },
  { "merit", "Người có công", S ("NCC") },
  { "assistance", "Trợ giúp xã hội", S ("bảo trợ xã hội", "BTXH") },
  { "children", "Trẻ em" },
  { "gender", "Bình đẳng giới", S ("BĐG") },
  { "evils", "Phòng, chống tệ nạn xã hội", S ("tệ nạn xã hội", "TNXH") },
  { "epidemic", "Phòng, chống dịch bệnh", S ("dịch bệnh") },
  { "common", "Chung" },
  { NULL },
};

const AnsChoice ans_choices_poverty_definition[] = {
  { ANS_POVERTY_NET, "Giảm ròng (đầu kỳ trừ cuối kỳ)", S ("ròng", "giảm ròng") },
  { ANS_POVERTY_GROSS, "Số hộ thoát nghèo", S ("thoát nghèo", "gộp") },
  { NULL },
};

const AnsChoice ans_choices_indicator_kind[] = {
  { "flow", "Lũy kế trong kỳ" },
  { "stock", "Tại thời điểm" },
  { "change", "Mức thay đổi giữa hai thời điểm" },
  { "ratio", "Tỷ lệ" },
  { "boolean", "Đạt/Không đạt" },
  { "qualitative", "Định tính" },
  { NULL },
};

const AnsChoice ans_choices_indicator_direction[] = {
  { ">=", "Từ mức này trở lên", S ("≥", "tối thiểu") },
  { "<=", "Không quá mức này", S ("≤", "tối đa", "giảm xuống còn") },
  { "=", "Bằng đúng mức này" },
  { "bool", "Đạt" },
  { "none", "Theo dõi, không giao mức", S ("theo dõi") },
  { NULL },
};

const AnsChoice ans_choices_indicator_source[] = {
  { "computed", "Tính từ sổ" },
  { "manual", "Nhập tay" },
  { "hybrid", "Tính từ sổ khi đủ dữ liệu, nếu không thì nhập tay", S ("kết hợp") },
  { NULL },
};

const AnsChoice ans_choices_indicator_result[] = {
  { ANS_RESULT_MET, "Đạt", S ("có") },
  { ANS_RESULT_NOT_MET, "Không đạt", S ("chưa đạt", "không") },
  { ANS_RESULT_NOT_ARISEN, "Không phát sinh", S ("–", "-") },
  { NULL },
};

const AnsChoice ans_choices_task_status[] = {
  { ANS_TASK_NOT_STARTED, "Chưa thực hiện" },
  { ANS_TASK_UNDER_WAY, "Đang thực hiện" },
  { ANS_TASK_DONE, "Hoàn thành", S ("đã hoàn thành", "xong") },
  { ANS_TASK_LATE, "Chậm tiến độ" },
  { NULL },
};

const AnsChoice ans_choices_body_kind[] = {
  { "CONG_CHUC", "Công chức" },
  { "BAN_NGANH", "Ban, ngành" },
  { "DOAN_THE", "Đoàn thể" },
  { "THON", "Thôn" },
  { "NGOAI_XA", "Cơ quan ngoài xã" },
  { NULL },
};

const AnsChoice ans_choices_document_role[] = {
  { "CAN_CU", "Căn cứ, viện dẫn" },
  { "KE_HOACH", "Kế hoạch của xã" },
  { "PHU_BIEU", "Phụ biểu" },
  { "BAO_CAO", "Báo cáo" },
  { "KHAC", "Khác" },
  { NULL },
};

const AnsChoice ans_choices_deadline_kind[] = {
  { "BAO_CAO", "Báo cáo" },
  { "CONG_VIEC", "Việc thường kỳ" },
  { "NGAY_LE", "Ngày kỷ niệm, tặng quà" },
  { "DOT", "Đợt, tháng hành động" },
  { NULL },
};

const AnsChoice ans_choices_deadline_check[] = {
  { "DA_DOI_CHIEU", "Đã đối chiếu văn bản" },
  { "DIA_PHUONG", "Theo quy định của địa phương" },
  { "CHUA_DOI_CHIEU", "Chưa đối chiếu văn bản" },
  { NULL },
};

const AnsChoice ans_choices_month[] = {
  { "1", "Tháng 1" },  { "2", "Tháng 2" },   { "3", "Tháng 3" },   { "4", "Tháng 4" },
  { "5", "Tháng 5" },  { "6", "Tháng 6" },   { "7", "Tháng 7" },   { "8", "Tháng 8" },
  { "9", "Tháng 9" },  { "10", "Tháng 10" }, { "11", "Tháng 11" }, { "12", "Tháng 12" },
  { NULL },
};
