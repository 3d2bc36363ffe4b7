/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "scene/ans-scene.h"

G_BEGIN_DECLS

/**
 * ans_scene_paint:
 * @scene: what to paint
 * @cr: where; one unit is the scene's, the origin its top left corner
 *
 * The one painter: screen, printer, PDF, SVG and PNG all come through here. The background is not
 * painted: a sheet lies on white, a chart on the card it is in.
 */
void ans_scene_paint (const AnsScene *scene, cairo_t *cr);

G_END_DECLS
