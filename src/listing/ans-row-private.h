/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-row-model.h"

G_BEGIN_DECLS

AnsRow *ans_row_new (AnsListing *listing, gint64 id);

/* @values are those of the @n_values columns that @left_out does not leave out: these are read when
 * somebody asks for them. Tells “changed” if the row had values before. */
void ans_row_set_values (AnsRow *self, const char *const *values, guint n_values,
                         const gboolean *left_out);

G_END_DECLS
