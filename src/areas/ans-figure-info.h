/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * AnsFigurePart:
 * @listing: id of the list whose rows are counted; %NULL ends or leaves out a part
 * @filters: (nullable): conditions as on the command line, "COLUMN=VALUE;COLUMN=VALUE", with |
 * between values and FROM..TO for ranges
 * @period_column: (nullable): id of a date column: only rows dated within the period, from its
 *   first day to the day of the figure. Without it the list is asked as of the day
 *
 * A figure is the length of a list: this is the list.
 */
typedef struct
{
  const char *listing;
  const char *filters;
  const char *period_column;
} AnsFigurePart;

/**
 * AnsFigureFormula:
 * @ANS_FIGURE_COUNT: rows of the numerator
 * @ANS_FIGURE_RATIO: 100 × numerator / denominator, in percent
 * @ANS_FIGURE_COUNT_FALL: rows of the numerator on the first day of the period less those on the
 * day
 * @ANS_FIGURE_RATIO_FALL: the ratio on the first day less that on the day, in percentage points
 */
typedef enum
{
  ANS_FIGURE_COUNT,
  ANS_FIGURE_RATIO,
  ANS_FIGURE_COUNT_FALL,
  ANS_FIGURE_RATIO_FALL,
} AnsFigureFormula;

/**
 * AnsFigureCoverage:
 * @known: rows of which the register says what the figure needs
 * @all: rows of which it should
 */
typedef struct
{
  AnsFigurePart known;
  AnsFigurePart all;
} AnsFigureCoverage;

/**
 * AnsFigureInfo:
 * @id: what an indicator of a plan names it by
 * @title: official Vietnamese name
 * @formula: how its parts make a number
 * @numerator, @denominator: the lists; the latter for ratios only
 * @comparable: (nullable): id of a column of the numerator's list that must have one and the same
 *   value on both days of a fall (the poverty standard): otherwise there is no figure
 * @coverage: how much of the register must be filled before a hybrid indicator takes the figure
 * from it; unused ones have no listing
 * @kept: (nullable): id of a list that has rows on a day on which the register was kept: without
 *   them the number of a year ago is unknown, and not 0
 * @present_only: (nullable): said of the figure of a past day, because what it counts by has no
 *   history in the book: it is as known today
 *
 * A figure that an area knows how to compute. Described as data; src/plan evaluates it.
 */
typedef struct
{
  const char *id;
  const char *title;
  AnsFigureFormula formula;
  AnsFigurePart numerator;
  AnsFigurePart denominator;
  const char *comparable;
  AnsFigureCoverage coverage[2];
  const char *kept;
  const char *present_only;
} AnsFigureInfo;

G_END_DECLS
