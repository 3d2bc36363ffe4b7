/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law as an office has it: with the rows it added before the next version of the program. */
#include "areas/ans-law-book.h"

#include <glib/gi18n.h>
#include <string.h>

#include "areas/ans-law-people.h"
#include "text/ans-number.h"

static const char header[] =
    "scheme,code,value,unit,effective_from,in_force_from,effective_to,legal_basis,check,source\n";

static AnsLaw *
make (AnsBook *book, const char *more, GError **error)
{
  g_autofree char *rates = ans_book_get_setting (book, ANS_SETTING_LAW_RATES);
  g_autofree char *province = ans_book_get_setting (book, ANS_SETTING_LAW_PROVINCE);
  g_autofree char *text = g_strconcat (header, rates != NULL ? rates : "", more, NULL);

  return ans_law_new (text, province != NULL && *province != '\0' ? province : NULL, error);
}

AnsLaw *
ans_law_book_get (AnsBook *book)
{
  g_autoptr (GError) error = NULL;
  AnsLaw *law = make (book, "", &error);

  if (law == NULL)
    {
      g_debug ("rates of the office: %s", error->message);
      law = ans_law_new (NULL, NULL, NULL);
    }
  return law;
}

/* A cell with a comma or a quote stands in quotes; a line break has no place in it. */
static char *
quote (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\r\n", ' ');
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (line, ",\"") == NULL)
    return g_steal_pointer (&line);
  parts = g_strsplit (line, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  return g_strdup_printf ("\"%s\"", doubled);
}

static gboolean
is_day (const char *iso)
{
  AnsDate date;

  return ans_date_parse_iso (iso, &date, NULL) && ans_date_is_full (date);
}

static char *
write_row (const AnsRate *row, GError **error)
{
  g_autofree char *unit = quote (row->unit), *basis = quote (row->legal_basis),
                  *source = quote (row->source);

  if (!is_day (row->from) || (*row->in_force != '\0' && !is_day (row->in_force)))
    {
      g_set_error_literal (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
                           _ ("A rate needs the day from which it is due: day, month and year."));
      return NULL;
    }
  if (*basis == '\0')
    {
      g_set_error_literal (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
                           _ ("A rate needs its legal basis: the number of the decree."));
      return NULL;
    }
  return g_strdup_printf ("%s,%s,%s,%s,%s,%s,,%s,%s,%s\n", row->scheme, row->code, row->text, unit,
                          row->from, row->in_force, basis, row->check, source);
}

/* Two rows that begin on one day could not be told apart. */
static gboolean
check_new (AnsLaw *before, const AnsRate *row, GError **error)
{
  guint n;
  const AnsRate *const *series =
      ans_rate_table_series (ans_law_get_rates (before), row->scheme, row->code, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (series[i]->from, row->from))
      {
        g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
                     _ ("There is a rate from this day already: %s (%s)."), series[i]->text,
                     series[i]->legal_basis);
        return FALSE;
      }
  return TRUE;
}

AnsLaw *
ans_law_book_with (AnsBook *book, const AnsRate *row, GError **error)
{
  g_autofree char *line = write_row (row, error);
  g_autoptr (AnsLaw) before = ans_law_book_get (book);

  return line != NULL && check_new (before, row, error) ? make (book, line, error) : NULL;
}

gint64
ans_law_book_add (AnsBook *book, const AnsRate *row, GError **error)
{
  g_autoptr (AnsLaw) after = ans_law_book_with (book, row, error);
  g_autofree char *line = NULL, *rates = NULL, *all = NULL, *label = NULL, *title = NULL;
  AnsDate from;
  g_autofree char *day = NULL;
  gint64 action;

  if (after == NULL)
    return 0;
  line = write_row (row, NULL);
  rates = ans_book_get_setting (book, ANS_SETTING_LAW_RATES);
  all = g_strconcat (rates != NULL ? rates : "", line, NULL);
  title = ans_law_rate_title (after, row);
  ans_date_parse_iso (row->from, &from, NULL);
  day = ans_date_format (from);
  label = g_strdup_printf ("Thêm mức “%s” từ %s (%s)", title, day, row->legal_basis);
  if (!ans_book_begin (book, label, error))
    return 0;
  if (!ans_book_set_setting (book, ANS_SETTING_LAW_RATES, all, error))
    {
      ans_book_rollback (book);
      return 0;
    }
  action = ans_book_commit (book, error);
  return action > 0 ? action : 0;
}

typedef struct
{
  AnsLaw *before, *after;
  AnsLawAnswer *answer;
  int day;
  AnsLawChange *change;
  int *n_asked;
} Comparing;

static gint64
total_by (Comparing *self, AnsLaw *law, const AnsLawFacts *facts)
{
  gint64 total = 0;

  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    if (ans_law_scheme_is_monthly (i))
      {
        ans_law_ask (law, i, facts, self->day, self->answer);
        total += self->answer->total;
      }
  return total;
}

static gboolean
compare (gint64 person, const AnsLawFacts *facts, gpointer data)
{
  Comparing *self = data;
  gint64 before = total_by (self, self->before, facts);
  gint64 after = total_by (self, self->after, facts);

  if (self->n_asked != NULL)
    g_atomic_int_inc (self->n_asked);
  if (before == after)
    return TRUE;
  if (self->change->n_shown < ANS_LAW_CHANGES_SHOWN)
    self->change->shown[self->change->n_shown++] = (AnsLawPersonChange) { person, before, after };
  self->change->n_people++;
  self->change->sum += after - before;
  return TRUE;
}

gboolean
ans_law_book_preview (AnsConnection *connection,
                      AnsLaw *before,
                      AnsLaw *after,
                      const char *day,
                      AnsLawChange *change,
                      int *n_asked,
                      GError **error)
{
  g_autoptr (AnsLawAnswer) answer = ans_law_answer_new (FALSE);
  Comparing comparing = { before, after, answer, 0, change, n_asked };
  AnsDate date;

  *change = (AnsLawChange) { 0 };
  if (!ans_date_parse_iso (day, &date, error))
    return FALSE;
  comparing.day = ans_law_day (date);
  return ans_law_each_person (connection, day, compare, &comparing, error);
}
