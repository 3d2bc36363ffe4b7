/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program itself, and the book as a file: usage, passphrases, files that are refused. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli-harness.h"
#include "registry/ans-register.h"

static void
write_file (Harness *self, const char *name, const char *text, int mode)
{
  g_autofree char *path = harness_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, mode, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static char *
checksum (Harness *self, const char *name)
{
  g_autofree char *path = harness_path (self, name);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

static gboolean
exists (Harness *self, const char *name)
{
  g_autofree char *path = harness_path (self, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Names of the commands, as --help lists them. */
static GPtrArray *
list_commands (const char *help)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (help, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "  "))
      {
        g_auto (GStrv) words = g_strsplit (lines[i] + 2, " ", 2);

        g_ptr_array_add (names, g_strdup (words[0]));
      }
  return names;
}

static void
test_help (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) help = harness_expect (self, 0, "--help", NULL);
  g_autoptr (GPtrArray) names = list_commands (help->out);

  g_assert_cmpuint (names->len, >=, 16);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *usage = g_strconcat ("so-an-sinh-cli ", name, NULL);
      g_autoptr (Answer) one = harness_expect (self, 0, name, "--help", NULL);
      g_autoptr (Answer) other = harness_expect (self, 0, "help", name, NULL);

      assert_contains (one->out, usage);
      assert_contains (one->out, "--json");
      g_assert_cmpstr (one->err, ==, "");
      g_assert_cmpstr (one->out, ==, other->out);
    }
}

static void
test_version (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) version = harness_expect (self, 0, "--version", NULL);

  g_assert_true (g_str_has_prefix (version->out, "so-an-sinh-cli "));
}

static void
test_wrong_usage (Harness *self, gconstpointer data)
{
  static const char *const lines[] = {
    "",
    "frobnicate",
    "--frobnicate",
    "new",
    "new a.ansinh b.ansinh",
    "new a.ansinh --frobnicate",
    "new a.ansinh --practice",
    "new a.ansinh --practice many",
    "new a.ansinh --practice 0",
    "new a.ansinh --practice -5",
    "new a.ansinh --seed 3",
    "new a.ansinh --practice 10 --seed x",
    "list a.ansinh",
    "list a.ansinh people extra",
    "list a.ansinh people --limit many",
    "list a.ansinh people --limit -7",
    "list a.ansinh people -o list.doc",
    "list a.ansinh people --columns=",
    "list a.ansinh people --columns full_name,,sex",
    "history a.ansinh --limit -1",
    "list a.ansinh nobody",
    "show a.ansinh people",
    "show a.ansinh nobody 1",
    "add a.ansinh people",
    "set a.ansinh people 1",
    "history a.ansinh people",
    "undo a.ansinh twelve",
    "undo a.ansinh -- -3",
    "fields a.ansinh people --rename x_blood",
    "fields a.ansinh people --title Blood",
    "fields a.ansinh people --add=blood --title=Blood --rename=x_blood",
    "fields a.ansinh --rename x_blood --title Blood",
    "event a.ansinh",
    "event a.ansinh wedding 1",
    "backup a.ansinh",
    "restore a.ansinh",
    "check",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) w = g_strsplit (lines[i], " ", -1);
      guint n = *lines[i] == '\0' ? 0 : g_strv_length (w);
      g_autoptr (Answer) answer = harness_run (
          self, n > 0 ? w[0] : NULL, n > 1 ? w[1] : NULL, n > 2 ? w[2] : NULL, n > 3 ? w[3] : NULL,
          n > 4 ? w[4] : NULL, n > 5 ? w[5] : NULL, n > 6 ? w[6] : NULL, NULL);

      if (answer->status != 2 || *answer->out != '\0' || *answer->err == '\0')
        g_error ("“%s” ended with %d\n%s%s", lines[i], answer->status, answer->out, answer->err);
    }
  g_assert_false (exists (self, "a.ansinh"));
}

static void
test_new (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) made = harness_expect (self, 0, "new", "sổ mới.ansinh", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (made);
  g_autofree char *before = NULL, *after = NULL;

  assert_at (json, "$.path", "\"sổ mới.ansinh\"");
  before = checksum (self, "sổ mới.ansinh");
  {
    g_autoptr (Answer) again = harness_expect (self, 1, "new", "sổ mới.ansinh", NULL);
    g_autoptr (Answer) nowhere = harness_expect (self, 1, "new", "no/such/folder/a.ansinh", NULL);
    g_autoptr (Answer) practice =
        harness_expect (self, 1, "new", "sổ mới.ansinh", "--practice", "10", NULL);
    g_autoptr (Answer) lost =
        harness_expect (self, 1, "new", "no/such/a.ansinh", "--practice", "10", NULL);

    assert_contains (again->err, "exists already");
    assert_contains (practice->err, "exists already");
    assert_contains (nowhere->err, "folder");
    assert_contains (lost->err, "folder");
  }
  after = checksum (self, "sổ mới.ansinh");
  g_assert_cmpstr (after, ==, before);
  g_assert_false (exists (self, "no"));
}

static void
test_passphrase (Harness *self, gconstpointer data)
{
  write_file (self, "key", "mật khẩu rất dài\n", 0600);
  write_file (self, "open-key", "mật khẩu rất dài\r\n", 0644);
  write_file (self, "other-key", "sai rồi\n", 0600);
  write_file (self, "empty-key", "\nmật khẩu rất dài\n", 0600);
  answer_free (harness_expect (self, 0, "new", "a.ansinh", "--key-file", "key", NULL));
  {
    g_autoptr (Answer) add = harness_expect (self, 0, "add", "a.ansinh", "villages", "name=Bắc Sơn",
                                             "--key-file", "key", NULL);
    g_autoptr (Answer) warned =
        harness_expect (self, 0, "list", "a.ansinh", "villages", "--key-file", "open-key", NULL);
    g_autoptr (Answer) none = harness_expect (self, 1, "list", "a.ansinh", "villages", NULL);
    g_autoptr (Answer) other =
        harness_expect (self, 1, "list", "a.ansinh", "villages", "--key-file", "other-key", NULL);
    g_autoptr (Answer) empty =
        harness_expect (self, 1, "list", "a.ansinh", "villages", "--key-file", "empty-key", NULL);
    g_autoptr (Answer) lost =
        harness_expect (self, 1, "list", "a.ansinh", "villages", "--key-file", "no-key", NULL);

    g_assert_cmpstr (add->err, ==, "");
    assert_contains (warned->err, "may read the key file");
    assert_contains (warned->out, "Bắc Sơn");
    assert_contains (none->err, "--key-file");
    assert_contains (other->err, "does not open");
    /* One line: the database says nothing of its own. */
    g_assert_cmpstr (strchr (other->err, '\n'), ==, "\n");
    assert_contains (empty->err, "empty");
    assert_contains (lost->err, "no-key");
    g_assert_cmpstr (none->out, ==, "");
    g_assert_cmpstr (other->out, ==, "");
  }
  /* The words are nowhere in the file. */
  {
    g_autofree char *path = harness_path (self, "a.ansinh");
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
    g_assert_null (memmem (bytes, length, "Bắc Sơn", strlen ("Bắc Sơn")));
    g_assert_null (memmem (bytes, length, "SQLite", strlen ("SQLite")));
  }
  /* A backup is locked like the book; restored, it still is. */
  answer_free (
      harness_expect (self, 0, "backup", "a.ansinh", "b.ansinh", "--key-file", "key", NULL));
  answer_free (harness_expect (self, 1, "check", "b.ansinh", NULL));
  answer_free (harness_expect (self, 1, "restore", "b.ansinh", "c.ansinh", NULL));
  g_assert_false (exists (self, "c.ansinh"));
  answer_free (
      harness_expect (self, 0, "restore", "b.ansinh", "c.ansinh", "--key-file", "key", NULL));
  answer_free (harness_expect (self, 0, "check", "c.ansinh", "--key-file", "key", NULL));
  answer_free (harness_expect (self, 1, "check", "c.ansinh", NULL));
}

static void
run_sql (Harness *self, const char *name, const char *sql)
{
  g_autofree char *path = harness_path (self, name);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* Reading and writing refuse the file with @message and leave it as it is. */
static void
assert_refused (Harness *self, const char *name, const char *message)
{
  g_autofree char *before = checksum (self, name);
  g_autofree char *after = NULL;
  g_autoptr (Answer) read = harness_expect (self, 1, "list", name, "people", NULL);
  g_autoptr (Answer) write = harness_expect (self, 1, "add", name, "villages", "name=A", NULL);
  g_autoptr (Answer) check = harness_expect (self, 1, "check", name, NULL);
  g_autoptr (Answer) undo = harness_expect (self, 1, "undo", name, NULL);
  g_autoptr (Answer) restore = harness_expect (self, 1, "restore", name, "r.ansinh", NULL);

  assert_contains (read->err, message);
  assert_contains (write->err, message);
  assert_contains (check->err, message);
  assert_contains (restore->err, message);
  g_assert_cmpstr (read->out, ==, "");
  after = checksum (self, name);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (exists (self, "r.ansinh"));
}

static void
test_files_refused (Harness *self, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr (Answer) lost = NULL;

  write_file (self, "letter.txt", "Kính gửi: Ủy ban nhân dân xã\n", 0644);
  assert_refused (self, "letter.txt", "letter.txt");
  write_file (self, "empty.ansinh", "", 0644);
  assert_refused (self, "empty.ansinh", "empty.ansinh");
  run_sql (self, "other.db", "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)");
  assert_refused (self, "other.db", "another program");
  /* What is no SQLite file may be an encrypted book: then the passphrase is asked for. */
  write_file (self, "noise", text, 0644);
  assert_refused (self, "noise", "noise");

  answer_free (harness_expect (self, 0, "new", "newer.ansinh", NULL));
  run_sql (self, "newer.ansinh", "PRAGMA journal_mode = DELETE; PRAGMA user_version = 999");
  assert_refused (self, "newer.ansinh", "newer version");

  lost = harness_expect (self, 1, "list", "nothing.ansinh", "people", NULL);
  assert_contains (lost->err, "nothing.ansinh");
  g_assert_false (exists (self, "nothing.ansinh"));
  answer_free (harness_expect (self, 1, "list", ".", "people", NULL));
  answer_free (harness_expect (self, 1, "add", "nothing.ansinh", "villages", "name=A", NULL));
  g_assert_false (exists (self, "nothing.ansinh"));
}

static void
test_truncated (Harness *self, gconstpointer data)
{
  g_autofree char *path = harness_path (self, "a.ansinh");
  GStatBuf status;

  answer_free (harness_expect (self, 0, "new", "a.ansinh", NULL));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size / 2), ==, 0);
  answer_free (harness_expect (self, 1, "check", "a.ansinh", NULL));
}

/* Somebody has the book open for writing. */
static void
test_second_opener (Harness *self, gconstpointer data)
{
  g_autofree char *path = harness_path (self, "a.ansinh");
  g_autoptr (AnsBook) book = NULL;
  g_autoptr (GError) error = NULL;

  answer_free (harness_expect (self, 0, "new", "a.ansinh", NULL));
  book = ans_registry_open_book (path, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (ans_book_is_read_only (book));
  {
    g_autoptr (Answer) write =
        harness_expect (self, 1, "add", "a.ansinh", "villages", "name=A", NULL);
    g_autoptr (Answer) read = harness_expect (self, 0, "list", "a.ansinh", "villages", NULL);

    assert_contains (write->err, "Nothing was changed");
    g_assert_cmpstr (write->out, ==, "");
    g_assert_true (g_str_has_prefix (read->out, "id,name"));
  }
  ans_book_close (book);
  answer_free (harness_expect (self, 0, "add", "a.ansinh", "villages", "name=A", NULL));
}

static void
test_backup (Harness *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  answer_free (harness_expect (self, 0, "new", "a.ansinh", NULL));
  answer_free (harness_expect (self, 0, "add", "a.ansinh", "villages", "name=Bắc Sơn", NULL));
  answer_free (harness_expect (self, 0, "backup", "a.ansinh", "b.ansinh", NULL));
  before = checksum (self, "b.ansinh");
  answer_free (harness_expect (self, 1, "backup", "a.ansinh", "b.ansinh", NULL));
  answer_free (harness_expect (self, 1, "backup", "a.ansinh", "no/such/b.ansinh", NULL));
  answer_free (harness_expect (self, 1, "restore", "b.ansinh", "a.ansinh", NULL));
  answer_free (harness_expect (self, 0, "restore", "b.ansinh", "c.ansinh", NULL));
  after = checksum (self, "b.ansinh");
  g_assert_cmpstr (after, ==, before);
  {
    g_autoptr (Answer) a = harness_expect (self, 0, "list", "a.ansinh", "villages", NULL);
    g_autoptr (Answer) c = harness_expect (self, 0, "list", "c.ansinh", "villages", NULL);
    g_autoptr (Answer) check = harness_expect (self, 0, "check", "c.ansinh", "--json", NULL);
    g_autoptr (JsonNode) json = answer_json (check);

    g_assert_cmpstr (a->out, ==, c->out);
    assert_contains (a->out, "Bắc Sơn");
    assert_at (json, "$.sound", "true");
    assert_at (json, "$.problems", "[]");
  }
}

/* Something is wrong inside: check says so and ends with 1. */
static void
test_check_finds (Harness *self, gconstpointer data)
{
  answer_free (harness_expect (self, 0, "new", "a.ansinh", NULL));
  answer_free (harness_expect (self, 0, "add", "a.ansinh", "villages", "name=Bắc Sơn", NULL));
  run_sql (self, "a.ansinh",
           "DROP TRIGGER IF EXISTS village_search_update;"
           "INSERT INTO change (action, tbl, row, old, new) VALUES (99, 'village', 1, NULL, '{}')");
  {
    g_autoptr (Answer) check = harness_expect (self, 1, "check", "a.ansinh", "--json", NULL);
    g_autoptr (JsonNode) json = answer_json (check);

    assert_at (json, "$.sound", "false");
    g_assert_cmpuint (json_array_get_length (
                          json_object_get_array_member (json_node_get_object (json), "problems")),
                      >, 0);
  }
}

/* Whoever reads the answer may stop early; the book is closed all the same. */
static void
test_reader_leaves (Harness *self, gconstpointer data)
{
  const char *const arguments[] = { "list", "a.ansinh", "people", NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) begin = NULL;
  g_autoptr (GBytes) messages = NULL;
  g_autoptr (GError) error = NULL;
  GInputStream *out;

  answer_free (harness_expect (self, 0, "new", "a.ansinh", "--practice", "2000", NULL));
  process = harness_start_piped (self, arguments);
  out = g_subprocess_get_stdout_pipe (process);
  begin = g_input_stream_read_bytes (out, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_input_stream_close (out, NULL, &error));
  messages = g_input_stream_read_bytes (g_subprocess_get_stderr_pipe (process), 1000, NULL, &error);
  g_assert_cmpuint (g_bytes_get_size (messages), ==, 0);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_false (exists (self, "a.ansinh-wal"));
  g_assert_false (exists (self, "a.ansinh-shm"));
}

static void
test_describe (Harness *self, gconstpointer data)
{
  answer_free (harness_expect (self, 0, "new", "a.ansinh", NULL));
  {
    g_autoptr (Answer) registers =
        harness_expect (self, 0, "registers", "a.ansinh", "--json", NULL);
    g_autoptr (Answer) listings = harness_expect (self, 0, "listings", "a.ansinh", "--json", NULL);
    g_autoptr (Answer) text = harness_expect (self, 0, "registers", "a.ansinh", NULL);
    g_autoptr (JsonNode) r = answer_json (registers);
    g_autoptr (JsonNode) l = answer_json (listings);

    assert_at (r, "$[3].title", "\"Nhân khẩu\"");
    /* Those of upper rooms follow. */
    assert_at (r, "$[0:4].id", "\"units\",\"villages\",\"households\",\"people\"");
    assert_contains (registers->out, "\"poverty-statuses\"");
    assert_contains (registers->out, "\"indicators\"");
    assert_contains (registers->out, "\"full_name\"");
    assert_contains (registers->out, "\"label\" : \"Nữ\"");
    assert_contains (listings->out, "\"birth_male\"");
    assert_at (l, "$[0:4].register", "\"people\",\"households\",\"villages\",\"units\"");
    assert_contains (text->out, "full_name\tHọ và tên\tname\trequired");
    /* What the program computes for itself is nobody's field. */
    g_assert_null (strstr (registers->out, "name_fold"));
    g_assert_null (strstr (listings->out, "sort_key"));
  }
  answer_free (harness_expect (self, 1, "registers", "b.ansinh", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/book/" name, Harness, NULL, harness_set_up, function, harness_tear_down)
  ADD ("help", test_help);
  ADD ("version", test_version);
  ADD ("wrong-usage", test_wrong_usage);
  ADD ("new", test_new);
  ADD ("passphrase", test_passphrase);
  ADD ("files-refused", test_files_refused);
  ADD ("truncated", test_truncated);
  ADD ("second-opener", test_second_opener);
  ADD ("backup", test_backup);
  ADD ("check-finds", test_check_finds);
  ADD ("reader-leaves", test_reader_leaves);
  ADD ("describe", test_describe);
  return g_test_run ();
}
