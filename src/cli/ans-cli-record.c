/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record: add, set, show, delete. */
#include <glib/gi18n.h>

#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "listing/ans-listing.h"

static gboolean
is_settable (const AnsField *field)
{
  return (field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) == 0;
}

/* Puts FIELD=VALUE words into the record. Names that don't exist are wrong usage; values that can't
 * be understood become problems. */
static AnsCliStatus
take_values (AnsCli *cli, AnsRecord *record, guint first, AnsProblems *problems)
{
  const AnsRegister *reg = ans_record_get_register (record);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean known = TRUE;

  for (guint i = first; i < cli->n_arguments; i++)
    {
      const char *typed;
      char *name = ans_cli_names_split (cli, cli->arguments[i], &typed);
      const AnsField *field;
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;

      if (name == NULL)
        return cli->status;
      if (!g_hash_table_add (seen, name))
        return ans_cli_usage (cli, _ ("“%s” is given twice."), cli->arguments[i]);
      field = ans_register_get_field (reg, name);
      if (field == NULL || !ans_field_is_shown (field))
        {
          ans_problems_add (problems, name, ANS_PROBLEM_ERROR,
                            _ ("The register “%s” has no field of this name."), reg->title);
          known = FALSE;
          continue;
        }
      if (!is_settable (field))
        {
          ans_problems_add (problems, name, ANS_PROBLEM_ERROR,
                            _ ("“%s” follows from other records and can't be set by itself."),
                            field->title);
          continue;
        }
      value = ans_cli_names_value (ans_record_get_book (record), field, typed, &error);
      if (value == NULL)
        ans_problems_add (problems, name, ANS_PROBLEM_ERROR, "%s", error->message);
      else
        ans_record_set (record, name, value);
    }
  if (!known)
    return ANS_CLI_USAGE;
  return ans_problems_has_errors (problems) ? ANS_CLI_REFUSED : ANS_CLI_DONE;
}

static void
tell_result (AnsCli *cli, const AnsRegister *reg, gint64 id, AnsProblems *problems)
{
  ans_cli_tell_problems (problems);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "register", reg->id);
      json_builder_set_member_name (builder, "id");
      if (id != 0)
        json_builder_add_int_value (builder, id);
      else
        json_builder_add_null_value (builder);
      ans_cli_json_problems (builder, problems);
      json_builder_end_object (builder);
      ans_cli_print_json (builder);
    }
  else if (id != 0)
    printf ("%" G_GINT64_FORMAT "\n", id);
}

/* Adds what the record's own check says to what is wrong with the words. */
static void
add_checks (AnsRecord *record, AnsProblems *problems)
{
  g_autoptr (AnsProblems) checked = ans_record_check (record);

  for (guint i = 0; i < ans_problems_get_n (checked); i++)
    {
      const AnsProblem *problem = ans_problems_get (checked, i);
      gboolean told = FALSE;

      for (guint j = 0; j < ans_problems_get_n (problems) && !told; j++)
        told = g_strcmp0 (ans_problems_get (problems, j)->field, problem->field) == 0;
      if (!told || problem->field == NULL)
        ans_problems_add (problems, problem->field, problem->severity, "%s", problem->message);
    }
}

static AnsCliStatus
save (AnsCli *cli, AnsRecord *record, guint first_value)
{
  g_autoptr (AnsProblems) problems = ans_problems_new ();
  const AnsRegister *reg = ans_record_get_register (record);
  GError *error = NULL;
  AnsCliStatus status = take_values (cli, record, first_value, problems);

  if (status == ANS_CLI_USAGE && ans_problems_get_n (problems) == 0)
    return status;
  add_checks (record, problems);
  if (status == ANS_CLI_DONE && ans_problems_has_errors (problems))
    status = ANS_CLI_REFUSED;
  if (status != ANS_CLI_DONE)
    {
      tell_result (cli, reg, 0, problems);
      return status;
    }
  if (!ans_record_save (record, &error))
    return ans_cli_refuse (error);
  tell_result (cli, reg, ans_record_get_id (record), problems);
  return ANS_CLI_DONE;
}

static AnsCliStatus
set_effective_date (AnsRecord *record, const char *from)
{
  GError *error = NULL;
  g_autofree char *day = NULL;

  if (from == NULL)
    return ANS_CLI_DONE;
  day = ans_cli_names_day (from, &error);
  if (day == NULL)
    return ans_cli_refuse (error);
  ans_record_set_effective_date (record, day);
  return ANS_CLI_DONE;
}

/* The register and the book that the first arguments name, for writing. */
static const AnsRegister *
open_register (AnsCli *cli, AnsBook **book)
{
  const AnsRegister *reg = ans_cli_names_register (cli, cli->arguments[1]);

  if (reg != NULL)
    *book = ans_cli_open (cli, cli->arguments[0], TRUE);
  return *book != NULL ? reg : NULL;
}

AnsCliStatus
ans_cli_add (AnsCli *cli)
{
  g_autofree char *from = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from,
      N_ ("first day on which what has a history holds (default: always)"), N_ ("DAY") },
    { NULL },
  };
  const AnsRegister *reg;
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsRecord) record = NULL;
  AnsCliStatus status;

  if (!ans_cli_parse (cli, entries, 3, G_MAXUINT))
    return cli->status;
  reg = open_register (cli, &book);
  if (reg == NULL)
    return cli->status;
  record = ans_record_new (book, reg);
  status = set_effective_date (record, from);
  return status == ANS_CLI_DONE ? save (cli, record, 2) : status;
}

/* The record that the second and third argument name. */
static AnsRecord *
load (AnsCli *cli, AnsBook *book, const AnsRegister *reg)
{
  GError *error = NULL;
  gint64 id = ans_cli_names_record (book, reg, cli->arguments[2], &error);
  AnsRecord *record = id != 0 ? ans_record_load (book, reg, id, &error) : NULL;

  if (record == NULL)
    cli->status = ans_cli_refuse (error);
  return record;
}

AnsCliStatus
ans_cli_set (AnsCli *cli)
{
  g_autofree char *from = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from,
      N_ ("first day on which the new values hold; without it the present ones are corrected"),
      N_ ("DAY") },
    { NULL },
  };
  const AnsRegister *reg;
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsRecord) record = NULL;
  AnsCliStatus status;

  if (!ans_cli_parse (cli, entries, 4, G_MAXUINT))
    return cli->status;
  reg = open_register (cli, &book);
  if (reg == NULL)
    return cli->status;
  record = load (cli, book, reg);
  if (record == NULL)
    return cli->status;
  status = set_effective_date (record, from);
  return status == ANS_CLI_DONE ? save (cli, record, 3) : status;
}

static gboolean
take_past_values (gint64 id, const char *const *values, gpointer data)
{
  char ***past = data;

  *past = g_strdupv ((char **) values);
  return TRUE;
}

/* Puts into a loaded record, never saved, the values that it had on @day. */
static gboolean
go_back (AnsRecord *record, const char *day, GError **error)
{
  AnsBook *book = ans_record_get_book (record);
  const AnsRegister *reg = ans_record_get_register (record);
  gint64 id = ans_record_get_id (record);
  guint n_infos;
  const AnsListingInfo *const *infos = ans_listing_infos (&n_infos);

  for (guint i = 0; i < n_infos; i++)
    if (ans_register_is (infos[i]->reg, reg))
      {
        g_autoptr (AnsListing) listing = ans_listing_new (book, infos[i]);

        ans_listing_set_as_of (listing, day);
        for (const AnsField *field = ans_record_get_register (record)->fields; field->name != NULL;
             field++)
          {
            const char *columns[] = { field->name, NULL };
            g_auto (GStrv) past = NULL;

            if (field->period == NULL ||
                ans_listing_info_get_column (infos[i], field->name) == NULL)
              continue;
            if (!ans_listing_fetch (listing, ans_book_get_connection (book), &id, 1, columns,
                                    take_past_values, &past, error))
              return FALSE;
            ans_record_set (record, field->name, past != NULL ? past[0] : NULL);
          }
        return TRUE;
      }
  return TRUE;
}

static void
show_json (AnsRecord *record)
{
  const AnsRegister *reg = ans_record_get_register (record);
  g_autofree char *title = ans_record_get_title (record);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ans_cli_json_int (builder, "id", ans_record_get_id (record));
  ans_cli_json_text (builder, "register", reg->id);
  ans_cli_json_text (builder, "title", title);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (ans_field_is_shown (field))
      {
        json_builder_set_member_name (builder, field->name);
        ans_cli_json_value (builder, field->kind, ans_record_get (record, field->name));
      }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "display");
  json_builder_begin_object (builder);
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (ans_field_is_shown (field))
      {
        g_autofree char *text = ans_record_display (record, field->name);

        ans_cli_json_text (builder, field->name, text);
      }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static void
show_text (AnsRecord *record)
{
  const AnsRegister *reg = ans_record_get_register (record);

  printf ("id: %" G_GINT64_FORMAT "\n", ans_record_get_id (record));
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (ans_field_is_shown (field))
      {
        g_autofree char *text = ans_record_display (record, field->name);
        g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
        g_autofree char *indented = g_strjoinv ("\n  ", lines);

        printf ("%s:%s%s\n", field->name, *indented != '\0' ? " " : "", indented);
      }
}

AnsCliStatus
ans_cli_show (AnsCli *cli)
{
  g_autofree char *as_of = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_ ("as it was on that day"), N_ ("DAY") },
    { NULL },
  };
  const AnsRegister *reg;
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsRecord) record = NULL;

  if (!ans_cli_parse (cli, entries, 3, 3))
    return cli->status;
  reg = ans_cli_names_register (cli, cli->arguments[1]);
  if (reg == NULL)
    return cli->status;
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;
  record = load (cli, book, reg);
  if (record == NULL)
    return cli->status;
  if (as_of != NULL)
    {
      GError *error = NULL;
      g_autofree char *day = ans_cli_names_day (as_of, &error);

      if (day == NULL || !go_back (record, day, &error))
        return ans_cli_refuse (error);
    }
  if (cli->json)
    show_json (record);
  else
    show_text (record);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_delete (AnsCli *cli)
{
  const AnsRegister *reg;
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsRecord) record = NULL;
  g_autoptr (AnsProblems) none = ans_problems_new ();
  GError *error = NULL;
  gint64 id;

  if (!ans_cli_parse (cli, NULL, 3, 3))
    return cli->status;
  reg = open_register (cli, &book);
  if (reg == NULL)
    return cli->status;
  record = load (cli, book, reg);
  if (record == NULL)
    return cli->status;
  id = ans_record_get_id (record);
  if (!ans_record_delete (record, &error))
    return ans_cli_refuse (error);
  tell_result (cli, reg, id, none);
  return ANS_CLI_DONE;
}
