/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When people were born, came, left and died: the periods of their homes and residence. */
#include "practice/ans-practice-model.h"

#include <string.h>

#include "registry/ans-choices.h"

#define DAYS_OF_A_YEAR 365

static int
day_of (int year, int month, int day)
{
  return ans_date_to_days (ans_date_new (year, month, day));
}

static int
today (void)
{
  return day_of (ANS_PRACTICE_TODAY_YEAR, ANS_PRACTICE_TODAY_MONTH, ANS_PRACTICE_TODAY_DAY);
}

static void
write_iso (char *buffer, AnsDate date)
{
  if (date.month == 0)
    g_snprintf (buffer, ANS_PRACTICE_DATE_SIZE, "%04d", date.year);
  else if (date.day == 0)
    g_snprintf (buffer, ANS_PRACTICE_DATE_SIZE, "%04d-%02d", date.year, date.month);
  else
    g_snprintf (buffer, ANS_PRACTICE_DATE_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void
write_days (char *buffer, int days)
{
  write_iso (buffer, ans_date_from_days (days));
}

static int
born (const AnsPracticePerson *person)
{
  return ans_date_to_days (person->birth);
}

/* Old people often know the year only, or the month of the year. */
static AnsDate
as_known (AnsDate birth, AnsRandom *random)
{
  int year_only, month_only, draw = ans_random_between (random, 0, 999);

  if (birth.year < 1945)
    year_only = 450, month_only = 90;
  else if (birth.year < 1960)
    year_only = 190, month_only = 50;
  else if (birth.year < 1975)
    year_only = 35, month_only = 10;
  else
    return birth;

  if (draw < year_only)
    birth.month = birth.day = 0;
  else if (draw < year_only + month_only)
    birth.day = 0;
  return birth;
}

static void
draw_birth (AnsPracticePerson *person, const AnsPracticePerson *before, AnsRandom *random)
{
  int year = ANS_PRACTICE_TODAY_YEAR - person->age;
  int first = day_of (year, 1, 1);
  int last = MIN (day_of (year, 12, 31), today ());

  if (person->twin && before != NULL)
    person->birth = before->birth;
  else
    person->birth = ans_date_from_days (ans_random_between (random, first, last));
  person->known_birth = as_known (person->birth, random);
  write_iso (person->birth_iso, person->known_birth);
}

static void
start (AnsPracticePerson *person, gint64 household, const char *residence)
{
  person->n_homes = person->n_stays = 1;
  person->homes[0] = (AnsPracticeHome) { .household = household, .relation = person->relation };
  person->stays[0] = (AnsPracticeStay) { .residence = residence };
}

/* The home so far ends, and the next begins, on @day. */
static void
next_home (
    AnsPracticePerson *person, gint64 household, const char *relation, int day, const char *reason)
{
  AnsPracticeHome *next = &person->homes[person->n_homes];

  write_days (person->homes[person->n_homes - 1].to, day);
  *next = (AnsPracticeHome) { .household = household, .relation = relation, .reason = reason };
  write_days (next->from, day);
  person->n_homes++;
}

static void
next_stay (AnsPracticePerson *person, const char *residence, int day, const char *reason)
{
  AnsPracticeStay *next = &person->stays[person->n_stays];

  write_days (person->stays[person->n_stays - 1].to, day);
  *next = (AnsPracticeStay) { .residence = residence, .reason = reason };
  write_days (next->from, day);
  person->n_stays++;
}

/* The person was not in the commune before @day. */
static void
arrive (AnsPracticePerson *person, int day, const char *reason)
{
  write_days (person->homes[0].from, day);
  write_days (person->stays[0].from, day);
  person->homes[0].reason = person->stays[0].reason = reason;
}

static gboolean
is_child (const AnsPracticePerson *person)
{
  return strcmp (person->relation, "CON_DE") == 0 || strcmp (person->relation, "CHAU") == 0;
}

static int
wedding (AnsPracticeHousehold *self, const AnsPracticePerson *wife, AnsRandom *random)
{
  int day = self->eldest >= 0
                ? born (&self->people[self->eldest]) - ans_random_between (random, 200, 900)
                : ans_random_between (random, day_of (2019, 1, 5), day_of (2022, 7, 1));

  return MIN (MAX (day, born (wife) + 18 * DAYS_OF_A_YEAR + 5), today () - 60);
}

/* A household of a grown-up son that stood in the register with his parents before. */
static gboolean
split_off (AnsPracticeHousehold *self, const AnsPracticeHousehold *parents, AnsRandom *random)
{
  AnsPracticePerson *son = &self->people[self->head], *wife;
  const AnsPracticePerson *father, *mother;
  int married, day;

  if (parents == NULL || !parents->may_have_sons_outside || self->spouse < 0 || !son->male ||
      son->age < 24 || son->age > 42 || parents->spouse < 0 || *parents->since != '\0')
    return FALSE;
  for (guint i = 2; i < self->n_people; i++)
    if (strcmp (self->people[i].relation, "CON_DE") != 0)
      return FALSE;
  father = &parents->people[parents->head];
  mother = &parents->people[parents->spouse];
  if (!father->male)
    {
      const AnsPracticePerson *swap = father;

      father = mother;
      mother = swap;
    }
  if (father->age - son->age < 18 || mother->age - son->age < 18 || mother->age - son->age > 44 ||
      !ans_random_chance (random, 700))
    return FALSE;

  wife = &self->people[self->spouse];
  married = wedding (self, wife, random);
  day = MAX (married + 60, day_of (2012, 3, 1));
  if (day > today () - 90)
    return FALSE;
  day = ans_random_between (random, day, today () - 80);

  self->surname = son->surname = parents->surname;
  self->ethnicity = parents->ethnicity;
  self->religion = parents->religion;
  write_days (self->since, day);
  son->homes[0] = (AnsPracticeHome) { .household = parents->id, .relation = "CON_DE" };
  next_home (son, self->id, ANS_RELATION_HEAD, day, "Tách hộ");
  wife->homes[0] = (AnsPracticeHome) { .household = parents->id, .relation = "CON_DAU" };
  arrive (wife, married, "Kết hôn");
  next_home (wife, self->id, wife->relation, day, "Tách hộ");
  for (guint i = 2; i < self->n_people; i++)
    {
      AnsPracticePerson *child = &self->people[i];

      child->surname = self->surname;
      if (born (child) < day)
        {
          child->homes[0] = (AnsPracticeHome) { .household = parents->id, .relation = "CHAU" };
          arrive (child, born (child), "Sinh");
          next_home (child, self->id, child->relation, day, "Tách hộ");
        }
      else
        arrive (child, born (child), "Sinh");
    }
  return TRUE;
}

/* Husband or wife of the survivor, who died in the last years. */
static void
add_dead_spouse (AnsPracticeHousehold *self,
                 const AnsPracticeLists *lists,
                 gint64 *next_id,
                 AnsRandom *random)
{
  AnsPracticePerson *survivor = &self->people[self->survivor], *dead;
  int age = survivor->age + (survivor->male ? -1 : 1) * ans_random_between (random, -2, 7);
  int from = day_of (2020, 1, 15), day;

  for (guint i = 0; i < self->n_living; i++)
    {
      const AnsPracticePerson *other = &self->people[i];

      if (is_child (other))
        {
          from = MAX (from, born (other) + 30);
          if (strcmp (other->relation, "CON_DE") == 0 && age < other->age + 18)
            return;
        }
    }
  if (from > day_of (2022, 9, 10) || age > 101 || age < 22)
    return;
  day = ans_random_between (random, from, day_of (2022, 9, 10));

  dead = ans_practice_household_add (
      self, survivor->male ? "VO" : ANS_RELATION_HEAD, !survivor->male, age,
      survivor->male ? ans_weighted_list_pick (&lists->surnames, 0, random) : self->surname);
  dead->living = FALSE;
  dead->id = (*next_id)++;
  draw_birth (dead, NULL, random);
  start (dead, self->id, ANS_RESIDENCE_PERMANENT);
  write_days (dead->death_iso, day);
  write_days (dead->homes[0].to, day);
  next_stay (dead, ANS_RESIDENCE_DEAD, day, "Chết");
  if (dead->male)
    {
      survivor->homes[0].relation = "VO";
      next_home (survivor, self->id, ANS_RELATION_HEAD, day, "Chủ hộ trước chết");
    }
}

static void
add_daughter_who_left (AnsPracticeHousehold *self, gint64 *next_id, AnsRandom *random)
{
  const AnsPracticePerson *head = &self->people[self->head];
  const AnsPracticePerson *spouse = &self->people[self->spouse];
  int youngest_parent = MIN (head->age, spouse->age);
  int age = ans_random_between (random, 21, 30), day;
  AnsPracticePerson *daughter;

  if (youngest_parent < age + 19)
    return;
  day = ans_random_between (random, day_of (2020, 1, 10), day_of (2022, 8, 30));
  daughter = ans_practice_household_add (self, "CON_DE", FALSE, age, self->surname);
  daughter->living = FALSE;
  daughter->id = (*next_id)++;
  draw_birth (daughter, NULL, random);
  start (daughter, self->id, ANS_RESIDENCE_PERMANENT);
  write_days (daughter->homes[0].to, day);
  next_stay (daughter, ANS_RESIDENCE_MOVED_AWAY, day, "Kết hôn");
}

/* People from elsewhere who rent or work here. */
static void
make_temporary (AnsPracticeHousehold *self, AnsRandom *random)
{
  int came = ans_random_between (random, day_of (2019, 2, 10), day_of (2022, 7, 1));

  write_days (self->since, came);
  for (guint i = 0; i < self->n_living; i++)
    {
      AnsPracticePerson *person = &self->people[i];

      person->stays[0].residence = "TAM_TRU";
      arrive (person, MAX (came, born (person)), born (person) > came ? "Sinh" : "Chuyển đến");
    }
}

static void
go_away_for_work (AnsPracticePerson *person, AnsRandom *random)
{
  AnsPracticeStay *stay = &person->stays[person->n_stays - 1];
  int from = MAX (day_of (2019, 2, 1), born (person) + 18 * DAYS_OF_A_YEAR + 5);
  int to = day_of (2022, 8, 31);
  AnsDate arrived;

  if (strcmp (stay->residence, ANS_RESIDENCE_PERMANENT) != 0)
    return;
  if (*stay->from != '\0' && ans_date_parse_iso (stay->from, &arrived, NULL))
    from = MAX (from, ans_date_to_days (arrived) + 60);
  if (from <= to)
    next_stay (person, "TAM_VANG", ans_random_between (random, from, to), "Đi làm ăn xa");
}

void
ans_practice_history_make (AnsPracticeHousehold *self,
                           const AnsPracticeHousehold *parents,
                           gint64 *next_id,
                           const AnsPracticeLists *lists,
                           AnsRandom *random)
{
  gboolean settled;

  *self->since = '\0';
  self->ethnicity = self->religion = NULL;
  for (guint i = 0; i < self->n_living; i++)
    {
      AnsPracticePerson *person = &self->people[i];

      person->id = (*next_id)++;
      draw_birth (person, i > 0 ? person - 1 : NULL, random);
      start (person, self->id, ANS_RESIDENCE_PERMANENT);
    }

  settled = split_off (self, parents, random);
  if (!settled && self->young_wife < 0 && self->survivor < 0 && self->n_living <= 4 &&
      !self->may_have_sons_outside && ans_random_chance (random, 45))
    {
      make_temporary (self, random);
      settled = TRUE;
    }
  if (!settled)
    {
      if (self->young_wife >= 0 &&
          ans_random_chance (random,
                             self->eldest < 0 || self->people[self->eldest].age <= 2 ? 900 : 350))
        {
          AnsPracticePerson *wife = &self->people[self->young_wife];

          arrive (wife, wedding (self, wife, random), "Kết hôn");
        }
      for (guint i = 0; i < self->n_living; i++)
        if (is_child (&self->people[i]) && self->people[i].age <= 4)
          arrive (&self->people[i], born (&self->people[i]), "Sinh");
      if (self->survivor >= 0 && self->people[self->survivor].age >= 40 &&
          ans_random_chance (random, 110))
        add_dead_spouse (self, lists, next_id, random);
      if (self->may_have_sons_outside && self->spouse >= 0 && ans_random_chance (random, 50))
        add_daughter_who_left (self, next_id, random);
    }
  for (guint i = 0; i < self->n_living; i++)
    {
      AnsPracticePerson *person = &self->people[i];

      if ((int) i != self->head && person->age >= 18 && person->age <= 52 &&
          ans_random_chance (random, 55))
        go_away_for_work (person, random);
    }
}
