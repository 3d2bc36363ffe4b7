/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * ans_list_sums_describe:
 *
 * Adds up the visible columns of a list that make sense as a sum: amounts of money, members.
 *
 * Returns: (transfer full) (nullable): “Members: 301 · Support: 642.516.000 đ”, or %NULL when there
 *   is nothing to add up, or too much to do it at once
 */
char *ans_list_sums_describe (AnsListing *listing);

G_END_DECLS
