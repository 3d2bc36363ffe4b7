/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most decimals that ans_decimal_format() and ans_decimal_parse() keep. */
#define ANS_DECIMALS_MAX 9

/**
 * ans_number_format:
 *
 * Returns: (transfer full): the number with dots between its groups: “1.234.567”, “-1.234”
 */
char *ans_number_format (gint64 number);

/**
 * ans_decimal_format:
 * @scaled: the number times 10^@decimals
 * @decimals: 0–9
 *
 * Returns: (transfer full): the number with a decimal comma: 239 with 1 decimal is “23,9”, 12340
 * with 1 is “1.234,0”
 */
char *ans_decimal_format (gint64 scaled, int decimals);

/**
 * ans_decimal_to_canonical:
 *
 * Returns: (transfer full): how books and machines write it: 23.9, 120, -0.25; no zeros at the end
 */
char *ans_decimal_to_canonical (gint64 scaled, int decimals);

/**
 * ans_decimal_from_canonical:
 * @canonical: 23.9, 120, -0.25
 * @decimals: 0–9, how many are kept; further ones are rounded half up (away from zero)
 *
 * Returns: whether @scaled is the number
 */
gboolean ans_decimal_from_canonical (const char *canonical, int decimals, gint64 *scaled);

/** ans_decimal_display: Returns: (transfer full): @canonical as people read it: “1.234,5”; what is
 * no number is returned as it is */
char *ans_decimal_display (const char *canonical);

/**
 * ans_number_parse:
 * @typed: (nullable): what a person typed or a workbook holds as text
 * @out: (out): the number, 0 if it can't be read
 * @error: return location for an #AnsTextError
 *
 * Reads a whole number: digits alone, or in groups of three between dots, spaces of any kind or
 * commas (1.234.567, 1 234 567, 1,234,567), with an optional sign before it and đ, đồng, VND or ₫
 * after it. A fraction of zeros (“1.234,00”) is dropped. Anything that is not clearly one whole
 * number is refused with the reason: “1.5” could be 1,5 or a slip for 15 or 1.500.
 *
 * Returns: whether @out is the number
 */
gboolean ans_number_parse (const char *typed, gint64 *out, GError **error);

/**
 * ans_decimal_parse:
 * @typed: (nullable): what a person typed or a workbook holds as text
 * @decimals: 0–9, how many decimals are kept
 * @scaled: (out): the number times 10^@decimals, 0 if it can't be read
 * @error: return location for an #AnsTextError
 *
 * Reads a number with a decimal comma, a % sign allowed after it: “23,9%”, “1.234,5”. A dot is
 * taken for a decimal comma only where it can't be anything else (“23.9”); “1.234” is refused as it
 * can be two numbers. More decimals than are kept are refused, not rounded, unless they are zeros.
 *
 * Returns: whether @scaled is the number
 */
gboolean ans_decimal_parse (const char *typed, int decimals, gint64 *scaled, GError **error);

/**
 * ans_percent_of:
 * @whole: more than 0; %G_MAXINT64 stands for anything larger
 *
 * How much of a target is reached, as every bar, table and slide shows it: rounded half up to whole
 * percents (37 of 65 is 57), but 100 only when it is reached: 997 of 1000 is 99.
 */
gint64 ans_percent_of (gint64 part, gint64 whole);

G_END_DECLS
