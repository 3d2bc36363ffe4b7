/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AnsAsOfButton:
 *
 * The day that the book is looked at, always in sight; a click, or a typed date, changes it.
 * Property “day” (string, nullable): ISO, %NULL for today. Property “short” (boolean): only the
 * date, for narrow windows.
 */
#define ANS_TYPE_AS_OF_BUTTON (ans_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (AnsAsOfButton, ans_as_of_button, ANS, AS_OF_BUTTON, AdwBin)

const char *ans_as_of_button_get_day (AnsAsOfButton *self);
void ans_as_of_button_set_day (AnsAsOfButton *self, const char *iso);

/** ans_as_of_button_open: shows the calendar, as Ctrl+D does. */
void ans_as_of_button_open (AnsAsOfButton *self);

G_END_DECLS
