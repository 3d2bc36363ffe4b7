/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-page-scene.h"

/**
 * ans_page_scene_new:
 * @width: of the sheet in points
 * @height: of the sheet in points
 *
 * Returns: (transfer full): an empty page
 */
AnsPageScene *
ans_page_scene_new (double width, double height)
{
  AnsPageScene *self = g_new0 (AnsPageScene, 1);

  self->width = width;
  self->height = height;
  self->marks = g_array_new (FALSE, TRUE, sizeof (AnsMark));
  self->strings = g_string_chunk_new (2048);
  return self;
}

/**
 * ans_page_scene_free:
 */
void
ans_page_scene_free (AnsPageScene *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * ans_page_scene_add_text:
 * @x: where the text begins
 * @y: its baseline
 * @width: its advance, in points
 * @text: copied
 * @length: its bytes
 *
 * Adds a line of text, unless it is empty.
 */
void
ans_page_scene_add_text (AnsPageScene *self,
                         AnsFace face,
                         double size,
                         double x,
                         double y,
                         double width,
                         const char *text,
                         gsize length)
{
  AnsMark mark = { ANS_MARK_TEXT, face, x, y, width, 0, size, NULL };

  if (length == 0)
    return;
  mark.text = g_string_chunk_insert_len (self->strings, text, (gssize) length);
  g_array_append_val (self->marks, mark);
}

/**
 * ans_page_scene_add_line:
 * @width: 0 for an upright line
 * @height: 0 for a level line
 * @thickness: in points
 *
 * Adds a line from @x, @y.
 */
void
ans_page_scene_add_line (
    AnsPageScene *self, double x, double y, double width, double height, double thickness)
{
  AnsMark mark = { ANS_MARK_LINE, ANS_FACE_REGULAR, x, y, width, height, thickness, NULL };

  g_array_append_val (self->marks, mark);
}

/**
 * ans_page_scene_add_watermark:
 * @width: of @text at @size
 *
 * Adds a pale word across the middle of the sheet; to be added before all else, as it lies behind.
 */
void
ans_page_scene_add_watermark (AnsPageScene *self, double size, double width, const char *text)
{
  AnsMark mark = {
    ANS_MARK_WATERMARK, ANS_FACE_BOLD, self->width / 2, self->height / 2, width, 0, size, NULL
  };

  mark.text = g_string_chunk_insert (self->strings, text);
  g_array_append_val (self->marks, mark);
}

/* Half a tenth of a point is nothing on paper, but -0.0 would differ from 0.0 in a golden file. */
static double
tenth (double value)
{
  double rounded = (double) (long) (value * 10 + (value < 0 ? -0.5 : 0.5)) / 10;

  return rounded + 0.0;
}

/**
 * ans_page_scene_dump:
 * @out: appended to: one mark a line, in tenths of a point
 *
 * For tests: what is on the page, comparable as text.
 */
void
ans_page_scene_dump (const AnsPageScene *self, GString *out)
{
  static const char *const faces[ANS_N_FACES] = { "regular", "bold", "italic", "bold-italic" };

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (self->marks, AnsMark, i);

      switch (mark->kind)
        {
        case ANS_MARK_LINE:
          g_string_append_printf (out, "line %.1f %.1f %+.1f %+.1f\n", tenth (mark->x),
                                  tenth (mark->y), tenth (mark->width), tenth (mark->height));
          break;
        case ANS_MARK_TEXT:
        case ANS_MARK_WATERMARK:
        default:
          g_string_append_printf (out, "%s %.1f %.1f %.1f %s %.1f \"%s\"\n",
                                  mark->kind == ANS_MARK_TEXT ? "text" : "watermark",
                                  tenth (mark->x), tenth (mark->y), tenth (mark->width),
                                  faces[mark->face], mark->size, mark->text);
          break;
        }
    }
}
