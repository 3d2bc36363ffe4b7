/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-law-answer.h"

G_BEGIN_DECLS

/* No day is later. */
#define ANS_LAW_ALWAYS (G_MAXINT - 1)

#define ANS_LAW_MAX_ATOMS 6

typedef enum
{
  ANS_LAW_FALSE,
  ANS_LAW_UNKNOWN,
  ANS_LAW_TRUE,
} AnsLawTruth;

typedef enum
{
  ANS_ATOM_CHOICE,     /* a fact has one of some values */
  ANS_ATOM_NOT_CHOICE, /* it has none of them, or nobody says so */
  ANS_ATOM_DAY,        /* a day is not after the day asked for, or nobody says so */
  ANS_ATOM_NUMBER,     /* a number fact */
  ANS_ATOM_AGE,
  ANS_ATOM_STUDYING,    /* and the end of the studies is not past */
  ANS_ATOM_CHILDREN,    /* children below @child_age, or studying and below @limit (0: no limit) */
  ANS_ATOM_BURDEN,      /* pregnant, and children below @child_age */
  ANS_ATOM_LOW_PENSION, /* none, or lower than the social pension */
  ANS_ATOM_NEEDY,       /* poor, near-poor or in hardship */
  ANS_ATOM_ASSISTANCE,  /* entitled to social assistance */
  ANS_ATOM_PENSION,     /* entitled to the social pension */
} AnsLawAtomKind;

/* A condition: for numbers @is_below says “less than @number” instead of “at least”. */
typedef struct
{
  AnsLawAtomKind kind;
  AnsFact fact;
  guint choices;
  int number;
  gboolean is_below;
  int child_age, limit;
} AnsLawAtom;

/* From which month a right is paid. */
typedef enum
{
  ANS_LAW_START_SIGNED,      /* the month in which the decision is signed */
  ANS_LAW_START_CERTIFICATE, /* the month of the certificate */
  ANS_LAW_START_AGE,         /* the month in which the age is reached */
} AnsLawStart;

typedef struct
{
  AnsLawScheme scheme;
  int version; /* 0: of no version of the decree */
  char *code, *who, *clause, *title;
  AnsLawAtom atoms[ANS_LAW_MAX_ATOMS];
  guint n_atoms;
  gboolean is_per; /* the number of @per multiplies it */
  AnsLawAtom per;
  char **unless;            /* codes of groups that exclude it */
  int asked_from, asked_to; /* of which ages it is worth asking whether they are in it */
  int first_day, last_day;
  AnsLawStart start;
  char *rate_scheme, *rate_code;
  const AnsRate *const *rates;
  guint n_rates;
} AnsLawGroup;

typedef enum
{
  ANS_MERIT_ALLOWANCE,
  ANS_MERIT_SUPPLEMENT,
  ANS_MERIT_SENIORITY,
  ANS_MERIT_CARER,
  ANS_MERIT_SURVIVOR,
  ANS_MERIT_SURVIVOR_CARE,
  ANS_MERIT_CARE,
} AnsMeritKind;

typedef struct
{
  char *category, *code, *clause, *title, *rate_code;
  AnsMeritKind kind;
  gboolean by_percent;
  int rate_min, rate_max; /* 0: of any */
  AnsLawAtom atoms[ANS_LAW_MAX_ATOMS];
  guint n_atoms;
  AnsLawStart start;
} AnsMeritRow;

/* @is_stop_after: a right that ends is paid to the end of the month, and ends with it; otherwise
 * the month in which it ends is not paid. @is_adjust_same: a change of the amount is of the month
 * in which it happens, otherwise of the month after. @is_paid_back: on return the months of a
 * suspension are paid. */
typedef struct
{
  int version;
  int first_day, known_day;
  char *title;
  gboolean is_stop_after, is_adjust_same, is_paid_back;
  char *clause; /* of these rules for months */
} AnsLawVersion;

struct _AnsLaw
{
  AnsRateTable *rates;
  char *province;
  GArray *versions; /* AnsLawVersion, oldest first */
  GPtrArray *groups[ANS_LAW_N_SCHEMES];
  GPtrArray *merits;
  GPtrArray *mapping;                 /* GStrv */
  GPtrArray *aliases;                 /* GStrv of terms */
  const AnsRate *const *standards[2]; /* the province's own, and the country's */
  guint n_standards[2];
  const AnsRate *const *pensions[2];
  guint n_pensions[2];
};

/* What is being asked: facts on a day. */
typedef struct
{
  AnsLaw *law;
  const AnsLawFacts *facts;
  int day, known;
  int version;
  gint64 pension; /* the social pension of the day, 0 if there is none */
  int age;        /* -1: not born, G_MININT: not known */
  /* of the dead, for funerals: what they were entitled to */
  AnsLawTruth assistance, social_pension;
  guint64 assistance_missing, pension_missing;
} AnsLawContext;

/* ans-law-atoms.c */

/** ans_law_atoms_parse: “household=ngheo; age>=60” into @atoms. */
gboolean ans_law_atoms_parse (const char *text, AnsLawAtom *atoms, guint *n, GError **error);

/** ans_law_atom_parse_count: the number that multiplies: children16-22, injured … */
gboolean ans_law_atom_parse_count (const char *text, AnsLawAtom *atom, GError **error);

/** ans_law_atom_facts: bits of the facts that it looks at. */
guint64 ans_law_atom_facts (const AnsLawAtom *atom);

/** ans_law_atom_ask: @unknown gets bits of facts that could change it, whatever it is now. */
AnsLawTruth
ans_law_atom_ask (const AnsLawContext *context, const AnsLawAtom *atom, guint64 *unknown);

/** ans_law_atom_count: the number itself, as far as it is known. */
int ans_law_atom_count (const AnsLawContext *context, const AnsLawAtom *atom);

/** ans_law_atom_say: adds what is known to @text, and bits of the facts that it names. */
void ans_law_atom_say (const AnsLawContext *context,
                       const AnsLawAtom *atom,
                       AnsLawTruth truth,
                       GPtrArray *words,
                       guint64 *used);

/* ans-law.c */

/** ans_law_context_init: what is needed to ask about @facts on @day. */
void ans_law_context_init (AnsLawContext *context, AnsLaw *law, const AnsLawFacts *facts, int day);

/** ans_law_get_standard: Returns: (nullable): the standard of social assistance on the day */
const AnsRate *ans_law_get_standard (const AnsLawContext *context);

/** ans_law_get_pension: Returns: (nullable): the social pension on the day */
const AnsRate *ans_law_get_pension (const AnsLawContext *context);

/** ans_law_get_version: Returns: (nullable): the version called @version */
const AnsLawVersion *ans_law_get_version (AnsLaw *self, int version);

/** ans_law_month_rules: Returns: the version whose rules for months apply; the oldest before all */
const AnsLawVersion *ans_law_month_rules (const AnsLawContext *context);

/* ans-law-groups.c */

gboolean ans_law_load_groups (AnsLaw *self, const char *text, GError **error);
gboolean ans_law_load_merits (AnsLaw *self, const char *text, GError **error);
void ans_law_group_free (gpointer group);
void ans_law_merit_free (gpointer row);

/** ans_law_group_applies: whether there is such a group on the day of the question. */
gboolean ans_law_group_applies (const AnsLawContext *context, const AnsLawGroup *group);

/** ans_law_group_rate: Returns: (nullable): its coefficient or amount on the day */
const AnsRate *ans_law_group_rate (const AnsLawContext *context, const AnsLawGroup *group);

/** ans_law_group_class: groups of one class exclude one another: only the highest is paid. */
int ans_law_group_class (const AnsLawGroup *group);

/** ans_law_group_start: the rule for its first month when the decision was signed on
 * @decision_day (0: not known). */
AnsLawStart
ans_law_group_start (const AnsLawContext *context, const AnsLawGroup *group, int decision_day);

/** ans_law_procedure_of: Returns: the version by whose procedures a file is decided that was signed
 * on @decision_day (0: not known) */
int ans_law_procedure_of (const AnsLawContext *context, int decision_day);

/** ans_law_say_starts: from which month each line is paid. */
void ans_law_say_starts (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer);

/* ans-law-*.c: one for each kind of scheme; they fill in lines, what is not paid, what is missing,
 * and reasons if @answer has room for them. */
void ans_law_ask_groups (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer);
void ans_law_ask_merit (const AnsLawContext *context, AnsLawAnswer *answer);
void ans_law_ask_poverty (const AnsLawContext *context, AnsLawAnswer *answer);

/** ans_law_count_percents: how many of the first @n categories have a percent to be given. */
guint ans_law_count_percents (AnsLaw *law, const AnsLawFacts *facts, guint n);

/* ans-law-answer.c */

/** ans_law_answer_add_line: Returns: (transfer none) (nullable): a new line, all zero; %NULL if
 * there is no room */
AnsLawLine *ans_law_answer_add_line (AnsLawAnswer *self);

/** ans_law_answer_add_unpaid: @reason (transfer full) (nullable) */
void ans_law_answer_add_unpaid (AnsLawAnswer *self, const char *code, char *reason);

/** ans_law_answer_take_reason: @text (transfer full); with its @clause if there is one. */
void ans_law_answer_take_reason (AnsLawAnswer *self, char *text, const char *clause);

/** ans_law_answer_sum: total and eligibility from the lines. */
void ans_law_answer_sum (AnsLawAnswer *self);

G_END_DECLS
