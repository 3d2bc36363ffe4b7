/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up what somebody gets, the figures of the law with a row of a new decree, and why a
 * person of the book gets what they get. All people here are invented. */
#include "app/law/ans-law-fact-form.h"
#include "app/law/ans-law-rate-dialog.h"
#include "app/window/ans-window-private.h"
#include "areas/ans-law-book.h"
#include "ui-fixture.h"

static AdwNavigationPage *
open_page (AnsWindow *window, const char *id)
{
  AdwNavigationPage *page;

  ans_window_show_area (window, id);
  ui_settle (100);
  page = ans_window_get_page (window);
  ui_check_names (page, id);
  return page;
}

static void
test_lookup (void)
{
  AnsWindow *window = ui_window_new ();
  AdwNavigationPage *page = open_page (window, "law-lookup");
  AnsLawFactForm *form = ui_child (page, "AnsLawLookupPage", "form");
  AdwComboRow *scheme = ui_child (page, "AnsLawLookupPage", "scheme");
  GtkWidget *view = ui_child (page, "AnsLawLookupPage", "view");
  AnsLawFacts facts;

  g_assert_true (ui_shows (view, "Not entitled by what is known"));
  ans_law_fact_form_set_text (form, ANS_FACT_BIRTH, "10/3/1940");
  ans_law_fact_form_set_text (form, ANS_FACT_HOUSEHOLD, "ngheo");
  ans_law_fact_form_set_text (form, ANS_FACT_SUPPORTER, "no");
  ui_settle (50);
  g_assert_true (ui_shows (view, "Entitled"));
  g_assert_true (ui_shows (view, "720.000 đồng"));
  g_assert_true (ui_shows (view, "82 tuổi (sinh 10/03/1940)"));

  /* what can't be read is marked, and not known */
  ans_law_fact_form_set_text (form, ANS_FACT_BIRTH, "31/2/1940");
  ui_settle (50);
  ans_law_fact_form_get_facts (form, &facts);
  g_assert_false (ans_law_facts_has (&facts, ANS_FACT_BIRTH));
  g_assert_true (ans_law_facts_has (&facts, ANS_FACT_HOUSEHOLD));
  g_assert_false (ui_shows (view, "720.000 đồng"));

  /* children as they are typed */
  ans_law_fact_form_set_text (form, ANS_FACT_CHILDREN, "3/2015, 2006 học");
  ans_law_fact_form_get_facts (form, &facts);
  g_assert_cmpuint (facts.n_children, ==, 2);
  g_assert_cmpint (facts.children[0].birth, ==, 20150301);
  g_assert_true (facts.children[1].is_studying);

  /* another scheme keeps the facts that both ask for */
  ans_law_fact_form_set_text (form, ANS_FACT_BIRTH, "1940");
  adw_combo_row_set_selected (scheme, ANS_LAW_CARE);
  ui_settle (50);
  ans_law_fact_form_get_facts (form, &facts);
  g_assert_true (ans_law_facts_has (&facts, ANS_FACT_BIRTH));
  g_assert_true (ui_shows (view, "Hỗ trợ kinh phí chăm sóc"));
  ans_law_fact_form_clear (form);
  ans_law_fact_form_get_facts (form, &facts);
  g_assert_cmpuint (facts.given, ==, 0);

  /* facts that contradict one another are told */
  ans_law_fact_form_set_text (form, ANS_FACT_BIRTH, "2000");
  ans_law_fact_form_set_text (form, ANS_FACT_DEATH, "1/1/1999");
  ui_settle (50);
  g_assert_true (ui_shows (view, "Ngày chết (death)” is before “Ngày sinh (birth)"));
  ui_window_close (window);
}

static gboolean
can_add (gpointer dialog)
{
  return gtk_widget_get_sensitive (ui_child (dialog, "AnsLawRateDialog", "add"));
}

static gboolean
has_preview (gpointer dialog)
{
  return strstr (gtk_label_get_label (ui_child (dialog, "AnsLawRateDialog", "preview")),
                 "change") != NULL;
}

static void
type (gpointer dialog, const char *field, const char *text)
{
  gtk_editable_set_text (ui_child (dialog, "AnsLawRateDialog", field), text);
}

static const AnsRate *
last_standard (AnsLaw *law)
{
  guint n;
  const AnsRate *const *series =
      ans_rate_table_series (ans_law_get_rates (law), "SA_STANDARD", "base", &n);

  return series[n - 1];
}

static gboolean
has_people (gpointer dialog)
{
  return gtk_widget_get_visible (ui_child (dialog, "AnsLawRateDialog", "people_scroller"));
}

/* Who changes, and from what to what. */
static void
test_preview (void)
{
  AnsWindow *window = ui_window_new ();
  AnsBook *book = ans_window_get_book (window);
  AnsLaw *law = ans_law_book_get (book);
  AdwDialog *dialog = ans_law_rate_dialog_present (
      window, book, ans_rate_table_find (ans_law_get_rates (law), "HTXH", "base", "2026-07-01"));

  type (dialog, "value", "600.000");
  type (dialog, "from", "1/7/2027");
  type (dialog, "basis", "NĐ thử");
  ui_wait (has_people, dialog);
  g_assert_true (ui_shows (dialog, "540.000 → 600.000"));
  g_assert_true (can_add (dialog));
  adw_dialog_force_close (dialog);
  ui_settle (50);
  ans_law_free (law);
  ui_window_close (window);
}

static void
test_rates (void)
{
  AnsWindow *window = ui_window_new ();
  AdwNavigationPage *page = open_page (window, "law-rates");
  AnsBook *book = ans_window_get_book (window);
  GtkWidget *search = ui_child (page, "AnsLawRatesPage", "search");
  AnsLaw *law = ans_law_book_get (book);
  AdwDialog *dialog;
  gint64 before = ui_count_actions (book);

  g_assert_true (ui_shows (page, "Mức chuẩn trợ giúp xã hội"));
  g_assert_true (ui_shows (page, "540.000 đồng, from 01/07/2026"));
  gtk_editable_set_text (GTK_EDITABLE (search), "don than");
  ui_settle (50);
  g_assert_false (ui_shows (page, "Mức chuẩn trợ giúp xã hội"));
  g_assert_true (ui_shows (page, "Người đơn thân"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");

  dialog = ans_law_rate_dialog_present (window, book, last_standard (law));
  ui_settle (400);
  g_assert_false (can_add (dialog));
  type (dialog, "value", "600.000");
  type (dialog, "from", "1/7/2027");
  type (dialog, "basis", "NĐ thử");
  ui_wait (can_add, dialog);
  ui_wait (has_preview, dialog);
  ui_check_names (dialog, "rate dialog");
  g_signal_emit_by_name (ui_child (dialog, "AnsLawRateDialog", "add"), "clicked");
  ui_settle (300);
  g_assert_cmpint (ui_count_actions (book), ==, before + 1);
  g_assert_true (ui_shows (page, "600.000 đồng, from 01/07/2027"));

  /* the same day again is refused */
  dialog = ans_law_rate_dialog_present (window, book, last_standard (law));
  type (dialog, "value", "700.000");
  type (dialog, "from", "1/7/2027");
  type (dialog, "basis", "NĐ thử");
  ui_settle (500);
  g_assert_false (can_add (dialog));
  adw_dialog_force_close (dialog);
  ui_settle (100);

  ans_window_undo_action (window, 0);
  ui_settle (200);
  g_assert_true (ui_shows (page, "540.000 đồng, from 01/07/2026"));
  ans_law_free (law);
  ui_window_close (window);
}

static void
test_why (void)
{
  AnsWindow *window = ui_window_new ();
  AnsListPage *list = ui_window_show_list (window, "people");
  AdwNavigationPage *page;

  ans_window_open_person (window, ans_row_model_get_id (ans_list_page_get_rows (list), 0));
  ui_settle (100);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (ans_window_get_page (window)), "page.why", NULL));
  ui_settle (200);
  page = ans_window_get_page (window);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, "AnsLawWhyPage");
  g_assert_true (ui_would_show (page, "Trợ cấp xã hội hằng tháng"));
  g_assert_true (ui_would_show (page, "Ngày sinh"));
  ui_check_names (page, "why");
  ui_window_close (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/law-pages/lookup", test_lookup);
  g_test_add_func ("/law-pages/rates", test_rates);
  g_test_add_func ("/law-pages/preview", test_preview);
  g_test_add_func ("/law-pages/why", test_why);
  return g_test_run ();
}
