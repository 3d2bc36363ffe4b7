/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/* The stops of the tour that show the plan; see AnsTourStop. */
gboolean ans_tour_show_overview (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_late (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_figure (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_months (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_manual (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_figure_list (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_targets (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_tasks (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_shares (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_no_plan (AnsWindow *window, const char *book, GError **error);

/** ans_tour_plan_ready: whether the page's numbers are there. */
gboolean ans_tour_plan_ready (AnsWindow *window);

G_END_DECLS
