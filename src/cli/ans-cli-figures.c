/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a plan, and the list behind one of them. */
#include <glib/gi18n.h>
#include <string.h>

#include "cli/ans-cli-document.h"
#include "cli/ans-cli-list.h"
#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "plan/ans-figures.h"

/* Decimals of a value that machines get: it is rounded only where it is printed. */
#define VALUE_DECIMALS 4

typedef struct
{
  char *plan;
  char *as_of;
  char *period;
  char *part;
  char *village;
  char *columns;
  char *output;
  int limit;
  gboolean by_village;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->plan);
  g_free (options->as_of);
  g_free (options->period);
  g_free (options->part);
  g_free (options->village);
  g_free (options->columns);
  g_free (options->output);
}

/* --- which figures ---------------------------------------------------------------------------- */

static char *
list_years (AnsBook *book)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      ans_book_get_connection (book), "SELECT year FROM plan ORDER BY year", NULL);
  GString *years = g_string_new (NULL);

  while (row != NULL && ans_statement_step (row, NULL))
    g_string_append_printf (years, "%s%s", years->len > 0 ? ", " : "", ans_statement_text (row, 0));
  return g_string_free_and_steal (years);
}

/* The plan of --plan, or of the day; 0 after telling that there is none. */
static gint64
find_plan (AnsCli *cli, AnsBook *book, const Options *options, const char *day)
{
  g_autofree char *years = NULL;
  guint64 year;
  gint64 plan;

  if (options->plan == NULL)
    {
      plan = ans_plan_find_current (book, day);
      if (plan == 0)
        {
          ans_cli_message (_ ("The book has no plan. “new --plan” makes a book with one."));
          cli->status = ANS_CLI_REFUSED;
        }
      return plan;
    }
  if (!g_ascii_string_to_unsigned (options->plan, 10, 1900, 2199, &year, NULL))
    {
      cli->status = ans_cli_usage (cli, _ ("“%s” is not the year of a plan."), options->plan);
      return 0;
    }
  plan = ans_plan_find_year (book, (int) year);
  if (plan != 0)
    return plan;
  years = list_years (book);
  if (*years == '\0')
    ans_cli_message (_ ("The book has no plan. “new --plan” makes a book with one."));
  else
    ans_cli_message (_ ("The book has no plan of %s. There are: %s."), options->plan, years);
  cli->status = ANS_CLI_REFUSED;
  return 0;
}

/* FROM..TO as two days. */
static gboolean
parse_period (const char *text, char **first, char **last, GError **error)
{
  const char *dots = strstr (text, "..");
  g_autofree char *from = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : NULL;

  if (dots == NULL)
    {
      g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE,
                   _ ("“%s” is not a period. Write it as FROM..TO, such as "
                      "2022-01-01..2022-06-30."),
                   text);
      return FALSE;
    }
  *first = ans_cli_names_day (from, error);
  *last = *first != NULL ? ans_cli_names_day (dots + 2, error) : NULL;
  if (*last != NULL && strcmp (*first, *last) > 0)
    {
      g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE,
                   _ ("The period “%s” ends before it begins."), text);
      return FALSE;
    }
  return *last != NULL;
}

static gboolean
check_day (AnsFigures *figures, GError **error)
{
  AnsDate day, first;
  g_autofree char *asked = NULL, *begins = NULL;

  if (!ans_figures_evaluate (figures, error))
    return FALSE;
  day = ans_figures_get_day (figures);
  first = ans_figures_get_first_day (figures);
  if (ans_date_compare (day, first) >= 0)
    return TRUE;
  asked = ans_date_to_iso (day);
  begins = ans_date_to_iso (first);
  g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE,
               _ ("%s is before the first day of the period, %s."), asked, begins);
  return FALSE;
}

/* Returns: (nullable): NULL after telling why not */
static AnsFigures *
open_figures (AnsCli *cli, AnsBook *book, const Options *options)
{
  g_autofree char *day = NULL, *first = NULL, *last = NULL;
  g_autoptr (AnsFigures) figures = NULL;
  GError *error = NULL;
  gint64 plan;

  if ((options->as_of != NULL && (day = ans_cli_names_day (options->as_of, &error)) == NULL) ||
      (options->period != NULL && !parse_period (options->period, &first, &last, &error)))
    {
      cli->status = ans_cli_refuse (error);
      return NULL;
    }
  plan = find_plan (cli, book, options, day != NULL ? day : last);
  if (plan == 0)
    return NULL;
  figures = ans_figures_new (book, plan);
  if (first != NULL)
    ans_figures_set_period (figures, first, last);
  if (day != NULL)
    ans_figures_set_day (figures, day);
  if (!check_day (figures, &error))
    {
      cli->status = ans_cli_refuse (error);
      return NULL;
    }
  return g_steal_pointer (&figures);
}

/* --- figures ---------------------------------------------------------------------------------- */

static void
json_rational (
    JsonBuilder *builder, const char *name, gboolean has, AnsRational value, int decimals)
{
  g_autofree char *text = has ? ans_rational_to_canonical (value, decimals) : NULL;

  json_builder_set_member_name (builder, name);
  ans_cli_json_value (
      builder, text != NULL && strchr (text, '.') == NULL ? ANS_FIELD_INTEGER : ANS_FIELD_DECIMAL,
      text);
}

static void
json_count (JsonBuilder *builder, const char *name, gint64 count)
{
  json_builder_set_member_name (builder, name);
  if (count >= 0)
    json_builder_add_int_value (builder, count);
  else
    json_builder_add_null_value (builder);
}

/* What the commune's and a village's number have in common. */
static void
json_value (JsonBuilder *builder, const AnsFigureValue *value, const AnsIndicator *indicator)
{
  gboolean has = value->state == ANS_FIGURE_VALUE;
  g_autofree char *text = ans_figure_value_display (value, indicator);

  json_rational (builder, "target", value->has_target, value->target, VALUE_DECIMALS);
  json_rational (builder, "value", has, value->value, VALUE_DECIMALS);
  json_rational (builder, "rounded", has, value->value, indicator->decimals);
  ans_cli_json_text (builder, "text", text);
  json_count (builder, "numerator", value->numerator);
  json_count (builder, "denominator", value->denominator);
  if (value->start_numerator >= 0)
    {
      json_builder_set_member_name (builder, "start");
      json_builder_begin_object (builder);
      json_count (builder, "numerator", value->start_numerator);
      json_count (builder, "denominator", value->start_denominator);
      json_builder_end_object (builder);
    }
  ans_cli_json_text (builder, "state", ans_figure_state_code (value->state));
  ans_cli_json_text (builder, "shown", ans_origin_code (value->origin));
  ans_cli_json_text (builder, "verdict", ans_verdict_code (value->verdict));
  ans_cli_json_text (builder, "verdict_text", ans_figure_value_verdict_display (value, indicator));
  ans_cli_json_bool (builder, "near_threshold", value->near);
}

static void
json_progress (JsonBuilder *builder, AnsFigures *figures, AnsFigure *figure)
{
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *before = ans_figures_get_last_year (figures, figure);
  AnsRational percent = ANS_RATIONAL_ZERO;
  gboolean has = ans_figure_value_progress (value, indicator, &percent);
  g_autofree char *gap = ans_figure_value_gap (value, indicator, NULL);
  AnsForecast forecast;

  json_rational (builder, "progress", has, percent, 1);
  ans_cli_json_text (builder, "gap", *gap != '\0' ? gap : NULL);
  json_rational (builder, "same_period_last_year",
                 before != NULL && before->state == ANS_FIGURE_VALUE,
                 before != NULL ? before->value : ANS_RATIONAL_ZERO, VALUE_DECIMALS);
  json_builder_set_member_name (builder, "forecast");
  if (ans_figures_forecast (figures, figure, &forecast))
    {
      g_autofree char *text = ans_forecast_display (&forecast, indicator);

      json_builder_begin_object (builder);
      json_rational (builder, "expected", TRUE, forecast.expected, 1);
      json_rational (builder, "missing", TRUE, forecast.missing, indicator->decimals);
      ans_cli_json_int (builder, "per_month", forecast.per_month);
      ans_cli_json_bool (builder, "seasonal", forecast.seasonal);
      ans_cli_json_bool (builder, "reaches", forecast.reaches);
      ans_cli_json_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
}

/* A village that is no more is told of only where it has a number. */
static gboolean
shows_village (AnsFigure *figure, gint64 village, gboolean is_current)
{
  return ans_figure_value_is_shown (ans_figure_get_village_value (figure, village), is_current);
}

typedef void (*VillageFunc) (JsonBuilder *builder,
                             const char *name,
                             gint64 id,
                             const AnsFigureValue *value,
                             const AnsIndicator *indicator);

static void
each_village (JsonBuilder *builder, AnsFigures *figures, AnsFigure *figure, VillageFunc func)
{
  const GArray *villages = ans_figures_get_villages (figures);

  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureVillage *village = &g_array_index (villages, AnsFigureVillage, i);

      if (shows_village (figure, village->id, village->is_current))
        func (builder, village->name, village->id,
              ans_figure_get_village_value (figure, village->id),
              ans_figure_get_indicator (figure));
    }
  if (shows_village (figure, 0, FALSE))
    func (builder, "Chưa rõ thôn", 0, ans_figure_get_village_value (figure, 0),
          ans_figure_get_indicator (figure));
}

static void
village_number (JsonBuilder *builder,
                const char *name,
                gint64 id,
                const AnsFigureValue *value,
                const AnsIndicator *indicator)
{
  json_rational (builder, name, value->state == ANS_FIGURE_VALUE, value->value, VALUE_DECIMALS);
}

static void
village_details (JsonBuilder *builder,
                 const char *name,
                 gint64 id,
                 const AnsFigureValue *value,
                 const AnsIndicator *indicator)
{
  json_builder_begin_object (builder);
  ans_cli_json_int (builder, "id", id);
  ans_cli_json_text (builder, "village", name);
  json_value (builder, value, indicator);
  json_builder_end_object (builder);
}

static void
json_figure (JsonBuilder *builder, AnsFigures *figures, AnsFigure *figure, gboolean by_village)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsManualValue *entry = ans_figure_get_entry (figure);
  g_autofree char *as_of =
      ans_date_to_iso (ans_date_is_none (value->day) ? ans_figures_get_day (figures) : value->day);

  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "code", indicator->code);
  ans_cli_json_text (builder, "name", indicator->name);
  ans_cli_json_text (builder, "area", indicator->area);
  ans_cli_json_text (builder, "kind", ans_indicator_kind_code (indicator->kind));
  ans_cli_json_text (builder, "unit", indicator->unit);
  ans_cli_json_text (builder, "direction", ans_direction_code (indicator->direction));
  json_rational (builder, "target_high", indicator->has_high, indicator->target_high,
                 VALUE_DECIMALS);
  ans_cli_json_text (builder, "target_text", indicator->target_text);
  ans_cli_json_int (builder, "decimals", indicator->decimals);
  ans_cli_json_bool (builder, "additive", indicator->additive);
  ans_cli_json_text (builder, "source", ans_source_code (indicator->source));
  ans_cli_json_text (builder, "as_of", as_of);
  json_value (builder, value, indicator);
  json_progress (builder, figures, figure);
  ans_cli_json_text (builder, "remark", ans_figure_get_remark (figure));
  ans_cli_json_text (builder, "entry_source", entry != NULL ? entry->source : NULL);
  ans_cli_json_text (builder, "entry_note", entry != NULL ? entry->note : NULL);
  ans_cli_json_text (builder, "flag", indicator->flag);
  if (by_village)
    {
      json_builder_set_member_name (builder, "villages");
      json_builder_begin_object (builder);
      each_village (builder, figures, figure, village_number);
      json_builder_end_object (builder);
      json_builder_set_member_name (builder, "by_village");
      json_builder_begin_array (builder);
      each_village (builder, figures, figure, village_details);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
csv_text (const char *text)
{
  ans_cli_write_csv (stdout, text);
  putchar (',');
}

static void
csv_number (gboolean has, AnsRational number)
{
  g_autofree char *text = has ? ans_rational_to_canonical (number, VALUE_DECIMALS) : NULL;

  csv_text (text);
}

static void
csv_count (gint64 count)
{
  if (count >= 0)
    printf ("%" G_GINT64_FORMAT, count);
  putchar (',');
}

static void
csv_line (const AnsIndicator *indicator,
          const AnsFigureValue *value,
          const char *village,
          AnsDate day,
          gboolean by_village)
{
  g_autofree char *as_of = ans_date_to_iso (ans_date_is_none (value->day) ? day : value->day);

  csv_text (indicator->code);
  if (by_village)
    csv_text (village);
  csv_text (indicator->name);
  csv_text (indicator->unit);
  csv_text (ans_direction_code (indicator->direction));
  csv_number (value->has_target, value->target);
  csv_number (value->state == ANS_FIGURE_VALUE, value->value);
  csv_count (value->numerator);
  csv_count (value->denominator);
  csv_text (ans_source_code (indicator->source));
  csv_text (ans_origin_code (value->origin));
  csv_text (ans_figure_state_code (value->state));
  csv_text (ans_verdict_code (value->verdict));
  csv_text (value->near ? "1" : "0");
  ans_cli_write_csv (stdout, as_of);
  putchar ('\n');
}

static void
csv_figure (AnsFigures *figures, AnsFigure *figure, gboolean by_village)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const GArray *villages = ans_figures_get_villages (figures);
  AnsDate day = ans_figures_get_day (figures);

  csv_line (indicator, ans_figure_get_value (figure), "", day, by_village);
  for (guint i = 0; by_village && i < villages->len; i++)
    {
      const AnsFigureVillage *village = &g_array_index (villages, AnsFigureVillage, i);

      if (shows_village (figure, village->id, village->is_current))
        csv_line (indicator, ans_figure_get_village_value (figure, village->id), village->name, day,
                  TRUE);
    }
  if (by_village && shows_village (figure, 0, FALSE))
    csv_line (indicator, ans_figure_get_village_value (figure, 0), "Chưa rõ thôn", day, TRUE);
}

static void
write_figures (AnsCli *cli, AnsFigures *figures, gboolean by_village)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));

  json_builder_begin_array (builder);
  if (!cli->json)
    printf ("code,%sname,unit,direction,target,value,numerator,denominator,source,shown,state,"
            "verdict,near_threshold,as_of\n",
            by_village ? "village," : "");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);

      if (cli->json)
        json_figure (builder, figures, figure, by_village);
      else
        csv_figure (figures, figure, by_village);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
}

static AnsCliStatus
figures_of (AnsCli *cli, const Options *options)
{
  g_autoptr (AnsBook) book = ans_cli_open (cli, cli->arguments[0], FALSE);
  g_autoptr (AnsFigures) figures = NULL;

  if (book == NULL)
    return cli->status;
  figures = open_figures (cli, book, options);
  if (figures == NULL)
    return cli->status;
  write_figures (cli, figures, options->by_village);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_figures (AnsCli *cli)
{
  Options options = { .limit = -1 };
  const GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &options.plan, N_ ("the plan of that year"),
      N_ ("YEAR") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of,
      N_ ("as it was on that day (default: today, or the last day of the plan)"), N_ ("DAY") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period,
      N_ ("count from one day to another instead of in the plan's year"), N_ ("FROM..TO") },
    { "by-village", 0, 0, G_OPTION_ARG_NONE, &options.by_village, N_ ("also for each village"),
      NULL },
    { NULL },
  };
  AnsCliStatus status =
      ans_cli_parse (cli, entries, 1, 1) ? figures_of (cli, &options) : cli->status;

  options_clear (&options);
  return status;
}

/* --- figure ----------------------------------------------------------------------------------- */

static gboolean
parse_part (const char *text, AnsFigurePartKind *part)
{
  for (*part = ANS_PART_NUMERATOR; *part < ANS_PART_N; (*part)++)
    if (text == NULL || g_str_equal (text, ans_figure_part_code (*part)))
      return TRUE;
  return FALSE;
}

static AnsCliStatus
refuse_part (AnsFigure *figure, AnsFigurePartKind part)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);

  if (value->origin == ANS_ORIGIN_MANUAL)
    ans_cli_message (_ ("“%s” was entered by hand: there is no list behind it."), indicator->code);
  else if (value->origin == ANS_ORIGIN_COMPUTED && ans_figure_has_part (figure, ANS_PART_NUMERATOR))
    ans_cli_message (_ ("“%s” has no %s."), indicator->code, ans_figure_part_code (part));
  else if (value->origin == ANS_ORIGIN_COMPUTED)
    ans_cli_message (_ ("“%s” is reckoned from other figures: there is no list behind it."),
                     indicator->code);
  else
    ans_cli_message (_ ("There is no number for “%s” yet, so there is no list behind it."),
                     indicator->code);
  return ANS_CLI_REFUSED;
}

static AnsCliStatus
write_list (AnsCli *cli, AnsFigures *figures, const Options *options, AnsFigurePartKind part)
{
  AnsBook *book = ans_figures_get_book (figures);
  AnsFigure *figure = ans_figures_find (figures, cli->arguments[1]);
  AnsListingDocumentOptions document = { 0 };
  g_autoptr (AnsListing) list = NULL;
  g_auto (GStrv) columns = NULL;
  GError *error = NULL;
  gint64 village = 0;

  if (figure == NULL)
    {
      ans_cli_message (_ ("The plan of %d has no indicator “%s”. “figures” shows them."),
                       ans_figures_get_plan (figures)->year, cli->arguments[1]);
      return ANS_CLI_REFUSED;
    }
  if (options->village != NULL &&
      (village = ans_cli_list_find_village (book, options->village, &error)) == 0)
    return ans_cli_refuse (error);
  list = ans_figures_list (figures, figure, part, village);
  if (list == NULL)
    return refuse_part (figure, part);
  if (village != 0 && ans_listing_info_get_column (ans_listing_get_info (list), "village") == NULL)
    return ans_cli_usage (cli, _ ("The listing “%s” can't be asked for one village."),
                          ans_listing_get_info (list)->id);
  if (options->output == NULL)
    return ans_cli_list_write (cli, list, options->columns, options->limit);
  if (options->columns != NULL)
    columns = g_strsplit (options->columns, ",", -1);
  document.columns = (const char *const *) columns;
  return ans_cli_document_write (cli, list, &document, options->output);
}

static AnsCliStatus
figure_of (AnsCli *cli, const Options *options)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsFigures) figures = NULL;
  AnsFigurePartKind part;

  if (!parse_part (options->part, &part))
    return ans_cli_usage (cli,
                          _ ("“%s” is no part of a figure. There are: numerator, denominator, "
                             "start-numerator, start-denominator."),
                          options->part);
  if (options->output != NULL && !ans_cli_document_knows (options->output))
    return ans_cli_usage (cli, _ ("“%s” ends neither with .csv nor with .xlsx, .pdf or .odt."),
                          options->output);
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;
  figures = open_figures (cli, book, options);
  if (figures == NULL)
    return cli->status;
  return write_list (cli, figures, options, part);
}

AnsCliStatus
ans_cli_figure (AnsCli *cli)
{
  Options options = { .limit = -1 };
  const GOptionEntry entries[] = {
    { "part", 0, 0, G_OPTION_ARG_FILENAME, &options.part,
      N_ ("numerator (default), denominator, start-numerator or start-denominator"), N_ ("PART") },
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &options.plan, N_ ("the plan of that year"),
      N_ ("YEAR") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of,
      N_ ("as it was on that day (default: today, or the last day of the plan)"), N_ ("DAY") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period,
      N_ ("count from one day to another instead of in the plan's year"), N_ ("FROM..TO") },
    { "village", 0, 0, G_OPTION_ARG_FILENAME, &options.village,
      N_ ("only this village: name, code or number"), N_ ("VILLAGE") },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &options.columns, N_ ("only these columns"),
      N_ ("A,B,…") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_ ("at most so many rows"), N_ ("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("write a file: .csv, .xlsx, .pdf or .odt"), N_ ("FILE") },
    { NULL },
  };
  AnsCliStatus status = !ans_cli_parse (cli, entries, 2, 2) ? cli->status
                        : options.limit < -1
                            ? ans_cli_usage (cli, _ ("A list can't have less than no rows."))
                            : figure_of (cli, &options);

  options_clear (&options);
  return status;
}
