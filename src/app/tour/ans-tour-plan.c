/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tour/ans-tour-plan.h"

#include "app/plan/ans-figure-view.h"
#include "app/plan/ans-overview.h"
#include "app/plan/ans-plan-page.h"
#include "app/tour/ans-tour-folder.h"
#include "app/tour/ans-tour-stops.h"
#include "app/window/ans-window-private.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"
#include "plan/ans-plan.h"
#include "registry/ans-record.h"

/* What an officer has entered by the day of the pictures: invented. */
static const struct
{
  const char *code;
  const char *value;
  const char *result;
  const char *source;
} entries[] = {
  { "2.1.1", "96", NULL, "Báo cáo của các thôn" },
  { "2.1.2", "23", NULL, "Báo cáo của các thôn" },
  { "2.1.3", "24.6", NULL, "Ghi chép cung lao động" },
  { "2.2.1", "214", NULL, "Danh sách các lớp" },
  { "2.2.2", "72.6", NULL, "Ghi chép cung lao động" },
  { "2.2.3", "28.96", NULL, "Ghi chép cung lao động" },
  { "2.5.2", NULL, ANS_RESULT_MET, "Quyết định của UBND huyện" },
  { "2.6.3", "74.1", NULL, "Sổ theo dõi dịch vụ" },
  { "2.7.4", NULL, ANS_RESULT_NOT_ARISEN, "Sổ theo dõi trẻ em" },
  { "2.9.3", "6", NULL, "Kế hoạch tuyên truyền" },
};

static void
enter (AnsBook *book, AnsPlan *plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const AnsIndicator *indicator = ans_plan_find_indicator (plan, entries[i].code);
      g_autoptr (AnsRecord) record = NULL;

      if (indicator == NULL)
        continue;
      record = ans_record_new (book, &ans_register_indicator_values);
      ans_record_set_int (record, "indicator", indicator->id);
      ans_record_set (record, "day", "2022-09-15");
      ans_record_set (record, "value", entries[i].value);
      ans_record_set (record, "result", entries[i].result);
      ans_record_set (record, "source", entries[i].source);
      ans_record_save (record, NULL);
    }
}

/* A little less than the target of one, a little more of the other. */
static void
give_shares (AnsBook *book, AnsPlan *plan)
{
  static const char *const codes[] = { "2.1.1", "2.1.2", "2.3.2" };
  static const int shares[] = { 16, 5, 10 };
  g_autoptr (AnsStatement) row =
      ans_connection_prepare (ans_book_get_connection (book),
                              "SELECT id FROM village ORDER BY coalesce(position, 999999)", NULL);
  g_autoptr (GArray) villages = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (row != NULL && ans_statement_step (row, NULL))
    {
      gint64 id = ans_statement_int (row, 0);

      g_array_append_val (villages, id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint j = 0; j < villages->len; j++)
      {
        const AnsIndicator *indicator = ans_plan_find_indicator (plan, codes[i]);
        g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_allocations);

        if (indicator == NULL)
          return;
        ans_record_set_int (record, "indicator", indicator->id);
        ans_record_set_int (record, "village", g_array_index (villages, gint64, j));
        ans_record_set_int (record, "value", shares[i] + (int) (j % 3));
        ans_record_save (record, NULL);
      }
}

/* Something for the pages to show, in one action. */
static void
make_work (AnsBook *book)
{
  g_autoptr (AnsPlan) plan = ans_plan_read (book, ans_plan_find_current (book, NULL), NULL);
  const char *asked = "SELECT count(*) FROM allocation";

  if (plan == NULL || ans_connection_get_int (ans_book_get_connection (book), asked, 1) > 0 ||
      !ans_book_begin (book, "Nhập số liệu chín tháng", NULL))
    return;
  enter (book, plan);
  give_shares (book, plan);
  ans_book_commit (book, NULL);
}

static AnsPlanView *
go_to (AnsWindow *window, const char *path, const char *area, GError **error)
{
  AdwNavigationPage *page;

  if (!ans_tour_open_book (window, path, FALSE, error))
    return NULL;
  if (ans_plan_find_current (ans_window_get_book (window), NULL) == 0 &&
      ans_plan_load (ans_window_get_book (window), ANS_PLAN_SHIPPED, error) == 0)
    return NULL;
  make_work (ans_window_get_book (window));
  ans_window_show_area (window, area);
  page = ans_window_get_page (window);
  return ANS_IS_PLAN_PAGE (page) ? ans_plan_page_get_view (ANS_PLAN_PAGE (page)) : NULL;
}

gboolean
ans_tour_plan_ready (AnsWindow *window)
{
  AdwNavigationPage *page = ans_window_get_page (window);

  AnsPlanView *view;

  if (!ANS_IS_PLAN_PAGE (page) || !ans_plan_page_is_ready (ANS_PLAN_PAGE (page)))
    return FALSE;
  view = ans_plan_page_get_view (ANS_PLAN_PAGE (page));
  if (ANS_IS_FIGURE_VIEW (view))
    return ans_plan_chart_view_is_ready (ans_figure_view_get_charts (ANS_FIGURE_VIEW (view)));
  return !ANS_IS_OVERVIEW (view) || ans_overview_is_ready (ANS_OVERVIEW (view));
}

gboolean
ans_tour_show_overview (AnsWindow *window, const char *book, GError **error)
{
  AnsPlanView *view = go_to (window, book, "overview", error);

  if (view != NULL && ans_overview_get_list (ANS_OVERVIEW (view)) != NULL)
    ans_overview_set_filter (ANS_OVERVIEW (view), ANS_FIGURES_ALL);
  return view != NULL;
}

gboolean
ans_tour_show_late (AnsWindow *window, const char *book, GError **error)
{
  AnsPlanView *view = go_to (window, book, "overview", error);

  if (view == NULL || ans_plan_source_evaluate (ans_plan_view_get_source (view)) == NULL)
    return FALSE;
  ans_overview_set_filter (ANS_OVERVIEW (view), ANS_FIGURES_LATE);
  return TRUE;
}

static AnsPlanView *
open_figure (AnsWindow *window, const char *path, const char *code, GError **error)
{
  AnsPlanView *view = go_to (window, path, "overview", error);
  AnsFigures *figures =
      view != NULL ? ans_plan_source_evaluate (ans_plan_view_get_source (view)) : NULL;
  AnsFigure *figure = figures != NULL ? ans_figures_find (figures, code) : NULL;

  if (figure == NULL)
    return NULL;
  ans_plan_view_open_figure (view, figure);
  return ans_plan_page_get_view (ANS_PLAN_PAGE (ans_window_get_page (window)));
}

gboolean
ans_tour_show_figure (AnsWindow *window, const char *book, GError **error)
{
  return open_figure (window, book, "2.3.2", error) != NULL;
}

/* Its chart over the months, with the cursor on the first one; below, where it is not in sight. */
gboolean
ans_tour_show_months (AnsWindow *window, const char *book, GError **error)
{
  AnsPlanView *view = open_figure (window, book, "2.3.2", error);
  AnsPlanChartView *charts;

  if (view == NULL)
    return FALSE;
  charts = ans_figure_view_get_charts (ANS_FIGURE_VIEW (view));
  ans_plan_chart_view_choose (charts, "2.3.2-months");
  gtk_widget_child_focus (GTK_WIDGET (charts), GTK_DIR_TAB_BACKWARD);
  return TRUE;
}

gboolean
ans_tour_show_manual (AnsWindow *window, const char *book, GError **error)
{
  return open_figure (window, book, "2.2.3", error) != NULL;
}

gboolean
ans_tour_show_figure_list (AnsWindow *window, const char *book, GError **error)
{
  AnsPlanView *view = open_figure (window, book, "2.3.2", error);

  return view != NULL && ans_figure_view_open_part (ANS_FIGURE_VIEW (view), ANS_PART_NUMERATOR, 0);
}

gboolean
ans_tour_show_targets (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "plan-targets", error) != NULL;
}

gboolean
ans_tour_show_tasks (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "plan-tasks", error) != NULL;
}

gboolean
ans_tour_show_shares (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "plan-shares", error) != NULL;
}

/* After the empty book was shown. */
gboolean
ans_tour_show_no_plan (AnsWindow *window, const char *book, GError **error)
{
  g_autofree char *folder = ans_tour_folder_new (error);
  g_autofree char *file = NULL;
  g_autoptr (AnsBook) empty = NULL;

  if (folder == NULL)
    return FALSE;
  file = g_build_filename (folder, "so-moi.ansinh", NULL);
  empty = ans_registry_create_book (file, NULL, error);
  if (empty == NULL)
    return FALSE;
  ans_window_set_book (window, empty);
  ans_window_show_area (window, "overview");
  return TRUE;
}
