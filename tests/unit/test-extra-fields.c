/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that an office adds for itself: like any other, undoable, each book its own. */
#include "book-fixture.h"
#include "listing/ans-listing.h"
#include "registry/ans-extra-field.h"
#include "registry/ans-history.h"

static const char *const groups[] = { "A", "B", "AB", "O", NULL };

static const AnsField *
add_blood (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  const AnsField *field = ans_extra_field_add (fixture->book, &ans_register_people, "blood",
                                               " Nhóm  máu ", "choice", groups, &error);

  g_assert_no_error (error);
  return field;
}

static void
set (Fixture *fixture, gint64 person, const char *field, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record =
      ans_record_load (fixture->book, &ans_register_people, person, &error);

  g_assert_no_error (error);
  g_assert_true (ans_record_set_typed (record, field, typed, &error));
  g_assert_no_error (error);
  g_assert_true (ans_record_save (record, &error));
  g_assert_no_error (error);
}

static gboolean
has_field (AnsBook *book, const char *name)
{
  return ans_register_get_field (ans_book_get_register (book, &ans_register_people), name) != NULL;
}

static void
undo (Fixture *fixture, guint conflicts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsUndoReport) report = ans_undo (fixture->book, 0, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->conflicts->len, ==, conflicts);
}

static void
test_described (Fixture *fixture, gconstpointer data)
{
  const AnsRegister *plain = ans_book_get_register (fixture->book, &ans_register_people);
  const AnsRegister *wide;
  const AnsField *field;

  /* Where there are none, it is the description itself. */
  g_assert_true (plain == &ans_register_people);
  field = add_blood (fixture);
  g_assert_cmpstr (field->name, ==, "x_blood");
  g_assert_cmpstr (field->title, ==, "Nhóm máu");
  g_assert_cmpint (field->kind, ==, ANS_FIELD_CHOICE);
  g_assert_cmpstr (ans_field_match_choice (field, "ab")->code, ==, "AB");

  wide = ans_book_get_register (fixture->book, &ans_register_people);
  g_assert_true (wide != plain && ans_register_is (wide, plain));
  g_assert_true (ans_register_get_field (wide, "x_blood") == field);
  g_assert_true (ans_book_get_register (fixture->book, wide) == wide);
  g_assert_null (ans_register_get_field (&ans_register_people, "x_blood"));
  g_assert_true (ans_book_get_register (fixture->book, &ans_register_households) ==
                 &ans_register_households);
  fixture_reopen (fixture);
  g_assert_true (ans_book_get_register (fixture->book, &ans_register_people) == wide);
}

/* A value is kept, journaled, told, listed and filtered. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsListing) listing = NULL;
  g_autoptr (AnsListingResult) result = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const AnsHistoryEntry *last;
  gint64 an = add_person (fixture->book, 0, "Nguyễn Văn An", "NAM", "1950", NULL);
  gint64 binh = add_person (fixture->book, 0, "Lê Thị Bình", "NU", "1952", NULL);

  add_blood (fixture);
  g_assert_nonnull (ans_extra_field_add (fixture->book, &ans_register_people, "children", "Số con",
                                         "number", NULL, &error));
  set (fixture, an, "x_blood", "ab");
  set (fixture, an, "x_children", "9");
  set (fixture, binh, "x_children", "12");

  history = ans_history_of_record (fixture->book, &ans_register_people, an);
  last = history->pdata[1];
  g_assert_nonnull (strstr (last->sentences[0], "nhóm máu"));
  g_assert_nonnull (strstr (last->sentences[0], "AB"));

  listing = ans_listing_new (fixture->book, ans_listing_info_find ("people"));
  g_assert_true (ans_listing_set_sort (listing, "x_children", TRUE));
  result = ans_listing_run (listing, ans_book_get_connection (fixture->book), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (result->ids, gint64, 0), ==, binh);
  g_clear_pointer (&result, ans_listing_result_unref);
  ans_listing_set_filter (listing, "x_blood", "AB");
  result = ans_listing_run (listing, ans_book_get_connection (fixture->book), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->ids->len, ==, 1);
  g_assert_cmpint (g_array_index (result->ids, gint64, 0), ==, an);

  undo (fixture, 0);
  assert_asked ("9|", fixture->book, "SELECT coalesce (x_children, '') FROM person ORDER BY id");
  assert_sound (fixture->book);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 an = add_person (fixture->book, 0, "Nguyễn Văn An", "NAM", "1950", NULL);

  add_blood (fixture);
  undo (fixture, 0);
  g_assert_false (has_field (fixture->book, "x_blood"));
  fixture_reopen (fixture);
  g_assert_false (has_field (fixture->book, "x_blood"));
  {
    g_autoptr (AnsUndoReport) report = ans_redo (fixture->book, &error);

    g_assert_no_error (error);
    g_assert_true (has_field (fixture->book, "x_blood"));
  }
  /* What is written after the redo is journaled: it can be taken back. */
  set (fixture, an, "x_blood", "O");
  undo (fixture, 0);
  assert_asked ("", fixture->book, "SELECT coalesce (x_blood, '') FROM person");
  assert_sound (fixture->book);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 an = add_person (fixture->book, 0, "Nguyễn Văn An", "NAM", "1950", NULL);

  add_blood (fixture);
  set (fixture, an, "x_blood", "A");
  g_assert_false (ans_extra_field_remove (fixture->book, &ans_register_people, "blood", &error));
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (has_field (fixture->book, "x_blood"));

  set (fixture, an, "x_blood", "");
  g_assert_true (ans_extra_field_remove (fixture->book, &ans_register_people, "x_blood", &error));
  g_assert_no_error (error);
  g_assert_false (has_field (fixture->book, "x_blood"));
  /* The name is free again, for another kind. */
  g_assert_nonnull (ans_extra_field_add (fixture->book, &ans_register_people, "blood",
                                         "Lần hiến máu", "number", NULL, &error));
  g_assert_no_error (error);
  set (fixture, an, "x_blood", "7");
  undo (fixture, 0);
  undo (fixture, 0);
  undo (fixture, 0);
  g_assert_true (has_field (fixture->book, "x_blood"));
  assert_sound (fixture->book);
  fixture_reopen (fixture);
  assert_sound (fixture->book);
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  static const char *const twice[] = { "Có", "có", NULL };
  static const char *const barred[] = { "Có|không", NULL };
  static const struct
  {
    const char *name, *title, *kind;
    const char *const *choices;
  } wrong[] = {
    { "Máu", "Nhóm máu 2", "text", NULL },
    { "", "Nhóm máu 2", "text", NULL },
    { "1a", "Nhóm máu 2", "text", NULL },
    { "a b", "Nhóm máu 2", "text", NULL },
    { "a); DROP TABLE person; --", "Nhóm máu 2", "text", NULL },
    { "blood", "Nhóm máu 2", "text", NULL },
    { "other", "nhom mau", "text", NULL },
    { "other", "HỌ VÀ TÊN", "text", NULL },
    { "other", " ", "text", NULL },
    { "other", "Nhóm máu 2", "blob", NULL },
    { "other", "Nhóm máu 2", "choice", NULL },
    { "other", "Nhóm máu 2", "text", groups },
    { "other", "Nhóm máu 2", "choice", twice },
    { "other", "Nhóm máu 2", "choice", barred },
  };

  add_blood (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      if (ans_extra_field_add (fixture->book, &ans_register_people, wrong[i].name, wrong[i].title,
                               wrong[i].kind, wrong[i].choices, &error) != NULL)
        g_error ("“%s” “%s” was taken", wrong[i].name, wrong[i].title);
      g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE);
    }
  assert_asked ("x_blood", fixture->book, "SELECT name FROM extra_field");
}

/* Two books open at once have each their own. */
static void
test_each_its_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.ansinh", NULL);
  AnsBook *other = ans_registry_create_book (path, NULL, &error);

  g_assert_no_error (error);
  add_blood (fixture);
  g_assert_true (has_field (fixture->book, "x_blood"));
  g_assert_false (has_field (other, "x_blood"));
  add_person (other, 0, "Nguyễn Văn An", "NAM", "1950", NULL);
  ans_book_close (other);
  g_assert_finalize_object (other);
}

static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const AnsRegister *reg;
  g_autofree char *name = NULL;
  g_autofree char *second = NULL;
  g_autofree char *odd = NULL;

  add_blood (fixture);
  g_assert_true (
      ans_extra_field_rename (fixture->book, &ans_register_people, "blood", " Loại  máu ", &error));
  g_assert_no_error (error);
  reg = ans_book_get_register (fixture->book, &ans_register_people);
  g_assert_cmpstr (ans_register_get_field (reg, "x_blood")->title, ==, "Loại máu");

  /* Its own title in other letters is no other field; another field's title is refused. */
  g_assert_true (
      ans_extra_field_rename (fixture->book, &ans_register_people, "x_blood", "LOẠI MÁU", &error));
  g_assert_no_error (error);
  g_assert_false (
      ans_extra_field_rename (fixture->book, &ans_register_people, "blood", "Họ và tên", &error));
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (
      ans_extra_field_rename (fixture->book, &ans_register_people, "nothing", "Gì đó", &error));
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE);
  g_clear_error (&error);

  undo (fixture, 0);
  undo (fixture, 0);
  reg = ans_book_get_register (fixture->book, &ans_register_people);
  g_assert_cmpstr (ans_register_get_field (reg, "x_blood")->title, ==, "Nhóm máu");

  /* Names that nobody has to think of. */
  name = ans_extra_field_make_name (fixture->book, &ans_register_people, "Số sổ BHXH (cũ)");
  g_assert_cmpstr (name, ==, "so_so_bhxh_cu");
  second = ans_extra_field_make_name (fixture->book, &ans_register_people, "Blood");
  g_assert_cmpstr (second, ==, "blood_2");
  odd = ans_extra_field_make_name (fixture->book, &ans_register_people, "123 !");
  g_assert_cmpstr (odd, ==, "truong");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/extra-fields/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("described", test_described);
  ADD ("values", test_values);
  ADD ("undo", test_undo);
  ADD ("remove", test_remove);
  ADD ("refuses", test_refuses);
  ADD ("renamed", test_renamed);
  ADD ("each-its-own", test_each_its_own);
  return g_test_run ();
}
