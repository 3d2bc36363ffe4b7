/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/** AnsFilterBar: the conditions of a list as chips, and a button that adds one. */
#define ANS_TYPE_FILTER_BAR (ans_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnsFilterBar, ans_filter_bar, ANS, FILTER_BAR, AdwBin)

void ans_filter_bar_set_listing (AnsFilterBar *self, AnsListing *listing);

/** ans_filter_bar_update: chips for the filters that the listing has now. */
void ans_filter_bar_update (AnsFilterBar *self);

/** ans_filter_bar_has_filters: whether it offers anything at all. */
gboolean ans_filter_bar_has_filters (AnsFilterBar *self);

G_END_DECLS
