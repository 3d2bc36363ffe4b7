/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers that are made from more than one list: each described once, so that the command line,
 * the menus of the window and the tests know all of them. */
#pragma once

#include "document/ans-document.h"
#include "plan/ans-figures.h"

G_BEGIN_DECLS

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
 * @first, @last: (nullable): ISO days of the period, both included; for a paper of a day only @last
 * @record: id of the record
 * @date: (nullable): ISO day on which it is signed; %NULL for @last, or today
 */
typedef struct
{
  gint64 plan;
  const char *first;
  const char *last;
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
 * @make: makes the paper; reads through @book's own connection of the calling thread
 */
struct _AnsReportInfo
{
  const char *id;
  const char *title;
  const char *label;
  AnsReportScope scope;
  const char *area;
  const char *register_id;
  AnsDocument *(*make) (const AnsReportInfo *self,
                        AnsBook *book,
                        const AnsReportRequest *request,
                        GError **error);
};

/** ans_reports: Returns: (transfer none): all papers, in the order of menus */
const AnsReportInfo *const *ans_reports (guint *n);

/** ans_report_find: Returns: (transfer none) (nullable): the paper called @id */
const AnsReportInfo *ans_report_find (const char *id);

G_END_DECLS
