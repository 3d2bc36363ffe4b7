/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "listing/ans-row-model.h"

G_BEGIN_DECLS

/**
 * AnsSectionModel:
 *
 * Lets GTK see the groups of an #AnsRowModel as sections; the listing room knows nothing of GTK.
 */
#define ANS_TYPE_SECTION_MODEL (ans_section_model_get_type ())
G_DECLARE_FINAL_TYPE (AnsSectionModel, ans_section_model, ANS, SECTION_MODEL, GObject)

AnsSectionModel *ans_section_model_new (AnsRowModel *rows);

/** ans_section_model_get_rows: Returns: (transfer none): the rows behind it */
AnsRowModel *ans_section_model_get_rows (AnsSectionModel *self);

G_END_DECLS
