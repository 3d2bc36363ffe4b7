/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-uuid.h"

char *
ans_uuid_format (guint64 unix_ms, guint16 random_a, guint64 random_b)
{
  guint64 high = (unix_ms << 16) | 0x7000 | (random_a & 0x0fff);
  guint64 low = (G_GUINT64_CONSTANT (0x8000000000000000)) |
                (random_b & G_GUINT64_CONSTANT (0x3fffffffffffffff));

  return g_strdup_printf ("%08x-%04x-%04x-%04x-%012" G_GINT64_MODIFIER "x",
                          (guint) (high >> 32),
                          (guint) (high >> 16) & 0xffff,
                          (guint) high & 0xffff,
                          (guint) (low >> 48) & 0xffff,
                          low & G_GUINT64_CONSTANT (0xffffffffffff));
}

char *
ans_uuid_new (void)
{
  guint64 now = (guint64) g_get_real_time ();
  guint64 random = ((guint64) g_random_int () << 32) | g_random_int ();

  /* RFC 9562 §6.2 method 3: the 12 bits after the milliseconds count the time further. */
  return ans_uuid_format (now / 1000, (guint16) ((now % 1000) * 4096 / 1000), random);
}
