/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ans-cli.h"

G_BEGIN_DECLS

/** ans_cli_names_register: Returns: (nullable): the register, or %NULL after telling */
const AnsRegister *ans_cli_names_register (AnsCli *cli, const char *id);

/**
 * ans_cli_names_record:
 * @text: a number, “#number”, or what a person calls the record by
 *
 * A text that is the number of one record and the name of another is refused, not guessed.
 *
 * Returns: the id of the record, 0 with @error if there is none or more than one
 */
gint64
ans_cli_names_record (AnsBook *book, const AnsRegister *reg, const char *text, GError **error);

/** ans_cli_names_value: Returns: (transfer full) (nullable): canonical text of a @typed value; a
 * reference may be given like a record */
char *ans_cli_names_value (AnsBook *book, const AnsField *field, const char *typed, GError **error);

/** ans_cli_names_split: Returns: (transfer full) (nullable): NAME of “NAME=VALUE”, and @value
 * within @text; %NULL after telling */
char *ans_cli_names_split (AnsCli *cli, const char *text, const char **value);

/** ans_cli_names_limit: the number of --limit in @limit, -1 without it. Returns: %FALSE after
 * telling that @text is none */
gboolean ans_cli_names_limit (AnsCli *cli, const char *text, gint64 *limit);

/** ans_cli_names_day: Returns: (transfer full) (nullable): @text as an ISO day */
char *ans_cli_names_day (const char *text, GError **error);

G_END_DECLS
