/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/**
 * AnsChoiceEditor:
 *
 * A list of legal terms to choose from. Long ones can be searched, with or without diacritics and
 * by synonyms.
 */
#define ANS_TYPE_CHOICE_EDITOR (ans_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsChoiceEditor, ans_choice_editor, ANS, CHOICE_EDITOR, GtkWidget)

AnsValueEditor *ans_choice_editor_new (const AnsField *field);

G_END_DECLS
