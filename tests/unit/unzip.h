/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

/* The text of one part of a zip file; NULL if there is no such part. */
static inline char *
unzip (const char *path, const char *part)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GString *text = g_string_new (NULL);
  gboolean found = FALSE;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  while (!found && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (strcmp (archive_entry_pathname (entry), part) == 0)
      {
        char buffer[4096];
        la_ssize_t n;

        found = TRUE;
        while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
          g_string_append_len (text, buffer, n);
        g_assert_cmpint (n, ==, 0);
      }
  archive_read_free (archive);
  if (!found)
    return g_string_free (text, TRUE);
  return g_string_free_and_steal (text);
}
