/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, periods, events and history of the registers. */
#include <glib/gstdio.h>

#include "book-fixture.h"
#include "registry/ans-history.h"
#include "registry/ans-household-events.h"
#include "registry/ans-members.h"

static char *
value_of (AnsBook *book, const AnsRegister *reg, gint64 id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record = ans_record_load (book, reg, id, &error);

  g_assert_no_error (error);
  return g_strdup (ans_record_get (record, field));
}

#define assert_value(book, reg, id, field, expected)                                              \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autofree char *value_ = value_of (book, reg, id, field);                                    \
    g_assert_cmpstr (value_, ==, expected);                                                       \
  }                                                                                               \
  G_STMT_END

/* The village of a person is the household's, and the head is the member who is one. */
static void
test_derived_columns (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 north = add_village (book, "Bắc Sơn");
  gint64 south = add_village (book, "Hợp Tân");
  gint64 household = add_household (book, north);
  gint64 head = add_person (book, household, "Lê Văn Bình", "NAM", "1960-05-01", "CHU_HO");
  gint64 wife = add_person (book, household, "Trần Thị An", "NU", "1962", "VO");
  g_autofree char *north_text = g_strdup_printf ("%" G_GINT64_FORMAT, north);
  g_autofree char *south_text = g_strdup_printf ("%" G_GINT64_FORMAT, south);
  g_autofree char *head_text = g_strdup_printf ("%" G_GINT64_FORMAT, head);
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_households, household, NULL);

  assert_value (book, &ans_register_households, household, "code", "BS-0001");
  assert_value (book, &ans_register_households, household, "head", head_text);
  assert_value (book, &ans_register_people, wife, "village", north_text);

  ans_record_set_int (record, "village", south);
  ans_record_set_effective_date (record, "2022-03-01");
  save_record (record);
  assert_value (book, &ans_register_people, wife, "village", south_text);
  assert_sound (book);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 household = add_household (book, add_village (book, "Bắc Sơn"));
  gint64 person = add_person (book, household, "Lê Văn Bình", "NAM", "1960", "CHU_HO");
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);
  g_autoptr (AnsUndoReport) undone = NULL;
  g_autoptr (AnsUndoReport) redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_record_set_typed (record, "full_name", "Lê Văn Bính", &error));
  g_assert_true (ans_record_set_typed (record, "birth", "5/3/1960", &error));
  save_record (record);
  assert_value (book, &ans_register_people, person, "birth", "1960-03-05");

  undone = ans_undo (book, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->conflicts->len, ==, 0);
  assert_value (book, &ans_register_people, person, "full_name", "Lê Văn Bình");
  assert_value (book, &ans_register_people, person, "birth", "1960");

  redone = ans_redo (book, &error);
  g_assert_no_error (error);
  assert_value (book, &ans_register_people, person, "full_name", "Lê Văn Bính");
  assert_sound (book);
}

/* An old action is taken back; what was changed since stays and is told. */
static void
test_undo_old_with_conflict (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 household = add_household (book, add_village (book, "Bắc Sơn"));
  gint64 kept, removed, action;
  g_autoptr (AnsRecord) record = NULL;
  g_autoptr (AnsUndoReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (book, "nhập", &error));
  kept = add_person (book, household, "Lê Văn Bình", "NAM", "1960", "CHU_HO");
  removed = add_person (book, household, "Trần Thị An", "NU", "1962", "VO");
  action = ans_book_commit (book, &error);
  g_assert_no_error (error);

  record = ans_record_load (book, &ans_register_people, kept, &error);
  ans_record_set (record, "phone", "0912345678");
  save_record (record);

  report = ans_undo (book, action, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->conflicts->len, >, 0);
  assert_value (book, &ans_register_people, kept, "phone", "0912345678");
  /* The kept person keeps home and residence. */
  assert_value (book, &ans_register_people, kept, "residence", ANS_RESIDENCE_PERMANENT);
  assert_value (book, &ans_register_people, kept, "relation", "CHU_HO");
  g_assert_null (ans_record_load (book, &ans_register_people, removed, NULL));
  assert_sound (book);
}

static GHashTable *
new_values (const char *first, ...)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  va_list arguments;

  va_start (arguments, first);
  for (const char *key = first; key != NULL; key = va_arg (arguments, const char *))
    g_hash_table_insert (values, g_strdup (key), g_strdup (va_arg (arguments, const char *)));
  va_end (arguments);
  return values;
}

static void
test_death_of_head (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 household = add_household (book, add_village (book, "Bắc Sơn"));
  gint64 head = add_person (book, household, "Lê Văn Bình", "NAM", "1960", "CHU_HO");
  gint64 wife = add_person (book, household, "Trần Thị An", "NU", "1962", "VO");
  gint64 son = add_person (book, household, "Lê Văn Cường", "NAM", "1985", "CON_DE");
  g_autofree char *head_text = g_strdup_printf ("%" G_GINT64_FORMAT, head);
  g_autofree char *wife_text = g_strdup_printf ("%" G_GINT64_FORMAT, wife);
  g_autoptr (GHashTable) values =
      new_values ("person", head_text, "date", "2022-08-03", "new_head", wife_text, NULL);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = NULL;

  g_assert_true (
      ans_event_apply (book, ans_event_kind_find ("death"), household, values, &error));
  g_assert_no_error (error);

  assert_value (book, &ans_register_people, head, "residence", ANS_RESIDENCE_DEAD);
  assert_value (book, &ans_register_people, head, "household", NULL);
  assert_value (book, &ans_register_people, wife, "relation", "CHU_HO");
  assert_value (book, &ans_register_people, son, "relation", "CON_DE");
  assert_value (book, &ans_register_households, household, "head", wife_text);
  before = ans_members_list (book, household, "2022-08-02");
  after = ans_members_list (book, household, "2022-08-03");
  g_assert_cmpuint (before->len, ==, 3);
  g_assert_cmpuint (after->len, ==, 2);
  assert_sound (book);

  report = ans_undo (book, 0, FALSE, &error);
  g_assert_no_error (error);
  assert_value (book, &ans_register_people, head, "residence", ANS_RESIDENCE_PERMANENT);
  assert_value (book, &ans_register_people, wife, "relation", "VO");
  assert_value (book, &ans_register_households, household, "head", head_text);
  assert_sound (book);
}

static void
test_history_sentences (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 person = add_person (book, 0, "Lê Văn Bình", "NAM", "1960", NULL);
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);
  g_autoptr (GPtrArray) history = NULL;
  const AnsHistoryEntry *entry;

  ans_record_set (record, "id_no", "038060001234");
  save_record (record);
  ans_record_set (record, "id_no", "038060004321");
  save_record (record);

  history = ans_history_of_record_unmasked (book, &ans_register_people, person);
  g_assert_cmpuint (history->len, ==, 3);
  entry = history->pdata[0];
  g_assert_cmpstr (entry->sentences[0],
                   ==,
                   "Changed số CCCD from “038060001234” to “038060004321”");
}

/* A home that an undone event had made is told of, though its row is gone; and of nobody else. */
static void
test_history_of_deleted_periods (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 household = add_household (book, add_village (book, "Bắc Sơn"));
  gint64 person = add_person (book, 0, "Lê Văn Bình", "NAM", "1960", NULL);
  gint64 other = add_person (book, 0, "Lê Văn Cường", "NAM", "1961", NULL);
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);
  g_autoptr (AnsRecord) second = ans_record_load (book, &ans_register_people, other, NULL);
  g_autoptr (AnsUndoReport) report = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) of_other = NULL;
  const AnsHistoryEntry *undo, *move;

  ans_record_set_int (record, "household", household);
  ans_record_set_effective_date (record, "2022-03-01");
  save_record (record);
  report = ans_undo (book, 0, FALSE, NULL);
  ans_record_set_int (second, "household", household);
  ans_record_set_effective_date (second, "2022-04-01");
  save_record (second);

  history = ans_history_of_record (book, &ans_register_people, person);
  g_assert_cmpuint (history->len, ==, 3);
  undo = history->pdata[0];
  move = history->pdata[1];
  g_assert_cmpstr (undo->sentences[0], ==, "No longer: Nơi ở since 01/03/2022: BS-0001, Khác");
  g_assert_cmpstr (move->sentences[0], ==, "Nơi ở since 01/03/2022: BS-0001, Khác");
  g_assert_true (move->undone && undo->is_undo);

  of_other = ans_history_of_record (book, &ans_register_people, other);
  g_assert_cmpuint (of_other->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                       \
  g_test_add ("/registry/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("derived-columns", test_derived_columns);
  ADD ("undo-redo", test_undo_redo);
  ADD ("undo-old-with-conflict", test_undo_old_with_conflict);
  ADD ("death-of-head", test_death_of_head);
  ADD ("history-sentences", test_history_sentences);
  ADD ("history-of-deleted-periods", test_history_of_deleted_periods);
  return g_test_run ();
}
