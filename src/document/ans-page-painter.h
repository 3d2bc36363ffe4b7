/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "document/ans-page-layout.h"

G_BEGIN_DECLS

gboolean ans_page_painter_paint (AnsPageLayout *layout, guint page, cairo_t *cr, GError **error);

G_END_DECLS
