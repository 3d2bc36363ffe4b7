/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Registers whose entries are of a household of the book: a list of poor households names it by its
 * code, or by its head and village, as official lists do. */
#include <glib/gi18n.h>

#include "exchange/ans-import-private.h"
#include "text/ans-fold.h"

gboolean
ans_import_is_owned (const AnsRegister *reg)
{
  const AnsField *household = ans_register_get_field (reg, "household");

  return !ans_register_is (reg, &ans_register_people) && household != NULL &&
         household->kind == ANS_FIELD_REFERENCE && household->period == NULL;
}

static void reject (AnsImportRow *row, const char *format, ...) G_GNUC_PRINTF (2, 3);

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

/* Households that live in @village (nullable) whose head has that name with its marks, and that
 * year of birth if one is given. */
static const char by_head_sql[] =
    "SELECT h.id FROM person c JOIN household h ON h.head = c.id WHERE "
    "c.name_fold = ans_fold (?1) AND ans_fold_marks (c.full_name) = ans_fold_marks (?1) AND "
    "(?2 IS NULL OR h.village IN (SELECT v.id FROM village v WHERE v.name_fold = ans_fold (?2))) "
    "AND (?3 IS NULL OR c.birth IS NULL OR substr (c.birth, 1, 4) = substr (?3, 1, 4)) "
    "ORDER BY h.status <> 'DANG_CU_TRU' LIMIT 3";

static gint64
find_by_head (
    AnsImport *import, const char *head, const char *village, const char *birth, guint *n_found)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (import->book), by_head_sql, NULL);
  gint64 id = 0;

  *n_found = 0;
  if (select == NULL)
    return 0;
  ans_statement_bind_text (select, 1, head);
  ans_statement_bind_text (select, 2, village);
  ans_statement_bind_text (select, 3, birth);
  while (ans_statement_step (select, NULL))
    {
      if (*n_found == 0)
        id = ans_statement_int (select, 0);
      (*n_found)++;
    }
  return id;
}

static gint64
find_household (AnsImport *import, AnsImportRow *row, const char *code, const char *village)
{
  guint n;
  gint64 id;

  if (code != NULL)
    {
      g_autofree char *local = ans_import_local_code (village, code);

      id = ans_register_lookup (import->book, &ans_register_households, local);
      if (id <= 0)
        reject (row, _ ("There is no household %s in the book."), local);
      return id;
    }
  if (row->head_name == NULL)
    return 0; /* said later */
  id = find_by_head (import, row->head_name, village, row->head_birth, &n);
  if (n == 0 && row->head_birth != NULL)
    {
      id = find_by_head (import, row->head_name, village, NULL, &n);
      if (n == 1)
        ans_import_row_add_warning (row, _ ("The head has another year of birth in the book."));
    }
  if (n == 0)
    reject (row, _ ("The book has no household whose head is %s there."), row->head_name);
  else if (n > 1)
    reject (row, _ ("Several households have a head called %s: add the code of the household."),
            row->head_name);
  return n == 1 ? id : 0;
}

void
ans_import_find_owner (AnsImport *import, AnsImportRow *row)
{
  for (guint i = 0; i < row->n_values; i++)
    {
      const AnsField *field = &import->reg->fields[i];
      gint64 id = 0;

      if (field->kind != ANS_FIELD_REFERENCE)
        continue;
      if (g_str_equal (field->name, "household"))
        id = find_household (import, row, row->values[i], row->village);
      else if (row->values[i] != NULL)
        {
          id =
              ans_register_lookup (import->book, ans_register_find (field->target), row->values[i]);
          if (id <= 0)
            reject (row, _ ("%s: there is no “%s” in the book."), field->title, row->values[i]);
        }
      g_clear_pointer (&row->values[i], g_free);
      if (id > 0)
        row->values[i] = g_strdup_printf ("%" G_GINT64_FORMAT, id);
    }
}

gint64
ans_import_match_owned (AnsImport *import, AnsImportRow *row)
{
  const AnsRegister *reg = import->reg;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AnsStatement) select = NULL;

  if (reg->same_fields == NULL)
    return 0;
  g_string_printf (sql, "SELECT id FROM %s WHERE ", reg->table);
  for (guint i = 0; reg->same_fields[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? " AND " : "", reg->same_fields[i], i + 1);
  select = ans_connection_prepare (ans_book_get_connection (import->book), sql->str, NULL);
  if (select == NULL)
    return 0;
  for (guint i = 0; reg->same_fields[i] != NULL; i++)
    ans_statement_bind_text (select, (int) i + 1,
                             row->values[ans_import_field_index (import, reg->same_fields[i])]);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : 0;
}

gboolean
ans_import_set_constant (AnsImport *self, const char *field, const char *typed, GError **error)
{
  const AnsField *known = ans_register_get_field (self->reg, field);
  char *value;

  g_return_val_if_fail (known != NULL, FALSE);

  value = ans_field_parse (self->book, known, typed, error);
  if (value == NULL)
    return FALSE;
  g_hash_table_insert (self->constants, (gpointer) known->name, value);
  return TRUE;
}

const char *
ans_import_get_constant (AnsImport *self, const char *field)
{
  return g_hash_table_lookup (self->constants, field);
}

void
ans_import_take_constants (AnsImport *import, AnsImportRow *row)
{
  for (guint i = 0; i < row->n_values; i++)
    if (row->values[i] == NULL)
      row->values[i] =
          g_strdup (g_hash_table_lookup (import->constants, import->reg->fields[i].name));
}
