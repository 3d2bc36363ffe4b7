/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * AnsRow:
 *
 * One row of a list, as a widget binds to it. Values come with its page; it tells “changed” when
 * they were read anew.
 */
#define ANS_TYPE_ROW (ans_row_get_type ())
G_DECLARE_FINAL_TYPE (AnsRow, ans_row, ANS, ROW, GObject)

gint64 ans_row_get_id (AnsRow *self);

/** ans_row_get_value: Returns: (transfer none) (nullable): canonical value of column @index of
 * ans_listing_info_get_columns() */
const char *ans_row_get_value (AnsRow *self, guint column);

/** ans_row_get_display: Returns: (transfer none): the same as a person reads it */
const char *ans_row_get_display (AnsRow *self, guint column);

/**
 * AnsRowModel:
 *
 * A GListModel of #AnsRow over a listing of any size: it holds the vector of ids and reads rows in
 * pages as they are asked for. A changed question or book replaces the vector by difference, so
 * that scroll position and selection survive. Properties: “n-items” (uint), “loading” (boolean:
 * the first page is shown, the rest is on its way), “total” (int64, -1 while unknown).
 * Emits “refreshed” after each replacement.
 */
#define ANS_TYPE_ROW_MODEL (ans_row_model_get_type ())
G_DECLARE_FINAL_TYPE (AnsRowModel, ans_row_model, ANS, ROW_MODEL, GObject)

AnsRowModel *ans_row_model_new (AnsListing *listing);
AnsListing *ans_row_model_get_listing (AnsRowModel *self);

/** ans_row_model_get_position: Returns: position of the row with @id, or G_MAXUINT */
guint ans_row_model_get_position (AnsRowModel *self, gint64 id);

/** ans_row_model_get_id: id at @position without making a row object; 0 past the end. */
gint64 ans_row_model_get_id (AnsRowModel *self, guint position);

/** ans_row_model_get_section: the group around @position (whole list when not grouped); for
 * GtkSectionModel. */
void ans_row_model_get_section (AnsRowModel *self, guint position, guint *start, guint *end);

/** ans_row_model_get_group: Returns: (transfer none) (nullable): the group around @position */
const AnsListingGroup *ans_row_model_get_group (AnsRowModel *self, guint position);
gboolean ans_row_model_is_loading (AnsRowModel *self);

G_END_DECLS
