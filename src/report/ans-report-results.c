/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Biểu tổng hợp kết quả thực hiện chỉ tiêu”: domain.md §6.5. What grows through the year is told
 * for the period and cumulated: the period is what is cumulated at its end less what was before its
 * first day, so that this report is the last one and what moved since. */
#include <glib/gi18n.h>
#include <string.h>

#include "plan/ans-plan-choices.h"
#include "report/ans-report-private.h"
#include "text/ans-number.h"

enum
{
  TT,
  NAME,
  UNIT,
  TARGET,
  PERIOD,
  CUMULATED,
  PERCENT,
  LAST_YEAR,
  REMARK,
  N_COLUMNS
};

#define INDENT "\u00a0\u00a0\u00a0"

typedef struct
{
  AnsMemoryTable *table;
  AnsFigures *figures;
  AnsFigures *before; /* (nullable): up to the day before the period */
  guint number;       /* of the last row */
  guint n_met, n_not_met, n_not_arisen, n_unknown, n_watched;
} Results;

/* --- cells ------------------------------------------------------------------------------------ */

static gboolean
has_number (const AnsFigureValue *value)
{
  return value != NULL && value->state == ANS_FIGURE_VALUE;
}

static gboolean
is_word (const AnsIndicator *indicator)
{
  return indicator->direction == ANS_DIRECTION_MET || indicator->kind == ANS_INDICATOR_BOOLEAN ||
         indicator->kind == ANS_INDICATOR_QUALITATIVE;
}

static char *
cell_of_target (const AnsIndicator *indicator)
{
  if (indicator->has_target && !indicator->has_high &&
      (indicator->direction == ANS_DIRECTION_AT_LEAST ||
       indicator->direction == ANS_DIRECTION_EQUAL))
    return ans_report_number (indicator->target, indicator->decimals);
  return ans_indicator_target_display (indicator);
}

static char *
cell_of_value (const AnsFigureValue *value, const AnsIndicator *indicator)
{
  g_autofree char *shown = NULL;

  if (value->state == ANS_FIGURE_NO_DATA)
    return g_strdup ("chưa có số liệu");
  shown = ans_figure_value_display (value, indicator);
  if (!has_number (value) || is_word (indicator))
    return g_steal_pointer (&shown);
  /* 199 of 200 is not printed as 100. */
  {
    g_autofree char *number = ans_report_number (value->value, indicator->decimals);
    g_autofree char *rounded = ans_rational_display (value->value, indicator->decimals);

    return g_strdup (g_str_equal (shown, rounded) ? number : shown);
  }
}

/* What grows, or falls, from the first day of the year on. */
static gboolean
is_cumulated (AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  gboolean is_mean = indicator->figure != NULL && g_str_has_prefix (indicator->figure, "mean(");

  return !is_mean &&
         (indicator->kind == ANS_INDICATOR_FLOW || indicator->kind == ANS_INDICATOR_CHANGE);
}

static char *
cell_of_period (Results *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  AnsFigure *same = self->before != NULL ? ans_figures_find (self->before, indicator->code) : NULL;
  const AnsFigureValue *then = same != NULL ? ans_figure_get_value (same) : NULL;

  if (value->state == ANS_FIGURE_NO_DATA)
    return NULL;
  if (!has_number (value) || !is_cumulated (figure) || self->before == NULL)
    return cell_of_value (value, indicator);
  /* Before the first number of the year there is nothing. */
  if (!has_number (then))
    return then == NULL || then->state == ANS_FIGURE_NO_DATA ? cell_of_value (value, indicator)
                                                             : g_strdup ("–");
  return ans_report_number (ans_rational_subtract (value->value, then->value), indicator->decimals);
}

static char *
cell_of_percent (const AnsFigureValue *value, const AnsIndicator *indicator)
{
  AnsRational percent;

  if (indicator->direction == ANS_DIRECTION_NONE || value->state == ANS_FIGURE_NO_DATA)
    return NULL;
  if (ans_figure_value_progress (value, indicator, &percent))
    return ans_report_number (percent, 1);
  return g_strdup (value->state == ANS_FIGURE_NOT_ARISEN
                       ? "–"
                       : ans_figure_value_verdict_display (value, indicator));
}

static char *
cell_of_last_year (Results *self, AnsFigure *figure)
{
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsFigureValue *then = ans_figures_get_last_year (self->figures, figure);

  if (is_word (ans_figure_get_indicator (figure)))
    return NULL;
  /* Of next to nothing there is no percentage that says something. */
  if (!has_number (value) || !has_number (then) ||
      ans_rational_round (then->value, ans_figure_get_indicator (figure)->decimals) <= 0)
    return g_strdup ("–");
  return ans_report_number (ans_rational_multiply (ans_rational_divide (value->value, then->value),
                                                   ans_rational_new (100, 1)),
                            1);
}

static void
add_remark (GString *text, const char *remark)
{
  if (remark == NULL || *remark == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, remark);
}

static char *
cell_of_remark (Results *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  GString *text = g_string_new (NULL);
  g_autofree char *gap = ans_figure_value_gap (value, indicator, NULL);

  if (value->near)
    {
      g_autofree char *raw = ans_figure_value_display_raw (value, indicator);
      g_autofree char *near = g_strdup_printf ("sát ngưỡng (%s)", raw);

      add_remark (text, near);
    }
  add_remark (text, gap);
  if (value->state == ANS_FIGURE_NOT_ARISEN)
    add_remark (text, "không phát sinh");
  if (indicator->kind == ANS_INDICATOR_RATIO && value->numerator >= 0 && value->denominator > 0)
    {
      g_autofree char *part = ans_number_format (value->numerator);
      g_autofree char *whole = ans_number_format (value->denominator);
      g_autofree char *counts = g_strdup_printf ("%s/%s", part, whole);

      add_remark (text, counts);
    }
  if (value->origin == ANS_ORIGIN_MANUAL)
    {
      g_autofree char *day = ans_date_format (value->day);
      g_autofree char *by_hand = g_strdup_printf ("số nhập tay ngày %s", day);

      add_remark (text, by_hand);
    }
  add_remark (text, ans_figure_get_remark (figure));
  return g_string_free_and_steal (text);
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
count (Results *self, const AnsFigureValue *value)
{
  if (value->state == ANS_FIGURE_NO_DATA || value->state == ANS_FIGURE_STANDARDS_DIFFER)
    self->n_unknown++;
  else if (value->state == ANS_FIGURE_NOT_ARISEN)
    self->n_not_arisen++;
  else if (value->verdict == ANS_VERDICT_MET)
    self->n_met++;
  else if (value->verdict == ANS_VERDICT_NOT_MET)
    self->n_not_met++;
  else
    self->n_watched++;
}

static void
add_row (Results *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  gboolean is_part = indicator->subset_of != 0;
  g_autofree char *number = is_part ? NULL : g_strdup_printf ("%u", ++self->number);
  g_autofree char *name =
      is_part ? g_strconcat (INDENT "– ", indicator->name, NULL) : g_strdup (indicator->name);
  g_autofree char *target = cell_of_target (indicator);
  g_autofree char *period = cell_of_period (self, figure);
  g_autofree char *cumulated = cell_of_value (value, indicator);
  g_autofree char *percent = cell_of_percent (value, indicator);
  g_autofree char *last_year = cell_of_last_year (self, figure);
  g_autofree char *remark = cell_of_remark (self, figure);
  const char *cells[N_COLUMNS] = { number,    name,    indicator->unit, target, period,
                                   cumulated, percent, last_year,       remark };

  if (self->before == NULL)
    memmove (&cells[PERIOD], &cells[CUMULATED], (N_COLUMNS - CUMULATED) * sizeof *cells);
  ans_memory_table_add_row (self->table, cells);
  count (self, value);
}

/* Indicators by area, in the order of areas; within one in the order of the plan. */
static void
add_groups (Results *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->figures));

  for (const AnsChoice *area = ans_choices_plan_area; area->code != NULL; area++)
    {
      gboolean begun = FALSE;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);

          if (g_strcmp0 (ans_figure_get_indicator (figure)->area, area->code) != 0)
            continue;
          if (!begun)
            ans_memory_table_begin_group (self->table, area->label);
          begun = TRUE;
          add_row (self, figure);
        }
    }
}

static AnsMemoryTable *
make_table (const AnsReportDays *days, gboolean has_period)
{
  g_autofree char *name = ans_report_period_name (&days->period);
  g_autofree char *done = g_strdup_printf ("Thực hiện %s", name != NULL ? name : "trong kỳ");
  AnsTableColumn columns[N_COLUMNS] = {
    [TT] = { "tt", "TT", NULL, 10, ANS_ALIGN_CENTRE, ANS_COLUMN_INTEGER },
    [NAME] = { "name", "Chỉ tiêu", NULL, 76, ANS_ALIGN_START, ANS_COLUMN_TEXT },
    [UNIT] = { "unit", "Đơn vị tính", NULL, 17, ANS_ALIGN_CENTRE, ANS_COLUMN_TEXT },
    [TARGET] = { "target", "Kế hoạch năm", NULL, 20, ANS_ALIGN_END, ANS_COLUMN_DECIMAL },
    [PERIOD] = { "period", done, NULL, 21, ANS_ALIGN_END, ANS_COLUMN_DECIMAL },
    [CUMULATED] = { "cumulated", "Lũy kế từ đầu năm", NULL, 21, ANS_ALIGN_END, ANS_COLUMN_DECIMAL },
    [PERCENT] = { "percent", "Tỷ lệ % so kế hoạch", NULL, 20, ANS_ALIGN_END, ANS_COLUMN_DECIMAL },
    [LAST_YEAR] = { "last_year", "So cùng kỳ năm trước (%)", NULL, 20, ANS_ALIGN_END,
                    ANS_COLUMN_DECIMAL },
    [REMARK] = { "remark", "Ghi chú", NULL, 57, ANS_ALIGN_START, ANS_COLUMN_TEXT },
  };

  if (has_period)
    return ans_memory_table_new (columns, N_COLUMNS);
  /* From the first day of the year on, the period is what is cumulated. */
  columns[REMARK].width_mm += columns[PERIOD].width_mm;
  memmove (&columns[PERIOD], &columns[CUMULATED], (N_COLUMNS - CUMULATED) * sizeof *columns);
  return ans_memory_table_new (columns, N_COLUMNS - 1);
}

static void
add_closing (Results *self, AnsDocument *document)
{
  guint n = self->n_met + self->n_not_met + self->n_not_arisen + self->n_unknown + self->n_watched;
  g_autofree char *sum = g_strdup_printf (
      "Tổng số: %u chỉ tiêu; đạt kế hoạch năm: %u; chưa đạt: %u; không phát sinh: "
      "%u; chưa có số liệu: %u; theo dõi, không giao mức: %u.",
      n, self->n_met, self->n_not_met, self->n_not_arisen, self->n_unknown, self->n_watched);

  ans_document_add_closing (document, sum, FALSE);
}

static AnsDocument *
make (const AnsReportInfo *self, AnsBook *book, const AnsReportRequest *request, GError **error)
{
  AnsReportDays days;
  g_autoptr (AnsFigures) figures = NULL;
  g_autoptr (AnsFigures) before = NULL;
  g_autoptr (AnsMemoryTable) table = NULL;
  Results results = { 0 };
  AnsDocument *document;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *as_of = NULL;

  if (!ans_report_days_find (&days, self, book, request, error))
    return NULL;
  figures = ans_report_figures (book, &days, days.day);
  if (!ans_figures_evaluate (figures, error))
    return NULL;
  if (ans_date_compare (days.period.first, days.year_first) > 0)
    {
      before = ans_report_figures (book, &days, ans_date_add_days (days.period.first, -1));
      if (!ans_figures_evaluate (before, error))
        return NULL;
    }
  table = make_table (&days, before != NULL);
  results.table = table;
  results.figures = figures;
  results.before = before;
  add_groups (&results);

  document = ans_report_document (book, table, self->title, days.date);
  title = ans_report_period_title (&days.period);
  ans_document_set_subtitle (document, title);
  ans_document_set_table_size (document, 10.5);
  ans_document_set_least_size (document, 10);
  day = ans_date_format (days.day);
  as_of = g_strdup_printf ("(Số liệu tính đến ngày %s)", day);
  ans_document_set_attachment (document, as_of);
  add_closing (&results, document);
  ans_letterhead_add_signatures (document, book, days.date, TRUE);
  return document;
}

const AnsReportInfo ans_report_results = {
  .id = "results",
  .title = "Biểu tổng hợp kết quả thực hiện chỉ tiêu",
  .label = N_ ("Results of the plan"),
  .scope = ANS_REPORT_PERIOD,
  .make = make,
};
