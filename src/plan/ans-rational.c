/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-rational.h"

#include "text/ans-number.h"

typedef __int128 Wide;

/* A number that is too long for its place (sums of many shares) keeps so many decimals. */
#define KEPT 1000000000LL

static Wide
greatest_divisor (Wide a, Wide b)
{
  while (b != 0)
    {
      Wide rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* Half up, away from zero; @den > 0. */
static Wide
round_wide (Wide num, Wide den)
{
  Wide magnitude = num < 0 ? -num : num;
  Wide rounded = magnitude / den + (magnitude % den >= den - magnitude % den ? 1 : 0);

  return num < 0 ? -rounded : rounded;
}

static AnsRational
make (Wide num, Wide den)
{
  Wide divisor;

  if (den < 0)
    {
      num = -num;
      den = -den;
    }
  divisor = greatest_divisor (num < 0 ? -num : num, den);
  num /= divisor;
  den /= divisor;
  if (den > G_MAXINT64 || num > G_MAXINT64 || num < -G_MAXINT64)
    {
      /* Whole part and rest apart, so that the product keeps within its place. */
      Wide whole = num / den, rest = num % den;

      while (den > G_MAXINT64)
        {
          den /= 2;
          rest /= 2;
        }
      return make (whole * KEPT + round_wide (rest * KEPT, den), KEPT);
    }
  return (AnsRational) { (gint64) num, (gint64) den };
}

AnsRational
ans_rational_new (gint64 num, gint64 den)
{
  g_return_val_if_fail (den != 0, ANS_RATIONAL_ZERO);

  return make (num, den);
}

gboolean
ans_rational_from_canonical (const char *canonical, AnsRational *out)
{
  gint64 scaled;

  if (canonical == NULL || !ans_decimal_from_canonical (canonical, 6, &scaled))
    return FALSE;
  *out = make (scaled, 1000000);
  return TRUE;
}

AnsRational
ans_rational_add (AnsRational a, AnsRational b)
{
  return make ((Wide) a.num * b.den + (Wide) b.num * a.den, (Wide) a.den * b.den);
}

AnsRational
ans_rational_subtract (AnsRational a, AnsRational b)
{
  return make ((Wide) a.num * b.den - (Wide) b.num * a.den, (Wide) a.den * b.den);
}

AnsRational
ans_rational_multiply (AnsRational a, AnsRational b)
{
  return make ((Wide) a.num * b.num, (Wide) a.den * b.den);
}

AnsRational
ans_rational_divide (AnsRational a, AnsRational b)
{
  g_return_val_if_fail (b.num != 0, ANS_RATIONAL_ZERO);

  return make ((Wide) a.num * b.den, (Wide) a.den * b.num);
}

int
ans_rational_compare (AnsRational a, AnsRational b)
{
  Wide left = (Wide) a.num * b.den, right = (Wide) b.num * a.den;

  return (left > right) - (left < right);
}

static gint64
power_of_ten (int decimals)
{
  gint64 power = 1;

  for (int i = 0; i < decimals; i++)
    power *= 10;
  return power;
}

gint64
ans_rational_round (AnsRational a, int decimals)
{
  g_return_val_if_fail (decimals >= 0 && decimals <= ANS_DECIMALS_MAX, 0);

  return (gint64) round_wide ((Wide) a.num * power_of_ten (decimals), a.den);
}

gint64
ans_rational_ceil (AnsRational a)
{
  gint64 whole = a.num / a.den;

  return whole + (a.num % a.den > 0 ? 1 : 0);
}

AnsRational
ans_rational_rounded (AnsRational a, int decimals)
{
  return ans_rational_new (ans_rational_round (a, decimals), power_of_ten (decimals));
}

char *
ans_rational_to_canonical (AnsRational a, int decimals)
{
  return ans_decimal_to_canonical (ans_rational_round (a, decimals), decimals);
}

char *
ans_rational_display (AnsRational a, int decimals)
{
  return ans_decimal_format (ans_rational_round (a, decimals), decimals);
}
