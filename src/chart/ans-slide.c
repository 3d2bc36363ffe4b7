/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-slide.h"

#include <math.h>

#include "chart/ans-slide-private.h"
#include "scene/ans-scene-file.h"

#define HEAD_SIZE    40.0
#define HEAD_LINE    84.0
#define TITLE_SIZE   74.0
#define TITLE_LEAST  54.0
#define FOOT_SIZE    30.0
#define FOOT_LINE    1046.0
#define BAR_HEIGHT   14.0
#define CLOSING_TOP  856.0
#define CLOSING_HIGH 132.0
#define POINTS       0.5 /* to a pixel, in a PDF */

AnsDeck *
ans_deck_new (const char *unit, const char *plan, const char *source, AnsTheme theme)
{
  AnsDeck *self = g_atomic_rc_box_new0 (AnsDeck);

  self->unit = g_strdup (unit);
  self->plan = g_strdup (plan);
  self->source = g_strdup (source);
  self->theme = theme;
  self->colours = ans_chart_theme_get (theme);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_scene_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->subjects = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
clear (AnsDeck *self)
{
  g_free (self->unit);
  g_free (self->plan);
  g_free (self->source);
  g_ptr_array_unref (self->scenes);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->subjects);
}

AnsDeck *
ans_deck_ref (AnsDeck *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ans_deck_free (AnsDeck *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

double
ans_slide_lines (AnsPlot *plot,
                 AnsFace face,
                 double size,
                 AnsColour colour,
                 double x,
                 double y,
                 double width,
                 guint max_lines,
                 const char *text)
{
  g_auto (GStrv) lines = ans_plot_fit (plot, face, size, text, width, max_lines);

  for (guint i = 0; lines[i] != NULL; i++)
    ans_plot_text (plot, face, size, colour, ANS_ALIGN_TEXT_START, x,
                   y + size * (ANS_TEXT_ASCENT + i * ANS_LINE_PITCH), lines[i]);
  return ans_plot_lines (size, g_strv_length (lines));
}

/* As large as it may be on one line, else in two lines. */
static void
draw_title (AnsPlot *plot, const char *title)
{
  const double width = ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT;
  double size = TITLE_SIZE;
  double whole = ans_plot_width (plot, ANS_FACE_SANS_BOLD, 1, title);

  if (whole * size > width)
    size = MAX (width / whole, TITLE_LEAST);
  if (whole * size <= width + 0.5)
    ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, ANS_ALIGN_TEXT_START,
                   ANS_SLIDE_LEFT, 200, title);
  else
    ans_slide_lines (plot, ANS_FACE_SANS_BOLD, TITLE_LEAST, plot->theme->ink, ANS_SLIDE_LEFT, 100,
                     width, 2, title);
}

/* The area is cut where there is little room, never the code, by which a slide is spoken of. */
static char *
head_text (AnsPlot *plot, const char *area, const char *code, double width)
{
  g_autofree char *number = code != NULL ? g_strdup_printf ("Chỉ tiêu %s", code) : g_strdup ("");
  g_autofree char *cut = NULL;

  if (area == NULL || *area == '\0')
    return g_steal_pointer (&number);
  if (code != NULL)
    {
      g_autofree char *rest = g_strconcat ("  ·  ", number, NULL);

      g_set_str (&number, rest);
    }
  width -= ans_plot_width (plot, ANS_FACE_SANS_BOLD, HEAD_SIZE, number);
  cut = ans_text_shaper_ellipsize (plot->shaper, ANS_FACE_SANS_BOLD, area, width / HEAD_SIZE);
  return g_strconcat (cut, number, NULL);
}

AnsScene *
ans_slide_begin (
    AnsDeck *deck, AnsPlot *plot, const char *area, const char *code, const char *title)
{
  static const AnsChart nothing = { 0 };
  AnsScene *scene = ans_scene_new (ANS_SLIDE_WIDTH, ANS_SLIDE_HEIGHT);
  AnsPaint bar = { .fill = deck->colours->series[0] };
  g_autofree char *right = g_strdup_printf ("%s  ·  %s", deck->unit, deck->plan);
  g_autofree char *left = NULL;

  scene->background = deck->colours->ground;
  g_ptr_array_add (deck->scenes, scene);
  g_ptr_array_add (deck->titles, g_strdup (title));
  g_ptr_array_add (deck->subjects, g_strdup (code != NULL ? code : title));
  ans_plot_init (plot, &nothing, scene, deck->colours,
                 (AnsBox) { ANS_SLIDE_LEFT, ANS_SLIDE_TOP, ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT,
                            ANS_SLIDE_BOTTOM - ANS_SLIDE_TOP },
                 ANS_SLIDE_DATA);
  ans_scene_add_rect (scene, &bar, 0, 0, ANS_SLIDE_WIDTH, BAR_HEIGHT, 0);
  left = head_text (plot, area, code,
                    ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT - 60 -
                        ans_plot_width (plot, ANS_FACE_SANS, HEAD_SIZE, right));
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, HEAD_SIZE,
                 deck->theme == ANS_THEME_PRINT ? deck->colours->ink : deck->colours->series[0],
                 ANS_ALIGN_TEXT_START, ANS_SLIDE_LEFT, HEAD_LINE, left);
  ans_plot_text (plot, ANS_FACE_SANS, HEAD_SIZE, deck->colours->dim, ANS_ALIGN_TEXT_END,
                 ANS_SLIDE_RIGHT, HEAD_LINE, right);
  draw_title (plot, title);
  if (deck->source != NULL)
    {
      g_autofree char *source =
          ans_text_shaper_ellipsize (plot->shaper, ANS_FACE_SANS, deck->source,
                                     (ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT - 200) / FOOT_SIZE);

      ans_plot_text (plot, ANS_FACE_SANS, FOOT_SIZE, deck->colours->dim, ANS_ALIGN_TEXT_START,
                     ANS_SLIDE_LEFT, FOOT_LINE, source);
    }
  return scene;
}

void
ans_slide_set_subject (AnsDeck *deck, const char *subject)
{
  char **last = (char **) &g_ptr_array_index (deck->subjects, deck->subjects->len - 1);

  g_set_str (last, subject);
}

void
ans_slide_closing (AnsPlot *plot, const char *text)
{
  AnsPaint panel = { .fill = plot->theme->panel };
  double size = 42, width = ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT - 24;
  g_auto (GStrv) lines = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, text) > width)
    size = MAX (38, size * width / ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, text));
  lines = ans_plot_fit (plot, ANS_FACE_SANS_BOLD, size, text, width, 2);
  ans_scene_add_rect (plot->scene, &panel, ANS_SLIDE_LEFT - 24, CLOSING_TOP,
                      ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT + 48, CLOSING_HIGH, 24);
  ans_plot_block (plot, ANS_FACE_SANS_BOLD, size, plot->theme->ink, ANS_ALIGN_TEXT_START,
                  ANS_SLIDE_LEFT + 12, CLOSING_TOP + CLOSING_HIGH / 2, lines);
}

double
ans_slide_state (AnsPlot *plot,
                 AnsState state,
                 const char *word,
                 double x,
                 double y,
                 double size,
                 double max_width)
{
  AnsColour colour = plot->theme->state_text[state];
  g_autofree char *text =
      ans_text_shaper_ellipsize (plot->shaper, ANS_FACE_SANS_BOLD, word != NULL ? word : "",
                                 MAX (max_width - size * 1.3, size) / size);

  ans_state_icon (plot->scene, state, colour, x, y - size * 0.5, size);
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, colour, ANS_ALIGN_TEXT_START, x + size * 1.3,
                 y + size * 0.36, text);
  return size * 1.3 + ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, text);
}

void
ans_state_icon (AnsScene *scene, AnsState state, AnsColour colour, double x, double y, double size)
{
  AnsPaint pen = { .stroke = colour, .line = size * 0.13 };
  const AnsPoint tick[] = { { x + size * 0.12, y + size * 0.55 },
                            { x + size * 0.4, y + size * 0.82 },
                            { x + size * 0.9, y + size * 0.2 } };
  const AnsPoint rise[] = { { x + size * 0.06, y + size * 0.78 },
                            { x + size * 0.38, y + size * 0.45 },
                            { x + size * 0.56, y + size * 0.62 },
                            { x + size * 0.94, y + size * 0.22 } };
  const AnsPoint head[] = { { x + size * 0.64, y + size * 0.2 },
                            { x + size * 0.94, y + size * 0.2 },
                            { x + size * 0.94, y + size * 0.5 } };
  const AnsPoint hands[] = { { x + size * 0.5, y + size * 0.28 },
                             { x + size * 0.5, y + size * 0.52 },
                             { x + size * 0.66, y + size * 0.64 } };

  switch (state)
    {
    case ANS_STATE_REACHED:
      ans_scene_add_polyline (scene, &pen, tick, G_N_ELEMENTS (tick));
      break;
    case ANS_STATE_ON_TIME:
      ans_scene_add_polyline (scene, &pen, rise, G_N_ELEMENTS (rise));
      ans_scene_add_polyline (scene, &pen, head, G_N_ELEMENTS (head));
      break;
    case ANS_STATE_BEHIND:
      ans_scene_add_circle (scene, &pen, x + size / 2, y + size / 2, size * 0.42);
      ans_scene_add_polyline (scene, &pen, hands, G_N_ELEMENTS (hands));
      break;
    case ANS_STATE_OVERDUE:
      for (guint i = 0; i < 2; i++)
        {
          const AnsPoint arm[] = { { x + size * 0.18, y + size * (i == 0 ? 0.18 : 0.82) },
                                   { x + size * 0.82, y + size * (i == 0 ? 0.82 : 0.18) } };

          ans_scene_add_polyline (scene, &pen, arm, 2);
        }
      break;
    case ANS_STATE_NO_DATA:
      for (guint i = 0; i < 3; i++)
        {
          AnsPaint dot = { .fill = colour };

          ans_scene_add_circle (scene, &dot, x + size * (0.18 + 0.32 * i), y + size / 2,
                                size * 0.1);
        }
      break;
    case ANS_N_STATES:
    default:
      break;
    }
}

void
ans_deck_finish (AnsDeck *self)
{
  g_return_if_fail (!self->finished);

  self->finished = TRUE;
  for (guint i = 0; i < self->scenes->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u/%u", i + 1, self->scenes->len);

      ans_scene_add_label (g_ptr_array_index (self->scenes, i), ANS_FACE_SANS_BOLD, FOOT_SIZE,
                           self->colours->dim, ANS_ALIGN_TEXT_END, ANS_SLIDE_RIGHT, FOOT_LINE,
                           number);
    }
}

/** ans_deck_get_n_slides: */
guint
ans_deck_get_n_slides (const AnsDeck *self)
{
  return self->scenes->len;
}

/** ans_deck_get_scene: Returns: (transfer none): from 0 */
const AnsScene *
ans_deck_get_scene (const AnsDeck *self, guint slide)
{
  g_return_val_if_fail (slide < self->scenes->len, NULL);
  return g_ptr_array_index (self->scenes, slide);
}

const char *
ans_deck_get_title (const AnsDeck *self, guint slide)
{
  g_return_val_if_fail (slide < self->titles->len, NULL);
  return g_ptr_array_index (self->titles, slide);
}

char *
ans_deck_get_text (const AnsDeck *self, guint slide)
{
  const AnsScene *scene = ans_deck_get_scene (self, slide);
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (scene != NULL, g_string_free (text, FALSE));
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (mark->kind == ANS_MARK_TEXT)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", mark->text);
    }
  return g_string_free (text, FALSE);
}

gboolean
ans_deck_find (const AnsDeck *self, const char *subject, guint *slide)
{
  g_return_val_if_fail (subject != NULL, FALSE);
  return g_ptr_array_find_with_equal_func (self->subjects, subject, g_str_equal, slide);
}

gboolean
ans_deck_write_picture (const AnsDeck *self, guint slide, const char *path, GError **error)
{
  g_return_val_if_fail (slide < self->scenes->len, FALSE);
  return ans_scene_write (g_ptr_array_index (self->scenes, slide), path, ANS_SCENE_PNG, 1, NULL,
                          error);
}

gboolean
ans_deck_write_pdf (const AnsDeck *self, const char *path, const char *title, GError **error)
{
  g_return_val_if_fail (self->scenes->len > 0, FALSE);
  return ans_scenes_write_pdf ((AnsScene *const *) self->scenes->pdata,
                               (const char *const *) self->titles->pdata, self->scenes->len, path,
                               POINTS, title, error);
}

gboolean
ans_deck_write_pictures (const AnsDeck *self, const char *folder, const char *name, GError **error)
{
  for (guint i = 0; i < self->scenes->len; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%02u.png", name, i + 1);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!ans_deck_write_picture (self, i, path, error))
        return FALSE;
    }
  return TRUE;
}
