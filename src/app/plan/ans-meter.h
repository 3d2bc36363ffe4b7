/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ans-figure-standing.h"

G_BEGIN_DECLS

/**
 * AnsMeter:
 *
 * How much of a target is reached, as a bar as long as the target, with a tick where it should
 * stand by now. Only drawn: the number stands beside it.
 */
#define ANS_TYPE_METER (ans_meter_get_type ())
G_DECLARE_FINAL_TYPE (AnsMeter, ans_meter, ANS, METER, GtkWidget)

GtkWidget *ans_meter_new (void);

/**
 * ans_meter_set:
 * @percent: of the target; the bar ends at 100
 * @expected: (nullable): percent of the target that should be reached by now; -1 for none
 */
void ans_meter_set (AnsMeter *self, AnsStanding standing, double percent, double expected);

/**
 * AnsStandingBar:
 *
 * All indicators as one bar of parts, by how they stand.
 */
#define ANS_TYPE_STANDING_BAR (ans_standing_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnsStandingBar, ans_standing_bar, ANS, STANDING_BAR, GtkWidget)

/** ans_standing_bar_set: @counts: how many stand so */
void ans_standing_bar_set (AnsStandingBar *self, const guint counts[ANS_N_STANDINGS]);

G_END_DECLS
