/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/ans-scene-paint.h"

#include <string.h>

#include "scene/ans-scene-private.h"

#define WATERMARK_COLOUR ANS_RGB (0xededed)
#define WATERMARK_ANGLE  (-0.42) /* radians */

/* On a screen the few letters that are larger are filled as shapes: a picture of a glyph that is
 * 300 pixels high takes longer, and is made for each of four places between two pixels. */
#define SHAPE_SIZE 128.0

/* Glyphs of one font at one size go to cairo in one call, however many cells they are in: the call
 * costs more than the glyphs. Their text goes with them, so that a PDF can be searched. */
typedef struct
{
  cairo_t *cr;
  AnsTextShaper *shaper;
  GArray *glyphs;   /* cairo_glyph_t */
  GArray *clusters; /* cairo_text_cluster_t */
  GString *text;
  guint font;
  double size;
  AnsColour colour;
  gboolean on_screen;
  gboolean as_shape; /* fill outlines instead: a watermark is not text to be found */
} Batch;

static void
batch_flush (Batch *batch)
{
  if (batch->glyphs->len == 0)
    return;
  ans_scene_set_colour (batch->cr, batch->colour);
  cairo_set_font_face (batch->cr, ans_text_shaper_get_font (batch->shaper, batch->font));
  cairo_set_font_size (batch->cr, batch->size);
  if (batch->as_shape || (batch->on_screen && batch->size > SHAPE_SIZE))
    {
      cairo_glyph_path (batch->cr, (const cairo_glyph_t *) batch->glyphs->data,
                        (int) batch->glyphs->len);
      cairo_fill (batch->cr);
    }
  else
    cairo_show_text_glyphs (batch->cr, batch->text->str, (int) batch->text->len,
                            (const cairo_glyph_t *) batch->glyphs->data, (int) batch->glyphs->len,
                            (const cairo_text_cluster_t *) batch->clusters->data,
                            (int) batch->clusters->len, 0);
  g_array_set_size (batch->glyphs, 0);
  g_array_set_size (batch->clusters, 0);
  g_string_truncate (batch->text, 0);
}

static void
batch_word (Batch *batch, const AnsShapedWord *word, double size, double x, double y)
{
  const char *text = word->text;
  guint at = 0;

  for (guint i = 0; i < word->n_clusters; i++)
    {
      const cairo_text_cluster_t *cluster = &word->clusters[i];
      guint font = cluster->num_glyphs > 0 ? word->glyphs[at].font : batch->font;

      if (batch->glyphs->len > 0 && (batch->font != font || ABS (batch->size - size) > 1e-9))
        batch_flush (batch);
      batch->font = font;
      batch->size = size;
      for (int j = 0; j < cluster->num_glyphs; j++, at++)
        {
          const AnsShapedGlyph *shaped = &word->glyphs[at];
          cairo_glyph_t glyph = { shaped->glyph, x + shaped->x * size, y - shaped->y * size };

          g_array_append_val (batch->glyphs, glyph);
        }
      g_array_append_val (batch->clusters, *cluster);
      g_string_append_len (batch->text, text, cluster->num_bytes);
      text += cluster->num_bytes;
    }
}

static void
batch_text (Batch *batch, const AnsMark *mark, double x, double y)
{
  const char *text = mark->text;
  const char *end = text + strlen (text);
  const AnsShapedWord *word;

  if (mark->paint.fill != batch->colour)
    batch_flush (batch);
  batch->colour = mark->paint.fill;
  while ((word = ans_text_shaper_next (batch->shaper, mark->face, &text, end)) != NULL)
    {
      batch_word (batch, word, mark->size, x, y);
      x += word->width * mark->size;
    }
}

static void
paint_watermark (Batch *batch, const AnsMark *mark)
{
  AnsMark pale = *mark;

  pale.paint.fill = WATERMARK_COLOUR;
  cairo_save (batch->cr);
  cairo_translate (batch->cr, mark->x, mark->y);
  cairo_rotate (batch->cr, WATERMARK_ANGLE);
  batch->as_shape = TRUE;
  batch_text (batch, &pale, -mark->width * mark->size / 2, mark->size * 0.33);
  batch_flush (batch);
  batch->as_shape = FALSE;
  cairo_restore (batch->cr);
}

static void
paint_texts (const AnsScene *scene, cairo_t *cr, AnsMarkKind kind)
{
  Batch batch = { .cr = cr };
  cairo_surface_type_t target = cairo_surface_get_type (cairo_get_target (cr));

  batch.on_screen = target == CAIRO_SURFACE_TYPE_IMAGE || target == CAIRO_SURFACE_TYPE_RECORDING;
  batch.shaper = scene->shaper != NULL ? scene->shaper : ans_text_shaper_get_default ();
  batch.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  batch.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  batch.text = g_string_new (NULL);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind != kind)
        continue;
      if (kind == ANS_MARK_WATERMARK)
        paint_watermark (&batch, mark);
      else
        batch_text (&batch, mark, mark->x, mark->y);
    }
  batch_flush (&batch);
  g_array_unref (batch.glyphs);
  g_array_unref (batch.clusters);
  g_string_free (batch.text, TRUE);
}

void
ans_scene_paint (const AnsScene *scene, cairo_t *cr)
{
  cairo_font_options_t *options;

  g_return_if_fail (scene != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  paint_texts (scene, cr, ANS_MARK_WATERMARK);
  ans_scene_paint_shapes (scene, cr);
  paint_texts (scene, cr, ANS_MARK_TEXT);
  cairo_restore (cr);
}
