/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Household events: birth, death, moves, splitting, new head, marriage. */
#include <glib/gi18n.h>

#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "registry/ans-household-events.h"

static const AnsField *
find_field (const AnsEventKind *kind, const char *name)
{
  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

/* “12, 038090000001” → “12,15”. */
static char *
parse_members (AnsBook *book, const char *typed, GError **error)
{
  g_auto (GStrv) words = g_strsplit (typed, ",", -1);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id;

      g_strstrip (words[i]);
      if (*words[i] == '\0')
        continue;
      id = ans_cli_names_record (book, &ans_register_people, words[i], error);
      if (id == 0)
        return NULL;
      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? "," : "", id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static AnsCliStatus
take_values (
    AnsCli *cli, AnsBook *book, const AnsEventKind *kind, GHashTable *values, AnsProblems *problems)
{
  gboolean known = TRUE;

  for (guint i = 3; i < cli->n_arguments; i++)
    {
      const char *typed;
      g_autofree char *name = ans_cli_names_split (cli, cli->arguments[i], &typed);
      const AnsField *field;
      g_autoptr (GError) error = NULL;
      char *value;

      if (name == NULL)
        return cli->status;
      field = find_field (kind, name);
      if (field == NULL)
        {
          ans_problems_add (problems, name, ANS_PROBLEM_ERROR,
                            _ ("“%s” does not ask for a field of this name."), kind->title);
          known = FALSE;
          continue;
        }
      if (g_hash_table_contains (values, field->name))
        return ans_cli_usage (cli, _ ("“%s” is given twice."), cli->arguments[i]);
      value = g_str_equal (name, "members") ? parse_members (book, typed, &error)
                                            : ans_cli_names_value (book, field, typed, &error);
      if (value == NULL)
        ans_problems_add (problems, field->name, ANS_PROBLEM_ERROR, "%s", error->message);
      else
        g_hash_table_insert (values, (gpointer) field->name, value);
    }
  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    if (field->default_value != NULL && !g_hash_table_contains (values, field->name))
      g_hash_table_insert (values, (gpointer) field->name, g_strdup (field->default_value));
  if (!known)
    return ANS_CLI_USAGE;
  return ans_problems_has_errors (problems) ? ANS_CLI_REFUSED : ANS_CLI_DONE;
}

/* Records that the action added: a newborn, a household that split off. */
static void
add_new_records (JsonBuilder *builder, AnsBook *book, gint64 action)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT tbl, row FROM change WHERE action = ?1 AND old IS NULL ORDER BY id", NULL);

  json_builder_set_member_name (builder, "added");
  json_builder_begin_array (builder);
  if (select != NULL)
    ans_statement_bind_int (select, 1, action);
  while (select != NULL && ans_statement_step (select, NULL))
    {
      const AnsRegister *reg = ans_register_find_by_table (ans_statement_text (select, 0));

      if (reg == NULL)
        continue;
      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "register", reg->id);
      ans_cli_json_int (builder, "id", ans_statement_int (select, 1));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
tell_result (AnsCli *cli, AnsBook *book, gint64 action, AnsProblems *problems)
{
  ans_cli_tell_problems (problems);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "action");
      if (action != 0)
        json_builder_add_int_value (builder, action);
      else
        json_builder_add_null_value (builder);
      add_new_records (builder, book, action);
      ans_cli_json_problems (builder, problems);
      json_builder_end_object (builder);
      ans_cli_print_json (builder);
    }
  else if (action != 0)
    printf ("%" G_GINT64_FORMAT "\n", action);
}

static gint64
newest_action (AnsBook *book)
{
  return ans_connection_get_int (ans_book_get_connection (book), "SELECT max(id) FROM action", 0);
}

static AnsCliStatus
do_event (AnsCli *cli, AnsBook *book, const AnsEventKind *kind)
{
  const char *household_text = cli->arguments[2];
  g_autoptr (AnsProblems) problems = ans_problems_new ();
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (AnsProblems) checked = NULL;
  gint64 household = 0, before;
  GError *error = NULL;
  AnsCliStatus status;

  if (!g_str_equal (household_text, "-"))
    {
      household = ans_cli_names_record (book, &ans_register_households, household_text, &error);
      if (household == 0)
        return ans_cli_refuse (error);
    }
  status = take_values (cli, book, kind, values, problems);
  if (status != ANS_CLI_DONE)
    {
      if (ans_problems_get_n (problems) > 0)
        tell_result (cli, book, 0, problems);
      return status;
    }
  checked = ans_event_check (book, kind, household, values);
  if (ans_problems_has_errors (checked))
    {
      tell_result (cli, book, 0, checked);
      return ANS_CLI_REFUSED;
    }
  before = newest_action (book);
  if (!ans_event_apply (book, kind, household, values, &error))
    return ans_cli_refuse (error);
  tell_result (cli, book, newest_action (book) != before ? newest_action (book) : 0, checked);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_event (AnsCli *cli)
{
  const AnsEventKind *kind;
  g_autoptr (AnsBook) book = NULL;

  if (!ans_cli_parse (cli, NULL, 3, G_MAXUINT))
    return cli->status;
  kind = ans_event_kind_find (cli->arguments[1]);
  if (kind == NULL)
    return ans_cli_usage (cli, _ ("There is no kind of event “%s”. “events” shows them."),
                          cli->arguments[1]);
  book = ans_cli_open (cli, cli->arguments[0], TRUE);
  return book != NULL ? do_event (cli, book, kind) : cli->status;
}

AnsCliStatus
ans_cli_events (AnsCli *cli)
{
  const AnsEventKind *kinds;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n;

  /* A book is not needed, but one may be named as for the other commands. */
  if (!ans_cli_parse (cli, NULL, 0, 1))
    return cli->status;
  kinds = ans_event_kinds (&n);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (!cli->json)
        printf ("%s\t%s\n", kinds[i].id, kinds[i].title);
      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "id", kinds[i].id);
      ans_cli_json_text (builder, "title", kinds[i].title);
      ans_cli_describe_fields (builder, kinds[i].fields, !cli->json);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}
