/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the painter and the PDF writer see of a layout. */
#pragma once

#include "document/ans-page-layout.h"
#include "scene/ans-scene.h"

G_BEGIN_DECLS

const AnsScene *ans_page_layout_get_scene (AnsPageLayout *self, guint page, GError **error);
guint ans_page_layout_get_group_page (AnsPageLayout *self, guint group);

G_END_DECLS
