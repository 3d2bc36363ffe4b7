/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The multidimensional poverty standard and what the scores say under it: domain.md §4.6. */
#include "policy/ans-poverty-standard.h"

#include <string.h>

#include "policy/ans-policy-csv.h"
#include "text/ans-date.h"

#define FILE_NAME "poverty-standards.csv"

/* The figure that every standard has on every day of its time. */
#define SPAN_CODE "income_rural"

AnsRateTable *
ans_poverty_standards (void)
{
  static AnsRateTable *table; /* needed as long as the program runs */
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;

      table = ans_rate_table_new (ans_policy_csv_resource (FILE_NAME), &error);
      if (table == NULL)
        g_error ("%s: %s", FILE_NAME, error->message);
      g_once_init_leave (&once, 1);
    }
  return table;
}

/* First and last day of @scheme. */
static gboolean
get_span (AnsRateTable *table, const char *scheme, const char **from, const char **to)
{
  *from = *to = NULL;
  for (guint i = 0; i < ans_rate_table_get_n (table); i++)
    {
      const AnsRate *rate = ans_rate_table_get (table, i);

      if (strcmp (rate->scheme, scheme) != 0 || strcmp (rate->code, SPAN_CODE) != 0)
        continue;
      if (*from == NULL || strcmp (rate->from, *from) < 0)
        *from = rate->from;
      if (*to == NULL || *rate->to == '\0' || (**to != '\0' && strcmp (rate->to, *to) > 0))
        *to = rate->to;
    }
  return *from != NULL;
}

static void
check_choices (AnsRateTable *table, GPtrArray *wrong)
{
  for (const AnsChoice *choice = ans_poverty_standard_choices; choice->code != NULL; choice++)
    {
      const char *from, *to;

      if (!get_span (table, choice->code, &from, &to))
        g_ptr_array_add (wrong, g_strdup_printf ("%s: no figures", choice->code));
    }
}

/* Every row stands within its standard's time, and the rows of a code fill it. */
static void
check_codes (AnsRateTable *table, GPtrArray *wrong)
{
  for (guint i = 0; i < ans_rate_table_get_n (table); i++)
    {
      const AnsRate *rate = ans_rate_table_get (table, i);
      const AnsField field = { .name = "standard", .choices = ans_poverty_standard_choices };
      const char *from, *to;

      if (ans_field_get_choice (&field, rate->scheme) == NULL)
        g_ptr_array_add (wrong, g_strdup_printf ("%s: no choice", rate->scheme));
      if (!get_span (table, rate->scheme, &from, &to))
        continue;
      if (strcmp (rate->from, from) < 0 || strcmp (rate->to, to) > 0 ||
          ans_rate_table_find (table, rate->scheme, rate->code, from) == NULL ||
          ans_rate_table_find (table, rate->scheme, rate->code, to) == NULL)
        g_ptr_array_add (wrong, g_strdup_printf ("%s %s: not of all the time of the standard",
                                                 rate->scheme, rate->code));
    }
}

/* On every day from the first to the last, one standard applies. */
static void
check_standards (AnsRateTable *table, GPtrArray *wrong)
{
  const char *end = NULL;

  for (const AnsChoice *choice = ans_poverty_standard_choices; choice->code != NULL; choice++)
    {
      const char *from, *to;

      if (!get_span (table, choice->code, &from, &to))
        continue;
      if (end != NULL)
        {
          AnsDate last;
          g_autofree char *next = NULL;

          ans_date_parse_iso (end, &last, NULL);
          next = ans_date_to_iso (ans_date_add_days (last, 1));
          if (strcmp (from, next) < 0)
            g_ptr_array_add (wrong, g_strdup_printf ("%s: two standards on this day", from));
          else if (strcmp (from, next) > 0)
            g_ptr_array_add (wrong, g_strdup_printf ("%s: no standard on this day", next));
        }
      end = to;
    }
}

GPtrArray *
ans_poverty_standards_check (AnsRateTable *table)
{
  GPtrArray *wrong = ans_rate_table_check (table);

  check_choices (table, wrong);
  check_codes (table, wrong);
  check_standards (table, wrong);
  return wrong;
}

const char *
ans_poverty_standard_on (const char *day)
{
  for (const AnsChoice *choice = ans_poverty_standard_choices; choice->code != NULL; choice++)
    if (ans_rate_table_find (ans_poverty_standards (), choice->code, SPAN_CODE, day) != NULL)
      return choice->code;
  return NULL;
}

const char *
ans_poverty_standard_starts (const char *standard)
{
  const char *from, *to;

  return get_span (ans_poverty_standards (), standard, &from, &to) ? from : NULL;
}

static AnsPovertyVerdict *
verdict_new (const char *result, int b2, const char *standard, char *reason)
{
  AnsPovertyVerdict *self = g_new0 (AnsPovertyVerdict, 1);

  self->result = result;
  self->b2 = b2;
  self->standard = standard;
  self->reason = reason;
  return self;
}

void
ans_poverty_verdict_free (AnsPovertyVerdict *self)
{
  g_free (self->reason);
  g_free (self->clause);
  g_free (self);
}

/* The code of the choice itself, which lives as long as the program. */
static const AnsChoice *
find_standard (const char *standard)
{
  const AnsField field = { .name = "standard", .choices = ans_poverty_standard_choices };

  return ans_field_get_choice (&field, standard);
}

static const AnsRate *
figure (const char *standard, const char *code, const char *day)
{
  return ans_rate_table_find (ans_poverty_standards (), standard, code, day);
}

static int
count_bits (guint mask)
{
  int n = 0;

  for (int i = 0; i < ANS_POVERTY_N_DEPRIVATIONS; i++)
    n += (mask >> i) & 1;
  return n;
}

/* B1 135 ≤ 140 và B2 40 ≥ 30 (thiếu hụt 4/12 chỉ số, từ 3 trở lên) */
static AnsPovertyVerdict *
compare (const char *standard,
         int b1,
         int n,
         const AnsRate *limit,
         const AnsRate *poor,
         const AnsRate *points,
         const AnsRate *indicators)
{
  int b2 = n * (int) points->value;
  int needed = (int) ((poor->value + points->value - 1) / points->value);

  if (b1 > limit->value)
    return verdict_new (
        ANS_POVERTY_NOT_POOR, b2, standard,
        g_strdup_printf ("B1 %d > %d: vượt chuẩn về thu nhập (thiếu hụt %d/%d chỉ số)", b1,
                         (int) limit->value, n, (int) indicators->value));
  if (b2 >= poor->value)
    return verdict_new (
        ANS_POVERTY_POOR, b2, standard,
        g_strdup_printf ("B1 %d ≤ %d và B2 %d ≥ %d (thiếu hụt %d/%d chỉ số, từ %d trở lên)", b1,
                         (int) limit->value, b2, (int) poor->value, n, (int) indicators->value,
                         needed));
  return verdict_new (ANS_POVERTY_NEAR_POOR, b2, standard,
                      g_strdup_printf ("B1 %d ≤ %d và B2 %d < %d (thiếu hụt %d/%d chỉ số, dưới %d)",
                                       b1, (int) limit->value, b2, (int) poor->value, n,
                                       (int) indicators->value, needed));
}

static AnsPovertyVerdict *
classify (const AnsChoice *standard, const char *area, int b1, guint deprivations, const char *day)
{
  gboolean urban = g_strcmp0 (area, ANS_POVERTY_AREA_URBAN) == 0;
  const AnsRate *income = figure (standard->code, urban ? "income_urban" : "income_rural", day);
  const AnsRate *limit = figure (standard->code, urban ? "b1_urban" : "b1_rural", day);
  const AnsRate *poor = figure (standard->code, "b2_poor", day);
  const AnsRate *points = figure (standard->code, "b2_points", day);
  const AnsRate *indicators = figure (standard->code, "indicators", day);
  AnsPovertyVerdict *verdict;

  if (limit == NULL || poor == NULL || points == NULL || indicators == NULL)
    {
      verdict = verdict_new (
          NULL, -1, standard->code,
          g_strdup_printf ("Chưa có bảng điểm B1, B2 của “%s”: nhập kết quả theo quyết định",
                           standard->label));
      verdict->clause = g_strdup (income->legal_basis);
      return verdict;
    }
  if (!urban && g_strcmp0 (area, ANS_POVERTY_AREA_RURAL) != 0)
    verdict = verdict_new (NULL, count_bits (deprivations) * (int) points->value, standard->code,
                           g_strdup ("Chưa rõ khu vực nông thôn hay thành thị"));
  else if (b1 < 0)
    verdict = verdict_new (NULL, count_bits (deprivations) * (int) points->value, standard->code,
                           g_strdup ("Chưa có điểm B1"));
  else
    verdict =
        compare (standard->code, b1, count_bits (deprivations), limit, poor, points, indicators);
  verdict->clause = g_strdup_printf ("%s; %s", income->legal_basis, limit->legal_basis);
  return verdict;
}

AnsPovertyVerdict *
ans_poverty_classify (const char *area, int b1, guint deprivations, const char *day)
{
  const char *standard = ans_poverty_standard_on (day);

  if (standard == NULL)
    {
      AnsPovertyVerdict *verdict = verdict_new (
          NULL, -1, NULL, g_strdup_printf ("Chưa có chuẩn nghèo áp dụng cho ngày %s", day));

      verdict->clause = g_strdup ("");
      return verdict;
    }
  return classify (find_standard (standard), area, b1, deprivations, day);
}

AnsPovertyVerdict *
ans_poverty_classify_under (
    const char *standard, const char *area, int b1, guint deprivations, const char *day)
{
  const AnsChoice *choice = find_standard (standard);
  const char *from, *to;

  if (choice == NULL || !get_span (ans_poverty_standards (), choice->code, &from, &to))
    return ans_poverty_classify (area, b1, deprivations, day);
  if (strcmp (day, from) < 0)
    day = from;
  else if (*to != '\0' && strcmp (day, to) > 0)
    day = to;
  return classify (choice, area, b1, deprivations, day);
}
