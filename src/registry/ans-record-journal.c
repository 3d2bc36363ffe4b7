/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-record-journal.h"

#include <sqlite3.h>

/* Rows of one statement: what is left over goes one by one. */
#define MANY_ROWS 128

typedef enum
{
  TAKE_OWNER,
  TAKE_KEY,
  TAKE_VALUE
} Take;

typedef struct
{
  char *key; /* ,"name": */
  Take take;
  guint field;
  gboolean is_number;
} Column;

struct _AnsRecordJournal
{
  AnsConnection *connection;
  const char *table;
  gint64 action;
  GArray *columns;
  GString *text;   /* JSON of the rows, one after the other */
  GArray *lengths; /* int */
  AnsStatement *many;
  AnsStatement *one;
};

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->key);
}

/* Where the value of a column comes from; %FALSE if it is nowhere: it is empty in new rows. */
static gboolean
find_source (const AnsRegister *reg, const AnsPeriod *period, const char *name, Column *column)
{
  if (period != NULL && g_str_equal (name, period->owner))
    column->take = TAKE_OWNER;
  else if (g_str_equal (name, period != NULL ? "from_date" : "uid"))
    column->take = TAKE_KEY;
  else
    {
      column->take = TAKE_VALUE;
      while (reg->fields[column->field].name != NULL &&
             !g_str_equal (reg->fields[column->field].name, name))
        column->field++;
      return reg->fields[column->field].name != NULL;
    }
  return TRUE;
}

static gboolean
read_columns (AnsRecordJournal *self,
              const AnsTableSpec *spec,
              const AnsRegister *reg,
              const AnsPeriod *period)
{
  for (const AnsColumnSpec *column = spec->columns; column->name != NULL; column++)
    {
      Column mine = { .is_number = g_str_has_prefix (column->declaration, "INTEGER") };

      if (column->derived || !find_source (reg, period, column->name, &mine))
        continue;
      if (!mine.is_number && !g_str_has_prefix (column->declaration, "TEXT"))
        return FALSE;
      mine.key = g_strdup_printf (",\"%s\":", column->name);
      g_array_append_val (self->columns, mine);
    }
  return TRUE;
}

AnsRecordJournal *
ans_record_journal_new (AnsBook *book,
                        const AnsRegister *reg,
                        const AnsPeriod *period,
                        GError **error)
{
  g_autoptr (AnsRecordJournal) self = g_new0 (AnsRecordJournal, 1);
  const AnsTableSpec *spec;

  g_return_val_if_fail (ans_book_in_action (book), NULL);
  g_return_val_if_fail (reg != NULL, NULL);

  self->connection = ans_book_get_connection (book);
  self->action = ans_book_get_action (book);
  self->table = period != NULL ? period->name : reg->table;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->text = g_string_new (NULL);
  self->lengths = g_array_new (FALSE, FALSE, sizeof (int));
  spec = ans_book_get_table (book, self->table);
  g_return_val_if_fail (spec != NULL, NULL);
  if (!read_columns (self, spec, reg, period) ||
      !ans_book_take_over_journal (book, self->table, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ans_record_journal_free (AnsRecordJournal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->many, ans_statement_release);
  g_clear_pointer (&self->one, ans_statement_release);
  g_array_unref (self->columns);
  g_array_unref (self->lengths);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Text as SQLite's own functions write it in JSON. */
static void
append_text (GString *json, const char *text)
{
  static const char letters[0x20] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
  };

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        g_string_append_c (json, *p);
      else if (c >= 0x20 || letters[c] != 0)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, c >= 0x20 ? *p : letters[c]);
        }
      else
        g_string_append_printf (json, "\\u%04x", c);
    }
  g_string_append_c (json, '"');
}

static void
append_row (AnsRecordJournal *self, const AnsRecordJournalRow *row)
{
  const gsize start = self->text->len;
  int length;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const char *value = column->take == TAKE_VALUE ? row->values[column->field] : row->key;

      if (column->take == TAKE_OWNER)
        g_string_append_printf (self->text, "%s%" G_GINT64_FORMAT, column->key, row->owner);
      else if (value != NULL)
        {
          g_string_append (self->text, column->key);
          if (column->is_number)
            g_string_append (self->text, value);
          else
            append_text (self->text, value);
        }
    }
  /* The first comma opens the object. */
  if (self->text->len == start)
    g_string_append_c (self->text, '{');
  self->text->str[start] = '{';
  g_string_append_c (self->text, '}');
  length = (int) (self->text->len - start);
  g_array_append_val (self->lengths, length);
}

static AnsStatement *
prepare (AnsRecordJournal *self, guint n_rows, GError **error)
{
  g_autoptr (GString) sql =
      g_string_new ("INSERT INTO change (action, tbl, row, new) VALUES (?1, ?2, ?, ?)");

  for (guint i = 1; i < n_rows; i++)
    g_string_append (sql, ", (?1, ?2, ?, ?)");
  return ans_connection_prepare (self->connection, sql->str, error);
}

/* Of the rows from @first on; their texts begin at @text. */
static gboolean
insert (AnsRecordJournal *self,
        AnsStatement *statement,
        const AnsRecordJournalRow *rows,
        guint first,
        guint n_rows,
        const char **text,
        GError **error)
{
  sqlite3_stmt *handle = ans_statement_get_handle (statement);

  sqlite3_bind_int64 (handle, 1, self->action);
  sqlite3_bind_text (handle, 2, self->table, -1, SQLITE_STATIC);
  for (guint i = 0; i < n_rows; i++)
    {
      const int length = g_array_index (self->lengths, int, first + i);

      sqlite3_bind_int64 (handle, 3 + 2 * (int) i, rows[first + i].row);
      sqlite3_bind_text (handle, 4 + 2 * (int) i, *text, length, SQLITE_STATIC);
      *text += length;
    }
  return ans_statement_run (statement, error);
}

gboolean
ans_record_journal_write (AnsRecordJournal *self,
                          const AnsRecordJournalRow *rows,
                          guint n_rows,
                          GError **error)
{
  const char *text;
  guint done = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->lengths, 0);
  for (guint i = 0; i < n_rows; i++)
    append_row (self, &rows[i]);
  if (self->many == NULL)
    self->many = prepare (self, MANY_ROWS, error);
  if (self->one == NULL)
    self->one = prepare (self, 1, error);
  if (self->many == NULL || self->one == NULL)
    return FALSE;

  text = self->text->str;
  for (; n_rows - done >= MANY_ROWS; done += MANY_ROWS)
    if (!insert (self, self->many, rows, done, MANY_ROWS, &text, error))
      return FALSE;
  for (; done < n_rows; done++)
    if (!insert (self, self->one, rows, done, 1, &text, error))
      return FALSE;
  return TRUE;
}
