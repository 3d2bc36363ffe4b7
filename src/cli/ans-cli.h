/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/* Exit statuses: scripts rely on them. */
typedef enum
{
  ANS_CLI_DONE = 0,    /* all was done */
  ANS_CLI_REFUSED = 1, /* something was refused: a value, a file, a part of the work */
  ANS_CLI_USAGE = 2,   /* the command line itself is wrong */
} AnsCliStatus;

typedef struct _AnsCli AnsCli;

/**
 * AnsCliCommand:
 * @name: as typed
 * @synopsis: its arguments
 * @summary: English source of one line about it (N_())
 * @details: (nullable): English source of what its help adds (N_())
 * @run: does it
 */
typedef struct
{
  const char *name;
  const char *synopsis;
  const char *summary;
  const char *details;
  AnsCliStatus (*run) (AnsCli *cli);
} AnsCliCommand;

/**
 * AnsCli:
 *
 * One call of the program. Before ans_cli_parse() @arguments is everything after the command's
 * name; afterwards only what is no option.
 */
struct _AnsCli
{
  const AnsCliCommand *command;
  char **arguments;
  guint n_arguments;
  gboolean json;
  gboolean progress;
  char *key_file;
  AnsCliStatus status;
};

/** ans_cli_run: the whole program. Returns: its exit status */
int ans_cli_run (int argc, char **argv);

/**
 * ans_cli_parse:
 * @entries: (nullable): options of the command, ended by an empty one; text as
 *   %G_OPTION_ARG_FILENAME, which takes it as it is in any locale
 * @min: fewest arguments
 * @max: most arguments
 *
 * Reads the options of a command and those that all commands have, and answers --help.
 *
 * Returns: %FALSE if the command shall end with @cli->status
 */
gboolean ans_cli_parse (AnsCli *cli, const GOptionEntry *entries, guint min, guint max);

/**
 * ans_cli_open:
 * @writable: whether the command writes
 *
 * Opens the book, with the passphrase of --key-file or one asked for on the terminal.
 *
 * Returns: (transfer full) (nullable): %NULL after telling why not
 */
AnsBook *ans_cli_open (AnsCli *cli, const char *path, gboolean writable);

/** ans_cli_refuse: tells of @error and frees it. Returns: %ANS_CLI_REFUSED */
AnsCliStatus ans_cli_refuse (GError *error);

/** ans_cli_usage: tells what is wrong with the command line. Returns: %ANS_CLI_USAGE */
AnsCliStatus ans_cli_usage (AnsCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** ans_cli_message: a line on stderr, in UTF-8 whatever the locale. */
void ans_cli_message (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The commands; one file for each group. */
AnsCliStatus ans_cli_new (AnsCli *cli);
AnsCliStatus ans_cli_registers (AnsCli *cli);
AnsCliStatus ans_cli_listings (AnsCli *cli);
AnsCliStatus ans_cli_list (AnsCli *cli);
AnsCliStatus ans_cli_figures (AnsCli *cli);
AnsCliStatus ans_cli_figure (AnsCli *cli);
AnsCliStatus ans_cli_rates (AnsCli *cli);
AnsCliStatus ans_cli_assess (AnsCli *cli);
AnsCliStatus ans_cli_why (AnsCli *cli);
AnsCliStatus ans_cli_schedule (AnsCli *cli);
AnsCliStatus ans_cli_report (AnsCli *cli);
AnsCliStatus ans_cli_charts (AnsCli *cli);
AnsCliStatus ans_cli_chart (AnsCli *cli);
AnsCliStatus ans_cli_slides (AnsCli *cli);
AnsCliStatus ans_cli_add (AnsCli *cli);
AnsCliStatus ans_cli_set (AnsCli *cli);
AnsCliStatus ans_cli_show (AnsCli *cli);
AnsCliStatus ans_cli_delete (AnsCli *cli);
AnsCliStatus ans_cli_fields (AnsCli *cli);
AnsCliStatus ans_cli_event (AnsCli *cli);
AnsCliStatus ans_cli_events (AnsCli *cli);
AnsCliStatus ans_cli_import (AnsCli *cli);
AnsCliStatus ans_cli_history (AnsCli *cli);
AnsCliStatus ans_cli_undo (AnsCli *cli);
AnsCliStatus ans_cli_redo (AnsCli *cli);
AnsCliStatus ans_cli_check (AnsCli *cli);
AnsCliStatus ans_cli_backup (AnsCli *cli);
AnsCliStatus ans_cli_restore (AnsCli *cli);

G_END_DECLS
