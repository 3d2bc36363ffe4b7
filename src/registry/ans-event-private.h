/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-household-events.h"

G_BEGIN_DECLS

/** ans_event_text: Returns: (transfer none) (nullable): what was answered, %NULL for nothing */
const char *ans_event_text (GHashTable *values, const char *field);

/** ans_event_id: the same as the id of a record, 0 for none. */
gint64 ans_event_id (GHashTable *values, const char *field);

/** ans_event_complete: Returns: (transfer full): @values of the event's fields, with the defaults
 * of those that were not answered */
GHashTable *ans_event_complete (const AnsEventKind *kind, GHashTable *values);

G_END_DECLS
