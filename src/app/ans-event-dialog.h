/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ans-window.h"

G_BEGIN_DECLS

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
AdwDialog *ans_event_dialog_present (GtkWidget *parent, AnsBook *book, const AnsEventKind *kind,
                                     gint64 household, gint64 person);

G_END_DECLS
