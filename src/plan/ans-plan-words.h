/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ans-figure-standing.h"

G_BEGIN_DECLS

/* What pages, charts and slides say of indicators, in the words of Vietnamese reports. */

/** ans_plan_words_target: Returns: (transfer full): “120”, “≤ 23,9%”, “Đạt”, “Hạn chế”, "" */
char *ans_plan_words_target (const AnsIndicator *indicator);

/** ans_plan_words_value: Returns: (transfer full): “96”, “24,6%”, “Đạt”, “–” for what is not known
 */
char *ans_plan_words_value (const AnsFigureValue *value, const AnsIndicator *indicator);

/** ans_plan_words_progress: Returns: (transfer full): “57%”, “còn 0,7 điểm %”, "" */
char *ans_plan_words_progress (const AnsFigureValue *value, const AnsIndicator *indicator);

/** ans_plan_words_name: Returns: (transfer full): with a dash where it is a part of another one */
char *ans_plan_words_name (const AnsIndicator *indicator);

/** ans_plan_words_source: Returns: (transfer full): where the number is from: “Tính từ sổ”, “Nhập
 * tay, số liệu ngày 31/08/2022”, for hybrid ones which of the two */
char *ans_plan_words_source (AnsFigure *figure);

/** ans_plan_words_area: Returns: (nullable): official name of the policy area @code */
const char *ans_plan_words_area (const char *code);

/** ans_plan_words_area_order: Returns: its place among the areas */
guint ans_plan_words_area_order (const char *code);

/** ans_plan_words_section: Returns: (transfer full): “mục 2.1” for the code 2.1.3; "" */
char *ans_plan_words_section (const char *code);

G_END_DECLS
