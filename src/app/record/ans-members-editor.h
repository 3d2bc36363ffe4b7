/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/** AnsMembersEditor: some of the members of a household, ticked in a list. The value is their ids
 * separated by commas. */
#define ANS_TYPE_MEMBERS_EDITOR (ans_members_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsMembersEditor, ans_members_editor, ANS, MEMBERS_EDITOR, GtkWidget)

AnsValueEditor *ans_members_editor_new (AnsBook *book, gint64 household);

/** ans_members_editor_set_household: offers the members of another household. */
void ans_members_editor_set_household (AnsMembersEditor *self, gint64 household);

G_END_DECLS
