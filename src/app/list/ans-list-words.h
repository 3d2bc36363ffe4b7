/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/* What the program says about lists, in words that suit what is listed. */

/** ans_list_words_count: Returns: (transfer full): “10.000 people” */
char *ans_list_words_count (const AnsListingInfo *info, guint64 n);

/** ans_list_words_add: “Add a person” */
const char *ans_list_words_add (const AnsListingInfo *info);

/** ans_list_words_empty: title of the page when the book has none */
const char *ans_list_words_empty (const AnsListingInfo *info);

/** ans_list_words_no_match: title of the page when none matches */
const char *ans_list_words_no_match (const AnsListingInfo *info);

/** ans_list_words_search_hint: what can be typed into the search box */
const char *ans_list_words_search_hint (const AnsListingInfo *info);

/** ans_list_words_sorted: Returns: (transfer full): “sorted by village, name” */
char *ans_list_words_sorted (AnsListing *listing);

/** ans_list_words_day: Returns: (transfer full): @iso (nullable: today) as 20/09/2022 */
char *ans_list_words_day (const char *iso);

/** ans_list_words_question: Returns: (transfer full): what was asked for: “nguyen thi thoo” in Hợp
 * Tân, as of 20/09/2022 */
char *ans_list_words_question (AnsListing *listing);

/** ans_list_words_compact: ids of the columns of the narrow form: the title, then the second line;
 * %NULL-terminated */
const char *const *ans_list_words_compact (const AnsListingInfo *info);

G_END_DECLS
