/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/ans-print-options.h"

#include <glib/gi18n.h>

#include "app/record/ans-day-button.h"
#include "app/record/ans-record-cards.h"
#include "plan/ans-plan-check.h"
#include "report/ans-report-period.h"
#include "text/ans-date.h"
#include "text/ans-number.h"

struct _AnsPrintOptions
{
  GtkWidget parent_instance;

  AnsListing *listing;
  AnsBook *book;
  const AnsReportInfo *report; /* (nullable): instead of a list */
  gint64 plan, record;
  char *day;          /* (nullable) of the numbers */
  GPtrArray *faults;  /* (nullable) AnsContradiction of the report */
  GArray *rows;       /* (nullable) */
  GPtrArray *columns; /* ids of the chosen columns, in order */
  gboolean filling;

  GtkWidget *content;
  AdwActionRow *form;
  AdwComboRow *period;
  AdwActionRow *first_row, *last_row;
  AnsDayButton *first, *last;
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

enum
{
  CHANGED,
  SIGNERS,
  LOOK_AT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsPrintOptions, ans_print_options, GTK_TYPE_WIDGET)

/* Millimetres; the first is the usual one. */
static const double row_heights[] = { 0, 8, 10, 12 };

static void
changed_cb (AnsPrintOptions *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the period of a report ------------------------------------------------------------------ */

static const AnsReportPeriodKind kinds[] = {
  ANS_REPORT_MONTH, ANS_REPORT_QUARTER, ANS_REPORT_HALF, ANS_REPORT_NINE_MONTHS, ANS_REPORT_YEAR,
};

/* The kind of period that two days are, the last entry for days of one's own. */
static guint
find_kind (const char *first, const char *last)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      AnsDate day;
      AnsReportPeriod period;
      g_autofree char *from = NULL, *to = NULL;

      if (first == NULL || last == NULL || !ans_date_parse_iso (first, &day, NULL))
        break;
      period = ans_report_period_around (kinds[i], day);
      from = ans_date_to_iso (period.first);
      to = ans_date_to_iso (period.last);
      if (g_str_equal (from, first) && g_str_equal (to, last))
        return i;
    }
  return G_N_ELEMENTS (kinds);
}

static void
period_cb (AnsPrintOptions *self)
{
  guint kind = adw_combo_row_get_selected (self->period);
  AnsDate day;
  AnsReportPeriod period;
  g_autofree char *first = NULL, *last = NULL;

  if (self->filling || kind >= G_N_ELEMENTS (kinds))
    return;
  day = ans_date_today ();
  if (ans_day_button_get_day (self->last) != NULL)
    {
      AnsDate end;

      if (ans_date_parse_iso (ans_day_button_get_day (self->last), &end, NULL) &&
          ans_date_compare (end, day) < 0)
        day = end;
    }
  period = ans_report_period_around (kinds[kind], day);
  first = ans_date_to_iso (period.first);
  last = ans_date_to_iso (period.last);
  self->filling = TRUE;
  ans_day_button_set_day (self->first, first);
  ans_day_button_set_day (self->last, last);
  self->filling = FALSE;
  changed_cb (self);
}

static void
days_cb (AnsPrintOptions *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->period, find_kind (ans_day_button_get_day (self->first),
                                                       ans_day_button_get_day (self->last)));
  self->filling = FALSE;
  changed_cb (self);
}

static void
signers_cb (AnsPrintOptions *self)
{
  g_signal_emit (self, signals[SIGNERS], 0);
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
add_check (AnsPrintOptions *self, gboolean good, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (good ? "object-select-symbolic" : "dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, good ? "ans-good" : "ans-late");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "ans-secondary");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->checks, row);
}

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
  add_check (self, sum == n, text);
}

static void
check_signer (AnsPrintOptions *self)
{
  g_autofree char *signer = ans_book_get_setting (self->book, ANS_SETTING_SIGNER_NAME);

  if (signer == NULL || *signer == '\0')
    add_check (self, FALSE, _ ("The name of the signer is not set"));
}

static void
fault_clicked_cb (GtkButton *button, AnsPrintOptions *self)
{
  g_signal_emit (self, signals[LOOK_AT], 0, g_object_get_data (G_OBJECT (button), "ans-fault"));
}

/* Each fault opens what it is about; a report of a whole year may have many, so only the first ones
 * are shown and the rest is counted. */
static void
show_faults (AnsPrintOptions *self)
{
  const guint most = 20;

  if (self->faults == NULL)
    return;
  if (self->faults->len == 0)
    add_check (self, TRUE, _ ("No contradictions in its numbers"));
  for (guint i = 0; i < MIN (self->faults->len, most); i++)
    {
      AnsContradiction *fault = self->faults->pdata[i];
      GtkWidget *row;

      add_check (self, FALSE, fault->message);
      row = gtk_widget_get_last_child (GTK_WIDGET (self->checks));
      if (fault->list != NULL || fault->record != 0)
        {
          GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

          gtk_widget_set_valign (button, GTK_ALIGN_START);
          gtk_widget_add_css_class (button, "flat");
          gtk_widget_set_tooltip_text (button, _ ("Look at It"));
          gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fault->message, -1);
          g_object_set_data (G_OBJECT (button), "ans-fault", fault);
          g_signal_connect (button, "clicked", G_CALLBACK (fault_clicked_cb), self);
          gtk_box_append (GTK_BOX (row), button);
        }
    }
  if (self->faults->len > most)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more", "and %u more", self->faults->len - most),
                           self->faults->len - most);

      add_check (self, FALSE, more);
    }
}

void
ans_print_options_show_result (AnsPrintOptions *self, AnsDocument *document, guint n_pages)
{
  AnsTableSource *table = ans_document_get_table (document);
  g_autofree char *rows = ans_number_format (ans_table_source_get_n_rows (table));
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  /* Translators: number of rows, number of pages with its word. */
  g_autofree char *text = g_strdup_printf (_ ("%s rows on %s"), rows, pages);

  g_return_if_fail (ANS_IS_PRINT_OPTIONS (self));

  ans_record_cards_clear (self->checks);
  add_check (self, TRUE, text);
  if (self->report == NULL)
    check_groups (self, table);
  show_faults (self);
  check_signer (self);
  if (adw_switch_row_get_active (self->draft))
    add_check (self, FALSE, _ ("A draft: the word stands across each page"));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_print_options_dispose (GObject *object)
{
  AnsPrintOptions *self = ANS_PRINT_OPTIONS (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_PRINT_OPTIONS);
  g_clear_object (&self->listing);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_print_options_parent_class)->dispose (object);
}

static void
ans_print_options_finalize (GObject *object)
{
  AnsPrintOptions *self = ANS_PRINT_OPTIONS (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self->day);
  g_ptr_array_unref (self->columns);
  G_OBJECT_CLASS (ans_print_options_parent_class)->finalize (object);
}

static void
ans_print_options_class_init (AnsPrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[LOOK_AT] = { "changed", "signers" };

  G_OBJECT_CLASS (klass)->dispose = ans_print_options_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_print_options_finalize;
  for (guint i = 0; i < LOOK_AT; i++)
    signals[i] = g_signal_new (names[i], ANS_TYPE_PRINT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  signals[LOOK_AT] = g_signal_new ("look-at", ANS_TYPE_PRINT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (ANS_TYPE_DAY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-print-options.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, content);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, form);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, period);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, first_row);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, last_row);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, first);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintOptions, last);
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
  gtk_widget_class_bind_template_callback (widget_class, period_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_bind_template_callback (widget_class, signers_cb);
}

static void
ans_print_options_init (AnsPrintOptions *self)
{
  self->columns = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ans_print_options_set_listing (AnsPrintOptions *self, AnsListing *listing)
{
  g_return_if_fail (ANS_IS_PRINT_OPTIONS (self));
  g_return_if_fail (self->listing == NULL);

  self->listing = ans_listing_copy (listing);
  self->book = g_object_ref (ans_listing_get_book (listing));
  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form),
                                 ans_listing_get_info (listing)->title);
  adw_switch_row_set_active (self->grouped, ans_listing_get_grouped (listing));
  ans_day_button_set_day (self->date, ans_listing_get_as_of (listing));
  build_columns (self);
  self->filling = FALSE;
}

void
ans_print_options_set_report (AnsPrintOptions *self,
                              AnsBook *book,
                              const AnsReportInfo *info,
                              const AnsReportRequest *request)
{
  GtkWidget *const of_lists[] = { GTK_WIDGET (self->grouped),     GTK_WIDGET (self->column_row),
                                  GTK_WIDGET (self->posting),     GTK_WIDGET (self->sign),
                                  GTK_WIDGET (self->orientation), GTK_WIDGET (self->row_height) };
  gboolean has_period;

  g_return_if_fail (ANS_IS_PRINT_OPTIONS (self));
  g_return_if_fail (self->book == NULL);

  has_period = info->scope == ANS_REPORT_PERIOD;
  self->book = g_object_ref (book);
  self->report = info;
  self->plan = request->plan;
  self->record = request->record;
  self->day = g_strdup (request->day);
  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form), info->title);
  for (guint i = 0; i < G_N_ELEMENTS (of_lists); i++)
    gtk_widget_set_visible (of_lists[i], FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->period), has_period);
  gtk_widget_set_visible (GTK_WIDGET (self->first_row), has_period);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), has_period);
  if (has_period)
    {
      AnsReportPeriod year = ans_report_period_around (ANS_REPORT_YEAR, ans_date_today ());
      g_autofree char *first = ans_date_to_iso (year.first);
      g_autofree char *last = ans_date_to_iso (year.last);

      ans_day_button_set_day (self->first, request->first != NULL ? request->first : first);
      ans_day_button_set_day (self->last, request->last != NULL ? request->last : last);
      adw_combo_row_set_selected (self->period, find_kind (ans_day_button_get_day (self->first),
                                                           ans_day_button_get_day (self->last)));
    }
  ans_day_button_set_day (self->date, request->date != NULL ? request->date : request->day);
  self->filling = FALSE;
}

/* The paper is made here, on the book's own thread; laying it out is another's work. */
static AnsPrintRequest *
request_report (AnsPrintOptions *self)
{
  AnsReportRequest request = { .plan = self->plan, .day = self->day, .record = self->record };
  g_autoptr (AnsDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  request.date = ans_day_button_get_day (self->date);
  if (self->report->scope == ANS_REPORT_PERIOD)
    {
      request.first = ans_day_button_get_day (self->first);
      request.last = ans_day_button_get_day (self->last);
      /* The day that was asked for goes with the first period only. */
      if (request.day != NULL &&
          (g_strcmp0 (request.day, request.first) < 0 || g_strcmp0 (request.day, request.last) > 0))
        request.day = NULL;
    }
  else
    request.last = self->day;
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  document = ans_report_make (self->report, self->book, &request, &error);
  if (document == NULL)
    return ans_print_request_new_failed (error);
  self->faults = ans_report_check (self->report, self->book, &request, &error);
  if (self->faults == NULL)
    return ans_print_request_new_failed (error);
  if (adw_switch_row_get_active (self->draft))
    ans_document_set_watermark (document, ANS_DOCUMENT_DRAFT);
  return ans_print_request_new_report (document, self->report->title);
}

void
ans_print_options_set_rows (AnsPrintOptions *self, GArray *rows)
{
  g_return_if_fail (ANS_IS_PRINT_OPTIONS (self));

  g_clear_pointer (&self->rows, g_array_unref);
  if (rows != NULL)
    self->rows = g_array_ref (rows);
}

AnsPrintRequest *
ans_print_options_request (AnsPrintOptions *self)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  AnsListingDocumentOptions options = { 0 };
  const char *day = ans_day_button_get_day (self->date);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  g_return_val_if_fail (ANS_IS_PRINT_OPTIONS (self), NULL);

  if (self->report != NULL)
    return request_report (self);
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
