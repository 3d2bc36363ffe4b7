/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of figures on a day: by village, of an area, of the plan. */
#include <glib/gi18n.h>

#include "chart/ans-chart.h"
#include "plan/ans-plan-words.h"
#include "report/ans-plan-charts-private.h"

gboolean
ans_plan_chart_is_number (const AnsIndicator *indicator)
{
  return indicator->kind != ANS_INDICATOR_BOOLEAN && indicator->kind != ANS_INDICATOR_QUALITATIVE &&
         indicator->direction != ANS_DIRECTION_MET;
}

/* ---- by village ---- */

static gboolean
has_villages (AnsFigures *figures, AnsFigure *figure)
{
  const GArray *villages = ans_figures_get_villages (figures);
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);

  if (!ans_plan_chart_is_number (indicator))
    return FALSE;
  if (g_hash_table_size (indicator->allocations) > 0)
    return TRUE;
  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureValue *value =
          ans_figure_get_village_value (figure, g_array_index (villages, AnsFigureVillage, i).id);

      if (value != NULL && value->state != ANS_FIGURE_NO_DATA)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_shares (AnsFigures *figures, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);

  return ans_plan_chart_is_number (indicator) && g_hash_table_size (indicator->allocations) > 0;
}

const AnsFigureVillage *
ans_plan_chart_village_at (AnsFigures *figures, AnsFigure *figure, guint category, gboolean *found)
{
  const GArray *villages = ans_figures_get_villages (figures);

  *found = TRUE;
  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureVillage *village = &g_array_index (villages, AnsFigureVillage, i);

      if (ans_figure_value_is_shown (ans_figure_get_village_value (figure, village->id),
                                     village->is_current) &&
          category-- == 0)
        return village;
    }
  *found =
      category == 0 && ans_figure_value_is_shown (ans_figure_get_village_value (figure, 0), FALSE);
  return NULL;
}

static void
set_number (AnsChart *chart, guint series, guint c, const AnsFigureValue *value)
{
  if (value != NULL && value->state == ANS_FIGURE_VALUE)
    ans_chart_set_value (chart, series, c, ans_rational_round (value->value, chart->decimals));
}

static gboolean
is_late (AnsFigures *figures, AnsFigure *figure, const AnsFigureValue *value)
{
  AnsStanding standing = ans_figure_value_standing (
      value, ans_figure_get_indicator (figure), ans_figures_get_first_day (figures),
      ans_figures_get_day (figures), ans_figures_get_last_day (figures));

  return standing == ANS_STANDING_LATE || standing == ANS_STANDING_NOT_MET;
}

static AnsChart *
chart_of (AnsFigures *figures, AnsFigure *figure, AnsChartKind kind, const char *tail)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  g_autofree char *title = g_strconcat (indicator->name, tail, NULL);

  return ans_chart_new (kind, title, indicator->unit, indicator->decimals);
}

static void
set_source (AnsChart *chart, AnsFigures *figures)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autofree char *text = NULL;

  if (!ans_chart_source_init_figures (&source, figures, NULL))
    return;
  text = ans_chart_source_text (&source);
  ans_chart_set_source (chart, text);
}

/* “8/13” beside the bar of a village that was given a share. */
static void
set_share (AnsChart *chart, guint c, const AnsFigureValue *value, const AnsIndicator *indicator)
{
  g_autofree char *share = ans_rational_display (value->target, indicator->decimals);
  g_autofree char *done = ans_figure_value_display (value, indicator);
  g_autofree char *note =
      g_strdup_printf ("%s/%s", value->state == ANS_FIGURE_VALUE ? done : "–", share);

  ans_chart_set_category_target (chart, c, ans_rational_round (value->target, chart->decimals));
  ans_chart_set_category_note (chart, c, note);
}

AnsChart *
ans_plan_chart_of_villages (AnsFigures *figures, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  gboolean shares = has_shares (figures, figure), found;
  AnsChart *chart;

  if (!has_villages (figures, figure))
    return NULL;
  chart = chart_of (figures, figure, ANS_CHART_BARS, " theo thôn");
  ans_chart_set_subtitle (chart, shares ? "Thực hiện / chỉ tiêu giao" : NULL);
  set_source (chart, figures);
  ans_chart_add_series (chart, "Thực hiện");
  for (guint i = 0;; i++)
    {
      const AnsFigureVillage *village = ans_plan_chart_village_at (figures, figure, i, &found);
      const AnsFigureValue *value;

      if (!found)
        break;
      value = ans_figure_get_village_value (figure, village != NULL ? village->id : 0);
      ans_chart_add_category (chart, village != NULL ? village->name : "Chưa rõ thôn");
      set_number (chart, 0, i, value);
      if (shares && value->has_target)
        set_share (chart, i, value, indicator);
      if (value->has_target && is_late (figures, figure, value))
        ans_chart_set_highlight (chart, i);
      if (village == NULL)
        break;
    }
  if (!indicator->additive && indicator->has_target)
    ans_chart_set_target (chart, ans_rational_round (indicator->target, chart->decimals),
                          "Chỉ tiêu của xã");
  return chart;
}

/* Share and result side by side. */
AnsChart *
ans_plan_chart_of_shares (AnsFigures *figures, AnsFigure *figure)
{
  AnsChart *chart;
  gboolean found;

  if (!has_shares (figures, figure))
    return NULL;
  chart = chart_of (figures, figure, ANS_CHART_BARS, ": chỉ tiêu giao và thực hiện theo thôn");
  set_source (chart, figures);
  ans_chart_add_series (chart, "Chỉ tiêu giao");
  ans_chart_add_series (chart, "Thực hiện");
  for (guint i = 0;; i++)
    {
      const AnsFigureVillage *village = ans_plan_chart_village_at (figures, figure, i, &found);
      const AnsFigureValue *value;

      if (!found)
        break;
      value = ans_figure_get_village_value (figure, village != NULL ? village->id : 0);
      ans_chart_add_category (chart, village != NULL ? village->name : "Chưa rõ thôn");
      if (value->has_target)
        ans_chart_set_value (chart, 0, i, ans_rational_round (value->target, chart->decimals));
      set_number (chart, 1, i, value);
      if (village == NULL)
        break;
    }
  return chart;
}

static AnsListing *
list_of_village (const AnsPlanChart *self,
                 const AnsChartSource *source,
                 guint series,
                 guint category)
{
  AnsFigure *figure = ans_figures_find (source->figures, self->code);
  gboolean found;
  const AnsFigureVillage *village =
      ans_plan_chart_village_at (source->figures, figure, category, &found);

  /* the listing of no village can't be asked for */
  return found && village != NULL
             ? ans_figures_list (source->figures, figure, ANS_PART_NUMERATOR, village->id)
             : NULL;
}

/* ---- of an area ---- */

#define PROGRESS_DECIMALS 4

/* Indicators with a number to be reached: how far each one is. */
AnsChart *
ans_plan_chart_of_targets (AnsFigures *figures, const char *area)
{
  g_autofree char *title = g_strdup_printf ("Tiến độ các chỉ tiêu: %s", ans_plan_words_area (area));
  AnsChart *chart = ans_chart_new (ANS_CHART_PROGRESS, title, NULL, PROGRESS_DECIMALS);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));

  set_source (chart, figures);
  ans_chart_add_series (chart, "Thực hiện");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);
      const AnsIndicator *indicator = ans_figure_get_indicator (figure);
      const AnsFigureValue *value = ans_figure_get_value (figure);
      g_autofree char *name = NULL, *target = NULL, *done = NULL, *note = NULL;
      AnsRational expected;
      guint c;

      if (g_strcmp0 (indicator->area, area) != 0 || !ans_plan_chart_is_number (indicator))
        continue;
      name = ans_plan_words_name (indicator);
      target = ans_plan_words_target (indicator);
      done = ans_plan_words_value (value, indicator);
      note = *target != '\0' ? g_strdup_printf ("%s/%s", done, target) : g_strdup (done);
      c = ans_chart_add_category (chart, name);
      ans_chart_set_category_note (chart, c, note);
      ans_chart_set_category_unit (chart, c, indicator->unit != NULL ? indicator->unit : "",
                                   indicator->decimals);
      set_number (chart, 0, c, value);
      if (value->has_target && value->target.num > 0 &&
          indicator->direction != ANS_DIRECTION_AT_MOST)
        ans_chart_set_category_target (chart, c,
                                       ans_rational_round (value->target, PROGRESS_DECIMALS));
      if (ans_figures_expected (figures, figure, &expected))
        ans_chart_set_category_expected (chart, c,
                                         ans_rational_round (expected, PROGRESS_DECIMALS));
      if (is_late (figures, figure, value))
        ans_chart_set_highlight (chart, c);
    }
  return chart;
}

/* The commune's number of the indicator in that row. */
static AnsListing *
list_of_target (const AnsPlanChart *self,
                const AnsChartSource *source,
                guint series,
                guint category)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (source->figures));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (source->figures), i);
      const AnsIndicator *indicator = ans_figure_get_indicator (figure);

      if (g_strcmp0 (indicator->area, self->area) == 0 && ans_plan_chart_is_number (indicator) &&
          category-- == 0)
        return ans_figures_list (source->figures, figure, ANS_PART_NUMERATOR, 0);
    }
  return NULL;
}

/* ---- of the plan ---- */

AnsChart *
ans_plan_chart_of_standings (AnsFigures *figures)
{
  AnsChart *chart =
      ans_chart_new (ANS_CHART_BARS, "Các chỉ tiêu của kế hoạch theo tiến độ", "chỉ tiêu", 0);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));
  gint64 counts[ANS_N_STANDINGS] = { 0 };

  set_source (chart, figures);
  if (n == 0)
    return chart;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);

      counts[ans_figures_standing (figures, figure)]++;
    }
  ans_chart_add_series (chart, "Số chỉ tiêu");
  for (guint i = 0; i < ANS_N_STANDINGS; i++)
    if (counts[i] > 0 || i <= ANS_STANDING_NO_DATA)
      {
        guint c = ans_chart_add_category (chart, ans_standing_display ((AnsStanding) i));

        ans_chart_set_value (chart, 0, c, counts[i]);
        if (ans_plan_chart_state ((AnsStanding) i) == ANS_STATE_BEHIND)
          ans_chart_set_highlight (chart, c);
      }
  return chart;
}

/* ---- ways ---- */

static gboolean
is_number (AnsFigures *figures, AnsFigure *figure)
{
  return ans_plan_chart_is_number (ans_figure_get_indicator (figure));
}

/* A chart without data for what can't be drawn, so that the picture says so. */
static AnsChart *
or_empty (AnsChart *chart, const AnsPlanChart *self)
{
  return chart != NULL ? chart : ans_chart_new (ANS_CHART_BARS, self->title, NULL, 0);
}

static AnsChart *
make_villages (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  AnsFigure *figure = ans_figures_find (source->figures, self->code);

  return or_empty (ans_plan_chart_of_villages (source->figures, figure), self);
}

static AnsChart *
make_shares (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  AnsFigure *figure = ans_figures_find (source->figures, self->code);

  return or_empty (ans_plan_chart_of_shares (source->figures, figure), self);
}

static AnsChart *
make_months (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  AnsFigure *figure = ans_figures_find (source->figures, self->code);

  return or_empty (ans_plan_chart_of_months (source->figures, figure, source->village), self);
}

static AnsChart *
make_years (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  AnsFigure *figure = ans_figures_find (source->figures, self->code);

  return or_empty (ans_plan_chart_of_years (source->figures, figure, source->village), self);
}

static AnsChart *
make_targets (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  return ans_plan_chart_of_targets (source->figures, self->area);
}

static AnsChart *
make_standings (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  return ans_plan_chart_of_standings (source->figures);
}

const AnsPlanChartWay ans_plan_chart_ways[] = {
  { "", N_ ("By village"), TRUE, FALSE, has_villages, make_villages, list_of_village },
  { "-shares", N_ ("Shares and results by village"), TRUE, FALSE, has_shares, make_shares, NULL },
  { "-months", N_ ("Over the months"), FALSE, TRUE, is_number, make_months, NULL },
  { "-years", N_ ("Over the years"), FALSE, TRUE, is_number, make_years, NULL },
  { NULL },
};

const AnsPlanChartWay ans_plan_chart_way_targets = { .label = N_ ("All targets of the area"),
                                                     .whole = TRUE,
                                                     .make = make_targets,
                                                     .list = list_of_target };

const AnsPlanChartWay ans_plan_chart_way_standings = { .label = N_ ("All targets by standing"),
                                                       .whole = TRUE,
                                                       .make = make_standings };
