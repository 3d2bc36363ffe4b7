/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-undo.h"

G_BEGIN_DECLS

/** ans_undo_take_changes_back: writes the old values of @report's target over what it left, in the
 * action under way, and notes in @report what was put back and what stays. @job: (nullable) */
gboolean
ans_undo_take_changes_back (AnsBook *book, AnsUndoReport *report, AnsJob *job, GError **error);

/** ans_undo_report_add: notes what stays as it is. */
void ans_undo_report_add (AnsUndoReport *self,
                          const char *table,
                          gint64 row,
                          const char *column,
                          const char *present,
                          const char *left,
                          const char *wanted);

G_END_DECLS
