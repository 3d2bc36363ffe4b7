/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-page.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/list/ans-as-of-button.h"
#include "app/list/ans-column-chooser.h"
#include "app/list/ans-column-layout.h"
#include "app/list/ans-filter-bar.h"
#include "app/list/ans-list-compact.h"
#include "app/list/ans-list-export.h"
#include "app/list/ans-list-growth.h"
#include "app/list/ans-list-memory.h"
#include "app/list/ans-list-open.h"
#include "app/list/ans-list-sums.h"
#include "app/list/ans-list-table.h"
#include "app/list/ans-list-words.h"
#include "app/print/ans-print-page.h"
#include "app/window/ans-form-choice.h"
#include "app/window/ans-page-tabs.h"

struct _AnsListPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: it owns the page */
  AnsBook *book;
  const AnsListingInfo *info;
  AnsListing *listing;
  AnsRowModel *rows;
  AnsListSelection *selection;
  gboolean narrow;
  gboolean is_given; /* somebody else's question: its day is fixed, its order is not remembered */
  gboolean updating;
  char *question; /* the day apart: a change of it starts at the top */

  AnsAsOfButton *as_of;
  GtkWidget *add_icon;
  AnsPageTabs *tabs;
  AnsPageTabs *narrow_tabs;
  GtkToggleButton *grouping;
  GtkButton *import_button;
  AdwButtonContent *add_content;
  GtkSearchEntry *search;
  AnsFilterBar *filters;
  GtkLabel *summary;
  GtkMenuButton *columns;
  GtkStack *stack;
  AnsListTable *table;
  AnsListCompact *compact;
  AdwStatusPage *empty;
  GtkButton *empty_add;
  GtkButton *empty_import;
  AdwStatusPage *no_match;
  GtkWidget *whole_commune;
  GtkWidget *actions;
  GtkWidget *totals;
  GtkLabel *total;
  GtkWidget *loading;
  GtkActionBar *selection_bar;
  GtkLabel *selected;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsListPage, ans_list_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_writable (AnsListPage *self)
{
  return !ans_book_is_read_only (self->book);
}

static gboolean
can_group (AnsListPage *self)
{
  return ans_listing_info_get_column (self->info, "village") != NULL;
}

/* --- what is shown --------------------------------------------------------------------------- */

static gboolean
has_conditions (AnsListPage *self)
{
  g_autoptr (GPtrArray) filters = ans_listing_get_filters (self->listing);

  return filters->len > 0 || ans_listing_get_village (self->listing) != 0 ||
         ans_listing_get_search (self->listing) != NULL;
}

static void
show_page (AnsListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const char *name;

  if (n > 0 || ans_row_model_is_loading (self->rows))
    name = self->narrow ? "compact" : "table";
  else if (has_conditions (self))
    {
      g_autofree char *question = ans_list_words_question (self->listing);

      gtk_widget_set_visible (self->whole_commune, ans_listing_get_village (self->listing) != 0);
      adw_status_page_set_description (self->no_match, question);
      name = "no-match";
    }
  else
    name = "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->totals, n > 0);
}

static void
show_counts (AnsListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean loading = ans_row_model_is_loading (self->rows);
  g_autofree char *count = ans_list_words_count (self->info, n);
  g_autofree char *sorted = ans_list_words_sorted (self->listing);
  g_autofree char *summary = g_strdup_printf ("%s · %s", loading ? "…" : count, sorted);
  g_autofree char *total = loading ? NULL : ans_list_sums_line (self->listing, n);

  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->total, total != NULL ? total : "");
  gtk_widget_set_visible (self->loading, loading);
}

static void
show_selection (AnsListPage *self)
{
  guint n = ans_list_selection_get_count (self->selection);
  guint hidden;
  g_autofree char *count = ans_list_words_count (self->info, n);
  g_autofree char *text = NULL;

  gtk_action_bar_set_revealed (self->selection_bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.open-selection", n == 1);
  if (n == 0)
    return;
  hidden = ans_list_selection_get_hidden (self->selection);
  if (ans_list_selection_is_all (self->selection) &&
      n == g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    /* Translators: %s is a number of people, households … */
    text = g_strdup_printf (_ ("The whole list is ticked: %s"), count);
  else if (hidden > 0)
    /* Translators: %1$s is a number of people …, %2$u how many of them are not shown */
    text = g_strdup_printf (_ ("%1$s ticked, %2$u of them out of sight"), count, hidden);
  else
    /* Translators: %s is a number of people, households … */
    text = g_strdup_printf (_ ("%s ticked"), count);
  gtk_label_set_label (self->selected, text);
}

static void
rows_refreshed (AnsListPage *self)
{
  show_page (self);
  show_counts (self);
  if (ans_list_selection_get_count (self->selection) > 0)
    show_selection (self);
}

static void
listing_changed (AnsListPage *self)
{
  g_autofree char *question = ans_list_memory_question (self->listing);
  const char *search = ans_listing_get_search (self->listing);

  self->updating = TRUE;
  ans_filter_bar_update (self->filters);
  ans_list_table_update_grouping (self->table);
  ans_list_compact_update_grouping (self->compact);
  ans_list_table_show_sort (self->table);
  gtk_toggle_button_set_active (self->grouping, ans_listing_get_grouped (self->listing));
  if (search == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->updating = FALSE;
  if (!self->is_given)
    ans_list_memory_save (self->listing);
  rows_refreshed (self);
  if (g_set_str (&self->question, question))
    {
      ans_list_table_scroll_to_top (self->table);
      ans_list_compact_scroll_to_top (self->compact);
    }
}

static void
set_narrow (AnsListPage *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (self->rows != NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.columns", !narrow);
      ans_list_compact_set_shown (self->compact, narrow);
      show_page (self);
      if (narrow)
        ans_list_compact_scroll_to_top (self->compact);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* --- questions ------------------------------------------------------------------------------- */

static void
search_changed (AnsListPage *self)
{
  if (!self->updating)
    ans_listing_set_search (self->listing, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
open_row (AnsListPage *self, gint64 id)
{
  ans_list_open (self->window, self->listing, id, self->rows);
}

/* The entry itself. */
static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);
  const guint position = ans_list_table_get_cursor (self->table);

  if (position != GTK_INVALID_LIST_POSITION)
    ans_window_open_record (self->window, self->info->reg,
                            ans_row_model_get_id (self->rows, position), self->rows);
}

/* Enter goes from the search to the first row; on it, Enter opens. */
static void
search_activated (AnsListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self);

  if (n == 1)
    open_row (self, ans_row_model_get_id (self->rows, 0));
  else if (n > 1 && !self->narrow)
    ans_list_table_focus_row (self->table, 0);
  else
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped (AnsListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
grouping_changed (AnsListPage *self)
{
  if (!self->updating)
    ans_listing_set_grouped (self->listing, gtk_toggle_button_get_active (self->grouping));
}

static void
as_of_changed (AnsListPage *self)
{
  /* The window turns to another book, and ours is closed already. */
  if (ans_window_get_book (self->window) != self->book)
    return;
  ans_listing_set_as_of (self->listing, ans_window_get_as_of (self->window));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
choose_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_as_of_button_open (ANS_LIST_PAGE (widget)->as_of);
}

static void
group (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);

  ans_listing_set_grouped (self->listing, !ans_listing_get_grouped (self->listing));
}

static void
whole_commune (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_listing_set_village (ANS_LIST_PAGE (widget)->listing, 0);
}

static void
clear_conditions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_listing_clear_filters (ANS_LIST_PAGE (widget)->listing);
}

static void
columns_changed (AnsListPage *self)
{
  ans_list_table_reload_columns (self->table);
}

static void
choose_columns (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (ANS_LIST_PAGE (widget)->columns);
}

static void
hide_column (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);

  ans_column_layout_hide (self->info, g_variant_get_string (parameter, NULL));
  ans_list_table_reload_columns (self->table);
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
row_activated (AnsListPage *self, guint position)
{
  open_row (self, ans_row_model_get_id (self->rows, position));
}

static void
reveal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);
  guint position = ans_list_table_get_cursor (self->table);

  if (position != GTK_INVALID_LIST_POSITION)
    ans_list_table_reveal (self->table, ans_row_model_get_id (self->rows, position));
}

static void
record_saved (AnsRecord *record, gint64 action, gpointer user_data)
{
  g_autoptr (AnsListPage) self = NULL;
  guint position;

  /* The page may be gone before a form is saved. */
  self = g_weak_ref_get (user_data);
  if (self == NULL || action == 0)
    return;
  position = ans_row_model_get_position (self->rows, ans_record_get_id (record));
  if (position != G_MAXUINT && !self->narrow)
    ans_list_table_focus_row (self->table, position);
}

static void
weak_free (gpointer data, GObject *where)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);
  g_autoptr (AnsRecord) record = ans_record_new (self->book, self->info->reg);
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  AdwDialog *dialog;

  /* Who works on one village adds to it. */
  if (ans_listing_get_village (self->listing) != 0 && can_group (self))
    ans_record_set_int (record, "village", ans_listing_get_village (self->listing));
  g_weak_ref_init (weak, self);
  dialog = ans_form_choice_present (widget, record, record_saved, weak);
  g_object_weak_ref (G_OBJECT (dialog), weak_free, weak);
}

/* --- files and paper ------------------------------------------------------------------------- */

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);

  ans_list_export_import (self->window, self->book, self->info->reg);
}

static void
export_listing (AnsListPage *self, AnsListing *listing)
{
  g_auto (GStrv) columns = ans_column_layout_visible_ids (self->info);

  ans_list_export_start (self->window, listing, (const char *const *) columns);
}

static void
export_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);

  export_listing (self, self->listing);
}

static void
export_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);
  g_autoptr (AnsListing) listing = ans_list_selection_get_listing (self->selection, self->listing);

  export_listing (self, listing);
}

static void
print_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);
  g_autoptr (AnsListing) listing = ans_listing_copy (self->listing);

  ans_window_push_full (self->window, ans_print_page_new (self->window, listing));
}

static void
print_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);
  g_autoptr (AnsListing) listing = ans_list_selection_get_listing (self->selection, self->listing);

  ans_window_push_full (self->window, ans_print_page_new (self->window, listing));
}

/* --- ticks ----------------------------------------------------------------------------------- */

static void
open_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);
  g_autoptr (GArray) ids = ans_list_selection_get_ids (self->selection);

  if (ids->len > 0)
    open_row (self, g_array_index (ids, gint64, 0));
}

static void
select_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (ANS_LIST_PAGE (widget)->selection));
}

static void
clear_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_list_selection_clear (ANS_LIST_PAGE (widget)->selection);
}

static gboolean
escape_pressed (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);

  if (ans_listing_get_search (self->listing) != NULL)
    ans_listing_set_search (self->listing, NULL);
  else if (ans_list_selection_get_count (self->selection) > 0)
    ans_list_selection_clear (self->selection);
  else
    return FALSE;
  return TRUE;
}

/* --- object ---------------------------------------------------------------------------------- */

static void
ans_list_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, ANS_LIST_PAGE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_list_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (ANS_LIST_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The row at which she is. */
static gboolean
ans_list_page_grab_focus (GtkWidget *widget)
{
  AnsListPage *self = ANS_LIST_PAGE (widget);

  return !self->narrow &&
         gtk_widget_grab_focus (GTK_WIDGET (ans_list_table_get_view (self->table)));
}

static void
ans_list_page_dispose (GObject *object)
{
  AnsListPage *self = ANS_LIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_LIST_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->listing);
  g_clear_object (&self->book);
  g_clear_pointer (&self->question, g_free);
  G_OBJECT_CLASS (ans_list_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "page.find", NULL, find },
    { "page.as-of", NULL, choose_day },
    { "page.group", NULL, group },
    { "page.whole-commune", NULL, whole_commune },
    { "page.clear-conditions", NULL, clear_conditions },
    { "page.columns", NULL, choose_columns },
    { "page.hide-column", "s", hide_column },
    { "page.reveal", NULL, reveal },
    { "page.add", NULL, add },
    { "page.edit", NULL, edit },
    { "page.import", NULL, import },
    { "page.export", NULL, export_list },
    { "page.print", NULL, print_list },
    { "page.open-selection", NULL, open_selection },
    { "page.export-selection", NULL, export_selection },
    { "page.print-selection", NULL, print_selection },
    { "page.select-all", NULL, select_all },
    { "page.clear-selection", NULL, clear_selection },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_pressed, NULL);
}

static void
ans_list_page_class_init (AnsListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ans_list_page_dispose;
  widget_class->grab_focus = ans_list_page_grab_focus;
  object_class->get_property = ans_list_page_get_property;
  object_class->set_property = ans_list_page_set_property;
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);

  g_type_ensure (ANS_TYPE_AS_OF_BUTTON);
  g_type_ensure (ANS_TYPE_FILTER_BAR);
  g_type_ensure (ANS_TYPE_LIST_TABLE);
  g_type_ensure (ANS_TYPE_PAGE_TABS);
  g_type_ensure (ANS_TYPE_LIST_COMPACT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-list-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnsListPage, name)
  BIND (as_of);
  BIND (add_icon);
  BIND (tabs);
  BIND (narrow_tabs);
  BIND (grouping);
  BIND (import_button);
  BIND (add_content);
  BIND (search);
  BIND (filters);
  BIND (summary);
  BIND (columns);
  BIND (stack);
  BIND (table);
  BIND (compact);
  BIND (empty);
  BIND (empty_add);
  BIND (empty_import);
  BIND (no_match);
  BIND (whole_commune);
  BIND (actions);
  BIND (totals);
  BIND (total);
  BIND (loading);
  BIND (selection_bar);
  BIND (selected);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_activated);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
ans_list_page_init (AnsListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The words and buttons that depend on what is listed. */
static void
set_words (AnsListPage *self)
{
  gboolean importable = ans_register_is (self->info->reg, &ans_register_people) ||
                        ans_register_is (self->info->reg, &ans_register_households);
  const char *hint = ans_list_words_search_hint (self->info);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (self->info->label));
  adw_button_content_set_label (self->add_content, ans_list_words_add (self->info));
  gtk_button_set_label (self->empty_add, ans_list_words_add (self->info));
  g_object_set (self->search, "placeholder-text", hint, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (ans_list_table_get_view (self->table)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->info->label), -1);
  adw_status_page_set_icon_name (self->empty, self->info->reg->icon);
  adw_status_page_set_title (self->empty, ans_list_words_empty (self->info));
  adw_status_page_set_description (
      self->empty,
      importable ? _ ("Bring in the workbook that you use now, or add one by one.") : NULL);
  adw_status_page_set_title (self->no_match, ans_list_words_no_match (self->info));
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), importable);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_import), importable);
  gtk_widget_set_visible (GTK_WIDGET (self->grouping), can_group (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.group", can_group (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.import",
                                 importable && is_writable (self));
}

static void
set_rows (AnsListPage *self)
{
  g_autoptr (AnsSectionModel) sections = NULL;

  self->rows = ans_row_model_new (self->listing);
  sections = ans_section_model_new (self->rows);
  self->selection = ans_list_selection_new (sections);
  ans_list_growth_attach (GTK_WIDGET (self), sections);
  ans_filter_bar_set_listing (self->filters, self->listing);
  ans_list_table_set_rows (self->table, self->rows, self->selection);
  ans_list_compact_set_rows (self->compact, self->rows, self->selection);
  self->question = ans_list_memory_question (self->listing);

  g_signal_connect_object (self->rows, "refreshed", G_CALLBACK (rows_refreshed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listing, "changed", G_CALLBACK (listing_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (show_selection), self,
                           G_CONNECT_SWAPPED);
}

/* Takes @listing. */
static AnsListPage *
make (AnsWindow *window, AnsListing *listing)
{
  AnsListPage *self = g_object_new (ANS_TYPE_LIST_PAGE, NULL);
  GtkWidget *chooser;

  self->window = window;
  self->listing = listing;
  self->book = g_object_ref (ans_listing_get_book (listing));
  self->info = ans_listing_get_info (listing);
  set_rows (self);
  set_words (self);
  chooser = ans_column_chooser_new (self->info);
  g_signal_connect_object (chooser, "changed", G_CALLBACK (columns_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->columns, chooser);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->stack));
  ans_list_compact_set_shown (self->compact, self->narrow);
  return self;
}

AnsListPage *
ans_list_page_new (AnsWindow *window, AnsBook *book, const AnsListingInfo *info)
{
  AnsListPage *self;
  AnsListing *listing;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (info != NULL, NULL);

  listing = ans_listing_new (book, ans_listing_info_of_book (book, info));
  ans_listing_set_as_of (listing, ans_window_get_as_of (window));
  ans_list_memory_load (listing);
  self = make (window, listing);
  g_object_bind_property (window, "as-of", self->as_of, "day",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (window, "notify::as-of", G_CALLBACK (as_of_changed), self,
                           G_CONNECT_SWAPPED);
  ans_page_tabs_set_page (self->tabs, window, self->info->id);
  ans_page_tabs_set_page (self->narrow_tabs, window, self->info->id);
  listing_changed (self);
  show_selection (self);
  return self;
}

AdwNavigationPage *
ans_list_page_new_of (AnsWindow *window, AnsListing *listing, const char *title)
{
  AnsListPage *self;

  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  self = make (window, ans_listing_copy (listing));
  self->is_given = TRUE;
  ans_as_of_button_set_day (self->as_of, ans_listing_get_as_of (listing));
  /* Told, not asked. */
  gtk_widget_set_can_target (GTK_WIDGET (self->as_of), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->as_of), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.as-of", FALSE);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  listing_changed (self);
  show_selection (self);
  return ADW_NAVIGATION_PAGE (self);
}

AnsListing *
ans_list_page_get_listing (AnsListPage *self)
{
  g_return_val_if_fail (ANS_IS_LIST_PAGE (self), NULL);
  return self->listing;
}

AnsRowModel *
ans_list_page_get_rows (AnsListPage *self)
{
  g_return_val_if_fail (ANS_IS_LIST_PAGE (self), NULL);
  return self->rows;
}

AnsListSelection *
ans_list_page_get_selection (AnsListPage *self)
{
  g_return_val_if_fail (ANS_IS_LIST_PAGE (self), NULL);
  return self->selection;
}

void
ans_list_page_set_search (AnsListPage *self, const char *text)
{
  g_return_if_fail (ANS_IS_LIST_PAGE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}
