/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/list/ans-section-model.h"

G_BEGIN_DECLS

/**
 * AnsListSelection:
 *
 * Which rows of a list are ticked, as a predicate over their ids: these, or all but these. So a
 * million rows are ticked as fast as one, and ticks follow their rows wherever these go.
 *
 * A plain click or an arrow key moves the cursor and leaves the ticks alone; ticks are set with the
 * check box, Space, Ctrl+click and Shift+click. Ticks of single rows outlive a change of the search
 * or the filters, so that they can be collected; “all” means the list that was seen and ends with
 * it.
 */
#define ANS_TYPE_LIST_SELECTION (ans_list_selection_get_type ())
G_DECLARE_FINAL_TYPE (AnsListSelection, ans_list_selection, ANS, LIST_SELECTION, GObject)

AnsListSelection *ans_list_selection_new (AnsSectionModel *model);

/** ans_list_selection_get_sections: Returns: (transfer none): the rows as GTK sees them */
AnsSectionModel *ans_list_selection_get_sections (AnsListSelection *self);

/** ans_list_selection_is_all: whether the predicate is “all but …”. */
gboolean ans_list_selection_is_all (AnsListSelection *self);

/** ans_list_selection_get_count: number of ticked rows; those that are out of sight included. */
guint ans_list_selection_get_count (AnsListSelection *self);

/** ans_list_selection_get_hidden: of these, how many the list does not show at present. */
guint ans_list_selection_get_hidden (AnsListSelection *self);

/** ans_list_selection_get_ids: Returns: (transfer full) (element-type gint64): the ticked ids in
 * the order of the list, hidden ones last */
GArray *ans_list_selection_get_ids (AnsListSelection *self);

/** ans_list_selection_get_exceptions: Returns: (transfer full) (element-type gint64): what “all”
 * leaves out */
GArray *ans_list_selection_get_exceptions (AnsListSelection *self);

/** ans_list_selection_get_listing: Returns: (transfer full): @listing narrowed to what is ticked */
AnsListing *ans_list_selection_get_listing (AnsListSelection *self, AnsListing *listing);

/** ans_list_selection_toggle: ticks or unticks the row at @position. */
void ans_list_selection_toggle (AnsListSelection *self, guint position);

/** ans_list_selection_clear: unticks all, those out of sight too. */
void ans_list_selection_clear (AnsListSelection *self);

G_END_DECLS
