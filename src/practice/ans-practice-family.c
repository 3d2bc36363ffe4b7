/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives in a household, how old they are and how they are related to its head. */
#include "practice/ans-practice-model.h"

#include <string.h>

#include "registry/ans-choices.h"

#define MAX_CHILDREN 4
#define OLDEST       99
#define RECENT       12 /* age of an eldest child up to which a marriage may be in the papers */

/* A couple and their children. Ages of children from the youngest on. */
typedef struct
{
  int mother;
  int father;
  int children[MAX_CHILDREN];
  gboolean twin[MAX_CHILDREN]; /* of the one before */
  int n;
} Branch;

/* MIN, MAX and CLAMP read their arguments twice, and the order of arguments of a call is nobody's:
 * every drawing has a statement of its own. */
static int
husband_of (int wife, int at_least, AnsRandom *random)
{
  int age = wife + ans_random_between (random, -2, 7);

  return MAX (MIN (age, OLDEST), at_least);
}

static void
draw_branch (Branch *self, int n_children, int youngest_from, int youngest_to, AnsRandom *random)
{
  int age = ans_random_between (random, youngest_from, youngest_to);

  memset (self, 0, sizeof *self);
  self->n = n_children;
  for (int i = 0; i < n_children; i++)
    {
      self->children[i] = age;
      if (i + 1 < n_children)
        {
          self->twin[i + 1] = ans_random_chance (random, 12);
          age += self->twin[i + 1] ? 0 : ans_random_between (random, 2, 5);
        }
    }
  if (n_children > 0)
    {
      self->mother = age + ans_random_between (random, 19, 30);
      self->father = husband_of (self->mother, age + 20, random);
    }
  else
    {
      self->mother = ans_random_between (random, 19, 31);
      self->father = husband_of (self->mother, 20, random);
    }
}

/* Age of a mother of someone of @age. */
static int
mother_of (int age, AnsRandom *random)
{
  return age + ans_random_between (random, 18, CLAMP (OLDEST - 3 - age, 18, 35));
}

AnsPracticePerson *
ans_practice_household_add (
    AnsPracticeHousehold *self, const char *relation, gboolean male, int age, guint surname)
{
  AnsPracticePerson *person;

  g_assert (self->n_people < ANS_PRACTICE_MAX_PEOPLE);
  person = &self->people[self->n_people++];
  memset (person, 0, sizeof *person);
  person->relation = relation;
  person->male = male;
  person->age = age;
  person->surname = surname;
  person->living = TRUE;
  return person;
}

static guint
any_surname (const AnsPracticeLists *lists, AnsRandom *random)
{
  return ans_weighted_list_pick (&lists->surnames, 0, random);
}

static void
add_children (AnsPracticeHousehold *self,
              const Branch *branch,
              const char *relation,
              AnsRandom *random)
{
  gboolean twin = FALSE;

  /* The eldest first, as lists of households have them. */
  for (int i = branch->n - 1; i >= 0; i--)
    {
      gboolean adopted = !twin && !branch->twin[i] && strcmp (relation, "CON_DE") == 0 &&
                         ans_random_chance (random, 4);
      AnsPracticePerson *child = ans_practice_household_add (self, adopted ? "CON_NUOI" : relation,
                                                             ans_random_chance (random, 527),
                                                             branch->children[i], self->surname);

      child->twin = twin;
      twin = branch->twin[i];
    }
}

/* Head and spouse, in this order. */
static void
add_couple (AnsPracticeHousehold *self,
            int father,
            int mother,
            gboolean male_head,
            const AnsPracticeLists *lists,
            AnsRandom *random)
{
  guint hers = any_surname (lists, random);

  self->head = (int) self->n_people;
  self->spouse = self->head + 1;
  if (male_head)
    {
      ans_practice_household_add (self, ANS_RELATION_HEAD, TRUE, father, self->surname);
      ans_practice_household_add (self, "VO", FALSE, mother, hers);
    }
  else
    {
      ans_practice_household_add (self, ANS_RELATION_HEAD, FALSE, mother, hers);
      ans_practice_household_add (self, "CHONG", TRUE, father, self->surname);
    }
}

/* A widow keeps her own surname; the children carry on that of their father. */
static void
add_single_head (AnsPracticeHousehold *self,
                 gboolean male,
                 int age,
                 const AnsPracticeLists *lists,
                 AnsRandom *random)
{
  guint hers = any_surname (lists, random);

  self->head = 0;
  self->survivor = 0;
  ans_practice_household_add (self, ANS_RELATION_HEAD, male, age, male ? self->surname : hers);
}

static void
make_alone (AnsPracticeHousehold *self, const AnsPracticeLists *lists, AnsRandom *random)
{
  gboolean old = ans_random_chance (random, 760);
  gboolean male = ans_random_chance (random, old ? 240 : 550);
  int age = old ? ans_random_between (random, 60, 80) : ans_random_between (random, 23, 59);

  if (old)
    age += ans_random_between (random, 0, 17);
  add_single_head (self, male, age, lists, random);
  if (!old)
    self->survivor = -1;
}

static void
make_couple (AnsPracticeHousehold *self, const AnsPracticeLists *lists, AnsRandom *random)
{
  gboolean old = ans_random_chance (random, 780);
  int mother = old ? ans_random_between (random, 46, 66) : ans_random_between (random, 19, 32);
  int father;

  if (old)
    mother += ans_random_between (random, 0, 16);
  father = husband_of (mother, 20, random);
  add_couple (self, father, mother, ans_random_chance (random, 800), lists, random);
  self->may_have_sons_outside = old;
  if (!old)
    self->young_wife = self->people[self->head].male ? self->spouse : -1;
}

static void
make_nuclear (AnsPracticeHousehold *self,
              int size,
              const AnsPracticeLists *lists,
              AnsRandom *random)
{
  Branch branch;
  gboolean male_head = ans_random_chance (random, 790);

  if (ans_random_chance (random, 360))
    draw_branch (&branch, size - 2, 0, 9, random);
  else
    draw_branch (&branch, size - 2, 7, 29, random);
  add_couple (self, branch.father, branch.mother, male_head, lists, random);
  self->eldest = (int) self->n_people;
  add_children (self, &branch, "CON_DE", random);
  self->may_have_sons_outside = branch.mother >= 46;
  if (male_head && branch.children[branch.n - 1] <= RECENT)
    self->young_wife = self->spouse;
}

static void
make_single_parent (AnsPracticeHousehold *self,
                    int size,
                    const AnsPracticeLists *lists,
                    AnsRandom *random)
{
  Branch branch;
  gboolean male = ans_random_chance (random, 240);

  draw_branch (&branch, size - 1, 2, 27, random);
  add_single_head (self, male, male ? branch.father : branch.mother, lists, random);
  add_children (self, &branch, "CON_DE", random);
}

/* Grandparents with the children of those who work far away. */
static void
make_skipped (AnsPracticeHousehold *self,
              int size,
              const AnsPracticeLists *lists,
              AnsRandom *random)
{
  Branch branch;
  gboolean both = size >= 4 || (size == 3 && ans_random_chance (random, 600));
  int n = MIN (size - (both ? 2 : 1), MAX_CHILDREN);
  int eldest, mother, father;

  draw_branch (&branch, n, 1, 9, random);
  eldest = branch.children[n - 1];
  mother = eldest + ans_random_between (random, 38, 52);
  father = husband_of (mother, eldest + 38, random);
  if (both)
    add_couple (self, father, mother, ans_random_chance (random, 760), lists, random);
  else
    add_single_head (self, ans_random_chance (random, 220), mother, lists, random);
  add_children (self, &branch, "CHAU", random);
}

/* The head's own father, mother or both, and sometimes a grandmother. */
static void
make_with_parents (AnsPracticeHousehold *self,
                   int size,
                   const AnsPracticeLists *lists,
                   AnsRandom *random)
{
  Branch branch;
  gboolean male_head = ans_random_chance (random, 850);
  gboolean both = size >= 7 || (size >= 4 && ans_random_chance (random, 480));
  gboolean great = size >= 6 && ans_random_chance (random, 150);
  gboolean sibling = !great && size >= 6 && ans_random_chance (random, 180);
  gboolean in_laws;
  int n_parents = both ? 2 : 1;
  int n_children = MAX (size - 2 - n_parents - (great ? 1 : 0) - (sibling ? 1 : 0), 0);
  int child, mother, father;
  guint line;

  if (n_children > MAX_CHILDREN)
    n_children = MAX_CHILDREN;
  draw_branch (&branch, n_children, 0, 18, random);
  add_couple (self, branch.father, branch.mother, male_head, lists, random);
  self->eldest = n_children > 0 ? (int) self->n_people : -1;
  add_children (self, &branch, "CON_DE", random);
  if (male_head && (n_children == 0 || branch.children[n_children - 1] <= RECENT))
    self->young_wife = self->spouse;

  /* A wife who is the head lives with her own parents or with those of her husband. */
  in_laws = !male_head && ans_random_chance (random, 500);
  child = in_laws || male_head ? branch.father : branch.mother;
  line = self->people[in_laws ? self->spouse : self->head].surname;
  mother = mother_of (child, random);
  father = husband_of (mother, child + 18, random);
  if (both)
    {
      ans_practice_household_add (self, in_laws ? "CHA_ME_VO_CHONG" : "CHA", TRUE, father, line);
      ans_practice_household_add (self, in_laws ? "CHA_ME_VO_CHONG" : "ME", FALSE, mother,
                                  any_surname (lists, random));
    }
  else if (ans_random_chance (random, 740))
    ans_practice_household_add (self, in_laws ? "CHA_ME_VO_CHONG" : "ME", FALSE, mother,
                                any_surname (lists, random));
  else
    ans_practice_household_add (self, in_laws ? "CHA_ME_VO_CHONG" : "CHA", TRUE, father, line);

  if (great)
    {
      int parent = self->people[self->n_people - 1].age;
      int age = parent + ans_random_between (random, 18, 24);

      age = MAX (MIN (age, OLDEST), parent + 18);
      if (age <= OLDEST + 2)
        ans_practice_household_add (self, "BA", FALSE, age, any_surname (lists, random));
    }
  if (sibling)
    {
      int age = mother - ans_random_between (random, 22, 43);

      if (age >= 15 && age != child && age < mother - 18 && age < father - 18)
        {
          gboolean male = ans_random_chance (random, 560);
          const char *relation = age < child ? "EM" : male ? "ANH" : "CHI";

          if (!in_laws)
            ans_practice_household_add (self, relation, male, age, line);
        }
    }
}

/* The grandparents' household, with a married son or daughter. */
static void
make_three_generations (AnsPracticeHousehold *self,
                        int size,
                        const AnsPracticeLists *lists,
                        AnsRandom *random)
{
  Branch branch;
  gboolean both = size >= 7 || (size >= 4 && ans_random_chance (random, 620));
  gboolean by_son = ans_random_chance (random, 850);
  gboolean uncle = size >= 6 && ans_random_chance (random, 300);
  int n_children = MAX (size - 2 - (both ? 2 : 1) - (uncle ? 1 : 0), 0);
  int child, mother, father, married;
  guint other = any_surname (lists, random);

  if (n_children > MAX_CHILDREN)
    n_children = MAX_CHILDREN;
  draw_branch (&branch, n_children, 0, 9, random);
  child = by_son ? branch.father : branch.mother;
  mother = mother_of (child, random);
  father = husband_of (mother, child + 18, random);

  if (both)
    add_couple (self, father, mother, ans_random_chance (random, 800), lists, random);
  else
    {
      gboolean male = ans_random_chance (random, 250);

      add_single_head (self, male, male ? father : mother, lists, random);
    }
  married = (int) self->n_people;
  ans_practice_household_add (self, "CON_DE", by_son, child, self->surname);
  ans_practice_household_add (self, by_son ? "CON_DAU" : "CON_RE", !by_son,
                              by_son ? branch.mother : branch.father, other);
  if (by_son && (n_children == 0 || branch.children[n_children - 1] <= RECENT))
    self->young_wife = married + 1;
  if (uncle)
    {
      int age = mother - ans_random_between (random, 21, 42);

      if (age >= 14 && age != child && age < father - 18)
        ans_practice_household_add (self, "CON_DE", ans_random_chance (random, 540), age,
                                    self->surname);
    }
  self->eldest = n_children > 0 ? (int) self->n_people : -1;
  if (!by_son)
    {
      guint line = self->surname;

      self->surname = other;
      add_children (self, &branch, "CHAU", random);
      self->surname = line;
    }
  else
    add_children (self, &branch, "CHAU", random);
  self->may_have_sons_outside = both;
}

/* Some drawings come out smaller than asked for, where ages did not allow another person. */
static void
fill_up (AnsPracticeHousehold *self, int size, const AnsPracticeLists *lists, AnsRandom *random)
{
  int head = self->people[self->head].age;

  while ((int) self->n_people < size)
    {
      gboolean grandchild = head >= 58 && ans_random_chance (random, 700);
      gboolean male = ans_random_chance (random, 500);
      int age = head >= 58 ? ans_random_between (random, 6, head - 40)
                           : ans_random_between (random, 18, 60);

      ans_practice_household_add (self, grandchild ? "CHAU" : "KHAC", male, age,
                                  any_surname (lists, random));
    }
}

void
ans_practice_family_make (AnsPracticeHousehold *self,
                          int size,
                          const AnsPracticeLists *lists,
                          AnsRandom *random)
{
  /* In 1000: households of two or more whose kind is not a couple with children. */
  static const struct
  {
    int with_parents, three, single, skipped;
  } shares[] = {
    [2] = { 0, 0, 220, 130 },  [3] = { 70, 40, 90, 60 },  [4] = { 120, 90, 25, 40 },
    [5] = { 300, 320, 5, 20 }, [6] = { 430, 480, 0, 10 }, [7] = { 480, 520, 0, 0 },
    [8] = { 470, 530, 0, 0 },
  };
  int kind = ans_random_between (random, 0, 999);

  g_assert (size >= 1 && size <= ANS_PRACTICE_MAX_LIVING);
  self->n_people = 0;
  self->spouse = self->young_wife = self->eldest = self->survivor = -1;
  self->may_have_sons_outside = FALSE;

  if (size == 1)
    make_alone (self, lists, random);
  else if ((kind -= shares[size].with_parents) < 0)
    make_with_parents (self, size, lists, random);
  else if ((kind -= shares[size].three) < 0)
    make_three_generations (self, size, lists, random);
  else if ((kind -= shares[size].single) < 0)
    make_single_parent (self, size, lists, random);
  else if ((kind -= shares[size].skipped) < 0)
    make_skipped (self, size, lists, random);
  else if (size == 2)
    make_couple (self, lists, random);
  else
    make_nuclear (self, size, lists, random);

  fill_up (self, size, lists, random);
  self->n_living = self->n_people;
}
