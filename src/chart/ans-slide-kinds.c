/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of slides. */
#include <math.h>

#include "chart/ans-slide-private.h"

#define NUMBER_SIZE   300.0
#define NUMBER_LINE   525.0
#define TARGET_PART   0.33  /* size of the target's letters to the number's */
#define HALF          896.0 /* where the left half ends if there is a chart */
#define CHART_LEFT    980.0
#define ROWS_A_SLIDE  6
#define ROW_MOST      132.0
#define TASKS_A_SLIDE 5
#define TASK_HEIGHT   146.0
#define NAME_LEAST    34.0 /* letters of names in rows */
#define STATE_SIZE    38.0 /* of verdicts in rows */

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* ---- title ---- */

static void
draw_counts (AnsPlot *plot, const guint *counts, const char *const *words, double y)
{
  const double width = ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT, size = 46;
  double x = ANS_SLIDE_LEFT, at = ANS_SLIDE_LEFT;
  guint total = 0;

  for (guint i = 0; i < ANS_N_STATES; i++)
    total += counts[i];
  if (total == 0)
    return;
  for (guint i = 0; i < ANS_N_STATES; i++)
    {
      AnsPaint paint = { .fill = plot->theme->state_fill[i] };
      double part = width * counts[i] / total;
      g_autofree char *text = NULL;

      if (counts[i] == 0)
        continue;
      ans_scene_add_rect (plot->scene, &paint, x, y, MAX (part - 6, 4), 44, 6);
      x += part;
      text = g_strdup_printf ("%u %s", counts[i], words[i]);
      at += ans_slide_state (plot, (AnsState) i, text, at, y + 100, size, width) + size * 1.4;
    }
}

/** ans_deck_add_title: */
void
ans_deck_add_title (AnsDeck *self,
                    const char *title,
                    const char *subtitle,
                    const guint *counts,
                    const char *const *words)
{
  AnsPlot plot;
  AnsPaint mark = { .fill = self->colours->series[0] };
  double y = 300;

  ans_slide_begin (self, &plot, "", NULL, "");
  /* it stands lower and larger than other slides' titles */
  g_ptr_array_set_size (self->titles, (int) self->titles->len - 1);
  g_ptr_array_add (self->titles, g_strdup (title));
  ans_scene_add_rect (plot.scene, &mark, ANS_SLIDE_LEFT, y - 40, 160, 12, 0);
  y += ans_slide_lines (&plot, ANS_FACE_SANS_BOLD, 92, plot.theme->ink, ANS_SLIDE_LEFT, y,
                        ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT, 3, title);
  if (!is_empty (subtitle))
    ans_slide_lines (&plot, ANS_FACE_SANS, 48, plot.theme->dim, ANS_SLIDE_LEFT, y + 24,
                     ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT, 2, subtitle);
  if (counts != NULL && words != NULL)
    draw_counts (&plot, counts, words, 806);
  ans_plot_clear (&plot);
}

/* ---- one indicator ---- */

/* Without a figure there is no number to show: the words say so, the target what is awaited. */
static void
draw_no_number (AnsPlot *plot, const AnsSlideIndicator *indicator, double right)
{
  double y = 330;

  y += ans_slide_lines (plot, ANS_FACE_SANS_BOLD, 110, plot->theme->dim, ANS_SLIDE_LEFT, y,
                        right - ANS_SLIDE_LEFT, 1, "Chưa có số liệu");
  if (!is_empty (indicator->target))
    {
      g_autofree char *text = g_strdup_printf ("Kế hoạch: %s", indicator->target);

      ans_slide_lines (plot, ANS_FACE_SANS, 52, plot->theme->ink, ANS_SLIDE_LEFT, y + 10,
                       right - ANS_SLIDE_LEFT, 1, text);
    }
}

/* The number as large as there is room, its target beside it. */
static void
draw_number (AnsPlot *plot, const AnsSlideIndicator *indicator, double right)
{
  const char *value = indicator->value;
  g_autofree char *target =
      is_empty (indicator->target) ? g_strdup ("") : g_strconcat ("/ ", indicator->target, NULL);
  double ems = ans_plot_width (plot, ANS_FACE_SANS_BOLD, 1, value);
  double target_ems = ans_plot_width (plot, ANS_FACE_SANS_BOLD, 1, target);
  double gap = *target != '\0' ? 0.12 : 0;
  double size =
      MIN (NUMBER_SIZE, (right - ANS_SLIDE_LEFT) / (ems + gap + target_ems * TARGET_PART));
  double target_size = MAX (size * TARGET_PART, ANS_SLIDE_DATA);
  double target_x = ANS_SLIDE_LEFT + size * (ems + gap), target_y = NUMBER_LINE;
  AnsColour colour = plot->theme->outline != ANS_COLOUR_NONE
                         ? plot->theme->ink
                         : plot->theme->state_fill[indicator->state];

  if (indicator->state == ANS_STATE_NO_DATA)
    colour = plot->theme->dim;
  /* a target in many words stands below its number */
  if (target_x + target_size * target_ems > right + 1)
    {
      size = MIN (NUMBER_SIZE * 0.75, (right - ANS_SLIDE_LEFT) / ems);
      target_x = ANS_SLIDE_LEFT;
      target_y = NUMBER_LINE + 40;
      target_size = ANS_SLIDE_DATA * 1.2;
    }
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, size, colour, ANS_ALIGN_TEXT_START, ANS_SLIDE_LEFT,
                 target_y > NUMBER_LINE ? NUMBER_LINE - 50 : NUMBER_LINE, value);
  if (*target != '\0')
    {
      g_autofree char *cut = ans_text_shaper_ellipsize (plot->shaper, ANS_FACE_SANS_BOLD, target,
                                                        (right - target_x + 2) / target_size);

      ans_plot_text (plot, ANS_FACE_SANS_BOLD, target_size, plot->theme->ink, ANS_ALIGN_TEXT_START,
                     target_x, target_y, cut);
    }
}

static void
draw_verdict (AnsPlot *plot, const AnsSlideIndicator *indicator, double right)
{
  const double size = 52, high = 84, y = 596, pad = 24;
  AnsPaint pill = { .fill = plot->theme->state_tint[indicator->state] };
  g_autofree char *word = ans_text_shaper_ellipsize (
      plot->shaper, ANS_FACE_SANS_BOLD, indicator->verdict != NULL ? indicator->verdict : "",
      (right - ANS_SLIDE_LEFT - 2 * pad) / size - 1.3);
  double width = ans_plot_width (plot, ANS_FACE_SANS_BOLD, size, word) + size * 1.3 + 2 * pad + 8,
         x;

  if (plot->theme->outline != ANS_COLOUR_NONE)
    {
      pill.stroke = plot->theme->outline;
      pill.line = 2;
    }
  ans_scene_add_rect (plot->scene, &pill, ANS_SLIDE_LEFT, y, width, high, high / 2);
  ans_slide_state (plot, indicator->state, word, ANS_SLIDE_LEFT + pad, y + high / 2, size, width);
  x = ANS_SLIDE_LEFT + width + 28;
  if (!is_empty (indicator->remark) && x < right - 100)
    {
      g_auto (GStrv) lines =
          ans_plot_fit (plot, ANS_FACE_SANS, 40, indicator->remark, right - x, 2);

      ans_plot_block (plot, ANS_FACE_SANS, 40, plot->theme->ink, ANS_ALIGN_TEXT_START, x,
                      y + high / 2, lines);
    }
}

static void
draw_bar (AnsPlot *plot, const AnsSlideIndicator *indicator, double right)
{
  const double y = 752, high = 46, size = 38, line = y - 24, width = right - ANS_SLIDE_LEFT;
  AnsPaint track = { .fill = plot->theme->track };
  AnsPaint bar = { .fill = plot->theme->state_fill[indicator->state] };
  AnsPaint tick = { .stroke = plot->theme->ink, .line = 5 };
  double most = MAX (1, MIN (indicator->done, 1.25)), end = ANS_SLIDE_LEFT + width / most;
  double done = CLAMP (indicator->done, 0, most);

  if (isnan (indicator->done))
    return;
  if (plot->theme->outline != ANS_COLOUR_NONE)
    track.stroke = bar.stroke = plot->theme->outline, track.line = bar.line = 1.5;
  ans_scene_add_rect (plot->scene, &track, ANS_SLIDE_LEFT, y, end - ANS_SLIDE_LEFT, high, 8);
  if (done > 0)
    ans_scene_add_rect (plot->scene, &bar, ANS_SLIDE_LEFT, y, MAX (width * done / most, 4), high,
                        8);
  if (most > 1)
    ans_scene_add_stroke (plot->scene, &tick, end, y - 12, 0, high + 24);
  if (!is_empty (indicator->target_text))
    ans_plot_text (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_END, end, line,
                   indicator->target_text);
  if (!isnan (indicator->expected) && indicator->expected >= 0 && indicator->expected < 1)
    {
      double x = ANS_SLIDE_LEFT + width * indicator->expected / most;

      ans_scene_add_stroke (plot->scene, &tick, x, y - 12, 0, high + 24);
      if (!is_empty (indicator->expected_text) &&
          !ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_MIDDLE, x,
                              line, indicator->expected_text) &&
          !ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_END, x,
                              line, indicator->expected_text))
        ans_plot_try_text (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_START,
                           ANS_SLIDE_LEFT, line, indicator->expected_text);
    }
}

/** ans_deck_add_indicator: */
void
ans_deck_add_indicator (AnsDeck *self, const AnsSlideIndicator *indicator)
{
  double right = indicator->chart != NULL ? HALF : ANS_SLIDE_RIGHT;
  AnsPlot plot;

  ans_slide_begin (self, &plot, indicator->area, indicator->code, indicator->name);
  if (is_empty (indicator->value))
    draw_no_number (&plot, indicator, right);
  else
    draw_number (&plot, indicator, right);
  draw_verdict (&plot, indicator, right);
  draw_bar (&plot, indicator, right);
  if (indicator->chart != NULL)
    {
      double top = ANS_SLIDE_TOP, width = ANS_SLIDE_RIGHT - CHART_LEFT;
      g_autoptr (AnsScene) chart = NULL;

      if (!is_empty (indicator->chart_title))
        top += ans_slide_lines (&plot, ANS_FACE_SANS_BOLD, 38, plot.theme->dim, CHART_LEFT, top,
                                width, 1, indicator->chart_title) +
               14;
      chart = ans_chart_layout_bare (indicator->chart, width, ANS_SLIDE_BOTTOM - top,
                                     ANS_SLIDE_DATA, self->theme);
      ans_scene_append (plot.scene, chart, CHART_LEFT, top, 1);
    }
  ans_slide_closing (&plot, indicator->closing);
  ans_plot_clear (&plot);
}

/* ---- a chart ---- */

/** ans_deck_add_chart: */
void
ans_deck_add_chart (
    AnsDeck *self, const char *area, const char *code, const AnsChart *chart, const char *closing)
{
  double bottom = is_empty (closing) ? ANS_SLIDE_BOTTOM + 140 : ANS_SLIDE_BOTTOM;
  g_autoptr (AnsScene) scene = NULL;
  AnsPlot plot;

  ans_slide_begin (self, &plot, area, code, chart->title != NULL ? chart->title : "");
  scene = ans_chart_layout_bare (chart, ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT, bottom - ANS_SLIDE_TOP,
                                 ANS_SLIDE_DATA, self->theme);
  ans_scene_append (plot.scene, scene, ANS_SLIDE_LEFT, ANS_SLIDE_TOP, 1);
  ans_slide_closing (&plot, closing);
  ans_plot_clear (&plot);
}

/* ---- lists ---- */

static char *
page_title (const char *title, guint page, guint n_pages)
{
  return n_pages > 1 ? g_strdup_printf ("%s (%u/%u)", title, page + 1, n_pages) : g_strdup (title);
}

static void
draw_rule (AnsPlot *plot, double y)
{
  AnsPaint rule = { .stroke = plot->theme->grid, .line = 2 };

  ans_scene_add_stroke (plot->scene, &rule, ANS_SLIDE_LEFT, y, ANS_SLIDE_RIGHT - ANS_SLIDE_LEFT, 0);
}

/* The columns of an area's slides. */
typedef struct
{
  double name_width, target_end, value_end, state_start, state_width;
  double size; /* of the numbers */
} Columns;

static double
widest (
    AnsPlot *plot, AnsFace face, double size, const char *title, const char *const *texts, guint n)
{
  double width = ans_plot_width (plot, ANS_FACE_SANS, ANS_SLIDE_SMALL, title);

  for (guint i = 0; i < n; i++)
    width = MAX (width, ans_plot_width (plot, face, size, is_empty (texts[i]) ? "–" : texts[i]));
  return width;
}

/* Numbers are written whole; names get what is left, and smaller numbers where that is little. */
static void
measure_columns (AnsPlot *plot, const AnsSlideRow *rows, guint n, Columns *columns)
{
  const double gap = 56, least = 640;
  g_autofree const char **targets = g_new0 (const char *, n + 1);
  g_autofree const char **values = g_new0 (const char *, n + 1);
  g_autofree const char **verdicts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      targets[i] = rows[i].target;
      values[i] = rows[i].value;
      verdicts[i] = rows[i].verdict;
    }
  columns->state_width =
      MIN (widest (plot, ANS_FACE_SANS_BOLD, STATE_SIZE, "Tiến độ", verdicts, n) + STATE_SIZE * 1.4,
           460);
  columns->state_start = ANS_SLIDE_RIGHT - columns->state_width;
  for (columns->size = ANS_SLIDE_DATA; columns->size >= 24; columns->size -= 2)
    {
      double value = widest (plot, ANS_FACE_SANS_BOLD, columns->size, "Thực hiện", values, n);
      double target = widest (plot, ANS_FACE_SANS, columns->size, "Kế hoạch", targets, n);

      columns->value_end = columns->state_start - gap;
      columns->target_end = columns->value_end - value - gap;
      columns->name_width = columns->target_end - target - gap - ANS_SLIDE_LEFT;
      if (columns->name_width >= least)
        break;
    }
}

/* As large as it goes whole into @width × @height, from *@size down to NAME_LEAST. */
static char **
fit_large (AnsPlot *plot, const char *text, double width, double height, double *size)
{
  for (;; *size -= 2)
    {
      guint most = MAX (1, (guint) (height / ans_plot_lines (*size, 1)));
      g_auto (GStrv) lines = ans_plot_fit (plot, ANS_FACE_SANS, *size, text, width, most);
      g_autofree char *all = g_strjoinv (" ", lines);

      if (*size - 2 < NAME_LEAST || g_str_equal (all, text))
        return g_steal_pointer (&lines);
    }
}

static void
draw_row (AnsPlot *plot, const Columns *columns, const AnsSlideRow *row, double top, double high)
{
  const double y = top + high / 2, indent = row->indent ? 40 : 0;
  double size = ANS_SLIDE_DATA - (row->indent ? 4 : 0);
  double width = columns->name_width - indent, line = y + columns->size * 0.36;
  g_auto (GStrv) lines = NULL;

  lines = fit_large (plot, row->name, width, high - 12, &size);
  ans_plot_block (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_START,
                  ANS_SLIDE_LEFT + indent, y, lines);
  ans_plot_text (plot, ANS_FACE_SANS, columns->size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                 columns->target_end, line, is_empty (row->target) ? "–" : row->target);
  ans_plot_text (plot, ANS_FACE_SANS_BOLD, columns->size, plot->theme->ink, ANS_ALIGN_TEXT_END,
                 columns->value_end, line, is_empty (row->value) ? "–" : row->value);
  ans_slide_state (plot, row->state, row->verdict, columns->state_start, y, STATE_SIZE,
                   columns->state_width);
  draw_rule (plot, top + high);
}

static void
draw_titles (AnsPlot *plot, const Columns *columns, double y)
{
  const struct
  {
    const char *text;
    AnsTextAlign align;
    double x;
  } titles[] = { { "Chỉ tiêu", ANS_ALIGN_TEXT_START, ANS_SLIDE_LEFT },
                 { "Kế hoạch", ANS_ALIGN_TEXT_END, columns->target_end },
                 { "Thực hiện", ANS_ALIGN_TEXT_END, columns->value_end },
                 { "Tiến độ", ANS_ALIGN_TEXT_START, columns->state_start } };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ans_plot_text (plot, ANS_FACE_SANS, ANS_SLIDE_SMALL, plot->theme->dim, titles[i].align,
                   titles[i].x, y, titles[i].text);
}

/** ans_deck_add_area: */
void
ans_deck_add_area (
    AnsDeck *self, const char *area, const AnsSlideRow *rows, guint n_rows, const char *closing)
{
  guint n_pages = MAX (1, (n_rows + ROWS_A_SLIDE - 1) / ROWS_A_SLIDE);

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *title = page_title (area, page, n_pages);
      guint first = page * n_rows / n_pages, end = (page + 1) * n_rows / n_pages;
      double top = ANS_SLIDE_TOP + 46;
      double high = MIN (ROW_MOST, (ANS_SLIDE_BOTTOM - top) / MAX (end - first, 1));
      Columns columns;
      AnsPlot plot;

      ans_slide_begin (self, &plot, "Kết quả theo lĩnh vực", NULL, title);
      ans_slide_set_subject (self, area);
      measure_columns (&plot, rows, n_rows, &columns);
      if (n_rows > 0)
        {
          draw_titles (&plot, &columns, top - 18);
          draw_rule (&plot, top);
        }
      for (guint i = first; i < end; i++)
        draw_row (&plot, &columns, &rows[i], top + high * (i - first), high);
      if (n_rows == 0)
        ans_plot_message (&plot, "Lĩnh vực này chưa có chỉ tiêu");
      ans_slide_closing (&plot, page + 1 == n_pages ? closing : NULL);
      ans_plot_clear (&plot);
    }
}

static void
draw_task (AnsPlot *plot, const AnsSlideTask *task, double top, double high)
{
  const double y = top + high / 2, box = 150, x = ANS_SLIDE_LEFT + box + 36, left_width = 450;
  const gboolean owned = !is_empty (task->owner), timed = !is_empty (task->left);
  const double right = ANS_SLIDE_RIGHT - left_width;
  double size = ANS_SLIDE_DATA;
  AnsPaint tint = { .fill = plot->theme->state_tint[task->state] };
  g_auto (GStrv) lines = NULL;

  if (!is_empty (task->due))
    {
      double due = ans_plot_width (plot, ANS_FACE_SANS_BOLD, 1, task->due);

      ans_scene_add_rect (plot->scene, &tint, ANS_SLIDE_LEFT, y - 34, box, 68, 14);
      ans_plot_text (plot, ANS_FACE_SANS_BOLD, MIN (ANS_SLIDE_DATA, (box - 16) / due),
                     plot->theme->state_text[task->state], ANS_ALIGN_TEXT_MIDDLE,
                     ANS_SLIDE_LEFT + box / 2, y + ANS_SLIDE_DATA * 0.36, task->due);
    }
  lines = fit_large (plot, task->text, right - 40 - x, high - 6, &size);
  ans_plot_block (plot, ANS_FACE_SANS, size, plot->theme->ink, ANS_ALIGN_TEXT_START, x, y, lines);
  if (timed)
    ans_slide_state (plot, task->state, task->left, right, owned ? y - 22 : y, 36, left_width);
  if (owned)
    ans_slide_lines (plot, ANS_FACE_SANS, ANS_SLIDE_SMALL, plot->theme->dim, right,
                     timed ? y + 4 : y - ANS_SLIDE_SMALL * 0.6, left_width, 1, task->owner);
  draw_rule (plot, top + high);
}

/** ans_deck_add_tasks: */
void
ans_deck_add_tasks (AnsDeck *self, const char *title, const AnsSlideTask *tasks, guint n_tasks)
{
  guint n_pages = MAX (1, (n_tasks + TASKS_A_SLIDE - 1) / TASKS_A_SLIDE);

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *name = page_title (title, page, n_pages);
      guint first = page * n_tasks / n_pages, end = (page + 1) * n_tasks / n_pages;
      AnsPlot plot;

      ans_slide_begin (self, &plot, "Việc còn lại", NULL, name);
      ans_slide_set_subject (self, title);
      for (guint i = first; i < end; i++)
        draw_task (&plot, &tasks[i], ANS_SLIDE_TOP + TASK_HEIGHT * (i - first), TASK_HEIGHT);
      if (n_tasks == 0)
        ans_plot_message (&plot, "Không còn việc nào");
      ans_plot_clear (&plot);
    }
}
