/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/law/ans-law-why-page.h"

#include <glib/gi18n.h>

#include "app/law/ans-law-answer-view.h"
#include "app/record/ans-day-button.h"
#include "areas/ans-law-book.h"
#include "areas/ans-law-people.h"
#include "registry/ans-record.h"

#define ANS_TYPE_LAW_WHY_PAGE (ans_law_why_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsLawWhyPage, ans_law_why_page, ANS, LAW_WHY_PAGE, AdwNavigationPage)

struct _AnsLawWhyPage
{
  AdwNavigationPage parent_instance;

  AnsBook *book;
  AnsLaw *law;
  AnsLawAnswer *answer;
  gulong changed_id;
  gint64 person;

  AdwWindowTitle *title;
  AnsDayButton *day;
  GtkLabel *known;
  GtkBox *answers;
};

G_DEFINE_FINAL_TYPE (AnsLawWhyPage, ans_law_why_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
get_day (AnsLawWhyPage *self)
{
  const char *iso = ans_day_button_get_day (self->day);

  return iso != NULL ? g_strdup (iso) : ans_date_to_iso (ans_date_today ());
}

static void
show_known (AnsLawWhyPage *self, const AnsLawFacts *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ANS_FACT_N; i++)
    {
      g_autofree char *said = ans_law_facts_say (facts, i);

      if (*said != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", said);
    }
  gtk_label_set_label (self->known, text->str);
}

static void
clear_answers (AnsLawWhyPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_box_remove (self->answers, child);
}

/* Every scheme; what the registers don't know yet is named in its answer. */
static void
show_cb (AnsLawWhyPage *self)
{
  g_autofree char *iso = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  AnsLawFacts facts;
  AnsDate date;

  if (self->law == NULL)
    return;
  iso = get_day (self);
  clear_answers (self);
  name = ans_register_title_of (self->book, &ans_register_people, self->person);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
  if (!ans_law_facts_of_person (ans_book_get_connection (self->book), self->person, iso, &facts,
                                &error))
    {
      gtk_label_set_label (self->known, error->message);
      return;
    }
  show_known (self, &facts);
  ans_date_parse_iso (iso, &date, NULL);
  for (AnsLawScheme scheme = 0; scheme < ANS_LAW_N_SCHEMES; scheme++)
    {
      GtkWidget *view;

      if (scheme == ANS_LAW_FUNERAL && !ans_law_facts_has (&facts, ANS_FACT_DEATH))
        continue;
      ans_law_ask (self->law, scheme, &facts, ans_law_day (date), self->answer);
      view = ans_law_answer_view_new ();
      ans_law_answer_view_set_answer (ANS_LAW_ANSWER_VIEW (view), scheme, self->answer);
      gtk_box_append (self->answers, view);
    }
}

static void
reload (AnsLawWhyPage *self)
{
  g_clear_pointer (&self->law, ans_law_free);
  self->law = ans_law_book_get (self->book);
  show_cb (self);
}

static void
ans_law_why_page_dispose (GObject *object)
{
  AnsLawWhyPage *self = ANS_LAW_WHY_PAGE (object);

  if (self->book != NULL)
    g_clear_signal_handler (&self->changed_id, self->book);
  g_clear_pointer (&self->law, ans_law_free);
  g_clear_pointer (&self->answer, ans_law_answer_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_LAW_WHY_PAGE);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_law_why_page_parent_class)->dispose (object);
}

static void
ans_law_why_page_class_init (AnsLawWhyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_law_why_page_dispose;

  g_type_ensure (ANS_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-law-why-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsLawWhyPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsLawWhyPage, day);
  gtk_widget_class_bind_template_child (widget_class, AnsLawWhyPage, known);
  gtk_widget_class_bind_template_child (widget_class, AnsLawWhyPage, answers);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
ans_law_why_page_init (AnsLawWhyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->answer = ans_law_answer_new (TRUE);
}

AdwNavigationPage *
ans_law_why_page_new (AnsWindow *window, AnsBook *book, gint64 person)
{
  AnsLawWhyPage *self = g_object_new (ANS_TYPE_LAW_WHY_PAGE, NULL);

  self->book = g_object_ref (book);
  self->person = person;
  if (window != NULL)
    ans_day_button_set_day (self->day, ans_window_get_as_of (window));
  self->changed_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (reload), self);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}
