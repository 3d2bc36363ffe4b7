/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times other programs.
 *
 *   bench-run time COMMAND…         runs it once: ms, MB at most
 *   bench-run frame N COMMAND…      runs it N times (and once before); it prints “frame US” on the
 *                                   monotonic clock when its first frame stands: ms from the start
 *                                   of the process, median and least
 */
#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

static int
run_once (char **command, double *ms, double *mb)
{
  struct rusage usage;
  double start = bench_now ();
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      /* The table is on our stdout; what the command says goes with the messages. */
      dup2 (STDERR_FILENO, STDOUT_FILENO);
      execvp (command[0], command);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child)
    return 1;
  *ms = bench_now () - start;
  *mb = (double) usage.ru_maxrss / 1024.0;
  return WIFEXITED (status) ? WEXITSTATUS (status) : 1;
}

static int
time_command (char **command)
{
  double ms, mb;
  int status = run_once (command, &ms, &mb);

  if (status != 0)
    {
      g_printerr ("%s ended with %d\n", command[0], status);
      return 1;
    }
  bench_print ("ms", ms);
  bench_print ("mb", mb);
  return 0;
}

static double
first_frame (char **command)
{
  g_autoptr (GError) error = NULL;
  double start = bench_now ();
  g_autoptr (GSubprocess) child =
      g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autofree char *output = NULL;
  const char *line;

  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return -1;
    }
  line = output != NULL ? strstr (output, "frame ") : NULL;
  if (line == NULL)
    {
      g_printerr ("%s showed no frame\n", command[0]);
      return -1;
    }
  return (double) g_ascii_strtoll (line + strlen ("frame "), NULL, 10) / 1000.0 - start;
}

static int
time_frames (guint n, char **command)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i <= n; i++)
    {
      double ms = first_frame (command);

      if (ms < 0)
        return 1;
      if (i > 0) /* the first one reads the disk */
        g_array_append_val (times, ms);
    }
  bench_print_times ("frame", times);
  bench_print ("frame.least", g_array_index (times, double, 0));
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc >= 3 && strcmp (argv[1], "time") == 0)
    return time_command (argv + 2);
  if (argc >= 4 && strcmp (argv[1], "frame") == 0)
    return time_frames ((guint) g_ascii_strtoull (argv[2], NULL, 10), argv + 3);
  g_printerr ("bench-run time COMMAND… | frame N COMMAND…\n");
  return 2;
}
