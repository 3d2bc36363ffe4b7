/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <unicode/ucol.h>

#include "ans-test-names.h"
#include "text/ans-fold.h"
#include "text/ans-name.h"
#include "text/ans-sort-key.h"

#define N_NAMES 120000

static UCollator *vi;

static int
icu_compare (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result = ucol_strcollUTF8 (vi, a, -1, b, -1, &status);

  g_assert_true (U_SUCCESS (status));
  return (int) result;
}

static int
sign (int n)
{
  return (n > 0) - (n < 0);
}

/* The domain's rule with ICU as judge: given name, surname, middle, each wholly before the next. */
static int
icu_compare_names (const char *a, const char *b)
{
  g_autoptr (AnsNameParts) x = ans_name_split (a);
  g_autoptr (AnsNameParts) y = ans_name_split (b);
  int order = icu_compare (x->given, y->given);

  if (order == 0)
    order = icu_compare (x->surname, y->surname);
  if (order == 0)
    order = icu_compare (x->middle, y->middle);
  return order;
}

typedef struct
{
  char *text;
  char *key;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_free (entry->key);
  g_free (entry);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Entry *const *) a)->key, (*(Entry *const *) b)->key);
}

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/* Another tone, another case: names that differ on the second and third level only. */
static char *
vary (GRand *rand, const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) varied = g_string_new (NULL);
  const char *tone = "";

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_tone = FALSE;

      for (gsize i = 1; i < G_N_ELEMENTS (ans_test_tones) && !is_tone; i++)
        {
          is_tone = c == g_utf8_get_char (ans_test_tones[i]);
          if (is_tone)
            tone = g_rand_int_range (rand, 0, 3) == 0 ? ANS_TEST_PICK (rand, ans_test_tones)
                                                      : ans_test_tones[i];
        }
      if (is_tone)
        continue;
      /* The tone comes after the hat of its letter, whatever it was before. */
      if (!g_unichar_ismark (c))
        {
          g_string_append (varied, tone);
          tone = "";
        }
      if (g_rand_int_range (rand, 0, 8) == 0)
        c = g_rand_boolean (rand) ? g_unichar_toupper (c) : g_unichar_tolower (c);
      g_string_append_unichar (varied, c);
    }
  g_string_append (varied, tone);
  return g_utf8_normalize (varied->str, -1,
                           g_rand_int_range (rand, 0, 4) == 0 ? G_NORMALIZE_NFD : G_NORMALIZE_NFC);
}

/* Foreign letters, digits and signs in the middle of a name. */
static char *
spice (GRand *rand, const char *text)
{
  static const char *const bits[] = { "f", "J", "w", "Z", "j", "7", "10",
                                      "'", ".", "-", "Đ", "đ", "ư" };
  g_autofree char *together = ans_normalize (text); /* no mark loses its letter */
  g_autoptr (GString) spiced = g_string_new (together);
  const char *at = g_utf8_offset_to_pointer (
      spiced->str, g_rand_int_range (rand, 0, (gint32) g_utf8_strlen (spiced->str, -1) + 1));

  g_string_insert (spiced, at - spiced->str, ANS_TEST_PICK (rand, bits));
  return g_string_free (g_steal_pointer (&spiced), FALSE);
}

static GPtrArray *
make_entries (GRand *rand, char *(*make_key) (const char *text))
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; i < N_NAMES; i++)
    {
      Entry *entry = g_new0 (Entry, 1);

      if (i > 0 && g_rand_int_range (rand, 0, 3) == 0)
        {
          const Entry *other = g_ptr_array_index (entries, g_rand_int_range (rand, 0, (gint32) i));

          entry->text = vary (rand, other->text);
        }
      else
        entry->text = ans_test_name (rand);
      if (g_rand_int_range (rand, 0, 8) == 0)
        replace (&entry->text, ans_name_upper (entry->text));
      if (g_rand_int_range (rand, 0, 12) == 0)
        replace (&entry->text, spice (rand, entry->text));
      entry->key = make_key (entry->text);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

/*
 * Sorted by our key, every neighbour must stand as ICU wants it; equal keys must be equal for ICU.
 * As both are orders, agreement of all neighbours is agreement of all pairs.
 */
static void
assert_agreement (char *(*make_key) (const char *text), int (*judge) (const char *a, const char *b))
{
  g_autoptr (GRand) rand = ans_test_rand ();
  g_autoptr (GPtrArray) entries = make_entries (rand, make_key);
  gsize letters = 0, bytes = 0;

  g_ptr_array_sort (entries, compare_keys);
  for (guint i = 0; i + 1 < entries->len; i++)
    {
      const Entry *a = g_ptr_array_index (entries, i);
      const Entry *b = g_ptr_array_index (entries, i + 1);

      if (sign (strcmp (a->key, b->key)) != judge (a->text, b->text))
        g_error ("“%s” and “%s”: ours %d, ICU %d", a->text, b->text, sign (strcmp (a->key, b->key)),
                 judge (a->text, b->text));
      for (const char *p = a->key; *p != '\0'; p++)
        g_assert_true (*p > 0 && *p <= 0x7f);
      letters += (gsize) g_utf8_strlen (a->text, -1);
      bytes += strlen (a->key);
    }
  g_test_message ("%u names agree with ICU; %.2f bytes for each letter", entries->len,
                  (double) bytes / (double) letters);
  g_assert_cmpfloat ((double) bytes, <=, 2.5 * (double) letters);
}

static void
test_agrees_on_texts (void)
{
  assert_agreement (ans_sort_key, icu_compare);
}

static void
test_agrees_on_names (void)
{
  assert_agreement (ans_sort_key_name, icu_compare_names);
}

static void
assert_order (char *(*make_key) (const char *text), const char *const *texts)
{
  for (guint i = 0; texts[i + 1] != NULL; i++)
    {
      g_autofree char *a = make_key (texts[i]);
      g_autofree char *b = make_key (texts[i + 1]);

      if (strcmp (a, b) >= 0)
        g_error ("“%s” does not come before “%s”", texts[i], texts[i + 1]);
    }
}

static void
test_order (void)
{
  static const char *const alphabet[] = {
    "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
    "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", NULL,
  };
  static const char *const tones[] = { "Ha", "Hà", "Hả", "Hã", "Há", "Hạ", NULL };
  static const char *const words[] = {
    "",   "An", "AN", "Án",     "An Bình", "Ăn",     "Ẵn",
    "Ân", "Ẩn", "Ấn", "Thôn 1", "Thôn A",  "thôn B", NULL,
  };

  assert_order (ans_sort_key, alphabet);
  assert_order (ans_sort_key, tones);
  assert_order (ans_sort_key, words);
}

static void
test_name_order (void)
{
  static const char *const names[] = {
    "An",          "Lê Thị An",  "Nguyễn An",  "Nguyễn Thị An", "Nguyễn Văn An", "Trần Văn An",
    "Lê Văn Bình", "Đỗ Thị Đào", "Đỗ Văn Đạo", "H'Hen Niê",     "Lê Thị Ý",      NULL,
  };

  assert_order (ans_sort_key_name, names);
}

/* Printable ASCII, alone and after a letter, in the order of ICU. */
static void
test_signs (void)
{
  for (char a = ' ' + 1; a < 0x7f; a++)
    {
      for (char b = ' ' + 1; b < 0x7f; b++)
        {
          char x[] = { 'n', a, 'm', '\0' }, y[] = { 'n', b, 'm', '\0' };
          g_autofree char *key_x = ans_sort_key (x);
          g_autofree char *key_y = ans_sort_key (y);

          if (sign (strcmp (key_x, key_y)) != icu_compare (x, y))
            g_error ("%s and %s", x, y);
        }
    }
}

static void
test_spelling_is_no_matter (void)
{
  static const char *const same[][2] = {
    { "Nguyễn Thị An", " Nguyê\u0303n  Thi\u0323\u00a0An" },
    { "H'Hen", "H\u2019Hen" },
    { "Đức", "\u00d0ức" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = ans_sort_key (same[i][0]);
      g_autofree char *b = ans_sort_key (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

/* Long texts and other scripts make keys too: bounded, valid, and letters of other scripts come
 * last. */
static void
test_others (void)
{
  static const char *const texts[] = { "\u20ac", "1", "Zy", "Ωmega", "Я", "中", NULL };
  g_autofree char *many = g_strnfill (5000, 'A');
  g_autofree char *key = ans_sort_key (many);
  g_autofree char *bad = ans_sort_key ("\xff\xfe");

  assert_order (ans_sort_key, texts);
  g_assert_cmpuint (strlen (key), <=, 5000 * 5 / 2);
  g_assert_true (g_str_is_ascii (bad));
}

int
main (int argc, char *argv[])
{
  UErrorCode status = U_ZERO_ERROR;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  vi = ucol_open ("vi", &status);
  g_assert_true (U_SUCCESS (status));

  g_test_add_func ("/sort-key/order", test_order);
  g_test_add_func ("/sort-key/name-order", test_name_order);
  g_test_add_func ("/sort-key/signs", test_signs);
  g_test_add_func ("/sort-key/spelling", test_spelling_is_no_matter);
  g_test_add_func ("/sort-key/others", test_others);
  g_test_add_func ("/sort-key/icu-texts", test_agrees_on_texts);
  g_test_add_func ("/sort-key/icu-names", test_agrees_on_names);
  result = g_test_run ();
  ucol_close (vi);
  return result;
}
