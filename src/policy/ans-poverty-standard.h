/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-poverty-terms.h"
#include "policy/ans-rate-table.h"

G_BEGIN_DECLS

/** ans_poverty_standards: Returns: (transfer none): data/policy/poverty-standards.csv; its schemes
 * are the standards, which are also the codes of #ans_poverty_standard_choices */
AnsRateTable *ans_poverty_standards (void);

/** ans_poverty_standards_check: Returns: (transfer full) (element-type utf8): what is wrong with
 * @table: beside ans_rate_table_check(), days with no or two standards, figures that do not cover
 * the time of their standard, standards that are no choice */
GPtrArray *ans_poverty_standards_check (AnsRateTable *table);

/** ans_poverty_standard_on: Returns: (transfer none) (nullable): the standard that applies on @day
 * (ISO), %NULL if none is known */
const char *ans_poverty_standard_on (const char *day);

/** ans_poverty_standard_starts: Returns: (transfer none) (nullable): the first day of @standard */
const char *ans_poverty_standard_starts (const char *standard);

/**
 * AnsPovertyVerdict:
 * @result: (nullable): a code of #ans_poverty_statuses; %NULL: not decidable
 * @b2: points of form B2; -1 if the standard has none
 * @standard: (nullable): which standard was applied
 * @reason: why, a sentence in Vietnamese
 * @clause: legal basis, "" if there is none
 *
 * What the scores of a household say. The program suggests; the decision is the Chairman's.
 */
typedef struct
{
  const char *result;
  int b2;
  const char *standard;
  char *reason;
  char *clause;
} AnsPovertyVerdict;

/**
 * ans_poverty_classify:
 * @area: NT (rural) or TT (urban)
 * @b1: total of form B1; negative: not known
 * @deprivations: bit 0 for indicator 1 … bit 11 for indicator 12
 * @day: ISO
 *
 * Poor: B1 up to the limit and B2 from 30; near-poor: B1 up to the limit and B2 below 30; otherwise
 * not poor, however many deprivations (domain.md §4.6; TT 07/2021/TT-BLĐTBXH).
 *
 * Returns: (transfer full): the verdict under the standard of @day
 */
AnsPovertyVerdict *
ans_poverty_classify (const char *area, int b1, guint deprivations, const char *day);

/** ans_poverty_classify_under: the same under @standard, with its figures on the day nearest to
 * @day: the review of autumn 2021 already used the standard of 2022. */
AnsPovertyVerdict *ans_poverty_classify_under (
    const char *standard, const char *area, int b1, guint deprivations, const char *day);

/**
 * AnsPovertyLimits:
 * @b1: the highest B1 of a poor or near-poor household
 * @b2: the lowest B2 of a poor one
 * @points: of B2 for each deprivation
 *
 * What the scores are compared with.
 */
typedef struct
{
  int b1, b2, points;
} AnsPovertyLimits;

/** ans_poverty_limits: Returns: %FALSE if @standard has no scores, or @area is not known */
gboolean ans_poverty_limits (const char *standard,
                             const char *area,
                             const char *day,
                             AnsPovertyLimits *limits);

void ans_poverty_verdict_free (AnsPovertyVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPovertyVerdict, ans_poverty_verdict_free)

G_END_DECLS
