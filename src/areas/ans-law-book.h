/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-law-answer.h"
#include "store/ans-book.h"

G_BEGIN_DECLS

/* Settings of the book: rows of rates that the office added (CSV without a header), and the code of
 * the province whose own rates apply. */
#define ANS_SETTING_LAW_RATES    "law_rates"
#define ANS_SETTING_LAW_PROVINCE "law_province"

/** ans_law_book_get: Returns: (transfer full): the law with the rows that the office added to
 * @book; that of the program if they can't be read */
AnsLaw *ans_law_book_get (AnsBook *book);

/** ans_law_book_with: Returns: (transfer full) (nullable): the law of @book as it would be with one
 * more @row; %NULL if the row is none */
AnsLaw *ans_law_book_with (AnsBook *book, const AnsRate *row, GError **error);

/**
 * ans_law_book_add:
 * @row: a new row of a figure; its @to is not looked at
 *
 * Adds a row in an action of its own. It applies from its first day on, in place of the row
 * before.
 *
 * Returns: the action, 0 with @error
 */
gint64 ans_law_book_add (AnsBook *book, const AnsRate *row, GError **error);

/** AnsLawPersonChange: one of those who would get another amount in a month, in đồng. */
typedef struct
{
  gint64 person;
  gint64 before, after;
} AnsLawPersonChange;

/* Of so many the person is told. */
#define ANS_LAW_CHANGES_SHOWN 100

/**
 * AnsLawChange:
 * @n_people: who would get another amount on the day
 * @sum: by how much that is more in a month, đồng
 * @shown, @n_shown: the first of them
 *
 * What a new row would change, as far as the registers know the facts.
 */
typedef struct
{
  guint n_people;
  gint64 sum;
  AnsLawPersonChange shown[ANS_LAW_CHANGES_SHOWN];
  guint n_shown;
} AnsLawChange;

/** ans_law_book_preview: asks everyone about all monthly schemes by the law of before and of
 * @after on @day (ISO). For work on another thread with a connection of its own; @n_asked
 * (nullable) counts the people meanwhile, to be read atomically. */
gboolean ans_law_book_preview (AnsConnection *connection,
                               AnsLaw *before,
                               AnsLaw *after,
                               const char *day,
                               AnsLawChange *change,
                               int *n_asked,
                               GError **error);

G_END_DECLS
