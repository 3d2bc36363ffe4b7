/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/ans-practice-lists.h"
#include "practice/ans-practice.h"
#include "text/ans-date.h"

G_BEGIN_DECLS

/*
 * Inside the room only: one household while it is being invented. It is made in four steps, one
 * file each: who lives there (family), what became of them (history), what they are called and do
 * (details), and into the book with it (writer). One such struct is used again and again, so that
 * memory does not grow with the commune.
 */

/* “Today” of the practice commune; nothing in it is later. */
#define ANS_PRACTICE_TODAY_YEAR  2022
#define ANS_PRACTICE_TODAY_MONTH 9
#define ANS_PRACTICE_TODAY_DAY   20

#define ANS_PRACTICE_MAX_LIVING  8
#define ANS_PRACTICE_MAX_PEOPLE  12 /* with those who died or left */
#define ANS_PRACTICE_MAX_PERIODS 3
#define ANS_PRACTICE_NAME_SIZE   160
#define ANS_PRACTICE_DATE_SIZE   11

/* Where a person lived from a day on, until the next period or @to. "" is “since always”. */
typedef struct
{
  gint64 household;
  const char *relation;
  const char *reason;
  char from[ANS_PRACTICE_DATE_SIZE];
  char to[ANS_PRACTICE_DATE_SIZE]; /* "": until now */
} AnsPracticeHome;

typedef struct
{
  const char *residence;
  const char *reason;
  char from[ANS_PRACTICE_DATE_SIZE];
  char to[ANS_PRACTICE_DATE_SIZE];
} AnsPracticeStay;

typedef struct
{
  gint64 id;
  gboolean male;
  gboolean living; /* counted among the commune's people */
  int age;         /* in years of the calendar: 2022 less the year of birth */
  guint surname;   /* index in the list */
  const char *relation;
  gboolean twin; /* of the person before */

  AnsDate birth;       /* as it was */
  AnsDate known_birth; /* as far as the papers know it */
  char birth_iso[ANS_PRACTICE_DATE_SIZE];
  char death_iso[ANS_PRACTICE_DATE_SIZE];

  AnsPracticeHome homes[ANS_PRACTICE_MAX_PERIODS];
  guint n_homes;
  AnsPracticeStay stays[ANS_PRACTICE_MAX_PERIODS];
  guint n_stays;

  char name[ANS_PRACTICE_NAME_SIZE];
  guint given; /* index in the list */
  const char *other_name;
  const char *ethnicity;
  const char *religion;
  char id_no[13];
  char old_id_no[10];
  char id_date[ANS_PRACTICE_DATE_SIZE];
  const char *id_place;
  char phone[11];
  char bank[40];
  char bhyt_no[11];
  const char *pension;
  int pension_amount; /* đồng, 0 for none */
  const char *labour_status;
  const char *industry;
  const char *qualification;
  const char *note;
} AnsPracticePerson;

typedef struct
{
  gint64 id;
  gint64 village;
  char code[32];
  char address[160];
  char since[ANS_PRACTICE_DATE_SIZE]; /* "": since always */

  AnsPracticePerson people[ANS_PRACTICE_MAX_PEOPLE]; /* the living first */
  guint n_people;
  guint n_living;

  const char *ethnicity;
  const char *religion;
  guint surname; /* of the line that the children carry on */
  int head;      /* indexes in people; -1: there is none */
  int spouse;
  int young_wife;                 /* who came into the house by a marriage of late */
  int eldest;                     /* child of hers, -1: none */
  int survivor;                   /* whose spouse may have died lately */
  gboolean may_have_sons_outside; /* a household of which a grown-up son may have split off */
} AnsPracticeHousehold;

/** ans_practice_family_make: fills @self with @size living people and how they are related. */
void ans_practice_family_make (AnsPracticeHousehold *self,
                               int size,
                               const AnsPracticeLists *lists,
                               AnsRandom *random);

/** ans_practice_household_add: Returns: (transfer none): one more person of @self */
AnsPracticePerson *ans_practice_household_add (
    AnsPracticeHousehold *self, const char *relation, gboolean male, int age, guint surname);

/**
 * ans_practice_history_make:
 * @parents: (nullable): the household next door, of which @self may have split off
 * @next_id: the id of the next person
 *
 * Gives @self dates of birth, ids, and the periods of home and residence; adds those who died or
 * left.
 */
void ans_practice_history_make (AnsPracticeHousehold *self,
                                const AnsPracticeHousehold *parents,
                                gint64 *next_id,
                                const AnsPracticeLists *lists,
                                AnsRandom *random);

/** AnsPracticeCounters: what must be counted over the whole commune. */
typedef struct
{
  guint64 seed;
  guint people;             /* living people so far */
  guint numbers[2][4][100]; /* personal numbers used by sex, century, year */
  guint old_numbers;
  guint phones;
  guint insurance_numbers;
} AnsPracticeCounters;

/** ans_practice_details_make: names, numbers, work. */
void ans_practice_details_make (AnsPracticeHousehold *self,
                                AnsPracticeCounters *counters,
                                const AnsPracticeLists *lists,
                                AnsRandom *random);

/** ans_practice_labour_count: adds the living people of @household to @counts. */
void
ans_practice_labour_count (AnsPracticeLabour *counts, const AnsPracticeHousehold *household);

G_END_DECLS
