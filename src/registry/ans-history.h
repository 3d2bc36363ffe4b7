/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"
#include "store/ans-undo.h"

G_BEGIN_DECLS

/** AnsHistoryEntry: one action, or what one action did to one record, as sentences. */
typedef struct
{
  gint64 action;
  char *at;    /* local time, ISO: 2026-11-24 08:40 */
  char *who;
  char *label; /* of the action */
  gboolean undone;
  gboolean is_undo;   /* the action itself took another back */
  char **sentences;   /* NULL-terminated: “Sửa số CCCD từ “…” thành “…”” */
} AnsHistoryEntry;

void ans_history_entry_free (AnsHistoryEntry *self);

/** ans_history_of_record: Returns: (transfer full) (element-type AnsHistoryEntry): newest first;
 * includes the periods of the record. Sensitive values are masked. */
GPtrArray *ans_history_of_record (AnsBook *book, const AnsRegister *reg, gint64 id);

/** ans_history_of_record_unmasked: the same with every value as it is. */
GPtrArray *ans_history_of_record_unmasked (AnsBook *book, const AnsRegister *reg, gint64 id);

/** ans_history_of_book: the newest @limit actions. Sentences are left out. */
GPtrArray *ans_history_of_book (AnsBook *book, guint limit);

/** ans_history_describe_conflict: Returns: (transfer full): a sentence for the officer */
char *ans_history_describe_conflict (AnsBook *book, const AnsUndoConflict *conflict);

G_END_DECLS
