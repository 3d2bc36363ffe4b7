/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** AnsTimelineMark: the dot and line beside an entry of a history. Decoration only. */
#define ANS_TYPE_TIMELINE_MARK (ans_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (AnsTimelineMark, ans_timeline_mark, ANS, TIMELINE_MARK, GtkWidget)

/**
 * ans_timeline_mark_new:
 * @first: no line leads up from it
 * @last: no line leads down from it
 * @current: it stands for what holds now
 */
GtkWidget *ans_timeline_mark_new (gboolean first, gboolean last, gboolean current);

G_END_DECLS
