/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/print/ans-print-request.h"
#include "report/ans-report.h"

G_BEGIN_DECLS

/**
 * AnsPrintOptions:
 *
 * The panel of the print preview: which columns, which paper, for whom. Emits “changed” when the
 * pages must be made anew, and “signers” when the signatures shall be set.
 */
#define ANS_TYPE_PRINT_OPTIONS (ans_print_options_get_type ())
G_DECLARE_FINAL_TYPE (AnsPrintOptions, ans_print_options, ANS, PRINT_OPTIONS, GtkWidget)

/** ans_print_options_set_listing: @listing is copied; its official columns are chosen. */
void ans_print_options_set_listing (AnsPrintOptions *self, AnsListing *listing);

/**
 * ans_print_options_set_report:
 * @info: what is printed instead of a list
 * @request: copied; its period can be changed in the panel, which also shows what contradicts
 *   itself in the paper. Emits “look-at” with an #AnsContradiction that shall be opened
 */
void ans_print_options_set_report (AnsPrintOptions *self,
                                   AnsBook *book,
                                   const AnsReportInfo *info,
                                   const AnsReportRequest *request);

/** ans_print_options_set_rows: (nullable) only these rows are printed. */
void ans_print_options_set_rows (AnsPrintOptions *self, GArray *rows);

/** ans_print_options_request: Returns: (transfer full): what the panel asks for */
AnsPrintRequest *ans_print_options_request (AnsPrintOptions *self);

/** ans_print_options_show_result: says how many rows and pages it became, and checks the sums. */
void ans_print_options_show_result (AnsPrintOptions *self, AnsDocument *document, guint n_pages);

G_END_DECLS
