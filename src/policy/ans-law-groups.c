/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of beneficiaries and categories of meritorious people, as their tables describe them. */
#include "policy/ans-law-private.h"

#include <stdio.h>
#include <string.h>

#include "policy/ans-policy-csv.h"

static const char groups_header[] =
    "scheme,version,code,rate_scheme,rate_code,per,who,needs,unless,asked,from,to,start,clause,"
    "title";
static const char merits_header[] =
    "category,code,kind,rate_code,rate_min,rate_max,needs,start,clause,title";

static const char *const starts[] = { "ky_quyet_dinh", "cap_giay", "du_tuoi" };
static const char *const kinds[] = { "tro_cap", "phu_cap",         "tham_nien", "phuc_vu",
                                     "tuat",    "tuat_nuoi_duong", "nuoi_duong" };

static int
find_word (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      return (int) i;
  return -1;
}

static gboolean
refuse (const char *row, const char *what, GError **error)
{
  g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_DATA, "%s: %s", row, what);
  return FALSE;
}

static int
read_day (const char *iso, int otherwise)
{
  AnsDate date;

  return ans_date_parse_iso (iso, &date, NULL) ? ans_law_day (date) : otherwise;
}

void
ans_law_group_free (gpointer data)
{
  AnsLawGroup *group = data;

  g_free (group->code);
  g_free (group->who);
  g_free (group->clause);
  g_free (group->title);
  g_free (group->rate_scheme);
  g_free (group->rate_code);
  g_strfreev (group->unless);
  g_free (group);
}

static gboolean
read_group (AnsLaw *self, AnsLawGroup *group, char **cells, GError **error)
{
  int start = find_word (starts, G_N_ELEMENTS (starts), cells[12]);

  group->scheme = ans_law_scheme_find (cells[0]);
  group->version = (int) g_ascii_strtoll (cells[1], NULL, 10);
  group->code = g_strdup (cells[2]);
  group->rate_scheme = g_strdup (cells[3]);
  group->rate_code = g_strdup (cells[4]);
  group->is_per = *cells[5] != '\0';
  group->who = g_strdup (cells[6]);
  group->unless = *cells[8] != '\0' ? g_strsplit (cells[8], "|", -1) : NULL;
  group->asked_to = G_MAXINT;
  if (*cells[9] != '\0' && sscanf (cells[9], "%d-%d", &group->asked_from, &group->asked_to) != 2)
    return refuse (cells[2], "no such ages", error);
  group->first_day = read_day (cells[10], 0);
  group->last_day = read_day (cells[11], G_MAXINT);
  group->start = (AnsLawStart) start;
  group->clause = g_strdup (cells[13]);
  group->title = g_strdup (cells[14]);
  if (group->scheme == ANS_LAW_N_SCHEMES)
    return refuse (cells[2], "no such scheme", error);
  if (start < 0)
    return refuse (cells[2], "no such rule for the first month", error);
  if (group->is_per && !ans_law_atom_parse_count (cells[5], &group->per, error))
    return FALSE;
  if (!ans_law_atoms_parse (cells[7], group->atoms, &group->n_atoms, error))
    return FALSE;
  group->rates =
      ans_rate_table_series (self->rates, group->rate_scheme, group->rate_code, &group->n_rates);
  return TRUE;
}

gboolean
ans_law_load_groups (AnsLaw *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) rows = ans_policy_csv_parse (text, groups_header, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      AnsLawGroup *group = g_new0 (AnsLawGroup, 1);

      if (!read_group (self, group, rows->pdata[i], error))
        {
          ans_law_group_free (group);
          return FALSE;
        }
      g_ptr_array_add (self->groups[group->scheme], group);
    }
  return TRUE;
}

void
ans_law_merit_free (gpointer data)
{
  AnsMeritRow *row = data;

  g_free (row->category);
  g_free (row->code);
  g_free (row->clause);
  g_free (row->title);
  g_free (row->rate_code);
  g_free (row);
}

static gboolean
read_merit (AnsMeritRow *row, char **cells, GError **error)
{
  int kind = find_word (kinds, G_N_ELEMENTS (kinds), cells[2]);
  int start = find_word (starts, G_N_ELEMENTS (starts), cells[7]);

  row->category = g_strdup (cells[0]);
  row->code = g_strdup (cells[1]);
  row->kind = (AnsMeritKind) kind;
  row->by_percent = g_str_has_suffix (cells[3], ".%");
  row->rate_code = g_strndup (cells[3], strlen (cells[3]) - (row->by_percent ? 2 : 0));
  row->rate_min = (int) g_ascii_strtoll (cells[4], NULL, 10);
  row->rate_max = (int) g_ascii_strtoll (cells[5], NULL, 10);
  row->start = (AnsLawStart) start;
  row->clause = g_strdup (cells[8]);
  row->title = g_strdup (cells[9]);
  if (kind < 0)
    return refuse (cells[1], "no such kind of allowance", error);
  if (start < 0)
    return refuse (cells[1], "no such rule for the first month", error);
  return ans_law_atoms_parse (cells[6], row->atoms, &row->n_atoms, error);
}

gboolean
ans_law_load_merits (AnsLaw *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) rows = ans_policy_csv_parse (text, merits_header, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      AnsMeritRow *row = g_new0 (AnsMeritRow, 1);

      if (!read_merit (row, rows->pdata[i], error))
        {
          ans_law_merit_free (row);
          return FALSE;
        }
      g_ptr_array_add (self->merits, row);
    }
  return TRUE;
}

gboolean
ans_law_group_applies (const AnsLawContext *context, const AnsLawGroup *group)
{
  return (group->version == 0 || group->version == context->version) &&
         context->day >= group->first_day && context->day <= group->last_day;
}

const AnsRate *
ans_law_group_rate (const AnsLawContext *context, const AnsLawGroup *group)
{
  const AnsRate *rate =
      ans_rate_series_on (group->rates, group->n_rates, context->day, context->known);

  /* Who says which law applies means its coefficients too, whenever they applied. */
  if (rate == NULL && group->version != 0 && group->n_rates > 0 &&
      ans_law_facts_has (context->facts, ANS_FACT_LAW))
    rate = group->rates[group->n_rates - 1];
  return rate;
}

/* Files of before the new decree was in force are finished by the old one (NĐ 335/2026 Điều 33). */
int
ans_law_procedure_of (const AnsLawContext *context, int decision_day)
{
  GArray *versions = context->law->versions;

  if (ans_law_facts_has (context->facts, ANS_FACT_LAW) || decision_day == 0)
    return context->version;
  for (guint i = versions->len; i > 0; i--)
    if (g_array_index (versions, AnsLawVersion, i - 1).known_day <= decision_day)
      return g_array_index (versions, AnsLawVersion, i - 1).version;
  return g_array_index (versions, AnsLawVersion, 0).version;
}

/* What @version calls the group: a letter may name another one there (5.5b). Care support keeps its
 * codes. */
static const char *
code_in (const AnsLawContext *context, const AnsLawGroup *group, int version)
{
  GPtrArray *mapping = context->law->mapping;

  if (group->scheme != ANS_LAW_ASSISTANCE)
    return group->code;
  for (guint i = 0; i < mapping->len; i++)
    {
      char **row = mapping->pdata[i];
      int from = (int) g_ascii_strtoll (row[0], NULL, 10);
      int to = (int) g_ascii_strtoll (row[2], NULL, 10);

      if (from == group->version && to == version && g_str_equal (row[1], group->code))
        return row[3];
      if (to == group->version && from == version && g_str_equal (row[3], group->code))
        return row[1];
    }
  return NULL;
}

AnsLawStart
ans_law_group_start (const AnsLawContext *context, const AnsLawGroup *group, int decision_day)
{
  int version = ans_law_procedure_of (context, decision_day);
  GPtrArray *groups = context->law->groups[group->scheme];
  const char *code;

  if (group->version == 0 || group->version == version)
    return group->start;
  code = code_in (context, group, version);
  for (guint i = 0; i < groups->len; i++)
    {
      const AnsLawGroup *other = groups->pdata[i];

      if (other->version == version && g_strcmp0 (other->code, code) == 0)
        return other->start;
    }
  return group->start;
}
