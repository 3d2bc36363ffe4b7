/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/ans-rate-table.h"

#include <string.h>

#include "text/ans-date.h"

#define N_COLUMNS 10

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
  g_free (rate->unit);
  g_free (rate->from);
  g_free (rate->in_force);
  g_free (rate->to);
  g_free (rate->legal_basis);
  g_free (rate->check);
  g_free (rate->source);
  g_free (rate);
}

/* The cells of one line; a cell in quotes may hold commas, and quotes twice. */
static GPtrArray *
split_line (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = line;; p++)
    {
      if (*p == '"' && quoted && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else if (*p == '\0' || (*p == ',' && !quoted))
        {
          g_ptr_array_add (cells, g_string_free_and_steal (cell));
          if (*p == '\0')
            return cells;
          cell = g_string_new (NULL);
        }
      else
        g_string_append_c (cell, *p);
    }
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

static gboolean
add_line (AnsRateTable *self, const char *line, guint number, GError **error)
{
  g_autoptr (GPtrArray) cells = split_line (line);
  AnsRate *rate;
  gint64 value;

  if (cells->len != N_COLUMNS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Line %u has %u cells, not %d.",
                   number, cells->len, N_COLUMNS);
      return FALSE;
    }
  if (!g_ascii_string_to_signed (cells->pdata[2], 10, 0, G_MAXINT64, &value, error))
    {
      g_prefix_error (error, "Line %u: ", number);
      return FALSE;
    }
  rate = g_new0 (AnsRate, 1);
  rate->scheme = g_strdup (cells->pdata[0]);
  rate->code = g_strdup (cells->pdata[1]);
  rate->value = value;
  rate->unit = g_strdup (cells->pdata[3]);
  rate->from = g_strdup (cells->pdata[4]);
  rate->in_force = g_strdup (cells->pdata[5]);
  rate->to = g_strdup (cells->pdata[6]);
  rate->legal_basis = g_strdup (cells->pdata[7]);
  rate->check = g_strdup (cells->pdata[8]);
  rate->source = g_strdup (cells->pdata[9]);
  g_ptr_array_add (self->rows, rate);
  return TRUE;
}

AnsRateTable *
ans_rate_table_new (const char *text, GError **error)
{
  g_autoptr (AnsRateTable) self = g_new0 (AnsRateTable, 1);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self->rows = g_ptr_array_new_with_free_func (rate_free);
  lines = g_strsplit (text, "\n", -1);
  if (g_strcmp0 (lines[0], header) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "The first line does not name the columns of a table of rates.");
      return NULL;
    }
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !add_line (self, lines[i], i + 1, error))
      return NULL;
  g_ptr_array_sort (self->rows, compare_rates);
  return g_steal_pointer (&self);
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

static gboolean
covers (const AnsRate *rate, const char *day)
{
  return strcmp (rate->from, day) <= 0 && (*rate->to == '\0' || strcmp (day, rate->to) <= 0);
}

const AnsRate *
ans_rate_table_find (AnsRateTable *self, const char *scheme, const char *code, const char *day)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AnsRate *rate = self->rows->pdata[i];

      if (strcmp (rate->scheme, scheme) == 0 && strcmp (rate->code, code) == 0 &&
          covers (rate, day))
        return rate;
    }
  return NULL;
}

static gboolean
is_day (const char *text)
{
  AnsDate date;

  return ans_date_parse_iso (text, &date, NULL) && ans_date_is_full (date);
}

static char *
day_after (const char *day)
{
  AnsDate date;

  return ans_date_parse_iso (day, &date, NULL) ? ans_date_to_iso (ans_date_add_days (date, 1))
                                               : g_strdup ("");
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
