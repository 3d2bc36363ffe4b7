/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing in the book file: actions, full and failing disks, migrations, loads, backups. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "book-fixture.h"
#include "book-roles.h"
#include "faulty-vfs.h"
#include "store/ans-book-file.h"
#include "store/ans-migration.h"

/* Writing. */
static void
test_nothing_is_written_outside_an_action (Fixture *fixture, gconstpointer data)
{
  static const char *const writes[] = {
    "INSERT INTO village (name) VALUES ('x')",
    "UPDATE village SET name = 'x'",
    "DELETE FROM village",
    "INSERT INTO setting (name, value) VALUES ('x', 'y')",
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_village (fixture->book, "Bắc Sơn");
  before = ask (fixture->book, "SELECT count(*) FROM change");
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          ans_connection_exec (ans_book_get_connection (fixture->book), writes[i], &error));
      g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CONSTRAINT);
    }
  assert_asked ("Bắc Sơn", fixture->book, "SELECT name FROM village");
  after = ask (fixture->book, "SELECT count(*) FROM change");
  g_assert_cmpstr (before, ==, after);
}

/* Every table of the registers is journaled: of a row that is inserted, changed and deleted the
 * journal tells three times. */
static void
test_every_table_is_journaled (Fixture *fixture, gconstpointer data)
{
  guint n;
  const AnsTableSpec *tables = ans_book_get_tables (fixture->book, &n);

  g_assert_cmpuint (n, >, 5);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *triggers =
          ask (fixture->book,
               "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%1$s' "
               "AND name IN ('%1$s_journal_insert', '%1$s_journal_update', '%1$s_journal_delete')",
               tables[i].name);

      g_assert_cmpstr (triggers, ==, "3");
    }
}

static void
test_empty_actions_leave_no_trace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (fixture->book, "nothing", &error));
  g_assert_false (ans_book_begin (fixture->book, "nested", &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_cmpint (ans_book_commit (fixture->book, &error), ==, 0);
  g_assert_no_error (error);
  assert_asked ("0", fixture->book, "SELECT count(*) FROM action");

  g_assert_true (ans_book_begin (fixture->book, "rolled back", &error));
  g_assert_true (ans_book_set_setting (fixture->book, "a", "1", &error));
  ans_book_rollback (fixture->book);
  assert_asked ("0", fixture->book, "SELECT count(*) FROM action");
  g_assert_null (ans_book_get_setting (fixture->book, "a"));

  /* An action that was open when the book closes never was. */
  g_assert_true (ans_book_begin (fixture->book, "left open", &error));
  g_assert_true (ans_book_set_setting (fixture->book, "a", "1", &error));
  fixture_reopen (fixture);
  g_assert_null (ans_book_get_setting (fixture->book, "a"));
}

/* A job on a thread writes; meanwhile this thread sees the book as it was, and can't write into the
 * job's action. */

typedef struct
{
  AnsBook *book;
  GMutex mutex;
  GCond cond;
  int stage;
} Handshake;

static void
reach (Handshake *hands, int stage)
{
  g_mutex_lock (&hands->mutex);
  hands->stage = stage;
  g_cond_broadcast (&hands->cond);
  g_mutex_unlock (&hands->mutex);
}

static void
wait_for (Handshake *hands, int stage)
{
  g_mutex_lock (&hands->mutex);
  while (hands->stage < stage)
    g_cond_wait (&hands->cond, &hands->mutex);
  g_mutex_unlock (&hands->mutex);
}

static gpointer
write_on_thread (gpointer data)
{
  Handshake *hands = data;

  g_assert_true (ans_book_begin (hands->book, "a job", NULL));
  add_village (hands->book, "Hợp Tân");
  assert_asked ("Bắc Sơn|Hợp Tân", hands->book, "SELECT name FROM village ORDER BY id");
  reach (hands, 1);
  wait_for (hands, 2);
  g_assert_cmpint (ans_book_commit (hands->book, NULL), >, 0);
  return NULL;
}

static GThread *main_thread;

static void
on_changed (AnsBook *book, AnsChanges *changes, gpointer data)
{
  guint *count = data;

  g_assert_true (g_thread_self () == main_thread);
  g_assert_nonnull (ans_changes_get_rows (changes, "village"));
  (*count)++;
}

static void
test_job_on_a_thread (Fixture *fixture, gconstpointer data)
{
  Handshake hands = { .book = fixture->book };
  guint told = 0;
  GThread *thread;
  g_autoptr (AnsRecord) village = NULL;
  g_autoptr (GError) error = NULL;

  main_thread = g_thread_self ();
  add_village (fixture->book, "Bắc Sơn");
  g_signal_connect (fixture->book, "changed", G_CALLBACK (on_changed), &told);
  thread = g_thread_new ("job", write_on_thread, &hands);
  wait_for (&hands, 1);

  assert_asked ("Bắc Sơn", fixture->book, "SELECT name FROM village ORDER BY id");
  g_assert_false (ans_book_in_action (fixture->book));
  village = ans_record_new (fixture->book, &ans_register_villages);
  ans_record_set (village, "name", "Hồng Kỳ");
  g_assert_false (ans_record_save (village, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_IN_USE);
  g_assert_cmpuint (told, ==, 0);

  reach (&hands, 2);
  g_thread_join (thread);
  while (told == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_asked ("Bắc Sơn|Hợp Tân", fixture->book, "SELECT name FROM village ORDER BY id");
  assert_sound (fixture->book);
  g_assert_true (ans_record_save (village, NULL));
  g_assert_cmpuint (told, ==, 2);
}

/* Disks that are full or fail. */

static void
test_full_book (Fixture *fixture, gconstpointer data)
{
  AnsConnection *connection = ans_book_get_connection (fixture->book);
  g_autofree char *limit = NULL;
  g_autoptr (GError) error = NULL;

  add_village (fixture->book, "Bắc Sơn");
  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                           ans_connection_get_int (connection, "PRAGMA page_count", 0) + 4);
  g_assert_true (ans_connection_exec (connection, limit, NULL));
  g_assert_true (ans_book_begin (fixture->book, "too much", &error));
  add_village (fixture->book, "Hợp Tân");
  {
    g_autofree char *text = g_strnfill (100000, 'x');

    g_assert_false (ans_book_set_setting (fixture->book, "x", text, &error));
  }
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_DISK_FULL);
  ans_book_rollback (fixture->book);
  assert_asked ("Bắc Sơn", fixture->book, "SELECT name FROM village");
  assert_sound (fixture->book);

  g_assert_true (ans_connection_exec (connection, "PRAGMA max_page_count = 1000000", NULL));
  add_village (fixture->book, "Hợp Tân");
  assert_sound (fixture->book);
}

static void
test_file_size_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = NULL;

  fixture_close (fixture);
  line = run_role ("write-too-much", fixture->path);
  g_test_message ("%s", line);
  g_assert_true (g_str_has_prefix (line, "error "));
  fixture_reopen (fixture);
  assert_asked ("0", fixture->book, "SELECT count(*) FROM setting");
  assert_sound (fixture->book);
}

/* The disk fails at the n-th write of an action, for every n until the action is through. */
static void
fail_everywhere (Fixture *fixture, int code, AnsBookError expected)
{
  guint failures = 0, made = 0;

  for (int n = 0;; n++)
    {
      g_autofree char *name = g_strdup_printf ("Thôn %d", n);
      g_autofree char *before = ask (fixture->book, "SELECT name FROM village ORDER BY id");
      g_autoptr (AnsRecord) village = ans_record_new (fixture->book, &ans_register_villages);
      g_autoptr (GError) error = NULL;
      gboolean saved;

      ans_record_set (village, "name", name);
      ans_record_set (village, "note", before);
      faulty_vfs_arm (code, n);
      saved = ans_record_save (village, &error);
      faulty_vfs_disarm ();
      g_assert_false (ans_book_in_action (fixture->book));
      if (saved)
        {
          g_assert_no_error (error);
          made++;
          if (faulty_happened == 0)
            break;
          continue;
        }
      failures++;
      g_assert_error (error, ANS_BOOK_ERROR, (int) expected);
      assert_asked (before, fixture->book, "SELECT name FROM village ORDER BY id");
      g_assert_cmpint (ans_record_get_id (village), ==, 0);
      g_clear_object (&village);
      if (n % 3 == 0)
        fixture_reopen (fixture);
      assert_asked (before, fixture->book, "SELECT name FROM village ORDER BY id");
      assert_sound (fixture->book);
    }
  g_test_message ("%u failures survived, %u actions made", failures, made);
  g_assert_cmpuint (failures, >, 2);
}

static gpointer
write_beside (gpointer data)
{
  g_assert_true (ans_book_begin (data, "beside a reading", NULL));
  add_village (data, "Hợp Tân");
  g_assert_cmpint (ans_book_commit (data, NULL), >, 0);
  return NULL;
}

/* A reading has one state of the book for all it asks, whoever writes meanwhile; afterwards the
 * thread is where it was. */
static void
test_reading_aside (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  AnsConnection *own = ans_book_get_connection (book);
  const char *count = "SELECT count(*) FROM village";
  const gint64 before = ans_connection_get_int (own, count, -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  AnsBookReading *reading = ans_book_read_aside (book, cancellable, &error);

  g_assert_no_error (error);
  g_assert_true (ans_book_is_read_aside (book));
  g_assert_true (ans_book_get_connection (book) != own);
  g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (book), count, -1), ==, before);
  g_thread_join (g_thread_new ("writer", write_beside, book));
  g_assert_cmpint (ans_connection_get_int (ans_book_get_connection (book), count, -1), ==, before);
  ans_book_reading_end (reading);
  g_assert_false (ans_book_is_read_aside (book));
  g_assert_true (ans_book_get_connection (book) == own);
  g_assert_cmpint (ans_connection_get_int (own, count, -1), ==, before + 1);
  /* The news of what was written are told here. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_disk_full_at_every_write (Fixture *fixture, gconstpointer data)
{
  fail_everywhere (fixture, SQLITE_FULL, ANS_BOOK_ERROR_DISK_FULL);
}

static void
test_disk_failing_at_every_write (Fixture *fixture, gconstpointer data)
{
  fail_everywhere (fixture, SQLITE_IOERR_WRITE, ANS_BOOK_ERROR_FAILED);
}

static void
test_create_on_full_disk (Fixture *fixture, gconstpointer data)
{
  guint failures = 0;

  for (int n = 0; fixture->book == NULL; n += n < 20 ? 1 : 17)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *left = NULL;

      faulty_vfs_arm (SQLITE_FULL, n);
      fixture->book = ans_registry_create_book (fixture->path, NULL, &error);
      faulty_vfs_disarm ();
      if (fixture->book != NULL)
        break;
      failures++;
      g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_DISK_FULL);
      left = fixture_fingerprint (fixture);
      g_assert_cmpstr (left, ==, "");
    }
  g_assert_cmpuint (failures, >, 5);
  assert_sound (fixture->book);
}

/* Bringing an old book up to date. */

/* A book of version 0, before any migration. */
static void
make_old (Fixture *fixture, const char *more)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; CREATE TABLE before (x); "
                                          "INSERT INTO before VALUES ('old'); %s",
                                          ANS_BOOK_APPLICATION_ID, more);

  run_sql (fixture->path, NULL, sql);
}

static void
test_migration_makes_a_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".v0.bak", NULL);
  g_autofree char *version = g_strdup_printf ("%d", ans_migration_latest ());
  sqlite3 *handle;

  /* Part of the old book is still in its log, as after a crash. */
  make_old (fixture, "PRAGMA journal_mode = WAL;");
  fixture_reopen (fixture);
  assert_asked (version, fixture->book, "PRAGMA user_version");
  assert_asked ("old", fixture->book, "SELECT x FROM before");
  add_village (fixture->book, "Bắc Sơn");
  assert_sound (fixture->book);

  g_assert_cmpint (sqlite3_open (backup, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "SELECT x FROM before", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "SELECT * FROM action", NULL, NULL, NULL), !=, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_failed_migration_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* The migration trips over a table of its own that is there already, near its end. */
  make_old (fixture, "CREATE TABLE schema_state (x);");
  g_assert_null (ans_registry_open_book (fixture->path, NULL, FALSE, &error));
  g_assert_nonnull (error);
  {
    sqlite3 *handle;

    g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (handle, "SELECT * FROM action", NULL, NULL, NULL), !=,
                     SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (handle, "SELECT x FROM before", NULL, NULL, NULL), ==,
                     SQLITE_OK);
    sqlite3_close (handle);
  }
  run_sql (fixture->path, NULL, "DROP TABLE schema_state");
  fixture_reopen (fixture);
  assert_sound (fixture->book);
}

static void
test_old_book_is_not_opened_for_reading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_old (fixture, "");
  before = fixture_fingerprint (fixture);
  g_assert_null (ans_registry_open_book (fixture->path, NULL, TRUE, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY);
  after = fixture_fingerprint (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* Filling at once. */

static gboolean
load_and_fail (AnsBook *book, gpointer data, GError **error)
{
  const char *when = data;

  if (!ans_connection_exec (ans_book_get_connection (book),
                            "INSERT INTO village (name, name_fold, sort_key) VALUES "
                            "('Bắc Sơn', 'bac son', ans_sort_key ('Bắc Sơn'))",
                            error))
    return FALSE;
  if (g_str_equal (when, "never"))
    return TRUE;
  if (g_str_equal (when, "constraint"))
    return ans_connection_exec (ans_book_get_connection (book),
                                "INSERT INTO village (uid) VALUES ('a'), ('a')", error);
  g_set_error_literal (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CANCELLED, "stopped");
  return FALSE;
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;

  g_assert_true (ans_book_load (fixture->book, load_and_fail, (gpointer) "never", &error));
  g_assert_no_error (error);
  assert_asked ("1", fixture->book, "SELECT rowid FROM village_search('bac')");
  assert_sound (fixture->book);
  fixture_reopen (fixture);
  add_village (fixture->book, "Hợp Tân");
  assert_asked ("wal", fixture->book, "PRAGMA journal_mode");
  assert_sound (fixture->book);

  /* Not into a book that has entries. */
  g_assert_false (ans_book_load (fixture->book, load_and_fail, (gpointer) "never", &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_EXISTS);
  assert_sound (fixture->book);
}

static void
test_failed_load_leaves_no_file (Fixture *fixture, gconstpointer data)
{
  static const char *const failures[] = { "cancelled", "constraint" };

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *left = NULL;

      if (fixture->book == NULL)
        fixture->book = ans_registry_create_book (fixture->path, NULL, NULL);
      g_assert_false (ans_book_load (fixture->book, load_and_fail, (gpointer) failures[i], &error));
      g_assert_nonnull (error);
      left = fixture_fingerprint (fixture);
      g_assert_cmpstr (left, ==, "");
      fixture_close (fixture);
    }
}

/* Copies. */

static void
test_backup_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "sao lưu.ansinh", NULL);
  g_autofree char *restored = g_build_filename (fixture->folder, "khôi phục.ansinh", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *all = NULL;

  add_village (fixture->book, "Bắc Sơn");
  g_cancellable_cancel (cancelled);
  g_assert_false (ans_backup_make (fixture->book, backup, cancelled, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));

  g_assert_true (ans_backup_make (fixture->book, backup, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ans_backup_make (fixture->book, backup, NULL, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_EXISTS);
  g_clear_error (&error);
  add_village (fixture->book, "Hợp Tân");
  fixture_close (fixture);

  g_assert_true (ans_backup_restore (backup, NULL, restored, &error));
  g_assert_no_error (error);
  all = fixture_fingerprint (fixture);
  g_assert_null (strstr (all, ".part"));
  g_assert_null (strstr (all, "-wal"));
  g_assert_cmpint (g_rename (restored, fixture->path), ==, 0);
  fixture_reopen (fixture);
  assert_asked ("Bắc Sơn", fixture->book, "SELECT name FROM village");
  assert_sound (fixture->book);
}

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--role"))
    return play_role (argv[2], argv[3]);

  faulty_vfs_install ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/book-writing/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
#define ADD_BARE(path, function)                                                                   \
  g_test_add ("/book-writing/" path, Fixture, NULL, fixture_set_up_folder, function, fixture_tear_down)
  ADD_BARE ("create/full-disk", test_create_on_full_disk);
  ADD ("action/nothing-outside", test_nothing_is_written_outside_an_action);
  ADD ("action/every-table", test_every_table_is_journaled);
  ADD ("action/empty", test_empty_actions_leave_no_trace);
  ADD ("action/on-a-thread", test_job_on_a_thread);
  ADD ("reading/aside", test_reading_aside);
  ADD ("disk/full-book", test_full_book);
  ADD ("disk/file-size-limit", test_file_size_limit);
  ADD ("disk/full-at-every-write", test_disk_full_at_every_write);
  ADD ("disk/failing-at-every-write", test_disk_failing_at_every_write);
  ADD_BARE ("migration/backup", test_migration_makes_a_backup);
  ADD_BARE ("migration/failed", test_failed_migration_changes_nothing);
  ADD_BARE ("migration/reading", test_old_book_is_not_opened_for_reading);
  ADD ("load", test_load);
  ADD ("load/failed", test_failed_load_leaves_no_file);
  ADD ("backup-and-restore", test_backup_and_restore);
  return g_test_run ();
}
