/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsRecordFormSaved:
 * @record: as it was saved; its id is set
 * @action: the action that saved it, for “Undo”; 0 if nothing was changed
 */
typedef void (*AnsRecordFormSaved) (AnsRecord *record, gint64 action, gpointer user_data);

/**
 * ans_record_form_present:
 * @parent: a widget of the window
 * @record: what is edited, or a draft of a new record
 * @saved: (nullable): called after each save, before the form closes
 * @user_data: for @saved
 *
 * Shows the form of @record in a dialog. It saves and says so with a toast by itself.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *ans_record_form_present (GtkWidget *parent, AnsRecord *record,
                                    AnsRecordFormSaved saved, gpointer user_data);

G_END_DECLS
