/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "listing/ans-row-model.h"

G_BEGIN_DECLS

/**
 * AnsSectionModel:
 *
 * Lets GTK see the groups of an #AnsRowModel as sections; the listing room knows nothing of GTK.
 * The property “growing” tells that rows are held back.
 */
#define ANS_TYPE_SECTION_MODEL (ans_section_model_get_type ())
G_DECLARE_FINAL_TYPE (AnsSectionModel, ans_section_model, ANS, SECTION_MODEL, GObject)

AnsSectionModel *ans_section_model_new (AnsRowModel *rows);

/** ans_section_model_get_rows: Returns: (transfer none): the rows behind it */
AnsRowModel *ans_section_model_get_rows (AnsSectionModel *self);

/**
 * ans_section_model_set_step:
 * @step: how many rows more than fill a window, or 0 for all at once (the default)
 *
 * From now on a list that is new as a whole shows its first @step rows only, until
 * ans_section_model_grow() adds as many again. GTK makes widgets for two hundred rows whatever the
 * height of the window; so the rows that are seen need not wait for those that are not.
 */
void ans_section_model_set_step (AnsSectionModel *self, guint step);

/** ans_section_model_is_growing: whether rows are held back. */
gboolean ans_section_model_is_growing (AnsSectionModel *self);

/** ans_section_model_grow: shows more rows, all of them after some calls. */
void ans_section_model_grow (AnsSectionModel *self);

/** ans_section_model_show_all: shows all rows at once: for who asks for one of the last. */
void ans_section_model_show_all (AnsSectionModel *self);

G_END_DECLS
