/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "text/ans-date.h"

G_BEGIN_DECLS

#define ANS_LAW_ERROR (ans_law_error_quark ())
GQuark ans_law_error_quark (void);

typedef enum
{
  ANS_LAW_ERROR_UNKNOWN_FACT, /* no such fact or scheme */
  ANS_LAW_ERROR_BAD_VALUE,    /* a value that it can't have, or that contradicts another */
  ANS_LAW_ERROR_DATA,         /* a table of the law is wrong */
} AnsLawError;

/* What the law asks about a person. In the order in which a form shows them. */
typedef enum
{
  ANS_FACT_BIRTH,
  ANS_FACT_SEX,
  ANS_FACT_HOUSEHOLD,
  ANS_FACT_SUPPORTER,
  ANS_FACT_PENSION,
  ANS_FACT_PENSION_AMOUNT,
  ANS_FACT_DISABILITY,
  ANS_FACT_CERTIFICATE,
  ANS_FACT_ORPHAN,
  ANS_FACT_ADOPTED,
  ANS_FACT_STUDYING,
  ANS_FACT_STUDY_END,
  ANS_FACT_SINGLE_PARENT,
  ANS_FACT_CHILDREN,
  ANS_FACT_SINGLE_PARENT_CHILD,
  ANS_FACT_HIV,
  ANS_FACT_INCOME,
  ANS_FACT_TAKEN_IN,
  ANS_FACT_PREGNANT,
  ANS_FACT_SPECIAL_AREA,
  ANS_FACT_CATEGORY,
  ANS_FACT_RATE,
  ANS_FACT_SPECIAL,
  ANS_FACT_CARER,
  ANS_FACT_ALONE,
  ANS_FACT_MARTYRS,
  ANS_FACT_SENIORITY,
  ANS_FACT_AREA,
  ANS_FACT_B1,
  ANS_FACT_DEPRIVATIONS,
  ANS_FACT_INJURED,
  ANS_FACT_VICTIMS,
  ANS_FACT_HOUSE,
  ANS_FACT_HARDSHIP,
  ANS_FACT_HUNGRY,
  ANS_FACT_PERSONS,
  ANS_FACT_MONTHS,
  ANS_FACT_PROTECTED_DAYS,
  ANS_FACT_DECISION,
  ANS_FACT_DEATH,
  ANS_FACT_SUSPENDED,
  ANS_FACT_RESUMED,
  ANS_FACT_LAW,
  ANS_FACT_KNOWN,
  ANS_FACT_N
} AnsFact;

#define ANS_FACT_BIT(fact) ((guint64) 1 << (fact))

typedef enum
{
  ANS_FACT_KIND_CHOICE,
  ANS_FACT_KIND_DATE,         /* a day */
  ANS_FACT_KIND_PARTIAL_DATE, /* a day, month or year */
  ANS_FACT_KIND_MONTH,
  ANS_FACT_KIND_NUMBER,
  ANS_FACT_KIND_NUMBERS,    /* several with + between */
  ANS_FACT_KIND_CATEGORIES, /* several with + between */
  ANS_FACT_KIND_CHILDREN,   /* BIRTH[/hoc],… */
} AnsFactKind;

/** AnsFactChoice: one value of a fact: what is typed, what a form shows, what a reason says. */
typedef struct
{
  const char *code;
  const char *label;
  const char *says;
} AnsFactChoice;

/**
 * AnsFactInfo:
 * @name: as typed in FACT=VALUE
 * @label: legal term, Vietnamese
 * @choices: (nullable): ended by a code of %NULL
 * @format: how a value is written, where there are no choices
 * @min, @max: of a number
 *
 * A fact, described once for command line, form and reasons.
 */
typedef struct
{
  const char *name;
  const char *label;
  AnsFactKind kind;
  const AnsFactChoice *choices;
  const char *format;
  gint64 min, max;
} AnsFactInfo;

/** ans_fact_info: Returns: (transfer none): the description of @fact */
const AnsFactInfo *ans_fact_info (AnsFact fact);

/** ans_fact_find: Returns: the fact called @name, %ANS_FACT_N if there is none */
AnsFact ans_fact_find (const char *name);

/** ans_fact_find_choice: Returns: the index of @code among the choices, -1 if it is none */
int ans_fact_find_choice (AnsFact fact, const char *code);

#define ANS_LAW_MAX_CHILDREN   24
#define ANS_LAW_MAX_CATEGORIES 8

/* Facts of each category of a meritorious person: one value for all, or one for each. */
#define ANS_FACT_FIRST_EACH ANS_FACT_SPECIAL
#define ANS_FACT_N_EACH     (ANS_FACT_SENIORITY - ANS_FACT_SPECIAL + 1)

/* A child: the first day that its date of birth can be (yyyymmdd). */
typedef struct
{
  int birth;
  gboolean is_partial;
  gboolean is_studying;
} AnsLawChild;

/**
 * AnsLawFacts:
 * @given: bits of the facts that are known
 * @value: choices as their index, numbers, days as yyyymmdd, months as yyyymm
 * @birth: as it was given; @value has the first day that it can be
 * @children, @n_children: if they are known
 * @categories, @n_categories, @rates, @n_rates: of a meritorious person
 * @each, @n_each: of facts from %ANS_FACT_FIRST_EACH on, where each category has its own value
 *
 * What is known of a person. Plain data: copy it as you like; all zero is nothing known.
 */
typedef struct
{
  guint64 given;
  gint64 value[ANS_FACT_N];
  AnsDate birth;
  AnsLawChild children[ANS_LAW_MAX_CHILDREN];
  guint n_children;
  char categories[ANS_LAW_MAX_CATEGORIES][32];
  guint n_categories;
  int rates[ANS_LAW_MAX_CATEGORIES];
  guint n_rates;
  guint8 each[ANS_FACT_N_EACH][ANS_LAW_MAX_CATEGORIES];
  guint8 n_each[ANS_FACT_N_EACH];
} AnsLawFacts;

static inline gboolean
ans_law_facts_has (const AnsLawFacts *self, AnsFact fact)
{
  return (self->given & ANS_FACT_BIT (fact)) != 0;
}

/**
 * ans_law_facts_set:
 * @value: canonical: a code, an ISO date, a whole number
 *
 * Nothing is guessed: a value that can't be read is refused with what it may be.
 */
gboolean ans_law_facts_set (AnsLawFacts *self, const char *name, const char *value, GError **error);

/** ans_law_facts_clear: @fact is not known any more. */
void ans_law_facts_clear (AnsLawFacts *self, AnsFact fact);

/** ans_law_facts_check: whether facts contradict one another (death before birth …). */
gboolean ans_law_facts_check (const AnsLawFacts *self, GError **error);

/** ans_law_facts_say: Returns: (transfer full): “Thuộc hộ nghèo”, as a reason says it; "" if the
 * fact is not known */
char *ans_law_facts_say (const AnsLawFacts *self, AnsFact fact);

/* yyyymmdd and yyyymm as numbers. */
static inline int
ans_law_day (AnsDate date)
{
  AnsDate first = ans_date_first_day (date);

  return first.year * 10000 + first.month * 100 + first.day;
}

static inline AnsDate
ans_law_date (int day)
{
  return ans_date_new (day / 10000, day / 100 % 100, day % 100);
}

static inline int
ans_law_last_day (int month)
{
  return month * 100 + ans_date_days_in_month (month / 100, month % 100);
}

static inline int
ans_law_next_month (int month)
{
  return month % 100 == 12 ? month + 89 : month + 1;
}

/* Completed years; someone born on 29/02 completes the year on 01/03 in common years. */
static inline int
ans_law_age (int birth, int day)
{
  return birth > day ? -1 : day / 10000 - birth / 10000 - (day % 10000 < birth % 10000);
}

G_END_DECLS
