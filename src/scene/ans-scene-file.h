/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes as files: pictures and pages. */
#pragma once

#include "scene/ans-scene.h"

G_BEGIN_DECLS

typedef enum
{
  ANS_SCENE_PNG,
  ANS_SCENE_SVG,
  ANS_SCENE_PDF,
} AnsSceneFormat;

/**
 * ans_scene_format_from_path:
 *
 * Returns: whether the name of the file says its format (.png, .svg, .pdf)
 */
gboolean ans_scene_format_from_path (const char *path, AnsSceneFormat *format);

/**
 * ans_scene_write:
 * @path: the file to make or replace
 * @scale: pixels (PNG) or points (SVG, PDF) to one unit of the scene
 * @title: (nullable): in the properties of a PDF
 * @error: an #AnsOutputError: full disk, no permission
 *
 * Writes one scene on its background. The file appears when it is whole; on failure nothing is left
 * and an older file stays as it was. Text stays text in a PDF; in SVG it is outlines, so that it
 * looks the same on every computer.
 *
 * Returns: whether the file is there
 */
gboolean ans_scene_write (const AnsScene *self,
                          const char *path,
                          AnsSceneFormat format,
                          double scale,
                          const char *title,
                          GError **error);

/**
 * ans_scenes_write_pdf:
 * @scenes: (array length=n_scenes): a page each
 * @titles: (nullable) (array length=n_scenes): entries in the reader's side bar
 * @path: the file to make or replace
 * @scale: points to one unit of a scene
 * @title: (nullable): in the properties
 * @error: an #AnsOutputError
 *
 * Returns: whether the file is there
 */
gboolean ans_scenes_write_pdf (AnsScene *const *scenes,
                               const char *const *titles,
                               guint n_scenes,
                               const char *path,
                               double scale,
                               const char *title,
                               GError **error);

/**
 * ans_scene_to_surface:
 * @scale: pixels to one unit
 *
 * Returns: (transfer full): an image in memory with its background, for the clipboard
 */
cairo_surface_t *ans_scene_to_surface (const AnsScene *self, double scale);

G_END_DECLS
