/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/** AnsCreateDialog: asks for what a new book needs, and makes it. */
#define ANS_TYPE_CREATE_DIALOG (ans_create_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnsCreateDialog, ans_create_dialog, ANS, CREATE_DIALOG, AdwDialog)

/** ans_create_dialog_present: Returns: (transfer none): the dialog */
AdwDialog *ans_create_dialog_present (AnsWindow *window);

G_END_DECLS
