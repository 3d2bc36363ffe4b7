/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ans-figures.h"

G_BEGIN_DECLS

/**
 * AnsContradiction:
 * @kind: what does not fit, for machines: villages, allocation, sexes, movements, subset, share,
 *   equivalent, falling
 * @code: (nullable): of the indicator
 * @message: what does not fit and where, in the language of the program
 * @reg, @record: (nullable): id of a register, and of its record that must be looked at
 * @list: (nullable): the rows that must be looked at; it goes before @record
 *
 * Something that does not agree with itself, and where to look.
 */
typedef struct
{
  const char *kind;
  char *code;
  char *message;
  const char *reg;
  gint64 record;
  AnsListing *list;
} AnsContradiction;

/** ans_contradiction_new: Returns: (transfer full): takes @message */
AnsContradiction *ans_contradiction_new (const char *kind, const char *code, char *message);

void ans_contradiction_free (AnsContradiction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsContradiction, ans_contradiction_free)

/**
 * ans_plan_check:
 * @day: (nullable): ISO day; %NULL for today
 *
 * Looks for contradictions in the figures of the plan of @day, as one does before a report is
 * printed: the villages don't make the commune, the shares of villages are less than the target, men
 * and women don't make all people, this period is not the last one and its movements, a part is
 * larger than its whole.
 *
 * Returns: (transfer full) (element-type AnsContradiction) (nullable): %NULL on an error; empty
 *   without a plan
 */
GPtrArray *ans_plan_check (AnsBook *book, const char *day, GError **error);

/** ans_figures_check: the same for figures that are there. */
GPtrArray *ans_figures_check (AnsFigures *figures, GError **error);

/**
 * ans_area_check:
 * @area: id of an area
 * @start, @day: ISO days: of the period
 *
 * Looks for contradictions in the lists and summaries of one area.
 *
 * Returns: (transfer full) (element-type AnsContradiction) (nullable): %NULL on an error
 */
GPtrArray *ans_area_check (AnsBook *book, const char *area, const char *start, const char *day,
                           GError **error);

G_END_DECLS
