/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** AnsFormGrid: holds the fields of a group of a form, laid out by #AnsFormLayout. */
#define ANS_TYPE_FORM_GRID (ans_form_grid_get_type ())
G_DECLARE_FINAL_TYPE (AnsFormGrid, ans_form_grid, ANS, FORM_GRID, GtkWidget)

AnsFormGrid *ans_form_grid_new (void);

/** ans_form_grid_append: @wide: it takes a row of its own */
void ans_form_grid_append (AnsFormGrid *self, GtkWidget *child, gboolean wide);

G_END_DECLS
