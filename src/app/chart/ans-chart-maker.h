/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/ans-plan-charts.h"

G_BEGIN_DECLS

/**
 * ans_chart_maker_make_async:
 * @chart: what to make; copied
 * @source: of which book, plan and days; copied
 *
 * Makes a chart that asks the book anew on a thread beside the window's, one after another. The
 * thread opens the book for itself, for reading only, so that nobody waits for anybody.
 */
void ans_chart_maker_make_async (const AnsPlanChart *chart,
                                 const AnsChartSource *source,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/** ans_chart_maker_make_finish: Returns: (transfer full) (nullable) */
AnsChart *ans_chart_maker_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
