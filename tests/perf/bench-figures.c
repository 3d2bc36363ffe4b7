/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-figures BOOK: all figures of the shipped plan, by village, computed anew (by the clock, and
 * by the processor alone, which other work on the machine disturbs less) and refreshed after an
 * edit. Loads the plan into the book if it has none. */
#include <locale.h>
#include <time.h>

#include "bench.h"
#include "plan/ans-figures.h"
#include "registry/ans-record.h"

#define ROUNDS 7
#define EDITS  40

static void
check (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
measure_all (AnsBook *book, gint64 plan, const char *day, const char *key)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) worked = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *key_of_work = g_strconcat (key, ".cpu", NULL);

  for (guint i = 0; i < ROUNDS; i++)
    {
      clock_t begun = clock ();
      double cpu;
      g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);
      g_autoptr (GError) error = NULL;
      double start = bench_now (), ms;

      ans_figures_set_day (figures, day);
      check (ans_figures_evaluate (figures, &error), error);
      ms = bench_now () - start;
      g_array_append_val (times, ms);
      cpu = 1000.0 * (double) (clock () - begun) / CLOCKS_PER_SEC;
      g_array_append_val (worked, cpu);
    }
  bench_print_times (key, times);
  bench_print_times (key_of_work, worked);
}

typedef struct
{
  double started, done;
  AnsFigures *figures;
} Watch;

static void
before (AnsBook *book, AnsChanges *changes, Watch *watch)
{
  watch->started = bench_now ();
}

static void
after (AnsBook *book, AnsChanges *changes, Watch *watch)
{
  watch->done = bench_now ();
}

/* The time between two listeners to the book, with the figures between them. */
static void
measure_edits (AnsBook *book,
               gint64 plan,
               const AnsRegister *reg,
               const char *field,
               const char *const *values,
               const char *key)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  g_autofree char *sql = g_strdup_printf ("SELECT max(id) FROM %s", reg->table);
  gint64 max = ans_connection_get_int (ans_book_get_connection (book), sql, 0);
  Watch watch = { 0 };
  gulong first = g_signal_connect (book, "changed", G_CALLBACK (before), &watch);
  g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);
  gulong last = g_signal_connect (book, "changed", G_CALLBACK (after), &watch);
  g_autoptr (GError) error = NULL;

  ans_figures_set_day (figures, today);
  check (ans_figures_evaluate (figures, &error), error);
  for (guint i = 0; i < EDITS; i++)
    {
      gint64 id = 1 + (gint64) (((guint64) i * 2654435761u) % (guint64) max);
      g_autoptr (AnsRecord) record = ans_record_load (book, reg, id, NULL);
      double ms;

      if (record == NULL)
        continue;
      ans_record_set (record, field,
                      values[g_strcmp0 (ans_record_get (record, field), values[0]) == 0]);
      if (!ans_record_save (record, NULL))
        continue;
      ms = watch.done - watch.started;
      g_array_append_val (times, ms);
    }
  g_clear_signal_handler (&first, book);
  g_clear_signal_handler (&last, book);
  bench_print_times (key, times);
}

int
main (int argc, char **argv)
{
  static const char *const states[] = { "CO_VIEC_LAM", "KHONG_THAM_GIA" };
  static const char *const notes[] = { "Đo lường 1", "Đo lường 2" };
  static const char *const targets[] = { "74", "73" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = NULL;
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  const AnsRegister *statuses;
  gint64 plan;

  if (argc != 2)
    {
      g_printerr ("bench-figures BOOK\n");
      return 2;
    }
  setlocale (LC_ALL, "");
  ans_plan_init ();
  book = ans_registry_open_book (argv[1], NULL, FALSE, &error);
  check (book != NULL, error);
  plan = ans_plan_find_year (book, 2022);
  if (plan == 0)
    plan = ans_plan_load (book, ANS_PLAN_SHIPPED, &error);
  check (plan != 0, error);

  measure_all (book, plan, today, "figures.today");
  measure_all (book, plan, "2022-09-20", "figures.past");
  measure_edits (book, plan, &ans_register_people, "labour_status", states, "figures.edit-person");
  measure_edits (book, plan, &ans_register_households, "note", notes, "figures.edit-household");
  measure_edits (book, plan, ans_register_find ("indicators"), "target", targets,
                 "figures.edit-target");
  statuses = ans_register_find ("poverty-statuses");
  measure_edits (book, plan, statuses, "note", notes, "figures.edit-status");
  bench_print ("figures.mb", bench_memory_mb ("VmRSS:"));
  ans_book_close (book);
  return 0;
}
