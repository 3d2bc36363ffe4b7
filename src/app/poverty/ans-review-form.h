/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsReviewForm:
 *
 * The review form of a household: scores, deprivations, causes, meeting and official result, beside
 * what they say. Saved as one action. Ctrl+S saves, Ctrl+Enter saves and goes on with the next
 * household of the village, Esc closes (and asks when something would be lost).
 */
#define ANS_TYPE_REVIEW_FORM (ans_review_form_get_type ())
G_DECLARE_FINAL_TYPE (AnsReviewForm, ans_review_form, ANS, REVIEW_FORM, AdwDialog)

/** ans_review_form_new: @assessment is a saved form, or a draft (ans_poverty_review_draft()) */
AnsReviewForm *ans_review_form_new (AnsRecord *assessment);

/** ans_review_form_present: Returns: (transfer none): the dialog, over the window of @parent */
AdwDialog *ans_review_form_present (GtkWidget *parent, AnsRecord *assessment);

/** ans_review_form_save: as Ctrl+S. Returns: whether it was saved */
gboolean ans_review_form_save (AnsReviewForm *self);

/** ans_review_form_get_record: Returns: (transfer none): the form that is shown */
AnsRecord *ans_review_form_get_record (AnsReviewForm *self);

/** ans_review_form_get_edit: Returns: (transfer none) (nullable) (type AnsFieldEdit): the widget of
 * the field called @name */
GtkWidget *ans_review_form_get_edit (AnsReviewForm *self, const char *name);

G_END_DECLS
