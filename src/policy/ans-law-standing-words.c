/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a group of a scheme is paid, is not paid, or is not meant for the person. */
#include "policy/ans-law-standing.h"

#include <string.h>

#include "text/ans-number.h"

static char *
join (GPtrArray *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (char *) words->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
say_amount (const AnsStanding *found)
{
  g_autofree char *amount = ans_number_format (found->amount);
  g_autofree char *standard = NULL, *coefficient = NULL;

  if (found->standard == NULL)
    return g_strdup_printf ("Mức %s đồng", amount);
  standard = ans_number_format (found->standard->value);
  coefficient = ans_decimal_format (found->coefficient / 10, 1);
  return g_strdup_printf ("Mức chuẩn %s đồng × %s = %s đồng", standard, coefficient, amount);
}

void
ans_standings_say_paid (AnsStandings *self, const AnsStanding *found)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *facts = NULL, *basis = NULL;
  const AnsLawLine line = { .rate = found->rate, .standard = found->standard };

  for (guint i = 0; i < found->group->n_atoms; i++)
    ans_law_atom_say (self->context, &found->group->atoms[i], ANS_LAW_TRUE, words,
                      &self->answer->used);
  facts = join (words);
  ans_law_answer_take_reason (self->answer,
                              g_strdup_printf ("%s: thuộc diện “%s”", facts, found->group->title),
                              found->group->clause);
  basis = ans_law_line_basis (&line);
  ans_law_answer_take_reason (self->answer, say_amount (found), basis);
}

/* The conditions that fail; %NULL if it is plain that the group is not meant for the person, unless
 * @says_all. Who is entitled to something is only told what a known fact keeps from them. */
static char *
say_failed (AnsStandings *self,
            const AnsStanding *found,
            gboolean is_entitled,
            gboolean says_all,
            guint64 *used)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean age_fails = FALSE, other_fails = FALSE, unsure = FALSE;
  guint64 unknown = 0;

  for (guint i = 0; i < found->group->n_atoms; i++)
    {
      const AnsLawAtom *atom = &found->group->atoms[i];
      AnsLawTruth truth = ans_law_atom_ask (self->context, atom, &unknown);

      /* Nobody who does not ask is told why they are no single parent. */
      if (i == 0 && truth == ANS_LAW_UNKNOWN && !says_all)
        return NULL;
      unsure |= truth == ANS_LAW_UNKNOWN;
      if (truth != ANS_LAW_FALSE)
        continue;
      if (atom->kind == ANS_ATOM_AGE)
        age_fails = TRUE;
      else
        other_fails = TRUE;
      ans_law_atom_say (self->context, atom, truth, words, used);
    }
  if (words->len == 0 || (age_fails && (other_fails || unsure) && !says_all) ||
      (is_entitled && (age_fails || unsure)))
    return NULL;
  return join (words);
}

/* 5.1 of 5.1-a: one group by ages. */
static gboolean
is_kin (const AnsLawGroup *a, const AnsLawGroup *b)
{
  gsize length = strcspn (a->code, "-");

  return a != b && length == strcspn (b->code, "-") && strncmp (a->code, b->code, length) == 0;
}

/* How the conditions stand that are no age. */
static AnsLawTruth
ask_others (const AnsStandings *self, const AnsLawGroup *group)
{
  AnsLawTruth truth = ANS_LAW_TRUE;
  guint64 unknown = 0;

  for (guint i = 0; i < group->n_atoms; i++)
    if (group->atoms[i].kind != ANS_ATOM_AGE)
      truth = MIN (truth, ans_law_atom_ask (self->context, &group->atoms[i], &unknown));
  return truth;
}

/* Of the ages of one group only the nearest is said: not 4 and 16, but 16; of 70 for the poor and
 * 75 for all the one that is the person's. */
static gboolean
is_nearest_age (const AnsStandings *self, guint index)
{
  const AnsLawGroup *group = self->found[index].group;
  guint64 unknown = 0;

  for (guint i = 0; i < group->n_atoms; i++)
    {
      const AnsLawAtom *atom = &group->atoms[i];
      guint first = atom->is_below ? index + 1 : 0, last = atom->is_below ? self->n : index;

      if (atom->kind != ANS_ATOM_AGE ||
          ans_law_atom_ask (self->context, atom, &unknown) != ANS_LAW_FALSE)
        continue;
      for (guint j = first; j < last; j++)
        if (is_kin (group, self->found[j].group) &&
            ask_others (self, self->found[j].group) >= ask_others (self, group))
          return FALSE;
    }
  return TRUE;
}

/* Groups that fail for one reason are said together. */
static guint
say_failures (AnsStandings *self, gboolean says_all)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n; i++)
    {
      const AnsStanding *best = ans_standings_best (self, i);
      guint64 used = 0;
      g_autofree char *words = NULL;
      g_autoptr (GString) titles = NULL;

      if (self->found[i].truth != ANS_LAW_FALSE ||
          ans_standings_is_excluded (self, self->found[i].group) || !is_nearest_age (self, i) ||
          (best != NULL && self->found[i].amount <= best->amount))
        continue;
      words = say_failed (self, &self->found[i], best != NULL, says_all, &used);
      if (words == NULL || g_ptr_array_find_with_equal_func (said, words, g_str_equal, NULL))
        continue;
      titles = g_string_new (NULL);
      for (guint j = i; j < self->n; j++)
        {
          guint64 others = 0;
          g_autofree char *other =
              self->found[j].truth == ANS_LAW_FALSE
                  ? say_failed (self, &self->found[j], best != NULL, says_all, &others)
                  : NULL;

          if (g_strcmp0 (other, words) == 0 &&
              strstr (titles->str, self->found[j].group->clause) == NULL)
            g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                                    self->found[j].group->clause);
        }
      self->answer->used |= used;
      ans_law_answer_take_reason (
          self->answer,
          g_strdup_printf ("%s: không đủ điều kiện “%s”", words, self->found[i].group->title),
          titles->str);
      g_ptr_array_add (said, g_steal_pointer (&words));
    }
  return said->len;
}

/* What is known speaks for a group, but does not yet say it. */
static void
say_open (AnsStandings *self, const AnsStanding *found)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *facts = NULL;
  guint64 unknown = 0, used = 0;

  for (guint i = 0; i < found->group->n_atoms; i++)
    {
      const AnsLawAtom *atom = &found->group->atoms[i];
      AnsLawTruth truth = ans_law_atom_ask (self->context, atom, &unknown);

      ans_law_atom_say (self->context, atom, truth, words, &used);
    }
  for (guint i = 0; i < ANS_FACT_N; i++)
    if (found->unknown & ANS_FACT_BIT (i))
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? "; " : "",
                              ans_fact_info (i)->label);
  self->answer->used |= used;
  facts = join (words);
  ans_law_answer_take_reason (
      self->answer,
      g_strdup_printf ("%s: chưa đủ căn cứ xét diện “%s”, còn phải biết: %s", facts,
                       found->group->title, labels->str),
      found->group->clause);
}

/* Of the ages of one group only the first is said. */
static gboolean
is_kin_open (const AnsStandings *self, guint index)
{
  for (guint i = 0; i < index; i++)
    if (self->found[i].truth == ANS_LAW_UNKNOWN &&
        is_kin (self->found[i].group, self->found[index].group))
      return TRUE;
  return FALSE;
}

void
ans_standings_say_not (AnsStandings *self)
{
  guint said = say_failures (self, FALSE);

  if (self->answer->n_lines > 0 || self->scheme == ANS_LAW_FUNERAL ||
      self->scheme == ANS_LAW_EMERGENCY)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      const AnsStanding *found = &self->found[i];

      /* What the group is about is known, at least in part. */
      if (found->truth == ANS_LAW_UNKNOWN && !is_kin_open (self, i) &&
          (ans_law_atom_facts (&found->group->atoms[0]) & self->context->facts->given) != 0)
        {
          say_open (self, found);
          said++;
        }
    }
  if (said == 0 && self->answer->missing == 0)
    say_failures (self, TRUE);
}

char *
ans_standings_say_unpaid (AnsStandings *self, const AnsStanding *found)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *rule = NULL, *facts = NULL;

  if (self->answer->reasons == NULL)
    return NULL;
  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < found->group->n_atoms; i++)
    ans_law_atom_say (self->context, &found->group->atoms[i], ANS_LAW_TRUE, words,
                      &self->answer->used);
  facts = join (words);
  if (self->scheme == ANS_LAW_ASSISTANCE)
    rule = g_strdup_printf (
        "%s Điều 6.2", ans_law_get_version (self->context->law, self->context->version)->title);
  return g_strdup_printf ("%s: cũng thuộc diện “%s” nhưng chỉ hưởng một mức cao nhất%s%s%s", facts,
                          found->group->title, rule != NULL ? " (" : "", rule != NULL ? rule : "",
                          rule != NULL ? ")" : "");
}

static gint64
most_months (AnsStandings *self, const AnsStanding *found, gboolean is_tet)
{
  guint n;
  const AnsRate *const *series =
      ans_rate_table_series (self->context->law->rates, found->rate->scheme,
                             is_tet ? "rice_months_tet" : "rice_months_disaster_max", &n);
  const AnsRate *rate = ans_rate_series_on (series, n, self->context->day, self->context->known);

  return rate != NULL ? rate->value : 1;
}

void
ans_standings_say_rice (AnsStandings *self, const AnsStanding *found)
{
  const AnsLawFacts *facts = self->context->facts;
  gint64 months = ans_law_facts_has (facts, ANS_FACT_MONTHS) ? facts->value[ANS_FACT_MONTHS] : 1;
  gboolean is_tet = facts->value[ANS_FACT_HUNGRY] == 1;

  months = MIN (months, most_months (self, found, is_tet));
  if (ans_law_facts_has (facts, ANS_FACT_MONTHS))
    self->answer->used |= ANS_FACT_BIT (ANS_FACT_MONTHS);
  else if (!is_tet)
    self->answer->missing |= ANS_FACT_BIT (ANS_FACT_MONTHS);
  self->answer->eligible = TRUE;
  self->answer->used |= ANS_FACT_BIT (ANS_FACT_HUNGRY) | ANS_FACT_BIT (ANS_FACT_PERSONS);
  ans_law_answer_take_reason (self->answer,
                              g_strdup_printf ("Gạo: %d kg × %d người × %d tháng = %d kg",
                                               (int) found->rate->value,
                                               (int) facts->value[ANS_FACT_PERSONS], (int) months,
                                               (int) (found->amount * months)),
                              found->group->clause);
}
