/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book file: what is refused and left untouched, who may write, what a full disk and a crash
 * leave behind. */
#include <errno.h>
#include <linux/capability.h>
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

/* Refusals. */

static void
put (Fixture *fixture, const void *data, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, data, length, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, const char *passphrase, AnsBookError code)
{
  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_autofree char *before = fixture_fingerprint (fixture);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsBook) book =
          ans_registry_open_book (fixture->path, passphrase, read_only, &error);

      g_assert_null (book);
      g_assert_error (error, ANS_BOOK_ERROR, (int) code);
      g_assert_cmpuint (strlen (error->message), >, 20);
      after = fixture_fingerprint (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_refuses_other_files (Fixture *fixture, gconstpointer data)
{
  g_autofree guchar *noise = g_malloc (8192);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20220503);

  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_FOUND);
  put (fixture, "", 0);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
  put (fixture, "Kính gửi: Ủy ban nhân dân xã\n", -1);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
  for (guint i = 0; i < 8192; i++)
    noise[i] = (guchar) g_rand_int_range (rand, 0, 256);
  put (fixture, noise, 8000);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
  /* Whole pages of noise may be an encrypted book: only a passphrase can tell. */
  put (fixture, noise, 8192);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NEEDS_PASSPHRASE);
  assert_refused (fixture, "mật khẩu", ANS_BOOK_ERROR_WRONG_PASSPHRASE);
  memcpy (noise, "PK\003\004", 4);
  put (fixture, noise, 8192);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
  assert_refused (fixture, "mật khẩu", ANS_BOOK_ERROR_NOT_A_BOOK);
  /* The first bytes of a database, and no more. */
  put (fixture, "SQLite format 3", 16);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
}

static void
test_refuses_a_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
}

static void
test_refuses_other_databases (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->path, NULL, "CREATE TABLE photo (id); PRAGMA user_version = 1");
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
  run_sql (fixture->path, NULL, "PRAGMA journal_mode = WAL; INSERT INTO photo VALUES (1)");
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
}

static void
test_refuses_another_encrypted_database (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->path, "khóa", "PRAGMA journal_mode = WAL; CREATE TABLE photo (id)");
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NEEDS_PASSPHRASE);
  assert_refused (fixture, "sai", ANS_BOOK_ERROR_WRONG_PASSPHRASE);
  assert_refused (fixture, "khóa", ANS_BOOK_ERROR_NOT_A_BOOK);
}

/* Another program's database in use: its log beside it holds what its file does not yet. */
static void
test_refuses_a_database_in_use (Fixture *fixture, gconstpointer data)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "PRAGMA journal_mode = WAL; CREATE TABLE photo (id);"
                                 "INSERT INTO photo VALUES (1)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NOT_A_BOOK);
  sqlite3_close (handle);
}

static void
test_refuses_newer (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  run_sql (fixture->path, NULL, "PRAGMA user_version = 9999");
  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NEWER);
}

static void
test_refuses_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize length;

  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  /* The first page stands, what it leads to does not. */
  memset (text + 4096, 0x5a, length - 4096);
  put (fixture, text, (gssize) length);
  {
    g_autofree char *before = fixture_fingerprint (fixture);
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (AnsBook) book = ans_registry_open_book (fixture->path, NULL, FALSE, &error);

    g_assert_null (book);
    g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_DAMAGED);
    after = fixture_fingerprint (fixture);
    g_assert_cmpstr (before, ==, after);
  }
}

/* Creating and closing. */

static void
test_create_open_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *alone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL;

  add_village (fixture->book, "Bắc Sơn");
  uid = ask (fixture->book, "SELECT uid FROM village");
  g_assert_true (g_uuid_string_is_valid (uid));
  assert_asked ("wal", fixture->book, "PRAGMA journal_mode");
  assert_asked ("2", fixture->book, "PRAGMA synchronous");
  assert_asked ("1", fixture->book, "PRAGMA foreign_keys");
  assert_asked ("1", fixture->book, "PRAGMA secure_delete");
  fixture_close (fixture);

  /* A closed book is one file: no log, no lock beside it. */
  alone = fixture_fingerprint (fixture);
  g_assert_true (g_str_has_prefix (alone, BOOK_NAME));
  g_assert_null (strchr (alone, '\n'));

  before = fixture_fingerprint (fixture);
  g_assert_null (ans_registry_create_book (fixture->path, NULL, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_EXISTS);
  after = fixture_fingerprint (fixture);
  g_assert_cmpstr (before, ==, after);

  fixture_reopen (fixture);
  assert_asked ("Bắc Sơn", fixture->book, "SELECT name FROM village");
  assert_sound (fixture->book);
}

static void
test_create_where_there_is_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "không có", BOOK_NAME, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ans_registry_create_book (path, NULL, &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY);
}

static void
assert_holds (Fixture *fixture, const char *needle, gboolean expected)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_cmpint (memmem (text, length, needle, strlen (needle)) != NULL, ==, expected);
}

static void
test_encrypted (Fixture *fixture, gconstpointer data)
{
  static const char passphrase[] = "một mật khẩu dài";
  g_autoptr (GError) error = NULL;

  add_person (fixture->book, 0, "Nguyễn Thị Phương Thảo", "NU", "1980-05-07", NULL);
  fixture_close (fixture);
  assert_holds (fixture, "Nguyễn Thị Phương Thảo", TRUE);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  fixture->book = ans_registry_create_book (fixture->path, passphrase, &error);
  g_assert_no_error (error);
  g_assert_true (ans_book_is_encrypted (fixture->book));
  add_person (fixture->book, 0, "Nguyễn Thị Phương Thảo", "NU", "1980-05-07", NULL);
  fixture_close (fixture);
  assert_holds (fixture, "Nguyễn Thị Phương Thảo", FALSE);
  assert_holds (fixture, "nguyen", FALSE);
  assert_holds (fixture, "SQLite format", FALSE);

  assert_refused (fixture, NULL, ANS_BOOK_ERROR_NEEDS_PASSPHRASE);
  assert_refused (fixture, "", ANS_BOOK_ERROR_NEEDS_PASSPHRASE);
  assert_refused (fixture, "một mật khẩu dai", ANS_BOOK_ERROR_WRONG_PASSPHRASE);

  fixture->book = ans_registry_open_book (fixture->path, passphrase, FALSE, &error);
  g_assert_no_error (error);
  assert_asked ("Nguyễn Thị Phương Thảo", fixture->book, "SELECT full_name FROM person");
  assert_sound (fixture->book);
}

/* Who may write. */

static void
test_second_opener (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) second = NULL;
  g_autofree char *other = NULL;
  const char *reason;

  add_village (fixture->book, "Bắc Sơn");

  /* In this process … */
  second = ans_registry_open_book (fixture->path, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (ans_book_is_read_only (second));
  reason = ans_book_get_read_only_reason (second);
  g_assert_nonnull (strstr (reason, g_get_real_name ()));
  g_assert_nonnull (strstr (reason, g_get_host_name ()));
  g_assert_false (ans_book_begin (second, "write", &error));
  g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, reason));
  /* … sees what the first writes … */
  add_village (fixture->book, "Hợp Tân");
  assert_asked ("Bắc Sơn|Hợp Tân", second, "SELECT name FROM village ORDER BY id");
  assert_sound (second);
  /* … and when it closes, the first still holds the file. */
  ans_book_close (second);

  other = run_role ("open", fixture->path);
  g_assert_true (g_str_has_prefix (other, "read-only, Bắc Sơn|Hợp Tân: "));
  g_assert_nonnull (strstr (other, g_get_real_name ()));
  g_free (other);

  fixture_close (fixture);
  other = run_role ("open", fixture->path);
  g_assert_cmpstr (other, ==, "writable");
}

/* Opening and closing the file a second time in the same process must not drop the first one's
 * locks: then another program could take its log away. */
static void
test_locks_survive_a_second_opener (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  AnsBookFileKind kind;
  g_autoptr (AnsBook) second = NULL;
  g_autofree char *line = NULL;

  add_village (fixture->book, "Bắc Sơn");
  g_assert_true (ans_book_file_sniff (fixture->path, &kind, NULL));
  second = ans_registry_open_book (fixture->path, NULL, TRUE, NULL);
  ans_book_close (second);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));

  /* A program that knows nothing of our lock: the last one out removes the log, and it must not
   * think it was the last. */
  line = run_role ("touch", fixture->path);
  g_assert_cmpstr (line, ==, "touched");
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  add_village (fixture->book, "Hợp Tân");
  assert_sound (fixture->book);
}

static void
test_read_only_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_village (fixture->book, "Bắc Sơn");
  fixture_close (fixture);
  before = fixture_fingerprint (fixture);

  /* A file that can't be written … */
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  line = run_role ("open-without-rights", fixture->path);
  g_assert_true (g_str_has_prefix (line, "read-only, Bắc Sơn: "));
  g_free (line);
  /* … leaves nothing behind … */
  after = fixture_fingerprint (fixture);
  g_assert_cmpstr (before, ==, after);
  g_free (after);
  fixture_reopen (fixture);
  fixture_close (fixture);

  /* … and a folder, as on a CD. */
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  line = run_role ("open-without-rights", fixture->path);
  g_assert_true (g_str_has_prefix (line, "read-only, Bắc Sơn: "));
  g_free (line);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  line = run_role ("open-without-rights", fixture->path);
  g_assert_true (g_str_has_prefix (line, "read-only, Bắc Sơn: "));

  after = fixture_fingerprint (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

/* A reader needs a file beside the book; where there is no room for it, the book can be read all
 * the same, and a writer is told why it can't write. */
static void
test_reads_without_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = NULL;

  add_village (fixture->book, "Bắc Sơn");
  fixture_close (fixture);
  line = run_role ("read-without-room", fixture->path);
  g_assert_cmpstr (line, ==, "read Bắc Sơn");
  g_free (line);
  line = run_role ("open-without-room", fixture->path);
  g_assert_true (g_str_has_prefix (line, "error "));
  if (strstr (line, "no room left") == NULL)
    g_error ("%s", line);
}

static void
test_killed_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *line = NULL;
  g_autofree char *blocked = NULL;

  add_village (fixture->book, "Bắc Sơn");
  fixture_close (fixture);
  child = start_role ("write-and-wait", fixture->path);
  line = read_line (child);
  g_assert_cmpstr (line, ==, "writing");
  blocked = run_role ("open", fixture->path);
  g_assert_true (g_str_has_prefix (blocked, "read-only, "));

  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
  fixture_reopen (fixture);
  assert_asked ("Bắc Sơn|Hợp Tân", fixture->book, "SELECT name FROM village ORDER BY id");
  assert_asked ("", fixture->book, "SELECT label FROM action WHERE label = 'never ends'");
  assert_sound (fixture->book);
  add_village (fixture->book, "Hồng Kỳ");
}

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--role"))
    return play_role (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/book/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
#define ADD_BARE(path, function)                                                                   \
  g_test_add ("/book/" path, Fixture, NULL, fixture_set_up_folder, function, fixture_tear_down)
  ADD_BARE ("refuses/other-files", test_refuses_other_files);
  ADD_BARE ("refuses/folder", test_refuses_a_folder);
  ADD_BARE ("refuses/other-databases", test_refuses_other_databases);
  ADD_BARE ("refuses/another-encrypted-database", test_refuses_another_encrypted_database);
  ADD_BARE ("refuses/database-in-use", test_refuses_a_database_in_use);
  ADD ("refuses/newer", test_refuses_newer);
  ADD ("refuses/damaged", test_refuses_damaged);
  ADD ("create-open-close", test_create_open_close);
  ADD_BARE ("create/no-folder", test_create_where_there_is_no_folder);
  ADD ("encrypted", test_encrypted);
  ADD ("second-opener", test_second_opener);
  ADD ("locks-survive-a-second-opener", test_locks_survive_a_second_opener);
  ADD ("read-only-place", test_read_only_place);
  ADD ("reads-without-room", test_reads_without_room);
  ADD ("killed-writer", test_killed_writer);
  return g_test_run ();
}
