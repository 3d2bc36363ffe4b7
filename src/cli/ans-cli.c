/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ans-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/ans-cli-output.h"
#include "cli/ans-cli-passphrase.h"

#define PROGRAM "so-an-sinh-cli"

/* A command is added here and in a file of its group. */
static const AnsCliCommand commands[] = {
  { "new", "BOOK", N_ ("make a book"),
    N_ ("With --practice the book is filled with an invented commune; the same seed makes the same "
        "commune. With --key-file or --encrypt it is locked with a passphrase."),
    ans_cli_new },
  { "registers", "BOOK", N_ ("what the book keeps: registers and their fields"), NULL,
    ans_cli_registers },
  { "listings", "BOOK", N_ ("the lists that can be asked for, and their columns"), NULL,
    ans_cli_listings },
  { "list", "BOOK LISTING", N_ ("a list, as CSV on standard output or as a file"),
    N_ ("Columns are named as “listings” shows them; “id” is the number of the record. Dates are "
        "ISO days. A value for --where is written as a person would (a label, a name) or as its "
        "code; several are separated by “|”, and nothing after “=” means “is empty”."),
    ans_cli_list },
  { "figures", "BOOK", N_ ("every indicator of a plan: target, value, verdict"),
    N_ ("Without --plan it is the plan whose year holds the day. “source” is how the number should "
        "be found, “shown” whether it was computed from the registers or entered by hand, and "
        "“as_of” the day it is true of. A value that nobody knows is empty, which is not 0."),
    ans_cli_figures },
  { "document", "BOOK [KIND]", N_ ("a paper made from figures: a report, a summary, a certificate"),
    N_ ("--list shows the kinds, and what each is of: a day, a period or a record. A period is a "
        "year (2022), a half (2022-H1), a quarter (2022-Q3), nine months (2022-9M), a month "
        "(2022-09) or two days (2022-08-15..2022-09-14); without one it is the plan's year. What "
        "contradicts itself is told on standard error, and the paper is written all the same."),
    ans_cli_report },
  { "figure", "BOOK CODE", N_ ("the list behind a figure: its length is the number"),
    N_ ("CODE is that of the indicator, as “figures” shows it. A share has a numerator and a "
        "denominator, a fall also those of the first day of the period."),
    ans_cli_figure },
  { "charts", "BOOK", N_ ("which charts there are"),
    N_ ("Those of the plan's indicators, of each area's targets, and those that an area names."),
    ans_cli_charts },
  { "chart", "BOOK CHART", N_ ("a chart as a picture; its numbers as CSV without one"),
    N_ ("CHART is an id of “charts”. Its numbers are the lengths of the lists behind the figures; "
        "with --json they are told with the picture too."),
    ans_cli_chart },
  { "slides", "BOOK", N_ ("the slides of a meeting, made from the plan"),
    N_ ("One file .pdf, or pictures into a folder that exists. Nobody's name is on them."),
    ans_cli_slides },
  { "add", "BOOK REGISTER FIELD=VALUE…", N_ ("add a record; prints its number"),
    N_ ("Warnings and errors are one line of JSON on standard error, each with its field."),
    ans_cli_add },
  { "set", "BOOK REGISTER ID FIELD=VALUE…", N_ ("change a record; prints its number"),
    N_ ("ID is the number of the record, or what it is called by (personal number, code of the "
        "household, name) when only one is; “#12” is always a number. With --from the new values "
        "hold from that day and the earlier ones stay in the history; without it the present "
        "values are corrected."),
    ans_cli_set },
  { "show", "BOOK REGISTER ID", N_ ("all fields of a record"), NULL, ans_cli_show },
  { "delete", "BOOK REGISTER ID", N_ ("take a record out of the book (“undo” brings it back)"),
    NULL, ans_cli_delete },
  { "fields", "BOOK [REGISTER]", N_ ("fields that your office added; add or remove one"),
    N_ ("A field is added to a register of this book: “fields BOOK people --add blood --title "
        "\"Nhóm máu\" --kind choice --choices A,B,AB,O”. It is then called x_blood, and set, "
        "listed, filtered, printed and brought in like any other. “undo” takes it back."),
    ans_cli_fields },
  { "event", "BOOK KIND HOUSEHOLD FIELD=VALUE…",
    N_ ("something that happened to a household: birth, death, move …"),
    N_ ("“events” shows the kinds and what each asks. HOUSEHOLD is a number or code, “-” where "
        "there is none yet. Prints the number of the action."),
    ans_cli_event },
  { "events", "", N_ ("the kinds of household events and their fields"), NULL, ans_cli_events },
  { "import", "BOOK FILE --register REGISTER", N_ ("bring in a workbook: .xlsx, .ods or .csv"),
    N_ ("The header is found below a letterhead, and its columns are recognised by their titles; "
        "--map says it for a field, with the title of the column, its letters or its number, or "
        "with nothing to leave the field out. All of it is one action that “undo” takes back. The "
        "exit status is 1 if a row was rejected."),
    ans_cli_import },
  { "history", "BOOK [REGISTER ID]", N_ ("what was done, newest first"), NULL, ans_cli_history },
  { "undo", "BOOK [ACTION]", N_ ("take the last action back, or an older one by its number"),
    N_ ("Values that were changed again since stay as they are; they are listed as conflicts, and "
        "the exit status is then 1."),
    ans_cli_undo },
  { "redo", "BOOK", N_ ("do the last undone action again"), NULL, ans_cli_redo },
  { "check", "BOOK", N_ ("whether the book is sound"), NULL, ans_cli_check },
  { "rates", "[SCHEME]", N_ ("the figures of the law, with their dates and legal basis"),
    N_ ("SCHEME is BTXH, HTXH, NCC, CHAM_SOC, MAI_TANG, DOT_XUAT, HO_NGHEO or a name of the first "
        "column. “check” says how far a figure was checked against the text of the law."),
    ans_cli_rates },
  { "assess", "SCHEME FACT=VALUE…", N_ ("what the law gives to somebody, and why"),
    N_ ("The person need not be in a book. “assess --facts SCHEME” shows the facts. One that is not "
        "given establishes no right; if it could change the answer it is named in “missing”."),
    ans_cli_assess },
  { "why", "BOOK PERSON [SCHEME]", N_ ("the same for a person of the book"),
    N_ ("The facts are those that the registers know on the day."), ans_cli_why },
  { "schedule", "SCHEME FACT=VALUE… --from MONTH --to MONTH",
    N_ ("what is due month by month, and the arrears"),
    N_ ("A month is due as a whole. Arrears are what is due less what was paid for the month; a "
        "month that no --paid names was not paid. Months are written 2024-07."),
    ans_cli_schedule },
  { "backup", "BOOK OUT", N_ ("a checked copy of the book"), NULL, ans_cli_backup },
  { "restore", "BACKUP BOOK", N_ ("make a book from a backup"), NULL, ans_cli_restore },
};

static void
print_line (const char *text)
{
  fprintf (stderr, PROGRAM ": %s\n", text);
}

void
ans_cli_message (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (text);
}

AnsCliStatus
ans_cli_refuse (GError *error)
{
  /* An error without a message would be a silent failure. */
  print_line (error != NULL ? error->message : _ ("It did not work, and the reason is unknown."));
  g_clear_error (&error);
  return ANS_CLI_REFUSED;
}

AnsCliStatus
ans_cli_usage (AnsCli *cli, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (text);
  /* Translators: the program and a command of it */
  ans_cli_message (_ ("“%s %s --help” shows how it is used."), PROGRAM, cli->command->name);
  return ANS_CLI_USAGE;
}

static char *
make_help (AnsCli *cli, GOptionContext *context)
{
  g_autofree char *name = g_strconcat (PROGRAM, " ", cli->command->name, NULL);

  g_set_prgname (name);
  g_option_context_set_summary (context, _ (cli->command->summary));
  if (cli->command->details != NULL)
    g_option_context_set_description (context, _ (cli->command->details));
  return g_option_context_get_help (context, TRUE, NULL);
}

static gboolean
count_arguments (AnsCli *cli, guint min, guint max)
{
  cli->n_arguments = g_strv_length (cli->arguments);
  if (cli->n_arguments >= min && cli->n_arguments <= max)
    return TRUE;
  if (cli->n_arguments < min)
    cli->status = ans_cli_usage (cli, _ ("Something is missing: %s %s"), cli->command->name,
                                 cli->command->synopsis);
  else
    cli->status = ans_cli_usage (cli, _ ("“%s” is one argument too many."), cli->arguments[max]);
  return FALSE;
}

gboolean
ans_cli_parse (AnsCli *cli, const GOptionEntry *entries, guint min, guint max)
{
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_ ("answer in JSON, for machines"), NULL },
    { "key-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->key_file,
      N_ ("take the passphrase from the first line of FILE"), N_ ("FILE") },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &cli->progress,
      N_ ("show progress even if standard error is no terminal"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("show this help"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (cli->command->synopsis);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_auto (GStrv) words = NULL;
  gboolean ended = FALSE;

  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  g_ptr_array_add (rest, g_strdup (PROGRAM));
  for (guint i = 0; cli->arguments[i] != NULL; i++)
    g_ptr_array_add (rest, g_strdup (cli->arguments[i]));
  g_ptr_array_add (rest, NULL);
  words = (GStrv) g_ptr_array_steal (rest, NULL);

  if (!g_option_context_parse_strv (context, &words, &error))
    {
      cli->status = ans_cli_usage (cli, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = make_help (cli, context);

      fputs (text, stdout);
      cli->status = ANS_CLI_DONE;
      return FALSE;
    }

  for (guint i = 1; words[i] != NULL; i++)
    if (!ended && g_str_equal (words[i], "--"))
      ended = TRUE;
    else
      g_ptr_array_add (rest, g_strdup (words[i]));
  g_ptr_array_add (rest, NULL);
  g_strfreev (cli->arguments);
  cli->arguments = (GStrv) g_ptr_array_steal (rest, NULL);
  return count_arguments (cli, min, max);
}

static AnsCliStatus
help (FILE *stream)
{
  g_autofree char *usage = g_strdup_printf (_ ("Usage: %s COMMAND BOOK …"), PROGRAM);
  gsize width = 0;

  fprintf (stream, "%s\n\n%s\n\n", usage, _ ("The welfare book of a commune on the command line."));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    width = MAX (width, strlen (commands[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-*s  %s\n", (int) width, commands[i].name, _ (commands[i].summary));
  fprintf (stream, "\n%s\n",
           _ ("“COMMAND --help” tells more. Exit status: 0 all was done, 1 something was refused, "
              "2 wrong usage."));
  return ANS_CLI_DONE;
}

static const AnsCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static AnsCliStatus
run_command (const AnsCliCommand *command, char **arguments)
{
  AnsCli cli = { .command = command, .arguments = g_strdupv (arguments) };
  AnsCliStatus status = command->run (&cli);

  g_strfreev (cli.arguments);
  g_free (cli.key_file);
  return status;
}

static AnsCliStatus
dispatch (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  const AnsCliCommand *command;
  char *const show_help[] = { (char *) "--help", NULL };

  for (int i = 1; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      {
        ans_cli_message (_ ("Argument %d is not UTF-8 text."), i);
        return ANS_CLI_USAGE;
      }
  if (name == NULL)
    {
      help (stderr);
      return ANS_CLI_USAGE;
    }
  if (g_str_equal (name, "--version"))
    {
      puts (PROGRAM " " ANS_VERSION);
      return ANS_CLI_DONE;
    }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      command = find_command (argc > 2 ? argv[2] : NULL);
      return command != NULL ? run_command (command, (char **) show_help) : help (stdout);
    }
  command = find_command (name);
  if (command == NULL)
    {
      ans_cli_message (_ ("There is no command “%s”. “%s --help” shows all of them."), name,
                       PROGRAM);
      return ANS_CLI_USAGE;
    }
  return run_command (command, argv + 2);
}

/* Whether who read the answer went away, as “head” does when it has enough. */
static gboolean
is_reader_gone (void)
{
  struct pollfd out = { .fd = STDOUT_FILENO };

  return poll (&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

int
ans_cli_run (int argc, char **argv)
{
  AnsCliStatus status;

  g_set_prgname (PROGRAM);
  /* A book must be closed whoever reads on: killed, we would leave files beside it. */
  signal (SIGPIPE, SIG_IGN);
  status = dispatch (argc, argv);
  /* What could not be written was not done. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      int reason = errno;

      if (!is_reader_gone ())
        ans_cli_message (_ ("The answer could not be written: %s"), g_strerror (reason));
      if (status == ANS_CLI_DONE)
        status = ANS_CLI_REFUSED;
    }
  return (int) status;
}
