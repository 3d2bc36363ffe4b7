/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slides of a meeting as files. */
#pragma once

#include "app/meeting/ans-meeting-window.h"

G_BEGIN_DECLS

typedef enum
{
  ANS_MEETING_PDF,      /* all slides */
  ANS_MEETING_PICTURE,  /* the slide that is shown, as PNG */
  ANS_MEETING_PICTURES, /* all of them, in a new folder */
} AnsMeetingSave;

/** ans_meeting_save_ask: asks for the place, then saves. */
void ans_meeting_save_ask (AnsMeetingWindow *window, AnsMeetingSave what);

/**
 * ans_meeting_save_to:
 * @path: the file; of pictures the folder in which they get a folder of their own
 *
 * Saves on another thread, and says so or why not. What could not be saved whole is not there.
 */
void ans_meeting_save_to (AnsMeetingWindow *window, AnsMeetingSave what, const char *path);

/** ans_meeting_save_copy: the slide that is shown goes to the clipboard as a picture. */
void ans_meeting_save_copy (AnsMeetingWindow *window);

G_END_DECLS
