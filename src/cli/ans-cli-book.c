/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book as a file: new, check, backup, restore. */
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/ans-cli-fill.h"
#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "cli/ans-cli-passphrase.h"
#include "cli/ans-cli-progress.h"
#include "plan/ans-plan-check.h"
#include "practice/ans-practice.h"
#include "store/ans-backup.h"

static AnsCliStatus
tell_path (AnsCli *cli, const char *path)
{
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "path", path);
      json_builder_end_object (builder);
      ans_cli_print_json (builder);
    }
  return ANS_CLI_DONE;
}

/* The passphrase of a book to be made: from the key file, typed twice, or none. */
static gboolean
choose_passphrase (AnsCli *cli, gboolean encrypt, char **passphrase, GError **error)
{
  char *again;
  gboolean same;

  *passphrase = NULL;
  if (cli->key_file != NULL)
    {
      *passphrase = ans_cli_passphrase_read (cli->key_file, error);
      return *passphrase != NULL;
    }
  if (!encrypt)
    return TRUE;
  *passphrase = ans_cli_passphrase_ask (_ ("New passphrase: "), error);
  if (*passphrase == NULL)
    return FALSE;
  again = ans_cli_passphrase_ask (_ ("The same again: "), error);
  if (again == NULL)
    return FALSE;
  same = g_str_equal (again, *passphrase);
  ans_cli_passphrase_free (again);
  if (!same)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The two are not the same. No book was made."));
  return same;
}

static AnsCliStatus
make_book (AnsCli *cli, guint64 people, guint64 seed, const char *plan, gboolean encrypt)
{
  const char *path = cli->arguments[0];
  GError *error = NULL;
  char *passphrase;
  gboolean done = choose_passphrase (cli, encrypt, &passphrase, &error);

  if (done && (people > 0 || plan != NULL))
    done = ans_cli_fill_make_book (cli, path, passphrase, people, seed, plan, &error);
  else if (done)
    {
      g_autoptr (AnsBook) book = ans_registry_create_book (path, passphrase, &error);

      done = book != NULL;
    }
  ans_cli_passphrase_free (passphrase);
  return done ? tell_path (cli, path) : ans_cli_refuse (error);
}

AnsCliStatus
ans_cli_new (AnsCli *cli)
{
  g_autofree char *practice = NULL;
  g_autofree char *seed_text = NULL;
  g_autofree char *plan = NULL;
  gboolean encrypt = FALSE;
  const GOptionEntry entries[] = {
    { "practice", 0, 0, G_OPTION_ARG_FILENAME, &practice,
      N_ ("fill it with an invented commune of N people"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_FILENAME, &seed_text, N_ ("which invented commune (default: 1)"),
      N_ ("NUMBER") },
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan,
      N_ ("begin with a plan that comes with the program, such as hoang-phu-2022"), N_ ("PLAN") },
    { "encrypt", 0, 0, G_OPTION_ARG_NONE, &encrypt, N_ ("ask for a passphrase"), NULL },
    { NULL },
  };
  guint64 people = 0, seed = 1;

  if (!ans_cli_parse (cli, entries, 1, 1))
    return cli->status;
  if (practice != NULL && !g_ascii_string_to_unsigned (
                              practice, 10, 1, ANS_PRACTICE_MAX_PEOPLE_OF_A_COMMUNE, &people, NULL))
    return ans_cli_usage (cli, _ ("“%s” is not a number of people between 1 and %u."), practice,
                          ANS_PRACTICE_MAX_PEOPLE_OF_A_COMMUNE);
  if (seed_text != NULL && practice == NULL)
    return ans_cli_usage (cli, _ ("--seed goes with --practice."));
  if (seed_text != NULL && !g_ascii_string_to_unsigned (seed_text, 10, 0, G_MAXUINT64, &seed, NULL))
    return ans_cli_usage (cli, _ ("“%s” is not a number of 0 or more."), seed_text);
  if (plan != NULL)
    {
      g_auto (GStrv) shipped = ans_plan_shipped ();
      g_autofree char *all = g_strjoinv (", ", shipped);

      if (!g_strv_contains ((const char *const *) shipped, plan))
        return ans_cli_usage (cli, _ ("No plan “%s” comes with the program. There are: %s."), plan,
                              all);
    }
  return make_book (cli, people, seed, plan, encrypt);
}

/* What does not agree with itself; that is said, but the book is sound all the same. */
static void
tell_contradictions (JsonBuilder *builder, GPtrArray *found)
{
  json_builder_set_member_name (builder, "contradictions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    {
      const AnsContradiction *contradiction = found->pdata[i];

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "kind", contradiction->kind);
      ans_cli_json_text (builder, "code", contradiction->code);
      ans_cli_json_text (builder, "message", contradiction->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

AnsCliStatus
ans_cli_check (AnsCli *cli)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *day = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of,
      N_ ("look for contradictions in the figures of that day"), N_ ("DAY") },
    { NULL },
  };

  if (!ans_cli_parse (cli, entries, 1, 1))
    return cli->status;
  if (as_of != NULL && (day = ans_cli_names_day (as_of, &error)) == NULL)
    return ans_cli_refuse (g_steal_pointer (&error));
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;

  problems = ans_book_check (book, NULL);
  found = ans_plan_check (book, day, &error);
  if (found == NULL)
    {
      g_ptr_array_add (problems, g_strdup (error->message));
      found = g_ptr_array_new ();
    }
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ans_cli_json_bool (builder, "sound", problems->len == 0);
      json_builder_set_member_name (builder, "problems");
      json_builder_begin_array (builder);
      for (guint i = 0; i < problems->len; i++)
        json_builder_add_string_value (builder, problems->pdata[i]);
      json_builder_end_array (builder);
      tell_contradictions (builder, found);
      json_builder_end_object (builder);
      ans_cli_print_json (builder);
    }
  else if (problems->len == 0)
    puts (_ ("The book is sound."));
  else
    for (guint i = 0; i < problems->len; i++)
      puts (problems->pdata[i]);
  for (guint i = 0; !cli->json && i < found->len; i++)
    ans_cli_message (_ ("Warning: %s"), ((AnsContradiction *) found->pdata[i])->message);
  return problems->len == 0 ? ANS_CLI_DONE : ANS_CLI_REFUSED;
}

AnsCliStatus
ans_cli_backup (AnsCli *cli)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsCliProgress) progress = NULL;
  GError *error = NULL;

  if (!ans_cli_parse (cli, NULL, 2, 2))
    return cli->status;
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;
  progress = ans_cli_progress_new (cli, _ ("Copying the book"));
  if (!ans_backup_make (book, cli->arguments[1],
                        ans_job_get_cancellable (ans_cli_progress_get_job (progress)), &error))
    return ans_cli_refuse (error);
  return tell_path (cli, cli->arguments[1]);
}

AnsCliStatus
ans_cli_restore (AnsCli *cli)
{
  GError *error = NULL;
  g_autoptr (AnsBook) backup = NULL;

  if (!ans_cli_parse (cli, NULL, 2, 2))
    return cli->status;
  /* Opened first for the sake of the passphrase. */
  backup = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (backup == NULL)
    return cli->status;
  if (!ans_backup_restore (cli->arguments[0], ans_book_get_passphrase (backup), cli->arguments[1],
                           &error))
    return ans_cli_refuse (error);
  return tell_path (cli, cli->arguments[1]);
}
