/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-list BOOK: the row model of the people of a large book, without a window: first page of
 * searches, jumps, edits. A page is what a screen shows: 50 rows with all their values. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "listing/ans-row-model.h"
#include "registry/ans-record.h"

#define PAGE 50

typedef struct
{
  AnsBook *book;
  AnsListing *listing;
  AnsRowModel *rows;
  guint name_column;
} Bench;

/* From many on, from one letter to whole names, with marks and without, initials, numbers. */
static const char *const queries[] = {
  "n",     "ng",         "h",          "nguyen",        "nguyễn",      "an",
  "thi",   "văn",        "nguyen thi", "nguyễn thị an", "le van hung", "Trần Thị Hồng",
  "nta",   "nvh",        "038",        "0380",          "038175",      "0951",
  "17",    "38",         "khôi",       "diễm",          "mạc",         "công tằng",
  "h'hen", "hoa",        "hòa",        "hoà",           "đ",           "đức",
  "zzzz",  "0999999999", "xyz nguyen", "an bình",       "phương thảo", "Nguyễn Văn Năm",
};

static void
wait_until_loaded (Bench *self)
{
  while (ans_row_model_is_loading (self->rows) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static guint
read_page (Bench *self, guint from)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), read = 0;

  for (guint i = from; i < MIN (n, from + PAGE); i++)
    {
      g_autoptr (AnsRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      read += ans_row_get_display (row, self->name_column) != NULL;
    }
  return read;
}

static double
search (Bench *self, const char *text, double *cpu)
{
  double start = bench_now (), cpu_start = bench_cpu_now ();

  ans_listing_set_search (self->listing, text);
  read_page (self, 0);
  *cpu = bench_cpu_now () - cpu_start;
  return bench_now () - start;
}

static void
measure_searches (Bench *self)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      {
        double ms, cpu;

        ans_listing_set_search (self->listing, NULL);
        wait_until_loaded (self);
        ms = search (self, queries[i], &cpu);
        g_array_append_val (times, ms);
        g_array_append_val (works, cpu);
        if (round == 0)
          {
            wait_until_loaded (self);
            g_printerr ("  %-16s %8.2f ms, %8.2f of work  %8u found\n", queries[i], ms, cpu,
                        g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
          }
      }
  bench_print_times ("search", times);
  bench_print_times ("search.work", works);
}

/* Each key while the whole answer to the one before is still being made. */
static void
measure_typing (Bench *self)
{
  static const char *const typed[] = { "nguyễn thị an", "le van hung", "038175", "nta" };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
        {
          g_autofree char *text = g_strndup (typed[i], (gsize) (end - typed[i]));
          double cpu, ms = search (self, text, &cpu);

          g_array_append_val (times, ms);
          while (g_main_context_iteration (NULL, FALSE))
            ;
          g_usleep (60000); /* a fast typist */
          if (*end == '\0')
            break;
        }
      ans_listing_set_search (self->listing, NULL);
      wait_until_loaded (self);
    }
  bench_print_times ("typing", times);
}

static void
measure_jumps (Bench *self)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < 300; i++)
    {
      guint place = (guint) (((guint64) i * 2654435761u) % n);
      double start = bench_now (), ms;

      read_page (self, place);
      ms = bench_now () - start;
      g_array_append_val (times, ms);
    }
  bench_print_times ("jump", times);
}

static void
note_refreshed (AnsRowModel *rows, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* A phone number, which leaves the row where it is, and a name, which moves it. */
static void
measure_edits (Bench *self, const char *field, const char *const *values, const char *key)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean refreshed;

  g_signal_connect (self->rows, "refreshed", G_CALLBACK (note_refreshed), &refreshed);
  for (guint i = 0; i < 40; i++)
    {
      guint place = (guint) (((guint64) i * 40503u * 617u) % n);
      gint64 id = ans_row_model_get_id (self->rows, place);
      g_autoptr (AnsRecord) record = NULL;
      g_autoptr (GError) error = NULL;
      double start, ms;

      read_page (self, place);
      record = ans_record_load (self->book, &ans_register_people, id, &error);
      if (record == NULL)
        g_error ("%s", error->message);
      ans_record_set (record, field, values[i % 2]);
      refreshed = FALSE;
      start = bench_now ();
      if (!ans_record_save (record, &error))
        g_error ("%s", error->message);
      while (!refreshed)
        g_main_context_iteration (NULL, TRUE);
      read_page (self, place);
      ms = bench_now () - start;
      g_array_append_val (times, ms);
    }
  g_signal_handlers_disconnect_by_func (self->rows, note_refreshed, &refreshed);
  bench_print_times (key, times);
}

static void
note_memory (const char *when)
{
  g_printerr ("  %-10s %6.1f MB, %6.1f of its own, %6.1f at most\n", when,
              bench_memory_mb ("VmRSS:"), bench_memory_mb ("RssAnon:"), bench_memory_mb ("VmHWM:"));
}

int
main (int argc, char **argv)
{
  static const char *const phones[] = { "0950000001", "0950000002" };
  static const char *const names[] = { "Nguyễn Văn Đo Lường", "Lê Thị Đo Lường" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = NULL;
  Bench self = { 0 };
  const AnsListingInfo *info = ans_listing_info_find ("people");
  const AnsListingColumn *columns;
  guint n_columns;
  double start;

  if (argc != 2)
    {
      g_printerr ("bench-list BOOK\n");
      return 2;
    }
  setlocale (LC_ALL, ""); /* for the texts on stderr */
  book = ans_registry_open_book (argv[1], NULL, FALSE, &error);
  if (book == NULL)
    g_error ("%s", error->message);

  columns = ans_listing_info_get_columns (info, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    if (strcmp (columns[i].id, "full_name") == 0)
      self.name_column = i;
  self.book = book;
  self.listing = ans_listing_new (book, info);
  start = bench_now ();
  self.rows = ans_row_model_new (self.listing);
  read_page (&self, 0);
  bench_print ("open.first", bench_now () - start);
  wait_until_loaded (&self);
  bench_print ("open.whole", bench_now () - start);
  bench_print ("rows", g_list_model_get_n_items (G_LIST_MODEL (self.rows)));

  note_memory ("loaded");
  measure_searches (&self);
  note_memory ("searches");
  measure_typing (&self);
  note_memory ("typing");
  ans_listing_set_search (self.listing, NULL);
  wait_until_loaded (&self);
  measure_jumps (&self);
  note_memory ("jumps");
  measure_edits (&self, "phone", phones, "edit");
  measure_edits (&self, "full_name", names, "rename");
  note_memory ("edits");
  bench_print ("mb", bench_memory_mb ("VmRSS:"));

  g_object_unref (self.rows);
  g_object_unref (self.listing);
  ans_book_close (book);
  return 0;
}
