/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsDayButton:
 *
 * Shows the day that a page looks at (“as of 20/09/2022”) and lets another one be chosen in a
 * calendar. Properties: “day” (string, nullable): ISO, %NULL for today; “plain” (boolean): only the
 * day itself, for a day of something else.
 */
#define ANS_TYPE_DAY_BUTTON (ans_day_button_get_type ())
G_DECLARE_FINAL_TYPE (AnsDayButton, ans_day_button, ANS, DAY_BUTTON, GtkWidget)

const char *ans_day_button_get_day (AnsDayButton *self);
void ans_day_button_set_day (AnsDayButton *self, const char *iso);

G_END_DECLS
