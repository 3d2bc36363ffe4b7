/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-scene-texture.h"

#include "scene/ans-scene-file.h"

GdkTexture *
ans_scene_to_texture (const AnsScene *scene, double scale)
{
  cairo_surface_t *surface = ans_scene_to_surface (scene, scale);
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}
