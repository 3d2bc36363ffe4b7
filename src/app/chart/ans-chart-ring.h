/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/ans-scene.h"

G_BEGIN_DECLS

/** ans_chart_ring_bounds: Returns: what the ring around the datum that is @region spans */
graphene_rect_t ans_chart_ring_bounds (const AnsScene *scene, guint region);

/**
 * ans_chart_ring_draw:
 * @dark: the ground is
 * @line: thickness
 *
 * A line in the colour of the focus around a datum, that of a wedge around the wedge.
 */
void ans_chart_ring_draw (
    GtkSnapshot *snapshot, const AnsScene *scene, guint region, gboolean dark, float line);

G_END_DECLS
