/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-value-editor.h"

G_BEGIN_DECLS

/** AnsSwitchEditor: a switch for yes and no; off is “nothing” unless it was 0 before. */
#define ANS_TYPE_SWITCH_EDITOR (ans_switch_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnsSwitchEditor, ans_switch_editor, ANS, SWITCH_EDITOR, GtkWidget)

AnsValueEditor *ans_switch_editor_new (void);

G_END_DECLS
