/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text/ans-encoding-internal.h"
#include "text/ans-syllable.h"

typedef struct
{
  guint words;                 /* words that can tell something */
  guint good[ANS_N_ENCODINGS]; /* of them, those that are Vietnamese in that encoding */
} Score;

/* Quotes and dashes that stick to a word. */
static gboolean
is_wrapping (gunichar c)
{
  return c >= 0x2010 && c <= 0x203a;
}

static void
unwrap (const char **start, const char **end)
{
  while (*start < *end && is_wrapping (g_utf8_get_char (*start)))
    *start = g_utf8_next_char (*start);
  while (*start < *end && is_wrapping (g_utf8_get_char (g_utf8_prev_char (*end))))
    *end = g_utf8_prev_char (*end);
  if (*end - *start > 4 && g_str_has_prefix (*start, "«") &&
      g_utf8_get_char (g_utf8_prev_char (*end)) == 0xbb)
    {
      *start = g_utf8_next_char (*start);
      *end = g_utf8_prev_char (*end);
    }
}

/* A capital after a small letter tells that the encoding is wrong. */
static gboolean
has_steady_case (const char *word, gsize length)
{
  gboolean small = FALSE;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        small = TRUE;
      else if (small)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_good (const char *start, const char *end, AnsEncoding encoding)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *word = NULL;

  if (encoding != ANS_ENCODING_UTF8_TWICE)
    unwrap (&start, &end);
  out = g_string_sized_new (64);
  if (ans_encoding_convert_into (out, start, (gsize) (end - start), encoding) > 0)
    return FALSE;
  word = g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_NFC);
  return ans_syllable_is_valid (word, strlen (word)) &&
         (encoding == ANS_ENCODING_TCVN3 || has_steady_case (word, strlen (word)));
}

static void
score_word (Score *score, const char *start, const char *end)
{
  gboolean has_ascii = FALSE, has_other = FALSE;

  for (const char *p = start; p < end; p++)
    {
      has_ascii |= g_ascii_isalpha (*p);
      has_other |= ((guchar) *p & 0x80) != 0;
    }
  /* A sign that stands alone (·, ½, µ) is no word. */
  if (!has_ascii || !has_other)
    return;

  score->words++;
  for (AnsEncoding e = 0; e < ANS_N_ENCODINGS; e++)
    score->good[e] += is_good (start, end, e);
}

static void
score_text (Score *score, const char *text)
{
  const char *start = text;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A letter that no old encoding could have left. */
      if (ans_encoding_to_byte (c) < 0)
        {
          score->words++;
          score->good[ANS_ENCODING_UTF8]++;
          return;
        }
    }
  for (p = text;; p++)
    {
      if (*p != '\0' && (g_ascii_isalpha (*p) || ((guchar) *p & 0x80) != 0))
        continue;
      if (p > start)
        score_word (score, start, p);
      if (*p == '\0')
        return;
      start = p + 1;
    }
}

AnsEncoding
ans_encoding_guess_many (const char *const *texts, gsize n_texts)
{
  Score score = { 0 };
  AnsEncoding best = ANS_ENCODING_UTF8;

  for (gsize i = 0; i < n_texts; i++)
    {
      if (texts[i] != NULL && g_utf8_validate (texts[i], -1, NULL))
        score_text (&score, texts[i]);
    }
  for (AnsEncoding e = ANS_ENCODING_TCVN3; e < ANS_N_ENCODINGS; e++)
    {
      /* VISCII gives every byte a meaning, so that one word proves nothing. */
      if (e == ANS_ENCODING_VISCII && score.good[e] < 2)
        continue;
      if (score.good[e] > score.good[best])
        best = e;
    }
  /* Seven words in ten: abbreviations and foreign names are Vietnamese in no encoding. */
  return score.good[best] * 10 >= score.words * 7 ? best : ANS_ENCODING_UTF8;
}

AnsEncoding
ans_encoding_guess (const char *text)
{
  return ans_encoding_guess_many (&text, 1);
}
