/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-table-spec.h"

G_BEGIN_DECLS

/* Columns that an office adds for itself begin so, and no others. */
#define ANS_EXTRA_PREFIX "x_"

/* The table that says which there are: `tbl`, `name`, `title`, `kind`, `choices`, `position`. */
#define ANS_EXTRA_TABLE "extra_field"

extern const AnsTableSpec ans_extra_columns_table;

/**
 * ans_extra_columns_merge:
 * @tables: what the program describes
 *
 * Returns: (transfer full): @tables with the columns that the book adds; free it with
 *   ans_extra_columns_free()
 */
AnsTableSpec *
ans_extra_columns_merge (AnsConnection *connection, const AnsTableSpec *tables, guint n_tables);
void ans_extra_columns_free (AnsTableSpec *merged, const AnsTableSpec *tables, guint n_tables);

G_END_DECLS
