/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ans-report.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/ans-report-private.h"
#include "text/ans-name.h"

G_DEFINE_QUARK (ans - report - error - quark, ans_report_error)

static const AnsReportInfo *const fixed[] = {
  &ans_report_results,
  &ans_report_allocation,
  &ans_report_certificate,
  &ans_report_recognition,
};

/* Each summary of an area is a paper. */
static void
add_tables (GPtrArray *all, const AnsArea *area)
{
  for (guint i = 0; area->tables != NULL && area->tables[i] != NULL; i++)
    {
      AnsReportInfo *info = g_new0 (AnsReportInfo, 1);

      info->id = area->tables[i]->id;
      info->title = area->tables[i]->title;
      info->label = area->tables[i]->label;
      info->scope =
          ans_area_table_has_period (area->tables[i]) ? ANS_REPORT_PERIOD : ANS_REPORT_DAY;
      info->area = area->id;
      info->data = area->tables[i];
      info->make = ans_report_table_make;
      g_ptr_array_add (all, info);
    }
}

static gpointer
list_all (gpointer data)
{
  GPtrArray *all = g_ptr_array_new ();
  guint n;
  const AnsArea *const *areas = ans_areas (&n);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i]->area == NULL)
      g_ptr_array_add (all, (gpointer) fixed[i]);
  for (guint i = 0; i < n; i++)
    {
      add_tables (all, areas[i]);
      for (guint j = 0; j < G_N_ELEMENTS (fixed); j++)
        if (g_strcmp0 (fixed[j]->area, areas[i]->id) == 0)
          g_ptr_array_add (all, (gpointer) fixed[j]);
    }
  g_ptr_array_add (all, NULL);
  return all;
}

/* Made once: what the program knows does not change while it runs. */
static const GPtrArray *
all_reports (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, list_all, NULL);
}

const AnsReportInfo *const *
ans_reports (guint *n)
{
  const GPtrArray *all = all_reports ();

  if (n != NULL)
    *n = all->len - 1;
  return (const AnsReportInfo *const *) all->pdata;
}

const AnsReportInfo *
ans_report_find (const char *id)
{
  const GPtrArray *all = all_reports ();

  for (guint i = 0; all->pdata[i] != NULL; i++)
    if (g_strcmp0 (((const AnsReportInfo *) all->pdata[i])->id, id) == 0)
      return all->pdata[i];
  return NULL;
}

AnsDocument *
ans_report_make (const AnsReportInfo *self,
                 AnsBook *book,
                 const AnsReportRequest *request,
                 GError **error)
{
  static const AnsReportRequest nothing = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  if (request == NULL)
    request = &nothing;
  if (self->scope == ANS_REPORT_RECORD && request->record <= 0)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("“%s” is the paper of one record: say of which."), self->title);
      return NULL;
    }
  return self->make (self, book, request, error);
}

/* --- what a request means --------------------------------------------------------------------- */

static gboolean
read_day (const char *iso, AnsDate *day, GError **error)
{
  if (iso == NULL)
    return TRUE;
  if (ans_date_parse_iso (iso, day, error) && ans_date_is_full (*day))
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST, _ ("“%s” is not a whole day."),
                 iso);
  return FALSE;
}

/* The period that is meant where none is said: that of the plan, or the year. */
static void
find_period (AnsReportDays *self, const AnsReportInfo *info, const AnsPlan *plan, AnsDate day)
{
  AnsReportPeriod year = ans_report_period_around (ANS_REPORT_YEAR, day);

  if (plan != NULL)
    year = (AnsReportPeriod) { plan->starts, plan->ends };
  if (ans_date_is_none (self->period.first))
    self->period.first = year.first;
  if (ans_date_is_none (self->period.last))
    self->period.last = info->scope == ANS_REPORT_DAY ? day : year.last;
}

static gboolean
find_day (AnsReportDays *self, const AnsReportRequest *request, GError **error)
{
  AnsDate today = ans_date_today ();
  g_autofree char *first = ans_date_format (self->period.first);
  g_autofree char *last = ans_date_format (self->period.last);

  if (ans_date_compare (self->period.first, self->period.last) > 0)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("The period ends on %s, before it begins on %s."), last, first);
      return FALSE;
    }
  if (ans_date_is_none (self->day))
    self->day = ans_date_compare (today, self->period.last) < 0 ? today : self->period.last;
  if (ans_date_compare (self->day, self->period.first) < 0 && request->day == NULL)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("The period begins on %s, which is still to come."), first);
      return FALSE;
    }
  if (ans_date_compare (self->day, self->period.first) < 0 ||
      ans_date_compare (self->day, self->period.last) > 0)
    {
      g_autofree char *day = ans_date_format (self->day);

      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("%s is not within the period from %s to %s."), day, first, last);
      return FALSE;
    }
  return TRUE;
}

gboolean
ans_report_days_find (AnsReportDays *self,
                      const AnsReportInfo *info,
                      AnsBook *book,
                      const AnsReportRequest *request,
                      GError **error)
{
  g_autoptr (AnsPlan) plan = NULL;
  AnsDate of;
  g_autofree char *iso = NULL;

  memset (self, 0, sizeof *self);
  if (!read_day (request->first, &self->period.first, error) ||
      !read_day (request->last, &self->period.last, error) ||
      !read_day (request->day, &self->day, error) || !read_day (request->date, &self->date, error))
    return FALSE;
  of = !ans_date_is_none (self->day)           ? self->day
       : !ans_date_is_none (self->period.last) ? self->period.last
                                               : ans_date_today ();
  iso = ans_date_to_iso (of);
  self->plan = request->plan != 0 ? request->plan : ans_plan_find_current (book, iso);
  plan = self->plan != 0 ? ans_plan_read (book, self->plan, error) : NULL;
  if (self->plan != 0 && plan == NULL)
    return FALSE;
  if (plan == NULL && info->area == NULL)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_NO_PLAN,
                   _ ("The book has no plan, so that “%s” has nothing to say."), info->title);
      return FALSE;
    }
  /* The plan of another year says nothing of this one. */
  if (plan != NULL && (ans_date_compare (of, plan->starts) < 0 ||
                       (ans_date_compare (of, plan->ends) > 0 &&
                        (ans_date_is_none (self->period.first) ||
                         ans_date_compare (self->period.first, plan->ends) > 0))))
    {
      if (info->area == NULL &&
          (request->first != NULL || request->last != NULL || request->day != NULL))
        {
          g_autofree char *day = ans_date_format (of);

          g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_NO_PLAN,
                       _ ("The book has no plan for %s."), day);
          return FALSE;
        }
      if (info->area != NULL)
        g_clear_pointer (&plan, ans_plan_unref);
      else
        of = plan->ends;
    }
  find_period (self, info, plan, of);
  if (!find_day (self, request, error))
    return FALSE;
  self->year_first = self->period.first;
  self->year_last = self->period.last;
  if (plan != NULL && ans_date_compare (plan->starts, self->year_first) < 0)
    self->year_first = plan->starts;
  if (plan != NULL && ans_date_compare (plan->ends, self->year_last) > 0)
    self->year_last = plan->ends;
  if (ans_date_is_none (self->date))
    self->date = self->day;
  return TRUE;
}

/* --- what papers have in common --------------------------------------------------------------- */

AnsFigures *
ans_report_figures (AnsBook *book, const AnsReportDays *days, AnsDate day)
{
  AnsFigures *figures = ans_figures_new (book, days->plan);
  g_autofree char *first = ans_date_to_iso (days->year_first);
  g_autofree char *last = ans_date_to_iso (days->year_last);
  g_autofree char *iso = ans_date_to_iso (day);

  ans_figures_set_period (figures, first, last);
  ans_figures_set_day (figures, iso);
  return figures;
}

AnsDocument *
ans_report_document (AnsBook *book, AnsMemoryTable *table, const char *title, AnsDate date)
{
  AnsDocument *document = ans_document_new (ANS_TABLE_SOURCE (table));
  g_autofree char *upper = ans_name_upper (title);

  ans_letterhead_add (document, book, date);
  ans_document_set_title (document, upper);
  ans_document_set_orientation (document, ANS_ORIENTATION_LANDSCAPE);
  ans_document_set_page_numbers (document, ANS_PAGE_NUMBERS_FOOTER);
  ans_document_set_row_height (document, 6.2);
  return document;
}

char *
ans_report_number (AnsRational value, int decimals)
{
  gint64 scaled = ans_rational_round (value, decimals);
  gint64 unit = 1;
  guint64 size = scaled < 0 ? (guint64) -scaled : (guint64) scaled;

  for (int i = 0; i < decimals; i++)
    unit *= 10;
  if (decimals <= 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, scaled);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, scaled < 0 ? "-" : "",
                          size / (guint64) unit, decimals, size % (guint64) unit);
}

char *
ans_report_attachment (
    AnsBook *book, const char *paper, const char *number, const char *iso, const char *whose)
{
  AnsDate date = ANS_DATE_NONE;
  g_autofree char *day = NULL;

  if (iso != NULL && ans_date_parse_iso (iso, &date, NULL))
    day = ans_date_format (date);
  return g_strdup_printf ("(Kèm theo %s số %s ngày %s của %s)", paper,
                          number != NULL ? number : "………", day != NULL ? day : "…/…/……", whose);
}
