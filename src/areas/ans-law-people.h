/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-law-answer.h"
#include "store/ans-connection.h"

G_BEGIN_DECLS

/**
 * ans_law_facts_of_person:
 * @day: ISO
 * @facts: (out): what the registers know of the person on @day
 *
 * Birth, sex, death, pension, poverty class of the household and its last review form, children
 * of a head of household. A household that is not on the list of the day is not poor if there is
 * such a list; without one nobody knows. What the registers don't keep stays unknown.
 *
 * Returns: %FALSE with @error if there is no such person or the book can't be read
 */
gboolean ans_law_facts_of_person (
    AnsConnection *connection, gint64 person, const char *day, AnsLawFacts *facts, GError **error);

/** AnsLawPersonFunc: Returns: %FALSE to end */
typedef gboolean (*AnsLawPersonFunc) (gint64 person, const AnsLawFacts *facts, gpointer data);

/** ans_law_each_person: @func for everyone who is of the commune, without the household's review
 * form. Returns: %FALSE with @error if the book can't be read */
gboolean ans_law_each_person (AnsConnection *connection,
                              const char *day,
                              AnsLawPersonFunc func,
                              gpointer data,
                              GError **error);

G_END_DECLS
