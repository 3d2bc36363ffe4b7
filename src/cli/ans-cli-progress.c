/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ans-cli-progress.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define INTERVAL (100 * G_TIME_SPAN_MILLISECOND)

struct _AnsCliProgress
{
  char *title;
  gboolean is_terminal;
  gboolean is_shown;
  gboolean is_open; /* a line without its end */
  int last_tenth;
  gint64 last_time;

  /* A job tells its news on the main context, which this thread serves meanwhile. */
  AnsJob *job;
  GMainLoop *loop;
  GThread *thread;
  guint signals[2];
};

AnsCliProgress *
ans_cli_progress_new (AnsCli *cli, const char *title)
{
  AnsCliProgress *self = g_new0 (AnsCliProgress, 1);

  self->title = g_strdup (title);
  self->is_terminal = isatty (STDERR_FILENO);
  self->is_shown = self->is_terminal || cli->progress;
  self->last_tenth = -1;
  return self;
}

static gboolean
quit (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

void
ans_cli_progress_free (AnsCliProgress *self)
{
  if (self == NULL)
    return;
  if (self->thread != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
        g_source_remove (self->signals[i]);
      /* From within, so that a loop that has not begun yet ends as well. */
      g_idle_add (quit, self->loop);
      g_thread_join (self->thread);
      g_main_loop_unref (self->loop);
      g_signal_handlers_disconnect_by_data (self->job, self);
      g_object_unref (self->job);
    }
  if (self->is_open)
    fputs ("\r\033[K", stderr);
  g_free (self->title);
  g_free (self);
}

void
ans_cli_progress_report (AnsCliProgress *self, double fraction, const char *status)
{
  gint64 now = g_get_monotonic_time ();
  int percent = (int) (CLAMP (fraction, 0, 1) * 100);

  if (!self->is_shown)
    return;
  if (self->is_terminal)
    {
      if (now - self->last_time < INTERVAL)
        return;
      self->last_time = now;
      self->is_open = TRUE;
      fprintf (stderr, "\r%s %3d%%  %s\033[K", self->title, percent, status != NULL ? status : "");
      fflush (stderr);
    }
  else if (percent / 10 > self->last_tenth)
    {
      self->last_tenth = percent / 10;
      fprintf (stderr, "%s %d%%\n", self->title, percent);
    }
}

static void
show_news (AnsJob *job, GParamSpec *pspec, gpointer user_data)
{
  double fraction;
  g_autofree char *status = NULL;

  g_object_get (job, "fraction", &fraction, "status", &status, NULL);
  ans_cli_progress_report (user_data, fraction, status);
}

static gboolean
cancel (gpointer user_data)
{
  AnsCliProgress *self = user_data;

  ans_job_cancel (self->job);
  return G_SOURCE_CONTINUE;
}

static gpointer
serve (gpointer data)
{
  g_main_loop_run (data);
  return NULL;
}

AnsJob *
ans_cli_progress_get_job (AnsCliProgress *self)
{
  if (self->job == NULL)
    {
      self->job = ans_job_new (self->title);
      g_signal_connect (self->job, "notify::fraction", G_CALLBACK (show_news), self);
      self->signals[0] = g_unix_signal_add (SIGINT, cancel, self);
      self->signals[1] = g_unix_signal_add (SIGTERM, cancel, self);
      self->loop = g_main_loop_new (NULL, FALSE);
      self->thread = g_thread_new ("progress", serve, self->loop);
    }
  return self->job;
}
