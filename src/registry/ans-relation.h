/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ans_relation_to_new_head:
 * @member: relation of the member to the old head
 * @new_head: relation of the new head to the old head
 * @is_female: sex of the member
 * @is_elder: whether the member is older than the new head
 *
 * When a household gets a new head, everybody's relation is to somebody else. Where the two
 * relations do not decide it, “Khác”, for the officer to correct.
 *
 * Returns: (transfer none): code of a relation
 */
const char *ans_relation_to_new_head (const char *member, const char *new_head,
                                      gboolean is_female, gboolean is_elder);

G_END_DECLS
