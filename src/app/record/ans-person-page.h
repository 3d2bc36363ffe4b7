/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_person_page_new:
 * @id: of the person
 * @siblings: (nullable): the list from which it was opened, for going to the previous and next one
 *
 * Returns: (transfer floating): everything that the book knows of one person, on one page
 */
AdwNavigationPage *
ans_person_page_new (AnsWindow *window, AnsBook *book, gint64 id, AnsRowModel *siblings);

G_END_DECLS
