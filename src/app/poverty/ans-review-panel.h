/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsReviewPanel:
 *
 * What the scores of a review form say while they are typed: the result with its reason and clause,
 * and what it is against the last official result of the household. The program suggests; the
 * decision is the Chairman's.
 */
#define ANS_TYPE_REVIEW_PANEL (ans_review_panel_get_type ())
G_DECLARE_FINAL_TYPE (AnsReviewPanel, ans_review_panel, ANS, REVIEW_PANEL, GtkWidget)

/** ans_review_panel_show: @assessment is a form as it stands now, saved or not */
void ans_review_panel_show (AnsReviewPanel *self, AnsRecord *assessment);

/** ans_review_panel_get_result: Returns: (transfer none): the result in words, as shown */
const char *ans_review_panel_get_result (AnsReviewPanel *self);

/** ans_review_panel_get_reason: Returns: (transfer none): why */
const char *ans_review_panel_get_reason (AnsReviewPanel *self);

/** ans_review_panel_get_change: Returns: (transfer none): what it is against the last official
 * result, "" if nothing can be said */
const char *ans_review_panel_get_change (AnsReviewPanel *self);

/** ans_review_panel_get_before: Returns: the deprivations of the form before, -1 if there is none */
int ans_review_panel_get_before (AnsReviewPanel *self);

/** ans_review_result_show: shows the status called @code (nullable) as icon, word and colour. */
void ans_review_result_show (GtkImage *icon, GtkLabel *label, const char *code);

G_END_DECLS
