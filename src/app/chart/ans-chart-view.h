/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/ans-chart.h"
#include "scene/ans-scene-file.h"

G_BEGIN_DECLS

/**
 * AnsChartView:
 *
 * A chart with its title, its source and a menu: shown as a table, copied, saved. Emits
 * “datum-activated” (uint series, uint category). Properties: “show-table” (boolean).
 */
#define ANS_TYPE_CHART_VIEW (ans_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsChartView, ans_chart_view, ANS, CHART_VIEW, AdwBin)

GtkWidget *ans_chart_view_new (void);

/** ans_chart_view_set_waiting: the chart called @title (nullable) is being made. */
void ans_chart_view_set_waiting (AnsChartView *self, const char *title);

/** ans_chart_view_set_chart: @chart: (transfer full) (nullable): %NULL while it is made; one
 * without data says so */
void ans_chart_view_set_chart (AnsChartView *self, AnsChart *chart);

/** ans_chart_view_get_chart: Returns: (transfer none) (nullable) */
const AnsChart *ans_chart_view_get_chart (AnsChartView *self);

/** ans_chart_view_set_openable: whether there are lists behind its data. */
void ans_chart_view_set_openable (AnsChartView *self, gboolean openable);

/** ans_chart_view_set_beside: @widget (nullable) stands below the title: what chooses the chart. */
void ans_chart_view_set_beside (AnsChartView *self, GtkWidget *widget);

/**
 * ans_chart_view_save:
 *
 * Writes the file and says so, or tells in a dialog why not.
 *
 * Returns: whether the file is there
 */
gboolean ans_chart_view_save (AnsChartView *self, const char *path, AnsSceneFormat format);

G_END_DECLS
