/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars of a chart, level or upright: from where to where, in which lane. Private to the room.
 */
#pragma once

#include "chart/ans-chart-plot.h"

G_BEGIN_DECLS

typedef struct
{
  guint series, category;
  guint lane;      /* beside each other in a category */
  double from, to; /* in the unit of the axis */
  char *label;
} AnsBar;

typedef struct
{
  GArray *bars; /* AnsBar, by category, then series */
  guint lanes;
  double low, high; /* of bars and targets; hold 0 */
  gboolean stacked, share, targets;
} AnsBars;

void ans_bars_init (AnsBars *self, const AnsPlot *plot);
void ans_bars_clear (AnsBars *self);

/** ans_bars_axis: ticks around the bars; those of parts of a whole are percents */
void ans_bars_axis (const AnsBars *self, const AnsPlot *plot, guint wanted, AnsAxis *axis);

/** ans_bars_tick: Returns: (transfer full): what stands at a tick */
char *ans_bars_tick (const AnsBars *self, const AnsPlot *plot, const AnsAxis *axis, guint i);

/** ans_bars_end_label: Returns: (transfer full) (nullable): what stands behind a category: the sum
 * of a stack, the note, “8/13”; %NULL where each bar has its own */
char *ans_bars_end_label (const AnsBars *self, const AnsPlot *plot, guint category);

/** ans_share_format: Returns: (transfer full): @part of @whole in percent, one decimal, rounded
 * half up */
char *ans_share_format (gint64 part, gint64 whole);

G_END_DECLS
