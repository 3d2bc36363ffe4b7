/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of a paper made from figures: its period, and its contradictions. */
#include "app/print/ans-print-page.h"
#include "plan/ans-plan.h"
#include "ui-fixture.h"

static gboolean
has_pages (gpointer page)
{
  GtkListView *pages = ui_child (page, "AnsPrintPage", "pages");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (pages))) > 0 &&
         !gtk_widget_get_visible (ui_child (page, "AnsPrintPage", "progress"));
}

static void
test_results (void)
{
  UiFixture *ui = ui_fixture_new (300, 200);
  AnsWindow *window = g_object_ref_sink (ans_window_new (NULL));
  const AnsReportInfo *info = ans_report_find ("results");
  AnsReportRequest request = { .first = "2022-07-01", .last = "2022-09-30" };
  g_autoptr (GError) error = NULL;
  AdwNavigationPage *page;
  GtkWidget *options;

  g_assert_cmpint (ans_plan_load (ui->book, ANS_PLAN_SHIPPED, &error), >, 0);
  g_assert_no_error (error);
  ans_window_set_book (window, ui->book);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (100);
  page = ans_print_page_new_report (window, info, &request);
  ans_window_push_full (window, page);
  ui_wait (has_pages, page);
  options = ui_child (page, "AnsPrintPage", "options");
  g_assert_true (ui_shows (options, "29 rows on 3 pages"));
  g_assert_true (ui_shows (options, "No contradictions in its numbers"));
  g_assert_cmpuint (adw_combo_row_get_selected (ui_child (options, "AnsPrintOptions", "period")),
                    ==, 1);
  ui_check_names (page, G_STRFUNC);

  /* A year: flows are told once, cumulated. */
  adw_combo_row_set_selected (ui_child (options, "AnsPrintOptions", "period"), 4);
  ui_settle (250);
  ui_wait (has_pages, page);
  g_assert_true (ui_shows (options, "29 rows on 3 pages"));
  gtk_widget_activate_action (GTK_WIDGET (page), "print.close", NULL);
  ui_settle (100);

  /* What grows through the year fell: that is told, and its button leads to the indicator. */
  ui_add (ui->book, ans_register_find ("indicator-values"), "indicator", "2.1.1", "day",
          "30/06/2022", "value", "50", "source", "a", NULL);
  ui_add (ui->book, ans_register_find ("indicator-values"), "indicator", "2.1.1", "day",
          "31/08/2022", "value", "40", "source", "a", NULL);
  page = ans_print_page_new_report (window, info, &request);
  ans_window_push_full (window, page);
  ui_wait (has_pages, page);
  options = ui_child (page, "AnsPrintPage", "options");
  g_assert_true (ui_shows (
      options, "2.1.1 counts up through the year, but fell from 50 to 40 on 31/08/2022."));
  ui_check_names (page, G_STRFUNC);
  gtk_widget_activate_action (GTK_WIDGET (page), "print.close", NULL);
  ui_settle (100);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-report", "s", "allocation");
  ui_settle (500);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
  g_object_unref (window);
  ui_fixture_free (ui);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/report-page/results", test_results);
  return g_test_run ();
}
