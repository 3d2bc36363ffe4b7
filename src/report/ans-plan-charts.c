/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue. */
#include "report/ans-plan-charts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-words.h"
#include "plan/ans-plan.h"
#include "registry/ans-office.h"
#include "report/ans-plan-charts-private.h"
#include "report/ans-report.h"

#define TARGETS   "targets-"
#define STANDINGS "standings"

/* ---- of what ---- */

static gboolean
take_day (const char *iso, AnsDate *day, GError **error)
{
  if (iso == NULL)
    return TRUE;
  if (ans_date_parse_iso (iso, day, error) && ans_date_is_full (*day))
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST, _ ("“%s” is not a whole day."),
                 iso);
  return FALSE;
}

gboolean
ans_chart_source_init_figures (AnsChartSource *self, AnsFigures *figures, GError **error)
{
  g_return_val_if_fail (ANS_IS_FIGURES (figures), FALSE);

  memset (self, 0, sizeof *self);
  if (!ans_figures_evaluate (figures, error))
    return FALSE;
  self->book = g_object_ref (ans_figures_get_book (figures));
  self->figures = g_object_ref (figures);
  self->first = ans_figures_get_first_day (figures);
  self->day = ans_figures_get_day (figures);
  return TRUE;
}

gboolean
ans_chart_source_init (
    AnsChartSource *self, AnsBook *book, gint64 plan, const char *day, GError **error)
{
  AnsDate asked = ANS_DATE_NONE;

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);

  memset (self, 0, sizeof *self);
  if (!take_day (day, &asked, error))
    return FALSE;
  if (plan == 0)
    plan = ans_plan_find_current (book, day);
  if (plan != 0)
    {
      g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);

      if (day != NULL)
        ans_figures_set_day (figures, day);
      if (!ans_chart_source_init_figures (self, figures, error))
        return FALSE;
      if (ans_date_compare (self->day, self->first) >= 0)
        return TRUE;
      {
        g_autofree char *shown = ans_date_format (self->day);
        g_autofree char *begins = ans_date_format (self->first);

        g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                     _ ("%s is before the plan begins, on %s."), shown, begins);
      }
      ans_chart_source_clear (self);
      return FALSE;
    }
  if (day == NULL)
    asked = ans_date_today ();
  ans_chart_source_init_days (self, book, ans_date_new (asked.year, 1, 1), asked);
  return TRUE;
}

void
ans_chart_source_init_days (AnsChartSource *self, AnsBook *book, AnsDate first, AnsDate day)
{
  g_return_if_fail (ANS_IS_BOOK (book));

  memset (self, 0, sizeof *self);
  self->book = g_object_ref (book);
  self->first = first;
  self->day = day;
}

void
ans_chart_source_copy (AnsChartSource *self, const AnsChartSource *other)
{
  g_set_object (&self->book, other->book);
  g_set_object (&self->figures, other->figures);
  self->first = other->first;
  self->day = other->day;
  self->village = other->village;
}

void
ans_chart_source_clear (AnsChartSource *self)
{
  g_clear_object (&self->figures);
  g_clear_object (&self->book);
}

char *
ans_chart_source_text (const AnsChartSource *self)
{
  g_autofree char *iso = ans_date_to_iso (self->day);
  g_autoptr (AnsOffice) office = ans_office_on (self->book, iso);
  g_autofree char *village =
      self->village != 0 ? ans_register_title_of (self->book, &ans_register_villages, self->village)
                         : NULL;

  return g_strdup_printf ("Nguồn: UBND %s%s%s, tính đến %d/%d/%d",
                          office->commune != NULL ? office->commune : "xã",
                          village != NULL ? ", thôn " : "", village != NULL ? village : "",
                          self->day.day, self->day.month, self->day.year);
}

/* ---- which there are ---- */

void
ans_plan_chart_free (AnsPlanChart *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->code);
  g_free (self);
}

static AnsPlanChart *
add (GPtrArray *all, const AnsPlanChartWay *way, const char *area, const char *label)
{
  AnsPlanChart *chart = g_new0 (AnsPlanChart, 1);

  chart->way = way;
  chart->area = area;
  chart->label = label;
  chart->whole = way->whole;
  g_ptr_array_add (all, chart);
  return chart;
}

static void
add_indicator (GPtrArray *all, AnsFigures *figures, AnsFigure *figure, const char *area)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);

  for (const AnsPlanChartWay *way = ans_plan_chart_ways; way->suffix != NULL; way++)
    if (way->suits (figures, figure))
      {
        AnsPlanChart *chart = add (all, way, area, way->label);

        chart->code = g_strdup (indicator->code);
        chart->id = g_strconcat (indicator->code, way->suffix, NULL);
        chart->title = g_strdup (indicator->name);
      }
}

static void
add_of_area (GPtrArray *all, const AnsArea *area)
{
  for (const AnsAreaChart *of = area->charts; of != NULL && of->id != NULL; of++)
    {
      AnsPlanChart *chart = add (all, &ans_plan_chart_way_area, area->id, of->label);

      chart->id = g_strdup (of->id);
      chart->title = g_strdup (of->title);
      chart->of_area = of;
      chart->whole = of->shape == ANS_AREA_CHART_VILLAGES;
    }
}

/* The indicators of an area, behind the one chart of all of them. */
static void
add_plan (GPtrArray *all, AnsFigures *figures, const AnsChoice *area)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);

      if (g_strcmp0 (ans_figure_get_indicator (figure)->area, area->code) != 0)
        continue;
      if (!begun)
        {
          AnsPlanChart *chart =
              add (all, &ans_plan_chart_way_targets, area->code, ans_plan_chart_way_targets.label);

          chart->id = g_strconcat (TARGETS, area->code, NULL);
          chart->title = g_strdup (area->label);
        }
      begun = TRUE;
      add_indicator (all, figures, figure, area->code);
    }
}

GPtrArray *
ans_plan_charts (const AnsChartSource *source)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_plan_chart_free);
  guint n;
  const AnsArea *const *areas = ans_areas (&n);

  if (source->figures != NULL)
    {
      AnsPlanChart *chart =
          add (all, &ans_plan_chart_way_standings, NULL, ans_plan_chart_way_standings.label);

      chart->id = g_strdup (STANDINGS);
      chart->title = g_strdup ("Các chỉ tiêu của kế hoạch theo tiến độ");
    }
  for (const AnsChoice *area = ans_choices_plan_area; source->figures != NULL && area->code != NULL;
       area++)
    add_plan (all, source->figures, area);
  for (guint i = 0; i < n; i++)
    add_of_area (all, areas[i]);
  return all;
}

AnsPlanChart *
ans_plan_chart_find (const AnsChartSource *source, const char *id)
{
  g_autoptr (GPtrArray) all = ans_plan_charts (source);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (((AnsPlanChart *) all->pdata[i])->id, id) == 0)
      return g_ptr_array_steal_index (all, i);
  return NULL;
}

AnsChart *
ans_plan_chart_make (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  AnsChart *chart;

  g_return_val_if_fail (self != NULL, NULL);

  if (source->village != 0 && self->whole)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("“%s” is of the whole commune: it can't be asked of one village."),
                   self->title);
      return NULL;
    }
  chart = self->way->make (self, source, error);
  if (chart != NULL)
    {
      g_autofree char *text = ans_chart_source_text (source);

      ans_chart_set_source (chart, text);
    }
  return chart;
}

gboolean
ans_plan_chart_asks (const AnsPlanChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->way->asks;
}

gboolean
ans_plan_chart_has_lists (const AnsPlanChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->way->list != NULL;
}

/* How much its chart by village would say: 0 for nothing. */
static guint
worth (AnsFigures *figures, AnsFigure *figure)
{
  const gboolean shares = g_hash_table_size (ans_figure_get_indicator (figure)->allocations) > 0;
  const gboolean late = ans_figures_standing (figures, figure) == ANS_STANDING_LATE;

  if (!ans_plan_chart_ways[0].suits (figures, figure))
    return 0;
  if (!shares && ans_figure_get_value (figure)->origin != ANS_ORIGIN_COMPUTED)
    return 1;
  return 2 + (late ? 1 : 0) + (shares ? 2 : 0);
}

AnsPlanChart *
ans_plan_chart_for_overview (const AnsChartSource *source)
{
  g_autofree char *best = NULL;
  guint most = 0;
  guint n;

  g_return_val_if_fail (source != NULL, NULL);

  if (source->figures == NULL)
    return NULL;
  n = g_list_model_get_n_items (G_LIST_MODEL (source->figures));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (source->figures), i);
      const guint is = worth (source->figures, figure);

      if (is > most)
        {
          most = is;
          g_set_str (&best, ans_figure_get_indicator (figure)->code);
        }
    }
  return best != NULL ? ans_plan_chart_find (source, best) : NULL;
}

AnsListing *
ans_plan_chart_list (const AnsPlanChart *self,
                     const AnsChartSource *source,
                     guint series,
                     guint category)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->way->list != NULL ? self->way->list (self, source, series, category) : NULL;
}

AnsState
ans_plan_chart_state (AnsStanding standing)
{
  switch (standing)
    {
    case ANS_STANDING_MET:
      return ANS_STATE_REACHED;
    case ANS_STANDING_ON_TIME:
      return ANS_STATE_ON_TIME;
    case ANS_STANDING_LATE:
    case ANS_STANDING_NOT_MET:
      return ANS_STATE_BEHIND;
    case ANS_STANDING_NO_DATA:
    case ANS_STANDING_NOT_ARISEN:
    case ANS_STANDING_STANDARDS_DIFFER:
    case ANS_STANDING_WATCHED:
    case ANS_N_STANDINGS:
    default:
      return ANS_STATE_NO_DATA;
    }
}
