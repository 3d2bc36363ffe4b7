/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-places.h"
#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsPageTabs:
 *
 * The pages of a place as tabs, the present one marked; a drop-down where there is no room. Not
 * seen if there is only one. Properties: “narrow” (boolean), “hidden” (boolean: not seen in any
 * case).
 */
#define ANS_TYPE_PAGE_TABS (ans_page_tabs_get_type ())
G_DECLARE_FINAL_TYPE (AnsPageTabs, ans_page_tabs, ANS, PAGE_TABS, GtkWidget)

/** ans_page_tabs_set_page: @id is the page that the tabs stand on; another one is shown by
 * ans_window_show_area(). */
void ans_page_tabs_set_page (AnsPageTabs *self, AnsWindow *window, const char *id);

G_END_DECLS
