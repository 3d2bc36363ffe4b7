/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_household_page_new:
 * @id: of the household
 * @siblings: (nullable): the list from which it was opened
 *
 * Returns: (transfer floating): a household, its members and its events
 */
AdwNavigationPage *
ans_household_page_new (AnsWindow *window, AnsBook *book, gint64 id, AnsRowModel *siblings);

G_END_DECLS
