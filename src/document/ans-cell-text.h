/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the canonical text of a cell to what stands on paper (domain §3.6). */
#pragma once

#include "document/ans-table-source.h"

G_BEGIN_DECLS

#define ANS_ROMAN_SIZE 24

const char *ans_cell_print (AnsColumnKind kind, const char *cell, guint ordinal, GString *buffer);
const char *ans_cell_clean (const char *text, GString *buffer);
gboolean ans_cell_parse_date (const char *cell, int *year, int *month, int *day);
gboolean ans_cell_is_number (const char *cell);
gboolean ans_cell_parse_number (const char *cell, double *value);
AnsColumnAlign ans_cell_align (const AnsTableColumn *column);
const char *ans_cell_roman (guint number, char buffer[ANS_ROMAN_SIZE]);

G_END_DECLS
