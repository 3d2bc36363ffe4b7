/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/ans-rate-table.h"

#include <string.h>

#include "policy/ans-policy-csv.h"
#include "text/ans-date.h"
#include "text/ans-number.h"

static const char header[] =
    "scheme,code,value,unit,effective_from,in_force_from,effective_to,legal_basis,check,source";

struct _AnsRateTable
{
  GPtrArray *rows; /* AnsRate, by scheme, code and first day */
};

static void
rate_free (gpointer data)
{
  AnsRate *rate = data;

  g_free (rate->scheme);
  g_free (rate->code);
  g_free (rate->text);
  g_free (rate->unit);
  g_free (rate->from);
  g_free (rate->in_force);
  g_free (rate->to);
  g_free (rate->legal_basis);
  g_free (rate->check);
  g_free (rate->source);
  g_free (rate);
}

static int
compare_rates (gconstpointer a, gconstpointer b)
{
  const AnsRate *left = *(const AnsRate *const *) a, *right = *(const AnsRate *const *) b;
  int order = strcmp (left->scheme, right->scheme);

  if (order == 0)
    order = strcmp (left->code, right->code);
  return order != 0 ? order : strcmp (left->from, right->from);
}

/* 360000, 2.5 (two decimals at most), or years and months: 60-03. */
static gboolean
parse_value (AnsRate *rate, GError **error)
{
  const char *dash = *rate->text != '\0' ? strchr (rate->text + 1, '-') : NULL;
  g_autofree char *first = dash != NULL ? g_strndup (rate->text, dash - rate->text) : NULL;
  gint64 years, months;

  if (dash != NULL && g_ascii_string_to_signed (first, 10, 0, 200, &years, NULL) &&
      g_ascii_string_to_signed (dash + 1, 10, 0, 11, &months, NULL))
    {
      rate->value = years * 12 + months;
      rate->hundredths = rate->value * 100;
      return TRUE;
    }
  if (strlen (rate->text) > 14 || strspn (rate->text, "0123456789.") != strlen (rate->text) ||
      !g_ascii_isdigit (*rate->text) ||
      !ans_decimal_from_canonical (rate->text, 2, &rate->hundredths))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s %s: “%s” is no number.",
                   rate->scheme, rate->code, rate->text);
      return FALSE;
    }
  rate->value = rate->hundredths / 100;
  return TRUE;
}

static int
day_of (const char *iso, int otherwise)
{
  AnsDate date;

  return ans_date_parse_iso (iso, &date, NULL) ? date.year * 10000 + date.month * 100 + date.day
                                               : otherwise;
}

static gboolean
add_row (AnsRateTable *self, char **cells, GError **error)
{
  AnsRate *rate = g_new0 (AnsRate, 1);

  rate->scheme = g_strdup (cells[0]);
  rate->code = g_strdup (cells[1]);
  rate->text = g_strdup (cells[2]);
  rate->unit = g_strdup (cells[3]);
  rate->from = g_strdup (cells[4]);
  rate->in_force = g_strdup (cells[5]);
  rate->to = g_strdup (cells[6]);
  rate->legal_basis = g_strdup (cells[7]);
  rate->check = g_strdup (cells[8]);
  rate->source = g_strdup (cells[9]);
  rate->first_day = day_of (rate->from, G_MAXINT);
  rate->last_day = day_of (rate->to, G_MAXINT);
  rate->known_day = day_of (rate->in_force, rate->first_day);
  g_ptr_array_add (self->rows, rate);
  return parse_value (rate, error);
}

/* SA_COEF of SA_COEF_2021: what a later law calls by the same name goes on with it. */
static gsize
family_length (const char *scheme)
{
  const char *mark = strrchr (scheme, '_');

  return mark != NULL && strlen (mark) == 5 && strspn (mark + 1, "0123456789") == 4
             ? (gsize) (mark - scheme)
             : strlen (scheme);
}

static char *
day_after (const char *day)
{
  AnsDate date;

  return ans_date_parse_iso (day, &date, NULL) ? ans_date_to_iso (ans_date_add_days (date, 1))
                                               : g_strdup ("");
}

/* From when it is known that a row has ended: the day on which what follows came into force. */
static void
find_ends (AnsRateTable *self)
{
  g_autoptr (GHashTable) starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AnsRate *rate = self->rows->pdata[i];
      char *key =
          g_strdup_printf ("%.*s %s", (int) family_length (rate->scheme), rate->scheme, rate->from);
      int known = GPOINTER_TO_INT (g_hash_table_lookup (starts, key));

      known = known == 0 ? rate->known_day : MIN (known, rate->known_day);
      g_hash_table_insert (starts, key, GINT_TO_POINTER (known));
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      AnsRate *rate = self->rows->pdata[i];
      g_autofree char *next = *rate->to != '\0' ? day_after (rate->to) : NULL;
      g_autofree char *key =
          next != NULL
              ? g_strdup_printf ("%.*s %s", (int) family_length (rate->scheme), rate->scheme, next)
              : NULL;

      rate->end_known_day =
          key != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (starts, key)) : G_MAXINT;
    }
}

gboolean
ans_rate_table_add (AnsRateTable *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  rows = ans_policy_csv_parse (text, header, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!add_row (self, rows->pdata[i], error))
      return FALSE;
  g_ptr_array_sort (self->rows, compare_rates);
  find_ends (self);
  return TRUE;
}

AnsRateTable *
ans_rate_table_new (const char *text, GError **error)
{
  g_autoptr (AnsRateTable) self = g_new0 (AnsRateTable, 1);

  self->rows = g_ptr_array_new_with_free_func (rate_free);
  return ans_rate_table_add (self, text, error) ? g_steal_pointer (&self) : NULL;
}

void
ans_rate_table_free (AnsRateTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
ans_rate_table_get_n (AnsRateTable *self)
{
  return self->rows->len;
}

const AnsRate *
ans_rate_table_get (AnsRateTable *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return self->rows->pdata[index];
}

const AnsRate *const *
ans_rate_table_series (AnsRateTable *self, const char *scheme, const char *code, guint *n)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const AnsRate *rate = self->rows->pdata[middle];
      int order = strcmp (rate->scheme, scheme);

      if (order == 0)
        order = strcmp (rate->code, code);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (*n = 0; low + *n < self->rows->len; (*n)++)
    {
      const AnsRate *rate = self->rows->pdata[low + *n];

      if (strcmp (rate->scheme, scheme) != 0 || strcmp (rate->code, code) != 0)
        break;
    }
  return (const AnsRate *const *) self->rows->pdata + low;
}

const AnsRate *
ans_rate_series_on (const AnsRate *const *series, guint n, int day, int known)
{
  for (guint i = n; i > 0; i--)
    {
      const AnsRate *rate = series[i - 1];

      if (rate->first_day > day || rate->known_day > known)
        continue;
      /* Nobody knew yet that it ended. */
      return day <= rate->last_day || rate->end_known_day > known ? rate : NULL;
    }
  return NULL;
}

const AnsRate *
ans_rate_table_find (AnsRateTable *self, const char *scheme, const char *code, const char *day)
{
  guint n;
  const AnsRate *const *series = ans_rate_table_series (self, scheme, code, &n);
  int number = day_of (day, 0);

  return number != 0 ? ans_rate_series_on (series, n, number, G_MAXINT - 1) : NULL;
}

static gboolean
is_day (const char *text)
{
  AnsDate date;

  return ans_date_parse_iso (text, &date, NULL) && ans_date_is_full (date);
}

static void
check_row (const AnsRate *rate, GPtrArray *wrong)
{
  static const char *const marks[] = { "verified-text", "verified-press", "verified-code", "partly",
                                       "unverified",    "inferred",       "computed",      NULL };

  if (!is_day (rate->from) || (*rate->to != '\0' && !is_day (rate->to)) ||
      (*rate->in_force != '\0' && !is_day (rate->in_force)))
    g_ptr_array_add (wrong,
                     g_strdup_printf ("%s %s: a day that is none", rate->scheme, rate->code));
  else if (*rate->to != '\0' && strcmp (rate->to, rate->from) < 0)
    g_ptr_array_add (
        wrong, g_strdup_printf ("%s %s: ends before %s", rate->scheme, rate->code, rate->from));
  if (!g_strv_contains (marks, rate->check))
    g_ptr_array_add (
        wrong, g_strdup_printf ("%s %s: no mark “%s”", rate->scheme, rate->code, rate->check));
  if (*rate->legal_basis == '\0')
    g_ptr_array_add (wrong, g_strdup_printf ("%s %s: no legal basis", rate->scheme, rate->code));
}

GPtrArray *
ans_rate_table_check (AnsRateTable *self)
{
  GPtrArray *wrong = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AnsRate *rate = self->rows->pdata[i];
      const AnsRate *before = i > 0 ? self->rows->pdata[i - 1] : NULL;
      g_autofree char *next = NULL;

      check_row (rate, wrong);
      if (before == NULL || strcmp (before->scheme, rate->scheme) != 0 ||
          strcmp (before->code, rate->code) != 0)
        continue;
      next = day_after (before->to);
      if (*before->to == '\0' || strcmp (rate->from, before->to) <= 0)
        g_ptr_array_add (wrong, g_strdup_printf ("%s %s: two rows apply on %s", rate->scheme,
                                                 rate->code, rate->from));
      else if (strcmp (rate->from, next) != 0)
        g_ptr_array_add (
            wrong, g_strdup_printf ("%s %s: no row applies on %s", rate->scheme, rate->code, next));
    }
  return wrong;
}
