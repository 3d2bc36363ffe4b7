/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that other areas ask for: retirement ages, minimum wages. */
#include "policy/ans-law-private.h"

#include <stdlib.h>
#include <string.h>

static const char *
title_of_term (AnsLaw *law, const char *name)
{
  for (guint i = 0; i < law->aliases->len; i++)
    {
      char **row = law->aliases->pdata[i];

      if (g_str_equal (row[0], "rate") && g_str_equal (row[1], name))
        return row[2];
    }
  return NULL;
}

/* A coefficient bears the title of its group. */
static const char *
title_of_group (AnsLaw *law, const AnsRate *rate)
{
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    for (guint j = 0; j < law->groups[i]->len; j++)
      {
        const AnsLawGroup *group = law->groups[i]->pdata[j];

        if (g_str_equal (group->rate_scheme, rate->scheme) &&
            g_str_equal (group->rate_code, rate->code))
          return group->title;
      }
  return NULL;
}

char *
ans_law_rate_title (AnsLaw *law, const AnsRate *rate)
{
  const char *at = strchr (rate->code, '@');
  g_autofree char *name = g_strdup_printf (
      "%s.%.*s", rate->scheme, (int) (at != NULL ? at - rate->code : (int) strlen (rate->code)),
      rate->code);
  const char *title = title_of_term (law, name);

  if (title != NULL && at != NULL)
    return g_strdup_printf ("%s (tỉnh %s)", title, at + 1);
  if (title == NULL)
    title = title_of_group (law, rate);
  for (guint i = 0; title == NULL && i < law->merits->len; i++)
    {
      const AnsMeritRow *row = law->merits->pdata[i];
      gsize length = strlen (row->rate_code);

      if (row->by_percent && strncmp (rate->code, row->rate_code, length) == 0 &&
          rate->code[length] == '.')
        return g_strdup_printf ("%s %d %%", row->title, atoi (rate->code + length + 1));
      if (!row->by_percent && g_str_equal (row->rate_code, rate->code))
        title = row->title;
    }
  return g_strdup (title != NULL ? title : rate->code);
}

/* The table names the age for each calendar year; a person retires in the first year in which they
 * have reached the age of that year (domain.md §4.10). */
int
ans_law_retirement_day (AnsLaw *law, int birth, gboolean is_male)
{
  guint n;
  const AnsRate *const *series =
      ans_rate_table_series (law->rates, "RETIREMENT", is_male ? "male" : "female", &n);

  for (guint i = 0; i < n; i++)
    {
      AnsDate date = ans_date_add_months (ans_law_date (birth), (int) series[i]->value);
      int day = ans_law_day (date);

      /* Whoever was old enough before the first year is not in the table. */
      if (i == 0 && day < series[i]->first_day)
        return 0;
      if (day <= series[i]->last_day)
        return MAX (day, series[i]->first_day);
    }
  return 0;
}

const AnsRate *
ans_law_minimum_wage (AnsLaw *law, const char *place, int day)
{
  guint n;
  const AnsRate *const *regions = ans_rate_table_series (law->rates, "MINWAGE_REGION", place, &n);
  const AnsRate *region = ans_rate_series_on (regions, n, day, ANS_LAW_ALWAYS);
  g_autofree char *code = NULL;
  const AnsRate *const *wages;

  if (region == NULL)
    return NULL;
  code = g_strdup_printf ("region%d", (int) region->value);
  wages = ans_rate_table_series (law->rates, "MINWAGE", code, &n);
  return ans_rate_series_on (wages, n, day, ANS_LAW_ALWAYS);
}
