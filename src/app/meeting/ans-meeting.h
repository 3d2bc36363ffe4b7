/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/meeting/ans-meeting-window.h"
#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_meeting_start:
 *
 * Makes the slides of the plan that @window shows, on its day, and shows them over the whole
 * screen: from a page of one indicator on its slide, from the lists of an area on that of the area,
 * else on the first one. What hinders it is told to the officer. While slides are shown the screen
 * stays awake; they end with the book.
 *
 * Returns: (transfer none) (nullable): the meeting's window
 */
AnsMeetingWindow *ans_meeting_start (AnsWindow *window);

/** ans_meeting_make: the same without showing it. Returns: (transfer floating) (nullable) */
AnsMeetingWindow *ans_meeting_make (AnsWindow *window, GError **error);

G_END_DECLS
