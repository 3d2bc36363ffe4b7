/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes as text, compared with what somebody has looked at. */
#pragma once

#include <string.h>

#include "scene/ans-scene.h"

/* Compares with tests/golden/@folder/@name.txt. To accept a change that was looked at (bench-chart
 * FOLDER draws all of them): ANS_UPDATE_GOLDEN=1. */
static inline void
compare_golden_scene (const AnsScene *scene, const char *folder, const char *name)
{
  g_autofree char *file =
      g_strdup_printf ("%s/tests/golden/%s/%s.txt", g_getenv ("ANS_SOURCE_ROOT"), folder, name);
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) got = NULL;
  g_autoptr (GError) error = NULL;

  ans_scene_dump (scene, dump);
  if (g_getenv ("ANS_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (file, dump->str, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (file, &expected, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (expected, "\n", -1);
  got = g_strsplit (dump->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && got[i] != NULL; i++)
    if (strcmp (lines[i], got[i]) != 0)
      g_error ("%s.txt, line %u:\n  expected %s\n  got      %s", name, i + 1, lines[i], got[i]);
  g_assert_cmpuint (g_strv_length (got), ==, g_strv_length (lines));
}
