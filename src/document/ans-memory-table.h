/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-table-source.h"

G_BEGIN_DECLS

#define ANS_TYPE_MEMORY_TABLE (ans_memory_table_get_type ())
G_DECLARE_FINAL_TYPE (AnsMemoryTable, ans_memory_table, ANS, MEMORY_TABLE, GObject)

AnsMemoryTable *ans_memory_table_new (const AnsTableColumn *columns, guint n_columns);
void ans_memory_table_add_row (AnsMemoryTable *self, const char *const *cells);
void ans_memory_table_begin_group (AnsMemoryTable *self, const char *title);
void ans_memory_table_end_group (AnsMemoryTable *self, const char *label, const char *const *cells);
void ans_memory_table_set_total (AnsMemoryTable *self, const char *label, const char *const *cells);

G_END_DECLS
