/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/law/ans-law-lookup-page.h"

#include <glib/gi18n.h>

#include "app/law/ans-law-answer-view.h"
#include "app/law/ans-law-fact-form.h"
#include "app/print/ans-print-output.h"
#include "app/record/ans-day-button.h"
#include "app/window/ans-page-tabs.h"
#include "areas/ans-law-book.h"
#include "report/ans-law-sheet.h"

#define ANS_TYPE_LAW_LOOKUP_PAGE (ans_law_lookup_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AnsLawLookupPage, ans_law_lookup_page, ANS, LAW_LOOKUP_PAGE, AdwNavigationPage)

struct _AnsLawLookupPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: the page lives in it */
  AnsBook *book;
  AnsLaw *law; /* with the rates of the office; NULL before there is a book */
  gulong changed_id;
  AnsLawAnswer *answer;
  AnsLawFacts facts;

  AnsPageTabs *tabs;
  AdwComboRow *scheme;
  AnsDayButton *day;
  AnsLawFactForm *form;
  AnsLawAnswerView *view;
};

G_DEFINE_FINAL_TYPE (AnsLawLookupPage, ans_law_lookup_page, ADW_TYPE_NAVIGATION_PAGE)

static int
get_day (AnsLawLookupPage *self)
{
  AnsDate date = ans_date_today ();
  const char *iso = ans_day_button_get_day (self->day);

  if (iso != NULL)
    ans_date_parse_iso (iso, &date, NULL);
  return ans_law_day (date);
}

static void
ask_cb (AnsLawLookupPage *self)
{
  AnsLawScheme scheme = (AnsLawScheme) adw_combo_row_get_selected (self->scheme);
  g_autoptr (GError) error = NULL;

  if (self->law == NULL || scheme >= ANS_LAW_N_SCHEMES)
    return;
  ans_law_fact_form_get_facts (self->form, &self->facts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "law.print", FALSE);
  if (!ans_law_check_facts (self->law, &self->facts, &error))
    {
      ans_law_answer_view_set_error (self->view, error->message);
      return;
    }
  ans_law_ask (self->law, scheme, &self->facts, get_day (self), self->answer);
  ans_law_answer_view_set_answer (self->view, scheme, self->answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "law.print", self->facts.given != 0);
}

static void
scheme_selected_cb (AnsLawLookupPage *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme);

  if (selected < ANS_LAW_N_SCHEMES)
    ans_law_fact_form_set_scheme (self->form, (AnsLawScheme) selected);
}

static void
clear_cb (AnsLawLookupPage *self)
{
  ans_law_fact_form_clear (self->form);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsLawLookupPage *self = ANS_LAW_LOOKUP_PAGE (widget);
  g_autoptr (AnsDocument) sheet =
      ans_law_sheet_new (self->book, (AnsLawScheme) adw_combo_row_get_selected (self->scheme),
                         &self->facts, get_day (self), self->answer);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsPageLayout) layout = ans_page_layout_new (sheet, NULL, NULL, NULL, &error);

  if (layout == NULL)
    ans_window_show_error (self->window, _ ("The answer can't be printed"), error);
  else
    ans_print_output_print (self->window, layout);
}

static void
reload (AnsLawLookupPage *self)
{
  g_clear_pointer (&self->law, ans_law_free);
  self->law = ans_law_book_get (self->book);
  ask_cb (self);
}

static void
book_changed_cb (AnsLawLookupPage *self, AnsChanges *changes)
{
  if (changes->many || ans_changes_get_rows (changes, "setting") != NULL)
    reload (self);
}

static void
ans_law_lookup_page_dispose (GObject *object)
{
  AnsLawLookupPage *self = ANS_LAW_LOOKUP_PAGE (object);

  if (self->book != NULL)
    g_clear_signal_handler (&self->changed_id, self->book);
  g_clear_pointer (&self->answer, ans_law_answer_free);
  g_clear_pointer (&self->law, ans_law_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_LAW_LOOKUP_PAGE);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_law_lookup_page_parent_class)->dispose (object);
}

static void
ans_law_lookup_page_class_init (AnsLawLookupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_law_lookup_page_dispose;

  g_type_ensure (ANS_TYPE_DAY_BUTTON);
  g_type_ensure (ANS_TYPE_LAW_FACT_FORM);
  g_type_ensure (ANS_TYPE_LAW_ANSWER_VIEW);
  g_type_ensure (ANS_TYPE_PAGE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-law-lookup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsLawLookupPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, AnsLawLookupPage, scheme);
  gtk_widget_class_bind_template_child (widget_class, AnsLawLookupPage, day);
  gtk_widget_class_bind_template_child (widget_class, AnsLawLookupPage, form);
  gtk_widget_class_bind_template_child (widget_class, AnsLawLookupPage, view);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_install_action (widget_class, "law.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "law.print",
                                       NULL);
}

static void
ans_law_lookup_page_init (AnsLawLookupPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    gtk_string_list_append (names, ans_law_scheme_title (i));
  adw_combo_row_set_model (self->scheme, G_LIST_MODEL (names));
  self->answer = ans_law_answer_new (TRUE);
  ans_law_fact_form_set_scheme (self->form, ANS_LAW_ASSISTANCE);
}

AdwNavigationPage *
ans_law_lookup_page_new (AnsWindow *window, AnsBook *book)
{
  AnsLawLookupPage *self = g_object_new (ANS_TYPE_LAW_LOOKUP_PAGE, NULL);

  self->window = window;
  ans_page_tabs_set_page (self->tabs, window, "law-lookup");
  self->book = g_object_ref (book);
  self->changed_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}
