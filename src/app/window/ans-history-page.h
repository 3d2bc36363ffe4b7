/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/** ans_history_page_new: Returns: (transfer floating): all actions of the book, newest first */
AdwNavigationPage *ans_history_page_new (AnsWindow *window, AnsBook *book);

G_END_DECLS
