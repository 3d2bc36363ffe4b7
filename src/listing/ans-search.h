/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/** AnsSearchRank: how well a row answers a search; the better is the smaller. */
typedef enum
{
  ANS_SEARCH_RANK_EXACT, /* a name with the very marks that were typed */
  ANS_SEARCH_RANK_NAME,  /* a name */
  ANS_SEARCH_RANK_OTHER, /* numbers, initials */
  ANS_SEARCH_N_RANKS,
  ANS_SEARCH_RANK_NONE = ANS_SEARCH_N_RANKS,
} AnsSearchRank;

/**
 * AnsSearch:
 *
 * What somebody typed into the search box, taken apart: words without marks, words with marks, and
 * the full-text query that finds every record of which each word begins a word or number, or
 * whose initials begin with it.
 */
typedef struct
{
  char **words;  /* folded; at least one */
  char **marked; /* as typed, lower case; the same number if has_marks */
  gboolean has_marks;
  gboolean may_be_initials; /* one word that may be the initials of a name */
  char *match;              /* FTS5 query */
  char *name_match;         /* (nullable) FTS5 query of the names alone */
} AnsSearch;

/** AnsSearchTexts: what a row is found by. Any of them may be %NULL. */
typedef struct
{
  const char *name_fold;
  const char *name; /* as written */
  const char *initials;
  const char *numbers;
} AnsSearchTexts;

/** ans_search_new: Returns: (transfer full) (nullable): %NULL if @text holds no word */
AnsSearch *ans_search_new (const AnsRegister *reg, const char *text);
void ans_search_free (AnsSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsSearch, ans_search_free)

/**
 * ans_search_rank:
 *
 * What a search means, for one row: every quicker way must agree with this. It finds what
 * AnsSearch.match finds.
 *
 * Returns: %ANS_SEARCH_RANK_NONE if the row is not found
 */
AnsSearchRank ans_search_rank (const AnsSearch *self, const AnsSearchTexts *texts);

/**
 * ans_search_next_word:
 * @text: where to look; moved behind the word
 * @length: (out): its length in bytes
 *
 * Words end where they end for the tokenizer of the full-text index: at whatever is no letter,
 * digit or mark.
 *
 * Returns: (nullable): the start of the next word
 */
const char *ans_search_next_word (const char **text, gsize *length);

/**
 * ans_search_add_function:
 *
 * Makes ans_search_rank(text, name_fold, name, initials, numbers) known to @connection; it gives
 * NULL for a row that is not found. @text is what was typed.
 */
gboolean ans_search_add_function (AnsConnection *connection, GError **error);

G_END_DECLS
