/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/* Legal terms that several registers share; each table ends with a code of NULL. */
extern const AnsChoice ans_choices_sex[];
extern const AnsChoice ans_choices_ethnicity[];
extern const AnsChoice ans_choices_relation[];
extern const AnsChoice ans_choices_residence[];
extern const AnsChoice ans_choices_pension[];
extern const AnsChoice ans_choices_labour_status[];
extern const AnsChoice ans_choices_industry[];
extern const AnsChoice ans_choices_qualification[];
extern const AnsChoice ans_choices_area[];
extern const AnsChoice ans_choices_household_status[];
extern const AnsChoice ans_choices_village_kind[];
extern const AnsChoice ans_choices_unit_level[];

/* Codes that code asks for by name. */
#define ANS_SEX_MALE             "NAM"
#define ANS_SEX_FEMALE           "NU"
#define ANS_RELATION_HEAD        "CHU_HO"
#define ANS_RESIDENCE_PERMANENT  "THUONG_TRU"
#define ANS_RESIDENCE_MOVED_AWAY "CHUYEN_DI"
#define ANS_RESIDENCE_DEAD       "CHET"
#define ANS_HOUSEHOLD_LIVING     "DANG_CU_TRU"
#define ANS_HOUSEHOLD_MOVED_AWAY "CHUYEN_DI"
#define ANS_HOUSEHOLD_ENDED      "KHONG_CON"

/* SQL list of the residence codes of people who are of the commune. */
#define ANS_RESIDENCE_PRESENT "('THUONG_TRU', 'TAM_TRU', 'TAM_VANG')"

#define ANS_SYNONYMS(...) ((const char *const[]){ __VA_ARGS__, NULL })

G_END_DECLS
