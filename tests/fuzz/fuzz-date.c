/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that reads one typed field: dates, numbers, personal numbers. */
#include <glib.h>
#include <string.h>

#include "ans-fuzz.h"
#include "text/ans-date.h"
#include "text/ans-number.h"
#include "text/ans-personal-id.h"
#include "text/ans-text-error.h"

const char *const ans_fuzz_words[] = {
  "5/5/2022",
  "05-05-2022",
  "5.5.2022",
  "05052022",
  "1940",
  "3/1940",
  "2022-05-01",
  "1940-03",
  "ngày 5 tháng 5 năm 2022",
  "ngày ",
  "tháng ",
  "năm ",
  "mùng ",
  "sinh ",
  "?",
  "x",
  "…",
  "00",
  "29",
  "/",
  "-",
  ".",
  " ",
  "T00:00:00",
  " 00:00",
  "20220501",
  "12/31",
  "02",
  "31",
  "99",
  "2024",
  "1.234.567",
  "1,234,567",
  "7.200.000 đồng",
  "đ",
  "₫",
  "%",
  "23,9",
  "\u00a0",
  "\u2212",
  "9223372036854775807",
  "038162001234",
  "38162001234.0",
  "'",
  "\u2019",
  "\u0301",
  "\xff",
  NULL,
};

static void
assert_error (gboolean good, const GError *error)
{
  g_assert_true (good == (error == NULL));
  if (error == NULL)
    return;
  g_assert_true (error->domain == ANS_TEXT_ERROR);
  g_assert_true (error->message[0] != '\0');
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
assert_reads (char *text, AnsDate date)
{
  AnsDate again;
  g_autoptr (GError) error = NULL;

  ans_date_parse (text, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ans_date_compare (date, again), ==, 0);
  g_free (text);
}

static void
check_date (const char *typed)
{
  AnsDate date = ans_date_new (1, 1, 1);
  AnsDate strict = ans_date_new (1, 1, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) strict_error = NULL;
  gboolean good = ans_date_parse (typed, &date, &error);
  gboolean is_iso = ans_date_parse_iso (typed, &strict, &strict_error);

  assert_error (good, error);
  assert_error (is_iso, strict_error);
  g_assert_true (is_iso || ans_date_is_none (strict));
  if (is_iso)
    {
      g_autofree char *same = ans_date_to_iso (strict);

      g_assert_cmpstr (same, ==, typed);
      g_assert_true (good);
      g_assert_cmpint (ans_date_compare (date, strict), ==, 0);
    }
  if (!good)
    {
      g_assert_true (ans_date_is_none (date));
      return;
    }

  g_assert_true (ans_date_is_valid (date));
  g_assert_cmpint (ans_date_compare (ans_date_first_day (date), ans_date_last_day (date)), <=, 0);
  assert_reads (ans_date_format (date), date);
  assert_reads (ans_date_format_long (date), date);
  assert_reads (ans_date_to_iso (date), date);
}

static void
check_numbers (const char *typed)
{
  gint64 number, again;
  g_autoptr (GError) error = NULL;
  gboolean good = ans_number_parse (typed, &number, &error);

  assert_error (good, error);
  if (good)
    {
      g_autofree char *text = ans_number_format (number);

      g_assert_true (ans_number_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, number);
    }
  for (int decimals = 0; decimals <= 3; decimals++)
    {
      g_autoptr (GError) decimal_error = NULL;

      good = ans_decimal_parse (typed, decimals, &number, &decimal_error);
      assert_error (good, decimal_error);
      if (good && decimals > 0)
        {
          g_autofree char *text = ans_decimal_format (number, decimals);

          g_assert_true (ans_decimal_parse (text, decimals, &again, NULL));
          g_assert_cmpint (again, ==, number);
        }
    }
}

static void
check_personal_id (const char *typed)
{
  g_autofree char *id = ans_personal_id_normalize (typed);
  g_autofree char *again = ans_personal_id_normalize (id);
  g_autofree char *masked = ans_personal_id_mask (id);
  g_auto (GStrv) warnings = ans_personal_id_warnings (typed, 'F', ans_date_new (1962, 0, 0));
  g_autofree char *restored = NULL;

  g_assert_cmpstr (id, ==, again);
  g_assert_cmpint (g_utf8_strlen (id, -1), ==, g_utf8_strlen (masked, -1));
  if (ans_personal_id_restore_zero (typed, &restored))
    g_assert_true (g_str_has_suffix (restored, id) &&
                   (strlen (restored) == 12 || strlen (restored) == 9));
  for (guint i = 0; warnings[i] != NULL; i++)
    g_assert_true (g_utf8_validate (warnings[i], -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *typed = g_strndup ((const char *) data, size);

  g_setenv ("ANS_TODAY", "2026-11-20", FALSE);
  check_date (typed);
  check_numbers (typed);
  check_personal_id (typed);
  return 0;
}
