/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-date.h"

#include <time.h>

#include <string.h>

/* Dates as numbers: everything but reading what was typed, which is in ans-date-parse.c. */

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
ans_date_days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;
  return days[month - 1] + (month == 2 && is_leap (year));
}

gboolean
ans_date_is_valid (AnsDate date)
{
  if (date.year < ANS_DATE_YEAR_MIN || date.year > ANS_DATE_YEAR_MAX || date.month > 12)
    return FALSE;
  if (date.month == 0)
    return date.day == 0;
  return date.day <= ans_date_days_in_month (date.year, date.month);
}

int
ans_date_compare (AnsDate a, AnsDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  return 0;
}

AnsDate
ans_date_first_day (AnsDate date)
{
  if (ans_date_is_none (date))
    return ANS_DATE_NONE;
  return ans_date_new (date.year, MAX (date.month, 1), MAX (date.day, 1));
}

AnsDate
ans_date_last_day (AnsDate date)
{
  int month = date.month != 0 ? date.month : 12;

  if (ans_date_is_none (date))
    return ANS_DATE_NONE;
  return ans_date_new (date.year, month,
                       date.day != 0 ? date.day : ans_date_days_in_month (date.year, month));
}

int
ans_date_quarter (AnsDate date)
{
  return (date.month + 2) / 3;
}

/* --- writing ---------------------------------------------------------------------------------- */

char *
ans_date_to_iso (AnsDate date)
{
  if (ans_date_is_none (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02d", date.year, date.month);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

char *
ans_date_format (AnsDate date)
{
  if (ans_date_is_none (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%02d/%04d", date.month, date.year);
  return g_strdup_printf ("%02d/%02d/%04d", date.day, date.month, date.year);
}

char *
ans_date_format_long (AnsDate date)
{
  /* Not 0x for the other months: one digit can't be made into another there. */
  const char *zero = date.month <= 2 ? "0" : "";

  if (ans_date_is_none (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("năm %d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("tháng %s%d năm %d", zero, date.month, date.year);
  return g_strdup_printf ("ngày %02d tháng %s%d năm %d", date.day, zero, date.month, date.year);
}

char *
ans_month_format (AnsDate date)
{
  if (ans_date_is_none (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("năm %d", date.year);
  return g_strdup_printf ("tháng %d/%d", date.month, date.year);
}

char *
ans_quarter_format (AnsDate date)
{
  static const char *const roman[] = { "", "I", "II", "III", "IV" };

  if (ans_date_is_none (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("năm %d", date.year);
  return g_strdup_printf ("quý %s/%d", roman[ans_date_quarter (date)], date.year);
}

/* --- age -------------------------------------------------------------------------------------- */

int
ans_date_age (AnsDate birth, AnsDate on, gboolean *estimated)
{
  AnsDate from = ans_date_first_day (birth);
  AnsDate to = ans_date_first_day (on);
  int age;

  if (estimated != NULL)
    *estimated = !ans_date_is_none (birth) && !ans_date_is_full (birth);
  if (ans_date_is_none (from) || ans_date_is_none (to) || ans_date_compare (from, to) > 0)
    return -1;

  /* 28/02 is before 29/02, so that a birthday on 29/02 falls on 01/03 in common years. */
  age = to.year - from.year;
  if (to.month < from.month || (to.month == from.month && to.day < from.day))
    age--;
  return age;
}

AnsDate
ans_date_birthday (AnsDate birth, int years)
{
  AnsDate day = ans_date_first_day (birth);

  if (ans_date_is_none (day) || day.year + years < ANS_DATE_YEAR_MIN ||
      day.year + years > ANS_DATE_YEAR_MAX)
    return ANS_DATE_NONE;
  day.year = (guint16) (day.year + years);
  if (!ans_date_is_valid (day))
    return ans_date_new (day.year, 3, 1);
  return day;
}

/* --- reckoning -------------------------------------------------------------------------------- */

/* Years counted from March, so that the leap day is the last; eras of 400 years = 146097 days. */
int
ans_date_to_days (AnsDate date)
{
  AnsDate d = ans_date_first_day (date);
  int year, era, of_era, of_year;

  if (ans_date_is_none (d))
    return G_MININT;
  year = d.month > 2 ? d.year : d.year - 1;
  era = year / 400;
  of_year = (153 * (d.month > 2 ? d.month - 3 : d.month + 9) + 2) / 5 + d.day - 1;
  of_era = (year % 400) * 365 + (year % 400) / 4 - (year % 400) / 100 + of_year;
  return era * 146097 + of_era - 719468;
}

AnsDate
ans_date_from_days (int days)
{
  int of_era, year_of_era, of_year, era, month, year;

  if (days < ans_date_to_days (ans_date_new (ANS_DATE_YEAR_MIN, 1, 1)) ||
      days > ans_date_to_days (ans_date_new (ANS_DATE_YEAR_MAX, 12, 31)))
    return ANS_DATE_NONE;

  days += 719468;
  era = days / 146097;
  of_era = days % 146097;
  year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month = (5 * of_year + 2) / 153;
  year = era * 400 + year_of_era + (month >= 10);
  return ans_date_new (year, month < 10 ? month + 3 : month - 9,
                       of_year - (153 * month + 2) / 5 + 1);
}

AnsDate
ans_date_add_days (AnsDate date, int days)
{
  gint64 sum;

  if (!ans_date_is_full (date))
    return ANS_DATE_NONE;
  sum = (gint64) ans_date_to_days (date) + days;
  if (sum != (int) sum)
    return ANS_DATE_NONE;
  return ans_date_from_days ((int) sum);
}

AnsDate
ans_date_add_months (AnsDate date, int months)
{
  gint64 sum;
  AnsDate result;

  if (ans_date_is_none (date) || date.month == 0)
    return ANS_DATE_NONE;
  sum = (gint64) date.year * 12 + date.month - 1 + months;
  if (sum < ANS_DATE_YEAR_MIN * 12 || sum >= (ANS_DATE_YEAR_MAX + 1) * 12)
    return ANS_DATE_NONE;
  result = ans_date_new ((int) (sum / 12), (int) (sum % 12) + 1, 0);
  result.day = (guint8) MIN (date.day, ans_date_days_in_month (result.year, result.month));
  return result;
}

AnsDate
ans_date_add_years (AnsDate date, int years)
{
  gint64 year = (gint64) date.year + years;

  if (ans_date_is_none (date) || year < ANS_DATE_YEAR_MIN || year > ANS_DATE_YEAR_MAX)
    return ANS_DATE_NONE;
  date.year = (guint16) year;
  if (date.month != 0)
    date.day = (guint8) MIN (date.day, ans_date_days_in_month (date.year, date.month));
  return date;
}

int
ans_date_days_between (AnsDate from, AnsDate to)
{
  if (ans_date_is_none (from) || ans_date_is_none (to))
    return 0;
  return ans_date_to_days (to) - ans_date_to_days (from);
}

AnsDate
ans_date_today (void)
{
  const char *pinned = g_getenv ("ANS_TODAY");
  time_t now;
  struct tm here;
  AnsDate today;

  if (pinned != NULL && ans_date_parse_iso (pinned, &today, NULL) && ans_date_is_full (today))
    return today;
  /* Not GDateTime, which reads the time zone from disk each time: validation asks for every row. */
  now = time (NULL);
  localtime_r (&now, &here);
  return ans_date_new (here.tm_year + 1900, here.tm_mon + 1, here.tm_mday);
}

/* Day 0 of workbooks that count from 1900 (as right from March 1900 on) and from 1904. */
#define SERIAL_1900_TO_1970 25569
#define SERIAL_1904_TO_1970 24107

AnsDate
ans_date_from_serial (int serial, gboolean is_1904)
{
  if (serial < 0 || serial > 200000)
    return ANS_DATE_NONE;
  if (is_1904)
    return ans_date_from_days (serial - SERIAL_1904_TO_1970);
  if (serial == 0 || serial == 60)
    return ANS_DATE_NONE;
  return ans_date_from_days (serial - SERIAL_1900_TO_1970 + (serial < 60));
}

int
ans_date_to_serial (AnsDate date)
{
  int serial;

  if (!ans_date_is_full (date) || date.year < 1900)
    return 0;
  serial = ans_date_to_days (date) + SERIAL_1900_TO_1970;
  return serial > 60 ? serial : serial - 1;
}
