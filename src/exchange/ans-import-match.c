/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row would do: add a record, update one, repeat what is known, or nothing at all. People
 * are recognised by their number, or by the same name (with its marks) and birth in one village;
 * never by folded names. */
#include <glib/gi18n.h>

#include "exchange/ans-import-private.h"
#include "text/ans-fold.h"

struct _AnsImportMatcher
{
  AnsImport *import;
  GHashTable *seen; /* key → number of the row, within the file */
};

AnsImportMatcher *
ans_import_matcher_new (AnsImport *import)
{
  AnsImportMatcher *self = g_new0 (AnsImportMatcher, 1);

  self->import = import;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ans_import_matcher_free (AnsImportMatcher *self)
{
  g_hash_table_unref (self->seen);
  g_free (self);
}

static const char *
value_of (AnsImportMatcher *self, AnsImportRow *row, const char *field)
{
  int i = ans_import_field_index (self->import->reg, field);

  return i >= 0 ? row->values[i] : NULL;
}

static void
reject (AnsImportRow *row, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
reject (AnsImportRow *row, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (row->reason);
  row->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  row->verdict = ANS_IMPORT_REJECTED;
}

/* Ids that @sql finds for up to three texts; at most two are needed. */
static GArray *
find_ids (AnsImportMatcher *self, const char *sql, const char *a, const char *b, const char *c)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (self->import->book), sql, NULL);

  if (select == NULL)
    return ids;
  ans_statement_bind_text (select, 1, a);
  ans_statement_bind_text (select, 2, b);
  ans_statement_bind_text (select, 3, c);
  while (ans_statement_step (select, NULL))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* Whether the file says the same twice; @row is rejected then. */
static gboolean
is_repeated (AnsImportMatcher *self, AnsImportRow *row, char *key)
{
  gpointer first;

  if (key == NULL)
    return FALSE;
  first = g_hash_table_lookup (self->seen, key);
  if (first != NULL)
    {
      reject (row, _ ("The same entry stands in row %u already."), GPOINTER_TO_UINT (first));
      g_free (key);
      return TRUE;
    }
  g_hash_table_insert (self->seen, key, GUINT_TO_POINTER (row->row_number));
  return FALSE;
}

static char *
person_key (AnsImportMatcher *self, AnsImportRow *row)
{
  const char *name = value_of (self, row, "full_name");
  const char *birth = value_of (self, row, "birth");
  g_autofree char *marks = ans_fold_marks (name != NULL ? name : "");

  if (name == NULL || birth == NULL)
    return NULL;
  /* Two people of one name and year are common; of one household, or with one full birthday in a
   * village, they are one. */
  if (row->household != NULL)
    return g_strdup_printf ("%s|%s|h|%s", marks, birth, row->household);
  if (strlen (birth) == 10)
    return g_strdup_printf ("%s|%s|v|%s", marks, birth, row->village != NULL ? row->village : "");
  return NULL;
}

static gboolean
names_agree (AnsImportMatcher *self, AnsImportRow *row, gint64 id)
{
  g_autofree char *known =
      ans_register_title_of (self->import->book, self->import->reg, id);
  g_autofree char *known_fold = ans_fold (known != NULL ? known : "");
  g_autofree char *fold = ans_fold (value_of (self, row, "full_name"));

  return g_str_equal (known_fold, fold);
}

static gint64
match_by_number (AnsImportMatcher *self, AnsImportRow *row, const char *field, gboolean *stop)
{
  const char *number = value_of (self, row, field);
  g_autofree char *sql = NULL;
  g_autoptr (GArray) ids = NULL;

  if (number == NULL)
    return 0;
  sql = g_strdup_printf ("SELECT id FROM person WHERE %s = ?1 LIMIT 2", field);
  ids = find_ids (self, sql, number, NULL, NULL);
  if (ids->len == 0)
    return 0;
  *stop = TRUE;
  if (ids->len > 1)
    {
      reject (row, _ ("Several people in the book have the number %s."), number);
      return 0;
    }
  if (!names_agree (self, row, g_array_index (ids, gint64, 0)))
    {
      g_autofree char *known = ans_register_title_of (
          self->import->book, self->import->reg, g_array_index (ids, gint64, 0));

      reject (row,
              _ ("The number %s belongs to “%s” in the book; here the name is another."),
              number,
              known);
      return 0;
    }
  return g_array_index (ids, gint64, 0);
}

static gint64
match_person (AnsImportMatcher *self, AnsImportRow *row)
{
  const char *name = value_of (self, row, "full_name");
  const char *birth = value_of (self, row, "birth");
  const char *number = value_of (self, row, "id_no");
  gboolean stop = FALSE;
  gint64 id = match_by_number (self, row, "id_no", &stop);
  g_autoptr (GArray) ids = NULL;

  if (!stop)
    id = match_by_number (self, row, "old_id_no", &stop);
  if (stop || name == NULL || birth == NULL)
    return id;

  ids = find_ids (self,
                  "SELECT id FROM person WHERE birth = ?2 AND "
                  "name_fold = ans_fold(?1) AND ans_fold_marks(full_name) = ans_fold_marks(?1) "
                  "AND (?3 IS NULL OR village IS NULL OR "
                  "village IN (SELECT id FROM village WHERE name_fold = ans_fold(?3))) LIMIT 3",
                  name,
                  birth,
                  row->village);
  if (ids->len == 0)
    return 0;
  if (ids->len > 1)
    {
      if (strlen (birth) == 10)
        reject (row, _ ("Several people in the book have this name and birth: add the number."));
      return 0;
    }
  id = g_array_index (ids, gint64, 0);
  {
    g_autofree char *sql = g_strdup_printf (
        "SELECT id FROM person WHERE id = %" G_GINT64_FORMAT " AND id_no IS NOT NULL AND id_no <> "
        "?1",
        id);
    g_autoptr (GArray) other = number != NULL ? find_ids (self, sql, number, NULL, NULL) : NULL;

    /* The same name and birth with another number is another person. */
    if (other != NULL && other->len > 0)
      {
        ans_import_row_add_warning (
            row, _ ("Somebody of this name and birth, with another number, is in the book."));
        return 0;
      }
  }
  /* With the year only, a name alone does not tell people apart. */
  if (strlen (birth) < 10 && number == NULL && row->household == NULL && row->village == NULL)
    return 0;
  return id;
}

static gint64
match_other (AnsImportMatcher *self, AnsImportRow *row)
{
  const AnsRegister *reg = self->import->reg;
  const char *fields[] = { reg->key_field, reg->name_field };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = fields[i] != NULL ? value_of (self, row, fields[i]) : NULL;

      if (value != NULL)
        {
          g_autofree char *sql = g_strdup_printf (
              "SELECT id FROM %s WHERE %s = ?1 LIMIT 2", reg->table, fields[i]);
          g_autoptr (GArray) ids = find_ids (self, sql, value, NULL, NULL);

          if (ids->len > 1)
            reject (row, _ ("Several entries in the book are called “%s”."), value);
          if (ids->len > 0)
            return g_array_index (ids, gint64, 0);
        }
    }
  return 0;
}

/* Puts the values of the row into @record; returns how many differ from it. */
guint
ans_import_row_fill (AnsImport *import, AnsImportRow *row, AnsRecord *record)
{
  guint n = 0;

  for (guint i = 0; i < row->n_values; i++)
    {
      const AnsField *field = &import->reg->fields[i];
      const char *present = ans_record_get (record, field->name);

      /* An empty cell never takes a value away. */
      if (row->values[i] == NULL || (field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)))
        continue;
      if (ans_record_get_id (record) != 0 && present != NULL &&
          (import->keep_old || g_str_equal (field->name, "note")))
        continue;
      if ((field->kind == ANS_FIELD_REFERENCE && !ans_import_is_owned (import->reg)) ||
          g_strcmp0 (present, row->values[i]) == 0)
        continue;
      /* A year does not correct a full date of that year. */
      if (field->kind == ANS_FIELD_PARTIAL_DATE && present != NULL &&
          g_str_has_prefix (present, row->values[i]))
        continue;
      ans_record_set (record, field->name, row->values[i]);
      n++;
    }
  return n;
}

/* Whether the row puts the person into another household than the book's. */
static gboolean
moves_household (AnsImportMatcher *self, AnsImportRow *row, AnsRecord *record)
{
  const char *code;

  if (row->household == NULL)
    return FALSE;
  code = strchr (row->household, '\t') + 1;
  if (*code == '#')
    return ans_record_get (record, "household") == NULL;
  else
    {
      g_autofree char *present = ans_record_display (record, "household");
      g_autofree char *village = g_strndup (row->household, (gsize) (code - 1 - row->household));
      g_autofree char *local = ans_import_local_code (village, code);

      return !self->import->keep_old && !g_str_equal (present, local);
    }
}

static void
check_draft (AnsImportMatcher *self, AnsImportRow *row, AnsRecord *record)
{
  g_autoptr (AnsProblems) problems = ans_record_check (record);

  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);

      if (problem->severity == ANS_PROBLEM_ERROR)
        {
          if (row->verdict == ANS_IMPORT_REJECTED)
            {
              g_autofree char *first = g_steal_pointer (&row->reason);

              reject (row, "%s %s", first, problem->message);
            }
          else
            reject (row, "%s", problem->message);
        }
      /* Households and villages are joined to the row when it is written. */
      else if (g_strcmp0 (problem->field, "household") != 0 &&
               g_strcmp0 (problem->field, "village") != 0)
        ans_import_row_add_warning (row, problem->message);
    }
}

void
ans_import_matcher_decide (AnsImportMatcher *self, AnsImportRow *row)
{
  AnsImport *import = self->import;
  gboolean people = import->reg == &ans_register_people;
  const char *number = people ? value_of (self, row, "id_no") : NULL;
  g_autoptr (AnsRecord) record = NULL;
  guint n_changed;

  if (value_of (self, row, import->reg->name_field) == NULL && row->head_name == NULL)
    {
      reject (row,
              _ ("“%s” is missing."),
              ans_register_get_field (import->reg, import->reg->name_field)->title);
      return;
    }
  if (number != NULL && is_repeated (self, row, g_strdup_printf ("id|%s", number)))
    return;
  if (number == NULL && people && is_repeated (self, row, person_key (self, row)))
    return;

  row->id = people                            ? match_person (self, row)
            : ans_import_is_owned (import->reg) ? ans_import_match_owned (import, row)
                                                : match_other (self, row);
  if (row->verdict == ANS_IMPORT_REJECTED)
    return;
  record = row->id != 0 ? ans_record_load (import->book, import->reg, row->id, NULL)
                        : ans_record_new (import->book, import->reg);
  n_changed = ans_import_row_fill (import, row, record);
  check_draft (self, row, record);
  if (row->verdict == ANS_IMPORT_REJECTED)
    return;
  if (row->id == 0)
    row->verdict = ANS_IMPORT_ADDED;
  else if (n_changed > 0 || moves_household (self, row, record))
    row->verdict = ANS_IMPORT_UPDATED;
  else
    {
      row->verdict = ANS_IMPORT_SKIPPED;
      g_set_str (&row->reason, _ ("in the book already, nothing new"));
    }
}
