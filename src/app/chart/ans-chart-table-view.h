/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/ans-chart.h"

G_BEGIN_DECLS

/**
 * ans_chart_table_view_new:
 * @openable: a number is a button for the action “chart.activate-datum” (series, category)
 *
 * Returns: (transfer floating): the numbers of @chart as a table
 */
GtkWidget *ans_chart_table_view_new (const AnsChart *chart, gboolean openable);

G_END_DECLS
