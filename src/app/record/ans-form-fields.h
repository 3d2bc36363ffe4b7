/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/record/ans-field-edit.h"
#include "app/record/ans-problem-list.h"

G_BEGIN_DECLS

/**
 * AnsFormFields:
 *
 * The record that a form edits and the fields in which it does: each follows the other, and what is
 * wrong stands beside the field. Owns no widget. Emits “edited” when a person changed something,
 * and “reveal” (#AnsFieldEdit) before a field that may be folded away gets the focus.
 */
#define ANS_TYPE_FORM_FIELDS (ans_form_fields_get_type ())
G_DECLARE_FINAL_TYPE (AnsFormFields, ans_form_fields, ANS, FORM_FIELDS, GObject)

/** ans_form_fields_new: @problems (not owned): where what is of no single field is said */
AnsFormFields *ans_form_fields_new (AnsProblemList *problems);

/** ans_form_fields_close: lets go of all widgets; to be called when the form is disposed of. */
void ans_form_fields_close (AnsFormFields *self);

/** ans_form_fields_set_record: goes on with @record; ans_form_fields_fill() shows it. */
void ans_form_fields_set_record (AnsFormFields *self, AnsRecord *record);
AnsRecord *ans_form_fields_get_record (AnsFormFields *self);

/** ans_form_fields_add: @edit is one of the form. */
void ans_form_fields_add (AnsFormFields *self, AnsFieldEdit *edit);
guint ans_form_fields_get_n (AnsFormFields *self);
AnsFieldEdit *ans_form_fields_get (AnsFormFields *self, guint i);

/** ans_form_fields_find: Returns: (transfer none) (nullable): the one of the field called @name */
AnsFieldEdit *ans_form_fields_find (AnsFormFields *self, const char *name);

/** ans_form_fields_fill: shows the values of the record, as if nobody had touched them. */
void ans_form_fields_fill (AnsFormFields *self);

/** ans_form_fields_set: a value of the record that a person changed in another way than by a field
 * of the form. */
void ans_form_fields_set (AnsFormFields *self, const char *name, const char *value);

/** ans_form_fields_check: says what is wrong now. Returns: whether nothing of it is an error */
gboolean ans_form_fields_check (AnsFormFields *self);

/** ans_form_fields_validate: before saving: says all that is wrong, and goes to the first error.
 * Returns: whether there is none */
gboolean ans_form_fields_validate (AnsFormFields *self);

/**
 * ans_form_fields_save:
 * @action: (out): the action that saved the record, 0 if there was nothing to save
 *
 * Saves the record, which must be valid. Returns: %FALSE on an error; it is said in the form
 */
gboolean ans_form_fields_save (AnsFormFields *self, gint64 *action);

/** ans_form_fields_would_lose: whether something would be lost if the form were closed. */
gboolean ans_form_fields_would_lose (AnsFormFields *self);

/** AnsFormSave: saves what @dialog shows. Returns: %FALSE after saying there why not */
typedef gboolean (*AnsFormSave) (AdwDialog *dialog);

/** ans_form_fields_close_attempt: closes @dialog, the form; asks before something would be lost. */
void ans_form_fields_close_attempt (AnsFormFields *self, AdwDialog *dialog, AnsFormSave save);

G_END_DECLS
