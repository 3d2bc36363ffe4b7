/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsTourStop:
 * @name: of the picture
 * @show: brings the page about, from any other; %FALSE (with or without @error) when it is missing
 * @ready: (nullable): whether the page has all that it will show
 *
 * A page of the tour. A new page gets its line in the table of ans-tour-stops.c.
 */
typedef struct
{
  const char *name;
  gboolean (*show) (AnsWindow *window, const char *book, GError **error);
  gboolean (*ready) (AnsWindow *window);
} AnsTourStop;

/** ans_tour_stops: Returns: (transfer none): the table; @n is its length */
const AnsTourStop *ans_tour_stops (guint *n);

/** ans_tour_open_book: opens the book at @path in @window, unless it is open so already. */
gboolean
ans_tour_open_book (AnsWindow *window, const char *path, gboolean read_only, GError **error);

/** ans_tour_tidy: closes what a stop has opened over the window. */
void ans_tour_tidy (AnsWindow *window);

G_END_DECLS
