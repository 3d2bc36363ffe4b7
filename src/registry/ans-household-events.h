/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsEventKind:
 * @id: birth, death, move-in, move-out, split, new-head, marriage
 * @title: official Vietnamese name
 * @label: English source (N_())
 * @icon: icon name
 * @fields: what the dialog asks, in order, in the terms of a register (ends with a name of %NULL);
 *   a field called "members" takes ids of persons separated by commas
 *
 * A household event: one dialog, one action.
 */
typedef struct _AnsEventKind
{
  const char *id;
  const char *title;
  const char *label;
  const char *icon;
  const AnsField *fields;
  gboolean (*apply) (AnsBook *book, gint64 household, GHashTable *values, GError **error);
} AnsEventKind;

const AnsEventKind *ans_event_kinds (guint *n);
const AnsEventKind *ans_event_kind_find (const char *id);

/**
 * ans_event_check:
 * @values: field name → canonical text
 *
 * Returns: (transfer full): warnings and errors beside the fields
 */
AnsProblems *ans_event_check (AnsBook *book, const AnsEventKind *kind, gint64 household,
                              GHashTable *values);

/** ans_event_apply: checks and does it as one action. */
gboolean ans_event_apply (AnsBook *book, const AnsEventKind *kind, gint64 household,
                          GHashTable *values, GError **error);

G_END_DECLS
