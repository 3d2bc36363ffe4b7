/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text/ans-fold.h"
#include "text/ans-letter.h"

/* No Vietnamese word is so long; in a longer one no tone is moved. */
#define WORD_MAX 64

typedef struct
{
  AnsLetter letters[WORD_MAX];
  gunichar chars[WORD_MAX];
  guint n;
  gboolean too_long;
} Word;

/* Where the reformed spelling puts the tone among the vowels from @start up to @end. */
static guint
tone_place (const Word *word, guint start, guint end)
{
  const AnsLetter *v = word->letters;
  guint8 before = start > 0 ? v[start - 1].base : 0;
  guint n;

  /* The u of qu and the i of gia belong to the consonant. */
  if (end - start > 1 &&
      ((before == 'q' && v[start].base == 'u') || (before == 'g' && v[start].base == 'i')))
    start++;

  for (guint i = end; i > start; i--)
    {
      if (v[i - 1].shape != ANS_SHAPE_NONE)
        return i - 1;
    }

  n = end - start;
  if (n == 1)
    return start;
  if (n >= 3 || end < word->n)
    return start + 1;
  if ((v[start].base == 'o' && (v[start + 1].base == 'a' || v[start + 1].base == 'e')) ||
      (v[start].base == 'u' && v[start + 1].base == 'y'))
    return start + 1;
  return start;
}

static void
place_tones (Word *word)
{
  guint end;

  for (guint start = 0; start < word->n; start = end)
    {
      guint n_tones = 0, at = 0, to;

      end = start + 1;
      if (!ans_letter_is_vowel (word->letters[start]))
        continue;
      while (end < word->n && ans_letter_is_vowel (word->letters[end]))
        end++;
      for (guint i = start; i < end; i++)
        {
          if (word->letters[i].tone != ANS_TONE_NONE)
            {
              n_tones++;
              at = i;
            }
        }
      if (n_tones != 1)
        continue;
      to = tone_place (word, start, end);
      if (to != at)
        {
          word->letters[to].tone = word->letters[at].tone;
          word->letters[at].tone = ANS_TONE_NONE;
        }
    }
}

static char *
put_word (char *out, Word *word, const AnsLetterTable *table, gboolean movable)
{
  if (movable && !word->too_long)
    place_tones (word);
  for (guint i = 0; i < word->n; i++)
    {
      AnsLetter l = word->letters[i];
      gunichar c = l.shape == ANS_SHAPE_OTHER ? 0 : table->small[l.base - 'a'][l.shape][l.tone];

      out += g_unichar_to_utf8 (c != 0 ? c : word->chars[i], out);
    }
  word->n = 0;
  return out;
}

/* Small letters in NFC: a small letter may compose with a mark where its capital didn't (J̌). */
static char *
lower (const char *text)
{
  g_autofree char *kept = ans_normalize (text);
  g_autoptr (GString) small = g_string_sized_new (strlen (kept) + 8);
  gboolean has_marks = FALSE;

  for (const char *p = kept; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      has_marks |= c >= 0x300 && g_unichar_ismark (c);
      if (c < 0x80)
        g_string_append_c (small, g_ascii_tolower ((char) c));
      else
        g_string_append_unichar (small, ans_char_is_apostrophe (c) ? '\'' : g_unichar_tolower (c));
    }
  if (has_marks)
    return g_utf8_normalize (small->str, (gssize) small->len, G_NORMALIZE_NFC);
  return g_string_free (g_steal_pointer (&small), FALSE);
}

char *
ans_fold_marks (const char *text)
{
  const AnsLetterTable *table = ans_letter_table ();
  g_autofree char *small = lower (text);
  Word word = { .n = 0 };
  char *folded, *out;

  /* A tone may move to a letter that takes three bytes with it instead of one. */
  out = folded = g_malloc (strlen (small) * 3 + 1);
  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      AnsLetter letter = ans_letter_get (table, c);

      if (letter.base == 0)
        {
          /* A mark that found no letter of its own could, after a move. */
          out = put_word (out, &word, table, !g_unichar_ismark (c));
          out += g_unichar_to_utf8 (c, out);
          word.too_long = FALSE;
          continue;
        }
      if (word.n == WORD_MAX)
        {
          word.too_long = TRUE;
          out = put_word (out, &word, table, FALSE);
        }
      word.letters[word.n] = letter;
      word.chars[word.n++] = c;
    }
  out = put_word (out, &word, table, TRUE);
  *out = '\0';
  return folded;
}
