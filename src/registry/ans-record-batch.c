/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-record-batch.h"

#include "registry/ans-extra-field.h"
#include "registry/ans-record-journal.h"
#include "registry/ans-record-private.h"
#include "registry/ans-table-builder.h"
#include "registry/ans-uuid.h"

/* Rows of one statement: what is left over takes the smaller ones. */
static const guint sizes[] = { 128, 32, 8, 1 };

#define MAX_PENDING 256

/* A table that the records are written to: the register's own or one of its periods. */
typedef struct
{
  const char *name;
  const AnsPeriod *period; /* (nullable) */
  GString *columns;
  GArray *fields;     /* indexes, in the order of the columns */
  GPtrArray *records; /* that have a row in it, for the flush under way */
  AnsStatement *inserts[G_N_ELEMENTS (sizes)];
  AnsRecordJournal *journal; /* (nullable) if the table's trigger does not write it */
} Target;

struct _AnsRecordLoad
{
  GPtrArray *records; /* their ids follow each other */
  GPtrArray *uids;
};

struct _AnsRecordBatch
{
  AnsBook *book;
  AnsConnection *connection; /* of the thread whose action it is */
  const AnsRegister *reg;
  gint64 next_id;
  AnsRecordLoad *pending;
  GPtrArray *targets; /* used by whoever writes */
};

static AnsRecordLoad *
load_new (void)
{
  AnsRecordLoad *self = g_new0 (AnsRecordLoad, 1);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->uids = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ans_record_load_free (AnsRecordLoad *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->uids);
  g_free (self);
}

static void
target_free (gpointer data)
{
  Target *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_clear_pointer (&self->inserts[i], ans_statement_release);
  ans_record_journal_free (self->journal);
  g_string_free (self->columns, TRUE);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->records);
  g_free (self);
}

static Target *
target_new (const AnsRegister *reg, const AnsPeriod *period)
{
  Target *self = g_new0 (Target, 1);

  self->name = period != NULL ? period->name : reg->table;
  self->period = period;
  self->columns = g_string_new (period != NULL ? period->owner : "id");
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->records = g_ptr_array_new ();
  g_string_append (self->columns, period != NULL ? ", from_date" : ", uid");
  for (guint i = 0; reg->fields[i].name != NULL; i++)
    {
      const AnsField *field = &reg->fields[i];

      /* The register's own row has what follows from others too, so that these find nothing to
       * write there. */
      if (period == NULL || g_strcmp0 (field->period, period->name) == 0)
        {
          g_array_append_val (self->fields, i);
          g_string_append_printf (self->columns, ", %s", field->name);
        }
    }
  return self;
}

/* The number that no record had yet: the journal never names another one by it. */
static gint64
first_free_id (AnsBook *book, const AnsRegister *reg)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT max (coalesce ((SELECT seq FROM sqlite_sequence WHERE name = '%1$s'), "
      "0), coalesce ((SELECT max (id) FROM %1$s), 0))",
      reg->table);

  return ans_connection_get_int (ans_book_get_connection (book), sql, 0) + 1;
}

AnsRecordBatch *
ans_record_batch_new (AnsBook *book, const AnsRegister *reg)
{
  AnsRecordBatch *self;

  g_return_val_if_fail (ans_book_in_action (book), NULL);
  g_return_val_if_fail (reg != NULL, NULL);

  self = g_new0 (AnsRecordBatch, 1);
  self->book = g_object_ref (book);
  self->connection = ans_book_get_connection (book);
  self->reg = reg = ans_book_get_register (book, reg);
  self->next_id = first_free_id (book, reg);
  self->pending = load_new ();
  self->targets = g_ptr_array_new_with_free_func (target_free);
  g_ptr_array_add (self->targets, target_new (reg, NULL));
  for (const AnsPeriod *period = reg->periods; period != NULL && period->name != NULL; period++)
    g_ptr_array_add (self->targets, target_new (reg, period));
  return self;
}

void
ans_record_batch_free (AnsRecordBatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->targets);
  ans_record_load_free (self->pending);
  g_object_unref (self->book);
  g_free (self);
}

gboolean
ans_record_batch_hasten (AnsRecordBatch *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->targets->len; i++)
    {
      Target *target = self->targets->pdata[i];
      GError *local = NULL;

      target->journal = ans_record_journal_new (self->book, self->reg, target->period, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
    }
  return TRUE;
}

gint64
ans_record_batch_add (AnsRecordBatch *self, AnsRecord *record)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (ANS_IS_RECORD (record) && record->reg == self->reg, 0);
  g_return_val_if_fail (record->id == 0, 0);

  if (self->reg->prepare != NULL)
    self->reg->prepare (record);
  record->id = self->next_id++;
  g_ptr_array_add (self->pending->records, g_object_ref (record));
  g_ptr_array_add (self->pending->uids, ans_uuid_new ());
  return record->id;
}

gboolean
ans_record_batch_is_full (AnsRecordBatch *self)
{
  return self->pending->records->len >= MAX_PENDING;
}

AnsRecord *
ans_record_batch_get_pending (AnsRecordBatch *self, gint64 id)
{
  GPtrArray *records = self->pending->records;
  gint64 place = records->len > 0 ? id - ((AnsRecord *) records->pdata[0])->id : -1;

  return place >= 0 && place < records->len ? records->pdata[place] : NULL;
}

static AnsStatement *
prepare_insert (AnsRecordBatch *self, Target *target, guint size, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (%s) VALUES ", target->name, target->columns->str);
  for (guint row = 0; row < size; row++)
    {
      g_string_append (sql, row > 0 ? ", (?, ?" : "(?, ?");
      for (guint i = 0; i < target->fields->len; i++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }
  return ans_connection_prepare (self->connection, sql->str, error);
}

/* First day of the record's period, "" for “since always”. */
static const char *
period_start (AnsRecord *record, const AnsPeriod *period)
{
  const char *date = ans_record_period_date (record, period);

  return date != NULL ? date : "";
}

static void
bind_static (sqlite3_stmt *handle, int index, const char *text)
{
  /* The bindings were cleared: nothing is what stands there. */
  if (text != NULL)
    sqlite3_bind_text (handle, index, text, -1, SQLITE_STATIC);
}

/* The second column: a period's first day, or the uid of the record. */
static const char *
key_of (AnsRecordLoad *load, Target *target, AnsRecord *record)
{
  guint place = (guint) (record->id - ((AnsRecord *) load->records->pdata[0])->id);

  return target->period != NULL ? period_start (record, target->period) : load->uids->pdata[place];
}

static void
bind_record (
    AnsRecordLoad *load, Target *target, sqlite3_stmt *handle, int *index, AnsRecord *record)
{
  sqlite3_bind_int64 (handle, (*index)++, record->id);
  bind_static (handle, (*index)++, key_of (load, target, record));
  for (guint i = 0; i < target->fields->len; i++)
    bind_static (handle, (*index)++, record->values[g_array_index (target->fields, guint, i)]);
}

/* Of the @n_rows records from @first on, which were inserted last. */
static gboolean
write_journal (AnsRecordBatch *self,
               AnsRecordLoad *load,
               Target *target,
               guint first,
               guint n_rows,
               GError **error)
{
  AnsRecordJournalRow rows[128];
  const gint64 last = sqlite3_last_insert_rowid (ans_connection_get_handle (self->connection));

  g_return_val_if_fail (n_rows <= G_N_ELEMENTS (rows), FALSE);

  for (guint i = 0; i < n_rows; i++)
    {
      AnsRecord *record = target->records->pdata[first + i];

      /* The ids of what one statement inserts follow each other. */
      rows[i] = (AnsRecordJournalRow) { .row = last - n_rows + 1 + i,
                                        .owner = record->id,
                                        .key = key_of (load, target, record),
                                        .values = record->values };
    }
  return ans_record_journal_write (target->journal, rows, n_rows, error);
}

static gboolean
write_target (AnsRecordBatch *self, AnsRecordLoad *load, Target *target, GError **error)
{
  guint done = 0;

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    while (target->records->len - done >= sizes[s])
      {
        sqlite3_stmt *handle;
        int index = 1;

        if (target->inserts[s] == NULL)
          target->inserts[s] = prepare_insert (self, target, sizes[s], error);
        if (target->inserts[s] == NULL)
          return FALSE;
        handle = ans_statement_get_handle (target->inserts[s]);
        sqlite3_clear_bindings (handle);
        for (guint i = 0; i < sizes[s]; i++)
          bind_record (load, target, handle, &index, target->records->pdata[done + i]);
        if (!ans_statement_run (target->inserts[s], error) ||
            (target->journal != NULL && !write_journal (self, load, target, done, sizes[s], error)))
          return FALSE;
        done += sizes[s];
      }
  return TRUE;
}

/* Whether the record says anything of what @target keeps. */
static gboolean
has_row (Target *target, AnsRecord *record)
{
  if (target->period == NULL)
    return TRUE;
  for (guint i = 0; i < target->fields->len; i++)
    if (record->values[g_array_index (target->fields, guint, i)] != NULL)
      return TRUE;
  return FALSE;
}

gboolean
ans_record_batch_write (AnsRecordBatch *self, AnsRecordLoad *load, GError **error)
{
  g_return_val_if_fail (self != NULL && load != NULL, FALSE);

  for (guint t = 0; t < self->targets->len; t++)
    {
      Target *target = self->targets->pdata[t];

      g_ptr_array_set_size (target->records, 0);
      for (guint i = 0; i < load->records->len; i++)
        if (has_row (target, load->records->pdata[i]))
          g_ptr_array_add (target->records, load->records->pdata[i]);
      if (!write_target (self, load, target, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ans_record_batch_finish (AnsRecordBatch *self, AnsRecordLoad *load, GError **error)
{
  g_return_val_if_fail (self != NULL && load != NULL, FALSE);
  g_return_val_if_fail (ans_book_in_action (self->book), FALSE);

  for (guint i = 0; i < load->records->len; i++)
    {
      AnsRecord *record = load->records->pdata[i];

      if (self->reg->after_save != NULL && !self->reg->after_save (record, error))
        return FALSE;
      record->stale = TRUE;
    }
  return TRUE;
}

AnsRecordLoad *
ans_record_batch_take (AnsRecordBatch *self)
{
  AnsRecordLoad *load = self->pending;

  self->pending = load_new ();
  return load;
}

gboolean
ans_record_batch_flush (AnsRecordBatch *self, GError **error)
{
  g_autoptr (AnsRecordLoad) load = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ans_book_in_action (self->book), FALSE);

  load = ans_record_batch_take (self);
  return ans_record_batch_write (self, load, error) && ans_record_batch_finish (self, load, error);
}
