/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invented year of poverty reduction: lists and figures are what was counted while it was
 * invented, and nothing in it is what an officer's own entries could not be. */
#include <string.h>

#include "areas/ans-area.h"
#include "areas/ans-poverty.h"
#include "book-fixture.h"
#include "practice/ans-practice.h"

#define BEFORE "2021-12-31"
#define START  "2022-01-01"
#define END    "2022-09-20"
#define YEAR   "2022-01-01..2022-09-20"

static void
fill (Fixture *fixture, guint people, guint64 seed, AnsPracticeCounts *counts)
{
  g_autoptr (GError) error = NULL;

  ans_practice_fill_counted (fixture->book, people, seed, NULL, NULL, counts, &error);
  g_assert_no_error (error);
}

static gint64
length (AnsBook *book, const char *listing, const char *as_of, gint64 village,
        const char *const *filters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find (listing));
  gint64 n;

  ans_listing_set_as_of (list, as_of);
  ans_listing_set_village (list, village);
  for (guint i = 0; filters != NULL && filters[i] != NULL; i += 2)
    g_assert_true (ans_listing_set_filter (list, filters[i], filters[i + 1]));
  n = ans_listing_count (list, ans_book_get_connection (book), &error);
  g_assert_no_error (error);
  return n;
}

#define LENGTH(listing, day, ...)                                                                  \
  length (book, listing, day, village, (const char *const[]){ __VA_ARGS__ __VA_OPT__ (, ) NULL })

static void
assert_counts (AnsBook *book, gint64 village, const AnsPracticePoverty *counts)
{
  static const char *const causes[] = { "DAT",       "VON",     "LAO_DONG", "CONG_CU",
                                        "KIEN_THUC", "KY_NANG", "OM_DAU",   "KHAC" };

  g_assert_cmpint (LENGTH ("households", START), ==, counts->households_start);
  g_assert_cmpint (LENGTH ("households", END), ==, counts->households_end);
  g_assert_cmpint (LENGTH ("poor-households", BEFORE), ==, counts->poor_before);
  g_assert_cmpint (LENGTH ("poor-households", BEFORE, "standard", "CN2016"), ==,
                   counts->poor_before);
  g_assert_cmpint (LENGTH ("near-poor-households", BEFORE), ==, counts->near_poor_before);
  g_assert_cmpint (LENGTH ("poor-households", START), ==, counts->poor_start);
  g_assert_cmpint (LENGTH ("poor-households", START, "standard", "CN2022"), ==,
                   counts->poor_start);
  g_assert_cmpint (LENGTH ("near-poor-households", START), ==, counts->near_poor_start);
  g_assert_cmpint (LENGTH ("poor-households", END), ==, counts->poor_end);
  g_assert_cmpint (LENGTH ("near-poor-households", END), ==, counts->near_poor_end);
  g_assert_cmpint (LENGTH ("poverty-exits", END, "from_date", YEAR), ==, counts->exits);
  g_assert_cmpint (LENGTH ("poverty-exits", END, "from_date", YEAR, "change", "THOAT_CAN"), ==,
                   counts->exits_to_near_poor);
  g_assert_cmpint (LENGTH ("poverty-entries", END, "from_date", YEAR, "change", "TAI_NGHEO"), ==,
                   counts->relapses);
  g_assert_cmpint (
      LENGTH ("poverty-entries", END, "from_date", YEAR, "change", "PHAT_SINH|PHAT_SINH_CAN"), ==,
      counts->new_poor);
  g_assert_cmpint (LENGTH ("poverty-entries", END, "from_date", YEAR, "change", "PHAT_SINH_CAN"),
                   ==, counts->new_from_near_poor);
  g_assert_cmpint (LENGTH ("poverty-statuses", END, "from_date", YEAR, "change", "CHUYEN_DEN"), ==,
                   counts->moved_in);
  g_assert_cmpint (
      LENGTH ("poverty-statuses", END, "from_date", YEAR, "change", "THOAT_CAN_NGHEO"), ==,
      counts->near_poor_exits);
  g_assert_cmpint (LENGTH ("poverty-assessments", END), ==, counts->forms);
  g_assert_cmpint (LENGTH ("poverty-assessments", END, "official", ""), ==,
                   counts->forms_under_way);
  g_assert_cmpint (LENGTH ("household-supports", END), ==, counts->supports);
  g_assert_cmpint (LENGTH ("poverty-certificates", END), ==, counts->certificates);
  g_assert_cmpint (LENGTH ("poor-households", END, "no_labour", "1"), ==, counts->no_labour);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *column = g_strdup_printf ("lack_%u", i + 1);

      g_assert_cmpint (LENGTH ("poor-households", END, column, "1"), ==, counts->lacks[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    g_assert_cmpint (LENGTH ("poor-households", END, "causes", causes[i]), ==, counts->causes[i]);
  /* The list of the year's end is that of its start and what moved. */
  g_assert_cmpint ((int) counts->poor_start - (int) counts->exits + (int) counts->relapses +
                       (int) counts->new_poor + (int) counts->moved_in,
                   ==, counts->poor_end);
}

static void
assert_counts_of_all (AnsBook *book, const AnsPracticeCounts *counts)
{
  assert_counts (book, 0, &counts->commune);
  for (guint i = 0; i < counts->n_villages; i++)
    assert_counts (book, i + 1, &counts->villages[i]);
}

/* The commune of the pictures: about 2.800 households, 130 poor on 1 January, 93 on 20 September. */
static void
test_usual (Fixture *fixture, gconstpointer data)
{
  AnsPracticeCounts counts;
  g_autofree char *sum = NULL;

  fill (fixture, 10000, 1, &counts);
  g_test_message ("households %u, poor %u (old standard) %u → %u, near-poor %u → %u, exits %u, "
                  "again %u, new %u, moved in %u, forms %u, supports %u of %" G_GINT64_FORMAT,
                  counts.commune.households_end, counts.commune.poor_before,
                  counts.commune.poor_start, counts.commune.poor_end,
                  counts.commune.near_poor_start, counts.commune.near_poor_end,
                  counts.commune.exits, counts.commune.relapses, counts.commune.new_poor,
                  counts.commune.moved_in, counts.commune.forms, counts.commune.supports,
                  counts.commune.support_amount);
  g_assert_cmpint (ABS ((int) counts.commune.households_end - 2800), <, 100);
  g_assert_cmpint (ABS ((int) counts.commune.poor_start - 130), <=, 4);
  g_assert_cmpint (ABS ((int) counts.commune.poor_end - 93), <=, 4);
  g_assert_cmpuint (counts.commune.relapses, >=, 1);
  g_assert_cmpuint (counts.commune.new_poor, >=, 1);
  g_assert_cmpuint (counts.commune.moved_in, >=, 1);
  g_assert_cmpuint (counts.commune.left_by_standard, >=, 5);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpuint (counts.commune.lacks[i], >, 0);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpuint (counts.commune.causes[i], >, 0);
  assert_counts_of_all (fixture->book, &counts);
  sum = g_strdup_printf ("%" G_GINT64_FORMAT, counts.commune.support_amount);
  assert_asked (sum, fixture->book, "SELECT sum (amount) FROM household_support");
  assert_sound (fixture->book);
}

/* Any size and seed. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 1, 60, 700, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Fixture other = { 0 };
      AnsPracticeCounts counts;

      fixture_set_up (&other, NULL);
      g_test_message ("%u people", sizes[i]);
      fill (&other, sizes[i], 40 + i, &counts);
      assert_counts_of_all (other.book, &counts);
      assert_sound (other.book);
      fixture_tear_down (&other, NULL);
    }
}

#define EVERYTHING                                                                                 \
  "SELECT concat_ws (',', s.id, s.uid, household, from_date, to_date, status, standard, basis, "   \
  "previous, previous_standard, change, round, assessment) FROM poverty_status s ORDER BY id"

/* What the writer put into derived columns is what the triggers put there. */
static void
test_derived (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture, 3000, 5, NULL);
  before = ask (fixture->book, EVERYTHING);
  g_assert_true (ans_book_begin (fixture->book, "Sửa", &error));
  g_assert_true (ans_connection_exec (
      ans_book_get_connection (fixture->book),
      "UPDATE poverty_status SET to_date = '1999-01-01', previous = 'X', previous_standard = 'X', "
      "change = 'X'; UPDATE poverty_status SET status = status",
      &error));
  ans_book_commit (fixture->book, &error);
  g_assert_no_error (error);
  after = ask (fixture->book, EVERYTHING);
  g_assert_cmpstr (after, ==, before);
}

/* Forms say what an officer's would, and no entry has a warning. */
static void
test_entries (Fixture *fixture, gconstpointer data)
{
  static const AnsRegister *const registers[] = {
    &ans_register_poverty_rounds, &ans_register_poverty_assessments,
    &ans_register_poverty_statuses, &ans_register_household_supports,
    &ans_register_poverty_certificates
  };
  guint n_saved = 0;

  fill (fixture, 2000, 9, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *ids = ask (fixture->book, "SELECT id FROM %s", registers[i]->table);
      g_auto (GStrv) list = g_strsplit (ids, "|", -1);

      for (guint j = 0; list[j] != NULL; j++)
        {
          g_autoptr (AnsRecord) record = ans_record_load (
              fixture->book, registers[i], g_ascii_strtoll (list[j], NULL, 10), NULL);
          g_autoptr (AnsProblems) problems = NULL;

          if (registers[i]->prepare != NULL)
            registers[i]->prepare (record);
          g_assert_false (ans_record_is_changed (record, NULL));
          problems = ans_record_check (record);
          for (guint k = 0; k < ans_problems_get_n (problems); k++)
            g_test_message ("%s %s: %s", registers[i]->id, list[j],
                            ans_problems_get (problems, k)->message);
          g_assert_cmpuint (ans_problems_get_n (problems), ==, 0);
          n_saved++;
        }
    }
  g_assert_cmpuint (n_saved, >, 200);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  Fixture other = { 0 };
  AnsPracticeCounts counts, again;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_set_up (&other, NULL);
  fill (fixture, 1500, 3, &counts);
  fill (&other, 1500, 3, &again);
  g_assert_cmpmem (&counts, sizeof counts, &again, sizeof again);
  first = ask (fixture->book, EVERYTHING);
  second = ask (other.book, EVERYTHING);
  g_assert_cmpstr (first, ==, second);
  fixture_tear_down (&other, NULL);
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ans_areas_init ();
  ADD ("/practice-poverty/usual", test_usual);
  ADD ("/practice-poverty/others", test_others);
  ADD ("/practice-poverty/derived", test_derived);
  ADD ("/practice-poverty/entries", test_entries);
  ADD ("/practice-poverty/same", test_same);
  return g_test_run ();
}
