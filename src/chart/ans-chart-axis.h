/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticks at round numbers. */
#pragma once

#include "chart/ans-chart.h"

G_BEGIN_DECLS

/* Ticks stand at low, low + step … high, which hold all of the data. */
typedef struct
{
  double low, high, step; /* in the unit of the data, not scaled */
  guint n;                /* ticks */
  int decimals;           /* that a tick's number needs */
} AnsAxis;

/**
 * ans_axis_init:
 * @low: the least of the data
 * @high: the greatest
 * @wanted: about how many ticks
 * @finest: the smallest step, 1 for things that are counted
 *
 * Steps are 1, 2 or 5 times a power of ten, loosely around the data: Paul S. Heckbert, “Nice
 * Numbers for Graph Labels”, Graphics Gems, 1990, pp. 61–63. 0 is held where @zero says so: bars
 * and areas begin there.
 */
void
ans_axis_init (AnsAxis *self, double low, double high, gboolean zero, guint wanted, double finest);

/** ans_axis_tick: Returns: the value of tick @i, exactly 0 where it is */
double ans_axis_tick (const AnsAxis *self, guint i);

/**
 * ans_axis_format:
 *
 * Returns: (transfer full): the tick's number as people read it, great ones in “triệu”, “tỷ”;
 * with % if that is the unit
 */
char *ans_axis_format (const AnsAxis *self, const AnsChart *chart, guint i);

G_END_DECLS
