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

/* Codes that households get by themselves: BS-0124 for one of Bắc Sơn. */

/** ans_household_code_beginning: Returns: (transfer full): “BS-” for households of @village */
char *ans_household_code_beginning (AnsBook *book, gint64 village);

/** ans_household_last_number: the highest number of the codes with that @beginning, 0 if none. */
gint64 ans_household_last_number (AnsBook *book, const char *beginning);

/** ans_household_format_code: Returns: (transfer full): the code of that number */
char *ans_household_format_code (const char *beginning, gint64 number);

G_END_DECLS
