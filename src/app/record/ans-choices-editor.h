/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/** AnsChoicesEditor: several of a field's choices, as buttons that stay down. */
#define ANS_TYPE_CHOICES_EDITOR (ans_choices_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsChoicesEditor, ans_choices_editor, ANS, CHOICES_EDITOR, GtkWidget)

/** ans_choices_editor_new: @field has choices. */
AnsValueEditor *ans_choices_editor_new (const AnsField *field);

G_END_DECLS
