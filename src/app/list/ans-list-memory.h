/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/* How a list is ordered and grouped is remembered for the next time. */

/** ans_list_memory_load: gives @listing the remembered order and grouping. */
void ans_list_memory_load (AnsListing *listing);

/** ans_list_memory_save: remembers those of @listing. */
void ans_list_memory_save (AnsListing *listing);

/** ans_list_memory_question: Returns: (transfer full): what is asked, the day apart, as one text: a
 * list with another one starts at its top */
char *ans_list_memory_question (AnsListing *listing);

G_END_DECLS
