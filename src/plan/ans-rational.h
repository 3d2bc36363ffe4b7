/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnsRational:
 *
 * An exact number, numerator over denominator (> 0), in lowest terms: shares and their differences
 * are compared with targets as they are, never as floating-point numbers.
 */
typedef struct
{
  gint64 num;
  gint64 den;
} AnsRational;

#define ANS_RATIONAL_ZERO ((AnsRational) { 0, 1 })

/** ans_rational_new: @num / @den; @den is not 0 */
AnsRational ans_rational_new (gint64 num, gint64 den);

/** ans_rational_from_canonical: reads 23.9, 120, -0.25. Returns: whether @out is the number */
gboolean ans_rational_from_canonical (const char *canonical, AnsRational *out);

AnsRational ans_rational_add (AnsRational a, AnsRational b);
AnsRational ans_rational_subtract (AnsRational a, AnsRational b);
AnsRational ans_rational_multiply (AnsRational a, AnsRational b);

/** ans_rational_divide: @b is not 0 */
AnsRational ans_rational_divide (AnsRational a, AnsRational b);

/** ans_rational_compare: negative, 0 or positive; exact */
int ans_rational_compare (AnsRational a, AnsRational b);

/** ans_rational_round: Returns: the number times 10^@decimals, rounded half up (away from zero) */
gint64 ans_rational_round (AnsRational a, int decimals);

/** ans_rational_ceil: Returns: the least whole number that is not less */
gint64 ans_rational_ceil (AnsRational a);

/** ans_rational_rounded: Returns: the number rounded half up to @decimals */
AnsRational ans_rational_rounded (AnsRational a, int decimals);

/** ans_rational_to_canonical: Returns: (transfer full): rounded to @decimals, as machines write
 * it */
char *ans_rational_to_canonical (AnsRational a, int decimals);

/** ans_rational_display: Returns: (transfer full): rounded to @decimals, as people read it:
 * “23,9”, “1.234,0” */
char *ans_rational_display (AnsRational a, int decimals);

G_END_DECLS
