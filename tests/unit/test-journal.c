/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back: of anything that was done, at once or years later, nothing is left and nothing is
 * lost. */
#include "random-actions.h"

#define ACTIONS 300

static GRand *
new_rand (void)
{
  guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

static AnsUndoReport *
take_back (AnsBook *book, gint64 action)
{
  g_autoptr (GError) error = NULL;
  AnsUndoReport *report = ans_undo (book, action, FALSE, &error);

  g_assert_no_error (error);
  return report;
}

static char *
describe (AnsBook *book, gint64 action)
{
  return ask (book,
              "SELECT a.label || ' ' || c.tbl || ' ' || c.row || ' ' || coalesce (c.old, '') || "
              "' -> ' || coalesce (c.new, '') FROM action a JOIN change c ON c.action = a.id "
              "WHERE a.id = %" G_GINT64_FORMAT " ORDER BY c.id",
              action);
}

static void
test_undo_and_redo_are_exact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = new_rand ();
  guint done = 0;
  g_autofree char *kinds = NULL;

  for (guint step = 0; step < ACTIONS; step++)
    {
      g_autofree char *before = dump (fixture->book);
      gint64 action = random_action (fixture->book, rand);
      g_autofree char *after = dump (fixture->book);
      g_autofree char *what = describe (fixture->book, action);
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autoptr (AnsUndoReport) undo = NULL;
      g_autoptr (AnsUndoReport) redo = NULL;
      g_autoptr (GError) error = NULL;

      if (action == 0)
        {
          assert_same_dump (before, after, "a refused action left something");
          continue;
        }
      done++;
      undo = take_back (fixture->book, 0);
      g_assert_cmpint (undo->target, ==, action);
      g_assert_cmpuint (undo->conflicts->len, ==, 0);
      g_assert_cmpuint (undo->restored, >, 0);
      undone = dump (fixture->book);
      assert_same_dump (before, undone, what);
      if (step % 20 == 0)
        assert_sound (fixture->book);
      if (step % 7 == 0)
        fixture_reopen (fixture);
      /* Sometimes it stays taken back. */
      if (g_rand_int_range (rand, 0, 5) == 0)
        continue;

      redo = ans_redo (fixture->book, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (redo->conflicts->len, ==, 0);
      redone = dump (fixture->book);
      assert_same_dump (after, redone, what);
      if (step % 20 == 10)
        assert_sound (fixture->book);
    }
  kinds = ask (fixture->book,
               "SELECT substr (label, 1, 12) || ' ' || count (*) FROM action WHERE kind = 'do' "
               "GROUP BY substr (label, 1, 12)");
  g_test_message ("%u actions: %s", done, kinds);
  g_assert_cmpuint (done, >, ACTIONS / 3);
}

/* All the way back to the empty book and forward again. */
static void
test_all_the_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, dump (fixture->book));
  for (guint step = 0; step < ACTIONS / 4; step++)
    if (random_action (fixture->book, rand) != 0)
      g_ptr_array_add (states, dump (fixture->book));
  fixture_reopen (fixture);
  for (guint i = states->len - 1; i > 0; i--)
    {
      g_autofree char *now = NULL;
      gint64 action = ans_undo_get_next (fixture->book, NULL);
      g_autofree char *what = describe (fixture->book, action);
      g_autoptr (AnsUndoReport) report = take_back (fixture->book, 0);

      if (report->conflicts->len > 0)
        g_test_message ("%s", what);
      g_assert_cmpuint (report->conflicts->len, ==, 0);
      now = dump (fixture->book);
      assert_same_dump (states->pdata[i - 1], now, report->label);
    }
  g_assert_cmpint (ans_undo_get_next (fixture->book, NULL), ==, 0);
  fixture_reopen (fixture);
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *now = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsUndoReport) report = ans_redo (fixture->book, &error);

      g_assert_no_error (error);
      now = dump (fixture->book);
      assert_same_dump (states->pdata[i], now, report->label);
    }
  g_assert_cmpint (ans_redo_get_next (fixture->book, NULL), ==, 0);
  assert_sound (fixture->book);
}

/* An action from long ago, taken back among all that came later: the book stays sound, and taking
 * that back brings everything back. */
static void
test_old_actions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = new_rand ();
  guint taken_back = 0, with_conflicts = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autofree char *before = NULL;
      g_autofree char *between = NULL;
      g_autofree char *after = NULL;
      g_autofree char *what = NULL;
      g_autofree char *preview_state = NULL;
      g_autoptr (AnsUndoReport) preview = NULL;
      g_autoptr (AnsUndoReport) undo = NULL;
      g_autoptr (AnsUndoReport) back = NULL;
      gint64 action;

      for (guint i = 0; i < 8; i++)
        random_action (fixture->book, rand);
      action = random_id (fixture->book, rand, "action", "kind = 'do' AND undone_by IS NULL");
      if (action == 0)
        continue;
      before = dump (fixture->book);
      what = describe (fixture->book, action);
      preview = ans_undo (fixture->book, action, TRUE, NULL);
      preview_state = dump (fixture->book);
      assert_same_dump (before, preview_state, "a preview changed something");
      undo = take_back (fixture->book, action);
      g_assert_cmpuint (undo->restored, ==, preview->restored);
      g_assert_cmpuint (undo->conflicts->len, ==, preview->conflicts->len);
      with_conflicts += undo->conflicts->len > 0;
      assert_sound (fixture->book);
      between = dump (fixture->book);
      if (undo->action == 0)
        {
          /* All of it was changed since. */
          assert_same_dump (before, between, what);
          g_assert_cmpuint (undo->restored, ==, 0);
          continue;
        }
      taken_back++;
      if (round % 2 == 0)
        fixture_reopen (fixture);
      back = take_back (fixture->book, undo->action);
      g_assert_cmpuint (back->conflicts->len, ==, 0);
      after = dump (fixture->book);
      assert_same_dump (before, after, what);
    }
  g_test_message ("%u taken back, %u with conflicts", taken_back, with_conflicts);
  assert_sound (fixture->book);
  g_assert_cmpuint (taken_back, >, 20);
}

/* Conflicts are exactly the columns that hold something else now. The test keeps its own journal. */

#define PEOPLE 3

static const char *const edited[] = { "phone", "note", "bank", "religion", "old_id_no" };
static const char *const edited_values[] = { "1", "2", "3", NULL };

typedef struct
{
  gint64 action;
  gint64 person;
  const char *old[G_N_ELEMENTS (edited)];
  const char *new[G_N_ELEMENTS (edited)];
} Edit;

static void
test_conflicts_are_exact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (Edit));
  gint64 people[PEOPLE];
  const char *present[PEOPLE][G_N_ELEMENTS (edited)] = { 0 };
  guint n_conflicts = 0, n_restored = 0;

  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *name = random_name (rand);

      people[i] = add_person (fixture->book, 0, name, "NAM", "1970", NULL);
    }
  for (guint step = 0; step < ACTIONS; step++)
    {
      guint who = (guint) g_rand_int_range (rand, 0, PEOPLE);
      g_autoptr (AnsRecord) record =
          ans_record_load (fixture->book, &ans_register_people, people[who], NULL);
      Edit edit = { .person = who };

      if (edits->len == 0 || g_rand_int_range (rand, 0, 3) > 0)
        {
          for (guint f = 0; f < G_N_ELEMENTS (edited); f++)
            {
              edit.old[f] = present[who][f];
              if (g_rand_int_range (rand, 0, 3) == 0)
                present[who][f] = g_rand_int_range (rand, 0, 4) == 0 ? NULL
                                                                     : pick (rand, edited_values);
              edit.new[f] = present[who][f];
              ans_record_set (record, edited[f], present[who][f]);
            }
          if (!ans_record_is_changed (record, NULL))
            continue;
          save_record (record);
          edit.action = ans_connection_get_int (
              ans_book_get_connection (fixture->book), "SELECT max (id) FROM action", 0);
          g_array_append_val (edits, edit);
        }
      else
        {
          guint which = (guint) g_rand_int_range (rand, 0, (gint32) edits->len);
          const Edit *old = &g_array_index (edits, Edit, which);
          g_autoptr (AnsUndoReport) report = take_back (fixture->book, old->action);
          g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);

          who = (guint) old->person;
          for (guint f = 0; f < G_N_ELEMENTS (edited); f++)
            {
              if (g_strcmp0 (old->old[f], old->new[f]) == 0 ||
                  g_strcmp0 (present[who][f], old->old[f]) == 0)
                continue;
              if (g_strcmp0 (present[who][f], old->new[f]) == 0)
                {
                  present[who][f] = old->old[f];
                  n_restored++;
                }
              else
                g_hash_table_insert (
                    expected, (gpointer) edited[f], (gpointer) old->new[f]);
            }
          g_assert_cmpuint (report->conflicts->len, ==, g_hash_table_size (expected));
          for (guint i = 0; i < report->conflicts->len; i++)
            {
              const AnsUndoConflict *conflict = report->conflicts->pdata[i];

              g_assert_cmpstr (conflict->table, ==, "person");
              g_assert_cmpint (conflict->row, ==, people[who]);
              g_assert_true (g_hash_table_contains (expected, conflict->column));
              g_assert_cmpstr (conflict->left_by_action,
                               ==,
                               g_hash_table_lookup (expected, conflict->column));
              n_conflicts++;
            }
          g_array_remove_index (edits, which);
        }
      for (guint f = 0; f < G_N_ELEMENTS (edited); f++)
        assert_asked (present[who][f] != NULL ? present[who][f] : "-",
                      fixture->book,
                      "SELECT %s FROM person WHERE id = %" G_GINT64_FORMAT,
                      edited[f],
                      people[who]);
    }
  g_test_message ("%u restored, %u conflicts", n_restored, n_conflicts);
  g_assert_cmpuint (n_restored, >, 20);
  g_assert_cmpuint (n_conflicts, >, 20);
}

/* Single cases that are easy to get wrong. */

static gint64
last_action (AnsBook *book)
{
  return ans_connection_get_int (
      ans_book_get_connection (book), "SELECT max (id) FROM action", 0);
}

static void
move (AnsBook *book, gint64 person, gint64 household, const char *day)
{
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);

  ans_record_set_int (record, "household", household);
  ans_record_set_effective_date (record, day);
  save_record (record);
}

/* Somebody moved twice; the first move is taken back. Where they lived since stays, and they never
 * live in two places. */
static void
test_a_move_before_another (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 village = add_village (book, "Bắc Sơn");
  gint64 first = add_household (book, village);
  gint64 second = add_household (book, village);
  gint64 third = add_household (book, village);
  gint64 person = add_person (book, first, "Lê Văn Bình", "NAM", "1980", "CHU_HO");
  g_autoptr (AnsUndoReport) report = NULL;
  gint64 action;

  move (book, person, second, "2020-01-01");
  action = last_action (book);
  move (book, person, third, "2021-01-01");
  report = take_back (book, action);
  g_assert_cmpuint (report->conflicts->len, >, 0);
  assert_asked ("3", book, "SELECT household FROM person");
  assert_sound (book);
}

/* An import is taken back after somebody joined one of its households. */
static void
test_import_that_was_used (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  gint64 village, used, action;

  g_assert_true (ans_book_begin (book, "import", NULL));
  village = add_village (book, "Bắc Sơn");
  for (int i = 0; i < 5; i++)
    {
      gint64 household = add_household (book, village);

      add_person (book, household, "Lê Văn Bình", "NAM", "1980", "CHU_HO");
      add_person (book, household, "Trần Thị An", "NU", "1982", "VO");
    }
  action = ans_book_commit (book, &error);
  g_assert_no_error (error);
  used = 3;
  add_person (book, used, "Lê Thị Huệ", "NU", "2010", "CON_DE");

  report = take_back (book, action);
  assert_asked ("3", book, "SELECT id FROM household");
  assert_asked ("1", book, "SELECT count (*) FROM village");
  assert_asked ("Lê Thị Huệ", book, "SELECT full_name FROM person");
  assert_asked ("3", book, "SELECT household FROM person");
  assert_asked ("1", book, "SELECT count (*) FROM household_place");
  assert_asked ("1", book, "SELECT count (*) FROM household_state");
  /* Household, its place and state, and the village they name. */
  g_assert_cmpuint (report->conflicts->len, ==, 4);
  assert_sound (book);
}

/* A person of an import was corrected: they stay, with their home, and what it names. */
static void
test_import_that_was_corrected (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  g_autoptr (AnsUndoReport) report = NULL;
  g_autoptr (AnsRecord) record = NULL;
  gint64 household, person, action;
  guint columns = 0;

  g_assert_true (ans_book_begin (book, "import", NULL));
  household = add_household (book, add_village (book, "Bắc Sơn"));
  person = add_person (book, household, "Lê Văn Bình", "NAM", "1980", "CHU_HO");
  add_person (book, household, "Trần Thị An", "NU", "1982", "VO");
  action = ans_book_commit (book, NULL);
  record = ans_record_load (book, &ans_register_people, person, NULL);
  ans_record_set (record, "phone", "0912345678");
  save_record (record);

  report = take_back (book, action);
  assert_asked ("Lê Văn Bình", book, "SELECT full_name FROM person");
  assert_asked ("1", book, "SELECT head FROM household");
  assert_asked ("THUONG_TRU", book, "SELECT residence FROM person");
  for (guint i = 0; i < report->conflicts->len; i++)
    {
      const AnsUndoConflict *conflict = report->conflicts->pdata[i];

      if (conflict->column == NULL)
        continue;
      columns++;
      g_assert_cmpstr (conflict->column, ==, "phone");
    }
  g_assert_cmpuint (columns, ==, 1);
  assert_sound (book);
}

/* A name that was changed twice keeps the words under which it is found. */
static void
test_computed_columns_follow (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 person = add_person (book, 0, "Lê Văn An", "NAM", "1980", NULL);
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);
  g_autoptr (AnsUndoReport) report = NULL;
  gint64 action;

  ans_record_set (record, "full_name", "Lê Văn Bình");
  ans_record_set (record, "phone", "0911111111");
  save_record (record);
  action = last_action (book);
  /* Folds to the same, so the folded name stands as the first change left it. */
  ans_record_set (record, "full_name", "Lê Văn Bính");
  ans_record_set (record, "old_id_no", "171234567");
  save_record (record);

  report = take_back (book, action);
  g_assert_cmpuint (report->conflicts->len, ==, 1);
  g_assert_cmpstr (((AnsUndoConflict *) report->conflicts->pdata[0])->column, ==, "full_name");
  assert_asked ("le van binh", book, "SELECT name_fold FROM person");
  assert_asked ("171234567", book, "SELECT numbers FROM person");
  assert_sound (book);
}

/* A household was moved into, deleted since; the person's old home can't come back. */
static void
test_what_it_named_is_gone (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 village = add_village (book, "Bắc Sơn");
  gint64 household = add_household (book, village);
  gint64 person = add_person (book, household, "Lê Văn Bình", "NAM", "1980", "CHU_HO");
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);
  g_autoptr (AnsRecord) gone = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action;

  g_assert_true (ans_record_delete (record, &error));
  g_assert_no_error (error);
  action = last_action (book);
  gone = ans_record_load (book, &ans_register_households, household, NULL);
  g_assert_true (ans_record_delete (gone, &error));
  g_assert_no_error (error);

  report = take_back (book, action);
  g_assert_cmpuint (report->conflicts->len, ==, 1);
  g_assert_cmpstr (((AnsUndoConflict *) report->conflicts->pdata[0])->table, ==, "person_home");
  assert_asked ("Lê Văn Bình", book, "SELECT full_name FROM person");
  assert_asked ("-", book, "SELECT household FROM person");
  assert_sound (book);
}

/* SQLite gives the number of a deleted row to the next one; the two must not be mixed up. */
static void
test_reused_number (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 village = add_village (book, "Bắc Sơn");
  gint64 added = last_action (book), deleted;
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_villages, village, NULL);
  g_autoptr (AnsUndoReport) report = NULL;

  g_assert_true (ans_record_delete (record, NULL));
  deleted = last_action (book);
  g_assert_cmpint (add_village (book, "Hợp Tân"), ==, village);

  report = take_back (book, added);
  g_assert_cmpuint (report->restored, ==, 0);
  g_clear_pointer (&report, ans_undo_report_free);
  report = take_back (book, deleted);
  g_assert_cmpuint (report->restored, ==, 0);
  g_assert_cmpuint (report->conflicts->len, ==, 1);
  assert_asked ("Hợp Tân", book, "SELECT name FROM village");
  assert_sound (book);
}

/* A book that somebody sent may say anything in its journal: no SQL comes from there. */
static void
test_hostile_journal (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsConnection *connection = ans_book_get_connection (book);
  g_autoptr (AnsUndoReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action;

  add_village (book, "Bắc Sơn");
  action = last_action (book);
  g_assert_true (ans_connection_exec (
      connection,
      "UPDATE change SET new = NULL, old = '{\"name\":\"x\",\"name) SELECT 9, 1; --\":\"y\"}';"
      "INSERT INTO change (action, tbl, row, old, new) VALUES "
      "(1, 'village; DROP TABLE village', 1, NULL, '{}'), "
      "(1, 'action', 1, NULL, '{}'), "
      "(1, 'village', 1, '{\"name = 1; --\":\"y\"}', '{\"name = 1; --\":\"z\"}')",
      NULL));
  report = ans_undo (book, action, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->conflicts->len, ==, 3);
  assert_asked ("Bắc Sơn", book, "SELECT name FROM village");
  assert_asked ("1", book, "SELECT count (*) FROM action");
}

static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = NULL;

  g_assert_null (ans_undo (fixture->book, 0, FALSE, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ans_redo (fixture->book, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ans_undo (fixture->book, 77, FALSE, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  add_village (fixture->book, "Bắc Sơn");
  report = take_back (fixture->book, 1);
  g_assert_null (ans_undo (fixture->book, 1, FALSE, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* After something new was done there is nothing to redo. */
  add_village (fixture->book, "Hợp Tân");
  g_assert_null (ans_redo (fixture->book, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                       \
  g_test_add ("/journal/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("undo-and-redo-are-exact", test_undo_and_redo_are_exact);
  ADD ("all-the-way", test_all_the_way);
  ADD ("old-actions", test_old_actions);
  ADD ("conflicts-are-exact", test_conflicts_are_exact);
  ADD ("move-before-another", test_a_move_before_another);
  ADD ("import-that-was-used", test_import_that_was_used);
  ADD ("import-that-was-corrected", test_import_that_was_corrected);
  ADD ("computed-columns-follow", test_computed_columns_follow);
  ADD ("what-it-named-is-gone", test_what_it_named_is_gone);
  ADD ("reused-number", test_reused_number);
  ADD ("hostile-journal", test_hostile_journal);
  ADD ("nothing-to-undo", test_nothing_to_undo);
  return g_test_run ();
}
