/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/* The stops of the tour that show meeting mode; see AnsTourStop. */
gboolean ans_tour_show_title (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_slide (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_area (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_remaining (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_slides (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_keys (AnsWindow *window, const char *book, GError **error);
gboolean ans_tour_show_black (AnsWindow *window, const char *book, GError **error);

/** ans_tour_meeting_find: Returns: (transfer none) (nullable): the window of a meeting */
GtkWidget *ans_tour_meeting_find (void);

G_END_DECLS
