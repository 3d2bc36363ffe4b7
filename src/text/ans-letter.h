/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Inside the room only: what a Latin letter is made of. Folding, sorting, tone placement and the
 * old encodings all ask the same table, so that they can't disagree about a letter.
 */

/* What changes the letter itself: ă and a are two letters. */
typedef enum
{
  ANS_SHAPE_NONE,
  ANS_SHAPE_BREVE,      /* ă */
  ANS_SHAPE_CIRCUMFLEX, /* â ê ô */
  ANS_SHAPE_HORN,       /* ơ ư */
  ANS_SHAPE_STROKE,     /* đ */
  ANS_SHAPE_OTHER,      /* č ĕ ø …: not Vietnamese */
} AnsShape;

#define ANS_N_SHAPES ANS_SHAPE_OTHER

/* In the order in which they are sorted. */
typedef enum
{
  ANS_TONE_NONE,
  ANS_TONE_HUYEN,
  ANS_TONE_HOI,
  ANS_TONE_NGA,
  ANS_TONE_SAC,
  ANS_TONE_NANG,
} AnsTone;

#define ANS_N_TONES 6

typedef struct
{
  guint8 base;  /* 'a' … 'z'; 0: not a letter that this table knows */
  guint8 shape; /* AnsShape */
  guint8 tone;  /* AnsTone */
  guint8 upper; /* 1: a capital */
} AnsLetter;

#define ANS_LETTER_LOW_END    0x250u
#define ANS_LETTER_HIGH_START 0x1e00u
#define ANS_LETTER_HIGH_END   0x1f00u

typedef struct
{
  AnsLetter low[ANS_LETTER_LOW_END];
  AnsLetter high[ANS_LETTER_HIGH_END - ANS_LETTER_HIGH_START];
  /* The small letter of a base, a shape and a tone; 0 where Unicode has none. */
  gunichar small[26][ANS_N_SHAPES][ANS_N_TONES];
} AnsLetterTable;

const AnsLetterTable *ans_letter_table (void);

static inline AnsLetter
ans_letter_get (const AnsLetterTable *table, gunichar c)
{
  if (c < ANS_LETTER_LOW_END)
    return table->low[c];
  if (c >= ANS_LETTER_HIGH_START && c < ANS_LETTER_HIGH_END)
    return table->high[c - ANS_LETTER_HIGH_START];
  return (AnsLetter) { 0 };
}

static inline gboolean
ans_letter_is_vowel (AnsLetter letter)
{
  switch (letter.base)
    {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return letter.shape != ANS_SHAPE_OTHER;
    default:
      return FALSE;
    }
}

/* All that Unicode calls white space, and the controls that people mean as white space. */
gboolean ans_char_is_space (gunichar c);

/* Characters that leave no trace on paper and only spoil comparisons. */
gboolean ans_char_is_invisible (gunichar c);

static inline gboolean
ans_char_is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc;
}

G_END_DECLS
