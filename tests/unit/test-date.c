/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "text/ans-date.h"
#include "text/ans-text-error.h"

static void
assert_date (AnsDate date, const char *iso)
{
  g_autofree char *text = ans_date_to_iso (date);

  g_assert_cmpstr (text, ==, iso);
}

static AnsDate
iso (const char *text)
{
  AnsDate date;
  g_autoptr (GError) error = NULL;

  ans_date_parse_iso (text, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
test_parse (void)
{
  static const char *const cases[][2] = {
    { "5/5/2022", "2022-05-05" },
    { "05-05-2022", "2022-05-05" },
    { "5.5.2022", "2022-05-05" },
    { "5 5 2022", "2022-05-05" },
    { " 05 / 05 / 2022 ", "2022-05-05" },
    { "05052022", "2022-05-05" },
    { "31121899", "1899-12-31" },
    { "20220501", "2022-05-01" },
    { "19401003", "1940-10-03" },
    { "20122012", "2012-12-20" },
    { "1940", "1940" },
    { " 1940 ", "1940" },
    { "3/1940", "1940-03" },
    { "03-1940", "1940-03" },
    { "03.1940", "1940-03" },
    { "03/1940", "1940-03" },
    { "10/03/1940", "1940-03-10" },
    { "2022-05-01", "2022-05-01" },
    { "2022/5/1", "2022-05-01" },
    { "1940-03", "1940-03" },
    { "29/02/2024", "2024-02-29" },
    { "29/02/2000", "2000-02-29" },
    { "ngày 5 tháng 5 năm 2022", "2022-05-05" },
    { "Ngày 05 tháng 02 năm 2022", "2022-02-05" },
    { "NGÀY 5 THÁNG 5 NĂM 2022", "2022-05-05" },
    { "nga\u0300y 5 tha\u0301ng 5 na\u0306m 2022", "2022-05-05" },
    { "5 tháng 5 năm 2022", "2022-05-05" },
    { "mùng 5 tháng 5 năm 2022", "2022-05-05" },
    { "ngày 5/5/2022", "2022-05-05" },
    { "sinh ngày 5/5/2022", "2022-05-05" },
    { "tháng 3/1940", "1940-03" },
    { "tháng 3 năm 1940", "1940-03" },
    { "năm 1940", "1940" },
    { "sinh năm 1940", "1940" },
    { "ngày … tháng … năm 1948", "1948" },
    { "?/05/1948", "1948-05" },
    { "?\?/05/1948", "1948-05" },
    { "xx/05/1948", "1948-05" },
    { "…/05/1948", "1948-05" },
    { "00/05/1948", "1948-05" },
    { "/05/1948", "1948-05" },
    { "00/00/1948", "1948" },
    { "?/?/1948", "1948" },
    { "__/__/1948", "1948" },
    { "00/1948", "1948" },
    { "1948-00-00", "1948" },
    { "2022-05-01T00:00:00", "2022-05-01" },
    { "2022-05-01T00:00:00.000Z", "2022-05-01" },
    { "10/03/1940 00:00", "1940-03-10" },
    { "10/03/1940\u00a000:00:00", "1940-03-10" },
    { "5/5/22", "2022-05-05" },
    { "5-5-22", "2022-05-05" },
    { "05.05.36", "2036-05-05" },
    { "10/03/37", "1937-03-10" },
    { "10/03/40", "1940-03-10" },
    { "1/1/00", "2000-01-01" },
    { "31/12/99", "1999-12-31" },
  };

  g_setenv ("ANS_TODAY", "2026-11-20", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsDate date;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i][0]);
      ans_date_parse (cases[i][0], &date, &error);
      g_assert_no_error (error);
      assert_date (date, cases[i][1]);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *typed;
    AnsTextError code;
    const char *words; /* what the message must hold */
  } cases[] = {
    { "", ANS_TEXT_ERROR_EMPTY, "missing" },
    { "  \u00a0", ANS_TEXT_ERROR_EMPTY, "missing" },
    { NULL, ANS_TEXT_ERROR_EMPTY, "missing" },
    { "31/2/2022", ANS_TEXT_ERROR_IMPOSSIBLE, "has no day 31; its last day is 28" },
    { "31/4/2022", ANS_TEXT_ERROR_IMPOSSIBLE, "4/2022 has no day 31; its last day is 30" },
    { "31042022", ANS_TEXT_ERROR_IMPOSSIBLE, "has no day 31" },
    { "29/2/2023", ANS_TEXT_ERROR_IMPOSSIBLE, "not a leap year" },
    { "29/02/1900", ANS_TEXT_ERROR_IMPOSSIBLE, "not a leap year" },
    { "32/1/2022", ANS_TEXT_ERROR_IMPOSSIBLE, "day 32" },
    { "5/13/2022", ANS_TEXT_ERROR_IMPOSSIBLE, "no month 13" },
    { "13/2022", ANS_TEXT_ERROR_IMPOSSIBLE, "no month 13" },
    { "2022-02-30", ANS_TEXT_ERROR_IMPOSSIBLE, "day 30" },
    { "15/00/1948", ANS_TEXT_ERROR_FORMAT, "but not the month" },
    { "15/?/1948", ANS_TEXT_ERROR_FORMAT, "but not the month" },
    { "5/5", ANS_TEXT_ERROR_AMBIGUOUS, "year" },
    { "05/22", ANS_TEXT_ERROR_AMBIGUOUS, "year" },
    { "050522", ANS_TEXT_ERROR_AMBIGUOUS, "Six digits" },
    { "?/5/48", ANS_TEXT_ERROR_FORMAT, "can't be read" },
    { "40", ANS_TEXT_ERROR_FORMAT, "can't be read" },
    { "44682", ANS_TEXT_ERROR_FORMAT, "44682" },
    { "5/5/202", ANS_TEXT_ERROR_FORMAT, "5/5/202" },
    { "5/5/20222", ANS_TEXT_ERROR_FORMAT, "can't be read" },
    { "5/5/2022/1", ANS_TEXT_ERROR_FORMAT, "can't be read" },
    { "5/5-2022", ANS_TEXT_ERROR_FORMAT, "can't be read" },
    { "hôm nay", ANS_TEXT_ERROR_FORMAT, "hôm nay" },
    { "khoảng 1940", ANS_TEXT_ERROR_FORMAT, "khoảng 1940" },
    { "1940?", ANS_TEXT_ERROR_FORMAT, "1940?" },
    { "1940-1945", ANS_TEXT_ERROR_FORMAT, "1940-1945" },
    { "-1940-03", ANS_TEXT_ERROR_FORMAT, "can't be read" },
    { "1799", ANS_TEXT_ERROR_RANGE, "1799" },
    { "1/1/2200", ANS_TEXT_ERROR_RANGE, "2200" },
    { "0000", ANS_TEXT_ERROR_RANGE, "0" },
    { "\xff", ANS_TEXT_ERROR_FORMAT, "can't be read" },
    { "١٩٤٠", ANS_TEXT_ERROR_FORMAT, "can't be read" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsDate date = ans_date_new (2000, 1, 1);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_false (ans_date_parse (cases[i].typed, &date, &error));
      g_assert_error (error, ANS_TEXT_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_true (ans_date_is_none (date));
    }
}

static void
test_iso (void)
{
  static const char *const bad[] = {
    "",         "22",         "2022-5-1",   "2022/05/01", "2022-05-1", "2022-05-01 ", " 2022",
    "2022-00",  "2022-05-00", "2022-13-01", "2022-02-30", "+022-05",   "2022-05-01T", "20220501",
    "2022-05-", "1799-01-01", "05/05/2022",
  };

  assert_date (iso ("2022-05-01"), "2022-05-01");
  assert_date (iso ("2022-05"), "2022-05");
  assert_date (iso ("2022"), "2022");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      AnsDate date;

      g_assert_false (ans_date_parse_iso (bad[i], &date, NULL));
      g_assert_true (ans_date_is_none (date));
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *iso, *table, *document, *month, *quarter;
  } cases[] = {
    { "1940", "1940", "năm 1940", "năm 1940", "năm 1940" },
    { "1940-03", "03/1940", "tháng 3 năm 1940", "tháng 3/1940", "quý I/1940" },
    { "1940-03-10", "10/03/1940", "ngày 10 tháng 3 năm 1940", "tháng 3/1940", "quý I/1940" },
    { "2022-05-05", "05/05/2022", "ngày 05 tháng 5 năm 2022", "tháng 5/2022", "quý II/2022" },
    { "2022-02-05", "05/02/2022", "ngày 05 tháng 02 năm 2022", "tháng 2/2022", "quý I/2022" },
    { "2022-01-31", "31/01/2022", "ngày 31 tháng 01 năm 2022", "tháng 1/2022", "quý I/2022" },
    { "2022-02", "02/2022", "tháng 02 năm 2022", "tháng 2/2022", "quý I/2022" },
    { "2022-09-09", "09/09/2022", "ngày 09 tháng 9 năm 2022", "tháng 9/2022", "quý III/2022" },
    { "2022-12-10", "10/12/2022", "ngày 10 tháng 12 năm 2022", "tháng 12/2022", "quý IV/2022" },
  };
  g_autofree char *none = ans_date_format (ANS_DATE_NONE);
  g_autofree char *none_long = ans_date_format_long (ANS_DATE_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsDate date = iso (cases[i].iso);
      g_autofree char *table = ans_date_format (date);
      g_autofree char *document = ans_date_format_long (date);
      g_autofree char *month = ans_month_format (date);
      g_autofree char *quarter = ans_quarter_format (date);

      g_assert_cmpstr (table, ==, cases[i].table);
      g_assert_cmpstr (document, ==, cases[i].document);
      g_assert_cmpstr (month, ==, cases[i].month);
      g_assert_cmpstr (quarter, ==, cases[i].quarter);
    }
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (none_long, ==, "");
  assert_date (ANS_DATE_NONE, "");
}

static void
test_order_and_bounds (void)
{
  static const char *const order[] = { "1939-12-31", "1940",    "1940-01",
                                       "1940-01-01", "1940-02", "1941" };

  g_assert_cmpint (ans_date_compare (ANS_DATE_NONE, iso (order[0])), <, 0);
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpint (ans_date_compare (iso (order[i]), iso (order[i + 1])), <, 0);
      g_assert_cmpint (ans_date_compare (iso (order[i + 1]), iso (order[i])), >, 0);
      g_assert_cmpint (ans_date_compare (iso (order[i]), iso (order[i])), ==, 0);
      /* The text in the book sorts as the date does. */
      g_assert_cmpint (strcmp (order[i], order[i + 1]), <, 0);
    }

  assert_date (ans_date_first_day (iso ("1940")), "1940-01-01");
  assert_date (ans_date_last_day (iso ("1940")), "1940-12-31");
  assert_date (ans_date_first_day (iso ("1940-02")), "1940-02-01");
  assert_date (ans_date_last_day (iso ("1940-02")), "1940-02-29");
  assert_date (ans_date_last_day (iso ("1941-02")), "1941-02-28");
  assert_date (ans_date_last_day (iso ("1941-02-03")), "1941-02-03");
  assert_date (ans_date_first_day (ANS_DATE_NONE), "");
  assert_date (ans_date_last_day (ANS_DATE_NONE), "");

  g_assert_true (ans_date_is_full (iso ("1940-02-03")));
  g_assert_false (ans_date_is_full (iso ("1940-02")));
  g_assert_false (ans_date_is_full (ANS_DATE_NONE));
  g_assert_false (ans_date_is_valid (ANS_DATE_NONE));
  g_assert_false (ans_date_is_valid (ans_date_new (1940, 0, 5)));
  g_assert_false (ans_date_is_valid (ans_date_new (1900, 2, 29)));
  g_assert_true (ans_date_is_valid (ans_date_new (1940, 5, 0)));
}

static void
test_age (void)
{
  static const struct
  {
    const char *birth, *on;
    int age;
    gboolean estimated;
  } cases[] = {
    { "1940-03-10", "2022-05-01", 82, FALSE }, { "1940-03-10", "2022-03-09", 81, FALSE },
    { "1940-03-10", "2022-03-10", 82, FALSE }, { "2012-09-15", "2022-05-31", 9, FALSE },
    { "2012-09-15", "2028-09-15", 16, FALSE }, { "2018-05-20", "2022-05-20", 4, FALSE },
    { "2018-05-20", "2022-05-19", 3, FALSE },  { "1950", "2025-07-05", 75, TRUE },
    { "1950", "2024-12-31", 74, TRUE },        { "1950", "2025-01-01", 75, TRUE },
    { "1950-07", "2025-06-30", 74, TRUE },     { "1950-07", "2025-07-01", 75, TRUE },
    { "2008-02-29", "2024-02-28", 15, FALSE }, { "2008-02-29", "2024-02-29", 16, FALSE },
    { "2008-02-29", "2023-02-28", 14, FALSE }, { "2008-02-29", "2023-03-01", 15, FALSE },
    { "2022-05-05", "2022-05-05", 0, FALSE },  { "2022-05-05", "2022-05-04", -1, FALSE },
    { "1940-03-10", "2022", 81, FALSE },
  };
  gboolean estimated = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s on %s", cases[i].birth, cases[i].on);
      g_assert_cmpint (ans_date_age (iso (cases[i].birth), iso (cases[i].on), &estimated), ==,
                       cases[i].age);
      g_assert_cmpint (estimated, ==, cases[i].estimated);
    }
  g_assert_cmpint (ans_date_age (ANS_DATE_NONE, iso ("2022-05-01"), &estimated), ==, -1);
  g_assert_false (estimated);
  g_assert_cmpint (ans_date_age (iso ("1940-03-10"), ANS_DATE_NONE, NULL), ==, -1);

  assert_date (ans_date_birthday (iso ("2008-02-29"), 15), "2023-03-01");
  assert_date (ans_date_birthday (iso ("2008-02-29"), 16), "2024-02-29");
  assert_date (ans_date_birthday (iso ("1950"), 75), "2025-01-01");
}

/* The age changes on the birthday, and only there. */
static void
test_age_property (void)
{
  AnsDate first = iso ("1999-01-01");

  for (int i = 0; i < 5 * 366; i++)
    {
      AnsDate birth = ans_date_add_days (first, i);

      for (int years = 1; years < 102; years += 5)
        {
          AnsDate day = ans_date_birthday (birth, years);

          g_assert_cmpint (ans_date_age (birth, day, NULL), ==, years);
          g_assert_cmpint (ans_date_age (birth, ans_date_add_days (day, -1), NULL), ==, years - 1);
        }
    }
}

/* Every day of 400 years, against GLib. */
static void
test_every_day (void)
{
  GDate glib;
  AnsDate date = ans_date_new (ANS_DATE_YEAR_MIN, 1, 1);
  int days = ans_date_to_days (date);

  g_assert_cmpint (ans_date_to_days (ans_date_new (1970, 1, 1)), ==, 0);
  assert_date (ans_date_from_days (days - 1), "");
  g_date_clear (&glib, 1);
  g_date_set_dmy (&glib, 1, 1, ANS_DATE_YEAR_MIN);
  while (!ans_date_is_none (date))
    {
      AnsDate again;
      g_autofree char *table = ans_date_format (date);
      g_autofree char *document = ans_date_format_long (date);
      g_autofree char *text = ans_date_to_iso (date);

      g_assert_cmpint (date.year, ==, g_date_get_year (&glib));
      g_assert_cmpint (date.month, ==, g_date_get_month (&glib));
      g_assert_cmpint (date.day, ==, g_date_get_day (&glib));
      g_assert_cmpint (ans_date_to_days (date), ==, days);
      g_assert_true (ans_date_is_valid (date));

      g_assert_true (ans_date_parse (table, &again, NULL));
      g_assert_cmpint (ans_date_compare (date, again), ==, 0);
      g_assert_true (ans_date_parse (document, &again, NULL));
      g_assert_cmpint (ans_date_compare (date, again), ==, 0);
      g_assert_true (ans_date_parse (text, &again, NULL));
      g_assert_cmpint (ans_date_compare (date, again), ==, 0);
      g_assert_true (ans_date_parse_iso (text, &again, NULL));
      g_assert_cmpint (ans_date_compare (date, again), ==, 0);

      date = ans_date_from_days (++days);
      g_date_add_days (&glib, 1);
    }
  g_assert_cmpint (g_date_get_year (&glib), ==, ANS_DATE_YEAR_MAX + 1);
}

static void
test_add (void)
{
  assert_date (ans_date_add_days (iso ("2022-12-31"), 1), "2023-01-01");
  assert_date (ans_date_add_days (iso ("2024-03-01"), -1), "2024-02-29");
  assert_date (ans_date_add_days (iso ("2024-03"), 1), "");
  assert_date (ans_date_add_days (iso ("2199-12-31"), 1), "");
  assert_date (ans_date_add_days (iso ("2199-12-31"), G_MAXINT), "");
  assert_date (ans_date_add_months (iso ("2022-01-31"), 1), "2022-02-28");
  assert_date (ans_date_add_months (iso ("2022-01-31"), -2), "2021-11-30");
  assert_date (ans_date_add_months (iso ("2022-11-15"), 14), "2024-01-15");
  assert_date (ans_date_add_months (iso ("2022-11"), 2), "2023-01");
  assert_date (ans_date_add_months (iso ("2022"), 2), "");
  assert_date (ans_date_add_months (iso ("2199-12-01"), 1), "");
  assert_date (ans_date_add_months (iso ("1800-01-01"), -1), "");
  assert_date (ans_date_add_years (iso ("2024-02-29"), 1), "2025-02-28");
  assert_date (ans_date_add_years (iso ("2024-02-29"), 4), "2028-02-29");
  assert_date (ans_date_add_years (iso ("1940"), 80), "2020");
  assert_date (ans_date_add_years (iso ("1940"), 400), "");
  assert_date (ans_date_add_years (ANS_DATE_NONE, 2000), "");
  g_assert_cmpint (ans_date_days_between (iso ("2022-05-01"), iso ("2023-05-01")), ==, 365);
  g_assert_cmpint (ans_date_days_between (iso ("2022-05-01"), iso ("2022-04-30")), ==, -1);
}

static void
test_serial (void)
{
  assert_date (ans_date_from_serial (1, FALSE), "1900-01-01");
  assert_date (ans_date_from_serial (59, FALSE), "1900-02-28");
  assert_date (ans_date_from_serial (60, FALSE), "");
  assert_date (ans_date_from_serial (61, FALSE), "1900-03-01");
  assert_date (ans_date_from_serial (44682, FALSE), "2022-05-01");
  assert_date (ans_date_from_serial (43220, TRUE), "2022-05-01");
  assert_date (ans_date_from_serial (0, TRUE), "1904-01-01");
  assert_date (ans_date_from_serial (0, FALSE), "");
  assert_date (ans_date_from_serial (-5, FALSE), "");
  assert_date (ans_date_from_serial (G_MAXINT, FALSE), "");
  g_assert_cmpint (ans_date_to_serial (iso ("1900-01-01")), ==, 1);
  g_assert_cmpint (ans_date_to_serial (iso ("1900-02-28")), ==, 59);
  g_assert_cmpint (ans_date_to_serial (iso ("1900-03-01")), ==, 61);
  g_assert_cmpint (ans_date_to_serial (iso ("2022-05-01")), ==, 44682);
  g_assert_cmpint (ans_date_to_serial (iso ("1899-12-31")), ==, 0);
  g_assert_cmpint (ans_date_to_serial (iso ("2022-05")), ==, 0);
}

static void
test_today (void)
{
  AnsDate today;

  g_setenv ("ANS_TODAY", "2022-05-05", TRUE);
  assert_date (ans_date_today (), "2022-05-05");
  /* Not a day: the clock's. */
  g_setenv ("ANS_TODAY", "2022", TRUE);
  today = ans_date_today ();
  g_assert_true (ans_date_is_full (today));
  g_assert_cmpint (today.year, >=, 2024);
  g_unsetenv ("ANS_TODAY");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/refuse", test_refuse);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/order-and-bounds", test_order_and_bounds);
  g_test_add_func ("/date/age", test_age);
  g_test_add_func ("/date/age-property", test_age_property);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/add", test_add);
  g_test_add_func ("/date/serial", test_serial);
  g_test_add_func ("/date/today", test_today);
  return g_test_run ();
}
