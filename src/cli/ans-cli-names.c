/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the words of a command line to registers, records and values. */
#include "cli/ans-cli-names.h"

#include <glib/gi18n.h>

#include "text/ans-date.h"

const AnsRegister *
ans_cli_names_register (AnsCli *cli, const char *id)
{
  const AnsRegister *reg = ans_register_find (id);
  g_autoptr (GString) known = NULL;
  const AnsRegister *const *registers;
  guint n;

  if (reg != NULL)
    return reg;
  known = g_string_new (NULL);
  registers = ans_registers (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", registers[i]->id);
  cli->status =
      ans_cli_usage (cli, _ ("There is no register “%s”. There are: %s."), id, known->str);
  return NULL;
}

static gboolean
has_row (AnsBook *book, const AnsRegister *reg, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", reg->table);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, id);
  return ans_statement_step (select, NULL);
}

/* "12" or "#12"; not "012", which is somebody's code. */
static gint64
parse_id (const char *text, gboolean *certain)
{
  *certain = *text == '#';
  if (*certain)
    text++;
  if (*text < '1' || *text > '9' || strlen (text) > 18 ||
      strspn (text, "0123456789") != strlen (text))
    return 0;
  return g_ascii_strtoll (text, NULL, 10);
}

gint64
ans_cli_names_record (AnsBook *book, const AnsRegister *reg, const char *text, GError **error)
{
  gboolean certain;
  gint64 id = parse_id (text, &certain);
  gint64 found;

  if (id != 0 && !has_row (book, reg, id))
    id = 0;
  found = certain ? id : ans_register_lookup (book, reg, text);
  if (found > 0 && (id == 0 || id == found))
    return found;
  if (found == 0 && id != 0)
    return id;

  if (found != 0)
    g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND,
                 _ ("“%s” is the name of more than one record of “%s”. Give its number, as “#12”."),
                 text, reg->title);
  else
    g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND,
                 _ ("There is no “%s” in the register “%s”."), text, reg->title);
  return 0;
}

char *
ans_cli_names_value (AnsBook *book, const AnsField *field, const char *typed, GError **error)
{
  gint64 id;

  if (field->kind != ANS_FIELD_REFERENCE || *typed == '\0')
    return ans_field_parse (book, field, typed, error);
  id = ans_cli_names_record (book, ans_register_find (field->target), typed, error);
  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

char *
ans_cli_names_split (AnsCli *cli, const char *text, const char **value)
{
  const char *equals = strchr (text, '=');

  if (equals == NULL || equals == text)
    {
      cli->status = ans_cli_usage (cli, _ ("“%s” is not of the form FIELD=VALUE."), text);
      return NULL;
    }
  *value = equals + 1;
  return g_strndup (text, (gsize) (equals - text));
}

gboolean
ans_cli_names_limit (AnsCli *cli, const char *text, gint64 *limit)
{
  guint64 number;

  *limit = -1;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &number, NULL))
    {
      cli->status = ans_cli_usage (cli, _ ("“%s” is not a number of rows: 0 or more."), text);
      return FALSE;
    }
  *limit = (gint64) number;
  return TRUE;
}

char *
ans_cli_names_day (const char *text, GError **error)
{
  AnsDate date;

  if (ans_date_parse_iso (text, &date, NULL) && ans_date_is_full (date))
    return ans_date_to_iso (date);
  g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE,
               _ ("“%s” is not a day. Write it as year-month-day, such as 2022-12-31."), text);
  return NULL;
}
