/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-number-format.h"

#include <math.h>
#include <string.h>

#define SECONDS_PER_DAY 86400
/* 31 December 9999, the last day a spreadsheet knows. */
#define LAST_SERIAL 2958465
/* Days from the 1900 system to the 1904 system. */
#define DAYS_TO_1904 1462
/* A pattern longer than this arranges no number of ours. */
#define MAX_DIGITS 40u

static const char *const builtin_codes[] = {
  [9] = "0%",
  [10] = "0.00%",
  [14] = "mm-dd-yy",
  [15] = "d-mmm-yy",
  [16] = "d-mmm",
  [17] = "mmm-yy",
  [18] = "h:mm AM/PM",
  [19] = "h:mm:ss AM/PM",
  [20] = "h:mm",
  [21] = "h:mm:ss",
  [22] = "m/d/yy h:mm",
  /* East Asian dates; which parts they show differs by language, so all are taken. */
  [27] = "yyyy-mm-dd",
  [28] = "yyyy-mm-dd",
  [29] = "yyyy-mm-dd",
  [30] = "m-d-yy",
  [31] = "yyyy-mm-dd",
  [32] = "h:mm",
  [33] = "h:mm:ss",
  [34] = "h:mm",
  [35] = "h:mm:ss",
  [36] = "yyyy-mm-dd",
  [45] = "mm:ss",
  [46] = "[h]:mm:ss",
  [47] = "mmss.0",
  [50] = "yyyy-mm-dd",
  [51] = "yyyy-mm-dd",
  [52] = "yyyy-mm-dd",
  [53] = "yyyy-mm-dd",
  [54] = "yyyy-mm-dd",
  [55] = "yyyy-mm-dd",
  [56] = "yyyy-mm-dd",
  [57] = "yyyy-mm-dd",
  [58] = "yyyy-mm-dd",
};

const char *
ans_number_format_builtin (guint id)
{
  return id < G_N_ELEMENTS (builtin_codes) ? builtin_codes[id] : NULL;
}

/* What the scan of a code has met so far. */
typedef struct
{
  AnsNumberFormat *format;
  GString *digits;
  /* The last date or time letter, to tell minutes from months. */
  char last;
  gboolean month_pending;
  gboolean has_placeholder;
  gboolean has_other;
} Scan;

static void
scan_bracket (Scan *scan, const char *inside, gsize length)
{
  gboolean is_unit = length > 0;

  for (gsize i = 0; i < length; i++)
    is_unit = is_unit && strchr ("hms", g_ascii_tolower (inside[i])) != NULL;
  /* Colours, conditions and languages say nothing about dates. */
  if (!is_unit)
    return;
  scan->format->is_time = TRUE;
  scan->format->is_elapsed = TRUE;
  scan->last = 'h';
}

static void
scan_date_letter (Scan *scan, char letter)
{
  switch (letter)
    {
    case 'y':
    case 'e':
      scan->format->has_year = TRUE;
      break;
    case 'd':
      scan->format->has_day = TRUE;
      break;
    case 'm':
      if (scan->last == 'h')
        scan->format->is_time = TRUE;
      else
        scan->month_pending = TRUE;
      break;
    case 's':
      /* "mm:ss": the m before was minutes. */
      if (scan->last == 'm')
        scan->month_pending = FALSE;
      scan->format->is_time = TRUE;
      break;
    default:
      scan->format->is_time = TRUE;
      break;
    }
  if (letter != 'm' && letter != 's' && scan->month_pending)
    {
      scan->format->has_month = TRUE;
      scan->month_pending = FALSE;
    }
  scan->last = letter;
}

/* A piece that is shown as it is. In a pattern of digits only what could belong to a number. */
static void
scan_literal (Scan *scan, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && strchr (" .-", text[i]) == NULL)
      {
        scan->has_other = TRUE;
        return;
      }
  for (gsize i = 0; i < length; i++)
    {
      /* Marked, for a literal 0 is not a placeholder. */
      g_string_append_c (scan->digits, '\\');
      g_string_append_c (scan->digits, text[i]);
    }
}

static const char *
scan_word (Scan *scan, const char *at)
{
  static const char *const words[] = { "general", "am/pm", "a/p" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (at, words[i], strlen (words[i])) == 0)
      {
        scan->has_other = TRUE;
        if (i > 0)
          scan->format->is_time = TRUE;
        return at + strlen (words[i]);
      }
  return NULL;
}

static const char *
scan_one (Scan *scan, const char *at)
{
  const char *after = scan_word (scan, at);
  char letter = g_ascii_tolower (*at);

  if (after != NULL)
    return after;
  switch (letter)
    {
    case '"':
      after = strchr (at + 1, '"');
      if (after == NULL)
        return at + strlen (at);
      scan_literal (scan, at + 1, (gsize) (after - at - 1));
      return after + 1;
    case '\\':
      if (at[1] == '\0')
        return at + 1;
      after = g_utf8_next_char (at + 1);
      scan_literal (scan, at + 1, (gsize) (after - at - 1));
      return after;
    case '_':
    case '*':
      /* A blank as wide as the next character; a filler. */
      return at[1] == '\0' ? at + 1 : g_utf8_next_char (at + 1);
    case '[':
      after = strchr (at, ']');
      if (after == NULL)
        return at + strlen (at);
      scan_bracket (scan, at + 1, (gsize) (after - at - 1));
      return after + 1;
    case '0':
    case '#':
    case '?':
      scan->has_placeholder = TRUE;
      g_string_append_c (scan->digits, letter == '0' ? '0' : '#');
      return at + 1;
    case 'e':
      if (at[1] == '+' || at[1] == '-')
        {
          scan->has_other = TRUE;
          return at + 2;
        }
      G_GNUC_FALLTHROUGH;
    case 'y':
    case 'm':
    case 'd':
    case 'h':
    case 's':
      scan->has_other = TRUE;
      /* "0 d" is no date: digits never come before the parts of a date. */
      if (!scan->has_placeholder)
        scan_date_letter (scan, letter);
      while (g_ascii_tolower (*at) == letter)
        at++;
      return at;
    case '%':
      scan->format->is_percent = TRUE;
      scan->has_other = TRUE;
      return at + 1;
    case ' ':
    case '-':
      scan_literal (scan, at, 1);
      return at + 1;
    default:
      scan->has_other = TRUE;
      return g_utf8_next_char (at);
    }
}

/* "0000" and "0###" fill up with zeros, a literal 0 stands before: other patterns only part. */
static gboolean
adds_zeros (const char *pattern)
{
  const char *first = NULL;
  guint places = 0;

  for (; *pattern != '\0'; pattern++)
    {
      if (*pattern == '\\')
        {
          pattern++;
          if (g_ascii_isdigit (*pattern))
            return TRUE;
          continue;
        }
      if (first == NULL)
        first = pattern;
      places++;
    }
  return places > 1 && *first == '0';
}

void
ans_number_format_parse (AnsNumberFormat *format, const char *code)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  Scan scan = { .format = format, .digits = digits };

  g_return_if_fail (format != NULL);

  memset (format, 0, sizeof *format);
  if (code == NULL)
    return;
  while (*code != '\0' && *code != ';')
    code = scan_one (&scan, code);

  if (scan.month_pending)
    format->has_month = TRUE;
  format->is_date = format->has_day || format->has_month || format->has_year;
  if (format->is_elapsed)
    format->is_date = FALSE;
  /* Worth keeping only where it shows more than the plain number would. */
  if (scan.has_placeholder && !scan.has_other && digits->len <= MAX_DIGITS &&
      adds_zeros (digits->str))
    format->digits = g_strdup (digits->str);
}

void
ans_number_format_clear (AnsNumberFormat *format)
{
  g_clear_pointer (&format->digits, g_free);
}

static gboolean
is_whole (double number)
{
  return !(number < floor (number)) && !(number > floor (number));
}

gboolean
ans_number_is_imprecise (double number)
{
  return is_whole (number) && fabs (number) >= 1e15;
}

void
ans_number_append_text (GString *text, double number)
{
  char plain[64];

  if (is_whole (number) && number >= 0 && number < 1e15)
    {
      guint64 rest = (guint64) number;
      guint at = sizeof plain;

      /* By far the most numbers; printf would take a tenth of all the time of reading. */
      do
        plain[--at] = (char) ('0' + rest % 10);
      while ((rest /= 10) > 0);
      g_string_append_len (text, plain + at, (gssize) (sizeof plain - at));
      return;
    }
  if (is_whole (number) && fabs (number) < 1e21)
    {
      g_snprintf (plain, sizeof plain, "%.0f", number);
      g_string_append (text, plain);
      return;
    }
  g_ascii_formatd (plain, sizeof plain, "%.15g", number);
  /* Small amounts are not to be read as powers of ten. */
  if (strchr (plain, 'e') != NULL && fabs (number) < 1.0 && fabs (number) > 1e-15)
    {
      gsize length;

      g_ascii_formatd (plain, sizeof plain, "%.20f", number);
      length = strlen (plain);
      while (plain[length - 1] == '0')
        plain[--length] = '\0';
    }
  g_strdelimit (plain, ".", ',');
  g_string_append (text, plain);
}

/* Puts the digits of a whole number into the places of a pattern, from the right. */
static gboolean
append_pattern (GString *text, const char *pattern, double number)
{
  char digits[32];
  gsize places = 0, n_digits, first;
  gboolean started = FALSE;

  if (!is_whole (number) || number < 0 || number >= 1e15)
    return FALSE;
  n_digits = (gsize) g_snprintf (digits, sizeof digits, "%.0f", number);
  for (const char *at = pattern; *at != '\0'; at++)
    {
      if (*at == '\\')
        at++;
      else
        places++;
    }
  if (n_digits > places)
    first = 0;
  else
    first = places - n_digits;

  /* Digits that find no place of their own stand before the first place. */
  for (gsize place = 0; *pattern != '\0'; pattern++)
    {
      if (*pattern == '\\')
        {
          g_string_append_c (text, *++pattern);
          continue;
        }
      if (place == 0 && n_digits > places)
        g_string_append_len (text, digits, (gssize) (n_digits - places));
      if (place >= first)
        {
          started = TRUE;
          g_string_append_c (text, digits[n_digits - places + place]);
        }
      else if (started || *pattern == '0')
        {
          started = TRUE;
          g_string_append_c (text, '0');
        }
      place++;
    }
  return TRUE;
}

static gboolean
civil_from_serial (double serial, GDate *date)
{
  guint day = (guint) serial;

  /* Day 1 is 1 January 1900; day 60 is 29 February 1900, which never was. */
  if (day < 1 || day == 60 || day > LAST_SERIAL)
    return FALSE;
  g_date_set_dmy (date, 31, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, day > 60 ? day - 1 : day);
  return TRUE;
}

static void
append_time (GString *text, double fraction, gboolean is_elapsed)
{
  gint64 seconds = (gint64) floor (fraction * SECONDS_PER_DAY + 0.5);

  if (!is_elapsed)
    seconds = seconds % SECONDS_PER_DAY;
  g_string_append_printf (text, "%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60));
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02d", (int) (seconds % 60));
}

static void
append_date (GString *text, const GDate *date, const AnsNumberFormat *format)
{
  guint year = g_date_get_year (date), month = g_date_get_month (date), day = g_date_get_day (date);
  gboolean without_day = format->has_year && !format->has_day && !format->is_time && day == 1;

  g_string_append_printf (text, "%04u", year);
  if (without_day && !format->has_month && month == 1)
    return;
  g_string_append_printf (text, "-%02u", month);
  if (without_day && format->has_month)
    return;
  g_string_append_printf (text, "-%02u", day);
}

void
ans_serial_to_cell (
    AnsCell *cell, GString *text, double serial, gboolean is_1904, const AnsNumberFormat *format)
{
  double days = floor (serial);
  double fraction = serial - days;
  GDate date;

  g_return_if_fail (cell != NULL && text != NULL && format != NULL);

  cell->number = serial;
  /* The last half second of a day is the next day. */
  if (fraction * SECONDS_PER_DAY >= SECONDS_PER_DAY - 0.5)
    {
      days += 1;
      fraction = 0;
    }
  if (serial >= 0 && serial < LAST_SERIAL + 1.0 &&
      (format->is_elapsed || (format->is_time && !format->is_date)) &&
      (format->is_elapsed || days < 1))
    {
      cell->kind = ANS_CELL_TEXT;
      append_time (text, serial, format->is_elapsed);
      return;
    }
  if (is_1904 && serial >= 0)
    {
      days += DAYS_TO_1904;
      cell->number = serial + DAYS_TO_1904;
    }
  g_date_clear (&date, 1);
  if (serial >= 0 && days <= LAST_SERIAL && civil_from_serial (days, &date))
    {
      cell->kind = ANS_CELL_DATE;
      append_date (text, &date, format);
      if (fraction * SECONDS_PER_DAY >= 0.5)
        {
          g_string_append_c (text, 'T');
          append_time (text, fraction, FALSE);
        }
      return;
    }
  cell->kind = ANS_CELL_NUMBER;
  cell->number = serial;
  cell->is_imprecise = ans_number_is_imprecise (serial);
  ans_number_append_text (text, serial);
}

void
ans_number_to_cell (
    AnsCell *cell, GString *text, double number, gboolean is_1904, const AnsNumberFormat *format)
{
  gsize before = text->len;

  g_return_if_fail (cell != NULL && text != NULL);

  if (format != NULL && (format->is_date || format->is_time))
    {
      ans_serial_to_cell (cell, text, number, is_1904, format);
      return;
    }
  cell->kind = ANS_CELL_NUMBER;
  cell->number = number;
  cell->is_imprecise = ans_number_is_imprecise (number);
  if (format != NULL && format->digits != NULL && append_pattern (text, format->digits, number))
    {
      cell->is_padded = text->str[before] == '0' && number > 0;
      return;
    }
  if (format != NULL && format->is_percent)
    {
      ans_number_append_text (text, number * 100.0);
      g_string_append_c (text, '%');
      return;
    }
  ans_number_append_text (text, number);
}

/* Whether @text begins as @shape does, where 0 is any digit. */
static gboolean
has_shape (const char *text, const char *shape)
{
  for (; *shape != '\0'; text++, shape++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;
  return TRUE;
}

static guint
two_digits (const char *text)
{
  return (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
}

gboolean
ans_iso_date_to_cell (AnsCell *cell, GString *text, const char *iso)
{
  guint year, month, day, hour = 0, minute = 0, second = 0;
  double fraction;
  GDate date, epoch;

  g_return_val_if_fail (cell != NULL && text != NULL && iso != NULL, FALSE);

  if (!has_shape (iso, "0000-00-00"))
    return FALSE;
  year = two_digits (iso) * 100 + two_digits (iso + 2);
  month = two_digits (iso + 5);
  day = two_digits (iso + 8);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  if (has_shape (iso + 10, "T00:00"))
    {
      hour = two_digits (iso + 11);
      minute = two_digits (iso + 14);
      if (has_shape (iso + 16, ":00"))
        second = two_digits (iso + 17);
      if (hour > 23 || minute > 59 || second > 59)
        return FALSE;
    }
  else if (iso[10] != '\0' && iso[10] != 'Z')
    return FALSE;
  fraction = (hour * 3600 + minute * 60 + second) / (double) SECONDS_PER_DAY;

  g_date_clear (&date, 1);
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_set_dmy (&epoch, 31, G_DATE_DECEMBER, 1899);
  cell->kind = ANS_CELL_DATE;
  cell->number = g_date_days_between (&epoch, &date);
  if (cell->number > 59)
    cell->number += 1;
  cell->number += fraction;
  g_string_append_printf (text, "%04u-%02u-%02u", year, month, day);
  if (fraction > 0)
    {
      g_string_append_c (text, 'T');
      append_time (text, fraction, FALSE);
    }
  return TRUE;
}
