/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers, and verdicts by the worked examples of domain.md §7. */
#include "plan/ans-figure-standing.h"
#include "text/ans-number.h"

/* --- exact numbers ---------------------------------------------------------------------------- */

static AnsRational
number (const char *canonical)
{
  AnsRational value;

  g_assert_true (ans_rational_from_canonical (canonical, &value));
  return value;
}

static void
test_rational (void)
{
  static const struct
  {
    gint64 num, den;
    int decimals;
    const char *canonical, *shown;
  } cases[] = {
    { 1, 3, 2, "0.33", "0,33" },    { 2, 3, 2, "0.67", "0,67" },  { 1, 8, 2, "0.13", "0,13" },
    { -1, 8, 2, "-0.13", "-0,13" }, { 5, 2, 0, "3", "3" },        { -5, 2, 0, "-3", "-3" },
    { 0, 7, 1, "0", "0,0" },        { 10, 4, 1, "2.5", "2,5" },   { 3, -4, 2, "-0.75", "-0,75" },
    { 12340, 10, 1, "1234", "1.234,0" },
  };
  AnsRational sum = ANS_RATIONAL_ZERO;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsRational value = ans_rational_new (cases[i].num, cases[i].den);
      g_autofree char *canonical = ans_rational_to_canonical (value, cases[i].decimals);
      g_autofree char *shown = ans_rational_display (value, cases[i].decimals);

      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  g_assert_cmpint (
      ans_rational_compare (ans_rational_new (1, 3), ans_rational_new (333333333, 1000000000)), >,
      0);
  /* Sums of many shares outgrow their place and stay right to nine decimals. */
  for (gint64 den = 1000003; den < 1000103; den += 2)
    sum = ans_rational_add (sum, ans_rational_new (den - 1, den));
  g_assert_cmpint (ans_rational_round (sum, 3), ==, 50000);
  g_assert_cmpint (ans_rational_ceil (ans_rational_new (23 * 365, 12 * 92)), ==, 8);
}

/* --- verdicts --------------------------------------------------------------------------------- */

typedef struct
{
  const char *what;
  AnsIndicatorKind kind;
  AnsDirection direction;
  const char *target; /* NULL: none */
  int decimals;
  const char *unit;
  gint64 numerator, denominator; /* denominator -1: a plain count */
  AnsFigureState state;
  AnsVerdict verdict;
  gboolean near;
  const char *shown, *raw, *progress, *gap;
} VerdictCase;

#define AT_LEAST ANS_DIRECTION_AT_LEAST
#define AT_MOST  ANS_DIRECTION_AT_MOST
#define EQUAL    ANS_DIRECTION_EQUAL
#define FLOW     ANS_INDICATOR_FLOW
#define RATIO    ANS_INDICATOR_RATIO
#define MET      ANS_VERDICT_MET
#define NOT_MET  ANS_VERDICT_NOT_MET

static const VerdictCase verdict_cases[] = {
  /* Shape 1, example 15: a count with a part. */
  { "15: việc làm", FLOW, AT_LEAST, "120", 0, "người", 123, -1, ANS_FIGURE_VALUE, MET, FALSE, "123",
    "123", "102.5", "" },
  { "15: trong đó XKLĐ", FLOW, AT_LEAST, "40", 0, "người", 38, -1, ANS_FIGURE_VALUE, NOT_MET, FALSE,
    "38", "38", "95", "còn thiếu 2 người" },
  /* Shape 2, example 17: a share brought down. */
  { "17: nông nghiệp", RATIO, AT_MOST, "23.9", 1, "%", 1195, 4990, ANS_FIGURE_VALUE, MET, TRUE,
    "23,9", "23,948", NULL, "" },
  { "17: nông nghiệp, quá", RATIO, AT_MOST, "23.9", 1, "%", 1200, 4990, ANS_FIGURE_VALUE, NOT_MET,
    FALSE, "24,0", "24,048", NULL, "còn 0,1 điểm %" },
  { "nông nghiệp, đúng mức", RATIO, AT_MOST, "23.9", 1, "%", 239, 1000, ANS_FIGURE_VALUE, MET,
    FALSE, "23,9", "23,9", NULL, "" },
  { "gap of §1.1", RATIO, AT_MOST, "23.9", 1, "%", 243, 1000, ANS_FIGURE_VALUE, NOT_MET, FALSE,
    "24,3", "24,3", NULL, "còn 0,4 điểm %" },
  /* Shape 3: a share brought up. */
  { "qua đào tạo", RATIO, AT_LEAST, "73", 0, "%", 725, 1000, ANS_FIGURE_VALUE, MET, TRUE, "73",
    "72,5", "99.3", "" },
  { "qua đào tạo, thiếu", RATIO, AT_LEAST, "73", 0, "%", 7249, 10000, ANS_FIGURE_VALUE, NOT_MET,
    FALSE, "72", "72,49", "99.3", "còn thiếu 1 điểm %" },
  /* Shape 5: standing 100 %: counts decide. */
  { "199/200", RATIO, EQUAL, "100", 0, "%", 199, 200, ANS_FIGURE_VALUE, NOT_MET, FALSE, "99,5",
    "99,5", NULL, "còn 1 trường hợp" },
  { "200/200", RATIO, EQUAL, "100", 0, "%", 200, 200, ANS_FIGURE_VALUE, MET, FALSE, "100", "100",
    NULL, "" },
  { "0/0", RATIO, EQUAL, "100", 0, "%", 0, 0, ANS_FIGURE_NOT_ARISEN, MET, FALSE, "–", "–", NULL,
    "" },
  /* Shape 6, example 16: maintain. */
  { "16: nữ", RATIO, AT_LEAST, "39", 0, "%", 1946, 4990, ANS_FIGURE_VALUE, MET, TRUE, "39",
    "38,998", "100", "" },
  { "16: nữ, đủ", RATIO, AT_LEAST, "39", 0, "%", 1949, 4990, ANS_FIGURE_VALUE, MET, FALSE, "39",
    "39,058", "100.1", "" },
  /* Example 18. */
  { "18: trẻ em", RATIO, AT_MOST, "1", 0, "%", 24, 2350, ANS_FIGURE_VALUE, MET, TRUE, "1", "1,021",
    NULL, "" },
  { "18: trẻ em, ít hơn", RATIO, AT_MOST, "1", 0, "%", 23, 2350, ANS_FIGURE_VALUE, MET, FALSE, "1",
    "0,979", NULL, "" },
  /* Shape 7: none. */
  { "không có", FLOW, EQUAL, "0", 0, "người", 0, -1, ANS_FIGURE_VALUE, MET, FALSE, "0", "0", NULL,
    "" },
  { "có một", FLOW, EQUAL, "0", 0, "người", 1, -1, ANS_FIGURE_VALUE, NOT_MET, FALSE, "1", "1", NULL,
    "còn 1 người" },
  /* Shape 8: from one on. */
  { "từ 01 người", FLOW, AT_LEAST, "1", 0, "người", 1, -1, ANS_FIGURE_VALUE, MET, FALSE, "1", "1",
    "100", "" },
  /* Only watched. */
  { "hạn chế", FLOW, ANS_DIRECTION_NONE, NULL, 0, "hộ", 3, -1, ANS_FIGURE_VALUE, ANS_VERDICT_NONE,
    FALSE, "3", "3", NULL, "" },
};

static void
test_verdicts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdict_cases); i++)
    {
      const VerdictCase *c = &verdict_cases[i];
      AnsIndicator indicator = { .kind = c->kind, .direction = c->direction,
                                 .decimals = c->decimals, .unit = (char *) c->unit };
      AnsFigureValue value;
      AnsRational percent;
      g_autofree char *shown = NULL, *raw = NULL, *gap = NULL;

      g_test_message ("%s", c->what);
      ans_figure_value_init (&value);
      value.has_target = c->target != NULL;
      if (c->target != NULL)
        value.target = number (c->target);
      if (c->denominator >= 0)
        ans_figure_value_set_share (&value, c->numerator, c->denominator);
      else
        {
          value.state = ANS_FIGURE_VALUE;
          value.numerator = c->numerator;
          value.value = ans_rational_new (c->numerator, 1);
        }
      ans_figure_value_judge (&value, &indicator);
      shown = ans_figure_value_display (&value, &indicator);
      raw = ans_figure_value_display_raw (&value, &indicator);
      gap = ans_figure_value_gap (&value, &indicator, NULL);
      g_assert_cmpint (value.state, ==, c->state);
      g_assert_cmpint (value.verdict, ==, c->verdict);
      g_assert_cmpint (value.near, ==, c->near);
      g_assert_cmpstr (shown, ==, c->shown);
      g_assert_cmpstr (raw, ==, c->raw);
      g_assert_cmpstr (gap, ==, c->gap);
      g_assert_cmpint (
          ans_figure_value_progress (&value, &indicator, &percent), ==, c->progress != NULL);
      if (c->progress != NULL)
        {
          g_autofree char *text = ans_rational_to_canonical (percent, 1);

          g_assert_cmpstr (text, ==, c->progress);
        }
    }
}

/* Examples 13, 14 and 14b: shape 4, a fall in points with its equivalent count. */
static void
test_falls (void)
{
  static const struct
  {
    gint64 start, households, end, households_end;
    const char *points, *printed;
  } cases[] = {
    { 130, 2826, 65, 2826, "2.3001", "2.3" },
    { 130, 2826, 65, 2840, "2.3114", "2.3" },
  };
  AnsRational implied = ans_rational_divide (number ("6500"), number ("2.3"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsRational fall = ans_rational_multiply (
          ans_rational_new (100, 1),
          ans_rational_subtract (ans_rational_new (cases[i].start, cases[i].households),
                                 ans_rational_new (cases[i].end, cases[i].households_end)));
      g_autofree char *points = ans_rational_to_canonical (fall, 4);
      g_autofree char *printed = ans_rational_to_canonical (fall, 1);

      g_assert_cmpstr (points, ==, cases[i].points);
      g_assert_cmpstr (printed, ==, cases[i].printed);
      g_assert_cmpint (ans_rational_compare (fall, number ("2.3")), >=, 0);
    }
  g_assert_cmpint (ans_rational_round (implied, 0), ==, 2826);
  /* 2,3 is anything from 2,25 to 2,35. */
  g_assert_cmpint (ans_rational_round (ans_rational_divide (number ("6500"), number ("2.35")), 0),
                   ==, 2766);
  g_assert_cmpint (ans_rational_round (ans_rational_divide (number ("6500"), number ("2.25")), 0),
                   ==, 2889);
}

static void
test_forecast (void)
{
  AnsIndicator jobs = { .kind = FLOW, .direction = AT_LEAST, .unit = (char *) "người" };
  AnsDate first = { 2022, 1, 1 }, last = { 2022, 12, 31 };
  AnsRational then = number ("40"), whole = number ("80");
  AnsFigureValue value;
  AnsForecast forecast;
  g_autofree char *text = NULL;

  ans_figure_value_init (&value);
  value.state = ANS_FIGURE_VALUE;
  value.has_target = TRUE;
  value.target = number ("120");
  value.value = number ("97");
  g_assert_true (ans_forecast_make (&value, &jobs, first, (AnsDate) { 2022, 9, 30 }, last, NULL,
                                    NULL, &forecast));
  g_assert_cmpint (forecast.days_left, ==, 92);
  g_assert_cmpint (forecast.per_month, ==, 8);
  g_assert_cmpint (ans_rational_round (forecast.expected, 0), ==, 130); /* 97 × 365 / 273 */
  g_assert_true (forecast.reaches);
  g_assert_false (forecast.seasonal);
  text = ans_forecast_display (&forecast, &jobs);
  g_assert_cmpstr (text, ==, "còn thiếu 23 người, cần 8 người/tháng");

  /* Half of last year's were there by then. */
  g_assert_true (ans_forecast_make (&value, &jobs, first, (AnsDate) { 2022, 9, 30 }, last, &then,
                                    &whole, &forecast));
  g_assert_true (forecast.seasonal);
  g_assert_cmpint (ans_rational_round (forecast.expected, 0), ==, 194);

  /* The last day: what is missing stays missing. */
  g_assert_true (ans_forecast_make (&value, &jobs, first, last, last, NULL, NULL, &forecast));
  g_assert_cmpint (forecast.per_month, ==, 0);
  g_assert_false (forecast.reaches);
  /* A share has no rate of its own. */
  jobs.kind = RATIO;
  g_assert_false (ans_forecast_make (&value, &jobs, first, last, last, NULL, NULL, &forecast));
}

/* On time, late, or on the wrong side: mockup 01 on 20/09/2022. */
static void
test_standing (void)
{
  static const struct
  {
    AnsIndicatorKind kind;
    AnsDirection direction;
    const char *value, *target;
    int decimals;
    AnsStanding standing;
    int percent; /* -1: none */
  } cases[] = {
    { FLOW, AT_LEAST, "96", "120", 0, ANS_STANDING_ON_TIME, 80 },
    { FLOW, AT_LEAST, "23", "40", 0, ANS_STANDING_LATE, 58 },
    { FLOW, AT_LEAST, "214", "210", 0, ANS_STANDING_MET, 102 },
    { ANS_INDICATOR_CHANGE, AT_LEAST, "37", "65", 0, ANS_STANDING_LATE, 57 },
    { ANS_INDICATOR_CHANGE, AT_LEAST, "1.3007", "2.3", 1, ANS_STANDING_LATE, 57 },
    { RATIO, AT_LEAST, "72.6", "73", 1, ANS_STANDING_NOT_MET, 99 },
    /* 99,9 % is not all of it, but what is met as printed is. */
    { RATIO, AT_LEAST, "72.93", "73", 1, ANS_STANDING_NOT_MET, 99 },
    { RATIO, AT_LEAST, "72.96", "73", 1, ANS_STANDING_MET, 100 },
    { RATIO, ANS_DIRECTION_AT_MOST, "24.6", "23.9", 1, ANS_STANDING_NOT_MET, -1 },
    { FLOW, ANS_DIRECTION_NONE, "3", NULL, 0, ANS_STANDING_WATCHED, -1 },
  };
  const AnsDate first = { 2022, 1, 1 }, day = { 2022, 9, 20 }, last = { 2022, 12, 31 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnsIndicator indicator = { .kind = cases[i].kind, .direction = cases[i].direction,
                                 .decimals = cases[i].decimals };
      AnsFigureValue value;
      gint64 percent = -1;

      ans_figure_value_init (&value);
      value.state = ANS_FIGURE_VALUE;
      value.value = number (cases[i].value);
      value.has_target = cases[i].target != NULL;
      if (value.has_target)
        value.target = number (cases[i].target);
      ans_figure_value_judge (&value, &indicator);
      g_test_message ("%s of %s", cases[i].value, cases[i].target);
      g_assert_cmpint (ans_figure_value_standing (&value, &indicator, first, day, last), ==,
                       cases[i].standing);
      g_assert_cmpint (ans_figure_value_percent (&value, &indicator, &percent), ==,
                       cases[i].percent >= 0);
      g_assert_cmpint (percent, ==, cases[i].percent);
      /* When the year is over, late is not met. */
      if (cases[i].standing == ANS_STANDING_LATE || cases[i].standing == ANS_STANDING_ON_TIME)
        g_assert_cmpint (ans_figure_value_standing (&value, &indicator, first, last, last), ==,
                         ANS_STANDING_NOT_MET);
    }
  g_assert_cmpint (ans_percent_of (997, 1000), ==, 99);
  g_assert_cmpint (ans_percent_of (-3, 10), ==, 0);
  g_assert_cmpint (ans_percent_of (G_MAXINT64, G_MAXINT64), ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdicts/rational", test_rational);
  g_test_add_func ("/verdicts/verdicts", test_verdicts);
  g_test_add_func ("/verdicts/falls", test_falls);
  g_test_add_func ("/verdicts/forecast", test_forecast);
  g_test_add_func ("/verdicts/standing", test_standing);
  return g_test_run ();
}
