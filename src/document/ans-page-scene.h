/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page as a flat list of marks, positions in points from the top left corner. */
#pragma once

#include "document/ans-text-shaper.h"

G_BEGIN_DECLS

typedef enum
{
  ANS_MARK_TEXT,      /* x, y: start of the baseline; size: of the font; width: advance */
  ANS_MARK_LINE,      /* from x, y to x + width, y + height; size: thickness */
  ANS_MARK_WATERMARK, /* x, y: its middle; size: of the font; turned; pale */
} AnsMarkKind;

typedef struct
{
  AnsMarkKind kind;
  AnsFace face;
  double x, y, width, height;
  double size;
  const char *text; /* owned by the scene */
} AnsMark;

typedef struct
{
  double width, height;
  GArray *marks; /* AnsMark */
  GStringChunk *strings;
} AnsPageScene;

AnsPageScene *ans_page_scene_new (double width, double height);
void ans_page_scene_free (AnsPageScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPageScene, ans_page_scene_free)

void ans_page_scene_add_text (AnsPageScene *self,
                              AnsFace face,
                              double size,
                              double x,
                              double y,
                              double width,
                              const char *text,
                              gsize length);
void ans_page_scene_add_line (
    AnsPageScene *self, double x, double y, double width, double height, double thickness);
void ans_page_scene_add_watermark (AnsPageScene *self, double size, double width, const char *text);
void ans_page_scene_dump (const AnsPageScene *self, GString *out);

G_END_DECLS
