/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/print/ans-print-panel.h"
#include "report/ans-report.h"

G_BEGIN_DECLS

/**
 * AnsReportOptions:
 *
 * The panel of the print preview of a paper made from figures: of which period or day, signed when;
 * and what contradicts itself in it.
 */
#define ANS_TYPE_REPORT_OPTIONS (ans_report_options_get_type ())
G_DECLARE_FINAL_TYPE (AnsReportOptions, ans_report_options, ANS, REPORT_OPTIONS, GtkWidget)

/** ans_report_options_new: Returns: (transfer floating): @request is copied; %NULL for the quarter
 * of today */
AnsReportOptions *
ans_report_options_new (AnsBook *book, const AnsReportInfo *info, const AnsReportRequest *request);

G_END_DECLS
