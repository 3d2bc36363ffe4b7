/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-household-events.h"

G_BEGIN_DECLS

/** AnsEventConsequence: what an event would change in one record. */
typedef struct
{
  char *title;      /* of the record */
  char **sentences; /* NULL-terminated */
} AnsEventConsequence;

void ans_event_consequence_free (AnsEventConsequence *self);

/**
 * ans_event_preview:
 * @values: field name → canonical text, without errors
 *
 * What the event would write. It is done and taken back at once, so that it can't differ from what
 * will be done.
 *
 * Returns: (transfer full) (nullable) (element-type AnsEventConsequence): %NULL if it can't be done
 *   now
 */
GPtrArray *
ans_event_preview (AnsBook *book, const AnsEventKind *kind, gint64 household, GHashTable *values);

G_END_DECLS
