/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-row-model.h"

G_BEGIN_DECLS

AnsRow *ans_row_new (AnsListing *listing, gint64 id);

/* Tells “changed” if the row had values before. */
void ans_row_set_values (AnsRow *self, const char *const *values, guint n_values);

G_END_DECLS
