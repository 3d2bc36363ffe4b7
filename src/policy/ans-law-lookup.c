/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that other areas ask for: retirement ages, minimum wages. */
#include "policy/ans-law-private.h"

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
