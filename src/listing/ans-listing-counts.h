/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/* The most listings that are scanned at once. */
#define ANS_LISTINGS_SCAN_MAX 32

/**
 * AnsListingScanFunc:
 * @village: id of the row's village, 0 for none
 * @mask: bit i is set when the row is in listing i
 * @value: (nullable): of the column that was asked for
 */
typedef void (*AnsListingScanFunc) (
    gint64 id, gint64 village, guint32 mask, const char *value, gpointer data);

/**
 * ans_listings_scan:
 * @listings: of one kind and one day, without a search, for all villages
 * @n: their number, at most %ANS_LISTINGS_SCAN_MAX
 * @column: (nullable): a column to tell the value of
 * @ids: (nullable) (element-type gint64): only these rows; %NULL for all
 *
 * Tells of every row that is in one of several lists, in one pass over the book and in no order.
 * Counting eight lists of a million people one by one reads the people eight times.
 */
gboolean ans_listings_scan (AnsListing *const *listings,
                            guint n,
                            const char *column,
                            const GArray *ids,
                            AnsConnection *connection,
                            AnsListingScanFunc func,
                            gpointer data,
                            GError **error);

G_END_DECLS
