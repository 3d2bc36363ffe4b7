/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of the book a row is. People are recognised by their number, or by the same name (with its
 * marks), a birth that agrees, and the place; never by folded names. What cannot be told apart is
 * left to the officer rather than added once more. */
#include <glib/gi18n.h>

#include "exchange/ans-import-private.h"
#include "text/ans-fold.h"

/* Somebody of the row's name whose birth agrees. */
typedef struct
{
  gint64 id;
  gboolean same_birth; /* to the day */
  gboolean same_household;
  gboolean elsewhere; /* in another household than the row says */
  gboolean near;      /* of the same village, as far as is known */
  guint taken;        /* row that is this person, or 0 */
} Candidate;

static gboolean
names_agree (const char *known, const char *name)
{
  g_autofree char *known_fold = ans_fold (known != NULL ? known : "");
  g_autofree char *fold = ans_fold (name);

  return g_str_equal (known_fold, fold);
}

/* Ids of people with the number, of a field that has an index. */
static GArray *
find_number (AnsImportMatcher *self, const char *number)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (self->import->book),
                              "SELECT id FROM person WHERE id_no = ?1 LIMIT 2", NULL);

  if (select == NULL)
    return ids;
  ans_statement_bind_text (select, 1, number);
  while (ans_statement_step (select, NULL))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* The same of the old number, which has none. */
static GArray *
find_old_number (AnsImportMatcher *self, const char *number)
{
  g_autoptr (GArray) maybe = ans_import_known_by_old_number (self->known, number);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (self->import->book),
                              "SELECT 1 FROM person WHERE id = ?1 AND old_id_no = ?2", NULL);

  for (guint i = 0; select != NULL && i < maybe->len; i++)
    {
      ans_statement_bind_int (select, 1, g_array_index (maybe, gint64, i));
      ans_statement_bind_text (select, 2, number);
      if (ans_statement_step (select, NULL))
        g_array_append_val (ids, g_array_index (maybe, gint64, i));
      ans_statement_reset (select);
    }
  return ids;
}

/* @ids have @number. Returns the one of them that is meant, or 0 with the row rejected. */
static gint64
settle_number (AnsImportMatcher *self, AnsImportRow *row, const char *number, GArray *ids)
{
  const char *name = ans_import_matcher_value (self, row, "full_name");
  gint64 id = g_array_index (ids, gint64, 0);
  g_autofree char *known = ans_register_title_of (self->import->book, self->import->reg, id);

  if (ids->len > 1)
    ans_import_row_reject (row, _ ("Several people in the book have the number %s."), number);
  else if (!names_agree (known, name))
    ans_import_row_reject (row,
                           _ ("The number %s belongs to “%s” in the book; here the name is "
                              "another."),
                           number, known);
  else
    return id;
  return 0;
}

/* 1980 agrees with 1980-03-12. */
static gboolean
births_agree (const char *a, const char *b)
{
  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a);
}

static gboolean
places_agree (const char *village, const char *known)
{
  g_autofree char *fold = ans_fold (village);

  return village == NULL || known == NULL || g_str_equal (fold, known);
}

/* Code of the household that the row names, as it would be in the book; NULL if it names none. */
static char *
household_code (AnsImportRow *row)
{
  const char *code = row->household != NULL ? strchr (row->household, '\t') + 1 : NULL;
  g_autofree char *village = NULL;

  if (code == NULL || *code == '#')
    return NULL;
  village = g_strndup (row->household, (gsize) (code - 1 - row->household));
  return ans_import_local_code (village, code);
}

/* People of the name and birth. One who has another number is not added, but @other is set. */
static GArray *
find_candidates (AnsImportMatcher *self, AnsImportRow *row, gboolean *other)
{
  const char *birth = ans_import_matcher_value (self, row, "birth");
  const char *number = ans_import_matcher_value (self, row, "id_no");
  g_autofree char *marks = ans_fold_marks (ans_import_matcher_value (self, row, "full_name"));
  g_autoptr (GArray) ids = ans_import_known_by_name (self->known, marks);
  g_autofree char *code = NULL;
  g_autoptr (AnsStatement) person = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  *other = FALSE;
  if (ids->len == 0)
    return found;
  code = household_code (row);
  person = ans_connection_prepare (
      ans_book_get_connection (self->import->book),
      "SELECT p.full_name, p.birth, p.id_no, v.name_fold, h.code FROM person p "
      "LEFT JOIN village v ON v.id = p.village LEFT JOIN household h ON h.id = p.household "
      "WHERE p.id = ?1",
      NULL);
  for (guint i = 0; person != NULL && i < ids->len; i++)
    {
      Candidate candidate = { .id = g_array_index (ids, gint64, i) };

      ans_statement_bind_int (person, 1, candidate.id);
      if (ans_statement_step (person, NULL))
        {
          const char *known_birth = ans_statement_text (person, 1);
          const char *known_number = ans_statement_text (person, 2);
          const char *known_code = ans_statement_text (person, 4);
          g_autofree char *known_marks = ans_fold_marks (ans_statement_text (person, 0));

          candidate.same_birth = g_strcmp0 (known_birth, birth) == 0;
          candidate.same_household = code != NULL && g_strcmp0 (known_code, code) == 0;
          candidate.elsewhere = code != NULL && known_code != NULL && !candidate.same_household;
          candidate.near = places_agree (row->village, ans_statement_text (person, 3));
          candidate.taken = GPOINTER_TO_UINT (g_hash_table_lookup (self->taken, &candidate.id));
          if (!g_str_equal (marks, known_marks) || known_birth == NULL ||
              !births_agree (known_birth, birth) || !(candidate.near || candidate.same_household))
            ;
          else if (number != NULL && known_number != NULL && !g_str_equal (number, known_number))
            *other = TRUE;
          else
            g_array_append_val (found, candidate);
        }
      ans_statement_reset (person);
    }
  return found;
}

/* Leaves only those for whom @flag is set, if there are any. */
static void
prefer (GArray *candidates, gsize flag)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += G_STRUCT_MEMBER (gboolean, &g_array_index (candidates, Candidate, i), flag) != FALSE;
  if (n == 0)
    return;
  for (guint i = candidates->len; i > 0; i--)
    if (!G_STRUCT_MEMBER (gboolean, &g_array_index (candidates, Candidate, i - 1), flag))
      g_array_remove_index (candidates, i - 1);
}

/* The first that no row is yet and that has all the row says; 0 if there is none. */
static gint64
find_same (AnsImportMatcher *self, AnsImportRow *row, GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->taken == 0 && ans_import_matcher_adds_nothing (self, row, candidate->id))
        return candidate->id;
    }
  return 0;
}

static gint64
choose (AnsImportMatcher *self, AnsImportRow *row, GArray *candidates)
{
  const char *birth = ans_import_matcher_value (self, row, "birth");
  gboolean has_day = strlen (birth) == 10;
  g_autofree char *code = household_code (row);
  Candidate *first;
  guint taken = 0, n;

  prefer (candidates, G_STRUCT_OFFSET (Candidate, same_household));
  prefer (candidates, G_STRUCT_OFFSET (Candidate, same_birth));
  n = candidates->len;
  for (guint i = candidates->len; i > 0; i--)
    if (g_array_index (candidates, Candidate, i - 1).taken != 0)
      {
        taken = g_array_index (candidates, Candidate, i - 1).taken;
        g_array_remove_index (candidates, i - 1);
      }
  if (candidates->len == 0)
    {
      /* In another household, or born on a day that nobody says, it may be somebody else. */
      if (has_day || code == NULL)
        ans_import_row_reject (
            row, _ ("Row %u is this person of the book already: add the number."), taken);
      else
        ans_import_row_add_warning (
            row, _ ("Somebody of this name and birth is in the book, in another household."));
      return 0;
    }

  first = &g_array_index (candidates, Candidate, 0);
  if (n > 1)
    {
      gint64 same = find_same (self, row, candidates);

      if (same == 0)
        ans_import_row_reject (
            row, _ ("Several people in the book have this name and birth: add the number."));
      return same;
    }
  if (first->elsewhere)
    ans_import_row_add_warning (
        row, _ ("Somebody of this name and birth is in the book, in another household."));
  /* With the year only, a name alone does not tell people apart: enough to leave them as they are,
   * not to change them. */
  if (!has_day && ans_import_matcher_value (self, row, "id_no") == NULL && row->household == NULL &&
      row->village == NULL)
    return find_same (self, row, candidates);
  return first->id;
}

gint64
ans_import_match_person (AnsImportMatcher *self, AnsImportRow *row)
{
  const char *number = ans_import_matcher_value (self, row, "id_no");
  const char *old_number = ans_import_matcher_value (self, row, "old_id_no");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) candidates = NULL;
  gboolean other;

  /* The first import of a book has nobody to look for. */
  if (ans_import_known_is_empty (self->known))
    return 0;
  if (number != NULL)
    {
      ids = find_number (self, number);
      if (ids->len > 0)
        return settle_number (self, row, number, ids);
    }
  if (old_number != NULL)
    {
      g_clear_pointer (&ids, g_array_unref);
      ids = find_old_number (self, old_number);
      if (ids->len > 0)
        return settle_number (self, row, old_number, ids);
    }
  if (ans_import_matcher_value (self, row, "full_name") == NULL ||
      ans_import_matcher_value (self, row, "birth") == NULL)
    return 0;

  candidates = find_candidates (self, row, &other);
  if (candidates->len > 0)
    return choose (self, row, candidates);
  /* The same name and birth with another number is another person. */
  if (other)
    ans_import_row_add_warning (
        row, _ ("Somebody of this name and birth, with another number, is in the book."));
  return 0;
}
