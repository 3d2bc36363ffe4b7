/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/**
 * AnsReferenceEditor:
 *
 * Finds the record that a reference names while it is typed: by name with or without diacritics,
 * initials, code or number. Down and Up walk the proposals, Enter takes one.
 */
#define ANS_TYPE_REFERENCE_EDITOR (ans_reference_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsReferenceEditor, ans_reference_editor, ANS, REFERENCE_EDITOR, GtkWidget)

AnsValueEditor *ans_reference_editor_new (AnsBook *book, const AnsField *field);

G_END_DECLS
