/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files that make charts of figures. */
#pragma once

#include "report/ans-plan-charts.h"

G_BEGIN_DECLS

typedef AnsChart *(*AnsPlanChartMake) (const AnsPlanChart *self,
                                       const AnsChartSource *source,
                                       GError **error);

/* A way of making a chart; @list may be %NULL. @asks: it asks the book anew, which takes time. */
typedef struct _AnsPlanChartWay
{
  const char *suffix; /* of the id, behind the indicator's code */
  const char *label;  /* N_() */
  gboolean whole;
  gboolean asks;
  gboolean (*suits) (AnsFigures *figures, AnsFigure *figure);
  AnsPlanChartMake make;
  AnsListing *(*list) (const AnsPlanChart *self,
                       const AnsChartSource *source,
                       guint series,
                       guint category);
} AnsPlanChartWay;

/* Charts of an indicator; ends with a suffix of NULL. */
extern const AnsPlanChartWay ans_plan_chart_ways[];
extern const AnsPlanChartWay ans_plan_chart_way_targets;
extern const AnsPlanChartWay ans_plan_chart_way_standings;
extern const AnsPlanChartWay ans_plan_chart_way_area;

/** ans_plan_chart_is_number: whether the indicator is a number that can be drawn. */
gboolean ans_plan_chart_is_number (const AnsIndicator *indicator);

/** ans_plan_chart_village_at: Returns: (nullable): the village that is the category of that index in
 * a chart by village; %NULL is the one of rows without a village where @found, else there is none */
const AnsFigureVillage *ans_plan_chart_village_at (AnsFigures *figures,
                                                   AnsFigure *figure,
                                                   guint category,
                                                   gboolean *found);

/** ans_plan_chart_figures_on: Returns: (transfer full): the only figure of @figure's indicator, on
 * another day of the plan of @figures */
AnsFigures *ans_plan_chart_figures_on (AnsFigures *figures, AnsFigure *figure, AnsDate day);

AnsChart *ans_plan_chart_of_shares (AnsFigures *figures, AnsFigure *figure);
AnsChart *ans_plan_chart_of_targets (AnsFigures *figures, const char *area);
AnsChart *ans_plan_chart_of_standings (AnsFigures *figures);

G_END_DECLS
