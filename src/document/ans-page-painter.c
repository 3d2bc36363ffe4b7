/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-page-painter.h"

#include "document/ans-page-layout-private.h"
#include "scene/ans-scene-paint.h"

/**
 * ans_page_painter_paint:
 * @layout: the pages
 * @page: from 0
 * @cr: where to paint; one unit is one point, the origin the sheet's top left corner. The paper
 * itself is not painted: on a screen fill it with white first, also in dark mode
 * @error: the source's own: rows are read anew for each page
 *
 * Returns: whether the page was painted
 */
gboolean
ans_page_painter_paint (AnsPageLayout *layout, guint page, cairo_t *cr, GError **error)
{
  const AnsScene *scene;

  g_return_val_if_fail (ANS_IS_PAGE_LAYOUT (layout), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  scene = ans_page_layout_get_scene (layout, page, error);
  if (scene == NULL)
    return FALSE;
  ans_scene_paint (scene, cr);
  return TRUE;
}
