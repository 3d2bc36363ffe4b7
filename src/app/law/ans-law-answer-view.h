/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "policy/ans-law-answer.h"

G_BEGIN_DECLS

/**
 * AnsLawAnswerView:
 *
 * What the law says: whether there is a right, lines with amounts, the chain of reasons, what could
 * change it.
 */
#define ANS_TYPE_LAW_ANSWER_VIEW (ans_law_answer_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsLawAnswerView, ans_law_answer_view, ANS, LAW_ANSWER_VIEW, AdwBin)

GtkWidget *ans_law_answer_view_new (void);

/** ans_law_answer_view_set_answer: shows @answer, which must have words. */
void ans_law_answer_view_set_answer (AnsLawAnswerView *self,
                                     AnsLawScheme scheme,
                                     const AnsLawAnswer *answer);

/** ans_law_answer_view_set_error: shows why the facts can't be (they contradict one another). */
void ans_law_answer_view_set_error (AnsLawAnswerView *self, const char *message);

/** ans_law_check_label: Returns: how far a figure was checked, for showing: “chưa kiểm chứng” …;
 * %NULL for what was read in the text of the law */
const char *ans_law_check_label (const char *check);

G_END_DECLS
