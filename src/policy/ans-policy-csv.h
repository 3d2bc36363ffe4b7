/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ans_policy_csv_parse:
 * @text: CSV; a cell in quotes may hold commas, and quotes twice
 * @header: the first line that it must have
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the rows after the header, each with
 *   as many cells as @header; %NULL with @error if @text is no such file
 */
GPtrArray *ans_policy_csv_parse (const char *text, const char *header, GError **error);

/** ans_policy_csv_resource: Returns: (transfer none): the text of data/policy/@name, which lives as
 * long as the program; ends the program if it is not there */
const char *ans_policy_csv_resource (const char *name);

G_END_DECLS
