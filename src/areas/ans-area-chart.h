/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-area-table.h"

G_BEGIN_DECLS

/**
 * AnsAreaChartShape:
 * @ANS_AREA_CHART_VILLAGES: a category for each village, a series for each part
 * @ANS_AREA_CHART_PARTS: a category for each part, of the whole commune
 * @ANS_AREA_CHART_AGES: groups of five years of age from the youngest, a series for each part
 *
 * How the numbers of an area become a chart.
 */
typedef enum
{
  ANS_AREA_CHART_VILLAGES,
  ANS_AREA_CHART_PARTS,
  ANS_AREA_CHART_AGES,
} AnsAreaChartShape;

/**
 * AnsAreaChartPart:
 * @column: id of a column of the table, or, of ages, filters of the list; %NULL ends the parts
 * @name: Vietnamese, as read beside the data
 */
typedef struct
{
  const char *column;
  const char *name;
} AnsAreaChartPart;

/**
 * AnsAreaChart:
 * @id: poverty-classes
 * @title: Vietnamese: what it shows
 * @subtitle: (nullable): Vietnamese
 * @label: English source (N_()), for menus
 * @kind: name of a kind of chart: stacked-bars
 * @table: whose cells are shown; %NULL for ages
 * @listing: (nullable): id of the list of people whose ages are shown
 * @parts: which numbers
 * @whole: (nullable): column that holds all parts; what the parts leave of it is a last one
 * @rest: (nullable): its name
 * @unit: (nullable): hộ
 *
 * A chart that an area names, as data: made of the same lists as its figures and summaries, never
 * counted apart.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *subtitle;
  const char *label;
  const char *kind;
  AnsAreaChartShape shape;
  const AnsAreaTable *table;
  const char *listing;
  const AnsAreaChartPart *parts;
  const char *whole;
  const char *rest;
  const char *unit;
} AnsAreaChart;

G_END_DECLS
