/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-letter.h"

/* Letters with a stroke have no decomposition in Unicode. Ð and Ɖ look like Đ and are typed for it.
 */
static const struct
{
  gunichar c;
  guint8 base;
  guint8 shape;
  guint8 upper;
} strokes[] = {
  { 0x0110, 'd', ANS_SHAPE_STROKE, 1 }, /* Đ */
  { 0x0111, 'd', ANS_SHAPE_STROKE, 0 }, /* đ */
  { 0x00d0, 'd', ANS_SHAPE_STROKE, 1 }, /* Ð */
  { 0x00f0, 'd', ANS_SHAPE_STROKE, 0 }, /* ð */
  { 0x0189, 'd', ANS_SHAPE_STROKE, 1 }, /* Ɖ */
  { 0x0243, 'b', ANS_SHAPE_OTHER, 1 },  /* Ƀ, in Ê Đê names */
  { 0x0180, 'b', ANS_SHAPE_OTHER, 0 },  /* ƀ */
  { 0x00d8, 'o', ANS_SHAPE_OTHER, 1 },  /* Ø */
  { 0x00f8, 'o', ANS_SHAPE_OTHER, 0 },  /* ø */
  { 0x0141, 'l', ANS_SHAPE_OTHER, 1 },  /* Ł */
  { 0x0142, 'l', ANS_SHAPE_OTHER, 0 },  /* ł */
  { 0x0126, 'h', ANS_SHAPE_OTHER, 1 },  /* Ħ */
  { 0x0127, 'h', ANS_SHAPE_OTHER, 0 },  /* ħ */
  { 0x0131, 'i', ANS_SHAPE_OTHER, 0 },  /* ı */
};

static AnsTone
tone_of_mark (gunichar mark)
{
  switch (mark)
    {
    case 0x0300:
      return ANS_TONE_HUYEN;
    case 0x0309:
      return ANS_TONE_HOI;
    case 0x0303:
      return ANS_TONE_NGA;
    case 0x0301:
      return ANS_TONE_SAC;
    case 0x0323:
      return ANS_TONE_NANG;
    default:
      return ANS_TONE_NONE;
    }
}

static AnsShape
shape_of_mark (gunichar mark, guint8 base)
{
  if (mark == 0x0306 && base == 'a')
    return ANS_SHAPE_BREVE;
  if (mark == 0x0302 && (base == 'a' || base == 'e' || base == 'o'))
    return ANS_SHAPE_CIRCUMFLEX;
  if (mark == 0x031b && (base == 'o' || base == 'u'))
    return ANS_SHAPE_HORN;
  return ANS_SHAPE_OTHER;
}

static AnsLetter
take_apart (gunichar c)
{
  AnsLetter letter = { 0 };
  gunichar parts[8];
  gsize n;

  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      if (strokes[i].c == c)
        return (AnsLetter) { strokes[i].base, strokes[i].shape, 0, strokes[i].upper };
    }

  n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  if (n == 0 || n > G_N_ELEMENTS (parts) || parts[0] >= 0x80 || !g_ascii_isalpha ((char) parts[0]))
    return letter;

  letter.base = (guint8) g_ascii_tolower ((char) parts[0]);
  letter.upper = g_ascii_isupper ((char) parts[0]);
  for (gsize i = 1; i < n; i++)
    {
      AnsTone tone = tone_of_mark (parts[i]);

      if (tone != ANS_TONE_NONE && letter.tone == ANS_TONE_NONE)
        letter.tone = tone;
      else if (tone == ANS_TONE_NONE && letter.shape == ANS_SHAPE_NONE)
        letter.shape = shape_of_mark (parts[i], letter.base);
      else
        letter.shape = ANS_SHAPE_OTHER;
    }
  return letter;
}

static void
note_small (AnsLetterTable *table, gunichar c, AnsLetter letter)
{
  if (letter.base == 0 || letter.upper || letter.shape == ANS_SHAPE_OTHER)
    return;
  if (letter.shape == ANS_SHAPE_STROKE && c != 0x0111)
    return;
  table->small[letter.base - 'a'][letter.shape][letter.tone] = c;
}

const AnsLetterTable *
ans_letter_table (void)
{
  static AnsLetterTable table;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gunichar c = 0; c < ANS_LETTER_LOW_END; c++)
        {
          table.low[c] = take_apart (c);
          note_small (&table, c, table.low[c]);
        }
      for (gunichar c = ANS_LETTER_HIGH_START; c < ANS_LETTER_HIGH_END; c++)
        {
          table.high[c - ANS_LETTER_HIGH_START] = take_apart (c);
          note_small (&table, c, table.high[c - ANS_LETTER_HIGH_START]);
        }
      g_once_init_leave (&ready, 1);
    }
  return &table;
}

gboolean
ans_char_is_space (gunichar c)
{
  return (c >= 0x09 && c <= 0x0d) || c == ' ' || c == 0x85 || (c >= 0xa0 && g_unichar_isspace (c));
}

gboolean
ans_char_is_invisible (gunichar c)
{
  if (c < 0x20 || (c >= 0x7f && c < 0xa0))
    return !ans_char_is_space (c);
  if (c == 0xad)
    return TRUE;
  if (c < 0x034f)
    return FALSE;
  if (c == 0x034f || (c >= 0xfe00 && c <= 0xfe0f) || c == 0x115f || c == 0x1160 || c == 0x3164 ||
      (c >= 0xe0100 && c <= 0xe01ef))
    return TRUE;
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}
