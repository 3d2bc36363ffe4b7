/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/ans-report-period.h"

G_BEGIN_DECLS

/**
 * AnsPeriodBar:
 *
 * Chooses the period that a page is about: a month, a quarter, six months, …, with steps to the
 * one before and after, or two days. Emits “changed”.
 */
#define ANS_TYPE_PERIOD_BAR (ans_period_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnsPeriodBar, ans_period_bar, ANS, PERIOD_BAR, GtkWidget)

/** ans_period_bar_get_period: the year of today until another one is set. */
AnsReportPeriod ans_period_bar_get_period (AnsPeriodBar *self);
void ans_period_bar_set_period (AnsPeriodBar *self, AnsReportPeriod period);

/** ans_period_bar_follow: goes to the period of the same kind that holds @day; own days stay. */
void ans_period_bar_follow (AnsPeriodBar *self, AnsDate day);

G_END_DECLS
