/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as it leaves the window: with title, source and date, in light colours. */
#pragma once

#include <gtk/gtk.h>

#include "chart/ans-chart.h"
#include "scene/ans-scene-file.h"

G_BEGIN_DECLS

/**
 * ans_chart_output_write:
 * @path: of the file to make or replace
 * @error: an #AnsOutputError
 *
 * Returns: whether the file is there; on failure nothing is left of it
 */
gboolean ans_chart_output_write (const AnsChart *chart,
                                 const char *path,
                                 AnsSceneFormat format,
                                 GError **error);

/** ans_chart_output_picture: Returns: (transfer full): for the clipboard */
GdkContentProvider *ans_chart_output_picture (const AnsChart *chart);

/** ans_chart_output_table: Returns: (transfer full): its numbers for the clipboard, as text with
 * tabs and as a table in HTML */
GdkContentProvider *ans_chart_output_table (const AnsChart *chart);

/** ans_chart_output_name: Returns: (transfer full): a name for a file with @ending (“png”) */
char *ans_chart_output_name (const AnsChart *chart, const char *ending);

G_END_DECLS
