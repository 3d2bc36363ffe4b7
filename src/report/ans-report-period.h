/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The periods that an office reports on. They often close on the 14th or 15th (domain.md §2.11), so
 * a period is two days, which have a name when they are months of a year. */
#pragma once

#include "text/ans-date.h"

G_BEGIN_DECLS

/** AnsReportPeriod: full days, both included. */
typedef struct
{
  AnsDate first, last;
} AnsReportPeriod;

typedef enum
{
  ANS_REPORT_MONTH,
  ANS_REPORT_QUARTER,
  ANS_REPORT_HALF, /* the first six months, or the last ones */
  ANS_REPORT_NINE_MONTHS,
  ANS_REPORT_YEAR,
  ANS_REPORT_N_KINDS, /* other days */
} AnsReportPeriodKind;

/** ans_report_period_around: Returns: the period of @kind that holds @day; nine months are always
 * the first ones of its year */
AnsReportPeriod ans_report_period_around (AnsReportPeriodKind kind, AnsDate day);

/** ans_report_period_find_kind: Returns: the first kind whose period @self is; %ANS_REPORT_N_KINDS
 * if it is of other days */
AnsReportPeriodKind ans_report_period_find_kind (const AnsReportPeriod *self);

/** ans_report_period_beside: Returns: the period of @kind after that of @self, or before it if not
 * @after */
AnsReportPeriod
ans_report_period_beside (const AnsReportPeriod *self, AnsReportPeriodKind kind, gboolean after);

/**
 * ans_report_period_parse:
 * @text: 2022, 2022-H1, 2022-Q3, 2022-9M, 2022-09, or FROM..TO with ISO days
 *
 * Returns: %FALSE with a message for the officer
 */
gboolean ans_report_period_parse (const char *text, AnsReportPeriod *period, GError **error);

/** ans_report_period_is_calendar: whether it is of whole months. */
gboolean ans_report_period_is_calendar (const AnsReportPeriod *self);

/**
 * ans_report_period_name:
 *
 * Vietnamese, as reports say it. From the 15th to the 14th is called by the month in which it ends.
 *
 * Returns: (transfer full) (nullable): “tháng 9”, “quý III”, “6 tháng đầu năm”, “9 tháng đầu năm”,
 *   “năm”; %NULL where it has no name
 */
char *ans_report_period_name (const AnsReportPeriod *self);

/** ans_report_period_title: Returns: (transfer full): “Quý III năm 2022”, “Tháng 9 năm 2022 (từ
 * ngày 15/08/2022 đến ngày 14/09/2022)”, “Từ ngày … đến ngày …” */
char *ans_report_period_title (const AnsReportPeriod *self);

G_END_DECLS
