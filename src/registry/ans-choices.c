/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-choices.h"

#define S ANS_SYNONYMS

const AnsChoice ans_choices_sex[] = {
  { ANS_SEX_MALE, "Nam", S ("trai", "male", "m") },
  { ANS_SEX_FEMALE, "Nữ", S ("gái", "female", "f") },
  { NULL },
};

/* The 54 peoples of Việt Nam as the statistics office lists them. */
const AnsChoice ans_choices_ethnicity[] = {
  { "Kinh", "Kinh", S ("Việt", "Kinh (Việt)") },
  { "Tày", "Tày" },
  { "Thái", "Thái" },
  { "Hoa", "Hoa" },
  { "Khơ-me", "Khơ-me", S ("Khmer", "Khơ me") },
  { "Mường", "Mường" },
  { "Nùng", "Nùng" },
  { "HMông", "HMông", S ("Mông", "H'Mông", "H Mông") },
  { "Dao", "Dao" },
  { "Gia-rai", "Gia-rai", S ("Gia rai", "Jrai") },
  { "Ngái", "Ngái" },
  { "Ê-đê", "Ê-đê", S ("Ê đê", "Êđê") },
  { "Ba-na", "Ba-na", S ("Ba na", "Bana") },
  { "Xơ-đăng", "Xơ-đăng", S ("Xơ đăng") },
  { "Sán Chay", "Sán Chay", S ("Cao Lan", "Sán Chỉ") },
  { "Cơ-ho", "Cơ-ho", S ("Cơ ho", "K'Ho") },
  { "Chăm", "Chăm" },
  { "Sán Dìu", "Sán Dìu" },
  { "Hrê", "Hrê" },
  { "Mnông", "Mnông", S ("M'Nông") },
  { "Ra-glai", "Ra-glai", S ("Ra glai", "Raglai") },
  { "Xtiêng", "Xtiêng", S ("Stiêng", "X'Tiêng") },
  { "Bru-Vân Kiều", "Bru-Vân Kiều", S ("Bru", "Vân Kiều", "Bru Vân Kiều") },
  { "Thổ", "Thổ" },
  { "Giáy", "Giáy" },
  { "Cơ-tu", "Cơ-tu", S ("Cơ tu") },
  { "Gié-Triêng", "Gié-Triêng", S ("Gié Triêng") },
  { "Mạ", "Mạ" },
  { "Khơ-mú", "Khơ-mú", S ("Khơ mú") },
  { "Co", "Co", S ("Cor") },
  { "Ta-ôi", "Ta-ôi", S ("Tà ôi", "Tà-ôi") },
  { "Chơ-ro", "Chơ-ro", S ("Chơ ro") },
  { "Kháng", "Kháng" },
  { "Xinh-mun", "Xinh-mun", S ("Xinh mun") },
  { "Hà Nhì", "Hà Nhì" },
  { "Chu-ru", "Chu-ru", S ("Chu ru") },
  { "Lào", "Lào" },
  { "La Chí", "La Chí" },
  { "La Ha", "La Ha" },
  { "Phù Lá", "Phù Lá" },
  { "La Hủ", "La Hủ" },
  { "Lự", "Lự" },
  { "Lô Lô", "Lô Lô" },
  { "Chứt", "Chứt" },
  { "Mảng", "Mảng" },
  { "Pà Thẻn", "Pà Thẻn" },
  { "Cơ Lao", "Cơ Lao", S ("Cờ Lao") },
  { "Cống", "Cống" },
  { "Bố Y", "Bố Y" },
  { "Si La", "Si La" },
  { "Pu Péo", "Pu Péo" },
  { "Brâu", "Brâu" },
  { "Ơ-đu", "Ơ-đu", S ("Ơ đu") },
  { "Rơ-măm", "Rơ-măm", S ("Rơ măm") },
  { "NUOC_NGOAI", "Người nước ngoài" },
  { "KHONG_XAC_DINH", "Không xác định" },
  { NULL },
};

const AnsChoice ans_choices_relation[] = {
  { ANS_RELATION_HEAD, "Chủ hộ", S ("chủ", "bản thân", "CH") },
  { "VO", "Vợ" },
  { "CHONG", "Chồng" },
  { "CON_DE", "Con đẻ", S ("con", "con trai", "con gái", "con ruột") },
  { "CON_NUOI", "Con nuôi" },
  { "CON_DAU", "Con dâu", S ("dâu") },
  { "CON_RE", "Con rể", S ("rể") },
  { "CHA", "Cha", S ("bố", "ba", "cha đẻ", "bố đẻ") },
  { "ME", "Mẹ", S ("má", "mẹ đẻ") },
  { "CHA_ME_VO_CHONG",
    "Cha/Mẹ vợ (chồng)",
    S ("bố vợ", "mẹ vợ", "bố chồng", "mẹ chồng", "cha vợ", "cha chồng") },
  { "ONG", "Ông", S ("ông nội", "ông ngoại") },
  { "BA", "Bà", S ("bà nội", "bà ngoại") },
  { "CHAU", "Cháu", S ("cháu nội", "cháu ngoại", "cháu ruột", "chắt") },
  { "ANH", "Anh", S ("anh trai", "anh ruột", "anh rể") },
  { "CHI", "Chị", S ("chị gái", "chị ruột", "chị dâu") },
  { "EM", "Em", S ("em trai", "em gái", "em ruột", "em dâu", "em rể") },
  { "KHAC", "Khác", S ("ở nhờ", "cùng ở", "người ở cùng", "cô", "dì", "chú", "bác", "cậu") },
  { NULL },
};

const AnsChoice ans_choices_residence[] = {
  { ANS_RESIDENCE_PERMANENT, "Thường trú", S ("TT", "thường chú", "hộ khẩu thường trú") },
  { "TAM_TRU", "Tạm trú", S ("KT3", "KT4") },
  { "TAM_VANG", "Tạm vắng", S ("đi vắng") },
  { ANS_RESIDENCE_MOVED_AWAY, "Đã chuyển đi", S ("chuyển đi") },
  { ANS_RESIDENCE_DEAD, "Đã chết", S ("chết", "mất", "đã mất") },
  { NULL },
};

const AnsChoice ans_choices_pension[] = {
  { "KHONG", "Không" },
  { "LUONG_HUU", "Lương hưu", S ("hưu", "hưu trí") },
  { "TRO_CAP_BHXH", "Trợ cấp BHXH", S ("mất sức", "trợ cấp mất sức lao động") },
  { "TUAT", "Tuất", S ("tử tuất", "tiền tuất") },
  { NULL },
};

const AnsChoice ans_choices_labour_status[] = {
  { "CO_VIEC_LAM", "Có việc làm", S ("đang làm việc", "có việc") },
  { "THAT_NGHIEP", "Thất nghiệp" },
  { "KHONG_THAM_GIA",
    "Không tham gia",
    S ("đi học", "nội trợ", "mất khả năng lao động", "không có nhu cầu", "không hoạt động kinh tế") },
  { NULL },
};

const AnsChoice ans_choices_industry[] = {
  { "NLTS", "Nông, lâm nghiệp và thủy sản", S ("nông nghiệp", "thủy sản", "lâm nghiệp") },
  { "CNXD", "Công nghiệp - xây dựng", S ("công nghiệp", "xây dựng") },
  { "DV", "Dịch vụ", S ("thương mại", "buôn bán") },
  { NULL },
};

const AnsChoice ans_choices_qualification[] = {
  { "0", "Chưa qua đào tạo", S ("không", "lao động phổ thông") },
  { "1", "Đã qua đào tạo không có chứng chỉ", S ("truyền nghề", "kèm cặp") },
  { "2", "Chứng chỉ đào tạo dưới 3 tháng", S ("dưới 3 tháng") },
  { "3", "Sơ cấp" },
  { "4", "Trung cấp", S ("trung học chuyên nghiệp", "THCN") },
  { "5", "Cao đẳng" },
  { "6", "Đại học" },
  { "7", "Trên đại học", S ("thạc sĩ", "tiến sĩ") },
  { NULL },
};

const AnsChoice ans_choices_area[] = {
  { "NT", "Nông thôn" },
  { "TT", "Thành thị" },
  { NULL },
};

const AnsChoice ans_choices_household_status[] = {
  { ANS_HOUSEHOLD_LIVING, "Đang cư trú" },
  { "TACH", "Tách" },
  { "NHAP", "Nhập" },
  { ANS_HOUSEHOLD_MOVED_AWAY, "Chuyển đi" },
  { ANS_HOUSEHOLD_ENDED, "Không còn" },
  { NULL },
};

const AnsChoice ans_choices_village_kind[] = {
  { "THON", "Thôn", S ("làng", "xóm", "bản") },
  { "TO_DAN_PHO", "Tổ dân phố", S ("TDP", "khu phố", "khu") },
  { NULL },
};

const AnsChoice ans_choices_unit_level[] = {
  { "XA", "Xã", S ("phường", "thị trấn", "đặc khu") },
  { "HUYEN", "Huyện", S ("quận", "thị xã", "thành phố thuộc tỉnh") },
  { "TINH", "Tỉnh", S ("thành phố trực thuộc trung ương") },
  { NULL },
};
