/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * ans_list_sums_line:
 * @count: number of rows
 *
 * What stands below a list: how many rows it has, which part of a larger list they are where an
 * area reports that, and the sums of the visible columns that make sense as a sum (amounts of
 * money, members) unless there is too much to do it at once.
 *
 * Returns: (transfer full): “Total: 93 hộ, 3,41 % of 2.730 hộ · Members: 301 · Support:
 *   642.516.000 đ”
 */
char *ans_list_sums_line (AnsListing *listing, guint count);

G_END_DECLS
