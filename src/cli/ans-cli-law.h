/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ans-cli-output.h"
#include "cli/ans-cli.h"
#include "policy/ans-law-schedule.h"

G_BEGIN_DECLS

/** ans_cli_law_answer: members of an answer, for the object being built. */
void ans_cli_law_answer (JsonBuilder *builder, const AnsLawAnswer *answer);

/** ans_cli_law_print: an answer for people to read. */
void ans_cli_law_print (const AnsLawAnswer *answer);

/** ans_cli_law_lines: member “lines” of the object being built. */
void ans_cli_law_lines (JsonBuilder *builder, const AnsLawLine *lines, guint n);

/** ans_cli_law_facts: a member with the names of the facts of @bits. */
void ans_cli_law_facts (JsonBuilder *builder, const char *name, guint64 bits);

/** ans_cli_law_scheme: Returns: the scheme called @code, or %ANS_LAW_N_SCHEMES after telling */
AnsLawScheme ans_cli_law_scheme (AnsCli *cli, const char *code);

/** ans_cli_law_day: the day of --as-of (%NULL: today) as yyyymmdd and, if asked for, ISO. Returns:
 * 0 after telling */
int ans_cli_law_day (AnsCli *cli, const char *text, char **iso);

G_END_DECLS
