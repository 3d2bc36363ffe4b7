/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-law.h"

G_BEGIN_DECLS

#define ANS_LAW_MAX_LINES  16
#define ANS_LAW_MAX_UNPAID 24

/**
 * AnsLawLine:
 * @code: the group or allowance
 * @who: who gets it, Vietnamese
 * @title: what it is, Vietnamese
 * @clause: which clause gives the right
 * @coefficient: hundredths; -1 if the amount has none
 * @amount: đồng
 * @rate, @standard: (nullable): the rows that it is reckoned from
 *
 * One line of an answer. Strings belong to the law.
 */
typedef struct
{
  const char *code;
  const char *who;
  const char *title;
  const char *clause;
  int coefficient;
  gint64 amount;
  const AnsRate *rate;
  const AnsRate *standard;
  gconstpointer rule;
} AnsLawLine;

/** ans_law_line_basis: Returns: (transfer full): legal basis of coefficient and standard */
char *ans_law_line_basis (const AnsLawLine *self);

/** ans_law_line_check: Returns: (transfer none): the weaker mark of the two rows */
const char *ans_law_line_check (const AnsLawLine *self);

/** AnsLawUnpaid: a right that is not paid, and why (%NULL in answers without words). */
typedef struct
{
  const char *code;
  char *reason;
} AnsLawUnpaid;

/**
 * AnsLawAnswer:
 * @eligible: whether what is known gives the right
 * @total: đồng, of all lines
 * @reasons: (nullable) (element-type utf8): the chain of reasons; %NULL in answers without words
 * @missing: bits of facts that are not known and could change the answer
 * @at_risk: those of @missing that could take away what was found
 * @used: bits of the facts that the reasons name
 * @estimated_age: the age is reckoned from a partial date of birth (“tuổi ước tính”)
 *
 * What the law says of a person on a day. It proposes; the officer decides.
 */
typedef struct
{
  gboolean eligible;
  AnsLawLine lines[ANS_LAW_MAX_LINES];
  guint n_lines;
  gint64 total;
  AnsLawUnpaid unpaid[ANS_LAW_MAX_UNPAID];
  guint n_unpaid;
  GPtrArray *reasons;
  guint64 missing;
  guint64 at_risk;
  guint64 used;
  gboolean estimated_age;
} AnsLawAnswer;

/** ans_law_answer_new: Returns: (transfer full): an empty answer; without @words it has no reasons
 * and is quick to fill, for a whole commune */
AnsLawAnswer *ans_law_answer_new (gboolean words);
void ans_law_answer_clear (AnsLawAnswer *self);
void ans_law_answer_free (AnsLawAnswer *self);

/**
 * ans_law_ask:
 * @day: yyyymmdd
 * @answer: is cleared and filled
 *
 * What @facts give on @day. Ages are those of the day; a death, a suspension are looked at by the
 * month, as they are paid.
 */
void ans_law_ask (
    AnsLaw *law, AnsLawScheme scheme, const AnsLawFacts *facts, int day, AnsLawAnswer *answer);

/** ans_law_facts_check_all: as ans_law_facts_check(), and whether categories exist. */
gboolean ans_law_check_facts (AnsLaw *law, const AnsLawFacts *facts, GError **error);

/** ans_law_retirement_day: Returns: the day on which a person born on @birth reaches the
 * retirement age (NĐ 135/2020/NĐ-CP, article 4), 0 if no row covers it; yyyymmdd both */
int ans_law_retirement_day (AnsLaw *law, int birth, gboolean is_male);

/** ans_law_minimum_wage: Returns: (nullable): the regional minimum wage at @place (hoang_hoa …) */
const AnsRate *ans_law_minimum_wage (AnsLaw *law, const char *place, int day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsLawAnswer, ans_law_answer_free)

G_END_DECLS
