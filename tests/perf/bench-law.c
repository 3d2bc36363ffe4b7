/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-law BOOK [DAY]: everyone of the book asked about every scheme, with facts from the
 * registers. */
#include <locale.h>

#include "areas/ans-law-people.h"
#include "bench.h"
#include "plan/ans-plan.h"
#include "registry/ans-record.h"

#define ROUNDS 7
#define LONG   5000 /* milliseconds: once is enough */

typedef struct
{
  AnsLaw *law;
  AnsLawAnswer *answer;
  int day;
  guint n_people, n_eligible;
} Asking;

static gboolean
ask (gint64 person, const AnsLawFacts *facts, gpointer data)
{
  Asking *self = data;

  self->n_people++;
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    {
      ans_law_ask (self->law, i, facts, self->day, self->answer);
      self->n_eligible += self->answer->eligible;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) worked = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (AnsLawAnswer) answer = ans_law_answer_new (FALSE);
  Asking asking = { .answer = answer };
  const char *day = argc > 2 ? argv[2] : "2022-09-20";
  AnsDate date;

  setlocale (LC_ALL, "");
  if (argc < 2 || !ans_date_parse_iso (day, &date, NULL))
    g_error ("bench-law BOOK [DAY]");
  ans_plan_init ();
  book = ans_registry_open_book (argv[1], NULL, TRUE, &error);
  if (book == NULL)
    g_error ("%s", error->message);
  asking.law = ans_law_get_default ();
  asking.day = ans_law_day (date);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = bench_now (), cpu = bench_cpu_now (), ms;

      asking.n_people = asking.n_eligible = 0;
      if (!ans_law_each_person (ans_book_get_connection (book), day, ask, &asking, &error))
        g_error ("%s", error->message);
      ms = bench_now () - start;
      cpu = bench_cpu_now () - cpu;
      g_array_append_val (times, ms);
      g_array_append_val (worked, cpu);
      if (ms > LONG)
        break;
    }
  bench_print ("law.people", asking.n_people);
  bench_print ("law.eligible", asking.n_eligible);
  bench_print_times ("law.commune", times);
  bench_print_times ("law.commune.cpu", worked);
  return 0;
}
