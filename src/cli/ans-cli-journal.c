/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: history, undo, redo. */
#include <glib/gi18n.h>

#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "registry/ans-history.h"

static void
print_history (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AnsHistoryEntry *entry = entries->pdata[i];

      printf ("%" G_GINT64_FORMAT "\t%s\t%s\t%s%s\n", entry->action, entry->at, entry->who,
              entry->label, entry->undone ? _ (" (taken back)") : "");
      for (guint j = 0; entry->sentences != NULL && entry->sentences[j] != NULL; j++)
        printf ("  %s\n", entry->sentences[j]);
    }
}

static void
print_history_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const AnsHistoryEntry *entry = entries->pdata[i];

      json_builder_begin_object (builder);
      ans_cli_json_int (builder, "action", entry->action);
      ans_cli_json_text (builder, "at", entry->at);
      ans_cli_json_text (builder, "who", entry->who);
      ans_cli_json_text (builder, "label", entry->label);
      ans_cli_json_bool (builder, "undone", entry->undone);
      ans_cli_json_bool (builder, "is_undo", entry->is_undo);
      json_builder_set_member_name (builder, "sentences");
      json_builder_begin_array (builder);
      for (guint j = 0; entry->sentences != NULL && entry->sentences[j] != NULL; j++)
        json_builder_add_string_value (builder, entry->sentences[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  ans_cli_print_json (builder);
}

AnsCliStatus
ans_cli_history (AnsCli *cli)
{
  g_autofree char *limit_text = NULL;
  gint64 limit;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_FILENAME, &limit_text, N_ ("at most so many actions"), N_ ("N") },
    { NULL },
  };
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const AnsRegister *reg = NULL;

  if (!ans_cli_parse (cli, entries, 1, 3) || !ans_cli_names_limit (cli, limit_text, &limit))
    return cli->status;
  if (cli->n_arguments == 2)
    return ans_cli_usage (cli, _ ("After the register the record is missing."));
  if (cli->n_arguments == 3)
    {
      reg = ans_cli_names_register (cli, cli->arguments[1]);
      if (reg == NULL)
        return cli->status;
    }
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;

  if (reg != NULL)
    {
      GError *error = NULL;
      gint64 id = ans_cli_names_record (book, reg, cli->arguments[2], &error);

      if (id == 0)
        return ans_cli_refuse (error);
      history = ans_history_of_record_unmasked (book, reg, id);
    }
  else
    history = ans_history_of_book (book, limit > 0 ? (guint) limit : G_MAXINT32);
  if (limit >= 0 && history->len > limit)
    g_ptr_array_set_size (history, (int) limit);
  if (cli->json)
    print_history_json (history);
  else
    print_history (history);
  return ANS_CLI_DONE;
}

/* The register of a table in the journal, and the record: a period belongs to its owner. */
static const AnsRegister *
find_owner (AnsBook *book, const AnsUndoConflict *conflict, gint64 *id)
{
  const AnsRegister *reg = ans_register_find_by_table (conflict->table);
  const AnsPeriod *period;
  g_autofree char *sql = NULL;
  g_autoptr (AnsStatement) select = NULL;

  *id = conflict->row;
  if (reg != NULL)
    return reg;
  reg = ans_register_find_period (conflict->table, &period);
  if (reg == NULL)
    return NULL;
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", period->owner, period->name);
  select = ans_connection_prepare (ans_book_get_connection (book), sql, NULL);
  if (select != NULL)
    {
      ans_statement_bind_int (select, 1, conflict->row);
      if (ans_statement_step (select, NULL))
        *id = ans_statement_int (select, 0);
    }
  return reg;
}

static void
add_conflict (JsonBuilder *builder, AnsBook *book, const AnsUndoConflict *conflict)
{
  gint64 id;
  const AnsRegister *reg = find_owner (book, conflict, &id);
  g_autofree char *message = ans_history_describe_conflict (book, conflict);

  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "register", reg != NULL ? reg->id : NULL);
  ans_cli_json_int (builder, "id", id);
  ans_cli_json_text (builder, "field", conflict->column);
  ans_cli_json_text (builder, "present", conflict->present);
  ans_cli_json_text (builder, "wanted", conflict->wanted);
  ans_cli_json_text (builder, "message", message);
  json_builder_end_object (builder);
}

static void
print_report_json (AnsBook *book, const AnsUndoReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "action");
  if (report->action != 0)
    json_builder_add_int_value (builder, report->action);
  else
    json_builder_add_null_value (builder);
  ans_cli_json_int (builder, "undone", report->target);
  ans_cli_json_text (builder, "label", report->label);
  ans_cli_json_int (builder, "restored", report->restored);
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->conflicts->len; i++)
    add_conflict (builder, book, report->conflicts->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static void
print_report (AnsBook *book, const AnsUndoReport *report)
{
  printf ("%" G_GINT64_FORMAT "\t%s\n", report->target, report->label);
  printf (ngettext ("%u row restored", "%u rows restored", report->restored), report->restored);
  putchar ('\n');
  if (report->conflicts->len > 0)
    {
      printf (ngettext ("%u conflict, left as it is:", "%u conflicts, left as they are:",
                        report->conflicts->len),
              report->conflicts->len);
      putchar ('\n');
    }
  for (guint i = 0; i < report->conflicts->len; i++)
    {
      g_autofree char *message = ans_history_describe_conflict (book, report->conflicts->pdata[i]);

      printf ("  %s\n", message);
    }
}

static AnsCliStatus
tell_report (AnsCli *cli, AnsBook *book, const AnsUndoReport *report)
{
  if (cli->json)
    print_report_json (book, report);
  else
    print_report (book, report);
  /* What stayed as it is was not done. */
  return report->conflicts->len > 0 ? ANS_CLI_REFUSED : ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_undo (AnsCli *cli)
{
  gboolean preview = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &preview, N_ ("only say what would happen"), NULL },
    { NULL },
  };
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  GError *error = NULL;
  guint64 action = 0;

  if (!ans_cli_parse (cli, entries, 1, 2))
    return cli->status;
  if (cli->n_arguments == 2 &&
      !g_ascii_string_to_unsigned (cli->arguments[1], 10, 1, G_MAXINT64, &action, NULL))
    return ans_cli_usage (cli, _ ("“%s” is not the number of an action."), cli->arguments[1]);
  book = ans_cli_open (cli, cli->arguments[0], TRUE);
  if (book == NULL)
    return cli->status;
  report = ans_undo (book, (gint64) action, preview, &error);
  return report != NULL ? tell_report (cli, book, report) : ans_cli_refuse (error);
}

AnsCliStatus
ans_cli_redo (AnsCli *cli)
{
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  GError *error = NULL;

  if (!ans_cli_parse (cli, NULL, 1, 1))
    return cli->status;
  book = ans_cli_open (cli, cli->arguments[0], TRUE);
  if (book == NULL)
    return cli->status;
  report = ans_redo (book, &error);
  return report != NULL ? tell_report (cli, book, report) : ans_cli_refuse (error);
}
