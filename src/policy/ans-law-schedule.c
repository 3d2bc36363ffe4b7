/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/ans-law-schedule.h"

#include "policy/ans-law-private.h"

#define FIRST_MONTH 199001

typedef struct
{
  AnsLaw *law;
  AnsLawScheme scheme;
  AnsLawFacts facts;                /* without what only the months look at */
  int decision, certificate, death; /* days */
  int suspended, resumed;           /* months */
  gboolean returns_entitled;
  AnsLawAnswer *answer;
  guint64 missing;
} Asking;

static int
take (AnsLawFacts *facts, AnsFact fact)
{
  int value = ans_law_facts_has (facts, fact) ? (int) facts->value[fact] : 0;

  ans_law_facts_clear (facts, fact);
  return value;
}

/* The first month of a line: 0 if nothing says that it is not the month asked for. */
static int
start_of (Asking *self, const AnsLawLine *line, int month)
{
  AnsLawContext context;
  AnsLawStart rule;

  ans_law_context_init (&context, self->law, &self->facts, ans_law_last_day (month));
  rule = self->scheme == ANS_LAW_MERIT ? ((const AnsMeritRow *) line->rule)->start
                                       : ans_law_group_start (&context, line->rule, self->decision);
  switch (rule)
    {
    case ANS_LAW_START_AGE:
      return 0;
    case ANS_LAW_START_CERTIFICATE:
      if (self->certificate != 0)
        return self->certificate / 100;
      self->missing |= ANS_FACT_BIT (ANS_FACT_CERTIFICATE);
      return self->decision / 100;
    case ANS_LAW_START_SIGNED:
    default:
      if (self->decision == 0)
        self->missing |= ANS_FACT_BIT (ANS_FACT_DECISION);
      return self->decision / 100;
    }
}

/* Lines that have begun by @month, in the answer. */
static void
keep_begun (Asking *self, int month)
{
  guint kept = 0;

  for (guint i = 0; i < self->answer->n_lines; i++)
    if (start_of (self, &self->answer->lines[i], month) <= month)
      self->answer->lines[kept++] = self->answer->lines[i];
  self->answer->n_lines = kept;
  ans_law_answer_sum (self->answer);
}

static void
ask_day (Asking *self, int day, int month)
{
  ans_law_ask (self->law, self->scheme, &self->facts, day, self->answer);
  self->missing |= self->answer->missing;
  keep_begun (self, month);
}

static const AnsLawVersion *
rules_of (Asking *self, int month)
{
  AnsLawContext context;

  ans_law_context_init (&context, self->law, &self->facts, ans_law_last_day (month));
  return ans_law_month_rules (&context);
}

/* Of two supports that are paid beside one another, one that ends within the month is paid for it
 * like one that is alone: what remains is no adjustment of it. */
static void
keep_ending (Asking *self, int first, int month)
{
  AnsLawAnswer *now = self->answer;
  g_autoptr (AnsLawAnswer) before = NULL;
  const AnsLawLine *ending = NULL;
  gboolean remains = FALSE;

  if (self->scheme == ANS_LAW_MERIT || now->n_lines != 1)
    return;
  before = ans_law_answer_new (FALSE);
  ans_law_ask (self->law, self->scheme, &self->facts, first, before);
  for (guint i = 0; i < before->n_lines; i++)
    if (ans_law_group_class (before->lines[i].rule) == ans_law_group_class (now->lines[0].rule))
      remains = TRUE;
    else
      ending = &before->lines[i];
  if (ending == NULL || !remains || start_of (self, ending, month) > month)
    return;
  for (guint i = 0; i < now->n_unpaid; i++)
    if (g_str_equal (now->unpaid[i].code, ending->code))
      return;
  /* In the order of before. */
  if (ending == before->lines)
    now->lines[1] = now->lines[0];
  now->lines[ending == before->lines ? 0 : 1] = *ending;
  now->n_lines = 2;
  ans_law_answer_sum (now);
}

/* As if nothing had been suspended. An adjustment of the same month is seen at its end, one of the
 * month after at its beginning; who loses the right within the month still has it at its beginning,
 * who gets it has it at its end. */
static void
ask_unbroken (Asking *self, int month)
{
  const AnsLawVersion *rules = rules_of (self, month);
  int first = month * 100 + 1, last = ans_law_last_day (month);
  int died = self->death / 100;

  ans_law_answer_clear (self->answer);
  if (self->death != 0 && (rules->is_stop_after ? month > died : month >= died))
    return;
  /* Nobody grows older after their death. */
  if (month == died)
    last = self->death;
  if (!rules->is_stop_after)
    {
      ask_day (self, last, month);
      if (rules->is_adjust_same || self->answer->n_lines == 0)
        return;
    }
  ask_day (self, rules->is_adjust_same ? last : first, month);
  if (self->answer->n_lines == 0)
    ask_day (self, rules->is_adjust_same ? first : last, month);
  else if (rules->is_adjust_same)
    keep_ending (self, first, month);
}

static void
ask_month (Asking *self, int month)
{
  gboolean is_suspended = self->suspended != 0 && month >= self->suspended &&
                          (self->resumed == 0 || month < self->resumed);

  ask_unbroken (self, month);
  /* Who is still entitled on return is paid back to the suspension; who is not ended with it. */
  if (is_suspended && !(self->returns_entitled && rules_of (self, self->resumed)->is_paid_back))
    ans_law_answer_clear (self->answer);
}

static int
month_before (int month)
{
  return month % 100 == 1 ? month - 89 : month - 1;
}

/* Back from @from, as long as a date says since when. */
static int
find_first (Asking *self, int from)
{
  int first = from;

  if (self->decision == 0 && self->certificate == 0)
    return first;
  while (first > FIRST_MONTH)
    {
      ask_month (self, month_before (first));
      if (self->answer->total == 0)
        break;
      first = month_before (first);
    }
  return first;
}

AnsLawSchedule *
ans_law_schedule_new (AnsLaw *law, AnsLawScheme scheme, const AnsLawFacts *facts, int from, int to)
{
  g_autoptr (AnsLawAnswer) answer = ans_law_answer_new (FALSE);
  Asking asking = { .law = law, .scheme = scheme, .facts = *facts, .answer = answer };
  AnsLawSchedule *self = g_new0 (AnsLawSchedule, 1);

  g_return_val_if_fail (ans_law_scheme_is_monthly (scheme), NULL);

  asking.certificate = ans_law_facts_has (facts, ANS_FACT_CERTIFICATE)
                           ? (int) facts->value[ANS_FACT_CERTIFICATE]
                           : 0;
  asking.decision = take (&asking.facts, ANS_FACT_DECISION);
  asking.death = take (&asking.facts, ANS_FACT_DEATH);
  asking.suspended = take (&asking.facts, ANS_FACT_SUSPENDED);
  asking.resumed = take (&asking.facts, ANS_FACT_RESUMED);
  if (asking.resumed != 0)
    {
      ask_unbroken (&asking, asking.resumed);
      asking.returns_entitled = answer->total > 0;
      /* The dead can't return, but were entitled until then. */
      if (asking.death != 0 && asking.resumed > asking.death / 100)
        asking.returns_entitled = TRUE;
    }
  self->months = g_array_new (FALSE, TRUE, sizeof (AnsLawMonth));
  for (int month = from; month <= to; month = ans_law_next_month (month))
    {
      AnsLawMonth item = { .month = month };

      ask_month (&asking, month);
      item.amount = item.arrears = answer->total;
      item.n_lines = answer->n_lines;
      item.lines = g_memdup2 (answer->lines, answer->n_lines * sizeof *answer->lines);
      g_array_append_val (self->months, item);
      self->estimated_age |= answer->estimated_age;
      self->total += item.amount;
      self->arrears_total += item.arrears;
      if (item.amount == 0)
        continue;
      if (self->from_month == 0)
        self->from_month = month;
      self->last_month = month;
    }
  self->missing = asking.missing & ~facts->given;
  if (self->from_month == from)
    self->from_month = find_first (&asking, from);
  return self;
}

gboolean
ans_law_schedule_pay (AnsLawSchedule *self, int month, gint64 amount)
{
  for (guint i = 0; i < self->months->len; i++)
    {
      AnsLawMonth *item = &g_array_index (self->months, AnsLawMonth, i);

      if (item->month != month)
        continue;
      item->paid += amount;
      item->arrears -= amount;
      self->arrears_total -= amount;
      return TRUE;
    }
  return FALSE;
}

void
ans_law_schedule_free (AnsLawSchedule *self)
{
  for (guint i = 0; i < self->months->len; i++)
    g_free (g_array_index (self->months, AnsLawMonth, i).lines);
  g_array_unref (self->months);
  g_free (self);
}
