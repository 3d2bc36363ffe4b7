/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-header-finder.h"

G_BEGIN_DECLS

/**
 * AnsTitleMatcher: compares titles of columns with the synonyms of fields; inside of this room
 * only.
 */
typedef struct _AnsTitleMatcher AnsTitleMatcher;

/**
 * AnsTitleMatch:
 * @term: which term
 * @score: %ANS_HEADER_MIN_SCORE to 100
 * @by_upper: only an upper title fits, so that the columns below it share the field
 */
typedef struct
{
  guint term;
  guint score;
  gboolean by_upper;
} AnsTitleMatch;

/** ans_title_matcher_new: @terms must live as long as the result. */
AnsTitleMatcher *ans_title_matcher_new (const AnsHeaderTerm *terms, guint n_terms);
void ans_title_matcher_free (AnsTitleMatcher *matcher);

/**
 * ans_title_matcher_match:
 * @titles: (array zero-terminated=1): the titles of a column from top to bottom
 *
 * Returns: (transfer none) (element-type AnsTitleMatch): the best match for each term that fits;
 *   kept, so that asking again costs nothing
 */
GArray *ans_title_matcher_match (AnsTitleMatcher *matcher, const char *const *titles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsTitleMatcher, ans_title_matcher_free)

G_END_DECLS
