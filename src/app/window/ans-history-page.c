/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-history-page.h"

#include <glib/gi18n.h>

#include "app/window/ans-history-list.h"
#include "app/window/ans-undo-dialog.h"
#include "registry/ans-history.h"
#include "text/ans-fold.h"

#define FIRST_SHOWN 200 /* actions; more are read when asked for */

/* --- one action as an item of the list -------------------------------------------------------- */

#define ANS_TYPE_HISTORY_ITEM (ans_history_item_get_type ())
G_DECLARE_FINAL_TYPE (AnsHistoryItem, ans_history_item, ANS, HISTORY_ITEM, GObject)

struct _AnsHistoryItem
{
  GObject parent_instance;

  AnsHistoryEntry *entry;
};

G_DEFINE_FINAL_TYPE (AnsHistoryItem, ans_history_item, G_TYPE_OBJECT)

static void
ans_history_item_finalize (GObject *object)
{
  ans_history_entry_free (ANS_HISTORY_ITEM (object)->entry);
  G_OBJECT_CLASS (ans_history_item_parent_class)->finalize (object);
}

static void
ans_history_item_class_init (AnsHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_history_item_finalize;
}

static void
ans_history_item_init (AnsHistoryItem *self)
{
}

/* --- the page -------------------------------------------------------------------------------- */

#define ANS_TYPE_HISTORY_PAGE (ans_history_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsHistoryPage, ans_history_page, ANS, HISTORY_PAGE, AdwNavigationPage)

struct _AnsHistoryPage
{
  AdwNavigationPage parent_instance;

  AnsBook *book;
  gulong changed_id;
  guint limit;
  gboolean stale; /* changed while another page was shown */

  GListStore *store;
  GtkCustomFilter *filter;
  char *wanted; /* folded text of the search */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkSearchEntry *search;
  GtkCheckButton *only_standing;
  GtkListView *list;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (AnsHistoryPage, ans_history_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
matches (gpointer item, gpointer data)
{
  AnsHistoryPage *self = data;
  const AnsHistoryEntry *entry = ANS_HISTORY_ITEM (item)->entry;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (gtk_check_button_get_active (self->only_standing) && (entry->undone || entry->is_undo))
    return FALSE;
  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;
  text = g_strdup_printf ("%s %s %s", entry->label, entry->who, entry->at);
  folded = ans_fold (text);
  return strstr (folded, self->wanted) != NULL;
}

static void
update_state (AnsHistoryPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  const guint shown =
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list)));

  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "empty" : shown == 0 ? "none" : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->more), n >= self->limit);
}

static void
load (AnsHistoryPage *self)
{
  g_autoptr (GPtrArray) entries = ans_history_of_book (self->book, self->limit);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  self->stale = FALSE;
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      AnsHistoryItem *item = g_object_new (ANS_TYPE_HISTORY_ITEM, NULL);

      item->entry = entries->pdata[i];
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  update_state (self);
}

static void
book_changed_cb (AnsHistoryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  else
    self->stale = TRUE;
}

static void
ans_history_page_map (GtkWidget *widget)
{
  AnsHistoryPage *self = ANS_HISTORY_PAGE (widget);

  if (self->stale)
    load (self);
  GTK_WIDGET_CLASS (ans_history_page_parent_class)->map (widget);
}

static void
filter_changed_cb (AnsHistoryPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->wanted);
  self->wanted = ans_fold (text);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_state (self);
}

static void
more_clicked_cb (AnsHistoryPage *self)
{
  self->limit *= 4;
  load (self);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ANS_HISTORY_PAGE (widget)->search));
}

/* --- rows ------------------------------------------------------------------------------------ */

typedef struct
{
  GtkLabel *label;
  GtkLabel *when;
  GtkLabel *state;
  GtkButton *undo;
  gint64 action;
} Row;

static void
undo_clicked_cb (GtkButton *button, AnsHistoryPage *self)
{
  const Row *row = g_object_get_data (G_OBJECT (button), "ans-row");

  ans_undo_dialog_run (GTK_WIDGET (self), self->book, row->action);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AnsHistoryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  Row *row = g_new0 (Row, 1);

  row->label = GTK_LABEL (gtk_label_new (NULL));
  row->when = GTK_LABEL (gtk_label_new (NULL));
  row->state = GTK_LABEL (gtk_label_new (NULL));
  row->undo = GTK_BUTTON (gtk_button_new_from_icon_name ("edit-undo-symbolic"));
  gtk_label_set_xalign (row->label, 0);
  gtk_label_set_ellipsize (row->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (row->when, 0);
  gtk_label_set_ellipsize (row->when, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (row->when), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->when), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (row->when), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (row->state), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->state), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (row->undo), "flat");
  gtk_widget_set_valign (GTK_WIDGET (row->undo), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "ans-history-row");
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (row->label));
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (row->when));
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->state));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->undo));
  g_object_set_data_full (G_OBJECT (row->undo), "ans-row", row, g_free);
  g_object_set_data (G_OBJECT (item), "ans-row", row);
  g_signal_connect (row->undo, "clicked", G_CALLBACK (undo_clicked_cb), self);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AnsHistoryPage *self)
{
  const AnsHistoryEntry *entry = ANS_HISTORY_ITEM (gtk_list_item_get_item (item))->entry;
  Row *row = g_object_get_data (G_OBJECT (item), "ans-row");
  g_autofree char *time = ans_history_format_time (entry->at);
  g_autofree char *when = g_strdup_printf ("%s · %s", time, entry->who);
  /* Translators: %s is what had been done. */
  g_autofree char *undo = g_strdup_printf (_ ("Take back: %s"), entry->label);

  row->action = entry->action;
  gtk_label_set_label (row->label, entry->label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->label), entry->label);
  gtk_label_set_label (row->when, when);
  gtk_label_set_label (row->state, entry->undone ? _ ("taken back") : "");
  gtk_widget_set_visible (GTK_WIDGET (row->undo),
                          !entry->undone && !ans_book_is_read_only (self->book));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->undo), undo);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->undo), GTK_ACCESSIBLE_PROPERTY_LABEL, undo,
                                  -1);
  gtk_list_item_set_accessible_label (item, entry->label);
  gtk_list_item_set_accessible_description (item, when);
  if (entry->undone)
    gtk_widget_add_css_class (GTK_WIDGET (row->label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->label), "dimmed");
}

static void
set_up_list (AnsHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;
  g_autoptr (GtkNoSelection) selection = NULL;

  self->store = g_list_store_new (ANS_TYPE_HISTORY_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  selection = gtk_no_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_history_page_dispose (GObject *object)
{
  AnsHistoryPage *self = ANS_HISTORY_PAGE (object);

  if (self->book != NULL)
    g_clear_signal_handler (&self->changed_id, self->book);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_HISTORY_PAGE);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_history_page_parent_class)->dispose (object);
}

static void
ans_history_page_finalize (GObject *object)
{
  g_free (ANS_HISTORY_PAGE (object)->wanted);
  G_OBJECT_CLASS (ans_history_page_parent_class)->finalize (object);
}

static void
ans_history_page_class_init (AnsHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_history_page_finalize;
  widget_class->map = ans_history_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryPage, only_standing);
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryPage, more);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.search",
                                       NULL);
}

static void
ans_history_page_init (AnsHistoryPage *self)
{
  self->limit = FIRST_SHOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
}

AdwNavigationPage *
ans_history_page_new (AnsWindow *window, AnsBook *book)
{
  AnsHistoryPage *self;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  self = g_object_new (ANS_TYPE_HISTORY_PAGE, NULL);
  self->book = g_object_ref (book);
  self->changed_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}
