/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Years outside of these are taken for typing errors. */
#define ANS_DATE_YEAR_MIN 1800
#define ANS_DATE_YEAR_MAX 2199

/**
 * AnsDate:
 * @year: 1800–2199; 0: no date at all
 * @month: 1–12; 0: only the year is known
 * @day: 1–31; 0: the day is not known
 *
 * A date of which a part may be unknown, as is common for old people. All zero is no date. A day
 * without a month, or a month without a year, is never made by these functions.
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} AnsDate;

#define ANS_DATE_NONE ((AnsDate) { 0, 0, 0 })

/* --- reading and writing ---------------------------------------------------------------------- */

/**
 * ans_date_parse:
 * @typed: (nullable): what a person typed or a workbook holds
 * @out: (out): the date, ANS_DATE_NONE if it can't be read
 * @error: return location for an #AnsTextError
 *
 * Reads days (5/5/2022, 05-05-2022, 5.5.2022, 5 5 2022, 05052022, “ngày 5 tháng 5 năm 2022”),
 * months (3/1940, 03-1940, “tháng 3 năm 1940”), years (1940) and ISO dates (2022-05-01, 2022-05,
 * 20220501). An unknown part may be written 0, 00, ?, x, … or left out: ?/05/1948, 00/00/1948. A
 * time of day after the date is ignored.
 *
 * A year of two digits is taken only after a day and a month, and means the latest such year that
 * is not more than ten years after today: in 2026, 5/5/22 is 2022, 5/5/36 is 2036, 5/5/40 is 1940.
 *
 * Nothing else is guessed: a date that doesn't exist, an empty text or numbers that could be
 * several dates are errors.
 *
 * Returns: whether @out is a date
 */
gboolean ans_date_parse (const char *typed, AnsDate *out, GError **error);

/**
 * ans_date_parse_iso:
 * @iso: (nullable): 2022-05-01, 2022-05 or 2022
 * @out: (out): the date, ANS_DATE_NONE if it can't be read
 * @error: return location for an #AnsTextError
 *
 * Reads exactly what ans_date_to_iso() writes. NULL and the empty text are errors; a caller for
 * whom no date is fine can ignore the result.
 *
 * Returns: whether @out is a date
 */
gboolean ans_date_parse_iso (const char *iso, AnsDate *out, GError **error);

/**
 * ans_date_to_iso:
 *
 * Returns: (transfer full): “1940”, “1940-03” or “1940-03-10”; "" for no date. Sorts as text.
 */
char *ans_date_to_iso (AnsDate date);

/**
 * ans_date_format:
 *
 * Returns: (transfer full): for tables: “1940”, “03/1940” or “10/03/1940”; "" for no date
 */
char *ans_date_format (AnsDate date);

/**
 * ans_date_format_long:
 *
 * The form for documents (Decree 30/2020/NĐ-CP, annex I): days below 10 and the months 1 and 2 have
 * a leading zero.
 *
 * Returns: (transfer full): “ngày 05 tháng 02 năm 2022”, “tháng 5 năm 2022”, “năm 2022”; "" for no
 * date
 */
char *ans_date_format_long (AnsDate date);

/**
 * ans_month_format:
 *
 * Returns: (transfer full): “tháng 5/2022”; without a month “năm 2022”; "" for no date
 */
char *ans_month_format (AnsDate date);

/**
 * ans_quarter_format:
 *
 * Returns: (transfer full): “quý II/2022”; without a month “năm 2022”; "" for no date
 */
char *ans_quarter_format (AnsDate date);

/* --- asking ----------------------------------------------------------------------------------- */

/* Makes a date; unknown parts are 0. */
static inline AnsDate
ans_date_new (int year, int month, int day)
{
  return (AnsDate) { (guint16) year, (guint8) month, (guint8) day };
}

/* Whether there is no date. */
static inline gboolean
ans_date_is_none (AnsDate date)
{
  return date.year == 0;
}

/* Whether year, month and day are known. */
static inline gboolean
ans_date_is_full (AnsDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

/**
 * ans_date_is_valid:
 *
 * Returns: whether it is a date that exists, full or partial; no date is not valid
 */
gboolean ans_date_is_valid (AnsDate date);

/**
 * ans_date_compare:
 *
 * A total order: no date first, then by year, month and day, an unknown part before the known ones.
 *
 * Returns: negative, 0 or positive
 */
int ans_date_compare (AnsDate a, AnsDate b);

/**
 * ans_date_first_day:
 *
 * Returns: the first day that the date can be: 1940 gives 01/01/1940. No date gives no date.
 */
AnsDate ans_date_first_day (AnsDate date);

/**
 * ans_date_last_day:
 *
 * Returns: the last day that the date can be: 02/1940 gives 29/02/1940. No date gives no date.
 */
AnsDate ans_date_last_day (AnsDate date);

/**
 * ans_date_days_in_month:
 * @month: 1–12
 *
 * Returns: 28–31; 0 if there is no such month
 */
int ans_date_days_in_month (int year, int month);

/**
 * ans_date_quarter:
 *
 * Returns: 1–4; 0 if the month is not known
 */
int ans_date_quarter (AnsDate date);

/* --- age -------------------------------------------------------------------------------------- */

/**
 * ans_date_age:
 * @birth: date of birth, may be partial
 * @on: the day on which the age is asked; if partial, its first day is meant
 * @estimated: (out) (optional): whether a part of @birth is unknown (“tuổi ước tính”)
 *
 * Completed years (“đủ n tuổi”). An unknown day or month of birth counts as 01 (Decree
 * 135/2020/NĐ-CP, article 3.3: only the year known means 01/01). Someone born on 29/02 completes
 * the year on 01/03 in common years.
 *
 * Returns: the age in years; -1 if there is no date of birth or it is after @on
 */
int ans_date_age (AnsDate birth, AnsDate on, gboolean *estimated);

/**
 * ans_date_birthday:
 * @birth: date of birth, may be partial
 * @years: an age
 *
 * Returns: the day on which ans_date_age() becomes @years; no date if @birth is none
 */
AnsDate ans_date_birthday (AnsDate birth, int years);

/* --- reckoning -------------------------------------------------------------------------------- */

/**
 * ans_date_today:
 *
 * The local day. The environment variable ANS_TODAY (an ISO day) takes its place, for tests.
 *
 * Returns: a full date
 */
AnsDate ans_date_today (void);

/**
 * ans_date_add_days:
 * @days: may be negative
 *
 * Returns: the day so many days later. A partial date, and a result outside of the years
 * 1800–2199, give no date.
 */
AnsDate ans_date_add_days (AnsDate date, int days);

/**
 * ans_date_add_months:
 * @months: may be negative
 *
 * The day is kept, or is the last of the month where the month is shorter: 31/01 + 1 is 28/02. A
 * date of a month gives a month.
 *
 * Returns: the date so many months later; no date if the month is unknown or the year out of range
 */
AnsDate ans_date_add_months (AnsDate date, int months);

/**
 * ans_date_add_years:
 * @years: may be negative
 *
 * 29/02 becomes 28/02 in a common year; for ages see ans_date_birthday().
 *
 * Returns: the date so many years later, as partial as @date; no date if the year is out of range
 */
AnsDate ans_date_add_years (AnsDate date, int years);

/**
 * ans_date_to_days:
 * @date: a full date; of a partial one the first day is meant
 *
 * Returns: days since 01/01/1970, negative before it; G_MININT for no date
 */
int ans_date_to_days (AnsDate date);

/**
 * ans_date_from_days:
 * @days: days since 01/01/1970
 *
 * Returns: the day; no date outside of the years 1800–2199
 */
AnsDate ans_date_from_days (int days);

/**
 * ans_date_days_between:
 *
 * Returns: the days from @from to @to, negative if @to is earlier; 0 if one of them is no date
 */
int ans_date_days_between (AnsDate from, AnsDate to);

/**
 * ans_date_from_serial:
 * @serial: the day number of a workbook's cell, without its time of day
 * @is_1904: whether the workbook counts from 1904
 *
 * Workbooks that count from 1900 take that year for a leap year: number 60 is a day that never was
 * and gives no date; from 61 on the numbers are right.
 *
 * Returns: the day; no date if the number is none
 */
AnsDate ans_date_from_serial (int serial, gboolean is_1904);

/**
 * ans_date_to_serial:
 * @date: a full date
 *
 * Returns: the day number for a workbook that counts from 1900; 0 for a partial date and for days
 * before 01/01/1900
 */
int ans_date_to_serial (AnsDate date);

G_END_DECLS
