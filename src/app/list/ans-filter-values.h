/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/** AnsFilterValue: something a list can be filtered by. */
typedef struct
{
  char *value; /* canonical */
  char *label; /* as a person reads it */
} AnsFilterValue;

/** ans_filter_values_get: Returns: (transfer full) (element-type AnsFilterValue): what @column may
 * hold, in the order in which it is offered */
GPtrArray *ans_filter_values_get (AnsListing *listing, const AnsListingColumn *column);

/** ans_filter_values_match: whether @label holds @typed, with or without marks. */
gboolean ans_filter_values_match (const char *label, const char *typed);

/** ans_filter_values_suits: whether @column is offered as a filter. */
gboolean ans_filter_values_suits (const AnsListingColumn *column);

G_END_DECLS
