/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches from the table in memory, from the full-text index and by reading everybody agree. */
#include <glib/gstdio.h>
#include <string.h>

#include "listing/ans-listing.h"
#include "listing/ans-row-model.h"
#include "listing/ans-search-cache.h"
#include "registry/ans-choices.h"
#include "registry/ans-record.h"
#include "store/ans-undo.h"
#include "text/ans-fold.h"

#define N_PEOPLE 2500

typedef struct
{
  char *folder;
  AnsBook *book;
  GRand *rand;
  char *villages[3];
  AnsSearchCache *cache;
  GArray *people; /* (nullable) what the oracle has read */
  int changes;    /* that the book had seen then */
} Fixture;

static const char *const surnames[] = { "Nguyễn", "Trần", "Lê",  "Phạm", "Đỗ",   "Đặng",
                                        "Bế",     "H'",   "Mạc", "Vũ",   "Công", "Hoàng" };
static const char *const middles[] = { "Thị", "Văn", "Xuân", "Đức", "Tằng Tôn Nữ", "", "Hữu" };
static const char *const givens[] = { "An",     "Ân",     "Anh",        "Ánh",     "Hòa",
                                      "Hoà",    "Hoa",    "Thủy",       "Thuỷ",    "Năm",
                                      "Phương", "Phượng", "Bình",       "Hen Niê", "Khôi",
                                      "Đào",    "Yến",    "Ba-na Y.B.", "O'Ny" };

static const char *
pick (Fixture *self, const char *const *from, guint n)
{
  return from[g_rand_int_range (self->rand, 0, (gint32) n)];
}

#define PICK(self, from) pick (self, from, G_N_ELEMENTS (from))

static char *
digits (Fixture *self, const char *start, guint length)
{
  GString *text = g_string_new (start);

  while (text->len < length)
    g_string_append_c (text, (char) ('0' + g_rand_int_range (self->rand, 0, 4)));
  return g_string_free_and_steal (text);
}

static char *
random_name (Fixture *self)
{
  const char *surname = PICK (self, surnames), *middle = PICK (self, middles);

  return g_strconcat (surname, g_str_has_suffix (surname, "'") ? "" : " ", middle,
                      *middle != '\0' ? " " : "", PICK (self, givens), NULL);
}

/* Most have plain numbers; a few what no officer ought to type, and does. */
static void
set_random (Fixture *self, AnsRecord *record)
{
  static const char *const odd[] = { "ABCDEFGH", "ABCDEFXY1", "số 12/ĐT", "038-175-000", "…" };
  g_autofree char *name = random_name (self);
  g_autofree char *id_no = digits (self, g_rand_boolean (self->rand) ? "0381" : "040", 12);
  g_autofree char *phone = digits (self, "09", 10);
  g_autofree char *card = digits (self, g_rand_boolean (self->rand) ? "GD438" : "DN", 15);
  g_autofree char *old_id = digits (self, "17", 9);
  g_autofree char *birth = g_strdup_printf ("%d", g_rand_int_range (self->rand, 1930, 2020));

  ans_record_set (record, "full_name", name);
  ans_record_set (record, "sex", g_rand_boolean (self->rand) ? ANS_SEX_MALE : ANS_SEX_FEMALE);
  ans_record_set (record, "birth", birth);
  ans_record_set (record, "id_no", g_rand_int_range (self->rand, 0, 5) > 0 ? id_no : NULL);
  ans_record_set (record, "phone", g_rand_boolean (self->rand) ? phone : NULL);
  ans_record_set (record, "bhyt_no", g_rand_boolean (self->rand) ? card : NULL);
  ans_record_set (record, "old_id_no",
                  g_rand_int_range (self->rand, 0, 30) == 0 ? PICK (self, odd)
                  : g_rand_boolean (self->rand)             ? old_id
                                                            : NULL);
}

static void
save (AnsRecord *record)
{
  g_autoptr (GError) error = NULL;

  ans_record_save (record, &error);
  g_assert_no_error (error);
}

static void
add_people (Fixture *self, guint n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ans_book_begin (self->book, "people", &error));
  g_assert_true (ans_book_defer_search (self->book, FALSE, &error));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsRecord) record = ans_record_new (self->book, &ans_register_people);

      set_random (self, record);
      if (g_rand_int_range (self->rand, 0, 10) > 0)
        ans_record_set (record, "village", self->villages[g_rand_int_range (self->rand, 0, 3)]);
      if (g_rand_int_range (self->rand, 0, 15) == 0)
        ans_record_set (record, "death", "2021");
      save (record);
    }
  g_assert_cmpint (ans_book_commit (self->book, &error), >, 0);
  g_assert_no_error (error);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
fill (Fixture *self)
{
  settle ();
  ans_search_cache_fill (self->cache);
  while (ans_search_cache_is_filling (self->cache))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint32 seed = g_test_rand_int () & G_MAXINT32;
  g_autofree char *path = NULL;

  g_test_message ("seed %u", seed);
  self->rand = g_rand_new_with_seed (seed);
  self->folder = g_dir_make_tmp ("ans-search-XXXXXX", NULL);
  path = g_build_filename (self->folder, "so.ansinh", NULL);
  self->book = ans_registry_create_book (path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (self->villages); i++)
    {
      g_autoptr (AnsRecord) village = ans_record_new (self->book, &ans_register_villages);
      g_autofree char *name = g_strdup_printf ("Thôn %u", i + 1);

      ans_record_set (village, "name", name);
      save (village);
      self->villages[i] = g_strdup_printf ("%" G_GINT64_FORMAT, ans_record_get_id (village));
    }
  add_people (self, N_PEOPLE);
  settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "so.ansinh", NULL);

  ans_book_close (self->book);
  g_assert_finalize_object (self->book);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  for (guint i = 0; i < G_N_ELEMENTS (self->villages); i++)
    g_free (self->villages[i]);
  g_rand_free (self->rand);
  g_clear_pointer (&self->people, g_array_unref);
}

/* The oracle: everybody is read, and nothing of the program's search is used but its folding. */

static char **
words_of (const char *text)
{
  GString *spaced = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  GStrvBuilder *words = g_strv_builder_new ();

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (spaced, g_unichar_isalnum (c) || g_unichar_ismark (c) ? c : ' ');
    }
  parts = g_strsplit (spaced->str, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  g_string_free (spaced, TRUE);
  {
    char **result = g_strv_builder_end (words);

    g_strv_builder_unref (words);
    return result;
  }
}

static gboolean
one_begins (char **words, const char *start)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], start))
      return TRUE;
  return FALSE;
}

typedef struct
{
  gint64 id;
  char **names, **marks, **numbers;
  char *initials;
} Person;

static void
clear_person (gpointer data)
{
  Person *person = data;

  g_strfreev (person->names);
  g_strfreev (person->marks);
  g_strfreev (person->numbers);
  g_free (person->initials);
}

static GArray *
read_everybody (Fixture *self)
{
  AnsConnection *connection = ans_book_get_connection (self->book);
  g_autoptr (AnsStatement) select = NULL;
  int changes = sqlite3_total_changes (ans_connection_get_handle (connection));

  if (self->people != NULL && self->changes == changes)
    return self->people;
  g_clear_pointer (&self->people, g_array_unref);
  self->changes = changes;
  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  g_array_set_clear_func (self->people, clear_person);
  select = ans_connection_prepare (connection,
                                   "SELECT id, full_name, concat_ws (' ', id_no, old_id_no, phone, "
                                   "bhyt_no) FROM person",
                                   NULL);
  while (ans_statement_step (select, NULL))
    {
      const char *name = ans_statement_text (select, 1);
      g_autofree char *fold = ans_fold (name), *marks = ans_fold_marks (name);
      g_autofree char *numbers = g_utf8_strdown (ans_statement_text (select, 2), -1);
      Person person = { ans_statement_int (select, 0), words_of (fold), words_of (marks),
                        words_of (numbers), ans_fold_initials (name) };

      g_array_append_val (self->people, person);
    }
  return self->people;
}

/* 0 exact, 1 name, 2 other, 3 none */
static guint
rank_of (const char *typed, char **query, char **marks, const Person *person)
{
  gboolean exact = ans_has_marks (typed), named = TRUE, found = TRUE;

  if (query[0] == NULL)
    return 3;
  for (guint i = 0; query[i] != NULL; i++)
    {
      gboolean in_name = one_begins (person->names, query[i]);

      named &= in_name;
      found &= in_name || one_begins (person->numbers, query[i]);
      exact = exact && one_begins (person->marks, marks[i]);
    }
  if (named)
    return exact ? 0 : 1;
  if (found)
    return 2;
  if (query[1] == NULL && strlen (query[0]) >= 2 &&
      strspn (query[0], "abcdefghijklmnopqrstuvwxyz") == strlen (query[0]) &&
      g_str_has_prefix (person->initials, query[0]))
    return 2;
  return 3;
}

static GHashTable *
rank_everybody (Fixture *self, const char *typed)
{
  GHashTable *ranks = g_hash_table_new (NULL, NULL);
  GArray *people = read_everybody (self);
  g_autofree char *fold = ans_fold (typed), *marks = ans_fold_marks (typed);
  g_auto (GStrv) query = words_of (fold), query_marks = words_of (marks);

  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);

      g_hash_table_insert (ranks, GSIZE_TO_POINTER ((gsize) person->id),
                           GUINT_TO_POINTER (rank_of (typed, query, query_marks, person)));
    }
  return ranks;
}

/* What @listing should give: its rows without a search, those that are found, the better first
 * (in each village, if grouped) where the list is sorted by name. */
static GArray *
expect (Fixture *self, AnsListing *listing)
{
  g_autoptr (AnsListing) plain = ans_listing_copy (listing);
  g_autoptr (GHashTable) ranks = rank_everybody (self, ans_listing_get_search (listing));
  g_autoptr (AnsListingResult) all = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean ranked = g_str_equal (ans_listing_get_sort (listing, NULL), "full_name");
  guint n_groups;

  ans_listing_set_search (plain, NULL);
  all = ans_listing_run (plain, ans_book_get_connection (self->book), 0, NULL);
  n_groups = all->groups != NULL ? all->groups->len : 1;
  for (guint g = 0; g < n_groups; g++)
    {
      const AnsListingGroup *group = all->groups != NULL ? all->groups->pdata[g] : NULL;
      guint start = group != NULL ? group->start : 0;
      guint end = group != NULL ? start + group->count : all->ids->len;

      for (guint rank = 0; rank < (ranked ? 3 : 1); rank++)
        for (guint i = start; i < end; i++)
          {
            gint64 id = g_array_index (all->ids, gint64, i);
            guint its =
                GPOINTER_TO_UINT (g_hash_table_lookup (ranks, GSIZE_TO_POINTER ((gsize) id)));

            if (ranked ? its == rank : its < 3)
              g_array_append_val (ids, id);
          }
    }
  return ids;
}

static void
check (Fixture *self, AnsListing *listing, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) expected = expect (self, listing);
  AnsConnection *connection = ans_book_get_connection (self->book);
  g_autoptr (AnsListingResult) found = ans_listing_run (listing, connection, limit, &error);
  guint n = limit > 0 ? MIN (limit, expected->len) : expected->len;

  g_assert_no_error (error);
  if (found->ids->len != n ||
      (n > 0 && memcmp (found->ids->data, expected->data, n * sizeof (gint64)) != 0))
    {
      guint i = 0;

      while (i < MIN (n, found->ids->len) &&
             g_array_index (found->ids, gint64, i) == g_array_index (expected, gint64, i))
        i++;
      g_error ("“%s” sorted by %s, at most %u: %u rows instead of %u, other from row %u on",
               ans_listing_get_search (listing), ans_listing_get_sort (listing, NULL), limit,
               found->ids->len, n, i);
    }
  g_assert_cmpint (found->complete, ==, limit == 0 || expected->len < limit);
  if (limit == 0)
    g_assert_cmpint (ans_listing_count (listing, connection, NULL), ==, expected->len);
  for (guint i = 0; i + 1 < n && i < 3; i++)
    {
      gint64 a = g_array_index (expected, gint64, i), b = g_array_index (expected, gint64, i + 1);

      g_assert_true (ans_listing_contains (listing, connection, a));
      g_assert_cmpint (ans_listing_compare (listing, connection, a, b), <, 0);
    }
}

/* Random beginnings of random names and numbers, alone and together. */
static char *
random_query (Fixture *self)
{
  static const char *const fixed[] = {
    "hoà",      "hòa",     "h'hen", "HỮU",     "nta",     "nva", "ntn", "ltth",     "x",
    "đ",        "d",       "zzz",   "…",       "an 0381", "gd4", "dn",  "abcd",     "abcdefg",
    "abcdefgh", "abcdefx", "số 12", "038-175", "hh",      "ba",  "c",   "tằng tôn", "nghiêng"
  };
  static const char *const starts[] = { "038", "0381", "040", "09", "17", "gd438", "GD", "dn" };
  g_autofree char *name = random_name (self);
  int what = g_rand_int_range (self->rand, 0, 6);

  if (what == 0)
    return g_strdup (PICK (self, fixed));
  if (what == 1)
    {
      const char *start = PICK (self, starts);

      return digits (self, start, strlen (start) + (guint) g_rand_int_range (self->rand, 0, 8));
    }
  if (what == 2)
    {
      g_autofree char *initials = ans_fold_initials (name);

      return g_strndup (initials, (gsize) g_rand_int_range (self->rand, 1, 5));
    }
  {
    g_autofree char *typed = what == 3 ? ans_fold (name) : g_strdup (name);
    long length = g_utf8_strlen (typed, -1);
    long from = what == 5 ? g_rand_int_range (self->rand, 0, (gint32) length) : 0;
    long to = g_rand_int_range (self->rand, (gint32) from, (gint32) length) + 1;

    return g_utf8_substring (typed, from, to);
  }
}

static void
check_many (Fixture *self, guint n, gboolean quick)
{
  static const char *const sorts[] = { "full_name", "full_name", "full_name", "birth", "village" };
  static const guint limits[] = { 0, 1, 20, 64, 300 };
  g_autoptr (AnsListing) listing = ans_listing_new (self->book, ans_listing_info_find ("people"));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *query = random_query (self);
      g_autoptr (AnsSearchView) view =
          ans_search_cache_view (self->book, ans_book_get_connection (self->book));

      g_assert_true ((view != NULL) == quick);
      ans_listing_clear_filters (listing);
      ans_listing_set_search (listing, query);
      ans_listing_set_grouped (listing, g_rand_int_range (self->rand, 0, 6) == 0);
      ans_listing_set_sort (listing, PICK (self, sorts), g_rand_int_range (self->rand, 0, 4) == 0);
      if (g_rand_int_range (self->rand, 0, 4) == 0)
        ans_listing_set_village (
            listing,
            g_ascii_strtoll (self->villages[g_rand_int_range (self->rand, 0, 3)], NULL, 10));
      if (g_rand_int_range (self->rand, 0, 3) == 0)
        ans_listing_set_filter (listing, "sex", ANS_SEX_FEMALE);
      ans_listing_set_as_of (listing,
                             g_rand_int_range (self->rand, 0, 6) == 0 ? "2020-01-01" : NULL);
      check (self, listing,
             limits[g_rand_int_range (self->rand, 0, (gint32) G_N_ELEMENTS (limits))]);
    }
}

static void
test_full_text (Fixture *self, gconstpointer data)
{
  check_many (self, 150, FALSE);
}

static void
test_table (Fixture *self, gconstpointer data)
{
  self->cache = ans_search_cache_hold (self->book);
  fill (self);
  check_many (self, 400, TRUE);
  ans_search_cache_release (self->cache);
}

/* Returns whether there is something to undo now. */
static gboolean
change_somebody (Fixture *self)
{
  gint64 last = ans_connection_get_int (ans_book_get_connection (self->book),
                                        "SELECT max(id) FROM person", 0);
  gint64 id = g_rand_int_range (self->rand, 1, (gint32) last + 1);
  g_autoptr (AnsRecord) record = ans_record_load (self->book, &ans_register_people, id, NULL);

  if (record == NULL)
    return FALSE;
  switch (g_rand_int_range (self->rand, 0, 4))
    {
    case 0:
      g_assert_true (ans_record_delete (record, NULL));
      return TRUE;
    case 1:
      ans_record_set (record, "death", "2022-02-02");
      break;
    default:
      set_random (self, record);
    }
  if (!ans_record_is_changed (record, NULL))
    return FALSE;
  save (record);
  return TRUE;
}

/* The table is told of every change; undo, too, and of what happened while it was filled. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  guint depth = 0; /* actions that may be taken back: the fixture's stay */

  self->cache = ans_search_cache_hold (self->book);
  fill (self);
  for (guint round = 0; round < 12; round++)
    {
      for (guint i = 0; i < 15; i++)
        if (depth > 0 && g_rand_int_range (self->rand, 0, 5) == 0)
          {
            g_autoptr (AnsUndoReport) report = ans_undo (self->book, 0, FALSE, NULL);

            g_assert_nonnull (report);
            depth--;
          }
        else if (g_rand_int_range (self->rand, 0, 5) == 0)
          {
            add_people (self, 3);
            depth++;
          }
        else
          depth += change_somebody (self) ? 1 : 0;
      if (round == 6)
        {
          /* What is not told yet must not be guessed. */
          g_assert_true (ans_book_begin (self->book, "under way", NULL));
          change_somebody (self);
          check_many (self, 10, FALSE);
          ans_book_rollback (self->book);
          self->changes = -1;
        }
      settle ();
      fill (self);
      check_many (self, 25, TRUE);
    }
  /* Too many to follow: it is filled anew, and what comes meanwhile is not forgotten. */
  add_people (self, 600);
  settle ();
  g_assert_true (ans_search_cache_is_filling (self->cache));
  for (guint i = 0; i < 5; i++)
    change_somebody (self);
  add_people (self, 2);
  fill (self);
  settle ();
  check_many (self, 40, TRUE);
  ans_search_cache_release (self->cache);
}

/* A book may be closed while its table is on its way. */
static void
test_release_while_filling (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      AnsSearchCache *cache = ans_search_cache_hold (self->book);

      ans_search_cache_fill (cache);
      if (i % 2 != 0)
        g_usleep ((gulong) g_rand_int_range (self->rand, 0, 3000));
      ans_search_cache_release (cache);
      if (i % 3 == 0)
        settle ();
    }
}

/* What is late is not an answer, and not an error. */
static void
test_deadline (Fixture *self, gconstpointer data)
{
  AnsConnection *connection = ans_book_get_connection (self->book);
  g_autoptr (AnsListing) listing = ans_listing_new (self->book, ans_listing_info_find ("people"));
  g_autoptr (AnsListingResult) first = NULL;
  g_autoptr (AnsListingResult) whole = NULL;
  g_autoptr (GError) error = NULL;

  ans_listing_set_search (listing, "zzz nobody");
  ans_listing_set_sort (listing, "birth", FALSE);
  ans_listing_set_search (listing, "n");
  ans_connection_set_deadline (connection, 1);
  first = ans_listing_run (listing, connection, 0, &error);
  g_assert_no_error (error);
  g_assert_true (ans_connection_is_late (connection));
  g_assert_false (first->complete);
  ans_connection_set_deadline (connection, 0);
  whole = ans_listing_run (listing, connection, 0, &error);
  g_assert_no_error (error);
  g_assert_true (whole->complete);
  g_assert_cmpuint (whole->ids->len, >, first->ids->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/search/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("full-text", test_full_text);
  ADD ("table", test_table);
  ADD ("changes", test_changes);
  ADD ("release-while-filling", test_release_while_filling);
  ADD ("deadline", test_deadline);
  return g_test_run ();
}
