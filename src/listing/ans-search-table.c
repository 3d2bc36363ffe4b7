/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the table: the scan. How it is filled is in ans-search-table-fill.c. */
#include "listing/ans-search-table-private.h"

#include <string.h>

/* A bit of a mask for each word that was typed. */
#define MAX_WORDS 8

struct _AnsSearchScan
{
  AnsSearchTable *table;
  const AnsSearch *search;
  const GArray *gone;

  guint n_words;
  guint all;      /* a bit for each word */
  guint16 *masks; /* for each code: words that it begins with; above, those with their marks */
  guint32 low[MAX_WORDS]; /* numbers that begin with the word */
  guint32 span[MAX_WORDS];
  guint in_names, in_numbers; /* words that may be found there at all */
  AnsSearchRank best;

  guint place;
  gsize word, number; /* of the next place */
  guint odd, next_gone;
  GArray *found[ANS_SEARCH_N_RANKS];
};

AnsSearchTable *
ans_search_table_ref (AnsSearchTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ans_search_table_unref (AnsSearchTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->ids);
  g_free (self->n_words);
  g_free (self->n_numbers);
  g_free (self->words);
  g_free (self->numbers);
  g_clear_pointer (&self->vocabulary, g_array_unref);
  g_clear_pointer (&self->odd, g_array_unref);
  g_free (self);
}

gint64
ans_search_table_get_action (AnsSearchTable *self)
{
  return self->action;
}

guint
ans_search_table_get_n (AnsSearchTable *self)
{
  return self->n;
}

guint
ans_search_table_get_place (AnsSearchTable *self, gint64 id)
{
  for (guint i = 0; i < self->n; i++)
    if (self->ids[i] == id)
      return i;
  return G_MAXUINT;
}

gboolean
ans_search_table_suits (AnsSearchTable *self, const AnsSearch *search)
{
  if (g_strv_length (search->words) > MAX_WORDS)
    return FALSE;
  /* Of a number only the beginning is here. A long word without a digit is no number: numbers that
   * begin with so many letters are odd. */
  for (guint i = 0; search->words[i] != NULL; i++)
    if (strlen (search->words[i]) > ANS_SEARCH_PACKED && strpbrk (search->words[i], "0123456789"))
      return FALSE;
  return TRUE;
}

static void
set_masks (AnsSearchScan *self)
{
  const GArray *vocabulary = self->table->vocabulary;
  const AnsSearch *search = self->search;
  guint exact = 0;

  self->masks = g_new0 (guint16, vocabulary->len + 1);
  for (guint code = 0; code < vocabulary->len; code++)
    {
      const AnsSearchWord *word = &g_array_index (vocabulary, AnsSearchWord, code);
      guint mask = 0;

      for (guint i = 0; i < self->n_words; i++)
        {
          if (g_str_has_prefix (word->folded, search->words[i]))
            mask |= 1u << i;
          if (search->has_marks && g_str_has_prefix (word->marked, search->marked[i]))
            mask |= 1u << (i + MAX_WORDS);
        }
      self->masks[code] = (guint16) mask;
      self->in_names |= mask & 0xff;
      exact |= mask >> MAX_WORDS;
    }
  self->best = self->in_names != self->all               ? ANS_SEARCH_RANK_OTHER
               : search->has_marks && exact == self->all ? ANS_SEARCH_RANK_EXACT
                                                         : ANS_SEARCH_RANK_NAME;
}

static void
set_ranges (AnsSearchScan *self)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      const char *word = self->search->words[i];
      gsize length = strlen (word);

      if (length > ANS_SEARCH_PACKED || !ans_search_pack (word, length, &self->low[i]))
        continue;
      self->span[i] = 0;
      for (gsize c = length; c < ANS_SEARCH_PACKED; c++)
        self->span[i] = self->span[i] * ANS_SEARCH_BASE + ANS_SEARCH_BASE - 1;
      if (self->table->number_starts[self->low[i] / ANS_SEARCH_FIRST])
        self->in_numbers |= 1u << i;
    }
}

AnsSearchScan *
ans_search_scan_new (AnsSearchTable *table, const AnsSearch *search, const GArray *gone)
{
  AnsSearchScan *self = g_new0 (AnsSearchScan, 1);

  self->table = ans_search_table_ref (table);
  self->search = search;
  self->gone = gone;
  self->n_words = g_strv_length (search->words);
  self->all = (1u << self->n_words) - 1;
  set_masks (self);
  set_ranges (self);
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    self->found[rank] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < table->odd->len; i++)
    self->best = MIN (self->best,
                      ans_search_rank (search, &g_array_index (table->odd, AnsSearchOdd, i).texts));
  return self;
}

void
ans_search_scan_free (AnsSearchScan *self)
{
  if (self == NULL)
    return;
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    g_array_unref (self->found[rank]);
  g_free (self->masks);
  ans_search_table_unref (self->table);
  g_free (self);
}

static gboolean
initials_begin (AnsSearchScan *self, const guint16 *words, guint n_words)
{
  const char *wanted = self->search->words[0];
  const AnsSearchWord *vocabulary = (const AnsSearchWord *) self->table->vocabulary->data;

  for (guint i = 0; i < n_words && *wanted != '\0'; i++)
    {
      char letter = vocabulary[words[i]].initial;

      if (letter == '\0')
        continue;
      if (letter != *wanted)
        return FALSE;
      wanted++;
    }
  return *wanted == '\0';
}

static inline AnsSearchRank
rank_of (AnsSearchScan *self,
         const guint16 *words,
         guint n_words,
         const guint32 *numbers,
         guint n_numbers)
{
  guint mask = 0, missing;

  if (self->in_names != 0)
    for (guint i = 0; i < n_words; i++)
      mask |= self->masks[words[i]];
  missing = self->all & ~mask;
  if (missing == 0)
    return self->search->has_marks && mask >> MAX_WORDS == self->all ? ANS_SEARCH_RANK_EXACT
                                                                     : ANS_SEARCH_RANK_NAME;
  if ((missing & ~self->in_numbers) == 0)
    {
      for (guint i = 0; i < n_numbers; i++)
        for (guint w = 0; w < self->n_words; w++)
          if ((missing & 1u << w) != 0 && numbers[i] - self->low[w] <= self->span[w])
            missing &= ~(1u << w);
      if (missing == 0)
        return ANS_SEARCH_RANK_OTHER;
    }
  return self->search->may_be_initials && initials_begin (self, words, n_words)
             ? ANS_SEARCH_RANK_OTHER
             : ANS_SEARCH_RANK_NONE;
}

gboolean
ans_search_scan_run (AnsSearchScan *self, guint enough)
{
  const AnsSearchTable *table = self->table;
  const GArray *best = self->found[self->best];

  for (; self->place < table->n && best->len < enough; self->place++)
    {
      const guint16 *words = table->words + self->word;
      const guint32 *numbers = table->numbers + self->number;
      guint n_words = table->n_words[self->place];
      guint n_numbers = table->n_numbers[self->place];
      AnsSearchRank rank;

      self->word += n_words;
      self->number += n_numbers;
      if (self->odd < table->odd->len &&
          g_array_index (table->odd, AnsSearchOdd, self->odd).place == self->place)
        rank = ans_search_rank (self->search,
                                &g_array_index (table->odd, AnsSearchOdd, self->odd++).texts);
      else
        rank = rank_of (self, words, n_words, numbers, n_numbers);
      if (self->next_gone < self->gone->len &&
          g_array_index (self->gone, guint, self->next_gone) == self->place)
        {
          self->next_gone++;
          continue;
        }
      if (rank != ANS_SEARCH_RANK_NONE)
        g_array_append_val (self->found[rank], table->ids[self->place]);
    }
  return self->place < table->n;
}

AnsSearchRank
ans_search_scan_get_best (AnsSearchScan *self)
{
  return self->best;
}

const GArray *
ans_search_scan_get_found (AnsSearchScan *self, AnsSearchRank rank)
{
  g_return_val_if_fail (rank < ANS_SEARCH_N_RANKS, NULL);

  return self->found[rank];
}
