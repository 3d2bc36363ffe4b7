/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/ans-random.h"

G_BEGIN_DECLS

/* Names have their time: before 1955, 1955–1979, 1980–1999, since 2000. */
#define ANS_PRACTICE_N_COHORTS 4

/** AnsWeightedList: texts, each as frequent as its weight in the cohort. */
typedef struct
{
  GPtrArray *texts;
  GArray *cumulative[ANS_PRACTICE_N_COHORTS]; /* guint */
} AnsWeightedList;

/** AnsPracticeLists: what data/practice holds. Index 0 is female, 1 male. */
typedef struct
{
  AnsWeightedList surnames;
  AnsWeightedList middle[2];
  AnsWeightedList given[2];
  AnsWeightedList villages;
} AnsPracticeLists;

AnsPracticeLists *ans_practice_lists_new (void);
void ans_practice_lists_free (AnsPracticeLists *self);

/** ans_practice_cohort: which cohort a year of birth belongs to. */
guint ans_practice_cohort (int year);

/** ans_weighted_list_pick: Returns: index of a text */
guint ans_weighted_list_pick (const AnsWeightedList *self, guint cohort, AnsRandom *random);
const char *ans_weighted_list_text (const AnsWeightedList *self, guint index);
guint ans_weighted_list_weight (const AnsWeightedList *self, guint cohort, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPracticeLists, ans_practice_lists_free)

G_END_DECLS
