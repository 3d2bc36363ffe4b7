/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers made from figures, as files. */
#include <glib/gi18n.h>

#include "cli/ans-cli-document.h"
#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "plan/ans-plan-check.h"
#include "report/ans-report-period.h"
#include "report/ans-report.h"

typedef struct
{
  char *period;
  char *as_of;
  char *record;
  char *output;
  gboolean list;
} Options;

/* What the request points to. */
typedef struct
{
  AnsReportRequest request;
  char *first, *last, *day;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->first);
  g_free (self->last);
  g_free (self->day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static const char *
scope_code (AnsReportScope scope)
{
  static const char *const codes[] = { "day", "period", "record" };

  return codes[scope];
}

/* --- which there are -------------------------------------------------------------------------- */

static AnsCliStatus
list_kinds (AnsCli *cli)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n;
  const AnsReportInfo *const *reports = ans_reports (&n);

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "id", reports[i]->id);
      ans_cli_json_text (builder, "title", reports[i]->title);
      ans_cli_json_text (builder, "of", scope_code (reports[i]->scope));
      ans_cli_json_text (builder, "area", reports[i]->area);
      ans_cli_json_text (builder, "register", reports[i]->register_id);
      json_builder_end_object (builder);
      if (!cli->json)
        g_print ("%s\t%s%s%s\t%s\n", reports[i]->id, scope_code (reports[i]->scope),
                 reports[i]->register_id != NULL ? " " : "",
                 reports[i]->register_id != NULL ? reports[i]->register_id : "", reports[i]->title);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}

/* --- what is asked for ------------------------------------------------------------------------ */

/* Whether the options go with the kind of paper; otherwise @cli's status says why not. */
static gboolean
check_options (AnsCli *cli, const AnsReportInfo *info, const Options *options)
{
  if (options->output == NULL)
    cli->status = ans_cli_usage (cli, _ ("Say where to write it: -o FILE."));
  else if (!ans_cli_document_knows (options->output))
    cli->status = ans_cli_usage (
        cli, _ ("“%s” ends neither with .csv nor with .xlsx, .pdf or .odt."), options->output);
  else if (info->scope == ANS_REPORT_RECORD && options->record == NULL)
    cli->status =
        ans_cli_usage (cli, _ ("“%s” is of one record of “%s”: say of which with --record."),
                       info->id, info->register_id);
  else if (info->scope != ANS_REPORT_RECORD && options->record != NULL)
    cli->status =
        ans_cli_usage (cli, _ ("“%s” is not of one record: leave --record out."), info->id);
  else if (info->scope != ANS_REPORT_PERIOD && options->period != NULL)
    cli->status = ans_cli_usage (cli, _ ("“%s” is not of a period: leave --period out."), info->id);
  else if (info->scope == ANS_REPORT_RECORD && options->as_of != NULL)
    cli->status =
        ans_cli_usage (cli, _ ("“%s” is of the day of its record: leave --as-of out."), info->id);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_period (const Options *options, Request *self, AnsReportPeriod *period, GError **error)
{
  if (options->period == NULL)
    return TRUE;
  if (!ans_report_period_parse (options->period, period, error))
    return FALSE;
  self->request.first = self->first = ans_date_to_iso (period->first);
  self->request.last = self->last = ans_date_to_iso (period->last);
  return TRUE;
}

static gboolean
read_request (
    AnsBook *book, const AnsReportInfo *info, const Options *options, Request *self, GError **error)
{
  if (options->as_of != NULL)
    {
      self->day = ans_cli_names_day (options->as_of, error);
      if (self->day == NULL)
        return FALSE;
      self->request.day = self->day;
      if (info->scope == ANS_REPORT_DAY)
        self->request.last = self->day;
    }
  if (options->record != NULL)
    {
      self->request.record = ans_cli_names_record (book, ans_register_find (info->register_id),
                                                   options->record, error);
      return self->request.record != 0;
    }
  return TRUE;
}

/* --- making it -------------------------------------------------------------------------------- */

static void
tell_warnings (GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    ans_cli_message (_ ("Warning: %s"), ((AnsContradiction *) warnings->pdata[i])->message);
}

static void
tell_file (const AnsReportInfo *info,
           const Request *request,
           AnsDocument *document,
           GPtrArray *warnings,
           const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "document", info->id);
  ans_cli_json_text (builder, "title", ans_document_get_title (document));
  ans_cli_json_text (builder, "first", request->first);
  ans_cli_json_text (builder, "last", request->last);
  ans_cli_json_text (builder, "as_of", request->day);
  ans_cli_json_int (builder, "count",
                    ans_table_source_get_n_rows (ans_document_get_table (document)));
  ans_cli_json_text (builder, "path", path);
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    {
      const AnsContradiction *warning = warnings->pdata[i];

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "kind", warning->kind);
      ans_cli_json_text (builder, "code", warning->code);
      ans_cli_json_text (builder, "message", warning->message);
      ans_cli_json_text (builder, "listing",
                         warning->list != NULL ? ans_listing_get_info (warning->list)->id : NULL);
      ans_cli_json_text (builder, "register", warning->record != 0 ? warning->reg : NULL);
      if (warning->record != 0)
        ans_cli_json_int (builder, "record", warning->record);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static AnsCliStatus
write_report (
    AnsCli *cli, AnsBook *book, const AnsReportInfo *info, const Request *request, const char *path)
{
  GError *error = NULL;
  g_autoptr (AnsDocument) document = ans_report_make (info, book, &request->request, &error);
  g_autoptr (GPtrArray) warnings =
      document != NULL ? ans_report_check (info, book, &request->request, &error) : NULL;

  if (warnings == NULL)
    return ans_cli_refuse (error);
  tell_warnings (warnings);
  if (!ans_cli_document_write_file (cli, document, path, &error))
    return ans_cli_refuse (error);
  if (cli->json)
    tell_file (info, request, document, warnings, path);
  return ANS_CLI_DONE;
}

static AnsCliStatus
report (AnsCli *cli, const Options *options)
{
  g_autoptr (AnsBook) book = NULL;
  const AnsReportInfo *info;
  g_auto (Request) request = { 0 };
  AnsReportPeriod period;
  GError *error = NULL;

  if (options->list)
    return list_kinds (cli);
  if (cli->n_arguments < 2)
    return ans_cli_usage (cli, _ ("Say which book and which kind of paper. “document --list” shows "
                                  "the kinds."));
  info = ans_report_find (cli->arguments[1]);
  if (info == NULL)
    return ans_cli_usage (cli, _ ("There is no paper “%s”. “document --list” shows the kinds."),
                          cli->arguments[1]);
  if (!check_options (cli, info, options))
    return cli->status;
  if (!read_period (options, &request, &period, &error))
    {
      cli->status = ans_cli_usage (cli, "%s", error->message);
      g_clear_error (&error);
      return cli->status;
    }
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;
  if (!read_request (book, info, options, &request, &error))
    return ans_cli_refuse (error);
  return write_report (cli, book, info, &request, options->output);
}

AnsCliStatus
ans_cli_report (AnsCli *cli)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_ ("show the kinds of papers"), NULL },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period,
      N_ ("2022, 2022-H1, 2022-Q3, 2022-9M, 2022-09, or FROM..TO"), N_ ("PERIOD") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of,
      N_ ("numbers up to that day (default: today, or the last day of the period)"), N_ ("DAY") },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &options.record,
      N_ ("the record that the paper is of: its number, or what it is called by"), N_ ("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("write a file: .csv, .xlsx, .pdf or .odt"), N_ ("FILE") },
    { NULL },
  };
  AnsCliStatus status = ans_cli_parse (cli, entries, 0, 2) ? report (cli, &options) : cli->status;

  g_free (options.period);
  g_free (options.as_of);
  g_free (options.record);
  g_free (options.output);
  return status;
}
