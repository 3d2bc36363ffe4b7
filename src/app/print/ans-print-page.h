/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "report/ans-report.h"

G_BEGIN_DECLS

/**
 * ans_print_page_new:
 * @listing: what is printed: the same question, order and filters as on the screen
 *
 * Returns: (transfer floating): a full-window preview, for ans_window_push_full()
 */
AdwNavigationPage *ans_print_page_new (AnsWindow *window, AnsListing *listing);

/**
 * ans_print_page_new_report:
 * @request: (nullable): copied; what it leaves open is asked beside the pages: period, day, date
 *
 * Returns: (transfer floating): the same preview for a paper made from figures, with what
 *   contradicts itself in it
 */
AdwNavigationPage *ans_print_page_new_report (AnsWindow *window,
                                              const AnsReportInfo *info,
                                              const AnsReportRequest *request);

/**
 * ans_print_page_set_rows:
 * @page: from ans_print_page_new(), of a list
 * @ids: (element-type gint64): only these rows of the list are printed; call it before the page
 *   is shown
 */
void ans_print_page_set_rows (AdwNavigationPage *page, GArray *ids);

G_END_DECLS
