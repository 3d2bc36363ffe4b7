/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which groups of a scheme a person is in, and which of them are paid: domain.md §4.1, §4.2, §4.4.
 */
#include "policy/ans-law-standing.h"

#include <string.h>

#include "text/ans-number.h"

#define PARENT_CODE "5.4"

/* --- standing --------------------------------------------------------------------------------- */

/* False as soon as one condition fails; the facts of the others matter only if none does. */
static AnsLawTruth
ask_atoms (const AnsLawContext *context, const AnsLawGroup *group, guint64 *unknown)
{
  AnsLawTruth truth = ANS_LAW_TRUE;

  for (guint i = 0; i < group->n_atoms; i++)
    {
      AnsLawTruth one = ans_law_atom_ask (context, &group->atoms[i], unknown);

      if (one == ANS_LAW_FALSE)
        return ANS_LAW_FALSE;
      truth = MIN (truth, one);
    }
  return truth;
}

static void
reckon (const AnsLawContext *context, AnsStanding *found)
{
  const AnsLawGroup *group = found->group;
  int n = group->is_per ? ans_law_atom_count (context, &group->per) : 1;
  gboolean is_multiple = g_str_has_prefix (found->rate->unit, "lan");

  if (is_multiple && g_str_has_suffix (found->rate->unit, "HTXH"))
    found->standard = ans_law_get_pension (context);
  else if (is_multiple)
    found->standard = ans_law_get_standard (context);
  if (found->truth == ANS_LAW_UNKNOWN && group->is_per && n == 0)
    n = 1;
  found->coefficient = is_multiple                        ? (int) found->rate->hundredths * n
                       : group->scheme == ANS_LAW_PENSION ? 100
                                                          : -1;
  if (!is_multiple)
    found->amount = found->rate->value * n;
  else if (found->standard != NULL)
    found->amount = found->standard->value * found->coefficient / 100;
  if (found->truth == ANS_LAW_UNKNOWN && group->is_per &&
      (found->unknown & ANS_FACT_BIT (group->per.fact)) != 0)
    found->amount = G_MAXINT64;
}

gboolean
ans_standings_is_excluded (const AnsStandings *self, const AnsLawGroup *group)
{
  for (guint i = 0; group->unless != NULL && group->unless[i] != NULL; i++)
    for (guint j = 0; j < self->n; j++)
      if (self->found[j].truth == ANS_LAW_TRUE &&
          g_str_has_prefix (self->found[j].group->code, group->unless[i]))
        return TRUE;
  return FALSE;
}

/* Nobody is asked whether a child brings up children, or an old man is an orphan at school, unless
 * that is all that is not known, or what the group is about is known to be so. */
static gboolean
is_worth_asking (const AnsLawContext *context, const AnsLawGroup *group)
{
  guint64 unknown = 0;
  guint n = 0;

  if (context->age < 0 || (context->age >= group->asked_from && context->age <= group->asked_to))
    return TRUE;
  if (ans_law_atom_ask (context, &group->atoms[0], &unknown) == ANS_LAW_TRUE)
    return TRUE;
  for (guint i = 0; i < group->n_atoms; i++)
    n += ans_law_atom_ask (context, &group->atoms[i], &unknown) == ANS_LAW_UNKNOWN;
  return n < 2;
}

static void
find_groups (AnsStandings *self)
{
  const AnsLawContext *context = self->context;
  GPtrArray *groups = context->law->groups[self->scheme];

  for (guint i = 0; i < groups->len && self->n < ANS_STANDING_MAX; i++)
    {
      AnsStanding *found = &self->found[self->n];
      const AnsLawGroup *group = groups->pdata[i];

      if (!ans_law_group_applies (context, group))
        continue;
      *found = (AnsStanding) { .group = group };
      found->rate = group->scheme == ANS_LAW_PENSION ? ans_law_get_pension (context)
                                                     : ans_law_group_rate (context, group);
      if (found->rate == NULL)
        continue;
      found->truth = ask_atoms (context, group, &found->unknown);
      if (found->truth == ANS_LAW_UNKNOWN && !is_worth_asking (context, group))
        found->truth = ANS_LAW_FALSE;
      if (found->truth != ANS_LAW_FALSE || self->answer->reasons != NULL)
        reckon (context, found);
      self->n++;
    }
  for (guint i = 0; i < self->n; i++)
    if (self->found[i].truth != ANS_LAW_FALSE &&
        ans_standings_is_excluded (self, self->found[i].group))
      self->found[i].truth = ANS_LAW_FALSE;
}

/* --- only the highest ------------------------------------------------------------------------- */

static gboolean
is_parent (const AnsLawGroup *group)
{
  return g_str_equal (group->code, PARENT_CODE);
}

/* Who is also in 5.5, 5.6 or 5.8 gets the support of a single parent beside it (Điều 6.2). */
static gboolean
goes_with_parent (const AnsLawGroup *group)
{
  return g_str_has_prefix (group->code, "5.5") || g_str_has_prefix (group->code, "5.6") ||
         g_str_equal (group->code, "5.8");
}

int
ans_law_group_class (const AnsLawGroup *group)
{
  switch (group->scheme)
    {
    case ANS_LAW_ASSISTANCE:
      return is_parent (group);
    case ANS_LAW_CARE:
      /* To the household for its care, and to the disabled for theirs. */
      return g_str_has_prefix (group->code, "disabled");
    case ANS_LAW_PENSION:
    case ANS_LAW_FUNERAL:
    case ANS_LAW_EMERGENCY:
    case ANS_LAW_MERIT:
    case ANS_LAW_POVERTY:
    case ANS_LAW_N_SCHEMES:
    default:
      return 0;
    }
}

/* In an emergency each support is of a class of its own. */
static int
class_of (const AnsStandings *self, guint index)
{
  return self->scheme == ANS_LAW_EMERGENCY ? (int) index
                                           : ans_law_group_class (self->found[index].group);
}

static AnsStanding *
best_of (AnsStandings *self, int class_)
{
  AnsStanding *best = NULL;

  for (guint i = 0; i < self->n; i++)
    if (self->found[i].truth == ANS_LAW_TRUE && class_of (self, i) == class_ &&
        (best == NULL || self->found[i].amount > best->amount))
      best = &self->found[i];
  return best;
}

AnsStanding *
ans_standings_best (AnsStandings *self, guint index)
{
  return best_of (self, class_of (self, index));
}

static void
choose (AnsStandings *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      AnsStanding *best = ans_standings_best (self, i);

      if (best != NULL)
        best->is_paid = TRUE;
    }
  if (self->scheme == ANS_LAW_ASSISTANCE)
    {
      AnsStanding *other = best_of (self, FALSE), *parent = best_of (self, TRUE);

      if (other != NULL && parent != NULL && !goes_with_parent (other->group))
        {
          /* A lower group that goes with it may come to more than the highest alone. */
          AnsStanding *companion = NULL;

          for (guint i = 0; i < self->n; i++)
            if (self->found[i].truth == ANS_LAW_TRUE && goes_with_parent (self->found[i].group) &&
                (companion == NULL || self->found[i].amount > companion->amount))
              companion = &self->found[i];
          other->is_paid = parent->is_paid = FALSE;
          if (parent->amount + (companion != NULL ? companion->amount : 0) > other->amount)
            {
              parent->is_paid = TRUE;
              if (companion != NULL)
                companion->is_paid = TRUE;
            }
          else
            other->is_paid = TRUE;
        }
    }
}

static gint64
highest_companion (AnsStandings *self)
{
  gint64 highest = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->found[i].truth == ANS_LAW_TRUE && goes_with_parent (self->found[i].group))
      highest = MAX (highest, self->found[i].amount);
  return highest;
}

/* Whether the answer would be another one if the person were in the group. */
static gboolean
would_change (AnsStandings *self, guint index)
{
  const AnsStanding *found = &self->found[index];
  const AnsStanding *best = ans_standings_best (self, index);
  const AnsStanding *parent;
  gint64 paid = 0, would_be = found->amount;

  if (self->scheme != ANS_LAW_ASSISTANCE)
    return best == NULL || found->amount > best->amount;
  if (found->amount == G_MAXINT64)
    return TRUE;
  for (guint i = 0; i < self->n; i++)
    if (self->found[i].is_paid)
      paid += self->found[i].amount;
  parent = best_of (self, TRUE);
  if (is_parent (found->group))
    would_be += highest_companion (self);
  else if (parent != NULL && goes_with_parent (found->group))
    would_be += parent->amount;
  return would_be > paid;
}

/* Facts that could put the person into a group that pays more, or take them out of the one found.
 */
static void
find_missing (AnsStandings *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const AnsStanding *found = &self->found[i];

      if (found->is_paid)
        self->answer->at_risk |= found->unknown;
      if (found->truth == ANS_LAW_UNKNOWN && would_change (self, i))
        self->answer->missing |= found->unknown;
    }
  self->answer->missing |= self->answer->at_risk;
}

/* --- lines ------------------------------------------------------------------------------------ */

static void
write_unpaid (AnsStandings *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->found[i].truth == ANS_LAW_TRUE && !self->found[i].is_paid)
      {
        char *reason = ans_standings_say_unpaid (self, &self->found[i]);

        if (reason != NULL)
          ans_law_answer_take_reason (self->answer, g_strdup (reason), NULL);
        ans_law_answer_add_unpaid (self->answer, self->found[i].group->code, reason);
      }
}

static void
write_lines (AnsStandings *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const AnsStanding *found = &self->found[i];
      AnsLawLine *line;

      if (found->truth != ANS_LAW_TRUE || !found->is_paid)
        continue;
      if (g_str_equal (found->rate->unit, "kg"))
        {
          ans_standings_say_rice (self, found);
          continue;
        }
      line = ans_law_answer_add_line (self->answer);
      if (line == NULL)
        continue;
      line->code = found->group->code;
      line->who = found->group->who;
      line->title = found->group->title;
      line->clause = found->group->clause;
      line->coefficient = found->coefficient;
      line->amount = found->amount;
      line->rate = found->rate;
      line->standard = found->standard;
      line->rule = found->group;
      if (self->answer->reasons != NULL)
        ans_standings_say_paid (self, found);
    }
  write_unpaid (self);
  if (self->answer->reasons != NULL)
    ans_standings_say_not (self);
  ans_law_answer_sum (self->answer);
}

/* --- social assistance against the social pension --------------------------------------------- */

/* Moves all lines to what is not paid. */
static void
withdraw (AnsLawAnswer *answer, const char *reason)
{
  for (guint i = 0; i < answer->n_lines; i++)
    ans_law_answer_add_unpaid (answer, answer->lines[i].code, g_strdup (reason));
  answer->n_lines = 0;
  answer->total = 0;
  answer->eligible = FALSE;
  if (reason != NULL)
    ans_law_answer_take_reason (answer, g_strdup (reason), NULL);
}

/* Each of the two is asked alone here, so that they do not ask one another for ever. */
static void
ask_alone (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  AnsStandings self = { .context = context, .scheme = scheme, .answer = answer };

  find_groups (&self);
  choose (&self);
  find_missing (&self);
  write_lines (&self);
}

static char *
say_higher (const AnsLawAnswer *answer,
            const char *mine,
            gint64 my_amount,
            const char *other,
            gint64 other_amount)
{
  g_autofree char *a = ans_number_format (my_amount), *b = ans_number_format (other_amount);

  if (answer->reasons == NULL)
    return NULL;
  return g_strdup_printf (
      "Chỉ hưởng một chế độ có mức cao hơn: %s %s đồng, không hưởng %s %s đồng (NĐ 176/2025/NĐ-CP)",
      other, b, mine, a);
}

/* The chain of what the other scheme would pay: two reasons a line. */
static void
copy_paid (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  AnsLawAnswer *words;

  if (answer->reasons == NULL)
    return;
  words = ans_law_answer_new (TRUE);
  ask_alone (context, scheme, words);
  for (guint i = 0; i < words->n_lines * 2 && i < words->reasons->len; i++)
    ans_law_answer_take_reason (answer, g_strdup (words->reasons->pdata[i]), NULL);
  answer->used |= words->used;
  ans_law_answer_free (words);
}

static void
compare_with (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  gboolean is_pension = scheme == ANS_LAW_PENSION;
  AnsLawScheme other_scheme = is_pension ? ANS_LAW_ASSISTANCE : ANS_LAW_PENSION;
  const char *pension = "trợ cấp hưu trí xã hội", *assistance = "trợ cấp xã hội hằng tháng";
  AnsLawAnswer other = { 0 };
  g_autofree char *reason = NULL;

  if (context->pension == 0 || answer->n_lines == 0)
    return;
  ask_alone (context, other_scheme, &other);
  /* What could raise the assistance above the pension would take the pension away. */
  if (is_pension)
    answer->missing |= other.total < answer->total ? other.missing : other.at_risk;
  if (other.n_lines == 0)
    return;
  if (is_pension ? other.total >= answer->total : other.total > answer->total)
    {
      reason = say_higher (answer, is_pension ? pension : assistance, answer->total,
                           is_pension ? assistance : pension, other.total);
      copy_paid (context, other_scheme, answer);
      withdraw (answer, reason);
    }
  else if (!is_pension)
    {
      reason = say_higher (answer, pension, other.total, assistance, answer->total);
      copy_paid (context, other_scheme, answer);
      if (reason != NULL)
        ans_law_answer_take_reason (answer, g_strdup (reason), NULL);
      ans_law_answer_add_unpaid (answer, "HTXH", g_steal_pointer (&reason));
    }
}

/* Groups of before that are the social pension now. */
static void
say_moved (const AnsLawContext *context, AnsLawAnswer *answer)
{
  AnsLawAnswer *pension;

  if (answer->reasons == NULL || answer->n_lines > 0 || context->pension == 0)
    return;
  pension = ans_law_answer_new (TRUE);
  ask_alone (context, ANS_LAW_PENSION, pension);
  if (pension->n_lines > 0)
    {
      const AnsLawGroup *group = pension->lines[0].rule;
      g_autofree char *amount = ans_number_format (pension->total);
      g_autofree char *since = ans_date_format (ans_law_date (group->first_day));

      answer->used |= pension->used;
      ans_law_answer_take_reason (
          answer,
          g_strdup_printf ("Từ %s người cao tuổi không có lương hưu chuyển sang trợ cấp hưu trí xã "
                           "hội: đủ điều kiện hưởng HTXH %s đồng",
                           since, amount),
          pension->lines[0].clause);
    }
  ans_law_answer_free (pension);
}

void
ans_law_ask_groups (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  ask_alone (context, scheme, answer);
  if (scheme == ANS_LAW_PENSION || scheme == ANS_LAW_ASSISTANCE)
    compare_with (context, scheme, answer);
  if (scheme == ANS_LAW_ASSISTANCE)
    say_moved (context, answer);
}
