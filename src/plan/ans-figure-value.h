/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ans-indicator.h"

G_BEGIN_DECLS

/**
 * AnsFigureState:
 * @ANS_FIGURE_NO_DATA: nobody knows: “chưa có số liệu”, which is not 0
 * @ANS_FIGURE_VALUE: there is a number (1 and 0 for met and not met)
 * @ANS_FIGURE_NOT_ARISEN: a share of nothing: “Không phát sinh”, printed “–”, counts as met
 * @ANS_FIGURE_STANDARDS_DIFFER: the two days are under different poverty standards, whose lists are
 * never subtracted
 */
typedef enum
{
  ANS_FIGURE_NO_DATA,
  ANS_FIGURE_VALUE,
  ANS_FIGURE_NOT_ARISEN,
  ANS_FIGURE_STANDARDS_DIFFER,
} AnsFigureState;

typedef enum
{
  ANS_ORIGIN_NONE,
  ANS_ORIGIN_COMPUTED, /* from the registers */
  ANS_ORIGIN_MANUAL,   /* entered by hand */
} AnsOrigin;

typedef enum
{
  ANS_VERDICT_NONE, /* only watched, or there is no number yet */
  ANS_VERDICT_MET,
  ANS_VERDICT_NOT_MET,
} AnsVerdict;

/**
 * AnsFigureValue:
 * @value: exact; of a share in percent, of its fall in percentage points
 * @numerator, @denominator: on the day, -1 where there is none; those of the first day of a fall
 * with start_
 * @day: of which day the number is true
 * @entry: id of the row of “indicator-values” it is from, 0 if computed
 * @has_target, @target: what it is measured against: the commune's target, or a village's share
 * @in_words: it was entered as a result, met or not, and not as a number
 * @near: the number that is printed gives one verdict, the exact one the other: “Sát ngưỡng”
 */
typedef struct
{
  AnsFigureState state;
  AnsOrigin origin;
  AnsRational value;
  gint64 numerator;
  gint64 denominator;
  gint64 start_numerator;
  gint64 start_denominator;
  AnsDate day;
  gint64 entry;
  gboolean in_words;
  gboolean has_target;
  AnsRational target;
  AnsVerdict verdict;
  gboolean near;
} AnsFigureValue;

/** ans_figure_value_is_shown: whether a village's number is told of: a village that is no more only
 * where it has one. @self may be %NULL */
gboolean ans_figure_value_is_shown (const AnsFigureValue *self, gboolean is_current);

/** ans_figure_value_init: no number, no counts. */
void ans_figure_value_init (AnsFigureValue *self);

/** ans_figure_value_set_share: 100 × @numerator / @denominator, or not arisen */
void ans_figure_value_set_share (AnsFigureValue *self, gint64 numerator, gint64 denominator);

/**
 * ans_figure_value_judge:
 *
 * Sets verdict and near of @self: the value rounded half up to the target's decimals is compared
 * with the target, because that is what the printed report shows; “= 100 %” and “= 0” compare the
 * counts, so that 199 of 200 is not all (domain.md §1.1).
 */
void ans_figure_value_judge (AnsFigureValue *self, const AnsIndicator *indicator);

/* Texts are the words of Vietnamese reports, in any language of the program. */

/** ans_figure_value_display: Returns: (transfer full): “23,9”, “–” if not arisen, “Đạt”, “chưa có
 * số liệu”; without the unit */
char *ans_figure_value_display (const AnsFigureValue *self, const AnsIndicator *indicator);

/** ans_figure_value_display_raw: Returns: (transfer full): with three more decimals, for what is
 * near its target: “23,948” */
char *ans_figure_value_display_raw (const AnsFigureValue *self, const AnsIndicator *indicator);

/** ans_figure_value_verdict_display: Returns: “Đạt”, “Chưa đạt”, “Không phát sinh”, “Chưa có số
 * liệu”, “Khác chuẩn nghèo”, “Theo dõi” */
const char *ans_figure_value_verdict_display (const AnsFigureValue *self,
                                              const AnsIndicator *indicator);

/**
 * ans_figure_value_progress:
 * @percent: (out): 100 × value / target, exact
 *
 * Returns: whether there is a progress: only towards “at least” (domain.md §1.1)
 */
gboolean ans_figure_value_progress (const AnsFigureValue *self,
                                    const AnsIndicator *indicator,
                                    AnsRational *percent);

/**
 * ans_figure_value_gap:
 * @gap: (out) (optional): how much is missing, or too much, of the printed value
 *
 * Returns: (transfer full): “còn thiếu 23 người”, “còn 0,4 điểm %”, "" when nothing is missing
 */
char *
ans_figure_value_gap (const AnsFigureValue *self, const AnsIndicator *indicator, AnsRational *gap);

/** ans_verdict_code: Returns: (nullable): “met”, “not-met” for machines */
const char *ans_verdict_code (AnsVerdict verdict);

/** ans_origin_code: Returns: (nullable): “computed”, “manual” */
const char *ans_origin_code (AnsOrigin origin);

/** ans_figure_state_code: Returns: “value”, “no-data”, “not-arisen”, “standards-differ” */
const char *ans_figure_state_code (AnsFigureState state);

/**
 * AnsForecast:
 * @expected: at the last day of the period
 * @missing: to the target now; 0 if reached
 * @per_month: so many a month from now on reach the target; 0 if reached or no day is left
 * @seasonal: the course of last year was taken into account
 * @reaches: whether the target will be met as things go
 */
typedef struct
{
  AnsRational expected;
  AnsRational missing;
  gint64 per_month;
  int days_left;
  gboolean seasonal;
  gboolean reaches;
} AnsForecast;

/**
 * ans_forecast_make:
 * @first, @day, @last: the period and the day of @self in it
 * @last_year_then, @last_year_all: (nullable): of last year, up to the same day and in all
 *
 * Where a count that grows will stand on the last day: by its rate so far, or, if last year's
 * course is known, by the part that last year had reached by then.
 *
 * Returns: whether there is a forecast: only of flows with a target of “at least”
 */
gboolean ans_forecast_make (const AnsFigureValue *self,
                            const AnsIndicator *indicator,
                            AnsDate first,
                            AnsDate day,
                            AnsDate last,
                            const AnsRational *last_year_then,
                            const AnsRational *last_year_all,
                            AnsForecast *forecast);

/** ans_forecast_display: Returns: (transfer full): “còn thiếu 23 người, cần 8 người/tháng” */
char *ans_forecast_display (const AnsForecast *self, const AnsIndicator *indicator);

G_END_DECLS
