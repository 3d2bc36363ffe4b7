/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book in a folder of its own, and short ways to fill and look at it. All people are invented. */
#pragma once

#include <glib/gstdio.h>

#include "registry/ans-choices.h"
#include "registry/ans-record.h"
#include "store/ans-backup.h"
#include "store/ans-undo.h"

#define BOOK_NAME "so.ansinh"

typedef struct
{
  char *folder;
  char *path;
  AnsBook *book;
} Fixture;

static inline void
fixture_set_up_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ans-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, BOOK_NAME, NULL);
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up_folder (fixture, data);
  fixture->book = ans_registry_create_book (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static inline void
fixture_close (Fixture *fixture)
{
  if (fixture->book == NULL)
    return;
  ans_book_close (fixture->book);
  g_assert_finalize_object (fixture->book);
  fixture->book = NULL;
}

static inline void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  fixture->book = ans_registry_open_book (fixture->path, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (ans_book_is_read_only (fixture->book));
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  fixture_close (fixture);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Names and contents of all files of the folder: the same text means that nothing was touched. */
static inline char *
fixture_fingerprint (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length = 0;
      g_autofree char *sum = NULL;

      if (g_file_get_contents (path, &text, &length, NULL))
        sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %" G_GSIZE_FORMAT " %s", name, length, sum));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static inline void
assert_sound (AnsBook *book)
{
  g_autoptr (GPtrArray) problems = ans_book_check (book, NULL);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

static inline gint64
save_record (AnsRecord *record)
{
  g_autoptr (GError) error = NULL;

  ans_record_save (record, &error);
  g_assert_no_error (error);
  return ans_record_get_id (record);
}

static inline gint64
add_village (AnsBook *book, const char *name)
{
  g_autoptr (AnsRecord) village = ans_record_new (book, &ans_register_villages);

  ans_record_set (village, "name", name);
  return save_record (village);
}

static inline gint64
add_household (AnsBook *book, gint64 village)
{
  g_autoptr (AnsRecord) household = ans_record_new (book, &ans_register_households);

  if (village != 0)
    ans_record_set_int (household, "village", village);
  return save_record (household);
}

static inline gint64
add_person (AnsBook *book,
            gint64 household,
            const char *name,
            const char *sex,
            const char *birth,
            const char *relation)
{
  g_autoptr (AnsRecord) person = ans_record_new (book, &ans_register_people);

  ans_record_set (person, "full_name", name);
  ans_record_set (person, "sex", sex);
  ans_record_set (person, "birth", birth);
  if (household != 0)
    ans_record_set_int (person, "household", household);
  ans_record_set (person, "relation", relation);
  return save_record (person);
}

/* What @sql (one column) says: its rows separated by "|", NULL as "-". */
static inline char *ask (AnsBook *book, const char *format, ...) G_GNUC_PRINTF (2, 3);

static inline char *
ask (AnsBook *book, const char *format, ...)
{
  g_autofree char *sql = NULL;
  g_autoptr (AnsStatement) select = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  select = ans_connection_prepare (ans_book_get_connection (book), sql, &error);
  g_assert_no_error (error);
  for (gboolean first = TRUE; ans_statement_step (select, &error); first = FALSE)
    {
      const char *value = ans_statement_text (select, 0);

      g_string_append_printf (text, "%s%s", first ? "" : "|", value != NULL ? value : "-");
    }
  g_assert_no_error (error);
  return g_string_free_and_steal (text);
}

#define assert_asked(expected, book, ...)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *asked_ = ask (book, __VA_ARGS__);                                             \
    g_assert_cmpstr (asked_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END
