/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <time.h>

/*
 * What the benchmark programs share. They print one figure a line on stdout, KEY TAB VALUE, for
 * run.sh to put into a table; what they are doing goes to stderr.
 */

/* Milliseconds on the clock that all processes share. */
static inline double
bench_now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

/* Milliseconds that the calling thread has worked: what a busy machine changes little. */
static inline double
bench_cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static inline void
bench_print (const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("%s\t%s\n", key, g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static inline int
bench_compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* KEY.median, KEY.p95 and KEY.max of some times; sorts them. */
static inline void
bench_print_times (const char *key, GArray *times)
{
  static const struct
  {
    const char *name;
    guint percent;
  } parts[] = { { "median", 50 }, { "p95", 95 }, { "max", 100 } };

  if (times->len == 0)
    return;
  g_array_sort (times, bench_compare);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", key, parts[i].name);

      bench_print (name, g_array_index (times, double, (times->len - 1) * parts[i].percent / 100));
    }
}

/* A number of kB from /proc/self/status: VmRSS, RssAnon, VmHWM. */
static inline double
bench_memory_mb (const char *field)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, field)) == NULL)
    return 0;
  return (double) g_ascii_strtoull (line + strlen (field) + 1, NULL, 10) / 1024.0;
}
