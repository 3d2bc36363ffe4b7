/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-chart-output.h"

#include <math.h>
#include <string.h>

#include "app/chart/ans-scene-texture.h"
#include "chart/ans-chart-layout.h"

/* In pixels; a letter of the data is 20 high. Charts with many rows are higher. */
#define WIDTH   960.0
#define HEIGHT  540.0
#define LETTERS 20.0
#define AROUND  (LETTERS * 8) /* title, subtitle, source */

#define POINTS_A_PIXEL 0.75
#define FINENESS       2.0 /* of pictures */

/* Names of files stay short, and free of what file systems refuse. */
#define NAME_LENGTH 60

static AnsScene *
scene_of (const AnsChart *chart)
{
  const double data = ans_chart_natural_height (chart, WIDTH - 2 * LETTERS, LETTERS);

  return ans_chart_layout (chart, WIDTH, MAX (HEIGHT, ceil (data + AROUND)), ANS_THEME_LIGHT);
}

gboolean
ans_chart_output_write (const AnsChart *chart,
                        const char *path,
                        AnsSceneFormat format,
                        GError **error)
{
  g_autoptr (AnsScene) scene = NULL;
  static const double scales[] = {
    [ANS_SCENE_PNG] = FINENESS, [ANS_SCENE_SVG] = 1, [ANS_SCENE_PDF] = POINTS_A_PIXEL
  };

  g_return_val_if_fail (chart != NULL, FALSE);

  scene = scene_of (chart);
  return ans_scene_write (scene, path, format, scales[format], chart->title, error);
}

GdkContentProvider *
ans_chart_output_picture (const AnsChart *chart)
{
  g_autoptr (AnsScene) scene = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  scene = scene_of (chart);
  texture = ans_scene_to_texture (scene, FINENESS);
  return gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
}

GdkContentProvider *
ans_chart_output_table (const AnsChart *chart)
{
  g_autoptr (AnsChartTable) table = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) html = NULL;
  GdkContentProvider *providers[2];
  char *markup;

  g_return_val_if_fail (chart != NULL, NULL);

  table = ans_chart_table (chart);
  text = ans_chart_table_to_text (table, "\t");
  markup = ans_chart_table_to_html (table, chart->title);
  html = g_bytes_new_take (markup, strlen (markup));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", html);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

char *
ans_chart_output_name (const AnsChart *chart, const char *ending)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  name = g_utf8_substring (
      chart->title != NULL ? chart->title : "Biểu đồ", 0,
      MIN (NAME_LENGTH, g_utf8_strlen (chart->title != NULL ? chart->title : "Biểu đồ", -1)));
  g_strdelimit (name, "/\\:*?\"<>|\n", '-');
  g_strstrip (name);
  return g_strdup_printf ("%s.%s", name, ending);
}
