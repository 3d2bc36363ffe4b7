/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every worked example of the law (domain.md §7) and every rule on both sides of its boundary. */
#include <string.h>

#include "law-asking.h"

#define A "birth=1940-03-10 household=ngheo supporter=no pension=none"
#define B "birth=1940-01-05 household=ngheo supporter=yes pension=none"

static const LawCase examples[] = {
  /* 1 */
  { "BTXH", A, "2022-05-15", "5.5a-2 720000", "82 tuổi" },
  { "BTXH", A, "2024-08-15", "5.5a-2 1000000" },
  { "BTXH", A, "2026-08-15", "5.5a-2 1080000", "NĐ 335/2026/NĐ-CP Điều 5.5a" },
  { "HTXH", A, "2026-08-15", "-", "không hưởng trợ cấp hưu trí xã hội 540.000" },
  /* 2 */
  { "BTXH", B, "2022-05-15", "5.5c 360000" },
  { "BTXH", B, "2024-08-15", "5.5c 500000" },
  { "BTXH", B, "2025-08-15", "-", "đủ điều kiện hưởng HTXH 500.000" },
  { "HTXH", B, "2025-08-15", "HTXH 500000" },
  { "BTXH", "birth=1940 household=ngheo supporter=yes pension=luong_huu", "2022-05-15", "-",
    "hưởng lương hưu" },
  /* 3 */
  { "BTXH", "birth=2012-09-15 disability=n", "2022-05-15", "5.6-N-TE 720000" },
  /* 4 */
  { "BTXH", "birth=2013-02-01 disability=dbn taken_in=no", "2022-05-15", "5.6-ĐBN-TE 900000" },
  { "CHAM_SOC", "birth=2013-02-01 disability=dbn taken_in=no", "2022-05-15",
    "own_family_DBN.per_person 360000" },
  /* 5 */
  { "BTXH", "single_parent=yes household=ngheo children=2010-01-01,2015-02-01", "2022-05-15",
    "5.4 720000" },
  { "BTXH",
    "single_parent=yes household=ngheo children=2010-01-01,2015-02-01 birth=1985-01-01 "
    "disability=n",
    "2022-05-15", "5.4 720000 + 5.6-N 540000" },
  /* 6 */
  { "BTXH", "birth=2018-05-20 orphan=b", "2022-04-30", "5.1-a 900000" },
  { "BTXH", "birth=2018-05-20 orphan=b", "2022-05-31", "5.1-b 540000" },
  /* 7 */
  { "BTXH", "birth=1940-01-05 pension=none death=2022-08-03", "2022-08-31", "5.5c 360000" },
  { "BTXH", "birth=1940-01-05 pension=none death=2022-08-03", "2022-09-01", "-",
    "thôi hưởng từ tháng 09/2022" },
  { "MAI_TANG", "birth=1940-01-05 pension=none death=2022-08-03", "2022-08-31",
    "MAI_TANG_TCXH 7200000" },
  /* 12 */
  { "HO_NGHEO", "area=NT b1=135 deprivations=4", "2022-09-18", "ngheo 0", "B2 40" },
  { "HO_NGHEO", "area=NT b1=135 deprivations=2", "2022-09-18", "can_ngheo 0", "B2 20" },
  { "HO_NGHEO", "area=NT b1=140 deprivations=3", "2022-09-18", "ngheo 0" },
  { "HO_NGHEO", "area=NT b1=141 deprivations=6", "2022-09-18", "khong 0" },
  /* 20 */
  { "NCC", "category=BMVNAH", "2022-05-01", "BMVNAH 4872000 + BMVNAH_PC 1361000" },
  { "NCC", "category=BMVNAH", "2023-07-01", "BMVNAH 6165000 + BMVNAH_PC 1722000" },
  { "NCC", "category=BMVNAH", "2024-07-01", "BMVNAH 8367000 + BMVNAH_PC 2337000" },
  { "NCC", "category=BMVNAH", "2026-07-01", "BMVNAH 9036000", "không suy đoán" },
  /* 22, 23 */
  { "HTXH", "birth=1950 pension=none", "2025-07-05", "HTXH 500000", "tuổi ước tính" },
  { "HTXH", "birth=1953-01-01 household=can_ngheo pension=none", "2025-08-05", "HTXH 500000" },
  { "HTXH", "birth=1953-01-01 household=khong pension=none", "2025-08-05", "-", "chưa đủ 75 tuổi" },
  /* 24 */
  { "DOT_XUAT", "household=ngheo house=mat injured=1 hungry=giap_hat persons=4 months=3",
    "2022-03-15", "BI_THUONG 3600000 + NHA_MAT 40000000", "= 180 kg" },
};

static const LawCase rules[] = {
  /* 5.1 and 5.2: ages 4, 16 and 22; adopted; studies; 29 February */
  { "BTXH", "birth=2018-05-20 orphan=b", "2022-05-19", "5.1-a 900000" },
  { "BTXH", "birth=2018-05-20 orphan=b", "2022-05-20", "5.1-b 540000" },
  { "BTXH", "birth=2018-05-20 orphan=đ adopted=no", "2022-05-21", "5.1-b 540000", "trường hợp đ" },
  { "BTXH", "birth=2018-05-20 orphan=b adopted=yes", "2022-05-21", "-", "con nuôi" },
  { "BTXH", "birth=2018-05-20 orphan=none", "2022-05-21", "-" },
  { "BTXH", "birth=2007-06-30 orphan=l", "2023-06-29", "5.1-b 540000" },
  { "BTXH", "birth=2007-06-30 orphan=l", "2023-06-30", "-", "đã đủ 16 tuổi" },
  { "BTXH", "birth=2007-06-30 orphan=l studying=yes", "2023-06-30", "5.2 540000" },
  { "BTXH", "birth=2007-06-30 orphan=l studying=no", "2023-06-30", "-", "Không đi học" },
  { "BTXH", "birth=2007-06-30 orphan=l study_end=2025-05-31", "2025-05-31", "5.2 750000" },
  { "BTXH", "birth=2007-06-30 orphan=l study_end=2025-05-31", "2025-06-01", "-" },
  { "BTXH", "birth=2000-02-29 orphan=b studying=yes", "2022-02-28", "5.2 540000" },
  { "BTXH", "birth=2000-02-29 orphan=b studying=yes", "2022-03-01", "-", "đã đủ 22 tuổi" },
  { "BTXH", "birth=2004-07-01 orphan=b studying=yes", "2026-06-30", "5.2 750000" },
  { "BTXH", "birth=2004-07-01 orphan=b studying=yes", "2026-07-01", "5.2 810000" },
  { "BTXH", "birth=2004-07-01 orphan=b studying=yes law=2021", "2026-07-01", "-" },
  /* 5.3 and 5.8: poor, HIV, income */
  { "BTXH", "birth=2020-03-01 hiv=yes household=ngheo", "2024-02-29", "5.3-a 900000" },
  { "BTXH", "birth=2020-03-01 hiv=yes household=ngheo", "2024-03-01", "5.3-b 720000" },
  { "BTXH", "birth=2020-03-01 hiv=yes household=can_ngheo", "2024-02-29", "-" },
  { "BTXH", "birth=2008-03-01 hiv=yes household=ngheo income=no", "2024-02-29", "5.3-b 720000" },
  { "BTXH", "birth=2008-03-01 hiv=yes household=ngheo income=no", "2024-03-01", "5.8 540000" },
  { "BTXH", "birth=1990-03-01 hiv=yes household=ngheo income=yes", "2024-03-01", "-" },
  /* whose income is not stable has no pension, unless somebody says so */
  { "BTXH", "birth=1990-03-01 hiv=yes household=ngheo income=no", "2026-07-01", "5.8 810000" },
  { "BTXH", "birth=1990-03-01 hiv=yes household=ngheo income=no pension=luong_huu", "2026-07-01",
    "-" },
  { "BTXH", "birth=1990-03-01 hiv=yes household=ngheo income=no pension=none", "2026-07-01",
    "5.8 810000" },
  { "BTXH", "birth=1990-03-01 hiv=yes household=ngheo income=no pension=luong_huu", "2024-03-01",
    "-" },
  /* 5.4: poor or near-poor, children below 16, or studying up to 22 */
  { "BTXH", "single_parent=yes household=can_ngheo children=2006-05-16", "2022-05-15",
    "5.4 360000" },
  { "BTXH", "single_parent=yes household=can_ngheo children=2006-05-16", "2022-05-16", "-",
    "không có con nào" },
  { "BTXH", "single_parent=yes household=can_ngheo children=2006-05-16/hoc", "2022-05-16",
    "5.4 360000" },
  { "BTXH", "single_parent=yes household=can_ngheo children=2000-05-16/hoc", "2022-05-16", "-" },
  { "BTXH", "single_parent=yes household=can_ngheo children=2004-08-01/hoc", "2026-08-01",
    "5.4 540000" },
  { "BTXH", "single_parent=yes household=khong children=2010-05-16", "2022-05-16", "-" },
  { "BTXH", "single_parent=no household=ngheo children=2010-05-16", "2022-05-16", "-" },
  /* beside 5.5, 5.6 and 5.8; not beside 5.2 */
  { "BTXH",
    "birth=1960-01-01 single_parent=yes household=ngheo supporter=no children=2010-05-16",
    "2022-05-16", "5.4 360000 + 5.5a-1 540000" },
  { "BTXH",
    "birth=1985-01-01 single_parent=yes household=ngheo hiv=yes income=no children=2010-05-16",
    "2022-05-16", "5.4 360000 + 5.8 540000" },
  { "BTXH",
    "birth=2003-01-01 orphan=b studying=yes single_parent=yes household=ngheo children=2021-05-16",
    "2022-05-16", "5.2 540000" },
  { "BTXH",
    "birth=2003-01-01 orphan=b studying=yes single_parent=yes household=ngheo "
    "children=2021-05-16,2020-05-16",
    "2022-05-16", "5.4 720000" },
  /* 5.5a: 60, 80 (2021) and 75 (2026) */
  { "BTXH", "birth=1962-05-16 household=ngheo supporter=no", "2022-05-15", "-" },
  { "BTXH", "birth=1962-05-16 household=ngheo supporter=no", "2022-05-16", "5.5a-1 540000" },
  { "BTXH", "birth=1942-05-16 household=ngheo supporter=no", "2022-05-15", "5.5a-1 540000" },
  { "BTXH", "birth=1942-05-16 household=ngheo supporter=no", "2022-05-16", "5.5a-2 720000" },
  { "BTXH", "birth=1951-07-02 household=ngheo supporter=no", "2026-07-01", "5.5a-1 810000" },
  { "BTXH", "birth=1951-07-02 household=ngheo supporter=no", "2026-07-02", "5.5a-2 1080000" },
  { "BTXH", "birth=1951-06-02 household=ngheo supporter=no", "2026-06-30", "5.5a-1 750000" },
  { "BTXH", "birth=1951-06-02 household=can_ngheo supporter=no", "2022-06-30", "-" },
  { "BTXH", "birth=1940-06-02 household=ngheo supporter=no taken_in=yes", "2022-06-30",
    "5.5d 1080000" },
  { "BTXH", "birth=1940-06-02 household=ngheo supporter=no taken_in=yes", "2026-07-30",
    "5.5b 1620000" },
  /* 5.5b and 5.5c: 75, 80, until 30/06/2025 */
  { "BTXH", "birth=1946-01-01 household=can_ngheo special_area=yes", "2020-12-31", "-",
    "Chưa có dữ liệu" },
  { "BTXH", "birth=1947-01-01 household=can_ngheo special_area=yes", "2021-12-31", "-" },
  { "BTXH", "birth=1947-01-01 household=can_ngheo special_area=yes", "2022-01-01", "5.5b 360000" },
  { "BTXH", "birth=1947-01-01 household=can_ngheo special_area=no", "2022-01-01", "-" },
  { "BTXH", "birth=1942-03-25 pension=none", "2022-03-24", "-", "chưa đủ 80 tuổi" },
  { "BTXH", "birth=1942-03-25 pension=none", "2022-03-25", "5.5c 360000" },
  { "BTXH", "birth=1942-03-25 pension=none", "2025-06-30", "5.5c 500000" },
  { "BTXH", "birth=1942-03-25 pension=none", "2025-07-01", "-" },
  { "BTXH", "birth=1942-03-25 pension=tuat", "2022-03-25", "-", "tuất" },
  { "BTXH", "birth=1942-03-25", "2022-03-25", "-" },
  /* nobody turns 80 after their death */
  { "BTXH", "birth=1942-08-20 pension=none death=2022-08-19", "2022-08-31", "-", "chưa đủ 80" },
  { "BTXH", "birth=1942-08-20 pension=none death=2022-08-20", "2022-08-31", "5.5c 360000" },
  /* 5.6: 16, 60, degree, certificate */
  { "BTXH", "birth=2006-05-16 disability=dbn", "2022-05-15", "5.6-ĐBN-TE 900000" },
  { "BTXH", "birth=2006-05-16 disability=dbn", "2022-05-16", "5.6-ĐBN 720000" },
  { "BTXH", "birth=1962-05-16 disability=dbn", "2022-05-15", "5.6-ĐBN 720000" },
  { "BTXH", "birth=1962-05-16 disability=dbn", "2022-05-16", "5.6-ĐBN-NCT 900000" },
  { "BTXH", "birth=1962-05-16 disability=n", "2022-05-16", "5.6-N-NCT 720000" },
  { "BTXH", "birth=1962-05-16 disability=nhe", "2022-05-16", "-", "Khuyết tật nhẹ" },
  { "BTXH", "birth=1990-05-16 disability=n certificate=2022-04-20", "2022-04-19", "-" },
  { "BTXH", "birth=1990-05-16 disability=n certificate=2022-04-20", "2022-04-20", "5.6-N 540000" },
  /* only the highest */
  { "BTXH", "birth=2015-05-16 orphan=b disability=dbn", "2022-05-16", "5.6-ĐBN-TE 900000" },
  { "BTXH", "birth=2020-05-16 orphan=b disability=n", "2022-05-16", "5.1-a 900000",
    "cũng thuộc diện “Người khuyết tật nặng là trẻ em” nhưng chỉ hưởng một mức cao nhất" },
  { "BTXH", "birth=1950-05-16 household=ngheo supporter=no disability=dbn", "2022-05-16",
    "5.6-ĐBN-NCT 900000" },
  /* 5.7 */
  { "BTXH", "birth=2019-05-16 household=can_ngheo special_area=yes", "2022-05-15", "5.7 540000" },
  { "BTXH", "birth=2019-05-16 household=can_ngheo special_area=yes", "2022-05-16", "-" },
  { "BTXH", "birth=2020-05-16 household=ngheo special_area=yes orphan=b", "2022-05-16",
    "5.1-a 900000" },
  /* the standard on both sides of its dates, and what was in force */
  { "BTXH", "birth=1990-05-16 disability=n", "2021-06-30", "-" },
  { "BTXH", "birth=1990-05-16 disability=n", "2021-07-01", "5.6-N 540000" },
  { "BTXH", "birth=1990-05-16 disability=n", "2024-06-30", "5.6-N 540000" },
  { "BTXH", "birth=1990-05-16 disability=n", "2024-07-01", "5.6-N 750000" },
  { "BTXH", "birth=1990-05-16 disability=n", "2026-06-30", "5.6-N 750000" },
  { "BTXH", "birth=1990-05-16 disability=n", "2026-07-01", "5.6-N 810000" },
  { "BTXH", "birth=1990-05-16 disability=n known=2026-10-04", "2026-07-01", "5.6-N 750000" },
  { "BTXH", "birth=1990-05-16 disability=n known=2026-10-05", "2026-07-01", "5.6-N 810000" },
  { "BTXH", "birth=1950-05-16 household=ngheo supporter=no known=2026-10-04", "2026-07-01",
    "5.5a-1 750000" },
  /* social pension */
  { "HTXH", "birth=1940 pension=none", "2025-06-30", "-", "chưa có trợ cấp hưu trí xã hội" },
  { "HTXH", "birth=1950-07-02 pension=none household=khong", "2025-07-01", "-" },
  { "HTXH", "birth=1950-07-02 pension=none household=khong", "2025-07-02", "HTXH 500000" },
  { "HTXH", "birth=1955-07-02 pension=none household=ngheo", "2025-07-01", "-" },
  { "HTXH", "birth=1955-07-02 pension=none household=ngheo", "2025-07-02", "HTXH 500000" },
  /* which age is said, also where nothing else is known */
  { "HTXH", "birth=1958-01-01 household=ngheo pension=none", "2025-08-15", "-", "chưa đủ 70 tuổi" },
  { "HTXH", "birth=1958-01-01 household=khong pension=none", "2025-08-15", "-", "chưa đủ 75 tuổi" },
  { "HTXH", "birth=1990-01-01", "2025-08-15", "-", "NĐ 176/2025/NĐ-CP Điều 2" },
  /* what is known and not enough is said with the clause */
  { "HTXH", "birth=1953-01-01 household=ngheo pension=luong_huu", "2025-08-15", "-",
    "còn phải biết: Mức lương hưu" },
  { "BTXH", "orphan=b", "2022-05-15", "-", "Mồ côi cả cha và mẹ (trường hợp b): chưa đủ căn cứ" },
  { "CHAM_SOC", "birth=2004-01-01 disability=dbn", "2022-05-15", "-", "còn phải biết: Được hộ" },
  { "HTXH", "birth=1940 pension=luong_huu pension_amount=499999", "2025-07-02", "HTXH 500000" },
  { "HTXH", "birth=1940 pension=luong_huu pension_amount=500000", "2025-07-02", "-" },
  { "HTXH", "birth=1940 pension=luong_huu pension_amount=500000", "2026-07-01", "HTXH 540000" },
  { "HTXH", "birth=1940 pension=luong_huu", "2025-07-02", "-" },
  { "HTXH", "birth=1940 pension=none", "2026-06-30", "HTXH 500000" },
  { "HTXH", "birth=1940 pension=none known=2026-10-04", "2026-07-01", "HTXH 500000" },
  { "HTXH", "birth=1940 pension=none", "2026-07-01", "HTXH 540000" },
  { "HTXH", "birth=1940 pension=none disability=n", "2026-07-01", "-" },
  /* care support */
  { "CHAM_SOC", "birth=2018-05-20 orphan=b taken_in=yes", "2022-05-19", "foster_child.<4 900000" },
  { "CHAM_SOC", "birth=2018-05-20 orphan=b taken_in=yes", "2022-05-20", "foster_child.4-15 540000" },
  { "CHAM_SOC", "birth=2018-05-20 orphan=b taken_in=no", "2022-05-20", "-" },
  { "CHAM_SOC", "birth=1950 household=ngheo supporter=no taken_in=yes", "2022-05-20",
    "elder_5.5d 540000" },
  { "CHAM_SOC", "birth=2006-05-16 disability=dbn taken_in=yes", "2022-05-15",
    "taken_in_DBN_child.per_person 900000" },
  { "CHAM_SOC", "birth=2006-05-16 disability=dbn taken_in=yes", "2022-05-16",
    "taken_in_DBN_adult.per_person 540000" },
  { "CHAM_SOC", "birth=2006-05-16 disability=dbn", "2022-05-16", "-" },
  { "CHAM_SOC", "birth=2006-05-16 disability=n taken_in=no", "2022-05-16", "-" },
  { "CHAM_SOC", "birth=1990 disability=n pregnant=yes", "2022-05-16",
    "disabled_pregnant_or_one_child_<36m 540000" },
  { "CHAM_SOC", "birth=1990 disability=n pregnant=yes children=2019-05-16", "2022-05-15",
    "disabled_pregnant_and_one_or_two_plus_<36m 720000" },
  { "CHAM_SOC", "birth=1990 disability=n pregnant=yes children=2019-05-16", "2022-05-16",
    "disabled_pregnant_or_one_child_<36m 540000" },
  { "CHAM_SOC", "birth=1990 disability=nhe pregnant=yes", "2022-05-16", "-" },
  { "CHAM_SOC", "birth=1990 disability=dbn taken_in=no pregnant=yes", "2022-05-16",
    "own_family_DBN.per_person 360000 + disabled_pregnant_or_one_child_<36m 540000" },
  /* funerals, by the day of death */
  { "MAI_TANG", "birth=1990 disability=n death=2024-06-30", "2024-07-02", "MAI_TANG_TCXH 7200000" },
  { "MAI_TANG", "birth=1990 disability=n death=2024-07-01", "2024-07-02", "MAI_TANG_TCXH 10000000" },
  { "MAI_TANG", "birth=1990 disability=n death=2026-10-05", "2026-10-06", "MAI_TANG_TCXH 10800000" },
  { "MAI_TANG", "birth=1990 disability=n death=2024-07-01", "2024-06-30", "-" },
  { "MAI_TANG", "birth=1990 disability=n", "2024-06-30", "-", "ngày chết" },
  { "MAI_TANG", "birth=1990 disability=none death=2024-06-30", "2024-07-02", "-" },
  { "MAI_TANG", "birth=1990 disability=n decision=2024-07-01 death=2024-06-30", "2024-07-02", "-",
    "sau ngày chết" },
  { "MAI_TANG", "birth=1990 disability=n decision=2026-11-01 death=2026-10-05", "2026-11-02",
    "MAI_TANG_TCXH 10800000" },
  { "MAI_TANG", "birth=1944-06-30 pension=tuat death=2024-06-29", "2024-07-02", "-" },
  { "MAI_TANG", "birth=1944-06-30 pension=tuat death=2024-06-30", "2024-07-02",
    "MAI_TANG_BHXH 7200000" },
  { "MAI_TANG", "birth=1951-10-05 pension=tuat death=2026-10-04", "2026-11-02", "-" },
  { "MAI_TANG", "birth=1951-10-05 pension=tuat death=2026-10-05", "2026-11-02",
    "MAI_TANG_BHXH 10800000" },
  { "MAI_TANG", "birth=1956-10-05 pension=tuat household=can_ngheo death=2026-10-05", "2026-11-02",
    "MAI_TANG_BHXH 10800000" },
  { "MAI_TANG", "birth=2006-08-11 single_parent_child=yes death=2022-08-10", "2022-08-20",
    "MAI_TANG_CON_5.4 7200000" },
  { "MAI_TANG", "birth=2006-08-10 single_parent_child=yes death=2022-08-10", "2022-08-20", "-" },
  { "MAI_TANG", "birth=2006-08-10 single_parent_child=yes studying=yes death=2022-08-10",
    "2022-08-20", "MAI_TANG_CON_5.4 7200000" },
  { "MAI_TANG", "birth=2000-08-10 single_parent_child=yes studying=yes death=2022-08-10",
    "2022-08-20", "-" },
  { "MAI_TANG", "birth=1950-01-01 pension=luong_huu household=khong disability=n death=2022-08-10 "
    "certificate=2022-08-11", "2022-08-20", "-", "chưa đến ngày đó" },
  { "MAI_TANG", "birth=1940-01-01 pension=luong_huu household=khong disability=none "
    "death=2022-08-10", "2022-08-20", "-", "Đang hưởng lương hưu: không đủ điều kiện" },
  { "MAI_TANG", "birth=2015 single_parent_child=no death=2022-08-10", "2022-08-20", "-" },
  { "MAI_TANG", "birth=2001-01-01 single_parent_child=yes studying=yes death=2026-10-05", "2026-10-06",
    "MAI_TANG_CON_5.4 10800000", "NĐ 335/2026/NĐ-CP Điều 11" },
  { "MAI_TANG", "birth=1945 pension=none death=2025-08-01", "2025-08-02", "MAI_TANG_HTXH 10000000" },
  /* emergencies */
  { "DOT_XUAT", "injured=2", "2024-07-01", "BI_THUONG 10000000" },
  { "DOT_XUAT", "victims=1", "2022-07-01", "MAI_TANG_THIEN_TAI 18000000" },
  { "DOT_XUAT", "victims=1", "2026-10-05", "MAI_TANG_THIEN_TAI 27000000" },
  { "DOT_XUAT", "house=hu_hong household=khong hardship=no", "2022-07-01", "-" },
  { "DOT_XUAT", "house=di_doi household=khong hardship=yes", "2022-07-01", "NHA_DI_DOI 30000000" },
  { "DOT_XUAT", "protected_days=3", "2026-10-04", "TIEN_AN 180000" },
  { "DOT_XUAT", "protected_days=3", "2026-10-05", "TIEN_AN 300000" },
  { "DOT_XUAT", "hungry=tet persons=2 months=3", "2022-01-20", "-", "= 30 kg" },
  /* meritorious people: percents, supplements, how many of a kind */
  { "NCC", "category=THUONG_BINH rate=20", "2022-05-01", "-", "dưới 21" },
  { "NCC", "category=THUONG_BINH rate=21", "2022-05-01", "THUONG_BINH 1094000" },
  { "NCC", "category=THUONG_BINH rate=80", "2022-05-01", "THUONG_BINH 4164000" },
  { "NCC", "category=THUONG_BINH rate=100 special=no carer=no", "2022-05-01",
    "THUONG_BINH 5207000 + TB_PC81 815000" },
  { "NCC", "category=THUONG_BINH rate=100 special=yes carer=yes", "2022-05-01",
    "THUONG_BINH 5207000 + TB_PC81_DBN 1670000 + TB_PHUCVU81_DBN 2086000" },
  { "NCC", "category=BB rate=40", "2024-08-01", "-" },
  { "NCC", "category=BB rate=60", "2024-08-01", "BB_51_60 3627000" },
  { "NCC", "category=BB rate=61", "2024-08-01", "BB_61_70 4622000" },
  { "NCC", "category=BB_61_70", "2024-08-01", "BB_61_70 4622000" },
  { "NCC", "category=BENH_BINH rate=91 special=no carer=no", "2024-08-01",
    "BB_91_100 7104000 + BB_PC81 1399000" },
  { "NCC", "category=HH rate=80", "2024-08-01", "HH_61_80 4964000" },
  { "NCC", "category=HH rate=81 special=no carer=yes", "2024-08-01",
    "HH_81 6358000 + HH_PC81 1399000 + HH_PHUCVU81 2789000" },
  { "NCC", "category=LS_TUAT martyrs=2 alone=yes", "2023-06-30",
    "LS_TUAT_2 3248000 + LS_TUAT_ND_THEM 1299000" },
  { "NCC", "category=LS_TUAT martyrs=5", "2023-07-01", "LS_TUAT_3 6165000" },
  { "NCC", "category=LS_TUAT martyrs=1 known=2023-09-04", "2023-07-01", "LS_TUAT_1 1624000" },
  { "NCC", "category=LS_TUAT martyrs=1 known=2023-09-05", "2023-07-01", "LS_TUAT_1 2055000" },
  { "NCC", "category=TB61_TUAT+BB61_TUAT+LS_TUAT_1 alone=yes", "2024-08-01",
    "TB61_TUAT 1565000 + TB61_TUAT_ND_THEM 2231000 + LS_TUAT_1 2789000",
    "tối đa hai suất tuất" },
  { "NCC", "category=THUONG_BINH+HH rate=45+85 carer=no special=no", "2024-08-01",
    "THUONG_BINH 4024000 + HH_81 6358000 + HH_PC81 1399000" },
  { "NCC", "category=THUONG_BINH+HH rate=85 carer=yes special=no", "2024-08-01",
    "THUONG_BINH 7601000 + TB_PC81 1399000 + TB_PHUCVU81 2789000 + HH_81 6358000 + HH_PC81 "
    "1399000",
    "người phục vụ cao nhất" },
  /* percents of the categories that have one; what else each category has of its own */
  { "NCC", "category=LS_TUAT_1+THUONG_BINH+HH rate=61+45 alone=no", "2024-08-01",
    "LS_TUAT_1 2789000 + THUONG_BINH 5450000 + HH_41_60 3542000" },
  { "NCC", "category=THUONG_BINH+HH rate=85+85 special=yes+no carer=no", "2024-08-01",
    "THUONG_BINH 7601000 + TB_PC81_DBN 2867000 + HH_81 6358000 + HH_PC81 1399000" },
  { "NCC", "category=LS_TUAT+BMVNAH martyrs=2+0 alone=yes+no carer=no+yes", "2023-06-30",
    "LS_TUAT_2 3248000 + LS_TUAT_ND_THEM 1299000 + BMVNAH 4872000 + BMVNAH_PC 1361000 + "
    "BMVNAH_PHUCVU 1624000" },
  /* a supplement by its code */
  { "NCC", "category=TB_PC81", "2023-06-30", "TB_PC81 815000" },
  { "NCC", "category=TB_PC81 rate=80", "2023-06-30", "-" },
  { "NCC", "category=BMVNAH_PHUCVU", "2024-06-30", "BMVNAH_PHUCVU 2055000" },
  { "NCC", "category=LS_TUAT_ND_THEM", "2024-07-01", "LS_TUAT_ND_THEM 2231000" },
  /* what nobody read is to be looked up */
  { "NCC", "category=BMVNAH carer=no", "2026-07-01", "BMVNAH 9036000",
    "đối chiếu văn bản trước khi chi" },
  { "NCC", "category=HH_CON rate=61", "2024-08-01", "HH_CON_61_80 1673000" },
  { "NCC", "category=LTCM_THOATLY seniority=3", "2024-08-01",
    "LTCM_THOATLY 3117000 + LTCM_THOATLY_PC_MOI_THAMNIEN 1587000" },
  { "NCC", "category=GDCM_HCKC alone=yes", "2024-08-01", "GDCM_HCKC 1639000 + GDCM_ND_THEM 2231000" },
  { "NCC", "category=THUONG_BINH rate=45", "2026-06-30", "THUONG_BINH 4024000" },
  { "NCC", "category=THUONG_BINH rate=45", "2026-07-01", "-", "không suy đoán" },
  { "NCC", "category=THUONG_BINH rate=45 known=2026-09-30", "2026-07-01", "THUONG_BINH 4024000" },
  { "NCC", "category=THUONG_BINH rate=45", "2021-06-30", "-" },
  { "NCC", "category=TUDAY death=2024-08-10", "2024-08-31", "TUDAY 1673000", "5.019.000" },
  { "NCC", "category=TUDAY death=2024-08-10", "2024-09-01", "-" },
  /* poverty on both sides of its dates */
  { "HO_NGHEO", "area=TT b1=175 deprivations=3", "2022-01-01", "ngheo 0" },
  { "HO_NGHEO", "area=TT b1=176 deprivations=3", "2026-12-31", "khong 0" },
  { "HO_NGHEO", "area=NT b1=100 deprivations=3", "2021-12-31", "-" },
  { "HO_NGHEO", "area=NT b1=100 deprivations=3", "2027-01-01", "-", "nhập kết quả" },
  { "HO_NGHEO", "b1=140 deprivations=2", "2023-01-01", "can_ngheo 0" },
  { "HO_NGHEO", "b1=176", "2023-01-01", "khong 0", "176 > 175: vượt chuẩn về thu nhập (" },
  { "HO_NGHEO", "b1=150 deprivations=2", "2023-01-01", "-" },
  { "HO_NGHEO", "area=NT b1=141", "2023-01-01", "khong 0" },
  /* from which month */
  { "BTXH", "birth=1990-05-16 disability=n certificate=2022-04-20 decision=2022-06-15",
    "2022-06-30", "5.6-N 540000", "Hưởng từ tháng 04/2022: tháng cấp giấy" },
  { "BTXH", "birth=1990-05-16 disability=n certificate=2026-09-20 decision=2026-10-05",
    "2026-10-31", "5.6-N 810000", "Hưởng từ tháng 10/2026: tháng ký quyết định" },
  { "BTXH", "birth=1942-03-25 pension=none decision=2022-05-10", "2022-05-31", "5.5c 360000",
    "Hưởng từ tháng 03/2022: tháng đủ 80 tuổi" },
  { "BTXH", "birth=2015-03-25 orphan=b", "2022-05-31", "5.1-b 540000",
    "Hưởng từ tháng ký quyết định" },
  /* suspension */
  { "BTXH", "birth=1990-05-16 disability=n suspended=2022-06", "2022-05-31", "5.6-N 540000" },
  { "BTXH", "birth=1990-05-16 disability=n suspended=2022-06", "2022-06-01", "-", "tạm dừng" },
  { "BTXH", "birth=2007-06-15 orphan=b suspended=2023-04 resumed=2023-08", "2023-05-15", "-",
    "thôi hưởng từ khi tạm dừng" },
  { "BTXH", "birth=2007-06-15 orphan=b suspended=2023-04 resumed=2023-06", "2023-05-15",
    "5.1-b 540000", "truy lĩnh" },
  { "BTXH", "birth=1990-05-16 disability=n death=2022-06-10", "2022-07-01", "-",
    "(NĐ 20/2021/NĐ-CP Điều 8" },
  { "BTXH", "birth=1990-05-16 disability=n suspended=2022-06 resumed=2022-08", "2022-06-01",
    "5.6-N 540000", "truy lĩnh" },
};

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    law_assert (&examples[i]);
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    law_assert (&rules[i]);
}

/* What is not known is named if it could change the answer, and only then. */
static void
test_missing (void)
{
  static const struct
  {
    const char *scheme, *facts, *day;
    AnsFact fact;
    gboolean missing;
  } cases[] = {
    { "BTXH", "birth=1940 household=ngheo", "2022-05-15", ANS_FACT_SUPPORTER, TRUE },
    { "BTXH", "birth=1940 household=khong", "2022-05-15", ANS_FACT_SUPPORTER, FALSE },
    { "BTXH", "birth=1940 household=ngheo supporter=no", "2022-05-15", ANS_FACT_PENSION, FALSE },
    { "BTXH", "birth=1940 household=khong", "2022-05-15", ANS_FACT_PENSION, TRUE },
    { "BTXH", "birth=1990 disability=n", "2022-05-15", ANS_FACT_ORPHAN, FALSE },
    { "BTXH", "birth=2015 disability=n", "2022-05-15", ANS_FACT_HIV, FALSE },
    { "BTXH", "birth=2020 disability=n", "2022-05-15", ANS_FACT_ORPHAN, TRUE },
    { "BTXH", "birth=2015 orphan=b", "2022-05-15", ANS_FACT_ADOPTED, TRUE },
    { "BTXH", "disability=n", "2022-05-15", ANS_FACT_BIRTH, TRUE },
    { "BTXH", "birth=1955 single_parent=yes", "2022-05-15", ANS_FACT_CHILDREN, TRUE },
    { "BTXH", "birth=1955 household=ngheo", "2022-05-15", ANS_FACT_CHILDREN, FALSE },
    { "BTXH", "birth=1990 hiv=yes household=ngheo income=no", "2026-07-01", ANS_FACT_PENSION, TRUE },
    { "HTXH", "birth=1953 pension=none", "2025-08-01", ANS_FACT_HOUSEHOLD, TRUE },
    { "HTXH", "birth=1953 pension=none", "2025-06-01", ANS_FACT_HOUSEHOLD, FALSE },
    { "NCC", "category=THUONG_BINH", "2022-05-15", ANS_FACT_RATE, TRUE },
    { "NCC", "category=THUONG_BINH rate=80", "2022-05-15", ANS_FACT_SPECIAL, FALSE },
    { "NCC", "category=THUONG_BINH rate=81", "2022-05-15", ANS_FACT_SPECIAL, TRUE },
    { "NCC", "", "2022-05-15", ANS_FACT_CATEGORY, TRUE },
    { "MAI_TANG", "birth=1950-01-01 disability=none household=khong pension=none death=2022-08-10",
      "2022-08-20", ANS_FACT_SINGLE_PARENT_CHILD, FALSE },
    { "MAI_TANG", "birth=2015-01-01 disability=none household=khong pension=none death=2022-08-10",
      "2022-08-20", ANS_FACT_SINGLE_PARENT_CHILD, TRUE },
    { "HO_NGHEO", "area=NT b1=141", "2022-05-15", ANS_FACT_DEPRIVATIONS, FALSE },
    { "HO_NGHEO", "area=NT b1=140", "2022-05-15", ANS_FACT_DEPRIVATIONS, TRUE },
    { "HO_NGHEO", "b1=150 deprivations=1", "2022-05-15", ANS_FACT_AREA, TRUE },
    { "CHAM_SOC", "disability=dbn", "2022-05-15", ANS_FACT_TAKEN_IN, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnsLawAnswer) answer =
          law_ask_of (ans_law_get_default (), cases[i].scheme, cases[i].facts, cases[i].day);

      if (((answer->missing & ANS_FACT_BIT (cases[i].fact)) != 0) != cases[i].missing)
        g_error ("%s %s: “%s” is %smissing", cases[i].scheme, cases[i].facts,
                 ans_fact_info (cases[i].fact)->name, cases[i].missing ? "not " : "");
    }
}

/* The chain names the facts that the scheme looks at; an age is estimated, too, where a child's is. */
static void
test_used (void)
{
  static const struct
  {
    const char *scheme, *facts, *day;
    AnsFact fact;
    gboolean used, estimated;
  } cases[] = {
    { "NCC", "category=BMVNAH law=2021", "2024-08-01", ANS_FACT_LAW, FALSE, FALSE },
    { "NCC", "category=BMVNAH known=2024-08-01", "2024-08-01", ANS_FACT_KNOWN, TRUE, FALSE },
    /* what is not paid was looked at, too */
    { "BTXH", "birth=2020-05-16 orphan=b disability=n", "2022-05-16", ANS_FACT_DISABILITY, TRUE,
      FALSE },
    { "BTXH", "birth=1940-03-10 household=ngheo supporter=no pension=none", "2026-08-15",
      ANS_FACT_PENSION, TRUE, FALSE },
    { "BTXH", "birth=1940-03-10 household=ngheo supporter=no pension=none", "2022-08-15",
      ANS_FACT_PENSION, FALSE, FALSE },
    { "DOT_XUAT", "injured=1 law=2021", "2024-08-01", ANS_FACT_LAW, FALSE, FALSE },
    { "BTXH", "birth=2015-01-01 orphan=b law=2021", "2024-08-01", ANS_FACT_LAW, TRUE, FALSE },
    { "BTXH", "birth=2015-01-01 orphan=b sex=nu", "2024-08-01", ANS_FACT_SEX, FALSE, FALSE },
    { "BTXH", "birth=2015 orphan=b", "2024-08-01", ANS_FACT_BIRTH, TRUE, TRUE },
    { "BTXH", "single_parent=yes household=ngheo children=2015", "2024-08-01", ANS_FACT_CHILDREN,
      TRUE, TRUE },
    { "BTXH", "single_parent=yes household=ngheo children=2015-02-01", "2024-08-01",
      ANS_FACT_CHILDREN, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnsLawAnswer) answer =
          law_ask_of (ans_law_get_default (), cases[i].scheme, cases[i].facts, cases[i].day);

      if (((answer->used & ANS_FACT_BIT (cases[i].fact)) != 0) != cases[i].used ||
          answer->estimated_age != cases[i].estimated)
        g_error ("%s %s: “%s” is %sused, or the age %sestimated", cases[i].scheme, cases[i].facts,
                 ans_fact_info (cases[i].fact)->name, cases[i].used ? "not " : "",
                 cases[i].estimated ? "not " : "");
    }
}

static void
test_facts (void)
{
  static const char *const wrong[][2] = {
    { "birth", "2022-14" },      { "birth", "" },           { "birth", "05/2022" },
    { "household", "poor" },     { "orphan", "f" },         { "orphan", "j" },
    { "certificate", "2022-05" }, { "suspended", "2022" },  { "suspended", "2022-05-01" },
    { "pension_amount", "-1" },  { "pension_amount", "1.5" }, { "pension_amount", "" },
    { "children", "" },          { "children", "2015/" },   { "children", "2015,," },
    { "rate", "101" },           { "rate", "45+" },         { "category", "A+A" },
    { "law", "2020" },           { "deprivations", "13" },  { "b1", "x" },
    { "supporter", "có" },       { "special", "yes+maybe" }, { "martyrs", "2+" },
    { "supporter", "yes+no" },
  };
  AnsLawFacts facts = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) one = NULL;

      g_assert_false (ans_law_facts_set (&facts, wrong[i][0], wrong[i][1], &one));
      g_assert_error (one, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE);
      g_assert_nonnull (strstr (one->message, wrong[i][0]));
    }
  g_assert_false (ans_law_facts_set (&facts, "height", "1", &error));
  g_assert_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_UNKNOWN_FACT);
  g_clear_error (&error);
  g_assert_cmpuint (facts.given, ==, 0);

  law_read_facts ("birth=2000-01-01 death=1999-12-31", &facts);
  g_assert_false (ans_law_facts_check (&facts, NULL));
  law_read_facts ("resumed=2022-01", &facts);
  g_assert_false (ans_law_facts_check (&facts, NULL));
  law_read_facts ("suspended=2022-02 resumed=2022-01", &facts);
  g_assert_false (ans_law_facts_check (&facts, NULL));
  law_read_facts ("suspended=2022-01 resumed=2022-02", &facts);
  g_assert_true (ans_law_facts_check (&facts, NULL));
  law_read_facts ("category=THUONG_BINH+HH rate=45+61+81", &facts);
  g_assert_false (ans_law_check_facts (ans_law_get_default (), &facts, NULL));
  law_read_facts ("category=THUONG_BINH+HH rate=45 special=yes+no+no", &facts);
  g_assert_false (ans_law_check_facts (ans_law_get_default (), &facts, NULL));
  law_read_facts ("category=THUONG_BINH+HH rate=45 special=yes+no+no", &facts);
  g_assert_true (ans_law_facts_set (&facts, "special", "yes", NULL));
  g_assert_true (ans_law_check_facts (ans_law_get_default (), &facts, NULL));
  law_read_facts ("category=NOBODY", &facts);
  g_assert_false (ans_law_check_facts (ans_law_get_default (), &facts, NULL));
}

static void
test_lookups (void)
{
  AnsLaw *law = ans_law_get_default ();

  /* NĐ 135/2020 Điều 4: men 60y3m in 2021, 60y6m in 2022; women 55y4m in 2021 */
  g_assert_cmpint (ans_law_retirement_day (law, 19610115, TRUE), ==, 20210415);
  g_assert_cmpint (ans_law_retirement_day (law, 19611015, TRUE), ==, 20220415);
  g_assert_cmpint (ans_law_retirement_day (law, 19660110, FALSE), ==, 20210510);
  g_assert_cmpint (ans_law_retirement_day (law, 19900110, TRUE), ==, 20520110);
  g_assert_cmpint (ans_law_retirement_day (law, 19500110, TRUE), ==, 0);
  /* example 25 */
  g_assert_cmpint (ans_law_minimum_wage (law, "hoang_hoa", 20220815)->value, ==, 3640000);
  g_assert_cmpint (ans_law_minimum_wage (law, "hoang_hoa", 20220515)->value, ==, 3070000);
  g_assert_cmpint (ans_law_minimum_wage (law, "xa_hoang_thanh", 20260101)->value, ==, 4140000);
  g_assert_null (ans_law_minimum_wage (law, "hoang_hoa", 20260101));
  g_assert_cmpstr (ans_law_map_group (law, "5.5d"), ==, "5.5b");
  g_assert_cmpstr (ans_law_map_group (law, "5.5c"), ==, "HTXH");
}

static void
test_data (void)
{
  g_autoptr (GPtrArray) wrong = ans_law_check (ans_law_get_default ());
  g_autoptr (GError) error = NULL;
  static const char header[] =
      "scheme,code,value,unit,effective_from,in_force_from,effective_to,legal_basis,check,source\n";
  /* two rows for a day, a mark that is none */
  static const char *const faults[] = {
    "SA_STANDARD,base,1,d,2026-07-01,,,NĐ,unverified,x\n",
    "SA_STANDARD,other,1,d,2026-07-01,,,NĐ,sure,x\n",
    "SA_STANDARD,other,1,d,2026-07-01,,2026-07-31,NĐ,unverified,x\nSA_STANDARD,other,1,d,2026-08-"
    "02,,,NĐ,unverified,x\n",
  };

  g_assert_cmpuint (wrong->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = g_strconcat (header, faults[i], NULL);
      g_autoptr (AnsLaw) law = ans_law_new (text, NULL, &error);
      g_autoptr (GPtrArray) found = NULL;

      g_assert_no_error (error);
      found = ans_law_check (law);
      g_assert_cmpuint (found->len, >, 0);
    }
}

/* A province may pay more. */
static void
test_province (void)
{
  static const char rates[] =
      "scheme,code,value,unit,effective_from,in_force_from,effective_to,legal_basis,check,source\n"
      "SA_STANDARD,base@99,600000,dong/thang,2025-01-01,,,NQ HĐND,unverified,thử\n"
      "HTXH,base@99,700000,dong/thang,2026-01-01,,,NQ HĐND,unverified,thử\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsLaw) law = ans_law_new (rates, "99", &error);
  g_autoptr (AnsLawAnswer) before = NULL, after = NULL, pension = NULL;

  g_assert_no_error (error);
  before = law_ask_of (law, "BTXH", "birth=1990-01-01 disability=n", "2024-12-31");
  after = law_ask_of (law, "BTXH", "birth=1990-01-01 disability=n", "2025-01-01");
  pension = law_ask_of (law, "HTXH", "birth=1940 pension=none", "2026-01-01");
  g_assert_cmpint (before->total, ==, 750000);
  g_assert_cmpint (after->total, ==, 900000);
  g_assert_cmpstr (ans_law_line_check (&after->lines[0]), ==, "unverified");
  g_assert_cmpint (pension->total, ==, 700000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/examples", test_examples);
  g_test_add_func ("/law/rules", test_rules);
  g_test_add_func ("/law/missing", test_missing);
  g_test_add_func ("/law/used", test_used);
  g_test_add_func ("/law/facts", test_facts);
  g_test_add_func ("/law/lookups", test_lookups);
  g_test_add_func ("/law/data", test_data);
  g_test_add_func ("/law/province", test_province);
  return g_test_run ();
}
