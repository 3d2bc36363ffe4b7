/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/* The stops of an area: its summaries by village, what it shows on the page of a household. */

gboolean ans_tour_summary_ready (AnsWindow *window);
gboolean ans_tour_show_by_village (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_two_standards (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_deprivations (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_poor_household (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_no_summary (AnsWindow *window, const char *book, GError **error);

G_END_DECLS
