/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-number-cell.h"
#include "app/plan/ans-plan-view.h"

G_BEGIN_DECLS

/**
 * AnsShares:
 *
 * What each village is asked to reach, the annex of the plan, as a grid that is filled in like a
 * spreadsheet: villages by indicators that add up. The sums are compared with the targets; less
 * than the target is pointed out, never refused.
 */
#define ANS_TYPE_SHARES (ans_shares_get_type ())
G_DECLARE_FINAL_TYPE (AnsShares, ans_shares, ANS, SHARES, AnsPlanView)

/** ans_shares_get_cell: Returns: (transfer none) (nullable): the share of @village in the indicator
 * @code */
AnsNumberCell *ans_shares_get_cell (AnsShares *self, const char *code, gint64 village);

/** ans_shares_get_sum: Returns: (transfer none) (nullable): the shown sum of the indicator @code */
const char *ans_shares_get_sum (AnsShares *self, const char *code);

/** ans_shares_get_warning: Returns: (transfer none) (nullable): what stands under the sum of @code;
 * "" when all is well */
const char *ans_shares_get_warning (AnsShares *self, const char *code);

G_END_DECLS
