/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the groups of a scheme stand with a person: for those who reckon and those who put it into
 * words. */
#pragma once

#include "policy/ans-law-private.h"

G_BEGIN_DECLS

#define ANS_STANDING_MAX 40

/**
 * AnsStanding:
 * @truth: whether the person is in @group
 * @unknown: bits of facts that could change that
 * @amount: what it gives; %G_MAXINT64 if it is a multiple of a number that is not known
 *
 * A group, and how it stands with the person.
 */
typedef struct
{
  const AnsLawGroup *group;
  AnsLawTruth truth;
  guint64 unknown;
  const AnsRate *rate, *standard;
  int coefficient;
  gint64 amount;
  gboolean is_paid;
} AnsStanding;

typedef struct
{
  const AnsLawContext *context;
  AnsLawScheme scheme;
  AnsLawAnswer *answer;
  AnsStanding found[ANS_STANDING_MAX];
  guint n;
} AnsStandings;

/** ans_standings_best: Returns: (nullable): of the class of the group at @index, the one that the
 * person is in and that gives most */
AnsStanding *ans_standings_best (AnsStandings *self, guint index);

/** ans_standings_is_excluded: whether the person is in another group that excludes @group. */
gboolean ans_standings_is_excluded (const AnsStandings *self, const AnsLawGroup *group);

/** ans_standings_say_paid: the reasons for a group that is paid. */
void ans_standings_say_paid (AnsStandings *self, const AnsStanding *found);

/** ans_standings_say_rice: the reason that is rice instead of money. */
void ans_standings_say_rice (AnsStandings *self, const AnsStanding *found);

/** ans_standings_say_unpaid: Returns: (transfer full) (nullable): why a group is not paid; %NULL in
 * an answer without words */
char *ans_standings_say_unpaid (AnsStandings *self, const AnsStanding *found);

/** ans_standings_say_not: why not more: what known facts keep the person from. */
void ans_standings_say_not (AnsStandings *self);

G_END_DECLS
