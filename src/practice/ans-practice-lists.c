/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/ans-practice-lists.h"

#include <gio/gio.h>

#include "practice/ans-practice-resources.h"

#define PREFIX "/vn/soansinh/SoAnSinh/practice/"

static void
list_init (AnsWeightedList *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ANS_PRACTICE_N_COHORTS; i++)
    self->cumulative[i] = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
list_clear (AnsWeightedList *self)
{
  g_ptr_array_unref (self->texts);
  for (guint i = 0; i < ANS_PRACTICE_N_COHORTS; i++)
    g_array_unref (self->cumulative[i]);
}

static void
list_add (AnsWeightedList *self, const char *text, const char *const *weights, guint n_weights)
{
  g_ptr_array_add (self->texts, g_strdup (text));
  for (guint i = 0; i < ANS_PRACTICE_N_COHORTS; i++)
    {
      GArray *sums = self->cumulative[i];
      guint sum = sums->len > 0 ? g_array_index (sums, guint, sums->len - 1) : 0;

      sum += (guint) g_ascii_strtoull (weights[MIN (i, n_weights - 1)], NULL, 10);
      g_array_append_val (sums, sum);
    }
}

/* Lists with a column of sex go to @lists[0] (F) or @lists[1] (M), others to @lists[0]. */
static void
read_list (const char *name, AnsWeightedList *lists, gboolean by_sex)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ans_practice_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;

  /* Built into the program. */
  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
        const char *const *rest = (const char *const *) cells + (by_sex ? 1 : 0);

        list_add (&lists[by_sex && *cells[0] == 'M' ? 1 : 0], rest[0], rest + 1,
                  g_strv_length (cells) - (by_sex ? 2 : 1));
      }
}

AnsPracticeLists *
ans_practice_lists_new (void)
{
  AnsPracticeLists *self = g_new0 (AnsPracticeLists, 1);

  list_init (&self->surnames);
  list_init (&self->villages);
  for (guint i = 0; i < 2; i++)
    {
      list_init (&self->middle[i]);
      list_init (&self->given[i]);
    }
  read_list ("surnames.csv", &self->surnames, FALSE);
  read_list ("villages.csv", &self->villages, FALSE);
  read_list ("middle-names.csv", self->middle, TRUE);
  read_list ("given-names.csv", self->given, TRUE);
  return self;
}

void
ans_practice_lists_free (AnsPracticeLists *self)
{
  list_clear (&self->surnames);
  list_clear (&self->villages);
  for (guint i = 0; i < 2; i++)
    {
      list_clear (&self->middle[i]);
      list_clear (&self->given[i]);
    }
  g_free (self);
}

guint
ans_practice_cohort (int year)
{
  return year < 1955 ? 0 : year < 1980 ? 1 : year < 2000 ? 2 : 3;
}

guint
ans_weighted_list_pick (const AnsWeightedList *self, guint cohort, AnsRandom *random)
{
  const GArray *sums = self->cumulative[cohort];

  return ans_random_pick (random, (const guint *) (gpointer) sums->data, sums->len);
}

const char *
ans_weighted_list_text (const AnsWeightedList *self, guint index)
{
  return g_ptr_array_index (self->texts, index);
}

guint
ans_weighted_list_weight (const AnsWeightedList *self, guint cohort, guint index)
{
  const GArray *sums = self->cumulative[cohort];

  return g_array_index (sums, guint, index) -
         (index > 0 ? g_array_index (sums, guint, index - 1) : 0);
}
