/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law as data, read from data/policy, and looked up on a day. */
#include "policy/ans-law-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "policy/ans-policy-csv.h"

#define STANDARD_SCHEME "SA_STANDARD"
#define PENSION_SCHEME  "HTXH"
#define BASE_CODE       "base"

/* A scheme, and the beginnings of the names of its rows in the table of rates. */
static const struct
{
  const char *code, *title;
  gboolean is_monthly;
  const char *const *rates;
} schemes[ANS_LAW_N_SCHEMES] = {
  [ANS_LAW_ASSISTANCE] = { "BTXH", "Trợ cấp xã hội hằng tháng", TRUE,
                           (const char *const[]) { STANDARD_SCHEME, "SA_COEF", "SA_RULE", NULL } },
  [ANS_LAW_PENSION] = { "HTXH", "Trợ cấp hưu trí xã hội", TRUE,
                        (const char *const[]) { PENSION_SCHEME, NULL } },
  [ANS_LAW_MERIT] = { "NCC", "Ưu đãi người có công với cách mạng", TRUE,
                      (const char *const[]) { "NCC", NULL } },
  [ANS_LAW_CARE] = { "CHAM_SOC", "Hỗ trợ kinh phí chăm sóc, nuôi dưỡng", TRUE,
                     (const char *const[]) { STANDARD_SCHEME, "SA_CARE", NULL } },
  [ANS_LAW_FUNERAL] = { "MAI_TANG", "Hỗ trợ chi phí mai táng", FALSE,
                        (const char *const[]) { STANDARD_SCHEME, "SA_FUNERAL", "HTXH", NULL } },
  [ANS_LAW_EMERGENCY] = { "DOT_XUAT", "Trợ giúp xã hội khẩn cấp (đột xuất)", FALSE,
                          (const char *const[]) { STANDARD_SCHEME, "SA_EMERGENCY", NULL } },
  [ANS_LAW_POVERTY] = { "HO_NGHEO", "Hộ nghèo, hộ cận nghèo", FALSE,
                        (const char *const[]) { "POVERTY", "CN", NULL } },
};

const char *
ans_law_scheme_code (AnsLawScheme scheme)
{
  g_return_val_if_fail (scheme < ANS_LAW_N_SCHEMES, NULL);

  return schemes[scheme].code;
}

const char *
ans_law_scheme_title (AnsLawScheme scheme)
{
  g_return_val_if_fail (scheme < ANS_LAW_N_SCHEMES, NULL);

  return schemes[scheme].title;
}

AnsLawScheme
ans_law_scheme_find (const char *code)
{
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    if (g_strcmp0 (schemes[i].code, code) == 0)
      return (AnsLawScheme) i;
  return ANS_LAW_N_SCHEMES;
}

gboolean
ans_law_scheme_is_monthly (AnsLawScheme scheme)
{
  return scheme < ANS_LAW_N_SCHEMES && schemes[scheme].is_monthly;
}

gboolean
ans_law_scheme_has_rate (AnsLawScheme scheme, const char *rate_scheme)
{
  g_return_val_if_fail (scheme < ANS_LAW_N_SCHEMES, FALSE);

  for (guint i = 0; schemes[scheme].rates[i] != NULL; i++)
    if (g_str_has_prefix (rate_scheme, schemes[scheme].rates[i]))
      return TRUE;
  return FALSE;
}

static void
version_clear (gpointer data)
{
  g_free (((AnsLawVersion *) data)->title);
  g_free (((AnsLawVersion *) data)->clause);
}

static gboolean
read_rule (const char *word, const char *yes, const char *no, gboolean *is, GError **error)
{
  *is = g_str_equal (word, yes);
  if (*is || g_str_equal (word, no))
    return TRUE;
  g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_DATA, "“%s” is no rule for months.", word);
  return FALSE;
}

static gboolean
load_versions (AnsLaw *self, GError **error)
{
  g_autoptr (GPtrArray) rows = ans_policy_csv_parse (
      ans_policy_csv_resource ("law-versions.csv"),
      "version,from,in_force,to,title,stop,adjust,return,clause,check", error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];
      AnsDate from, in_force;
      AnsLawVersion version = { .version = (int) g_ascii_strtoll (cells[0], NULL, 10) };

      if (!ans_date_parse_iso (cells[1], &from, error) ||
          !ans_date_parse_iso (cells[2], &in_force, error))
        return FALSE;
      version.first_day = ans_law_day (from);
      version.known_day = ans_law_day (in_force);
      version.title = g_strdup (cells[4]);
      version.clause = g_strdup (cells[8]);
      if (!read_rule (cells[5], "thang_sau", "cung_thang", &version.is_stop_after, error) ||
          !read_rule (cells[6], "cung_thang", "thang_sau", &version.is_adjust_same, error) ||
          !read_rule (cells[7], "tu_khi_tam_dung", "tu_khi_huong_lai", &version.is_paid_back,
                      error))
        {
          version_clear (&version);
          return FALSE;
        }
      g_array_append_val (self->versions, version);
    }
  return TRUE;
}

static gboolean
load_terms (AnsLaw *self, GError **error)
{
  self->mapping = ans_policy_csv_parse (
      ans_policy_csv_resource ("group-mapping.csv"),
      "from_version,from_code,to_version,to_code,since,legal_basis,check", error);
  if (self->mapping == NULL)
    return FALSE;
  self->aliases = ans_policy_csv_parse (ans_policy_csv_resource ("law-terms.csv"),
                                        "kind,code,label,legal_basis,check", error);
  return self->aliases != NULL;
}

/* The country's row, and the province's own where it has one. */
static void
find_bases (AnsLaw *self)
{
  g_autofree char *own =
      self->province != NULL ? g_strconcat (BASE_CODE "@", self->province, NULL) : NULL;
  const char *const codes[] = { own != NULL ? own : "", BASE_CODE };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      self->standards[i] =
          ans_rate_table_series (self->rates, STANDARD_SCHEME, codes[i], &self->n_standards[i]);
      self->pensions[i] =
          ans_rate_table_series (self->rates, PENSION_SCHEME, codes[i], &self->n_pensions[i]);
    }
}

AnsLaw *
ans_law_new (const char *more_rates, const char *province, GError **error)
{
  g_autoptr (AnsLaw) self = g_new0 (AnsLaw, 1);

  self->province = g_strdup (province);
  self->versions = g_array_new (FALSE, TRUE, sizeof (AnsLawVersion));
  g_array_set_clear_func (self->versions, version_clear);
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    self->groups[i] = g_ptr_array_new_with_free_func (ans_law_group_free);
  self->merits = g_ptr_array_new_with_free_func (ans_law_merit_free);
  self->rates = ans_rate_table_new (ans_policy_csv_resource ("rates.csv"), error);
  if (self->rates == NULL ||
      !ans_rate_table_add (self->rates, ans_policy_csv_resource ("ncc-rates.csv"), error) ||
      (more_rates != NULL && !ans_rate_table_add (self->rates, more_rates, error)))
    return NULL;
  find_bases (self);
  if (!load_versions (self, error) || !load_terms (self, error) ||
      !ans_law_load_groups (self, ans_policy_csv_resource ("groups.csv"), error) ||
      !ans_law_load_merits (self, ans_policy_csv_resource ("merits.csv"), error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ans_law_free (AnsLaw *self)
{
  g_clear_pointer (&self->rates, ans_rate_table_free);
  g_clear_pointer (&self->versions, g_array_unref);
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    g_clear_pointer (&self->groups[i], g_ptr_array_unref);
  g_clear_pointer (&self->merits, g_ptr_array_unref);
  g_clear_pointer (&self->mapping, g_ptr_array_unref);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_free (self->province);
  g_free (self);
}

AnsLaw *
ans_law_get_default (void)
{
  static AnsLaw *law; /* needed as long as the program runs */
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;

      law = ans_law_new (NULL, NULL, &error);
      if (law == NULL)
        g_error ("data/policy: %s", error->message);
      g_once_init_leave (&once, 1);
    }
  return law;
}

AnsRateTable *
ans_law_get_rates (AnsLaw *self)
{
  return self->rates;
}

const char *
ans_law_map_group (AnsLaw *self, const char *code)
{
  for (guint i = 0; i < self->mapping->len; i++)
    {
      char **row = self->mapping->pdata[i];

      if (g_strcmp0 (row[1], code) == 0)
        return row[3];
    }
  return NULL;
}

const char *
ans_law_find_category (AnsLaw *self, const char *code)
{
  for (guint i = 0; i < self->aliases->len; i++)
    {
      char **row = self->aliases->pdata[i];

      if (g_str_equal (row[0], "merit_alias") && g_str_equal (row[1], code))
        code = row[2];
    }
  for (guint i = 0; i < self->merits->len; i++)
    if (g_str_equal (((AnsMeritRow *) self->merits->pdata[i])->category, code))
      return ((AnsMeritRow *) self->merits->pdata[i])->category;
  for (guint i = 0; i < self->merits->len; i++)
    {
      const AnsMeritRow *row = self->merits->pdata[i];

      if (g_str_equal (row->code, code))
        return row->category;
    }
  return NULL;
}

const char *
ans_law_category_title (AnsLaw *self, const char *category)
{
  for (guint i = 0; i < self->aliases->len; i++)
    {
      char **row = self->aliases->pdata[i];

      if (g_str_equal (row[0], "merit_category") && g_str_equal (row[1], category))
        return row[2];
    }
  for (guint i = 0; i < self->merits->len; i++)
    {
      const AnsMeritRow *row = self->merits->pdata[i];

      if (g_strcmp0 (row->category, category) == 0)
        return row->title;
    }
  return category;
}

GPtrArray *
ans_law_categories (AnsLaw *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < self->merits->len; i++)
    {
      const AnsMeritRow *row = self->merits->pdata[i];

      if (!g_ptr_array_find_with_equal_func (all, row->category, g_str_equal, NULL))
        g_ptr_array_add (all, row->category);
    }
  return all;
}

guint64
ans_law_facts_of (AnsLaw *self, AnsLawScheme scheme)
{
  guint64 facts = 0;

  if (scheme == ANS_LAW_POVERTY)
    return ANS_FACT_BIT (ANS_FACT_AREA) | ANS_FACT_BIT (ANS_FACT_B1) |
           ANS_FACT_BIT (ANS_FACT_DEPRIVATIONS);
  for (guint i = 0; i < self->groups[scheme]->len; i++)
    {
      const AnsLawGroup *group = self->groups[scheme]->pdata[i];

      for (guint j = 0; j < group->n_atoms; j++)
        facts |= ans_law_atom_facts (&group->atoms[j]);
    }
  if (scheme == ANS_LAW_MERIT)
    {
      facts |= ANS_FACT_BIT (ANS_FACT_CATEGORY) | ANS_FACT_BIT (ANS_FACT_RATE) |
               ANS_FACT_BIT (ANS_FACT_CERTIFICATE);
      for (guint i = 0; i < self->merits->len; i++)
        for (guint j = 0; j < ((AnsMeritRow *) self->merits->pdata[i])->n_atoms; j++)
          facts |= ans_law_atom_facts (&((AnsMeritRow *) self->merits->pdata[i])->atoms[j]);
    }
  /* What the dead had is asked of their facts; the two pensions of old age look at each other. */
  if (scheme == ANS_LAW_FUNERAL || scheme == ANS_LAW_PENSION)
    facts |= ans_law_facts_of (self, ANS_LAW_ASSISTANCE);
  if (scheme == ANS_LAW_FUNERAL || scheme == ANS_LAW_ASSISTANCE)
    facts |= ANS_FACT_BIT (ANS_FACT_PENSION) | ANS_FACT_BIT (ANS_FACT_PENSION_AMOUNT);
  if (scheme == ANS_LAW_EMERGENCY)
    return facts | ANS_FACT_BIT (ANS_FACT_MONTHS) | ANS_FACT_BIT (ANS_FACT_KNOWN);
  facts |= ANS_FACT_BIT (ANS_FACT_DECISION) | ANS_FACT_BIT (ANS_FACT_DEATH) |
           ANS_FACT_BIT (ANS_FACT_KNOWN);
  if (ans_law_scheme_is_monthly (scheme))
    facts |= ANS_FACT_BIT (ANS_FACT_SUSPENDED) | ANS_FACT_BIT (ANS_FACT_RESUMED);
  if (scheme != ANS_LAW_MERIT)
    facts |= ANS_FACT_BIT (ANS_FACT_LAW);
  return facts;
}

const AnsLawVersion *
ans_law_get_version (AnsLaw *self, int version)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (g_array_index (self->versions, AnsLawVersion, i).version == version)
      return &g_array_index (self->versions, AnsLawVersion, i);
  return NULL;
}

const AnsLawVersion *
ans_law_month_rules (const AnsLawContext *context)
{
  const AnsLawVersion *version = ans_law_get_version (context->law, context->version);

  return version != NULL ? version : &g_array_index (context->law->versions, AnsLawVersion, 0);
}

static int
version_on (AnsLaw *self, int day, int known)
{
  for (guint i = self->versions->len; i > 0; i--)
    {
      const AnsLawVersion *version = &g_array_index (self->versions, AnsLawVersion, i - 1);

      if (version->first_day <= day && version->known_day <= known)
        return version->version;
    }
  return -1;
}

static const AnsRate *
pick (const AnsRate *const *const *series, const guint *n, const AnsLawContext *context)
{
  const AnsRate *own = ans_rate_series_on (series[0], n[0], context->day, context->known);

  return own != NULL ? own : ans_rate_series_on (series[1], n[1], context->day, context->known);
}

const AnsRate *
ans_law_get_standard (const AnsLawContext *context)
{
  return pick (context->law->standards, context->law->n_standards, context);
}

const AnsRate *
ans_law_get_pension (const AnsLawContext *context)
{
  return pick (context->law->pensions, context->law->n_pensions, context);
}

void
ans_law_context_init (AnsLawContext *context, AnsLaw *law, const AnsLawFacts *facts, int day)
{
  const AnsRate *pension;

  *context = (AnsLawContext) { .law = law, .facts = facts, .day = day };
  context->known = ans_law_facts_has (facts, ANS_FACT_KNOWN) ? (int) facts->value[ANS_FACT_KNOWN]
                                                             : ANS_LAW_ALWAYS;
  context->version =
      ans_law_facts_has (facts, ANS_FACT_LAW)
          ? (int) g_ascii_strtoll (
                ans_fact_info (ANS_FACT_LAW)->choices[facts->value[ANS_FACT_LAW]].code, NULL, 10)
          : version_on (law, day, context->known);
  context->age = ans_law_facts_has (facts, ANS_FACT_BIRTH)
                     ? ans_law_age ((int) facts->value[ANS_FACT_BIRTH], day)
                     : G_MININT;
  pension = ans_law_get_pension (context);
  context->pension = pension != NULL ? pension->value : 0;
}

static void
check_name (GPtrArray *wrong, const char *owner, const char *what, gboolean known)
{
  if (!known)
    g_ptr_array_add (wrong, g_strdup_printf ("%s: nothing is called “%s”", owner, what));
}

static void
check_group (AnsLaw *self, const AnsLawGroup *group, GPtrArray *wrong)
{
  check_name (wrong, group->code, group->rate_code, group->n_rates > 0);
  if (*group->clause == '\0' || *group->title == '\0' || group->n_atoms == 0)
    g_ptr_array_add (wrong, g_strdup_printf ("%s: no clause, title or condition", group->code));
  if (group->version != 0)
    check_name (wrong, group->code, "version", ans_law_get_version (self, group->version) != NULL);
  for (guint i = 0; group->unless != NULL && group->unless[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < self->groups[group->scheme]->len; j++)
        known |= g_str_has_prefix (((AnsLawGroup *) self->groups[group->scheme]->pdata[j])->code,
                                   group->unless[i]);
      check_name (wrong, group->code, group->unless[i], known);
    }
  if (group->scheme == ANS_LAW_ASSISTANCE && group->version == 2021 && group->last_day == G_MAXINT)
    check_name (wrong, group->code, "mapping", ans_law_map_group (self, group->code) != NULL);
}

static void
check_merit (AnsLaw *self, const AnsMeritRow *row, GPtrArray *wrong)
{
  int first = row->by_percent ? row->rate_min : 0, last = row->by_percent ? row->rate_max : 0;

  if ((row->rate_min > row->rate_max) || *row->clause == '\0')
    g_ptr_array_add (wrong,
                     g_strdup_printf ("%s %s: no percents or clause", row->category, row->code));
  for (int percent = first; percent <= last; percent++)
    {
      g_autofree char *code = row->by_percent ? g_strdup_printf ("%s.%03d", row->rate_code, percent)
                                              : g_strdup (row->rate_code);
      guint n;

      ans_rate_table_series (self->rates, "NCC_MONTHLY", code, &n);
      check_name (wrong, row->category, code, n > 0);
    }
}

GPtrArray *
ans_law_check (AnsLaw *self)
{
  GPtrArray *wrong = ans_rate_table_check (self->rates);

  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    for (guint j = 0; j < self->groups[i]->len; j++)
      check_group (self, self->groups[i]->pdata[j], wrong);
  for (guint i = 0; i < self->merits->len; i++)
    check_merit (self, self->merits->pdata[i], wrong);
  for (guint i = 0; i < self->aliases->len; i++)
    {
      char **row = self->aliases->pdata[i];

      if (g_str_equal (row[0], "merit_alias"))
        check_name (wrong, row[1], row[2], ans_law_find_category (self, row[2]) != NULL);
    }
  return wrong;
}
