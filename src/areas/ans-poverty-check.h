/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-poverty.h"
#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * AnsPovertyFault:
 * @text: what contradicts itself, in the officer's words
 * @household: whose status or form it is, 0 if it is of the whole
 */
typedef struct
{
  char *text;
  gint64 household;
} AnsPovertyFault;

/**
 * ans_poverty_check:
 * @start: ISO, first day of the period
 * @day: ISO
 *
 * Before a report is printed: whether the lists of poverty agree with each other. Looks at the
 * summaries by village (sums, balance of the year), at movements that nothing explains, at changes
 * that do not follow from the history, at two standards in one list, at statuses that are not what
 * was decided, and at poor households in which nobody lives.
 *
 * Returns: (transfer full) (nullable) (element-type AnsPovertyFault): what is wrong; %NULL on an
 *   error
 */
GPtrArray *ans_poverty_check (AnsBook *book, AnsConnection *connection, const char *start,
                              const char *day, GError **error);

G_END_DECLS
