/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tour/ans-tour-area.h"

#include "app/area/ans-period-bar.h"
#include "app/area/ans-summary-page.h"
#include "app/tour/ans-tour-plan.h"
#include "app/tour/ans-tour-stops.h"
#include "app/window/ans-window-private.h"

gboolean
ans_tour_summary_ready (AnsWindow *window)
{
  AdwNavigationPage *page = ans_window_get_page (window);

  return ANS_IS_SUMMARY_PAGE (page) && ans_summary_page_is_ready (ANS_SUMMARY_PAGE (page));
}

static AnsPeriodBar *
go_to (AnsWindow *window, const char *path, const char *table, GError **error)
{
  AdwNavigationPage *page;

  if (!ans_tour_open_book (window, path, FALSE, error))
    return NULL;
  ans_window_show_area (window, table);
  page = ans_window_get_page (window);
  return ANS_IS_SUMMARY_PAGE (page) ? ANS_PERIOD_BAR (gtk_widget_get_template_child (
                                          GTK_WIDGET (page), ANS_TYPE_SUMMARY_PAGE, "period"))
                                    : NULL;
}

gboolean
ans_tour_show_by_village (AnsWindow *window, const char *book, GError **error)
{
  AnsPeriodBar *period = go_to (window, book, "poverty-by-village", error);

  if (period == NULL)
    return FALSE;
  ans_period_bar_set_period (period, ans_report_period_around (ANS_REPORT_YEAR, ans_date_today ()));
  return TRUE;
}

/* From the last day under the old standard. */
gboolean
ans_tour_show_two_standards (AnsWindow *window, const char *book, GError **error)
{
  AnsPeriodBar *period = go_to (window, book, "poverty-by-village", error);

  if (period == NULL)
    return FALSE;
  ans_period_bar_set_period (
      period, (AnsReportPeriod) { ans_date_new (2021, 12, 31), ans_date_new (2022, 9, 14) });
  return TRUE;
}

gboolean
ans_tour_show_deprivations (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "poverty-deprivations", error) != NULL;
}

/* The one with the most history. */
gboolean
ans_tour_show_poor_household (AnsWindow *window, const char *path, GError **error)
{
  gint64 household;

  if (!ans_tour_open_book (window, path, FALSE, error))
    return FALSE;
  household = ans_connection_get_int (
      ans_book_get_connection (ans_window_get_book (window)),
      "SELECT s.household FROM poverty_status s JOIN poverty_certificate g ON "
      "g.household = s.household GROUP BY s.household ORDER BY count(DISTINCT s.id) DESC, "
      "s.household LIMIT 1",
      0);
  ans_window_show_area (window, "households");
  ans_window_open_household (window, household);
  return household != 0;
}

gboolean
ans_tour_show_no_summary (AnsWindow *window, const char *book, GError **error)
{
  if (!ans_tour_show_no_plan (window, book, error))
    return FALSE;
  ans_window_show_area (window, "poverty-by-village");
  return TRUE;
}
