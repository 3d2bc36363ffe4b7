/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/ans-scene.h"

G_BEGIN_DECLS

/**
 * ans_scene_to_texture:
 * @scale: pixels to one unit of the scene
 *
 * Returns: (transfer full): the scene on its background, if it has one
 */
GdkTexture *ans_scene_to_texture (const AnsScene *scene, double scale);

G_END_DECLS
