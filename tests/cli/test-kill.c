/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program killed while it imports leaves a sound book that holds none or all of the import. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "cli-harness.h"

#define POINTS 50

static int n_rows = 4000;

static void
write_workbook (Harness *self)
{
  static const char *const surnames[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng" };
  static const char *const names[] = { "An", "Bình", "Cúc", "Dũng", "Đào", "Hà", "Khánh" };
  g_autofree char *path = harness_path (self, "people.csv");
  g_autoptr (GString) text = g_string_new ("Họ và tên,Giới tính,Ngày sinh,Mã hộ,Quan hệ,Thôn\n");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%s Văn %s,Nam,%02d/%02d/%d,%d,%s,%s\n",
                            surnames[i % G_N_ELEMENTS (surnames)], names[i % G_N_ELEMENTS (names)],
                            i % 28 + 1, i % 12 + 1, 1940 + i % 80, i / 4 + 1,
                            i % 4 == 0 ? "Chủ hộ" : "Con đẻ", i % 8 < 4 ? "Bắc Sơn" : "Hợp Tân");
  g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);
}

static gint64
count_people (Harness *self, const char *book)
{
  g_autoptr (Answer) list =
      harness_expect (self, 0, "list", book, "people", "--limit", "0", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (list);

  return json_object_get_int_member (json_node_get_object (json), "count");
}

static void
copy_file (Harness *self, const char *from, const char *to)
{
  g_autofree char *source = harness_path (self, from);
  g_autofree char *target = harness_path (self, to);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (source, &data, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, data, (gssize) length, &error);
  g_assert_no_error (error);
}

static double
time_of_whole_import (Harness *self)
{
  gint64 start;

  copy_file (self, "empty.ansinh", "whole.ansinh");
  start = g_get_monotonic_time ();
  answer_free (harness_expect (self, 0, "import", "whole.ansinh", "people.csv", "--register",
                               "people", NULL));
  g_assert_cmpint (count_people (self, "whole.ansinh"), ==, n_rows);
  return (double) (g_get_monotonic_time () - start);
}

static gint64
kill_at (Harness *self, guint point, double delay)
{
  g_autofree char *book = g_strdup_printf ("killed-%u.ansinh", point);
  const char *const words[] = { "import", book, "people.csv", "--register", "people", NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (Answer) check = NULL;
  gint64 count;

  copy_file (self, "empty.ansinh", book);
  process = harness_start (self, words);
  g_usleep ((gulong) delay);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);

  check = harness_run (self, "check", book, NULL);
  count = count_people (self, book);
  if (check->status != 0 || (count != 0 && count != n_rows))
    g_error ("killed after %.1f ms: %" G_GINT64_FORMAT " of %d people; %s%s", delay / 1000, count,
             n_rows, check->out, check->err);
  return count;
}

static void
test_import (Harness *self, gconstpointer data)
{
  double whole;
  guint none = 0, all = 0;

  write_workbook (self);
  answer_free (harness_expect (self, 0, "new", "empty.ansinh", NULL));
  whole = time_of_whole_import (self);
  for (guint i = 0; i < POINTS; i++)
    if (kill_at (self, i, g_test_rand_double_range (0.02, 1.05) * whole) == 0)
      none++;
    else
      all++;
  g_test_message ("import of %d rows: %.0f ms; killed at %d points, %u left none, %u all", n_rows,
                  whole / 1000, POINTS, none, all);
  /* A killed program must not stand in the way of the next one. */
  for (guint i = 0; i < POINTS; i += 10)
    {
      g_autofree char *book = g_strdup_printf ("killed-%u.ansinh", i);

      answer_free (harness_run (self, "import", book, "people.csv", "--register", "people", NULL));
      g_assert_cmpint (count_people (self, book), >=, n_rows);
    }
}

/* The practice book is there when it is complete, and only then. */
static void
test_practice (Harness *self, gconstpointer data)
{
  const char *const words[] = { "new", "p.ansinh", "--practice", "3000", NULL };
  gint64 start = g_get_monotonic_time ();
  double whole;
  g_autofree char *path = harness_path (self, "p.ansinh");

  answer_free (harness_expect (self, 0, "new", "q.ansinh", "--practice", "3000", NULL));
  whole = (double) (g_get_monotonic_time () - start);
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (GSubprocess) process = harness_start (self, words);

      g_usleep ((gulong) (g_test_rand_double_range (0.05, 0.95) * whole));
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          answer_free (harness_expect (self, 0, "check", "p.ansinh", NULL));
          g_assert_cmpint (g_remove (path), ==, 0);
        }
    }
  /* What the killed ones left does not hinder, and is gone afterwards. */
  answer_free (harness_expect (self, 0, "new", "p.ansinh", "--practice", "3000", NULL));
  {
    g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      if (strstr (name, ".part") != NULL)
        g_error ("“%s” was left", name);
  }
}

int
main (int argc, char **argv)
{
  const char *rows = g_getenv ("ANS_KILL_ROWS");

  g_test_init (&argc, &argv, NULL);
  if (rows != NULL)
    n_rows = atoi (rows);
  g_test_add ("/kill/import", Harness, NULL, harness_set_up, test_import, harness_tear_down);
  g_test_add ("/kill/practice", Harness, NULL, harness_set_up, test_practice, harness_tear_down);
  return g_test_run ();
}
