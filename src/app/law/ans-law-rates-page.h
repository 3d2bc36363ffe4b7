/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/** ans_law_rates_page_new: “Văn bản và mức”: every figure of the law with its timeline, and rows
 * that the office adds. Returns: (transfer floating) */
AdwNavigationPage *ans_law_rates_page_new (AnsWindow *window, AnsBook *book);

G_END_DECLS
