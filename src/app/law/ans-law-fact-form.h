/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "policy/ans-law-answer.h"

G_BEGIN_DECLS

/**
 * AnsLawFactForm:
 *
 * A row for each fact that a scheme asks for; what is not filled in is not known. Facts that two
 * schemes share are kept when the scheme changes. Emits “changed”.
 */
#define ANS_TYPE_LAW_FACT_FORM (ans_law_fact_form_get_type ())
G_DECLARE_FINAL_TYPE (AnsLawFactForm, ans_law_fact_form, ANS, LAW_FACT_FORM, AdwBin)

GtkWidget *ans_law_fact_form_new (void);

/** ans_law_fact_form_set_scheme: makes the rows of @scheme. */
void ans_law_fact_form_set_scheme (AnsLawFactForm *self, AnsLawScheme scheme);

/** ans_law_fact_form_get_facts: what is filled in and can be read; what can't is marked in its row
 * and not known. */
void ans_law_fact_form_get_facts (AnsLawFactForm *self, AnsLawFacts *facts);

/** ans_law_fact_form_clear: nothing is known any more. */
void ans_law_fact_form_clear (AnsLawFactForm *self);

/** ans_law_fact_form_set_text: fills in a fact as if it had been chosen or typed: a code of its
 * choices, else any text. */
void ans_law_fact_form_set_text (AnsLawFactForm *self, AnsFact fact, const char *text);

G_END_DECLS
