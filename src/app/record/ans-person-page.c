/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-person-page.h"

#include <glib/gi18n.h>

#include "app/law/ans-law-why-page.h"
#include "app/print/ans-print-page.h"
#include "app/record/ans-event-menu.h"
#include "app/record/ans-member-list.h"
#include "app/record/ans-record-cards.h"
#include "app/record/ans-record-page.h"
#include "app/window/ans-history-list.h"
#include "text/ans-date.h"

#define ANS_TYPE_PERSON_PAGE (ans_person_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsPersonPage, ans_person_page, ANS, PERSON_PAGE, AnsRecordPage)

struct _AnsPersonPage
{
  AnsRecordPage parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *summary;
  GtkBox *identity;
  GtkLabel *household_title;
  GtkLabel *household_count;
  GtkButton *household_button;
  GtkListBox *members;
  GtkMenuButton *events_button;
  GtkBox *problems;
  GtkBox *periods;
  GtkBox *rest;
  AnsHistoryList *history;
};

G_DEFINE_FINAL_TYPE (AnsPersonPage, ans_person_page, ANS_TYPE_RECORD_PAGE)

/* What the officer is asked for at the counter; the rest stands in its groups. */
static const char *const identity_fields[] = { "birth",       "death",     "id_no", "village",
                                               "address",     "residence", "phone", "bhyt_no",
                                               "has_pension", NULL };
static const char *const elsewhere[] = { "full_name", "sex",      "ethnicity", "birth",
                                         "death",     "id_no",    "village",   "address",
                                         "residence", "phone",    "bhyt_no",   "has_pension",
                                         "household", "relation", NULL };

/* --- content --------------------------------------------------------------------------------- */

static char *
describe_age (AnsRecord *record)
{
  AnsDate birth = ANS_DATE_NONE;
  AnsDate on = ans_date_today ();
  const char *death = ans_record_get (record, "death");
  gboolean estimated = FALSE;
  int age;

  ans_date_parse_iso (ans_record_get (record, "birth"), &birth, NULL);
  if (death != NULL && !ans_date_parse_iso (death, &on, NULL))
    return NULL;
  age = ans_date_age (birth, on, &estimated);
  if (age < 0)
    return NULL;
  if (death != NULL)
    return g_strdup_printf (_ ("died aged %d"), age);
  if (estimated)
    /* Translators: the day of birth is not known. */
    return g_strdup_printf (ngettext ("about %d year", "about %d years", (gulong) age), age);
  return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) age), age);
}

static void
show_summary (AnsPersonPage *self, AnsRecord *record)
{
  g_autofree char *name = ans_record_get_title (record);
  g_autofree char *age = describe_age (record);
  g_autofree char *sex = ans_record_display (record, "sex");
  g_autofree char *ethnicity = ans_record_display (record, "ethnicity");
  const char *parts[] = { age, sex, ethnicity };
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", parts[i]);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->summary, summary->str);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
}

static void
member_activated (gint64 person, gpointer data)
{
  ans_window_open_person (ans_record_page_get_window (data), person);
}

static void
show_household (AnsPersonPage *self, AnsRecord *record)
{
  const gint64 household = ans_record_get_int (record, "household");
  g_autofree char *code = ans_record_display (record, "household");
  g_autofree char *title = NULL;
  guint n = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->members), household != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->household_button), household != 0);
  if (household != 0)
    {
      /* Translators: %s is the code of a household. */
      title = g_strdup_printf (_ ("Household %s"), code);
      n = ans_member_list_fill (self->members, ans_record_get_book (record), household, NULL,
                                ans_record_get_id (record), member_activated, self);
    }
  gtk_label_set_label (self->household_title, title != NULL ? title : _ ("No Household"));
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

      gtk_label_set_label (self->household_count, count);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->household_count), n > 0);
}

static void
ans_person_page_show (AnsRecordPage *page, AnsRecord *record)
{
  AnsPersonPage *self = ANS_PERSON_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "person" : "gone");
  if (record == NULL)
    return;
  show_summary (self, record);
  ans_record_cards_fill_fields (self->identity, record, identity_fields, FALSE);
  show_household (self, record);
  ans_record_cards_fill_problems (self->problems, record);
  ans_record_cards_fill_periods (self->periods, record);
  ans_record_cards_fill_rest (self->rest, record, elsewhere);
  ans_history_list_show (self->history, ans_record_get_book (record), &ans_register_people,
                         ans_record_get_id (record));
}

/* --- what can be done here -------------------------------------------------------------------- */

static void
ans_person_page_get_event_place (AnsRecordPage *page,
                                 AnsRecord *record,
                                 gint64 *household,
                                 gint64 *person)
{
  *household = ans_record_get_int (record, "household");
  *person = ans_record_get_id (record);
}

static void
open_household_cb (AnsPersonPage *self)
{
  AnsRecordPage *page = ANS_RECORD_PAGE (self);

  ans_window_open_household (ans_record_page_get_window (page),
                             ans_record_get_int (ans_record_page_get_record (page), "household"));
}

/* The household of the person as a list, or the person alone. */
static AdwNavigationPage *
ans_person_page_make_print (AnsRecordPage *self, AnsRecord *record)
{
  const char *household = ans_record_get (record, "household");
  g_autoptr (AnsListing) listing =
      ans_listing_new (ans_record_page_get_book (self), ans_listing_info_find ("people"));
  AdwNavigationPage *page;

  if (household != NULL)
    ans_listing_set_filter (listing, "household", household);
  page = ans_print_page_new (ans_record_page_get_window (self), listing);
  if (household == NULL)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      const gint64 id = ans_record_get_id (record);

      g_array_append_val (ids, id);
      ans_print_page_set_rows (page, ids);
    }
  return page;
}

static char *
ans_person_page_say_deleted (const char *title)
{
  /* Translators: %s is somebody's name. */
  return g_strdup_printf (_ ("Deleted from the register: %s"), title);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_person_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_PERSON_PAGE);
  G_OBJECT_CLASS (ans_person_page_parent_class)->dispose (object);
}

static void
why_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRecordPage *page = ANS_RECORD_PAGE (widget);
  AnsRecord *record = ans_record_page_get_record (page);
  AnsWindow *window = ans_record_page_get_window (page);

  if (record != NULL && window != NULL)
    ans_window_push_page (window, ans_law_why_page_new (window, ans_record_page_get_book (page),
                                                        ans_record_get_id (record)));
}

static void
ans_person_page_class_init (AnsPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AnsRecordPageClass *page_class = ANS_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_person_page_dispose;
  page_class->reg = &ans_register_people;
  page_class->not_deleted = N_ ("The Person Was Not Deleted");
  page_class->say_deleted = ans_person_page_say_deleted;
  page_class->show = ans_person_page_show;
  page_class->make_print = ans_person_page_make_print;
  page_class->get_event_place = ans_person_page_get_event_place;

  g_type_ensure (ANS_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, name);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, identity);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, household_title);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, household_count);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, household_button);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, members);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, events_button);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, problems);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, periods);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, rest);
  gtk_widget_class_bind_template_child (widget_class, AnsPersonPage, history);
  gtk_widget_class_bind_template_callback (widget_class, open_household_cb);
  gtk_widget_class_install_action (widget_class, "page.why", NULL, why_cb);
}

static void
ans_person_page_init (AnsPersonPage *self)
{
  g_autoptr (GMenuModel) events = ans_event_menu_new ("page.event");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->events_button, events);
}

AdwNavigationPage *
ans_person_page_new (AnsWindow *window, AnsBook *book, gint64 id, AnsRowModel *siblings)
{
  AnsPersonPage *self;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  self = g_object_new (ANS_TYPE_PERSON_PAGE, NULL);
  ans_record_page_open (ANS_RECORD_PAGE (self), window, self->title, book, id, siblings);
  return ADW_NAVIGATION_PAGE (self);
}
