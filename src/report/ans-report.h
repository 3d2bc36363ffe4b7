/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers that are made from more than one list: each described once, so that the command line,
 * the menus of the window and the tests know all of them. */
#pragma once

#include "document/ans-document.h"
#include "plan/ans-figures.h"

G_BEGIN_DECLS

/**
 * AnsReportError:
 * @ANS_REPORT_ERROR_REQUEST: what was asked for makes no paper: no record, a period that ends
 *   before it begins
 * @ANS_REPORT_ERROR_NO_PLAN: the book has no plan
 */
typedef enum
{
  ANS_REPORT_ERROR_REQUEST,
  ANS_REPORT_ERROR_NO_PLAN,
} AnsReportError;

#define ANS_REPORT_ERROR (ans_report_error_quark ())
GQuark ans_report_error_quark (void);

/**
 * AnsReportScope:
 * @ANS_REPORT_DAY: of the state on a day
 * @ANS_REPORT_PERIOD: of a period of the plan's year: month, quarter, half, year
 * @ANS_REPORT_RECORD: of one record of @register_id
 *
 * What must be said before the paper can be made.
 */
typedef enum
{
  ANS_REPORT_DAY,
  ANS_REPORT_PERIOD,
  ANS_REPORT_RECORD,
} AnsReportScope;

/**
 * AnsReportRequest:
 * @plan: id of the plan; 0: that of the day
 * @first, @last: (nullable): ISO days of the period, both included; %NULL for those of the plan.
 *   Of a paper of a day only @last
 * @day: (nullable): ISO day that the numbers are of, within the period; %NULL for @last, or today
 *   while the period is not over
 * @record: id of the record
 * @date: (nullable): ISO day on which it is signed; %NULL for the day of the numbers
 */
typedef struct
{
  gint64 plan;
  const char *first;
  const char *last;
  const char *day;
  gint64 record;
  const char *date;
} AnsReportRequest;

typedef struct _AnsReportInfo AnsReportInfo;

/**
 * AnsReportInfo:
 * @id: results, allocation, poverty-by-village, …
 * @title: official Vietnamese title
 * @label: English source (N_()), for menus
 * @area: (nullable): id of its area; %NULL for the plan
 * @register_id: (nullable): whose records it is of
 * @data: (nullable): for @make: the summary table that it prints
 * @make: makes the paper; see ans_report_make()
 */
struct _AnsReportInfo
{
  const char *id;
  const char *title;
  const char *label;
  AnsReportScope scope;
  const char *area;
  const char *register_id;
  gconstpointer data;
  AnsDocument *(*make) (const AnsReportInfo *self,
                        AnsBook *book,
                        const AnsReportRequest *request,
                        GError **error);
};

/** ans_reports: Returns: (transfer none): all papers, in the order of menus; the summaries of the
 * areas are among them by themselves */
const AnsReportInfo *const *ans_reports (guint *n);

/** ans_report_find: Returns: (transfer none) (nullable): the paper called @id */
const AnsReportInfo *ans_report_find (const char *id);

/**
 * ans_report_make:
 *
 * Makes a paper, reading the book on the calling thread, which is the book's. What it needs is in
 * memory then: it may be laid out and written on any thread, by several at once.
 *
 * Returns: (transfer full) (nullable): the paper
 */
AnsDocument *ans_report_make (const AnsReportInfo *self,
                              AnsBook *book,
                              const AnsReportRequest *request,
                              GError **error);

/**
 * ans_report_check:
 *
 * What contradicts itself in the numbers of a paper, to be looked at before it is printed: sums of
 * villages, men and women, this period against the last one and what moved, history, standards.
 * It never keeps a paper from being made.
 *
 * Returns: (transfer full) (element-type AnsContradiction) (nullable): %NULL on an error
 */
GPtrArray *ans_report_check (const AnsReportInfo *self,
                             AnsBook *book,
                             const AnsReportRequest *request,
                             GError **error);

G_END_DECLS
