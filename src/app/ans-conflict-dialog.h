/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ans-window.h"
#include "store/ans-undo.h"

G_BEGIN_DECLS

/**
 * ans_conflict_dialog_present:
 * @report: of an undo or redo that left some values as they are
 *
 * Lists what was not put back, and why.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *ans_conflict_dialog_present (AnsWindow *window, AnsBook *book, const AnsUndoReport *report);

G_END_DECLS
