/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due month by month: the worked examples of domain.md §7, every rule for months of §4.5,
 * and what must hold whatever the facts are. */
#include <string.h>

#include "law-asking.h"

static int
month_of (const char *text)
{
  return atoi (text) * 100 + atoi (text + 5);
}

static AnsLawSchedule *
schedule_of (AnsLaw *law, const char *scheme, const char *text, const char *from, const char *to)
{
  AnsLawFacts facts;

  law_read_facts (text, &facts);
  return ans_law_schedule_new (law, ans_law_scheme_find (scheme), &facts, month_of (from),
                               month_of (to));
}

/* The amounts in thousands, one a month. */
typedef struct
{
  const char *scheme, *facts, *from, *to, *amounts;
  int first, last;
} Case;

static const Case cases[] = {
  /* 3: turning 16 in September */
  { "BTXH", "birth=2012-09-15 disability=n", "2028-08", "2028-10", "1080 810 810", 202808, 202810 },
  /* 3b: from the month of the certificate */
  { "BTXH", "birth=1990-01-01 disability=n certificate=2022-04-20 decision=2022-06-15", "2022-03",
    "2022-06", "0 540 540 540", 202204, 202206 },
  /* by the text of 2026 from the month of signing */
  { "BTXH", "birth=1990-01-01 disability=n certificate=2026-10-20 decision=2026-12-31", "2026-10",
    "2027-01", "0 0 810 810", 202612, 202701 },
  /* signed before it was in force: still by the old procedure, at the new standard */
  { "BTXH", "birth=1990-01-01 disability=n certificate=2026-06-20 decision=2026-10-04", "2026-05",
    "2026-08", "0 750 810 810", 202606, 202608 },
  { "BTXH", "birth=1990-01-01 disability=n certificate=2026-06-20 decision=2026-10-05", "2026-05",
    "2026-10", "0 0 0 0 0 810", 202610, 202610 },
  /* no certificate said: from the month of signing */
  { "BTXH", "birth=1990-01-01 disability=n decision=2022-06-15", "2022-05", "2022-06", "0 540",
    202206, 202206 },
  /* 3c: from turning 80 */
  { "BTXH", "birth=1942-03-25 pension=none decision=2022-05-10", "2022-02", "2022-05",
    "0 360 360 360", 202203, 202205 },
  /* 6: turning 4 */
  { "BTXH", "birth=2018-05-20 orphan=b", "2022-04", "2022-06", "900 540 540", 202204, 202206 },
  /* 7: death */
  { "BTXH", "birth=1940-01-01 pension=none death=2022-08-03", "2022-07", "2022-09", "360 360 0",
    202207, 202208 },
  { "BTXH", "birth=1940-01-01 pension=none death=2022-08-31", "2022-07", "2022-09", "360 360 0",
    202207, 202208 },
  { "BTXH", "birth=1940-01-01 pension=none death=2022-09-01", "2022-07", "2022-09", "360 360 360",
    202207, 202209 },
  /* … before the birthday of that month */
  { "BTXH", "birth=1942-08-20 household=ngheo supporter=no death=2022-08-03", "2022-07", "2022-09",
    "540 540 0", 202207, 202208 },
  { "BTXH", "birth=1942-08-20 pension=none death=2022-08-03", "2022-07", "2022-09", "0 0 0", 0, 0 },
  { "BTXH", "birth=1942-08-03 pension=none death=2022-08-03", "2022-07", "2022-09", "0 360 0",
    202208, 202208 },
  /* 8: signing, also on the last day of a month */
  { "BTXH", "birth=2010-01-01 orphan=b decision=2022-06-20", "2022-05", "2022-07", "0 540 540",
    202206, 202207 },
  { "BTXH", "birth=2010-01-01 orphan=b decision=2022-06-30", "2022-05", "2022-07", "0 540 540",
    202206, 202207 },
  { "BTXH", "birth=2010-01-01 orphan=b decision=2022-07-01", "2022-05", "2022-07", "0 0 540",
    202207, 202207 },
  /* turning 16 without studies: the month is still paid */
  { "BTXH", "birth=2007-06-30 orphan=b", "2023-05", "2023-07", "540 540 0", 202305, 202306 },
  { "BTXH", "birth=2007-06-01 orphan=b", "2023-05", "2023-07", "540 0 0", 202305, 202305 },
  { "BTXH", "birth=2007-06-30 orphan=b studying=yes", "2023-05", "2023-07", "540 540 540", 202305,
    202307 },
  { "BTXH", "birth=2005-01-01 orphan=b study_end=2023-06-15", "2023-05", "2023-07", "540 540 0",
    202305, 202306 },
  /* turning 60 and 75 */
  { "BTXH", "birth=1962-06-30 disability=dbn", "2022-05", "2022-07", "720 900 900", 202205,
    202207 },
  { "BTXH", "birth=1951-08-31 household=ngheo supporter=no", "2026-06", "2026-09",
    "750 810 1080 1080", 202606, 202609 },
  /* a child turns 16 */
  { "BTXH", "single_parent=yes household=ngheo children=2006-06-15,2010-01-01", "2022-05",
    "2022-07", "720 360 360", 202205, 202207 },
  /* of two supports beside one another one ends: its month is still paid */
  { "BTXH", "birth=1985-01-01 single_parent=yes household=ngheo children=2006-06-15 disability=n",
    "2022-05", "2022-07", "900 900 540", 202205, 202207 },
  { "BTXH", "birth=1985-01-01 single_parent=yes household=ngheo children=2006-06-01 disability=n",
    "2022-05", "2022-07", "900 540 540", 202205, 202207 },
  { "CHAM_SOC", "birth=1990-01-01 disability=dbn taken_in=no children=2019-06-15", "2022-05",
    "2022-07", "900 900 360", 202205, 202207 },
  { "CHAM_SOC", "birth=1990-01-01 disability=dbn taken_in=no pregnant=yes children=2019-06-15",
    "2022-05", "2022-07", "1080 900 900", 202205, 202207 },
  /* but not two where the law allows one */
  { "BTXH",
    "birth=2000-06-15 orphan=b studying=yes single_parent=yes household=ngheo children=2021-01-01",
    "2022-05", "2022-07", "540 360 360", 202205, 202207 },
  /* 5.5b is another group in each text: those of 2026 begin with the month of signing */
  { "BTXH", "birth=1950-01-01 household=ngheo supporter=no taken_in=yes decision=2026-09-10",
    "2026-07", "2026-10", "0 0 1620 1620", 202609, 202610 },
  { "BTXH", "birth=1947-01-15 household=can_ngheo special_area=yes decision=2022-03-10", "2021-12",
    "2022-03", "0 360 360 360", 202201, 202203 },
  /* the social pension takes over, and begins with the month of its decision */
  { "BTXH", "birth=1940-01-01 pension=none", "2025-06", "2025-08", "500 0 0", 202506, 202506 },
  { "HTXH", "birth=1940-01-01 pension=none", "2025-06", "2025-08", "0 500 500", 202507, 202508 },
  { "HTXH", "birth=1940-01-01 pension=none decision=2025-08-31", "2025-07", "2025-09", "0 500 500",
    202508, 202509 },
  { "HTXH", "birth=1950-08-31 pension=none household=khong", "2025-07", "2025-09", "0 500 500",
    202508, 202509 },
  /* suspension, return, and no return */
  { "BTXH", "birth=1990-01-01 disability=n suspended=2027-03 resumed=2027-06", "2027-02", "2027-07",
    "810 810 810 810 810 810", 202702, 202707 },
  { "BTXH", "birth=1990-01-01 disability=n suspended=2027-03", "2027-02", "2027-05", "810 0 0 0",
    202702, 202702 },
  /* on return not entitled any more: ended with the suspension */
  { "BTXH", "birth=2007-06-15 orphan=b suspended=2023-04 resumed=2023-08", "2023-03", "2023-08",
    "540 0 0 0 0 0", 202303, 202303 },
  /* what was in force */
  { "BTXH", "birth=1990-01-01 disability=n known=2026-09-30", "2026-06", "2026-08", "750 750 750",
    202606, 202608 },
  { "NCC", "category=THUONG_BINH rate=45", "2023-06", "2023-07", "2343 2965", 202306, 202307 },
  { "NCC", "category=THUONG_BINH rate=45 certificate=2023-05-20 decision=2023-07-02", "2023-04",
    "2023-07", "0 2343 2343 2965", 202305, 202307 },
  { "NCC", "category=TUDAY decision=2023-07-31", "2023-06", "2023-08", "0 1233 1233", 202307,
    202308 },
  { "CHAM_SOC", "birth=2013-01-01 disability=dbn taken_in=no decision=2022-06-01", "2022-05",
    "2022-06", "0 360", 202206, 202206 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnsLawSchedule) schedule = schedule_of (
          ans_law_get_default (), cases[i].scheme, cases[i].facts, cases[i].from, cases[i].to);
      g_autoptr (GString) amounts = g_string_new (NULL);

      for (guint j = 0; j < schedule->months->len; j++)
        g_string_append_printf (amounts, "%s%" G_GINT64_FORMAT, j > 0 ? " " : "",
                                g_array_index (schedule->months, AnsLawMonth, j).amount / 1000);
      if (g_strcmp0 (amounts->str, cases[i].amounts) != 0 ||
          schedule->from_month != cases[i].first || schedule->last_month != cases[i].last)
        g_error ("%s %s: “%s” %d–%d, not “%s” %d–%d", cases[i].scheme, cases[i].facts, amounts->str,
                 schedule->from_month, schedule->last_month, cases[i].amounts, cases[i].first,
                 cases[i].last);
    }
}

/* The first month is known when the months asked for begin later. */
static void
test_first_month (void)
{
  g_autoptr (AnsLawSchedule) schedule =
      schedule_of (ans_law_get_default (), "BTXH",
                   "birth=1942-03-25 pension=none decision=2022-05-10", "2022-05", "2022-06");

  g_assert_cmpint (schedule->from_month, ==, 202203);
  g_assert_cmpint (schedule->last_month, ==, 202206);
}

static void
test_arrears (void)
{
  /* example, facts, months, what was paid for each, arrears */
  static const struct
  {
    const char *scheme, *facts, *from, *to;
    gint64 paid, arrears;
  } examples[] = {
    { "BTXH", "birth=2022-01-01 orphan=a", "2024-07", "2024-08", 900000, 700000 },        /* 9 */
    { "BTXH", "birth=1990-01-01 disability=dbn", "2026-07", "2026-09", 1000000, 240000 }, /* 10 */
    { "HTXH", "birth=1940-01-01 pension=none", "2026-07", "2026-09", 500000, 120000 },
    { "BTXH", "birth=1990-01-01 disability=dbn death=2026-08-10", "2026-07", "2026-08", 1000000,
      160000 },                                                                        /* 10b */
    { "NCC", "category=THUONG_BINH rate=45", "2023-07", "2023-08", 2343000, 1244000 }, /* 20b */
    /* paid after death: to be recovered */
    { "BTXH", "birth=1940-01-01 pension=none death=2022-06-30", "2022-07", "2022-08", 360000,
      -720000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (AnsLawSchedule) schedule =
          schedule_of (ans_law_get_default (), examples[i].scheme, examples[i].facts,
                       examples[i].from, examples[i].to);

      for (guint j = 0; j < schedule->months->len; j++)
        g_assert_true (ans_law_schedule_pay (
            schedule, g_array_index (schedule->months, AnsLawMonth, j).month, examples[i].paid));
      g_assert_cmpint (schedule->arrears_total, ==, examples[i].arrears);
      g_assert_false (ans_law_schedule_pay (schedule, 199901, 1));
    }
}

/* --- whatever the facts are ------------------------------------------------------------------- */

#define ROUNDS 4000

static void
set_random (GRand *random, AnsLawFacts *facts, AnsFact fact)
{
  const AnsFactInfo *info = ans_fact_info (fact);
  g_autofree char *text = NULL;
  guint n = 0;
  g_autoptr (GError) error = NULL;

  switch (info->kind)
    {
    case ANS_FACT_KIND_CHOICE:
      while (info->choices[n].code != NULL)
        n++;
      text = g_strdup (info->choices[g_rand_int_range (random, 0, (int) n)].code);
      break;
    case ANS_FACT_KIND_NUMBER:
      text = g_strdup_printf (
          "%d", g_rand_int_range (random, (int) info->min, (int) MIN (info->max, 900000) + 1));
      break;
    case ANS_FACT_KIND_PARTIAL_DATE:
      text = g_rand_boolean (random)
                 ? g_strdup_printf ("%d", g_rand_int_range (random, 1925, 2027))
                 : g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (random, 1925, 2027),
                                    g_rand_int_range (random, 1, 13),
                                    g_rand_int_range (random, 1, 29));
      break;
    case ANS_FACT_KIND_DATE:
      text = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (random, 2021, 2028),
                              g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
      break;
    case ANS_FACT_KIND_CHILDREN:
      text = g_strdup_printf ("%d%s,%d", g_rand_int_range (random, 1998, 2026),
                              g_rand_boolean (random) ? "/hoc" : "",
                              g_rand_int_range (random, 1998, 2026));
      break;
    case ANS_FACT_KIND_NUMBERS:
      text = g_strdup_printf ("%d", g_rand_int_range (random, 0, 101));
      break;
    case ANS_FACT_KIND_CATEGORIES:
      {
        g_autoptr (GPtrArray) all = ans_law_categories (ans_law_get_default ());
        const char *one = all->pdata[g_rand_int_range (random, 0, (int) all->len)];
        const char *two = all->pdata[g_rand_int_range (random, 0, (int) all->len)];

        text = one == two ? g_strdup (one) : g_strdup_printf ("%s+%s", one, two);
        break;
      }
    case ANS_FACT_KIND_MONTH:
    default:
      return;
    }
  ans_law_facts_set (facts, info->name, text, &error);
  g_assert_no_error (error);
}

static AnsLawScheme
make_random (GRand *random, AnsLawFacts *facts, int *day)
{
  AnsLawScheme scheme = (AnsLawScheme) g_rand_int_range (random, 0, ANS_LAW_N_SCHEMES);
  guint64 asked = ans_law_facts_of (ans_law_get_default (), scheme);

  *facts = (AnsLawFacts) { 0 };
  for (guint i = 0; i < ANS_FACT_N; i++)
    if ((asked & ANS_FACT_BIT (i)) != 0 && i != ANS_FACT_KNOWN && i != ANS_FACT_LAW &&
        g_rand_int_range (random, 0, 3) > 0)
      set_random (random, facts, i);
  *day = g_rand_int_range (random, 2021, 2028) * 10000 + g_rand_int_range (random, 1, 13) * 100 +
         g_rand_int_range (random, 1, 29);
  return scheme;
}

static gboolean
goes_with_parent (const char *code)
{
  return g_str_has_prefix (code, "5.5") || g_str_has_prefix (code, "5.6") ||
         g_str_equal (code, "5.8");
}

/* Never two lines where the law allows one. */
static void
assert_allowed (AnsLawScheme scheme, const AnsLawAnswer *answer)
{
  guint n = answer->n_lines;

  if (scheme == ANS_LAW_PENSION || scheme == ANS_LAW_FUNERAL || scheme == ANS_LAW_POVERTY)
    g_assert_cmpuint (n, <=, 1);
  if (scheme == ANS_LAW_ASSISTANCE && n > 1)
    {
      g_assert_cmpuint (n, ==, 2);
      g_assert_cmpstr (answer->lines[0].code, ==, "5.4");
      g_assert_true (goes_with_parent (answer->lines[1].code));
    }
  if (scheme == ANS_LAW_CARE)
    g_assert_cmpuint (n, <=, 2);
  if (scheme == ANS_LAW_MERIT)
    {
      guint carers = 0, survivors = 0;

      for (guint i = 0; i < n; i++)
        {
          carers += g_str_equal (answer->lines[i].who, "Người phục vụ");
          survivors += g_str_has_suffix (answer->lines[i].code, "_ND_THEM") &&
                       g_str_equal (answer->lines[i].who, "Thân nhân");
        }
      g_assert_cmpuint (carers, <=, 1);
      g_assert_cmpuint (survivors, <=, 1);
    }
}

static gboolean
is_same (const AnsLawAnswer *a, const AnsLawAnswer *b)
{
  g_autofree char *one = law_show_lines (a->lines, a->n_lines);
  g_autofree char *other = law_show_lines (b->lines, b->n_lines);

  return g_str_equal (one, other) && a->eligible == b->eligible;
}

static void
test_properties (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (AnsLawAnswer) answer = ans_law_answer_new (TRUE);
  g_autoptr (AnsLawAnswer) quick = ans_law_answer_new (FALSE);
  guint n_eligible = 0;

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < ROUNDS; round++)
    {
      AnsLawFacts facts, fewer, more;
      int day;
      AnsLawScheme scheme = make_random (random, &facts, &day);
      gint64 total = 0;

      ans_law_ask (ans_law_get_default (), scheme, &facts, day, answer);
      assert_allowed (scheme, answer);
      for (guint i = 0; i < answer->n_lines; i++)
        {
          g_autofree char *basis = ans_law_line_basis (&answer->lines[i]);

          g_assert_cmpint (answer->lines[i].amount, >=, 0);
          g_assert_cmpstr (basis, !=, "");
          g_assert_cmpstr (answer->lines[i].clause, !=, "");
          total += answer->lines[i].amount;
        }
      g_assert_cmpint (answer->total, ==, total);
      n_eligible += answer->eligible;
      g_assert_cmpuint (answer->reasons->len, >, 0);
      for (guint i = 0; i < answer->n_unpaid; i++)
        g_assert_nonnull (answer->unpaid[i].reason);

      /* without words it says the same */
      ans_law_ask (ans_law_get_default (), scheme, &facts, day, quick);
      g_assert_true (is_same (answer, quick));
      g_assert_cmpuint (answer->missing, ==, quick->missing);

      /* the reasons name what was used: without every other fact, the lines are the same */
      g_assert_cmpuint (answer->used & ~facts.given, ==, 0);
      fewer = facts;
      fewer.given = answer->used;
      if (answer->n_lines > 0)
        {
          ans_law_ask (ans_law_get_default (), scheme, &fewer, day, quick);
          for (guint i = 0; i < answer->n_lines; i++)
            if (scheme != ANS_LAW_EMERGENCY && i < quick->n_lines)
              g_assert_cmpstr (answer->lines[i].code, ==, quick->lines[i].code);
          g_assert_cmpuint (quick->n_lines, ==, answer->n_lines);
        }

      /* a fact that is neither known nor missing changes nothing by itself */
      for (guint i = 0; i < ANS_FACT_DECISION; i++)
        {
          if (((facts.given | answer->missing) & ANS_FACT_BIT (i)) != 0 ||
              i == ANS_FACT_STUDY_END || i == ANS_FACT_CERTIFICATE)
            continue;
          /* LS_TUAT_2 says how many martyrs they are, unless somebody says it better. */
          if (i == ANS_FACT_MARTYRS && scheme == ANS_LAW_MERIT)
            continue;
          more = facts;
          set_random (random, &more, i);
          ans_law_ask (ans_law_get_default (), scheme, &more, day, quick);
          if (answer->total != quick->total || answer->eligible != quick->eligible)
            {
              for (guint j = 0; j < ANS_FACT_N; j++)
                {
                  g_autofree char *said = ans_law_facts_say (&more, j);

                  if (*said != '\0')
                    g_printerr ("# %s\n", said);
                }
              g_error ("%s on %d: “%s” changes the answer and was not missing",
                       ans_law_scheme_code (scheme), day, ans_fact_info (i)->name);
            }
        }
    }
  /* the facts are such that something is found out */
  g_assert_cmpuint (n_eligible, >, ROUNDS / 20);
}

/* A rate of the future changes no month of the past. */
static void
test_future (void)
{
  static const char rates[] =
      "scheme,code,value,unit,effective_from,in_force_from,effective_to,legal_basis,check,source\n"
      "SA_STANDARD,base,600000,dong/thang,2027-07-01,2027-07-01,,NĐ thử,unverified,thử\n"
      "HTXH,base,600000,dong/thang,2027-07-01,2027-07-01,,NĐ thử,unverified,thử\n";
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsLaw) law = ans_law_new (rates, NULL, &error);
  gboolean differs = FALSE;

  g_assert_no_error (error);
  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      AnsLawFacts facts;
      int day;
      AnsLawScheme scheme = make_random (random, &facts, &day);
      g_autoptr (AnsLawSchedule) now = NULL, then = NULL;

      if (!ans_law_scheme_is_monthly (scheme))
        continue;
      now = ans_law_schedule_new (ans_law_get_default (), scheme, &facts, 202601, 202712);
      then = ans_law_schedule_new (law, scheme, &facts, 202601, 202712);
      for (guint i = 0; i < now->months->len; i++)
        {
          const AnsLawMonth *a = &g_array_index (now->months, AnsLawMonth, i);
          const AnsLawMonth *b = &g_array_index (then->months, AnsLawMonth, i);

          if (a->month < 202707)
            g_assert_cmpint (a->amount, ==, b->amount);
          else
            differs |= a->amount != b->amount;
        }
    }
  g_assert_true (differs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law-schedule/cases", test_cases);
  g_test_add_func ("/law-schedule/first-month", test_first_month);
  g_test_add_func ("/law-schedule/arrears", test_arrears);
  g_test_add_func ("/law-schedule/properties", test_properties);
  g_test_add_func ("/law-schedule/future", test_future);
  return g_test_run ();
}
