/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/** ans_preferences_dialog_present: Returns: (transfer none): the dialog */
AdwDialog *ans_preferences_dialog_present (AnsWindow *window);

G_END_DECLS
