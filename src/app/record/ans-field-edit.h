/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/**
 * AnsFieldEdit:
 *
 * One field of a form: its label, the editor that suits its kind, how the typed text was
 * understood, and what is wrong with it, beside it. Emits “edited” at each change and “settled”
 * when the field is left.
 */
#define ANS_TYPE_FIELD_EDIT (ans_field_edit_get_type ())
G_DECLARE_FINAL_TYPE (AnsFieldEdit, ans_field_edit, ANS, FIELD_EDIT, GtkWidget)

AnsFieldEdit *ans_field_edit_new (AnsBook *book, const AnsField *field);

/** ans_field_edit_new_with_editor: for a field that needs an editor of its own. */
AnsFieldEdit *ans_field_edit_new_with_editor (const AnsField *field, AnsValueEditor *editor);

const AnsField *ans_field_edit_get_field (AnsFieldEdit *self);
AnsValueEditor *ans_field_edit_get_editor (AnsFieldEdit *self);

/** ans_field_edit_set_value: @value is canonical. */
void ans_field_edit_set_value (AnsFieldEdit *self, const char *value);

/**
 * ans_field_edit_get_value:
 * @value: (out) (nullable) (transfer full): canonical text
 *
 * Returns: %FALSE when the typed text can't be understood; the field says so itself
 */
gboolean ans_field_edit_get_value (AnsFieldEdit *self, char **value);

/** ans_field_edit_is_touched: whether a person has changed or left the field. */
gboolean ans_field_edit_is_touched (AnsFieldEdit *self);

/**
 * ans_field_edit_set_problem:
 * @message: (nullable): what validation says; %NULL takes it away
 *
 * A text that can't be understood outranks it.
 */
void
ans_field_edit_set_problem (AnsFieldEdit *self, AnsProblemSeverity severity, const char *message);

/** ans_field_edit_get_message: Returns: (nullable): what stands under the field */
const char *ans_field_edit_get_message (AnsFieldEdit *self);

G_END_DECLS
