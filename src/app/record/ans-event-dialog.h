/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "registry/ans-household-events.h"

G_BEGIN_DECLS

/**
 * AnsEventDialog:
 *
 * The dialog of any household event, made from its description: what is asked, what is wrong with
 * it, and what would be written.
 */
#define ANS_TYPE_EVENT_DIALOG (ans_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnsEventDialog, ans_event_dialog, ANS, EVENT_DIALOG, AdwDialog)

AnsEventDialog *
ans_event_dialog_new (AnsBook *book, const AnsEventKind *kind, gint64 household, gint64 person);

/**
 * ans_event_dialog_present:
 * @kind: the event
 * @household: id of the household, 0 to ask
 * @person: id of the person to whom it happens, 0 to ask
 *
 * Asks for what happened and writes it as one action.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *ans_event_dialog_present (
    GtkWidget *parent, AnsBook *book, const AnsEventKind *kind, gint64 household, gint64 person);

/** ans_event_dialog_get_edit: Returns: (transfer none) (nullable) (type AnsFieldEdit): the widget
 * of the field called @name */
GtkWidget *ans_event_dialog_get_edit (AnsEventDialog *self, const char *name);

/** ans_event_dialog_save: as Ctrl+S. Returns: whether the event was written */
gboolean ans_event_dialog_save (AnsEventDialog *self);

G_END_DECLS
