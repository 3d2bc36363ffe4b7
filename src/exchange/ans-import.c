/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "exchange/ans-import-private.h"
#include "registry/ans-extra-field.h"
#include "text/ans-fold.h"

G_DEFINE_FINAL_TYPE (AnsImport, ans_import, G_TYPE_OBJECT)

static void
clear_columns (AnsImport *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->titles[i]);
  g_clear_pointer (&self->titles, g_free);
  g_clear_pointer (&self->mapping, g_free);
  g_clear_pointer (&self->header, ans_header_free);
  self->n_columns = 0;
}

/* So many that freeing them can be felt. */
#define MANY_ROWS 10000

static gpointer
free_rows (gpointer data)
{
  g_ptr_array_unref (data);
  return NULL;
}

static void
ans_import_finalize (GObject *object)
{
  AnsImport *self = ANS_IMPORT (object);

  clear_columns (self);
  if (self->rows->len >= MANY_ROWS)
    g_thread_unref (g_thread_new ("ans-import-rows", free_rows, self->rows));
  else
    g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_hash_table_unref (self->constants);
  g_clear_object (&self->workbook);
  g_clear_object (&self->book);
  g_free (self->file_name);
  G_OBJECT_CLASS (ans_import_parent_class)->finalize (object);
}

static void
ans_import_class_init (AnsImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_import_finalize;
}

static void
ans_import_init (AnsImport *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_import_row_free);
  self->remember = TRUE;
  self->constants = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

char *
ans_import_mapping_key (AnsImport *self)
{
  g_autoptr (GString) titles = g_string_new (self->reg->id);
  g_autofree char *checksum = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (titles, "\n%s", self->titles[i]);
  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, titles->str, -1);
  return g_strdup_printf ("import-mapping:%.16s", checksum);
}

/* The officer's own mapping of a workbook of this shape wins over the synonyms. */
static void
recall_mapping (AnsImport *self)
{
  g_autofree char *key = ans_import_mapping_key (self);
  g_autofree char *text = ans_book_get_setting (self->book, key);
  g_auto (GStrv) targets = NULL;

  if (text == NULL)
    return;
  targets = g_strsplit (text, "|", -1);
  if (g_strv_length (targets) != self->n_columns)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    self->mapping[i] = *targets[i] != '\0' && ans_import_is_target (self->reg, targets[i])
                           ? g_intern_string (targets[i])
                           : NULL;
}

static guint
count_columns (GPtrArray *head, AnsHeader *header)
{
  guint n = 0;

  for (guint i = 0; i < head->len; i++)
    {
      const AnsRow *row = head->pdata[i];

      if (row->n_cells > 0)
        n = MAX (n, row->cells[row->n_cells - 1].column + 1);
    }
  for (guint i = 0; header != NULL && i < header->columns->len; i++)
    n = MAX (n, ((AnsHeaderColumn *) header->columns->pdata[i])->column + 1);
  /* A stray cell far to the right is no reason to keep ten thousand columns. */
  return MIN (n, 256);
}

static void
take_header (AnsImport *self, GPtrArray *head, AnsHeader *header)
{
  clear_columns (self);
  self->header = header;
  self->n_columns = count_columns (head, header);
  self->titles = g_new0 (char *, self->n_columns + 1);
  self->mapping = g_new0 (const char *, self->n_columns + 1);
  for (guint i = 0; header != NULL && i < header->columns->len; i++)
    {
      const AnsHeaderColumn *column = header->columns->pdata[i];

      if (column->column < self->n_columns)
        {
          self->titles[column->column] = g_strdup (column->title);
          self->mapping[column->column] = ans_import_target_of_column (self->reg, column);
        }
    }
  for (guint i = 0; i < self->n_columns; i++)
    if (self->titles[i] == NULL)
      self->titles[i] = ans_column_name (i);
  recall_mapping (self);
}

static gboolean
look_at_sheet (AnsImport *self, guint sheet, guint first_row, guint last_row, GError **error)
{
  g_autoptr (GPtrArray) head =
      ans_workbook_read_head (self->workbook, sheet, ANS_HEADER_HEAD_ROWS, NULL, error);
  AnsSheetLayout *layout;
  guint n_terms;
  const AnsHeaderTerm *terms = ans_import_terms (self->reg, &n_terms);

  if (head == NULL)
    return FALSE;
  layout = ans_workbook_get_layout (self->workbook, sheet, NULL, error);
  if (layout == NULL)
    return FALSE;
  self->sheet = sheet;
  g_ptr_array_set_size (self->rows, 0);
  memset (self->counts, 0, sizeof self->counts);
  take_header (self, head,
               first_row > 0 ? ans_header_at ((const AnsRow *const *) head->pdata, head->len,
                                              layout, terms, n_terms, first_row, last_row)
                             : ans_header_find ((const AnsRow *const *) head->pdata, head->len,
                                                layout, terms, n_terms));
  return TRUE;
}

AnsImport *
ans_import_new (AnsBook *book, const AnsRegister *reg, const char *path, GError **error)
{
  g_autoptr (AnsImport) self = NULL;
  guint best = 0, best_fields = 0;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (reg != NULL && path != NULL, NULL);

  self = g_object_new (ANS_TYPE_IMPORT, NULL);
  self->book = g_object_ref (book);
  self->reg = reg = ans_book_get_register (book, reg);
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; reg->fields[i].name != NULL; i++)
    g_hash_table_insert (self->fields, (gpointer) reg->fields[i].name, GUINT_TO_POINTER (i + 1));
  self->file_name = g_path_get_basename (path);
  self->workbook = ans_workbook_open (path, error);
  if (self->workbook == NULL)
    return NULL;

  /* The sheet that looks most like a list; hidden ones only if there is no other. */
  for (guint i = 0; i < ans_workbook_get_n_sheets (self->workbook) && i < 50; i++)
    {
      if (!look_at_sheet (self, i, 0, 0, error))
        return NULL;
      if (self->header != NULL && !ans_workbook_get_sheet (self->workbook, i)->is_hidden &&
          self->header->n_fields > best_fields)
        {
          best = i;
          best_fields = self->header->n_fields;
        }
    }
  if (self->sheet != best && !look_at_sheet (self, best, 0, 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

const AnsRegister *
ans_import_get_register (AnsImport *self)
{
  return self->reg;
}

AnsBook *
ans_import_get_book (AnsImport *self)
{
  return self->book;
}

guint
ans_import_get_n_sheets (AnsImport *self)
{
  return ans_workbook_get_n_sheets (self->workbook);
}

const char *
ans_import_get_sheet_name (AnsImport *self, guint sheet)
{
  return ans_workbook_get_sheet (self->workbook, sheet)->name;
}

guint
ans_import_get_sheet (AnsImport *self)
{
  return self->sheet;
}

gboolean
ans_import_set_sheet (AnsImport *self, guint sheet, GError **error)
{
  g_return_val_if_fail (sheet < ans_import_get_n_sheets (self), FALSE);

  return sheet == self->sheet || look_at_sheet (self, sheet, 0, 0, error);
}

void
ans_import_get_header (AnsImport *self, guint *first_row, guint *last_row)
{
  *first_row = self->header != NULL ? self->header->first_row : 0;
  *last_row = self->header != NULL ? self->header->last_row : 0;
}

gboolean
ans_import_set_header (AnsImport *self, guint first_row, guint last_row, GError **error)
{
  g_return_val_if_fail (first_row > 0 && first_row <= last_row, FALSE);

  return look_at_sheet (self, self->sheet, first_row, last_row, error);
}

guint
ans_import_get_n_columns (AnsImport *self)
{
  return self->n_columns;
}

const char *
ans_import_get_column_title (AnsImport *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, "");

  return self->titles[column];
}

int
ans_import_find_column (AnsImport *self, const char *name)
{
  g_autofree char *key = ans_header_key (name);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *title = ans_header_key (self->titles[i]);

      if (g_str_equal (title, key))
        return (int) i;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *letters = ans_column_name (i);

      if (g_ascii_strcasecmp (letters, name) == 0)
        return (int) i;
    }
  if (*name != '\0' && strspn (name, "0123456789") == strlen (name))
    {
      gint64 number = g_ascii_strtoll (name, NULL, 10);

      if (number >= 1 && number <= self->n_columns)
        return (int) number - 1;
    }
  return -1;
}

const char *
ans_import_get_mapping (AnsImport *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->mapping[column];
}

gboolean
ans_import_set_mapping (AnsImport *self, guint column, const char *field)
{
  g_return_val_if_fail (column < self->n_columns, FALSE);

  if (field != NULL && !ans_import_is_target (self->reg, field))
    return FALSE;
  /* A field has one column: the one chosen last. */
  for (guint i = 0; field != NULL && i < self->n_columns; i++)
    if (g_strcmp0 (self->mapping[i], field) == 0)
      self->mapping[i] = NULL;
  self->mapping[column] = field != NULL ? g_intern_string (field) : NULL;
  return TRUE;
}

void
ans_import_set_keep_old (AnsImport *self, gboolean keep_old)
{
  self->keep_old = keep_old;
}

gboolean
ans_import_get_keep_old (AnsImport *self)
{
  return self->keep_old;
}

void
ans_import_set_remember (AnsImport *self, gboolean remember)
{
  self->remember = remember;
}

gboolean
ans_import_dry_run (AnsImport *self, AnsJob *job, GError **error)
{
  gboolean mapped = FALSE;

  g_return_val_if_fail (ANS_IS_IMPORT (self), FALSE);

  g_ptr_array_set_size (self->rows, 0);
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < self->n_columns; i++)
    mapped |= g_strcmp0 (self->mapping[i], self->reg->name_field) == 0 ||
              g_strcmp0 (self->mapping[i], ANS_TARGET_HEAD_NAME) == 0 ||
              g_strcmp0 (self->mapping[i], "head") == 0;
  if (!mapped)
    {
      const AnsField *name = ans_register_get_field (self->reg, self->reg->name_field);

      g_set_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK,
                   _ ("No column of the sheet “%s” was recognised as “%s”. Say which one it is."),
                   ans_import_get_sheet_name (self, self->sheet), name->title);
      return FALSE;
    }
  return ans_import_scan (self, job, error);
}

guint
ans_import_get_n_rows (AnsImport *self)
{
  return self->rows->len;
}

const AnsImportRow *
ans_import_get_row (AnsImport *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return self->rows->pdata[index];
}

guint
ans_import_get_count (AnsImport *self, AnsImportVerdict verdict)
{
  g_return_val_if_fail (verdict < ANS_IMPORT_N_VERDICTS, 0);

  return self->counts[verdict];
}

guint
ans_import_get_n_skipped (AnsImport *self)
{
  return self->counts[ANS_IMPORT_TITLE] + self->counts[ANS_IMPORT_HEADER] +
         self->counts[ANS_IMPORT_VILLAGE] + self->counts[ANS_IMPORT_TOTAL] +
         self->counts[ANS_IMPORT_SKIPPED];
}
