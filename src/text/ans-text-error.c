/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-text-error.h"

#include "text/ans-fold.h"

G_DEFINE_QUARK (ans - text - error - quark, ans_text_error)

#define EXCERPT_MAX 40

char *
ans_text_excerpt (const char *typed)
{
  g_autofree char *kept = ans_normalize (typed);

  if (g_utf8_strlen (kept, -1) <= EXCERPT_MAX)
    return g_steal_pointer (&kept);
  *g_utf8_offset_to_pointer (kept, EXCERPT_MAX) = '\0';
  return g_strconcat (kept, "…", NULL);
}
