/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-header-match.h"

#include <string.h>

#include "text/ans-fold.h"

/* Longer texts are explanations, not titles. */
#define MAX_KEY_BYTES 160u
#define MAX_WORDS     24u

#define SCORE_SAME          100u
#define SCORE_WITHOUT_MARKS 92u
#define SCORE_OTHER_MARKS   75u
#define SCORE_ONE_LETTER    76u
#define MINUS_PARENTHESES   6u
#define MINUS_LOWER         4u
#define MINUS_UPPER         20u
/* An upper title has to be the field's own: "Hộ khẩu" over a column is not "Khẩu". */
#define MIN_UPPER 86u

/* A title or synonym prepared for comparing. */
typedef struct
{
  char *key;
  /* With diacritics. */
  char *marked;
  gboolean has_marks;
  guint n_words;
  const char *words[MAX_WORDS];
  guint lengths[MAX_WORDS];
  guint letters;
} Title;

typedef struct
{
  guint term;
  /* The last is the lowest; more than one for "Năm sinh / Nam". */
  GPtrArray *steps;
  Title *joined;
} Synonym;

struct _AnsTitleMatcher
{
  GPtrArray *synonyms;
  guint n_terms;
  /* Titles joined by line ends → GArray of AnsTitleMatch. */
  GHashTable *known;
};

/* Letters and digits of @folded, one space between words. */
static char *
bare_words (const char *folded)
{
  GString *bare = g_string_new (NULL);
  gboolean is_apart = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);

      if (!g_unichar_isalnum (code))
        {
          is_apart = TRUE;
          continue;
        }
      if (is_apart && bare->len > 0)
        g_string_append_c (bare, ' ');
      is_apart = FALSE;
      g_string_append_unichar (bare, code);
    }
  return g_string_free (bare, FALSE);
}

char *
ans_header_key (const char *title)
{
  g_autofree char *folded = ans_fold (title);

  return bare_words (folded);
}

static Title *
title_new (const char *text)
{
  Title *title = g_new0 (Title, 1);
  g_autofree char *marked = ans_fold_marks (text);

  title->key = ans_header_key (text);
  title->marked = bare_words (marked);
  title->has_marks = ans_has_marks (text);
  if (strlen (title->key) > MAX_KEY_BYTES)
    {
      *title->key = '\0';
      *title->marked = '\0';
    }
  for (const char *at = title->key; *at != '\0' && title->n_words < MAX_WORDS;)
    {
      gsize length = strcspn (at, " ");

      title->words[title->n_words] = at;
      title->lengths[title->n_words] = (guint) length;
      title->letters += (guint) length;
      title->n_words++;
      at += length + (at[length] == ' ');
    }
  return title;
}

static void
title_free (Title *title)
{
  g_free (title->key);
  g_free (title->marked);
  g_free (title);
}

static void
synonym_free (Synonym *synonym)
{
  g_ptr_array_unref (synonym->steps);
  title_free (synonym->joined);
  g_free (synonym);
}

AnsTitleMatcher *
ans_title_matcher_new (const AnsHeaderTerm *terms, guint n_terms)
{
  AnsTitleMatcher *matcher = g_new0 (AnsTitleMatcher, 1);

  matcher->n_terms = n_terms;
  matcher->synonyms = g_ptr_array_new_with_free_func ((GDestroyNotify) synonym_free);
  matcher->known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_terms; i++)
    for (guint k = 0; terms[i].synonyms != NULL && terms[i].synonyms[k] != NULL; k++)
      {
        g_auto (GStrv) steps = g_strsplit (terms[i].synonyms[k], " / ", -1);
        Synonym *synonym = g_new0 (Synonym, 1);

        synonym->term = i;
        synonym->joined = title_new (terms[i].synonyms[k]);
        synonym->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) title_free);
        for (guint s = 0; steps[s] != NULL; s++)
          g_ptr_array_add (synonym->steps, title_new (steps[s]));
        g_ptr_array_add (matcher->synonyms, synonym);
      }
  return matcher;
}

void
ans_title_matcher_free (AnsTitleMatcher *matcher)
{
  if (matcher == NULL)
    return;
  g_ptr_array_unref (matcher->synonyms);
  g_hash_table_unref (matcher->known);
  g_free (matcher);
}

/* Whether one letter more, less or other makes one of the other. */
static gboolean
differ_by_one (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b), head = 0, tail = 0;
  gsize shorter = MIN (length_a, length_b), longer = MAX (length_a, length_b);

  if (longer - shorter > 1)
    return FALSE;
  while (head < shorter && a[head] == b[head])
    head++;
  while (tail < shorter - head && a[length_a - 1 - tail] == b[length_b - 1 - tail])
    tail++;
  return longer - head - tail <= 1;
}

static gboolean
same_word (const Title *a, guint i, const Title *b, guint k)
{
  return a->lengths[i] == b->lengths[k] && memcmp (a->words[i], b->words[k], a->lengths[i]) == 0;
}

/* Where the words of @inner stand one after the other in @outer, or -1. */
static int
find_words (const Title *outer, const Title *inner)
{
  if (inner->n_words == 0)
    return -1;
  for (guint start = 0; start + inner->n_words <= outer->n_words; start++)
    {
      guint n = 0;

      while (n < inner->n_words && same_word (outer, start + n, inner, n))
        n++;
      if (n == inner->n_words)
        return (int) start;
    }
  return -1;
}

/* Letters of the words that both have in the same order. */
static guint
common_letters (const Title *a, const Title *b)
{
  guint best[MAX_WORDS + 1] = { 0 };

  for (guint i = 0; i < a->n_words; i++)
    {
      guint corner = 0;

      for (guint k = 0; k < b->n_words; k++)
        {
          guint above = best[k + 1];

          if (same_word (a, i, b, k))
            best[k + 1] = corner + a->lengths[i];
          else
            best[k + 1] = MAX (above, best[k]);
          corner = above;
        }
    }
  return best[b->n_words];
}

/* For titles that are the same but for their spelling; 0 for all others. */
static guint
score_same (const Title *title, const Title *synonym)
{
  if (title->letters == 0 || synonym->letters == 0)
    return 0;
  if (strcmp (title->marked, synonym->marked) == 0)
    return SCORE_SAME;
  if (strcmp (title->key, synonym->key) == 0)
    return title->has_marks ? SCORE_OTHER_MARKS : SCORE_WITHOUT_MARKS;
  if (MIN (title->letters, synonym->letters) >= 7 && differ_by_one (title->key, synonym->key))
    return SCORE_ONE_LETTER;
  return 0;
}

static guint
score_title (const Title *title, const Title *synonym)
{
  guint score = score_same (title, synonym), common;
  int start;

  if (score > 0 || title->letters == 0 || synonym->letters == 0)
    return score;
  /* The synonym with a word or two around it: "Số CCCD của chủ hộ"; a short word alone says little.
   */
  start = find_words (title, synonym);
  if (start >= 0 && (synonym->n_words > 1 || synonym->letters >= 6) &&
      synonym->letters * 2 >= title->letters)
    score = 58 + 34 * synonym->letters / title->letters + (start == 0 ? 3 : 0);
  /* A small word more or less: "Quan hệ chủ hộ". */
  common = common_letters (title, synonym);
  if (200 * common >= 87 * (title->letters + synonym->letters))
    score = MAX (score, 40 + 90 * common / (title->letters + synonym->letters));
  return score;
}

/* The text without what is in parentheses, NULL when there are none or nothing is left. */
static char *
without_parentheses (const char *text)
{
  const char *open = strchr (text, '('), *close;
  GString *rest;

  if (open == NULL)
    return NULL;
  rest = g_string_new (NULL);
  while (open != NULL)
    {
      g_string_append_len (rest, text, open - text);
      close = strchr (open, ')');
      text = close != NULL ? close + 1 : open + strlen (open);
      open = strchr (text, '(');
    }
  g_string_append (rest, text);
  g_strstrip (rest->str);
  if (*rest->str == '\0')
    {
      g_string_free (rest, TRUE);
      return NULL;
    }
  return g_string_free (rest, FALSE);
}

/* One of the titles of a column, with and without what is in parentheses. */
typedef struct
{
  Title *whole;
  Title *bare;
} Step;

static void
step_init (Step *step, const char *text)
{
  g_autofree char *bare = without_parentheses (text);

  step->whole = title_new (text);
  step->bare = bare != NULL ? title_new (bare) : NULL;
}

static void
step_clear (Step *step)
{
  title_free (step->whole);
  if (step->bare != NULL)
    title_free (step->bare);
}

static guint
score_step (const Step *step, const Title *synonym)
{
  guint score = score_title (step->whole, synonym);
  guint bare = step->bare != NULL ? score_title (step->bare, synonym) : 0;

  return MAX (score, bare > MINUS_PARENTHESES ? bare - MINUS_PARENTHESES : 0);
}

/* "Năm sinh / Nam": the lowest title and one above it. */
static guint
score_path (const Step *steps, guint n_steps, const Synonym *synonym)
{
  guint score = SCORE_SAME, from = n_steps;

  for (guint s = synonym->steps->len; s > 0; s--)
    {
      guint best = 0, place = 0;

      for (guint i = 0; i < from; i++)
        {
          guint step_score;

          /* The lowest step has to be the lowest title. */
          if (s == synonym->steps->len && i + 1 < from)
            continue;
          step_score = score_step (&steps[i], g_ptr_array_index (synonym->steps, s - 1));
          if (step_score >= best)
            {
              best = step_score;
              place = i;
            }
        }
      if (best < ANS_HEADER_MIN_SCORE)
        return 0;
      score = MIN (score, best);
      from = place;
    }
  return score;
}

static AnsTitleMatch
score_synonym (const Step *steps, guint n_steps, const Step *joined, const Synonym *synonym)
{
  AnsTitleMatch match = { .term = synonym->term };
  guint score;

  /* Of titles on several levels only all together: what is in one of them is looked at below. */
  match.score = n_steps == 1 ? score_step (joined, synonym->joined)
                             : score_same (joined->whole, synonym->joined);
  if (synonym->steps->len > 1)
    {
      score = score_path (steps, n_steps, synonym);
      match.score = MAX (match.score, score);
      return match;
    }
  if (n_steps == 1)
    return match;
  score = score_step (&steps[n_steps - 1], synonym->joined);
  if (score > MINUS_LOWER)
    match.score = MAX (match.score, score - MINUS_LOWER);
  for (guint i = 0; i + 1 < n_steps; i++)
    {
      score = score_step (&steps[i], synonym->joined);
      if (score >= MIN_UPPER && score - MINUS_UPPER > match.score)
        {
          match.score = score - MINUS_UPPER;
          match.by_upper = TRUE;
        }
    }
  return match;
}

GArray *
ans_title_matcher_match (AnsTitleMatcher *matcher, const char *const *titles)
{
  g_autofree char *known_key = g_strjoinv ("\n", (char **) (void *) titles);
  g_autofree char *joined_text = NULL;
  g_autofree AnsTitleMatch *best = NULL;
  g_autofree Step *steps = NULL;
  GArray *matches = g_hash_table_lookup (matcher->known, known_key);
  guint n_steps = g_strv_length ((char **) (void *) titles);
  Step joined;

  if (matches != NULL)
    return matches;
  matches = g_array_new (FALSE, FALSE, sizeof (AnsTitleMatch));
  g_hash_table_insert (matcher->known, g_strdup (known_key), matches);
  if (n_steps == 0)
    return matches;

  joined_text = g_strjoinv (" ", (char **) (void *) titles);
  step_init (&joined, joined_text);
  steps = g_new0 (Step, n_steps);
  for (guint i = 0; i < n_steps; i++)
    step_init (&steps[i], titles[i]);
  best = g_new0 (AnsTitleMatch, matcher->n_terms);
  for (guint i = 0; i < matcher->synonyms->len; i++)
    {
      AnsTitleMatch match =
          score_synonym (steps, n_steps, &joined, g_ptr_array_index (matcher->synonyms, i));

      if (match.score > best[match.term].score)
        best[match.term] = match;
    }
  for (guint i = 0; i < matcher->n_terms; i++)
    if (best[i].score >= ANS_HEADER_MIN_SCORE)
      g_array_append_val (matches, best[i]);

  step_clear (&joined);
  for (guint i = 0; i < n_steps; i++)
    step_clear (&steps[i]);
  return matches;
}
