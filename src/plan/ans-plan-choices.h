/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-choices.h"

G_BEGIN_DECLS

/* Legal terms of the plan; each table ends with a code of NULL. Codes of areas are ids of #AnsArea
 * where the area has one. */
extern const AnsChoice ans_choices_plan_area[];
extern const AnsChoice ans_choices_poverty_definition[];
extern const AnsChoice ans_choices_indicator_kind[];
extern const AnsChoice ans_choices_indicator_direction[];
extern const AnsChoice ans_choices_indicator_source[];
extern const AnsChoice ans_choices_indicator_result[];
extern const AnsChoice ans_choices_task_status[];
extern const AnsChoice ans_choices_body_kind[];
extern const AnsChoice ans_choices_document_role[];
extern const AnsChoice ans_choices_deadline_kind[];
extern const AnsChoice ans_choices_deadline_check[];
extern const AnsChoice ans_choices_month[];

/* Codes that code asks for by name. */
#define ANS_POVERTY_NET         "net"
#define ANS_POVERTY_GROSS       "gross"
#define ANS_RESULT_MET          "DAT"
#define ANS_RESULT_NOT_MET      "KHONG_DAT"
#define ANS_RESULT_NOT_ARISEN   "KHONG_PHAT_SINH"
#define ANS_TASK_NOT_STARTED    "CHUA"
#define ANS_TASK_UNDER_WAY      "DANG"
#define ANS_TASK_DONE           "XONG"
#define ANS_TASK_LATE           "CHAM"

G_END_DECLS
