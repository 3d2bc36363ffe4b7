/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnsRandom:
 *
 * Chance that is the same on every machine and in every release for the same seed (xoshiro256**,
 * by Blackman and Vigna, in the public domain); GRand promises that only within a release.
 */
typedef struct
{
  guint64 state[4];
} AnsRandom;

/**
 * ans_random_init:
 * @seed: any number
 * @stream: which of the independent rows of numbers that belong to @seed
 */
void ans_random_init (AnsRandom *self, guint64 seed, guint64 stream);

guint64 ans_random_next (AnsRandom *self);

/** ans_random_between: a number from @low to @high, both included. */
int ans_random_between (AnsRandom *self, int low, int high);

/** ans_random_chance: %TRUE in @permille of 1000 cases. */
gboolean ans_random_chance (AnsRandom *self, int permille);

/**
 * ans_random_pick:
 * @cumulative: running sums of weights
 * @n: their number
 *
 * Returns: an index, each as often as its weight says
 */
guint ans_random_pick (AnsRandom *self, const guint *cumulative, guint n);

/**
 * ans_random_shuffle:
 * @index: which number, below @n
 * @n: how many numbers
 * @key: tells apart different orders
 *
 * The @index-th number of a well mixed order of 0 … @n - 1: numbers that look drawn but never come
 * twice, without remembering those that came.
 */
guint64 ans_random_shuffle (guint64 index, guint64 n, guint64 key);

G_END_DECLS
