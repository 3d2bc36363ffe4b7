/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-figure-value.h"

#include <string.h>

/* Decimals that show how near a value is to its target. */
#define RAW_DECIMALS 3

static const AnsRational hundred = { 100, 1 };

gboolean
ans_figure_value_is_shown (const AnsFigureValue *self, gboolean is_current)
{
  return self != NULL &&
         (is_current || self->numerator > 0 || self->start_numerator > 0 || self->entry != 0);
}

void
ans_figure_value_init (AnsFigureValue *self)
{
  /* Values are compared byte by byte: nothing between the fields is left to chance. */
  memset (self, 0, sizeof *self);
  self->value = ANS_RATIONAL_ZERO;
  self->target = ANS_RATIONAL_ZERO;
  self->numerator = self->denominator = self->start_numerator = self->start_denominator = -1;
}

void
ans_figure_value_set_share (AnsFigureValue *self, gint64 numerator, gint64 denominator)
{
  self->numerator = numerator;
  self->denominator = denominator;
  if (denominator == 0)
    {
      self->state = ANS_FIGURE_NOT_ARISEN;
      return;
    }
  self->state = ANS_FIGURE_VALUE;
  self->value = ans_rational_multiply (hundred, ans_rational_new (numerator, denominator));
}

static gboolean
compares (AnsRational value, AnsDirection direction, AnsRational target)
{
  int order = ans_rational_compare (value, target);

  switch (direction)
    {
    case ANS_DIRECTION_AT_LEAST:
      return order >= 0;
    case ANS_DIRECTION_AT_MOST:
      return order <= 0;
    case ANS_DIRECTION_EQUAL:
    case ANS_DIRECTION_MET:
    case ANS_DIRECTION_NONE:
    default:
      return order == 0;
    }
}

/* All of them, or none of them: the share as it is, never as it is printed. */
static gboolean
is_exact_target (const AnsFigureValue *self, const AnsIndicator *indicator)
{
  return indicator->direction == ANS_DIRECTION_EQUAL &&
         (self->target.num == 0 || (indicator->kind == ANS_INDICATOR_RATIO &&
                                    ans_rational_compare (self->target, hundred) == 0));
}

void
ans_figure_value_judge (AnsFigureValue *self, const AnsIndicator *indicator)
{
  gboolean printed, exact;

  self->verdict = ANS_VERDICT_NONE;
  self->near = FALSE;
  if (indicator->direction == ANS_DIRECTION_NONE)
    return;
  if (self->state == ANS_FIGURE_NOT_ARISEN)
    self->verdict = ANS_VERDICT_MET;
  if (self->state != ANS_FIGURE_VALUE)
    return;
  if (indicator->direction == ANS_DIRECTION_MET)
    {
      self->verdict = self->value.num != 0 ? ANS_VERDICT_MET : ANS_VERDICT_NOT_MET;
      return;
    }
  if (!self->has_target)
    return;
  exact = compares (self->value, indicator->direction, self->target);
  printed = is_exact_target (self, indicator)
                ? exact
                : compares (ans_rational_rounded (self->value, indicator->decimals),
                            indicator->direction, self->target);
  self->verdict = printed ? ANS_VERDICT_MET : ANS_VERDICT_NOT_MET;
  self->near = printed != exact;
}

char *
ans_figure_value_display (const AnsFigureValue *self, const AnsIndicator *indicator)
{
  switch (self->state)
    {
    case ANS_FIGURE_NOT_ARISEN:
      return g_strdup ("–");
    case ANS_FIGURE_STANDARDS_DIFFER:
      return g_strdup ("khác chuẩn nghèo");
    case ANS_FIGURE_VALUE:
      if (self->in_words || indicator->direction == ANS_DIRECTION_MET ||
          indicator->kind == ANS_INDICATOR_BOOLEAN)
        return g_strdup (self->value.num != 0 ? "Đạt" : "Không đạt");
      /* 199 of 200 is not printed as 100. */
      if (self->has_target && is_exact_target (self, indicator) &&
          self->verdict == ANS_VERDICT_NOT_MET &&
          ans_rational_compare (ans_rational_rounded (self->value, indicator->decimals),
                                self->target) == 0)
        return ans_figure_value_display_raw (self, indicator);
      return ans_rational_display (self->value, indicator->decimals);
    case ANS_FIGURE_NO_DATA:
    default:
      return g_strdup ("chưa có số liệu");
    }
}

/* Zeros at the end say nothing here. */
char *
ans_figure_value_display_raw (const AnsFigureValue *self, const AnsIndicator *indicator)
{
  g_autofree char *text = NULL;

  if (self->state != ANS_FIGURE_VALUE)
    return ans_figure_value_display (self, indicator);
  text = ans_rational_display (self->value, MAX (indicator->decimals, RAW_DECIMALS));
  if (strchr (text, ',') != NULL)
    {
      while (g_str_has_suffix (text, "0"))
        text[strlen (text) - 1] = '\0';
      if (g_str_has_suffix (text, ","))
        text[strlen (text) - 1] = '\0';
    }
  return g_steal_pointer (&text);
}

const char *
ans_figure_value_verdict_display (const AnsFigureValue *self, const AnsIndicator *indicator)
{
  switch (self->state)
    {
    case ANS_FIGURE_NO_DATA:
      return "Chưa có số liệu";
    case ANS_FIGURE_NOT_ARISEN:
      return "Không phát sinh";
    case ANS_FIGURE_STANDARDS_DIFFER:
      return "Khác chuẩn nghèo";
    case ANS_FIGURE_VALUE:
    default:
      return self->verdict == ANS_VERDICT_MET       ? "Đạt"
             : self->verdict == ANS_VERDICT_NOT_MET ? "Chưa đạt"
                                                    : "Theo dõi";
    }
}

gboolean
ans_figure_value_progress (const AnsFigureValue *self,
                           const AnsIndicator *indicator,
                           AnsRational *percent)
{
  if (self->state != ANS_FIGURE_VALUE || indicator->direction != ANS_DIRECTION_AT_LEAST ||
      !self->has_target || self->target.num <= 0)
    return FALSE;
  *percent = ans_rational_multiply (hundred, ans_rational_divide (self->value, self->target));
  return TRUE;
}

/* What a difference of two shares is measured in. */
static const char *
unit_of_gap (const AnsIndicator *indicator)
{
  if (g_strcmp0 (indicator->unit, "%") == 0)
    return "điểm %";
  return indicator->unit != NULL ? indicator->unit : "";
}

char *
ans_figure_value_gap (const AnsFigureValue *self, const AnsIndicator *indicator, AnsRational *gap)
{
  AnsRational printed = ans_rational_rounded (self->value, indicator->decimals);
  AnsRational rest;
  g_autofree char *number = NULL;

  if (gap != NULL)
    *gap = ANS_RATIONAL_ZERO;
  if (self->verdict != ANS_VERDICT_NOT_MET || !self->has_target)
    return g_strdup ("");
  if (is_exact_target (self, indicator) && self->denominator > 0 && self->target.num != 0)
    {
      rest = ans_rational_new (self->denominator - self->numerator, 1);
      if (gap != NULL)
        *gap = rest;
      number = ans_rational_display (rest, 0);
      return g_strdup_printf ("còn %s trường hợp", number);
    }
  if (is_exact_target (self, indicator))
    printed = self->value;
  rest = ans_rational_subtract (self->target, printed);
  if (rest.num < 0)
    rest = ans_rational_subtract (ANS_RATIONAL_ZERO, rest);
  if (gap != NULL)
    *gap = rest;
  number = ans_rational_display (rest, indicator->decimals);
  if (indicator->direction == ANS_DIRECTION_AT_LEAST)
    return g_strdup_printf ("còn thiếu %s %s", number, unit_of_gap (indicator));
  return g_strdup_printf ("còn %s %s", number, unit_of_gap (indicator));
}

const char *
ans_verdict_code (AnsVerdict verdict)
{
  return verdict == ANS_VERDICT_MET ? "met" : verdict == ANS_VERDICT_NOT_MET ? "not-met" : NULL;
}

const char *
ans_origin_code (AnsOrigin origin)
{
  return origin == ANS_ORIGIN_COMPUTED ? "computed" : origin == ANS_ORIGIN_MANUAL ? "manual" : NULL;
}

const char *
ans_figure_state_code (AnsFigureState state)
{
  static const char *const codes[] = { "no-data", "value", "not-arisen", "standards-differ" };

  return codes[state];
}

/* --- forecast --------------------------------------------------------------------------------- */

static AnsRational
expect (AnsRational value,
        int elapsed,
        int all,
        const AnsRational *then,
        const AnsRational *whole,
        gboolean *seasonal)
{
  *seasonal =
      then != NULL && whole != NULL && then->num > 0 && ans_rational_compare (*whole, *then) >= 0;
  if (*seasonal)
    return ans_rational_multiply (value, ans_rational_divide (*whole, *then));
  return ans_rational_multiply (value, ans_rational_new (all, elapsed));
}

gboolean
ans_forecast_make (const AnsFigureValue *self,
                   const AnsIndicator *indicator,
                   AnsDate first,
                   AnsDate day,
                   AnsDate last,
                   const AnsRational *last_year_then,
                   const AnsRational *last_year_all,
                   AnsForecast *forecast)
{
  int elapsed = ans_date_days_between (first, day) + 1;
  int all = ans_date_days_between (first, last) + 1;

  memset (forecast, 0, sizeof *forecast);
  if (self->state != ANS_FIGURE_VALUE || indicator->kind != ANS_INDICATOR_FLOW ||
      indicator->direction != ANS_DIRECTION_AT_LEAST || !self->has_target ||
      self->target.num <= 0 || elapsed <= 0 || all < elapsed)
    return FALSE;
  forecast->days_left = all - elapsed;
  forecast->expected =
      expect (self->value, elapsed, all, last_year_then, last_year_all, &forecast->seasonal);
  forecast->missing = ans_rational_subtract (self->target, self->value);
  if (forecast->missing.num < 0)
    forecast->missing = ANS_RATIONAL_ZERO;
  /* A month is a twelfth of 365 days. */
  if (forecast->missing.num > 0 && forecast->days_left > 0)
    forecast->per_month =
        MIN (ans_rational_ceil (ans_rational_multiply (
                 forecast->missing, ans_rational_new (365, 12 * (gint64) forecast->days_left))),
             ans_rational_ceil (forecast->missing));
  forecast->reaches = ans_rational_compare (forecast->expected, self->target) >= 0;
  return TRUE;
}

char *
ans_forecast_display (const AnsForecast *self, const AnsIndicator *indicator)
{
  const char *unit = indicator->unit != NULL ? indicator->unit : "";
  g_autofree char *missing = ans_rational_display (self->missing, indicator->decimals);

  if (self->missing.num == 0)
    return g_strdup ("đã đạt mức cả năm");
  if (self->days_left == 0)
    return g_strdup_printf ("còn thiếu %s %s", missing, unit);
  if (self->days_left < 31)
    return g_strdup_printf ("còn thiếu %s %s, còn %d ngày", missing, unit, self->days_left);
  return g_strdup_printf ("còn thiếu %s %s, cần %" G_GINT64_FORMAT " %s/tháng", missing, unit,
                          self->per_month, unit);
}
