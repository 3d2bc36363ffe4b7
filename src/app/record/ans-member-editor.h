/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/** AnsMemberEditor: one of the members of a household, chosen from a short list. */
#define ANS_TYPE_MEMBER_EDITOR (ans_member_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsMemberEditor, ans_member_editor, ANS, MEMBER_EDITOR, GtkWidget)

AnsValueEditor *ans_member_editor_new (AnsBook *book, gint64 household);

/** ans_member_editor_set_household: offers the members of another household. */
void ans_member_editor_set_household (AnsMemberEditor *self, gint64 household);

G_END_DECLS
