/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/ans-print-options.h"

#include <glib/gi18n.h>

#include "app/record/ans-day-button.h"
#include "app/record/ans-record-cards.h"
#include "text/ans-date.h"
#include "text/ans-number.h"

struct _AnsPrintOptions
{
  GtkWidget parent_instance;

  AnsListing *listing;
  GArray *rows;       /* (nullable) */
  GPtrArray *columns; /* ids of the chosen columns, in order */
  gboolean filling;

  GtkWidget *content;
  AdwActionRow *form;
  AdwSwitchRow *grouped;
  AdwExpanderRow *column_row;
  AdwSwitchRow *posting;
  AdwSwitchRow *sign;
  AnsDayButton *date;
  AdwComboRow *orientation;
  AdwComboRow *row_height;
  AdwSwitchRow *draft;
  GtkBox *checks;
};

static void ans_print_options_iface_init (AnsPrintPanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsPrintOptions,
                               ans_print_options,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_PRINT_PANEL,
                                                      ans_print_options_iface_init))

/* Millimetres; the first is the usual one. */
static const double row_heights[] = { 0, 8, 10, 12 };

static void
changed_cb (AnsPrintOptions *self)
{
  if (!self->filling)
    ans_print_panel_changed (ANS_PRINT_PANEL (self));
}

static void
signers_cb (AnsPrintOptions *self)
{
  ans_print_panel_ask_signers (ANS_PRINT_PANEL (self));
}

/* --- columns --------------------------------------------------------------------------------- */

static void
update_column_count (AnsPrintOptions *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u column", "%u columns", self->columns->len),
                                           self->columns->len);

  adw_expander_row_set_subtitle (self->column_row, text);
}

static void
column_toggled_cb (GtkCheckButton *check, AnsPrintOptions *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "ans-column");
  guint place;

  if (self->filling)
    return;
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->columns, (gpointer) id);
  else if (self->columns->len == 1)
    {
      /* A list without columns is none. */
      gtk_check_button_set_active (check, TRUE);
      return;
    }
  else if (g_ptr_array_find (self->columns, id, &place))
    g_ptr_array_remove_index (self->columns, place);
  update_column_count (self);
  changed_cb (self);
}

static gboolean
is_chosen (AnsPrintOptions *self, const char *id)
{
  return g_ptr_array_find (self->columns, id, NULL);
}

static void
add_column_row (AnsPrintOptions *self, const AnsListingColumn *column)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = column->group_title != NULL
                               ? g_strdup_printf ("%s – %s", column->group_title, column->title)
                               : g_strdup (column->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_add_css_class (row, "ans-member-row");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, column->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (check), "ans-column", (gpointer) column->id);
  g_signal_connect (check, "toggled", G_CALLBACK (column_toggled_cb), self);
  adw_expander_row_add_row (self->column_row, row);
}

/* The official columns first, in their order, then the others. */
static void
build_columns (AnsPrintOptions *self)
{
  const AnsListingInfo *info = ans_listing_get_info (self->listing);
  guint n;
  const AnsListingColumn *all = ans_listing_info_get_columns (info, &n);

  for (guint i = 0; info->print_columns[i] != NULL; i++)
    {
      const AnsListingColumn *column = ans_listing_info_get_column (info, info->print_columns[i]);

      g_ptr_array_add (self->columns, (gpointer) column->id);
      add_column_row (self, column);
    }
  for (guint i = 0; i < n; i++)
    if (!is_chosen (self, all[i].id) && (all[i].flags & ANS_FIELD_COMPUTED) == 0 &&
        all[i].title != NULL && *all[i].title != '\0')
      add_column_row (self, &all[i]);
  update_column_count (self);
}

/* --- result ---------------------------------------------------------------------------------- */

static void
check_groups (AnsPrintOptions *self, AnsTableSource *table)
{
  const guint n_groups = ans_table_source_get_n_groups (table);
  const guint n = ans_table_source_get_n_rows (table);
  guint sum = 0;
  g_autofree char *text = NULL;
  g_autofree char *sum_text = NULL;
  g_autofree char *all_text = ans_number_format (n);

  if (n_groups == 0)
    return;
  for (guint i = 0; i < n_groups; i++)
    {
      AnsTableGroup group;

      ans_table_source_get_group (table, i, &group);
      sum += group.n_rows;
    }
  sum_text = ans_number_format (sum);
  if (sum == n)
    text = g_strdup_printf (_ ("Sum of the villages = whole list: %s"), all_text);
  else
    text = g_strdup_printf (_ ("The villages have %s rows together, the list has %s"), sum_text,
                            all_text);
  ans_print_panel_add_check (self->checks, sum == n, text);
}

static void
print_options_show_result (AnsPrintPanel *panel, AnsDocument *document, guint n_pages)
{
  AnsPrintOptions *self = ANS_PRINT_OPTIONS (panel);
  AnsTableSource *table = ans_document_get_table (document);
  g_autofree char *rows = ans_number_format (ans_table_source_get_n_rows (table));
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  /* Translators: number of rows, number of pages with its word. */
  g_autofree char *text = g_strdup_printf (_ ("%s rows on %s"), rows, pages);

  ans_record_cards_clear (self->checks);
  ans_print_panel_add_check (self->checks, TRUE, text);
  check_groups (self, table);
  ans_print_panel_check_signer (self->checks, ans_listing_get_book (self->listing));
  if (adw_switch_row_get_active (self->draft))
    ans_print_panel_add_check (self->checks, FALSE,
                               _ ("A draft: the word stands across each page"));
}

static AnsPrintRequest *
print_options_request (AnsPrintPanel *panel, GError **error)
{
  AnsPrintOptions *self = ANS_PRINT_OPTIONS (panel);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  AnsListingDocumentOptions options = { 0 };
  const char *day = ans_day_button_get_day (self->date);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (columns, self->columns->pdata[i]);
  g_ptr_array_add (columns, NULL);
  ans_listing_set_grouped (self->listing, adw_switch_row_get_active (self->grouped));
  options.columns = (const char *const *) columns->pdata;
  options.rows = self->rows;
  options.date = day != NULL ? day : today;
  options.posting = adw_switch_row_get_active (self->posting);
  options.sign = adw_switch_row_get_active (self->sign);
  options.portrait = adw_combo_row_get_selected (self->orientation) == 1;
  options.row_height = row_heights[MIN (adw_combo_row_get_selected (self->row_height),
                                        G_N_ELEMENTS (row_heights) - 1)];
  options.draft = adw_switch_row_get_active (self->draft);
  return ans_print_request_new (self->listing, &options);
}

static void
ans_print_options_iface_init (AnsPrintPanelInterface *iface)
{
  iface->request = print_options_request;
  iface->show_result = print_options_show_result;
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_print_options_dispose (GObject *object)
{
  AnsPrintOptions *self = ANS_PRINT_OPTIONS (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_PRINT_OPTIONS);
  g_clear_object (&self->listing);
  G_OBJECT_CLASS (ans_print_options_parent_class)->dispose (object);
}

static void
ans_print_options_finalize (GObject *object)
{
  AnsPrintOptions *self = ANS_PRINT_OPTIONS (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_ptr_array_unref (self->columns);
  G_OBJECT_CLASS (ans_print_options_parent_class)->finalize (object);
}

static void
ans_print_options_class_init (AnsPrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_print_options_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_print_options_finalize;

  g_type_ensure (ANS_TYPE_DAY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-print-options.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, content);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, form);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, grouped);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, column_row);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, posting);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, sign);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, date);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, orientation);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, row_height);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, draft);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, checks);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, signers_cb);
}

static void
ans_print_options_init (AnsPrintOptions *self)
{
  self->columns = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AnsPrintOptions *
ans_print_options_new (AnsListing *listing)
{
  AnsPrintOptions *self = g_object_new (ANS_TYPE_PRINT_OPTIONS, NULL);

  self->listing = ans_listing_copy (listing);
  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form),
                                 ans_listing_get_info (listing)->title);
  adw_switch_row_set_active (self->grouped, ans_listing_get_grouped (listing));
  ans_day_button_set_day (self->date, ans_listing_get_as_of (listing));
  build_columns (self);
  self->filling = FALSE;
  return self;
}

void
ans_print_options_set_rows (AnsPrintOptions *self, GArray *rows)
{
  g_return_if_fail (ANS_IS_PRINT_OPTIONS (self));

  g_clear_pointer (&self->rows, g_array_unref);
  if (rows != NULL)
    self->rows = g_array_ref (rows);
}
