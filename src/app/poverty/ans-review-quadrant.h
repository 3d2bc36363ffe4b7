/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsReviewScore:
 * @b1, @b2: points; @b1 is negative where it is not known
 * @label: what stands beside the point: “now”, “2021”
 */
typedef struct
{
  int b1, b2;
  const char *label;
} AnsReviewScore;

/**
 * AnsReviewQuadrant:
 *
 * Where the scores of a household lie between poor, near-poor and not poor, and where they lay
 * before.
 */
#define ANS_TYPE_REVIEW_QUADRANT (ans_review_quadrant_get_type ())
G_DECLARE_FINAL_TYPE (AnsReviewQuadrant, ans_review_quadrant, ANS, REVIEW_QUADRANT, GtkWidget)

/**
 * ans_review_quadrant_set:
 * @b1_limit, @b2_limit: what the scores are compared with; negative if there is no such thing
 * @now, @before: (nullable): the points
 */
void ans_review_quadrant_set (AnsReviewQuadrant *self,
                              int b1_limit,
                              int b2_limit,
                              const AnsReviewScore *now,
                              const AnsReviewScore *before);

G_END_DECLS
