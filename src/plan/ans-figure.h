/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ans-figure-value.h"

G_BEGIN_DECLS

/** AnsFigurePartKind: which of the lists behind a figure. */
typedef enum
{
  ANS_PART_NUMERATOR,
  ANS_PART_DENOMINATOR,
  ANS_PART_START_NUMERATOR, /* on the first day of the period */
  ANS_PART_START_DENOMINATOR,
} AnsFigurePartKind;
#define ANS_PART_N 4

/**
 * AnsFigure:
 *
 * What the book says of one indicator on the day of its #AnsFigures: of the commune and of each
 * village. Emits “changed” when a number, verdict or remark of it changed.
 */
#define ANS_TYPE_FIGURE (ans_figure_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigure, ans_figure, ANS, FIGURE, GObject)

/** ans_figure_get_indicator: Returns: (transfer none): valid until the figures change */
const AnsIndicator *ans_figure_get_indicator (AnsFigure *self);

/** ans_figure_get_info: Returns: (nullable): how it is computed */
const AnsFigureInfo *ans_figure_get_info (AnsFigure *self);

/** ans_figure_get_value: Returns: (transfer none): of the commune; valid until the figures change
 */
const AnsFigureValue *ans_figure_get_value (AnsFigure *self);

/** ans_figure_get_village_value: Returns: (transfer none) (nullable): of @village, 0 for rows
 * without one; %NULL if there is no such village */
const AnsFigureValue *ans_figure_get_village_value (AnsFigure *self, gint64 village);

/** ans_figure_get_entry: Returns: (transfer none) (nullable): what was entered by hand, if the
 * commune's number is from there */
const AnsManualValue *ans_figure_get_entry (AnsFigure *self);

/** ans_figure_get_remark: Returns: (nullable): what a reader of the number must know, in
 * Vietnamese: why it is not computed, two standards, which years a mean is of */
const char *ans_figure_get_remark (AnsFigure *self);

/** ans_figure_has_part: whether there is a list behind that part of the number. */
gboolean ans_figure_has_part (AnsFigure *self, AnsFigurePartKind part);

/** ans_figure_part_code: “numerator”, “denominator”, “start-numerator”, “start-denominator” */
const char *ans_figure_part_code (AnsFigurePartKind part);

G_END_DECLS
