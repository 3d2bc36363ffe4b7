/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "text/ans-money-words.h"
#include "text/ans-number.h"
#include "text/ans-text-error.h"

static void
test_format (void)
{
  static const struct
  {
    gint64 number;
    int decimals;
    const char *text;
  } cases[] = {
    { 0, 0, "0" },
    { 7, 0, "7" },
    { 999, 0, "999" },
    { 1000, 0, "1.000" },
    { 1234567, 0, "1.234.567" },
    { 7200000, 0, "7.200.000" },
    { -1234, 0, "-1.234" },
    { -999, 0, "-999" },
    { G_MAXINT64, 0, "9.223.372.036.854.775.807" },
    { G_MININT64, 0, "-9.223.372.036.854.775.808" },
    { 239, 1, "23,9" },
    { 23, 1, "2,3" },
    { 240, 1, "24,0" },
    { 5, 2, "0,05" },
    { -5, 1, "-0,5" },
    { 12340, 1, "1.234,0" },
    { 1, 9, "0,000000001" },
    { G_MININT64, 9, "-9.223.372.036,854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ans_decimal_format (cases[i].number, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
      if (cases[i].decimals == 0)
        {
          g_autofree char *whole = ans_number_format (cases[i].number);

          g_assert_cmpstr (whole, ==, cases[i].text);
        }
    }
}

#define GOOD -1

static void
test_parse (void)
{
  static const struct
  {
    const char *typed;
    int error;
    gint64 number;
  } cases[] = {
    { "1234567", GOOD, 1234567 },
    { "1.234.567", GOOD, 1234567 },
    { "1 234 567", GOOD, 1234567 },
    { "1\u00a0234\u202f567", GOOD, 1234567 },
    { "1,234,567", GOOD, 1234567 },
    { "1.234", GOOD, 1234 },
    { "360,000", GOOD, 360000 },
    { "12 345", GOOD, 12345 },
    { " 42 ", GOOD, 42 },
    { "007", GOOD, 7 },
    { "0", GOOD, 0 },
    { "-1.234", GOOD, -1234 },
    { "\u22121.234", GOOD, -1234 },
    { "- 5", GOOD, -5 },
    { "+5", GOOD, 5 },
    { "7.200.000 đồng", GOOD, 7200000 },
    { "7.200.000đ", GOOD, 7200000 },
    { "7.200.000 đ", GOOD, 7200000 },
    { "7200000 VND", GOOD, 7200000 },
    { "7200000VNĐ", GOOD, 7200000 },
    { "7.200.000 ₫", GOOD, 7200000 },
    { "1.234,00", GOOD, 1234 },
    { "1,234.00", GOOD, 1234 },
    { "1234,0", GOOD, 1234 },
    { "9.223.372.036.854.775.807", GOOD, G_MAXINT64 },
    { "-9223372036854775808", GOOD, G_MININT64 },
    { "", ANS_TEXT_ERROR_EMPTY, 0 },
    { NULL, ANS_TEXT_ERROR_EMPTY, 0 },
    { "1.5", ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "1,5", ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "0.123", ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "1.234,5", ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "1.2345", ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "1,234.000", ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "1.23.456", ANS_TEXT_ERROR_FORMAT, 0 },
    { "1.234 567", ANS_TEXT_ERROR_FORMAT, 0 },
    { "12 34", ANS_TEXT_ERROR_FORMAT, 0 },
    { "1234.567.890", ANS_TEXT_ERROR_FORMAT, 0 },
    { "1..234", ANS_TEXT_ERROR_FORMAT, 0 },
    { ".5", ANS_TEXT_ERROR_FORMAT, 0 },
    { "5.", ANS_TEXT_ERROR_FORMAT, 0 },
    { "abc", ANS_TEXT_ERROR_FORMAT, 0 },
    { "12a", ANS_TEXT_ERROR_FORMAT, 0 },
    { "đồng", ANS_TEXT_ERROR_FORMAT, 0 },
    { "1e5", ANS_TEXT_ERROR_FORMAT, 0 },
    { "--5", ANS_TEXT_ERROR_FORMAT, 0 },
    { "5%", ANS_TEXT_ERROR_FORMAT, 0 },
    { "9223372036854775808", ANS_TEXT_ERROR_RANGE, 0 },
    { "-9223372036854775809", ANS_TEXT_ERROR_RANGE, 0 },
    { "99999999999999999999999", ANS_TEXT_ERROR_RANGE, 0 },
    { "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1", ANS_TEXT_ERROR_FORMAT, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = 99;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_true (ans_number_parse (cases[i].typed, &number, &error) ==
                     (cases[i].error == GOOD));
      if (cases[i].error == GOOD)
        g_assert_no_error (error);
      else
        g_assert_error (error, ANS_TEXT_ERROR, cases[i].error);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_parse_decimal (void)
{
  static const struct
  {
    const char *typed;
    int decimals;
    int error;
    gint64 scaled;
  } cases[] = {
    { "23,9", 1, GOOD, 239 },
    { "23,9%", 1, GOOD, 239 },
    { "23,9 %", 1, GOOD, 239 },
    { "23.9", 1, GOOD, 239 },
    { "24", 1, GOOD, 240 },
    { "2,3", 2, GOOD, 230 },
    { "0,05", 2, GOOD, 5 },
    { "-0,5", 1, GOOD, -5 },
    { "1.234,5", 1, GOOD, 12345 },
    { "1,234.5", 1, GOOD, 12345 },
    { "1 234,5", 1, GOOD, 12345 },
    { "1.234.567", 1, GOOD, 12345670 },
    { "1,234", 3, GOOD, 1234 },
    { "0.123", 3, GOOD, 123 },
    { "2,500", 1, GOOD, 25 },
    { "1 234", 0, GOOD, 1234 },
    { "1.234", 1, ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "1.234", 3, ANS_TEXT_ERROR_AMBIGUOUS, 0 },
    { "2,35", 1, ANS_TEXT_ERROR_RANGE, 0 },
    { "1,234", 1, ANS_TEXT_ERROR_RANGE, 0 },
    { "9223372036854775807", 1, ANS_TEXT_ERROR_RANGE, 0 },
    { "1,2,3", 1, ANS_TEXT_ERROR_FORMAT, 0 },
    { "%", 1, ANS_TEXT_ERROR_FORMAT, 0 },
    { " ", 1, ANS_TEXT_ERROR_EMPTY, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 scaled = 99;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_true (ans_decimal_parse (cases[i].typed, cases[i].decimals, &scaled, &error) ==
                     (cases[i].error == GOOD));
      if (cases[i].error == GOOD)
        g_assert_no_error (error);
      else
        g_assert_error (error, ANS_TEXT_ERROR, cases[i].error);
      g_assert_cmpint (scaled, ==, cases[i].scaled);
    }
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 number = (gint64) (((guint64) (guint32) g_test_rand_int () << 32) |
                                (guint32) g_test_rand_int ()) >>
                      g_test_rand_int_range (0, 64);
      int decimals = g_test_rand_int_range (1, ANS_DECIMALS_MAX + 1);
      g_autofree char *whole = ans_number_format (number);
      g_autofree char *decimal = ans_decimal_format (number, decimals);
      gint64 again;

      g_assert_true (ans_number_parse (whole, &again, NULL));
      g_assert_cmpint (again, ==, number);
      g_assert_true (ans_decimal_parse (decimal, decimals, &again, NULL));
      g_assert_cmpint (again, ==, number);
    }
}

static void
test_words (void)
{
  static const struct
  {
    gint64 dong;
    AnsWordsFlags flags;
    const char *words;
  } cases[] = {
    { 0, 0, "Không đồng" },
    { 10000, 0, "Mười nghìn đồng" },
    { 11000, 0, "Mười một nghìn đồng" },
    { 15000, 0, "Mười lăm nghìn đồng" },
    { 21000, 0, "Hai mươi mốt nghìn đồng" },
    { 24000, 0, "Hai mươi bốn nghìn đồng" },
    { 24000, ANS_WORDS_TU, "Hai mươi tư nghìn đồng" },
    { 55000, 0, "Năm mươi lăm nghìn đồng" },
    { 101000, 0, "Một trăm lẻ một nghìn đồng" },
    { 101000, ANS_WORDS_LINH, "Một trăm linh một nghìn đồng" },
    { 105000, 0, "Một trăm lẻ năm nghìn đồng" },
    { 360000, 0, "Ba trăm sáu mươi nghìn đồng" },
    { 1005000, 0, "Một triệu không trăm lẻ năm nghìn đồng" },
    { 1080000, 0, "Một triệu không trăm tám mươi nghìn đồng" },
    { 7200000, 0, "Bảy triệu hai trăm nghìn đồng" },
    { 34500000, 0, "Ba mươi bốn triệu năm trăm nghìn đồng" },
    { 34500000, ANS_WORDS_TU, "Ba mươi tư triệu năm trăm nghìn đồng" },
    { 100000000, 0, "Một trăm triệu đồng" },
    { 1000000005, 0, "Một tỷ không trăm lẻ năm đồng" },
    { 1000000005, ANS_WORDS_LINH, "Một tỷ không trăm linh năm đồng" },
    { 7200000, ANS_WORDS_NGAN, "Bảy triệu hai trăm ngàn đồng" },
    { 7200000, ANS_WORDS_CHAN, "Bảy triệu hai trăm nghìn đồng chẵn" },
    { 124101, ANS_WORDS_LINH | ANS_WORDS_TU | ANS_WORDS_NGAN | ANS_WORDS_CHAN,
      "Một trăm hai mươi tư ngàn một trăm linh một đồng chẵn" },
    { 1, 0, "Một đồng" },
    { 4, ANS_WORDS_TU, "Bốn đồng" },
    { 5, 0, "Năm đồng" },
    { 14, ANS_WORDS_TU, "Mười bốn đồng" },
    { 20, 0, "Hai mươi đồng" },
    { 104, ANS_WORDS_TU, "Một trăm lẻ bốn đồng" },
    { 110, 0, "Một trăm mười đồng" },
    { 1001, 0, "Một nghìn không trăm lẻ một đồng" },
    { 1015, 0, "Một nghìn không trăm mười lăm đồng" },
    { 1000021, 0, "Một triệu không trăm hai mươi mốt đồng" },
    { 1234567890, 0,
      "Một tỷ hai trăm ba mươi bốn triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi đồng" },
    { 1000000000, 0, "Một tỷ đồng" },
    { 2005000000, 0, "Hai tỷ không trăm lẻ năm triệu đồng" },
    { 15000000000, 0, "Mười lăm tỷ đồng" },
    { 1005000000000, 0, "Một nghìn không trăm lẻ năm tỷ đồng" },
    { 1000000000000000000, 0, "Một tỷ tỷ đồng" },
    { 1000000001000000000, 0, "Một tỷ không trăm lẻ một tỷ đồng" },
    { -5, 0, "Âm năm đồng" },
    { -360000, 0, "Âm ba trăm sáu mươi nghìn đồng" },
    { G_MAXINT64, 0,
      "Chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ "
      "tám trăm năm mươi bốn triệu bảy trăm bảy mươi lăm nghìn tám trăm lẻ bảy đồng" },
    { G_MININT64, 0,
      "Âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ "
      "tám trăm năm mươi bốn triệu bảy trăm bảy mươi lăm nghìn tám trăm lẻ tám đồng" },
  };
  g_autofree char *people = ans_number_in_words (102, ANS_WORDS_DEFAULT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ans_money_in_words (cases[i].dong, cases[i].flags);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (people, ==, "Một trăm lẻ hai");
}

/* Reads words back by their own rules: what is said is the amount. */
static gint64
read_back (const char *words)
{
  static const char *const digits[] = { "không", "một", "hai", "ba",  "bốn",
                                        "năm",   "sáu", "bảy", "tám", "chín" };
  g_auto (GStrv) said = g_strsplit (words, " ", -1);
  gint64 total = 0, milliard = 0, group = 0;
  int digit = 0;

  for (guint i = 0; said[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_strdown (said[i], -1);

      if (g_str_equal (word, "trăm"))
        group = digit * 100, digit = 0;
      else if (g_str_equal (word, "mươi"))
        group += digit * 10, digit = 0;
      else if (g_str_equal (word, "mười"))
        group += 10;
      else if (g_str_equal (word, "mốt"))
        digit = 1;
      else if (g_str_equal (word, "lăm"))
        digit = 5;
      else if (g_str_equal (word, "nghìn"))
        milliard += (group + digit) * 1000, group = digit = 0;
      else if (g_str_equal (word, "triệu"))
        milliard += (group + digit) * 1000000, group = digit = 0;
      else if (g_str_equal (word, "tỷ"))
        total = (total + milliard + group + digit) * 1000000000, milliard = group = digit = 0;
      for (guint d = 0; d < G_N_ELEMENTS (digits); d++)
        {
          if (g_str_equal (word, digits[d]))
            digit = (int) d;
        }
    }
  return total + milliard + group + digit;
}

static void
test_words_mean_the_amount (void)
{
  for (gint64 dong = 0; dong < 12000; dong++)
    {
      g_autofree char *words = ans_money_in_words (dong, ANS_WORDS_DEFAULT);

      g_assert_cmpint (read_back (words), ==, dong);
    }
  for (int i = 0; i < 20000; i++)
    {
      gint64 dong =
          (gint64) (((guint64) (guint32) g_test_rand_int () << 31) | (guint32) g_test_rand_int ()) &
          G_MAXINT64;
      g_autofree char *words = NULL;

      dong >>= g_test_rand_int_range (0, 63);
      words = ans_money_in_words (dong, ANS_WORDS_DEFAULT);
      g_assert_cmpint (read_back (words), ==, dong);
    }
}

/* What books keep: no zeros at the end, half up, nothing that is no number. */
static void
test_canonical_decimals (void)
{
  static const struct
  {
    const char *canonical;
    int decimals;
    gint64 scaled;
    const char *back; /* %NULL: the same */
    const char *display;
  } cases[] = {
    { "23.9", 1, 239, NULL, "23,9" },       { "120", 4, 1200000, NULL, "120" },
    { "-0.25", 2, -25, NULL, "-0,25" },     { "0.005", 2, 1, "0.01", "0,005" },
    { "23.948", 1, 239, "23.9", "23,948" }, { "38.998", 0, 39, "39", "38,998" },
    { "1234.5", 1, 12345, NULL, "1.234,5" }, { "0", 3, 0, NULL, "0" },
    { "0.45", 1, 5, "0.5", "0,45" },        { "10.050", 3, 10050, "10.05", "10,050" },
  };
  static const char *const bad[] = { "", "-", ".5", "5.", "1,5", "1e3", "12 ", "99999999999999999999" };
  gint64 scaled;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *back = NULL;
      g_autofree char *display = ans_decimal_display (cases[i].canonical);

      g_assert_true (
          ans_decimal_from_canonical (cases[i].canonical, cases[i].decimals, &scaled));
      g_assert_cmpint (scaled, ==, cases[i].scaled);
      back = ans_decimal_to_canonical (scaled, cases[i].decimals);
      g_assert_cmpstr (back, ==, cases[i].back != NULL ? cases[i].back : cases[i].canonical);
      g_assert_cmpstr (display, ==, cases[i].display);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ans_decimal_from_canonical (bad[i], 2, &scaled));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/parse-decimal", test_parse_decimal);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/money/words", test_words);
  g_test_add_func ("/money/words-mean-the-amount", test_words_mean_the_amount);
  g_test_add_func ("/number/canonical-decimals", test_canonical_decimals);
  return g_test_run ();
}
