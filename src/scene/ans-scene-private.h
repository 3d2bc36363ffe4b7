/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the parts of the painter. */
#pragma once

#include <cairo.h>

#include "scene/ans-scene.h"

G_BEGIN_DECLS

void ans_scene_set_colour (cairo_t *cr, AnsColour colour);
void ans_scene_paint_shapes (const AnsScene *scene, cairo_t *cr);

G_END_DECLS
