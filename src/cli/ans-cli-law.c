/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law on the command line: its figures, what facts give, what is due month by month. */
#include "cli/ans-cli-law.h"

#include <glib/gi18n.h>

#include "areas/ans-law-book.h"
#include "areas/ans-law-people.h"
#include "cli/ans-cli-document.h"
#include "cli/ans-cli-names.h"
#include "policy/ans-poverty-standard.h"
#include "report/ans-law-sheet.h"
#include "text/ans-number.h"

/* --- rates ------------------------------------------------------------------------------------ */

/* THUONG_BINH.045 is the row of 45 percent. */
static int
percent_of (const char *code)
{
  const char *dot = strrchr (code, '.');

  return dot != NULL && strlen (dot) == 4 && strspn (dot + 1, "0123456789") == 3
             ? (int) g_ascii_strtoll (dot + 1, NULL, 10)
             : 0;
}

static void
json_rate (JsonBuilder *builder, const AnsRate *rate)
{
  int percent = percent_of (rate->code);
  g_autofree char *code =
      percent != 0 ? g_strndup (rate->code, strlen (rate->code) - 4) : g_strdup (rate->code);

  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "scheme", rate->scheme);
  ans_cli_json_text (builder, "code", code);
  if (percent != 0)
    ans_cli_json_int (builder, "rate_percent", percent);
  json_builder_set_member_name (builder, "value");
  if (strchr (rate->text, '-') != NULL)
    json_builder_add_string_value (builder, rate->text);
  else if (rate->hundredths % 100 != 0)
    json_builder_add_double_value (builder, (double) rate->hundredths / 100.0);
  else
    json_builder_add_int_value (builder, rate->value);
  ans_cli_json_text (builder, "unit", rate->unit);
  ans_cli_json_text (builder, "effective_from", rate->from);
  ans_cli_json_text (builder, "in_force_from", *rate->in_force != '\0' ? rate->in_force : NULL);
  ans_cli_json_text (builder, "effective_to", *rate->to != '\0' ? rate->to : NULL);
  ans_cli_json_text (builder, "legal_basis", rate->legal_basis);
  ans_cli_json_text (builder, "check", rate->check);
  ans_cli_json_text (builder, "source", rate->source);
  json_builder_end_object (builder);
}

static void
csv_rate (const AnsRate *rate)
{
  const char *const cells[] = { rate->scheme, rate->code,     rate->text, rate->unit,
                                rate->from,   rate->in_force, rate->to,   rate->legal_basis,
                                rate->check,  rate->source };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      if (i > 0)
        putchar (',');
      ans_cli_write_csv (stdout, cells[i]);
    }
  putchar ('\n');
}

/* A scheme of ours, or a name of the table itself. */
static gboolean
is_asked (const AnsRate *rate, const char *asked, int day)
{
  AnsLawScheme scheme = ans_law_scheme_find (asked);

  if (day != 0 && (rate->first_day > day || rate->last_day < day))
    return FALSE;
  if (asked == NULL || g_str_equal (asked, rate->scheme))
    return TRUE;
  return scheme != ANS_LAW_N_SCHEMES && ans_law_scheme_has_rate (scheme, rate->scheme);
}

static guint
write_rates (AnsCli *cli, JsonBuilder *builder, AnsRateTable *table, const char *asked, int day)
{
  guint found = 0;

  for (guint i = 0; i < ans_rate_table_get_n (table); i++)
    {
      const AnsRate *rate = ans_rate_table_get (table, i);

      if (!is_asked (rate, asked, day))
        continue;
      if (cli->json)
        json_rate (builder, rate);
      else
        csv_rate (rate);
      found++;
    }
  return found;
}

/* Whether rows of that name exist on any day. */
static gboolean
is_name (AnsRateTable *table, const char *asked)
{
  for (guint i = 0; i < ans_rate_table_get_n (table); i++)
    if (is_asked (ans_rate_table_get (table, i), asked, 0))
      return TRUE;
  return FALSE;
}

static AnsCliStatus
rates (AnsCli *cli, const char *as_of)
{
  AnsRateTable *const tables[] = { ans_law_get_rates (ans_law_get_default ()),
                                   ans_poverty_standards () };
  const char *asked = cli->n_arguments > 0 ? cli->arguments[0] : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int day = as_of != NULL ? ans_cli_law_day (cli, as_of, NULL) : 0;

  if (as_of != NULL && day == 0)
    return cli->status;
  if (asked != NULL && !is_name (tables[0], asked) && !is_name (tables[1], asked))
    {
      ans_cli_law_scheme (cli, asked);
      return cli->status;
    }
  json_builder_begin_array (builder);
  if (!cli->json)
    puts ("scheme,code,value,unit,effective_from,in_force_from,effective_to,legal_basis,check,"
          "source");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    write_rates (cli, builder, tables[i], asked, day);
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_rates (AnsCli *cli)
{
  g_autofree char *as_of = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_ ("only what applies on that day"),
      N_ ("DAY") },
    { NULL },
  };

  return ans_cli_parse (cli, entries, 0, 1) ? rates (cli, as_of) : cli->status;
}

/* --- assess ----------------------------------------------------------------------------------- */

static gboolean
read_facts (AnsCli *cli, guint first, AnsLawFacts *facts)
{
  GError *error = NULL;

  for (guint i = first; i < cli->n_arguments; i++)
    {
      const char *value;
      g_autofree char *name = ans_cli_names_split (cli, cli->arguments[i], &value);

      if (name == NULL)
        return FALSE;
      if (ans_fact_find (name) != ANS_FACT_N && ans_law_facts_has (facts, ans_fact_find (name)))
        {
          cli->status = ans_cli_usage (cli, _ ("“%s” is given twice."), name);
          return FALSE;
        }
      if (!ans_law_facts_set (facts, name, value, &error))
        {
          if (g_error_matches (error, ANS_LAW_ERROR, ANS_LAW_ERROR_UNKNOWN_FACT))
            {
              cli->status = ans_cli_usage (cli, "%s", error->message);
              g_error_free (error);
            }
          else
            cli->status = ans_cli_refuse (error);
          return FALSE;
        }
    }
  if (ans_law_check_facts (ans_law_get_default (), facts, &error))
    return TRUE;
  cli->status = ans_cli_refuse (error);
  return FALSE;
}

static void
json_fact (JsonBuilder *builder, const AnsFactInfo *info)
{
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "name", info->name);
  ans_cli_json_text (builder, "label", info->label);
  ans_cli_json_text (builder, "format", info->format);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; info->choices != NULL && info->choices[i].code != NULL; i++)
    {
      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "code", info->choices[i].code);
      ans_cli_json_text (builder, "label", info->choices[i].label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_fact (const AnsFactInfo *info)
{
  printf ("%s\t%s\t", info->name, info->label);
  for (guint i = 0; info->choices != NULL && info->choices[i].code != NULL; i++)
    printf ("%s%s", i > 0 ? "/" : "", info->choices[i].code);
  printf ("%s\n", info->format != NULL ? info->format : "");
}

static AnsCliStatus
show_facts (AnsCli *cli, AnsLawScheme scheme)
{
  guint64 facts = ans_law_facts_of (ans_law_get_default (), scheme);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < ANS_FACT_N; i++)
    if (facts & ANS_FACT_BIT (i))
      {
        if (cli->json)
          json_fact (builder, ans_fact_info (i));
        else
          print_fact (ans_fact_info (i));
      }
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}

static void
write_answer (AnsCli *cli, const AnsLawAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      ans_cli_law_print (answer);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  ans_cli_law_answer (builder, answer);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static AnsCliStatus
assess (AnsCli *cli, const char *as_of, gboolean only_facts)
{
  AnsLawScheme scheme = ans_cli_law_scheme (cli, cli->arguments[0]);
  g_autoptr (AnsLawAnswer) answer = NULL;
  AnsLawFacts facts = { 0 };
  int day;

  if (scheme == ANS_LAW_N_SCHEMES)
    return cli->status;
  if (only_facts)
    return show_facts (cli, scheme);
  day = ans_cli_law_day (cli, as_of, NULL);
  if (day == 0 || !read_facts (cli, 1, &facts))
    return cli->status;
  answer = ans_law_answer_new (TRUE);
  ans_law_ask (ans_law_get_default (), scheme, &facts, day, answer);
  write_answer (cli, answer);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_assess (AnsCli *cli)
{
  g_autofree char *as_of = NULL;
  gboolean facts = FALSE;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_ ("on that day (default: today)"),
      N_ ("DAY") },
    { "facts", 0, 0, G_OPTION_ARG_NONE, &facts, N_ ("show the facts that the scheme asks for"),
      NULL },
    { NULL },
  };

  return ans_cli_parse (cli, entries, 1, G_MAXINT) ? assess (cli, as_of, facts) : cli->status;
}

/* --- why -------------------------------------------------------------------------------------- */

static void
answer_scheme (AnsCli *cli,
               AnsLaw *law,
               JsonBuilder *builder,
               AnsLawScheme scheme,
               const AnsLawFacts *facts,
               int day,
               const char *iso)
{
  g_autoptr (AnsLawAnswer) answer = ans_law_answer_new (TRUE);

  ans_law_ask (law, scheme, facts, day, answer);
  if (!cli->json)
    {
      printf ("%s: ", ans_law_scheme_title (scheme));
      ans_cli_law_print (answer);
      return;
    }
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "scheme", ans_law_scheme_code (scheme));
  ans_cli_json_text (builder, "as_of", iso);
  ans_cli_law_answer (builder, answer);
  json_builder_end_object (builder);
}

/* The sheet that a citizen takes home. */
static AnsCliStatus
write_sheet (AnsCli *cli,
             AnsBook *book,
             AnsLaw *law,
             AnsLawScheme scheme,
             const AnsLawFacts *facts,
             int day,
             const char *path)
{
  g_autoptr (AnsLawAnswer) answer = ans_law_answer_new (TRUE);
  g_autoptr (AnsDocument) sheet = NULL;
  GError *error = NULL;

  ans_law_ask (law, scheme, facts, day, answer);
  sheet = ans_law_sheet_new (book, scheme, facts, day, answer);
  return ans_cli_document_write_file (cli, sheet, path, &error) ? ANS_CLI_DONE
                                                                : ans_cli_refuse (error);
}

static AnsCliStatus
why (AnsCli *cli, const char *as_of, const char *output)
{
  gboolean all = cli->n_arguments < 3;
  AnsLawScheme scheme = all ? 0 : ans_cli_law_scheme (cli, cli->arguments[2]);
  g_autofree char *iso = NULL;
  int day = ans_cli_law_day (cli, as_of, &iso);
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsLaw) law = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  AnsLawFacts facts;
  GError *error = NULL;
  gint64 person;

  if (scheme == ANS_LAW_N_SCHEMES || day == 0)
    return cli->status;
  if (output != NULL && (all || !ans_cli_document_knows (output)))
    return ans_cli_usage (
        cli, _ ("A sheet is of one scheme, and its file ends with .pdf, .odt, .xlsx or .csv."));
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;
  person = ans_cli_names_record (book, ans_register_find ("people"), cli->arguments[1], &error);
  if (person == 0 ||
      !ans_law_facts_of_person (ans_book_get_connection (book), person, iso, &facts, &error))
    return ans_cli_refuse (error);
  law = ans_law_book_get (book);
  if (output != NULL)
    return write_sheet (cli, book, law, scheme, &facts, day, output);
  if (all)
    json_builder_begin_array (builder);
  for (guint i = all ? 0 : scheme; i < (all ? ANS_LAW_N_SCHEMES : scheme + 1); i++)
    answer_scheme (cli, law, builder, i, &facts, day, iso);
  if (all)
    json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_why (AnsCli *cli)
{
  g_autofree char *as_of = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_ ("on that day (default: today)"),
      N_ ("DAY") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("write the sheet for the citizen"),
      N_ ("FILE") },
    { NULL },
  };

  return ans_cli_parse (cli, entries, 2, 3) ? why (cli, as_of, output) : cli->status;
}

/* --- schedule --------------------------------------------------------------------------------- */

#define MAX_MONTHS 1200

typedef struct
{
  char *from, *to;
  char **paid;
} Options;

/* yyyymm of 2024-07, 0 if it is no month */
static int
read_month (const char *text)
{
  AnsDate date;

  return text != NULL && ans_date_parse_iso (text, &date, NULL) && date.month != 0 && date.day == 0
             ? date.year * 100 + date.month
             : 0;
}

static gboolean
pay (AnsCli *cli, AnsLawSchedule *schedule, char **paid)
{
  for (guint i = 0; paid != NULL && paid[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (paid[i], "=", 2);
      int month = read_month (parts[0]);
      gint64 amount;

      if (month == 0 || parts[1] == NULL ||
          !g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT32 * (gint64) 1000, &amount, NULL))
        {
          cli->status = ans_cli_usage (
              cli, _ ("“%s” is not of the form MONTH=AMOUNT, such as 2024-07=360000."), paid[i]);
          return FALSE;
        }
      if (!ans_law_schedule_pay (schedule, month, amount))
        {
          cli->status = ans_cli_usage (cli, _ ("“%s” is not between --from and --to."), parts[0]);
          return FALSE;
        }
    }
  return TRUE;
}

static char *
show_month (int month)
{
  return month != 0 ? g_strdup_printf ("%04d-%02d", month / 100, month % 100) : NULL;
}

static void
json_schedule (const AnsLawSchedule *schedule)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *first = show_month (schedule->from_month);
  g_autofree char *last = show_month (schedule->last_month);

  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "from_month", first);
  ans_cli_json_text (builder, "last_month", last);
  json_builder_set_member_name (builder, "months");
  json_builder_begin_array (builder);
  for (guint i = 0; i < schedule->months->len; i++)
    {
      const AnsLawMonth *item = &g_array_index (schedule->months, AnsLawMonth, i);
      g_autofree char *month = show_month (item->month);

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "month", month);
      ans_cli_json_int (builder, "amount", item->amount);
      ans_cli_law_lines (builder, item->lines, item->n_lines);
      ans_cli_json_int (builder, "paid", item->paid);
      ans_cli_json_int (builder, "arrears", item->arrears);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  ans_cli_json_int (builder, "total", schedule->total);
  ans_cli_json_int (builder, "arrears_total", schedule->arrears_total);
  ans_cli_law_facts (builder, "missing", schedule->missing);
  ans_cli_json_bool (builder, "estimated_age", schedule->estimated_age);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static void
csv_schedule (const AnsLawSchedule *schedule)
{
  puts ("month,amount,paid,arrears,lines");
  for (guint i = 0; i < schedule->months->len; i++)
    {
      const AnsLawMonth *item = &g_array_index (schedule->months, AnsLawMonth, i);
      g_autofree char *month = show_month (item->month);
      g_autoptr (GString) codes = g_string_new (NULL);

      for (guint j = 0; j < item->n_lines; j++)
        g_string_append_printf (codes, "%s%s", j > 0 ? " + " : "", item->lines[j].code);
      printf ("%s,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%s\n", month,
              item->amount, item->paid, item->arrears, codes->str);
    }
}

static AnsCliStatus
schedule_of (AnsCli *cli, const Options *options)
{
  AnsLawScheme scheme = ans_cli_law_scheme (cli, cli->arguments[0]);
  int from = read_month (options->from), to = read_month (options->to);
  g_autoptr (AnsLawSchedule) schedule = NULL;
  AnsLawFacts facts = { 0 };

  if (scheme == ANS_LAW_N_SCHEMES)
    return cli->status;
  if (!ans_law_scheme_is_monthly (scheme))
    return ans_cli_usage (cli, _ ("“%s” is not paid monthly, so it has no schedule."),
                          cli->arguments[0]);
  if (from == 0 || to == 0)
    return ans_cli_usage (cli, _ ("Give the months with --from and --to, such as 2024-07."));
  if (to < from || (to / 100 - from / 100) * 12 > MAX_MONTHS)
    return ans_cli_usage (cli, _ ("From %s to %s is no span of months."), options->from,
                          options->to);
  if (!read_facts (cli, 1, &facts))
    return cli->status;
  schedule = ans_law_schedule_new (ans_law_get_default (), scheme, &facts, from, to);
  if (!pay (cli, schedule, options->paid))
    return cli->status;
  if (cli->json)
    json_schedule (schedule);
  else
    csv_schedule (schedule);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_schedule (AnsCli *cli)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_ ("the first month"), N_ ("MONTH") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_ ("the last month"), N_ ("MONTH") },
    { "paid", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paid,
      N_ ("what was paid for a month; may be given again"), N_ ("MONTH=AMOUNT") },
    { NULL },
  };
  AnsCliStatus status =
      ans_cli_parse (cli, entries, 1, G_MAXINT) ? schedule_of (cli, &options) : cli->status;

  g_free (options.from);
  g_free (options.to);
  g_strfreev (options.paid);
  return status;
}
