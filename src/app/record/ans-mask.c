/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-mask.h"

#define MASK_SHORTEST_NUMBER 9
#define MASK_LONG_NUMBER     12

static gboolean
is_number (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

char *
ans_mask_text (const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;
  char *masked;

  if (length == 0)
    return g_strdup ("");
  /* The length of anything else would tell something of it. */
  if (length < MASK_SHORTEST_NUMBER || !is_number (text, length))
    return g_strdup ("••••••");

  masked = g_strdup (text);
  for (gsize i = length >= MASK_LONG_NUMBER ? 3 : 2; i < length - 3; i++)
    masked[i] = 'x';
  return masked;
}

gboolean
ans_mask_wanted (const AnsField *field)
{
  return (field->flags & ANS_FIELD_SENSITIVE) != 0;
}
