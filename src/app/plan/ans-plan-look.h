/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ans-plan-words.h"

G_BEGIN_DECLS

/** ans_plan_words_area_icon: Returns: name of its icon */
const char *ans_plan_words_area_icon (const char *code);

/** ans_plan_words_label: Returns: (transfer floating): a label of @text with CSS classes, ended by
 * %NULL; its text starts at the beginning of the line */
GtkWidget *ans_plan_words_label (const char *text, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
