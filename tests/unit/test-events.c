/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Household events: what they write, what was before and after, what they refuse. */
#include "book-fixture.h"
#include "registry/ans-household-events.h"
#include "registry/ans-members.h"
#include "registry/ans-period-history.h"
#include "text/ans-date.h"

/* Two invented villages; a family of four in one household, one person alone in another, all since
 * always. */
typedef struct
{
  Fixture base;
  gint64 north, south;
  gint64 household, other;
  gint64 head, wife, son, mother;
  gint64 neighbour;
  char *before; /* the members as they are now */
} Commune;

static void
set_up (Commune *commune, gconstpointer data)
{
  AnsBook *book;

  fixture_set_up (&commune->base, data);
  book = commune->base.book;
  commune->north = add_village (book, "Bắc Sơn");
  commune->south = add_village (book, "Hợp Tân");
  commune->household = add_household (book, commune->north);
  commune->other = add_household (book, commune->south);
  commune->head = add_person (book, commune->household, "Lê Văn Bình", "NAM", "1960", "CHU_HO");
  commune->wife = add_person (book, commune->household, "Trần Thị An", "NU", "1962-03", "VO");
  commune->son = add_person (book, commune->household, "Lê Văn Cường", "NAM", "1985-06-01", "CON_DE");
  commune->mother = add_person (book, commune->household, "Vũ Thị Mơ", "NU", "1938", "ME");
  commune->neighbour = add_person (book, commune->other, "Đỗ Thị Huệ", "NU", "1988-02-29", "CHU_HO");
}

static void
tear_down (Commune *commune, gconstpointer data)
{
  g_free (commune->before);
  fixture_tear_down (&commune->base, data);
}

static GHashTable *
answers (const char *first, ...) G_GNUC_NULL_TERMINATED;

static GHashTable *
answers (const char *first, ...)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  va_list arguments;

  va_start (arguments, first);
  for (const char *key = first; key != NULL; key = va_arg (arguments, const char *))
    g_hash_table_insert (values, g_strdup (key), g_strdup (va_arg (arguments, const char *)));
  va_end (arguments);
  return values;
}

/* The id as text; kept for the length of the program. */
static const char *
id_text (gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_intern_string (text);
}

static const char *
ids_text (gint64 first, gint64 second)
{
  g_autofree char *text =
      g_strdup_printf ("%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT, first, second);

  return g_intern_string (text);
}

/* Who lives in the household on @day (NULL: now), with relations. */
static char *
members (AnsBook *book, gint64 household, const char *day)
{
  g_autoptr (GArray) ids = ans_members_list (book, household, day);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = ans_register_title_of (book, &ans_register_people, id);
      g_autofree char *relation =
          ans_member_relation_on (book, id, household, day != NULL ? day : "9999-12-31");
      const char *given = strrchr (name, ' ');

      g_string_append_printf (
          text, "%s%s %s", i > 0 ? ", " : "", given != NULL ? given + 1 : name, relation);
    }
  return g_string_free_and_steal (text);
}

#define assert_members(commune, household, day, expected)                                         \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autofree char *members_ = members ((commune)->base.book, household, day);                   \
    g_assert_cmpstr (members_, ==, expected);                                                     \
  }                                                                                               \
  G_STMT_END

static char *
on_day (AnsBook *book, const char *reg, gint64 id, const char *field, const char *day)
{
  const AnsRegister *known = ans_register_find (reg);

  return ans_period_value_on (
      book,
      ans_register_get_period (known, ans_register_get_field (known, field)->period),
      id,
      field,
      day);
}

#define assert_on(commune, reg, id, field, day, expected)                                         \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autofree char *value_ = on_day ((commune)->base.book, reg, id, field, day);                 \
    g_assert_cmpstr (value_, ==, expected);                                                       \
  }                                                                                               \
  G_STMT_END

/* Head as the book shows it today, by name. */
static void
assert_head (Commune *commune, gint64 household, const char *expected)
{
  assert_asked (expected,
                commune->base.book,
                "SELECT p.full_name FROM household h LEFT JOIN person p ON p.id = h.head "
                "WHERE h.id = %" G_GINT64_FORMAT,
                household);
}

/* Everything that the registers hold, to compare before an event and after it was taken back. */
static char *
everything (AnsBook *book)
{
  static const char *const tables[] = { "person",          "household",      "person_home",
                                        "person_residence", "household_place", "household_state" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *columns = ask (
          book, "SELECT group_concat ('quote (' || name || ')', '||'',''||') FROM pragma_table_info ('%s')", tables[i]);
      g_autofree char *rows = ask (book, "SELECT %s FROM %s ORDER BY id", columns, tables[i]);

      g_string_append_printf (text, "%s: %s\n", tables[i], rows);
    }
  return g_string_free_and_steal (text);
}

/* Applies the event; what it wrote is one action that can be taken back and done again. */
static void
apply (Commune *commune, const char *kind, gint64 household, GHashTable *values)
{
  AnsBook *book = commune->base.book;
  g_autofree char *before = everything (book);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (AnsUndoReport) undo = NULL;
  g_autoptr (AnsUndoReport) redo = NULL;
  g_autoptr (AnsProblems) problems =
      ans_event_check (book, ans_event_kind_find (kind), household, values);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    g_test_message ("%s: %s",
                    ans_problems_get (problems, i)->field,
                    ans_problems_get (problems, i)->message);
  ans_event_apply (book, ans_event_kind_find (kind), household, values, &error);
  g_assert_no_error (error);
  assert_sound (book);
  after = everything (book);
  undo = ans_undo (book, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undo->conflicts->len, ==, 0);
  undone = everything (book);
  g_assert_cmpstr (before, ==, undone);
  redo = ans_redo (book, &error);
  g_assert_no_error (error);
  redone = everything (book);
  g_assert_cmpstr (after, ==, redone);
  assert_sound (book);
}

/* The event is refused beside @field, and nothing is written. */
static void
refuse (Commune *commune, const char *kind, gint64 household, GHashTable *values,
        const char *field)
{
  AnsBook *book = commune->base.book;
  g_autofree char *before = everything (book);
  g_autofree char *after = NULL;
  g_autoptr (AnsProblems) problems =
      ans_event_check (book, ans_event_kind_find (kind), household, values);
  g_autoptr (GError) error = NULL;
  gboolean named = FALSE;

  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);

      g_test_message ("%s: %s", problem->field, problem->message);
      if (problem->severity == ANS_PROBLEM_ERROR)
        {
          g_assert_cmpstr (problem->field, ==, field);
          named = TRUE;
        }
    }
  g_assert_true (named);
  g_assert_false (
      ans_event_apply (book, ans_event_kind_find (kind), household, values, &error));
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID);
  g_assert_false (ans_book_in_action (book));
  after = everything (book);
  g_assert_cmpstr (before, ==, after);
  g_hash_table_unref (values);
}

static void
test_birth (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values =
      answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-04-30", "relation", "CHAU", NULL);

  apply (commune, "birth", commune->household, values);
  assert_members (commune, commune->household, NULL, "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE, Mai CHAU");
  assert_members (commune, commune->household, "2022-04-29", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, "2022-04-30", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE, Mai CHAU");
  assert_asked ("2022-04-30|Kinh|THUONG_TRU|1",
                commune->base.book,
                "SELECT value FROM person, json_each (json_array (birth, ethnicity, residence, "
                "village)) WHERE full_name = 'Lê Thị Mai' ORDER BY key");
  assert_on (commune, "people", 6, "residence", "2022-04-29", NULL);

  refuse (commune, "birth", commune->household,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", NULL), "date");
  refuse (commune, "birth", commune->household,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-04", NULL), "date");
  refuse (commune, "birth", commune->household,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-02-30", NULL), "date");
  refuse (commune, "birth", commune->household,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2999-01-01", NULL), "date");
  refuse (commune, "birth", commune->household,
          answers ("sex", "NU", "date", "2022-04-30", NULL), "full_name");
  refuse (commune, "birth", commune->household,
          answers ("full_name", "L3", "sex", "NU", "date", "2022-04-30", NULL), "full_name");
  refuse (commune, "birth", commune->household,
          answers ("full_name", "Lê Thị Mai", "sex", "X", "date", "2022-04-30", NULL), "sex");
  refuse (commune, "birth", commune->household,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-04-30", "relation", "CHU_HO", NULL),
          "relation");
  refuse (commune, "birth", commune->household,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-04-30", "relation", "BAN", NULL),
          "relation");
  refuse (commune, "birth", 0,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-04-30", NULL), NULL);
  refuse (commune, "birth", 77,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-04-30", NULL), NULL);
}

static void
test_death_of_the_head (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values = answers ("person", id_text (commune->head), "date", "2022-08-03",
                                           "new_head", id_text (commune->wife), NULL);

  apply (commune, "death", commune->household, values);
  assert_members (commune, commune->household, "2022-08-02", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, "2022-08-03", "An CHU_HO, Mơ CHA_ME_VO_CHONG, Cường CON_DE");
  assert_members (commune, commune->household, NULL, "An CHU_HO, Mơ CHA_ME_VO_CHONG, Cường CON_DE");
  assert_head (commune, commune->household, "Trần Thị An");
  assert_on (commune, "people", commune->head, "residence", "2022-08-02", "THUONG_TRU");
  assert_on (commune, "people", commune->head, "residence", "2022-08-03", "CHET");
  assert_asked ("2022-08-03", commune->base.book, "SELECT death FROM person WHERE id = 1");
  assert_on (commune, "households", commune->household, "status", "2023-01-01", "DANG_CU_TRU");
  g_assert_cmpuint (ans_members_count (commune->base.book, commune->household), ==, 3);
  g_assert_false (
      ans_members_contain (commune->base.book, commune->household, commune->head));

  /* Nobody dies twice, before birth, or before what is known of them. */
  refuse (commune, "death", commune->household,
          answers ("person", id_text (commune->head), "date", "2022-08-04", NULL), "person");
  refuse (commune, "death", commune->household,
          answers ("person", id_text (commune->son), "date", "1985-05-31", NULL), "date");
  refuse (commune, "death", commune->household,
          answers ("person", id_text (commune->neighbour), "date", "2022-09-01", NULL), "person");
  refuse (commune, "death", commune->household,
          answers ("person", id_text (commune->wife), "date", "2022-08-02", "new_head",
                   id_text (commune->son), NULL),
          "date");
  refuse (commune, "death", commune->household,
          answers ("person", id_text (commune->wife), "date", "2022-09-01", "new_head",
                   id_text (commune->wife), NULL),
          "new_head");
  refuse (commune, "death", commune->household,
          answers ("person", "12345", "date", "2022-09-01", NULL), "person");
}

static void
test_death_of_the_last (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values =
      answers ("person", id_text (commune->neighbour), "date", "2022-08-03", NULL);

  apply (commune, "death", commune->other, values);
  assert_members (commune, commune->other, NULL, "");
  assert_on (commune, "households", commune->other, "status", "2022-08-02", "DANG_CU_TRU");
  assert_on (commune, "households", commune->other, "status", "2022-08-03", "KHONG_CON");
  assert_head (commune, commune->other, "-");
  refuse (commune, "birth", commune->other,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-09-01", NULL), "date");
  refuse (commune, "birth", commune->other,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2022-08-02", NULL), "date");
}

static void
test_move_in_of_somebody_new (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values =
      answers ("full_name", "Phạm Văn Sơn", "sex", "NAM", "birth", "1990", "date", "2021-02-28",
               "relation", "KHAC", "residence", "TAM_TRU", NULL);

  apply (commune, "move-in", commune->household, values);
  assert_members (commune, commune->household, "2021-02-27", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, "2021-02-28",
                  "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE, Sơn KHAC");
  assert_on (commune, "people", 6, "residence", "2021-02-28", "TAM_TRU");

  refuse (commune, "move-in", commune->household,
          answers ("full_name", "Phạm Văn Sơn", "sex", "NAM", "date", "2021-02-28", NULL), "birth");
  refuse (commune, "move-in", commune->household,
          answers ("full_name", "Phạm Văn Sơn", "sex", "NAM", "birth", "2022", "date", "2021-02-28", NULL),
          "birth");
  refuse (commune, "move-in", commune->household,
          answers ("full_name", "Phạm Văn Sơn", "sex", "NAM", "birth", "1990", "date", "2021-02-28",
                   "residence", "CHET", NULL),
          "residence");
  refuse (commune, "move-in", commune->household,
          answers ("person", id_text (commune->son), "date", "2021-02-28", NULL), "person");
}

static void
test_move_in_from_another_household (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values = answers ("person", id_text (commune->neighbour), "date",
                                           "2021-03-01", "relation", "EM", NULL);

  apply (commune, "move-in", commune->household, values);
  assert_members (commune, commune->other, "2021-02-28", "Huệ CHU_HO");
  assert_members (commune, commune->other, "2021-03-01", "");
  assert_members (commune, commune->household, NULL,
                  "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE, Huệ EM");
  /* The village follows the household, and the household that was left has ended. */
  assert_asked ("Bắc Sơn", commune->base.book,
                "SELECT v.name FROM person p JOIN village v ON v.id = p.village WHERE p.id = 5");
  assert_on (commune, "households", commune->other, "status", "2021-03-01", "KHONG_CON");

  /* Back again: the household lives on from that day. */
  {
    g_autoptr (GHashTable) back = answers ("person", id_text (commune->neighbour), "date",
                                           "2022-01-01", "relation", "CHU_HO", NULL);

    refuse (commune, "move-in", commune->other,
            answers ("person", id_text (commune->neighbour), "date", "2021-02-01", "relation",
                     "CHU_HO", NULL),
            "date");
    apply (commune, "move-in", commune->other, back);
    assert_on (commune, "households", commune->other, "status", "2021-12-31", "KHONG_CON");
    assert_on (commune, "households", commune->other, "status", "2022-01-01", "DANG_CU_TRU");
    assert_head (commune, commune->other, "Đỗ Thị Huệ");
    assert_members (commune, commune->household, "2021-12-31",
                    "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE, Huệ EM");
    assert_members (commune, commune->household, "2022-01-01",
                    "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  }
}

static void
test_move_in_as_a_new_household (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values =
      answers ("full_name", "Phạm Văn Sơn", "sex", "NAM", "birth", "1990-05-05", "date", "2021-02-28",
               "village", id_text (commune->south), "address", "Số 5", NULL);

  apply (commune, "move-in", 0, values);
  assert_members (commune, 3, "2021-02-27", "");
  assert_members (commune, 3, NULL, "Sơn CHU_HO");
  assert_head (commune, 3, "Phạm Văn Sơn");
  assert_on (commune, "households", 3, "village", "2021-02-27", NULL);
  assert_on (commune, "households", 3, "village", "2021-02-28", "2");
  assert_on (commune, "households", 3, "status", "2021-02-28", "DANG_CU_TRU");
  refuse (commune, "birth", 3,
          answers ("full_name", "Lê Thị Mai", "sex", "NU", "date", "2021-02-27", NULL), "date");
  refuse (commune, "move-in", 0,
          answers ("full_name", "Phạm Văn Sơn", "sex", "NAM", "birth", "1990", "date", "2021-02-28",
                   "village", "99", NULL),
          "village");
}

static void
test_move_out (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values =
      answers ("members", ids_text (commune->head, commune->wife), "date", "2020-01-01",
               "destination", "Thành phố Thanh Hóa", "new_head", id_text (commune->son), NULL);

  apply (commune, "move-out", commune->household, values);
  assert_members (commune, commune->household, "2019-12-31", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, "2020-01-01", "Cường CHU_HO, Mơ BA");
  assert_on (commune, "people", commune->wife, "residence", "2019-12-31", "THUONG_TRU");
  assert_on (commune, "people", commune->wife, "residence", "2020-01-01", "CHUYEN_DI");
  assert_asked ("Thành phố Thanh Hóa|-", commune->base.book,
                "SELECT address FROM person WHERE id IN (1, 3) ORDER BY id");

  refuse (commune, "move-out", commune->household,
          answers ("members", id_text (commune->neighbour), "date", "2020-06-01", NULL), "members");
  refuse (commune, "move-out", commune->household,
          answers ("members", "5; DROP", "date", "2020-06-01", NULL), "members");
  refuse (commune, "move-out", commune->household,
          answers ("date", "2020-06-01", NULL), "members");
  refuse (commune, "move-out", commune->household,
          answers ("members", id_text (commune->son), "date", "2020-06-01", "new_head",
                   id_text (commune->son), NULL),
          "new_head");

  /* The rest follows: the household has moved away. */
  {
    g_autoptr (GHashTable) rest =
        answers ("members", ids_text (commune->son, commune->mother), "date", "2020-06-01", NULL);

    apply (commune, "move-out", commune->household, rest);
    assert_on (commune, "households", commune->household, "status", "2020-05-31", "DANG_CU_TRU");
    assert_on (commune, "households", commune->household, "status", "2020-06-01", "CHUYEN_DI");
  }
}

static void
test_split (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values =
      answers ("members", ids_text (commune->head, commune->wife), "date", "2022-07-01", "head",
               id_text (commune->head), "village", id_text (commune->south), "new_head",
               id_text (commune->son), NULL);

  apply (commune, "split", commune->household, values);
  assert_members (commune, commune->household, "2022-06-30", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, "2022-07-01", "Cường CHU_HO, Mơ BA");
  /* Among those who left nothing changed. */
  assert_members (commune, 3, "2022-07-01", "Bình CHU_HO, An VO");
  assert_members (commune, 3, "2022-06-30", "");
  assert_head (commune, 3, "Lê Văn Bình");
  assert_head (commune, commune->household, "Lê Văn Cường");
  assert_asked ("Hợp Tân|Hợp Tân", commune->base.book,
                "SELECT v.name FROM person p JOIN village v ON v.id = p.village WHERE p.household = 3");

  refuse (commune, "split", commune->household,
          answers ("members", id_text (commune->mother), "date", "2022-08-01", "head",
                   id_text (commune->son), NULL),
          "head");
  refuse (commune, "split", commune->household,
          answers ("members", id_text (commune->mother), "date", "2022-06-30", "head",
                   id_text (commune->mother), NULL),
          "date");
}

static void
test_split_of_the_young (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values = answers ("members", id_text (commune->son), "date", "2022-07-01",
                                           "head", id_text (commune->son), NULL);

  apply (commune, "split", commune->household, values);
  assert_members (commune, 3, NULL, "Cường CHU_HO");
  assert_members (commune, commune->household, NULL, "Bình CHU_HO, Mơ ME, An VO");
  assert_on (commune, "households", 3, "village", "2022-07-01", "1");
}

static void
test_new_head (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) later = answers ("full_name", "Lê Thị Mai", "sex", "NU", "date",
                                          "2022-04-30", "relation", "CHAU", NULL);
  g_autoptr (GHashTable) values =
      answers ("head", id_text (commune->son), "date", "2021-01-01", NULL);

  /* A child that is born after the day of the change is told of the new head too, and was not there
   * before. */
  apply (commune, "birth", commune->household, later);
  apply (commune, "new-head", commune->household, values);
  assert_members (commune, commune->household, "2020-12-31", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, "2021-01-01", "Cường CHU_HO, Mơ BA, Bình CHA, An ME");
  assert_members (commune, commune->household, "2022-04-30",
                  "Cường CHU_HO, Mơ BA, Bình CHA, An ME, Mai KHAC");
  assert_head (commune, commune->household, "Lê Văn Cường");

  refuse (commune, "new-head", commune->household,
          answers ("head", id_text (commune->wife), "date", "2020-12-31", NULL), "date");
  refuse (commune, "new-head", commune->household,
          answers ("head", id_text (commune->neighbour), "date", "2022-01-01", NULL), "head");
  refuse (commune, "new-head", commune->household,
          answers ("date", "2022-01-01", NULL), "head");
}

static void
test_marriage (Commune *commune, gconstpointer data)
{
  g_autoptr (GHashTable) values =
      answers ("person", id_text (commune->neighbour), "spouse", id_text (commune->son), "date",
               "2022-02-14", "relation", "CON_DAU", NULL);

  apply (commune, "marriage", commune->household, values);
  assert_members (commune, commune->household, "2022-02-13", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, "2022-02-14",
                  "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE, Huệ CON_DAU");
  assert_on (commune, "households", commune->other, "status", "2022-02-14", "KHONG_CON");

  refuse (commune, "marriage", commune->household,
          answers ("full_name", "Đỗ Thị Lan", "sex", "NU", "birth", "1990", "date", "2022-03-01",
                   "relation", "CON_DAU", NULL),
          "spouse");
  refuse (commune, "marriage", commune->household,
          answers ("full_name", "Đỗ Thị Lan", "sex", "NU", "birth", "1990", "date", "2022-03-01",
                   "spouse", "12345", NULL),
          "spouse");
  refuse (commune, "marriage", commune->household,
          answers ("person", id_text (commune->wife), "spouse", id_text (commune->son), "date",
                   "2022-03-01", NULL),
          "person");
}

/* Periods. */

static const AnsPeriod *
home (void)
{
  return ans_register_get_period (&ans_register_people, "person_home");
}

static char *
homes (Commune *commune, gint64 person)
{
  return ask (commune->base.book,
              "SELECT from_date || '..' || coalesce (to_date, '') || ' ' || "
              "coalesce (household, '-') || ' ' || coalesce (relation, '-') FROM person_home "
              "WHERE person = %" G_GINT64_FORMAT " ORDER BY from_date",
              person);
}

#define assert_homes(commune, person, expected)                                                   \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autofree char *homes_ = homes (commune, person);                                            \
    g_assert_cmpstr (homes_, ==, expected);                                                       \
    assert_sound ((commune)->base.book);                                                          \
  }                                                                                               \
  G_STMT_END

static void
change (Commune *commune, gint64 person, const char *from, const char *household)
{
  static const char *const fields[] = { "household", NULL };
  const char *values[] = { household, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (commune->base.book, "change", NULL));
  ans_period_change (
      commune->base.book, &ans_register_people, home (), person, from, fields, values, &error);
  g_assert_no_error (error);
  ans_book_commit (commune->base.book, &error);
  g_assert_no_error (error);
}

static void
test_periods_inside_history (Commune *commune, gconstpointer data)
{
  gint64 son = commune->son;
  g_autoptr (GError) error = NULL;
  static const char *const fields[] = { "household", NULL };
  const char *values[] = { "2", NULL };

  change (commune, son, "2020-01-01", "2");
  assert_homes (commune, son, "..2020-01-01 1 CON_DE|2020-01-01.. 2 CON_DE");
  /* Inside the first, at its own beginning, at the beginning of the last, before the first. */
  change (commune, son, "2010-05-05", "2");
  assert_homes (commune, son, "..2010-05-05 1 CON_DE|2010-05-05..2020-01-01 2 CON_DE|2020-01-01.. 2 CON_DE");
  change (commune, son, "2010-05-05", "1");
  assert_homes (commune, son, "..2010-05-05 1 CON_DE|2010-05-05..2020-01-01 1 CON_DE|2020-01-01.. 2 CON_DE");
  change (commune, son, "2020-01-01", "1");
  assert_homes (commune, son, "..2010-05-05 1 CON_DE|2010-05-05..2020-01-01 1 CON_DE|2020-01-01.. 1 CON_DE");
  change (commune, son, "", "2");
  assert_homes (commune, son, "..2010-05-05 2 CON_DE|2010-05-05..2020-01-01 1 CON_DE|2020-01-01.. 1 CON_DE");

  /* An end inside history ends all that would follow. */
  g_assert_true (ans_book_begin (commune->base.book, "end", NULL));
  g_assert_true (ans_period_end (commune->base.book, home (), son, "2015-01-01", &error));
  g_assert_cmpint (ans_book_commit (commune->base.book, NULL), >, 0);
  assert_homes (commune, son, "..2010-05-05 2 CON_DE|2010-05-05..2015-01-01 1 CON_DE");
  assert_asked ("-", commune->base.book, "SELECT household FROM person WHERE id = 3");
  /* After a gap, and into it. */
  change (commune, son, "2018-01-01", "1");
  change (commune, son, "2016-01-01", "2");
  assert_homes (commune, son,
                "..2010-05-05 2 CON_DE|2010-05-05..2015-01-01 1 CON_DE|2016-01-01..2018-01-01 2 -|"
                "2018-01-01.. 1 -");

  g_assert_true (ans_book_begin (commune->base.book, "bad day", NULL));
  g_assert_false (ans_period_change (
      commune->base.book, &ans_register_people, home (), son, "2020", fields, values, &error));
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_BAD_VALUE);
  ans_book_rollback (commune->base.book);
}

/* The file itself refuses two periods that share a day, whoever writes them. */
static void
test_periods_never_overlap (Commune *commune, gconstpointer data)
{
  static const char *const wrong[] = {
    "INSERT INTO person_home (person, from_date, to_date) VALUES (3, '2010-01-01', '2010-01-02')",
    "INSERT INTO person_home (person, from_date) VALUES (3, '2010-01-01')",
    "INSERT INTO person_residence (person, from_date, to_date) VALUES (9, '2010-01-02', '2010-01-01')",
    "UPDATE person_home SET to_date = '' WHERE person = 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (ans_book_begin (commune->base.book, "wrong", NULL));
      g_assert_false (ans_connection_exec (
          ans_book_get_connection (commune->base.book), wrong[i], &error));
      g_assert_error (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CONSTRAINT);
      ans_book_rollback (commune->base.book);
    }
}

/* Dates of death that turn out otherwise. */
static void
test_corrected_death (Commune *commune, gconstpointer data)
{
  AnsBook *book = commune->base.book;
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, commune->mother, NULL);
  g_autoptr (GError) error = NULL;

  ans_record_set (record, "death", "2020-05-01");
  save_record (record);
  assert_homes (commune, commune->mother, "..2020-05-01 1 ME");
  ans_record_set (record, "death", "2020-09-01");
  save_record (record);
  assert_homes (commune, commune->mother, "..2020-09-01 1 ME");
  assert_on (commune, "people", commune->mother, "residence", "2020-08-31", "THUONG_TRU");
  assert_on (commune, "people", commune->mother, "residence", "2020-09-01", "CHET");
  ans_record_set (record, "death", "2019");
  save_record (record);
  assert_homes (commune, commune->mother, "..2019-01-01 1 ME");
  assert_on (commune, "people", commune->mother, "residence", "2018-12-31", "THUONG_TRU");
  assert_on (commune, "people", commune->mother, "residence", "2019-01-01", "CHET");

  /* She lives, but the date of death stays: one of the two is wrong. */
  ans_record_set (record, "residence", "THUONG_TRU");
  g_assert_false (ans_record_save (record, &error));
  g_assert_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID);
  ans_record_set (record, "death", NULL);
  save_record (record);
  assert_on (commune, "people", commune->mother, "residence", "2020-01-01", "THUONG_TRU");
}

/* Somebody marked as gone without a day has lived here until today. */
static void
test_gone_without_a_day (Commune *commune, gconstpointer data)
{
  g_autoptr (AnsRecord) record =
      ans_record_load (commune->base.book, &ans_register_people, commune->son, NULL);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  g_autofree char *expected = g_strdup_printf ("..%s 1 CON_DE", today);

  ans_record_set (record, "residence", ANS_RESIDENCE_MOVED_AWAY);
  save_record (record);
  assert_homes (commune, commune->son, expected);
  assert_members (commune, commune->household, "2021-01-01", "Bình CHU_HO, Mơ ME, An VO, Cường CON_DE");
  assert_members (commune, commune->household, NULL, "Bình CHU_HO, Mơ ME, An VO");
}

/* A village without a household's own: members say theirs, and the household's wins when it has one
 * again. */
static void
test_village_follows_the_household (Commune *commune, gconstpointer data)
{
  AnsBook *book = commune->base.book;
  gint64 nowhere = add_household (book, 0);
  g_autoptr (AnsRecord) person = ans_record_new (book, &ans_register_people);
  g_autoptr (AnsRecord) household = NULL;
  gint64 id;

  ans_record_set (person, "full_name", "Phạm Văn Sơn");
  ans_record_set (person, "sex", "NAM");
  ans_record_set (person, "birth", "1990");
  ans_record_set_int (person, "household", nowhere);
  ans_record_set_int (person, "village", commune->north);
  id = save_record (person);
  assert_asked ("1", book, "SELECT village FROM person WHERE id = %" G_GINT64_FORMAT, id);
  household = ans_record_load (book, &ans_register_households, nowhere, NULL);
  ans_record_set_int (household, "village", commune->south);
  save_record (household);
  assert_asked ("2", book, "SELECT village FROM person WHERE id = %" G_GINT64_FORMAT, id);
  assert_sound (book);
  ans_record_set (household, "village", NULL);
  save_record (household);
  assert_asked ("1", book, "SELECT village FROM person WHERE id = %" G_GINT64_FORMAT, id);
  assert_sound (book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/events/" path, Commune, NULL, set_up, function, tear_down)
  ADD ("birth", test_birth);
  ADD ("death/of-the-head", test_death_of_the_head);
  ADD ("death/of-the-last", test_death_of_the_last);
  ADD ("move-in/somebody-new", test_move_in_of_somebody_new);
  ADD ("move-in/from-another-household", test_move_in_from_another_household);
  ADD ("move-in/new-household", test_move_in_as_a_new_household);
  ADD ("move-out", test_move_out);
  ADD ("split/the-old", test_split);
  ADD ("split/the-young", test_split_of_the_young);
  ADD ("new-head", test_new_head);
  ADD ("marriage", test_marriage);
  ADD ("periods/inside-history", test_periods_inside_history);
  ADD ("periods/never-overlap", test_periods_never_overlap);
  ADD ("corrected-death", test_corrected_death);
  ADD ("gone-without-a-day", test_gone_without_a_day);
  ADD ("village-follows-the-household", test_village_follows_the_household);
  return g_test_run ();
}
