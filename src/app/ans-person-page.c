/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ans-person-page.h"

#include <glib/gi18n.h>

#include "app/ans-event-dialog.h"
#include "app/ans-event-menu.h"
#include "app/ans-history-list.h"
#include "app/ans-member-list.h"
#include "app/ans-print-page.h"
#include "app/ans-record-cards.h"
#include "app/ans-record-form.h"
#include "app/ans-sibling-keeper.h"
#include "app/ans-undo-dialog.h"
#include "text/ans-date.h"

#define ANS_TYPE_PERSON_PAGE (ans_person_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsPersonPage, ans_person_page, ANS, PERSON_PAGE, AdwNavigationPage)

struct _AnsPersonPage
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

G_DEFINE_FINAL_TYPE (AnsPersonPage, ans_person_page, ADW_TYPE_NAVIGATION_PAGE)

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
show_summary (AnsPersonPage *self)
{
  g_autofree char *name = ans_record_get_title (self->record);
  g_autofree char *age = describe_age (self->record);
  g_autofree char *sex = ans_record_display (self->record, "sex");
  g_autofree char *ethnicity = ans_record_display (self->record, "ethnicity");
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
  AnsPersonPage *self = data;

  ans_window_open_person (self->window, person);
}

static void
show_household (AnsPersonPage *self)
{
  const gint64 household = ans_record_get_int (self->record, "household");
  g_autofree char *code = ans_record_display (self->record, "household");
  g_autofree char *title = NULL;
  guint n = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->members), household != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->household_button), household != 0);
  if (household != 0)
    {
      /* Translators: %s is the code of a household. */
      title = g_strdup_printf (_ ("Household %s"), code);
      n = ans_member_list_fill (self->members, self->book, household, NULL, self->id,
                                member_activated, self);
    }
  gtk_label_set_label (self->household_title, title != NULL ? title : _ ("No Household"));
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

      gtk_label_set_label (self->household_count, count);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->household_count), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.event",
                                 !ans_book_is_read_only (self->book));
}

static void
reload (AnsPersonPage *self)
{
  g_autoptr (AnsRecord) record = ans_record_load (self->book, &ans_register_people, self->id, NULL);

  self->stale = FALSE;
  g_set_object (&self->record, record);
  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "person" : "gone");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete",
                                 record != NULL && !ans_book_is_read_only (self->book));
  if (record == NULL)
    {
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Person"));
      return;
    }
  show_summary (self);
  ans_record_cards_fill_fields (self->identity, record, identity_fields, FALSE);
  show_household (self);
  ans_record_cards_fill_problems (self->problems, record);
  ans_record_cards_fill_periods (self->periods, record);
  ans_record_cards_fill_rest (self->rest, record, elsewhere);
  ans_history_list_show (self->history, self->book, &ans_register_people, self->id);
}

static void
book_changed_cb (AnsPersonPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
ans_person_page_map (GtkWidget *widget)
{
  AnsPersonPage *self = ANS_PERSON_PAGE (widget);

  if (self->stale)
    reload (self);
  GTK_WIDGET_CLASS (ans_person_page_parent_class)->map (widget);
}

/* --- going to the previous and next ----------------------------------------------------------- */

static void
siblings_changed_cb (AnsPersonPage *self)
{
  g_autofree char *place = ans_sibling_keeper_describe (self->siblings, self->id);

  adw_window_title_set_title (self->title, _ ("Person"));
  adw_window_title_set_subtitle (self->title, place != NULL ? place : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.previous",
                                 ans_sibling_keeper_get (self->siblings, self->id, -1) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next",
                                 ans_sibling_keeper_get (self->siblings, self->id, 1) != 0);
}

static void
go_to (AnsPersonPage *self, gint64 id)
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
  AnsPersonPage *self = ANS_PERSON_PAGE (widget);

  go_to (self, ans_sibling_keeper_get (self->siblings, self->id, -1));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPersonPage *self = ANS_PERSON_PAGE (widget);

  go_to (self, ans_sibling_keeper_get (self->siblings, self->id, 1));
}

/* --- what can be done here -------------------------------------------------------------------- */

/* “Save and next” in the form walks the same list as the page does. */
static AnsRecord *
next_record (AnsRecord *record, gpointer data)
{
  AnsPersonPage *self = data;
  const gint64 next = ans_sibling_keeper_get (self->siblings, self->id, 1);

  if (next == 0)
    return NULL;
  go_to (self, next);
  return ans_record_load (self->book, &ans_register_people, next, NULL);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPersonPage *self = ANS_PERSON_PAGE (widget);
  g_autoptr (AnsRecord) record = ans_record_load (self->book, &ans_register_people, self->id, NULL);
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
  AnsPersonPage *self = ANS_PERSON_PAGE (widget);

  if (self->record != NULL)
    ans_event_dialog_present (widget, self->book,
                              ans_event_kind_find (g_variant_get_string (parameter, NULL)),
                              ans_record_get_int (self->record, "household"), self->id);
}

static void
open_household_cb (AnsPersonPage *self)
{
  ans_window_open_household (self->window, ans_record_get_int (self->record, "household"));
}

/* The household of the person as a list, or the person alone. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPersonPage *self = ANS_PERSON_PAGE (widget);
  g_autoptr (AnsListing) listing = ans_listing_new (self->book, ans_listing_info_find ("people"));
  AdwNavigationPage *page;

  if (ans_record_get (self->record, "household") != NULL)
    ans_listing_set_filter (listing, "household", ans_record_get (self->record, "household"));
  page = ans_print_page_new (self->window, listing);
  if (ans_record_get (self->record, "household") == NULL)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_val (ids, self->id);
      ans_print_page_set_rows (page, ids);
    }
  ans_window_push_full (self->window, page);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPersonPage *self = ANS_PERSON_PAGE (widget);
  AnsWindow *window = self->window;
  g_autoptr (AnsRecord) record = g_object_ref (self->record);
  g_autofree char *person = ans_record_get_title (record);
  /* Translators: %s is somebody's name. */
  g_autofree char *text = g_strdup_printf (_ ("Deleted from the register: %s"), person);
  g_autoptr (GError) error = NULL;

  if (!ans_record_delete (record, &error))
    {
      ans_window_show_error (window, _ ("The Person Was Not Deleted"), error);
      return;
    }
  ans_window_toast (window, text, ans_undo_get_next (ans_record_get_book (record), NULL));
  ans_window_pop (window);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_person_page_dispose (GObject *object)
{
  AnsPersonPage *self = ANS_PERSON_PAGE (object);

  if (self->book != NULL)
    g_clear_signal_handler (&self->changed_id, self->book);
  if (self->siblings != NULL)
    g_signal_handlers_disconnect_by_data (self->siblings, self);
  g_clear_object (&self->siblings);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_PERSON_PAGE);
  g_clear_object (&self->record);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_person_page_parent_class)->dispose (object);
}

static void
ans_person_page_class_init (AnsPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_person_page_dispose;
  widget_class->map = ans_person_page_map;

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
  self->window = window;
  self->book = g_object_ref (book);
  self->id = id;
  self->siblings = ans_sibling_keeper_new (siblings);
  g_signal_connect_swapped (self->siblings, "changed", G_CALLBACK (siblings_changed_cb), self);
  self->changed_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);
  reload (self);
  siblings_changed_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}
