/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of the groups: read from the tables, asked of facts that may not be known, and said
 * in words. */
#include "policy/ans-law-private.h"

#include <stdio.h>
#include <string.h>

/* Conditions that no single fact answers. */
static const struct
{
  const char *name;
  AnsLawAtomKind kind;
  guint64 facts;
} derived[] = {
  { "age", ANS_ATOM_AGE, ANS_FACT_BIT (ANS_FACT_BIRTH) },
  { "low_pension", ANS_ATOM_LOW_PENSION,
    ANS_FACT_BIT (ANS_FACT_PENSION) | ANS_FACT_BIT (ANS_FACT_PENSION_AMOUNT) },
  { "needy", ANS_ATOM_NEEDY, ANS_FACT_BIT (ANS_FACT_HOUSEHOLD) | ANS_FACT_BIT (ANS_FACT_HARDSHIP) },
  { "btxh", ANS_ATOM_ASSISTANCE, 0 },
  { "htxh", ANS_ATOM_PENSION, 0 },
};

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
refuse (const char *text, GError **error)
{
  g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_DATA, "“%s” is no condition.", text);
  return FALSE;
}

/* children16-22, children16; burden3 with children below three years */
static gboolean
parse_children (const char *name, AnsLawAtom *atom)
{
  gboolean is_burden = g_str_has_prefix (name, "burden");

  atom->kind = is_burden ? ANS_ATOM_BURDEN : ANS_ATOM_CHILDREN;
  atom->fact = ANS_FACT_CHILDREN;
  return sscanf (name, is_burden ? "burden%d" : "children%d-%d", &atom->child_age, &atom->limit) >=
         1;
}

static gboolean
parse_subject (const char *name, AnsLawAtom *atom)
{
  *atom = (AnsLawAtom) { .fact = ANS_FACT_N };
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (g_str_equal (name, derived[i].name))
      {
        atom->kind = derived[i].kind;
        return TRUE;
      }
  if (g_str_has_prefix (name, "children1") || g_str_has_prefix (name, "burden"))
    return parse_children (name, atom);
  atom->fact = ans_fact_find (name);
  if (atom->fact == ANS_FACT_N)
    return FALSE;
  switch (ans_fact_info (atom->fact)->kind)
    {
    case ANS_FACT_KIND_CHOICE:
      atom->kind = atom->fact == ANS_FACT_STUDYING ? ANS_ATOM_STUDYING : ANS_ATOM_CHOICE;
      return TRUE;
    case ANS_FACT_KIND_NUMBER:
      atom->kind = ANS_ATOM_NUMBER;
      return TRUE;
    case ANS_FACT_KIND_DATE:
      atom->kind = ANS_ATOM_DAY;
      return TRUE;
    case ANS_FACT_KIND_PARTIAL_DATE:
    case ANS_FACT_KIND_MONTH:
    case ANS_FACT_KIND_NUMBERS:
    case ANS_FACT_KIND_CATEGORIES:
    case ANS_FACT_KIND_CHILDREN:
    default:
      return FALSE;
    }
}

/* ngheo|can_ngheo; orphan=case is every case but “none”. */
static gboolean
parse_choices (AnsLawAtom *atom, const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, "|", -1);

  if (atom->fact == ANS_FACT_ORPHAN && g_str_equal (text, "case"))
    {
      const AnsFactChoice *choices = ans_fact_info (ANS_FACT_ORPHAN)->choices;

      for (guint i = 1; choices[i].code != NULL; i++)
        atom->choices |= 1u << i;
      return TRUE;
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int index = ans_fact_find_choice (atom->fact, codes[i]);

      if (index < 0)
        return FALSE;
      atom->choices |= 1u << index;
    }
  return atom->choices != 0;
}

static gboolean
parse_atom (const char *text, AnsLawAtom *atom)
{
  gsize length = strcspn (text, "=!<>");
  g_autofree char *name = g_strndup (text, length);
  const char *sign = text + length;
  gint64 number;

  if (!parse_subject (name, atom))
    return FALSE;
  switch (atom->kind)
    {
    case ANS_ATOM_CHOICE:
      if (g_str_has_prefix (sign, "!="))
        atom->kind = ANS_ATOM_NOT_CHOICE;
      else if (*sign != '=')
        return FALSE;
      return parse_choices (atom, sign + (*sign == '!' ? 2 : 1));
    case ANS_ATOM_DAY:
      return g_str_equal (sign, "<=day");
    case ANS_ATOM_STUDYING:
    case ANS_ATOM_LOW_PENSION:
    case ANS_ATOM_NEEDY:
    case ANS_ATOM_ASSISTANCE:
    case ANS_ATOM_PENSION:
      return g_str_equal (sign, "=yes");
    case ANS_ATOM_NUMBER:
    case ANS_ATOM_AGE:
    case ANS_ATOM_CHILDREN:
    case ANS_ATOM_BURDEN:
    case ANS_ATOM_NOT_CHOICE:
    default:
      atom->is_below = *sign == '<';
      if (!atom->is_below && !g_str_has_prefix (sign, ">="))
        return FALSE;
      if (!g_ascii_string_to_signed (sign + (atom->is_below ? 1 : 2), 10, 0, 1000, &number, NULL))
        return FALSE;
      atom->number = (int) number;
      return TRUE;
    }
}

gboolean
ans_law_atoms_parse (const char *text, AnsLawAtom *atoms, guint *n, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  *n = 0;
  if (*text == '\0')
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (i == ANS_LAW_MAX_ATOMS || !parse_atom (parts[i], &atoms[(*n)++]))
      return refuse (parts[i], error);
  return TRUE;
}

gboolean
ans_law_atom_parse_count (const char *text, AnsLawAtom *atom, GError **error)
{
  if (parse_subject (text, atom) &&
      (atom->kind == ANS_ATOM_CHILDREN || atom->kind == ANS_ATOM_NUMBER))
    return TRUE;
  return refuse (text, error);
}

guint64
ans_law_atom_facts (const AnsLawAtom *atom)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (atom->kind == derived[i].kind)
      return derived[i].facts;
  return ANS_FACT_BIT (atom->fact) |
         (atom->kind == ANS_ATOM_STUDYING ? ANS_FACT_BIT (ANS_FACT_STUDY_END) : 0) |
         (atom->kind == ANS_ATOM_BURDEN ? ANS_FACT_BIT (ANS_FACT_PREGNANT) : 0);
}

/* --- asking ----------------------------------------------------------------------------------- */

static AnsLawTruth
truth_of (gboolean is)
{
  return is ? ANS_LAW_TRUE : ANS_LAW_FALSE;
}

/* A number of which the least and the most that it can be are known. */
static AnsLawTruth
compare (const AnsLawAtom *atom, gint64 least, gint64 most)
{
  if (least >= atom->number)
    return truth_of (!atom->is_below);
  if (most < atom->number)
    return truth_of (atom->is_below);
  return ANS_LAW_UNKNOWN;
}

static int
count_children (const AnsLawContext *context, const AnsLawAtom *atom)
{
  int n = 0;

  for (guint i = 0; i < context->facts->n_children; i++)
    {
      const AnsLawChild *child = &context->facts->children[i];
      int age = ans_law_age (child->birth, context->day);

      n += age >= 0 && (age < atom->child_age ||
                        (child->is_studying && (atom->limit == 0 || age < atom->limit)));
    }
  return n;
}

static int
count_infants (const AnsLawContext *context, const AnsLawAtom *atom)
{
  int n = 0;

  for (guint i = 0; i < context->facts->n_children; i++)
    {
      int age = ans_law_age (context->facts->children[i].birth, context->day);

      n += age >= 0 && age < atom->child_age;
    }
  return n;
}

static AnsLawTruth
ask_children (const AnsLawContext *context, const AnsLawAtom *atom, guint64 *unknown)
{
  if (!ans_law_facts_has (context->facts, ANS_FACT_CHILDREN))
    {
      *unknown |= ANS_FACT_BIT (ANS_FACT_CHILDREN);
      return compare (atom, 0, G_MAXINT);
    }
  return compare (atom, count_children (context, atom), count_children (context, atom));
}

static AnsLawTruth
ask_burden (const AnsLawContext *context, const AnsLawAtom *atom, guint64 *unknown)
{
  const AnsLawFacts *facts = context->facts;
  int least = 0, most = 0;

  if (ans_law_facts_has (facts, ANS_FACT_PREGNANT))
    least = most = (int) facts->value[ANS_FACT_PREGNANT];
  else
    most = 1;
  if (ans_law_facts_has (facts, ANS_FACT_CHILDREN))
    {
      least += count_infants (context, atom);
      most += count_infants (context, atom);
    }
  else
    most = G_MAXINT;
  if (most != least && least < 2)
    *unknown |= ans_law_atom_facts (atom) & ~facts->given;
  /* One child and nobody knows of a pregnancy: the lower support is certain. */
  if (least == 1 && most != least)
    most = least;
  return compare (atom, least, most);
}

static AnsLawTruth
ask_low_pension (const AnsLawContext *context, guint64 *unknown)
{
  const AnsLawFacts *facts = context->facts;

  if (!ans_law_facts_has (facts, ANS_FACT_PENSION))
    {
      *unknown |= ANS_FACT_BIT (ANS_FACT_PENSION);
      return ANS_LAW_UNKNOWN;
    }
  if (facts->value[ANS_FACT_PENSION] == 0)
    return ANS_LAW_TRUE;
  if (!ans_law_facts_has (facts, ANS_FACT_PENSION_AMOUNT))
    {
      *unknown |= ANS_FACT_BIT (ANS_FACT_PENSION_AMOUNT);
      return ANS_LAW_UNKNOWN;
    }
  return truth_of (facts->value[ANS_FACT_PENSION_AMOUNT] < context->pension);
}

static AnsLawTruth
ask_needy (const AnsLawContext *context, guint64 *unknown)
{
  const AnsLawFacts *facts = context->facts;

  if ((ans_law_facts_has (facts, ANS_FACT_HOUSEHOLD) && facts->value[ANS_FACT_HOUSEHOLD] < 2) ||
      (ans_law_facts_has (facts, ANS_FACT_HARDSHIP) && facts->value[ANS_FACT_HARDSHIP] == 1))
    return ANS_LAW_TRUE;
  if (ans_law_facts_has (facts, ANS_FACT_HOUSEHOLD) && ans_law_facts_has (facts, ANS_FACT_HARDSHIP))
    return ANS_LAW_FALSE;
  *unknown |=
      (ANS_FACT_BIT (ANS_FACT_HOUSEHOLD) | ANS_FACT_BIT (ANS_FACT_HARDSHIP)) & ~facts->given;
  return ANS_LAW_UNKNOWN;
}

/* Who says when the studies end is studying until then. */
static AnsLawTruth
ask_studying (const AnsLawContext *context, guint64 *unknown)
{
  const AnsLawFacts *facts = context->facts;
  gboolean has_end = ans_law_facts_has (facts, ANS_FACT_STUDY_END);

  if (ans_law_facts_has (facts, ANS_FACT_STUDYING) && facts->value[ANS_FACT_STUDYING] == 0)
    return ANS_LAW_FALSE;
  if (!ans_law_facts_has (facts, ANS_FACT_STUDYING))
    *unknown |= ANS_FACT_BIT (ANS_FACT_STUDYING);
  if (has_end)
    return truth_of (facts->value[ANS_FACT_STUDY_END] >= context->day);
  if (ans_law_facts_has (facts, ANS_FACT_STUDYING))
    return ANS_LAW_TRUE;
  return ANS_LAW_UNKNOWN;
}

AnsLawTruth
ans_law_atom_ask (const AnsLawContext *context, const AnsLawAtom *atom, guint64 *unknown)
{
  const AnsLawFacts *facts = context->facts;
  gboolean is_given = atom->fact < ANS_FACT_N && ans_law_facts_has (facts, atom->fact);

  switch (atom->kind)
    {
    case ANS_ATOM_CHOICE:
      if (is_given)
        return truth_of ((atom->choices >> facts->value[atom->fact]) & 1);
      *unknown |= ANS_FACT_BIT (atom->fact);
      return ANS_LAW_UNKNOWN;
    case ANS_ATOM_NOT_CHOICE:
      if (is_given)
        return truth_of (!((atom->choices >> facts->value[atom->fact]) & 1));
      *unknown |= ANS_FACT_BIT (atom->fact);
      return ANS_LAW_TRUE;
    case ANS_ATOM_DAY:
      return truth_of (!is_given || facts->value[atom->fact] <= context->day);
    case ANS_ATOM_NUMBER:
      if (!is_given)
        *unknown |= ANS_FACT_BIT (atom->fact);
      return compare (atom, is_given ? facts->value[atom->fact] : 0,
                      is_given ? facts->value[atom->fact] : G_MAXINT);
    case ANS_ATOM_AGE:
      if (context->age == -1)
        return ANS_LAW_FALSE;
      if (context->age >= 0)
        return compare (atom, context->age, context->age);
      *unknown |= ANS_FACT_BIT (ANS_FACT_BIRTH);
      return ANS_LAW_UNKNOWN;
    case ANS_ATOM_STUDYING:
      return ask_studying (context, unknown);
    case ANS_ATOM_CHILDREN:
      return ask_children (context, atom, unknown);
    case ANS_ATOM_BURDEN:
      return ask_burden (context, atom, unknown);
    case ANS_ATOM_LOW_PENSION:
      return ask_low_pension (context, unknown);
    case ANS_ATOM_NEEDY:
      return ask_needy (context, unknown);
    case ANS_ATOM_ASSISTANCE:
      *unknown |= context->assistance_missing;
      return context->assistance;
    case ANS_ATOM_PENSION:
    default:
      *unknown |= context->pension_missing;
      return context->social_pension;
    }
}

int
ans_law_atom_count (const AnsLawContext *context, const AnsLawAtom *atom)
{
  return atom->kind == ANS_ATOM_CHILDREN                  ? count_children (context, atom)
         : ans_law_facts_has (context->facts, atom->fact) ? (int) context->facts->value[atom->fact]
                                                          : 0;
}
