/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/* The stops of the tour that show charts; see AnsTourStop. */
gboolean ans_tour_show_charts (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_charts_below (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_chart_table (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_chart_menu (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_pyramid (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_no_charts (AnsWindow *window, const char *book, GError **error);

/** ans_tour_charts_ready: whether all charts of the page are there. */
gboolean ans_tour_charts_ready (AnsWindow *window);

G_END_DECLS
