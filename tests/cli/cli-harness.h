/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the built so-an-sinh-cli as a script would, in a folder of its own. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;
} Harness;

/** What one call answered. */
typedef struct
{
  int status;
  char *out;
  char *err;
} Answer;

void harness_set_up (Harness *self, gconstpointer data);
void harness_tear_down (Harness *self, gconstpointer data);
char *harness_path (Harness *self, const char *name);

/** harness_start: the program with @arguments, in the folder, without a terminal. */
GSubprocess *harness_start (Harness *self, const char *const *arguments);

/** harness_start_piped: the same, with pipes to read its answers from. */
GSubprocess *harness_start_piped (Harness *self, const char *const *arguments);

Answer *harness_run (Harness *self, const char *first, ...) G_GNUC_NULL_TERMINATED;
void answer_free (Answer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/** harness_expect: runs it and fails, showing what it said, unless it ends with @status. */
Answer *harness_expect (Harness *self, int status, const char *first, ...) G_GNUC_NULL_TERMINATED;

/** harness_run_into: with standard output into the file @path. Returns: the exit status */
int
harness_run_into (Harness *self, const char *path, const char *first, ...) G_GNUC_NULL_TERMINATED;

/** answer_json: Returns: (transfer full): stdout as JSON; fails if it is none */
JsonNode *answer_json (Answer *self);

/** answer_problem: Returns: (transfer full) (nullable): message of the problem of @field in the
 * line of JSON on stderr */
char *answer_problem (Answer *self, const char *severity, const char *field);

/** json_at: Returns: (transfer full): what a JSONPath finds, as compact JSON without [] */
char *json_at (JsonNode *node, const char *path);

#define assert_at(node, path, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = json_at (node, path);                                                \
    g_assert_cmpstr (found_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

#define assert_contains(text, part)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (text, part) == NULL)                                                               \
      g_error ("%s:%d: “%s” is not in: %s", __FILE__, __LINE__, part, text);                       \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
