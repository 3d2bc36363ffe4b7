/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsBookView:
 *
 * The open book: the sidebar of areas and, beside it, the page of the area and what was opened
 * from it.
 */
#define ANS_TYPE_BOOK_VIEW (ans_book_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsBookView, ans_book_view, ANS, BOOK_VIEW, AdwNavigationPage)

AnsBookView *ans_book_view_new (AnsWindow *window, AnsBook *book);

/** ans_book_view_show_area: shows the page called @id, or of the place called so the page that was
 * shown last; as it was left. */
void ans_book_view_show_area (AnsBookView *self, const char *id);

/** ans_book_view_next_tab: goes to the next page of this place, or the previous one. Returns:
 * %FALSE if there is no other */
gboolean ans_book_view_next_tab (AnsBookView *self, gboolean forward);

/** ans_book_view_get_area: Returns: (transfer none) (nullable): the area that is shown */
const char *ans_book_view_get_area (AnsBookView *self);
void ans_book_view_push (AnsBookView *self, AdwNavigationPage *page);

/** ans_book_view_pop: Returns: %FALSE if there was nothing to go back from */
gboolean ans_book_view_pop (AnsBookView *self);

/** ans_book_view_get_page: Returns: (transfer none) (nullable): the page beside the sidebar */
AdwNavigationPage *ans_book_view_get_page (AnsBookView *self);
void ans_book_view_toggle_sidebar (AnsBookView *self);

/** ans_book_view_next_region: moves the focus to the next (or previous) part of the window. */
void ans_book_view_next_region (AnsBookView *self, gboolean forward);

/** ans_book_view_backed_up: the sidebar looks again when the last backup was. */
void ans_book_view_backed_up (AnsBookView *self);

G_END_DECLS
