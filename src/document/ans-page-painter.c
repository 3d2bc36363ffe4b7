/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one painter of pages: screen, printer, PDF and PNG all come through here. */
#include "document/ans-page-painter.h"

#include "document/ans-page-layout-private.h"

#define WATERMARK_GREY  0.93
#define WATERMARK_ANGLE (-0.42) /* radians */

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
  gboolean as_shape; /* fill outlines instead: a watermark is not text to be found */
} Batch;

static void
batch_flush (Batch *batch)
{
  if (batch->glyphs->len == 0)
    return;
  cairo_set_font_face (batch->cr, ans_text_shaper_get_font (batch->shaper, batch->font));
  cairo_set_font_size (batch->cr, batch->size);
  if (batch->as_shape)
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
batch_text (Batch *batch, AnsFace face, const char *text, double size, double x, double y)
{
  const char *end = text + strlen (text);
  const AnsShapedWord *word;

  while ((word = ans_text_shaper_next (batch->shaper, face, &text, end)) != NULL)
    {
      batch_word (batch, word, size, x, y);
      x += word->width * size;
    }
}

static void
paint_watermark (Batch *batch, const AnsMark *mark)
{
  cairo_save (batch->cr);
  cairo_translate (batch->cr, mark->x, mark->y);
  cairo_rotate (batch->cr, WATERMARK_ANGLE);
  cairo_set_source_rgb (batch->cr, WATERMARK_GREY, WATERMARK_GREY, WATERMARK_GREY);
  batch->as_shape = TRUE;
  batch_text (batch, mark->face, mark->text, mark->size, -mark->width * mark->size / 2,
              mark->size * 0.33);
  batch_flush (batch);
  batch->as_shape = FALSE;
  cairo_restore (batch->cr);
}

/* All lines of one thickness are one path. */
static void
paint_lines (cairo_t *cr, const AnsPageScene *scene)
{
  double thickness = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind != ANS_MARK_LINE)
        continue;
      if (ABS (mark->size - thickness) > 1e-9)
        {
          cairo_stroke (cr);
          thickness = mark->size;
          cairo_set_line_width (cr, thickness);
        }
      cairo_move_to (cr, mark->x, mark->y);
      cairo_line_to (cr, mark->x + mark->width, mark->y + mark->height);
    }
  cairo_stroke (cr);
}

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
  const AnsPageScene *scene;
  cairo_font_options_t *options;
  Batch batch = { 0 };

  g_return_val_if_fail (ANS_IS_PAGE_LAYOUT (layout), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  scene = ans_page_layout_get_scene (layout, page, error);
  if (scene == NULL)
    return FALSE;

  batch.cr = cr;
  batch.shaper = ans_page_layout_get_shaper (layout);
  batch.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  batch.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  batch.text = g_string_new (NULL);

  cairo_save (cr);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind == ANS_MARK_WATERMARK)
        paint_watermark (&batch, mark);
    }

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  paint_lines (cr, scene);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind == ANS_MARK_TEXT)
        batch_text (&batch, mark->face, mark->text, mark->size, mark->x, mark->y);
    }
  batch_flush (&batch);
  cairo_restore (cr);

  g_array_unref (batch.glyphs);
  g_array_unref (batch.clusters);
  g_string_free (batch.text, TRUE);
  return TRUE;
}
