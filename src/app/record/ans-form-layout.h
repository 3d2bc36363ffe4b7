/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsFormLayout:
 *
 * Lays fields out in as many equal columns as there is room for, row by row; a field that asks for
 * it takes the whole row. So one form serves a full screen and a narrow window.
 */
#define ANS_TYPE_FORM_LAYOUT (ans_form_layout_get_type ())
G_DECLARE_FINAL_TYPE (AnsFormLayout, ans_form_layout, ANS, FORM_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ans_form_layout_new (void);

/** ans_form_layout_set_wide: whether @child takes a row of its own. */
void ans_form_layout_set_wide (GtkWidget *child, gboolean wide);

G_END_DECLS
