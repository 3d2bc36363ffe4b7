/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that the office adds for itself. */
#include <glib/gi18n.h>

#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "registry/ans-extra-field.h"

typedef struct
{
  char *add;
  char *title;
  char *kind;
  char *choices;
  char *rename;
  char *remove;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->add);
  g_free (options->title);
  g_free (options->kind);
  g_free (options->choices);
  g_free (options->rename);
  g_free (options->remove);
}

static guint
count_changes (const Options *options)
{
  return (options->add != NULL) + (options->rename != NULL) + (options->remove != NULL);
}

static void
describe (AnsCli *cli, JsonBuilder *builder, const AnsRegister *reg, const AnsField *field)
{
  if (!cli->json)
    printf ("%s\t%s\t%s\t%s\n", reg->id, field->name, field->title,
            ans_extra_field_kind_name (field));
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "register", reg->id);
  ans_cli_json_text (builder, "name", field->name);
  ans_cli_json_text (builder, "title", field->title);
  ans_cli_json_text (builder, "kind", ans_extra_field_kind_name (field));
  json_builder_set_member_name (builder, "choices");
  json_builder_begin_array (builder);
  for (const AnsChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    json_builder_add_string_value (builder, choice->label);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static AnsCliStatus
list (AnsCli *cli, AnsBook *book, const AnsRegister *only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n;
  const AnsRegister *const *registers = ans_registers (&n);

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    if (only == NULL || registers[i] == only)
      {
        const AnsRegister *reg = ans_book_get_register (book, registers[i]);

        for (const AnsField *field = reg->fields; field->name != NULL; field++)
          if (ans_field_is_extra (field))
            describe (cli, builder, reg, field);
      }
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}

static AnsCliStatus
add (AnsCli *cli, AnsBook *book, const AnsRegister *reg, const Options *options)
{
  g_auto (GStrv) choices = options->choices != NULL ? g_strsplit (options->choices, ",", -1) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GError *error = NULL;
  const AnsField *field = ans_extra_field_add (book, reg, options->add, options->title,
                                               options->kind != NULL ? options->kind : "text",
                                               (const char *const *) choices, &error);

  if (field == NULL)
    return ans_cli_refuse (error);
  describe (cli, builder, reg, field);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}

static AnsCliStatus
run (AnsCli *cli, const Options *options)
{
  const AnsRegister *reg = NULL;
  g_autoptr (AnsBook) book = NULL;
  GError *error = NULL;

  if (cli->n_arguments == 2)
    {
      reg = ans_cli_names_register (cli, cli->arguments[1]);
      if (reg == NULL)
        return cli->status;
    }
  book = ans_cli_open (cli, cli->arguments[0], count_changes (options) > 0);
  if (book == NULL)
    return cli->status;
  if (options->add != NULL)
    return add (cli, book, reg, options);
  if (options->rename != NULL)
    return ans_extra_field_rename (book, reg, options->rename, options->title, &error)
               ? ANS_CLI_DONE
               : ans_cli_refuse (error);
  if (options->remove == NULL)
    return list (cli, book, reg);
  return ans_extra_field_remove (book, reg, options->remove, &error) ? ANS_CLI_DONE
                                                                     : ans_cli_refuse (error);
}

AnsCliStatus
ans_cli_fields (AnsCli *cli)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_FILENAME, &options.add, N_ ("add a field; it is called x_NAME"),
      N_ ("NAME") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &options.title, N_ ("its title in lists and forms"),
      N_ ("TITLE") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.kind,
      N_ ("text, number, date, choice or bool (default: text)"), N_ ("KIND") },
    { "choices", 0, 0, G_OPTION_ARG_FILENAME, &options.choices, N_ ("what may be chosen"),
      N_ ("A,B,…") },
    { "rename", 0, 0, G_OPTION_ARG_FILENAME, &options.rename,
      N_ ("give a field the title of --title"), N_ ("NAME") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &options.remove,
      N_ ("remove a field that is empty everywhere"), N_ ("NAME") },
    { NULL },
  };
  AnsCliStatus status;

  if (!ans_cli_parse (cli, entries, 1, 2))
    status = cli->status;
  else if (count_changes (&options) > 1)
    status = ans_cli_usage (cli, _ ("--add, --rename and --remove are commands of their own."));
  else if (count_changes (&options) > 0 && cli->n_arguments == 1)
    status = ans_cli_usage (cli, _ ("Say which register: BOOK REGISTER."));
  else if ((options.add != NULL || options.rename != NULL) && options.title == NULL)
    status = ans_cli_usage (cli, _ ("--title is missing: what is the field called?"));
  else if (options.title != NULL && options.add == NULL && options.rename == NULL)
    status = ans_cli_usage (cli, _ ("--title goes with --add or --rename."));
  else if (options.add == NULL && (options.kind != NULL || options.choices != NULL))
    status = ans_cli_usage (cli, _ ("--kind and --choices go with --add."));
  else
    status = run (cli, &options);
  options_clear (&options);
  return status;
}
