/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/ans-chart.h"

G_BEGIN_DECLS

/**
 * AnsChartCanvas:
 *
 * The picture of a chart, without its title. A cursor goes over the data by the arrows, Home and
 * End, or follows the pointer; a bubble says the number of the datum under it. Emits
 * “datum-activated” (uint series, uint category) on Enter, space and a click.
 */
#define ANS_TYPE_CHART_CANVAS (ans_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (AnsChartCanvas, ans_chart_canvas, ANS, CHART_CANVAS, GtkWidget)

/** ans_chart_canvas_set_chart: @chart (nullable) outlives the canvas, or its next chart. The cursor
 * stays on its datum, if that is still there. */
void ans_chart_canvas_set_chart (AnsChartCanvas *self, const AnsChart *chart);

/** ans_chart_canvas_set_openable: whether there are lists behind the data. */
void ans_chart_canvas_set_openable (AnsChartCanvas *self, gboolean openable);

/** ans_chart_canvas_get_cursor: Returns: whether the keyboard's cursor is on a datum */
gboolean ans_chart_canvas_get_cursor (AnsChartCanvas *self, guint *series, guint *category);

/**
 * ans_chart_canvas_get_spoken:
 *
 * Returns: (transfer none) (nullable): what the bubble and a screen reader say of the datum under
 *   the pointer, or else under the cursor
 */
const char *ans_chart_canvas_get_spoken (AnsChartCanvas *self);

/**
 * ans_chart_canvas_get_places:
 * @datum: (out): the ring around the datum under the cursor
 * @bubble: (out): the bubble beside it
 *
 * Returns: %FALSE if there is none
 */
gboolean
ans_chart_canvas_get_places (AnsChartCanvas *self, graphene_rect_t *datum, graphene_rect_t *bubble);

G_END_DECLS
