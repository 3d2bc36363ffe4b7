/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/** ans_table_builder_get: Returns: (transfer none): the tables of all registers and periods */
const AnsTableSpec *ans_table_builder_get (guint *n);

/** ans_field_is_stored: whether @field has a column that a save writes (not period, not derived) */
gboolean ans_field_is_stored (const AnsField *field);

G_END_DECLS
