/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-figure-view.h"

#include <glib/gi18n.h>

#include "app/list/ans-list-page.h"
#include "app/plan/ans-figure-entries.h"
#include "app/plan/ans-figure-mark.h"
#include "app/plan/ans-figure-villages.h"
#include "app/plan/ans-meter.h"
#include "app/plan/ans-plan-look.h"
#include "app/record/ans-record-form.h"
#include "plan/ans-plan-registers.h"
#include "text/ans-number.h"

struct _AnsFigureView
{
  AnsPlanView parent_instance;

  char *code; /* of the indicator: figures come and go */

  AdwMultiLayoutView *layouts;
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *target;
  AnsFigureMark *mark;
  AnsMeter *meter;
  GtkLabel *progress;
  GtkLabel *forecast;
  GtkLabel *reason;
  GtkLabel *remark;
  AdwWrapBox *parts;
  GtkLabel *source;
  GtkLabel *last_year;
  GtkBox *flag_box;
  GtkLabel *flag;
  GtkLabel *issued;
  GtkListBox *machine;
  AnsFigureVillages *villages;
  AnsFigureEntries *entries;
  GtkWidget *villages_box;
  AnsPlanChartView *chart;
};

G_DEFINE_FINAL_TYPE (AnsFigureView, ans_figure_view, ANS_TYPE_PLAN_VIEW)

static AnsFigure *
find_figure (AnsFigureView *self)
{
  AnsFigures *figures = ans_plan_view_get_figures (ANS_PLAN_VIEW (self));

  return figures != NULL ? ans_figures_find (figures, self->code) : NULL;
}

/* --- the lists behind it --------------------------------------------------------------------- */

static const char *
part_label (AnsFigurePartKind part, gboolean is_ratio, gboolean has_start)
{
  switch (part)
    {
    case ANS_PART_NUMERATOR:
      return is_ratio ? "Tử số" : has_start ? "Tại ngày tính" : "Danh sách";
    case ANS_PART_DENOMINATOR:
      return "Mẫu số";
    case ANS_PART_START_NUMERATOR:
      return is_ratio ? "Tử số đầu kỳ" : "Đầu kỳ";
    case ANS_PART_START_DENOMINATOR:
    default:
      return "Mẫu số đầu kỳ";
    }
}

static gint64
part_count (const AnsFigureValue *value, AnsFigurePartKind part)
{
  const gint64 counts[] = { value->numerator, value->denominator, value->start_numerator,
                            value->start_denominator };

  return counts[part];
}

gboolean
ans_figure_view_open_part (AnsFigureView *self, AnsFigurePartKind part, gint64 village)
{
  AnsPlanView *view = ANS_PLAN_VIEW (self);
  AnsFigure *figure;
  g_autoptr (AnsListing) list = NULL;
  g_autoptr (GString) title = NULL;

  g_return_val_if_fail (ANS_IS_FIGURE_VIEW (self), FALSE);

  figure = find_figure (self);
  list = figure != NULL ? ans_figures_list (ans_plan_view_get_figures (view), figure, part, village)
                        : NULL;
  if (list == NULL)
    return FALSE;
  title = g_string_new (ans_listing_get_info (list)->title);
  g_string_append_printf (title, " (%s)", self->code);
  ans_window_push_page (ans_plan_view_get_window (view),
                        ans_list_page_new_of (ans_plan_view_get_window (view), list, title->str));
  return TRUE;
}

static void
part_clicked (GtkButton *button, AnsFigureView *self)
{
  ans_figure_view_open_part (
      self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ans-part")), 0);
}

static void
show_parts (AnsFigureView *self, AnsFigure *figure)
{
  static const AnsFigurePartKind order[] = { ANS_PART_START_NUMERATOR, ANS_PART_START_DENOMINATOR,
                                             ANS_PART_NUMERATOR, ANS_PART_DENOMINATOR };
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const gboolean is_ratio = ans_figure_has_part (figure, ANS_PART_DENOMINATOR);
  const gboolean has_start = ans_figure_has_part (figure, ANS_PART_START_NUMERATOR);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    adw_wrap_box_remove (self->parts, child);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const gint64 count = part_count (value, order[i]);
      g_autofree char *number = count >= 0 ? ans_number_format (count) : g_strdup ("–");
      g_autofree char *label =
          g_strdup_printf ("%s: %s", part_label (order[i], is_ratio, has_start), number);
      GtkWidget *button;

      if (!ans_figure_has_part (figure, order[i]))
        continue;
      button = gtk_button_new_with_label (label);
      gtk_widget_set_tooltip_text (button, _ ("Open the list behind this number"));
      gtk_widget_add_css_class (button, "numeric");
      g_object_set_data (G_OBJECT (button), "ans-part", GUINT_TO_POINTER (order[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (part_clicked), self);
      adw_wrap_box_append (self->parts, button);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->parts), n > 0);
}

/* --- the number ------------------------------------------------------------------------------ */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_meter (AnsFigureView *self, AnsFigures *figures, AnsFigure *figure, AnsStanding standing)
{
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  g_autofree char *text = ans_plan_words_progress (value, indicator);
  AnsRational exact, expected;
  const gboolean has = ans_figure_value_progress (value, indicator, &exact);
  double tick = -1;

  show_text (self->progress, text);
  gtk_widget_set_visible (GTK_WIDGET (self->meter), has);
  if (!has)
    return;
  if (ans_figures_expected (figures, figure, &expected))
    {
      g_autofree char *number = ans_rational_display (expected, MAX (indicator->decimals, 1));
      g_autofree char *tip = g_strdup_printf ("Đến ngày này cần %s %s", number,
                                              indicator->unit != NULL ? indicator->unit : "");

      expected = ans_rational_divide (expected, value->target);
      tick = 100 * (double) expected.num / (double) expected.den;
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->meter), tip);
    }
  ans_meter_set (self->meter, standing, (double) exact.num / (double) exact.den, tick);
}

static void
show_forecast (AnsFigureView *self, AnsFigures *figures, AnsFigure *figure)
{
  AnsForecast forecast;
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  g_autofree char *phrase = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autofree char *gap = NULL;

  if (!ans_figures_forecast (figures, figure, &forecast))
    {
      gap = ans_figure_value_gap (ans_figure_get_value (figure), indicator, NULL);
      show_text (self->forecast,
                 g_strcmp0 (gap, gtk_label_get_label (self->progress)) != 0 ? gap : NULL);
      return;
    }
  phrase = ans_forecast_display (&forecast, indicator);
  expected = ans_rational_display (forecast.expected, 0);
  text = g_strdup_printf ("%s. Dự báo đến cuối kỳ: %s %s%s", phrase, expected,
                          indicator->unit != NULL ? indicator->unit : "",
                          forecast.seasonal ? " (theo diễn biến năm trước)" : "");
  show_text (self->forecast, text);
}

static void
show_last_year (AnsFigureView *self, AnsFigures *figures, AnsFigure *figure)
{
  const AnsFigureValue *before = ans_figures_get_last_year (figures, figure);
  g_autofree char *value = before != NULL
                               ? ans_plan_words_value (before, ans_figure_get_indicator (figure))
                               : g_strdup ("–");
  g_autofree char *text = g_strdup_printf ("Cùng kỳ năm trước: %s", value);

  gtk_label_set_label (self->last_year, text);
}

/* “Trong đó: …” says nothing without what it is a part of. */
static char *
full_name (AnsFigures *figures, const AnsIndicator *indicator)
{
  const AnsPlan *plan = ans_figures_get_plan (figures);

  for (guint i = 0; indicator->subset_of != 0 && i < plan->indicators->len; i++)
    {
      const AnsIndicator *whole = plan->indicators->pdata[i];

      if (whole->id == indicator->subset_of)
        return g_strdup_printf ("%s\n– %s", whole->name, indicator->name);
    }
  return g_strdup (indicator->name);
}

static void
show_number (AnsFigureView *self, AnsFigures *figures, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsStanding standing = ans_figures_standing (figures, figure);
  g_autofree char *name = full_name (figures, indicator);
  g_autofree char *shown = ans_plan_words_value (value, indicator);
  g_autofree char *target = ans_plan_words_target (indicator);
  g_autofree char *beside =
      *target != '\0' ? g_strdup_printf ("/ %s%s%s", target,
                                         indicator->unit != NULL && indicator->has_target &&
                                                 g_strcmp0 (indicator->unit, "%") != 0
                                             ? " "
                                             : "",
                                         indicator->unit != NULL && indicator->has_target &&
                                                 g_strcmp0 (indicator->unit, "%") != 0
                                             ? indicator->unit
                                             : "")
                      : NULL;
  g_autofree char *reason = ans_figure_value_reason (value, indicator);
  g_autofree char *source = ans_plan_words_source (figure);
  g_autofree char *from = g_strdup_printf ("Nguồn: %s", source);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->value, shown);
  show_text (self->target, beside);
  ans_figure_mark_set (self->mark, standing, value->near);
  show_meter (self, figures, figure, standing);
  show_forecast (self, figures, figure);
  show_text (self->reason, reason);
  show_text (self->remark, ans_figure_get_remark (figure));
  gtk_label_set_label (self->source, from);
  show_parts (self, figure);
  show_last_year (self, figures, figure);
}

/* --- the text as issued, and what the machine made of it ------------------------------------- */

static void
add_fact (AnsFigureView *self, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (self->machine, row);
}

static void
show_texts (AnsFigureView *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  g_autoptr (AnsRecord) record = ans_record_load (ans_plan_view_get_book (ANS_PLAN_VIEW (self)),
                                                  &ans_register_indicators, indicator->id, NULL);
  static const char *const fields[] = {
    "direction", "target", "target_high",    "unit",
    "kind",      "source", "numerator_text", "denominator_text"
  };

  show_text (self->issued, indicator->issued_text);
  gtk_label_set_label (self->flag, indicator->flag != NULL ? indicator->flag : "");
  gtk_widget_set_visible (GTK_WIDGET (self->flag_box), indicator->flag != NULL);
  gtk_list_box_remove_all (self->machine);
  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = ans_record_display (record, fields[i]);

      add_fact (self, ans_register_get_field (&ans_register_indicators, fields[i])->title, value);
    }
}

/* --- the charts ------------------------------------------------------------------------------ */

/* Where the years of a single plan would be one point. */
static gboolean
has_years (AnsFigureView *self)
{
  return ans_connection_get_int (
             ans_book_get_connection (ans_plan_view_get_book (ANS_PLAN_VIEW (self))),
             "SELECT count(*) FROM plan", 0) > 1;
}

static void
show_charts (AnsFigureView *self, AnsFigures *figures)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autofree char *months = g_strconcat (self->code, "-months", NULL);
  g_autofree char *years = g_strconcat (self->code, "-years", NULL);
  const char *ids[] = { self->code, months, has_years (self) ? years : NULL, NULL };

  if (ans_chart_source_init_figures (&source, figures, NULL))
    ans_plan_chart_view_show (self->chart, ans_plan_view_get_window (ANS_PLAN_VIEW (self)), &source,
                              ids);
}

AnsPlanChartView *
ans_figure_view_get_charts (AnsFigureView *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE_VIEW (self), NULL);
  return self->chart;
}

/* --- the view -------------------------------------------------------------------------------- */

static void
ans_figure_view_refresh (AnsPlanView *view)
{
  AnsFigureView *self = ANS_FIGURE_VIEW (view);
  AnsFigures *figures = ans_plan_view_get_figures (view);
  AnsFigure *figure = find_figure (self);
  gboolean has_villages;

  if (figures == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, figure != NULL ? "figure" : "gone");
  if (figure == NULL)
    return;
  show_number (self, figures, figure);
  show_texts (self, figure);
  has_villages = ans_figure_villages_show (self->villages, figures, figure);
  gtk_widget_set_visible (self->villages_box, has_villages);
  show_charts (self, figures);
  ans_figure_entries_show (self->entries, ans_plan_view_get_book (view), figure);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.enter", ans_plan_view_can_write (view));
}

static void
ans_figure_view_relayout (AnsPlanView *view)
{
  AnsFigureView *self = ANS_FIGURE_VIEW (view);
  const AnsPlanLayout layout = ans_plan_view_get_layout (view);

  adw_multi_layout_view_set_layout_name (self->layouts,
                                         layout == ANS_PLAN_WIDE ? "wide" : "medium");
  ans_figure_villages_set_narrow (self->villages, layout == ANS_PLAN_NARROW);
}

static void
village_opened (AnsFigureView *self, guint part, gint64 village)
{
  ans_figure_view_open_part (self, (AnsFigurePartKind) part, village);
}

/* A number of the day that is looked at. */
static void
enter_value (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPlanView *view = ANS_PLAN_VIEW (widget);
  AnsFigure *figure = find_figure (ANS_FIGURE_VIEW (widget));
  g_autoptr (AnsRecord) record = NULL;
  g_autofree char *day = NULL;

  if (figure == NULL)
    return;
  day = ans_date_to_iso (ans_figures_get_day (ans_plan_view_get_figures (view)));
  record = ans_record_new (ans_plan_view_get_book (view), &ans_register_indicator_values);
  ans_record_set_int (record, "indicator", ans_figure_get_indicator (figure)->id);
  ans_record_set (record, "day", day);
  ans_record_form_present (widget, record, NULL, NULL);
}

static void
edit_indicator (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsFigure *figure = find_figure (ANS_FIGURE_VIEW (widget));

  if (figure != NULL)
    ans_plan_view_edit (ANS_PLAN_VIEW (widget), &ans_register_indicators,
                        ans_figure_get_indicator (figure)->id);
}

static gboolean
ans_figure_view_edit (AnsPlanView *view)
{
  edit_indicator (GTK_WIDGET (view), NULL, NULL);
  return TRUE;
}

static void
entry_opened (AnsFigureView *self, gint64 id)
{
  ans_plan_view_edit (ANS_PLAN_VIEW (self), &ans_register_indicator_values, id);
}

static void
ans_figure_view_dispose (GObject *object)
{
  AnsFigureView *self = ANS_FIGURE_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_FIGURE_VIEW);
  G_OBJECT_CLASS (ans_figure_view_parent_class)->dispose (object);
}

static void
ans_figure_view_finalize (GObject *object)
{
  g_free (ANS_FIGURE_VIEW (object)->code);
  G_OBJECT_CLASS (ans_figure_view_parent_class)->finalize (object);
}

static void
ans_figure_view_class_init (AnsFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_figure_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_figure_view_finalize;
  ANS_PLAN_VIEW_CLASS (klass)->refresh = ans_figure_view_refresh;
  ANS_PLAN_VIEW_CLASS (klass)->relayout = ans_figure_view_relayout;
  ANS_PLAN_VIEW_CLASS (klass)->edit = ans_figure_view_edit;

  g_type_ensure (ANS_TYPE_METER);
  g_type_ensure (ANS_TYPE_FIGURE_MARK);
  g_type_ensure (ANS_TYPE_FIGURE_VILLAGES);
  g_type_ensure (ANS_TYPE_FIGURE_ENTRIES);
  g_type_ensure (ANS_TYPE_PLAN_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-figure-view.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnsFigureView, name)
  BIND (layouts);
  BIND (stack);
  BIND (name);
  BIND (value);
  BIND (target);
  BIND (mark);
  BIND (meter);
  BIND (progress);
  BIND (forecast);
  BIND (reason);
  BIND (remark);
  BIND (parts);
  BIND (source);
  BIND (last_year);
  BIND (flag_box);
  BIND (flag);
  BIND (issued);
  BIND (machine);
  BIND (villages);
  BIND (villages_box);
  BIND (entries);
  BIND (chart);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, village_opened);
  gtk_widget_class_bind_template_callback (widget_class, entry_opened);
  gtk_widget_class_install_action (widget_class, "figure.enter", NULL, enter_value);
  gtk_widget_class_install_action (widget_class, "figure.edit", NULL, edit_indicator);
}

static void
ans_figure_view_init (AnsFigureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ans_figure_view_set_figure (AnsFigureView *self, AnsFigure *figure)
{
  g_return_if_fail (ANS_IS_FIGURE_VIEW (self));
  g_return_if_fail (ANS_IS_FIGURE (figure));

  g_set_str (&self->code, ans_figure_get_indicator (figure)->code);
}

const char *
ans_figure_view_get_code (AnsFigureView *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE_VIEW (self), NULL);
  return self->code;
}

AnsFigure *
ans_figure_view_get_sibling (AnsFigureView *self, int by)
{
  AnsFigures *figures;
  const AnsPlan *plan;

  g_return_val_if_fail (ANS_IS_FIGURE_VIEW (self), NULL);

  figures = ans_plan_view_get_figures (ANS_PLAN_VIEW (self));
  plan = figures != NULL ? ans_figures_get_plan (figures) : NULL;
  for (int i = 0; plan != NULL && i < (int) plan->indicators->len; i++)
    if (g_strcmp0 (((AnsIndicator *) plan->indicators->pdata[i])->code, self->code) == 0 &&
        i + by >= 0 && i + by < (int) plan->indicators->len)
      return ans_figures_find (figures, ((AnsIndicator *) plan->indicators->pdata[i + by])->code);
  return NULL;
}
