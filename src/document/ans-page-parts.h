/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands before the table and after it. Each function draws and returns the height it took;
 * with no scene it only measures. */
#pragma once

#include "document/ans-document-private.h"
#include "scene/ans-scene.h"

G_BEGIN_DECLS

typedef struct
{
  AnsDocument *document; /* borrowed */
  AnsTextShaper *shaper; /* borrowed */
  AnsScene *scene;   /* (nullable): only measure */
  double left, width;    /* points */
} AnsPageParts;

double ans_page_parts_head (const AnsPageParts *parts, double top);
double ans_page_parts_tail (const AnsPageParts *parts, double top);

G_END_DECLS
