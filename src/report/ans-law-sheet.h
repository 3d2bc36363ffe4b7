/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-document.h"
#include "policy/ans-law-answer.h"
#include "store/ans-book.h"

G_BEGIN_DECLS

/**
 * ans_law_sheet_new:
 * @book: whose office answers
 * @day: yyyymmdd, the day asked about
 * @answer: with words
 *
 * The sheet that a citizen takes home: what was said of them, what the law gives, and why.
 *
 * Returns: (transfer full)
 */
AnsDocument *ans_law_sheet_new (AnsBook *book,
                                AnsLawScheme scheme,
                                const AnsLawFacts *facts,
                                int day,
                                const AnsLawAnswer *answer);

G_END_DECLS
