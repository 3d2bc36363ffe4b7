/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/ans-scene.h"

G_BEGIN_DECLS

/**
 * ans_chart_bubble_place:
 * @widget: that shows @scene from its top left corner
 * @datum: what the bubble is about
 * @text: what it says
 * @place: (out): inside of the scene, beside @datum, where it hides the least of what is written
 */
void ans_chart_bubble_place (GtkWidget *widget,
                             const AnsScene *scene,
                             const graphene_rect_t *datum,
                             const char *text,
                             graphene_rect_t *place);

/** ans_chart_bubble_draw: the bubble at its place. */
void ans_chart_bubble_draw (GtkWidget *widget,
                            GtkSnapshot *snapshot,
                            const AnsScene *scene,
                            const graphene_rect_t *datum,
                            const char *text);

G_END_DECLS
