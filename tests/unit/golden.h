/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that were looked at once and must stay as they are: tests/golden. */
#pragma once

#include <glib.h>
#include <string.h>

static inline char *
golden_path (const char *folder, const char *name)
{
  return g_strdup_printf ("%s/tests/golden/%s/%s.txt", g_getenv ("ANS_SOURCE_ROOT"), folder, name);
}

/* Compares with tests/golden/@folder/@name.txt. To accept a change that was looked at:
 * ANS_UPDATE_GOLDEN=1. */
static inline void
golden_compare (const char *folder, const char *name, const char *got)
{
  g_autofree char *file = golden_path (folder, name);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) got_lines = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("ANS_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (file, got, -1, &error);
      g_assert_no_error (error);
      return;
    }
  if (!g_file_get_contents (file, &expected, NULL, NULL))
    g_error ("%s/%s.txt is missing: look at the paper or picture, then run the test with "
             "ANS_UPDATE_GOLDEN=1",
             folder, name);
  lines = g_strsplit (expected, "\n", -1);
  got_lines = g_strsplit (got, "\n", -1);
  for (guint i = 0; lines[i] != NULL && got_lines[i] != NULL; i++)
    if (strcmp (lines[i], got_lines[i]) != 0)
      g_error ("%s/%s.txt, line %u:\n  expected %s\n  got      %s", folder, name, i + 1, lines[i],
               got_lines[i]);
  g_assert_cmpuint (g_strv_length (got_lines), ==, g_strv_length (lines));
}
