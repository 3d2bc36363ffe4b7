/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/** AnsReferenceHit: a record that a reference may name. */
#define ANS_TYPE_REFERENCE_HIT (ans_reference_hit_get_type ())
G_DECLARE_FINAL_TYPE (AnsReferenceHit, ans_reference_hit, ANS, REFERENCE_HIT, GObject)

gint64 ans_reference_hit_get_id (AnsReferenceHit *self);
const char *ans_reference_hit_get_title (AnsReferenceHit *self);

/** ans_reference_hit_get_subtitle: what tells records of the same name apart, "" if nothing */
const char *ans_reference_hit_get_subtitle (AnsReferenceHit *self);

/**
 * ans_reference_search:
 * @text: what was typed so far; everything matches an empty text
 * @limit: at most so many
 *
 * Returns: (transfer full): a list of #AnsReferenceHit, best first
 */
GListModel *
ans_reference_search (AnsBook *book, const AnsRegister *target, const char *text, guint limit);

/** ans_reference_describe: Returns: (transfer full) (nullable): the record with @id */
AnsReferenceHit *ans_reference_describe (AnsBook *book, const AnsRegister *target, gint64 id);

G_END_DECLS
