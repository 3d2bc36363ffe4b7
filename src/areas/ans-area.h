/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-area-chart.h"
#include "areas/ans-figure-info.h"

G_BEGIN_DECLS

/**
 * AnsArea:
 * @id: poverty
 * @title: official Vietnamese name: Giảm nghèo
 * @label: English source (N_())
 * @icon: icon name
 * @registers: in the order in which they name each other, %NULL-terminated
 * @listings: %NULL-terminated
 * @figures: ends with an id of %NULL
 * @tables: (nullable): summaries by village, %NULL-terminated
 * @charts: (nullable): ends with an id of %NULL
 * @tabs: (nullable): ids of @listings and @tables in the order of the tabs, %NULL-terminated; %NULL
 *   for the lists, then the tables
 *
 * A policy area, read like a table of contents. One file each.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *label;
  const char *icon;
  const AnsRegister *const *registers;
  const AnsListingInfo *const *listings;
  const AnsFigureInfo *figures;
  const AnsAreaTable *const *tables;
  const AnsAreaChart *charts;
  const char *const *tabs;
} AnsArea;

/** ans_areas: Returns: (transfer none): the areas that work, in the order of the plan */
const AnsArea *const *ans_areas (guint *n);

const AnsArea *ans_area_find (const char *id);

/** ans_area_find_table: Returns: (nullable): the summary called @id, of any area */
const AnsAreaTable *ans_area_find_table (const char *id);

/** ans_area_find_figure: Returns: (nullable): the figure called @id, of any area; @area is whose */
const AnsFigureInfo *ans_area_find_figure (const char *id, const AnsArea **area);

/** ans_areas_init: makes the program know the areas' registers and lists. Once, before the first
 * book is opened. */
void ans_areas_init (void);

/* The areas; one file each. */
extern const AnsArea ans_area_people;
extern const AnsArea ans_area_poverty;

G_END_DECLS
