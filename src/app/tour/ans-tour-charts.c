/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tour/ans-tour-charts.h"

#include "app/chart/ans-chart-page.h"
#include "app/tour/ans-tour-stops.h"
#include "app/window/ans-window-private.h"

/* What is to be done with the page when its charts are there, once. */
typedef void (*Then) (AnsChartPage *page);

static AnsChartPage *
go_to (AnsWindow *window, const char *path, const char *area, Then then, GError **error)
{
  AdwNavigationPage *page;

  if (!ans_tour_open_book (window, path, FALSE, error))
    return NULL;
  ans_window_show_area (window, area);
  page = ans_window_get_page (window);
  if (!ANS_IS_CHART_PAGE (page))
    return NULL;
  g_object_set_data (G_OBJECT (page), "ans-then", (gpointer) then);
  return ANS_CHART_PAGE (page);
}

gboolean
ans_tour_charts_ready (AnsWindow *window)
{
  AdwNavigationPage *page = ans_window_get_page (window);
  Then then;

  if (!ANS_IS_CHART_PAGE (page) || !ans_chart_page_is_ready (ANS_CHART_PAGE (page)))
    return FALSE;
  then = (Then) g_object_steal_data (G_OBJECT (page), "ans-then");
  if (then == NULL)
    return TRUE;
  then (ANS_CHART_PAGE (page));
  return FALSE;
}

static AnsChartView *
view_of (AnsChartPage *page, const char *id)
{
  AnsPlanChartView *card = ans_chart_page_find (page, id);

  return card != NULL ? ans_plan_chart_view_get_view (card) : NULL;
}

/* The keyboard goes into a card: past its menu, into the picture or the table. */
static void
enter (AnsChartPage *page, const char *id)
{
  GtkWidget *view = GTK_WIDGET (view_of (page, id));

  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
to_top (AnsChartPage *page)
{
  static const char *const ids[] = { "poverty-classes", "poverty-rate" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_object_set (view_of (page, ids[i]), "show-table", FALSE, NULL);
  enter (page, "poverty-households");
}

static void
to_bottom (AnsChartPage *page)
{
  to_top (page);
  enter (page, "poverty-deprivations");
}

static void
to_tables (AnsChartPage *page)
{
  g_object_set (view_of (page, "poverty-classes"), "show-table", TRUE, NULL);
  g_object_set (view_of (page, "poverty-rate"), "show-table", TRUE, NULL);
  enter (page, "poverty-classes");
}

static void
to_menu (AnsChartPage *page)
{
  to_top (page);
  enter (page, "poverty-households");
  gtk_widget_activate_action (GTK_WIDGET (view_of (page, "poverty-households")), "chart.menu",
                              NULL);
}

gboolean
ans_tour_show_charts (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "poverty-charts", to_top, error) != NULL;
}

gboolean
ans_tour_show_charts_below (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "poverty-charts", to_bottom, error) != NULL;
}

gboolean
ans_tour_show_chart_table (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "poverty-charts", to_tables, error) != NULL;
}

gboolean
ans_tour_show_chart_menu (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "poverty-charts", to_menu, error) != NULL;
}

gboolean
ans_tour_show_pyramid (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "population-charts", NULL, error) != NULL;
}

/* After an empty book was shown. */
gboolean
ans_tour_show_no_charts (AnsWindow *window, const char *book, GError **error)
{
  ans_window_show_area (window, "poverty-charts");
  return TRUE;
}
