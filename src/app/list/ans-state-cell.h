/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** AnsStateCell: a state in a table: icon, word and colour. */
#define ANS_TYPE_STATE_CELL (ans_state_cell_get_type ())
G_DECLARE_FINAL_TYPE (AnsStateCell, ans_state_cell, ANS, STATE_CELL, GtkBox)

GtkWidget *ans_state_cell_new (void);

/** ans_state_cell_set: @icon and @css_class are static. */
void
ans_state_cell_set (AnsStateCell *self, const char *icon, const char *css_class, const char *text);

G_END_DECLS
