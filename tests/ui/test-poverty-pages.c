/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A household is reviewed, the Chairman decides, and the list and the figure follow. */
#include "app/poverty/ans-deprivation-grid.h"
#include "app/poverty/ans-deprivation-squares.h"
#include "app/poverty/ans-review-form.h"
#include "app/poverty/ans-review-panel.h"
#include "app/poverty/ans-round-dialog.h"
#include "app/print/ans-report-options.h"
#include "app/window/ans-window-private.h"
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

static gboolean
is_idle (gpointer dialog)
{
  return !ans_round_dialog_is_working (dialog);
}

/* The decision is recorded, and the dialog is gone. */
static void
recognise (AnsWindow *window, AdwDialog *dialog)
{
  g_object_ref (dialog);
  g_assert_true (ans_round_dialog_recognise (ANS_ROUND_DIALOG (dialog)));
  g_assert_true (ans_round_dialog_is_working (ANS_ROUND_DIALOG (dialog)));
  /* It can't be closed by the way meanwhile, nor started twice. */
  g_assert_false (adw_dialog_get_can_close (dialog));
  g_assert_false (ans_round_dialog_recognise (ANS_ROUND_DIALOG (dialog)));
  ui_wait (is_idle, dialog);
  ui_settle (50);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_object_unref (dialog);
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
  recognise (window, dialog);
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
  recognise (window, dialog);
  g_assert_cmpint (ans_figure_get_value (ans_figures_find (figures, "2.3.4"))->value.num, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

/* Stopped in the middle, nothing of it is kept, and the dialog says so. */
static void
test_stop (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1400, 900);
  const gint64 round = add_round (ui->book);
  g_autoptr (AnsRecord) form = ans_poverty_review_draft (ui->book, round, ui->household);
  g_autoptr (GError) error = NULL;
  AnsWindow *window = open_window (ui);
  AdwDialog *dialog;
  gint64 actions;

  ans_record_set (form, "b1", "100");
  for (guint i = 0; i < 4; i++)
    ans_record_set (form, ans_poverty_deprivations[i].field, "1");
  g_assert_true (ans_record_save (form, &error));
  g_assert_no_error (error);
  actions = ui_count_actions (ui->book);
  dialog = g_object_ref (ans_round_dialog_present (window, round));
  gtk_editable_set_text (ui_child (dialog, "AnsRoundDialog", "decision_no"), "99/QĐ-UBND");
  g_assert_true (ans_round_dialog_recognise (ANS_ROUND_DIALOG (dialog)));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "round.stop", NULL);
  ui_wait (is_idle, dialog);
  /* It may have been quicker. */
  if (count_poor (ui->book) == 0)
    {
      g_assert_cmpint (ui_count_actions (ui->book), ==, actions);
      g_assert_true (gtk_widget_get_visible (ui_child (dialog, "AnsRoundDialog", "problem")));
      g_assert_true (adw_dialog_get_can_close (dialog));
      adw_dialog_force_close (dialog);
    }
  g_object_unref (dialog);
  ui_settle (50);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

/* --- the page of a household -------------------------------------------------------------------
 */

/* An action of the section, which has a type of its own file. */
static gboolean
act (AnsWindow *window, const char *action)
{
  GtkWidget *section =
      ui_find (ans_window_get_page (window), g_type_from_name ("AnsPovertySection"));

  return section != NULL && gtk_widget_activate_action (section, action, NULL);
}

static void
test_household (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1400, 900);
  AnsWindow *window = open_window (ui);
  AdwNavigationPage *page;
  AdwDialog *dialog;
  gint64 certificate;

  /* Where nobody was ever reviewed there is nothing of it. */
  ans_window_open_household (window, ui->household);
  ui_settle (50);
  page = ans_window_get_page (window);
  g_assert_false (act (window, "poverty.review"));

  /* What is written elsewhere is seen at once. */
  ui_add (ui->book, &ans_register_poverty_rounds, "year", "2022", "kind", ANS_POVERTY_ROUND_REGULAR,
          "month", "9", "starts", "2022-09-01", NULL);
  ui_settle (50);
  g_assert_true (ui_shows (page, "Never recognised"));
  ui_add (ui->book, &ans_register_poverty_statuses, "household", "BS-0001", "from_date", "1/1/2022",
          "status", "Hộ nghèo", "decision_no", "215/QĐ-UBND", "decision_date", "28/12/2021", NULL);
  ui_settle (50);
  g_assert_true (ui_shows (page, "Hộ nghèo"));
  g_assert_true (ui_shows (page, "215/QĐ-UBND"));
  g_assert_false (ui_shows (page, "Never recognised"));
  ui_check_names (page, G_STRFUNC);

  /* A review form, a support: of this household. */
  g_assert_true (act (window, "poverty.review"));
  ui_settle (50);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ANS_IS_REVIEW_FORM (dialog));
  g_assert_cmpint (
      ans_record_get_int (ans_review_form_get_record (ANS_REVIEW_FORM (dialog)), "household"), ==,
      ui->household);
  adw_dialog_force_close (dialog);
  ui_settle (50);
  ui_add (ui->book, &ans_register_household_supports, "household", "BS-0001", "kind", "Quà Tết",
          "date", "25/1/2022", "amount", "500000", NULL);
  ui_settle (50);
  g_assert_true (ui_shows (page, "500.000"));

  /* The certificate prints over the page. */
  certificate = ui_add (ui->book, &ans_register_poverty_certificates, "household", "BS-0001",
                        "status", "Hộ nghèo", "number", "01/GCN", "issued", "1/1/2022", NULL);
  ui_settle (50);
  g_assert_true (gtk_widget_activate_action (ui_find (page, g_type_from_name ("AnsPovertySection")),
                                             "poverty.print", "x", certificate));
  ui_settle (50);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (ans_window_get_page (window)), ==, "AnsPrintPage");
  ans_window_pop (window);
  ui_settle (50);
  g_assert_true (ans_window_get_page (window) == page);

  ans_undo_report_free (ans_undo (ui->book, 0, FALSE, NULL));
  ui_settle (50);
  g_assert_false (ui_shows (page, "01/GCN"));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

/* --- the list of poor households ----------------------------------------------------------------
 */

static gboolean
list_is_there (gpointer page)
{
  return !ans_row_model_is_loading (ans_list_page_get_rows (page));
}

/* Twelve squares are what the form says, and the sum line tells the share of all households. */
static void
test_list (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1400, 900);
  const gint64 round = add_round (ui->book);
  g_autoptr (AnsRecord) form = ans_poverty_review_draft (ui->book, round, ui->household);
  g_autoptr (GError) error = NULL;
  AnsWindow *window = open_window (ui);
  AnsListPage *page;
  AnsDeprivationSquares *squares;

  ans_record_set (form, "b1", "100");
  ans_record_set (form, "date", "2022-09-05");
  for (guint i = 1; i < 12; i += 3)
    ans_record_set (form, ans_poverty_deprivations[i].field, "1");
  g_assert_true (ans_record_save (form, &error));
  g_assert_no_error (error);
  ui_add (ui->book, &ans_register_poverty_statuses, "household", "BS-0001", "from_date",
          "10/9/2022", "status", "Hộ nghèo", NULL);
  for (guint i = 2; i < 5; i++)
    {
      g_autofree char *code = g_strdup_printf ("BS-000%u", i);

      ui_add (ui->book, &ans_register_households, "code", code, "village", "Bắc Sơn", NULL);
    }
  ans_window_set_as_of (window, "2022-09-20");
  page = ui_window_show_list (window, "poor-households");
  ui_wait (list_is_there, page);
  ui_settle (100);
  squares = ui_find (page, ANS_TYPE_DEPRIVATION_SQUARES);
  g_assert_nonnull (squares);
  g_assert_cmphex (ans_deprivation_squares_get (squares), ==, 0x492);
  g_assert_true (ui_shows (page, "25,00 % of 4"));
  g_assert_true (ui_shows (page, "Nghèo phát sinh mới"));
  /* Of a part of the list nobody reports the share. */
  ans_listing_set_filter (ans_list_page_get_listing (page), "change", "PHAT_SINH");
  ui_wait (list_is_there, page);
  ui_settle (50);
  g_assert_false (ui_shows (page, " % of "));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

/* --- what contradicts itself -------------------------------------------------------------------
 */

static gboolean
has_door (gpointer page)
{
  GtkWidget *panel = ui_find (page, ANS_TYPE_REPORT_OPTIONS);

  return panel != NULL && ui_shows (panel, "nobody lives");
}

static GtkWidget *
find_door (GtkWidget *root)
{
  if (gtk_widget_has_css_class (root, "ans-check-door") && ui_shows (root, "nobody lives"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *door = find_door (child);

      if (door != NULL)
        return door;
    }
  return NULL;
}

/* A poor household in which nobody lives: the line of the self-check leads to it, and Back to the
 * preview. */
static void
test_contradiction (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1400, 900);
  AnsWindow *window = open_window (ui);
  AdwNavigationPage *preview, *page;

  ui_add (ui->book, &ans_register_households, "code", "BS-0002", "village", "Bắc Sơn", NULL);
  ui_add (ui->book, &ans_register_poverty_statuses, "household", "BS-0002", "from_date", "1/1/2022",
          "status", "Hộ nghèo", "basis", "Danh sách đầu kỳ", NULL);
  ans_window_set_as_of (window, "2022-09-20");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-report", "s", "poverty-by-village");
  ui_settle (50);
  preview = ans_window_get_page (window);
  ui_wait (has_door, preview);
  ui_check_names (preview, G_STRFUNC);
  g_signal_emit_by_name (find_door (GTK_WIDGET (preview)), "clicked");
  ui_settle (100);
  page = ans_window_get_page (window);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, "AnsHouseholdPage");
  g_assert_true (ui_shows (page, "BS-0002"));
  ans_window_pop (window);
  ui_settle (50);
  g_assert_true (ans_window_get_page (window) == preview);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/poverty/review", test_review);
  g_test_add_func ("/ui/poverty/figure", test_figure);
  g_test_add_func ("/ui/poverty/stop", test_stop);
  g_test_add_func ("/ui/poverty/household", test_household);
  g_test_add_func ("/ui/poverty/list", test_list);
  g_test_add_func ("/ui/poverty/contradiction", test_contradiction);
  return g_test_run ();
}
