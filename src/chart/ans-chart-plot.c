/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-chart-plot.h"

#include <math.h>
#include <string.h>

void
ans_plot_init (AnsPlot *self,
               const AnsChart *chart,
               AnsScene *scene,
               const AnsChartTheme *theme,
               AnsBox room,
               double base)
{
  self->chart = chart;
  self->scene = scene;
  self->shaper = ans_text_shaper_get_default ();
  self->theme = theme;
  self->room = room;
  self->base = MAX (base, ANS_CHART_FONT_MIN);
  self->smallest = MAX (self->base * 0.7, ANS_CHART_FONT_MIN);
  self->air = self->base * 0.12;
  self->taken = g_array_new (FALSE, FALSE, sizeof (AnsBox));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (AnsBox));
}

/** ans_plot_clear: */
void
ans_plot_clear (AnsPlot *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
  g_clear_pointer (&self->strokes, g_array_unref);
}

/** ans_plot_width: Returns: of a line of text */
double
ans_plot_width (AnsPlot *self, AnsFace face, double size, const char *text)
{
  return size * ans_text_shaper_width (self->shaper, face, text, strlen (text));
}

static AnsBox
text_box (AnsPlot *self,
          AnsFace face,
          double size,
          AnsTextAlign align,
          double x,
          double y,
          const char *text)
{
  double width = ans_plot_width (self, face, size, text);
  double start = align == ANS_ALIGN_TEXT_START    ? x
                 : align == ANS_ALIGN_TEXT_MIDDLE ? x - width / 2
                                                  : x - width;

  return (AnsBox) { start, y - size * ANS_TEXT_ASCENT, width,
                    size * (ANS_TEXT_ASCENT + ANS_TEXT_DESCENT) };
}

void
ans_plot_text (AnsPlot *self,
               AnsFace face,
               double size,
               AnsColour colour,
               AnsTextAlign align,
               double x,
               double y,
               const char *text)
{
  AnsBox box;

  if (text == NULL || *text == '\0')
    return;
  box = text_box (self, face, size, align, x, y, text);
  g_array_append_val (self->taken, box);
  ans_scene_add_label (self->scene, face, size, colour, align, x, y, text);
}

/* Liang and Barsky's clipping: whether any part of the line is inside. */
static gboolean
line_meets_box (const AnsBox *line, const AnsBox *box)
{
  double p[] = { -line->width, line->width, -line->height, line->height };
  double q[] = { line->x - box->x, box->x + box->width - line->x, line->y - box->y,
                 box->y + box->height - line->y };
  double from = 0, to = 1;

  for (guint i = 0; i < 4; i++)
    {
      if (fabs (p[i]) < 1e-9)
        {
          if (q[i] < 0)
            return FALSE;
          continue;
        }
      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else
        to = MIN (to, q[i] / p[i]);
    }
  return from <= to;
}

static gboolean
is_free (AnsPlot *self, const AnsBox *box)
{
  const double air = self->air;

  if (box->x < 0 || box->y < 0 || box->x + box->width > self->scene->width ||
      box->y + box->height > self->scene->height)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    {
      const AnsBox *other = &g_array_index (self->taken, AnsBox, i);

      if (box->x < other->x + other->width + air && other->x < box->x + box->width + air &&
          box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }
  for (guint i = 0; i < self->strokes->len; i++)
    if (line_meets_box (&g_array_index (self->strokes, AnsBox, i), box))
      return FALSE;
  return TRUE;
}

gboolean
ans_plot_try_text (AnsPlot *self,
                   AnsFace face,
                   double size,
                   AnsColour colour,
                   AnsTextAlign align,
                   double x,
                   double y,
                   const char *text)
{
  AnsBox box = text_box (self, face, size, align, x, y, text);

  if (!is_free (self, &box))
    return FALSE;
  ans_plot_text (self, face, size, colour, align, x, y, text);
  return TRUE;
}

void
ans_plot_keep_off (AnsPlot *self, double x1, double y1, double x2, double y2)
{
  AnsBox line = { x1, y1, x2 - x1, y2 - y1 };

  g_array_append_val (self->strokes, line);
}

char **
ans_plot_fit (
    AnsPlot *self, AnsFace face, double size, const char *text, double width, guint max_lines)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (AnsTextLine));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  double ems = MAX (width / size, 0.1);
  guint n;

  ans_text_shaper_wrap_evenly (self->shaper, face, text, ems, lines);
  if (lines->len > max_lines)
    ans_text_shaper_wrap (self->shaper, face, text, ems, lines);
  n = MIN (lines->len, max_lines);
  for (guint i = 0; i < n; i++)
    {
      const AnsTextLine *line = &g_array_index (lines, AnsTextLine, i);
      gboolean cut = i + 1 == n && lines->len > n;
      g_autofree char *part =
          cut ? g_strdup (text + line->start) : g_strndup (text + line->start, line->length);

      g_strdelimit (part, "\n", ' ');
      g_strv_builder_take (builder, ans_text_shaper_ellipsize (self->shaper, face, part, ems));
    }
  return g_strv_builder_end (builder);
}

double
ans_plot_lines (double size, guint n)
{
  return n == 0 ? 0 : size * (ANS_TEXT_ASCENT + ANS_TEXT_DESCENT + (n - 1) * ANS_LINE_PITCH);
}

void
ans_plot_block (AnsPlot *self,
                AnsFace face,
                double size,
                AnsColour colour,
                AnsTextAlign align,
                double x,
                double y,
                char **lines)
{
  /* the middle of small letters, not of the box, is what looks like the middle */
  double first = y + size * 0.36 - (g_strv_length (lines) - 1) * size * ANS_LINE_PITCH / 2;

  for (guint i = 0; lines[i] != NULL; i++)
    ans_plot_text (self, face, size, colour, align, x, first + i * size * ANS_LINE_PITCH, lines[i]);
}

void
ans_plot_message (AnsPlot *self, const char *text)
{
  g_auto (GStrv) lines = ans_plot_fit (self, ANS_FACE_SANS, self->base, text, self->room.width, 3);

  ans_plot_block (self, ANS_FACE_SANS, self->base, self->theme->dim, ANS_ALIGN_TEXT_MIDDLE,
                  self->room.x + self->room.width / 2, self->room.y + self->room.height / 2, lines);
}

double
ans_plot_value (const AnsPlot *self, gint64 value)
{
  return (double) value / pow (10, self->chart->decimals);
}

void
ans_plot_region (AnsPlot *self, guint series, guint category, AnsBox box)
{
  g_autofree char *label = ans_chart_describe_value (self->chart, series, category);

  ans_scene_begin_region (self->scene, series, category, label, box.x, box.y, box.width,
                          box.height);
}

AnsPaint
ans_plot_fill (const AnsPlot *self, guint series, guint category)
{
  if (self->chart->series->len == 1)
    series = ans_plot_category (self, category)->highlight ? 1 : 0;
  return ans_chart_theme_fill (self->theme, series);
}

void
ans_plot_thin (AnsPaint *paint, double thickness)
{
  if (thickness < 5)
    {
      paint->stroke = ANS_COLOUR_NONE;
      paint->line = 0;
    }
}

void
ans_plot_legend (AnsPlot *self)
{
  const double size = self->smallest, swatch = size * 0.8, gap = size * 0.4, between = size * 1.2;
  double x = self->room.x, y = self->room.y;
  double right = self->room.x + self->room.width;

  if (self->chart->series->len < 2)
    return;
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      AnsPaint paint = ans_chart_theme_fill (self->theme, i);
      g_autofree char *name =
          ans_text_shaper_ellipsize (self->shaper, ANS_FACE_SANS, ans_plot_series (self, i)->name,
                                     (self->room.width - swatch - gap) / size);
      double width = swatch + gap + ans_plot_width (self, ANS_FACE_SANS, size, name);

      if (x > self->room.x && x + width > right)
        {
          x = self->room.x;
          y += size * ANS_LINE_PITCH;
        }
      /* a legend that is higher than the picture helps nobody; the table has the rest */
      if (y + size > self->room.y + self->room.height / 3)
        break;
      ans_scene_add_rect (self->scene, &paint, x, y + size * 0.2, swatch, swatch, size * 0.1);
      ans_plot_text (self, ANS_FACE_SANS, size, self->theme->ink, ANS_ALIGN_TEXT_START,
                     x + swatch + gap, y + size * 0.92, name);
      x += width + between;
    }
  y += size * 1.7;
  self->room.height -= y - self->room.y;
  self->room.y = y;
}

void
ans_plot_names_beside (AnsPlot *self, AnsBox room, double size, const double *ys)
{
  const guint n = self->chart->series->len;
  const double pitch = size * (ANS_TEXT_ASCENT + ANS_TEXT_DESCENT);
  g_autofree guint *order = g_new (guint, n);
  g_autofree double *place = g_new (double, n);
  double top = room.y + pitch / 2, bottom = room.y + room.height - pitch / 2, x = room.x;
  guint m = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (ys[i]))
      {
        guint j = m++;

        for (; j > 0 && ys[order[j - 1]] > ys[i]; j--)
          order[j] = order[j - 1];
        order[j] = i;
      }
  for (guint i = 0; i < m; i++)
    place[i] = MAX (ys[order[i]], i == 0 ? top : place[i - 1] + pitch);
  if (m > 0)
    place[m - 1] = MIN (place[m - 1], MAX (bottom, top));
  for (guint i = m; i-- > 1;)
    place[i - 1] = MIN (place[i - 1], place[i] - pitch);
  for (guint i = 0; i < m; i++)
    {
      guint series = order[i];
      AnsPaint swatch = ans_chart_theme_fill (self->theme, series);
      AnsBox mark;
      AnsPaint leader = { .stroke = self->theme->axis, .line = MAX (1, self->base / 24) };
      g_autofree char *name = ans_text_shaper_ellipsize (self->shaper, ANS_FACE_SANS,
                                                         ans_plot_series (self, series)->name,
                                                         (room.width - size * 1.7) / size);

      /* more names than room: those that would leave the picture are left to the table */
      if (place[i] < top - 0.01)
        continue;
      ans_scene_add_stroke (self->scene, &leader, x + size * 0.1, ys[series], size * 0.5,
                            place[i] - ys[series]);
      ans_scene_add_rect (self->scene, &swatch, x + size * 0.7, place[i] - size * 0.35, size * 0.7,
                          size * 0.7, size * 0.1);
      mark = (AnsBox) { x + size * 0.1, place[i] - size / 2, size * 1.4, size };
      g_array_append_val (self->taken, mark);
      ans_plot_text (self, ANS_FACE_SANS, size, self->theme->ink, ANS_ALIGN_TEXT_START,
                     x + size * 1.7, place[i] + size * 0.36, name);
    }
}
