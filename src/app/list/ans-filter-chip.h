/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * AnsFilterChip:
 *
 * One condition of a list: “Sex: Nữ ×”. Its popover offers the values of a field, or the villages;
 * several may be ticked. Emits “removed” after its × was
 * pressed. The chip of the villages is always there and has no ×.
 */
#define ANS_TYPE_FILTER_CHIP (ans_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (AnsFilterChip, ans_filter_chip, ANS, FILTER_CHIP, AdwBin)

/** ans_filter_chip_new: @column is what is filtered; the village's is answered by the listing's own
 * village filter. */
AnsFilterChip *ans_filter_chip_new (AnsListing *listing, const AnsListingColumn *column);
const AnsListingColumn *ans_filter_chip_get_column (AnsFilterChip *self);

/** ans_filter_chip_update: shows what the listing is filtered by now. */
void ans_filter_chip_update (AnsFilterChip *self);

/** ans_filter_chip_open: shows the values to choose from. */
void ans_filter_chip_open (AnsFilterChip *self);

G_END_DECLS
