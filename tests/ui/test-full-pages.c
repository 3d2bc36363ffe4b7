/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that take the whole window: import and print preview. */
#include <glib/gstdio.h>

#include "app/import/ans-import-constants.h"
#include "app/import/ans-import-page.h"
#include "app/print/ans-print-options.h"
#include "app/print/ans-print-page.h"
#include "app/print/ans-print-request.h"
#include "app/print/ans-report-options.h"
#include "app/record/ans-day-button.h"
#include "app/window/ans-extra-fields-page.h"
#include "app/window/ans-preferences-dialog.h"
#include "app/window/ans-window-private.h"
#include "document/ans-listing-document.h"
#include "exchange/ans-import.h"
#include "plan/ans-plan.h"
#include "registry/ans-extra-field.h"
#include "registry/ans-words-setting.h"
#include "report/ans-report-period.h"
#include "store/ans-undo.h"
#include "ui-fixture.h"

/* One row is in the book as it stands, two are new, one has a day that never was. */
static const char sheet[] = "UBND XÃ HOẰNG PHỤ,,,,,,\n"
                            "DANH SÁCH NHÂN KHẨU,,,,,,\n"
                            "TT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Mã hộ,Quan hệ với chủ hộ\n"
                            "I,Thôn Bắc Sơn,,,,,\n"
                            "1,Lê Thị Mận,10/03/1940,Nữ,038140000417,BS-0001,Chủ hộ\n"
                            "2,Nguyễn Văn Ba,12.03.1986,Nam,38086000052,BS-0200,Chủ hộ\n"
                            "3,Trần Thị Liên,31/02/1938,Nữ,,BS-0201,Chủ hộ\n"
                            "4,Chu Thị Thơm,1959,Nữ,,BS-0202,Chủ hộ\n"
                            "Cộng: 4 người,,,,,,\n";

typedef struct
{
  UiFixture *ui;
  AnsWindow *window;
} Full;

static void
full_init (Full *full)
{
  full->ui = ui_fixture_new (300, 200);
  full->window = g_object_ref_sink (ans_window_new (NULL));
  ans_window_set_book (full->window, full->ui->book);
  gtk_window_set_default_size (GTK_WINDOW (full->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (full->window));
  ui_settle (100);
}

static void
full_clear (Full *full)
{
  gtk_window_destroy (GTK_WINDOW (full->window));
  ui_settle (50);
  g_object_unref (full->window);
  ui_fixture_free (full->ui);
}

static gint64
count_people (Full *full)
{
  return ans_connection_get_int (ans_book_get_connection (full->ui->book),
                                 "SELECT count(*) FROM person", -1);
}

static gboolean
shows_sheet (gpointer page)
{
  const char *name = gtk_stack_get_visible_child_name (ui_child (page, "AnsImportPage", "stack"));

  g_assert_cmpstr (name, !=, "error");
  return g_str_equal (name, "sheet");
}

static AdwNavigationPage *
open_sheet (Full *full, const char *text, char **path)
{
  g_autoptr (GFile) file = NULL;
  AdwNavigationPage *page;

  *path = g_build_filename (full->ui->folder, "list.csv", NULL);
  g_assert_true (g_file_set_contents (*path, text, -1, NULL));
  file = g_file_new_for_path (*path);
  page = ans_import_page_new (full->window, full->ui->book, &ans_register_people, file);
  ans_window_push_full (full->window, page);
  return page;
}

static const char *
number (AdwNavigationPage *page, const char *name)
{
  return gtk_label_get_label (ui_child (page, "AnsImportPage", name));
}

static gboolean
has_more_people (gpointer data)
{
  return count_people (data) == 5 && !ans_book_in_action (((Full *) data)->ui->book);
}

static void
test_import (void)
{
  Full full;
  g_autofree char *path = NULL;
  AdwNavigationPage *page;
  GListModel *rows;
  g_autoptr (AnsUndoReport) report = NULL;
  GtkToggleButton *rejected;

  full_init (&full);
  page = open_sheet (&full, sheet, &path);
  ui_wait (shows_sheet, page);
  g_assert_cmpstr (number (page, "added_number"), ==, "2");
  g_assert_cmpstr (number (page, "updated_number"), ==, "0");
  g_assert_cmpstr (number (page, "rejected_number"), ==, "1");
  g_assert_cmpstr (number (page, "skipped_number"), ==, "6");
  g_assert_cmpint (count_people (&full), ==, 3);

  rows = G_LIST_MODEL (gtk_column_view_get_model (ui_child (page, "AnsImportPage", "table")));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 9);
  rejected = ui_child (page, "AnsImportPage", "rejected_card");
  gtk_toggle_button_set_active (rejected, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  gtk_toggle_button_set_active (rejected, FALSE);
  ui_check_names (page, G_STRFUNC);

  gtk_widget_activate_action (GTK_WIDGET (page), "import.apply", NULL);
  ui_wait (has_more_people, &full);
  ui_settle (100);
  report = ans_undo (full.ui->book, 0, FALSE, NULL);
  g_assert_nonnull (report);
  g_assert_cmpint (count_people (&full), ==, 3);
  g_unlink (path);
  full_clear (&full);
}

static gboolean
shows_error (gpointer page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (ui_child (page, "AnsImportPage", "stack")),
                      "error");
}

static void
test_import_garbage (void)
{
  Full full;
  g_autofree char *path = NULL;
  AdwNavigationPage *page;

  full_init (&full);
  page = open_sheet (&full, "PK\003\004 and then nothing of a workbook", &path);
  ui_wait (shows_error, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "import.cancel", NULL);
  ui_settle (100);
  g_assert_cmpint (count_people (&full), ==, 3);
  g_unlink (path);
  full_clear (&full);
}

/* --- print preview --------------------------------------------------------------------------- */

static gboolean
has_pages (gpointer page)
{
  GtkListView *pages = ui_child (page, "AnsPrintPage", "pages");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (pages))) > 0 &&
         !gtk_widget_get_visible (ui_child (page, "AnsPrintPage", "progress"));
}

static void
test_print (void)
{
  Full full;
  g_autoptr (AnsListing) listing = NULL;
  AdwNavigationPage *page;
  GtkWidget *options;

  full_init (&full);
  listing = ans_listing_new (full.ui->book, ans_listing_info_find ("people"));
  ans_listing_set_grouped (listing, TRUE);
  page = ans_print_page_new (full.window, listing);
  ans_window_push_full (full.window, page);
  ui_wait (has_pages, page);
  options = ui_find (page, ANS_TYPE_PRINT_OPTIONS);
  g_assert_true (ui_shows (options, "3 rows on 1 page"));
  g_assert_true (ui_shows (options, "Sum of the villages = whole list: 3"));
  ui_check_names (page, G_STRFUNC);

  adw_combo_row_set_selected (ui_child (options, "AnsPrintOptions", "orientation"), 1);
  ui_settle (250);
  ui_wait (has_pages, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "print.zoom-in", NULL);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_widget_activate_action (GTK_WIDGET (page), "print.close", NULL);
  ui_settle (100);
  g_assert_null (page);
  g_clear_object (&listing);
  full_clear (&full);
}

static void
test_print_rows (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (300, 200);
  g_autoptr (AnsListing) listing = ans_listing_new (ui->book, ans_listing_info_find ("people"));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  AnsListingDocumentOptions options = { .rows = rows };

  g_array_append_val (rows, ui->son);
  for (int grouped = 0; grouped < 2; grouped++)
    {
      g_autoptr (AnsPrintRequest) request = NULL;
      g_autoptr (AnsDocument) document = NULL;
      AnsTableSource *table;

      ans_listing_set_grouped (listing, grouped);
      request = ans_print_request_new (listing, &options);
      document = ans_print_request_make_document (request, NULL, NULL);
      table = ans_document_get_table (document);
      g_assert_cmpuint (ans_table_source_get_n_rows (table), ==, 1);
      g_assert_cmpuint (ans_table_source_get_n_groups (table), ==, grouped);
      g_assert_cmpstr (ans_table_source_get_row (table, 0, NULL)[1], ==, "Lê Văn Tám");
    }
}

/* --- papers made from figures ----------------------------------------------------------------- */

static gboolean
shows_paper (gpointer page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (ui_child (page, "AnsPrintPage", "stack")),
                      "pages") &&
         ui_shows (page, "page");
}

static void
assert_days (AnsReportOptions *panel, const char *first, const char *last)
{
  g_assert_cmpstr (ans_day_button_get_day (ui_child (panel, "AnsReportOptions", "first")), ==,
                   first);
  g_assert_cmpstr (ans_day_button_get_day (ui_child (panel, "AnsReportOptions", "last")), ==, last);
}

/* What the panel asks for becomes a paper, or it says why not. */
static AnsDocument *
make_paper (AnsReportOptions *panel, GError **error)
{
  g_autoptr (AnsPrintRequest) request = ans_print_panel_request (ANS_PRINT_PANEL (panel), error);

  return ans_print_request_make_document (request, NULL, error);
}

static gboolean
shows_problem (gpointer page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (ui_child (page, "AnsPrintPage", "stack")),
                      "error");
}

/* The preview of a report asks for its period beside the pages; another period is another paper. */
static void
test_report (void)
{
  Full full;
  AdwNavigationPage *page;
  AnsReportOptions *panel;
  g_autoptr (AnsDocument) quarter = NULL;
  g_autoptr (AnsDocument) year = NULL;
  GError *error = NULL;

  full_init (&full);
  g_assert_cmpint (ans_plan_load (full.ui->book, ANS_PLAN_SHIPPED, &error), >, 0);
  g_assert_no_error (error);
  ans_window_set_as_of (full.window, "2022-09-20");
  gtk_widget_activate_action (GTK_WIDGET (full.window), "win.print-report", "s", "results");
  ui_settle (50);
  page = ans_window_get_page (full.window);
  ui_wait (shows_paper, page);
  panel = ui_find (GTK_WIDGET (page), ANS_TYPE_REPORT_OPTIONS);
  g_assert_nonnull (panel);
  ui_check_names (page, G_STRFUNC);
  quarter = make_paper (panel, &error);
  g_assert_no_error (error);
  assert_days (panel, "2022-07-01", "2022-09-30");

  adw_combo_row_set_selected (ui_child (panel, "AnsReportOptions", "kind"), ANS_REPORT_YEAR);
  ui_settle (50);
  year = make_paper (panel, &error);
  g_assert_no_error (error);
  g_assert_nonnull (quarter);
  g_assert_nonnull (year);
  assert_days (panel, "2022-01-01", "2022-12-31");

  /* A period that ends before it begins is no paper, and says so. */
  ans_day_button_set_day (ui_child (panel, "AnsReportOptions", "last"), "2022-05-01");
  ans_day_button_set_day (ui_child (panel, "AnsReportOptions", "first"), "2022-06-01");
  g_assert_null (make_paper (panel, &error));
  g_assert_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST);
  g_clear_error (&error);
  ui_wait (shows_problem, page);
  full_clear (&full);
}

/* --- preferences ----------------------------------------------------------------------------- */

static void
test_preferences (void)
{
  Full full;
  AdwDialog *dialog;
  gint64 actions;
  g_autofree char *signer = NULL;

  full_init (&full);
  actions = ui_count_actions (full.ui->book);
  dialog = ans_preferences_dialog_present (full.window);
  ui_settle (50);
  adw_dialog_force_close (dialog);
  ui_settle (50);
  g_assert_cmpint (ui_count_actions (full.ui->book), ==, actions);

  dialog = ans_preferences_dialog_present (full.window);
  ui_settle (50);
  gtk_editable_set_text (ui_child (dialog, "AnsPreferencesDialog", "signer_name"), "Lê Văn Sáu");
  adw_combo_row_set_selected (ui_child (dialog, "AnsPreferencesDialog", "zero"), 1);
  g_assert_true (ui_shows (GTK_WIDGET (dialog), "linh năm nghìn"));
  adw_dialog_force_close (dialog);
  ui_settle (50);
  signer = ans_book_get_setting (full.ui->book, ANS_SETTING_SIGNER_NAME);
  g_assert_cmpstr (signer, ==, "Lê Văn Sáu");
  g_assert_cmpuint (ans_words_setting_get (full.ui->book), ==, ANS_WORDS_LINH);
  g_assert_cmpint (ui_count_actions (full.ui->book), ==, actions + 1);
  full_clear (&full);
}

static gboolean
shows_constant (gpointer page)
{
  return ui_shows (page, "Tày");
}

/* What no column says is said once beside the sheet, and every row that is brought in has it. */
static void
test_import_constants (void)
{
  Full full;
  g_autofree char *path = NULL;
  AdwNavigationPage *page;
  AnsImportConstants *constants;
  const AnsRegister *reg;
  guint at = 0;

  full_init (&full);
  page = open_sheet (&full, sheet, &path);
  ui_wait (shows_sheet, page);
  constants = ui_find (GTK_WIDGET (page), ANS_TYPE_IMPORT_CONSTANTS);
  g_assert_nonnull (constants);
  reg = ans_book_get_register (full.ui->book, &ans_register_people);
  for (const AnsField *field = reg->fields; !g_str_equal (field->name, "ethnicity"); field++)
    if (!(field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) && *field->title != '\0')
      at++;
  adw_combo_row_set_selected (ui_child (constants, "AnsImportConstants", "field"), at);

  gtk_editable_set_text (ui_child (constants, "AnsImportConstants", "value"), "người sao Hỏa");
  g_signal_emit_by_name (ui_child (constants, "AnsImportConstants", "value"), "apply");
  g_assert_true (gtk_widget_get_visible (ui_child (constants, "AnsImportConstants", "problem")));

  gtk_editable_set_text (ui_child (constants, "AnsImportConstants", "value"), "tay");
  g_assert_false (gtk_widget_get_visible (ui_child (constants, "AnsImportConstants", "problem")));
  g_signal_emit_by_name (ui_child (constants, "AnsImportConstants", "value"), "apply");
  ui_wait (shows_constant, constants);
  ui_settle (800);
  ui_wait (shows_sheet, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "import.apply", NULL);
  ui_wait (has_more_people, &full);
  g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (full.ui->book),
                                           "SELECT count(*) FROM person WHERE ethnicity = 'Tày'",
                                           -1),
                   ==, 3);
  full_clear (&full);
}

static void
choose_register (AnsExtraFieldsPage *page, const AnsRegister *reg)
{
  guint n;
  const AnsRegister *const *registers = ans_registers (&n);

  for (guint i = 0; i < n; i++)
    if (registers[i] == reg)
      adw_combo_row_set_selected (ui_child (page, "AnsExtraFieldsPage", "register_row"), i);
}

/* A field that the office adds has a title, a kind and a name that nobody had to think of; what is
 * wrong is said and changes nothing. */
static void
test_extra_fields (void)
{
  Full full;
  AdwDialog *dialog;
  AnsExtraFieldsPage *page;
  AdwEntryRow *title;
  const AnsField *field;

  full_init (&full);
  dialog = ans_preferences_dialog_present (full.window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "fields");
  ui_settle (50);
  page = ui_find (GTK_WIDGET (dialog), ANS_TYPE_EXTRA_FIELDS_PAGE);
  g_assert_nonnull (page);
  title = ui_child (page, "AnsExtraFieldsPage", "title");
  g_assert_false (gtk_widget_get_sensitive (ui_child (page, "AnsExtraFieldsPage", "add")));

  /* A field with that title is there already. */
  choose_register (page, &ans_register_people);
  gtk_editable_set_text (GTK_EDITABLE (title), "Họ và tên");
  g_signal_emit_by_name (title, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (title), "error"));

  gtk_editable_set_text (GTK_EDITABLE (title), "Nhóm máu");
  adw_combo_row_set_selected (ui_child (page, "AnsExtraFieldsPage", "kind"), 3);
  g_assert_false (gtk_widget_get_sensitive (ui_child (page, "AnsExtraFieldsPage", "add")));
  gtk_editable_set_text (ui_child (page, "AnsExtraFieldsPage", "choices"), "A, B, AB, O");
  g_signal_emit_by_name (title, "entry-activated");
  ui_settle (50);
  field = ans_register_get_field (ans_book_get_register (full.ui->book, &ans_register_people),
                                  "x_nhom_mau");
  g_assert_nonnull (field);
  g_assert_cmpstr (field->choices[3].label, ==, "O");
  g_assert_true (ui_shows (GTK_WIDGET (page), "Nhóm máu"));
  adw_dialog_force_close (dialog);
  ui_settle (50);
  full_clear (&full);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/full-pages/import", test_import);
  g_test_add_func ("/full-pages/import-constants", test_import_constants);
  g_test_add_func ("/full-pages/import-garbage", test_import_garbage);
  g_test_add_func ("/full-pages/print", test_print);
  g_test_add_func ("/full-pages/print-rows", test_print_rows);
  g_test_add_func ("/full-pages/report", test_report);
  g_test_add_func ("/full-pages/preferences", test_preferences);
  g_test_add_func ("/full-pages/extra-fields", test_extra_fields);
  return g_test_run ();
}
