/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records written many at a time leave the book as records saved one by one do: rows, periods, what
 * triggers derive, search and journal; only uids, times and the order of the journal differ. */
#include "book-fixture.h"
#include "registry/ans-record-batch.h"
#include "registry/ans-members.h"

#define N_HOUSEHOLDS 300
#define N_PEOPLE     1000

typedef struct
{
  AnsBook *book;
  AnsRecordBatch *households;
  AnsRecordBatch *people;
  gint64 village;
  GArray *ids;
} Writer;

static gint64
save (Writer *self, AnsRecordBatch *batch, AnsRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (batch != NULL)
    return ans_record_batch_add (batch, record);
  g_assert_true (ans_record_save (record, &error));
  g_assert_no_error (error);
  return ans_record_get_id (record);
}

static void
write_household (Writer *self, guint i)
{
  g_autoptr (AnsRecord) record = ans_record_new (self->book, &ans_register_households);
  g_autofree char *code = g_strdup_printf ("BS-%04u", i + 1);
  gint64 id;

  ans_record_set (record, "code", code);
  if (i % 7 != 0)
    ans_record_set_int (record, "village", self->village);
  if (i % 3 == 0)
    ans_record_set (record, "address", "Ngõ 1 \"cũ\" \\ 'mới' \t /");
  id = save (self, self->households, record);
  g_array_append_val (self->ids, id);
}

static void
write_person (Writer *self, guint i)
{
  g_autoptr (AnsRecord) record = ans_record_new (self->book, &ans_register_people);
  g_autofree char *name = g_strdup_printf ("Lê Thị %c%c", 'A' + i % 20, 'a' + i % 13);
  g_autofree char *birth = g_strdup_printf ("%u", 1940 + i % 80);
  g_autofree char *number = g_strdup_printf ("0381%08u", i);

  ans_record_set (record, "full_name", name);
  ans_record_set (record, "sex", "NU");
  ans_record_set (record, "birth", birth);
  if (i % 2 == 0)
    ans_record_set (record, "id_no", number);
  /* In a household, in a village only, nowhere, dead, moved away since a day. */
  if (i % 10 < 7)
    {
      ans_record_set_int (record, "household",
                          g_array_index (self->ids, gint64, i % self->ids->len));
      ans_record_set (record, "relation", i < N_HOUSEHOLDS ? "CHU_HO" : "CON_DE");
    }
  else if (i % 10 == 7)
    ans_record_set_int (record, "village", self->village);
  if (i % 50 == 3)
    ans_record_set (record, "death", "2020-05-03");
  else if (i % 50 == 4)
    {
      ans_record_set (record, "residence", ANS_RESIDENCE_MOVED_AWAY);
      ans_record_set_period_date (record, "person_residence", "2021-01-01");
    }
  save (self, self->people, record);
}

static void
write_all (AnsBook *book, gboolean many)
{
  Writer self = { .book = book, .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) village = ans_record_new (book, &ans_register_villages);

  g_assert_true (ans_book_begin (book, "Thử", &error));
  ans_record_set (village, "name", "Bắc Sơn");
  g_assert_true (ans_record_save (village, &error));
  self.village = ans_record_get_id (village);
  if (many)
    {
      self.households = ans_record_batch_new (book, &ans_register_households);
      self.people = ans_record_batch_new (book, &ans_register_people);
      g_assert_true (ans_book_defer_search (book, FALSE, &error));
      g_assert_true (ans_book_defer_indexes (book, "person", &error));
      g_assert_true (ans_record_batch_hasten (self.households, &error));
      g_assert_true (ans_record_batch_hasten (self.people, &error));
    }
  for (guint i = 0; i < N_HOUSEHOLDS; i++)
    write_household (&self, i);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      write_person (&self, i);
      if (many && ans_record_batch_is_full (self.people))
        {
          g_assert_true (ans_record_batch_flush (self.households, &error));
          g_assert_true (ans_record_batch_flush (self.people, &error));
        }
    }
  if (many)
    {
      g_assert_true (ans_record_batch_flush (self.households, &error));
      g_assert_true (ans_record_batch_flush (self.people, &error));
      g_assert_no_error (error);
      ans_record_batch_free (self.households);
      ans_record_batch_free (self.people);
    }
  g_assert_cmpint (ans_book_commit (book, &error), >, 0);
  g_assert_no_error (error);
  g_array_unref (self.ids);
}

/* All that the book says, without what is another each time. */
static char *
dump (AnsBook *book)
{
  static const char *const questions[] = {
    "SELECT * FROM person",
    "SELECT * FROM household",
    "SELECT * FROM village",
    "SELECT person, from_date, to_date, reason, household, relation, village FROM person_home",
    "SELECT person, from_date, to_date, reason, residence FROM person_residence",
    "SELECT household, from_date, to_date, reason, village, address FROM household_place",
    "SELECT household, from_date, to_date, reason, status FROM household_state",
    "SELECT tbl, CASE WHEN tbl IN ('person', 'household', 'village') THEN row END, "
    "json_remove (old, '$.uid'), json_remove (new, '$.uid') FROM change",
    "SELECT rowid FROM person_search WHERE person_search MATCH 'le'",
    "SELECT rowid FROM person_search WHERE person_search MATCH '0381*'",
    "SELECT rowid FROM household_search WHERE household_search MATCH 'bs*'",
    "SELECT name, sql FROM sqlite_schema WHERE type <> 'table'",
  };
  GString *text = g_string_new (NULL);

  for (guint q = 0; q < G_N_ELEMENTS (questions); q++)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsStatement) select =
          ans_connection_prepare (ans_book_get_connection (book), questions[q], &error);

      g_assert_no_error (error);
      while (ans_statement_step (select, &error))
        {
          GString *line = g_string_new (NULL);

          for (int c = 0; c < ans_statement_n_columns (select); c++)
            if (!g_str_equal (sqlite3_column_name (ans_statement_get_handle (select), c), "uid"))
              g_string_append_printf (
                  line, "|%s",
                  ans_statement_text (select, c) != NULL ? ans_statement_text (select, c) : "NULL");
          g_ptr_array_add (lines, g_string_free_and_steal (line));
        }
      g_assert_no_error (error);
      g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
      g_string_append_printf (text, "%s: %u\n", questions[q], lines->len);
      for (guint i = 0; i < lines->len; i++)
        g_string_append_printf (text, "%s\n", (const char *) lines->pdata[i]);
    }
  return g_string_free_and_steal (text);
}

static void
assert_same (const char *one, const char *other)
{
  g_auto (GStrv) first = g_strsplit (one, "\n", -1);
  g_auto (GStrv) second = g_strsplit (other, "\n", -1);

  for (guint i = 0; first[i] != NULL && second[i] != NULL; i++)
    g_assert_cmpstr (first[i], ==, second[i]);
  g_assert_cmpuint (g_strv_length (first), ==, g_strv_length (second));
  g_assert_cmpuint (g_strv_length (first), >, 3 * N_PEOPLE);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "khac.ansinh", NULL);
  g_autoptr (GError) error = NULL;
  AnsBook *other = ans_registry_create_book (path, NULL, &error);
  g_autofree char *one = NULL;
  g_autofree char *many = NULL;

  g_assert_no_error (error);
  write_all (fixture->book, FALSE);
  write_all (other, TRUE);
  one = dump (fixture->book);
  many = dump (other);
  assert_same (one, many);
  {
    g_autoptr (GPtrArray) problems = ans_book_check (other, NULL);
    g_autoptr (AnsUndoReport) report = NULL;

    g_assert_cmpuint (problems->len, ==, 0);
    /* One action, which is taken back whole. */
    report = ans_undo (other, 0, FALSE, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (report->conflicts->len, ==, 0);
    g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (other),
                                             "SELECT (SELECT count (*) FROM person) + "
                                             "(SELECT count (*) FROM household) + "
                                             "(SELECT count (*) FROM person_home)",
                                             -1),
                     ==, 0);
  }
  ans_book_close (other);
  g_assert_finalize_object (other);
  g_unlink (path);
}

/* A batch that is never flushed, or fails, writes nothing; a later action goes on from the ids. */
static void
test_rolled_back (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GError) error = NULL;
  AnsConnection *connection = ans_book_get_connection (book);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AnsRecordBatch) batch = NULL;
      g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_people);

      g_assert_true (ans_book_begin (book, "Thử", &error));
      g_assert_true (ans_book_defer_indexes (book, "person", &error));
      batch = ans_record_batch_new (book, &ans_register_people);
      g_assert_true (ans_record_batch_hasten (batch, &error));
      ans_record_set (record, "full_name", "Lê Văn Bình");
      ans_record_set (record, "sex", "NAM");
      ans_record_set (record, "birth", "1980");
      /* There is no such household: the whole of it fails. */
      if (i == 1)
        ans_record_set_int (record, "household", 77);
      g_assert_cmpint (ans_record_batch_add (batch, record), ==, 1);
      g_assert_true (ans_record_batch_get_pending (batch, 1) == record);
      g_assert_null (ans_record_batch_get_pending (batch, 2));
      if (i == 1)
        {
          g_assert_false (ans_record_batch_flush (batch, &error));
          g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CONSTRAINT);
          g_clear_error (&error);
        }
      ans_book_rollback (book);
      g_assert_cmpint (ans_connection_get_int (connection, "SELECT count (*) FROM person", -1), ==,
                       0);
      g_assert_cmpint (ans_connection_get_int (connection,
                                               "SELECT count (*) FROM sqlite_schema WHERE "
                                               "name IN ('person_by_name', "
                                               "'person_journal_insert', "
                                               "'person_home_journal_insert')",
                                               -1),
                       ==, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/record-batch/same", Fixture, NULL, fixture_set_up, test_same, fixture_tear_down);
  g_test_add ("/record-batch/rolled-back", Fixture, NULL, fixture_set_up, test_rolled_back,
              fixture_tear_down);
  return g_test_run ();
}
