/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What contradicts itself in a paper. The numbers are asked for in another way than the paper asks
 * for them. */
#include <glib/gi18n.h>

#include "plan/ans-plan-check.h"
#include "report/ans-report-private.h"

/* A flow that is counted in the period alone must be what the cumulated ones at its end and before
 * its first day differ by: this report is the last one and what moved since. */
static gboolean
check_movements (
    AnsBook *book, const AnsReportDays *days, AnsFigures *figures, GPtrArray *found, GError **error)
{
  g_autoptr (AnsFigures) before = NULL;
  g_autoptr (AnsFigures) period = NULL;
  g_autofree char *first = ans_date_to_iso (days->period.first);
  g_autofree char *day = ans_date_to_iso (days->day);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));

  if (ans_date_compare (days->period.first, days->year_first) <= 0)
    return TRUE;
  before = ans_report_figures (book, days, ans_date_add_days (days->period.first, -1));
  period = ans_figures_new (book, days->plan);
  ans_figures_set_period (period, first, day);
  if (!ans_figures_evaluate (before, error) || !ans_figures_evaluate (period, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);
      const AnsIndicator *indicator = ans_figure_get_indicator (figure);
      AnsFigure *then = ans_figures_find (before, indicator->code);
      AnsFigure *alone = ans_figures_find (period, indicator->code);
      const AnsFigureValue *now = ans_figure_get_value (figure);
      AnsContradiction *contradiction;
      gint64 moved;

      if (indicator->kind != ANS_INDICATOR_FLOW || now->origin != ANS_ORIGIN_COMPUTED ||
          then == NULL || alone == NULL || now->numerator < 0 ||
          ans_figure_get_value (then)->numerator < 0 || ans_figure_get_value (alone)->numerator < 0)
        continue;
      moved = now->numerator - ans_figure_get_value (then)->numerator;
      if (moved == ans_figure_get_value (alone)->numerator)
        continue;
      contradiction = ans_contradiction_new (
          "movements", indicator->code,
          /* Translators: code of an indicator, then two numbers */
          g_strdup_printf (_ ("%s: %lld are dated within the period, but the sum of the year grew "
                              "by %lld."),
                           indicator->code, (long long) ans_figure_get_value (alone)->numerator,
                           (long long) moved));
      contradiction->list = ans_figures_list (period, alone, ANS_PART_NUMERATOR, 0);
      g_ptr_array_add (found, contradiction);
    }
  return TRUE;
}

static GPtrArray *
check_plan (AnsBook *book, const AnsReportDays *days, GError **error)
{
  g_autoptr (AnsFigures) figures = ans_report_figures (book, days, days->day);
  g_autoptr (GPtrArray) found = ans_figures_check (figures, error);

  if (found == NULL || !check_movements (book, days, figures, found, error))
    return NULL;
  return g_steal_pointer (&found);
}

/* The summary itself, for areas that have nothing else to check. */
static gboolean
check_table (const AnsReportInfo *info,
             AnsBook *book,
             const char *start,
             const char *day,
             GPtrArray *found,
             GError **error)
{
  AnsConnection *connection = ans_book_get_connection (book);
  g_autoptr (AnsAreaTableResult) result =
      ans_area_table_run (info->data, book, connection, start, day, error);
  g_autoptr (GPtrArray) wrong =
      result != NULL ? ans_area_table_check (result, connection, error) : NULL;

  for (guint i = 0; wrong != NULL && i < wrong->len; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < found->len && !known; j++)
        known = g_str_equal (((AnsContradiction *) found->pdata[j])->message, wrong->pdata[i]);
      if (!known)
        g_ptr_array_add (found,
                         ans_contradiction_new ("villages", NULL, g_strdup (wrong->pdata[i])));
    }
  return wrong != NULL;
}

GPtrArray *
ans_report_check (const AnsReportInfo *self,
                  AnsBook *book,
                  const AnsReportRequest *request,
                  GError **error)
{
  AnsReportDays days;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *start = NULL, *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  /* The paper of one record has no sums. */
  if (self->scope == ANS_REPORT_RECORD)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ans_contradiction_free);
  if (!ans_report_days_find (&days, self, book, request, error))
    return NULL;
  if (self->area == NULL)
    return check_plan (book, &days, error);
  start = ans_date_to_iso (days.period.first);
  day = ans_date_to_iso (days.day);
  found = ans_area_check (book, self->area, start, day, error);
  if (found == NULL || (self->data != NULL && !check_table (self, book, start, day, found, error)))
    return NULL;
  return g_steal_pointer (&found);
}
