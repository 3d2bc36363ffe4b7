/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an indicator stands on a day: the one word behind every mark, bar and colour of it. */
#pragma once

#include "plan/ans-figures.h"

G_BEGIN_DECLS

/**
 * AnsStanding:
 * @ANS_STANDING_MET: “Đạt”
 * @ANS_STANDING_ON_TIME: not met yet, but not less than was to be expected by now
 * @ANS_STANDING_LATE: less than was to be expected by now
 * @ANS_STANDING_NOT_MET: what is not counted up through the year is on the wrong side of its
 * target, or the year is over
 * @ANS_STANDING_NO_DATA: nobody knows, which is not 0
 * @ANS_STANDING_NOT_ARISEN: a share of nothing; counts as met
 * @ANS_STANDING_STANDARDS_DIFFER: the two days can't be compared
 * @ANS_STANDING_WATCHED: there is no target
 */
typedef enum
{
  ANS_STANDING_MET,
  ANS_STANDING_ON_TIME,
  ANS_STANDING_LATE,
  ANS_STANDING_NOT_MET,
  ANS_STANDING_NO_DATA,
  ANS_STANDING_NOT_ARISEN,
  ANS_STANDING_STANDARDS_DIFFER,
  ANS_STANDING_WATCHED,
  ANS_N_STANDINGS,
} AnsStanding;

/** ans_standing_display: Returns: “Đạt”, “Đúng tiến độ”, “Chậm”, “Chưa đạt”, “Chưa có số liệu”, …
 */
const char *ans_standing_display (AnsStanding standing);

/** ans_standing_code: Returns: “met”, “on-time”, “late”, … for machines */
const char *ans_standing_code (AnsStanding standing);

/**
 * ans_figure_value_expected:
 * @first, @day, @last: the period and the day of the figures in it
 * @expected: (out): the part of the target that belongs to the part of the period that is over
 *
 * Returns: whether something is expected by now: of what grows through the year towards “at least”
 */
gboolean ans_figure_value_expected (const AnsFigureValue *self,
                                    const AnsIndicator *indicator,
                                    AnsDate first,
                                    AnsDate day,
                                    AnsDate last,
                                    AnsRational *expected);

/** ans_figure_value_standing: of the commune's number, or of a village's. */
AnsStanding ans_figure_value_standing (const AnsFigureValue *self,
                                       const AnsIndicator *indicator,
                                       AnsDate first,
                                       AnsDate day,
                                       AnsDate last);

/** ans_figures_standing: of the commune's number of @figure on the day of @figures. */
AnsStanding ans_figures_standing (AnsFigures *figures, AnsFigure *figure);

/** ans_figures_expected: as ans_figure_value_expected(), of the commune's number. */
gboolean ans_figures_expected (AnsFigures *figures, AnsFigure *figure, AnsRational *expected);

/**
 * ans_figure_value_percent:
 * @percent: (out): as ans_percent_of(); what is met as printed is 100 at least
 *
 * Returns: whether there is a percent: only towards “at least” (domain.md §1.1)
 */
gboolean ans_figure_value_percent (const AnsFigureValue *self,
                                   const AnsIndicator *indicator,
                                   gint64 *percent);

/** ans_figure_value_reason: Returns: (transfer full): why the verdict is what it is, in Vietnamese:
 * “1,3 điểm % chưa bằng mức 2,3 điểm % trở lên” */
char *ans_figure_value_reason (const AnsFigureValue *self, const AnsIndicator *indicator);

G_END_DECLS
