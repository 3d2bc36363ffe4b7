/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-harness.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

void
harness_set_up (Harness *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  self->folder = g_dir_make_tmp ("ans-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

void
harness_tear_down (Harness *self, gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
}

char *
harness_path (Harness *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Away from any terminal, so that nothing can be asked for. */
static void
leave_terminal (gpointer data)
{
  setsid ();
}

static GSubprocessLauncher *
make_launcher (Harness *self, GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);
  const char *given = g_getenv ("ASAN_OPTIONS");
  g_autofree char *sanitizer =
      g_strconcat (given != NULL ? given : "", given != NULL ? ":" : "", "exitcode=99", NULL);

  g_subprocess_launcher_set_cwd (launcher, self->folder);
  /* By default a sanitizer ends the program with 1, which is a status of its own here. */
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", sanitizer, TRUE);
  g_subprocess_launcher_setenv (launcher, "ANS_TODAY", "2026-11-24", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, leave_terminal, NULL, NULL);
  return launcher;
}

static char **
make_words (const char *const *arguments)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *root = g_getenv ("ANS_BUILD_ROOT");

  g_assert_nonnull (root);
  g_strv_builder_take (words, g_build_filename (root, "src", "cli", "so-an-sinh-cli", NULL));
  g_strv_builder_addv (words, (const char **) arguments);
  return g_strv_builder_end (words);
}

static GSubprocess *
start (Harness *self, const char *const *arguments, GSubprocessFlags flags)
{
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (self, flags);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = make_words (arguments);
  GSubprocess *process =
      g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);

  g_assert_no_error (error);
  return process;
}

GSubprocess *
harness_start (Harness *self, const char *const *arguments)
{
  return start (self, arguments,
                G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
}

GSubprocess *
harness_start_piped (Harness *self, const char *const *arguments)
{
  return start (self, arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
}

static Answer *
run (Harness *self, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
      make_launcher (self, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = make_words (arguments);
  Answer *answer = g_new0 (Answer, 1);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &answer->out, &answer->err, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process))
    g_error ("the program was ended by signal %d: %s", g_subprocess_get_term_sig (process),
             answer->err);
  answer->status = g_subprocess_get_exit_status (process);
  return answer;
}

static GPtrArray *
collect (const char *first, va_list rest)
{
  GPtrArray *words = g_ptr_array_new ();

  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);
  return words;
}

Answer *
harness_run (Harness *self, const char *first, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  va_list rest;

  va_start (rest, first);
  words = collect (first, rest);
  va_end (rest);
  return run (self, (const char *const *) words->pdata);
}

Answer *
harness_expect (Harness *self, int status, const char *first, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  va_list rest;
  Answer *answer;

  va_start (rest, first);
  words = collect (first, rest);
  va_end (rest);
  answer = run (self, (const char *const *) words->pdata);
  if (answer->status != status)
    {
      g_autofree char *line = g_strjoinv (" ", (char **) words->pdata);

      g_error ("“%s” ended with %d instead of %d.\n%s%s", line, answer->status, status, answer->out,
               answer->err);
    }
  return answer;
}

int
harness_run_into (Harness *self, const char *path, const char *first, ...)
{
  g_autoptr (GSubprocessLauncher) launcher =
      make_launcher (self, G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  va_list rest;

  va_start (rest, first);
  arguments = collect (first, rest);
  va_end (rest);
  words = make_words ((const char *const *) arguments->pdata);
  g_subprocess_launcher_set_stdout_file_path (launcher, path);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

void
answer_free (Answer *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

JsonNode *
answer_json (Answer *self)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (self->out, &error);

  if (node == NULL)
    g_error ("no JSON (%s): %s%s", error != NULL ? error->message : "empty", self->out, self->err);
  return node;
}

char *
answer_problem (Answer *self, const char *severity, const char *field)
{
  g_autoptr (JsonNode) node = json_from_string (self->err, NULL);
  JsonArray *list;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  list = json_object_get_array_member (json_node_get_object (node), severity);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *problem = json_array_get_object_element (list, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (problem, "field", NULL), field) ==
          0)
        return g_strdup (json_object_get_string_member (problem, "message"));
    }
  return NULL;
}

char *
json_at (JsonNode *node, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) found = json_path_query (path, node, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = json_to_string (found, FALSE);
  return g_strndup (text + 1, strlen (text) - 2);
}
