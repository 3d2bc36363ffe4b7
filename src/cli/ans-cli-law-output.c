/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of the law as JSON and as lines to read. */
#include <glib/gi18n.h>

#include "cli/ans-cli-law.h"
#include "cli/ans-cli-names.h"
#include "text/ans-number.h"

void
ans_cli_law_facts (JsonBuilder *builder, const char *name, guint64 bits)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < ANS_FACT_N; i++)
    if (bits & ANS_FACT_BIT (i))
      json_builder_add_string_value (builder, ans_fact_info (i)->name);
  json_builder_end_array (builder);
}

void
ans_cli_law_lines (JsonBuilder *builder, const AnsLawLine *lines, guint n)
{
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *basis = ans_law_line_basis (&lines[i]);

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "code", lines[i].code);
      ans_cli_json_text (builder, "title", lines[i].title);
      ans_cli_json_text (builder, "who", lines[i].who);
      json_builder_set_member_name (builder, "coefficient");
      if (lines[i].coefficient >= 0)
        json_builder_add_double_value (builder, lines[i].coefficient / 100.0);
      else
        json_builder_add_null_value (builder);
      ans_cli_json_int (builder, "amount", lines[i].amount);
      ans_cli_json_text (builder, "clause", lines[i].clause);
      ans_cli_json_text (builder, "basis", basis);
      ans_cli_json_text (builder, "check", ans_law_line_check (&lines[i]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
ans_cli_law_answer (JsonBuilder *builder, const AnsLawAnswer *answer)
{
  ans_cli_json_bool (builder, "eligible", answer->eligible);
  ans_cli_law_lines (builder, answer->lines, answer->n_lines);
  ans_cli_json_int (builder, "total", answer->total);
  json_builder_set_member_name (builder, "not_paid");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->n_unpaid; i++)
    {
      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "code", answer->unpaid[i].code);
      ans_cli_json_text (builder, "reason", answer->unpaid[i].reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; answer->reasons != NULL && i < answer->reasons->len; i++)
    json_builder_add_string_value (builder, answer->reasons->pdata[i]);
  json_builder_end_array (builder);
  ans_cli_law_facts (builder, "facts", answer->used);
  ans_cli_law_facts (builder, "missing", answer->missing);
  ans_cli_json_bool (builder, "estimated_age", answer->estimated_age);
}

void
ans_cli_law_print (const AnsLawAnswer *answer)
{
  puts (answer->eligible ? _ ("Eligible") : _ ("Not eligible"));
  for (guint i = 0; i < answer->n_lines; i++)
    {
      const AnsLawLine *line = &answer->lines[i];
      g_autofree char *amount = ans_number_format (line->amount);

      printf ("  %s\t%s\t%s\t%s\n", line->code, line->title, line->who, amount);
    }
  if (answer->n_lines > 1)
    {
      g_autofree char *total = ans_number_format (answer->total);

      /* Translators: a sum of money in đồng */
      printf (_ ("  Total: %s\n"), total);
    }
  for (guint i = 0; answer->reasons != NULL && i < answer->reasons->len; i++)
    printf ("- %s\n", (char *) answer->reasons->pdata[i]);
  if (answer->estimated_age)
    puts (_ ("The age is estimated: the day of birth is not fully known."));
}

AnsLawScheme
ans_cli_law_scheme (AnsCli *cli, const char *code)
{
  AnsLawScheme scheme = ans_law_scheme_find (code);
  g_autoptr (GString) known = NULL;

  if (scheme != ANS_LAW_N_SCHEMES)
    return scheme;
  known = g_string_new (NULL);
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ans_law_scheme_code (i));
  cli->status =
      ans_cli_usage (cli, _ ("There is no scheme “%s”. There are: %s."), code, known->str);
  return scheme;
}

int
ans_cli_law_day (AnsCli *cli, const char *text, char **iso)
{
  GError *error = NULL;
  g_autofree char *day =
      text != NULL ? ans_cli_names_day (text, &error) : ans_date_to_iso (ans_date_today ());
  AnsDate date;

  if (day == NULL)
    {
      cli->status = ans_cli_refuse (error);
      return 0;
    }
  ans_date_parse_iso (day, &date, NULL);
  if (iso != NULL)
    *iso = g_steal_pointer (&day);
  return ans_law_day (date);
}
