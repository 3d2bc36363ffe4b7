/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/ans-random.h"

/* SplitMix64: makes four good words of state from a seed that may be 0 or 1. */
static guint64
mix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static inline guint64
rotate (guint64 x, int bits)
{
  return (x << bits) | (x >> (64 - bits));
}

void
ans_random_init (AnsRandom *self, guint64 seed, guint64 stream)
{
  guint64 state = seed;

  state = mix (&state) ^ (stream * G_GUINT64_CONSTANT (0xd1342543de82ef95));
  for (guint i = 0; i < G_N_ELEMENTS (self->state); i++)
    self->state[i] = mix (&state);
}

guint64
ans_random_next (AnsRandom *self)
{
  guint64 *s = self->state;
  guint64 result = rotate (s[1] * 5, 7) * 9;
  guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate (s[3], 45);
  return result;
}

static guint32
below (AnsRandom *self, guint32 n)
{
  return (guint32) (((ans_random_next (self) >> 32) * n) >> 32);
}

int
ans_random_between (AnsRandom *self, int low, int high)
{
  g_return_val_if_fail (low <= high, low);

  return low + (int) below (self, (guint32) (high - low) + 1);
}

gboolean
ans_random_chance (AnsRandom *self, int permille)
{
  return (int) below (self, 1000) < permille;
}

guint
ans_random_pick (AnsRandom *self, const guint *cumulative, guint n)
{
  guint32 value = below (self, cumulative[n - 1]);
  guint low = 0, high = n - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (value < cumulative[middle])
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* A Feistel network is one to one whatever its round function is. */
static guint64
permute (guint64 index, guint64 half, guint64 key)
{
  guint64 left = index / half, right = index % half;

  for (guint round = 0; round < 4; round++)
    {
      guint64 state = key ^ (right * 4 + round);
      guint64 next = (left + mix (&state)) % half;

      left = right;
      right = next;
    }
  return left * half + right;
}

guint64
ans_random_shuffle (guint64 index, guint64 n, guint64 key)
{
  guint64 half = 1;

  g_return_val_if_fail (index < n, index);

  /* The square root from above, by Newton: half only has to be enough. */
  while (half * half < n)
    half *= 2;
  for (guint64 next = (half + n / half) / 2; next < half && next * next >= n;
       next = (half + n / half) / 2)
    half = next;
  /* Of the numbers of the square, those from n on are stepped over. */
  do
    index = permute (index, half, key);
  while (index >= n);
  return index;
}
