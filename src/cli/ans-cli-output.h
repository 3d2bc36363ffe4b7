/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "registry/ans-problems.h"
#include "registry/ans-register.h"

G_BEGIN_DECLS

/** ans_cli_print_json: what @builder built, on stdout, for people to read too. */
void ans_cli_print_json (JsonBuilder *builder);

/* One member of the object being built. */
void ans_cli_json_text (JsonBuilder *builder, const char *name, const char *value);
void ans_cli_json_int (JsonBuilder *builder, const char *name, gint64 value);
void ans_cli_json_bool (JsonBuilder *builder, const char *name, gboolean value);

/** ans_cli_json_value: a canonical value: numbers and references as numbers, %NULL as null. */
void ans_cli_json_value (JsonBuilder *builder, AnsFieldKind kind, const char *value);

/** ans_cli_json_problems: members “warnings” and “errors”, lists of {field, message}. */
void ans_cli_json_problems (JsonBuilder *builder, AnsProblems *problems);

/** ans_cli_describe_fields: member “fields” of the object being built; with @print also as text on
 * stdout. */
void ans_cli_describe_fields (JsonBuilder *builder, const AnsField *fields, gboolean print);

/** ans_cli_tell_problems: one line of JSON on stderr, nothing if there are no problems. */
void ans_cli_tell_problems (AnsProblems *problems);

/** ans_cli_write_json_string: @text (or null) to a stream, for lists too long to be built. */
void ans_cli_write_json_string (FILE *stream, const char *text);

/** ans_cli_write_csv: a field of a CSV line, quoted where needed; nothing for %NULL. */
void ans_cli_write_csv (FILE *stream, const char *text);

/** ans_cli_kind_name: Returns: “text”, “partial-date”, … */
const char *ans_cli_kind_name (AnsFieldKind kind);

G_END_DECLS
