/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/ans-book.h"

G_BEGIN_DECLS

/**
 * AnsSidebar:
 *
 * Which book this is, its areas, and when it was last backed up. Emits “area-activated” with the
 * id of an area.
 */
#define ANS_TYPE_SIDEBAR (ans_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AnsSidebar, ans_sidebar, ANS, SIDEBAR, AdwNavigationPage)

void ans_sidebar_set_book (AnsSidebar *self, AnsBook *book);

/** ans_sidebar_select: marks the place called @area, or the one with that page. */
void ans_sidebar_select (AnsSidebar *self, const char *area);

/** ans_sidebar_refresh_backup: reads again when the book was last backed up. */
void ans_sidebar_refresh_backup (AnsSidebar *self);

G_END_DECLS
