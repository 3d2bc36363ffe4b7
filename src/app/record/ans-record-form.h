/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsRecordForm:
 *
 * The form of any register, made from its description. Errors and warnings stand beside the
 * fields; warnings may be saved. Ctrl+S saves, Ctrl+Enter saves and goes on, Esc closes (and asks
 * when something would be lost).
 */
#define ANS_TYPE_RECORD_FORM (ans_record_form_get_type ())
G_DECLARE_FINAL_TYPE (AnsRecordForm, ans_record_form, ANS, RECORD_FORM, AdwDialog)

/**
 * AnsRecordFormSaved:
 * @record: as it was saved; its id is set
 * @action: the action that saved it, for “Undo”; 0 if nothing was changed
 */
typedef void (*AnsRecordFormSaved) (AnsRecord *record, gint64 action, gpointer user_data);

/** AnsRecordNextFunc: Returns: (transfer full) (nullable): the record to go on with */
typedef AnsRecord *(*AnsRecordNextFunc) (AnsRecord *record, gpointer owner);

AnsRecordForm *ans_record_form_new (AnsRecord *record);

/**
 * ans_record_form_set_next:
 * @next: which record “save and next” goes on with
 * @owner: passed to @next and kept as long as the form
 *
 * Without it, a new record is followed by another new one and an old one closes the form.
 */
void ans_record_form_set_next (AnsRecordForm *self, AnsRecordNextFunc next, GObject *owner);

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
AdwDialog *ans_record_form_present (GtkWidget *parent,
                                    AnsRecord *record,
                                    AnsRecordFormSaved saved,
                                    gpointer user_data);

/** ans_record_form_get_edit: Returns: (transfer none) (nullable) (type AnsFieldEdit): the widget of
 * the field called @name */
GtkWidget *ans_record_form_get_edit (AnsRecordForm *self, const char *name);

/** ans_record_form_save: as Ctrl+S. Returns: whether it was saved */
gboolean ans_record_form_save (AnsRecordForm *self);

AnsRecord *ans_record_form_get_record (AnsRecordForm *self);

G_END_DECLS
