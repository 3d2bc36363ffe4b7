/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-table-source.h"
#include "listing/ans-listing.h"

G_BEGIN_DECLS

#define ANS_TYPE_LISTING_TABLE (ans_listing_table_get_type ())
G_DECLARE_FINAL_TYPE (AnsListingTable, ans_listing_table, ANS, LISTING_TABLE, GObject)

/**
 * ans_listing_table_new:
 * @columns: ids of columns, %NULL-terminated
 * @sign: adds a column “Ký nhận”
 * @limit: at most so many rows, 0 for all
 * @rows: (nullable) (element-type gint64): only these rows of the list; %NULL for all
 *
 * A list as the source of a printed table: numbered, grouped as the listing is, with subtotals.
 */
AnsListingTable *ans_listing_table_new (AnsListing *listing, const char *const *columns,
                                        gboolean sign, guint limit, GArray *rows,
                                        GError **error);

/** ans_listing_table_get_unit: what the rows are: “người”, “hộ”. */
const char *ans_listing_table_get_unit (AnsListingTable *self);
guint ans_listing_table_get_n_rows (AnsListingTable *self);

/**
 * ans_listing_table_get_money:
 * @dong: (out): the sum of the list's amounts
 *
 * Returns: whether the list has one column of money, so that a sentence can tell of its sum
 */
gboolean ans_listing_table_get_money (AnsListingTable *self, gint64 *dong);

G_END_DECLS
