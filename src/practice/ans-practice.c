/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Village by village, household by household, until the commune has the people asked for. */
#include "practice/ans-practice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "practice/ans-practice-poverty.h"
#include "practice/ans-practice-writer.h"
#include "registry/ans-choices.h"
#include "text/ans-fold.h"

/* Writing takes about this part of the time, indexes and search the rest. */
#define WRITING_SHARE      0.6
#define PEOPLE_PER_VILLAGE 1500
#define FEWEST_VILLAGES    7

typedef struct
{
  guint people;
  guint64 seed;
  AnsPracticeProgressFunc progress;
  gpointer progress_data;

  AnsPracticeLists *lists;
  AnsPracticeWriter *writer;
  AnsPracticeCounters *counters;
  AnsPracticeHousehold *household;
  AnsPracticeHousehold *neighbours; /* the one made before, in the same village */
  gint64 next_person;
  gint64 next_household;
  guint written;

  AnsPracticePovertyWriter *poverty; /* (nullable) */
  AnsPracticeShares shares;
  AnsPracticeCase poverty_case;
  AnsPracticeCounts *counts;
} Fill;

AnsPracticeFlaw
ans_practice_flaw_of (guint number)
{
  /* No two of these can meet in one number. */
  if (number % 500 == 250)
    return ANS_PRACTICE_FLAW_WRONG_YEAR;
  if (number % 1000 == 333)
    return ANS_PRACTICE_FLAW_WRONG_SEX;
  if (number % 50 == 17)
    return ANS_PRACTICE_FLAW_NO_NUMBER;
  if (number % 40 == 23)
    return ANS_PRACTICE_FLAW_OLD_NUMBER;
  if (number % 2000 == 1111)
    return ANS_PRACTICE_FLAW_LONG_NAME;
  return ANS_PRACTICE_FLAW_NONE;
}

static guint
count_villages (guint people, guint listed)
{
  if (people < 50 * FEWEST_VILLAGES)
    return MAX (people / 50, 1);
  return CLAMP (people / PEOPLE_PER_VILLAGE, FEWEST_VILLAGES, listed);
}

/* Household sizes of the countryside: 3,6 people on average. */
static int
draw_size (AnsRandom *random, guint left)
{
  static const guint sizes[] = { 90, 270, 470, 735, 880, 950, 982, 1000 };
  int size = (int) ans_random_pick (random, sizes, G_N_ELEMENTS (sizes)) + 1;

  return (int) MIN ((guint) size, left);
}

static void
make_address (AnsPracticeHousehold *household, const char *village, AnsRandom *random)
{
  int house = ans_random_between (random, 1, 60);
  int lane = ans_random_between (random, 1, 24);

  if (ans_random_chance (random, 350))
    g_snprintf (household->address, sizeof household->address, "Thôn %s", village);
  else
    g_snprintf (household->address, sizeof household->address, "Số nhà %d, ngõ %d, thôn %s", house,
                lane, village);
}

static gboolean
make_household (Fill *self,
                gint64 village,
                const char *village_name,
                const char *code,
                guint number,
                guint left,
                GError **error)
{
  AnsPracticeHousehold *household = self->neighbours; /* the older of the two is used again */
  const AnsPracticeHousehold *neighbours = number > 1 ? self->household : NULL;
  AnsRandom random;

  ans_random_init (&random, self->seed, (guint64) self->next_household);
  household->id = self->next_household++;
  household->village = village;
  household->surname = ans_weighted_list_pick (&self->lists->surnames, 0, &random);
  g_snprintf (household->code, sizeof household->code, "%s-%04u", code, number);
  make_address (household, village_name, &random);
  ans_practice_family_make (household, draw_size (&random, left), self->lists, &random);
  ans_practice_history_make (household, neighbours, &self->next_person, self->lists, &random);
  ans_practice_details_make (household, self->counters, self->lists, &random);

  self->neighbours = self->household;
  self->household = household;
  ans_practice_labour_count (&self->counts->labour_of[village - 1], household);
  if (!ans_practice_writer_add_household (self->writer, household, error))
    return FALSE;
  if (self->poverty == NULL)
    return TRUE;
  ans_practice_case_make (&self->poverty_case, household, &self->shares,
                          &self->counts->villages[village - 1], self->seed);
  return ans_practice_poverty_writer_add (self->poverty, household->id, &self->poverty_case, error);
}

/* Somebody of the village whom people may have elected. */
static const AnsPracticePerson *
find_village_head (const AnsPracticeHousehold *household)
{
  const AnsPracticePerson *head = &household->people[household->head];

  return head->age >= 38 && head->age <= 62 && *head->phone != '\0' &&
                 strcmp (head->stays[head->n_stays - 1].residence, ANS_RESIDENCE_PERMANENT) == 0
             ? head
             : NULL;
}

static gboolean
make_village (Fill *self, guint index, guint people, GError **error)
{
  const char *name = ans_weighted_list_text (&self->lists->villages, index);
  g_autofree char *initials = ans_fold_initials (name);
  g_autofree char *code = g_ascii_strup (initials, -1);
  gint64 village = index + 1;
  gboolean headless = TRUE;
  guint left = people;

  if (!ans_practice_writer_add_village (self->writer, village, name, code, error))
    return FALSE;
  for (guint number = 1; left > 0; number++)
    {
      const AnsPracticePerson *head;

      if (!make_household (self, village, name, code, number, left, error))
        return FALSE;
      left -= self->household->n_living;
      self->written += self->household->n_living;
      if (headless && (head = find_village_head (self->household)) != NULL)
        {
          if (!ans_practice_writer_set_village_head (self->writer, village, head->name, head->phone,
                                                     error))
            return FALSE;
          headless = FALSE;
        }
      if (self->progress != NULL && number % 256 == 0)
        self->progress (WRITING_SHARE * self->written / self->people, self->progress_data);
    }
  return TRUE;
}

static gboolean
write_settings (AnsBook *book, guint64 seed, GError **error)
{
  g_autofree char *seed_text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  return ans_book_set_setting (book, "practice", "1", error) &&
         ans_book_set_setting (book, "practice_seed", seed_text, error) &&
         ans_book_set_setting (book, "commune_name", ANS_PRACTICE_COMMUNE_NAME, error);
}

static gboolean
fill (AnsBook *book, gpointer data, GError **error)
{
  Fill *self = data;
  g_autoptr (AnsPracticeWriter) writer = ans_practice_writer_new (book, self->seed, error);
  g_autoptr (AnsPracticePovertyWriter) poverty = NULL;
  guint n = count_villages (self->people, self->lists->villages.texts->len);
  guint left = self->people, weights = 0;

  if (writer == NULL || !write_settings (book, self->seed, error) ||
      !ans_practice_writer_add_units (writer, error))
    return FALSE;
  self->writer = writer;
  if (ans_practice_poverty_is_known ())
    {
      poverty = ans_practice_poverty_writer_new (book, self->seed, error);
      if (poverty == NULL)
        return FALSE;
      self->poverty = poverty;
    }
  self->counts->n_villages = n;
  for (guint i = 0; i < n; i++)
    weights += ans_weighted_list_weight (&self->lists->villages, 0, i);
  for (guint i = 0; i < n; i++)
    {
      guint weight = ans_weighted_list_weight (&self->lists->villages, 0, i);
      guint share = (guint) ((guint64) left * weight / weights);

      if (!make_village (self, i, share, error))
        return FALSE;
      left -= share;
      weights -= weight;
    }
  if (self->progress != NULL)
    self->progress (WRITING_SHARE, self->progress_data);
  return TRUE;
}

/* Structs whose members are numbers. */
static void
add_numbers (gpointer sum, gconstpointer one, gsize size)
{
  guint *numbers = sum;
  const guint *others = one;

  for (gsize i = 0; i < size / sizeof (guint); i++)
    numbers[i] += others[i];
}

static void
add_counts (AnsPracticePoverty *sum, const AnsPracticePoverty *one)
{
  add_numbers (sum, one, G_STRUCT_OFFSET (AnsPracticePoverty, support_amount));
  sum->support_amount += one->support_amount;
}

gboolean
ans_practice_fill (AnsBook *book,
                   guint people,
                   guint64 seed,
                   AnsPracticeProgressFunc progress,
                   gpointer data,
                   GError **error)
{
  return ans_practice_fill_counted (book, people, seed, progress, data, NULL, error);
}

gboolean
ans_practice_fill_counted (AnsBook *book,
                           guint people,
                           guint64 seed,
                           AnsPracticeProgressFunc progress,
                           gpointer data,
                           AnsPracticeCounts *counts,
                           GError **error)
{
  g_autofree AnsPracticeCounts *own = g_new0 (AnsPracticeCounts, 1);
  g_autofree AnsPracticeCounters *counters = g_new0 (AnsPracticeCounters, 1);
  g_autofree AnsPracticeHousehold *households = g_new0 (AnsPracticeHousehold, 2);
  g_autoptr (AnsPracticeLists) lists = ans_practice_lists_new ();
  Fill self = { .people = people,
                .seed = seed,
                .progress = progress,
                .progress_data = data,
                .lists = lists,
                .counters = counters,
                .counts = counts != NULL ? counts : own,
                .household = &households[0],
                .neighbours = &households[1],
                .next_person = 1,
                .next_household = 1 };

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);

  if (people < 1 || people > ANS_PRACTICE_MAX_PEOPLE_OF_A_COMMUNE)
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_FAILED,
                   _ ("A practice commune has from 1 to %u people."),
                   ANS_PRACTICE_MAX_PEOPLE_OF_A_COMMUNE);
      return FALSE;
    }
  counters->seed = seed;
  memset (self.counts, 0, sizeof *self.counts);
  if (!ans_book_load (book, fill, &self, error))
    return FALSE;
  for (guint i = 0; i < self.counts->n_villages; i++)
    {
      add_counts (&self.counts->commune, &self.counts->villages[i]);
      add_numbers (&self.counts->labour, &self.counts->labour_of[i], sizeof (AnsPracticeLabour));
    }
  if (progress != NULL)
    progress (1, data);
  return TRUE;
}
