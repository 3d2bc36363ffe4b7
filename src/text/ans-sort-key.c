/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-sort-key.h"

#include <string.h>

#include "text/ans-fold.h"
#include "text/ans-letter.h"

/*
 * A field's key is  letters 01 tones 01 capitals.  01 ends a level and is below every other byte,
 * so that a shorter field comes first.
 */
enum
{
  LEVEL_END = 0x01,
  FIRST_SIGN = 0x03, /* space _ - , … in the order of CLDR */
  OTHER_SIGN = 0x26, /* any other sign, its code point follows */
  FIRST_DIGIT = 0x28,
  FIRST_LETTER = 0x34,
  OTHER_LETTER = 0x7e, /* a letter of another script, its code point follows */
};

static const char signs[] = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";
static const char order[] = "aABbcdDeEfghijklmnoOPpqrstuUvwxyz";

/* Marks that no tone is (ñ has a tone, ö has not) come after the tones. */
#define MARK_OTHER 6
#define N_MARKS    6

typedef struct
{
  char sign[0x80];
  char letter[26][ANS_N_SHAPES];
} Weights;

static const Weights *
get_weights (void)
{
  static Weights weights;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; signs[i] != '\0'; i++)
        weights.sign[(guchar) signs[i]] = (char) (FIRST_SIGN + i);
      for (guchar c = '0'; c <= '9'; c++)
        weights.sign[c] = (char) (FIRST_DIGIT + c - '0');
      for (gsize i = 0; order[i] != '\0'; i++)
        {
          char c = order[i];
          guchar base = (guchar) g_ascii_tolower (c);
          AnsShape shape = ANS_SHAPE_NONE;

          if (c == 'A')
            shape = ANS_SHAPE_BREVE;
          else if (c == 'B' || c == 'E' || c == 'O')
            shape = ANS_SHAPE_CIRCUMFLEX;
          else if (c == 'P' || c == 'U')
            shape = ANS_SHAPE_HORN;
          else if (c == 'D')
            shape = ANS_SHAPE_STROKE;
          if (c == 'B')
            base = 'a';
          else if (c == 'P')
            base = 'o';
          weights.letter[base - 'a'][shape] = (char) (FIRST_LETTER + i);
        }
      g_once_init_leave (&ready, 1);
    }
  return &weights;
}

/* One of these for each element of the first level. */
typedef struct
{
  guint8 mark;
  guint8 upper;
} Lesser;

static void
append_code_point (GString *key, char lead, gunichar c)
{
  g_string_append_c (key, lead);
  for (int shift = 18; shift >= 0; shift -= 6)
    g_string_append_c (key, (char) (0x20 + ((c >> shift) & 0x3f)));
}

/*
 * Tones as runs: a token is the number of elements without a tone before it and the tone. The
 * earlier a tone comes, the greater is its token; the end (LEVEL_END) is less than any token.
 */
static void
append_tones (GString *key, const Lesser *lesser, gsize n)
{
  enum
  {
    SKIP = 0x02,
    FIRST = 0x03,
    RUN = 16,
  };
  guint run = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (lesser[i].mark == 0)
        {
          run++;
          continue;
        }
      for (; run >= RUN; run -= RUN)
        g_string_append_c (key, SKIP);
      g_string_append_c (key, (char) (FIRST + (RUN - 1 - run) * N_MARKS + lesser[i].mark - 1));
      run = 0;
    }
}

/* Capitals as bits, six in a byte; small letters at the end need no byte. */
static void
append_capitals (GString *key, const Lesser *lesser, gsize n)
{
  while (n > 0 && !lesser[n - 1].upper)
    n--;
  for (gsize i = 0; i < n; i += 6)
    {
      guint bits = 0;

      for (gsize j = i; j < i + 6; j++)
        bits = (bits << 1) | (j < n && lesser[j].upper);
      g_string_append_c (key, (char) (0x02 + bits));
    }
}

static void
append_key (GString *key, const char *text, gsize length)
{
  const AnsLetterTable *table = ans_letter_table ();
  const Weights *weights = get_weights ();
  Lesser few[128];
  g_autofree Lesser *many = NULL;
  Lesser *lesser = few;
  gsize n = 0;

  if (length > G_N_ELEMENTS (few))
    lesser = many = g_new (Lesser, length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      AnsLetter letter = ans_letter_get (table, c);

      if (letter.base != 0)
        {
          AnsShape shape = letter.shape == ANS_SHAPE_OTHER ? ANS_SHAPE_NONE : letter.shape;

          g_string_append_c (key, weights->letter[letter.base - 'a'][shape]);
          lesser[n].mark = letter.shape == ANS_SHAPE_OTHER ? MARK_OTHER : letter.tone;
          lesser[n++].upper = letter.upper;
          continue;
        }
      if (g_unichar_ismark (c))
        {
          if (n > 0 && lesser[n - 1].mark == 0)
            lesser[n - 1].mark = MARK_OTHER;
          continue;
        }

      lesser[n] = (Lesser) { 0 };
      if (ans_char_is_apostrophe (c))
        g_string_append_c (key, weights->sign['\'']);
      else if (c >= 0x2010 && c <= 0x2015)
        g_string_append_c (key, weights->sign['-']);
      else if (c < 0x80)
        g_string_append_c (key, weights->sign[c]);
      else if (g_unichar_isalnum (c))
        {
          gunichar small = g_unichar_tolower (c);

          lesser[n].upper = small != c;
          append_code_point (key, OTHER_LETTER, small);
        }
      else
        append_code_point (key, OTHER_SIGN, c);
      n++;
    }

  g_string_append_c (key, LEVEL_END);
  append_tones (key, lesser, n);
  g_string_append_c (key, LEVEL_END);
  append_capitals (key, lesser, n);
}

char *
ans_sort_key (const char *text)
{
  g_autofree char *kept = ans_normalize (text);
  gsize length = strlen (kept);
  GString *key = g_string_sized_new (length * 2 + 4);

  append_key (key, kept, length);
  return g_string_free (key, FALSE);
}

char *
ans_sort_key_name (const char *full_name)
{
  g_autofree char *kept = ans_normalize (full_name);
  gsize length = strlen (kept);
  GString *key = g_string_sized_new (length * 2 + 8);
  const char *given = strrchr (kept, ' ');
  const char *surname_end = strchr (kept, ' ');

  if (given == NULL)
    append_key (key, kept, length);
  else
    {
      append_key (key, given + 1, length - (gsize) (given + 1 - kept));
      g_string_append_c (key, LEVEL_END);
      append_key (key, kept, (gsize) (surname_end - kept));
      if (given > surname_end)
        {
          g_string_append_c (key, LEVEL_END);
          append_key (key, surname_end + 1, (gsize) (given - surname_end - 1));
        }
    }
  return g_string_free (key, FALSE);
}
