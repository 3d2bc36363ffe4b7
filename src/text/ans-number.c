/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-number.h"

#include <glib/gi18n.h>
#include <string.h>

#include "text/ans-fold.h"
#include "text/ans-text-error.h"

static const gint64 powers[ANS_DECIMALS_MAX + 1] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

/* --- writing ---------------------------------------------------------------------------------- */

/* Writes backwards from @end; returns the start. */
static char *
put_grouped (char *end, guint64 number)
{
  int n = 0;

  do
    {
      if (n > 0 && n % 3 == 0)
        *--end = '.';
      *--end = (char) ('0' + number % 10);
      number /= 10;
      n++;
    }
  while (number > 0);
  return end;
}

static guint64
magnitude (gint64 number)
{
  return number < 0 ? 0 - (guint64) number : (guint64) number;
}

char *
ans_decimal_format (gint64 scaled, int decimals)
{
  char buffer[48];
  char *p = buffer + sizeof buffer;
  guint64 rest = magnitude (scaled);

  g_return_val_if_fail (decimals >= 0 && decimals <= ANS_DECIMALS_MAX, NULL);

  *--p = '\0';
  for (int i = 0; i < decimals; i++)
    {
      *--p = (char) ('0' + rest % 10);
      rest /= 10;
    }
  if (decimals > 0)
    *--p = ',';
  p = put_grouped (p, rest);
  if (scaled < 0)
    *--p = '-';
  return g_strdup (p);
}

char *
ans_number_format (gint64 number)
{
  return ans_decimal_format (number, 0);
}

char *
ans_decimal_to_canonical (gint64 scaled, int decimals)
{
  guint64 rest = magnitude (scaled);
  guint64 fraction;

  g_return_val_if_fail (decimals >= 0 && decimals <= ANS_DECIMALS_MAX, NULL);

  while (decimals > 0 && rest % 10 == 0)
    {
      rest /= 10;
      decimals--;
    }
  fraction = rest % (guint64) powers[decimals];
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, scaled < 0 ? "-" : "", rest);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          scaled < 0 ? "-" : "",
                          rest / (guint64) powers[decimals],
                          decimals,
                          fraction);
}

gboolean
ans_decimal_from_canonical (const char *canonical, int decimals, gint64 *scaled)
{
  const char *p = canonical;
  gboolean negative = FALSE, round_up = FALSE;
  guint64 value = 0;
  int kept = 0;

  g_return_val_if_fail (canonical != NULL && scaled != NULL, FALSE);
  g_return_val_if_fail (decimals >= 0 && decimals <= ANS_DECIMALS_MAX, FALSE);

  *scaled = 0;
  if (*p == '-')
    negative = *p++ == '-';
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    if (!g_uint64_checked_mul (&value, value, 10) ||
        !g_uint64_checked_add (&value, value, (guint64) (*p - '0')))
      return FALSE;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p); p++, kept++)
      {
        if (kept == decimals)
          round_up = *p >= '5';
        if (kept < decimals && (!g_uint64_checked_mul (&value, value, 10) ||
                                !g_uint64_checked_add (&value, value, (guint64) (*p - '0'))))
          return FALSE;
      }
  if (*p != '\0')
    return FALSE;
  if (!g_uint64_checked_mul (&value, value, (guint64) powers[decimals - MIN (kept, decimals)]) ||
      value >= (guint64) G_MAXINT64)
    return FALSE;
  value += round_up;
  *scaled = negative ? -(gint64) value : (gint64) value;
  return TRUE;
}

char *
ans_decimal_display (const char *canonical)
{
  const char *point = strchr (canonical, '.');
  int decimals = point != NULL ? MIN ((int) strlen (point + 1), ANS_DECIMALS_MAX) : 0;
  gint64 scaled;

  if (!ans_decimal_from_canonical (canonical, decimals, &scaled))
    return g_strdup (canonical);
  return ans_decimal_format (scaled, decimals);
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef enum
{
  READ_GOOD,
  READ_EMPTY,
  READ_NO_NUMBER,
  READ_BAD_GROUPS,
  READ_FRACTION,
  READ_TWO_WAYS,
  READ_TOO_MANY_DECIMALS,
  READ_TOO_LARGE,
} Reading;

static gboolean
report (Reading reading, const char *typed, int decimals, GError **error)
{
  g_autofree char *start = ans_text_excerpt (typed);

  switch (reading)
    {
    case READ_GOOD:
      return TRUE;
    case READ_EMPTY:
      g_set_error_literal (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_EMPTY,
                           _ ("The number is missing."));
      break;
    case READ_BAD_GROUPS:
      g_set_error (
          error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_FORMAT,
          /* Translators: %s is what was typed; leave the numbers as they are */
          _ ("The groups of “%s” don't have three digits each. Write 1.234.567 or 1234567."),
          start);
      break;
    case READ_FRACTION:
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_AMBIGUOUS,
                   /* Translators: %s is what was typed; leave the numbers as they are */
                   _ ("“%s” is not clearly a whole number. Write thousands as 1.500 or 1500, "
                      "without decimals."),
                   start);
      break;
    case READ_TWO_WAYS:
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_AMBIGUOUS,
                   /* Translators: %s is what was typed; leave the numbers as they are */
                   _ ("“%s” can be thousands or decimals. Write thousands without a dot (1234), "
                      "decimals with a comma (1,234)."),
                   start);
      break;
    case READ_TOO_MANY_DECIMALS:
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_RANGE,
                   g_dngettext (GETTEXT_PACKAGE,
                                /* Translators: %s is what was typed */
                                "“%s” has more than %d decimal.", "“%s” has more than %d decimals.",
                                (gulong) decimals),
                   start, decimals);
      break;
    case READ_TOO_LARGE:
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_RANGE,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is too large."), start);
      break;
    case READ_NO_NUMBER:
    default:
      g_set_error (error, ANS_TEXT_ERROR, ANS_TEXT_ERROR_FORMAT,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is not a number."), start);
      break;
    }
  return FALSE;
}

/* What was typed, cut at its separators. */
typedef struct
{
  const char *start[16];
  int length[16];
  char before[16]; /* the separator before the piece */
  int n;
  gboolean negative;
} Pieces;

static gboolean
cut (char *text, gboolean decimal, Pieces *pieces)
{
  static const char *const units[] = { "vnd", "vn dong", "dong", "d", "₫" };
  const char *p = text;

  *pieces = (Pieces) { .n = 0 };
  if (decimal && g_str_has_suffix (text, "%"))
    text[strlen (text) - 1] = '\0';
  for (gsize i = 0; !decimal && i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_has_suffix (text, units[i]))
        {
          text[strlen (text) - strlen (units[i])] = '\0';
          break;
        }
    }
  g_strchomp (text);

  if (*p == '-' || *p == '+')
    pieces->negative = *p++ == '-';
  else if (g_str_has_prefix (p, "\u2212"))
    {
      pieces->negative = TRUE;
      p += strlen ("\u2212");
    }
  while (*p == ' ')
    p++;

  for (;;)
    {
      int n = 0;

      while (g_ascii_isdigit (p[n]))
        n++;
      if (n == 0 || pieces->n == (int) G_N_ELEMENTS (pieces->start))
        return FALSE;
      pieces->start[pieces->n] = p;
      pieces->length[pieces->n++] = n;
      p += n;
      if (*p == '\0')
        return TRUE;
      if (strchr (".,' ", *p) == NULL || pieces->n == (int) G_N_ELEMENTS (pieces->start))
        return FALSE;
      pieces->before[pieces->n] = *p++;
    }
}

/* Whether the first @n pieces are groups of thousands, all parted by one sign. */
static gboolean
are_groups (const Pieces *pieces, int n)
{
  if (n == 1)
    return TRUE;
  if (pieces->length[0] > 3 || pieces->start[0][0] == '0')
    return FALSE;
  for (int i = 1; i < n; i++)
    {
      if (pieces->length[i] != 3 || pieces->before[i] != pieces->before[1])
        return FALSE;
    }
  return TRUE;
}

static gboolean
all_zeros (const Pieces *pieces, int i)
{
  return strspn (pieces->start[i], "0") >= (gsize) pieces->length[i];
}

/* Decides how many pieces are whole; the rest, one at most, is the fraction. */
static Reading
find_whole (const Pieces *pieces, gboolean decimal, int *whole)
{
  int n = pieces->n;
  char last = pieces->before[MAX (n - 1, 0)];
  gboolean can_part = n > 1 && (last == ',' || last == '.');

  *whole = n;
  if (n == 1)
    return READ_GOOD;
  if (n > 2 && are_groups (pieces, n))
    return READ_GOOD;
  if (n > 2 && (!can_part || last == pieces->before[1] || !are_groups (pieces, n - 1)))
    return READ_BAD_GROUPS;
  if (n == 2 && !can_part)
    return are_groups (pieces, 2) ? READ_GOOD : READ_BAD_GROUPS;

  if (n == 2 && are_groups (pieces, 2))
    {
      if (!decimal)
        return READ_GOOD;
      if (last == '.')
        return READ_TWO_WAYS;
    }
  *whole = n - 1;
  if (!decimal && (!all_zeros (pieces, n - 1) || pieces->length[n - 1] > 2))
    return READ_FRACTION;
  return READ_GOOD;
}

static gboolean
add_digits (const char *digits, int n, guint64 *value)
{
  for (int i = 0; i < n; i++)
    {
      if (!g_uint64_checked_mul (value, *value, 10) ||
          !g_uint64_checked_add (value, *value, (guint64) (digits[i] - '0')))
        return FALSE;
    }
  return TRUE;
}

static Reading
read_number (const char *typed, gboolean decimal, int decimals, gint64 *out)
{
  g_autofree char *text = ans_fold (typed);
  Pieces pieces;
  Reading reading;
  guint64 value = 0;
  int whole, kept = 0;

  *out = 0;
  if (text[0] == '\0')
    return READ_EMPTY;
  if (!cut (text, decimal, &pieces))
    return READ_NO_NUMBER;
  reading = find_whole (&pieces, decimal, &whole);
  if (reading != READ_GOOD)
    return reading;

  for (int i = 0; i < whole; i++)
    {
      if (!add_digits (pieces.start[i], pieces.length[i], &value))
        return READ_TOO_LARGE;
    }
  if (whole < pieces.n)
    {
      const char *fraction = pieces.start[whole];
      int n = pieces.length[whole];

      while (n > 0 && fraction[n - 1] == '0')
        n--;
      if (n > decimals)
        return READ_TOO_MANY_DECIMALS;
      if (!add_digits (fraction, n, &value))
        return READ_TOO_LARGE;
      kept = n;
    }
  if (!g_uint64_checked_mul (&value, value, (guint64) powers[decimals - kept]))
    return READ_TOO_LARGE;
  if (value > (guint64) G_MAXINT64 + pieces.negative)
    return READ_TOO_LARGE;
  *out = pieces.negative ? (gint64) (0 - value) : (gint64) value;
  return READ_GOOD;
}

gboolean
ans_number_parse (const char *typed, gint64 *out, GError **error)
{
  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return report (read_number (typed, FALSE, 0, out), typed, 0, error);
}

gboolean
ans_decimal_parse (const char *typed, int decimals, gint64 *scaled, GError **error)
{
  g_return_val_if_fail (scaled != NULL, FALSE);
  g_return_val_if_fail (decimals >= 0 && decimals <= ANS_DECIMALS_MAX, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return report (read_number (typed, TRUE, decimals, scaled), typed, decimals, error);
}

gint64
ans_percent_of (gint64 part, gint64 whole)
{
  __int128 twice;

  g_return_val_if_fail (whole > 0, 0);

  if (part <= 0)
    return 0;
  twice = ((__int128) part * 200 + whole) / ((__int128) whole * 2);
  if (part < whole)
    return (gint64) MIN (twice, 99);
  return (gint64) MIN (twice, 99999);
}
