/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-poverty-look.h"

#include "policy/ans-poverty-change.h"
#include "policy/ans-poverty-terms.h"

static const AnsPovertyLook statuses[] = {
  { ANS_POVERTY_POOR, "ans-poverty-symbolic", "ans-late" },
  { ANS_POVERTY_NEAR_POOR, "ans-warning-symbolic", "ans-going" },
  { ANS_POVERTY_NOT_POOR, "ans-ok-symbolic", "ans-good" },
  { NULL, "ans-dots-symbolic", "ans-waiting" },
};

static const AnsPovertyLook changes[] = {
  { "TAI_NGHEO", "ans-undo-symbolic", "ans-bad" },
  { "PHAT_SINH", "ans-rising-symbolic", "ans-late" },
  { "PHAT_SINH_CAN", "ans-rising-symbolic", "ans-late" },
  { "TAI_CAN", "ans-rising-symbolic", "ans-late" },
  { "CAN_PHAT_SINH", "ans-rising-symbolic", "ans-late" },
  { "THOAT_CAN", "ans-ok-symbolic", "ans-good" },
  { "THOAT_HET", "ans-ok-symbolic", "ans-good" },
  { "THOAT_CAN_NGHEO", "ans-ok-symbolic", "ans-good" },
  { NULL, "ans-dash-symbolic", "ans-waiting" },
};

const AnsPovertyLook *
ans_poverty_look_find (const AnsChoice *choices, const char *code)
{
  const AnsPovertyLook *look = choices == ans_poverty_statuses  ? statuses
                               : choices == ans_poverty_changes ? changes
                                                                : NULL;

  while (look != NULL && look->code != NULL && g_strcmp0 (look->code, code) != 0)
    look++;
  return look;
}
