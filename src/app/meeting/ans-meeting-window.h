/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/meeting/ans-slide-view.h"

G_BEGIN_DECLS

/**
 * AnsMeetingWindow:
 *
 * Slides over the whole screen, the second one if there is one. Right, Page Down, space, click: the
 * next; Left, Page Up: the one before; Home, End; a number and Enter: that one; Tab or G: all pages;
 * B or full stop: black; question mark: the keys; Escape: ends.
 */
#define ANS_TYPE_MEETING_WINDOW (ans_meeting_window_get_type ())
G_DECLARE_FINAL_TYPE (AnsMeetingWindow, ans_meeting_window, ANS, MEETING_WINDOW, AdwWindow)

/** ans_meeting_window_new: @deck (transfer full): finished, with a slide at least; begins with
 * @slide */
GtkWidget *ans_meeting_window_new (AnsDeck *deck, guint slide);

/** ans_meeting_window_start: shows it on the screen that is not @parent's, if there is one. */
void ans_meeting_window_start (AnsMeetingWindow *self, GtkWindow *parent);

void ans_meeting_window_go (AnsMeetingWindow *self, guint slide);
guint ans_meeting_window_get_slide (AnsMeetingWindow *self);

/** ans_meeting_window_show_pages: all slides as small pictures, to choose from. */
void ans_meeting_window_show_pages (AnsMeetingWindow *self, gboolean show);

G_END_DECLS
