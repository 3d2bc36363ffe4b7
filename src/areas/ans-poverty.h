/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-area-chart.h"
#include "policy/ans-poverty-standard.h"
#include "registry/ans-record.h"

G_BEGIN_DECLS

/* The registers of the poverty review, one file each; in the order in which they name each other. */
extern const AnsRegister ans_register_poverty_rounds;
extern const AnsRegister ans_register_poverty_assessments;
extern const AnsRegister ans_register_poverty_statuses;
extern const AnsRegister ans_register_household_supports;
extern const AnsRegister ans_register_poverty_certificates;

/* Its summaries by village. */
extern const AnsAreaTable ans_poverty_table_by_village;
extern const AnsAreaTable ans_poverty_table_deprivations;

/* Its charts; ends with an id of %NULL. */
extern const AnsAreaChart ans_poverty_charts[];

#define ANS_POVERTY_ROUND_YEARLY  "DINH_KY"
#define ANS_POVERTY_ROUND_REGULAR "THUONG_XUYEN"

/** ans_poverty_round_name: Returns: (transfer full): “Định kỳ 2022”, “Thường xuyên 05/2022” */
char *ans_poverty_round_name (const char *kind, int year, int month);

/** ans_poverty_assessment_deprivations: Returns: bit 0 for d1 … bit 11 for d12 */
guint ans_poverty_assessment_deprivations (AnsRecord *assessment);

/** ans_poverty_assessment_judge: Returns: (transfer full): what the present values of the draft
 * say, for showing while they are typed */
AnsPovertyVerdict *ans_poverty_assessment_judge (AnsRecord *assessment);

/* SQL by which rows of the alias @a_ with a column `household` are found through the household's
 * code and its head. */
#define ANS_POVERTY_SEARCH(a_)                                                                    \
  a_ ".household IN (SELECT x.id FROM household x WHERE x.head IN (SELECT rowid FROM "            \
     "person_search WHERE person_search MATCH ?3) UNION SELECT rowid FROM household_search "      \
     "WHERE household_search MATCH ?3)"

G_END_DECLS
