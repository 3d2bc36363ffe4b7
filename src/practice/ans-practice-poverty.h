/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/ans-practice-model.h"
#include "practice/ans-practice.h"

G_BEGIN_DECLS

/*
 * Inside the room only: a year of poverty reduction. Each household is given a past and a year
 * (poverty), which is written with it (poverty-writer). What is counted beside it is what the
 * figures of the book must be.
 */

#define ANS_PRACTICE_MAX_STATUSES 5
#define ANS_PRACTICE_MAX_FORMS    4
#define ANS_PRACTICE_MAX_SUPPORTS 12

/* Rounds of the practice commune; also their ids. */
enum
{
  ANS_PRACTICE_ROUND_2021 = 1,  /* yearly, under the new standard: the list of 01/01/2022 */
  ANS_PRACTICE_ROUND_MONTHS,    /* February to September, one after the other */
  ANS_PRACTICE_ROUND_2022 = 10, /* yearly, under way */
};

#define ANS_PRACTICE_ROUND_OF(month) (ANS_PRACTICE_ROUND_MONTHS + (month) - 2)

typedef struct
{
  const char *status, *standard, *basis;
  char from[ANS_PRACTICE_DATE_SIZE];
  int round; /* 0: none */
  int form;  /* index, -1: none */
  char decision_no[32];
  char decision_date[ANS_PRACTICE_DATE_SIZE];
} AnsPracticeStatus;

typedef struct
{
  int round;
  char date[ANS_PRACTICE_DATE_SIZE];
  gboolean requested, no_labour;
  int b1; /* -1: not known yet */
  guint lacks;
  guint causes; /* bits, in the order of the choices */
  guint wishes;
  const char *official; /* (nullable) */
  const char *note;     /* (nullable) */
  char decision_no[32];
  char decision_date[ANS_PRACTICE_DATE_SIZE];
} AnsPracticeForm;

typedef struct
{
  const char *kind, *source, *value;
  char date[ANS_PRACTICE_DATE_SIZE];
  gint64 amount; /* đồng, 0: in kind only */
} AnsPracticeSupport;

typedef struct
{
  const char *status;
  char issued[ANS_PRACTICE_DATE_SIZE];
  char received[ANS_PRACTICE_DATE_SIZE];
  char withdrawn[ANS_PRACTICE_DATE_SIZE];
} AnsPracticeCertificate;

/* What poverty has to do with one household. */
typedef struct
{
  AnsPracticeStatus statuses[ANS_PRACTICE_MAX_STATUSES];
  guint n_statuses;
  AnsPracticeForm forms[ANS_PRACTICE_MAX_FORMS];
  guint n_forms;
  AnsPracticeSupport supports[ANS_PRACTICE_MAX_SUPPORTS];
  guint n_supports;
  AnsPracticeCertificate certificates[2];
  guint n_certificates;
} AnsPracticeCase;

/** AnsPracticeShares: how much of a household of each kind is owed so far: a household is chosen
 * when its kind has added up to one, so that numbers are those asked for, in any commune. */
typedef struct
{
  double poor, near_poor, was_poor, new_poor, moved_in;
  double exits, exits_to_near_poor, near_exits, near_to_poor, long_ago, relapses, asked, pending,
      pending_poor;
} AnsPracticeShares;

/** ans_practice_case_make: fills @self for @household, and counts it in @counts. */
void ans_practice_case_make (AnsPracticeCase *self,
                             const AnsPracticeHousehold *household,
                             AnsPracticeShares *shares,
                             AnsPracticePoverty *counts,
                             guint64 seed);

/** AnsPracticePovertyWriter: prepared statements that put cases into a book under bulk load. */
typedef struct _AnsPracticePovertyWriter AnsPracticePovertyWriter;

/** ans_practice_poverty_is_known: whether the book has the registers of the poverty area. */
gboolean ans_practice_poverty_is_known (void);

/** ans_practice_poverty_writer_new: also writes the rounds. */
AnsPracticePovertyWriter *
ans_practice_poverty_writer_new (AnsBook *book, guint64 seed, GError **error);
void ans_practice_poverty_writer_free (AnsPracticePovertyWriter *self);

gboolean ans_practice_poverty_writer_add (AnsPracticePovertyWriter *self,
                                          gint64 household,
                                          const AnsPracticeCase *one,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPracticePovertyWriter, ans_practice_poverty_writer_free)

G_END_DECLS
