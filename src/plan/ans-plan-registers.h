/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/* The registers of the plan; one file each, with the list that shows it. */
extern const AnsRegister ans_register_bodies;
extern const AnsRegister ans_register_plans;
extern const AnsRegister ans_register_indicators;
extern const AnsRegister ans_register_tasks;
extern const AnsRegister ans_register_allocations;
extern const AnsRegister ans_register_indicator_values;
extern const AnsRegister ans_register_plan_documents;
extern const AnsRegister ans_register_deadlines;

extern const AnsListingInfo ans_listing_bodies;
extern const AnsListingInfo ans_listing_plans;
extern const AnsListingInfo ans_listing_indicators;
extern const AnsListingInfo ans_listing_tasks;
extern const AnsListingInfo ans_listing_allocations;
extern const AnsListingInfo ans_listing_indicator_values;
extern const AnsListingInfo ans_listing_plan_documents;
extern const AnsListingInfo ans_listing_deadlines;

/* The field by which the first four find what was typed, and its index. */
#define ANS_PLAN_NAME_FOLD(of)                                                                    \
  { "name_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED, .expression = "nullif (ans_fold (" of "), '')" }

/* Of indicators and tasks that several plans have, that of the latest plan that has begun. */
#define ANS_PLAN_MEANT                                                                            \
  "plan = (SELECT p.id FROM plan p WHERE p.starts <= date('now', 'localtime') "                    \
  "ORDER BY p.year DESC LIMIT 1)"

/** ans_plan_prepare_fold: sets name_fold of @record from its @field. */
void ans_plan_prepare_fold (AnsRecord *record, const char *field);

/**
 * ans_plan_find_other:
 * @sql: asks for the id of another record than ?1, from the texts ?2, ?3 and ?4
 *
 * Returns: whether there is one
 */
gboolean ans_plan_find_other (AnsRecord *record, const char *sql, const char *first,
                              const char *second, const char *third);

G_END_DECLS
