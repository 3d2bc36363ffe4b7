/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

struct _AnsListing
{
  GObject parent_instance;

  AnsBook *book;
  const AnsListingInfo *info;
  char *as_of;
  char *search;
  gint64 village;
  GHashTable *filters; /* column id → canonical value */
  const AnsListingColumn *sort;
  gboolean descending;
  gboolean grouped;
  char *rows;           /* (nullable): JSON array of chosen ids */
  gboolean rows_except; /* they are left out */
};

/* The group that starts at the present end of the ids. */
AnsListingGroup *ans_listing_result_add_group (AnsListingResult *self, gint64 village,
                                               const char *title);

G_END_DECLS
