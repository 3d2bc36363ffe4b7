/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "ans-test-names.h"
#include "text/ans-fold.h"
#include "text/ans-legacy-encoding.h"
#include "text/ans-name.h"

static void
test_known (void)
{
  static const struct
  {
    AnsEncoding encoding;
    const char *read, *text;
  } cases[] = {
    { ANS_ENCODING_TCVN3, "NguyÔn ThÞ Thªm", "Nguyễn Thị Thêm" },
    { ANS_ENCODING_TCVN3, "§Æng V¨n §øc", "Đặng Văn Đức" },
    { ANS_ENCODING_TCVN3, "Ph­¬ng", "Phương" },
    { ANS_ENCODING_TCVN3, "Hµ", "Hà" },
    { ANS_ENCODING_TCVN3, "Hä vµ tªn", "Họ và tên" },
    { ANS_ENCODING_TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam",
      "Cộng hoà xã hội chủ nghĩa Việt Nam" },
    { ANS_ENCODING_TCVN3, "NGUYÔN THÞ Hµ", "NGUYỄN THỊ HÀ" },
    { ANS_ENCODING_TCVN3, "NGUYÔN ThÞ", "NGUYỄN Thị" },
    { ANS_ENCODING_TCVN3, "Thuû, 12/3", "Thuỷ, 12/3" },
    { ANS_ENCODING_VNI, "Nguyeãn Thò Theâm", "Nguyễn Thị Thêm" },
    { ANS_ENCODING_VNI, "Ñaëng Vaên Ñöùc", "Đặng Văn Đức" },
    { ANS_ENCODING_VNI, "NGUYEÃN THÒ PHÖÔNG", "NGUYỄN THỊ PHƯƠNG" },
    { ANS_ENCODING_VNI, "Hoï vaø teân", "Họ và tên" },
    { ANS_ENCODING_VNI, "Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam",
      "Cộng hoà xã hội chủ nghĩa Việt Nam" },
    { ANS_ENCODING_VNI, "Traàn Thò Thuûy Tieân", "Trần Thị Thủy Tiên" },
    { ANS_ENCODING_WINDOWS_1258, "NguyêÞn Thiò Thêm", "Nguyễn Thị Thêm" },
    { ANS_ENCODING_WINDOWS_1258, "Ðãòng Vãn Ðýìc", "Đặng Văn Đức" },
    { ANS_ENCODING_WINDOWS_1258, "Phýõng TrâÌn", "Phương Trần" },
    { ANS_ENCODING_VISCII, "Nguy\u00ADn Th\u00B8 Thêm", "Nguyễn Thị Thêm" },
    { ANS_ENCODING_VISCII, "Ð£ng Vån Ðñc", "Đặng Văn Đực" },
    { ANS_ENCODING_UTF8_TWICE, "Nguyá»…n Thá»‹ ThÃªm", "Nguyễn Thị Thêm" },
    { ANS_ENCODING_UTF8_TWICE, "Ä\302\220áº·ng VÄƒn Ä\302\220á»©c", "Đặng Văn Đức" },
    { ANS_ENCODING_UTF8, "Nguyễn Thị Thêm", "Nguyễn Thị Thêm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsEncoding guess = ans_encoding_guess (cases[i].read);
      g_autofree char *text = ans_encoding_convert (cases[i].read, cases[i].encoding);

      g_test_message ("%s", cases[i].read);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (ans_encoding_name (guess), ==, ans_encoding_name (cases[i].encoding));
    }
}

/* Right as they stand, though their letters are in Latin-1 or they are not Vietnamese at all. */
static void
test_left_alone (void)
{
  static const char *const texts[] = {
    "Lê Thanh Hà",
    "Tô Hoàng Ân",
    "Ý",
    "Y Hòa",
    "Thò",
    "Hoà",
    "Ðức",
    "Hà – Lê",
    "“Hà”",
    "«Lê»",
    "Café",
    "Müller",
    "François",
    "Peña",
    "São Paulo",
    "Ångström",
    "Niê",
    "Mlô",
    "Êban",
    "K'Brêt",
    "H'Hen Niê",
    "Rô",
    "Siu Hét",
    "Bjørn",
    "25 °C",
    "Thôn 1 · Thôn 2",
    "15 m²",
    "½",
    "1.000 ₫",
    "€ 5",
    "Nº 5",
    "Bà Rô, lô 5 – nhà 2",
    "QUÝ",
    "LÊ THÀNH TÔN",
    "Lý Công Uý",
    "Bùi Thúy",
    "qúy",
    "gìa",
    "Nguyen Thi An",
    "",
    "123",
    "...",
    "한국",
    "Công an xã",
    "Số CMND",
    "Lò Lô",
    "Thô Lỗ",
    "Rơ Châm",
    "xã Hòa Lý",
    "Bó",
    "à",
    "µ",
    "©",
    "® Hà",
    "Hà Nội",
    "Trò chơi",
    "Hùng & Lâm",
    "Là-o",
    "a/c Tú",
    "Röt",
    "Töt",
    "Ẩn, NguyÔn ThÞ Thªm",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AnsEncoding guess = ans_encoding_guess (texts[i]);

      if (guess != ANS_ENCODING_UTF8)
        g_error ("“%s” was taken for %s", texts[i], ans_encoding_name (guess));
    }
  g_assert_cmpint (ans_encoding_guess (NULL), ==, ANS_ENCODING_UTF8);
  g_assert_cmpint (ans_encoding_guess ("\xff"), ==, ANS_ENCODING_UTF8);
}

/* Correct names, and names of which all letters are in Latin-1. */
static void
test_never_misfires (void)
{
  g_autoptr (GRand) rand = ans_test_rand ();
  int latin = 0;

  for (int i = 0; i < 60000; i++)
    {
      g_autofree char *name = ans_test_name (rand);
      g_autofree char *upper = ans_name_upper (name);

      latin += g_utf8_strlen (name, -1) > 0 && !g_str_is_ascii (name) &&
               g_utf8_strchr (name, -1, 0x0111) == NULL;
      if (ans_encoding_guess (name) != ANS_ENCODING_UTF8 ||
          ans_encoding_guess (upper) != ANS_ENCODING_UTF8)
        g_error ("“%s” was taken for %s", name, ans_encoding_name (ans_encoding_guess (name)));
    }
  g_assert_cmpint (latin, >, 1000);
}

/* --- writing the old encodings, to read them back --------------------------------------------- */

static const guint16 windows_1252[32] = {
  0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

/* Bytes as a program takes them that knows Windows-1252 only. */
static char *
misread (const char *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) bytes[i];

      g_string_append_unichar (text, c >= 0x80 && c < 0xa0 ? windows_1252[c - 0x80] : c);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Through the C library's converters, where it has them: another's tables, not ours. */
static char *
write_with_iconv (const char *text, const char *charset, gsize *length)
{
  return g_convert (text, -1, charset, "UTF-8", NULL, length, NULL);
}

/* Windows-1258 of Microsoft's keyboards: a letter with its shape, then the tone. */
static char *
tone_apart (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) letter = g_string_new (NULL);
  const char *tone = "";

  for (const char *p = apart;; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;
      gboolean is_tone = FALSE;

      for (gsize i = 1; i < G_N_ELEMENTS (ans_test_tones) && !is_tone; i++)
        {
          is_tone = c == g_utf8_get_char (ans_test_tones[i]);
          if (is_tone)
            tone = ans_test_tones[i];
        }
      if (is_tone)
        continue;
      if (c == 0 || !g_unichar_ismark (c))
        {
          g_autofree char *together = g_utf8_normalize (letter->str, -1, G_NORMALIZE_NFC);

          g_string_append (out, together);
          g_string_append (out, tone);
          g_string_set_size (letter, 0);
          tone = "";
        }
      if (c == 0)
        return g_string_free (g_steal_pointer (&out), FALSE);
      g_string_append_unichar (letter, c);
    }
}

typedef struct
{
  AnsEncoding encoding;
  const char *charset;
  /* Of a hundred names alone. VISCII is rare: a doubt is decided against it. */
  int found; /* at least */
  int wrong; /* at most */
} Writer;

static const Writer writers[] = {
  { ANS_ENCODING_TCVN3, "TCVN5712-1", 95, 1 },
  { ANS_ENCODING_VISCII, "VISCII", 75, 12 },
  { ANS_ENCODING_WINDOWS_1258, "CP1258", 90, 1 },
  { ANS_ENCODING_UTF8_TWICE, "UTF-8", 95, 1 },
};

/* A text without letters that the encoding doesn't have (TCVN3: capitals with tones). */
static char *
prepare (const char *name, AnsEncoding encoding)
{
  if (encoding == ANS_ENCODING_WINDOWS_1258)
    return tone_apart (name);
  if (encoding == ANS_ENCODING_TCVN3)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          gboolean is_there = c < 0x80 || g_utf8_strchr ("ĂÂÊÔƠƯĐ", -1, c) != NULL;

          g_string_append_unichar (out, is_there ? c : g_unichar_tolower (c));
        }
      return g_string_free (g_steal_pointer (&out), FALSE);
    }
  return g_strdup (name);
}

static void
test_round_trip (gconstpointer data)
{
  const Writer *writer = data;
  g_autoptr (GRand) rand = ans_test_rand ();
  int guessed = 0, wrong = 0, marked = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *name = ans_test_name (rand);
      g_autofree char *prepared = prepare (name, writer->encoding);
      g_autofree char *expected = g_utf8_normalize (prepared, -1, G_NORMALIZE_NFC);
      g_autofree char *read = NULL;
      g_autofree char *text = NULL;
      g_autofree char *bytes = NULL;
      AnsEncoding guess;
      gsize length;

      bytes = write_with_iconv (prepared, writer->charset, &length);
      if (bytes == NULL)
        g_error ("%s can't be written in %s", prepared, writer->charset);
      read = misread (bytes, length);
      text = ans_encoding_convert (read, writer->encoding);
      g_assert_cmpstr (text, ==, expected);

      guess = ans_encoding_guess (read);
      if (strchr (name, ' ') != NULL && !g_str_is_ascii (name))
        {
          marked++;
          guessed += guess == writer->encoding;
          wrong += guess != writer->encoding && guess != ANS_ENCODING_UTF8;
        }
      if (writer->encoding == ANS_ENCODING_WINDOWS_1258)
        {
          g_autofree char *direct = ans_windows_1258_to_utf8 (bytes, length);

          g_assert_cmpstr (direct, ==, expected);
        }
    }
  g_test_message ("%s: of %d names alone %d recognised, %d taken for another old encoding",
                  ans_encoding_name (writer->encoding), marked, guessed, wrong);
  g_assert_cmpint (guessed * 100, >=, marked * writer->found);
  g_assert_cmpint (wrong * 100, <=, marked * writer->wrong);
}

/* VNI by hand: the C library doesn't know it. */
static char *
write_vni (const char *text)
{
  static const char *const letters[][2] = {
    { "đ", "ñ" }, { "ơ", "ô" }, { "ư", "ö" }, { "ỉ", "æ" }, { "ĩ", "ó" },
    { "ị", "ò" }, { "ì", "ì" }, { "í", "í" }, { "ỵ", "î" },
  };
  /* Tone after a plain letter, after a hat, after a breve. */
  static const char *const marks[6][3] = {
    { "", "â", "ê" },  { "ø", "à", "è" }, { "û", "å", "ú" },
    { "õ", "ã", "ü" }, { "ù", "á", "é" }, { "ï", "ä", "ë" },
  };
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean upper = g_unichar_isupper (c);
      g_autofree char *small = g_utf8_strdown (p, (gssize) (g_utf8_next_char (p) - p));
      g_autofree char *apart = g_utf8_normalize (small, -1, G_NORMALIZE_NFD);
      g_autoptr (GString) piece = g_string_new (NULL);
      int tone = 0, kind = 0;
      gboolean done = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (letters) && !done; i++)
        {
          done = g_str_equal (small, letters[i][0]);
          if (done)
            g_string_append (piece, letters[i][1]);
        }
      for (const char *q = g_utf8_next_char (apart); !done && *q != '\0'; q = g_utf8_next_char (q))
        {
          for (int i = 1; i < 6; i++)
            {
              if (g_utf8_get_char (q) == g_utf8_get_char (ans_test_tones[i]))
                tone = i;
            }
          if (g_utf8_get_char (q) == 0x0302)
            kind = 1;
          else if (g_utf8_get_char (q) == 0x0306)
            kind = 2;
          else if (g_utf8_get_char (q) == 0x031b)
            kind = 3;
        }
      if (!done)
        {
          if (kind == 3)
            g_string_append (piece, apart[0] == 'o' ? "ô" : "ö");
          else
            g_string_append_c (piece, apart[0]);
          g_string_append (piece, marks[tone][kind % 3]);
        }
      if (upper)
        {
          g_autofree char *capital = g_utf8_strup (piece->str, -1);

          g_string_append (out, capital);
        }
      else
        g_string_append (out, piece->str);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_vni (void)
{
  g_autoptr (GRand) rand = ans_test_rand ();
  int guessed = 0, marked = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *name = ans_test_name (rand);
      g_autofree char *read = NULL;
      g_autofree char *text = NULL;

      if (i % 4 == 0)
        {
          char *upper = ans_name_upper (name);

          g_free (name);
          name = upper;
        }
      read = write_vni (name);
      text = ans_encoding_convert (read, ANS_ENCODING_VNI);
      g_assert_cmpstr (text, ==, name);
      if (strchr (name, ' ') != NULL && !g_str_is_ascii (name))
        {
          marked++;
          guessed += ans_encoding_guess (read) == ANS_ENCODING_VNI;
        }
    }
  g_test_message ("VNI: %d of %d names recognised alone", guessed, marked);
  g_assert_cmpint (guessed * 10, >=, marked * 8);
}

/* A column tells what a cell can't. */
static void
test_columns (void)
{
  static const char *const vni[] = { "Thò", "Hoà", NULL, "Nguyeãn Vaên An", "Leâ Thò Mai", "Nam" };
  static const char *const good[] = { "Thò", "Hoà", "Lê Văn An", "Ðặng", "Müller" };
  const char *tcvn3[] = { "NguyÔn V¨n An", "Lª ThÞ Mai", "TrÇn §øc", "Nam", "John Müller" };

  g_assert_cmpint (ans_encoding_guess_many (vni, G_N_ELEMENTS (vni)), ==, ANS_ENCODING_VNI);
  g_assert_cmpint (ans_encoding_guess_many (good, G_N_ELEMENTS (good)), ==, ANS_ENCODING_UTF8);
  g_assert_cmpint (ans_encoding_guess_many (tcvn3, G_N_ELEMENTS (tcvn3)), ==, ANS_ENCODING_TCVN3);
  g_assert_cmpint (ans_encoding_guess_many (NULL, 0), ==, ANS_ENCODING_UTF8);
}

static void
test_windows_1258_bytes (void)
{
  g_autofree char *mixed = ans_windows_1258_to_utf8 ("H\xf4\xf2 \x80 \x8a\0x", 9);
  g_autofree char *empty = ans_windows_1258_to_utf8 ("", 0);

  g_assert_cmpstr (mixed, ==, "Hộ € \ufffd\ufffdx");
  g_assert_cmpstr (empty, ==, "");
}

/* Any text in any encoding: valid UTF-8 and no crash. */
static void
test_any_text (void)
{
  g_autoptr (GRand) rand = ans_test_rand ();

  for (int i = 0; i < 20000; i++)
    {
      char bytes[24] = { 0 };
      int n = g_rand_int_range (rand, 0, (int) sizeof bytes);
      g_autofree char *latin = NULL;

      for (int k = 0; k < n; k++)
        bytes[k] = (char) g_rand_int_range (rand, 1, 256);
      latin = misread (bytes, (gsize) n);
      ans_encoding_guess (bytes);
      ans_encoding_guess (latin);
      for (AnsEncoding e = 0; e < ANS_N_ENCODINGS; e++)
        {
          g_autofree char *a = ans_encoding_convert (bytes, e);
          g_autofree char *b = ans_encoding_convert (latin, e);

          g_assert_true (g_utf8_validate (a, -1, NULL));
          g_assert_true (g_utf8_validate (b, -1, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/known", test_known);
  g_test_add_func ("/encoding/left-alone", test_left_alone);
  g_test_add_func ("/encoding/never-misfires", test_never_misfires);
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autofree char *path = g_strconcat ("/encoding/round-trip/", writers[i].charset, NULL);

      g_test_add_data_func (path, &writers[i], test_round_trip);
    }
  g_test_add_func ("/encoding/round-trip/VNI", test_vni);
  g_test_add_func ("/encoding/columns", test_columns);
  g_test_add_func ("/encoding/windows-1258-bytes", test_windows_1258_bytes);
  g_test_add_func ("/encoding/any-text", test_any_text);
  return g_test_run ();
}
