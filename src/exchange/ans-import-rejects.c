/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rejected rows as a workbook of the same columns, with the reason beside them, so that they
 * can be corrected there and brought in again. */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "exchange/ans-import-private.h"

static void
write_rows (AnsImport *self, lxw_workbook *workbook)
{
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Dòng lỗi");
  lxw_format *head = workbook_add_format (workbook);
  lxw_format *text = workbook_add_format (workbook);
  lxw_format *bad = workbook_add_format (workbook);
  lxw_row_t line = 1;
  lxw_col_t reason = (lxw_col_t) self->n_columns;

  format_set_bold (head);
  format_set_text_wrap (head);
  /* As text, so that numbers keep their zeros and no cell can become a formula. */
  format_set_num_format (text, "@");
  format_set_num_format (bad, "@");
  format_set_font_color (bad, 0xa8101c);
  for (guint i = 0; i < self->n_columns; i++)
    worksheet_write_string (sheet, 0, (lxw_col_t) i, self->titles[i], head);
  worksheet_write_string (sheet, 0, reason, "Lý do", head);
  worksheet_set_column (sheet, 0, reason, 18, NULL);
  worksheet_set_column (sheet, reason, reason, 60, NULL);
  worksheet_freeze_panes (sheet, 1, 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AnsImportRow *row = self->rows->pdata[i];

      if (row->verdict != ANS_IMPORT_REJECTED)
        continue;
      for (guint c = 0; c < row->n_cells; c++)
        if (row->cells[c] != NULL)
          worksheet_write_string (sheet, line, (lxw_col_t) c, row->cells[c], text);
      worksheet_write_string (sheet, line, reason, row->reason, bad);
      line++;
    }
}

gboolean
ans_import_save_rejects (AnsImport *self, const char *path, GError **error)
{
  g_autofree char *temporary = NULL;
  lxw_workbook *workbook;
  lxw_error code;

  g_return_val_if_fail (ANS_IS_IMPORT (self), FALSE);

  temporary = g_strconcat (path, ".part", NULL);
  workbook = workbook_new (temporary);
  if (workbook == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("“%s” can't be written."), path);
      return FALSE;
    }
  write_rows (self, workbook);
  code = workbook_close (workbook);
  if (code == LXW_NO_ERROR && g_rename (temporary, path) == 0)
    return TRUE;
  g_unlink (temporary);
  g_set_error (error,
               G_FILE_ERROR,
               G_FILE_ERROR_FAILED,
               _ ("“%s” can't be written: %s"),
               path,
               code != LXW_NO_ERROR ? lxw_strerror (code) : g_strerror (errno));
  return FALSE;
}
