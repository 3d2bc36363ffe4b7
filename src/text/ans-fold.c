/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-fold.h"

#include <string.h>

#include "text/ans-letter.h"

/* Punctuation of the block U+2010–U+2027 (dashes, quotes, dots) has no case and no decomposition.
 */
#define is_plain_punctuation(c) ((c) >= 0x2010 && (c) <= 0x2027)

/* Reads one character of the two lengths that Vietnamese needs; 0: something for the slow way. */
static inline gunichar
next_char (const guchar **p)
{
  const guchar *s = *p;

  if (s[0] < 0x80)
    {
      *p = s + 1;
      return s[0];
    }
  if (s[0] >= 0xc2 && s[0] < 0xe0 && (s[1] & 0xc0) == 0x80)
    {
      *p = s + 2;
      return ((s[0] & 0x1fu) << 6) | (s[1] & 0x3fu);
    }
  if (s[0] >= 0xe1 && s[0] < 0xed && (s[1] & 0xc0) == 0x80 && (s[2] & 0xc0) == 0x80)
    {
      *p = s + 3;
      return ((s[0] & 0x0fu) << 12) | ((s[1] & 0x3fu) << 6) | (s[2] & 0x3fu);
    }
  return 0;
}

static inline char *
put_char (char *out, gunichar c)
{
  if (c < 0x80)
    *out++ = (char) c;
  else if (c < 0x800)
    {
      *out++ = (char) (0xc0 | (c >> 6));
      *out++ = (char) (0x80 | (c & 0x3f));
    }
  else
    out += g_unichar_to_utf8 (c, out);
  return out;
}

static inline gunichar
look_alike (gunichar c)
{
  if (c == 0x00d0 || c == 0x0189)
    return 0x0110;
  if (c == 0x00f0)
    return 0x0111;
  return c;
}

/* --- the form to keep ------------------------------------------------------------------------ */

static char *
normalize_slowly (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) kept = g_string_sized_new (strlen (valid));
  gboolean space = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (ans_char_is_space (c))
        space = kept->len > 0;
      else if (!ans_char_is_invisible (c))
        {
          if (space)
            g_string_append_c (kept, ' ');
          space = FALSE;
          g_string_append_unichar (kept, look_alike (c));
        }
    }
  return g_utf8_normalize (kept->str, (gssize) kept->len, G_NORMALIZE_NFC);
}

char *
ans_normalize (const char *text)
{
  const AnsLetterTable *table = ans_letter_table ();
  const guchar *p = (const guchar *) text;
  g_autofree char *kept = NULL;
  char *out;
  gboolean space = FALSE;

  if (text == NULL)
    return g_strdup ("");

  kept = g_malloc (strlen (text) + 1);
  out = kept;
  /* Numbers and dates are as they are to the end, or nearly. */
  while (*p > ' ' && *p < 0x7f)
    *out++ = (char) *p++;
  while (*p != '\0')
    {
      gunichar c = next_char (&p);

      if (c == 0)
        return normalize_slowly (text);
      if (c == ' ' || ans_char_is_space (c))
        {
          space = out != kept;
          continue;
        }
      if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad)
        continue;
      if (c >= 0x100 && ans_letter_get (table, c).base == 0 && !is_plain_punctuation (c))
        return normalize_slowly (text);
      if (space)
        *out++ = ' ';
      space = FALSE;
      out = put_char (out, look_alike (c));
    }
  *out = '\0';
  return g_steal_pointer (&kept);
}

/* --- without marks --------------------------------------------------------------------------- */

static gunichar
fold_char (const AnsLetterTable *table, gunichar c)
{
  AnsLetter letter = ans_letter_get (table, c);

  if (letter.base != 0)
    return letter.base;
  if (ans_char_is_apostrophe (c))
    return '\'';
  return g_unichar_tolower (c);
}

static char *
fold_slowly (const char *text)
{
  const AnsLetterTable *table = ans_letter_table ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) folded = g_string_sized_new (strlen (apart));
  gboolean space = FALSE;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (ans_char_is_space (c))
        space = folded->len > 0;
      else if (!ans_char_is_invisible (c) && !g_unichar_ismark (c))
        {
          if (space)
            g_string_append_c (folded, ' ');
          space = FALSE;
          g_string_append_unichar (folded, fold_char (table, c));
        }
    }
  /* What is not Latin (Korean syllables) was taken apart above. */
  return g_utf8_normalize (folded->str, (gssize) folded->len, G_NORMALIZE_NFC);
}

char *
ans_fold (const char *text)
{
  const AnsLetterTable *table = ans_letter_table ();
  const guchar *p = (const guchar *) text;
  g_autofree char *folded = NULL;
  char *out;
  gboolean space = FALSE;

  if (text == NULL)
    return g_strdup ("");

  folded = g_malloc (strlen (text) + 1);
  out = folded;
  while (*p != '\0')
    {
      gunichar c = next_char (&p);
      AnsLetter letter = ans_letter_get (table, c);

      if (letter.base == 0)
        {
          if (c == 0)
            return fold_slowly (text);
          if (c == ' ' || ans_char_is_space (c))
            {
              space = out != folded;
              continue;
            }
          if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x300 && c < 0x370))
            continue;
          if (ans_char_is_apostrophe (c))
            c = '\'';
          else if (c >= 0xc0 && !is_plain_punctuation (c))
            return fold_slowly (text);
        }
      else
        c = letter.base;

      if (space)
        *out++ = ' ';
      space = FALSE;
      out = put_char (out, c);
    }
  *out = '\0';
  return g_steal_pointer (&folded);
}

char *
ans_fold_initials (const char *text)
{
  g_autofree char *folded = ans_fold (text);
  char *out = folded;
  gboolean wanted = TRUE;

  for (const char *p = folded; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        wanted = TRUE;
      else if (wanted && g_unichar_isalnum (c))
        {
          /* The initials are never longer than what was read so far. */
          memmove (out, p, (gsize) (next - p));
          out += next - p;
          wanted = FALSE;
        }
      p = next;
    }
  *out = '\0';
  return g_steal_pointer (&folded);
}

gboolean
ans_has_marks (const char *text)
{
  const AnsLetterTable *table = ans_letter_table ();
  g_autofree char *valid = NULL;

  if (text == NULL)
    return FALSE;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      AnsLetter letter;

      if (c < 0x80)
        continue;
      letter = ans_letter_get (table, c);
      if (letter.base != 0 ? (letter.shape != 0 || letter.tone != 0) : g_unichar_ismark (c))
        return TRUE;
    }
  return FALSE;
}
