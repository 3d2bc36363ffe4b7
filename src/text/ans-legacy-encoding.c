/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-legacy-encoding.h"

#include <string.h>

#include "text/ans-encoding-internal.h"
#include "text/ans-letter.h"

/* --- tables: the upper half of each encoding, from 0x80 on; a dot stands for no letter -------- */

static const char tcvn3_half[] = "................................"
                                 ".ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ."
                                 "......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò"
                                 ".ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.";

static const char viscii_half[] = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
                                  "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
                                  "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
                                  "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

/* Windows-1258 differs from 1252 in these; five are combining marks after their letter. */
static const struct
{
  guint8 byte;
  gunichar c;
} windows_1258[] = {
  { 0x8a, 0 },      { 0x8e, 0 },      { 0x9a, 0 },      { 0x9e, 0 },      { 0xc3, 0x0102 },
  { 0xcc, 0x0300 }, { 0xd0, 0x0110 }, { 0xd2, 0x0309 }, { 0xd5, 0x01a0 }, { 0xdd, 0x01af },
  { 0xde, 0x0303 }, { 0xe3, 0x0103 }, { 0xec, 0x0301 }, { 0xf0, 0x0111 }, { 0xf2, 0x0323 },
  { 0xf5, 0x01a1 }, { 0xfd, 0x01b0 }, { 0xfe, 0x20ab },
};

static const guint16 windows_1252_c1[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* VNI: letters of one byte (small; the capitals are 0x20 lower) … */
static const struct
{
  guint8 byte;
  gunichar c;
} vni_letters[] = {
  { 0xe6, 0x1ec9 }, /* ỉ */
  { 0xec, 0x00ec }, /* ì */
  { 0xed, 0x00ed }, /* í */
  { 0xee, 0x1ef5 }, /* ỵ */
  { 0xf1, 0x0111 }, /* đ */
  { 0xf2, 0x1ecb }, /* ị */
  { 0xf3, 0x0129 }, /* ĩ */
  { 0xf4, 0x01a1 }, /* ơ */
  { 0xf6, 0x01b0 }, /* ư */
};

/* … and marks of one byte after their letter: a shape, a tone, or both. */
static const struct
{
  guint8 byte;
  guint8 shape;
  guint8 tone;
} vni_marks[] = {
  { 0xf8, ANS_SHAPE_NONE, ANS_TONE_HUYEN },       { 0xf9, ANS_SHAPE_NONE, ANS_TONE_SAC },
  { 0xfb, ANS_SHAPE_NONE, ANS_TONE_HOI },         { 0xf5, ANS_SHAPE_NONE, ANS_TONE_NGA },
  { 0xef, ANS_SHAPE_NONE, ANS_TONE_NANG },        { 0xe2, ANS_SHAPE_CIRCUMFLEX, ANS_TONE_NONE },
  { 0xe0, ANS_SHAPE_CIRCUMFLEX, ANS_TONE_HUYEN }, { 0xe1, ANS_SHAPE_CIRCUMFLEX, ANS_TONE_SAC },
  { 0xe5, ANS_SHAPE_CIRCUMFLEX, ANS_TONE_HOI },   { 0xe3, ANS_SHAPE_CIRCUMFLEX, ANS_TONE_NGA },
  { 0xe4, ANS_SHAPE_CIRCUMFLEX, ANS_TONE_NANG },  { 0xea, ANS_SHAPE_BREVE, ANS_TONE_NONE },
  { 0xe8, ANS_SHAPE_BREVE, ANS_TONE_HUYEN },      { 0xe9, ANS_SHAPE_BREVE, ANS_TONE_SAC },
  { 0xfa, ANS_SHAPE_BREVE, ANS_TONE_HOI },        { 0xfc, ANS_SHAPE_BREVE, ANS_TONE_NGA },
  { 0xeb, ANS_SHAPE_BREVE, ANS_TONE_NANG },
};

/* 0: the byte has no meaning in that encoding. */
static gunichar tcvn3_table[256], viscii_table[256], windows_1258_table[256];

static void
fill_half (gunichar *table, const char *half)
{
  for (guint c = 0; c < 0x80; c++)
    table[c] = c;
  for (guint c = 0x80; c < 0x100; c++, half = g_utf8_next_char (half))
    table[c] = *half == '.' ? 0 : g_utf8_get_char (half);
}

static void
prepare_tables (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;
  fill_half (tcvn3_table, tcvn3_half);
  fill_half (viscii_table, viscii_half);
  viscii_table[0x02] = 0x1eb2; /* Ẳ */
  viscii_table[0x05] = 0x1eb4; /* Ẵ */
  viscii_table[0x06] = 0x1eaa; /* Ẫ */
  viscii_table[0x14] = 0x1ef6; /* Ỷ */
  viscii_table[0x19] = 0x1ef8; /* Ỹ */
  viscii_table[0x1e] = 0x1ef4; /* Ỵ */
  for (guint c = 0; c < 0x100; c++)
    windows_1258_table[c] = c >= 0x80 && c < 0xa0 ? windows_1252_c1[c - 0x80] : c;
  for (gsize i = 0; i < G_N_ELEMENTS (windows_1258); i++)
    windows_1258_table[windows_1258[i].byte] = windows_1258[i].c;
  g_once_init_leave (&ready, 1);
}

int
ans_encoding_to_byte (gunichar c)
{
  if (c < 0x100)
    return (int) c;
  for (int i = 0; i < 32; i++)
    {
      if (windows_1252_c1[i] == c)
        return 0x80 + i;
    }
  return -1;
}

/* --- converting --------------------------------------------------------------------------------
 */

static guint
convert_by_table (GString *out, const char *text, gsize length, const gunichar *table)
{
  guint strange = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int byte = ans_encoding_to_byte (c);
      gunichar to = byte >= 0 ? table[byte] : 0;

      strange += to == 0 && c != 0;
      g_string_append_unichar (out, to != 0 ? to : c);
    }
  return strange;
}

static gunichar
vni_letter (int byte)
{
  gboolean capital = byte >= 0xc0 && byte < 0xe0;

  for (gsize i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    {
      if (byte == vni_letters[i].byte)
        return vni_letters[i].c;
      if (capital && byte + 0x20 == vni_letters[i].byte)
        return g_unichar_toupper (vni_letters[i].c);
    }
  return 0;
}

/* Puts the mark of @byte on the letter @c; 0 if it can't stand there. */
static gunichar
vni_mark (const AnsLetterTable *table, gunichar c, int byte)
{
  AnsLetter letter = ans_letter_get (table, c);

  if (!ans_letter_is_vowel (letter) || letter.tone != ANS_TONE_NONE)
    return 0;
  if (byte >= 0xc0 && byte < 0xe0)
    byte += 0x20;
  for (gsize i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    {
      guint8 shape = letter.shape;
      gunichar small;

      if (vni_marks[i].byte != byte)
        continue;
      if (vni_marks[i].shape != ANS_SHAPE_NONE)
        {
          if (shape != ANS_SHAPE_NONE)
            return 0;
          shape = vni_marks[i].shape;
        }
      small = table->small[letter.base - 'a'][shape][vni_marks[i].tone];
      return letter.upper && small != 0 ? g_unichar_toupper (small) : small;
    }
  return 0;
}

static guint
convert_vni (GString *out, const char *text, gsize length)
{
  const AnsLetterTable *table = ans_letter_table ();
  guint strange = 0;
  gunichar before = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int byte = c >= 0x80 ? ans_encoding_to_byte (c) : -1;
      gunichar with_mark = byte >= 0 && before != 0 ? vni_mark (table, before, byte) : 0;

      if (with_mark != 0)
        {
          before = with_mark;
          continue;
        }
      if (before != 0)
        g_string_append_unichar (out, before);
      before = byte >= 0 ? vni_letter (byte) : 0;
      if (before == 0)
        {
          before = c;
          strange += c >= 0x80;
        }
    }
  if (before != 0)
    g_string_append_unichar (out, before);
  return strange;
}

static guint
convert_twice (GString *out, const char *text, gsize length)
{
  g_autoptr (GString) bytes = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      int byte = ans_encoding_to_byte (g_utf8_get_char (p));

      if (byte <= 0)
        break;
      g_string_append_c (bytes, (char) byte);
      if (g_utf8_next_char (p) >= text + length &&
          g_utf8_validate (bytes->str, (gssize) bytes->len, NULL))
        {
          g_string_append_len (out, bytes->str, (gssize) bytes->len);
          return 0;
        }
    }
  g_string_append_len (out, text, (gssize) length);
  return length > 0;
}

guint
ans_encoding_convert_into (GString *out, const char *text, gsize length, AnsEncoding from)
{
  prepare_tables ();
  switch (from)
    {
    case ANS_ENCODING_TCVN3:
      return convert_by_table (out, text, length, tcvn3_table);
    case ANS_ENCODING_VISCII:
      return convert_by_table (out, text, length, viscii_table);
    case ANS_ENCODING_WINDOWS_1258:
      return convert_by_table (out, text, length, windows_1258_table);
    case ANS_ENCODING_VNI:
      return convert_vni (out, text, length);
    case ANS_ENCODING_UTF8_TWICE:
      return convert_twice (out, text, length);
    case ANS_ENCODING_UTF8:
    default:
      g_string_append_len (out, text, (gssize) length);
      return 0;
    }
}

/* Counts the small and the capital ASCII letters of a word; returns its end. */
static const char *
count_case (const char *word, guint *small, guint *capital)
{
  const char *p = word;

  *small = *capital = 0;
  for (; *p != '\0' && (g_ascii_isalpha (*p) || ((guchar) *p & 0x80) != 0); p++)
    {
      *small += g_ascii_islower (*p);
      *capital += g_ascii_isupper (*p);
    }
  return p;
}

/* A font of capitals shows small letters as capitals, so that they stand among real capitals. */
static void
convert_capitals (GString *out, const char *text)
{
  gboolean all_capitals = FALSE;
  const char *end;
  guint small, capital;

  for (const char *p = text; *p != '\0'; p = *end != '\0' ? end + 1 : end)
    {
      end = count_case (p, &small, &capital);
      all_capitals |= capital > 1;
      if (small > 0)
        {
          all_capitals = FALSE;
          break;
        }
    }
  for (const char *p = text; *p != '\0'; p = end)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      end = count_case (p, &small, &capital);
      if (end == p)
        {
          g_string_append_c (out, *end++);
          continue;
        }
      ans_encoding_convert_into (word, p, (gsize) (end - p), ANS_ENCODING_TCVN3);
      if (!all_capitals && (small > 0 || capital < 2))
        {
          g_string_append_len (out, word->str, (gssize) word->len);
          continue;
        }
      for (const char *q = word->str; *q != '\0'; q = g_utf8_next_char (q))
        g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (q)));
    }
}

char *
ans_encoding_convert (const char *text, AnsEncoding from)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid) * 2);

  if (from == ANS_ENCODING_TCVN3)
    convert_capitals (out, valid);
  else
    ans_encoding_convert_into (out, valid, strlen (valid), from);
  return g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_NFC);
}

char *
ans_windows_1258_to_utf8 (const char *bytes, gsize length)
{
  g_autoptr (GString) out = g_string_sized_new (length * 2);

  prepare_tables ();
  for (gsize i = 0; i < length; i++)
    {
      gunichar c = windows_1258_table[(guchar) bytes[i]];

      g_string_append_unichar (out, c != 0 ? c : 0xfffd);
    }
  return g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_NFC);
}

const char *
ans_encoding_name (AnsEncoding encoding)
{
  static const char *const names[ANS_N_ENCODINGS] = {
    [ANS_ENCODING_UTF8] = "Unicode (UTF-8)", [ANS_ENCODING_TCVN3] = "TCVN3 (ABC)",
    [ANS_ENCODING_VNI] = "VNI-Windows",      [ANS_ENCODING_WINDOWS_1258] = "Windows-1258",
    [ANS_ENCODING_VISCII] = "VISCII",        [ANS_ENCODING_UTF8_TWICE] = "UTF-8 × 2",
  };

  g_return_val_if_fail ((guint) encoding < ANS_N_ENCODINGS, NULL);
  return names[encoding];
}
