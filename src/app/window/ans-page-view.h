/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/ans-page-layout.h"

G_BEGIN_DECLS

/** AnsPageView: one page on white paper, drawn by the painter that also prints. */
#define ANS_TYPE_PAGE_VIEW (ans_page_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsPageView, ans_page_view, ANS, PAGE_VIEW, GtkWidget)

GtkWidget *ans_page_view_new (void);

/** ans_page_view_set_page: @layout is %NULL for an empty sheet; @page counts from 0 */
void ans_page_view_set_page (AnsPageView *self, AnsPageLayout *layout, guint page);

/** ans_page_view_set_scale: pixels for each point of the paper. */
void ans_page_view_set_scale (AnsPageView *self, double scale);

G_END_DECLS
