/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ans-report.h"

static const AnsReportInfo *const reports[] = {
  NULL,
};

const AnsReportInfo *const *
ans_reports (guint *n)
{
  *n = G_N_ELEMENTS (reports) - 1;
  return reports;
}

const AnsReportInfo *
ans_report_find (const char *id)
{
  for (guint i = 0; reports[i] != NULL; i++)
    if (g_strcmp0 (reports[i]->id, id) == 0)
      return reports[i];
  return NULL;
}
