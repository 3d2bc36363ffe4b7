/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-money-words.h"

static const char *const digits[] = {
  "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
};

static void
say (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

/* Three digits. @inside: larger groups stand before it, so that its zero hundred is said. */
static void
say_group (GString *words, guint group, gboolean inside, AnsWordsFlags flags)
{
  guint hundreds = group / 100, tens = group / 10 % 10, ones = group % 10;

  if (hundreds > 0 || inside)
    {
      say (words, digits[hundreds]);
      say (words, "trăm");
    }
  if (tens == 1)
    say (words, "mười");
  else if (tens > 1)
    {
      say (words, digits[tens]);
      say (words, "mươi");
    }
  else if (ones > 0 && (hundreds > 0 || inside))
    say (words, (flags & ANS_WORDS_LINH) != 0 ? "linh" : "lẻ");

  if (ones == 1 && tens > 1)
    say (words, "mốt");
  else if (ones == 4 && tens > 1 && (flags & ANS_WORDS_TU) != 0)
    say (words, "tư");
  else if (ones == 5 && tens > 0)
    say (words, "lăm");
  else if (ones > 0)
    say (words, digits[ones]);
}

static void
say_number (GString *words, guint64 number, gboolean inside, AnsWordsFlags flags)
{
  guint64 milliards = number / 1000000000;
  guint rest = (guint) (number % 1000000000);
  guint groups[] = { rest / 1000000, rest / 1000 % 1000, rest % 1000 };
  const char *units[] = { "triệu", (flags & ANS_WORDS_NGAN) != 0 ? "ngàn" : "nghìn", NULL };

  /* There is no word above tỷ: the count of milliards is itself a number. */
  if (milliards > 0)
    {
      say_number (words, milliards, inside, flags);
      say (words, "tỷ");
      inside = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (groups[i] == 0)
        continue;
      say_group (words, groups[i], inside, flags);
      if (units[i] != NULL)
        say (words, units[i]);
      inside = TRUE;
    }
}

static GString *
begin (gint64 number, AnsWordsFlags flags)
{
  GString *words = g_string_sized_new (96);

  if (number < 0)
    say (words, "âm");
  if (number == 0)
    say (words, digits[0]);
  else
    say_number (words, number < 0 ? 0 - (guint64) number : (guint64) number, FALSE, flags);
  return words;
}

static char *
finish (GString *words)
{
  char first[7] = { 0 };
  const char *rest = g_utf8_next_char (words->str);
  char *result;

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words->str)), first);
  result = g_strconcat (first, rest, NULL);
  g_string_free (words, TRUE);
  return result;
}

char *
ans_number_in_words (gint64 number, AnsWordsFlags flags)
{
  return finish (begin (number, flags));
}

char *
ans_money_in_words (gint64 dong, AnsWordsFlags flags)
{
  GString *words = begin (dong, flags);

  say (words, (flags & ANS_WORDS_CHAN) != 0 ? "đồng chẵn" : "đồng");
  return finish (words);
}
