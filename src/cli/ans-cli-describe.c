/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program knows of: registers, listings, fields. */
#include <glib/gi18n.h>

#include "cli/ans-cli-output.h"
#include "cli/ans-cli.h"
#include "listing/ans-listing.h"
#include "registry/ans-extra-field.h"

static void
describe_field (JsonBuilder *builder, const AnsField *field)
{
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "name", field->name);
  ans_cli_json_text (builder, "title", field->title);
  ans_cli_json_text (builder, "kind", ans_cli_kind_name (field->kind));
  ans_cli_json_bool (builder, "required", (field->flags & ANS_FIELD_REQUIRED) != 0);
  ans_cli_json_bool (builder, "sensitive", (field->flags & ANS_FIELD_SENSITIVE) != 0);
  ans_cli_json_bool (builder, "derived", (field->flags & (ANS_FIELD_DERIVED | ANS_FIELD_COMPUTED)) != 0);
  ans_cli_json_bool (builder, "history", field->period != NULL);
  if (field->target != NULL)
    ans_cli_json_text (builder, "target", field->target);
  if (field->choices != NULL)
    {
      json_builder_set_member_name (builder, "choices");
      json_builder_begin_array (builder);
      for (const AnsChoice *choice = field->choices; choice->code != NULL; choice++)
        {
          json_builder_begin_object (builder);
          ans_cli_json_text (builder, "code", choice->code);
          ans_cli_json_text (builder, "label", choice->label);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

void
ans_cli_describe_fields (JsonBuilder *builder, const AnsField *fields, gboolean print)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (const AnsField *field = fields; field->name != NULL; field++)
    {
      if (!ans_field_is_shown (field))
        continue;
      describe_field (builder, field);
      if (print)
        printf ("  %s\t%s\t%s%s\n", field->name, field->title, ans_cli_kind_name (field->kind),
                field->flags & ANS_FIELD_REQUIRED ? "\trequired" : "");
    }
  json_builder_end_array (builder);
}

AnsCliStatus
ans_cli_registers (AnsCli *cli)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const AnsRegister *const *registers;
  guint n;

  if (!ans_cli_parse (cli, NULL, 1, 1))
    return cli->status;
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;

  registers = ans_registers (&n);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (!cli->json)
        printf ("%s\t%s\n", registers[i]->id, registers[i]->title);
      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "id", registers[i]->id);
      ans_cli_json_text (builder, "title", registers[i]->title);
      ans_cli_json_text (builder, "name_field", registers[i]->name_field);
      ans_cli_json_text (builder, "key_field", registers[i]->key_field);
      ans_cli_describe_fields (builder, ans_book_get_register (book, registers[i])->fields,
                               !cli->json);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}

static void
describe_column (JsonBuilder *builder, const AnsListingColumn *column)
{
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "id", column->id);
  ans_cli_json_text (builder, "title", column->title);
  ans_cli_json_text (builder, "group_title", column->group_title);
  ans_cli_json_text (builder, "kind", ans_cli_kind_name (column->kind));
  ans_cli_json_bool (builder, "sensitive", (column->flags & ANS_FIELD_SENSITIVE) != 0);
  json_builder_end_object (builder);
}

static void
describe_listing (AnsCli *cli, JsonBuilder *builder, const AnsListingInfo *info)
{
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (info, &n);

  if (!cli->json)
    printf ("%s\t%s\n", info->id, info->title);
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "id", info->id);
  ans_cli_json_text (builder, "title", info->title);
  ans_cli_json_text (builder, "register", info->reg->id);
  ans_cli_json_text (builder, "sort", info->default_sort);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (columns[i].flags & ANS_FIELD_COMPUTED)
        continue;
      describe_column (builder, &columns[i]);
      if (!cli->json)
        printf ("  %s\t%s\t%s\n", columns[i].id, columns[i].title,
                ans_cli_kind_name (columns[i].kind));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

AnsCliStatus
ans_cli_listings (AnsCli *cli)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const AnsListingInfo *const *infos;
  guint n;

  if (!ans_cli_parse (cli, NULL, 1, 1))
    return cli->status;
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;

  infos = ans_listing_infos (&n);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    describe_listing (cli, builder, ans_listing_info_of_book (book, infos[i]));
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
  return ANS_CLI_DONE;
}
