/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/** ans_law_why_page_new: “Vì sao?”: what the registers know of @person, and what each scheme of the
 * law says of it, for ans_window_push_page(). Returns: (transfer floating) */
AdwNavigationPage *ans_law_why_page_new (AnsWindow *window, AnsBook *book, gint64 person);

G_END_DECLS
