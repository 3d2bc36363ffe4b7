/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-workbook.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-file-kind.h"
#include "exchange/ans-sheet-reader.h"
#include "exchange/ans-xlsx-parts.h"

struct _AnsWorkbook
{
  GObject parent_instance;

  AnsWorkbookFormat format;
  /* Of a package, which reads from it; the other readers own theirs. */
  AnsByteSource *source;
  AnsSheetReader *reader;
  /* By sheet; NULL where not yet known. */
  GPtrArray *layouts;
};

G_DEFINE_FINAL_TYPE (AnsWorkbook, ans_workbook, G_TYPE_OBJECT)
G_DEFINE_QUARK (ans - workbook - error - quark, ans_workbook_error)

static void
sheet_info_free (AnsSheetInfo *info)
{
  g_free (info->name);
  g_free (info);
}

void
ans_sheet_reader_init (AnsSheetReader *reader, const AnsSheetReaderClass *klass)
{
  reader->klass = klass;
  reader->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_info_free);
}

void
ans_sheet_reader_add (AnsSheetReader *reader, const char *name, gboolean is_hidden)
{
  AnsSheetInfo *info = g_new0 (AnsSheetInfo, 1);

  info->name = g_strdup (name);
  info->is_hidden = is_hidden;
  g_ptr_array_add (reader->sheets, info);
}

void
ans_sheet_reader_free (AnsSheetReader *reader)
{
  if (reader == NULL)
    return;
  g_clear_pointer (&reader->sheets, g_ptr_array_unref);
  reader->klass->free (reader);
}

static void
layout_free (gpointer layout)
{
  if (layout != NULL)
    ans_sheet_layout_unref (layout);
}

static void
ans_workbook_finalize (GObject *object)
{
  AnsWorkbook *self = ANS_WORKBOOK (object);

  g_clear_pointer (&self->reader, ans_sheet_reader_free);
  g_clear_pointer (&self->source, ans_byte_source_free);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);

  G_OBJECT_CLASS (ans_workbook_parent_class)->finalize (object);
}

static void
ans_workbook_class_init (AnsWorkbookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_workbook_finalize;
}

static void
ans_workbook_init (AnsWorkbook *self)
{
}

static AnsSheetReader *
open_package (AnsWorkbook *self, AnsByteSource *source, GError **error)
{
  g_autoptr (AnsPackage) package = ans_package_open (source, error);
  g_autofree char *workbook_part = NULL;
  AnsSheetReader *reader = NULL;
  GError *local = NULL;

  if (package == NULL)
    return NULL;
  if (ans_package_has_part (package, "content.xml") ||
      ans_package_has_part (package, "encrypted-package"))
    {
      self->format = ANS_WORKBOOK_FORMAT_ODS;
      reader = ans_ods_reader_new (package, error);
    }
  else
    {
      workbook_part = ans_xlsx_find_workbook (package, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
      if (workbook_part == NULL)
        {
          g_set_error_literal (
              error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK,
              _ ("The file is a packed folder, not a workbook. Unpack it and choose "
                 "the workbook inside."));
          return NULL;
        }
      if (g_str_has_suffix (workbook_part, ".bin"))
        {
          g_set_error_literal (
              error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_UNSUPPORTED,
              _ ("The file is a binary workbook (.xlsb). Open it in Excel and save it "
                 "as .xlsx."));
          return NULL;
        }
      self->format = ANS_WORKBOOK_FORMAT_XLSX;
      reader = ans_xlsx_reader_new (package, workbook_part, error);
    }
  if (reader != NULL)
    (void) g_steal_pointer (&package);
  return reader;
}

static char *
sheet_name (const char *path)
{
  char *name = path != NULL ? g_path_get_basename (path) : g_strdup ("");
  char *dot = strrchr (name, '.');
  char *valid;

  if (dot != NULL && dot != name)
    *dot = '\0';
  valid = g_utf8_make_valid (name, -1);
  g_free (name);
  return valid;
}

static AnsWorkbook *
open_source (AnsByteSource *taken, const char *path, GError **error)
{
  g_autoptr (AnsByteSource) source = taken;
  g_autoptr (AnsWorkbook) self = NULL;
  g_autofree char *name = NULL;

  self = g_object_new (ANS_TYPE_WORKBOOK, NULL);
  switch (ans_file_kind_detect (source, error))
    {
    case ANS_FILE_KIND_ZIP:
      self->reader = open_package (self, source, error);
      if (self->reader != NULL)
        self->source = g_steal_pointer (&source);
      break;
    case ANS_FILE_KIND_FLAT_ODS:
      self->format = ANS_WORKBOOK_FORMAT_ODS;
      self->reader = ans_ods_reader_new_flat (source, error);
      if (self->reader != NULL)
        (void) g_steal_pointer (&source);
      break;
    case ANS_FILE_KIND_TEXT:
      name = sheet_name (path);
      self->format = ANS_WORKBOOK_FORMAT_CSV;
      self->reader = ans_csv_reader_new (source, name, error);
      if (self->reader != NULL)
        (void) g_steal_pointer (&source);
      break;
    case ANS_FILE_KIND_NONE:
    default:
      return NULL;
    }
  if (self->reader == NULL)
    return NULL;
  self->layouts = g_ptr_array_new_with_free_func (layout_free);
  g_ptr_array_set_size (self->layouts, (int) self->reader->sheets->len);
  return g_steal_pointer (&self);
}

AnsWorkbook *
ans_workbook_open (const char *path, GError **error)
{
  AnsByteSource *source;

  g_return_val_if_fail (path != NULL, NULL);

  source = ans_byte_source_open (path, error);
  return source != NULL ? open_source (source, path, error) : NULL;
}

AnsWorkbook *
ans_workbook_open_bytes (GBytes *bytes, const char *name, GError **error)
{
  AnsByteSource *source;

  g_return_val_if_fail (bytes != NULL, NULL);

  source = ans_byte_source_new (bytes, error);
  return source != NULL ? open_source (source, name, error) : NULL;
}

AnsWorkbookFormat
ans_workbook_get_format (AnsWorkbook *self)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self), ANS_WORKBOOK_FORMAT_XLSX);

  return self->format;
}

guint
ans_workbook_get_n_sheets (AnsWorkbook *self)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self), 0);

  return self->reader->sheets->len;
}

const AnsSheetInfo *
ans_workbook_get_sheet (AnsWorkbook *self, guint sheet)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self), NULL);
  g_return_val_if_fail (sheet < self->reader->sheets->len, NULL);

  return g_ptr_array_index (self->reader->sheets, sheet);
}

int
ans_workbook_find_sheet (AnsWorkbook *self, const char *name)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self) && name != NULL, -1);

  for (guint i = 0; i < self->reader->sheets->len; i++)
    if (strcmp (ans_workbook_get_sheet (self, i)->name, name) == 0)
      return (int) i;
  return -1;
}

static gboolean
read_sheet (AnsWorkbook *self,
            guint sheet,
            AnsRowFunc func,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (AnsSheetLayout) layout = ans_sheet_layout_new ();
  gboolean is_complete = FALSE;

  if (!self->reader->klass->read (self->reader, sheet, func, data, layout, &is_complete,
                                  cancellable, error))
    return FALSE;
  if (is_complete && g_ptr_array_index (self->layouts, sheet) == NULL)
    g_ptr_array_index (self->layouts, sheet) = g_steal_pointer (&layout);
  return TRUE;
}

gboolean
ans_workbook_read_sheet (AnsWorkbook *self,
                         guint sheet,
                         AnsRowFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self) && func != NULL, FALSE);
  g_return_val_if_fail (sheet < self->reader->sheets->len, FALSE);

  return read_sheet (self, sheet, func, data, cancellable, error);
}

typedef struct
{
  GPtrArray *rows;
  guint n_rows;
} Head;

static gboolean
collect_cb (const AnsRow *row, gpointer data)
{
  Head *head = data;

  if (head->rows->len < head->n_rows)
    g_ptr_array_add (head->rows, ans_row_copy (row));
  return head->rows->len < head->n_rows;
}

GPtrArray *
ans_workbook_read_head (
    AnsWorkbook *self, guint sheet, guint n_rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_row_free);
  Head head = { .rows = rows, .n_rows = n_rows };

  if (!ans_workbook_read_sheet (self, sheet, collect_cb, &head, cancellable, error))
    return NULL;
  return g_steal_pointer (&rows);
}

AnsSheetLayout *
ans_workbook_get_layout (AnsWorkbook *self, guint sheet, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self), NULL);
  g_return_val_if_fail (sheet < self->reader->sheets->len, NULL);

  if (g_ptr_array_index (self->layouts, sheet) == NULL &&
      !read_sheet (self, sheet, NULL, NULL, cancellable, error))
    return NULL;
  return g_ptr_array_index (self->layouts, sheet);
}

double
ans_workbook_get_fraction (AnsWorkbook *self)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self), 0.0);

  return self->reader->klass->get_fraction (self->reader);
}

gboolean
ans_workbook_get_csv_info (AnsWorkbook *self, const char **encoding, char *delimiter)
{
  g_return_val_if_fail (ANS_IS_WORKBOOK (self), FALSE);

  if (self->format != ANS_WORKBOOK_FORMAT_CSV)
    return FALSE;
  ans_csv_reader_get_info (self->reader, encoding, delimiter);
  return TRUE;
}
