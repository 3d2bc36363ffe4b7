/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ans-figure.h"
#include "plan/ans-plan.h"

G_BEGIN_DECLS

/* Setting of the book: percent of the register that must be filled before a hybrid indicator is
 * computed from it. */
#define ANS_FIGURES_COVERAGE_SETTING "figures.coverage"
#define ANS_FIGURES_COVERAGE_DEFAULT 90

/**
 * AnsFigures:
 *
 * All figures of a plan on a day: a GListModel of #AnsFigure in the order of the plan. It listens
 * to its book and brings itself up to date after every action, asking only what the action touched.
 * Emits “changed” after numbers changed, and “changed” of each #AnsFigure that did. Everything is
 * computed when it is first asked for, on the thread that asks, which is the book's.
 */
#define ANS_TYPE_FIGURES (ans_figures_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigures, ans_figures, ANS, FIGURES, GObject)

/** ans_figures_new: Returns: (transfer full): of the plan with id @plan, today (or the plan's day
 * that is nearest to it) */
AnsFigures *ans_figures_new (AnsBook *book, gint64 plan);

AnsBook *ans_figures_get_book (AnsFigures *self);

/** ans_figures_get_plan: Returns: (transfer none) (nullable): valid until it changes */
const AnsPlan *ans_figures_get_plan (AnsFigures *self);

/** ans_figures_set_only: nothing but the indicator @code is wanted; before anything is asked. */
void ans_figures_set_only (AnsFigures *self, const char *code);

/** ans_figures_set_day: @iso is a day; %NULL for today, or the plan's day that is nearest to it. */
void ans_figures_set_day (AnsFigures *self, const char *iso);
AnsDate ans_figures_get_day (AnsFigures *self);

/**
 * ans_figures_set_period:
 * @first, @last: (nullable): ISO days; both %NULL for the period of the plan
 *
 * The period in which flows are counted and from whose first day falls are measured. The day is
 * then @last, unless it is set afterwards.
 */
void ans_figures_set_period (AnsFigures *self, const char *first, const char *last);
AnsDate ans_figures_get_first_day (AnsFigures *self);
AnsDate ans_figures_get_last_day (AnsFigures *self);

/** ans_figures_evaluate: computes what is not up to date. The others do it by themselves. */
gboolean ans_figures_evaluate (AnsFigures *self, GError **error);

/** ans_figures_find: Returns: (transfer none) (nullable): the figure of the indicator @code */
AnsFigure *ans_figures_find (AnsFigures *self, const char *code);

/**
 * AnsFigureVillage:
 * @is_current: it is of the commune on the day; another one is shown only where it has rows
 */
typedef struct
{
  gint64 id;
  char *name;
  gboolean is_current;
} AnsFigureVillage;

/** ans_figures_get_villages: Returns: (transfer none) (element-type AnsFigureVillage): in the order
 * of lists, without “no village” */
const GArray *ans_figures_get_villages (AnsFigures *self);

/**
 * ans_figures_list:
 * @village: id, 0 for all
 *
 * Returns: (transfer full) (nullable): the list behind a number: its length is the number. %NULL
 *   if there is none
 */
AnsListing *
ans_figures_list (AnsFigures *self, AnsFigure *figure, AnsFigurePartKind part, gint64 village);

/**
 * ans_figures_get_last_year:
 *
 * The same figure a year before, for the same part of that year: computed if the book reaches back
 * so far, otherwise what was entered for last year's plan.
 *
 * Returns: (transfer none) (nullable): %NULL if nobody knows (“–”); valid until the figures change
 */
const AnsFigureValue *ans_figures_get_last_year (AnsFigures *self, AnsFigure *figure);

/** ans_figures_forecast: Returns: whether there is a @forecast for the last day of the period */
gboolean ans_figures_forecast (AnsFigures *self, AnsFigure *figure, AnsForecast *forecast);

G_END_DECLS
