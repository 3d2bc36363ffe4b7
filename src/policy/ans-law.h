/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ans-law-facts.h"
#include "policy/ans-rate-table.h"

G_BEGIN_DECLS

/* The schemes that can be asked about. */
typedef enum
{
  ANS_LAW_ASSISTANCE, /* BTXH: trợ cấp xã hội hằng tháng */
  ANS_LAW_PENSION,    /* HTXH: trợ cấp hưu trí xã hội */
  ANS_LAW_MERIT,      /* NCC: ưu đãi người có công */
  ANS_LAW_CARE,       /* CHAM_SOC: kinh phí chăm sóc, nuôi dưỡng */
  ANS_LAW_FUNERAL,    /* MAI_TANG */
  ANS_LAW_EMERGENCY,  /* DOT_XUAT */
  ANS_LAW_POVERTY,    /* HO_NGHEO */
  ANS_LAW_N_SCHEMES
} AnsLawScheme;

/** ans_law_scheme_code: Returns: BTXH, HTXH … */
const char *ans_law_scheme_code (AnsLawScheme scheme);

/** ans_law_scheme_title: Returns: its legal name, Vietnamese */
const char *ans_law_scheme_title (AnsLawScheme scheme);

/** ans_law_scheme_find: Returns: %ANS_LAW_N_SCHEMES if @code is none */
AnsLawScheme ans_law_scheme_find (const char *code);

/** ans_law_scheme_is_monthly: whether it is paid month by month, so that it has a schedule. */
gboolean ans_law_scheme_is_monthly (AnsLawScheme scheme);

/** ans_law_scheme_has_rate: whether the rows of the table of rates called @rate_scheme belong to
 * @scheme. */
gboolean ans_law_scheme_has_rate (AnsLawScheme scheme, const char *rate_scheme);

/**
 * AnsLaw:
 *
 * The law as data: rates, versions, groups with their conditions, categories of meritorious people.
 * Constant once made, so any thread may ask it.
 */
typedef struct _AnsLaw AnsLaw;

/** ans_law_get_default: Returns: (transfer none): the law that the program brings */
AnsLaw *ans_law_get_default (void);

/**
 * ans_law_new:
 * @more_rates: (nullable): further rows of rates as CSV: those of an office, or of a decree that
 *   is being looked at before it is entered
 * @province: (nullable): code of the province whose own higher rates apply: rows of the code
 *   “base@38”
 *
 * Returns: (transfer full) (nullable): the law with these rows; %NULL if they can't be read
 */
AnsLaw *ans_law_new (const char *more_rates, const char *province, GError **error);
void ans_law_free (AnsLaw *self);

/** ans_law_get_rates: Returns: (transfer none): all rows but those of poverty */
AnsRateTable *ans_law_get_rates (AnsLaw *self);

/** ans_law_check: Returns: (transfer full) (element-type utf8): what is wrong with the tables:
 * beside ans_rate_table_check(), groups without a coefficient, names that nothing bears */
GPtrArray *ans_law_check (AnsLaw *self);

/** ans_law_facts_of: Returns: bits of the facts that @scheme asks for */
guint64 ans_law_facts_of (AnsLaw *self, AnsLawScheme scheme);

/** ans_law_map_group: Returns: (transfer none) (nullable): what group @code of the law of 2021 is
 * called since, HTXH if it became the social pension */
const char *ans_law_map_group (AnsLaw *self, const char *code);

/** ans_law_find_category: Returns: (transfer none) (nullable): the category of meritorious people
 * that is meant by @code, which may be another name for it, or name its band of percents (BB_61_70)
 */
const char *ans_law_find_category (AnsLaw *self, const char *code);

/** ans_law_rate_title: Returns: (transfer full): what a figure is called, Vietnamese; its code if
 * nothing tells */
char *ans_law_rate_title (AnsLaw *self, const AnsRate *rate);

/** ans_law_category_title: Returns: (transfer none): what a category is called, Vietnamese */
const char *ans_law_category_title (AnsLaw *self, const char *category);

/** ans_law_categories: Returns: (transfer container): all categories */
GPtrArray *ans_law_categories (AnsLaw *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsLaw, ans_law_free)

G_END_DECLS
