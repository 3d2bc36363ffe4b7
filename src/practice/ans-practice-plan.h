/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ans-figure-value.h"
#include "practice/ans-practice.h"
#include "store/ans-book.h"

G_BEGIN_DECLS

/**
 * ans_practice_plan_fill:
 * @book: a practice commune
 * @plan: id of the shipped plan, as ans_plan_load() has made it
 * @seed: the same seed gives the same numbers of villages
 *
 * Enters what an officer would have entered by hand by 20/09/2022: results of the indicators whose
 * registers the program does not have yet, shares and results of villages, the state of tasks, and
 * plans of the three years before with their results. All of it says that it is practice. One
 * action.
 *
 * Returns: %FALSE with a message for the officer
 */
gboolean ans_practice_plan_fill (AnsBook *book, gint64 plan, guint64 seed, GError **error);

/**
 * AnsPracticeFigure:
 * @state, @origin, @value, @numerator, @denominator: as in #AnsFigureValue; the counts are -1 where
 *   there are none
 */
typedef struct
{
  char *code;
  AnsFigureState state;
  AnsOrigin origin;
  AnsRational value;
  gint64 numerator, denominator;
} AnsPracticeFigure;

/**
 * ans_practice_plan_expected:
 * @counts: as ans_practice_fill_counted() has counted
 * @village: from 1 in the order of villages, 0 for the commune; of a village only what is
 *   computed from the registers
 *
 * What the indicators of the plan must be on 20/09/2022, known without asking the book: from what
 * was counted while the commune was invented, and from the numbers that ans_practice_plan_fill()
 * enters.
 *
 * Returns: (transfer full) (element-type AnsPracticeFigure) (nullable): one for each indicator, of
 *   all 29 for the commune
 */
GPtrArray *
ans_practice_plan_expected (const AnsPracticeCounts *counts, guint village, GError **error);

G_END_DECLS
