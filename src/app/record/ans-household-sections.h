/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsHouseholdSection:
 * @area: id of the area
 * @make: Returns: (transfer floating) (nullable): what the area knows of @household and lets one do
 *   with it; %NULL for nothing, as where the commune does not work with the area
 *
 * What one area shows on the page of a household. A file in the folder of the area, and a line in
 * the table of ans-household-sections.c.
 */
typedef struct
{
  const char *area;
  GtkWidget *(*make) (AnsRecord *household);
} AnsHouseholdSection;

/** ans_household_sections_fill: the sections of all areas, in the order of the areas; @box hides if
 * there is none. */
void ans_household_sections_fill (GtkBox *box, AnsRecord *household);

G_END_DECLS
