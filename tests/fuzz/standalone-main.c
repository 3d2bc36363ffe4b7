/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drives a fuzz target without libFuzzer: first every corpus file as it is, then N inputs made from
 * corpus files and words by mutation. The same seed makes the same inputs, each from its own
 * number, so that a failure is repeated alone:
 *
 *   fuzz-NAME [--iterations N] [--seed S] [--start I] [--max-length L] [--save FILE] [FILE or
 * FOLDER…]
 */
#include <glib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ans-fuzz.h"

static gint64 seed = -1;
static int n_iterations = 20000;
static int start;
static int max_length = 4096;
static char *save_path;
static char **paths;

static const GOptionEntry options[] = {
  { "iterations", 'n', 0, G_OPTION_ARG_INT, &n_iterations, "How many inputs are made", "N" },
  { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, "Repeats the inputs of an earlier run", "S" },
  { "start", 0, 0, G_OPTION_ARG_INT, &start, "Number of the first input", "I" },
  { "max-length", 'l', 0, G_OPTION_ARG_INT, &max_length, "The longest input in bytes", "L" },
  { "save", 0, 0, G_OPTION_ARG_FILENAME, &save_path, "Writes each input here before it is used",
    "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
  G_OPTION_ENTRY_NULL,
};

/* --- telling which input failed ----------------------------------------------------------------
 */

static char where[512] = "before the first input\n";

static void
tell (void)
{
  gssize ignored = write (STDERR_FILENO, where, strlen (where));

  (void) ignored;
}

static void
on_signal (int number)
{
  tell ();
  signal (number, SIG_DFL);
  raise (number);
}

void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

static void
watch_for_death (void)
{
  static const int signals[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP };

  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (tell);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      /* Memory errors are the sanitizer's where there is one. */
      if (__sanitizer_set_death_callback == NULL || signals[i] == SIGABRT || signals[i] == SIGTRAP)
        signal (signals[i], on_signal);
    }
}

static void
run (const GByteArray *input)
{
  /* A copy of the exact size, so that a read beyond it is seen. */
  g_autofree guint8 *copy = g_memdup2 (input->data, input->len);

  if (save_path != NULL)
    g_file_set_contents (save_path, (const char *) input->data, (gssize) input->len, NULL);
  LLVMFuzzerTestOneInput (copy != NULL ? copy : (const guint8 *) "", input->len);
}

/* --- making inputs -----------------------------------------------------------------------------
 */

static void
load (GPtrArray *corpus, const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        g_ptr_array_add (names, g_build_filename (path, name, NULL));
      /* The order of a folder is not the same everywhere. */
      g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
      for (guint i = 0; i < names->len; i++)
        load (corpus, g_ptr_array_index (names, i));
    }
  else
    {
      g_autoptr (GError) error = NULL;
      char *contents;
      gsize length;

      if (!g_file_get_contents (path, &contents, &length, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (corpus, g_byte_array_new_take ((guint8 *) contents, length));
    }
}

static guint
random_below (GRand *rand, guint n)
{
  return n > 1 ? g_rand_int (rand) % n : 0;
}

static void
insert (GByteArray *input, guint at, const guint8 *bytes, guint n)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, n);
  guint old = input->len;

  if (n == 0 || old + n > (guint) max_length)
    return;
  g_byte_array_set_size (input, old + n);
  memmove (input->data + at + n, input->data + at, old - at);
  memcpy (input->data + at, copy, n);
}

static const char *
random_word (GRand *rand)
{
  guint n = 0;

  if (ans_fuzz_words == NULL)
    return "";
  while (ans_fuzz_words[n] != NULL)
    n++;
  return n > 0 ? ans_fuzz_words[random_below (rand, n)] : "";
}

static void
mutate (GByteArray *input, GRand *rand, GPtrArray *corpus)
{
  static const guint8 telling[] = { 0x00, 0x01, 0x7f, 0x80, 0xff, ' ', '0',
                                    '9',  '/',  '.',  '-',  '<',  '&' };
  guint at = random_below (rand, input->len + 1);
  guint n = random_below (rand, MIN (input->len - at, 32) + 1);

  switch (random_below (rand, 8))
    {
    case 0:
      if (at < input->len)
        input->data[at] ^= (guint8) (1u << random_below (rand, 8));
      break;
    case 1:
      if (at < input->len)
        input->data[at] = (guint8) g_rand_int (rand);
      break;
    case 2:
      if (at < input->len)
        input->data[at] = telling[random_below (rand, sizeof telling)];
      break;
    case 3:
      {
        guint8 byte = (guint8) g_rand_int (rand);

        insert (input, at, &byte, 1);
        break;
      }
    case 4:
      if (n > 0)
        g_byte_array_remove_range (input, at, n);
      break;
    case 5:
      insert (input, random_below (rand, input->len + 1), input->data + at, n);
      break;
    case 6:
      {
        const char *word = random_word (rand);

        insert (input, at, (const guint8 *) word, (guint) strlen (word));
        break;
      }
    default:
      if (corpus->len > 0)
        {
          const GByteArray *other = g_ptr_array_index (corpus, random_below (rand, corpus->len));
          guint from = random_below (rand, other->len + 1);

          insert (input, at, other->data + from,
                  random_below (rand, MIN (other->len - from, 64) + 1));
        }
      break;
    }
}

static GByteArray *
make_input (GRand *rand, GPtrArray *corpus)
{
  GByteArray *input = g_byte_array_new ();
  guint n_mutations;

  if (corpus->len > 0 && random_below (rand, 4) != 0)
    {
      const GByteArray *from = g_ptr_array_index (corpus, random_below (rand, corpus->len));

      g_byte_array_append (input, from->data, MIN (from->len, (guint) max_length));
    }
  else
    {
      for (guint i = random_below (rand, 6); i > 0; i--)
        {
          const char *word = random_word (rand);

          insert (input, input->len, (const guint8 *) word, (guint) strlen (word));
        }
    }
  n_mutations = random_below (rand, 2) == 0 ? random_below (rand, 4) : random_below (rand, 40);
  for (guint i = 0; i < n_mutations; i++)
    mutate (input, rand, corpus);
  return input;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE or FOLDER…]");
  g_autoptr (GPtrArray) corpus =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (seed < 0)
    seed = g_random_int ();
  g_print ("seed: %" G_GINT64_FORMAT "\n", seed);
  watch_for_death ();

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    load (corpus, paths[i]);
  for (guint i = 0; i < corpus->len && start == 0; i++)
    {
      g_snprintf (where, sizeof where, "failed at corpus file %u\n", i);
      run (g_ptr_array_index (corpus, i));
    }
  for (int i = start; i < start + n_iterations; i++)
    {
      const guint32 numbers[] = { (guint32) seed, (guint32) (seed >> 32), (guint32) i };
      g_autoptr (GRand) rand = g_rand_new_with_seed_array (numbers, G_N_ELEMENTS (numbers));
      g_autoptr (GByteArray) input = make_input (rand, corpus);

      g_snprintf (where, sizeof where,
                  "failed at input %d; repeat it with: --seed %" G_GINT64_FORMAT
                  " --start %d --iterations 1, the same other arguments, and --save FILE\n",
                  i, seed, i);
      run (input);
    }
  g_print ("%u corpus files and %d inputs passed\n", start == 0 ? corpus->len : 0, n_iterations);
  g_strfreev (paths);
  g_free (save_path);
  return 0;
}
