/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that takes any text: forms for comparing, sort keys, names, old encodings. */
#include <glib.h>
#include <string.h>

#include "ans-fuzz.h"
#include "text/ans-fold.h"
#include "text/ans-legacy-encoding.h"
#include "text/ans-name.h"
#include "text/ans-sort-key.h"

const char *const ans_fuzz_words[] = {
  "Nguyễn",   "Thị",     "Đào",    "hòa",    "hoà",      "thủy",         "thuỷ",      "khỏe",
  "quý",      "giặt",    "ươ",     "uyê",    "oa",       "ĐẶNG THỊ HUỆ", "H'Hen Niê", "H\u2019Hen",
  " ",        "\u00a0",  "\u200b", "\u00ad", "\t",       "\u3000",       "\u0300",    "\u0301",
  "\u0302",   "\u0303",  "\u0306", "\u0309", "\u031b",   "\u0323",       "\u0308",    "\u00d0",
  "\u0130",   "ß",       "ǅ",      "한",     "\u1100",   "\u1161",       "中",        "Ω",
  "İ",        "ﬁ",       "\u212b", "\u0344", "NguyÔn",   "ThÞ",          "Nguyeãn",   "Thò",
  "Nguyá»…n", "NguyêÞn", "\xff",   "\xc3",   "\xe1\xbb", NULL,
};

typedef char *(*Form) (const char *text);

static void
check_form (Form form, const char *text, const char *apart, const char *together)
{
  g_autofree char *once = form (text);
  g_autofree char *twice = form (once);
  g_autofree char *from_apart = form (apart);
  g_autofree char *from_together = form (together);

  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (once, ==, twice);
  g_assert_cmpstr (once, ==, from_apart);
  g_assert_cmpstr (once, ==, from_together);
}

static void
check_key (Form form, const char *text, const char *apart)
{
  g_autofree char *key = form (text);
  g_autofree char *from_apart = form (apart);

  g_assert_cmpstr (key, ==, from_apart);
  g_assert_true (g_str_is_ascii (key));
}

static void
check_folds (const char *text)
{
  g_autofree char *kept = ans_normalize (text);
  g_autofree char *marks = ans_fold_marks (text);
  g_autofree char *folded = ans_fold (text);
  g_autofree char *folded_kept = ans_fold (kept);
  g_autofree char *folded_marks = ans_fold (marks);
  g_autofree char *initials = ans_fold_initials (text);

  g_assert_cmpstr (folded, ==, folded_kept);
  g_assert_cmpstr (folded, ==, folded_marks);
  g_assert_false (ans_has_marks (folded));
  g_assert_cmpuint (strlen (initials), <=, strlen (folded));
}

static void
check_names (const char *text)
{
  g_autoptr (AnsNameParts) parts = ans_name_split (text);
  g_autofree char *title = ans_name_title_case (text);
  g_autofree char *upper = ans_name_upper (text);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (title, -1, NULL));
  g_assert_true (g_utf8_validate (upper, -1, NULL));
  g_assert_null (strchr (parts->surname, ' '));
  g_assert_null (strchr (parts->given, ' '));
  if (!ans_name_check (text, &error))
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
check_encodings (const char *text)
{
  AnsEncoding guess = ans_encoding_guess (text);
  g_autofree char *windows = ans_windows_1258_to_utf8 (text, strlen (text));

  g_assert_cmpuint ((guint) guess, <, ANS_N_ENCODINGS);
  g_assert_true (g_utf8_validate (windows, -1, NULL));
  for (AnsEncoding e = 0; e < ANS_N_ENCODINGS; e++)
    {
      g_autofree char *converted = ans_encoding_convert (text, e);

      g_assert_true (g_utf8_validate (converted, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  g_autofree char *together = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

  check_form (ans_normalize, text, apart, together);
  check_form (ans_fold, text, apart, together);
  check_form (ans_fold_marks, text, apart, together);
  check_key (ans_sort_key, text, apart);
  check_key (ans_sort_key_name, text, apart);
  check_folds (text);
  check_names (text);
  check_encodings (text);
  return 0;
}
