/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "areas/ans-area-table.h"

G_BEGIN_DECLS

/**
 * AnsSummaryPage:
 *
 * A summary by village of an area, of a period or of a day: each number opens its list. It is
 * counted on another thread and follows the book.
 */
#define ANS_TYPE_SUMMARY_PAGE (ans_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsSummaryPage, ans_summary_page, ANS, SUMMARY_PAGE, AdwNavigationPage)

AdwNavigationPage *
ans_summary_page_new (AnsWindow *window, AnsBook *book, const AnsAreaTable *table);

/** ans_summary_page_is_ready: whether the numbers are there and up to date. */
gboolean ans_summary_page_is_ready (AnsSummaryPage *self);

/** ans_summary_page_get_result: Returns: (transfer none) (nullable): what is shown */
AnsAreaTableResult *ans_summary_page_get_result (AnsSummaryPage *self);

/** ans_summary_page_open: opens the list behind a number. Returns: %FALSE if there is none */
gboolean ans_summary_page_open (AnsSummaryPage *self, guint row, guint column);

G_END_DECLS
