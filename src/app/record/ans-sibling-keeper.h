/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-row-model.h"

G_BEGIN_DECLS

/**
 * AnsSiblingKeeper:
 *
 * The list from which a record was opened, for going to the previous and next one. Emits “changed”
 * when the list changes.
 */
#define ANS_TYPE_SIBLING_KEEPER (ans_sibling_keeper_get_type ())
G_DECLARE_FINAL_TYPE (AnsSiblingKeeper, ans_sibling_keeper, ANS, SIBLING_KEEPER, GObject)

/** ans_sibling_keeper_new: @model (nullable): without one nobody has siblings */
AnsSiblingKeeper *ans_sibling_keeper_new (AnsRowModel *model);

/** ans_sibling_keeper_get: Returns: id of the record @by places after @id, 0 if none */
gint64 ans_sibling_keeper_get (AnsSiblingKeeper *self, gint64 id, int by);

/** ans_sibling_keeper_describe: Returns: (transfer full) (nullable): “412 of 10.738” */
char *ans_sibling_keeper_describe (AnsSiblingKeeper *self, gint64 id);

G_END_DECLS
