/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/* Terms of the poverty review; each table ends with a code of NULL. */
extern const AnsChoice ans_poverty_statuses[];
extern const AnsChoice ans_poverty_standard_choices[];
extern const AnsChoice ans_poverty_causes[];
extern const AnsChoice ans_poverty_wishes[];
extern const AnsChoice ans_poverty_changes[];
extern const AnsChoice ans_poverty_bases[];

#define ANS_POVERTY_POOR      "NGHEO"
#define ANS_POVERTY_NEAR_POOR "CAN_NGHEO"
#define ANS_POVERTY_NOT_POOR  "KHONG"

/* How a status came into the book. */
#define ANS_POVERTY_BASELINE   "DAU_KY"    /* the list at the start of a period */
#define ANS_POVERTY_RECOGNISED "CONG_NHAN" /* a decision */
#define ANS_POVERTY_MOVED_IN   "CHUYEN_DEN"

#define ANS_POVERTY_AREA_RURAL "NT"
#define ANS_POVERTY_AREA_URBAN "TT"

#define ANS_POVERTY_N_DEPRIVATIONS 12

/**
 * AnsPovertyDeprivation:
 * @number: 1–12, as the form counts them
 * @field: name of its field in an assessment: d1
 * @dimension: one of six
 * @label: short, as on the form
 * @text: when a household is deprived
 * @check: how far @text was checked against the decree
 *
 * One of the twelve indicators of basic social services.
 */
typedef struct
{
  int number;
  const char *field;
  const char *dimension;
  const char *label;
  const char *text;
  const char *check;
} AnsPovertyDeprivation;

extern const AnsPovertyDeprivation ans_poverty_deprivations[ANS_POVERTY_N_DEPRIVATIONS];

G_END_DECLS
