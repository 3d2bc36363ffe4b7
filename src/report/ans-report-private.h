/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the papers of this room have in common. */
#pragma once

#include "document/ans-letterhead.h"
#include "document/ans-memory-table.h"
#include "report/ans-report-period.h"
#include "report/ans-report.h"

G_BEGIN_DECLS

/* The papers; one file each. */
extern const AnsReportInfo ans_report_results;
extern const AnsReportInfo ans_report_allocation;
extern const AnsReportInfo ans_report_certificate;
extern const AnsReportInfo ans_report_recognition;

/**
 * AnsReportDays:
 * @plan: id, 0 where the book has none
 * @year_first: from which flows are cumulated: the first day of the plan, or of the period if that
 *   is earlier
 * @day: what the numbers are of
 * @date: when it is signed
 *
 * What a request means in a book.
 */
typedef struct
{
  gint64 plan;
  AnsReportPeriod period;
  AnsDate year_first, year_last;
  AnsDate day;
  AnsDate date;
} AnsReportDays;

/** ans_report_days_find: Returns: %FALSE with a message for the officer */
gboolean ans_report_days_find (AnsReportDays *self,
                               const AnsReportInfo *info,
                               AnsBook *book,
                               const AnsReportRequest *request,
                               GError **error);

/** ans_report_figures: Returns: (transfer full): the plan's figures, cumulated from the first day
 * of the year to @day */
AnsFigures *ans_report_figures (AnsBook *book, const AnsReportDays *days, AnsDate day);

/** ans_report_document: Returns: (transfer full): a sheet with the letterhead of @date and @title in
 * capitals */
AnsDocument *
ans_report_document (AnsBook *book, AnsMemoryTable *table, const char *title, AnsDate date);

/** ans_report_number: Returns: (transfer full): canonical text with exactly @decimals, for cells */
char *ans_report_number (AnsRational value, int decimals);

/** ans_report_attachment: Returns: (transfer full): “(Kèm theo Quyết định số … ngày … của …)” with
 * dots for what is not known */
char *ans_report_attachment (
    AnsBook *book, const char *paper, const char *number, const char *iso, const char *whose);

/** ans_report_table_make: the paper of the #AnsAreaTable in @self's data. */
AnsDocument *ans_report_table_make (const AnsReportInfo *self,
                                    AnsBook *book,
                                    const AnsReportRequest *request,
                                    GError **error);

G_END_DECLS
