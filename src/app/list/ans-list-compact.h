/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/list/ans-list-selection.h"

G_BEGIN_DECLS

/**
 * AnsListCompact:
 *
 * A list as rows of two lines, for narrow windows. Emits “row-activated” with the position.
 */
#define ANS_TYPE_LIST_COMPACT (ans_list_compact_get_type ())
G_DECLARE_FINAL_TYPE (AnsListCompact, ans_list_compact, ANS, LIST_COMPACT, AdwBin)

void
ans_list_compact_set_rows (AnsListCompact *self, AnsRowModel *rows, AnsListSelection *selection);

/** ans_list_compact_set_shown: rows are only made while the list is shown. */
void ans_list_compact_set_shown (AnsListCompact *self, gboolean shown);
void ans_list_compact_update_grouping (AnsListCompact *self);
void ans_list_compact_scroll_to_top (AnsListCompact *self);

G_END_DECLS
