/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/print/ans-print-panel.h"

G_BEGIN_DECLS

/**
 * AnsPrintOptions:
 *
 * The panel of the print preview of a list: which columns, which paper, for whom.
 */
#define ANS_TYPE_PRINT_OPTIONS (ans_print_options_get_type ())
G_DECLARE_FINAL_TYPE (AnsPrintOptions, ans_print_options, ANS, PRINT_OPTIONS, GtkWidget)

/** ans_print_options_new: Returns: (transfer floating): @listing is copied; its official columns
 * are chosen */
AnsPrintOptions *ans_print_options_new (AnsListing *listing);

/** ans_print_options_set_rows: (nullable) only these rows are printed. */
void ans_print_options_set_rows (AnsPrintOptions *self, GArray *rows);

G_END_DECLS
