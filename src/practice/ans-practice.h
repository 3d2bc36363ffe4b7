/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"

G_BEGIN_DECLS

/* More would run out of personal numbers. */
#define ANS_PRACTICE_MAX_PEOPLE_OF_A_COMMUNE 5000000u

/* The practice commune as it calls itself, so that nobody takes it for a real one. */
#define ANS_PRACTICE_COMMUNE_NAME "Xã Hoằng Phụ (dữ liệu mẫu)"

/**
 * AnsPracticeFlaw:
 * @ANS_PRACTICE_FLAW_NONE: a record in good order
 * @ANS_PRACTICE_FLAW_WRONG_YEAR: the year within the CCCD is not that of birth
 * @ANS_PRACTICE_FLAW_WRONG_SEX: the sex within the CCCD is the other one
 * @ANS_PRACTICE_FLAW_NO_NUMBER: neither CCCD nor CMND
 * @ANS_PRACTICE_FLAW_OLD_NUMBER: only the old CMND of nine digits, if born before 1990; otherwise
 *   nothing is wrong
 * @ANS_PRACTICE_FLAW_LONG_NAME: a name that fits no column
 *
 * What is deliberately not in order, so that checks, warnings and lists have something to show.
 */
typedef enum
{
  ANS_PRACTICE_FLAW_NONE,
  ANS_PRACTICE_FLAW_WRONG_YEAR, /* people no. 250, 750, 1250 …: 2 of 1000 */
  ANS_PRACTICE_FLAW_WRONG_SEX,  /* no. 333, 1333 …: 1 of 1000 */
  ANS_PRACTICE_FLAW_NO_NUMBER,  /* no. 17, 67, 117 …: 20 of 1000 */
  ANS_PRACTICE_FLAW_OLD_NUMBER, /* no. 23, 63, 103 …: 25 of 1000, less the young */
  ANS_PRACTICE_FLAW_LONG_NAME,  /* no. 1111, 3111 …: 1 of 2000 */
} AnsPracticeFlaw;

/**
 * ans_practice_flaw_of:
 * @number: of a living person, counted from 1 in the order of ids
 *
 * Returns: what is wrong with the record
 */
AnsPracticeFlaw ans_practice_flaw_of (guint number);

/* Most villages that a practice commune has. */
#define ANS_PRACTICE_MAX_VILLAGES 60

/**
 * AnsPracticePoverty:
 *
 * What the lists and figures of poverty must be, as counted while the commune was invented: of the
 * commune, or of one village. “Start” is 01/01/2022, “end” 20/09/2022, both under the standard of
 * 2022; “before” is 31/12/2021 under the old one.
 */
typedef struct
{
  guint households_start, households_end;
  guint poor_before, near_poor_before;
  guint left_by_standard; /* poor before, not poor at the start: no exits */
  guint poor_start, near_poor_start;
  guint exits, exits_to_near_poor;
  guint relapses;
  guint new_poor, new_from_near_poor;
  guint moved_in; /* poor households that came from elsewhere */
  guint poor_end, near_poor_end;
  guint near_poor_exits; /* that are not poor any more */
  guint poor_people;     /* at the end */
  guint lacks[12];       /* poor households at the end that lack 1–12 */
  guint causes[8];       /* the same by cause */
  guint no_labour;       /* the same that can't work */
  guint forms, forms_under_way; /* of review; those that are not decided */
  guint supports, certificates;
  gint64 support_amount; /* đồng */
} AnsPracticePoverty;

/**
 * AnsPracticeLabour:
 *
 * The same of people and their work, at the end: aged 15 and more who work or look for work
 * (force), of whom some are trained, with a certificate or without; who works.
 */
typedef struct
{
  guint people, men, women;
  guint force, trained, certified;
  guint employed, farming, employed_women;
} AnsPracticeLabour;

/** AnsPracticeCounts: the commune and its villages, in their order. */
typedef struct
{
  AnsPracticePoverty commune;
  AnsPracticePoverty villages[ANS_PRACTICE_MAX_VILLAGES];
  AnsPracticeLabour labour;
  AnsPracticeLabour labour_of[ANS_PRACTICE_MAX_VILLAGES];
  guint n_villages;
} AnsPracticeCounts;

/** AnsPracticeProgressFunc: @fraction is 0–1, never less than before. */
typedef void (*AnsPracticeProgressFunc) (double fraction, gpointer data);

/**
 * ans_practice_fill:
 * @book: a new book without entries
 * @people: how many live in the commune, 1–5,000,000
 * @seed: the same seed gives the same commune
 * @progress: (nullable): told now and then how far it is, on the calling thread
 * @data: for @progress
 *
 * Fills @book with an invented commune: administrative units valid in time (domain.md §3.4),
 * villages (seven for up to 10,500 people, at most 60), households of one to eight, and exactly
 * @people people who live there on 20/09/2022, the last day of which the book knows. Beside them
 * are some who died or moved away since 2020, whose periods have ended. If the program knows the
 * poverty area, the book has a year of it: lists, reviews, supports, certificates. Nobody in it is
 * real; the setting “practice” is 1.
 *
 * If it fails, the file of the book is gone, since it was written without a journal.
 *
 * Returns: %FALSE with a message for the officer
 */
gboolean ans_practice_fill (AnsBook *book,
                            guint people,
                            guint64 seed,
                            AnsPracticeProgressFunc progress,
                            gpointer data,
                            GError **error);

/** ans_practice_fill_counted: the same; @counts (nullable) is what there is to be counted. */
gboolean ans_practice_fill_counted (AnsBook *book,
                                    guint people,
                                    guint64 seed,
                                    AnsPracticeProgressFunc progress,
                                    gpointer data,
                                    AnsPracticeCounts *counts,
                                    GError **error);

G_END_DECLS
