/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ans-household-page.h"

#include <glib/gi18n.h>

#include "app/ans-day-button.h"
#include "app/ans-event-dialog.h"
#include "app/ans-event-menu.h"
#include "app/ans-history-list.h"
#include "app/ans-member-list.h"
#include "app/ans-print-page.h"
#include "app/ans-record-cards.h"
#include "app/ans-record-form.h"
#include "app/ans-sibling-keeper.h"
#include "registry/ans-members.h"
#include "store/ans-undo.h"

#define ANS_TYPE_HOUSEHOLD_PAGE (ans_household_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsHouseholdPage, ans_household_page, ANS, HOUSEHOLD_PAGE, AdwNavigationPage)

struct _AnsHouseholdPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: the page lives in it */
  AnsBook *book;
  gint64 id;
  AnsRecord *record; /* NULL when it is not in the book any more */
  AnsSiblingKeeper *siblings;
  gulong changed_id;
  gboolean stale; /* changed while another page was shown */

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
  GtkBox *problems;
  GtkBox *periods;
  AnsHistoryList *history;
};

G_DEFINE_FINAL_TYPE (AnsHouseholdPage, ans_household_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *const identity_fields[] = {
  "village", "address", "area", "status", "note", NULL
};

/* --- content --------------------------------------------------------------------------------- */

static void
member_activated (gint64 person, gpointer data)
{
  AnsHouseholdPage *self = data;

  ans_window_open_person (self->window, person);
}

static void
show_members (AnsHouseholdPage *self)
{
  const char *day = ans_day_button_get_day (self->day);
  const guint n =
      ans_member_list_fill (self->members, self->book, self->id, day, 0, member_activated, self);
  const guint n_past = ans_member_list_fill_past (self->past_members, self->book, self->id, day,
                                                  member_activated, self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

  gtk_label_set_label (self->member_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->members), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), n == 0);
  gtk_widget_set_visible (self->past, n_past > 0);
}

static void
show_header (AnsHouseholdPage *self)
{
  g_autofree char *code = ans_record_get_title (self->record);
  g_autofree char *head = ans_record_display (self->record, "head");
  /* Translators: %s is the code of a household. */
  g_autofree char *title = g_strdup_printf (_ ("Household %s"), code);

  gtk_label_set_label (self->code, title);
  gtk_label_set_label (self->head, *head != '\0' ? head : _ ("no head"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
reload (AnsHouseholdPage *self)
{
  g_autoptr (AnsRecord) record =
      ans_record_load (self->book, &ans_register_households, self->id, NULL);
  const gboolean can_write = record != NULL && !ans_book_is_read_only (self->book);

  self->stale = FALSE;
  g_set_object (&self->record, record);
  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "household" : "gone");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.event", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete", can_write);
  if (record == NULL)
    {
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Household"));
      return;
    }
  show_header (self);
  ans_record_cards_fill_fields (self->identity, record, identity_fields, FALSE);
  show_members (self);
  ans_record_cards_fill_problems (self->problems, record);
  ans_record_cards_fill_periods (self->periods, record);
  ans_history_list_show (self->history, self->book, &ans_register_households, self->id);
}

static void
book_changed_cb (AnsHouseholdPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
day_changed_cb (AnsHouseholdPage *self)
{
  if (self->record != NULL)
    show_members (self);
}

static void
ans_household_page_map (GtkWidget *widget)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (widget);

  if (self->stale)
    reload (self);
  GTK_WIDGET_CLASS (ans_household_page_parent_class)->map (widget);
}

/* --- going to the previous and next ----------------------------------------------------------- */

static void
siblings_changed_cb (AnsHouseholdPage *self)
{
  g_autofree char *place = ans_sibling_keeper_describe (self->siblings, self->id);

  adw_window_title_set_title (self->title, _ ("Household"));
  adw_window_title_set_subtitle (self->title, place != NULL ? place : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.previous",
                                 ans_sibling_keeper_get (self->siblings, self->id, -1) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next",
                                 ans_sibling_keeper_get (self->siblings, self->id, 1) != 0);
}

static void
go_to (AnsHouseholdPage *self, gint64 id)
{
  if (id == 0)
    return;
  self->id = id;
  reload (self);
  siblings_changed_cb (self);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (widget);

  go_to (self, ans_sibling_keeper_get (self->siblings, self->id, -1));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (widget);

  go_to (self, ans_sibling_keeper_get (self->siblings, self->id, 1));
}

/* --- what can be done here -------------------------------------------------------------------- */

static AnsRecord *
next_record (AnsRecord *record, gpointer owner)
{
  AnsHouseholdPage *self = owner;
  const gint64 next = ans_sibling_keeper_get (self->siblings, self->id, 1);

  if (next == 0)
    return NULL;
  go_to (self, next);
  return ans_record_load (self->book, &ans_register_households, next, NULL);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (widget);
  g_autoptr (AnsRecord) record =
      ans_record_load (self->book, &ans_register_households, self->id, NULL);
  AdwDialog *form;

  if (record == NULL)
    return;
  form = ans_record_form_present (widget, record, NULL, NULL);
  if (ans_sibling_keeper_get (self->siblings, self->id, 1) != 0)
    ans_record_form_set_next (ANS_RECORD_FORM (form), next_record, G_OBJECT (self));
}

static void
event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (widget);

  ans_event_dialog_present (widget, self->book,
                            ans_event_kind_find (g_variant_get_string (parameter, NULL)), self->id,
                            0);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (widget);
  g_autoptr (AnsListing) listing = ans_listing_new (self->book, ans_listing_info_find ("people"));
  g_autofree char *household = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);

  ans_listing_set_as_of (listing, ans_day_button_get_day (self->day));
  ans_listing_set_filter (listing, "household", household);
  ans_window_push_full (self->window, ans_print_page_new (self->window, listing));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (widget);
  AnsWindow *window = self->window;
  g_autoptr (AnsRecord) record = g_object_ref (self->record);
  g_autofree char *code = ans_record_get_title (record);
  /* Translators: %s is the code of a household. */
  g_autofree char *text = g_strdup_printf (_ ("Deleted from the register: household %s"), code);
  g_autoptr (GError) error = NULL;

  if (!ans_record_delete (record, &error))
    {
      ans_window_show_error (window, _ ("The Household Was Not Deleted"), error);
      return;
    }
  ans_window_toast (window, text, ans_undo_get_next (ans_record_get_book (record), NULL));
  ans_window_pop (window);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_household_page_dispose (GObject *object)
{
  AnsHouseholdPage *self = ANS_HOUSEHOLD_PAGE (object);

  if (self->book != NULL)
    g_clear_signal_handler (&self->changed_id, self->book);
  if (self->siblings != NULL)
    g_signal_handlers_disconnect_by_data (self->siblings, self);
  g_clear_object (&self->siblings);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_HOUSEHOLD_PAGE);
  g_clear_object (&self->record);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_household_page_parent_class)->dispose (object);
}

static void
ans_household_page_class_init (AnsHouseholdPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_household_page_dispose;
  widget_class->map = ans_household_page_map;

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
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, problems);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, periods);
  gtk_widget_class_bind_template_child (widget_class, AnsHouseholdPage, history);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);

  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "page.event", "s", event_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "page.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "page.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "page.print",
                                       NULL);
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
  self->window = window;
  self->book = g_object_ref (book);
  self->id = id;
  self->siblings = ans_sibling_keeper_new (siblings);
  if (window != NULL)
    ans_day_button_set_day (self->day, ans_window_get_as_of (window));
  g_signal_connect_swapped (self->siblings, "changed", G_CALLBACK (siblings_changed_cb), self);
  self->changed_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);
  reload (self);
  siblings_changed_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}
