/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/list/ans-section-model.h"

G_BEGIN_DECLS

/** ans_list_growth_attach: a list that is new shows the rows that fill a window in its first frame,
 * and more of them in each frame of @widget after that, as long as it lives. */
void ans_list_growth_attach (GtkWidget *widget, AnsSectionModel *sections);

G_END_DECLS
