/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_undo_dialog_run:
 * @parent: a widget of the window
 * @action: an action of any age
 *
 * Takes @action back. Values that were changed again since are shown first, with the choice to
 * leave them as they are and take back the rest. A toast offers to take that back in turn. What has
 * many changes, as an import, is taken back by a job in the bar of the window.
 */
void ans_undo_dialog_run (GtkWidget *parent, AnsBook *book, gint64 action);

/** ans_undo_dialog_redo: does the last undone action again, in the same way. */
void ans_undo_dialog_redo (GtkWidget *parent, AnsBook *book);

/** ans_undo_dialog_toast: says @text in the window of @widget, with “Undo” for @action. */
void ans_undo_dialog_toast (GtkWidget *widget, const char *text, gint64 action);

G_END_DECLS
