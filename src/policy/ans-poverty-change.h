/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-poverty-terms.h"

G_BEGIN_DECLS

/**
 * AnsPovertyPast:
 * @status: (nullable): the status before, %NULL if there was none
 * @standard: (nullable): its standard
 * @was_poor, @was_near_poor: whether the household was so at any time before, under any standard
 *
 * What a household was before a status.
 */
typedef struct
{
  const char *status;
  const char *standard;
  gboolean was_poor;
  gboolean was_near_poor;
} AnsPovertyPast;

/**
 * ans_poverty_change:
 * @status, @standard, @basis: the new status
 *
 * Which transition of domain.md §2.3 the new status is. A list at the start of a period, and a
 * poor or near-poor household seen under another standard than before, are a new start (DAU_KY):
 * lists of two standards are never subtracted from one another. “Poor again” asks the whole
 * history.
 *
 * Returns: (transfer none): a code of #ans_poverty_changes
 */
const char *ans_poverty_change (const AnsPovertyPast *past, const char *status,
                                const char *standard, const char *basis);

/** ans_poverty_past_add: what is past once @status under @standard is. Strings are not copied. */
void ans_poverty_past_add (AnsPovertyPast *past, const char *status, const char *standard);

/* Codes of the changes by which a household leaves or joins the list of poor ones, as an SQL list
 * and as a filter. */
#define ANS_POVERTY_SQL_EXITS     "('THOAT_CAN', 'THOAT_HET')"
#define ANS_POVERTY_SQL_ENTRIES   "('PHAT_SINH_CAN', 'PHAT_SINH', 'TAI_NGHEO')"
#define ANS_POVERTY_FILTER_NEW    "PHAT_SINH_CAN|PHAT_SINH"
#define ANS_POVERTY_FILTER_AGAIN  "TAI_NGHEO"

G_END_DECLS
