/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnsRate:
 * @scheme: what the figure belongs to: CN2022
 * @code: which figure of it: income_rural
 * @value: whole đồng, points or a number, as @unit says
 * @from, @to: ISO; first and last day on which it applies; a @to of "" is “until now”
 * @in_force: ISO day on which the text came into force, "" if not known
 * @legal_basis: number and clause, Vietnamese
 * @check: how far it was checked: verified-text, verified-press, verified-code, partly, unverified
 * …
 * @source: where it was read
 *
 * One figure of the law and when it applies.
 */
typedef struct
{
  char *scheme;
  char *code;
  gint64 value;
  char *unit;
  char *from;
  char *in_force;
  char *to;
  char *legal_basis;
  char *check;
  char *source;
} AnsRate;

/**
 * AnsRateTable:
 *
 * The law as data: rows of a CSV file under data/policy, in the columns scheme, code, value, unit,
 * effective_from, in_force_from, effective_to, legal_basis, check, source.
 */
typedef struct _AnsRateTable AnsRateTable;

/** ans_rate_table_new: Returns: (transfer full) (nullable): %NULL if @text is no such file */
AnsRateTable *ans_rate_table_new (const char *text, GError **error);
void ans_rate_table_free (AnsRateTable *self);

guint ans_rate_table_get_n (AnsRateTable *self);
const AnsRate *ans_rate_table_get (AnsRateTable *self, guint index);

/** ans_rate_table_find: Returns: (transfer none) (nullable): the figure that applies on @day (ISO)
 */
const AnsRate *
ans_rate_table_find (AnsRateTable *self, const char *scheme, const char *code, const char *day);

/**
 * ans_rate_table_check:
 *
 * Returns: (transfer full) (element-type utf8): what is wrong: days that are none, periods that
 *   end before they begin, overlap, or leave a day out, a mark that is none, no basis
 */
GPtrArray *ans_rate_table_check (AnsRateTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsRateTable, ans_rate_table_free)

G_END_DECLS
