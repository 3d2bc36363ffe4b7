/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another process that opens, fills or is killed with a book: the test program again, in a role. */
#pragma once

#include <errno.h>
#include <linux/capability.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "book-fixture.h"

/* Another process: this program again, in a role. */

static const char *program;

G_GNUC_UNUSED static GSubprocess *
start_role (const char *role, const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--role",
                                         role, path, NULL);

  g_assert_no_error (error);
  return child;
}

G_GNUC_UNUSED static char *
read_line (GSubprocess *child)
{
  g_autoptr (GDataInputStream) out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_utf8 (out, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (line);
  return line;
}

G_GNUC_UNUSED static char *
run_role (const char *role, const char *path)
{
  g_autoptr (GSubprocess) child = start_role (role, path);
  char *line = read_line (child);

  g_assert_true (g_subprocess_wait_check (child, NULL, NULL));
  return line;
}

/* Even root must ask for permission then. */
G_GNUC_UNUSED static void
drop_capabilities (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2] = { 0 };

  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}

static void say (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_GNUC_UNUSED static void
say (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
  putchar ('\n');
  fflush (stdout);
}

G_GNUC_UNUSED static void
say_how_it_opens (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book = ans_registry_open_book (path, NULL, FALSE, &error);

  if (book == NULL)
    say ("error %d: %s", error->code, error->message);
  else if (ans_book_is_read_only (book))
    {
      g_autofree char *villages = ask (book, "SELECT name FROM village");

      say ("read-only, %s: %s", villages, ans_book_get_read_only_reason (book));
    }
  else
    say ("writable");
}

/* No file grows from now on, as on a full disk. */
G_GNUC_UNUSED static void
fill_disk (void)
{
  struct rlimit limit = { 0, 0 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

G_GNUC_UNUSED static int
play_role (const char *role, const char *path)
{
  if (g_str_equal (role, "open"))
    say_how_it_opens (path);
  else if (g_str_equal (role, "open-without-rights"))
    {
      drop_capabilities ();
      say_how_it_opens (path);
    }
  else if (g_str_equal (role, "open-without-room"))
    {
      fill_disk ();
      say_how_it_opens (path);
    }
  else if (g_str_equal (role, "read-without-room"))
    {
      g_autoptr (AnsBook) book = NULL;
      g_autofree char *villages = NULL;

      fill_disk ();
      book = ans_registry_open_book (path, NULL, TRUE, NULL);
      villages = ask (book, "SELECT name FROM village");
      say ("read %s", villages);
    }
  else if (g_str_equal (role, "write-and-wait"))
    {
      g_autoptr (AnsBook) book = ans_registry_open_book (path, NULL, FALSE, NULL);

      add_village (book, "Hợp Tân");
      g_assert_true (ans_book_begin (book, "never ends", NULL));
      add_village (book, "Hồng Kỳ");
      say ("writing");
      pause ();
    }
  else if (g_str_equal (role, "write-too-much"))
    {
      struct rlimit limit = { 1 << 20, 1 << 20 };
      g_autoptr (AnsBook) book = ans_registry_open_book (path, NULL, FALSE, NULL);
      g_autoptr (GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_true (ans_book_begin (book, "too much", NULL));
      while (error == NULL)
        {
          g_autofree char *text = g_strnfill (100000, 'x');
          g_autofree char *name = g_uuid_string_random ();

          ans_book_set_setting (book, name, text, &error);
        }
      ans_book_rollback (book);
      assert_sound (book);
      say ("error %d: %s", error->code, error->message);
    }
  else if (g_str_equal (role, "touch"))
    {
      /* Another program: opens the database, reads and writes nothing of ours, closes it. */
      sqlite3 *handle;

      g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (handle, "SELECT * FROM village", NULL, NULL, NULL), ==,
                       SQLITE_OK);
      sqlite3_close (handle);
      say ("touched");
    }
  else
    return 2;
  return 0;
}

G_GNUC_UNUSED static void
run_sql (const char *path, const char *passphrase, const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (passphrase != NULL)
    sqlite3_key (handle, passphrase, (int) strlen (passphrase));
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}
