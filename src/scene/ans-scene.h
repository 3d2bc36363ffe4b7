/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flat list of marks: one printed page, one chart, one slide. Positions run from the top left
 * corner; the unit is the maker's (points on paper, pixels on a slide). Shapes are painted in their
 * order; text lies above all of them. */
#pragma once

#include "scene/ans-text-shaper.h"

G_BEGIN_DECLS

/* 0xRRGGBBAA; 0 paints nothing. */
typedef guint32 AnsColour;

#define ANS_COLOUR_NONE        ((AnsColour) 0)
#define ANS_COLOUR_BLACK       ((AnsColour) 0x000000ff)
#define ANS_COLOUR_WHITE       ((AnsColour) 0xffffffff)
#define ANS_RGB(rgb)           ((AnsColour) (((guint32) (rgb) << 8) | 0xff))
#define ANS_RGBA(colour, part) (((colour) & 0xffffff00u) | (guint32) ((part) * 255))

typedef enum
{
  ANS_DASH_NONE,
  ANS_DASH_LONG,
  ANS_DASH_DOTS,
  ANS_N_DASHES,
} AnsDash;

/* Lines or dots over a filled shape, so that two fills differ also where there are no colours. */
typedef enum
{
  ANS_HATCH_NONE,
  ANS_HATCH_RISING,
  ANS_HATCH_FALLING,
  ANS_HATCH_CROSSED,
  ANS_HATCH_LEVEL,
  ANS_HATCH_UPRIGHT,
  ANS_HATCH_DOTS,
  ANS_N_HATCHES,
} AnsHatch;

typedef enum
{
  ANS_ALIGN_TEXT_START,
  ANS_ALIGN_TEXT_MIDDLE,
  ANS_ALIGN_TEXT_END,
} AnsTextAlign;

/* How a shape is painted. Lengths are in the scene's unit. */
typedef struct
{
  AnsColour fill;
  AnsColour stroke;
  double line; /* thickness of the stroke */
  AnsDash dash;
  AnsHatch hatch; /* over the fill, in @ink */
  AnsColour ink;
} AnsPaint;

typedef enum
{
  ANS_MARK_TEXT,      /* x, y: start of the baseline; size: of the font; width: advance */
  ANS_MARK_LINE,      /* from x, y to x + width, y + height; size: thickness */
  ANS_MARK_WATERMARK, /* x, y: its middle; size: of the font; turned; pale */
  ANS_MARK_RECT,      /* x, y, width, height; size: radius of its corners */
  ANS_MARK_CIRCLE,    /* x, y: its middle; size: radius */
  ANS_MARK_WEDGE,     /* x, y: the ring's middle; size: outer, inner: inner radius; angles */
  ANS_MARK_POLYGON,   /* points, closed */
  ANS_MARK_POLYLINE,  /* points, open */
} AnsMarkKind;

typedef struct
{
  double x, y;
} AnsPoint;

typedef struct
{
  AnsMarkKind kind;
  AnsFace face;
  double x, y, width, height; /* of points: what they span */
  double size;
  double inner;          /* radius of a ring's hole */
  double from, to;       /* angles in radians, clockwise from twelve o'clock */
  guint first, n_points; /* in the scene's points */
  guint region;          /* 1 + its index; 0: none */
  AnsPaint paint;        /* of a text the fill is its colour, of a line the stroke */
  const char *text;      /* owned by the scene */
} AnsMark;

/* One thing that can be pointed at: for tooltips, clicks and the keyboard's cursor. */
typedef struct
{
  guint series, category; /* of the data it shows */
  double x, y, width, height;
  const char *label; /* what a tooltip and a screen reader say; owned by the scene */
} AnsRegion;

typedef struct
{
  double width, height;
  AnsColour background; /* painted by files, not by ans_scene_paint(); 0: none */
  GArray *marks;        /* AnsMark */
  GArray *points;       /* AnsPoint */
  GArray *regions;      /* AnsRegion */
  GStringChunk *strings;
  AnsTextShaper *shaper; /* (nullable): else the painting thread's own */
  guint region;          /* of the marks that are being added */
} AnsScene;

AnsScene *ans_scene_new (double width, double height);
void ans_scene_free (AnsScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsScene, ans_scene_free)

/**
 * ans_scene_set_shaper:
 * @shaper: (transfer none): what measured its text; a scene keeps it alive
 *
 * Without one the scene is painted with ans_text_shaper_get_default(), in whatever thread.
 */
void ans_scene_set_shaper (AnsScene *self, AnsTextShaper *shaper);

void ans_scene_add_text (AnsScene *self,
                         AnsFace face,
                         double size,
                         double x,
                         double y,
                         double width,
                         const char *text,
                         gsize length);
/**
 * ans_scene_add_label:
 * @x: where @align puts the text's start, middle or end
 * @y: its baseline
 * @text: one line, copied
 *
 * Measures and adds a line of text, unless it is empty.
 *
 * Returns: its width
 */
double ans_scene_add_label (AnsScene *self,
                            AnsFace face,
                            double size,
                            AnsColour colour,
                            AnsTextAlign align,
                            double x,
                            double y,
                            const char *text);
void ans_scene_add_line (
    AnsScene *self, double x, double y, double width, double height, double thickness);
void ans_scene_add_watermark (AnsScene *self, double size, double width, const char *text);
void ans_scene_add_stroke (
    AnsScene *self, const AnsPaint *paint, double x, double y, double width, double height);
void ans_scene_add_rect (AnsScene *self,
                         const AnsPaint *paint,
                         double x,
                         double y,
                         double width,
                         double height,
                         double radius);
void
ans_scene_add_circle (AnsScene *self, const AnsPaint *paint, double x, double y, double radius);
void ans_scene_add_wedge (AnsScene *self,
                          const AnsPaint *paint,
                          double x,
                          double y,
                          double outer,
                          double inner,
                          double from,
                          double to);
void ans_scene_add_polygon (AnsScene *self, const AnsPaint *paint, const AnsPoint *points, guint n);
void
ans_scene_add_polyline (AnsScene *self, const AnsPaint *paint, const AnsPoint *points, guint n);

/**
 * ans_scene_begin_region:
 * @series: of the data
 * @category: of the data
 * @label: what it says, copied
 * @x: its bounds
 *
 * What is added until ans_scene_end_region() belongs to it.
 *
 * Returns: its index
 */
guint ans_scene_begin_region (AnsScene *self,
                              guint series,
                              guint category,
                              const char *label,
                              double x,
                              double y,
                              double width,
                              double height);
void ans_scene_end_region (AnsScene *self);

/**
 * ans_scene_region_at:
 *
 * Returns: the index of the region at @x, @y, the last one added if several; -1 for none. A region
 * with wedges ends at their edges.
 */
int ans_scene_region_at (const AnsScene *self, double x, double y);
const AnsRegion *ans_scene_get_region (const AnsScene *self, guint index);
guint ans_scene_get_n_regions (const AnsScene *self);

/**
 * ans_scene_append:
 * @other: copied into @self, its origin at @x, @y; scaled by @scale
 *
 * Puts one scene into another; its regions come along.
 */
void ans_scene_append (AnsScene *self, const AnsScene *other, double x, double y, double scale);

void ans_scene_dump (const AnsScene *self, GString *out);

G_END_DECLS
