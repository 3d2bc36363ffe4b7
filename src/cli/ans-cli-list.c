/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list: on standard output as CSV or JSON, or as a file. */
#include "cli/ans-cli-list.h"

#include <glib/gi18n.h>

#include "cli/ans-cli-document.h"
#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "cli/ans-cli-rows.h"
#include "text/ans-date.h"

typedef struct
{
  char *as_of;
  char *village;
  char *search;
  char **where;
  char *sort;
  char *columns;
  char *limit_text;
  gint64 limit;
  gboolean grouped;
  gboolean posting;
  gboolean sign;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->as_of);
  g_free (options->village);
  g_free (options->search);
  g_strfreev (options->where);
  g_free (options->sort);
  g_free (options->columns);
  g_free (options->limit_text);
  g_free (options->output);
}

static AnsCliStatus
unknown_column (AnsCli *cli, const AnsListingInfo *info, const char *name)
{
  return ans_cli_usage (cli, _ ("The listing “%s” has no column “%s”. “listings” shows them."),
                        info->id, name);
}

/* One value, or FROM..TO of dates and numbers, of which either may be left out. */
static char *
parse_value (AnsBook *book, const AnsField *field, const char *typed, GError **error)
{
  const char *range = strstr (typed, "..");
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (range == NULL || !(field->kind == ANS_FIELD_DATE || field->kind == ANS_FIELD_PARTIAL_DATE ||
                         ans_field_kind_is_number (field->kind)))
    return ans_cli_names_value (book, field, typed, error);
  low = g_strndup (typed, (gsize) (range - typed));
  high = g_strdup (range + 2);
  first = ans_cli_names_value (book, field, g_strstrip (low), error);
  last = first != NULL ? ans_cli_names_value (book, field, g_strstrip (high), error) : NULL;
  return last != NULL ? g_strdup_printf ("%s..%s", first, last) : NULL;
}

/* Canonical text of what a filter asks for: several values are separated by “|”. */
static char *
parse_filter (AnsBook *book, const AnsListingColumn *column, const char *typed, GError **error)
{
  g_auto (GStrv) words = g_strsplit (typed, "|", -1);

  if (column->field == NULL)
    return g_strdup (typed);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = parse_value (book, column->field, g_strstrip (words[i]), error);

      if (value == NULL)
        return NULL;
      g_free (words[i]);
      words[i] = value;
    }
  return g_strjoinv ("|", words);
}

static AnsCliStatus
take_filters (AnsCli *cli, AnsListing *listing, char **where)
{
  const AnsListingInfo *info = ans_listing_get_info (listing);

  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    {
      GError *error = NULL;
      const char *typed;
      g_autofree char *name = ans_cli_names_split (cli, where[i], &typed);
      g_autofree char *value = NULL;
      const AnsListingColumn *column;

      if (name == NULL)
        return cli->status;
      column = ans_listing_info_get_column (info, name);
      if (column == NULL)
        return unknown_column (cli, info, name);
      if (ans_listing_get_filter (listing, name) != NULL)
        return ans_cli_usage (cli, _ ("“%s” is asked for twice; separate several values by “|”."),
                              name);
      value = parse_filter (ans_listing_get_book (listing), column, typed, &error);
      if (value == NULL)
        return ans_cli_refuse (error);
      ans_listing_set_filter (listing, name, value);
    }
  return ANS_CLI_DONE;
}

/* A village is called by its name or code; its number is what no name is. */
gint64
ans_cli_list_find_village (AnsBook *book, const char *text, GError **error)
{
  gint64 id = *text == '#' ? 0 : ans_register_lookup (book, &ans_register_villages, text);

  return id > 0 ? id : ans_cli_names_record (book, &ans_register_villages, text, error);
}

/* Puts the options into the question. */
static AnsCliStatus
ask (AnsCli *cli, AnsListing *listing, const Options *options)
{
  const AnsListingInfo *info = ans_listing_get_info (listing);
  GError *error = NULL;

  if (options->as_of != NULL)
    {
      g_autofree char *day = ans_cli_names_day (options->as_of, &error);

      if (day == NULL)
        return ans_cli_refuse (error);
      ans_listing_set_as_of (listing, day);
    }
  if (options->village != NULL)
    {
      gint64 village =
          ans_cli_list_find_village (ans_listing_get_book (listing), options->village, &error);

      if (village == 0)
        return ans_cli_refuse (error);
      if (ans_listing_info_get_column (info, "village") == NULL)
        return ans_cli_usage (cli, _ ("The listing “%s” can't be asked for one village."),
                              info->id);
      ans_listing_set_village (listing, village);
    }
  if (options->sort != NULL)
    {
      gboolean descending = *options->sort == '-';
      const char *name = options->sort + descending;

      if (!ans_listing_set_sort (listing, name, descending))
        return unknown_column (cli, info, name);
    }
  ans_listing_set_search (listing, options->search);
  ans_listing_set_grouped (listing, options->grouped);
  return take_filters (cli, listing, options->where);
}

static gboolean
names_nothing (const char *columns)
{
  g_auto (GStrv) words = g_strsplit (columns, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) == '\0')
      return TRUE;
  return words[0] == NULL;
}

/* The columns that were asked for, or all that are not hidden. */
static char **
choose_columns (AnsCli *cli, const AnsListingInfo *info, const char *text)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (text != NULL)
    {
      g_auto (GStrv) words = g_strsplit (text, ",", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          g_strstrip (words[i]);
          if (!g_str_equal (words[i], ANS_CLI_ROWS_ID) &&
              ans_listing_info_get_column (info, words[i]) == NULL)
            {
              cli->status = unknown_column (cli, info, words[i]);
              return NULL;
            }
          g_strv_builder_add (names, words[i]);
        }
    }
  else
    {
      guint n;
      const AnsListingColumn *columns = ans_listing_info_get_columns (info, &n);

      g_strv_builder_add (names, ANS_CLI_ROWS_ID);
      for (guint i = 0; i < n; i++)
        if ((columns[i].flags & (ANS_FIELD_COMPUTED | ANS_FIELD_HIDDEN)) == 0)
          g_strv_builder_add (names, columns[i].id);
    }
  return g_strv_builder_end (names);
}

static void
write_json_head (AnsListing *listing, gint64 count, char **columns)
{
  const AnsListingInfo *info = ans_listing_get_info (listing);
  const char *as_of = ans_listing_get_as_of (listing);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  fputs ("{\n  \"listing\": ", stdout);
  ans_cli_write_json_string (stdout, info->id);
  fputs (",\n  \"title\": ", stdout);
  ans_cli_write_json_string (stdout, info->title);
  fputs (",\n  \"as_of\": ", stdout);
  ans_cli_write_json_string (stdout, as_of != NULL ? as_of : today);
  printf (",\n  \"count\": %" G_GINT64_FORMAT ",\n  \"columns\": [", count);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      fputs (i > 0 ? ", " : "", stdout);
      ans_cli_write_json_string (stdout, columns[i]);
    }
  fputs ("],\n  \"rows\": [", stdout);
}

static void
write_csv_head (char **columns)
{
  for (guint i = 0; columns[i] != NULL; i++)
    {
      fputs (i > 0 ? "," : "", stdout);
      ans_cli_write_csv (stdout, columns[i]);
    }
  putchar ('\n');
}

static AnsCliStatus
write_rows (AnsCli *cli, AnsListing *listing, int limit, char **columns)
{
  AnsConnection *connection = ans_book_get_connection (ans_listing_get_book (listing));
  g_autoptr (AnsListingResult) result = NULL;
  g_autoptr (AnsCliProgress) progress = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GArray *ids = none;
  GError *error = NULL;
  gint64 count = -1;

  if (limit != 0)
    {
      result = ans_listing_run (listing, connection, limit > 0 ? (guint) limit : 0, &error);
      if (result == NULL)
        return ans_cli_refuse (error);
      ids = result->ids;
      if (limit < 0)
        count = ids->len;
    }
  if (cli->json && count < 0)
    {
      count = ans_listing_count (listing, connection, &error);
      if (count < 0)
        return ans_cli_refuse (error);
    }

  progress = ans_cli_progress_new (cli, _ ("Writing the list"));
  if (cli->json)
    write_json_head (listing, count, columns);
  else
    write_csv_head (columns);
  if (!ans_cli_rows_write (listing, ids, (const char *const *) columns,
                           cli->json ? ANS_CLI_ROWS_JSON : ANS_CLI_ROWS_CSV, stdout, progress,
                           &error))
    return ans_cli_refuse (error);
  if (cli->json)
    fputs (ids->len > 0 ? "\n  ]\n}\n" : "]\n}\n", stdout);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_list_write (AnsCli *cli, AnsListing *listing, const char *columns, int limit)
{
  g_auto (GStrv) chosen = choose_columns (cli, ans_listing_get_info (listing), columns);

  return chosen != NULL ? write_rows (cli, listing, limit, chosen) : cli->status;
}

static AnsCliStatus
write_file (AnsCli *cli, AnsListing *listing, const Options *options, char **columns)
{
  AnsListingDocumentOptions document = {
    .columns = options->columns != NULL ? (const char *const *) columns : NULL,
    .posting = options->posting,
    .sign = options->sign,
    .limit = options->limit > 0 ? (guint) options->limit : 0,
  };

  if (document.columns != NULL && g_strv_contains (document.columns, ANS_CLI_ROWS_ID))
    return ans_cli_usage (cli, _ ("“id” is no column of a printed list; its rows are numbered."));
  return ans_cli_document_write (cli, listing, &document, options->output);
}

static AnsCliStatus
list (AnsCli *cli, const AnsListingInfo *info, const Options *options)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsListing) listing = NULL;
  g_auto (GStrv) columns = NULL;
  AnsCliStatus status;

  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;
  listing = ans_listing_new (book, info);
  columns = choose_columns (cli, ans_listing_get_info (listing), options->columns);
  if (columns == NULL)
    return cli->status;
  status = ask (cli, listing, options);
  if (status != ANS_CLI_DONE)
    return status;
  if (options->output == NULL)
    return write_rows (cli, listing, options->limit, columns);
  return write_file (cli, listing, options, columns);
}

AnsCliStatus
ans_cli_list (AnsCli *cli)
{
  Options options = { .limit = -1 };
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_ ("as it was on that day"),
      N_ ("DAY") },
    { "village", 0, 0, G_OPTION_ARG_FILENAME, &options.village,
      N_ ("only this village: name, code or number"), N_ ("VILLAGE") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &options.search,
      N_ ("only what is found for TEXT: names with or without marks, initials, numbers"),
      N_ ("TEXT") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.where,
      N_ ("only rows with this value; may be given several times"), N_ ("FIELD=VALUE") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &options.sort,
      N_ ("order by a column; “-” before its name turns it round"), N_ ("COLUMN") },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &options.columns, N_ ("only these columns"),
      N_ ("A,B,…") },
    { "limit", 0, 0, G_OPTION_ARG_FILENAME, &options.limit_text, N_ ("at most so many rows"),
      N_ ("N") },
    { "group", 0, 0, G_OPTION_ARG_NONE, &options.grouped, N_ ("village by village"), NULL },
    { "posting", 0, 0, G_OPTION_ARG_NONE, &options.posting,
      N_ ("in a file: without numbers of papers, phones and accounts"), NULL },
    { "sign", 0, 0, G_OPTION_ARG_NONE, &options.sign, N_ ("in a file: with a column to sign in"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("write a file: .csv, .xlsx, .pdf or .odt"), N_ ("FILE") },
    { NULL },
  };
  const AnsListingInfo *info;
  AnsCliStatus status;

  if (!ans_cli_parse (cli, entries, 2, 2) ||
      !ans_cli_names_limit (cli, options.limit_text, &options.limit))
    status = cli->status;
  else if (options.columns != NULL && names_nothing (options.columns))
    status = ans_cli_usage (cli, _ ("--columns names no column."));
  else if (options.output != NULL && options.limit == 0)
    status = ans_cli_usage (cli, _ ("A file needs at least one row."));
  else if (options.output == NULL && (options.posting || options.sign))
    status = ans_cli_usage (cli, _ ("--posting and --sign go with --output."));
  else if (options.output != NULL && !ans_cli_document_knows (options.output))
    status = ans_cli_usage (cli, _ ("“%s” ends neither with .csv nor with .xlsx, .pdf or .odt."),
                            options.output);
  else if ((info = ans_listing_info_find (cli->arguments[1])) == NULL)
    status = ans_cli_usage (cli, _ ("There is no listing “%s”. “listings” shows them."),
                            cli->arguments[1]);
  else
    status = list (cli, info, &options);
  options_clear (&options);
  return status;
}
