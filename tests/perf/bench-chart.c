/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long charts and slides take to be laid out and painted at 1920×1080; with a folder as
 * argument it writes their pictures there instead, to be looked at. */
#include <stdio.h>

#include "../unit/chart-samples.h"
#include "scene/ans-scene-file.h"
#include "scene/ans-scene-paint.h"

static const char *const theme_names[ANS_N_THEMES] = { "light", "dark", "print" };

static int
write_pictures (const char *folder, const SampleChart *samples, guint n)
{
  static const struct
  {
    const char *name;
    double width, height, scale;
  } sizes[] = { { "small", 360, 240, 2 }, { "card", 640, 400, 1 }, { "slide", 1920, 1080, 0.5 } };

  for (guint i = 0; i < n; i++)
    for (guint t = 0; t < ANS_N_THEMES; t++)
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (AnsScene) scene =
              ans_chart_layout (samples[i].chart, sizes[k].width, sizes[k].height, (AnsTheme) t);
          g_autofree char *path = g_strdup_printf ("%s/%s-%s-%s.png", folder, samples[i].name,
                                                   sizes[k].name, theme_names[t]);

          if (!ans_scene_write (scene, path, ANS_SCENE_PNG, sizes[k].scale, NULL, &error))
            {
              g_printerr ("%s\n", error->message);
              return 1;
            }
        }
  return 0;
}

int
main (int argc, char *argv[])
{
  SampleChart samples[N_SAMPLE_CHARTS];
  guint n = sample_charts (samples);

  if (argc > 1)
    return write_pictures (argv[1], samples, n);
  return 0;
}
