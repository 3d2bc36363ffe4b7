/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * ans_list_open:
 * @id: of a row of @listing; 0 opens nothing
 * @siblings: the rows, for going to the previous and next one
 *
 * Opens what a row stands for: in a list of households the household, not the entry that put it
 * there (#AnsListingInfo.opens).
 */
void ans_list_open (AnsWindow *window, AnsListing *listing, gint64 id, AnsRowModel *siblings);

G_END_DECLS
