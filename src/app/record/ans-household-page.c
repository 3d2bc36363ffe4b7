/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-household-page.h"

#include <glib/gi18n.h>

#include "app/print/ans-print-page.h"
#include "app/record/ans-day-button.h"
#include "app/record/ans-event-menu.h"
#include "app/record/ans-household-sections.h"
#include "app/record/ans-member-list.h"
#include "app/record/ans-record-cards.h"
#include "app/record/ans-record-page.h"
#include "app/window/ans-history-list.h"
#include "registry/ans-members.h"

#define ANS_TYPE_HOUSEHOLD_PAGE (ans_household_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsHouseholdPage, ans_household_page, ANS, HOUSEHOLD_PAGE, AnsRecordPage)

struct _AnsHouseholdPage
{
  AnsRecordPage parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *code;
  GtkLabel *head;
  GtkBox *identity;
  GtkMenuButton *events_button;
  AnsDayButton *day;
  GtkLabel *member_count;
  GtkListBox *members;
  GtkLabel *nobody;
  GtkWidget *past;
  GtkListBox *past_members;
  GtkBox *sections;
  GtkBox *problems;
  GtkBox *periods;
  AnsHistoryList *history;
};

G_DEFINE_FINAL_TYPE (AnsHouseholdPage, ans_household_page, ANS_TYPE_RECORD_PAGE)

static const char *const identity_fields[] = {
  "village", "address", "area", "status", "note", NULL
};

/* --- content --------------------------------------------------------------------------------- */

static void
member_activated (gint64 person, gpointer data)
{
  ans_window_open_person (ans_record_page_get_window (data), person);
}

static void
show_members (AnsHouseholdPage *self)
{
  AnsBook *book = ans_record_page_get_book (ANS_RECORD_PAGE (self));
  const gint64 id = ans_record_page_get_id (ANS_RECORD_PAGE (self));
  const char *day = ans_day_button_get_day (self->day);
  const guint n = ans_member_list_fill (self->members, book, id, day, 0, member_activated, self);
  const guint n_past =
      ans_member_list_fill_past (self->past_members, book, id, day, member_activated, self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

  gtk_label_set_label (self->member_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->members), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), n == 0);
  gtk_widget_set_visible (self->past, n_past > 0);
}

static void
show_header (AnsHouseholdPage *self, AnsRecord *record)
{
  g_autofree char *code = ans_record_get_title (record);
  g_autofree char *head = ans_record_display (record, "head");
  /* Translators: %s is the code of a household. */
  g_autofree char *title = g_strdup_printf (_ ("Household %s"), code);

  gtk_label_set_label (self->code, title);
  gtk_label_set_label (self->head, *head != '\0' ? head : _ ("no head"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
ans_household_page_show (AnsRecordPage *page, AnsRecord *record)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "household" : "gone");
  if (record == NULL)
    return;
  show_header (self, record);
  ans_record_cards_fill_fields (self->identity, record, identity_fields, FALSE);
  show_members (self);
  ans_household_sections_fill (self->sections, record);
  ans_record_cards_fill_problems (self->problems, record);
  ans_record_cards_fill_periods (self->periods, record);
  ans_history_list_show (self->history, ans_record_get_book (record), &ans_register_households,
                         ans_record_get_id (record));
}

static void
day_changed_cb (AnsHouseholdPage *self)
{
  if (ans_record_page_get_record (ANS_RECORD_PAGE (self)) != NULL)
    show_members (self);
}

/* --- what can be done here -------------------------------------------------------------------- */

static void
ans_household_page_get_event_place (AnsRecordPage *page,
                                    AnsRecord *record,
                                    gint64 *household,
                                    gint64 *person)
{
  *household = ans_record_get_id (record);
}

static AdwNavigationPage *
ans_household_page_make_print (AnsRecordPage *page, AnsRecord *record)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (page);
  g_autoptr (AnsListing) listing =
      ans_listing_new (ans_record_get_book (record), ans_listing_info_find ("people"));
  g_autofree char *household = g_strdup_printf ("%" G_GINT64_FORMAT, ans_record_get_id (record));

  ans_listing_set_as_of (listing, ans_day_button_get_day (self->day));
  ans_listing_set_filter (listing, "household", household);
  return ans_print_page_new (ans_record_page_get_window (page), listing);
}

static char *
ans_household_page_say_deleted (const char *title)
{
  /* Translators: %s is the code of a household. */
  return g_strdup_printf (_ ("Deleted from the register: household %s"), title);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_household_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_HOUSEHOLD_PAGE);
  G_OBJECT_CLASS (ans_household_page_parent_class)->dispose (object);
}

static void
ans_household_page_class_init (AnsHouseholdPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AnsRecordPageClass *page_class = ANS_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_household_page_dispose;
  page_class->reg = &ans_register_households;
  page_class->not_deleted = N_ ("The Household Was Not Deleted");
  page_class->say_deleted = ans_household_page_say_deleted;
  page_class->show = ans_household_page_show;
  page_class->make_print = ans_household_page_make_print;
  page_class->get_event_place = ans_household_page_get_event_place;

  g_type_ensure (ANS_TYPE_DAY_BUTTON);
  g_type_ensure (ANS_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-household-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, code);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, head);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, identity);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, events_button);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, day);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, member_count);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, members);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, past);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, past_members);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, sections);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, problems);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, periods);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, history);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
ans_household_page_init (AnsHouseholdPage *self)
{
  g_autoptr (GMenuModel) events = ans_event_menu_new ("page.event");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->events_button, events);
}

AdwNavigationPage *
ans_household_page_new (AnsWindow *window, AnsBook *book, gint64 id, AnsRowModel *siblings)
{
  AnsHouseholdPage *self;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  self = g_object_new (ANS_TYPE_HOUSEHOLD_PAGE, NULL);
  if (window != NULL)
    ans_day_button_set_day (self->day, ans_window_get_as_of (window));
  ans_record_page_open (ANS_RECORD_PAGE (self), window, self->title, book, id, siblings);
  return ADW_NAVIGATION_PAGE (self);
}
