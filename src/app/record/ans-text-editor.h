/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/**
 * AnsTextEditor:
 *
 * One line for text, names, numbers, money and dates, typed in any form that the registry
 * understands; rewritten in the usual form when it is left. A sensitive value that was there
 * before is masked until asked for. Dates also have a calendar (Alt+Down).
 */
#define ANS_TYPE_TEXT_EDITOR (ans_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsTextEditor, ans_text_editor, ANS, TEXT_EDITOR, GtkWidget)

AnsValueEditor *ans_text_editor_new (AnsBook *book, const AnsField *field);

G_END_DECLS
