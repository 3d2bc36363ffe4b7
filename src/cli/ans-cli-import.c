/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook comes in. */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "cli/ans-cli-progress.h"
#include "exchange/ans-import.h"
#include "text/ans-fold.h"

typedef struct
{
  char *reg;
  char *sheet;
  char *header;
  char **map;
  char **set;
  char *rejects;
  gboolean dry_run;
  gboolean keep_old;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->reg);
  g_free (options->sheet);
  g_free (options->header);
  g_strfreev (options->map);
  g_strfreev (options->set);
  g_free (options->rejects);
}

/* A sheet by its name, else by its number from 1. */
static AnsCliStatus
choose_sheet (AnsImport *import, const char *text)
{
  guint n = ans_import_get_n_sheets (import);
  g_autofree char *key = ans_fold_marks (text);
  g_autoptr (GString) names = g_string_new (NULL);
  GError *error = NULL;
  guint64 number;
  int found = -1;

  for (guint i = 0; i < n && found < 0; i++)
    {
      g_autofree char *name = ans_fold_marks (ans_import_get_sheet_name (import, i));

      if (g_str_equal (name, key))
        found = (int) i;
      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                              ans_import_get_sheet_name (import, i));
    }
  if (found < 0 && g_ascii_string_to_unsigned (text, 10, 1, n, &number, NULL))
    found = (int) number - 1;
  if (found < 0)
    {
      ans_cli_message (_ ("There is no sheet “%s”. There are: %s."), text, names->str);
      return ANS_CLI_REFUSED;
    }
  return ans_import_set_sheet (import, (guint) found, &error) ? ANS_CLI_DONE
                                                              : ans_cli_refuse (error);
}

static AnsCliStatus
set_constant (AnsCli *cli, AnsImport *import, const char *text)
{
  const char *typed;
  g_autofree char *name = ans_cli_names_split (cli, text, &typed);
  const AnsRegister *reg = ans_import_get_register (import);
  GError *error = NULL;

  if (name == NULL)
    return cli->status;
  if (ans_register_get_field (reg, name) == NULL)
    return ans_cli_usage (cli, _ ("The register “%s” has no field “%s”."), reg->id, name);
  return ans_import_set_constant (import, name, typed, &error) ? ANS_CLI_DONE
                                                               : ans_cli_refuse (error);
}

/* “6” or “6-7”. */
static AnsCliStatus
choose_header (AnsCli *cli, AnsImport *import, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "-", 2);
  guint64 first, last;
  GError *error = NULL;

  if (!g_ascii_string_to_unsigned (words[0], 10, 1, 10000, &first, NULL) ||
      !g_ascii_string_to_unsigned (words[1] != NULL ? words[1] : words[0], 10, first, first + 20,
                                   &last, NULL))
    return ans_cli_usage (cli, _ ("“%s” is not a row, such as 6, or some rows, such as 6-7."),
                          text);
  return ans_import_set_header (import, (guint) first, (guint) last, &error)
             ? ANS_CLI_DONE
             : ans_cli_refuse (error);
}

static AnsCliStatus
unknown_target (AnsCli *cli, AnsImport *import, const char *name)
{
  g_autoptr (GPtrArray) targets = ans_import_get_targets (import);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", (char *) targets->pdata[i]);
  return ans_cli_usage (cli, _ ("No column can be mapped to “%s”. Possible: %s."), name,
                        known->str);
}

static gboolean
is_target (AnsImport *import, const char *name)
{
  g_autoptr (GPtrArray) targets = ans_import_get_targets (import);

  return g_ptr_array_find_with_equal_func (targets, name, g_str_equal, NULL);
}

static AnsCliStatus
map_column (AnsCli *cli, AnsImport *import, const char *text)
{
  const char *column_text;
  g_autofree char *field = ans_cli_names_split (cli, text, &column_text);
  int column;

  if (field == NULL)
    return cli->status;
  if (!is_target (import, field))
    return unknown_target (cli, import, field);
  if (*column_text == '\0')
    {
      for (guint i = 0; i < ans_import_get_n_columns (import); i++)
        if (g_strcmp0 (ans_import_get_mapping (import, i), field) == 0)
          ans_import_set_mapping (import, i, NULL);
      return ANS_CLI_DONE;
    }
  column = ans_import_find_column (import, column_text);
  if (column < 0)
    {
      ans_cli_message (_ ("The sheet “%s” has no column “%s”."),
                       ans_import_get_sheet_name (import, ans_import_get_sheet (import)),
                       column_text);
      return ANS_CLI_REFUSED;
    }
  if (!ans_import_set_mapping (import, (guint) column, field))
    return unknown_target (cli, import, field);
  return ANS_CLI_DONE;
}

static AnsCliStatus
prepare (AnsCli *cli, AnsImport *import, const Options *options)
{
  AnsCliStatus status = ANS_CLI_DONE;

  ans_import_set_keep_old (import, options->keep_old);
  if (options->sheet != NULL)
    status = choose_sheet (import, options->sheet);
  else if (ans_import_get_n_sheets (import) > 1)
    ans_cli_message (_ ("Only the sheet “%s” is read; --sheet chooses another of the %u."),
                     ans_import_get_sheet_name (import, ans_import_get_sheet (import)),
                     ans_import_get_n_sheets (import));
  if (status == ANS_CLI_DONE && options->header != NULL)
    status = choose_header (cli, import, options->header);
  for (guint i = 0; status == ANS_CLI_DONE && options->map != NULL && options->map[i] != NULL; i++)
    status = map_column (cli, import, options->map[i]);
  for (guint i = 0; status == ANS_CLI_DONE && options->set != NULL && options->set[i] != NULL; i++)
    status = set_constant (cli, import, options->set[i]);
  return status;
}

static gboolean
is_skipped (AnsImportVerdict verdict)
{
  return verdict != ANS_IMPORT_ADDED && verdict != ANS_IMPORT_UPDATED &&
         verdict != ANS_IMPORT_REJECTED;
}

static const char *
reason_of (const AnsImportRow *row)
{
  if (row->reason != NULL)
    return row->reason;
  switch (row->verdict)
    {
    case ANS_IMPORT_TITLE:
      return _ ("Letterhead, title, note or signature.");
    case ANS_IMPORT_HEADER:
      return _ ("Titles of the columns.");
    case ANS_IMPORT_VILLAGE:
      return _ ("Names the village or household of the rows below.");
    case ANS_IMPORT_TOTAL:
      return _ ("A sum.");
    case ANS_IMPORT_REJECTED:
      return _ ("It can't be understood.");
    case ANS_IMPORT_SKIPPED:
    case ANS_IMPORT_ADDED:
    case ANS_IMPORT_UPDATED:
    case ANS_IMPORT_N_VERDICTS:
    default:
      return _ ("Nothing to do.");
    }
}

static void
add_row (JsonBuilder *builder, const char *sheet, guint row, const char *name, const char *text)
{
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "sheet", sheet);
  ans_cli_json_int (builder, "row", row);
  ans_cli_json_text (builder, name, text);
  json_builder_end_object (builder);
}

static void
add_mapping (JsonBuilder *builder, AnsImport *import)
{
  json_builder_set_member_name (builder, "mapping");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ans_import_get_n_columns (import); i++)
    if (ans_import_get_mapping (import, i) != NULL)
      ans_cli_json_text (builder, ans_import_get_mapping (import, i),
                         ans_import_get_column_title (import, i));
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "unmapped");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ans_import_get_n_columns (import); i++)
    if (ans_import_get_mapping (import, i) == NULL)
      json_builder_add_string_value (builder, ans_import_get_column_title (import, i));
  json_builder_end_array (builder);
}

static void
print_json (AnsImport *import, gboolean dry_run, gint64 action)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *sheet = ans_import_get_sheet_name (import, ans_import_get_sheet (import));
  guint first, last;

  ans_import_get_header (import, &first, &last);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ans_import_get_n_sheets (import); i++)
    json_builder_add_string_value (builder, ans_import_get_sheet_name (import, i));
  json_builder_end_array (builder);
  ans_cli_json_text (builder, "sheet", sheet);
  json_builder_set_member_name (builder, "header_row");
  if (first != 0)
    json_builder_add_int_value (builder, first);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "header_last_row");
  if (last != 0)
    json_builder_add_int_value (builder, last);
  else
    json_builder_add_null_value (builder);
  add_mapping (builder, import);
  ans_cli_json_int (builder, "read", ans_import_get_n_rows (import));
  ans_cli_json_int (builder, "added", ans_import_get_count (import, ANS_IMPORT_ADDED));
  ans_cli_json_int (builder, "updated", ans_import_get_count (import, ANS_IMPORT_UPDATED));

  json_builder_set_member_name (builder, "rejected");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ans_import_get_n_rows (import); i++)
    {
      const AnsImportRow *row = ans_import_get_row (import, i);

      if (row->verdict == ANS_IMPORT_REJECTED)
        add_row (builder, sheet, row->row_number, "reason", reason_of (row));
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "skipped");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ans_import_get_n_rows (import); i++)
    {
      const AnsImportRow *row = ans_import_get_row (import, i);

      if (is_skipped (row->verdict))
        add_row (builder, sheet, row->row_number, "reason", reason_of (row));
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ans_import_get_n_rows (import); i++)
    {
      const AnsImportRow *row = ans_import_get_row (import, i);

      if (row->warning != NULL)
        add_row (builder, sheet, row->row_number, "message", row->warning);
    }
  json_builder_end_array (builder);

  ans_cli_json_bool (builder, "dry_run", dry_run);
  json_builder_set_member_name (builder, "action");
  if (action > 0)
    json_builder_add_int_value (builder, action);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static void
print_text (AnsImport *import, gboolean dry_run, gint64 action)
{
  guint first, last;

  ans_import_get_header (import, &first, &last);
  /* The words before the colons are for scripts, too, and are not translated. */
  printf ("sheet: %s\n", ans_import_get_sheet_name (import, ans_import_get_sheet (import)));
  printf ("header_row: %u\n", first);
  for (guint i = 0; i < ans_import_get_n_columns (import); i++)
    if (ans_import_get_mapping (import, i) != NULL)
      printf ("  %s = %s\n", ans_import_get_mapping (import, i),
              ans_import_get_column_title (import, i));
  printf ("read: %u\n", ans_import_get_n_rows (import));
  printf ("added: %u\n", ans_import_get_count (import, ANS_IMPORT_ADDED));
  printf ("updated: %u\n", ans_import_get_count (import, ANS_IMPORT_UPDATED));
  printf ("skipped: %u\n", ans_import_get_n_skipped (import));
  printf ("rejected: %u\n", ans_import_get_count (import, ANS_IMPORT_REJECTED));
  for (guint i = 0; i < ans_import_get_n_rows (import); i++)
    {
      const AnsImportRow *row = ans_import_get_row (import, i);

      if (row->verdict == ANS_IMPORT_REJECTED)
        printf ("  %u: %s\n", row->row_number, reason_of (row));
    }
  if (action > 0)
    printf ("action: %" G_GINT64_FORMAT "\n", action);
  else
    puts (dry_run ? _ ("Nothing was written: only a dry run.") : _ ("There was nothing to write."));
}

static AnsCliStatus
bring_in (AnsCli *cli, AnsImport *import, const Options *options)
{
  GError *error = NULL;
  gint64 action = 0;
  {
    g_autoptr (AnsCliProgress) progress = ans_cli_progress_new (cli, _ ("Reading the workbook"));
    AnsJob *job = ans_cli_progress_get_job (progress);

    if (!options->dry_run)
      action = ans_import_run (import, job, &error);
    else if (!ans_import_dry_run (import, job, &error))
      action = -1;
  }
  if (action < 0)
    return ans_cli_refuse (error);

  if (cli->json)
    print_json (import, options->dry_run, action);
  else
    print_text (import, options->dry_run, action);
  if (ans_import_get_count (import, ANS_IMPORT_REJECTED) == 0)
    return ANS_CLI_DONE;
  if (options->rejects != NULL && !ans_import_save_rejects (import, options->rejects, &error))
    return ans_cli_refuse (error);
  return ANS_CLI_REFUSED;
}

/* Rejected rows that can't be kept must not be noticed only when the others are in the book. */
static gboolean
can_write_rejects (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (folder, W_OK | X_OK) == 0 && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("“%s” can't be written. Check that its folder exists and that you may write in "
                  "it, or choose another place."),
               path);
  return FALSE;
}

static AnsCliStatus
import_file (AnsCli *cli, const AnsRegister *reg, const Options *options)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsImport) import = NULL;
  GError *error = NULL;
  AnsCliStatus status;

  if (options->rejects != NULL && !can_write_rejects (options->rejects, &error))
    return ans_cli_refuse (error);
  book = ans_cli_open (cli, cli->arguments[0], !options->dry_run);
  if (book == NULL)
    return cli->status;
  import = ans_import_new (book, reg, cli->arguments[1], &error);
  if (import == NULL)
    return ans_cli_refuse (error);
  status = prepare (cli, import, options);
  return status == ANS_CLI_DONE ? bring_in (cli, import, options) : status;
}

AnsCliStatus
ans_cli_import (AnsCli *cli)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "register", 0, 0, G_OPTION_ARG_FILENAME, &options.reg, N_ ("what the rows are"),
      N_ ("REGISTER") },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &options.sheet,
      N_ ("name or number of the sheet (default: the one that looks most like a list)"),
      N_ ("SHEET") },
    { "header", 0, 0, G_OPTION_ARG_FILENAME, &options.header,
      N_ ("row or rows of the header (default: found)"), N_ ("ROW[-ROW]") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.map,
      N_ ("take a field from this column; may be given several times"), N_ ("FIELD=COLUMN") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.set,
      N_ ("what all rows are that say nothing of it; may be given several times"),
      N_ ("FIELD=VALUE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("only say what would happen"),
      NULL },
    { "keep-old", 0, 0, G_OPTION_ARG_NONE, &options.keep_old,
      N_ ("where book and file differ, keep the value of the book"), NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options.rejects,
      N_ ("write rejected rows with their reasons into a workbook"), N_ ("FILE.xlsx") },
    { NULL },
  };
  const AnsRegister *reg;
  AnsCliStatus status;

  if (!ans_cli_parse (cli, entries, 2, 2))
    status = cli->status;
  else if (options.reg == NULL)
    status = ans_cli_usage (cli, _ ("--register is missing: what are the rows?"));
  else if (options.rejects != NULL && !g_str_has_suffix (options.rejects, ".xlsx"))
    status = ans_cli_usage (cli, _ ("“%s” does not end with .xlsx."), options.rejects);
  else if ((reg = ans_cli_names_register (cli, options.reg)) == NULL)
    status = cli->status;
  else
    status = import_file (cli, reg, &options);
  options_clear (&options);
  return status;
}
