/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/** ans_book_care_back_up: asks where to, and makes a backup of the open book. */
void ans_book_care_back_up (AnsWindow *window);

/** ans_book_care_check: looks for damage in the open book and tells what was found. */
void ans_book_care_check (AnsWindow *window);

/** ans_book_care_restore: asks for a backup and where its book shall be, and opens that. */
void ans_book_care_restore (AnsWindow *window);

G_END_DECLS
