/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of the figures of any commune on any day: a figure is the length of its list, the
 * villages make the commune, men and women make all people, this period is the last one and what
 * moved since; and of the practice commune every figure is what was counted while it was invented.
 * All people are invented. */
#include <string.h>

#include "areas/ans-poverty.h"
#include "plan/ans-figures.h"
#include "plan/ans-plan.h"
#include "practice/ans-practice-plan.h"
#include "random-actions.h"

#define DAY "2022-09-20"

static gint64
fill (AnsBook *book, guint people, guint64 seed, AnsPracticeCounts *counts)
{
  g_autoptr (GError) error = NULL;
  gint64 plan;

  g_assert_true (ans_practice_fill_counted (book, people, seed, NULL, NULL, counts, &error));
  g_assert_no_error (error);
  plan = ans_plan_load (book, ANS_PLAN_SHIPPED, &error);
  g_assert_no_error (error);
  g_assert_true (ans_practice_plan_fill (book, plan, seed, &error));
  g_assert_no_error (error);
  return plan;
}

/* --- what the generator knows ----------------------------------------------------------------- */

static char *
words_of (int state, int origin, AnsRational value, gint64 numerator, gint64 denominator)
{
  g_autofree char *number = ans_rational_to_canonical (value, 6);

  return g_strdup_printf ("state %d, origin %d, %s, %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, state,
                          origin, state == ANS_FIGURE_VALUE ? number : "-", numerator, denominator);
}

static void
assert_expected (const AnsPracticeFigure *expected, const AnsFigureValue *value, guint village)
{
  g_autofree char *known = words_of (expected->state, expected->origin, expected->value,
                                     expected->numerator, expected->denominator);
  g_autofree char *told =
      words_of (value->state, value->origin, value->value, value->numerator, value->denominator);

  /* Of a mean the counts are those of no single year. */
  if (g_str_equal (expected->code, "1.1"))
    g_assert_cmpint (ans_rational_compare (expected->value, value->value), ==, 0);
  else if (!g_str_equal (known, told))
    g_error ("%s of village %u: invented were %s, told is %s", expected->code, village, known,
             told);
}

static void
test_expected (void)
{
  static const struct
  {
    guint people;
    guint64 seed;
  } communes[] = { { 10000, 1 }, { 1500, 3 }, { 700, 42 } };

  for (guint i = 0; i < G_N_ELEMENTS (communes); i++)
    {
      Fixture fixture = { 0 };
      AnsPracticeCounts counts;
      g_autoptr (AnsFigures) figures = NULL;
      g_autoptr (GError) error = NULL;
      gint64 plan;

      fixture_set_up (&fixture, NULL);
      g_test_message ("%u people", communes[i].people);
      plan = fill (fixture.book, communes[i].people, communes[i].seed, &counts);
      g_assert_cmpuint (counts.labour.people, ==, communes[i].people);
      figures = ans_figures_new (fixture.book, plan);
      ans_figures_set_day (figures, DAY);
      for (guint village = 0; village <= counts.n_villages; village++)
        {
          g_autoptr (GPtrArray) expected = ans_practice_plan_expected (&counts, village, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (expected->len, ==, village == 0 ? 29 : 8);
          for (guint j = 0; j < expected->len; j++)
            {
              const AnsPracticeFigure *one = expected->pdata[j];
              AnsFigure *figure = ans_figures_find (figures, one->code);

              g_assert_nonnull (figure);
              assert_expected (one,
                               village == 0 ? ans_figure_get_value (figure)
                                            : ans_figure_get_village_value (figure, village),
                               village);
            }
        }
      g_clear_object (&figures);
      fixture_tear_down (&fixture, NULL);
    }
}

/* --- length(list) = figure, Σ villages = commune ---------------------------------------------- */

static gint64
count_of (const AnsFigureValue *value, AnsFigurePartKind part)
{
  const gint64 counts[ANS_PART_N] = { value->numerator, value->denominator, value->start_numerator,
                                      value->start_denominator };

  return counts[part];
}

/* Returns: how many lists there are. */
static guint
assert_lists (AnsFigures *figures, AnsFigure *figure)
{
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const GArray *villages = ans_figures_get_villages (figures);
  AnsConnection *connection = ans_book_get_connection (ans_figures_get_book (figures));
  guint lists = 0;

  for (AnsFigurePartKind part = 0; part < ANS_PART_N; part++)
    {
      g_autoptr (AnsListing) list = ans_figures_list (figures, figure, part, 0);
      gint64 sum = 0;

      if (list == NULL)
        continue;
      lists++;
      g_assert_cmpint (ans_listing_count (list, connection, NULL), ==, count_of (value, part));
      for (guint i = 0; i <= villages->len; i++)
        {
          gint64 village = i < villages->len ? g_array_index (villages, AnsFigureVillage, i).id : 0;
          const AnsFigureValue *of = ans_figure_get_village_value (figure, village);
          g_autoptr (AnsListing) own =
              village != 0 ? ans_figures_list (figures, figure, part, village) : NULL;

          sum += MAX (count_of (of, part), 0);
          if (own != NULL)
            g_assert_cmpint (ans_listing_count (own, connection, NULL), ==, count_of (of, part));
        }
      g_assert_cmpint (sum, ==, count_of (value, part));
    }
  return lists;
}

/* A number that adds up is the sum of its villages, computed or entered by hand. */
static gboolean
assert_sum (AnsFigures *figures, AnsFigure *figure)
{
  const GArray *villages = ans_figures_get_villages (figures);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  AnsRational sum = ANS_RATIONAL_ZERO;
  guint n = 0;

  if (!ans_figure_get_indicator (figure)->additive || value->state != ANS_FIGURE_VALUE)
    return FALSE;
  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureValue *of =
          ans_figure_get_village_value (figure, g_array_index (villages, AnsFigureVillage, i).id);

      if (of == NULL || of->state != ANS_FIGURE_VALUE ||
          ans_date_compare (of->day, value->day) != 0)
        continue;
      sum = ans_rational_add (sum, of->value);
      n++;
    }
  if (n == 0)
    return FALSE;
  g_assert_cmpint (ans_rational_compare (sum, value->value), ==, 0);
  return TRUE;
}

/* On days of four years, the first and last of each among them. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2019-12-31", "2020-12-31", "2021-01-01", "2021-12-31",
                                      "2022-01-01", "2022-03-15", "2022-06-30", "2022-08-31",
                                      DAY,          "2022-12-31" };
  guint lists = 0, sums = 0;

  fill (fixture->book, 1500, 3, NULL);
  for (guint d = 0; d < G_N_ELEMENTS (days); d++)
    {
      gint64 plan = ans_plan_find_year (fixture->book, (int) g_ascii_strtoll (days[d], NULL, 10));
      g_autoptr (AnsFigures) figures = ans_figures_new (fixture->book, plan);

      g_assert_cmpint (plan, !=, 0);
      ans_figures_set_day (figures, days[d]);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (figures)); i++)
        {
          g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);

          lists += assert_lists (figures, figure);
          sums += assert_sum (figures, figure);
        }
    }
  g_test_message ("%u lists, %u sums", lists, sums);
  g_assert_cmpuint (lists, >=, 14 * 6);
  g_assert_cmpuint (sums, >=, 3 * 6);
}

/* --- men and women ---------------------------------------------------------------------------- */

static gint64
length (AnsBook *book, const char *day, const char *listing, const char *column, const char *value)
{
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find (listing));
  gint64 n;

  ans_listing_set_as_of (list, day);
  if (column != NULL)
    g_assert_true (ans_listing_set_filter (list, column, value));
  n = ans_listing_count (list, ans_book_get_connection (book), NULL);
  g_assert_cmpint (n, >=, 0);
  return n;
}

static void
test_sexes (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2020-06-30", "2020-12-31", "2021-12-31",
                                      "2022-01-01", "2022-06-30", DAY };
  static const struct
  {
    const char *listing, *sex;
  } lists[] = {
    { "people", "sex" },
    { "poor-households", "head_sex" },
    { "near-poor-households", "head_sex" },
    { "poverty-exits", "head_sex" },
    { "household-supports", "head_sex" },
  };
  AnsPracticeCounts counts;

  fill (fixture->book, 3000, 5, &counts);
  for (guint d = 0; d < G_N_ELEMENTS (days); d++)
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      g_assert_cmpint (
          length (fixture->book, days[d], lists[i].listing, lists[i].sex, ANS_SEX_MALE) +
              length (fixture->book, days[d], lists[i].listing, lists[i].sex, ANS_SEX_FEMALE),
          ==, length (fixture->book, days[d], lists[i].listing, NULL, NULL));
  g_assert_cmpint (length (fixture->book, DAY, "people", "sex", ANS_SEX_MALE), ==,
                   counts.labour.men);
  g_assert_cmpint (length (fixture->book, DAY, "people", "sex", ANS_SEX_FEMALE), ==,
                   counts.labour.women);
}

/* --- this period = the last one + what moved ------------------------------------------------- */

typedef struct
{
  char first[11], last[11], before[11];
} Month;

static Month
month_of (int month)
{
  Month self;
  AnsDate first = ans_date_new (2022, month, 1);
  AnsDate last = month == 9 ? ans_date_new (2022, 9, 20)
                            : ans_date_new (2022, month, ans_date_days_in_month (2022, month));
  g_autofree char *one = ans_date_to_iso (first);
  g_autofree char *two = ans_date_to_iso (last);
  g_autofree char *three = ans_date_to_iso (ans_date_add_days (first, -1));

  g_strlcpy (self.first, one, sizeof self.first);
  g_strlcpy (self.last, two, sizeof self.last);
  g_strlcpy (self.before, three, sizeof self.before);
  return self;
}

/* The list at the end of a month is that of its first day and what the month moved; and the first
 * day has what the last month ended with. */
static void
test_balance (Fixture *fixture, gconstpointer data)
{
  AnsConnection *connection;
  gint64 before = -1, exits = 0, entries = 0;
  AnsPracticeCounts counts;

  fill (fixture->book, 10000, 1, &counts);
  connection = ans_book_get_connection (fixture->book);
  for (int m = 1; m <= 9; m++)
    {
      Month month = month_of (m);
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsAreaTableResult) table =
          ans_area_table_run (&ans_poverty_table_by_village, fixture->book, connection, month.first,
                              month.last, &error);
      guint last = table->rows->len - 1;

      g_assert_no_error (error);
#define CELL(row, column) ans_area_table_get (table, row, column)
      for (guint row = 0; row <= last; row++)
        g_assert_cmpint (CELL (row, "poor-start") - CELL (row, "exits") + CELL (row, "relapses") +
                             CELL (row, "new") + CELL (row, "other-in") - CELL (row, "other-out"),
                         ==, CELL (row, "poor-end"));
      if (before >= 0)
        g_assert_cmpint (CELL (last, "poor-start"), ==, before);
      before = CELL (last, "poor-end");
      exits += CELL (last, "exits");
      entries += CELL (last, "relapses") + CELL (last, "new");
#undef CELL
    }
  g_assert_cmpint (before, ==, counts.commune.poor_end);
  g_assert_cmpint (exits, ==, counts.commune.exits);
  g_assert_cmpint (entries, ==, counts.commune.relapses + counts.commune.new_poor);
}

/* The same where a period begins on the day after most decisions are dated: none of them belongs to
 * two periods. */
static void
test_own_periods (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2022-01-01", "2022-02-28", "2022-03-28", "2022-04-27",
                                      "2022-06-28", "2022-08-27", "2022-08-28", "2022-09-21" };
  AnsPracticeCounts counts;
  gint64 exits = 0, entries = 0, before = -1;

  fill (fixture->book, 10000, 1, &counts);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (days); i++)
    {
      AnsDate next;
      g_autofree char *last = NULL;
      g_autoptr (AnsAreaTableResult) table = NULL;
      g_autoptr (GPtrArray) wrong = NULL;
      AnsConnection *connection = ans_book_get_connection (fixture->book);
      guint sum;

      g_assert_true (ans_date_parse_iso (days[i + 1], &next, NULL));
      last = ans_date_to_iso (ans_date_add_days (next, -1));
      table = ans_area_table_run (&ans_poverty_table_by_village, fixture->book, connection, days[i],
                                  last, NULL);
      wrong = ans_area_table_check (table, connection, NULL);
      g_assert_cmpuint (wrong->len, ==, 0);
      sum = table->rows->len - 1;
      if (before >= 0)
        g_assert_cmpint (ans_area_table_get (table, sum, "poor-start"), ==, before);
      before = ans_area_table_get (table, sum, "poor-end");
      exits += ans_area_table_get (table, sum, "exits");
      entries +=
          ans_area_table_get (table, sum, "relapses") + ans_area_table_get (table, sum, "new");
    }
  g_assert_cmpint (exits, ==, counts.commune.exits);
  g_assert_cmpint (entries, ==, counts.commune.relapses + counts.commune.new_poor);
}

/* What counts up through the year: up to the end of the month, less up to the day before it, is
 * what the month has by itself. */
static void
test_flows (Fixture *fixture, gconstpointer data)
{
  gint64 plan = fill (fixture->book, 3000, 5, NULL);
  guint compared = 0;

  for (int m = 2; m <= 9; m++)
    {
      Month month = month_of (m);
      g_autoptr (AnsFigures) now = ans_figures_new (fixture->book, plan);
      g_autoptr (AnsFigures) before = ans_figures_new (fixture->book, plan);
      g_autoptr (AnsFigures) alone = ans_figures_new (fixture->book, plan);

      ans_figures_set_day (now, month.last);
      ans_figures_set_day (before, month.before);
      ans_figures_set_period (alone, month.first, month.last);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (now)); i++)
        {
          g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (now), i);
          const AnsIndicator *indicator = ans_figure_get_indicator (figure);
          const AnsFigureValue *value = ans_figure_get_value (figure);

          if (indicator->kind != ANS_INDICATOR_FLOW || value->origin != ANS_ORIGIN_COMPUTED)
            continue;
          compared++;
          g_assert_cmpint (
              value->numerator -
                  ans_figure_get_value (ans_figures_find (before, indicator->code))->numerator,
              ==, ans_figure_get_value (ans_figures_find (alone, indicator->code))->numerator);
        }
    }
  g_assert_cmpuint (compared, ==, 2 * 8);
}

#define ADD_TEST(path, func)                                                                       \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_plan_init ();
  g_test_add_func ("/identities/expected", test_expected);
  ADD_TEST ("/identities/lists", test_lists);
  ADD_TEST ("/identities/sexes", test_sexes);
  ADD_TEST ("/identities/balance", test_balance);
  ADD_TEST ("/identities/own-periods", test_own_periods);
  ADD_TEST ("/identities/flows", test_flows);
  return g_test_run ();
}
