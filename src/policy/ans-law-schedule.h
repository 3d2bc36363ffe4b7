/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-law-answer.h"

G_BEGIN_DECLS

/**
 * AnsLawMonth:
 * @month: yyyymm
 * @amount: đồng due
 * @lines, @n_lines: what it is made of
 * @paid: đồng paid, as far as it was said
 * @arrears: @amount less @paid: to be paid (truy lĩnh), or to be recovered (truy thu) if negative
 */
typedef struct
{
  int month;
  gint64 amount;
  AnsLawLine *lines;
  guint n_lines;
  gint64 paid;
  gint64 arrears;
} AnsLawMonth;

/**
 * AnsLawSchedule:
 * @from_month: the first month that is due, also before the months asked for if that is known; 0
 * @last_month: the last month asked for that is due; 0
 * @months: (element-type AnsLawMonth): every month asked for
 * @missing: bits of facts that are not known and could change it
 *
 * What is due month by month: domain.md §4.5.
 */
typedef struct
{
  int from_month, last_month;
  GArray *months;
  gint64 total, arrears_total;
  guint64 missing;
  gboolean estimated_age;
} AnsLawSchedule;

/**
 * ans_law_schedule_new:
 * @scheme: one that is paid monthly
 * @from, @to: yyyymm, both included
 *
 * A whole month is due or nothing. Ages and facts are those of the end of the month, as an
 * adjustment is of the month in which it happens; who loses the right within the month still gets
 * the month. Without a date of decision the right is taken to begin when it exists.
 *
 * Returns: (transfer full)
 */
AnsLawSchedule *
ans_law_schedule_new (AnsLaw *law, AnsLawScheme scheme, const AnsLawFacts *facts, int from, int to);

/** ans_law_schedule_pay: adds what was paid for @month. Returns: %FALSE if it is none of those
 * asked for */
gboolean ans_law_schedule_pay (AnsLawSchedule *self, int month, gint64 amount);

void ans_law_schedule_free (AnsLawSchedule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsLawSchedule, ans_law_schedule_free)

G_END_DECLS
