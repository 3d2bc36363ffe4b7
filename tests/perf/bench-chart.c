/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long charts and slides take to be laid out and painted at 1920×1080, in processor time; with
 * a folder as argument it writes their pictures there instead, to be looked at. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../unit/slide-samples.h"
#include "bench.h"
#include "scene/ans-scene-file.h"
#include "scene/ans-scene-paint.h"

#define ROUNDS 21

static GArray *paints; /* of all that was painted so far, in milliseconds */

static const char *const theme_names[ANS_N_THEMES] = { "light", "dark", "print", "contrast" };

static int
write_pictures (const char *folder, const SampleChart *samples, guint n)
{
  static const struct
  {
    const char *name;
    double width, height, scale;
  } sizes[] = { { "small", 360, 240, 2 }, { "card", 640, 400, 1 }, { "slide", 1920, 1080, 0.5 } };
  g_autoptr (GError) error = NULL;
  gboolean written = TRUE;

  for (guint i = 0; written && i < n; i++)
    for (guint t = 0; written && t < ANS_N_THEMES; t++)
      for (guint k = 0; written && k < G_N_ELEMENTS (sizes); k++)
        {
          g_autoptr (AnsScene) scene =
              ans_chart_layout (samples[i].chart, sizes[k].width, sizes[k].height, (AnsTheme) t);
          g_autofree char *path = g_strdup_printf ("%s/%s-%s-%s.png", folder, samples[i].name,
                                                   sizes[k].name, theme_names[t]);

          written = ans_scene_write (scene, path, ANS_SCENE_PNG, sizes[k].scale, NULL, &error);
        }
  for (guint t = 0; written && t < ANS_N_THEMES; t++)
    {
      g_autoptr (AnsDeck) deck = sample_deck ((AnsTheme) t);
      g_autofree char *name = g_strdup_printf ("deck-%s", theme_names[t]);
      g_autofree char *path = g_strdup_printf ("%s/%s.pdf", folder, name);

      written = ans_deck_write_pictures (deck, folder, name, &error) &&
                ans_deck_write_pdf (deck, path, "Trình chiếu", &error);
    }
  if (!written)
    g_printerr ("%s\n", error->message);
  return written ? 0 : 1;
}

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

/* The first painting, then the median and the worst of the others. */
static void
measure_paint (const char *name, const AnsScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080);
  cairo_t *cr = cairo_create (surface);
  double times[ROUNDS], first = 0;

  /* the kernel gives memory when it is first written to: not the painter's time */
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_paint (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i <= ROUNDS; i++)
    {
      double start = processor_ms ();

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      ans_scene_paint (scene, cr);
      cairo_surface_flush (surface);
      if (i == 0)
        first = processor_ms () - start;
      else
        times[i - 1] = processor_ms () - start;
    }
  g_array_append_vals (paints, times, ROUNDS);
  qsort (times, ROUNDS, sizeof (double), compare_doubles);
  printf ("paint %-24s first %6.2f ms  median %6.2f ms  worst %6.2f ms\n", name, first,
          times[ROUNDS / 2], times[ROUNDS - 1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
measure_layout (const SampleChart *sample)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = processor_ms ();
      AnsScene *scene = ans_chart_layout (sample->chart, 1920, 1080, ANS_THEME_LIGHT);

      times[i] = processor_ms () - start;
      ans_scene_free (scene);
    }
  qsort (times, ROUNDS, sizeof (double), compare_doubles);
  printf ("layout %-23s median %6.3f ms  worst %6.2f ms\n", sample->name, times[ROUNDS / 2],
          times[ROUNDS - 1]);
}

int
main (int argc, char *argv[])
{
  SampleChart samples[N_SAMPLE_CHARTS];
  guint n = sample_charts (samples);
  double start = processor_ms ();
  g_autoptr (AnsDeck) deck = NULL;
  int result = 0;

  paints = g_array_new (FALSE, FALSE, sizeof (double));
  deck = sample_deck (ANS_THEME_LIGHT);
  if (argc > 1)
    result = write_pictures (argv[1], samples, n);
  else
    {
      printf ("deck of %u slides, with loading fonts: %.2f ms\n", ans_deck_get_n_slides (deck),
              processor_ms () - start);
      for (guint i = 0; i < ans_deck_get_n_slides (deck); i++)
        {
          g_autofree char *name = g_strdup_printf ("slide %u", i + 1);

          measure_paint (name, ans_deck_get_scene (deck, i));
        }
      bench_print_times ("slide.paint", paints);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (AnsScene) scene =
              ans_chart_layout (samples[i].chart, 1920, 1080, ANS_THEME_LIGHT);

          measure_layout (&samples[i]);
          measure_paint (samples[i].name, scene);
        }
    }
  for (guint i = 0; i < n; i++)
    ans_chart_free (samples[i].chart);
  g_array_unref (paints);
  return result;
}
