/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/** AnsColumnPlace: a column of a list as its officer wants it. */
typedef struct
{
  const AnsListingColumn *column;
  guint index; /* in ans_listing_info_get_columns() */
  gboolean visible;
  int width; /* pixels */
} AnsColumnPlace;

/**
 * ans_column_layout_load:
 *
 * Returns: (transfer full) (element-type AnsColumnPlace): all columns of @info in the remembered
 *   order; columns that are new since stand at the end
 */
GArray *ans_column_layout_load (const AnsListingInfo *info);

/** ans_column_layout_save: remembers @places. */
void ans_column_layout_save (const AnsListingInfo *info, const GArray *places);

/** ans_column_layout_hide: the column called @id is no longer shown, unless it is the last one. */
void ans_column_layout_hide (const AnsListingInfo *info, const char *id);

/** ans_column_layout_default: the places that the register proposes. */
GArray *ans_column_layout_default (const AnsListingInfo *info);

/** ans_column_layout_visible_ids: Returns: (transfer full): ids of visible columns in order */
GStrv ans_column_layout_visible_ids (const AnsListingInfo *info);

G_END_DECLS
