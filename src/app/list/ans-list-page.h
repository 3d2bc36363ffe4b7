/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/list/ans-list-selection.h"
#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsListPage:
 *
 * A list of any kind: search, conditions, day, order, groups, columns, ticks, and what can be done
 * with them. All of it follows from the #AnsListingInfo.
 */
#define ANS_TYPE_LIST_PAGE (ans_list_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsListPage, ans_list_page, ANS, LIST_PAGE, AdwNavigationPage)

AnsListPage *ans_list_page_new (AnsWindow *window, AnsBook *book, const AnsListingInfo *info);

/**
 * ans_list_page_new_of:
 * @listing: a question that somebody asks: conditions and day are those of @listing, whatever day
 *   the window looks at; it is copied
 * @title: what the list is: “Số hộ nghèo giảm trong năm”
 *
 * Returns: (transfer floating): a page for ans_window_push_page()
 */
AdwNavigationPage *ans_list_page_new_of (AnsWindow *window, AnsListing *listing, const char *title);

AnsListing *ans_list_page_get_listing (AnsListPage *self);
AnsRowModel *ans_list_page_get_rows (AnsListPage *self);
AnsListSelection *ans_list_page_get_selection (AnsListPage *self);

/** ans_list_page_set_search: as if @text had been typed into the search box. */
void ans_list_page_set_search (AnsListPage *self, const char *text);

G_END_DECLS
