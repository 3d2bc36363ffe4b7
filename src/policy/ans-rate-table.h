/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnsRate:
 * @scheme: what the figure belongs to: CN2022
 * @code: which figure of it: income_rural
 * @value: whole đồng, points, months or a number, as @unit says; of 2.5 the whole part
 * @hundredths: the same times 100, exactly
 * @text: as the file writes it: 360000, 2.5, 60-03
 * @from, @to: ISO; first and last day on which it applies; a @to of "" is “until now”
 * @in_force: ISO day on which the text came into force, "" if not known
 * @legal_basis: number and clause, Vietnamese
 * @check: how far it was checked: verified-text, verified-press, verified-code, partly, unverified
 * …
 * @source: where it was read
 * @first_day, @last_day: yyyymmdd of @from and @to; no end is %G_MAXINT
 * @known_day: of @in_force, else of @from
 * @end_known_day: the day from which the end is known, because what follows is in force; 0 if
 *   nothing follows, %G_MAXINT without an end
 *
 * One figure of the law and when it applies.
 */
typedef struct
{
  char *scheme;
  char *code;
  gint64 value;
  gint64 hundredths;
  char *text;
  char *unit;
  char *from;
  char *in_force;
  char *to;
  char *legal_basis;
  char *check;
  char *source;
  int first_day, last_day, known_day, end_known_day;
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
/** ans_rate_table_add: the rows of a further file. A row of the same figure that begins later than
 * one without an end takes over from it. Returns: %FALSE if @text is no such file */
gboolean ans_rate_table_add (AnsRateTable *self, const char *text, GError **error);
void ans_rate_table_free (AnsRateTable *self);

guint ans_rate_table_get_n (AnsRateTable *self);
const AnsRate *ans_rate_table_get (AnsRateTable *self, guint index);

/** ans_rate_table_find: Returns: (transfer none) (nullable): the figure that applies on @day (ISO)
 */
const AnsRate *
ans_rate_table_find (AnsRateTable *self, const char *scheme, const char *code, const char *day);

/** ans_rate_table_series: Returns: (transfer none): the @n rows of a figure, oldest first; valid
 * until rows are added */
const AnsRate *const *
ans_rate_table_series (AnsRateTable *self, const char *scheme, const char *code, guint *n);

/**
 * ans_rate_series_on:
 * @day: yyyymmdd
 * @known: yyyymmdd: only what was in force on that day counts, so that a decree that reaches back
 *   is not applied before it was there; %G_MAXINT - 1 for all that is known
 *
 * Returns: (transfer none) (nullable): the row that applies on @day
 */
const AnsRate *ans_rate_series_on (const AnsRate *const *series, guint n, int day, int known);

/**
 * ans_rate_table_check:
 *
 * Returns: (transfer full) (element-type utf8): what is wrong: days that are none, periods that
 *   end before they begin, overlap, or leave a day out, a mark that is none, no basis
 */
GPtrArray *ans_rate_table_check (AnsRateTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsRateTable, ans_rate_table_free)

G_END_DECLS
