/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program itself, with a stop-watch.
 *
 *   bench-window overview BOOK prints “frame MICROSECONDS” when a frame stands in which the
 * overview has targets, and leaves bench-window frame BOOK    prints “frame MICROSECONDS” when a
 * frame stands in which the list of people has rows, and leaves bench-window work BOOK     then
 * searches, jumps and edits in the window, each measured to the end of the frame that shows it, and
 * prints the memory it took
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/ans-application.h"
#include "app/list/ans-list-page.h"
#include "app/plan/ans-figure-row.h"
#include "app/window/ans-window.h"
#include "bench.h"
#include "plan/ans-plan.h"
#include "registry/ans-record.h"

typedef struct
{
  gboolean working;
  gboolean overview;
  AnsWindow *window;
  AnsListPage *page;
  GtkColumnView *view;
  guint frames;
  gboolean usable;
} Watch;

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_rows (Watch *self)
{
  GtkSelectionModel *model;

  self->page = ANS_LIST_PAGE (find_widget (GTK_WIDGET (self->window), ANS_TYPE_LIST_PAGE));
  if (self->page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    return FALSE;
  self->view = GTK_COLUMN_VIEW (find_widget (GTK_WIDGET (self->page), GTK_TYPE_COLUMN_VIEW));
  if (self->view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return FALSE;
  model = gtk_column_view_get_model (self->view);
  return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
}

static gboolean
has_targets (Watch *self)
{
  GtkWidget *row = find_widget (GTK_WIDGET (self->window), ANS_TYPE_FIGURE_ROW);

  return row != NULL && gtk_widget_get_mapped (row);
}

static void
leave (void)
{
  fflush (stdout);
  _exit (0); /* how it closes is no part of the measure */
}

static void
next_frame (Watch *self)
{
  guint frames = self->frames;

  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  while (self->frames == frames)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until_loaded (Watch *self)
{
  do
    next_frame (self);
  while (ans_row_model_is_loading (ans_list_page_get_rows (self->page)));
  for (guint i = 0; i < 5; i++)
    next_frame (self);
}

static void
note_refreshed (AnsRowModel *rows, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
measure_searches (Watch *self)
{
  static const char *const queries[] = { "n",   "nguyen",     "nguyễn thị an", "nta",
                                         "038", "Lê Văn Hải", "zzzz",          "khôi" };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  AnsRowModel *rows = ans_list_page_get_rows (self->page);
  gboolean refreshed;

  g_signal_connect (rows, "refreshed", G_CALLBACK (note_refreshed), &refreshed);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double start, ms;

      refreshed = FALSE;
      start = bench_now ();
      ans_list_page_set_search (self->page, queries[i]);
      while (!refreshed)
        g_main_context_iteration (NULL, TRUE);
      next_frame (self);
      ms = bench_now () - start;
      g_array_append_val (times, ms);
      wait_until_loaded (self);
    }
  g_signal_handlers_disconnect_by_func (rows, note_refreshed, &refreshed);
  ans_list_page_set_search (self->page, "");
  wait_until_loaded (self);
  bench_print_times ("window.search", times);
}

static void
measure_jumps (Watch *self)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (ans_list_page_get_rows (self->page)));

  for (guint i = 0; i < 60; i++)
    {
      guint place = (guint) (((guint64) i * 2654435761u) % n);
      double start = bench_now (), ms;

      gtk_column_view_scroll_to (self->view, place, NULL, GTK_LIST_SCROLL_NONE, NULL);
      next_frame (self);
      ms = bench_now () - start;
      g_array_append_val (times, ms);
    }
  bench_print_times ("window.jump", times);
}

static void
measure_edits (Watch *self)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  AnsRowModel *rows = ans_list_page_get_rows (self->page);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));

  for (guint i = 0; i < 30; i++)
    {
      guint place = (guint) (((guint64) i * 40503u * 617u) % n);
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsRecord) record = NULL;
      double start, ms;

      gtk_column_view_scroll_to (self->view, place, NULL, GTK_LIST_SCROLL_NONE, NULL);
      next_frame (self);
      record = ans_record_load (ans_window_get_book (self->window), &ans_register_people,
                                ans_row_model_get_id (rows, place), &error);
      if (record == NULL)
        g_error ("%s", error->message);
      ans_record_set (record, "phone", i % 2 == 0 ? "0950000003" : "0950000004");
      start = bench_now ();
      if (!ans_record_save (record, &error))
        g_error ("%s", error->message);
      next_frame (self);
      ms = bench_now () - start;
      g_array_append_val (times, ms);
    }
  bench_print_times ("window.edit", times);
}

static gboolean
work (gpointer data)
{
  Watch *self = data;

  wait_until_loaded (self);
  bench_print ("window.rows",
               g_list_model_get_n_items (G_LIST_MODEL (ans_list_page_get_rows (self->page))));
  bench_print ("window.mb.open.most", bench_memory_mb ("VmHWM:"));
  bench_print ("window.mb.open", bench_memory_mb ("VmRSS:"));
  measure_searches (self);
  bench_print ("window.mb.searches", bench_memory_mb ("VmRSS:"));
  bench_print ("window.mb.searches.most", bench_memory_mb ("VmHWM:"));
  measure_jumps (self);
  bench_print ("window.mb.jumps", bench_memory_mb ("VmRSS:"));
  measure_edits (self);
  bench_print ("window.mb.own", bench_memory_mb ("RssAnon:"));
  bench_print ("window.mb", bench_memory_mb ("VmRSS:"));
  bench_print ("window.mb.most", bench_memory_mb ("VmHWM:"));
  leave ();
  return G_SOURCE_REMOVE;
}

static void
painted (GdkFrameClock *clock, gpointer data)
{
  Watch *self = data;

  self->frames++;
  if (self->usable || !(self->overview ? has_targets (self) : has_rows (self)))
    return;
  self->usable = TRUE;
  g_print ("frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  if (!self->working)
    leave ();
  g_idle_add (work, self);
}

static void
mapped (GtkWidget *window, gpointer data)
{
  Watch *self = data;

  self->window = ANS_WINDOW (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted), self);
}

static void
window_added (GtkApplication *application, GtkWindow *window, gpointer data)
{
  if (ANS_IS_WINDOW (window))
    g_signal_connect_after (window, "map", G_CALLBACK (mapped), data);
}

static gboolean
give_up (gpointer data)
{
  g_printerr ("no list of people within two minutes\n");
  exit (1);
}

int
main (int argc, char **argv)
{
  g_autoptr (AnsApplication) application = NULL;
  Watch watch = { 0 };
  char *program[] = { argv[0], NULL, NULL };

  if (argc != 3 || (strcmp (argv[1], "frame") != 0 && strcmp (argv[1], "work") != 0 &&
                    strcmp (argv[1], "overview") != 0))
    {
      g_printerr ("bench-window overview|frame|work BOOK\n");
      return 2;
    }
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  ans_plan_init ();
  watch.overview = strcmp (argv[1], "overview") == 0;
  g_settings_set_string (ans_settings (), "last-area", watch.overview ? "overview" : "people");
  watch.working = strcmp (argv[1], "work") == 0;
  program[1] = argv[2];
  application = ans_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) |
                               G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added), &watch);
  g_timeout_add_seconds (120, give_up, NULL);
  return g_application_run (G_APPLICATION (application), 2, program);
}
