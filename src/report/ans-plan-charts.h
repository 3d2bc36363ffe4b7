/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of the plan and of the areas: each described once, each made of the lists behind the
 * figures, so that a picture can't say another number than the page or the paper. */
#pragma once

#include "chart/ans-chart.h"
#include "chart/ans-chart-theme.h"
#include "plan/ans-figure-standing.h"

G_BEGIN_DECLS

/**
 * AnsChartSource:
 * @figures: (nullable): %NULL where the book has no plan
 * @first, @day: from which and of which day the numbers are
 * @village: id, 0 for the commune
 *
 * Of what charts are made.
 */
typedef struct
{
  AnsBook *book;
  AnsFigures *figures;
  AnsDate first, day;
  gint64 village;
} AnsChartSource;

/**
 * ans_chart_source_init:
 * @plan: id of the plan; 0: that of the day
 * @day: (nullable): ISO; %NULL for today, or the plan's day that is nearest to it
 *
 * Returns: %FALSE with a message for the officer; then there is nothing to clear
 */
gboolean ans_chart_source_init (
    AnsChartSource *self, AnsBook *book, gint64 plan, const char *day, GError **error);

/** ans_chart_source_init_figures: of the day of @figures. */
gboolean ans_chart_source_init_figures (AnsChartSource *self, AnsFigures *figures, GError **error);

/**
 * ans_chart_source_init_days:
 * @first, @day: from which and of which day the numbers are
 *
 * For charts of areas, which need no plan.
 */
void ans_chart_source_init_days (AnsChartSource *self, AnsBook *book, AnsDate first, AnsDate day);

/** ans_chart_source_copy: @self is empty, or of another source. */
void ans_chart_source_copy (AnsChartSource *self, const AnsChartSource *other);
void ans_chart_source_clear (AnsChartSource *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnsChartSource, ans_chart_source_clear)

/** ans_chart_source_text: Returns: (transfer full): “Nguồn: UBND xã Hoằng Phụ, tính đến 20/9/2022”
 */
char *ans_chart_source_text (const AnsChartSource *self);

typedef struct _AnsPlanChart AnsPlanChart;

/**
 * AnsPlanChart:
 * @id: 2.3.2, 2.3.2-months, targets-poverty, poverty-classes, …
 * @title: Vietnamese: what it shows
 * @label: (nullable): English source (N_()) of what kind of chart it is, for menus
 * @area: (nullable): code of its area
 * @code: (nullable): of the indicator
 * @whole: it is of the whole commune, and can't be asked of one village
 *
 * A chart that can be made.
 */
struct _AnsPlanChart
{
  char *id;
  char *title;
  const char *label;
  const char *area;
  char *code;
  gboolean whole;
  const struct _AnsPlanChartWay *way; /* how it is made */
  const AnsAreaChart *of_area;
};

void ans_plan_chart_free (AnsPlanChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPlanChart, ans_plan_chart_free)

/** ans_plan_charts: Returns: (transfer full) (element-type AnsPlanChart): all charts of @source, in
 * the order of the plan; those of areas behind their indicators */
GPtrArray *ans_plan_charts (const AnsChartSource *source);

/** ans_plan_chart_find: Returns: (transfer full) (nullable): the chart called @id */
AnsPlanChart *ans_plan_chart_find (const AnsChartSource *source, const char *id);

/** ans_plan_chart_asks: whether making it asks the book anew, instead of showing figures that are
 * known: that may take longer than a frame */
gboolean ans_plan_chart_asks (const AnsPlanChart *self);

/** ans_plan_chart_has_lists: whether there are lists behind its data. */
gboolean ans_plan_chart_has_lists (const AnsPlanChart *self);

/**
 * ans_plan_chart_for_overview:
 *
 * Returns: (transfer full) (nullable): the one by village that says most about the plan now: of an
 *   indicator of which villages have shares, one that is late rather than another; else of one that
 *   is computed from lists
 */
AnsPlanChart *ans_plan_chart_for_overview (const AnsChartSource *source);

/**
 * ans_plan_chart_make:
 *
 * On the thread of the book. Where nothing is known yet the chart has no data, which its picture
 * says.
 *
 * Returns: (transfer full) (nullable): the chart with title, source and date
 */
AnsChart *
ans_plan_chart_make (const AnsPlanChart *self, const AnsChartSource *source, GError **error);

/**
 * ans_plan_chart_list:
 * @series, @category: a datum of the chart that ans_plan_chart_make() gives now
 *
 * Returns: (transfer full) (nullable): the list whose length the datum is, or that is its
 *   numerator; %NULL if there is none
 */
AnsListing *ans_plan_chart_list (const AnsPlanChart *self,
                                 const AnsChartSource *source,
                                 guint series,
                                 guint category);

/* ---- of an indicator ---- */

/** ans_plan_chart_of_villages: Returns: (transfer full) (nullable): a bar for each village with its
 * share of the target; %NULL where villages have no numbers */
AnsChart *ans_plan_chart_of_villages (AnsFigures *figures, AnsFigure *figure);

/** ans_plan_chart_of_months: Returns: (transfer full) (nullable): the course of the period up to
 * the day, with target and forecast: of a fall the course of what falls. A change of the poverty
 * standard is a gap. %NULL if it is no number */
AnsChart *ans_plan_chart_of_months (AnsFigures *figures, AnsFigure *figure, gint64 village);

/** ans_plan_chart_of_years: Returns: (transfer full) (nullable): the same at the ends of the years
 * of the book's plans */
AnsChart *ans_plan_chart_of_years (AnsFigures *figures, AnsFigure *figure, gint64 village);

/** ans_plan_chart_state: Returns: the colour and sign of a standing */
AnsState ans_plan_chart_state (AnsStanding standing);

G_END_DECLS
