/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/*
 * Invented words and names for random tests. Syllables are put together from all onsets and many
 * rhymes, a tone on one of the vowels, as nobody is called and anybody could be.
 */

static const char *const ans_test_onsets[] = {
  "",  "b",  "c",   "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
  "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x",
};

static const char *const ans_test_rhymes[] = {
  "a",   "ai",   "am",  "an",   "ang", "anh", "ao",  "ay",  "ăm",  "ăn",   "ăng",  "âm",
  "ân",  "âng",  "âu",  "ây",   "e",   "em",  "en",  "eo",  "ê",   "ên",   "ênh",  "êu",
  "i",   "ia",   "iên", "iêm",  "iêu", "im",  "in",  "inh", "iu",  "o",    "oa",   "oai",
  "oan", "oanh", "oe",  "oi",   "on",  "ong", "ô",   "ôi",  "ôn",  "ông",  "ơ",    "ơi",
  "ơn",  "u",    "ua",  "uân",  "uê",  "ui",  "ung", "uôn", "uy",  "uyên", "uynh", "ư",
  "ưa",  "ưng",  "ươi", "ương", "ươm", "ưu",  "y",   "yên", "yêu",
};

static const char *const ans_test_stopped_rhymes[] = {
  "ac",  "ach", "at", "ap", "ăc", "ăt", "âc",   "ât",  "ich",
  "iêt", "it",  "oc", "ôc", "ôt", "uc", "uyêt", "ươc", "ưc",
};

static const char *const ans_test_surnames[] = {
  "Nguyễn", "Trần", "Lê",  "Phạm",  "Hoàng", "Huỳnh", "Phan", "Vũ",  "Võ",  "Đặng",  "Bùi",
  "Đỗ",     "Hồ",   "Ngô", "Dương", "Lý",    "Đào",   "Đinh", "Lâm", "Mai", "Trịnh", "Đoàn",
  "Ân",     "Ong",  "Ông", "Uông",  "Ưng",   "Y",     "Ý",    "Âu",  "Tôn", "Cao",   "Lường",
};

/* 0 none, then huyền, hỏi, ngã, sắc, nặng as combining marks. */
static const char *const ans_test_tones[] = {
  "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
};

static inline const char *
ans_test_pick (GRand *rand, const char *const *list, gsize n)
{
  return list[g_rand_int_range (rand, 0, (gint32) n)];
}

#define ANS_TEST_PICK(rand, list) ans_test_pick ((rand), (list), G_N_ELEMENTS (list))

/* A syllable in small letters, NFC. */
static inline char *
ans_test_syllable (GRand *rand)
{
  g_autoptr (GString) word = g_string_new (ANS_TEST_PICK (rand, ans_test_onsets));
  gboolean stopped = g_rand_int_range (rand, 0, 5) == 0;
  const char *rhyme = stopped ? ANS_TEST_PICK (rand, ans_test_stopped_rhymes)
                              : ANS_TEST_PICK (rand, ans_test_rhymes);
  int tone = stopped ? g_rand_int_range (rand, 4, 6) : g_rand_int_range (rand, 0, 6);
  const char *vowels = "aăâeêioôơuưy";
  int n_vowels = 0, at;

  for (const char *p = rhyme; *p != '\0'; p = g_utf8_next_char (p))
    n_vowels += g_utf8_strchr (vowels, -1, g_utf8_get_char (p)) != NULL;
  at = g_rand_int_range (rand, 0, n_vowels);
  for (const char *p = rhyme; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (word, c);
      if (g_utf8_strchr (vowels, -1, c) != NULL && at-- == 0)
        g_string_append (word, ans_test_tones[tone]);
    }
  return g_utf8_normalize (word->str, -1, G_NORMALIZE_NFC);
}

/* A name of one to five words with capitals at the start of its words. */
static inline char *
ans_test_name (GRand *rand)
{
  g_autoptr (GString) name = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *word = NULL;
      g_autofree char *first = NULL;

      if (i == 0 && n > 1 && g_rand_boolean (rand))
        word = g_strdup (ANS_TEST_PICK (rand, ans_test_surnames));
      else
        word = ans_test_syllable (rand);
      first = g_utf8_strup (word, (gssize) (g_utf8_next_char (word) - word));
      g_string_append_printf (name, "%s%s%s", i > 0 ? " " : "", first, g_utf8_next_char (word));
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* A generator whose seed is in the log; --seed of the test program repeats it. */
static inline GRand *
ans_test_rand (void)
{
  guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("seed of this case: %u", seed);
  return g_rand_new_with_seed (seed);
}
