/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/ans-slide.h"

G_BEGIN_DECLS

/**
 * AnsMeetingPages:
 *
 * All slides of a deck as small pictures with their numbers. Emits “chosen” (uint: the slide).
 */
#define ANS_TYPE_MEETING_PAGES (ans_meeting_pages_get_type ())
G_DECLARE_FINAL_TYPE (AnsMeetingPages, ans_meeting_pages, ANS, MEETING_PAGES, AdwBin)

/** ans_meeting_pages_show: the focus goes to @slide of @deck. */
void ans_meeting_pages_show (AnsMeetingPages *self, AnsDeck *deck, guint slide);

G_END_DECLS
