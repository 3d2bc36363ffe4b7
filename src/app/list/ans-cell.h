/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsCell:
 *
 * One line of text in a table. GTK makes some 200 rows whatever is seen of them; this cell does no
 * more for an unseen row than keep its text, and lays it out when it is drawn. Digits have one
 * width.
 */
#define ANS_TYPE_CELL (ans_cell_get_type ())
G_DECLARE_FINAL_TYPE (AnsCell, ans_cell, ANS, CELL, GtkWidget)

/** ans_cell_new: @xalign is 0 for the left, 0.5 for the middle, 1 for the right. */
GtkWidget *ans_cell_new (float xalign);

/** ans_cell_set_text: @masked tells that @text hides the true value. */
void ans_cell_set_text (AnsCell *self, const char *text, gboolean masked);
const char *ans_cell_get_text (AnsCell *self);
gboolean ans_cell_is_masked (AnsCell *self);

G_END_DECLS
