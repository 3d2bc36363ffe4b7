/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapes words once and remembers them, free of any size: lengths are in ems (1.0 = the font size).
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ANS_FACE_REGULAR,
  ANS_FACE_BOLD,
  ANS_FACE_ITALIC,
  ANS_FACE_BOLD_ITALIC,
  ANS_FACE_SANS, /* of charts and slides, whatever the shaper's families are */
  ANS_FACE_SANS_BOLD,
  ANS_N_FACES,
} AnsFace;

typedef struct
{
  double x, y; /* from the word's origin, y upwards */
  guint32 glyph;
  guint16 font; /* for ans_text_shaper_get_font() */
} AnsShapedGlyph;

/* A shaped piece of text. Valid until the next call on the shaper. */
typedef struct
{
  const char *text;
  guint length; /* bytes */
  AnsFace face;
  double width;
  guint n_glyphs;
  guint n_clusters;
  AnsShapedGlyph *glyphs;
  cairo_text_cluster_t *clusters;
} AnsShapedWord;

typedef struct
{
  guint start, length; /* bytes in the wrapped text */
  double width;
} AnsTextLine;

typedef struct _AnsTextShaper AnsTextShaper;

AnsTextShaper *ans_text_shaper_new (const char *families);
AnsTextShaper *ans_text_shaper_ref (AnsTextShaper *self);
void ans_text_shaper_unref (AnsTextShaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsTextShaper, ans_text_shaper_unref)

/**
 * ans_text_shaper_get_default:
 *
 * Returns: (transfer none): the calling thread's own, for what has no paper's font to keep to
 */
AnsTextShaper *ans_text_shaper_get_default (void);

/**
 * ans_text_shaper_set_sans_families:
 * @families: comma-separated family names, best first; a constant
 *
 * For tests, before anything was shaped: the letters of charts are then the same everywhere.
 */
void ans_text_shaper_set_sans_families (const char *families);

const char *ans_text_shaper_get_family (AnsTextShaper *self);
double ans_text_shaper_get_ascent (AnsTextShaper *self);
double ans_text_shaper_get_descent (AnsTextShaper *self);
cairo_font_face_t *ans_text_shaper_get_font (AnsTextShaper *self, guint font);

const AnsShapedWord *
ans_text_shaper_next (AnsTextShaper *self, AnsFace face, const char **text, const char *end);
double ans_text_shaper_width (AnsTextShaper *self, AnsFace face, const char *text, gsize length);
/**
 * ans_text_shaper_ellipsize:
 * @max_width: in ems
 *
 * Returns: (transfer full): @text, or as much of it as fits with “…” at its end
 */
char *
ans_text_shaper_ellipsize (AnsTextShaper *self, AnsFace face, const char *text, double max_width);
double ans_text_shaper_longest_word (AnsTextShaper *self, AnsFace face, const char *text);
void ans_text_shaper_wrap (
    AnsTextShaper *self, AnsFace face, const char *text, double max_width, GArray *lines);
void ans_text_shaper_wrap_evenly (
    AnsTextShaper *self, AnsFace face, const char *text, double max_width, GArray *lines);

G_END_DECLS
