/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-undo-private.h"

#include <glib/gi18n.h>

static void
conflict_free (gpointer data)
{
  AnsUndoConflict *self = data;

  g_free (self->table);
  g_free (self->column);
  g_free (self->present);
  g_free (self->left_by_action);
  g_free (self->wanted);
  g_free (self);
}

void
ans_undo_report_free (AnsUndoReport *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

void
ans_undo_report_add (AnsUndoReport *self,
                     const char *table,
                     gint64 row,
                     const char *column,
                     const char *present,
                     const char *left,
                     const char *wanted)
{
  AnsUndoConflict *conflict = g_new0 (AnsUndoConflict, 1);

  conflict->table = g_strdup (table);
  conflict->row = row;
  conflict->column = g_strdup (column);
  conflict->present = g_strdup (present);
  conflict->left_by_action = g_strdup (left);
  conflict->wanted = g_strdup (wanted);
  g_ptr_array_add (self->conflicts, conflict);
}

static gboolean
mark (AnsConnection *connection, gint64 action, gint64 undone_by, GError **error)
{
  g_autoptr (AnsStatement) update =
      ans_connection_prepare (connection, "UPDATE action SET undone_by = ?2 WHERE id = ?1", error);

  if (update == NULL)
    return FALSE;
  ans_statement_bind_int (update, 1, action);
  ans_statement_bind_id (update, 2, undone_by);
  return ans_statement_run (update, error);
}

typedef struct
{
  char *kind;
  char *label;
  gint64 target;
  gint64 undone_by;
} ActionRow;

static gboolean
read_action (AnsConnection *connection, gint64 id, ActionRow *action, GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection, "SELECT kind, label, target, undone_by FROM action WHERE id = ?1", error);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, id);
  if (!ans_statement_step (select, error))
    {
      g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND,
                   _ ("There is no action number %lld in the history."), (long long) id);
      return FALSE;
    }
  action->kind = g_strdup (ans_statement_text (select, 0));
  action->label = g_strdup (ans_statement_text (select, 1));
  action->target = ans_statement_int (select, 2);
  action->undone_by = ans_statement_int (select, 3);
  return TRUE;
}

/* Takes @target back in a new action of @kind; @origin is the action whose mark changes with it. */
static AnsUndoReport *
take_back (AnsBook *book,
           gint64 target,
           const char *label,
           const char *kind,
           gint64 origin,
           AnsUndoMode mode,
           AnsJob *job,
           GError **error)
{
  g_autoptr (AnsUndoReport) report = g_new0 (AnsUndoReport, 1);
  gboolean done, writes;

  report->target = target;
  report->label = g_strdup (label);
  report->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  if (!ans_book_begin_kind (book, label, kind, target, error))
    return NULL;

  done = ans_undo_take_changes_back (book, report, job, error);
  writes =
      mode == ANS_UNDO_REST || (mode == ANS_UNDO_UNLESS_CONFLICTS && report->conflicts->len == 0);
  if (done && report->restored > 0 && writes)
    {
      AnsConnection *connection = ans_book_get_connection (book);
      gint64 action = ans_book_get_action (book);

      done = mark (connection, target, action, error) &&
             (origin == target || mark (connection, origin, 0, error));
    }
  if (done && writes)
    {
      report->action = ans_book_commit (book, error);
      done = report->action >= 0;
    }
  else
    ans_book_rollback (book);
  return done ? g_steal_pointer (&report) : NULL;
}

AnsUndoReport *
ans_undo_run (AnsBook *book, gint64 action, AnsUndoMode mode, AnsJob *job, GError **error)
{
  ActionRow row = { 0 };
  AnsUndoReport *report = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  if (read_action (ans_book_get_connection (book), action, &row, error))
    {
      if (row.undone_by != 0)
        g_set_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND,
                     _ ("“%s” was taken back already."), row.label);
      else if (g_str_equal (row.kind, "undo"))
        report = take_back (book, action, row.label, "redo", row.target, mode, job, error);
      else if (g_str_equal (row.kind, "redo"))
        {
          ActionRow undone = { 0 };

          /* A redo put back what the first action had left: taking it back is taking that back. */
          if (read_action (ans_book_get_connection (book), row.target, &undone, error))
            report = ans_undo_run (book, undone.target, mode, job, error);
          g_free (undone.kind);
          g_free (undone.label);
        }
      else
        report = take_back (book, action, row.label, "undo", action, mode, job, error);
    }
  g_free (row.kind);
  g_free (row.label);
  return report;
}

AnsUndoReport *
ans_undo (AnsBook *book, gint64 action, gboolean preview, GError **error)
{
  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  if (action == 0)
    action = ans_undo_get_next (book, NULL);
  if (action == 0)
    {
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND,
                           _ ("There is nothing to undo."));
      return NULL;
    }
  return ans_undo_run (book, action, preview ? ANS_UNDO_PREVIEW : ANS_UNDO_REST, NULL, error);
}

guint
ans_undo_count_changes (AnsBook *book, gint64 action, guint limit)
{
  g_autoptr (AnsStatement) select = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), 0);

  select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT count(*) FROM (SELECT 1 FROM change WHERE action = ?1 LIMIT ?2)", NULL);
  if (select == NULL)
    return 0;
  ans_statement_bind_int (select, 1, action);
  ans_statement_bind_int (select, 2, limit);
  return ans_statement_step (select, NULL) ? (guint) ans_statement_int (select, 0) : 0;
}

AnsUndoReport *
ans_redo (AnsBook *book, GError **error)
{
  gint64 action = ans_redo_get_next (book, NULL);

  if (action == 0)
    {
      g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND,
                           _ ("There is nothing to redo."));
      return NULL;
    }
  return ans_undo (book, action, FALSE, error);
}

static gint64
get_next (AnsBook *book, const char *sql, char **label)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (label != NULL)
    *label = NULL;
  if (select == NULL || !ans_statement_step (select, NULL))
    return 0;
  if (label != NULL)
    *label = g_strdup (ans_statement_text (select, 1));
  return ans_statement_int (select, 0);
}

gint64
ans_undo_get_next (AnsBook *book, char **label)
{
  return get_next (book,
                   "SELECT id, label FROM action WHERE kind = 'do' AND undone_by IS NULL "
                   "ORDER BY id DESC LIMIT 1",
                   label);
}

gint64
ans_redo_get_next (AnsBook *book, char **label)
{
  return get_next (book,
                   "SELECT id, label FROM action WHERE kind = 'undo' AND undone_by IS NULL "
                   "AND id > (SELECT coalesce(max(id), 0) FROM action WHERE kind = 'do') "
                   "ORDER BY id DESC LIMIT 1",
                   label);
}
