/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ans-plan-deck.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/ans-deadlines.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-words.h"
#include "registry/ans-office.h"
#include "report/ans-plan-charts.h"
#include "report/ans-report.h"

/* Days ahead in which the officer's calendar is told of, and tasks count as soon due. */
#define AHEAD     60
#define SOON      14
#define MOST_SAID 3 /* villages named in a sentence */
#define A_SLIDE   7 /* tasks that one slide holds */

/* How much is told: for a meeting, or everything. */
typedef struct
{
  AnsDeck *deck;
  AnsFigures *figures;
  gboolean full;
} Making;

static double
ratio (AnsRational one, AnsRational two)
{
  return (double) one.num / (double) one.den / ((double) two.num / (double) two.den);
}

static char *
with_unit (const char *number, const AnsIndicator *indicator)
{
  if (indicator->unit == NULL || *indicator->unit == '\0' || g_str_has_suffix (number, "%") ||
      !g_ascii_isdigit (number[strlen (number) - 1]))
    return g_strdup (number);
  return g_strdup_printf ("%s %s", number, indicator->unit);
}

static char *
capitalised (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/* The word and sign of how an indicator stands. */
static const char *
verdict_of (AnsFigures *figures, AnsFigure *figure, AnsState *state)
{
  AnsStanding standing = ans_figures_standing (figures, figure);

  *state = ans_plan_chart_state (standing);
  if (standing == ANS_STANDING_NOT_MET &&
      ans_date_compare (ans_figures_get_day (figures), ans_figures_get_last_day (figures)) >= 0)
    *state = ANS_STATE_OVERDUE;
  return ans_figure_get_value (figure)->near && standing != ANS_STANDING_MET
             ? "Sát ngưỡng"
             : ans_standing_display (standing);
}

static gboolean
says_something (AnsFigure *figure)
{
  return ans_figure_get_value (figure)->state != ANS_FIGURE_NO_DATA;
}

/* The figures of one area, in the order of the plan. */
static GPtrArray *
figures_of (AnsFigures *figures, const char *area)
{
  GPtrArray *of_area = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);

      if (g_strcmp0 (ans_figure_get_indicator (figure)->area, area) == 0)
        g_ptr_array_add (of_area, g_steal_pointer (&figure));
    }
  return of_area;
}

/* ---- title ---- */

static const char *const state_words[ANS_N_STATES] = {
  [ANS_STATE_REACHED] = "đạt",           [ANS_STATE_ON_TIME] = "đúng tiến độ",
  [ANS_STATE_BEHIND] = "chậm, chưa đạt", [ANS_STATE_OVERDUE] = "không đạt",
  [ANS_STATE_NO_DATA] = "chưa đánh giá",
};

static void
add_title (AnsDeck *deck, AnsFigures *figures)
{
  const AnsPlan *plan = ans_figures_get_plan (figures);
  AnsDate day = ans_figures_get_day (figures);
  g_autofree char *title = g_strdup_printf (
      "Tình hình thực hiện kế hoạch công tác lao động, người có công và xã hội năm %d", plan->year);
  g_autofree char *subtitle =
      g_strdup_printf ("Số liệu tính đến ngày %d/%d/%d", day.day, day.month, day.year);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));
  guint counts[ANS_N_STATES] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);
      AnsState state;

      verdict_of (figures, figure, &state);
      counts[state]++;
    }
  ans_deck_add_title (deck, title, subtitle, counts, state_words);
}

/* ---- all areas ---- */

/* How the targets of each area stand, on one slide. */
static void
add_areas (Making *making)
{
  static const AnsState states[] = { ANS_STATE_REACHED, ANS_STATE_ON_TIME, ANS_STATE_BEHIND,
                                     ANS_STATE_OVERDUE, ANS_STATE_NO_DATA };
  g_autoptr (AnsChart) chart =
      ans_chart_new (ANS_CHART_STACKED_BARS, "Tiến độ các chỉ tiêu theo lĩnh vực", "chỉ tiêu", 0);
  guint counts[64][ANS_N_STATES] = { 0 };
  guint n = 0;

  for (const AnsChoice *area = ans_choices_plan_area; area->code != NULL && n < 64; area++)
    {
      g_autoptr (GPtrArray) of_area = figures_of (making->figures, area->code);

      for (guint i = 0; i < of_area->len; i++)
        {
          AnsState state;

          verdict_of (making->figures, of_area->pdata[i], &state);
          counts[n][state]++;
        }
      if (of_area->len == 0)
        continue;
      ans_chart_add_category (chart, area->label);
      n++;
    }
  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    {
      g_autofree char *word = capitalised (state_words[states[s]]);
      guint all = 0, series;

      for (guint i = 0; i < n; i++)
        all += counts[i][states[s]];
      if (all == 0)
        continue;
      series = ans_chart_add_series (chart, word);
      for (guint i = 0; i < n; i++)
        ans_chart_set_value (chart, series, i, counts[i][states[s]]);
    }
  if (ans_chart_has_data (chart))
    ans_deck_add_chart (making->deck, "Kết quả chung", NULL, chart, NULL);
}

/* ---- one area ---- */

/* Texts of rows, which borrow them. */
static const char *
keep (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
  return text;
}

static void
add_area (AnsDeck *deck, AnsFigures *figures, GPtrArray *of_area, const char *title)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (AnsSlideRow));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *closing = NULL;
  guint met = 0, late = 0, unknown = 0;

  for (guint i = 0; i < of_area->len; i++)
    {
      AnsFigure *figure = of_area->pdata[i];
      const AnsIndicator *indicator = ans_figure_get_indicator (figure);
      AnsSlideRow row = { .name = indicator->name, .indent = indicator->subset_of != 0 };

      row.target = keep (texts, ans_plan_words_target (indicator));
      row.value = keep (texts, ans_plan_words_value (ans_figure_get_value (figure), indicator));
      row.verdict = verdict_of (figures, figure, &row.state);
      g_array_append_val (rows, row);
      met += row.state == ANS_STATE_REACHED;
      late += row.state == ANS_STATE_BEHIND || row.state == ANS_STATE_OVERDUE;
      unknown += !says_something (figure);
    }
  closing = g_strdup_printf ("Đã đạt %u/%u chỉ tiêu", met, of_area->len);
  if (late > 0)
    {
      g_autofree char *more = g_strdup_printf ("%s; %u chỉ tiêu chậm, chưa đạt", closing, late);
      g_set_str (&closing, more);
    }
  if (unknown > 0)
    {
      g_autofree char *more = g_strdup_printf ("%s; %u chỉ tiêu chưa có số liệu", closing, unknown);
      g_set_str (&closing, more);
    }
  {
    g_autofree char *sentence = g_strconcat (closing, ".", NULL);

    ans_deck_add_area (deck, title, (const AnsSlideRow *) (gpointer) rows->data, rows->len,
                       sentence);
  }
}

/* ---- one indicator ---- */

/* Villages that have not done half of what they were given. */
static char *
slow_villages (AnsFigures *figures, AnsFigure *figure)
{
  const GArray *villages = ans_figures_get_villages (figures);
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  g_autoptr (GPtrArray) slow = g_ptr_array_new ();

  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureVillage *village = &g_array_index (villages, AnsFigureVillage, i);
      const AnsFigureValue *value = ans_figure_get_village_value (figure, village->id);

      if (value != NULL && indicator->direction == ANS_DIRECTION_AT_LEAST && value->has_target &&
          value->target.num > 0 && value->state == ANS_FIGURE_VALUE &&
          ratio (value->value, value->target) < 0.5)
        g_ptr_array_add (slow, village->name);
    }
  if (slow->len == 0)
    return NULL;
  if (slow->len > MOST_SAID)
    return g_strdup_printf ("%u thôn chưa được nửa chỉ tiêu giao", slow->len);
  g_ptr_array_add (slow, NULL);
  {
    g_autofree char *names = g_strjoinv (", ", (char **) slow->pdata);

    return g_strdup_printf ("%s chưa được nửa chỉ tiêu giao", names);
  }
}

/* The sentence to remember. */
static char *
closing_of (AnsFigures *figures, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const char *remark = ans_figure_get_remark (figure);
  int left =
      ans_date_days_between (ans_figures_get_day (figures), ans_figures_get_last_day (figures));
  g_autofree char *gap = NULL, *slow = NULL, *first = NULL;
  AnsForecast forecast;

  if (value->state != ANS_FIGURE_VALUE)
    return remark != NULL ? g_strdup (remark) : ans_figure_value_reason (value, indicator);
  if (value->verdict == ANS_VERDICT_MET)
    return value->near ? ans_figure_value_reason (value, indicator)
                       : g_strdup ("Đã đạt chỉ tiêu kế hoạch giao.");
  if (value->verdict == ANS_VERDICT_NONE)
    return remark != NULL ? g_strdup (remark) : NULL;
  gap = ans_figures_forecast (figures, figure, &forecast)
            ? ans_forecast_display (&forecast, indicator)
            : ans_figure_value_gap (value, indicator, NULL);
  slow = slow_villages (figures, figure);
  if (gap == NULL || *gap == '\0')
    return remark != NULL ? g_strdup (remark) : NULL;
  first = capitalised (gap);
  if (slow != NULL)
    return g_strdup_printf ("%s; %s.", first, slow);
  return left > 0 ? g_strdup_printf ("%s; năm kế hoạch còn %d ngày.", first, left)
                  : g_strdup_printf ("%s.", first);
}

static char *
remark_of (const AnsFigureValue *value, const AnsIndicator *indicator)
{
  gint64 percent;

  if (ans_figure_value_percent (value, indicator, &percent))
    return g_strdup_printf ("đạt %" G_GINT64_FORMAT "%% kế hoạch", percent);
  if (indicator->kind == ANS_INDICATOR_RATIO && value->numerator >= 0 && value->denominator > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT " trong %" G_GINT64_FORMAT, value->numerator,
                            value->denominator);
  return NULL;
}

static char *
value_text (const AnsFigureValue *value, const AnsIndicator *indicator)
{
  if (value->state == ANS_FIGURE_STANDARDS_DIFFER)
    return g_strdup ("–");
  return ans_plan_words_value (value, indicator);
}

static guint
count_known (const AnsChart *chart)
{
  guint n = 0;

  for (guint c = 0; c < chart->categories->len; c++)
    n += ans_chart_get_value (chart, 0, c) != ANS_CHART_MISSING;
  return n;
}

/* The years behind it, if there are enough to make a course. */
static AnsChart *
years_of (AnsFigures *figures, AnsFigure *figure)
{
  g_autoptr (AnsChart) years = ans_plan_chart_of_years (figures, figure, 0);

  return years != NULL && count_known (years) > 2 ? g_steal_pointer (&years) : NULL;
}

/* @years: (nullable): shown where there is nothing to show by village */
static void
add_indicator (
    AnsDeck *deck, AnsFigures *figures, AnsFigure *figure, const char *area, const AnsChart *years)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  g_autoptr (AnsChart) chart = ans_plan_chart_of_villages (figures, figure);
  g_autofree char *shown = value_text (value, indicator);
  g_autofree char *asked = ans_plan_words_target (indicator);
  g_autofree char *target = *asked != '\0' ? with_unit (asked, indicator) : NULL;
  g_autofree char *remark = remark_of (value, indicator);
  g_autofree char *closing = closing_of (figures, figure);
  g_autofree char *expected_text = NULL;
  AnsSlideIndicator slide = { .area = area,
                              .code = indicator->code,
                              .name = indicator->name,
                              .value = shown,
                              .target = target,
                              .remark = remark,
                              .done = NAN,
                              .expected = NAN,
                              .closing = closing };
  AnsRational expected;
  gint64 percent;

  if (target == NULL && g_ascii_isdigit (*shown))
    {
      g_autofree char *unit = with_unit (shown, indicator);

      g_set_str (&shown, unit);
      slide.value = shown;
    }
  slide.verdict = verdict_of (figures, figure, &slide.state);
  if (ans_figure_value_percent (value, indicator, &percent) && value->target.num > 0)
    {
      slide.done = ratio (value->value, value->target);
      slide.target_text = asked;
      if (ans_figures_expected (figures, figure, &expected))
        {
          g_autofree char *number = ans_rational_display (expected, indicator->decimals);
          g_autofree char *unit = with_unit (number, indicator);

          expected_text = g_strdup_printf ("lẽ ra %s", unit);
          slide.expected = ratio (expected, value->target);
          slide.expected_text = expected_text;
        }
    }
  if (chart != NULL && ans_chart_has_data (chart))
    {
      slide.chart = chart;
      slide.chart_title = g_hash_table_size (indicator->allocations) > 0
                              ? "Theo thôn: thực hiện / chỉ tiêu giao"
                              : "Theo thôn";
    }
  else if (years != NULL)
    {
      slide.chart = years;
      slide.chart_title = "Qua các năm";
    }
  ans_deck_add_indicator (deck, &slide);
}

/* The course of what is to fall, month by month. */
static void
add_months (AnsDeck *deck, AnsFigures *figures, AnsFigure *figure, const char *area)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureInfo *info = ans_figure_get_info (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  g_autofree char *gap = ans_figure_value_gap (value, indicator, NULL);
  g_autofree char *closing = NULL;
  g_autoptr (AnsChart) months = NULL;

  if (info == NULL || info->formula != ANS_FIGURE_RATIO_FALL ||
      g_str_has_prefix (indicator->figure, "mean(") || value->origin != ANS_ORIGIN_COMPUTED)
    return;
  months = ans_plan_chart_of_months (figures, figure, 0);
  if (months == NULL || count_known (months) <= 2)
    return;
  if (gap != NULL && *gap != '\0')
    {
      g_autofree char *first = capitalised (gap);

      closing = g_strconcat (first, " mới đạt kế hoạch năm.", NULL);
    }
  ans_deck_add_chart (deck, area, indicator->code, months, closing);
}

/* Whether a slide of its own tells more than the line on the slide of its area. */
static gboolean
needs_slide (Making *making, AnsFigure *figure)
{
  const AnsFigureValue *value = ans_figure_get_value (figure);
  g_autoptr (AnsChart) villages = NULL;
  AnsState state;

  if (!says_something (figure))
    return FALSE;
  if (making->full)
    return TRUE;
  verdict_of (making->figures, figure, &state);
  if (value->near || state == ANS_STATE_BEHIND || state == ANS_STATE_OVERDUE)
    return TRUE;
  if (value->state != ANS_FIGURE_VALUE)
    return FALSE;
  villages = ans_plan_chart_of_villages (making->figures, figure);
  return villages != NULL && ans_chart_has_data (villages);
}

static void
add_figure (Making *making, AnsFigure *figure, const char *area)
{
  g_autoptr (AnsChart) years = years_of (making->figures, figure);

  add_indicator (making->deck, making->figures, figure, area, making->full ? NULL : years);
  add_months (making->deck, making->figures, figure, area);
  if (making->full && years != NULL)
    ans_deck_add_chart (making->deck, area, ans_figure_get_indicator (figure)->code, years, NULL);
}

static void
add_area_and_figures (Making *making, const AnsChoice *area)
{
  g_autoptr (GPtrArray) of_area = figures_of (making->figures, area->code);

  if (of_area->len == 0)
    return;
  /* One figure alone is told by its own slide. */
  if (making->full || of_area->len > 1 || !needs_slide (making, of_area->pdata[0]))
    add_area (making->deck, making->figures, of_area, area->label);
  for (guint i = 0; i < of_area->len; i++)
    if (needs_slide (making, of_area->pdata[i]))
      add_figure (making, of_area->pdata[i], area->label);
}

/* ---- what remains to be done ---- */

static AnsState
task_state (int days)
{
  return days < 0 ? ANS_STATE_OVERDUE : days <= SOON ? ANS_STATE_BEHIND : ANS_STATE_ON_TIME;
}

static char *
left_text (int days)
{
  if (days < 0)
    return g_strdup_printf ("quá %d ngày", -days);
  return days == 0 ? g_strdup ("hôm nay") : g_strdup_printf ("còn %d ngày", days);
}

static void
add_task (
    GArray *tasks, GPtrArray *texts, AnsDate due, AnsDate day, const char *text, const char *owner)
{
  AnsSlideTask task = { .text = keep (texts, g_strdup (text)) };
  int days = ans_date_days_between (day, due);

  if (owner != NULL)
    task.owner = keep (texts, g_strdup (owner));
  task.due = keep (texts, g_strdup_printf ("%d/%d", due.day, due.month));
  task.left = keep (texts, left_text (days));
  task.state = task_state (days);
  g_array_append_val (tasks, task);
}

/* Tasks of the plan that are not done: the body that owns them, never who heads it. */
static gboolean
take_tasks (GArray *tasks, GPtrArray *texts, AnsFigures *figures, GError **error)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      ans_book_get_connection (ans_figures_get_book (figures)),
      "SELECT k.text, k.due, b.name FROM task k LEFT JOIN body b ON b.id = k.owner WHERE "
      "k.plan = ?1 AND k.due NOT NULL AND coalesce(k.status, '') <> ?2 ORDER BY k.due, k.position",
      error);

  if (row == NULL)
    return FALSE;
  ans_statement_bind_int (row, 1, ans_figures_get_plan (figures)->id);
  ans_statement_bind_text (row, 2, ANS_TASK_DONE);
  while (ans_statement_step (row, NULL))
    {
      AnsDate due;

      if (ans_date_parse_iso (ans_statement_text (row, 1), &due, NULL))
        add_task (tasks, texts, ans_date_last_day (due), ans_figures_get_day (figures),
                  ans_statement_text (row, 0), ans_statement_text (row, 2));
    }
  return TRUE;
}

/* For a meeting what is due first; of how many, the title says. */
static void
add_tasks (Making *making, const char *title, GArray *tasks)
{
  guint n = making->full ? tasks->len : MIN (tasks->len, A_SLIDE);
  g_autofree char *first =
      n < tasks->len ? g_strdup_printf ("%s: %u trong %u việc", title, n, tasks->len) : NULL;

  ans_deck_add_tasks (making->deck, first != NULL ? first : title,
                      (const AnsSlideTask *) (gpointer) tasks->data, n);
}

static gboolean
add_remaining (Making *making, GError **error)
{
  AnsFigures *figures = making->figures;
  AnsDate day = ans_figures_get_day (figures);
  g_autoptr (GArray) tasks = g_array_new (FALSE, TRUE, sizeof (AnsSlideTask));
  g_autoptr (GArray) calendar = g_array_new (FALSE, TRUE, sizeof (AnsSlideTask));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) times = NULL;

  if (!take_tasks (tasks, texts, figures, error))
    return FALSE;
  times = ans_deadlines_between (ans_figures_get_book (figures), day,
                                 ans_date_add_days (day, AHEAD), error);
  if (times == NULL)
    return FALSE;
  for (guint i = 0; i < times->len; i++)
    {
      const AnsDeadline *time = times->pdata[i];

      add_task (calendar, texts, time->due, day, time->title, NULL);
    }
  if (calendar->len > 0)
    add_tasks (making, "Việc đến hạn trong 60 ngày tới", calendar);
  add_tasks (making, "Nhiệm vụ của kế hoạch chưa hoàn thành", tasks);
  return TRUE;
}

/* ---- all ---- */

static AnsDeck *
begin (AnsFigures *figures, AnsTheme theme, GError **error)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsOffice) office = NULL;
  g_autofree char *iso = NULL, *text = NULL, *unit = NULL, *plan = NULL;

  if (!ans_chart_source_init_figures (&source, figures, error))
    return NULL;
  iso = ans_date_to_iso (source.day);
  office = ans_office_on (source.book, iso);
  text = ans_chart_source_text (&source);
  unit = office->commune != NULL ? capitalised (office->commune) : g_strdup ("UBND xã");
  plan = g_strdup_printf ("Kế hoạch năm %d", ans_figures_get_plan (figures)->year);
  return ans_deck_new (unit, plan, text, theme);
}

static AnsDeck *
make (AnsFigures *figures, AnsTheme theme, gboolean full, GError **error)
{
  g_autoptr (AnsDeck) deck = begin (figures, theme, error);
  Making making = { deck, figures, full };

  if (deck == NULL)
    return NULL;
  add_title (deck, figures);
  add_areas (&making);
  for (const AnsChoice *area = ans_choices_plan_area; area->code != NULL; area++)
    add_area_and_figures (&making, area);
  if (!add_remaining (&making, error))
    return NULL;
  ans_deck_finish (deck);
  return g_steal_pointer (&deck);
}

AnsDeck *
ans_plan_deck_new (AnsFigures *figures, AnsTheme theme, GError **error)
{
  g_return_val_if_fail (ANS_IS_FIGURES (figures), NULL);

  return make (figures, theme, FALSE, error);
}

AnsDeck *
ans_plan_deck_new_full (AnsFigures *figures, AnsTheme theme, GError **error)
{
  g_return_val_if_fail (ANS_IS_FIGURES (figures), NULL);

  return make (figures, theme, TRUE, error);
}
