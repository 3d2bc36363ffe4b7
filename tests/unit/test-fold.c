/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "ans-test-names.h"
#include "text/ans-fold.h"
#include "text/ans-name.h"
#include "text/ans-text-error.h"

typedef char *(*Form) (const char *text);

static void
assert_form (Form form, const char *text, const char *expected)
{
  g_autofree char *result = form (text);

  g_assert_cmpstr (result, ==, expected);
}

static void
test_normalize (void)
{
  static const char *const cases[][2] = {
    { "Nguyễn Thị An", "Nguyễn Thị An" },
    { "  Nguyễn \t Thị\r\nAn ", "Nguyễn Thị An" },
    { "Nguyê\u0303n Thi\u0323 An", "Nguyễn Thị An" },
    { "Nguyễn\u00a0Thị\u2003\u202fAn\u3000", "Nguyễn Thị An" },
    { "\ufeffNguyễn\u200b Thị\u200d\u00ad An\u2060", "Nguyễn Thị An" },
    { "\u200b \u200b", "" },
    { "a\001\037\177\302\200"
      "b",
      "ab" },
    /* The dot below and the hat come in the order of the keyboard. */
    { "Hue\u0323\u0302", "Huệ" },
    { "Hue\u0302\u0323", "Huệ" },
    /* A zero-width character between a letter and its mark hides nothing. */
    { "Hue\u200b\u0302\u200d\u0323", "Huệ" },
    { "hòa hoà", "hòa hoà" },
    { "\u00d0ặng \u0189ức \u00f0ỏ", "Đặng Đức đỏ" },
    { "\xff\xc3", "\ufffd\ufffd" },
    { "Lê\xc3", "Lê\ufffd" },
    { "한국 中文", "한국 中文" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_form (ans_normalize, cases[i][0], cases[i][1]);
}

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "Nguyễn Thị Đào", "nguyen thi dao" },
    { "ĐẶNG THỊ HUỆ", "dang thi hue" },
    { "Nguyê\u0303n\u00a0 Thi\u0323", "nguyen thi" },
    { "Hoằng Phú", "hoang phu" },
    { "Hoằng Phụ", "hoang phu" },
    { "\u00d0ức", "duc" },
    { "Nguy\u00adễn", "nguyen" },
    { "Nguy\u00ad\u200b\u0300n\a", "nguyn" },
    { "H\u2019Hen Niê", "h'hen nie" },
    { "Y \u0243lơ Êban-Mlô, 12/3", "y blo eban-mlo, 12/3" },
    { "QĐ 06/QĐ-TTg – “a”", "qd 06/qd-ttg – “a”" },
    { "\u0300a \u0300 b", "a b" },
    { "한국 ÉTÉ", "한국 ete" },
    { "\xff Ấm", "\ufffd am" },
    { " ", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_form (ans_fold, cases[i][0], cases[i][1]);
}

static void
test_fold_every_letter (void)
{
  const char *shapes = "aăâ eê i oôơ uư y";

  /* All 134 letters with marks, by hand from shapes and tones. */
  for (const char *p = shapes; *p != '\0'; p = g_utf8_next_char (p))
    {
      char base = 'a';

      if (*p == ' ')
        continue;
      for (const char *q = p; q >= shapes && *q != ' '; q--)
        {
          if (g_ascii_isalpha (*q))
            base = *q;
        }
      for (gsize tone = 0; tone < G_N_ELEMENTS (ans_test_tones); tone++)
        {
          char expected[2] = { base, '\0' };
          g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
          g_autofree char *with_tone = g_strconcat (letter, ans_test_tones[tone], NULL);
          g_autofree char *small = g_utf8_normalize (with_tone, -1, G_NORMALIZE_NFC);
          g_autofree char *capital = g_utf8_strup (small, -1);

          g_assert_cmpint (g_utf8_strlen (small, -1), ==, 1);
          assert_form (ans_fold, small, expected);
          assert_form (ans_fold, capital, expected);
          assert_form (ans_fold_marks, capital, small);
          g_assert_true (ans_has_marks (small) == (tone > 0 || !g_ascii_isalpha (*p)));
        }
    }
}

static void
test_fold_marks (void)
{
  static const char *const same[][2] = {
    { "hòa", "hoà" },       { "thủy", "thuỷ" }, { "khỏe", "khoẻ" },
    { "HÓA", "hoá" },       { "qúy", "quý" },   { "gìa", "già" },
    { "gi\u0300a", "già" }, { "mía", "miá" },   { "Lò Thị Hòe", "lò thị hoè" },
    { "uỷ ban", "Ủy ban" }, { "lũy", "luỹ" },   { "Hòang", "hoàng" },
  };
  static const char *const different[][2] = {
    { "Phú", "Phụ" },     { "ly", "li" },
    { "Hoa", "Hòa" },     { "hoà", "hoá" },
    { "ma", "mà" },       { "đa", "da" },
    { "lan", "làn" },     { "của", "cũa" },
    { "muôn", "muốn" },   { "Thủy Tiên", "Thúy Tiên" },
    { "Y Hòa", "Ý Hoa" },
  };
  /* Spelled as the reformed spelling wants it. */
  static const char *const kept[] = {
    "nguyễn", "hoàng", "huỳnh", "quỳnh", "quốc", "giặt", "giữa",  "khuya", "khuỷu",
    "ngoèo",  "của",   "mía",   "chào",  "thuế", "thuở", "rượu",  "chuối", "yếu",
    "gì",     "giếng", "tuấn",  "toàn",  "loét", "quả",  "nghĩa", "người", "cứu",
    "hiểu",   "tía",   "quỵt",  "giả",   "hỏi",  "tòi",  "xoáy",  "hoài",  "loại",
    "quyết",  "duyệt", "niê",   "thuý",  "coóc", "áo",   "ửng",   "ỷ",     "ạ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = ans_fold_marks (same[i][0]);
      g_autofree char *b = ans_fold_marks (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *a = ans_fold_marks (different[i][0]);
      g_autofree char *b = ans_fold_marks (different[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    assert_form (ans_fold_marks, kept[i], kept[i]);
  assert_form (ans_fold_marks, "H\u2019HEN  NIÊ", "h'hen niê");
  assert_form (ans_fold_marks, "ÉTÉ Ǆ 한국", "été ǆ 한국");
  assert_form (ans_fold_marks, NULL, "");
}

static void
test_initials (void)
{
  static const char *const cases[][2] = {
    { "Nguyễn Thị An", "nta" }, { "ĐẶNG  Thị Huệ", "dth" },
    { "H'Hen Niê", "hn" },      { "  Ý ", "y" },
    { "(Ông) – Ba 2", "ob2" },  { "", "" },
    { "한국 Ấn", "한a" },       { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_form (ans_fold_initials, cases[i][0], cases[i][1]);
}

static void
test_has_marks (void)
{
  g_assert_false (ans_has_marks ("nguyen thi an 123 – “x”"));
  g_assert_false (ans_has_marks (""));
  g_assert_false (ans_has_marks (NULL));
  g_assert_true (ans_has_marks ("nguyen thi ân"));
  g_assert_true (ans_has_marks ("đa"));
  g_assert_true (ans_has_marks ("a\u0301"));
  g_assert_true (ans_has_marks ("\xff ạ"));
}

static void
assert_stable (Form form, const char *text)
{
  g_autofree char *once = form (text);
  g_autofree char *twice = form (once);

  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (once, ==, twice);
}

/* Every character of Unicode outside of the planes of ideographs, at the end of a word. */
static void
test_every_character (void)
{
  static const Form forms[] = { ans_normalize, ans_fold, ans_fold_marks, ans_fold_initials };

  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[16] = "aò";
      g_autofree char *apart = NULL;

      if (!g_unichar_validate (c) || (c >= 0x3400 && c < 0x9f00) || (c >= 0x20000 && c < 0xe0000) ||
          c >= 0xe1000)
        continue;
      g_unichar_to_utf8 (c, text + 3);
      apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          g_autofree char *once = forms[i](text);
          g_autofree char *twice = forms[i](once);
          g_autofree char *other = forms[i](apart);

          if (g_strcmp0 (once, twice) != 0 || g_strcmp0 (once, other) != 0)
            g_error ("form %" G_GSIZE_FORMAT " of U+%04X: “%s”, “%s”, “%s”", i, c, once, twice,
                     other);
        }
    }
}

static void
test_random_names (void)
{
  g_autoptr (GRand) rand = ans_test_rand ();

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *name = ans_test_name (rand);
      g_autofree char *apart = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
      g_autofree char *upper = ans_name_upper (name);
      g_autofree char *folded = ans_fold (name);
      g_autofree char *folded_apart = ans_fold (apart);
      g_autofree char *folded_upper = ans_fold (upper);
      g_autofree char *marks = ans_fold_marks (name);
      g_autofree char *marks_apart = ans_fold_marks (apart);
      g_autofree char *marks_upper = ans_fold_marks (upper);
      g_autofree char *marks_folded = ans_fold (marks);
      g_autofree char *title = ans_name_title_case (upper);

      g_assert_cmpstr (folded, ==, folded_apart);
      g_assert_cmpstr (folded, ==, folded_upper);
      g_assert_cmpstr (marks, ==, marks_apart);
      g_assert_cmpstr (marks, ==, marks_upper);
      g_assert_cmpstr (marks_folded, ==, folded);
      g_assert_cmpstr (title, ==, name);
      g_assert_true (g_str_is_ascii (folded));
      g_assert_cmpuint (strlen (folded), ==, (gsize) g_utf8_strlen (name, -1));
      g_assert_true (ans_name_check (name, NULL) || g_utf8_strlen (name, -1) < ANS_NAME_MIN);
      assert_stable (ans_normalize, apart);
      assert_stable (ans_fold_marks, name);
    }
}

static void
test_split (void)
{
  static const char *const cases[][4] = {
    { "Nguyễn Thị An", "Nguyễn", "Thị", "An" },
    { " Lê  Văn Anh Bình ", "Lê", "Văn Anh", "Bình" },
    { "Đỗ Ý", "Đỗ", "", "Ý" },
    { "An", "", "", "An" },
    { "", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnsNameParts) parts = ans_name_split (cases[i][0]);

      g_assert_cmpstr (parts->surname, ==, cases[i][1]);
      g_assert_cmpstr (parts->middle, ==, cases[i][2]);
      g_assert_cmpstr (parts->given, ==, cases[i][3]);
    }
}

static void
test_title_case (void)
{
  static const char *const cases[][2] = {
    { "ĐẶNG THỊ HUỆ", "Đặng Thị Huệ" }, { "nguyễn văn đức", "Nguyễn Văn Đức" },
    { "H'HEN NIÊ", "H'Hen Niê" },       { "K\u2019brêt", "K\u2019Brêt" },
    { "ÊBAN-MLÔ", "Êban-Mlô" },         { "y", "Y" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_form (ans_name_title_case, cases[i][0], cases[i][1]);
  assert_form (ans_name_upper, "Đặng Thị Huệ", "ĐẶNG THỊ HUỆ");
}

static void
test_name_check (void)
{
  static const struct
  {
    const char *name;
    int error; /* -1: good */
  } cases[] = {
    { "Nguyễn Thị An", -1 },
    { "H'Hen Niê", -1 },
    { "H\u2019Hen Niê", -1 },
    { "Ng. T. An-Bình", -1 },
    { "Nguyê\u0303n", -1 },
    { "Ý", ANS_TEXT_ERROR_RANGE },
    { "  ", ANS_TEXT_ERROR_EMPTY },
    { NULL, ANS_TEXT_ERROR_EMPTY },
    { "Nguyễn Thị An 2", ANS_TEXT_ERROR_CHARACTER },
    { "An (Bình)", ANS_TEXT_ERROR_CHARACTER },
    { "=An", ANS_TEXT_ERROR_CHARACTER },
    { "An\xff", ANS_TEXT_ERROR_CHARACTER },
  };
  g_autofree char *longest = g_strnfill (ANS_NAME_MAX, 'a');
  g_autofree char *longer = g_strnfill (ANS_NAME_MAX + 1, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (ans_name_check (cases[i].name, &error) == (cases[i].error < 0));
      if (cases[i].error >= 0)
        g_assert_error (error, ANS_TEXT_ERROR, cases[i].error);
    }
  g_assert_true (ans_name_check (longest, NULL));
  g_assert_false (ans_name_check (longer, NULL));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/normalize", test_normalize);
  g_test_add_func ("/fold/without-marks", test_fold);
  g_test_add_func ("/fold/every-letter", test_fold_every_letter);
  g_test_add_func ("/fold/with-marks", test_fold_marks);
  g_test_add_func ("/fold/initials", test_initials);
  g_test_add_func ("/fold/has-marks", test_has_marks);
  g_test_add_func ("/fold/every-character", test_every_character);
  g_test_add_func ("/fold/random-names", test_random_names);
  g_test_add_func ("/name/split", test_split);
  g_test_add_func ("/name/title-case", test_title_case);
  g_test_add_func ("/name/check", test_name_check);
  return g_test_run ();
}
