/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a file. */
#include "cli/ans-cli-document.h"

#include <glib/gi18n.h>

static const char *const endings[] = { ".csv", ".xlsx", ".pdf", ".odt" };

gboolean
ans_cli_document_knows (const char *path)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i]))
      return TRUE;
  return FALSE;
}

AnsCliStatus
ans_cli_document_write (
    AnsCli *cli, AnsListing *listing, const char *const *columns, int limit, const char *path)
{
  ans_cli_message (_ ("Files can't be written yet."));
  return ANS_CLI_REFUSED;
}
