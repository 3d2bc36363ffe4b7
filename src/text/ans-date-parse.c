/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "text/ans-date.h"
#include "text/ans-fold.h"
#include "text/ans-text-error.h"

/*
 * A typed date is folded (so that “Ngày … tháng … năm …” is plain), cut into at most three parts,
 * and each part is a number with its count of digits, or unknown.
 */

typedef struct
{
  int value;  /* 0: unknown */
  int digits; /* 0: unknown, written ? or … or not at all */
} Part;

static gboolean
fail (GError **error, AnsTextError code, const char *message)
{
  g_set_error_literal (error, ANS_TEXT_ERROR, (gint) code, message);
  return FALSE;
}

static gboolean
fail_format (GError **error, const char *typed)
{
  g_autofree char *start = ans_text_excerpt (typed);

  g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_FORMAT,
               /* Translators: %s is what was typed; leave the numbers as they are */
               _ ("“%s” can't be read as a date. Write it as 10/03/1940, 03/1940 or 1940."), start);
  return FALSE;
}

static gboolean
check (AnsDate date, AnsDate *out, GError **error)
{
  if (date.year < ANS_DATE_YEAR_MIN || date.year > ANS_DATE_YEAR_MAX)
    {
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_RANGE,
                   /* Translators: three years */
                   _ ("The year %d is not between %d and %d."), date.year, ANS_DATE_YEAR_MIN,
                   ANS_DATE_YEAR_MAX);
      return FALSE;
    }
  if (date.month > 12)
    {
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_IMPOSSIBLE,
                   /* Translators: %d is the number of a month that doesn't exist */
                   _ ("There is no month %d. Write day/month/year."), date.month);
      return FALSE;
    }
  if (date.month == 0 && date.day != 0)
    return fail (error, ANS_TEXT_ERROR_FORMAT,
                 _ ("The day is given but not the month. Write the month too, or only the year."));
  if (!ans_date_is_valid (date))
    {
      if (date.month == 2 && date.day == 29)
        g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_IMPOSSIBLE,
                     /* Translators: %d is a year */
                     _ ("February %d has no day 29; it is not a leap year."), date.year);
      else
        g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_IMPOSSIBLE,
                     /* Translators: month/year, then the day that it doesn't have, then its last */
                     _ ("Month %d/%d has no day %d; its last day is %d."), date.month, date.year,
                     date.day, ans_date_days_in_month (date.year, date.month));
      return FALSE;
    }
  *out = date;
  return TRUE;
}

/* Numbers that were too large for a byte must not wrap into a good date. */
static gboolean
check_numbers (int year, int month, int day, AnsDate *out, GError **error)
{
  return check (ans_date_new (MIN (year, 9999), MIN (month, 99), MIN (day, 99)), out, error);
}

static int
full_year (Part year)
{
  int today = ans_date_today ().year;
  int full;

  if (year.digits != 2)
    return year.value;
  full = (today + 10) / 100 * 100 + year.value;
  return full > today + 10 ? full - 100 : full;
}

/* Digits without separators. */
static gboolean
parse_digits (const char *digits, const char *typed, AnsDate *out, GError **error)
{
  int n = (int) strlen (digits);
  int value, front;

  if (n == 4)
    return check_numbers (atoi (digits), 0, 0, out, error);
  if (n != 8)
    {
      if (n == 6)
        return fail (error, ANS_TEXT_ERROR_AMBIGUOUS,
                     _ ("Six digits can be several dates. Write it as 10/03/1940 or 03/1940."));
      return fail_format (error, typed);
    }

  /* 05052022 or 20220501: never both, as 18–21 is no month and years begin with 18–21. */
  value = atoi (digits);
  front = value / 10000;
  if (front >= ANS_DATE_YEAR_MIN && front <= ANS_DATE_YEAR_MAX &&
      ans_date_is_valid (ans_date_new (front, value / 100 % 100, value % 100)) && value % 100 != 0)
    return check_numbers (front, value / 100 % 100, value % 100, out, error);
  return check_numbers (value % 10000, value / 10000 % 100, value / 1000000, out, error);
}

static gboolean
is_blank (gunichar c)
{
  return c == '?' || c == '*' || c == '_' || c == 'x' || c == 0x2026;
}

/* Reads one part; a part of nothing but signs for “unknown”, or zeros, is unknown. */
static gboolean
read_part (const char *text, Part *part)
{
  gboolean blank = FALSE;

  *part = (Part) { 0 };
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        continue;
      if (is_blank (c))
        blank = TRUE;
      else if (c >= '0' && c <= '9' && part->digits < 4)
        {
          part->value = part->value * 10 + (int) (c - '0');
          part->digits++;
        }
      else
        return FALSE;
    }
  return !(blank && part->digits > 0);
}

/* Rewrites “ngày 5 tháng 5 năm 2022” as 5/5/2022. FALSE: there are other words. */
static gboolean
drop_words (char *text)
{
  static const struct
  {
    const char *word;
    char instead;
  } words[] = {
    { "ngay", ' ' }, { "mung", ' ' },  { "mong", ' ' },
    { "sinh", ' ' }, { "thang", '/' }, { "nam", '/' },
  };
  char *out = text;
  const char *p = text;

  while (*p != '\0')
    {
      gsize n = 0;
      gboolean found = FALSE;

      while (g_ascii_isalpha (p[n]))
        n++;
      /* x stands for an unknown digit. */
      if (n == 0 || strspn (p, "x") == n)
        {
          n = MAX (n, 1);
          memmove (out, p, n);
          out += n;
          p += n;
          continue;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (words) && !found; i++)
        {
          if (strlen (words[i].word) == n && strncmp (p, words[i].word, n) == 0)
            {
              *out++ = words[i].instead;
              found = TRUE;
            }
        }
      if (!found)
        return FALSE;
      p += n;
    }
  *out = '\0';
  return TRUE;
}

/* Cuts off “T00:00:00”, “ 00:00” and the like, which exports add to a date. */
static void
drop_time (char *text)
{
  char *colon = strchr (text, ':');
  char *p = colon;

  if (colon == NULL || colon - text < 3)
    return;
  while (p > text && g_ascii_isdigit (p[-1]))
    p--;
  if (p == colon || colon - p > 2 || p == text || (p[-1] != ' ' && p[-1] != 't') ||
      strspn (colon, ":0123456789.z") != strlen (colon))
    return;
  p[-1] = '\0';
}

/* A slash separates where there is one; else hyphens; else dots; else spaces. */
static char **
cut (char *text)
{
  static const char separators[] = "/\\-. ";
  const char *at = separators;

  while (*at != '\0' && strchr (text, *at) == NULL)
    at++;
  if (*at == '\0')
    return g_strsplit (text, "/", 4);
  return g_strsplit (text, (char[2]) { *at, '\0' }, 4);
}

gboolean
ans_date_parse (const char *typed, AnsDate *out, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  Part parts[3];
  char *start;
  guint n = 0;

  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *out = ANS_DATE_NONE;
  text = ans_fold (typed);
  if (text[0] == '\0')
    return fail (error, ANS_TEXT_ERROR_EMPTY, _ ("The date is missing."));

  drop_time (text);
  if (!drop_words (text))
    return fail_format (error, typed);
  g_strstrip (text);
  if (text[strspn (text, "0123456789")] == '\0')
    return parse_digits (text, typed, out, error);

  /* “tháng 5” begins with what was a word; an empty part before it is no unknown day. */
  start = text;
  if (*start == '/')
    start++;
  pieces = cut (start);
  for (; pieces[n] != NULL; n++)
    {
      if (n == 3 || !read_part (pieces[n], &parts[n]))
        return fail_format (error, typed);
    }

  if (n == 1 && parts[0].digits == 4)
    return check_numbers (parts[0].value, 0, 0, out, error);
  if (n == 2 && parts[0].digits == 4 && parts[1].digits <= 2)
    return check_numbers (parts[0].value, parts[1].value, 0, out, error);
  if (n == 2 && parts[0].digits <= 2 && parts[1].digits == 4)
    return check_numbers (parts[1].value, parts[0].value, 0, out, error);
  if (n == 2 && parts[0].digits <= 2 && parts[1].digits > 0 && parts[1].digits <= 2)
    return fail (error, ANS_TEXT_ERROR_AMBIGUOUS,
                 _ ("The year is missing or has two digits only. Write day/month/year, or "
                    "month/year with four digits."));
  if (n == 3 && parts[0].digits == 4 && parts[1].digits <= 2 && parts[2].digits <= 2)
    return check_numbers (parts[0].value, parts[1].value, parts[2].value, out, error);
  if (n == 3 && parts[0].digits <= 2 && parts[1].digits <= 2 &&
      (parts[2].digits == 4 ||
       (parts[2].digits == 2 && parts[0].value != 0 && parts[1].value != 0)))
    return check_numbers (full_year (parts[2]), parts[1].value, parts[0].value, out, error);
  return fail_format (error, typed);
}

static gboolean
read_number (const char *text, int digits, int *value)
{
  *value = 0;
  for (int i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + text[i] - '0';
    }
  return TRUE;
}

gboolean
ans_date_parse_iso (const char *iso, AnsDate *out, GError **error)
{
  gsize n = iso != NULL ? strlen (iso) : 0;
  int year = 0, month = 0, day = 0;
  gboolean good;

  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *out = ANS_DATE_NONE;
  if (n == 0)
    return fail (error, ANS_TEXT_ERROR_EMPTY, _ ("The date is missing."));

  good = (n == 4 || n == 7 || n == 10) && read_number (iso, 4, &year);
  if (good && n >= 7)
    good = iso[4] == '-' && read_number (iso + 5, 2, &month) && month != 0;
  if (good && n == 10)
    good = iso[7] == '-' && read_number (iso + 8, 2, &day) && day != 0;
  if (!good)
    {
      g_autofree char *start = ans_text_excerpt (iso);

      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_FORMAT,
                   /* Translators: %s is what was given; leave the numbers as they are */
                   _ ("“%s” is not a date in the form 2022-05-01, 2022-05 or 2022."), start);
      return FALSE;
    }
  return check_numbers (year, month, day, out, error);
}
