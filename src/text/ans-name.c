/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-name.h"

#include <glib/gi18n.h>
#include <string.h>

#include "text/ans-fold.h"
#include "text/ans-letter.h"
#include "text/ans-text-error.h"

AnsNameParts *
ans_name_split (const char *name)
{
  g_autofree char *kept = ans_normalize (name);
  AnsNameParts *parts = g_new0 (AnsNameParts, 1);
  const char *first = strchr (kept, ' ');
  const char *last = strrchr (kept, ' ');

  if (first == NULL)
    {
      parts->surname = g_strdup ("");
      parts->middle = g_strdup ("");
      parts->given = g_steal_pointer (&kept);
      return parts;
    }
  parts->surname = g_strndup (kept, (gsize) (first - kept));
  parts->middle = last > first ? g_strndup (first + 1, (gsize) (last - first - 1)) : g_strdup ("");
  parts->given = g_strdup (last + 1);
  return parts;
}

void
ans_name_parts_free (AnsNameParts *parts)
{
  if (parts == NULL)
    return;
  g_free (parts->surname);
  g_free (parts->middle);
  g_free (parts->given);
  g_free (parts);
}

char *
ans_name_title_case (const char *name)
{
  g_autofree char *kept = ans_normalize (name);
  g_autoptr (GString) title = g_string_sized_new (strlen (kept));
  gboolean start = TRUE;

  for (const char *p = kept; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (title, start ? g_unichar_totitle (c) : g_unichar_tolower (c));
      start = c == ' ' || c == '-' || c == '.' || ans_char_is_apostrophe (c);
    }
  return g_utf8_normalize (title->str, (gssize) title->len, G_NORMALIZE_NFC);
}

char *
ans_name_upper (const char *name)
{
  g_autofree char *kept = ans_normalize (name);
  g_autoptr (GString) upper = g_string_sized_new (strlen (kept));

  for (const char *p = kept; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (upper, g_unichar_toupper (g_utf8_get_char (p)));
  return g_utf8_normalize (upper->str, (gssize) upper->len, G_NORMALIZE_NFC);
}

gboolean
ans_name_check (const char *name, GError **error)
{
  g_autofree char *kept = ans_normalize (name);
  glong length = g_utf8_strlen (kept, -1);

  if (length == 0)
    {
      g_set_error_literal (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_EMPTY, _ ("The name is missing."));
      return FALSE;
    }
  for (const char *p = kept; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char utf8[7] = { 0 };

      if (g_unichar_isalpha (c) || g_unichar_ismark (c) || ans_char_is_apostrophe (c) || c == ' ' ||
          c == '.' || c == '-')
        continue;

      g_unichar_to_utf8 (c, utf8);
      if (g_unichar_isdigit (c))
        g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_CHARACTER,
                     /* Translators: %s is a digit */
                     _ ("A name has no digits; “%s” was found. Is this the right column?"), utf8);
      else
        g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_CHARACTER,
                     /* Translators: %s is one character */
                     _ ("A name has letters, spaces, apostrophes, dots and hyphens only; "
                        "“%s” was found."),
                     utf8);
      return FALSE;
    }
  if (length < ANS_NAME_MIN || length > ANS_NAME_MAX)
    {
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_RANGE,
                   /* Translators: the numbers are lengths in characters */
                   _ ("A name has %d to %d characters; this one has %ld."), ANS_NAME_MIN,
                   ANS_NAME_MAX, length);
      return FALSE;
    }
  return TRUE;
}
