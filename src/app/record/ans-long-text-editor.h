/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/** AnsLongTextEditor: several lines of text. Tab leaves it. */
#define ANS_TYPE_LONG_TEXT_EDITOR (ans_long_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsLongTextEditor, ans_long_text_editor, ANS, LONG_TEXT_EDITOR, GtkWidget)

AnsValueEditor *ans_long_text_editor_new (void);

G_END_DECLS
