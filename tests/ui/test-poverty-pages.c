/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A household is reviewed, the Chairman decides, and the list and the figure follow. */
#include "app/poverty/ans-deprivation-grid.h"
#include "app/poverty/ans-review-form.h"
#include "app/poverty/ans-review-panel.h"
#include "app/poverty/ans-round-dialog.h"
#include "areas/ans-poverty-review.h"
#include "plan/ans-figures.h"
#include "plan/ans-plan.h"
#include "store/ans-undo.h"
#include "ui-fixture.h"

/* The window of the program over the book of @ui; gone with it. */
static AnsWindow *
open_window (UiFixture *ui)
{
  AnsWindow *window = ans_window_new (NULL);

  ans_window_set_book (window, ui->book);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (100);
  return window;
}

static gint64
count_poor (AnsBook *book)
{
  g_autoptr (AnsListing) poor = ans_listing_new (book, ans_listing_info_find ("poor-households"));

  return ans_listing_count (poor, ans_book_get_connection (book), NULL);
}

static gint64
add_round (AnsBook *book)
{
  return ui_add (book, &ans_register_poverty_rounds, "year", "2022", "kind",
                 ANS_POVERTY_ROUND_REGULAR, "month", "9", "starts", "2022-09-01", NULL);
}

/* The answer changes with every switch and is what the law says of the scores. */
static void
test_review (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1400, 900);
  const gint64 round = add_round (ui->book);
  g_autoptr (AnsRecord) draft = ans_poverty_review_draft (ui->book, round, ui->household);
  AnsWindow *window = open_window (ui);
  AnsReviewForm *form = ANS_REVIEW_FORM (ans_review_form_present (GTK_WIDGET (window), draft));
  AnsReviewPanel *panel;
  AnsDeprivationGrid *grid;
  AdwDialog *dialog;
  gint64 actions;
  g_autoptr (AnsUndoReport) report = NULL;

  ui_settle (100);
  panel = ui_find (GTK_WIDGET (form), ANS_TYPE_REVIEW_PANEL);
  grid = ui_find (GTK_WIDGET (form), ANS_TYPE_DEPRIVATION_GRID);
  ui_check_names (form, G_STRFUNC);
  ans_record_set (ans_review_form_get_record (form), "b1", "135");
  ans_deprivation_grid_toggle (grid, 5);
  ui_settle (200);
  g_assert_cmpstr (ans_review_panel_get_result (panel), ==, "Hộ cận nghèo");
  for (guint i = 0; i < 3; i++)
    ans_deprivation_grid_toggle (grid, i);
  ui_settle (200);
  g_assert_cmpstr (ans_review_panel_get_result (panel), ==, "Hộ nghèo");
  g_assert_nonnull (strstr (ans_review_panel_get_reason (panel), "140"));

  /* Nothing is in the book before it is saved; then it is one action. */
  g_assert_cmpint (ans_poverty_review_find (ui->book, round, ui->household), ==, 0);
  actions = ui_count_actions (ui->book);
  g_assert_true (ans_review_form_save (form));
  g_assert_cmpint (ui_count_actions (ui->book), ==, actions + 1);
  g_assert_cmpint (ans_poverty_review_find (ui->book, round, ui->household), !=, 0);
  adw_dialog_force_close (ADW_DIALOG (form));
  ui_settle (50);
  g_assert_cmpint (count_poor (ui->book), ==, 0);

  /* A decision without its number is not written, and says so. */
  dialog = ans_round_dialog_present (window, round);
  ui_settle (100);
  ui_check_names (dialog, G_STRFUNC);
  g_assert_false (ans_round_dialog_recognise (ANS_ROUND_DIALOG (dialog)));
  g_assert_true (gtk_widget_get_visible (ui_child (dialog, "AnsRoundDialog", "problem")));
  gtk_editable_set_text (ui_child (dialog, "AnsRoundDialog", "decision_no"), "99/QĐ-UBND");
  g_assert_true (ans_round_dialog_recognise (ANS_ROUND_DIALOG (dialog)));
  adw_dialog_force_close (dialog);
  ui_settle (50);
  g_assert_cmpint (count_poor (ui->book), ==, 1);

  report = ans_undo (ui->book, 0, FALSE, NULL);
  g_assert_nonnull (report);
  g_assert_cmpuint (report->conflicts->len, ==, 0);
  g_assert_cmpint (count_poor (ui->book), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

/* The figure of the plan is the length of the list: it moves with the decision. */
static void
test_figure (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1400, 900);
  g_autoptr (GError) error = NULL;
  const gint64 plan = ans_plan_load (ui->book, ANS_PLAN_SHIPPED, &error);
  const gint64 round = add_round (ui->book);
  g_autoptr (AnsRecord) form = ans_poverty_review_draft (ui->book, round, ui->household);
  g_autoptr (AnsFigures) figures = NULL;
  AnsWindow *window = open_window (ui);
  AdwDialog *dialog;

  g_assert_no_error (error);
  figures = ans_figures_new (ui->book, plan);
  ans_figures_set_day (figures, "2022-09-20");
  g_assert_true (ans_figures_evaluate (figures, &error));
  g_assert_cmpint (ans_figure_get_value (ans_figures_find (figures, "2.3.4"))->value.num, ==, 0);
  ans_record_set (form, "b1", "100");
  for (guint i = 0; i < 4; i++)
    ans_record_set (form, ans_poverty_deprivations[i].field, "1");
  g_assert_true (ans_record_save (form, &error));
  g_assert_no_error (error);
  dialog = ans_round_dialog_present (window, round);
  gtk_editable_set_text (ui_child (dialog, "AnsRoundDialog", "decision_no"), "99/QĐ-UBND");
  g_assert_true (ans_round_dialog_recognise (ANS_ROUND_DIALOG (dialog)));
  adw_dialog_force_close (dialog);
  ui_settle (50);
  g_assert_cmpint (ans_figure_get_value (ans_figures_find (figures, "2.3.4"))->value.num, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/poverty/review", test_review);
  g_test_add_func ("/ui/poverty/figure", test_figure);
  return g_test_run ();
}
