/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"
#include "store/ans-job.h"

G_BEGIN_DECLS

/** AnsUndoConflict: a value that was changed again since, and so was left as it is now. */
typedef struct
{
  char *table;
  gint64 row;
  char *column;         /* (nullable): NULL when the whole row is kept */
  char *present;        /* (nullable): what stands there now */
  char *left_by_action; /* (nullable): what the action had left there */
  char *wanted;         /* (nullable): what taking it back would have written */
} AnsUndoConflict;

/** AnsUndoReport: what an undo or redo did. */
typedef struct
{
  gint64 action;        /* the new action that took the old one back; 0 for a preview */
  gint64 target;        /* the old one */
  char *label;          /* of the old one */
  guint restored;       /* rows put back */
  GPtrArray *conflicts; /* AnsUndoConflict */
} AnsUndoReport;

void ans_undo_report_free (AnsUndoReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsUndoReport, ans_undo_report_free)

/**
 * ans_undo:
 * @action: an action of any age, or 0 for the newest that is not undone
 * @preview: only say what would happen
 *
 * Takes one action back in a new action. Where the present value is not the one that the action
 * left, it stays and is listed as a conflict.
 */
AnsUndoReport *ans_undo (AnsBook *book, gint64 action, gboolean preview, GError **error);

/** AnsUndoMode: what happens to values that were changed again since */
typedef enum
{
  ANS_UNDO_PREVIEW,          /* nothing is written: only say what would happen */
  ANS_UNDO_UNLESS_CONFLICTS, /* if there are any, nothing is written, as for a preview */
  ANS_UNDO_REST,             /* they stay, the rest is taken back */
} AnsUndoMode;

/**
 * ans_undo_run:
 * @action: an action of any age
 * @job: (nullable): hears of the progress and may stop it: then nothing is taken back
 *
 * Like ans_undo(), for a worker thread.
 *
 * Returns: (nullable) (transfer full): its `action` is 0 if nothing was written
 */
AnsUndoReport *
ans_undo_run (AnsBook *book, gint64 action, AnsUndoMode mode, AnsJob *job, GError **error);

/** ans_undo_count_changes: how many changes @action has, but at most @limit: how long it takes. */
guint ans_undo_count_changes (AnsBook *book, gint64 action, guint limit);

/** ans_redo: does the last undone action again, if nothing else was done since. */
AnsUndoReport *ans_redo (AnsBook *book, GError **error);

/** ans_undo_get_next / ans_redo_get_next: the action that would be taken back or done again.
 * @label: (out) (nullable) (transfer full). Returns: 0 if there is none */
gint64 ans_undo_get_next (AnsBook *book, char **label);
gint64 ans_redo_get_next (AnsBook *book, char **label);

G_END_DECLS
