/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ans-report-period.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document/ans-cell-text.h"
#include "report/ans-report.h"

static AnsReportPeriod
months (int year, int from, int to)
{
  return (AnsReportPeriod) { ans_date_new (year, from, 1),
                             ans_date_new (year, to, ans_date_days_in_month (year, to)) };
}

AnsReportPeriod
ans_report_period_around (AnsReportPeriodKind kind, AnsDate day)
{
  int month = day.month > 0 ? day.month : 1;
  int quarter = (month - 1) / 3;

  switch (kind)
    {
    case ANS_REPORT_MONTH:
      return months (day.year, month, month);
    case ANS_REPORT_QUARTER:
      return months (day.year, quarter * 3 + 1, quarter * 3 + 3);
    case ANS_REPORT_HALF:
      return month <= 6 ? months (day.year, 1, 6) : months (day.year, 7, 12);
    case ANS_REPORT_NINE_MONTHS:
      return months (day.year, 1, 9);
    case ANS_REPORT_YEAR:
    case ANS_REPORT_N_KINDS:
    default:
      return months (day.year, 1, 12);
    }
}

AnsReportPeriodKind
ans_report_period_find_kind (const AnsReportPeriod *self)
{
  for (guint kind = 0; kind < ANS_REPORT_N_KINDS; kind++)
    {
      const AnsReportPeriod usual =
          ans_report_period_around ((AnsReportPeriodKind) kind, self->first);

      if (ans_date_compare (usual.first, self->first) == 0 &&
          ans_date_compare (usual.last, self->last) == 0)
        return (AnsReportPeriodKind) kind;
    }
  return ANS_REPORT_N_KINDS;
}

AnsReportPeriod
ans_report_period_beside (const AnsReportPeriod *self, AnsReportPeriodKind kind, gboolean after)
{
  /* Nine months are followed by those of the next year. */
  if (kind == ANS_REPORT_NINE_MONTHS)
    return ans_report_period_around (kind, ans_date_add_years (self->first, after ? 1 : -1));
  return ans_report_period_around (kind, after ? ans_date_add_days (self->last, 1)
                                               : ans_date_add_days (self->first, -1));
}

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
parse_days (const char *text, const char *dots, AnsReportPeriod *period)
{
  g_autofree char *from = g_strndup (text, (gsize) (dots - text));

  return ans_date_parse (from, &period->first, NULL) && ans_date_is_full (period->first) &&
         ans_date_parse (dots + 2, &period->last, NULL) && ans_date_is_full (period->last);
}

/* What follows the year: nothing, H1, Q3, 9M or a month. */
static gboolean
parse_part (int year, const char *part, AnsReportPeriod *period)
{
  guint64 month;

  if (*part == '\0')
    *period = months (year, 1, 12);
  else if (g_ascii_strcasecmp (part, "-H1") == 0)
    *period = months (year, 1, 6);
  else if (g_ascii_strcasecmp (part, "-H2") == 0)
    *period = months (year, 7, 12);
  else if (g_ascii_strcasecmp (part, "-9M") == 0)
    *period = months (year, 1, 9);
  else if (strlen (part) == 3 && g_ascii_toupper (part[1]) == 'Q' && part[2] >= '1' &&
           part[2] <= '4')
    *period = months (year, (part[2] - '1') * 3 + 1, (part[2] - '1') * 3 + 3);
  else if (strlen (part) == 3 && g_ascii_string_to_unsigned (part + 1, 10, 1, 12, &month, NULL))
    *period = months (year, (int) month, (int) month);
  else
    return FALSE;
  return TRUE;
}

gboolean
ans_report_period_parse (const char *text, AnsReportPeriod *period, GError **error)
{
  const char *dots = strstr (text, "..");
  gboolean known;

  if (dots != NULL)
    known = parse_days (text, dots, period);
  else
    {
      gsize digits = strspn (text, "0123456789");
      int year = digits == 4 ? (int) g_ascii_strtoll (text, NULL, 10) : 0;

      known = year >= 1900 && year <= ANS_DATE_YEAR_MAX && (text[4] == '\0' || text[4] == '-') &&
              parse_part (year, text + 4, period);
    }
  if (!known)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("“%s” is not a period. Write a year (2022), a half (2022-H1), a quarter "
                      "(2022-Q3), nine months (2022-9M), a month (2022-09) or two days "
                      "(2022-08-15..2022-09-14)."),
                   text);
      return FALSE;
    }
  if (ans_date_compare (period->first, period->last) > 0)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("The period “%s” ends before it begins."), text);
      return FALSE;
    }
  return TRUE;
}

/* --- names ------------------------------------------------------------------------------------ */

gboolean
ans_report_period_is_calendar (const AnsReportPeriod *self)
{
  return self->first.day == 1 &&
         self->last.day == ans_date_days_in_month (self->last.year, self->last.month);
}

/* The months of one year that the period stands for: its own, or, from the 15th of one to the 14th
 * of another, those in which its months end. */
static gboolean
find_months (const AnsReportPeriod *self, int *from, int *to)
{
  AnsDate begin = ans_date_new (self->first.year, self->first.month, 0);

  if (!ans_report_period_is_calendar (self))
    {
      if (self->first.day < 2 || self->last.day != self->first.day - 1)
        return FALSE;
      begin = ans_date_add_months (begin, 1);
    }
  *from = begin.month;
  *to = self->last.month;
  return begin.year == self->last.year && *from <= *to;
}

char *
ans_report_period_name (const AnsReportPeriod *self)
{
  char roman[ANS_ROMAN_SIZE];
  int from, to;

  if (!find_months (self, &from, &to))
    return NULL;
  switch (to - from + 1)
    {
    case 1:
      return g_strdup_printf ("tháng %d", from);
    case 3:
      return from % 3 == 1
                 ? g_strdup_printf ("quý %s", ans_cell_roman ((guint) (from / 3 + 1), roman))
                 : NULL;
    case 6:
      return from == 1   ? g_strdup ("6 tháng đầu năm")
             : from == 7 ? g_strdup ("6 tháng cuối năm")
                         : NULL;
    case 9:
      return from == 1 ? g_strdup ("9 tháng đầu năm") : NULL;
    case 12:
      return g_strdup ("năm");
    default:
      return NULL;
    }
}

static char *
capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

char *
ans_report_period_title (const AnsReportPeriod *self)
{
  g_autofree char *name = ans_report_period_name (self);
  g_autofree char *first = ans_date_format (self->first);
  g_autofree char *last = ans_date_format (self->last);
  g_autofree char *big = NULL;
  g_autofree char *title = NULL;

  if (name == NULL)
    return g_strdup_printf ("Từ ngày %s đến ngày %s", first, last);
  big = capital (name);
  title = g_str_has_suffix (name, "năm") ? g_strdup_printf ("%s %d", big, self->last.year)
                                         : g_strdup_printf ("%s năm %d", big, self->last.year);
  if (ans_report_period_is_calendar (self))
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s (từ ngày %s đến ngày %s)", title, first, last);
}
