/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-xlsx-check.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define TAIL 16

/* Whether the entry's text ends with @end; reading it also checks its sum. */
static gboolean
ends_with (struct archive *archive, const char *end)
{
  char buffer[65536];
  char tail[TAIL + 1] = { 0 };
  gsize kept = 0;
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    {
      gsize take = MIN ((gsize) n, TAIL);

      if (take < TAIL && kept + take > TAIL)
        {
          memmove (tail, tail + (kept + take - TAIL), TAIL - take);
          kept = TAIL - take;
        }
      else if (take == TAIL)
        kept = 0;
      memcpy (tail + kept, buffer + n - take, take);
      kept += take;
    }
  tail[kept] = '\0';
  g_strchomp (tail);
  return n == 0 && g_str_has_suffix (tail, end);
}

/**
 * ans_xlsx_check_whole:
 * @path: a workbook that was just written
 *
 * Reads the workbook back as far as it takes to see that no sheet was cut off by a full disk.
 *
 * Returns: whether every sheet ends as it should
 */
gboolean
ans_xlsx_check_whole (const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint n_sheets = 0;
  gboolean whole = TRUE;
  int code;

  archive_read_support_format_zip (archive);
  code = archive_read_open_filename (archive, path, 65536);
  while (whole && code == ARCHIVE_OK &&
         (code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);

      if (g_str_has_prefix (name, "xl/worksheets/sheet"))
        {
          n_sheets++;
          whole = ends_with (archive, "</worksheet>");
        }
      else if (strcmp (name, "xl/sharedStrings.xml") == 0)
        whole = ends_with (archive, "</sst>");
      else
        whole = ends_with (archive, ">");
    }
  archive_read_free (archive);
  return whole && code == ARCHIVE_EOF && n_sheets > 0;
}
