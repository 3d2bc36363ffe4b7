/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/* Between the window and its helpers. */

/** ans_window_get_page: Returns: (transfer none) (nullable): the page that is shown */
AdwNavigationPage *ans_window_get_page (AnsWindow *self);

/** ans_window_get_area: Returns: (transfer none) (nullable): id of the page of the area that is
 * shown, or from which what is shown was opened */
const char *ans_window_get_area (AnsWindow *self);

/** ans_window_backed_up: the sidebar shows when the last backup was. */
void ans_window_backed_up (AnsWindow *self);

G_END_DECLS
