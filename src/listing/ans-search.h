/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

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
  char **marked; /* as typed, lower case; the same number */
  gboolean has_marks;
  char *match;   /* FTS5 query */
} AnsSearch;

/** ans_search_new: Returns: (transfer full) (nullable): %NULL if @text holds no word */
AnsSearch *ans_search_new (const AnsRegister *reg, const char *text);
void ans_search_free (AnsSearch *self);

G_END_DECLS
