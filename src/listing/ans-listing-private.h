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

/* A village in the order of lists; the last one is none, with an id of 0. */
typedef struct
{
  gint64 id;
  char *name;
} AnsListingVillage;

/* All of them (AnsListingVillage, transfer full). */
GArray *ans_listing_list_villages (AnsConnection *connection);

/* Adds the rows, of a list that depends on households, of those that @changes concern. Returns: FALSE
 * if they can't be told one by one */
gboolean ans_listing_touched_households (AnsListing *self, AnsConnection *connection,
                                         AnsChanges *changes, GArray *ids);

G_END_DECLS
