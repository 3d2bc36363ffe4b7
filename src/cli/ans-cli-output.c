/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ans-cli-output.h"

static char *
generate (JsonBuilder *builder, gboolean pretty)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_pretty (generator, pretty);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

void
ans_cli_print_json (JsonBuilder *builder)
{
  g_autofree char *text = generate (builder, TRUE);

  puts (text);
}

void
ans_cli_json_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
ans_cli_json_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
ans_cli_json_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
ans_cli_json_value (JsonBuilder *builder, AnsFieldKind kind, const char *value)
{
  if (value == NULL)
    json_builder_add_null_value (builder);
  else if (kind == ANS_FIELD_BOOLEAN)
    json_builder_add_boolean_value (builder, g_str_equal (value, "1"));
  else if (kind == ANS_FIELD_DECIMAL)
    json_builder_add_double_value (builder, g_ascii_strtod (value, NULL));
  else if (kind == ANS_FIELD_INTEGER || kind == ANS_FIELD_MONEY || kind == ANS_FIELD_REFERENCE)
    json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
  else
    json_builder_add_string_value (builder, value);
}

static void
add_problems (JsonBuilder *builder,
              const char *name,
              AnsProblems *problems,
              AnsProblemSeverity severity)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);

      if (problem->severity != severity)
        continue;
      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "field", problem->field);
      ans_cli_json_text (builder, "message", problem->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
ans_cli_json_problems (JsonBuilder *builder, AnsProblems *problems)
{
  add_problems (builder, "warnings", problems, ANS_PROBLEM_WARNING);
  add_problems (builder, "errors", problems, ANS_PROBLEM_ERROR);
}

void
ans_cli_tell_problems (AnsProblems *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *line = NULL;

  if (ans_problems_get_n (problems) == 0)
    return;
  json_builder_begin_object (builder);
  ans_cli_json_problems (builder, problems);
  json_builder_end_object (builder);
  line = generate (builder, FALSE);
  fprintf (stderr, "%s\n", line);
}

void
ans_cli_write_json_string (FILE *stream, const char *text)
{
  if (text == NULL)
    {
      fputs ("null", stream);
      return;
    }
  putc ('"', stream);
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
      case '\\':
        putc ('\\', stream);
        putc (*c, stream);
        break;
      case '\n':
        fputs ("\\n", stream);
        break;
      case '\t':
        fputs ("\\t", stream);
        break;
      default:
        if ((guchar) *c < 0x20 || *c == 0x7f)
          fprintf (stream, "\\u%04x", (guint) (guchar) *c);
        else
          putc (*c, stream);
      }
  putc ('"', stream);
}

void
ans_cli_write_csv (FILE *stream, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL && text[0] != ' ' && text[length - 1] != ' ')
    {
      fputs (text, stream);
      return;
    }
  putc ('"', stream);
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        putc ('"', stream);
      putc (*c, stream);
    }
  putc ('"', stream);
}

const char *
ans_cli_kind_name (AnsFieldKind kind)
{
  switch (kind)
    {
    case ANS_FIELD_LONG_TEXT:
      return "long-text";
    case ANS_FIELD_NAME:
      return "name";
    case ANS_FIELD_IDENTIFIER:
      return "identifier";
    case ANS_FIELD_INTEGER:
      return "integer";
    case ANS_FIELD_MONEY:
      return "money";
    case ANS_FIELD_DATE:
      return "date";
    case ANS_FIELD_PARTIAL_DATE:
      return "partial-date";
    case ANS_FIELD_BOOLEAN:
      return "boolean";
    case ANS_FIELD_CHOICE:
      return "choice";
    case ANS_FIELD_CHOICES:
      return "choices";
    case ANS_FIELD_DECIMAL:
      return "decimal";
    case ANS_FIELD_REFERENCE:
      return "reference";
    case ANS_FIELD_TEXT:
    default:
      return "text";
    }
}
