/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsDeprivationGrid:
 *
 * The twelve indicators of form B2 as switches, two for each of the six basic services, each with
 * when a household is deprived. The keys 1–9, 0, - and = switch indicators 1–12 while the focus is
 * in it. Property “narrow” (boolean): one below the other. Emits “toggled” (int: 0–11) when a person
 * switches one.
 */
#define ANS_TYPE_DEPRIVATION_GRID (ans_deprivation_grid_get_type ())
G_DECLARE_FINAL_TYPE (AnsDeprivationGrid, ans_deprivation_grid, ANS, DEPRIVATION_GRID, GtkWidget)

/** ans_deprivation_grid_set: @mask has bit 0 for indicator 1 … bit 11 for indicator 12 */
void ans_deprivation_grid_set (AnsDeprivationGrid *self, guint mask);
guint ans_deprivation_grid_get (AnsDeprivationGrid *self);

/** ans_deprivation_grid_set_before: what the form before said, so that new deprivations are marked;
 * -1 if there was none. */
void ans_deprivation_grid_set_before (AnsDeprivationGrid *self, int mask);

/** ans_deprivation_grid_toggle: as if a person had switched indicator @i (0–11). */
void ans_deprivation_grid_toggle (AnsDeprivationGrid *self, guint i);

G_END_DECLS
