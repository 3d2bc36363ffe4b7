/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/ans-poverty-change.h"

static gboolean
is (const char *code, const char *other)
{
  return g_strcmp0 (code, other) == 0;
}

const char *
ans_poverty_change (const AnsPovertyPast *past,
                    const char *status,
                    const char *standard,
                    const char *basis)
{
  gboolean from_poor = is (past->status, ANS_POVERTY_POOR);
  gboolean from_near_poor = is (past->status, ANS_POVERTY_NEAR_POOR);

  if (is (basis, ANS_POVERTY_BASELINE))
    return "DAU_KY";
  if (is (basis, ANS_POVERTY_MOVED_IN))
    return "CHUYEN_DEN";
  if ((from_poor || from_near_poor) && !is (past->standard, standard))
    return "DAU_KY";
  if (is (status, ANS_POVERTY_POOR))
    return from_poor        ? "HO_CU"
           : past->was_poor ? "TAI_NGHEO"
           : from_near_poor ? "PHAT_SINH_CAN"
                            : "PHAT_SINH";
  if (is (status, ANS_POVERTY_NEAR_POOR))
    return from_poor             ? "THOAT_CAN"
           : from_near_poor      ? "CAN_CU"
           : past->was_near_poor ? "TAI_CAN"
                                 : "CAN_PHAT_SINH";
  return from_poor ? "THOAT_HET" : from_near_poor ? "THOAT_CAN_NGHEO" : "KHONG_DOI";
}

void
ans_poverty_past_add (AnsPovertyPast *past, const char *status, const char *standard)
{
  past->status = status;
  past->standard = standard;
  past->was_poor |= is (status, ANS_POVERTY_POOR);
  past->was_near_poor |= is (status, ANS_POVERTY_NEAR_POOR);
}
