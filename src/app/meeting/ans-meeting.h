/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/meeting/ans-meeting-window.h"
#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_meeting_start:
 *
 * Makes the slides of the plan that @window shows, on its day, and shows the first one over the
 * whole screen. What hinders it is told to the officer.
 *
 * Returns: (transfer none) (nullable): the meeting's window
 */
AnsMeetingWindow *ans_meeting_start (AnsWindow *window);

G_END_DECLS
