/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-event-preview.h"

#include "registry/ans-history.h"

void
ans_event_consequence_free (AnsEventConsequence *self)
{
  g_free (self->title);
  g_strfreev (self->sentences);
  g_free (self);
}

static gint64
owner_of (AnsBook *book, const AnsPeriod *period, gint64 row)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", period->owner, period->name);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return 0;
  ans_statement_bind_int (select, 1, row);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : 0;
}

static void
add_record (AnsBook *book, const AnsRegister *reg, gint64 id, gint64 action, GPtrArray *found)
{
  g_autoptr (GPtrArray) entries = ans_history_of_record (book, reg, id);
  const AnsHistoryEntry *entry = entries->len > 0 ? entries->pdata[0] : NULL;
  AnsEventConsequence *consequence;

  if (entry == NULL || entry->action != action || entry->sentences[0] == NULL)
    return;
  consequence = g_new0 (AnsEventConsequence, 1);
  consequence->title = ans_register_title_of (book, reg, id);
  consequence->sentences = g_strdupv (entry->sentences);
  g_ptr_array_add (found, consequence);
}

/* The records that the action under way has touched, in the order in which it did. */
static GPtrArray *
read_consequences (AnsBook *book)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_event_consequence_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AnsConnection *connection = ans_book_get_connection (book);
  const gint64 action = ans_connection_get_int (connection, "SELECT action FROM journal_state", 0);
  g_autoptr (AnsStatement) changes = ans_connection_prepare (
      connection, "SELECT tbl, row FROM change WHERE action = ?1 ORDER BY id", NULL);

  if (changes == NULL)
    return found;
  ans_statement_bind_int (changes, 1, action);
  while (ans_statement_step (changes, NULL))
    {
      g_autofree char *table = g_strdup (ans_statement_text (changes, 0));
      gint64 id = ans_statement_int (changes, 1);
      const AnsRegister *reg = ans_register_find_by_table (table);
      const AnsPeriod *period = NULL;
      char *key;

      if (reg == NULL && (reg = ans_register_find_period (table, &period)) != NULL)
        id = owner_of (book, period, id);
      if (reg == NULL || id == 0)
        continue;
      key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, reg->id, id);
      if (g_hash_table_add (seen, key))
        add_record (book, reg, id, action, found);
    }
  return found;
}

GPtrArray *
ans_event_preview (AnsBook *book, const AnsEventKind *kind, gint64 household, GHashTable *values)
{
  GPtrArray *found = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (kind != NULL && values != NULL, NULL);

  if (ans_book_in_action (book) || !ans_book_begin (book, kind->title, NULL))
    return NULL;
  if (kind->apply (book, household, values, NULL))
    found = read_consequences (book);
  ans_book_rollback (book);
  return found;
}
