/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was poor and what became of it, up to 20/09/2022: the list of 2021 under the old standard,
 * the list of 01/01/2022 under the new one, what the monthly reviews changed, and the yearly review
 * that is under way. */
#include <string.h>

#include "policy/ans-poverty-change.h"
#include "practice/ans-practice-poverty.h"

#define NEW_STANDARD "CN2022"
#define OLD_STANDARD "CN2016"
#define START        "2022-01-01"

/* Not the numbers by which people are drawn, so that these stay as they are. */
#define STREAMS G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  AnsPracticeCase *self;
  const AnsPracticeHousehold *household;
  AnsPracticeShares *shares;
  AnsPracticePoverty *counts;
  AnsRandom random;
  guint n_children; /* under 16 */
  guint n_pupils;   /* 6–15 */
  gboolean no_labour;
  gboolean has_young; /* 16–30 */
} Making;

/* Adds @share to what is owed; TRUE when it makes a whole one. */
static gboolean
is_due (double *owed, double share)
{
  *owed += share;
  if (*owed < 1)
    return FALSE;
  *owed -= 1;
  return TRUE;
}

static void
look_at_people (Making *making)
{
  gboolean can_work = FALSE;

  for (guint i = 0; i < making->household->n_living; i++)
    {
      int age = making->household->people[i].age;

      making->n_children += age < 16;
      making->n_pupils += age >= 6 && age < 16;
      making->has_young |= age >= 16 && age <= 30;
      can_work |= age >= 16 && age < 65;
    }
  making->no_labour = !can_work;
}

/* Old people alone, and mothers or fathers alone with children, are poor more often. */
static double
weight_of (const Making *making)
{
  const AnsPracticeHousehold *household = making->household;

  if (making->no_labour)
    return 0.108;
  if (household->spouse < 0 && making->n_children > 0)
    return 0.0885;
  return household->n_living >= 6 ? 0.0501 : 0.0323;
}

static void
write_day (char *buffer, int year, int month, int day)
{
  g_snprintf (buffer, ANS_PRACTICE_DATE_SIZE, "%04d-%02d-%02d", year, month, day);
}

typedef struct
{
  int from;
  int to;
} Span;

/* One draw after the other: in which order the arguments of a call are drawn is up to the compiler.
 */
static void
draw_day (AnsRandom *random, char *text, int year, Span months, Span days)
{
  int day = ans_random_between (random, days.from, days.to);
  int month = ans_random_between (random, months.from, months.to);

  write_day (text, year, month, day);
}

/* --- what the forms say --------------------------------------------------------------------------
 */

static gboolean
can_lack (const Making *making, int indicator)
{
  switch (indicator)
    {
    case 1:
    case 5:
      return making->has_young;
    case 2:
      return making->no_labour || 2 * making->n_children > making->household->n_living;
    case 3:
    case 6:
      return making->n_children > 0;
    case 8:
      return making->household->n_living >= 3;
    default:
      return TRUE;
    }
}

static guint
draw_lacks (Making *making, int n)
{
  /* Work, dependants, nutrition, insurance, … of 1–12. */
  static const guint weights[] = {
    210, 390, 440, 700, 780, 810, 1090, 1230, 1330, 1670, 1900, 2040
  };
  guint lacks = 0;

  for (int tries = 0; n > 0 && tries < 200; tries++)
    {
      int indicator = (int) ans_random_pick (&making->random, weights, G_N_ELEMENTS (weights)) + 1;

      if ((lacks & (1u << (indicator - 1))) == 0 && can_lack (making, indicator))
        {
          lacks |= 1u << (indicator - 1);
          n--;
        }
    }
  return lacks;
}

static guint
draw_causes (Making *making)
{
  /* Land, capital, labour, tools, knowledge, skills, illness, other. */
  static const guint weights[] = { 70, 280, 400, 480, 560, 680, 960, 1000 };
  int n = ans_random_chance (&making->random, 350) ? 2 : 1;
  guint causes = making->no_labour ? 1u << 2 : 0;

  for (int i = 0; i < n; i++)
    causes |= 1u << ans_random_pick (&making->random, weights, G_N_ELEMENTS (weights));
  return causes;
}

/* A form whose scores give @status under the new standard. */
static AnsPracticeForm *
add_form (Making *making, int round, const char *status)
{
  AnsPracticeForm *form = &making->self->forms[making->self->n_forms++];
  AnsRandom *random = &making->random;

  *form = (AnsPracticeForm) { .round = round, .no_labour = making->no_labour };
  if (g_str_equal (status, ANS_POVERTY_POOR))
    {
      form->b1 = ans_random_chance (random, 40) ? 140 : ans_random_between (random, 84, 138);
      form->lacks = draw_lacks (
          making, ans_random_chance (random, 550) ? 3 : ans_random_between (random, 4, 6));
    }
  else if (g_str_equal (status, ANS_POVERTY_NEAR_POOR))
    {
      form->b1 = ans_random_between (random, 98, 140);
      form->lacks = draw_lacks (making, ans_random_between (random, 0, 2));
    }
  else
    {
      form->b1 = ans_random_between (random, 141, 196);
      form->lacks = draw_lacks (making, ans_random_between (random, 0, 4));
    }
  if (!g_str_equal (status, ANS_POVERTY_NOT_POOR))
    {
      form->causes = draw_causes (making);
      form->wishes = 1u << ans_random_between (random, 0, 5);
    }
  making->counts->forms++;
  return form;
}

static AnsPracticeStatus *
add_status (Making *making,
            const char *from,
            const char *status,
            const char *standard,
            const char *basis,
            int round)
{
  AnsPracticeStatus *one = &making->self->statuses[making->self->n_statuses++];

  *one = (AnsPracticeStatus) {
    .status = status, .standard = standard, .basis = basis, .round = round, .form = -1
  };
  g_strlcpy (one->from, from, sizeof one->from);
  return one;
}

static void
decide (AnsPracticeStatus *status, AnsPracticeForm *form, const char *number, const char *day)
{
  g_strlcpy (status->decision_no, number, sizeof status->decision_no);
  g_strlcpy (status->decision_date, day, sizeof status->decision_date);
  form->official = status->status;
  g_strlcpy (form->decision_no, number, sizeof form->decision_no);
  g_strlcpy (form->decision_date, day, sizeof form->decision_date);
}

/* --- before 2022 ---------------------------------------------------------------------------------
 */

/* Poor under the old standard since some year; TRUE if the household lived here then. */
static gboolean
add_past (Making *making, const char *status)
{
  int year = ans_random_between (&making->random, 2016, 2020);
  char day[ANS_PRACTICE_DATE_SIZE];
  AnsPracticeStatus *past;

  write_day (day, year, 12, 20);
  if (strcmp (making->household->since, day) > 0)
    return FALSE;
  past = add_status (making, year == 2016 ? "2016-01-01" : day, status, OLD_STANDARD,
                     year == 2016 ? ANS_POVERTY_BASELINE : ANS_POVERTY_RECOGNISED, 0);
  if (*making->household->since != '\0' && year == 2016)
    g_strlcpy (past->from, day, sizeof past->from);
  if (year != 2016)
    {
      g_snprintf (past->decision_no, sizeof past->decision_no, "%d/QĐ-UBND", 180 + year % 7);
      g_strlcpy (past->decision_date, day, sizeof past->decision_date);
    }
  return TRUE;
}

/* The list of 01/01/2022: a form of the yearly review of 2021 and a status from that day. */
static void
add_baseline (Making *making, const char *status)
{
  AnsPracticeForm *form = add_form (making, ANS_PRACTICE_ROUND_2021, status);
  AnsPracticeStatus *one = add_status (making, START, status, NEW_STANDARD, ANS_POVERTY_BASELINE,
                                       ANS_PRACTICE_ROUND_2021);

  draw_day (&making->random, form->date, 2021, (Span) { 9, 11 }, (Span) { 5, 28 });
  one->form = (int) (form - making->self->forms);
  decide (one, form, "215/QĐ-UBND", "2021-12-28");
}

/* --- the year
 * -------------------------------------------------------------------------------------- */

/* A monthly review, whose decision changes the status. */
static AnsPracticeStatus *
add_review (Making *making, int month, const char *status)
{
  AnsPracticeForm *form = add_form (making, ANS_PRACTICE_ROUND_OF (month), status);
  AnsPracticeStatus *one;
  char day[ANS_PRACTICE_DATE_SIZE];
  char number[32];

  write_day (form->date, 2022, month, ans_random_between (&making->random, 15, 20));
  write_day (day, 2022, month, 27);
  g_snprintf (number, sizeof number, "%d/QĐ-UBND", 30 + 17 * month);
  one = add_status (making, day, status, NEW_STANDARD, ANS_POVERTY_RECOGNISED,
                    ANS_PRACTICE_ROUND_OF (month));
  one->form = (int) (form - making->self->forms);
  decide (one, form, number, day);
  form->requested = TRUE;
  return one;
}

static int
draw_month (Making *making)
{
  return ans_random_between (&making->random, 2, 8);
}

/* The status at the end, and the counts of the way there. */
static const char *
live_through_year (Making *making, const char *status)
{
  AnsPracticePoverty *counts = making->counts;
  AnsPracticeShares *shares = making->shares;

  if (g_str_equal (status, ANS_POVERTY_POOR))
    {
      gboolean near;

      if (!is_due (&shares->exits, 0.318))
        return status;
      near = is_due (&shares->exits_to_near_poor, 0.6);
      counts->exits++;
      counts->exits_to_near_poor += near;
      status = near ? ANS_POVERTY_NEAR_POOR : ANS_POVERTY_NOT_POOR;
      add_review (making, draw_month (making), status);
    }
  else if (is_due (&shares->near_to_poor, 0.0075))
    {
      counts->new_poor++;
      counts->new_from_near_poor++;
      status = ANS_POVERTY_POOR;
      add_review (making, draw_month (making), status);
    }
  else if (is_due (&shares->near_exits, 0.16))
    {
      counts->near_poor_exits++;
      status = ANS_POVERTY_NOT_POOR;
      add_review (making, draw_month (making), status);
    }
  return status;
}

/* The yearly review of 2022 is under way: a part has been looked at, nothing is decided. */
static void
review_again (Making *making, const char *status)
{
  AnsPracticeForm *form;
  const char *found = status;

  if (making->self->n_forms >= ANS_PRACTICE_MAX_FORMS || !ans_random_chance (&making->random, 330))
    return;
  if (ans_random_chance (&making->random, 280))
    found = g_str_equal (status, ANS_POVERTY_POOR) ? ANS_POVERTY_NEAR_POOR : ANS_POVERTY_NOT_POOR;
  form = add_form (making, ANS_PRACTICE_ROUND_2022, found);
  write_day (form->date, 2022, 9, ans_random_between (&making->random, 5, 20));
  making->counts->forms_under_way++;
}

/* --- supports and certificates
 * -------------------------------------------------------------------- */

static void
give (Making *making,
      const char *kind,
      const char *date,
      gint64 amount,
      const char *source,
      const char *value)
{
  AnsPracticeSupport *support = &making->self->supports[making->self->n_supports++];

  *support =
      (AnsPracticeSupport) { .kind = kind, .amount = amount, .source = source, .value = value };
  g_strlcpy (support->date, date, sizeof support->date);
  making->counts->supports++;
  making->counts->support_amount += amount;
}

/* @last: day on which the household stopped being poor, "9999" if it did not. */
static void
support_poor (Making *making, const char *last)
{
  AnsRandom *random = &making->random;
  gint64 members = making->household->n_living;
  char day[ANS_PRACTICE_DATE_SIZE];

  give (making, "BHYT", "2022-01-05", 804600 * members, "NSNN", "Thẻ BHYT");
  give (making, "QUA_TET", "2022-01-25", 500000, "MTTQ", NULL);
  if (strcmp (last, "2022-03-28") > 0)
    give (making, "TIEN_DIEN", "2022-03-28", 165000, "NSNN", NULL);
  if (strcmp (last, "2022-06-28") > 0)
    give (making, "TIEN_DIEN", "2022-06-28", 165000, "NSNN", NULL);
  if (making->n_pupils > 0 && strcmp (last, "2022-09-10") > 0)
    give (making, "HOC_PHI", "2022-09-10", 150000 * (gint64) making->n_pupils, "NSNN", NULL);
  if (ans_random_chance (random, 60))
    give (making, "NHA_O", "2022-04-20", 40000000, "MTTQ", NULL);
  if (!making->no_labour && ans_random_chance (random, 140))
    {
      draw_day (random, day, 2022, (Span) { 2, 8 }, (Span) { 3, 26 });
      give (making, "VAY_VON", day, 10000000 * (gint64) ans_random_between (random, 2, 5), "NHCSXH",
            NULL);
    }
  if (!making->no_labour && ans_random_chance (random, 130))
    {
      draw_day (random, day, 2022, (Span) { 3, 8 }, (Span) { 3, 26 });
      give (making, "SINH_KE", day, 1000000 * (gint64) ans_random_between (random, 8, 15), "NSNN",
            "Bò giống sinh sản");
    }
  if (ans_random_chance (random, 80))
    give (making, "DICH_BENH", "2022-02-18", 1000000, "NSNN", NULL);
}

static void
support_near_poor (Making *making)
{
  give (making, "BHYT", "2022-01-05", 563220 * (gint64) making->household->n_living, "NSNN",
        "Thẻ BHYT");
  give (making, "QUA_TET", "2022-01-25", 300000, "MTTQ", NULL);
}

static void
certify (Making *making, const char *status, const char *issued, const char *received)
{
  AnsPracticeCertificate *one = &making->self->certificates[making->self->n_certificates++];

  *one = (AnsPracticeCertificate) { .status = status };
  g_strlcpy (one->issued, issued, sizeof one->issued);
  g_strlcpy (one->received, received, sizeof one->received);
  making->counts->certificates++;
}

/* --- one household
 * --------------------------------------------------------------------------------- */

/* What the list shows of a household that is poor at the end. */
static void
count_poor (Making *making)
{
  const AnsPracticeStatus *last = &making->self->statuses[making->self->n_statuses - 1];
  const AnsPracticeForm *form = last->form >= 0 ? &making->self->forms[last->form] : NULL;
  AnsPracticePoverty *counts = making->counts;

  counts->poor_end++;
  counts->poor_people += making->household->n_living;
  if (form == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (counts->lacks); i++)
    counts->lacks[i] += (form->lacks >> i) & 1;
  for (guint i = 0; i < G_N_ELEMENTS (counts->causes); i++)
    counts->causes[i] += (form->causes >> i) & 1;
  counts->no_labour += form->no_labour;
}

static void
count_end (Making *making, const char *status)
{
  if (g_str_equal (status, ANS_POVERTY_POOR))
    count_poor (making);
  else if (g_str_equal (status, ANS_POVERTY_NEAR_POOR))
    making->counts->near_poor_end++;
}

static void
make_listed (Making *making, gboolean poor)
{
  const char *status = poor ? ANS_POVERTY_POOR : ANS_POVERTY_NEAR_POOR;
  const char *end;
  gboolean had_past = ans_random_chance (&making->random, 720) && add_past (making, status);

  if (had_past)
    *(poor ? &making->counts->poor_before : &making->counts->near_poor_before) += 1;
  *(poor ? &making->counts->poor_start : &making->counts->near_poor_start) += 1;
  add_baseline (making, status);
  certify (making, status, "2021-12-31", "2022-01-10");
  end = live_through_year (making, status);
  if (end != status)
    {
      const AnsPracticeStatus *last = &making->self->statuses[making->self->n_statuses - 1];

      g_strlcpy (making->self->certificates[0].withdrawn, last->from, ANS_PRACTICE_DATE_SIZE);
      if (!g_str_equal (end, ANS_POVERTY_NOT_POOR))
        certify (making, end, last->from, last->from);
    }
  if (poor)
    support_poor (
        making, end == status ? "9999" : making->self->statuses[making->self->n_statuses - 1].from);
  else
    support_near_poor (making);
  if (!g_str_equal (end, ANS_POVERTY_NOT_POOR))
    review_again (making, end);
  count_end (making, end);
}

/* Poor under the old standard only; some long ago, of whom some are poor again. */
static void
make_once_poor (Making *making)
{
  if (!add_past (making, ANS_POVERTY_POOR))
    return;
  if (is_due (&making->shares->long_ago, 0.3))
    {
      AnsPracticeStatus *out = add_status (making, "2020-12-25", ANS_POVERTY_NOT_POOR, OLD_STANDARD,
                                           ANS_POVERTY_RECOGNISED, 0);

      g_strlcpy (out->decision_no, "201/QĐ-UBND", sizeof out->decision_no);
      g_strlcpy (out->decision_date, "2020-12-25", sizeof out->decision_date);
      if (is_due (&making->shares->relapses, 0.13))
        {
          const AnsPracticeStatus *again =
              add_review (making, draw_month (making), ANS_POVERTY_POOR);

          making->counts->relapses++;
          certify (making, ANS_POVERTY_POOR, again->from, again->from);
          count_end (making, ANS_POVERTY_POOR);
        }
      return;
    }
  making->counts->poor_before++;
  making->counts->left_by_standard++;
  add_baseline (making, ANS_POVERTY_NOT_POOR);
}

static void
make_new_poor (Making *making)
{
  const AnsPracticeStatus *one = add_review (making, draw_month (making), ANS_POVERTY_POOR);

  making->counts->new_poor++;
  certify (making, ANS_POVERTY_POOR, one->from, one->from);
  count_end (making, ANS_POVERTY_POOR);
}

/* Somebody asks to be reviewed: refused, or not yet decided. */
static void
make_request (Making *making, gboolean pending)
{
  AnsPracticeForm *form;
  int month = draw_month (making);

  if (pending)
    {
      form = add_form (making, ANS_PRACTICE_ROUND_OF (9),
                       is_due (&making->shares->pending_poor, 0.5) ? ANS_POVERTY_POOR
                                                                   : ANS_POVERTY_NOT_POOR);
      write_day (form->date, 2022, 9, ans_random_between (&making->random, 15, 20));
      making->counts->forms_under_way++;
    }
  else
    {
      form = add_form (making, ANS_PRACTICE_ROUND_OF (month), ANS_POVERTY_NOT_POOR);
      write_day (form->date, 2022, month, ans_random_between (&making->random, 15, 20));
      write_day (form->decision_date, 2022, month, 27);
      g_snprintf (form->decision_no, sizeof form->decision_no, "%d/UBND-LĐTBXH", 10 + month);
      form->official = ANS_POVERTY_NOT_POOR;
      form->note = "Đã trả lời bằng văn bản";
    }
  form->requested = TRUE;
}

static gboolean
came_from_elsewhere (const AnsPracticeHousehold *household)
{
  return strcmp (household->people[household->head].stays[0].residence, "TAM_TRU") == 0;
}

/* Poor where it came from; the papers came with it. */
static void
make_moved_in (Making *making)
{
  add_status (making, making->household->since, ANS_POVERTY_POOR, NEW_STANDARD,
              ANS_POVERTY_MOVED_IN, 0);
  making->counts->moved_in++;
  count_end (making, ANS_POVERTY_POOR);
}

void
ans_practice_case_make (AnsPracticeCase *self,
                        const AnsPracticeHousehold *household,
                        AnsPracticeShares *shares,
                        AnsPracticePoverty *counts,
                        guint64 seed)
{
  Making making = { .self = self, .household = household, .shares = shares, .counts = counts };
  double weight;

  self->n_statuses = self->n_forms = self->n_supports = self->n_certificates = 0;
  ans_random_init (&making.random, seed ^ STREAMS, (guint64) household->id);
  look_at_people (&making);
  counts->households_end++;
  /* Whoever is not here on 1 January is in no list of that day. */
  if (strcmp (household->since, START) > 0)
    {
      if (came_from_elsewhere (household) && is_due (&shares->moved_in, 0.5))
        make_moved_in (&making);
      return;
    }
  counts->households_start++;
  /* Nor in the review of the autumn before. */
  if (strcmp (household->since, "2021-09-01") > 0)
    return;
  weight = weight_of (&making);
  if (is_due (&shares->poor, weight))
    make_listed (&making, TRUE);
  else if (is_due (&shares->near_poor, 1.15 * weight))
    make_listed (&making, FALSE);
  else if (is_due (&shares->was_poor, 0.012))
    make_once_poor (&making);
  else if (is_due (&shares->new_poor, 0.0005))
    make_new_poor (&making);
  else if (is_due (&shares->asked, 0.0025))
    make_request (&making, FALSE);
  else if (is_due (&shares->pending, 0.0012))
    make_request (&making, TRUE);
}
