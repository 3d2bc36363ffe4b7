/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-figure-standing.h"

#include "text/ans-number.h"

static const struct
{
  const char *code;
  const char *display;
} standings[ANS_N_STANDINGS] = {
  [ANS_STANDING_MET] = { "met", "Đạt" },
  [ANS_STANDING_ON_TIME] = { "on-time", "Đúng tiến độ" },
  [ANS_STANDING_LATE] = { "late", "Chậm" },
  [ANS_STANDING_NOT_MET] = { "not-met", "Chưa đạt" },
  [ANS_STANDING_NO_DATA] = { "no-data", "Chưa có số liệu" },
  [ANS_STANDING_NOT_ARISEN] = { "not-arisen", "Không phát sinh" },
  [ANS_STANDING_STANDARDS_DIFFER] = { "standards-differ", "Khác chuẩn nghèo" },
  [ANS_STANDING_WATCHED] = { "watched", "Theo dõi" },
};

const char *
ans_standing_display (AnsStanding standing)
{
  g_return_val_if_fail (standing < ANS_N_STANDINGS, NULL);
  return standings[standing].display;
}

const char *
ans_standing_code (AnsStanding standing)
{
  g_return_val_if_fail (standing < ANS_N_STANDINGS, NULL);
  return standings[standing].code;
}

gboolean
ans_figure_value_expected (const AnsFigureValue *self,
                           const AnsIndicator *indicator,
                           AnsDate first,
                           AnsDate day,
                           AnsDate last,
                           AnsRational *expected)
{
  const int all = ans_date_days_between (first, last) + 1;
  const int elapsed = CLAMP (ans_date_days_between (first, day) + 1, 0, MAX (all, 0));

  if (indicator->direction != ANS_DIRECTION_AT_LEAST || !self->has_target ||
      self->target.num <= 0 || all <= 0 ||
      (indicator->kind != ANS_INDICATOR_FLOW && indicator->kind != ANS_INDICATOR_CHANGE))
    return FALSE;
  *expected = ans_rational_multiply (self->target, ans_rational_new (elapsed, all));
  return TRUE;
}

AnsStanding
ans_figure_value_standing (const AnsFigureValue *self,
                           const AnsIndicator *indicator,
                           AnsDate first,
                           AnsDate day,
                           AnsDate last)
{
  AnsRational expected;

  switch (self->state)
    {
    case ANS_FIGURE_NO_DATA:
      return ANS_STANDING_NO_DATA;
    case ANS_FIGURE_NOT_ARISEN:
      return ANS_STANDING_NOT_ARISEN;
    case ANS_FIGURE_STANDARDS_DIFFER:
      return ANS_STANDING_STANDARDS_DIFFER;
    case ANS_FIGURE_VALUE:
    default:
      break;
    }
  if (self->verdict == ANS_VERDICT_NONE)
    return ANS_STANDING_WATCHED;
  if (self->verdict == ANS_VERDICT_MET)
    return ANS_STANDING_MET;
  if (ans_date_compare (day, last) >= 0 ||
      !ans_figure_value_expected (self, indicator, first, day, last, &expected))
    return ANS_STANDING_NOT_MET;
  return ans_rational_compare (self->value, expected) >= 0 ? ANS_STANDING_ON_TIME
                                                           : ANS_STANDING_LATE;
}

AnsStanding
ans_figures_standing (AnsFigures *figures, AnsFigure *figure)
{
  g_return_val_if_fail (ANS_IS_FIGURES (figures), ANS_STANDING_NO_DATA);
  g_return_val_if_fail (ANS_IS_FIGURE (figure), ANS_STANDING_NO_DATA);

  return ans_figure_value_standing (
      ans_figure_get_value (figure), ans_figure_get_indicator (figure),
      ans_figures_get_first_day (figures), ans_figures_get_day (figures),
      ans_figures_get_last_day (figures));
}

gboolean
ans_figures_expected (AnsFigures *figures, AnsFigure *figure, AnsRational *expected)
{
  g_return_val_if_fail (ANS_IS_FIGURES (figures), FALSE);
  g_return_val_if_fail (ANS_IS_FIGURE (figure), FALSE);

  return ans_figure_value_expected (
      ans_figure_get_value (figure), ans_figure_get_indicator (figure),
      ans_figures_get_first_day (figures), ans_figures_get_day (figures),
      ans_figures_get_last_day (figures), expected);
}

gboolean
ans_figure_value_percent (const AnsFigureValue *self,
                          const AnsIndicator *indicator,
                          gint64 *percent)
{
  AnsRational exact;

  if (!ans_figure_value_progress (self, indicator, &exact))
    return FALSE;
  *percent = ans_percent_of (exact.num, 100 * exact.den);
  if (self->verdict == ANS_VERDICT_MET)
    *percent = MAX (*percent, 100);
  return TRUE;
}

/* “2,3 điểm %”, “65 hộ”, “73%” */
static char *
with_unit (const char *number, const AnsIndicator *indicator)
{
  if (indicator->unit == NULL || *indicator->unit == '\0')
    return g_strdup (number);
  return g_strdup_printf (g_str_equal (indicator->unit, "%") ? "%s%s" : "%s %s", number,
                          indicator->unit);
}

/* What is asked for, in words. */
static char *
demand (const AnsFigureValue *self, const AnsIndicator *indicator)
{
  g_autofree char *number = ans_rational_display (self->target, indicator->decimals);
  g_autofree char *target = with_unit (number, indicator);

  switch (indicator->direction)
    {
    case ANS_DIRECTION_AT_LEAST:
      return g_strdup_printf ("từ %s trở lên", target);
    case ANS_DIRECTION_AT_MOST:
      return g_strdup_printf ("không quá %s", target);
    case ANS_DIRECTION_EQUAL:
    case ANS_DIRECTION_MET:
    case ANS_DIRECTION_NONE:
    default:
      return g_strdup_printf ("bằng %s", target);
    }
}

char *
ans_figure_value_reason (const AnsFigureValue *self, const AnsIndicator *indicator)
{
  g_autofree char *number = ans_figure_value_display (self, indicator);
  g_autofree char *shown = with_unit (number, indicator);
  g_autofree char *raw = NULL;
  g_autofree char *asked = NULL;

  switch (self->state)
    {
    case ANS_FIGURE_NO_DATA:
      return g_strdup ("Chưa có số liệu nên chưa đánh giá; chưa có số liệu không phải là 0.");
    case ANS_FIGURE_NOT_ARISEN:
      return g_strdup ("Không có trường hợp nào để tính tỷ lệ; coi là đạt.");
    case ANS_FIGURE_STANDARDS_DIFFER:
      return g_strdup ("Hai thời điểm theo hai chuẩn nghèo khác nhau nên không so sánh.");
    case ANS_FIGURE_VALUE:
    default:
      break;
    }
  if (indicator->direction == ANS_DIRECTION_NONE ||
      (!self->has_target && indicator->direction != ANS_DIRECTION_MET))
    return g_strdup ("Chỉ theo dõi, kế hoạch không giao mức cụ thể.");
  if (indicator->direction == ANS_DIRECTION_MET)
    return g_strdup_printf ("Kết quả: %s; yêu cầu: Đạt.", number);
  asked = demand (self, indicator);
  if (!self->near)
    return g_strdup_printf ("Thực hiện %s, yêu cầu %s.", shown, asked);
  raw = ans_figure_value_display_raw (self, indicator);
  return g_strdup_printf ("Sát ngưỡng: thực hiện %s (số chưa làm tròn %s), yêu cầu %s; đánh giá "
                          "theo số đã làm tròn như khi in.",
                          shown, raw, asked);
}
