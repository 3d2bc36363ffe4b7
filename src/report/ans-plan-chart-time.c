/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator over the months of its period, and over the years of plans. Of a fall it is what
 * falls that is drawn: the rate itself, which its two days are taken from. */
#include <glib/gi18n.h>

#include "chart/ans-chart.h"
#include "plan/ans-plan-words.h"
#include "report/ans-plan-charts-private.h"

#define RATE_DECIMALS 2
#define NEW_STANDARD  "chuẩn nghèo mới"

/* A chart that is being filled. */
typedef struct
{
  AnsChart *chart;
  const AnsFigureInfo *info;
  const char *standard; /* (nullable): column that must stay the same */
  gint64 village;
  AnsDate first;
  char *last; /* (nullable): the standard of the last point */
  guint n;    /* points with a number */
} Course;

static gboolean
is_fall (const AnsFigureInfo *info)
{
  return info != NULL &&
         (info->formula == ANS_FIGURE_COUNT_FALL || info->formula == ANS_FIGURE_RATIO_FALL);
}

static gboolean
same_part (const AnsFigurePart *one, const AnsFigurePart *two)
{
  return g_strcmp0 (one->listing, two->listing) == 0 &&
         g_strcmp0 (one->filters, two->filters) == 0 &&
         g_strcmp0 (one->period_column, two->period_column) == 0;
}

/* The figure of the area that is not the fall, but what falls. */
static const AnsFigureInfo *
what_falls (const AnsFigureInfo *info)
{
  AnsFigureFormula formula =
      info->formula == ANS_FIGURE_RATIO_FALL ? ANS_FIGURE_RATIO : ANS_FIGURE_COUNT;
  const AnsArea *area = NULL;

  if (ans_area_find_figure (info->id, &area) == NULL)
    return NULL;
  for (const AnsFigureInfo *other = area->figures; other->id != NULL; other++)
    if (other->formula == formula && same_part (&other->numerator, &info->numerator) &&
        same_part (&other->denominator, &info->denominator))
      return other;
  return NULL;
}

/* Two days with different values in that column can't be compared: any fall of the same list says
 * which column it is. */
static const char *
find_comparable (const AnsFigureInfo *info)
{
  guint n;
  const AnsArea *const *areas = ans_areas (&n);

  if (info == NULL || info->comparable != NULL)
    return info != NULL ? info->comparable : NULL;
  for (guint i = 0; i < n; i++)
    for (const AnsFigureInfo *other = areas[i]->figures; other != NULL && other->id != NULL;
         other++)
      if (other->comparable != NULL && info->numerator.period_column == NULL &&
          g_strcmp0 (other->numerator.listing, info->numerator.listing) == 0)
        return other->comparable;
  return NULL;
}

AnsFigures *
ans_plan_chart_figures_on (AnsFigures *figures, AnsFigure *figure, AnsDate day)
{
  AnsFigures *other =
      ans_figures_new (ans_figures_get_book (figures), ans_figures_get_plan (figures)->id);
  g_autofree char *first = ans_date_to_iso (ans_figures_get_first_day (figures));
  g_autofree char *last = ans_date_to_iso (ans_figures_get_last_day (figures));
  g_autofree char *iso = ans_date_to_iso (day);

  ans_figures_set_only (other, ans_figure_get_indicator (figure)->code);
  ans_figures_set_period (other, first, last);
  ans_figures_set_day (other, iso);
  return other;
}

/* ---- points ---- */

static gboolean
take_first (gint64 id, const char *const *values, gpointer data)
{
  char **value = data;

  g_set_str (value, values[0]);
  return FALSE;
}

/* The value of the column that must stay the same, in the list behind the number. */
static char *
standard_of (Course *self, AnsFigures *figures, AnsFigure *figure, AnsFigurePartKind part)
{
  AnsConnection *connection = ans_book_get_connection (ans_figures_get_book (figures));
  g_autoptr (AnsListing) listing = NULL;
  g_autoptr (AnsListingResult) result = NULL;
  const char *columns[] = { self->standard, NULL };
  char *value = NULL;

  if (self->standard == NULL)
    return NULL;
  listing = ans_figures_list (figures, figure, part, 0);
  result = listing != NULL ? ans_listing_run (listing, connection, 1, NULL) : NULL;
  if (result != NULL && result->ids->len > 0)
    ans_listing_fetch (listing, connection, (const gint64 *) (gpointer) result->ids->data, 1,
                       columns, take_first, &value, NULL);
  return value;
}

/* What is drawn of a number: of a fall what is left, or what there was at the start. */
static gboolean
number_of (Course *self, const AnsFigureValue *value, gboolean at_start, AnsRational *number)
{
  gint64 numerator, denominator;

  if (value == NULL)
    return FALSE;
  if (!is_fall (self->info) || value->origin != ANS_ORIGIN_COMPUTED)
    {
      *number = value->value;
      return value->state == ANS_FIGURE_VALUE && !at_start && !is_fall (self->info);
    }
  numerator = at_start ? value->start_numerator : value->numerator;
  denominator = at_start ? value->start_denominator : value->denominator;
  if (self->info->formula == ANS_FIGURE_COUNT_FALL)
    denominator = 1;
  if (numerator < 0 || denominator <= 0)
    return FALSE;
  *number = ans_rational_new (
      self->info->formula == ANS_FIGURE_RATIO_FALL ? 100 * numerator : numerator, denominator);
  return TRUE;
}

static void
add_point (Course *self,
           const char *label,
           double position,
           AnsFigures *figures,
           AnsFigure *figure,
           gboolean at_start)
{
  const AnsFigureValue *value = self->village != 0
                                    ? ans_figure_get_village_value (figure, self->village)
                                    : ans_figure_get_value (figure);
  guint c = ans_chart_add_category (self->chart, label);
  g_autofree char *standard = NULL;
  AnsRational number;

  ans_chart_set_category_position (self->chart, c, position);
  if (!number_of (self, value, at_start, &number))
    return;
  ans_chart_set_value (self->chart, 0, c, ans_rational_round (number, self->chart->decimals));
  self->n++;
  standard =
      standard_of (self, figures, figure, at_start ? ANS_PART_START_NUMERATOR : ANS_PART_NUMERATOR);
  if (standard != NULL && self->last != NULL && !g_str_equal (standard, self->last))
    ans_chart_set_break (self->chart, c, NEW_STANDARD);
  if (standard != NULL)
    g_set_str (&self->last, standard);
}

/* ---- what all courses have ---- */

static AnsChart *
begin (Course *self, AnsFigures *figures, AnsFigure *figure, gint64 village, const char *tail)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureInfo *falls = NULL;
  g_auto (AnsChartSource) source = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  const char *unit = indicator->unit;
  int decimals = indicator->decimals;

  *self = (Course) { .info = ans_figure_get_info (figure), .village = village };
  self->standard = find_comparable (self->info);
  self->first = ans_figures_get_first_day (figures);
  if (is_fall (self->info))
    falls = what_falls (self->info);
  title = g_strconcat (falls != NULL ? falls->title : indicator->name, tail, NULL);
  if (is_fall (self->info) && self->info->formula == ANS_FIGURE_RATIO_FALL)
    {
      unit = "%";
      decimals = RATE_DECIMALS;
    }
  self->chart = ans_chart_new (ANS_CHART_LINE, title, unit, decimals);
  ans_chart_add_series (self->chart, falls != NULL ? falls->title : indicator->name);
  if (ans_chart_source_init_figures (&source, figures, NULL))
    {
      source.village = village;
      text = ans_chart_source_text (&source);
      ans_chart_set_source (self->chart, text);
    }
  return self->chart;
}

/* What is to be reached at the end: of a fall, what there was less what is to fall. */
static void
set_target (Course *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = self->village != 0
                                    ? ans_figure_get_village_value (figure, self->village)
                                    : ans_figure_get_value (figure);
  int decimals = self->chart->decimals;
  AnsRational start;

  if (value == NULL || !value->has_target)
    return;
  if (!is_fall (self->info))
    ans_chart_set_target (self->chart, ans_rational_round (value->target, decimals),
                          "Chỉ tiêu năm");
  else if (value->state == ANS_FIGURE_VALUE && number_of (self, value, TRUE, &start))
    ans_chart_set_target (
        self->chart, ans_rational_round (ans_rational_subtract (start, value->target), decimals),
        "Mức phải đạt cuối năm");
  if (indicator->has_high && self->village == 0 && !is_fall (self->info))
    ans_chart_set_band (self->chart, ans_rational_round (indicator->target, decimals),
                        ans_rational_round (indicator->target_high, decimals), "Mức phấn đấu");
}

/* ---- months ---- */

static char *
day_label (AnsDate day)
{
  return g_strdup_printf ("%d/%d", day.day, day.month);
}

static void
add_month_ends (Course *self, AnsFigures *figures, AnsFigure *figure)
{
  AnsDate day = ans_figures_get_day (figures), last = ans_figures_get_last_day (figures);
  AnsDate end = ans_date_last_day (ans_date_new (self->first.year, self->first.month, 0));

  for (; ans_date_compare (end, day) < 0 && ans_date_compare (end, last) < 0;
       end = ans_date_last_day (
           ans_date_new (ans_date_add_days (end, 1).year, ans_date_add_days (end, 1).month, 0)))
    {
      g_autoptr (AnsFigures) then = ans_plan_chart_figures_on (figures, figure, end);
      AnsFigure *same = ans_figures_find (then, ans_figure_get_indicator (figure)->code);
      g_autofree char *label = g_strdup_printf ("T%d", end.month);

      if (same != NULL)
        add_point (self, label, ans_date_days_between (self->first, end) + 1, then, same, FALSE);
    }
}

/* Numbers by hand are of the days on which they were written down. */
static void
add_entries (Course *self, AnsFigures *figures, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  AnsDate day = ans_figures_get_day (figures);

  for (guint i = 0; i < indicator->values->len; i++)
    {
      const AnsManualValue *entry = indicator->values->pdata[i];
      g_autofree char *label = day_label (entry->day);
      guint c;

      if (entry->village != self->village || !entry->has_value ||
          ans_date_compare (entry->day, self->first) < 0 || ans_date_compare (entry->day, day) > 0)
        continue;
      c = ans_chart_add_category (self->chart, label);
      ans_chart_set_category_position (self->chart, c,
                                       ans_date_days_between (self->first, entry->day) + 1);
      ans_chart_set_value (self->chart, 0, c,
                           ans_rational_round (entry->value, self->chart->decimals));
      self->n++;
    }
}

/* “nếu giữ nhịp hiện nay” */
static void
add_forecast (Course *self, AnsFigures *figures, AnsFigure *figure)
{
  AnsDate last = ans_figures_get_last_day (figures);
  g_autofree char *label = day_label (last);
  AnsForecast forecast;
  guint c, series;

  if (ans_date_compare (ans_figures_get_day (figures), last) >= 0 || self->village != 0)
    return;
  c = ans_chart_add_category (self->chart, label);
  ans_chart_set_category_position (self->chart, c, ans_date_days_between (self->first, last) + 1);
  if (self->n == 0 || !ans_figures_forecast (figures, figure, &forecast))
    return;
  series = ans_chart_add_series (self->chart, "Nếu giữ nhịp hiện nay");
  ans_chart_set_forecast (self->chart, series);
  ans_chart_set_value (self->chart, series, c - 1, ans_chart_get_value (self->chart, 0, c - 1));
  ans_chart_set_value (self->chart, series, c,
                       ans_rational_round (forecast.expected, self->chart->decimals));
}

/* A fall says in its title what there is to say. */
static void
set_fall_title (Course *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  g_autofree char *fallen = NULL;
  g_autofree char *target = NULL;
  g_autofree char *title = NULL;

  if (!is_fall (self->info) || self->village != 0 || value->state != ANS_FIGURE_VALUE ||
      value->origin != ANS_ORIGIN_COMPUTED || !value->has_target || value->value.num < 0)
    return;
  fallen = ans_rational_display (value->value, indicator->decimals);
  target = ans_rational_display (value->target, indicator->decimals);
  title = g_strdup_printf ("%s đã giảm %s %s, cần giảm %s %s",
                           ((AnsChartSeries *) self->chart->series->pdata[0])->name, fallen,
                           indicator->unit, target, indicator->unit);
  g_set_str (&self->chart->title, title);
}

AnsChart *
ans_plan_chart_of_months (AnsFigures *figures, AnsFigure *figure, gint64 village)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  AnsDate day = ans_figures_get_day (figures);
  Course course;

  if (!ans_plan_chart_is_number (indicator))
    return NULL;
  begin (&course, figures, figure, village, " qua các tháng");
  if (value->origin == ANS_ORIGIN_MANUAL)
    add_entries (&course, figures, figure);
  else if (value->origin == ANS_ORIGIN_COMPUTED)
    {
      g_autofree char *start = g_strdup_printf ("%d/%d/%02d", course.first.day, course.first.month,
                                                course.first.year % 100);
      g_autofree char *today = day_label (day);

      if (is_fall (course.info))
        add_point (&course, start, 0, figures, figure, TRUE);
      add_month_ends (&course, figures, figure);
      add_point (&course, today, ans_date_days_between (course.first, day) + 1, figures, figure,
                 FALSE);
      ans_chart_set_highlight (course.chart, course.chart->categories->len - 1);
    }
  if (course.n > 0)
    {
      set_target (&course, figure);
      if (value->origin == ANS_ORIGIN_COMPUTED)
        add_forecast (&course, figures, figure);
      set_fall_title (&course, figure);
    }
  g_free (course.last);
  return course.chart;
}

/* ---- years ---- */

static void
add_year (Course *self, AnsFigures *figures, AnsFigure *figure, gint64 plan)
{
  g_autoptr (AnsFigures) then = ans_figures_new (ans_figures_get_book (figures), plan);
  const AnsPlan *of;
  g_autofree char *end = NULL;
  g_autofree char *label = NULL;
  AnsFigure *same;
  int year;

  ans_figures_set_only (then, ans_figure_get_indicator (figure)->code);
  of = ans_figures_get_plan (then);
  if (of == NULL)
    return;
  /* Another day makes the plan anew. */
  year = of->year;
  end = ans_date_to_iso (of->ends);
  ans_figures_set_day (then, end);
  same = ans_figures_find (then, ans_figure_get_indicator (figure)->code);
  label = g_strdup_printf ("%d", year);
  if (same != NULL)
    add_point (self, label, year, then, same, FALSE);
}

AnsChart *
ans_plan_chart_of_years (AnsFigures *figures, AnsFigure *figure, gint64 village)
{
  const AnsPlan *plan = ans_figures_get_plan (figures);
  g_autoptr (AnsStatement) row = NULL;
  Course course;

  if (!ans_plan_chart_is_number (ans_figure_get_indicator (figure)))
    return NULL;
  row = ans_connection_prepare (ans_book_get_connection (ans_figures_get_book (figures)),
                                "SELECT id FROM plan WHERE year < ?1 ORDER BY year", NULL);
  begin (&course, figures, figure, village, " qua các năm");
  if (row != NULL)
    ans_statement_bind_int (row, 1, plan->year);
  while (row != NULL && ans_statement_step (row, NULL))
    add_year (&course, figures, figure, ans_statement_int (row, 0));
  {
    g_autofree char *year = g_strdup_printf ("%d", plan->year);

    add_point (&course, year, plan->year, figures, figure, FALSE);
  }
  ans_chart_set_highlight (course.chart, course.chart->categories->len - 1);
  if (course.n > 0)
    set_target (&course, figure);
  g_free (course.last);
  return course.chart;
}
