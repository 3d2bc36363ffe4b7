/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-record-page.h"

#include <glib/gi18n.h>

#include "app/record/ans-event-dialog.h"
#include "app/record/ans-record-form.h"
#include "app/record/ans-sibling-keeper.h"
#include "store/ans-undo.h"

typedef struct
{
  AnsWindow *window; /* not owned: the page lives in it */
  AnsBook *book;
  gint64 id;
  AnsRecord *record; /* NULL when it is not in the book any more */
  AnsSiblingKeeper *siblings;
  AdwWindowTitle *title; /* of the subclass's template */
  gulong changed_id;
  gboolean stale; /* changed while another page was shown */
} AnsRecordPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AnsRecordPage, ans_record_page, ADW_TYPE_NAVIGATION_PAGE)

#define PRIVATE(self) ((AnsRecordPagePrivate *) ans_record_page_get_instance_private (self))

static const AnsRegister *
register_of (AnsRecordPage *self)
{
  return ANS_RECORD_PAGE_GET_CLASS (self)->reg;
}

static void
reload (AnsRecordPage *self)
{
  AnsRecordPagePrivate *priv = PRIVATE (self);
  g_autoptr (AnsRecord) record = ans_record_load (priv->book, register_of (self), priv->id, NULL);
  const gboolean can_write = record != NULL && !ans_book_is_read_only (priv->book);

  priv->stale = FALSE;
  g_set_object (&priv->record, record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.event", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete", can_write);
  if (record == NULL)
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (register_of (self)->singular));
  ANS_RECORD_PAGE_GET_CLASS (self)->show (self, record);
}

static void
book_changed_cb (AnsRecordPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    PRIVATE (self)->stale = TRUE;
}

static void
ans_record_page_map (GtkWidget *widget)
{
  AnsRecordPage *self = ANS_RECORD_PAGE (widget);

  if (PRIVATE (self)->stale)
    reload (self);
  GTK_WIDGET_CLASS (ans_record_page_parent_class)->map (widget);
}

/* --- going to the previous and next ----------------------------------------------------------- */

static gint64
sibling (AnsRecordPage *self, int by)
{
  return ans_sibling_keeper_get (PRIVATE (self)->siblings, PRIVATE (self)->id, by);
}

static void
siblings_changed_cb (AnsRecordPage *self)
{
  AnsRecordPagePrivate *priv = PRIVATE (self);
  g_autofree char *place = ans_sibling_keeper_describe (priv->siblings, priv->id);

  adw_window_title_set_title (priv->title, _ (register_of (self)->singular));
  adw_window_title_set_subtitle (priv->title, place != NULL ? place : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.previous", sibling (self, -1) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next", sibling (self, 1) != 0);
}

static void
go_to (AnsRecordPage *self, gint64 id)
{
  if (id == 0)
    return;
  PRIVATE (self)->id = id;
  reload (self);
  siblings_changed_cb (self);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (ANS_RECORD_PAGE (widget), sibling (ANS_RECORD_PAGE (widget), -1));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (ANS_RECORD_PAGE (widget), sibling (ANS_RECORD_PAGE (widget), 1));
}

/* --- what can be done here -------------------------------------------------------------------- */

/* “Save and next” in the form walks the same list as the page does. */
static AnsRecord *
next_record (AnsRecord *record, gpointer data)
{
  AnsRecordPage *self = data;
  const gint64 next = sibling (self, 1);

  if (next == 0)
    return NULL;
  go_to (self, next);
  return ans_record_load (PRIVATE (self)->book, register_of (self), next, NULL);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRecordPage *self = ANS_RECORD_PAGE (widget);
  g_autoptr (AnsRecord) record =
      ans_record_load (PRIVATE (self)->book, register_of (self), PRIVATE (self)->id, NULL);
  AdwDialog *form;

  if (record == NULL)
    return;
  form = ans_record_form_present (widget, record, NULL, NULL);
  if (sibling (self, 1) != 0)
    ans_record_form_set_next (ANS_RECORD_FORM (form), next_record, G_OBJECT (self));
}

static void
event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRecordPage *self = ANS_RECORD_PAGE (widget);
  AnsRecordPagePrivate *priv = PRIVATE (self);
  gint64 household = 0, person = 0;

  if (priv->record == NULL)
    return;
  ANS_RECORD_PAGE_GET_CLASS (self)->get_event_place (self, priv->record, &household, &person);
  ans_event_dialog_present (widget, priv->book,
                            ans_event_kind_find (g_variant_get_string (parameter, NULL)), household,
                            person);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRecordPage *self = ANS_RECORD_PAGE (widget);
  AnsRecordPagePrivate *priv = PRIVATE (self);

  if (priv->record != NULL)
    ans_window_push_full (priv->window,
                          ANS_RECORD_PAGE_GET_CLASS (self)->make_print (self, priv->record));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRecordPage *self = ANS_RECORD_PAGE (widget);
  AnsRecordPageClass *klass = ANS_RECORD_PAGE_GET_CLASS (self);
  AnsWindow *window = PRIVATE (self)->window;
  g_autoptr (AnsRecord) record = g_object_ref (PRIVATE (self)->record);
  g_autofree char *title = ans_record_get_title (record);
  g_autofree char *text = klass->say_deleted (title);
  g_autoptr (GError) error = NULL;

  if (!ans_record_delete (record, &error))
    {
      ans_window_show_error (window, _ (klass->not_deleted), error);
      return;
    }
  ans_window_toast (window, text, ans_undo_get_next (ans_record_get_book (record), NULL));
  ans_window_pop (window);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_record_page_dispose (GObject *object)
{
  AnsRecordPagePrivate *priv = PRIVATE (ANS_RECORD_PAGE (object));

  if (priv->book != NULL)
    g_clear_signal_handler (&priv->changed_id, priv->book);
  if (priv->siblings != NULL)
    g_signal_handlers_disconnect_by_data (priv->siblings, object);
  g_clear_object (&priv->siblings);
  g_clear_object (&priv->record);
  g_clear_object (&priv->book);
  G_OBJECT_CLASS (ans_record_page_parent_class)->dispose (object);
}

static void
ans_record_page_class_init (AnsRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_record_page_dispose;
  widget_class->map = ans_record_page_map;

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
ans_record_page_init (AnsRecordPage *self)
{
}

void
ans_record_page_open (AnsRecordPage *self,
                      AnsWindow *window,
                      AdwWindowTitle *title,
                      AnsBook *book,
                      gint64 id,
                      AnsRowModel *siblings)
{
  AnsRecordPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (ANS_IS_RECORD_PAGE (self));
  g_return_if_fail (ANS_IS_BOOK (book) && priv->book == NULL);

  priv->window = window;
  priv->title = title;
  priv->book = g_object_ref (book);
  priv->id = id;
  priv->siblings = ans_sibling_keeper_new (siblings);
  g_signal_connect_swapped (priv->siblings, "changed", G_CALLBACK (siblings_changed_cb), self);
  priv->changed_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);
  reload (self);
  siblings_changed_cb (self);
}

AnsRecord *
ans_record_page_get_record (AnsRecordPage *self)
{
  return PRIVATE (self)->record;
}

AnsBook *
ans_record_page_get_book (AnsRecordPage *self)
{
  return PRIVATE (self)->book;
}

gint64
ans_record_page_get_id (AnsRecordPage *self)
{
  return PRIVATE (self)->id;
}

AnsWindow *
ans_record_page_get_window (AnsRecordPage *self)
{
  return PRIVATE (self)->window;
}
