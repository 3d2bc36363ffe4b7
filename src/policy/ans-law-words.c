/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition says of a person, in plain Vietnamese. */
#include "policy/ans-law-private.h"

/* 82 tuổi (sinh 10/03/1940) */
static char *
say_age (const AnsLawContext *context, const AnsLawAtom *atom, AnsLawTruth truth)
{
  g_autofree char *born = ans_date_format (context->facts->birth);
  gboolean is_exact = ans_date_is_full (context->facts->birth);
  g_autofree char *bound = NULL;

  if (context->age < 0)
    return g_strdup_printf ("Chưa sinh (ngày sinh %s)", born);
  if (truth == ANS_LAW_FALSE)
    bound = atom->is_below ? g_strdup_printf (", đã đủ %d tuổi", atom->number)
                           : g_strdup_printf (", chưa đủ %d tuổi", atom->number);
  return g_strdup_printf ("%d tuổi%s (sinh %s%s)", context->age, bound != NULL ? bound : "", born,
                          is_exact ? "" : ", tuổi ước tính");
}

static void
add (GPtrArray *words, char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (words->pdata[i], text))
      {
        g_free (text);
        return;
      }
  g_ptr_array_add (words, text);
}

static void
say_fact (const AnsLawContext *context, AnsFact fact, GPtrArray *words, guint64 *used)
{
  if (!ans_law_facts_has (context->facts, fact))
    return;
  add (words, ans_law_facts_say (context->facts, fact));
  *used |= ANS_FACT_BIT (fact);
}

static void
say_children (const AnsLawContext *context, const AnsLawAtom *atom, GPtrArray *words)
{
  int n = ans_law_atom_count (context, atom);

  if (n == 0)
    add (words, g_strdup ("không có con nào trong độ tuổi được tính"));
  else
    add (words,
         g_strdup_printf ("%d con được tính (dưới %d tuổi hoặc đang học)", n, atom->child_age));
}

void
ans_law_atom_say (const AnsLawContext *context,
                  const AnsLawAtom *atom,
                  AnsLawTruth truth,
                  GPtrArray *words,
                  guint64 *used)
{
  const AnsLawFacts *facts = context->facts;

  switch (atom->kind)
    {
    case ANS_ATOM_AGE:
      if (!ans_law_facts_has (facts, ANS_FACT_BIRTH))
        break;
      add (words, say_age (context, atom, truth));
      *used |= ANS_FACT_BIT (ANS_FACT_BIRTH);
      break;
    case ANS_ATOM_DAY:
      if (!ans_law_facts_has (facts, atom->fact))
        break;
      say_fact (context, atom->fact, words, used);
      if (truth == ANS_LAW_FALSE)
        add (words, g_strdup ("chưa đến ngày đó"));
      break;
    case ANS_ATOM_STUDYING:
      say_fact (context, ANS_FACT_STUDYING, words, used);
      say_fact (context, ANS_FACT_STUDY_END, words, used);
      break;
    case ANS_ATOM_CHILDREN:
      say_fact (context, ANS_FACT_CHILDREN, words, used);
      if (ans_law_facts_has (facts, ANS_FACT_CHILDREN))
        say_children (context, atom, words);
      break;
    case ANS_ATOM_BURDEN:
      say_fact (context, ANS_FACT_PREGNANT, words, used);
      say_fact (context, ANS_FACT_CHILDREN, words, used);
      break;
    case ANS_ATOM_LOW_PENSION:
      say_fact (context, ANS_FACT_PENSION, words, used);
      if (ans_law_facts_has (facts, ANS_FACT_PENSION) && facts->value[ANS_FACT_PENSION] != 0)
        say_fact (context, ANS_FACT_PENSION_AMOUNT, words, used);
      break;
    case ANS_ATOM_NEEDY:
      say_fact (context, ANS_FACT_HOUSEHOLD, words, used);
      say_fact (context, ANS_FACT_HARDSHIP, words, used);
      break;
    case ANS_ATOM_ASSISTANCE:
      add (words, g_strdup (truth == ANS_LAW_TRUE
                                ? "Đủ điều kiện hưởng trợ cấp xã hội hằng tháng khi chết"
                                : "Không đủ điều kiện hưởng trợ cấp xã hội hằng tháng khi chết"));
      break;
    case ANS_ATOM_PENSION:
      add (words, g_strdup (truth == ANS_LAW_TRUE
                                ? "Đủ điều kiện hưởng trợ cấp hưu trí xã hội khi chết"
                                : "Không đủ điều kiện hưởng trợ cấp hưu trí xã hội khi chết"));
      break;
    case ANS_ATOM_CHOICE:
    case ANS_ATOM_NOT_CHOICE:
    case ANS_ATOM_NUMBER:
    default:
      say_fact (context, atom->fact, words, used);
    }
}
