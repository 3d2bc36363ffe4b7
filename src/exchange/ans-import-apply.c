/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing what the dry run said, as one action. */
#include <glib/gi18n.h>

#include "exchange/ans-import-feed.h"
#include "registry/ans-choices.h"
#include "registry/ans-household-events.h"
#include "registry/ans-members.h"
#include "registry/ans-record-batch.h"
#include "text/ans-fold.h"

#define MANY_PEOPLE 2000

typedef struct
{
  AnsImport *import;
  AnsImportFeed *feed;    /* (nullable) where the rows come from while they are read */
  guint next;             /* index of the next row otherwise */
  GHashTable *villages;   /* name with its marks → id */
  GHashTable *households; /* key within the file → id */
  GHashTable *codes;      /* code of a household → id, -1 if several have it */
  gboolean knows_codes;   /* of all households of the book */
  GHashTable *heads;      /* id of a household → id of its head, 0 if it has none */
  GHashTable *numbers;    /* beginning of codes of households → the last number given */
  AnsRecordBatch *new_households;
  AnsRecordBatch *new_people;

  /* What is being written by another thread. */
  GThread *writer;
  GAsyncQueue *orders; /* to the writer: the Apply has a load; its own queue: there are no more */
  GAsyncQueue *answers;
  gboolean is_writing;
  AnsRecordLoad *households_load;
  AnsRecordLoad *people_load;
  GError *writer_error;
  gboolean writer_failed;
} Apply;

static gint64
lookup_id (GHashTable *table, const char *key)
{
  gint64 *id = g_hash_table_lookup (table, key);

  return id != NULL ? *id : 0;
}

static void
remember_id (GHashTable *table, const char *key, gint64 id)
{
  g_hash_table_insert (table, g_strdup (key), g_memdup2 (&id, sizeof id));
}

static void
remember_head (Apply *apply, gint64 household, gint64 head)
{
  g_hash_table_insert (apply->heads, g_memdup2 (&household, sizeof household),
                       g_memdup2 (&head, sizeof head));
}

static gpointer
write_thread (gpointer data)
{
  Apply *apply = data;

  while (g_async_queue_pop (apply->orders) == apply)
    {
      /* People live in households, so these come first. */
      if (ans_record_batch_write (apply->new_households, apply->households_load,
                                  &apply->writer_error))
        ans_record_batch_write (apply->new_people, apply->people_load, &apply->writer_error);
      g_async_queue_push (apply->answers, apply);
    }
  return NULL;
}

/* Waits until what was handed over is written. */
static gboolean
settle (Apply *apply, GError **error)
{
  g_autoptr (AnsRecordLoad) households = NULL;
  g_autoptr (AnsRecordLoad) people = NULL;

  if (!apply->is_writing)
    return TRUE;
  g_async_queue_pop (apply->answers);
  apply->is_writing = FALSE;
  households = g_steal_pointer (&apply->households_load);
  people = g_steal_pointer (&apply->people_load);
  if (apply->writer_error == NULL)
    return ans_record_batch_finish (apply->new_households, households, error) &&
           ans_record_batch_finish (apply->new_people, people, error);
  apply->writer_failed = TRUE;
  g_propagate_error (error, g_steal_pointer (&apply->writer_error));
  return FALSE;
}

/* Has what waits written while the next rows are made ready. */
static gboolean
hand_over (Apply *apply, GError **error)
{
  if (!settle (apply, error))
    return FALSE;
  apply->households_load = ans_record_batch_take (apply->new_households);
  apply->people_load = ans_record_batch_take (apply->new_people);
  apply->is_writing = TRUE;
  g_async_queue_push (apply->orders, apply);
  return TRUE;
}

static gboolean
flush (Apply *apply, GError **error)
{
  return hand_over (apply, error) && settle (apply, error);
}

/* A village that the book does not have is added: it can be taken back with the rest. */
static gint64
find_or_add_village (Apply *apply, const char *name, GError **error)
{
  AnsBook *book = apply->import->book;
  g_autofree char *key = NULL;
  gint64 id;

  if (name == NULL)
    return 0;
  key = ans_fold_marks (name);
  id = lookup_id (apply->villages, key);
  if (id != 0)
    return id;
  id = ans_register_lookup (book, &ans_register_villages, name);
  if (id <= 0)
    {
      g_autoptr (AnsRecord) village = ans_record_new (book, &ans_register_villages);

      ans_record_set (village, "name", name);
      if (!settle (apply, error) || !ans_record_save (village, error))
        return -1;
      id = ans_record_get_id (village);
    }
  remember_id (apply->villages, key, id);
  return id;
}

/* “BS-0012” is number 12 of those that begin with “BS-”. */
static gint64
split_code (const char *code, char **beginning)
{
  gsize n = strlen (code);

  while (n > 0 && g_ascii_isdigit (code[n - 1]))
    n--;
  *beginning = g_strndup (code, n);
  return g_ascii_strtoll (code + n, NULL, 10);
}

/* The code that the household would get by itself, without asking the book for every one. */
static char *
next_code (Apply *apply, gint64 village, GError **error)
{
  g_autofree char *beginning = ans_household_code_beginning (apply->import->book, village);
  gint64 *last = g_hash_table_lookup (apply->numbers, beginning);

  if (last == NULL)
    {
      gint64 known;

      /* The question must find those that wait. */
      if (!flush (apply, error))
        return NULL;
      known = ans_household_last_number (apply->import->book, beginning);
      last = g_memdup2 (&known, sizeof known);
      g_hash_table_insert (apply->numbers, g_strdup (beginning), last);
    }
  return ans_household_format_code (beginning, *last + 1);
}

static void
remember_code (Apply *apply, const char *code)
{
  g_autofree char *beginning = NULL;
  gint64 number = split_code (code, &beginning);
  gint64 *last = g_hash_table_lookup (apply->numbers, beginning);

  if (last != NULL)
    *last = MAX (*last, number);
}

static gint64
add_household (Apply *apply, AnsImportRow *row, const char *code, gint64 village, GError **error)
{
  AnsImport *import = apply->import;
  g_autoptr (AnsRecord) household = ans_record_new (import->book, &ans_register_households);
  g_autofree char *next = NULL;
  int address = ans_import_field_index (import, "address");
  gint64 id;

  if (code == NULL)
    {
      code = next = next_code (apply, village, error);
      if (code == NULL)
        return -1;
    }
  ans_record_set (household, "code", code);
  remember_code (apply, code);
  if (village > 0)
    ans_record_set_int (household, "village", village);
  if (address >= 0)
    ans_record_set (household, "address", row->values[address]);
  id = ans_record_batch_add (apply->new_households, household);
  remember_head (apply, id, 0);
  remember_id (apply->codes, code, id);
  return ans_record_batch_is_full (apply->new_households) && !hand_over (apply, error) ? -1 : id;
}

/* An import of many rows reads the codes of all households once, and asks no more. */
static void
read_codes (Apply *apply)
{
  g_autoptr (AnsStatement) codes =
      ans_connection_prepare (ans_book_get_connection (apply->import->book),
                              "SELECT code, id FROM household WHERE code NOT NULL", NULL);

  while (codes != NULL && ans_statement_step (codes, NULL))
    {
      const char *code = ans_statement_text (codes, 0);

      remember_id (apply->codes, code,
                   lookup_id (apply->codes, code) != 0 ? -1 : ans_statement_int (codes, 1));
    }
  apply->knows_codes = TRUE;
}

static gint64
find_code (Apply *apply, const char *code)
{
  gint64 known = lookup_id (apply->codes, code);
  g_autoptr (AnsStatement) select = NULL;

  if (known != 0 || apply->knows_codes)
    return known;
  select = ans_connection_prepare (ans_book_get_connection (apply->import->book),
                                   "SELECT id FROM household WHERE code = ?1 LIMIT 2", NULL);
  if (select == NULL)
    return 0;
  ans_statement_bind_text (select, 1, code);
  if (!ans_statement_step (select, NULL))
    return 0;
  known = ans_statement_int (select, 0);
  return ans_statement_step (select, NULL) ? -1 : known;
}

static gint64
find_or_add_household (Apply *apply, AnsImportRow *row, gint64 village, GError **error)
{
  const char *tab;
  const char *code;
  g_autofree char *village_name = NULL;
  g_autofree char *local = NULL;
  gint64 id;

  if (row->household == NULL)
    return 0;
  id = lookup_id (apply->households, row->household);
  if (id != 0)
    return id;

  tab = strchr (row->household, '\t');
  village_name = g_strndup (row->household, (gsize) (tab - row->household));
  code = tab + 1;
  if (*code != '#')
    {
      local = ans_import_local_code (village_name, code);
      id = find_code (apply, local);
    }
  if (id <= 0)
    id = add_household (apply, row, local, village, error);
  if (id > 0)
    remember_id (apply->households, row->household, id);
  return id;
}

/* The head of the household, of the book or of the rows before. */
static gint64
head_of (Apply *apply, gint64 household)
{
  gint64 *known = g_hash_table_lookup (apply->heads, &household);

  if (known != NULL)
    return *known;
  remember_head (apply, household, ans_members_get_head (apply->import->book, household));
  return head_of (apply, household);
}

static gboolean
is_head_now (AnsRecord *record)
{
  const char *residence = ans_record_get (record, "residence");

  return g_strcmp0 (ans_record_get (record, "relation"), ANS_RELATION_HEAD) == 0 &&
         g_strcmp0 (residence, ANS_RESIDENCE_DEAD) != 0 &&
         g_strcmp0 (residence, ANS_RESIDENCE_MOVED_AWAY) != 0;
}

/* A new person waits for others; one of the book is written at once. */
static gboolean
save_person (Apply *apply, AnsRecord *record, gint64 household, GError **error)
{
  gboolean moves;

  if (ans_record_get_id (record) == 0)
    {
      gint64 id = ans_record_batch_add (apply->new_people, record);

      if (household > 0 && head_of (apply, household) == 0 && is_head_now (record))
        {
          AnsRecord *pending = ans_record_batch_get_pending (apply->new_households, household);

          remember_head (apply, household, id);
          if (pending != NULL)
            ans_record_set_int (pending, "head", id);
        }
      return !ans_record_batch_is_full (apply->new_people) || hand_over (apply, error);
    }
  /* Who moves between households, or in one, may be or become a head. */
  moves = ans_record_is_changed (record, "household") || ans_record_is_changed (record, "relation");
  if (!(moves ? flush (apply, error) : settle (apply, error)) || !ans_record_save (record, error))
    return FALSE;
  if (moves)
    g_hash_table_remove_all (apply->heads);
  return TRUE;
}

static gboolean
write_person (Apply *apply, AnsImportRow *row, AnsRecord *record, GError **error)
{
  gint64 village = find_or_add_village (apply, row->village, error);
  gint64 household;

  if (village < 0)
    return FALSE;
  household = find_or_add_household (apply, row, village, error);
  if (household < 0)
    return FALSE;
  if (household > 0)
    {
      gint64 head = head_of (apply, household);

      /* The book's head stays; the file's may be an older one. */
      if (head != 0 && head != ans_record_get_id (record) &&
          g_strcmp0 (ans_record_get (record, "relation"), ANS_RELATION_HEAD) == 0)
        ans_record_set (record, "relation", "KHAC");
      ans_record_set_int (record, "household", household);
    }
  else if (village > 0 && ans_record_get (record, "household") == NULL)
    ans_record_set_int (record, "village", village);
  return save_person (apply, record, household, error);
}

static gboolean
write_household (Apply *apply, AnsImportRow *row, AnsRecord *record, GError **error)
{
  gint64 village = find_or_add_village (apply, row->village, error);

  if (village < 0)
    return FALSE;
  if (village > 0)
    ans_record_set_int (record, "village", village);
  /* A head is a person of the register; a mere name is kept where it can be seen. */
  if (row->head_name != NULL && *row->head_name != '\0' && ans_record_get (record, "head") == NULL)
    {
      const char *note = ans_record_get (record, "note");
      g_autofree char *text = g_strdup_printf ("%s%sChủ hộ: %s", note != NULL ? note : "",
                                               note != NULL ? "; " : "", row->head_name);

      if (note == NULL || strstr (note, row->head_name) == NULL)
        ans_record_set (record, "note", text);
    }
  return ans_record_save (record, error);
}

static gboolean
write_row (Apply *apply, AnsImportRow *row, GError **error)
{
  AnsImport *import = apply->import;
  g_autoptr (AnsRecord) record = NULL;

  record = row->id != 0 ? ans_record_load (import->book, import->reg, row->id, error)
                        : ans_record_new (import->book, import->reg);
  if (record == NULL)
    return FALSE;
  ans_import_row_fill (import, row, record);
  if (ans_register_is (import->reg, &ans_register_people))
    return write_person (apply, row, record, error);
  if (ans_register_is (import->reg, &ans_register_households))
    return write_household (apply, row, record, error);
  return ans_record_save (record, error);
}

static AnsImportRow *
next_row (Apply *apply)
{
  GPtrArray *rows = apply->import->rows;

  if (apply->feed != NULL)
    return ans_import_feed_next (apply->feed);
  return apply->next < rows->len ? rows->pdata[apply->next++] : NULL;
}

/* Tells how far it is, unless the reading does. */
static gboolean
report (Apply *apply, AnsJob *job, guint done)
{
  const AnsImport *import = apply->import;
  guint total;
  g_autofree char *status = NULL;

  if (apply->feed != NULL)
    return TRUE;
  total = import->counts[ANS_IMPORT_ADDED] + import->counts[ANS_IMPORT_UPDATED];
  /* Translators: rows written, rows to write */
  status = g_strdup_printf (_ ("%u of %u rows written"), done, total);
  return ans_job_report (job, (double) done / total, status);
}

static gboolean
write_rows (Apply *apply, AnsJob *job, GError **error)
{
  AnsImportRow *row;
  guint done = 0;

  while ((row = next_row (apply)) != NULL)
    {
      if (row->verdict != ANS_IMPORT_ADDED && row->verdict != ANS_IMPORT_UPDATED)
        continue;
      if (!write_row (apply, row, error))
        {
          /* The other thread is some rows behind. */
          if (!apply->writer_failed)
            g_prefix_error (error, _ ("Row %u: "), row->row_number);
          return FALSE;
        }
      if (++done % 100 == 0 && !report (apply, job, done))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               _ ("Stopped. Nothing was imported."));
          return FALSE;
        }
    }
  return flush (apply, error);
}

/* What fills a book may be large; how many rows it has is not known yet. */
static gboolean
is_large (Apply *apply)
{
  return apply->feed != NULL || apply->import->counts[ANS_IMPORT_ADDED] >= MANY_PEOPLE;
}

/* An import about as large as the book is quicker with the indexes of people made anew. */
static gboolean
put_off (Apply *apply, GError **error)
{
  AnsImport *import = apply->import;

  if (!ans_book_defer_search (import->book, FALSE, error))
    return FALSE;
  if (!ans_register_is (import->reg, &ans_register_people) || !is_large (apply))
    return TRUE;
  /* People who are updated may get new periods beside those of the batch. */
  if ((apply->feed != NULL || import->counts[ANS_IMPORT_UPDATED] == 0) &&
      (!ans_record_batch_hasten (apply->new_households, error) ||
       !ans_record_batch_hasten (apply->new_people, error)))
    return FALSE;
  return (apply->feed == NULL && import->counts[ANS_IMPORT_ADDED] <
                                     ans_connection_get_int (ans_book_get_connection (import->book),
                                                             "SELECT count (*) FROM person", 0)) ||
         ans_book_defer_indexes (import->book, "person", error);
}

static gboolean
remember_mapping (AnsImport *self, GError **error)
{
  g_autofree char *key = NULL;
  g_autoptr (GString) text = NULL;

  if (!self->remember || self->header == NULL)
    return TRUE;
  key = ans_import_mapping_key (self);
  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            self->mapping[i] != NULL ? self->mapping[i] : "");
  return ans_book_set_setting (self->book, key, text->str, error);
}

static gboolean
has_something (AnsImport *self)
{
  return self->counts[ANS_IMPORT_ADDED] + self->counts[ANS_IMPORT_UPDATED] > 0;
}

/* As the history says it. */
static char *
label_of (AnsImport *self)
{
  /* Translators: a file's name and two numbers, as the history says it */
  return g_strdup_printf (_ ("Imported “%s”: %u added, %u updated"), self->file_name,
                          self->counts[ANS_IMPORT_ADDED], self->counts[ANS_IMPORT_UPDATED]);
}

/* Until all is read, the numbers in the label are not known. */
static gboolean
finish_feed (Apply *apply, GError **error)
{
  g_autofree char *label = NULL;

  if (apply->feed == NULL)
    return TRUE;
  if (!ans_import_feed_finish (g_steal_pointer (&apply->feed), error))
    return FALSE;
  label = label_of (apply->import);
  return ans_book_relabel (apply->import->book, label, error);
}

/* The action's id, 0 if there was nothing to write, -1 on an error. */
static gint64
end (Apply *apply, GError **error)
{
  AnsImport *self = apply->import;
  gboolean any = has_something (self);

  if (any && remember_mapping (self, error))
    return ans_book_commit (self->book, error);
  ans_book_rollback (self->book);
  return any ? -1 : 0;
}

static gint64
write_all (Apply *apply, AnsJob *job, GError **error)
{
  AnsImport *self = apply->import;
  gint64 action = -1;

  apply->villages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  apply->households = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  apply->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  apply->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (is_large (apply))
    read_codes (apply);
  apply->heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  apply->new_households = ans_record_batch_new (self->book, &ans_register_households);
  apply->new_people = ans_record_batch_new (self->book, &ans_register_people);
  apply->orders = g_async_queue_new ();
  apply->answers = g_async_queue_new ();
  apply->writer = g_thread_new ("ans-import-writer", write_thread, apply);
  if (put_off (apply, error) && write_rows (apply, job, error) && finish_feed (apply, error))
    action = end (apply, error);
  else
    {
      settle (apply, NULL);
      ans_book_rollback (self->book);
    }
  if (apply->feed != NULL)
    ans_import_feed_finish (apply->feed, NULL);
  g_async_queue_push (apply->orders, apply->orders);
  g_thread_join (apply->writer);
  g_async_queue_unref (apply->orders);
  g_async_queue_unref (apply->answers);
  g_hash_table_unref (apply->codes);
  g_hash_table_unref (apply->villages);
  g_hash_table_unref (apply->households);
  g_hash_table_unref (apply->numbers);
  g_hash_table_unref (apply->heads);
  ans_record_batch_free (apply->new_people);
  ans_record_batch_free (apply->new_households);
  return action;
}

gint64
ans_import_apply (AnsImport *self, AnsJob *job, GError **error)
{
  Apply apply = { .import = self };
  g_autofree char *label = NULL;

  g_return_val_if_fail (ANS_IS_IMPORT (self), -1);

  if (!has_something (self))
    return 0;
  label = label_of (self);
  return ans_book_begin (self->book, label, error) ? write_all (&apply, job, error) : -1;
}

gint64
ans_import_run (AnsImport *self, AnsJob *job, GError **error)
{
  Apply apply = { .import = self };

  g_return_val_if_fail (ANS_IS_IMPORT (self), -1);

  /* Where nobody is yet, no row meets someone of the book, and none is there to be looked up while
   * others are written. */
  if (!ans_register_is (self->reg, &ans_register_people) ||
      ans_connection_get_int (ans_book_get_connection (self->book),
                              "SELECT EXISTS (SELECT 1 FROM person)", 1) != 0)
    return ans_import_dry_run (self, job, error) ? ans_import_apply (self, job, error) : -1;
  if (!ans_book_begin (self->book, self->file_name, error))
    return -1;
  apply.feed = ans_import_feed_start (self, job);
  return write_all (&apply, job, error);
}
