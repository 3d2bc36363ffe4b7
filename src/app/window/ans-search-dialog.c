/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-search-dialog.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"

/* As many of each kind as fit without scrolling far. */
#define MAX_PEOPLE     30
#define MAX_HOUSEHOLDS 10

struct _AnsSearchDialog
{
  AdwDialog parent_instance;

  AnsWindow *window; /* not owned: the dialog is part of it */
  AnsListing *people;
  AnsListing *households;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AnsSearchDialog, ans_search_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  AnsSearchDialog *self;
  AnsListing *listing;
  const char *const *columns;
} Adding;

static gboolean
add_row (gint64 id, const char *const *values, gpointer data)
{
  Adding *adding = data;
  const AnsListingInfo *info = ans_listing_get_info (adding->listing);
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *title = NULL;

  for (guint i = 0; adding->columns[i] != NULL; i++)
    {
      const AnsListingColumn *column = ans_listing_info_get_column (info, adding->columns[i]);
      g_autofree char *text =
          ans_listing_column_display (ans_listing_get_book (adding->listing), column, values[i]);

      if (i == 0)
        title = g_steal_pointer (&text);
      else if (text != NULL && *text != '\0')
        g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", text);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (info->reg->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ans-chevron-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ans-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (row), "ans-register", (gpointer) info->reg);
  gtk_list_box_append (adding->self->list, row);
  return TRUE;
}

static void
add_results (AnsSearchDialog *self,
             AnsListing *listing,
             const char *text,
             guint limit,
             const char *const *columns)
{
  AnsConnection *connection = ans_book_get_connection (ans_listing_get_book (listing));
  g_autoptr (AnsListingResult) result = NULL;
  Adding adding = { self, listing, columns };

  ans_listing_set_search (listing, text);
  result = ans_listing_run (listing, connection, limit, NULL);
  if (result != NULL)
    ans_listing_fetch (listing, connection, (const gint64 *) result->ids->data, result->ids->len,
                       columns, add_row, &adding, NULL);
}

static void
search_changed (AnsSearchDialog *self)
{
  static const char *const person[] = { "full_name", "birth",   "relation",
                                        "household", "village", NULL };
  static const char *const household[] = { "head", "code", "village", "address", NULL };
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GtkListBoxRow *first;

  gtk_list_box_remove_all (self->list);
  if (*text == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }
  add_results (self, self->people, text, MAX_PEOPLE, person);
  add_results (self, self->households, text, MAX_HOUSEHOLDS, household);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, first);
  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "results" : "none");
}

static void
row_activated (AnsSearchDialog *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "ans-id");
  const AnsRegister *reg = g_object_get_data (G_OBJECT (row), "ans-register");
  AnsWindow *window = self->window;
  gint64 wanted = *id;

  adw_dialog_close (ADW_DIALOG (self));
  ans_window_open_record (window, reg, wanted, NULL);
}

static void
activated (AnsSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated (self, row);
}

static void
stop_search (AnsSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The arrows walk the results while the focus stays in the entry. */
static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             AnsSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  GtkListBoxRow *next;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  next = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (next != NULL)
    {
      GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_VIEWPORT);

      gtk_list_box_select_row (self->list, next);
      if (viewport != NULL)
        gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (next), NULL);
    }
  return GDK_EVENT_STOP;
}

void
ans_search_dialog_set_text (AnsSearchDialog *self, const char *text)
{
  g_return_if_fail (ANS_IS_SEARCH_DIALOG (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
ans_search_dialog_dispose (GObject *object)
{
  AnsSearchDialog *self = ANS_SEARCH_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->people);
  g_clear_object (&self->households);
  G_OBJECT_CLASS (ans_search_dialog_parent_class)->dispose (object);
}

static void
ans_search_dialog_class_init (AnsSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_search_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AnsSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, activated);
  gtk_widget_class_bind_template_callback (widget_class, stop_search);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
ans_search_dialog_init (AnsSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

AnsSearchDialog *
ans_search_dialog_present (AnsWindow *window, AnsBook *book)
{
  AnsSearchDialog *self = g_object_new (ANS_TYPE_SEARCH_DIALOG, NULL);

  self->window = window;
  self->people = ans_listing_new (book, ans_listing_info_find ("people"));
  self->households = ans_listing_new (book, ans_listing_info_find ("households"));
  ans_listing_set_as_of (self->people, ans_window_get_as_of (window));
  ans_listing_set_as_of (self->households, ans_window_get_as_of (window));
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
  return self;
}
