/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-plan.h"

void
ans_plan_init (void)
{
  ans_areas_init ();
}
