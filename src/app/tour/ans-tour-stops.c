/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the tour, one function and one line of the table for each. */
#include "app/tour/ans-tour-stops.h"

#include "app/ans-application.h"
#include "app/import/ans-import-page.h"
#include "app/law/ans-law-fact-form.h"
#include "app/law/ans-law-rate-dialog.h"
#include "app/list/ans-list-page.h"
#include "app/poverty/ans-review-form.h"
#include "app/poverty/ans-round-dialog.h"
#include "app/print/ans-print-page.h"
#include "app/record/ans-event-dialog.h"
#include "app/record/ans-record-form.h"

#include "app/tour/ans-tour-charts.h"
#include "app/tour/ans-tour-folder.h"
#include "app/tour/ans-tour-area.h"
#include "app/tour/ans-tour-meeting.h"
#include "app/tour/ans-tour-plan.h"
#include "app/window/ans-book-opening.h"
#include "app/window/ans-create-dialog.h"
#include "app/window/ans-preferences-dialog.h"
#include "app/window/ans-search-dialog.h"
#include "app/window/ans-shortcuts-dialog.h"
#include "app/window/ans-window-private.h"
#include "areas/ans-poverty-review.h"
#include "store/ans-undo.h"

/* --- going somewhere ------------------------------------------------------------------------- */

gboolean
ans_tour_open_book (AnsWindow *window, const char *path, gboolean read_only, GError **error)
{
  AnsBook *present = ans_window_get_book (window);
  g_autoptr (AnsBook) book = NULL;

  if (present != NULL && ans_book_is_read_only (present) == read_only)
    return TRUE;
  ans_window_set_book (window, NULL);
  book = ans_registry_open_book (path, NULL, read_only, error);
  if (book == NULL)
    return FALSE;
  ans_window_set_book (window, book);
  return TRUE;
}

static AnsListPage *
go_to_list (AnsWindow *window, const char *path, const char *area, GError **error)
{
  AdwNavigationPage *page;

  if (!ans_tour_open_book (window, path, FALSE, error))
    return NULL;
  ans_window_show_area (window, area);
  page = ans_window_get_page (window);
  if (!ANS_IS_LIST_PAGE (page))
    return NULL;
  ans_listing_clear_filters (ans_list_page_get_listing (ANS_LIST_PAGE (page)));
  ans_list_page_set_search (ANS_LIST_PAGE (page), "");
  ans_listing_set_grouped (ans_list_page_get_listing (ANS_LIST_PAGE (page)), FALSE);
  ans_list_selection_clear (ans_list_page_get_selection (ANS_LIST_PAGE (page)));
  return ANS_LIST_PAGE (page);
}

static gboolean
list_ready (AnsWindow *window)
{
  AdwNavigationPage *page = ans_window_get_page (window);

  return ANS_IS_LIST_PAGE (page) &&
         !ans_row_model_is_loading (ans_list_page_get_rows (ANS_LIST_PAGE (page))) &&
         !ans_section_model_is_growing (
             ans_list_selection_get_sections (ans_list_page_get_selection (ANS_LIST_PAGE (page))));
}

/* A part of the template of a page, which has no need to name it in its header. */
static gpointer
part (AdwNavigationPage *page, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (page), G_OBJECT_TYPE (page), name);
}

static gboolean
print_ready (AnsWindow *window)
{
  AdwNavigationPage *page = ans_window_get_page (window);
  GtkSelectionModel *pages = gtk_list_view_get_model (part (page, "pages"));

  return pages != NULL && g_list_model_get_n_items (G_LIST_MODEL (pages)) > 0 &&
         !gtk_widget_get_visible (part (page, "progress"));
}

static gboolean
import_ready (AnsWindow *window)
{
  return g_str_equal (
      gtk_stack_get_visible_child_name (part (ans_window_get_page (window), "stack")), "sheet");
}

/* Something for the history to tell: two corrections, one of them taken back. */
static void
make_history (AnsWindow *window, gint64 person)
{
  AnsBook *book = ans_window_get_book (window);

  if (ans_undo_get_next (book, NULL) != 0)
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);

      if (record == NULL)
        return;
      ans_record_set (record, i == 0 ? "phone" : "note", i == 0 ? "0912345678" : "Ở cùng con gái");
      ans_record_save (record, NULL);
    }
  ans_undo_report_free (ans_undo (book, 0, FALSE, NULL));
}

static gint64
first_id (AnsListPage *page)
{
  return ans_row_model_get_id (ans_list_page_get_rows (page), 0);
}

void
ans_tour_tidy (AnsWindow *window)
{
  GtkWidget *meeting = ans_tour_meeting_find ();
  AdwDialog *dialog;

  if (meeting != NULL)
    gtk_window_destroy (GTK_WINDOW (meeting));
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) !=
         NULL)
    adw_dialog_force_close (dialog);
}

/* --- the pages ------------------------------------------------------------------------------- */

static gboolean
show_welcome (AnsWindow *window, const char *path, GError **error)
{
  ans_window_set_book (window, NULL);
  return TRUE;
}

static gboolean
show_create (AnsWindow *window, const char *path, GError **error)
{
  ans_window_set_book (window, NULL);
  return ans_create_dialog_present (window) != NULL;
}

static gboolean
show_people (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "people", error) != NULL;
}

static gboolean
show_grouped (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);
  GtkSelectionModel *selection;

  if (page == NULL)
    return FALSE;
  ans_listing_set_grouped (ans_list_page_get_listing (page), TRUE);
  selection = GTK_SELECTION_MODEL (ans_list_page_get_selection (page));
  for (guint i = 2; i < 9; i += 3)
    gtk_selection_model_select_item (selection, i, FALSE);
  return TRUE;
}

static gboolean
show_search (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);

  if (page == NULL)
    return FALSE;
  ans_listing_set_filter (ans_list_page_get_listing (page), "sex", "NU");
  ans_list_page_set_search (page, "nguyen thi");
  return TRUE;
}

static gboolean
show_no_match (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);

  if (page == NULL)
    return FALSE;
  ans_list_page_set_search (page, "nguyen thi thoo");
  return TRUE;
}

static gboolean
show_columns (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);

  return page != NULL && gtk_widget_activate_action (GTK_WIDGET (page), "page.columns", NULL);
}

static gboolean
show_households (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "households", error) != NULL;
}

static gboolean
show_villages (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "villages", error) != NULL;
}

static gboolean
show_units (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "units", error) != NULL;
}

static gboolean
show_find (AnsWindow *window, const char *path, GError **error)
{
  if (go_to_list (window, path, "people", error) == NULL)
    return FALSE;
  ans_search_dialog_set_text (ans_search_dialog_present (window, ans_window_get_book (window)),
                              "nguyen van");
  return TRUE;
}

static gboolean
show_person (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);

  if (page == NULL)
    return FALSE;
  make_history (window, first_id (page));
  ans_window_open_record (window, &ans_register_people, first_id (page),
                          ans_list_page_get_rows (page));
  return TRUE;
}

static gboolean
show_household (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "households", error);

  if (page == NULL)
    return FALSE;
  ans_window_open_record (window, &ans_register_households, first_id (page),
                          ans_list_page_get_rows (page));
  return TRUE;
}

/* A date that can't be, and a number whose digits contradict it. */
static gboolean
show_form (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);
  g_autoptr (AnsRecord) record = NULL;

  if (page == NULL)
    return FALSE;
  record =
      ans_record_load (ans_window_get_book (window), &ans_register_people, first_id (page), error);
  if (record == NULL)
    return FALSE;
  ans_record_set (record, "full_name", "Nguyễn Thị 7");
  ans_record_set (record, "birth", "2091-02-01");
  ans_record_set (record, "phone", "0912");
  return ans_record_form_present (GTK_WIDGET (window), record, NULL, NULL) != NULL;
}

static gboolean
show_event (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "households", error);

  return page != NULL &&
         ans_event_dialog_present (GTK_WIDGET (window), ans_window_get_book (window),
                                   ans_event_kind_find ("birth"), first_id (page), 0) != NULL;
}

/* The sample of the source tree, or, for a program that was installed, a short list. */
static char *
sample_path (GError **error)
{
  const char *root = g_getenv ("ANS_SOURCE_ROOT");
  g_autofree char *path = g_build_filename (root != NULL ? root : ".", "tests", "data",
                                            "nhan-khau-theo-thon.xlsx", NULL);
  g_autofree char *written = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  written = g_build_filename (g_get_tmp_dir (), "danh-sach-mau.csv", NULL);
  if (!g_file_set_contents (written,
                            "TT;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Thôn\n"
                            "1;Nguyễn Văn Mẫu;12.03.1986;Nam;;Bắc Sơn\n"
                            "2;Lê Thị Mẫu;1940;Nữ;;Bắc Sơn\n"
                            "3;Trần Thị Mẫu;31/02/1962;Nữ;3,8138E+10;Hợp Tân\n",
                            -1, error))
    return NULL;
  return g_steal_pointer (&written);
}

static gboolean
show_import (AnsWindow *window, const char *path, GError **error)
{
  g_autofree char *sample = sample_path (error);
  g_autoptr (GFile) file = NULL;

  if (go_to_list (window, path, "people", error) == NULL || sample == NULL)
    return FALSE;
  file = g_file_new_for_path (sample);
  ans_window_push_full (window, ans_import_page_new (window, ans_window_get_book (window),
                                                     &ans_register_people, file));
  return TRUE;
}

static gboolean
show_print (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);
  g_autoptr (AnsListing) listing = NULL;

  if (page == NULL)
    return FALSE;
  listing = ans_listing_copy (ans_list_page_get_listing (page));
  ans_listing_set_grouped (listing, TRUE);
  ans_window_push_full (window, ans_print_page_new (window, listing));
  return TRUE;
}

static gboolean
show_history (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);

  if (page == NULL)
    return FALSE;
  make_history (window, first_id (page));
  ans_window_show_area (window, "history");
  return TRUE;
}

static gboolean
show_preferences (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "people", error) != NULL &&
         ans_preferences_dialog_present (window) != NULL;
}

static gboolean
show_extra_fields (AnsWindow *window, const char *path, GError **error)
{
  AdwDialog *dialog;

  if (go_to_list (window, path, "people", error) == NULL)
    return FALSE;
  dialog = ans_preferences_dialog_present (window);
  if (dialog == NULL)
    return FALSE;
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "fields");
  return TRUE;
}

static gboolean
show_about (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "people", error) != NULL &&
         ans_application_show_about (GTK_WIDGET (window)) != NULL;
}

/* The practice commune has people whose names are longer than any column. */
static gboolean
show_long_names (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);

  if (page == NULL)
    return FALSE;
  ans_list_page_set_search (page, "cong tang ton nu");
  return TRUE;
}

static gboolean
show_long_person (AnsWindow *window, const char *path, GError **error)
{
  gint64 person;

  if (go_to_list (window, path, "people", error) == NULL)
    return FALSE;
  person = ans_connection_get_int (ans_book_get_connection (ans_window_get_book (window)),
                                   "SELECT id FROM person ORDER BY length (full_name) DESC, id "
                                   "LIMIT 1",
                                   0);
  ans_window_open_record (window, &ans_register_people, person, NULL);
  return person != 0;
}

/* A book in which nothing is yet. It stays open: the last stop. */
static gboolean
show_empty (AnsWindow *window, const char *path, GError **error)
{
  g_autofree char *folder = ans_tour_folder_new (error);
  g_autofree char *file = NULL;
  g_autoptr (AnsBook) book = NULL;

  if (folder == NULL)
    return FALSE;
  file = g_build_filename (folder, "so-moi.ansinh", NULL);
  book = ans_registry_create_book (file, NULL, error);
  if (book == NULL)
    return FALSE;
  ans_window_set_book (window, book);
  ans_window_show_area (window, "people");
  return TRUE;
}

static gboolean
show_shortcuts (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "people", error) != NULL &&
         ans_shortcuts_dialog_present (GTK_WIDGET (window)) != NULL;
}

static gboolean
show_poor_households (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "poor-households", error);

  if (page == NULL)
    return FALSE;
  ans_listing_set_grouped (ans_list_page_get_listing (page), TRUE);
  return TRUE;
}

static gboolean
show_poverty_exits (AnsWindow *window, const char *path, GError **error)
{
  return go_to_list (window, path, "poverty-exits", error) != NULL;
}

/* A household that is poor now, in the round that is under way. */
static gboolean
show_review (AnsWindow *window, const char *path, GError **error)
{
  AnsBook *book;
  g_autoptr (AnsRecord) draft = NULL;
  gint64 round;

  if (go_to_list (window, path, "poverty-assessments", error) == NULL)
    return FALSE;
  book = ans_window_get_book (window);
  round = ans_poverty_review_current (book);
  draft = ans_poverty_review_draft (book, round, ans_poverty_review_next (book, round, 0));
  ans_record_set (draft, "b1", "135");
  for (guint i = 0; i < 12; i += 3)
    ans_record_set (draft, ans_poverty_deprivations[i].field, "1");
  return ans_review_form_present (GTK_WIDGET (window), draft) != NULL;
}

static gboolean
show_round (AnsWindow *window, const char *path, GError **error)
{
  gint64 round;

  if (go_to_list (window, path, "poverty-rounds", error) == NULL)
    return FALSE;
  round = ans_poverty_review_current (ans_window_get_book (window));
  return ans_round_dialog_present (window, round) != NULL;
}

static gboolean
show_report (AnsWindow *window, const char *path, GError **error)
{
  if (go_to_list (window, path, "people", error) == NULL)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (window), "win.print-report", "s", "results");
}

/* A book that cannot be written says so over the page. */
static gboolean
show_read_only (AnsWindow *window, const char *path, GError **error)
{
  if (!ans_tour_open_book (window, path, TRUE, error))
    return FALSE;
  ans_window_show_area (window, "people");
  return TRUE;
}

/* An old woman of a poor household, without anybody to support her. */
static gboolean
show_law_lookup (AnsWindow *window, const char *path, GError **error)
{
  AnsLawFactForm *form;

  if (!ans_tour_open_book (window, path, FALSE, error))
    return FALSE;
  ans_window_show_area (window, "law-lookup");
  form = part (ans_window_get_page (window), "form");
  ans_law_fact_form_set_text (form, ANS_FACT_BIRTH, "1940");
  ans_law_fact_form_set_text (form, ANS_FACT_HOUSEHOLD, "ngheo");
  ans_law_fact_form_set_text (form, ANS_FACT_SUPPORTER, "no");
  ans_law_fact_form_set_text (form, ANS_FACT_DISABILITY, "n");
  return TRUE;
}

static gboolean
show_law_rates (AnsWindow *window, const char *path, GError **error)
{
  if (!ans_tour_open_book (window, path, FALSE, error))
    return FALSE;
  ans_window_show_area (window, "law-rates");
  return TRUE;
}

static gboolean
show_law_rate (AnsWindow *window, const char *path, GError **error)
{
  const AnsRate *rate;
  AdwDialog *dialog;

  if (!show_law_rates (window, path, error))
    return FALSE;
  rate = ans_rate_table_find (ans_law_get_rates (ans_law_get_default ()), "HTXH", "base",
                              "2026-07-01");
  dialog = ans_law_rate_dialog_present (window, ans_window_get_book (window), rate);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const typed[][2] = { { "value", "600.000" },
                                              { "from", "01/07/2027" },
                                              { "basis", "NĐ …/2027/NĐ-CP" } };

      gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (
                                 GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), typed[i][0])),
                             typed[i][1]);
    }
  return TRUE;
}

static gboolean
rate_ready (AnsWindow *window)
{
  GtkWidget *dialog =
      GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  return dialog != NULL && gtk_widget_get_visible (GTK_WIDGET (gtk_widget_get_template_child (
                               dialog, G_OBJECT_TYPE (dialog), "people_scroller")));
}

static gboolean
show_law_why (AnsWindow *window, const char *path, GError **error)
{
  AnsListPage *page = go_to_list (window, path, "people", error);

  if (page == NULL)
    return FALSE;
  ans_window_open_person (window, first_id (page));
  return gtk_widget_activate_action (GTK_WIDGET (ans_window_get_page (window)), "page.why", NULL);
}

static const AnsTourStop stops[] = {
  { "01-welcome", show_welcome },
  { "02-new-book", show_create },
  { "03-people", show_people, list_ready },
  { "04-people-by-village", show_grouped, list_ready },
  { "05-search", show_search, list_ready },
  { "06-no-match", show_no_match, list_ready },
  { "07-columns", show_columns, list_ready },
  { "08-person", show_person },
  { "09-record-form", show_form },
  { "10-households", show_households, list_ready },
  { "11-household", show_household },
  { "12-event", show_event },
  { "13-villages", show_villages, list_ready },
  { "14-units", show_units, list_ready },
  { "14a-overview", ans_tour_show_overview, ans_tour_plan_ready },
  { "14a-overview-late", ans_tour_show_late, ans_tour_plan_ready },
  { "14a-plan-figure", ans_tour_show_figure, ans_tour_plan_ready },
  { "14a-plan-figure-by-hand", ans_tour_show_manual, ans_tour_plan_ready },
  { "14a-plan-figure-list", ans_tour_show_figure_list, list_ready },
  { "14a-plan-targets", ans_tour_show_targets, ans_tour_plan_ready },
  { "14a-plan-tasks", ans_tour_show_tasks, ans_tour_plan_ready },
  { "14a-plan-shares", ans_tour_show_shares, ans_tour_plan_ready },
  { "14a-plan-figure-months", ans_tour_show_months, ans_tour_plan_ready },
  { "14a-meeting-title", ans_tour_show_title },
  { "14a-meeting-figure", ans_tour_show_slide },
  { "14a-meeting-area", ans_tour_show_area },
  { "14a-meeting-remaining", ans_tour_show_remaining },
  { "14a-meeting-slides", ans_tour_show_slides },
  { "14a-meeting-keys", ans_tour_show_keys },
  { "14a-meeting-black", ans_tour_show_black },
  { "14b-poor-households", show_poor_households, list_ready },
  { "14c-poverty-exits", show_poverty_exits, list_ready },
  { "14d-review-form", show_review, list_ready },
  { "14e-review-round", show_round, list_ready },
  { "14f-charts", ans_tour_show_charts, ans_tour_charts_ready },
  { "14f-charts-below", ans_tour_show_charts_below, ans_tour_charts_ready },
  { "14f-charts-table", ans_tour_show_chart_table, ans_tour_charts_ready },
  { "14f-charts-menu", ans_tour_show_chart_menu, ans_tour_charts_ready },
  { "14f-charts-pyramid", ans_tour_show_pyramid, ans_tour_charts_ready },
  { "14f-summary-by-village", ans_tour_show_by_village, ans_tour_summary_ready },
  { "14f-summary-two-standards", ans_tour_show_two_standards, ans_tour_summary_ready },
  { "14g-summary-deprivations", ans_tour_show_deprivations, ans_tour_summary_ready },
  { "14h-poor-household", ans_tour_show_poor_household },
  { "15-find-anything", show_find },
  { "16-import", show_import, import_ready },
  { "17-print", show_print, print_ready },
  { "17-report", show_report, print_ready },
  { "17a-law-lookup", show_law_lookup },
  { "17b-law-rates", show_law_rates },
  { "17c-law-rate", show_law_rate, rate_ready },
  { "17d-law-why", show_law_why },
  { "18-history", show_history },
  { "19-shortcuts", show_shortcuts },
  { "20-preferences", show_preferences },
  { "20a-extra-fields", show_extra_fields },
  { "21-read-only", show_read_only, list_ready },
  { "22-about", show_about },
  { "23-long-names", show_long_names, list_ready },
  { "24-long-person", show_long_person },
  { "25-empty-book", show_empty, list_ready },
  { "26-no-plan", ans_tour_show_no_plan, ans_tour_plan_ready },
  { "27-no-charts", ans_tour_show_no_charts, ans_tour_charts_ready },
  { "27-summary-no-villages", ans_tour_show_no_summary, ans_tour_summary_ready },
};

const AnsTourStop *
ans_tour_stops (guint *n)
{
  *n = G_N_ELEMENTS (stops);
  return stops;
}
