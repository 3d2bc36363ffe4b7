/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions on a book: begin, commit, roll back, tell. */
#include <glib/gi18n.h>

#include "store/ans-book-private.h"
#include "store/ans-extra-columns.h"

char *
ans_book_get_setting (AnsBook *self, const char *name)
{
  g_autoptr (AnsStatement) statement = ans_connection_prepare (
      ans_book_get_connection (self), "SELECT value FROM setting WHERE name = ?1", NULL);

  if (statement == NULL)
    return NULL;
  ans_statement_bind_text (statement, 1, name);
  return ans_statement_step (statement, NULL) ? g_strdup (ans_statement_text (statement, 0)) : NULL;
}

gboolean
ans_book_set_setting (AnsBook *self, const char *name, const char *value, GError **error)
{
  g_autoptr (AnsStatement) statement =
      ans_connection_prepare (ans_book_get_connection (self),
                              "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                              "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                              error);

  if (statement == NULL)
    return FALSE;
  ans_statement_bind_text (statement, 1, name);
  ans_statement_bind_text (statement, 2, value);
  return ans_statement_run (statement, error);
}

static gboolean
insert_action (AnsBook *self, const char *label, const char *kind, gint64 target, GError **error)
{
  g_autoptr (AnsStatement) insert = NULL;
  g_autoptr (AnsStatement) state = NULL;
  gint64 action;

  insert = ans_connection_prepare (self->connection,
                                   "INSERT INTO action (at, who, kind, label, target) VALUES "
                                   "(strftime('%Y-%m-%dT%H:%M:%fZ'), ?1, ?2, ?3, ?4)",
                                   error);
  if (insert == NULL)
    return FALSE;
  ans_statement_bind_text (insert, 1, g_get_real_name ());
  ans_statement_bind_text (insert, 2, kind);
  ans_statement_bind_text (insert, 3, label);
  ans_statement_bind_id (insert, 4, target);
  if (!ans_statement_run (insert, error))
    return FALSE;

  action = sqlite3_last_insert_rowid (ans_connection_get_handle (self->connection));
  state = ans_connection_prepare (self->connection, "UPDATE journal_state SET action = ?1", error);
  if (state == NULL)
    return FALSE;
  ans_statement_bind_int (state, 1, action);
  if (!ans_statement_run (state, error))
    return FALSE;
  g_mutex_lock (&self->mutex);
  self->action = action;
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

/* Makes this thread the one that writes. */
static gboolean
claim (AnsBook *self, GError **error)
{
  gboolean is_free;

  g_mutex_lock (&self->mutex);
  is_free = self->action_thread == NULL;
  if (is_free)
    self->action_thread = g_thread_self ();
  g_mutex_unlock (&self->mutex);
  if (!is_free)
    g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_IN_USE,
                         _ ("Another task is writing in the book. Wait until it has finished."));
  return is_free;
}

static void
give_up (AnsBook *self)
{
  if (self->connection != NULL)
    ans_connection_set_roomy (self->connection, FALSE);
  g_mutex_lock (&self->mutex);
  self->action = 0;
  self->action_thread = NULL;
  g_clear_pointer (&self->unindexed, g_ptr_array_unref);
  g_clear_pointer (&self->unjournaled, g_ptr_array_unref);
  g_cond_broadcast (&self->ended);
  g_mutex_unlock (&self->mutex);
}

void
ans_book_wait_for_others (AnsBook *self)
{
  g_mutex_lock (&self->mutex);
  while (self->action_thread != NULL && self->action_thread != g_thread_self ())
    g_cond_wait (&self->ended, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

gboolean
ans_book_begin_kind (
    AnsBook *self, const char *label, const char *kind, gint64 target, GError **error)
{
  g_return_val_if_fail (ANS_IS_BOOK (self), FALSE);

  if (self->read_only)
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY,
                   _ ("The book is open for reading only. %s"),
                   self->read_only_reason != NULL ? self->read_only_reason : "");
      return FALSE;
    }
  if (!claim (self, error))
    return FALSE;
  if (ans_connection_exec (self->connection, "BEGIN IMMEDIATE", error) &&
      insert_action (self, label, kind, target, error))
    return TRUE;
  ans_book_rollback (self);
  return FALSE;
}

gboolean
ans_book_begin (AnsBook *self, const char *label, GError **error)
{
  return ans_book_begin_kind (self, label, "do", 0, error);
}

gboolean
ans_book_relabel (AnsBook *self, const char *label, GError **error)
{
  g_autoptr (AnsStatement) update = NULL;

  g_return_val_if_fail (ans_book_in_action (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  update = ans_connection_prepare (self->connection, "UPDATE action SET label = ?2 WHERE id = ?1",
                                   error);
  if (update == NULL)
    return FALSE;
  ans_statement_bind_int (update, 1, self->action);
  ans_statement_bind_text (update, 2, label);
  return ans_statement_run (update, error);
}

gboolean
ans_book_defer_search (AnsBook *self, gboolean whole, GError **error)
{
  g_return_val_if_fail (ans_book_in_action (self), FALSE);

  ans_connection_set_roomy (self->connection, TRUE);
  return ans_table_specs_defer_search (self->connection, self->tables, self->n_tables, whole,
                                       error);
}

const AnsTableSpec *
ans_book_get_table (AnsBook *self, const char *name)
{
  g_return_val_if_fail (ANS_IS_BOOK (self), NULL);

  for (guint i = 0; i < self->n_tables; i++)
    if (g_str_equal (self->tables[i].name, name))
      return &self->tables[i];
  return NULL;
}

/* What the end of the action has to put right. */
static void
put_aside (GPtrArray **specs, const AnsTableSpec *spec)
{
  if (*specs == NULL)
    *specs = g_ptr_array_new ();
  g_ptr_array_add (*specs, (gpointer) spec);
}

gboolean
ans_book_defer_indexes (AnsBook *self, const char *table, GError **error)
{
  const AnsTableSpec *spec;

  g_return_val_if_fail (ans_book_in_action (self), FALSE);

  spec = ans_book_get_table (self, table);
  g_return_val_if_fail (spec != NULL, FALSE);
  put_aside (&self->unindexed, spec);
  return ans_table_spec_drop_indexes (self->connection, spec, error);
}

gboolean
ans_book_take_over_journal (AnsBook *self, const char *table, GError **error)
{
  const AnsTableSpec *spec;

  g_return_val_if_fail (ans_book_in_action (self), FALSE);

  spec = ans_book_get_table (self, table);
  g_return_val_if_fail (spec != NULL, FALSE);
  put_aside (&self->unjournaled, spec);
  return ans_table_spec_drop_insert_journal (self->connection, spec, error);
}

static gboolean
give_journals_back (AnsBook *self, GError **error)
{
  for (guint i = 0; self->unjournaled != NULL && i < self->unjournaled->len; i++)
    if (!ans_table_spec_make_triggers (self->connection, self->unjournaled->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
catch_up_indexes (AnsBook *self, GError **error)
{
  gboolean analyzed =
      self->unindexed != NULL &&
      ans_connection_get_int (self->connection,
                              "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'", 0) != 0;

  for (guint i = 0; self->unindexed != NULL && i < self->unindexed->len; i++)
    {
      const AnsTableSpec *spec = self->unindexed->pdata[i];
      g_autofree char *analyze = g_strdup_printf ("ANALYZE %s", spec->name);

      /* The statistics of the dropped ones are gone with them. */
      if (!ans_table_spec_make_indexes (self->connection, spec, error) ||
          (analyzed && !ans_connection_exec (self->connection, analyze, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
ans_book_in_action (AnsBook *self)
{
  return ans_book_get_action (self) != 0;
}

gint64
ans_book_get_action (AnsBook *self)
{
  gint64 action;

  g_return_val_if_fail (ANS_IS_BOOK (self), 0);

  g_mutex_lock (&self->mutex);
  action = self->action_thread == g_thread_self () ? self->action : 0;
  g_mutex_unlock (&self->mutex);
  return action;
}

/* 1 or 0, -1 on an error. */
static int
has_changes (AnsBook *self, gint64 action, GError **error)
{
  g_autoptr (AnsStatement) any = ans_connection_prepare (
      self->connection, "SELECT 1 FROM change WHERE action = ?1 LIMIT 1", error);
  GError *local = NULL;
  int found;

  if (any == NULL)
    return -1;
  ans_statement_bind_int (any, 1, action);
  found = ans_statement_step (any, &local);
  if (local == NULL)
    return found;
  g_propagate_error (error, local);
  return -1;
}

/* When fields of the office came or went, the tables follow in the same transaction. */
static gboolean
follow_extra_columns (AnsBook *self, gint64 action, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM change WHERE +action = %" G_GINT64_FORMAT
                       " AND tbl = '" ANS_EXTRA_TABLE "')",
                       action);

  if (ans_connection_get_int (self->connection, sql, 0) == 0)
    return TRUE;
  ans_book_merge_extra_columns (self);
  return ans_table_specs_apply (self->connection, self->tables, self->n_tables, error);
}

gint64
ans_book_commit (AnsBook *self, GError **error)
{
  gint64 action = ans_book_get_action (self);
  int any;

  g_return_val_if_fail (action != 0, -1);

  any = has_changes (self, action, error);
  if (any <= 0)
    {
      ans_book_rollback (self);
      return any;
    }
  if (!give_journals_back (self, error) || !follow_extra_columns (self, action, error) ||
      !catch_up_indexes (self, error) ||
      !ans_table_specs_catch_up_search (self->connection, self->tables, self->n_tables, error) ||
      !ans_connection_exec (self->connection, "UPDATE journal_state SET action = NULL; COMMIT",
                            error))
    {
      ans_book_rollback (self);
      ans_book_merge_extra_columns (self);
      return -1;
    }
  give_up (self);
  ans_book_announce (self, action);
  return action;
}

void
ans_book_rollback (AnsBook *self)
{
  g_return_if_fail (ANS_IS_BOOK (self));
  /* Another thread's action is not ours to end. */
  g_return_if_fail (self->action_thread == NULL || self->action_thread == g_thread_self ());

  /* After a full disk SQLite may have rolled back by itself. */
  if (self->connection != NULL &&
      !sqlite3_get_autocommit (ans_connection_get_handle (self->connection)))
    ans_connection_exec (self->connection, "ROLLBACK", NULL);
  give_up (self);
}

typedef struct
{
  AnsBook *book;
  AnsChanges *changes;
} News;

static gboolean
tell_news (gpointer data)
{
  News *news = data;

  /* News from a thread may arrive after the book was closed. */
  if (news->book->connection != NULL)
    g_signal_emit_by_name (news->book, "changed", news->changes);
  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->book);
  ans_changes_unref (news->changes);
  g_free (news);
}

void
ans_book_announce (AnsBook *self, gint64 action)
{
  News *news = g_new (News, 1);

  news->book = g_object_ref (self);
  news->changes = ans_changes_read (self->connection, action);
  if (g_thread_self () == self->owner)
    {
      tell_news (news);
      news_free (news);
    }
  else
    {
      /* Not g_main_context_invoke(): it would tell on this thread if no loop runs at the moment. */
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, tell_news, news, news_free);
      g_source_attach (source, self->context);
    }
}
