/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-search-table.h"

G_BEGIN_DECLS

/* So many characters of a number are kept, as digits of a number to this base: nothing, 0–9, a–z.
 */
#define ANS_SEARCH_PACKED 6
#define ANS_SEARCH_BASE   37u
/* The weight of the first of them: 37⁵. */
#define ANS_SEARCH_FIRST 69343957u

/* A word of names, whose code is its place among them. */
typedef struct
{
  char *folded;
  char *marked;
  char initial; /* what it gives to the initials, '\1' if no ASCII letter, '\0' if nothing */
} AnsSearchWord;

/* Somebody whose texts do not fit the table. */
typedef struct
{
  guint place;
  AnsSearchTexts texts; /* owned */
} AnsSearchOdd;

struct _AnsSearchTable
{
  gatomicrefcount ref_count;
  gint64 action;

  guint n;
  guint32 *ids;    /* in the order of names */
  guint8 *n_words; /* of each */
  guint8 *n_numbers;
  guint16 *words;                          /* codes, all of one after all of another */
  guint32 *numbers;                        /* packed */
  GArray *vocabulary;                      /* AnsSearchWord */
  GArray *odd;                             /* AnsSearchOdd by place */
  gboolean number_starts[ANS_SEARCH_BASE]; /* some number begins so */
};

/* The first characters of a word of small letters and digits, so that the words that begin with it
 * are a range. FALSE if there are other characters among them. */
static inline gboolean
ans_search_pack (const char *word, gsize length, guint32 *packed)
{
  guint32 value = 0;

  for (gsize i = 0; i < ANS_SEARCH_PACKED; i++)
    {
      guint32 digit = 0;

      if (i < length)
        {
          if (g_ascii_isdigit (word[i]))
            digit = 1 + (guint32) (word[i] - '0');
          else if (word[i] >= 'a' && word[i] <= 'z')
            digit = 11 + (guint32) (word[i] - 'a');
          else
            return FALSE;
        }
      value = value * ANS_SEARCH_BASE + digit;
    }
  *packed = value;
  return TRUE;
}

G_END_DECLS
