/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-field-view.h"
#include "app/record/ans-household-page.h"
#include "app/record/ans-mask.h"
#include "app/record/ans-person-page.h"
#include "app/window/ans-history-page.h"
#include "registry/ans-household-events.h"
#include "store/ans-undo.h"
#include "ui-fixture.h"

static void
show (UiFixture *ui, AdwNavigationPage *page)
{
  adw_navigation_view_push (ui->pages, page);
  ui_settle (60);
}

static guint
n_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static void
test_mask (void)
{
  static const char *const cases[][2] = {
    { "038140000417", "038xxxxxx417" },
    { "0912345214", "09xxxxx214" },
    { "12345", "••••••" },
    { "Phật giáo", "••••••" },
    { "", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ans_mask_text (cases[i][0]);

      g_assert_cmpstr (masked, ==, cases[i][1]);
    }
}

static AnsFieldView *
find_view (GtkWidget *box, const char *shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ANS_IS_FIELD_VIEW (child) &&
        g_str_equal (ans_field_view_get_text (ANS_FIELD_VIEW (child)), shown))
      return ANS_FIELD_VIEW (child);
  return NULL;
}

static void
test_person (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1200, 800);
  AdwNavigationPage *page = ans_person_page_new (NULL, ui->book, ui->mother, NULL);
  GtkLabel *name;
  GtkWidget *identity;
  AnsFieldView *number;

  show (ui, page);
  name = ui_child (page, "AnsPersonPage", "name");
  identity = ui_child (page, "AnsPersonPage", "identity");
  g_assert_cmpstr (gtk_label_get_label (name), ==, "Lê Thị Mận");
  g_assert_cmpuint (n_rows (ui_child (page, "AnsPersonPage", "members")), ==, 3);
  g_assert_false (ui_shows (GTK_WIDGET (page), "038140000417"));

  number = find_view (identity, "038xxxxxx417");
  g_assert_nonnull (number);
  ans_field_view_reveal (number, TRUE);
  g_assert_cmpstr (ans_field_view_get_text (number), ==, "038140000417");
  ans_field_view_reveal (number, FALSE);
  g_assert_false (ui_shows (GTK_WIDGET (page), "038140000417"));
  ui_check_names (page, G_STRFUNC);
}

static void
test_person_follows_book (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1200, 800);
  AdwNavigationPage *page = ans_person_page_new (NULL, ui->book, ui->son, NULL);
  g_autoptr (AnsRecord) record = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  GtkStack *stack;

  show (ui, page);
  stack = ui_child (page, "AnsPersonPage", "stack");
  g_assert_false (ui_shows (GTK_WIDGET (page), "Needs a Look"));

  record = ans_record_load (ui->book, &ans_register_people, ui->son, NULL);
  ans_record_set (record, "full_name", "Lê Văn Tám Mới");
  ans_record_set (record, "phone", "123");
  g_assert_true (ans_record_save (record, NULL));
  ui_settle (30);
  g_assert_true (ui_shows (GTK_WIDGET (page), "Lê Văn Tám Mới"));
  g_assert_true (ui_shows (GTK_WIDGET (page), "Needs a Look"));

  g_assert_true (ans_record_delete (record, NULL));
  ui_settle (30);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "gone");
  report = ans_undo (ui->book, 0, FALSE, NULL);
  ui_settle (30);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "person");
}

static gboolean
is_loaded (gpointer data)
{
  return !ans_row_model_is_loading (data) && g_list_model_get_n_items (data) == 3;
}

static void
test_siblings (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1200, 800);
  g_autoptr (AnsListing) listing = ans_listing_new (ui->book, ans_listing_info_find ("people"));
  g_autoptr (AnsRowModel) model = ans_row_model_new (listing);
  AdwNavigationPage *page;
  GtkLabel *name;

  ui_wait (is_loaded, model);
  page = ans_person_page_new (NULL, ui->book, ans_row_model_get_id (model, 0), model);
  show (ui, page);
  name = ui_child (page, "AnsPersonPage", "name");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *wanted =
          ans_register_title_of (ui->book, &ans_register_people, ans_row_model_get_id (model, i));

      g_assert_cmpstr (gtk_label_get_label (name), ==, wanted);
      gtk_widget_activate_action (GTK_WIDGET (page), "page.next", NULL);
    }
  gtk_widget_activate_action (GTK_WIDGET (page), "page.previous", NULL);
  {
    g_autofree char *second =
        ans_register_title_of (ui->book, &ans_register_people, ans_row_model_get_id (model, 1));

    g_assert_cmpstr (gtk_label_get_label (name), ==, second);
  }
  adw_navigation_view_pop (ui->pages);
  ui_settle (30);
}

static void
test_narrow (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (400, 700);
  AdwNavigationPage *page = ans_person_page_new (NULL, ui->book, ui->mother, NULL);
  AdwMultiLayoutView *layouts;

  show (ui, page);
  layouts = ADW_MULTI_LAYOUT_VIEW (gtk_widget_get_ancestor (
      ui_child (page, "AnsPersonPage", "name"), ADW_TYPE_MULTI_LAYOUT_VIEW));
  g_assert_cmpstr (adw_multi_layout_view_get_layout_name (layouts), ==, "narrow");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 400);
}

static void
test_household (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1200, 800);
  AdwNavigationPage *page = ans_household_page_new (NULL, ui->book, ui->household, NULL);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  GtkListBox *members;
  GtkListBox *past;

  show (ui, page);
  members = ui_child (page, "AnsHouseholdPage", "members");
  past = ui_child (page, "AnsHouseholdPage", "past_members");
  g_assert_cmpuint (n_rows (members), ==, 3);
  g_assert_cmpuint (n_rows (past), ==, 0);

  g_hash_table_insert (values, g_strdup ("members"),
                       g_strdup_printf ("%" G_GINT64_FORMAT, ui->son));
  g_hash_table_insert (values, g_strdup ("date"), g_strdup ("2022-06-01"));
  g_assert_true (
      ans_event_apply (ui->book, ans_event_kind_find ("move-out"), ui->household, values, &error));
  g_assert_no_error (error);
  ui_settle (30);
  g_assert_cmpuint (n_rows (members), ==, 2);
  g_assert_cmpuint (n_rows (past), ==, 1);

  /* The day before he left he lived there. */
  g_object_set (ui_child (page, "AnsHouseholdPage", "day"), "day", "2022-05-31", NULL);
  ui_settle (30);
  g_assert_cmpuint (n_rows (members), ==, 3);
  g_assert_cmpuint (n_rows (past), ==, 0);
  ui_check_names (page, G_STRFUNC);
}

static void
test_history (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (800, 800);
  AdwNavigationPage *page = ans_history_page_new (NULL, ui->book);
  GtkListView *list;
  GtkSearchEntry *search;
  GtkStack *stack;
  const guint n = (guint) ui_count_actions (ui->book);
  GListModel *model;

  show (ui, page);
  list = ui_child (page, "AnsHistoryPage", "list");
  search = ui_child (page, "AnsHistoryPage", "search");
  stack = ui_child (page, "AnsHistoryPage", "stack");
  model = G_LIST_MODEL (gtk_list_view_get_model (list));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n);
  gtk_editable_set_text (GTK_EDITABLE (search), "khoi");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody has this name");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_signal_emit_by_name (search, "search-changed");

  ans_undo_report_free (ans_undo (ui->book, 0, FALSE, NULL));
  ui_settle (30);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n + 1);
  gtk_check_button_set_active (ui_child (page, "AnsHistoryPage", "only_standing"), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n - 1);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/record-pages/mask", test_mask);
  g_test_add_func ("/record-pages/person", test_person);
  g_test_add_func ("/record-pages/person-follows-book", test_person_follows_book);
  g_test_add_func ("/record-pages/siblings", test_siblings);
  g_test_add_func ("/record-pages/narrow", test_narrow);
  g_test_add_func ("/record-pages/household", test_household);
  g_test_add_func ("/record-pages/history", test_history);
  return g_test_run ();
}
