/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "policy/ans-law-facts.h"

G_BEGIN_DECLS

/** ans_law_lookup_page_new: “Tra cứu chế độ”: what somebody would get who need not be in the book.
 * Returns: (transfer floating) */
AdwNavigationPage *ans_law_lookup_page_new (AnsWindow *window, AnsBook *book);

G_END_DECLS
