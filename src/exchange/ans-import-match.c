/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row would do: add a record, update one, repeat what is known, or nothing at all. */
#include <glib/gi18n.h>

#include "exchange/ans-import-private.h"
#include "text/ans-fold.h"

AnsImportMatcher *
ans_import_matcher_new (AnsImport *import)
{
  AnsImportMatcher *self = g_new0 (AnsImportMatcher, 1);

  self->import = import;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->known = ans_import_known_new (import->book);
  return self;
}

void
ans_import_matcher_free (AnsImportMatcher *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->taken);
  ans_import_known_free (self->known);
  g_clear_object (&self->draft);
  g_free (self);
}

const char *
ans_import_matcher_value (AnsImportMatcher *self, AnsImportRow *row, const char *field)
{
  int i = ans_import_field_index (self->import, field);

  return i >= 0 ? row->values[i] : NULL;
}

/* Ids that @sql finds for @text. */
static GArray *
find_ids (AnsImportMatcher *self, const char *sql, const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (self->import->book), sql, NULL);

  if (select == NULL)
    return ids;
  ans_statement_bind_text (select, 1, text);
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
      ans_import_row_reject (row, _ ("The same entry stands in row %u already."),
                             GPOINTER_TO_UINT (first));
      g_free (key);
      return TRUE;
    }
  g_hash_table_insert (self->seen, key, GUINT_TO_POINTER (row->row_number));
  return FALSE;
}

static char *
person_key (AnsImportMatcher *self, AnsImportRow *row)
{
  const char *name = ans_import_matcher_value (self, row, "full_name");
  const char *birth = ans_import_matcher_value (self, row, "birth");
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

static gint64
match_other (AnsImportMatcher *self, AnsImportRow *row)
{
  const AnsRegister *reg = self->import->reg;
  const char *fields[] = { reg->key_field, reg->name_field };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value =
          fields[i] != NULL ? ans_import_matcher_value (self, row, fields[i]) : NULL;

      if (value != NULL)
        {
          g_autofree char *sql =
              g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 LIMIT 2", reg->table, fields[i]);
          g_autoptr (GArray) ids = find_ids (self, sql, value);

          if (ids->len > 1)
            ans_import_row_reject (row, _ ("Several entries in the book are called “%s”."), value);
          if (ids->len > 0)
            return g_array_index (ids, gint64, 0);
        }
    }
  return 0;
}

/* The same name in capitals, or with its tones on other letters, is no news. */
static gboolean
is_same_name (const char *present, const char *name)
{
  g_autofree char *known = ans_fold_marks (present);
  g_autofree char *marks = ans_fold_marks (name);

  return g_str_equal (known, marks);
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
      if (field->kind == ANS_FIELD_NAME && present != NULL &&
          is_same_name (present, row->values[i]))
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

gboolean
ans_import_matcher_adds_nothing (AnsImportMatcher *self, AnsImportRow *row, gint64 id)
{
  g_autoptr (AnsRecord) record = ans_record_load (self->import->book, self->import->reg, id, NULL);

  return record != NULL && ans_import_row_fill (self->import, row, record) == 0 &&
         !moves_household (self, row, record);
}

static void
check_draft (AnsImportMatcher *self, AnsImportRow *row, AnsRecord *record)
{
  /* Whose number a person has was asked for already. */
  g_autoptr (AnsProblems) problems = ans_register_is (self->import->reg, &ans_register_people)
                                         ? ans_record_check_alone (record)
                                         : ans_record_check (record);

  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);

      if (problem->severity == ANS_PROBLEM_ERROR)
        {
          if (row->verdict == ANS_IMPORT_REJECTED)
            {
              g_autofree char *first = g_steal_pointer (&row->reason);

              ans_import_row_reject (row, "%s %s", first, problem->message);
            }
          else
            ans_import_row_reject (row, "%s", problem->message);
        }
      /* Households and villages are joined to the row when it is written. */
      else if (g_strcmp0 (problem->field, "household") != 0 &&
               g_strcmp0 (problem->field, "village") != 0)
        ans_import_row_add_warning (row, problem->message);
    }
}

/* The record as it would be before the row; the book's or a draft. */
static AnsRecord *
take_record (AnsImportMatcher *self, gint64 id)
{
  AnsImport *import = self->import;

  if (id != 0)
    return ans_record_load (import->book, import->reg, id, NULL);
  if (self->draft == NULL)
    self->draft = ans_record_new (import->book, import->reg);
  else
    ans_record_start_anew (self->draft);
  return g_object_ref (self->draft);
}

void
ans_import_matcher_decide (AnsImportMatcher *self, AnsImportRow *row)
{
  AnsImport *import = self->import;
  gboolean people = ans_register_is (import->reg, &ans_register_people);
  const char *number = people ? ans_import_matcher_value (self, row, "id_no") : NULL;
  g_autoptr (AnsRecord) record = NULL;
  guint n_changed;

  if (ans_import_matcher_value (self, row, import->reg->name_field) == NULL &&
      row->head_name == NULL)
    {
      ans_import_row_reject (row, _ ("“%s” is missing."),
                             ans_register_get_field (import->reg, import->reg->name_field)->title);
      return;
    }
  if (number != NULL && is_repeated (self, row, g_strdup_printf ("id|%s", number)))
    return;
  if (number == NULL && people && is_repeated (self, row, person_key (self, row)))
    return;

  row->id = people                            ? ans_import_match_person (self, row)
            : ans_import_is_owned (import->reg) ? ans_import_match_owned (import, row)
                                                : match_other (self, row);
  if (row->verdict == ANS_IMPORT_REJECTED)
    return;
  if (people && row->id != 0)
    g_hash_table_insert (self->taken, g_memdup2 (&row->id, sizeof row->id),
                         GUINT_TO_POINTER (row->row_number));
  record = take_record (self, row->id);
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
