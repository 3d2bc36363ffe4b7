/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/meeting/ans-slide-view.h"
#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsMeetingWindow:
 *
 * Slides over the whole screen, the second one if there is one. Right, Page Down, space, click: the
 * next; Left, Page Up: the one before; Home, End; a number and Enter: that one; Tab or G: all
 * slides; B or full stop: black; D: dark slides; question mark: the keys; Escape: ends. The pointer
 * is seen, with a bar of buttons, only while it moves.
 *
 * Property “dark” (boolean): asks for slides on a dark ground; who made the deck gives another one.
 */
#define ANS_TYPE_MEETING_WINDOW (ans_meeting_window_get_type ())
G_DECLARE_FINAL_TYPE (AnsMeetingWindow, ans_meeting_window, ANS, MEETING_WINDOW, AdwWindow)

/** ans_meeting_window_new: @deck: finished, with a slide at least; begins with @slide */
GtkWidget *ans_meeting_window_new (AnsDeck *deck, guint slide);

/** ans_meeting_window_start: shows it on the screen that is not @parent's, if there is one; what is
 * to be said after its end is said in @parent. */
void ans_meeting_window_start (AnsMeetingWindow *self, AnsWindow *parent);

/** ans_meeting_window_set_deck: other slides, from @slide on. */
void ans_meeting_window_set_deck (AnsMeetingWindow *self, AnsDeck *deck, guint slide);

/** ans_meeting_window_get_deck: Returns: (transfer none) */
AnsDeck *ans_meeting_window_get_deck (AnsMeetingWindow *self);

void ans_meeting_window_go (AnsMeetingWindow *self, guint slide);
guint ans_meeting_window_get_slide (AnsMeetingWindow *self);

/** ans_meeting_window_show_pages: all slides as small pictures, to choose from. */
void ans_meeting_window_show_pages (AnsMeetingWindow *self, gboolean show);

/** ans_meeting_window_tell_keys: the most important keys, for who is here the first time. */
void ans_meeting_window_tell_keys (AnsMeetingWindow *self);

/** ans_meeting_window_show_bar: as if the pointer had moved. */
void ans_meeting_window_show_bar (AnsMeetingWindow *self);

/** ans_meeting_window_say: @text in passing. */
void ans_meeting_window_say (AnsMeetingWindow *self, const char *text);

/** ans_meeting_window_show_error: a dialog, unless @error is that work was stopped. */
void ans_meeting_window_show_error (AnsMeetingWindow *self, const char *title, const GError *error);

/** ans_meeting_window_add_job: shows the progress of @job, which may outlive the meeting. */
void ans_meeting_window_add_job (AnsMeetingWindow *self, AnsJob *job);

/** ans_meeting_choose_monitor: Returns: which of the @n monitors, of which the window is on @own,
 * the slides are for; @n if there is only one */
guint ans_meeting_choose_monitor (guint n, guint own);

G_END_DECLS
